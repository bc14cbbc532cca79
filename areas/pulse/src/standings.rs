//! Who stands behind a figure: the persons as they stood when it was computed. A figure of persons is the count of its
//! rows here, so that what opens it adds up to it.

mod figure;

pub use figure::{Figure, Rank};

use crate::day::Day;
use crate::figures::fates::{Case, Part};
use crate::person::State;
use crate::sight::Sight;
use kernel::Result;
use store::{FromRow, Row, Scope, args, statement};

/// Persons on one page.
pub const PAGE: usize = 50;

/// A person behind a figure.
#[derive(Clone, Debug)]
pub struct Standing {
    pub person: i64,
    /// Nothing for a former member.
    pub name: Option<String>,
    /// Whether they have a page of their own.
    pub claimed: bool,
    pub state: State,
    pub before: Option<State>,
    pub joined: Day,
    pub last_written: Option<Day>,
    pub left: Option<Day>,
    pub team: bool,
    pub messages: i64,
    pub ties: i64,
    pub interactions: i64,
    pub core: i64,
    pub bridge: f64,
    pub tie_days: [Option<i64>; 3],
}

impl Standing {
    /// What the list is ordered by.
    pub fn ranked(&self, rank: Rank) -> f64 {
        match rank {
            Rank::Messages => self.messages as f64,
            Rank::Ties => self.ties as f64,
            Rank::Bridge => self.bridge,
            Rank::Soonest(nth) => -(self.tie_days[nth.min(2)].unwrap_or_default() as f64),
        }
    }
}

impl FromRow for Standing {
    fn from_row(row: &mut Row) -> anyhow::Result<Standing> {
        let (person, name, state) = (row.next()?, row.next::<Option<String>>()?, row.next::<Option<String>>()?);
        Ok(Standing {
            person,
            name: name.filter(|name| !name.is_empty()),
            claimed: state.as_deref() == Some(identity::member::State::Active.code()),
            state: State::from_place(row.next()?).unwrap_or(State::Gone),
            before: row.next::<Option<i64>>()?.and_then(State::from_place),
            joined: row.next()?,
            last_written: row.next()?,
            left: row.next()?,
            team: row.next()?,
            messages: row.next()?,
            ties: row.next()?,
            interactions: row.next()?,
            core: row.next()?,
            bridge: row.next()?,
            tie_days: [row.next()?, row.next()?, row.next()?],
        })
    }
}

/// A statement over the persons behind a figure: `$2` day, `$3` sight, `$4` case, `$5` and `$6` its numbers.
macro_rules! behind {
    ($head:literal, $rest:literal) => {
        concat!(
            $head,
            " where s.community_id = $1 and s.day = $2 and s.sight = $3 and case cast($4 as bigint) ",
            "when 0 then s.state < 4 when 1 then s.active when 2 then s.joined_day >= $5 ",
            "when 3 then s.state = 4 and (s.state_before < 4 or s.joined_day >= $5) when 4 then s.left_day >= $5 when 5 then s.state < 4 and s.state_before = 4 ",
            "when 6 then s.state = $5 when 7 then s.state_before = $5 and s.state = $6 when 8 then s.lonely when 9 then s.bridge > 0 ",
            "when 10 then s.giant when 11 then s.core >= 2 when 12 then s.cluster = $5 when 13 then s.newcomer ",
            "when 14 then s.tie_days_1 is not null when 15 then s.tie_days_3 is not null when 16 then s.tie_days_6 is not null ",
            "when 17 then s.newcomer and s.tie_days_1 is null when 18 then s.newcomer and s.tie_days_3 is null ",
            "when 19 then s.newcomer and s.tie_days_6 is null when 20 then s.messages > 0 when 21 then s.ties > 0 when 22 then s.team ",
            "when 24 then s.cluster in (select o.cluster from pulse_standings o where o.community_id = $1 and o.day = $2 and o.sight = $3 ",
            "and o.cluster is not null group by o.cluster having count(*) < $5) ",
            "when 25 then s.state_before < 4 when 26 then s.state_before < 4 and s.state = 4 ",
            "when 27 then s.state_before in (2, 4) and s.state in (0, 1, 3) when 28 then s.state_before in (1, 3) and s.state in (2, 4) ",
            "when 29 then s.tie_days_1 < $5 when 30 then s.tie_days_3 < $5 when 31 then s.tie_days_6 < $5 ",
            "when 32 then (s.fates & $5) <> 0 when 33 then s.ties > 0 and (s.fates & $5) = 0 ",
            // Who was named may have become another's past since: then that one is meant.
            "when 23 then s.team and exists (select 1 from pulse_team t ",
            "join identity_persons o on o.community_id = t.community_id and o.id = t.member_id ",
            "join identity_ways w on w.community_id = o.community_id and w.id = o.identity_id ",
            "where t.community_id = s.community_id and w.member_id = s.person_id and t.role = 'founder' and t.from_day <= s.day and (t.until_day is null or s.day < t.until_day)) else false end",
            $rest
        )
    };
}

