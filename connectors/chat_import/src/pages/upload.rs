//! An export arrives: streamed to our disk, never held in memory, never under a name the sender chose freely.

use crate::pages::{UPLOAD_BYTES, imports};
use crate::run::{self, NewRun};
use anyhow::Context;
use axum::extract::Multipart;
use kernel::{Problem, token};
use std::path::{Path, PathBuf};
use tokio::io::AsyncWriteExt;
use web::{Faults, Response, Result, Visit, see_other};

/// Files of one upload: a zip, a `result.json`, or the pages of an HTML export.
const FILES: usize = 2_000;
const NAME_CHARS: usize = 120;
const CHAT_CHARS: usize = 200;

/// What came.
struct Received {
    folder: PathBuf,
    names: Vec<String>,
    bytes: u64,
    chat: String,
}

pub async fn receive(visit: Visit, form: Multipart) -> Result<Response> {
    let folder = visit.house.data.join("uploads").join(token::make(&visit.house.chance));
    match take(&folder, form).await {
        Ok(received) if received.names.is_empty() || received.bytes == 0 => {
            discard(&folder).await;
            mend(&visit, "import-fault-none", received.chat).await
        }
        Ok(received) => keep(&visit, received).await,
        Err(Refusal::Word(word)) => {
            discard(&folder).await;
            mend(&visit, word, String::new()).await
        }
        Err(Refusal::Trouble(error)) => {
            discard(&folder).await;
            Err(Problem::Internal(error).into())
        }
    }
}

async fn keep(visit: &Visit, received: Received) -> Result<Response> {
    let (path, file_name) = match received.names.as_slice() {
        [one] => (received.folder.join(one), one.clone()),
        [first, ..] => (received.folder.clone(), first.clone()),
        [] => return Err(Problem::NotFound.into()),
    };
    let mut scope = visit.write().await?;
    let new = NewRun {
        path: path.to_string_lossy().into_owned(),
        file_name,
        pick: received.chat,
        bytes: i64::try_from(received.bytes).unwrap_or(i64::MAX),
    };
    let (run, _) = run::begin(&mut scope, new).await?;
    scope.commit().await?;
    Ok(see_other(format!("/import/{run}")))
}

async fn mend(visit: &Visit, word: &'static str, chat: String) -> Result<Response> {
    let mut faults = Faults::none();
    faults.add("export", word);
    let view = imports::page(visit, None, faults, chat).await?;
    visit.render_invalid(&view)
}

enum Refusal {
    Word(&'static str),
    Trouble(anyhow::Error),
}

impl From<anyhow::Error> for Refusal {
    fn from(error: anyhow::Error) -> Refusal {
        Refusal::Trouble(error)
    }
}

async fn take(folder: &Path, mut form: Multipart) -> std::result::Result<Received, Refusal> {
    let mut received = Received { folder: folder.to_owned(), names: Vec::new(), bytes: 0, chat: String::new() };
    loop {
        let mut field = match form.next_field().await {
            Ok(Some(field)) => field,
            Ok(None) => return Ok(received),
            Err(_) => return Err(Refusal::Word("import-fault-broken")),
        };
        if field.name() == Some("chat") {
            let mut text = Vec::new();
            while let Some(chunk) = field.chunk().await.map_err(|_| Refusal::Word("import-fault-broken"))? {
                text.extend_from_slice(&chunk[..chunk.len().min(CHAT_CHARS * 4 - text.len().min(CHAT_CHARS * 4))]);
            }
            received.chat = String::from_utf8_lossy(&text).trim().chars().take(CHAT_CHARS).collect();
            continue;
        }
        let Some(name) = field.file_name().filter(|name| !name.is_empty()).map(plain_name) else { continue };
        if received.names.len() >= FILES {
            return Err(Refusal::Word("import-fault-many"));
        }
        if received.names.contains(&name) {
            return Err(Refusal::Word("import-fault-twice"));
        }
        store::private::folder(folder).context("the folder of uploads")?;
        let mut options = tokio::fs::OpenOptions::from(store::private::options());
        let file = options.write(true).create(true).truncate(true).open(folder.join(&name)).await;
        let mut file = file.context("the uploaded file")?;
        while let Some(chunk) = field.chunk().await.map_err(|_| Refusal::Word("import-fault-broken"))? {
            received.bytes += chunk.len() as u64;
            if received.bytes > UPLOAD_BYTES {
                return Err(Refusal::Word("import-fault-large"));
            }
            file.write_all(&chunk).await.context("the disk takes no more")?;
        }
        file.sync_all().await.context("the disk takes no more")?;
        received.names.push(name);
    }
}

/// The last part of the name, of letters, digits, dots and hyphens only: a name, never a path.
fn plain_name(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let plain: String = last
        .chars()
        .map(|letter| if letter.is_alphanumeric() || matches!(letter, '.' | '-' | '_') { letter } else { '_' })
        .take(NAME_CHARS)
        .collect();
    let plain = plain.trim_start_matches('.').to_owned();
    if plain.is_empty() { "export".to_owned() } else { plain }
}

async fn discard(folder: &Path) {
    if let Err(error) = tokio::fs::remove_dir_all(folder).await
        && error.kind() != std::io::ErrorKind::NotFound
    {
        tracing::warn!(%error, "an unfinished upload could not be removed");
    }
}

#[cfg(test)]
mod tests {
    use super::plain_name;

    #[test]
    fn a_name_is_never_a_path() {
        assert_eq!(plain_name("../../etc/passwd"), "passwd");
        assert_eq!(plain_name("C:\\chat\\messages2.html"), "messages2.html");
        assert_eq!(plain_name(".."), "export");
        assert_eq!(plain_name("история чата.zip"), "история_чата.zip");
    }
}
