//! Pairs of members who answered each other, as the figures of a day counted them: the table of ties, page by page.

mod which;

pub use which::Which;

use crate::day::Day;
use crate::sight::Sight;
use kernel::Result;
use store::{FromRow, Row, Scope, args, statement};

/// Pairs on one page.
pub const PAGE: usize = 50;
/// Ties of one person that are shown.
pub const OF_ONE: usize = 300;

/// One of the two of a pair.
#[derive(Clone, Debug)]
pub struct Half {
    pub person: i64,
    /// Nothing for a former member.
    pub name: Option<String>,
    /// Whether they have a page of their own.
    pub claimed: bool,
    /// Answers they gave the other.
    pub gave: i64,
}

#[derive(Clone, Debug)]
pub struct Pair {
    pub a: Half,
    pub b: Half,
    /// Of these answers, those given while neither was of the team.
    pub between_members: i64,
    pub last: Day,
    pub depth: f64,
    pub with_team: bool,
}

impl Pair {
    pub fn answers(&self) -> i64 {
        self.a.gave + self.b.gave
    }

    /// Both answered.
    pub fn is_tie(&self) -> bool {
        self.a.gave > 0 && self.b.gave > 0
    }

    /// The person themselves first.
    pub fn seen_by(mut self, person: i64) -> Pair {
        if self.b.person == person {
            std::mem::swap(&mut self.a, &mut self.b);
        }
        self
    }
}

impl FromRow for Half {
    fn from_row(row: &mut Row) -> anyhow::Result<Half> {
        let (person, name, state) = (row.next()?, row.next::<Option<String>>()?, row.next::<Option<String>>()?);
        let claimed = state.as_deref() == Some(identity::member::State::Active.code());
        Ok(Half { person, name: name.filter(|name| !name.is_empty()), claimed, gave: row.next()? })
    }
}

impl FromRow for Pair {
    fn from_row(row: &mut Row) -> anyhow::Result<Pair> {
        let (a, b) = (Half::from_row(row)?, Half::from_row(row)?);
        Ok(Pair { a, b, between_members: row.next()?, last: row.next()?, depth: row.next()?, with_team: row.next()? })
    }
}

/// What an answer gives of each pair, and where from.
macro_rules! pairs {
    ($rest:literal) => {
        concat!(
            "select p.a_id, ma.name, ma.state, p.ab, p.b_id, mb.name, mb.state, p.ba, p.between_members, p.last_day, p.depth, p.with_team ",
            "from pulse_pairs p left join identity_persons ma on ma.community_id = p.community_id and ma.id = p.a_id ",
            "left join identity_persons mb on mb.community_id = p.community_id and mb.id = p.b_id ",
            "where p.community_id = $1 and p.day = $2 and p.sight = $3",
            $rest
        )
    };
}

/// Rows of persons who are one of the two of a pair.
macro_rules! of_both {
    () => {
        "from pulse_standings s where s.community_id = $1 and s.day = $2 and s.sight = $3 and s.person_id in (p.a_id, p.b_id)"
    };
}

/// The groups of fewer than `$5`.
macro_rules! small {
    () => {
        "(select o.cluster from pulse_standings o where o.community_id = $1 and o.day = $2 and o.sight = $3 and o.cluster is not null \
         group by o.cluster having count(*) < $5)"
    };
}

/// A statement over some pairs: `$4` says which; `$5` is a group (6: both of the two are in it; 7: one is), a size of groups
/// (9: both are in one such group; 10: one is, and the other in another), or marks (11: nobody bears them; 12:
/// somebody does).
macro_rules! chosen {
    ($head:literal, $rest:literal) => {
        concat!(
            $head,
            " and case cast($4 as bigint) when 0 then p.ab + p.ba > 0 ",
            "when 1 then p.ab > 0 and p.ba > 0 when 2 then p.ab > 0 and p.ba > 0 and not p.with_team ",
            "when 3 then p.ab > 0 and p.ba > 0 and p.depth < 1 ",
            "when 4 then p.ab > 0 and p.ba > 0 and p.depth >= 1 and p.depth < 5 ",
            "when 5 then p.ab > 0 and p.ba > 0 and p.depth >= 5 ",
            "when 8 then p.ab > 0 and p.ba > 0 and (select count(distinct s.cluster) ",
            of_both!(),
            ") = 2 ",
            "when 9 then p.ab > 0 and p.ba > 0 and (select count(distinct s.cluster) ",
            of_both!(),
            ") = 1 ",
            "and exists (select 1 ",
            of_both!(),
            " and s.cluster in ",
            small!(),
            ") ",
            "when 10 then p.ab > 0 and p.ba > 0 and (select count(distinct s.cluster) ",
            of_both!(),
            ") = 2 ",
            "and exists (select 1 ",
            of_both!(),
            " and s.cluster in ",
            small!(),
            ") ",
            "when 11 then p.ab + p.ba > 0 and not exists (select 1 ",
            of_both!(),
            " and (s.fates & $5) <> 0) ",
            "when 12 then p.ab + p.ba > 0 and exists (select 1 ",
            of_both!(),
            " and (s.fates & $5) <> 0) ",
            "else p.ab > 0 and p.ba > 0 and (select count(*) ",
            of_both!(),
            " and s.cluster = $5) = 8 - $4 end",
            $rest
        )
    };
}

