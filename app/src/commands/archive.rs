//! `artel backup` and `artel restore`.

use crate::cli::{BackupArgs, PlaceArgs, RestoreArgs};
use std::process::ExitCode;
use store::{Store, archive};

pub async fn back_up(place: &PlaceArgs, args: BackupArgs) -> anyhow::Result<ExitCode> {
    let store = Store::open(&place.place()).await?;
    let _ = (&store, &args);
    Ok(ExitCode::SUCCESS)
}
