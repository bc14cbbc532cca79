//! Copies of the database that the store makes before its schema changes. Whoever was removed since is still in them, so
//! they do not stay for ever.

use kernel::{Clock, MICROS_PER_DAY, Micros};
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

/// Long enough to see that a new version works, and to go back.
const KEPT: Micros = 30 * MICROS_PER_DAY;

/// Removes the copies that were made long ago; gives how many. Files are dated by the machine, so it is asked how long
/// ago that was.
pub(crate) fn clean(data: &Path) -> usize {
    let before = Clock::real() - KEPT;
    let old = of(data).into_iter().filter(|copy| written(copy).is_some_and(|at| at < before));
    old.filter(|copy| removed(copy)).count()
}

/// Named as `store` names them: `artel-before-VERSION-SECONDS.db`.
fn of(data: &Path) -> Vec<PathBuf> {
    let files = std::fs::read_dir(data).into_iter().flatten().flatten();
    let files = files.filter(|entry| entry.file_type().is_ok_and(|kind| kind.is_file()));
    let is_copy = |entry: &std::fs::DirEntry| {
        entry.file_name().to_str().is_some_and(|name| name.starts_with("artel-before-") && name.ends_with(".db"))
    };
    files.filter(is_copy).map(|entry| entry.path()).collect()
}

fn written(path: &Path) -> Option<Micros> {
    let at = std::fs::symlink_metadata(path).and_then(|about| about.modified()).ok()?;
    i64::try_from(at.duration_since(UNIX_EPOCH).ok()?.as_micros()).ok()
}

fn removed(copy: &Path) -> bool {
    match std::fs::remove_file(copy) {
        Ok(()) => true,
        Err(error) => {
            tracing::warn!(%error, "an old copy of the database could not be removed");
            false
        }
    }
}
