//! The owner opens an import to members, whole or as far as it came.

use crate::run::{self, Run};
use kernel::{Problem, Result};
use store::Scope;

/// Opens it. A second hand that comes too late is told so.
pub async fn open(scope: &mut Scope, id: i64) -> Result<Run> {
    let run = run::find(scope, id).await?;
    if !run.state.may_be_settled() {
        return Err(Problem::Conflict("import-not-open-now"));
    }
    run::set_opened(scope, id).await?;
    identity::audience::open(scope, run.audience).await?;
    talk::history::open(scope, run.audience).await?;
    run::tell(scope, "import.opened", &run).await?;
    Ok(run)
}

/// Removes the uploaded file of a settled import: the words are in, or they are not wanted.
/// A file that was named on the command line is its owner's and stays.
pub fn forget_file(data: &std::path::Path, run: &Run) {
    let uploads = data.join("uploads");
    let Ok(inside) = std::path::Path::new(&run.path).strip_prefix(&uploads) else { return };
    let Some(folder) = inside.components().next() else { return };
    if let Err(error) = std::fs::remove_dir_all(uploads.join(folder)) {
        tracing::warn!(%error, "the file of a settled import could not be removed");
    }
}
