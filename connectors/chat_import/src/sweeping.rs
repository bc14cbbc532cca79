//! Uploads that nobody will ever use: the server was killed while they came, so no import knows of them. They hold the
//! words of many people and go within a day or two.

use crate::forgetting;
use crate::run;
use kernel::{Clock, MICROS_PER_DAY, Micros, Result};
use std::collections::HashSet;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;
use store::{BoxFuture, JobHandler, Outcome, Running, Schedule, Store, Who, followers};

const SWEEP: &str = "chat_import.sweep";

/// Twenty to three at night, UTC.
pub const NIGHTLY: Schedule = Schedule { name: SWEEP, cron: "40 2 * * *", kind: SWEEP };

/// How long nothing may have come of an upload. The slowest line brings 2 GB in less.
const QUIET: Micros = MICROS_PER_DAY;

pub struct Sweeping;

impl JobHandler for Sweeping {
    fn kind(&self) -> &'static str {
        SWEEP
    }

    fn run<'a>(&'a self, job: &'a mut Running) -> BoxFuture<'a, Result<Outcome>> {
        Box::pin(async move {
            // Files are dated by the machine, so it is asked how long ago that was.
            let quiet = quiet_since(&job.store.data().join("uploads"), Clock::real() - QUIET);
            if quiet.is_empty() {
                return Ok(Outcome::Done);
            }
            let used = used(job).await?;
            let torn = quiet.into_iter().filter(|folder| folder.file_name().is_some_and(|name| !used.contains(name)));
            let torn: Vec<PathBuf> = torn.collect();
            torn.iter().for_each(|folder| forgetting::remove(folder));
            tracing::info!(uploads = torn.len(), "uploads that never arrived whole were removed");
            Ok(Outcome::Done)
        })
    }
}

/// Folders in which nothing was written since a moment. What cannot be read is left for another night.
fn quiet_since(uploads: &Path, moment: Micros) -> Vec<PathBuf> {
    let folders = std::fs::read_dir(uploads).into_iter().flatten().flatten();
    let folders = folders.filter(|entry| entry.file_type().is_ok_and(|kind| kind.is_dir())).map(|entry| entry.path());
    folders.filter(|folder| last_written(folder).is_some_and(|at| at < moment)).collect()
}

fn last_written(folder: &Path) -> Option<Micros> {
    let files = std::fs::read_dir(folder).ok()?.map(|entry| entry.map(|entry| entry.path()));
    let paths = files.collect::<std::io::Result<Vec<PathBuf>>>().ok()?;
    let times = paths.iter().map(PathBuf::as_path).chain([folder]).map(written);
    times.collect::<Option<Vec<Micros>>>()?.into_iter().max()
}

fn written(path: &Path) -> Option<Micros> {
    let at = std::fs::symlink_metadata(path).and_then(|about| about.modified()).ok()?;
    i64::try_from(at.duration_since(UNIX_EPOCH).ok()?.as_micros()).ok()
}

/// The folders of every import of every community.
async fn used(job: &Running) -> Result<HashSet<OsString>> {
    let mut used = HashSet::new();
    for community in followers::communities(&job.store).await? {
        let who = Who::system(community, &job.clock, &job.chance);
        of_community(&job.store, &who, &mut used).await?;
    }
    Ok(used)
}

async fn of_community(store: &Store, who: &Who, used: &mut HashSet<OsString>) -> Result<()> {
    let mut scope = store.read(who).await?;
    let mut before = i64::MAX;
    loop {
        let paths = run::paths(&mut scope, before).await?;
        let Some((last, _)) = paths.last() else { return Ok(()) };
        before = *last;
        let folders = paths.iter().filter_map(|(_, path)| forgetting::folder(Path::new(path)));
        used.extend(folders.filter_map(Path::file_name).map(OsString::from));
    }
}