statement!(COUNT = behind!("select count(*), cast(coalesce(sum(s.messages), 0) as bigint) from pulse_standings s", ""));
statement!(
    LIST = behind!(
        "select r.person_id, r.name, r.member_state, r.state, r.state_before, r.joined_day, r.active_day, r.left_day, r.team, r.messages, r.ties, \
         r.interactions, r.core, r.bridge, r.tie_days_1, r.tie_days_3, r.tie_days_6 from (select s.*, m.name, m.state as member_state, \
         case cast($7 as bigint) when 0 then cast(s.messages as double precision) when 1 then cast(s.ties as double precision) when 2 then s.bridge \
         else -cast(case cast($7 as bigint) when 3 then s.tie_days_1 when 4 then s.tie_days_3 else s.tie_days_6 end as double precision) end as place \
         from pulse_standings s left join identity_persons m on m.community_id = s.community_id and m.id = s.person_id",
        ") r where r.place < $8 or (r.place = $8 and r.person_id > $9) order by r.place desc, r.person_id limit $10"
    )
);
statement!(
    FATES = "select cast(coalesce(sum(case when (fates & $4) <> 0 then 1 else 0 end), 0) as bigint), \
     cast(coalesce(sum(case when (fates & $5) <> 0 then 1 else 0 end), 0) as bigint), \
     cast(coalesce(sum(case when ties > 0 and (fates & $6) = 0 then 1 else 0 end), 0) as bigint), \
     cast(coalesce(sum(case when (fates & $7) <> 0 then 1 else 0 end), 0) as bigint), \
     cast(coalesce(sum(case when ties > 0 and (fates & $8) = 0 then 1 else 0 end), 0) as bigint) \
     from pulse_standings where community_id = $1 and day = $2 and sight = $3"
);
statement!(
    FORMED = "select r.joined_day + r.days, r.days, r.with_id, m.name from (select s.joined_day, s.community_id, \
     case cast($5 as bigint) when 0 then s.tie_days_1 when 1 then s.tie_days_3 else s.tie_days_6 end as days, \
     case cast($5 as bigint) when 0 then s.tie_with_1 when 1 then s.tie_with_3 else s.tie_with_6 end as with_id \
     from pulse_standings s where s.community_id = $1 and s.day = $2 and s.sight = $3 and s.person_id = $4) r \
     left join identity_persons m on m.community_id = r.community_id and m.id = r.with_id \
     where r.days is not null and r.with_id is not null"
);
/// A statement over the rows of some persons.
macro_rules! of_persons {
    ($which:literal, $rest:literal) => {
        concat!(
            "select s.person_id, m.name, m.state, s.state, s.state_before, s.joined_day, s.active_day, s.left_day, s.team, s.messages, ",
            "s.ties, s.interactions, s.core, s.bridge, s.tie_days_1, s.tie_days_3, s.tie_days_6 ",
            "from pulse_standings s left join identity_persons m on m.community_id = s.community_id and m.id = s.person_id ",
            "where s.community_id = $1 and s.day = $2 and s.sight = $3 and ",
            $which,
            $rest
        )
    };
}

statement!(ONE = of_persons!("s.person_id = $4", ""));
statement!(
    ONE_TRUE_STILL = of_persons!(
        "s.person_id = $4",
        " and exists (select 1 from pulse_snapshots k where k.community_id = $1 and k.day = $2 and k.sight = $3 and not k.stale)"
    )
);
statement!(CHOSEN = of_persons!("s.person_id {any $4}", ""));
statement!(
    CLUSTERS = "select person_id, cluster from pulse_standings where community_id = $1 and day = $2 and sight = $3 and person_id {any $4} \
     and cluster is not null"
);
statement!(
    GROUPS =
        "select person_id, team from pulse_standings where community_id = $1 and day = $2 and sight = $3 and (team or state = 0)"
);
statement!(
    BUSIEST = "select s.person_id, m.name, m.state, s.state, s.state_before, s.joined_day, s.active_day, s.left_day, s.team, s.messages, s.ties, \
     s.interactions, s.core, s.bridge, s.tie_days_1, s.tie_days_3, s.tie_days_6 \
     from pulse_standings s join identity_persons m on m.community_id = s.community_id and m.id = s.person_id \
     where s.community_id = $1 and s.day = $2 and s.sight = $3 order by s.interactions desc, s.person_id limit $4"
);

