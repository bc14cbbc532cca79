//! The deeds behind a person's figures: what they wrote, when they came and went, at which hours people write.

use crate::day::{self, Day, WINDOW_DAYS};
use chrono_tz::Tz;
use kernel::{IdentityId, Micros, Result};
use store::{DeedRow, FromRow, Row, Scope, args, statement};

/// Deeds on one page.
pub const PAGE: usize = 50;
/// Identities that may have written in some hours.
const MOST_WRITERS: i64 = 20_000;
/// The deeds that are counted as messages.
pub const WRITTEN: [&str; 2] = ["talk.message", "talk.reply"];

/// A coming or a going, as it is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Passage {
    pub day: Day,
    pub arrived: bool,
}

/// Somebody who wrote in some hours.
#[derive(Clone, Debug)]
pub struct Writer {
    pub person: i64,
    pub name: Option<String>,
    pub messages: i64,
}

impl FromRow for Writer {
    fn from_row(row: &mut Row) -> anyhow::Result<Writer> {
        let (person, name) = (row.next()?, row.next::<Option<String>>()?);
        Ok(Writer { person, name: name.filter(|name| !name.is_empty()), messages: row.next()? })
    }
}

statement!(
    WAYS = "select w.id, v.day, v.arrived from identity_ways w left join pulse_moves v on v.community_id = w.community_id \
     and v.identity_id = w.id and v.day <= $4 and v.audience_id {any $5} \
     where w.community_id = $1 and (w.member_id = $2 or w.id = $3 and w.member_id is null) order by w.id, v.day, v.seq limit 1000"
);
// With each identity the answers between it and those of the other person, where its number is the lower.
statement!(
    WAYS_OF_TWO = "select w.id, w.member_id, cast((select coalesce(sum(t.ab + t.ba), 0) from pulse_ties t \
     join identity_ways o on o.community_id = t.community_id and o.id = t.b_id where t.community_id = w.community_id and t.a_id = w.id \
     and t.day <= $4 and t.audience_id {any $5} and (o.member_id {any $2} or o.id {any $3} and o.member_id is null) \
     and coalesce(o.member_id, -o.id) <> coalesce(w.member_id, -w.id)) as bigint) from identity_ways w where w.community_id = $1 \
     and (w.member_id {any $2} or w.id {any $3} and w.member_id is null) order by w.id limit 1000"
);
statement!(
    AT_HOURS = "select r.person, r.name, r.messages from (select coalesce(w.member_id, -w.id) as person, min(m.name) as name, \
     cast(sum(h.messages) as bigint) as messages from pulse_hours h \
     join identity_ways w on w.community_id = h.community_id and w.id = h.identity_id and w.kind in ('person', 'deleted') \
     left join identity_persons m on m.community_id = w.community_id and m.id = w.member_id \
     where h.community_id = $1 and h.day > $2 and h.day <= $3 and h.audience_id {any $4} \
     and ($5 < 0 or (h.day + 3) % 7 = $5) and ($6 < 0 or h.hour = $6) group by coalesce(w.member_id, -w.id)) r \
     where r.messages > 0 and (r.messages < $7 or (r.messages = $7 and r.person > $8)) order by r.messages desc, r.person limit $9"
);
statement!(
    WRITERS = "select w.id, min(m.name), cast(sum(h.messages) as bigint) from pulse_hours h \
     join identity_ways w on w.community_id = h.community_id and w.id = h.identity_id and w.kind in ('person', 'deleted') \
     left join identity_persons m on m.community_id = w.community_id and m.id = w.member_id \
     where h.community_id = $1 and h.day > $2 and h.day <= $3 and h.audience_id {any $4} \
     and ($5 < 0 or (h.day + 3) % 7 = $5) and ($6 < 0 or h.hour = $6) and ($7 = 0 or coalesce(w.member_id, -w.id) = $7) \
     group by w.id having sum(h.messages) > 0 order by w.id limit $8"
);
statement!(
    LAST_WRITTEN = "select day from pulse_hours where community_id = $1 and day <= $2 and messages > 0 and audience_id {any $3} \
     order by day desc limit 1"
);

/// Every identity of a person, and when they came and went up to a day. Persons as in standings.
pub async fn ways(scope: &mut Scope, person: i64, day: Day, audiences: &[i64]) -> Result<(Vec<IdentityId>, Vec<Passage>)> {
    let rows = scope.all::<(IdentityId, Option<Day>, Option<bool>)>(&WAYS, args![person, -person, day, audiences.to_vec()]).await?;
    let mut identities: Vec<IdentityId> = rows.iter().map(|row| row.0).collect();
    identities.dedup();
    let mut passages: Vec<Passage> =
        rows.into_iter().filter_map(|(_, day, arrived)| Some(Passage { day: day?, arrived: arrived? })).collect();
    passages.sort_by_key(|passage| passage.day);
    Ok((identities, passages))
}

