//! The owner opens an import to members, whole or as far as it came.

use crate::forgetting;
use crate::progress::Progress;
use crate::run::{self, Run, State};
use kernel::{Problem, Result};
use store::Scope;

pub use crate::forgetting::forget_file;

/// Opens it. A second hand that comes too late is told so, and who opens what brought nothing.
pub async fn open(scope: &mut Scope, id: i64) -> Result<Run> {
    let run = run::find(scope, id).await?;
    if run.state == State::Unchanged {
        return Err(Problem::Conflict("import-nothing-to-open"));
    }
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
    forgetting::forget_later(scope, &run).await?;
    Ok(run)
}
