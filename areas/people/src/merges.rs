//! An imported person who is another imported person, or a member of today. Never joined by the house itself; every act can be undone, exactly to what was.

use crate::deeds;
use crate::policy::Steward;
use identity::member::State;
use kernel::{IdentityId, MemberId, Micros, Problem, Result};
use store::{FromRow, Row, Scope, args, statement};

/// Suggestions on one page.
pub const SUGGESTIONS: usize = 20;
/// Acts shown in a history.
pub const HISTORY: usize = 30;
/// How far the pasts of a person are followed.
const GENERATIONS: usize = 16;

/// Why identities went from one person to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cause {
    Merge,
    Claim,
}

impl Cause {
    fn code(self) -> &'static str {
        match self {
            Cause::Merge => "merge",
            Cause::Claim => "claim",
        }
    }
}

/// An act by which one person became another's past.
#[derive(Clone, Debug)]
pub struct Act {
    pub id: i64,
    pub cause: String,
    pub from: MemberId,
    pub to: MemberId,
    pub identities: i64,
    pub at: Micros,
    pub undone_at: Option<Micros>,
    /// How the past one is called; nothing if they were erased since.
    pub from_name: String,
    pub to_name: String,
}

impl FromRow for Act {
    fn from_row(row: &mut Row) -> anyhow::Result<Act> {
        Ok(Act {
            id: row.next()?,
            cause: row.next()?,
            from: row.next()?,
            to: row.next()?,
            identities: row.next()?,
            at: row.next()?,
            undone_at: row.next()?,
            from_name: row.next()?,
            to_name: row.next()?,
        })
    }
}

/// Two persons of the same name: the second is imported, the first is too, or a member of today.
#[derive(Clone, Debug)]
pub struct Suggestion {
    pub folded: String,
    pub first: MemberId,
    pub first_name: String,
    pub second: MemberId,
    pub second_name: String,
    /// How many persons bear the name.
    pub bearers: i64,
}

impl FromRow for Suggestion {
    fn from_row(row: &mut Row) -> anyhow::Result<Suggestion> {
        Ok(Suggestion {
            folded: row.next()?,
            first: row.next()?,
            first_name: row.next()?,
            second: row.next()?,
            second_name: row.next()?,
            bearers: row.next()?,
        })
    }
}

statement!(
    ADD = "insert into people_merges (community_id, id, act_id, cause, identity_id, from_member_id, to_member_id, at, by_member_id) \
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)"
);
statement!(
    OF_ACT = "select identity_id, from_member_id, to_member_id, undone_at from people_merges where community_id = $1 and act_id = $2 order by id"
);
statement!(UNDONE = "update people_merges set undone_at = $3, undone_by = $4 where community_id = $1 and act_id = $2");
// Who became another's past by a history that the reader may not see is told to nobody by counting numbers.
statement!(
    BECAME = "select min(p.to_member_id) from people_merges p where p.community_id = $1 and p.from_member_id = $2 and p.undone_at is null \
     and ($4 = true or exists (select 1 from people_totals t where t.community_id = p.community_id and t.identity_id = p.identity_id \
       and t.audience_id {any $3}))"
);
statement!(
    PASTS =
        "select distinct from_member_id from people_merges where community_id = $1 and to_member_id {any $2} and undone_at is null"
);
statement!(
    LATEST = "select p.act_id, p.cause, p.from_member_id, p.to_member_id, count(*), min(p.at), min(p.undone_at), min(f.name), min(t.name) from people_merges p \
     join identity_persons f on f.community_id = p.community_id and f.id = p.from_member_id \
     join identity_persons t on t.community_id = p.community_id and t.id = p.to_member_id \
     where p.community_id = $1 and p.act_id < $2 group by p.act_id, p.cause, p.from_member_id, p.to_member_id order by p.act_id desc limit $3"
);
statement!(
    OF_MEMBER = "select p.act_id, p.cause, p.from_member_id, p.to_member_id, count(*), min(p.at), min(p.undone_at), min(f.name), min(t.name) from people_merges p \
     join identity_persons f on f.community_id = p.community_id and f.id = p.from_member_id \
     join identity_persons t on t.community_id = p.community_id and t.id = p.to_member_id \
     where p.community_id = $1 and p.to_member_id = $2 group by p.act_id, p.cause, p.from_member_id, p.to_member_id order by p.act_id desc limit $3"
);
statement!(
    SAME_NAME = "select s.folded, s.first_id, f.name, s.second_id, l.name, s.bearers from \
     (select w.folded, coalesce(min(case when m.state = 'active' then m.id end), min(m.id)) as first_id, \
        max(case when m.state = 'imported' then m.id end) as second_id, count(distinct m.id) as bearers from identity_ways w \
        join identity_persons m on m.community_id = w.community_id and m.id = w.member_id and m.state in ('imported', 'active') \
        where w.community_id = $1 and w.folded > $2 and w.kind = 'person' group by w.folded \
        having coalesce(min(case when m.state = 'active' then m.id end), min(m.id)) <> max(case when m.state = 'imported' then m.id end) order by w.folded limit $3) s \
     join identity_persons f on f.community_id = $1 and f.id = s.first_id join identity_persons l on l.community_id = $1 and l.id = s.second_id order by s.folded"
);

statement!(
    MEMBERS = "select id, name from identity_persons where community_id = $1 and state = 'active' \
     and (sort_key like $2 or sort_key like $3) order by sort_key, id limit $4"
);

/// Members of today with a word of their name that begins so: whose past somebody may be.
pub async fn members(scope: &mut Scope, _: &Steward, words: &str) -> Result<Vec<(MemberId, String)>> {
    let (from, within) = crate::imported::patterns(words);
    if from.is_empty() { Ok(Vec::new()) } else { scope.all(&MEMBERS, args![from, within, SUGGESTIONS]).await }
}

