//! What long ago is worth to the figures of a day: of most people their first and their last word, of most pairs nothing.
//! So a day of a large community is read in proportion to its last year, not to all that was ever said.

use crate::day::{Day, WINDOW_DAYS};
use crate::figures::newcomers::COHORT_DAYS;
use crate::figures::size::PERIODS;
use crate::network::TIE_DAYS;
use kernel::Result;
use std::collections::{BTreeSet, HashMap};
use store::{Scope, args, statement};

/// The first of the thirteen periods begins so many days before, and asks how people stood 28 days before that.
pub const WRITTEN_IN_FULL: Day = (PERIODS + 1) * WINDOW_DAYS;
/// A newcomer came within a year, and the answer that made their tie was given within the days of ties before.
pub const ANSWERED_IN_FULL: Day = COHORT_DAYS + TIE_DAYS;

statement!(
    DAYS = "select identity_id, day, messages from pulse_days where community_id = $1 and day > $2 and day <= $3 and messages > 0 \
     and audience_id {any $4}"
);
// Two looks at each identity's rows, however many there are.
statement!(
    ENDS = "select w.id, (select d.day from pulse_days d where d.community_id = w.community_id and d.identity_id = w.id and d.day <= $2 \
       and d.messages > 0 and d.audience_id {any $3} order by d.day limit 1), \
     (select d.day from pulse_days d where d.community_id = w.community_id and d.identity_id = w.id and d.day <= $2 \
       and d.messages > 0 and d.audience_id {any $3} order by d.day desc limit 1) \
     from identity_ways w where w.community_id = $1 and w.kind in ('person', 'deleted')"
);
statement!(
    TIES = "select a_id, b_id, day, ab, ba from pulse_ties where community_id = $1 and day > $2 and day <= $3 and (ab > 0 or ba > 0) \
     and audience_id {any $4}"
);
// Looked up by the first of the two alone: together they would be as many looks as there are pairs of people.
statement!(
    OLD_TIES = "select a_id, b_id, day, ab, ba from pulse_ties where community_id = $1 and a_id {any $2} and b_id + 0 {any $2} and day <= $3 \
     and (ab > 0 or ba > 0) and audience_id {any $4}"
);

/// An identity, a day, messages.
pub(crate) type WrittenRow = (i64, Day, i64);
/// Two identities, a day, answers of the first to the second and back.
pub(crate) type AnsweredRow = (i64, i64, Day, i64, i64);

/// Every day of the last [`WRITTEN_IN_FULL`] on which somebody wrote; of the time before, the first and the last of each
/// identity, without their messages: how people stood on any day asked for follows from these.
pub(crate) async fn written(scope: &mut Scope, day: Day, audiences: &[i64]) -> Result<Vec<WrittenRow>> {
    let before = day - WRITTEN_IN_FULL;
    let mut rows = scope.all::<WrittenRow>(&DAYS, args![before, day, audiences.to_vec()]).await?;
    for (identity, first, last) in scope.all::<(i64, Option<Day>, Option<Day>)>(&ENDS, args![before, audiences.to_vec()]).await? {
        let ends = BTreeSet::from_iter([first, last].into_iter().flatten());
        rows.extend(ends.into_iter().map(|day| (identity, day, 0)));
    }
    Ok(rows)
}

/// Answers of the last [`ANSWERED_IN_FULL`]; of the time before, those of pairs that spoke within the days of ties, whose
/// depth counts every answer ever. `person_of` joins identities in persons: a pair may have begun by other identities.
pub(crate) async fn answered(
    scope: &mut Scope,
    day: Day,
    audiences: &[i64],
    person_of: &HashMap<i64, usize>,
) -> Result<Vec<AnsweredRow>> {
    let before = day - ANSWERED_IN_FULL;
    let mut rows = scope.all::<AnsweredRow>(&TIES, args![before, day, audiences.to_vec()]).await?;
    let pair = |row: &AnsweredRow| {
        let (one, other) = (*person_of.get(&row.0)?, *person_of.get(&row.1)?);
        Some((one.min(other), one.max(other)))
    };
    let speak: BTreeSet<(usize, usize)> = rows.iter().filter(|row| row.2 > day - TIE_DAYS).filter_map(pair).collect();
    let people: BTreeSet<usize> = speak.iter().flat_map(|(one, other)| [*one, *other]).collect();
    let mut identities: Vec<i64> = person_of.iter().filter(|(_, person)| people.contains(person)).map(|(id, _)| *id).collect();
    identities.sort_unstable();
    let old = scope.all::<AnsweredRow>(&OLD_TIES, args![identities, before, audiences.to_vec()]).await?;
    rows.extend(old.into_iter().filter(|row| pair(row).is_some_and(|pair| speak.contains(&pair))));
    Ok(rows)
}
