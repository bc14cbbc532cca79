//! `/requests/drafts/ID/files`: files come to a draft and go from it. `/requests/ID/files/FILE`: one is taken home by those
//! who see the request. A file is always saved, never shown: what it holds is nothing the house vouches for.

use crate::draft::{self, Draft};
use crate::files::{self, Arrived, BYTES, File};
use crate::policy;
use anyhow::Context;
use askama::Template;
use axum::body::Body;
use axum::extract::{Multipart, Path};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::IntoResponse;
use kernel::{Problem, token};
use std::path::{Path as FilePath, PathBuf};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use web::{Faults, Response, Result, Shell, Visit, see_other};

/// A whole upload: every file and what stands round them.
pub const UPLOAD_BYTES: u64 = files::AT_MOST as u64 * BYTES + 64 * 1024;
/// Bytes of a file that are read at once.
const PIECE: usize = 64 * 1024;

#[derive(Template)]
#[template(path = "files.html")]
struct FilesView {
    shell: Shell,
    faults: Faults,
    id: i64,
    title: String,
    files: Vec<File>,
    left: usize,
}

pub async fn list(visit: Visit, Path(id): Path<String>) -> Result<Response> {
    let view = view(&visit, super::id(&id)?, Faults::none()).await?;
    visit.render(&view)
}

async fn view(visit: &Visit, id: i64, faults: Faults) -> Result<FilesView, Problem> {
    let mut scope = visit.read().await?;
    let actor = policy::actor(&mut scope).await?;
    let Draft { request, files, .. } = draft::own(&mut scope, actor, id).await?;
    let left = files::AT_MOST.saturating_sub(files.len());
    Ok(FilesView { shell: visit.shell(visit.t("requests-files-title")), faults, id, title: request.title, files, left })
}

pub async fn receive(visit: Visit, Path(id): Path<String>, form: Multipart) -> Result<Response> {
    let id = super::id(&id)?;
    visit.limit("requests.files", super::FILES)?;
    // Whose draft it is stands before the first byte is taken in.
    view(&visit, id, Faults::none()).await?;
    let folder = visit.house.data.join("uploads").join(token::make(&visit.house.chance));
    let taken = take(&folder, form).await;
    let kept = match taken {
        Ok(arrived) if arrived.is_empty() => Err(Refusal::Word("requests-fault-files-none")),
        Ok(arrived) => keep(&visit, id, &arrived).await,
        Err(refusal) => Err(refusal),
    };
    discard(&folder).await;
    match kept {
        Ok(()) => {
            visit.flash("requests-files-kept");
            Ok(see_other(format!("/requests/drafts/{id}/files")))
        }
        Err(Refusal::Word(word)) => {
            let mut faults = Faults::none();
            faults.add("files", word);
            let view = view(&visit, id, faults).await?;
            visit.render_invalid(&view)
        }
        Err(Refusal::Trouble(problem)) => Err(problem.into()),
    }
}

async fn keep(visit: &Visit, id: i64, arrived: &[Arrived]) -> std::result::Result<(), Refusal> {
    let mut scope = visit.write().await?;
    let actor = policy::actor(&mut scope).await?;
    draft::own(&mut scope, actor, id).await?;
    match files::add(&mut scope, &visit.house.data, id, arrived).await {
        Ok(()) => Ok(scope.commit().await?),
        Err(Problem::Conflict(word)) => Err(Refusal::Word(word)),
        Err(problem) => Err(problem.into()),
    }
}

pub async fn remove(visit: Visit, Path((id, file)): Path<(String, String)>) -> Result<Response> {
    let (id, file) = (super::id(&id)?, super::id(&file)?);
    let mut scope = visit.write().await?;
    let actor = policy::actor(&mut scope).await?;
    let draft = draft::own(&mut scope, actor, id).await?;
    if !draft.files.iter().any(|held| held.id == file) {
        return Err(Problem::NotFound.into());
    }
    files::forget(&mut scope, id, file).await?;
    scope.commit().await?;
    visit.flash("requests-file-removed");
    Ok(see_other(format!("/requests/drafts/{id}/files")))
}