/// Where a page of persons ended: their rank (its bits, so that it comes back exactly), the person, how many were shown.
pub type After = (u64, i64, i64);

/// How many persons are behind a figure, and their messages of the 28 days.
pub async fn count(scope: &mut Scope, day: Day, sight: Sight, figure: Figure) -> Result<(i64, i64)> {
    let (case, one, two) = figure.case(day);
    scope.one(&COUNT, args![day, sight.code(), case, one, two]).await
}

/// How many there are of each part when some are taken away, in the order of [`Part::ALL`].
pub async fn fates(scope: &mut Scope, day: Day, sight: Sight, case: Case) -> Result<[i64; 5]> {
    let [removed, together, apart, held, loose] = Part::ALL.map(|part| part.marks(case).0);
    let args = args![day, sight.code(), removed, together, apart, held, loose];
    let counts = scope.one::<(i64, i64, i64, i64, i64)>(&FATES, args).await?;
    Ok([counts.0, counts.1, counts.2, counts.3, counts.4])
}

/// A tie of a newcomer as it came to be.
#[derive(Clone, Debug)]
pub struct Formed {
    pub day: Day,
    /// Days since they came.
    pub days: i64,
    pub with: i64,
    /// Nothing for a former member.
    pub name: Option<String>,
}

/// When and with whom a newcomer had their first, third or sixth tie: 0, 1 or 2.
pub async fn formed(scope: &mut Scope, day: Day, sight: Sight, person: i64, nth: usize) -> Result<Option<Formed>> {
    let args = args![day, sight.code(), person, nth.min(2) as i64];
    let row = scope.maybe::<(Day, i64, i64, Option<String>)>(&FORMED, args).await?;
    Ok(row.map(|(day, days, with, name)| Formed { day, days, with, name: name.filter(|name| !name.is_empty()) }))
}

/// The persons behind a figure, the highest rank first; at most `limit`.
pub async fn list(
    scope: &mut Scope,
    (day, sight): (Day, Sight),
    figure: Figure,
    after: Option<After>,
    limit: usize,
) -> Result<Vec<Standing>> {
    let (case, one, two) = figure.case(day);
    let (rank, person) = after.map_or((f64::MAX, 0), |(rank, person, _)| (f64::from_bits(rank), person));
    let order = figure.rank().case();
    scope.all(&LIST, args![day, sight.code(), case, one, two, order, rank, person, limit]).await
}

/// One person on a day that figures are kept of.
pub async fn one(scope: &mut Scope, day: Day, sight: Sight, person: i64) -> Result<Option<Standing>> {
    scope.maybe(&ONE, args![day, sight.code(), person]).await
}

/// Some persons of such a day, in this order.
pub async fn chosen(scope: &mut Scope, day: Day, sight: Sight, people: &[i64]) -> Result<Vec<Standing>> {
    let mut rows = scope.all::<Standing>(&CHOSEN, args![day, sight.code(), people.to_vec()]).await?;
    rows.sort_by_key(|row| people.iter().position(|person| *person == row.person));
    Ok(rows)
}

/// The same, unless the day's figures grew stale since. One statement for both.
pub async fn one_true_still(scope: &mut Scope, day: Day, sight: Sight, person: i64) -> Result<Option<Standing>> {
    scope.maybe(&ONE_TRUE_STILL, args![day, sight.code(), person]).await
}

/// Those who answered and were answered most, forgotten persons left out; nobody where no figures of the day are kept.
pub async fn busiest(scope: &mut Scope, day: Day, sight: Sight, limit: usize) -> Result<Vec<Standing>> {
    scope.all(&BUSIEST, args![day, sight.code(), limit]).await
}

/// The numbers of the groups of some persons.
pub async fn clusters(scope: &mut Scope, day: Day, sight: Sight, people: Vec<i64>) -> Result<std::collections::BTreeMap<i64, i64>> {
    let rows = scope.all::<(i64, i64)>(&CLUSTERS, args![day, sight.code(), people]).await?;
    Ok(rows.into_iter().collect())
}

/// Who is of the team (true) and who is new (false) on a day, by rising person.
pub async fn groups(scope: &mut Scope, day: Day, sight: Sight) -> Result<std::collections::BTreeMap<i64, bool>> {
    let rows = scope.all::<(i64, bool)>(&GROUPS, args![day, sight.code()]).await?;
    Ok(rows.into_iter().collect())
}