/// The identities of two persons, and how many answers they ever gave each other up to a day: those that the depth of their
/// tie counts.
pub async fn ways_of_two(
    scope: &mut Scope,
    (one, other): (i64, i64),
    day: Day,
    audiences: &[i64],
) -> Result<([Vec<IdentityId>; 2], i64)> {
    let people = vec![one, other];
    let bare: Vec<i64> = people.iter().map(|person| -person).collect();
    let args = args![people, bare, day, audiences.to_vec()];
    let rows = scope.all::<(IdentityId, Option<i64>, i64)>(&WAYS_OF_TWO, args).await?;
    let of = |person: i64| {
        let is = |row: &&(IdentityId, Option<i64>, i64)| row.1.unwrap_or(-row.0.0) == person;
        rows.iter().filter(is).map(|row| row.0).collect()
    };
    Ok(([of(one), of(other)], rows.iter().map(|row| row.2).sum()))
}

/// Which hours: a weekday (0 is Monday) and an hour, or any.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Cell {
    pub weekday: Option<i64>,
    pub hour: Option<i64>,
}

impl Cell {
    /// The quarters of an hour of UTC that these hours of the 28 days are made of, clocks put forward and back included.
    fn quarters(self, zone: Tz, until: Day) -> Vec<i64> {
        let (from, until) = (day::begins(zone, until - WINDOW_DAYS + 1), day::begins(zone, until + 1));
        let is_asked = |quarter: &i64| {
            let (day, hour) = day::day_and_hour(zone, quarter * store::QUARTER);
            self.weekday.is_none_or(|weekday| weekday == day::weekday(day) as i64) && self.hour.is_none_or(|one| one == hour)
        };
        (from.div_euclid(store::QUARTER)..until.div_euclid(store::QUARTER)).filter(is_asked).collect()
    }
}

/// What an identity wrote in some hours: its person's name, and how many messages.
#[derive(Clone, Debug)]
pub struct Way {
    pub identity: IdentityId,
    /// Nothing for a former member.
    pub name: Option<String>,
    pub messages: i64,
}

impl FromRow for Way {
    fn from_row(row: &mut Row) -> anyhow::Result<Way> {
        let (identity, name) = (row.next()?, row.next::<Option<String>>()?);
        Ok(Way { identity, name: name.filter(|name| !name.is_empty()), messages: row.next()? })
    }
}

/// The identities that wrote in some hours of the 28 days: everybody's, or one person's.
pub async fn writers(scope: &mut Scope, day: Day, cell: Cell, audiences: &[i64], person: Option<i64>) -> Result<Vec<Way>> {
    let (weekday, hour, person) = (cell.weekday.unwrap_or(-1), cell.hour.unwrap_or(-1), person.unwrap_or_default());
    let args = args![day - WINDOW_DAYS, day, audiences.to_vec(), weekday, hour, person, MOST_WRITERS];
    scope.all(&WRITERS, args).await
}

/// Where a page of messages ended: when, and which deed.
pub type Place = (Micros, i64);

/// What these identities wrote in some hours of the 28 days before a place, newest first; at most one more than a page holds.
pub async fn written_at(
    scope: &mut Scope,
    ways: &[Way],
    (zone, day, cell): (Tz, Day, Cell),
    audiences: &[i64],
    before: Option<Place>,
) -> Result<Vec<DeedRow>> {
    let identities: Vec<IdentityId> = ways.iter().map(|way| way.identity).collect();
    let quarters = cell.quarters(zone, day);
    scope.deeds_in_quarters(&identities, &WRITTEN, audiences, &quarters, before, PAGE as i64 + 1).await
}

/// Who wrote at some hours of the 28 days, those who wrote most first; after so many messages and a person.
pub async fn at_hours(
    scope: &mut Scope,
    day: Day,
    cell: Cell,
    audiences: &[i64],
    after: Option<(i64, i64)>,
    limit: usize,
) -> Result<Vec<Writer>> {
    let (messages, person) = after.unwrap_or((i64::MAX, i64::MIN));
    let (weekday, hour) = (cell.weekday.unwrap_or(-1), cell.hour.unwrap_or(-1));
    scope.all(&AT_HOURS, args![day - WINDOW_DAYS, day, audiences.to_vec(), weekday, hour, messages, person, limit]).await
}

/// The last day up to a day on which anybody wrote.
pub async fn last_written(scope: &mut Scope, day: Day, audiences: &[i64]) -> Result<Option<Day>> {
    scope.maybe(&LAST_WRITTEN, args![day, audiences.to_vec()]).await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_hour_that_comes_twice_is_longer_and_one_that_never_was_is_none() {
        let quarters = |weekday, hour, until: &str| {
            let cell = Cell { weekday: Some(weekday), hour: Some(hour) };
            cell.quarters(chrono_tz::Europe::Riga, day::parse(until).expect("a date")).len()
        };
        assert_eq!(quarters(6, 5, "2024-10-31"), 16, "four Sundays");
        assert_eq!(quarters(6, 3, "2024-10-31"), 20, "clocks were put back on 27 October");
        assert_eq!(quarters(6, 3, "2024-04-01"), 12, "and forward on 31 March");
        let all = Cell::default().quarters(chrono_tz::Asia::Kathmandu, day::parse("2024-04-01").expect("a date"));
        assert_eq!(all.len(), 28 * 96);
    }
}
