//! Files that go with a request. They lie beside the database under numbers, never under the names that people gave them.

use crate::policy::Visible;
use crate::request::Request;
use kernel::{CommunityId, Micros, Problem, Result, visible};
use serde_json::json;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use store::{BoxFuture, FromRow, JobHandler, Outcome, Row, Running, Scope, Work, args, statement};

/// Files of one request.
pub const AT_MOST: usize = 5;
/// The largest file, in bytes.
pub const BYTES: u64 = 10 * 1024 * 1024;
/// The longest name that is kept.
const NAME_LETTERS: usize = 120;
/// The kind of the job that takes files from the disk; payload `{"request_id": …, "file_ids": […]}`.
pub const REMOVE: &str = "requests.remove-files";

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    pub id: i64,
    /// As its sender called it: a name, never a path.
    pub name: String,
    pub bytes: i64,
    pub added_at: Micros,
}

impl File {
    /// Its size for people: never nothing.
    pub fn kilobytes(&self) -> i64 {
        (self.bytes + 1_023) / 1_024
    }
}

impl FromRow for File {
    fn from_row(row: &mut Row) -> anyhow::Result<File> {
        Ok(File { id: row.next()?, name: row.next()?, bytes: row.next()?, added_at: row.next()? })
    }
}

statement!(
    OF = "select id, name, bytes, added_at from requests_files where community_id = $1 and request_id = $2 order by id limit $3"
);
statement!(ONE = "select id, name, bytes, added_at from requests_files where community_id = $1 and request_id = $2 and id = $3");
statement!(
    ADD = "insert into requests_files (community_id, id, request_id, name, bytes, added_at) values ($1, $2, $3, $4, $5, $6)"
);
statement!(FORGET = "delete from requests_files where community_id = $1 and request_id = $2 and id {any $3}");

/// Where a request's files lie.
pub fn folder(data: &Path, community: CommunityId, request: i64) -> PathBuf {
    data.join("files").join("requests").join(community.to_string()).join(request.to_string())
}

/// The files of a request, in the order in which they came.
pub async fn of(scope: &mut Scope, request: i64) -> Result<Vec<File>> {
    scope.all(&OF, args![request, AT_MOST]).await
}

/// One file of a request that the viewer may see.
///
/// # Errors
/// `NotFound`.
pub async fn one(scope: &mut Scope, request: &Visible<Request>, id: i64) -> Result<File> {
    scope.one(&ONE, args![request.id, id]).await
}

/// A file that came and lies somewhere else as yet.
#[derive(Clone, Debug)]
pub struct Arrived {
    pub path: PathBuf,
    pub name: String,
    pub bytes: u64,
}

/// Takes files that came to a draft. They are moved to their places first: a row never stands without its file.
///
/// # Errors
/// `Conflict` where the request would have more than [`AT_MOST`].
pub(crate) async fn add(scope: &mut Scope, data: &Path, request: i64, arrived: &[Arrived]) -> Result<()> {
    if of(scope, request).await?.len() + arrived.len() > AT_MOST {
        return Err(Problem::Conflict("requests-files-many"));
    }
    let (place, now) = (folder(data, scope.community(), request), scope.now());
    store::private::folder(&place)?;
    for file in arrived {
        let id = scope.deal()?;
        tokio::fs::rename(&file.path, place.join(id.to_string())).await?;
        let bytes = i64::try_from(file.bytes).unwrap_or(i64::MAX);
        scope.run(&ADD, args![id, request, file.name.clone(), bytes, now]).await?;
    }
    Ok(())
}

/// Takes one file from a draft.
pub(crate) async fn forget(scope: &mut Scope, request: i64, id: i64) -> Result<()> {
    take_away(scope, request, vec![id]).await
}

pub(crate) async fn forget_all(scope: &mut Scope, request: i64) -> Result<()> {
    let held = of(scope, request).await?;
    take_away(scope, request, held.iter().map(|file| file.id).collect()).await
}

/// The rows go now, the files once that is true.
async fn take_away(scope: &mut Scope, request: i64, ids: Vec<i64>) -> Result<()> {
    if ids.is_empty() {
        return Ok(());
    }
    scope.run(&FORGET, args![request, ids.clone()]).await?;
    let payload = json!({ "request_id": request, "file_ids": ids });
    scope.enqueue(Work { kind: REMOVE, payload, due: None, key: None }).await.map(|_| ())
}

/// A name that can be shown and saved anywhere: the last part of what the sender called it.
pub fn plain_name(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let kept = |letter: &char| !letter.is_control() && !matches!(letter, '"' | '<' | '>' | '|' | ':' | '*' | '?');
    let plain: String = visible(&last.chars().filter(kept).collect::<String>()).chars().take(NAME_LETTERS).collect();
    // Browsers write a quotation mark in a name so.
    let plain = plain.replace("%22", "");
    let plain = plain.trim().trim_start_matches('.').trim().to_owned();
    if plain.is_empty() { "file".to_owned() } else { plain }
}

/// The job that takes files from the disk.
pub struct RemoveFiles;

impl JobHandler for RemoveFiles {
    fn kind(&self) -> &'static str {
        REMOVE
    }

    fn run<'a>(&'a self, job: &'a mut Running) -> BoxFuture<'a, Result<Outcome>> {
        Box::pin(async move {
            let request = job.payload["request_id"].as_i64();
            let (Some(community), Some(request), Some(ids)) = (job.community, request, job.payload["file_ids"].as_array()) else {
                return Ok(Outcome::Failed("the payload names no files".to_owned()));
            };
            let place = folder(job.store.data(), community, request);
            for id in ids.iter().filter_map(serde_json::Value::as_i64) {
                gone(tokio::fs::remove_file(place.join(id.to_string())).await)?;
            }
            // A folder with other files stays.
            let _ = tokio::fs::remove_dir(&place).await;
            Ok(Outcome::Done)
        })
    }
}

/// What is not there was taken away by an earlier try.
fn gone(removed: std::io::Result<()>) -> Result<()> {
    match removed {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(error.into()),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::plain_name;

    #[test]
    fn a_name_is_never_a_path_nor_a_header() {
        assert_eq!(plain_name("../../etc/passwd"), "passwd");
        assert_eq!(plain_name("C:\\план\\смета \"2026\".xlsx"), "смета 2026.xlsx");
        assert_eq!(plain_name("a\r\nset-cookie: x"), "aset-cookie x");
        assert_eq!(plain_name("счёт\u{202e}fdp.exe"), "счётfdp.exe");
        assert_eq!(plain_name(" .. "), "file");
    }
}
