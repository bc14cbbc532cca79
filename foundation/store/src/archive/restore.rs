//! Puts an archive in the place of what is there: checked whole before the first change, and then all of it or nothing.

use super::erasures::{Erasure, erasures, note_erasures};
use super::index::Index;
use super::{FOLDERS, Manifest, files, newest_schema, target_postgres, target_sqlite};
use crate::{Place, Store, migrate, private};
use anyhow::{Context, Result, ensure};
use std::path::{Path, PathBuf};

/// What a restore did.
#[derive(Debug)]
pub struct Report {
    pub manifest: Manifest,
    /// The database as it was before (SQLite only).
    pub kept: Option<PathBuf>,
    /// Folders of files as they were before.
    pub kept_folders: Vec<PathBuf>,
    /// What was erased after the archive was made, for the people area to erase again. They also stand in the data
    /// folder's list (see [`super::erasures`]), so that a crash before that loses none.
    pub erasures_to_replay: Vec<Erasure>,
}

/// What is where the archive shall go.
#[derive(Debug, Default)]
pub(super) struct Before {
    /// There is a community: somebody's work.
    pub lived_in: bool,
    pub erasures: Vec<Erasure>,
}

/// Restores the archive `from` to a place, of whichever database. Nobody else may have it open on SQLite. A place that
/// holds a community is refused without `force`. An archive of an older schema is restored as it was and then migrated.
/// The search index in the data folder belongs to the old rows: the caller forgets it.
pub async fn restore(place: &Place, from: &Path, force: bool) -> Result<Report> {
    private::folder(&place.data)?;
    let index = Index::open(from)?;
    let staged = stage_files(&index, &place.data)?;
    let (kept, erasures_to_replay) = match &place.database_url {
        None => restore_sqlite(&index, place, force).await?,
        Some(url) => (None, restore_postgres(&index, place, url, force).await?),
    };
    let kept_folders = match &staged {
        Some(staged) => exchange_folders(staged.path(), &place.data)?,
        None => Vec::new(),
    };
    if index.manifest.schema < newest_schema() {
        drop(Store::open(place).await.context("the archive is restored, but its older schema could not be migrated")?);
    }
    Ok(Report { manifest: index.manifest, kept, kept_folders, erasures_to_replay })
}

async fn restore_sqlite(index: &Index, place: &Place, force: bool) -> Result<(Option<PathBuf>, Vec<Erasure>)> {
    let path = place.sqlite_path();
    let _lock = migrate::lock(&path)?;
    let (before, settled) = target_sqlite::look(&path, force)?;
    may_replace(&before, force)?;
    if settled == target_sqlite::Settled::Whole {
        target_sqlite::settle(&path)?;
    }
    // Once more now that nobody can add to it.
    let (before, settled) = target_sqlite::look(&path, force)?;
    let erasures = remember(index, before, &place.data)?;
    let fresh = crate::sqlite::blocking(|| target_sqlite::build(index, &path))?;
    let kept = target_sqlite::exchange(fresh, &path, settled)?;
    Ok((kept, erasures))
}

async fn restore_postgres(index: &Index, place: &Place, url: &str, force: bool) -> Result<Vec<Erasure>> {
    let mut target = target_postgres::Target::open(url).await?;
    let before = target.look().await?;
    may_replace(&before, force)?;
    let erasures = remember(index, before, &place.data)?;
    target.replace(index).await?;
    Ok(erasures)
}

fn may_replace(before: &Before, force: bool) -> Result<()> {
    ensure!(force || !before.lived_in, "a community lives here already; `--force` puts the archive in its place");
    Ok(())
}

/// Erasures that the archive does not know of, noted in the data folder before anything is exchanged.
fn remember(index: &Index, before: Before, data: &Path) -> Result<Vec<Erasure>> {
    let noted = erasures(data)?;
    let known = |erasure: &Erasure, list: &[Erasure]| {
        list.iter().any(|other| (other.community, &other.hash) == (erasure.community, &erasure.hash))
    };
    let unnoted: Vec<Erasure> = before.erasures.into_iter().filter(|erasure| !known(erasure, &noted)).collect();
    note_erasures(data, &unnoted)?;
    let mut all = [noted, unnoted].concat();
    all.retain(|erasure| !index.erased.contains(&(erasure.community, erasure.hash.clone())));
    all.sort();
    Ok(all)
}

/// The files of the archive in a folder of their own, or nothing if the archive has none to say.
fn stage_files(index: &Index, data: &Path) -> Result<Option<tempfile::TempDir>> {
    let Some(entries) = &index.manifest.files else { return Ok(None) };
    let staged = tempfile::Builder::new().prefix(".artel-restoring-").tempdir_in(data)?;
    for entry in entries {
        // Every path was judged by the index; the new folder holds no links to be led astray by.
        let path = staged.path().join(&entry.path);
        private::folder(path.parent().context("a file lies in a folder")?)?;
        let mut file = private::options().write(true).create_new(true).open(&path).with_context(|| entry.path.clone())?;
        crate::sqlite::blocking(|| index.extract(&entry.path, &mut file))?;
        file.sync_all()?;
    }
    Ok(Some(staged))
}

fn exchange_folders(staged: &Path, data: &Path) -> Result<Vec<PathBuf>> {
    let mut kept = Vec::new();
    for folder in FOLDERS {
        let (old, new) = (data.join(folder), staged.join(folder));
        if old.exists() {
            let aside = files::beside(&old, &format!("{folder}-before-restore"));
            std::fs::rename(&old, &aside)?;
            kept.push(aside);
        }
        if new.exists() {
            std::fs::rename(&new, &old)?;
        }
    }
    files::sync_folder(data)?;
    Ok(kept)
}