/// Makes `past` the past of `person`. Gives the act, by which it can be undone.
///
/// # Errors
/// `Conflict` unless they are two, the past an imported person, and the other one imported or somebody who joined. Who
/// joined is nobody's past: they agreed to their own name.
pub async fn merge(scope: &mut Scope, _: &Steward, past: MemberId, person: MemberId) -> Result<i64> {
    if past == person {
        return Err(Problem::Conflict("people-conflict-same"));
    }
    if identity::member::member(scope, past).await?.state != State::Imported {
        return Err(Problem::Conflict("people-conflict-not-imported"));
    }
    if !matches!(identity::member::member(scope, person).await?.state, State::Imported | State::Active | State::Left) {
        return Err(Problem::Conflict("people-conflict-gone"));
    }
    crate::links::revoke_of(scope, past).await?;
    let (act, moved) = carry_over(scope, past, person, Cause::Merge).await?;
    deeds::about_member(scope, deeds::MERGED, person, 0, "identity", &moved).await?;
    crate::audit::record(scope, "people-audit-merged", "member", person.0, &serde_json::json!({ "past": past.0, "act": act }))
        .await?;
    Ok(act)
}

/// Moves every identity of `past` to `person` and writes down where each came from.
pub(crate) async fn carry_over(
    scope: &mut Scope,
    past: MemberId,
    person: MemberId,
    cause: Cause,
) -> Result<(i64, Vec<IdentityId>)> {
    let moved = identity::member::merge_into(scope, past, person).await?;
    let (act, now, by) = (scope.deal()?, scope.now(), scope.viewer().member);
    let mut rows = Vec::with_capacity(moved.len());
    for identity in &moved {
        rows.push(args![scope.deal()?, act, cause.code(), *identity, past, person, now, by].to_vec());
    }
    scope.run_many(&ADD, rows).await?;
    Ok((act, moved))
}

/// Points every identity of an act back to whom it came from, and makes the past one a person again.
///
/// # Errors
/// `NotFound` if there was no such act; `Conflict` if it was undone, or if a later act moved an identity on: that one
/// must be undone first, or what was could not be told.
pub async fn undo(scope: &mut Scope, _: &Steward, act: i64) -> Result<MemberId> {
    let rows = scope.all::<(IdentityId, MemberId, MemberId, Option<Micros>)>(&OF_ACT, args![act]).await?;
    let Some((_, past, person, undone)) = rows.first().copied() else { return Err(Problem::NotFound) };
    if undone.is_some() {
        return Err(Problem::Conflict("people-conflict-undone"));
    }
    for (identity, ..) in &rows {
        let held = identity::identity::one(scope, *identity).await?;
        if held.member != Some(person) || held.erased_at.is_some() {
            return Err(Problem::Conflict("people-conflict-later-act"));
        }
    }
    let identities: Vec<IdentityId> = rows.iter().map(|row| row.0).collect();
    for identity in &identities {
        identity::identity::repoint(scope, *identity, past).await?;
    }
    identity::member::restore(scope, past).await?;
    let (now, by) = (scope.now(), scope.viewer().member);
    scope.run(&UNDONE, args![act, now, by]).await?;
    deeds::about_member(scope, deeds::UNMERGED, past, 0, "identity", &identities).await?;
    crate::audit::record(scope, "people-audit-unmerged", "member", past.0, &serde_json::json!({ "person": person.0, "act": act }))
        .await?;
    Ok(person)
}

/// Everybody who is this person's past, however long ago.
pub(crate) async fn pasts(scope: &mut Scope, member: MemberId) -> Result<Vec<MemberId>> {
    let (mut found, mut newest) = (Vec::new(), vec![member.0]);
    for _ in 0..GENERATIONS {
        let elders = scope.all::<MemberId>(&PASTS, args![newest]).await?;
        newest = elders.iter().filter(|elder| **elder != member && !found.contains(*elder)).map(|elder| elder.0).collect();
        if newest.is_empty() {
            break;
        }
        found.extend(newest.iter().map(|elder| MemberId(*elder)));
    }
    Ok(found)
}

/// The member of today whose past somebody has become, as far as the viewer may know of it.
pub(crate) async fn became(scope: &mut Scope, past: MemberId) -> Result<Option<MemberId>> {
    let (staff, audiences) = (scope.viewer().is_staff(), scope.viewer().audience_numbers());
    let mut person = past;
    for _ in 0..GENERATIONS {
        let next = scope.one::<Option<MemberId>>(&BECAME, args![person, audiences.clone(), staff]).await?;
        let Some(next) = next else { return Ok(None) };
        if identity::member::member(scope, next).await?.state == State::Active {
            return Ok(Some(next));
        }
        person = next;
    }
    Ok(None)
}

/// Acts before one, newest first.
pub async fn latest(scope: &mut Scope, before: Option<i64>) -> Result<Vec<Act>> {
    scope.all(&LATEST, args![before.unwrap_or(i64::MAX), HISTORY + 1]).await
}

pub async fn of_member(scope: &mut Scope, member: MemberId) -> Result<Vec<Act>> {
    scope.all(&OF_MEMBER, args![member, HISTORY]).await
}

/// Persons who bear the same name by different ways, one of them imported, after a name. The house only points at them.
pub async fn suggestions(scope: &mut Scope, _: &Steward, after: &str) -> Result<Vec<Suggestion>> {
    scope.all(&SAME_NAME, args![after, SUGGESTIONS + 1]).await
}
