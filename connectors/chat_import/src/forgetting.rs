//! The uploaded file of an import does not outlive its use: it holds the words of many people.

use crate::run::{self, FORGET, Run};
use kernel::Result;
use serde_json::json;
use std::path::Path;
use store::{BoxFuture, JobHandler, Outcome, Running, Scope, Work};

/// Has the file removed once the transaction holds, also if the server dies in that moment or in the midst of removing.
pub(crate) async fn forget_later(scope: &mut Scope, run: &Run) -> Result<()> {
    if run.created_by.is_some() {
        let key = format!("{}-{}", scope.community(), run.id);
        scope.enqueue(Work { kind: FORGET, payload: json!({ "run": run.id }), due: None, key: Some(&key) }).await?;
    }
    Ok(())
}

/// An import is over and brought nothing: its file goes, and the audience made for its rows, which hides none, is no more
/// one that waits to be opened.
pub(crate) async fn nothing_came(scope: &mut Scope, run: &Run) -> Result<()> {
    identity::audience::withdraw(scope, run.audience).await?;
    forget_later(scope, run).await
}

pub struct Forgetting;

impl JobHandler for Forgetting {
    fn kind(&self) -> &'static str {
        FORGET
    }

    fn run<'a>(&'a self, job: &'a mut Running) -> BoxFuture<'a, Result<Outcome>> {
        Box::pin(async move {
            let mut look = job.store.read(&job.who()?).await?;
            let run = run::find(&mut look, job.payload["run"].as_i64().unwrap_or_default()).await?;
            forget_upload(&run);
            Ok(Outcome::Done)
        })
    }
}

/// Removes the uploaded file of an import that needs it no more: the words are in, or they are not wanted.
/// A file that was named on the command line is its owner's and stays.
pub fn forget_file(data: &Path, run: &Run) {
    let uploads = data.join("uploads");
    let Ok(inside) = Path::new(&run.path).strip_prefix(&uploads) else { return };
    if let Some(folder) = inside.components().next() {
        remove(&uploads.join(folder));
    }
}

/// The same for a job, which does not know the data folder. Nobody of the community sent what the command line named,
/// wherever it lies.
fn forget_upload(run: &Run) {
    if run.created_by.is_some()
        && let Some(folder) = folder(Path::new(&run.path))
    {
        remove(folder);
    }
}

/// The folder of an upload in which a path lies.
pub(crate) fn folder(path: &Path) -> Option<&Path> {
    let is_upload = |folder: &&Path| folder.parent().and_then(Path::file_name).is_some_and(|name| name == "uploads");
    path.ancestors().find(is_upload)
}

pub(crate) fn remove(folder: &Path) {
    if let Err(error) = std::fs::remove_dir_all(folder)
        && error.kind() != std::io::ErrorKind::NotFound
    {
        tracing::warn!(%error, "the file of an import could not be removed");
    }
}
