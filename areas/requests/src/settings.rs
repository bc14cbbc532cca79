//! How the community asks: how many people a round, and how long it waits for them.

use crate::policy::Steward;
use kernel::{Micros, Result};
use store::{Scope, args, statement};

pub const MICROS_PER_HOUR: Micros = 3_600 * kernel::MICROS_PER_SECOND;
/// People asked in a round.
pub const ASKED: std::ops::RangeInclusive<i64> = 1..=20;
/// Hours before the next are asked: from one to two weeks.
pub const PATIENCE_HOURS: std::ops::RangeInclusive<i64> = 1..=336;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Settings {
    pub asked: i64,
    pub patience_hours: i64,
}

impl Default for Settings {
    fn default() -> Settings {
        Settings { asked: 5, patience_hours: 24 }
    }
}

impl Settings {
    pub fn patience(&self) -> Micros {
        self.patience_hours * MICROS_PER_HOUR
    }
}

statement!(HELD = "select asked, patience_hours from requests_settings where community_id = $1");
statement!(
    KEEP = "insert into requests_settings (community_id, asked, patience_hours, changed_at) values ($1, $2, $3, $4) \
     on conflict (community_id) do update set asked = excluded.asked, patience_hours = excluded.patience_hours, changed_at = excluded.changed_at"
);

pub async fn held(scope: &mut Scope) -> Result<Settings> {
    let held = scope.maybe::<(i64, i64)>(&HELD, &[]).await?;
    Ok(held.map_or_else(Settings::default, |(asked, patience_hours)| Settings { asked, patience_hours }))
}

pub async fn keep(scope: &mut Scope, _: Steward, settings: Settings) -> Result<()> {
    let now = scope.now();
    scope.run(&KEEP, args![settings.asked, settings.patience_hours, now]).await.map(|_| ())
}
