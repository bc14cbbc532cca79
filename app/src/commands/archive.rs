//! `artel backup` and `artel restore`.

use crate::cli::{BackupArgs, PlaceArgs, RestoreArgs};
use crate::house;
use kernel::{CommunityId, IdentityId};
use people::ErasureRow;
use std::collections::BTreeMap;
use std::process::ExitCode;
use store::archive::Erasure;
use store::{Store, Who, archive};

pub async fn back_up(place: &PlaceArgs, args: BackupArgs) -> anyhow::Result<ExitCode> {
    let store = Store::open(&place.place()).await?;
    let manifest = archive::backup(&store, Some(&place.data), &args.file).await?;
    let rows: u64 = manifest.tables.iter().map(|table| table.rows).sum();
    println!(
        "{}: {} tables, {rows} rows, {} files",
        args.file.display(),
        manifest.tables.len(),
        manifest.files.as_ref().map_or(0, Vec::len)
    );
    Ok(ExitCode::SUCCESS)
}

pub async fn restore(place: &PlaceArgs, args: RestoreArgs) -> anyhow::Result<ExitCode> {
    let place = place.place();
    let report = archive::restore(&place, &args.file, args.force).await?;
    // The search index belongs to the rows that were there before; the next server makes it anew.
    let index = place.data.join("search");
    if index.exists() {
        std::fs::remove_dir_all(&index)?;
    }
    let store = Store::open(&place).await?;
    let erased = replay(&store, report.erasures_to_replay).await?;
    let rows: u64 = report.manifest.tables.iter().map(|table| table.rows).sum();
    println!(
        "{} tables, {rows} rows, {} files are back",
        report.manifest.tables.len(),
        report.manifest.files.as_ref().map_or(0, Vec::len)
    );
    if erased > 0 {
        println!("{erased} people who asked to be removed after the backup were removed again");
    }
    if let Some(kept) = report.kept {
        println!("The database as it was before: {}", kept.display());
    }
    Ok(ExitCode::SUCCESS)
}

/// Who asked to be removed after the backup was made stays removed.
async fn replay(store: &Store, erasures: Vec<Erasure>) -> anyhow::Result<usize> {
    let (clock, chance) = house::machine();
    let mut of_community: BTreeMap<i64, Vec<ErasureRow>> = BTreeMap::new();
    for erasure in erasures {
        let row =
            ErasureRow { hash: erasure.hash, identity: IdentityId(erasure.identity), words_too: erasure.words_too, at: erasure.at };
        of_community.entry(erasure.community).or_default().push(row);
    }
    let known = store::followers::communities(store).await?;
    let mut replayed = 0;
    for (community, rows) in of_community {
        if !known.contains(&CommunityId(community)) {
            continue;
        }
        let mut scope = store.write(&Who::system(CommunityId(community), &clock, &chance)).await?;
        replayed += people::erasures::replay(&mut scope, &rows).await?;
        scope.commit().await?;
    }
    Ok(replayed)
}
