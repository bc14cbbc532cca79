//! `artel backup` and `artel restore`.

use crate::cli::{BackupArgs, PlaceArgs, RestoreArgs};
use crate::house;
use crate::said::say;
use std::process::ExitCode;
use store::{Store, archive};

pub async fn back_up(place: &PlaceArgs, args: BackupArgs) -> anyhow::Result<ExitCode> {
    let store = Store::open(&place.settled()?).await?;
    let manifest = archive::backup(&store, Some(&place.data), &args.file).await?;
    let rows: u64 = manifest.tables.iter().map(|table| table.rows).sum();
    say!(
        "{}: {} tables, {rows} rows, {} files",
        args.file.display(),
        manifest.tables.len(),
        manifest.files.as_ref().map_or(0, Vec::len)
    )?;
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
    let (clock, chance) = house::machine();
    let erased = people::keeping::replay(&store, &clock, &chance).await?;
    let rows: u64 = report.manifest.tables.iter().map(|table| table.rows).sum();
    say!(
        "{} tables, {rows} rows, {} files are back",
        report.manifest.tables.len(),
        report.manifest.files.as_ref().map_or(0, Vec::len)
    )?;
    if erased > 0 {
        say!("{erased} people who asked to be removed after the backup were removed again")?;
    }
    if let Some(kept) = report.kept {
        say!("The database as it was before: {}", kept.display())?;
    }
    Ok(ExitCode::SUCCESS)
}