pub async fn download(visit: Visit, Path((id, file)): Path<(String, String)>) -> Result<Response> {
    let (id, file) = (super::id(&id)?, super::id(&file)?);
    let mut scope = visit.read().await?;
    let request = policy::request(&mut scope, id).await?;
    let held = files::one(&mut scope, &request, file).await?;
    let path = files::folder(&visit.house.data, scope.community(), id).join(file.to_string());
    drop(scope);
    let opened = tokio::fs::File::open(&path).await.context("a file of a request")?;
    let bytes = opened.metadata().await.context("a file of a request")?.len();
    let disposition = HeaderValue::from_str(&disposition(&held.name)).context("the name of a file")?;
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static("application/octet-stream")),
        (header::CONTENT_DISPOSITION, disposition),
        (header::CONTENT_LENGTH, HeaderValue::from(bytes)),
        (header::CACHE_CONTROL, HeaderValue::from_static("private, no-store")),
    ];
    Ok((StatusCode::OK, headers, Body::from_stream(pieces(opened))).into_response())
}

fn pieces(file: tokio::fs::File) -> impl futures_util::Stream<Item = std::io::Result<Vec<u8>>> {
    futures_util::stream::unfold(Some(file), |file| async move {
        let mut file = file?;
        let mut piece = vec![0; PIECE];
        match file.read(&mut piece).await {
            Ok(0) => None,
            Ok(read) => {
                piece.truncate(read);
                Some((Ok(piece), Some(file)))
            }
            Err(error) => Some((Err(error), None)),
        }
    })
}

/// RFC 6266 with RFC 5987: the name as it is, and in plain letters for those who cannot read it.
fn disposition(name: &str) -> String {
    let plain: String =
        name.chars().map(|letter| if letter.is_ascii_alphanumeric() || ".-_ ".contains(letter) { letter } else { '_' }).collect();
    let mut exact = String::new();
    for byte in name.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            exact.push(char::from(byte));
        } else {
            exact.push_str(&format!("%{byte:02X}"));
        }
    }
    format!("attachment; filename=\"{plain}\"; filename*=UTF-8''{exact}")
}

enum Refusal {
    Word(&'static str),
    Trouble(Problem),
}

impl From<Problem> for Refusal {
    fn from(problem: Problem) -> Refusal {
        Refusal::Trouble(problem)
    }
}

impl From<anyhow::Error> for Refusal {
    fn from(error: anyhow::Error) -> Refusal {
        Refusal::Trouble(error.into())
    }
}

/// Files as they come, each under a number of its own.
async fn take(folder: &FilePath, mut form: Multipart) -> std::result::Result<Vec<Arrived>, Refusal> {
    let broken = |_| Refusal::Word("requests-fault-files-broken");
    let mut arrived: Vec<Arrived> = Vec::new();
    while let Some(mut field) = form.next_field().await.map_err(broken)? {
        let Some(name) = field.file_name().filter(|name| !name.is_empty()).map(files::plain_name) else { continue };
        if arrived.len() >= files::AT_MOST {
            return Err(Refusal::Word("requests-files-many"));
        }
        let path = folder.join(arrived.len().to_string());
        let mut file = begin(folder, &path).await?;
        let mut bytes = 0;
        while let Some(piece) = field.chunk().await.map_err(broken)? {
            bytes += piece.len() as u64;
            if bytes > BYTES {
                return Err(Refusal::Word("requests-fault-files-large"));
            }
            file.write_all(&piece).await.context("the disk takes no more")?;
        }
        if bytes == 0 {
            return Err(Refusal::Word("requests-fault-files-empty"));
        }
        file.sync_all().await.context("the disk takes no more")?;
        arrived.push(Arrived { path, name, bytes });
    }
    Ok(arrived)
}

async fn begin(folder: &FilePath, path: &PathBuf) -> anyhow::Result<tokio::fs::File> {
    store::private::folder(folder).context("the folder of uploads")?;
    let mut options = tokio::fs::OpenOptions::from(store::private::options());
    options.write(true).create_new(true).open(path).await.context("the uploaded file")
}

async fn discard(folder: &FilePath) {
    if let Err(error) = tokio::fs::remove_dir_all(folder).await
        && error.kind() != std::io::ErrorKind::NotFound
    {
        tracing::warn!(%error, "an unfinished upload could not be removed");
    }
}

#[cfg(test)]
mod tests {
    use super::disposition;

    #[test]
    fn names_are_said_in_both_ways() {
        assert_eq!(
            disposition("Счёт 1.pdf"),
            "attachment; filename=\"____ 1.pdf\"; filename*=UTF-8''%D0%A1%D1%87%D1%91%D1%82%201.pdf"
        );
    }
}