statement!(
    COUNT = chosen!(
        "select count(*), cast(coalesce(sum(p.ab + p.ba), 0) as bigint), cast(coalesce(sum(p.between_members), 0) as bigint) \
         from pulse_pairs p where p.community_id = $1 and p.day = $2 and p.sight = $3",
        ""
    )
);
statement!(
    LIST = chosen!(
        "select p.a_id, ma.name, ma.state, p.ab, p.b_id, mb.name, mb.state, p.ba, p.between_members, p.last_day, p.depth, p.with_team \
         from pulse_pairs p left join identity_persons ma on ma.community_id = p.community_id and ma.id = p.a_id \
         left join identity_persons mb on mb.community_id = p.community_id and mb.id = p.b_id \
         where p.community_id = $1 and p.day = $2 and p.sight = $3",
        " and (p.ab + p.ba < $6 or (p.ab + p.ba = $6 and (p.a_id > $7 or (p.a_id = $7 and p.b_id > $8)))) \
         order by p.ab + p.ba desc, p.a_id, p.b_id limit $9"
    )
);
statement!(OF_ONE_PERSON = pairs!(" and (p.a_id = $4 or p.b_id = $4) order by p.ab + p.ba desc, p.a_id, p.b_id limit $5"));
statement!(BETWEEN = pairs!(" and p.a_id = $4 and p.b_id = $5"));
statement!(
    BETWEEN_TRUE_STILL = pairs!(
        " and p.a_id = $4 and p.b_id = $5 and exists (select 1 from pulse_snapshots k where k.community_id = $1 and k.day = $2 and k.sight = $3 and not k.stale)"
    )
);

/// Where a page of pairs ended: answers, and the two.
pub type After = (i64, i64, i64);

/// How many pairs, their answers, and of these those between members.
pub async fn count(scope: &mut Scope, day: Day, sight: Sight, which: Which) -> Result<(i64, i64, i64)> {
    let (case, of) = which.case();
    scope.one(&COUNT, args![day, sight.code(), case, of]).await
}

/// Pairs, those with most answers first; at most `limit`.
pub async fn list(
    scope: &mut Scope,
    (day, sight): (Day, Sight),
    which: Which,
    after: Option<After>,
    limit: usize,
) -> Result<Vec<Pair>> {
    let (answers, a, b) = after.unwrap_or((i64::MAX, i64::MIN, i64::MIN));
    let (case, of) = which.case();
    scope.all(&LIST, args![day, sight.code(), case, of, answers, a, b, limit]).await
}

/// With whom one person answered each other, the other as `b`; at most [`OF_ONE`].
pub async fn of_one(scope: &mut Scope, day: Day, sight: Sight, person: i64) -> Result<Vec<Pair>> {
    let pairs = scope.all::<Pair>(&OF_ONE_PERSON, args![day, sight.code(), person, OF_ONE]).await?;
    Ok(pairs.into_iter().map(|pair| pair.seen_by(person)).collect())
}

/// What is between two persons, if they answered each other.
pub async fn between(scope: &mut Scope, day: Day, sight: Sight, one: i64, other: i64) -> Result<Option<Pair>> {
    let pair = scope.maybe::<Pair>(&BETWEEN, args![day, sight.code(), one.min(other), one.max(other)]).await?;
    Ok(pair.map(|pair| pair.seen_by(one)))
}

/// The same, unless the day's figures grew stale since. One statement for both.
pub async fn between_true_still(scope: &mut Scope, day: Day, sight: Sight, one: i64, other: i64) -> Result<Option<Pair>> {
    let pair = scope.maybe::<Pair>(&BETWEEN_TRUE_STILL, args![day, sight.code(), one.min(other), one.max(other)]).await?;
    Ok(pair.map(|pair| pair.seen_by(one)))
}
