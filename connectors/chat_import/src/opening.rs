//! The owner opens an import to members, whole or as far as it came.

use crate::progress::Progress;
use crate::run::{self, Run};
use kernel::{Problem, Result};
use std::path::Path;
use store::Scope;

/// Opens it. A second hand that comes too late is told so, and who opens what brought nothing.
pub async fn open(scope: &mut Scope, id: i64) -> Result<Run> {
    let run = run::find(scope, id).await?;
    if !run.state.may_be_settled() {
        return Err(Problem::Conflict("import-not-open-now"));
    }
    if !Progress::of(scope, &run).await?.counts.anything() {
        return Err(Problem::Conflict("import-nothing-to-open"));
    }
    run::set_opened(scope, id).await?;
    identity::audience::open(scope, run.audience).await?;
    talk::history::open(scope, run.audience).await?;
    run::tell(scope, "import.opened", &run).await?;
    Ok(run)
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
pub(crate) fn forget_upload(run: &Run) {
    let is_upload = |folder: &&Path| folder.parent().and_then(Path::file_name).is_some_and(|name| name == "uploads");
    if run.created_by.is_some()
        && let Some(folder) = Path::new(&run.path).ancestors().find(is_upload)
    {
        remove(folder);
    }
}

fn remove(folder: &Path) {
    if let Err(error) = std::fs::remove_dir_all(folder)
        && error.kind() != std::io::ErrorKind::NotFound
    {
        tracing::warn!(%error, "the file of an import could not be removed");
    }
}
