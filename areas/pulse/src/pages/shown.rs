//! What the pages of persons and deeds share: the line of a message, the head of a list.

use super::{address, figures, zone};
use crate::day::{self, Day};
use crate::sight::Sight;
use crate::snapshot::Snapshot;
use crate::standings::Standing;
use kernel::{Micros, Result};
use std::collections::HashMap;
use store::{DeedRow, Scope};
use web::{Shell, Visit};

/// A message as a line of evidence.
pub(super) struct Line {
    pub id: i64,
    pub at: Micros,
    /// Who wrote it, where a page tells of several.
    pub author: String,
    pub excerpt: String,
    pub answer: bool,
}

/// The day of a page, as it is said and as it is linked.
pub(super) struct Dated {
    pub said: String,
    /// Back to the figures of the day.
    pub back: String,
    pub as_of: Option<String>,
}

pub(super) fn dated(visit: &Visit, shell: &Shell, day: Day) -> Result<Dated> {
    let said = shell.day(day::begins(zone(visit)?, day));
    Ok(Dated { said, back: address("/pulse", day, &[]), as_of: None })
}

/// The figures of a day, and how its pages speak of it.
pub(super) async fn of_day(visit: &Visit, shell: &Shell, day: Day, sight: Sight) -> Result<(Snapshot, Dated)> {
    let kept = figures(visit, day, sight).await?;
    let as_of = kept.stale.then(|| shell.time(kept.made_at));
    Ok((kept, Dated { as_of, ..dated(visit, shell, day)? }))
}

/// Deeds of writing as lines, in their order, as far as the reader may see them. One statement.
pub(super) async fn lines(scope: &mut Scope, deeds: &[DeedRow]) -> Result<Vec<Line>> {
    let audiences = scope.viewer().audience_numbers();
    let seen: Vec<&DeedRow> = deeds.iter().filter(|deed| audiences.contains(&deed.audience.0)).collect();
    let ids: Vec<i64> = seen.iter().map(|deed| deed.object).collect();
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let found = talk::evidence::lines(scope, &ids).await?;
    let mut texts: HashMap<i64, talk::evidence::Line> = found.into_iter().map(|line| (line.id, line)).collect();
    let line = |deed: &DeedRow| {
        let line = texts.remove(&deed.object).filter(|line| !line.taken_away)?;
        let answer = deed.kind == "talk.reply";
        Some(Line { id: line.id, at: line.at, author: String::new(), excerpt: line.excerpt, answer })
    };
    Ok(seen.into_iter().filter_map(line).collect())
}

/// A person's name, or what a former member is called.
pub(super) fn name_or_former(name: Option<&String>, shell: &Shell) -> String {
    name.cloned().unwrap_or_else(|| shell.t("pulse-former"))
}

/// One person of a day, whose figures were asked for by [`of_day`] before: rows of persons and pairs alone do not say that
/// they are out of date.
pub(super) async fn standing(scope: &mut Scope, day: Day, sight: Sight, person: i64) -> Result<Standing> {
    crate::standings::one(scope, day, sight, person).await?.ok_or(kernel::Problem::NotFound)
}
