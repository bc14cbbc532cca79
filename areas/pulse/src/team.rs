//! Founders and staff, as the owner named them, with dates. Without names there is no answer to "would it live without
//! its founder", and Pulse says so.

use crate::day::Day;
use crate::deeds;
use crate::policy::NamesTeam;
use kernel::{MemberId, Micros, Problem, Result};
use store::{FromRow, Row, Scope, args, statement};

/// Entries of one community: people who ran it, ever.
pub const LIMIT: usize = 500;
/// Persons whom a search for a name gives.
pub const FOUND: usize = 20;

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Post {
    Founder,
    Staff,
}

impl Post {
    pub fn code(self) -> &'static str {
        match self {
            Post::Founder => "founder",
            Post::Staff => "staff",
        }
    }

    pub fn parse(code: &str) -> Option<Post> {
        [Post::Founder, Post::Staff].into_iter().find(|post| post.code() == code)
    }
}

/// Somebody who runs the community, from a day and until another (not included).
#[derive(Clone, Debug)]
pub struct Entry {
    pub id: i64,
    pub member: MemberId,
    pub post: Post,
    pub from: Day,
    pub until: Option<Day>,
    pub set_at: Micros,
}

impl FromRow for Entry {
    fn from_row(row: &mut Row) -> anyhow::Result<Entry> {
        let (id, member) = (row.next()?, row.next()?);
        let post = Post::parse(&row.next::<String>()?).unwrap_or(Post::Staff);
        Ok(Entry { id, member, post, from: row.next()?, until: row.next()?, set_at: row.next()? })
    }
}

impl Entry {
    pub fn holds(&self, day: Day) -> bool {
        self.from <= day && self.until.is_none_or(|until| day < until)
    }
}

statement!(
    ALL = "select id, member_id, role, from_day, until_day, set_at from pulse_team where community_id = $1 order by role, from_day, id limit $2"
);
statement!(
    NAMED = "select t.id, t.member_id, t.role, t.from_day, t.until_day, t.set_at, m.id, m.name from pulse_team t \
     left join identity_persons o on o.community_id = t.community_id and o.id = t.member_id \
     left join identity_ways w on w.community_id = o.community_id and w.id = o.identity_id \
     left join identity_persons m on m.community_id = t.community_id and m.id = case when w.id is null then t.member_id else w.member_id end \
     where t.community_id = $1 order by t.role, t.from_day, t.id limit $2"
);
statement!(
    CANDIDATES = "select id, name from identity_persons where community_id = $1 and state in ('active', 'imported', 'left') \
     and (sort_key like $2 or sort_key like $3) order by sort_key, id limit $4"
);
statement!(
    ADD = "insert into pulse_team (community_id, id, member_id, role, from_day, until_day, set_at, set_by) values ($1, $2, $3, $4, $5, $6, $7, $8)"
);
statement!(REMOVE = "delete from pulse_team where community_id = $1 and id = $2 returning member_id");
statement!(FROM_DAY = "select from_day from pulse_team where community_id = $1 and id = $2");
statement!(END = "update pulse_team set until_day = $3, set_at = $4 where community_id = $1 and id = $2 returning member_id");

/// Everybody who was ever named, founders first.
pub async fn all(scope: &mut Scope) -> Result<Vec<Entry>> {
    scope.all(&ALL, args![LIMIT as i64]).await
}

/// An entry with the person whom the named one is now: after a claim or a merge another member, after an erasure none.
#[derive(Clone, Debug)]
pub struct NamedEntry {
    pub entry: Entry,
    pub person: Option<MemberId>,
    /// Nothing for a former member.
    pub name: Option<String>,
}

impl FromRow for NamedEntry {
    fn from_row(row: &mut Row) -> anyhow::Result<NamedEntry> {
        let entry = Entry::from_row(row)?;
        let person = row.next()?;
        Ok(NamedEntry { entry, person, name: row.next::<Option<String>>()?.filter(|name| !name.is_empty()) })
    }
}

/// Everybody who was ever named, founders first, by name.
pub async fn named(scope: &mut Scope) -> Result<Vec<NamedEntry>> {
    scope.all(&NAMED, args![LIMIT as i64]).await
}

/// Persons whose name, or any word of it, begins so: those who came with a history too, at most [`FOUND`].
pub async fn candidates(scope: &mut Scope, words: &str) -> Result<Vec<(i64, String)>> {
    let key = kernel::sort_key(words);
    let key = key.trim();
    if key.is_empty() {
        return Ok(Vec::new());
    }
    scope.all(&CANDIDATES, args![format!("{key}%"), format!("% {key}%"), FOUND]).await
}

/// Names somebody.
///
/// # Errors
/// `NotFound` for somebody who is no member, `Conflict` if an entry of the same person overlaps or the list is full.
pub async fn name(scope: &mut Scope, _: &NamesTeam, member: MemberId, post: Post, from: Day, until: Option<Day>) -> Result<i64> {
    identity::member::member(scope, member).await?;
    let team = all(scope).await?;
    let overlaps = |entry: &&Entry| {
        entry.member == member && entry.until.is_none_or(|end| from < end) && until.is_none_or(|until| entry.from < until)
    };
    if team.iter().any(|entry| overlaps(&entry)) {
        return Err(Problem::Conflict("pulse-conflict-named"));
    }
    if team.len() >= LIMIT {
        return Err(Problem::Conflict("pulse-conflict-full"));
    }
    let (id, now, by) = (scope.deal()?, scope.now(), scope.viewer().member);
    scope.run(&ADD, args![id, member, post.code(), from, until, now, by]).await?;
    told(scope, "pulse.named", member, &serde_json::json!({ "role": post.code(), "from": from, "until": until })).await?;
    Ok(id)
}

/// Ends an entry with a day that is no more part of it.
///
/// # Errors
/// `Invalid` at `until` if the entry would end before it begins.
pub async fn end(scope: &mut Scope, _: &NamesTeam, id: i64, until: Day) -> Result<()> {
    if until <= scope.one::<Day>(&FROM_DAY, args![id]).await? {
        return Err(Problem::field("until", "pulse-fault-until"));
    }
    let now = scope.now();
    let member = scope.one::<MemberId>(&END, args![id, until, now]).await?;
    told(scope, "pulse.ended", member, &serde_json::json!({ "until": until })).await
}

/// Takes an entry back as if it had never been.
pub async fn remove(scope: &mut Scope, _: &NamesTeam, id: i64) -> Result<()> {
    let member = scope.one::<MemberId>(&REMOVE, args![id]).await?;
    told(scope, "pulse.unnamed", member, &serde_json::json!({})).await
}

async fn told(scope: &mut Scope, act: &str, member: MemberId, detail: &serde_json::Value) -> Result<()> {
    deeds::team_changed(scope, member).await?;
    identity::audit::record(scope, act, "member", member.0, detail).await
}
