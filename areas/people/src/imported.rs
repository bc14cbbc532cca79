//! Persons who came with a history and agreed to nothing: staff see them as a list to invite, and whoever follows the
//! chat's link may look for their own name among them. Nobody else meets them as persons.

use crate::policy::Steward;
use kernel::{MemberId, Micros, Problem, Result, sort_key};
use store::{FromRow, Row, Scope, Value, args, statement};

/// Persons on one page of the staff's list.
pub const PAGE: usize = 40;
/// Persons on one page of the search for oneself: few, so that the link is no way to copy the list.
pub const FINDINGS: usize = 10;
/// The least that must be typed to look for oneself, in letters.
pub const LEAST_LETTERS: usize = 3;

/// A person to invite or to recognise. Counts are of what the reader may see.
#[derive(Clone, Debug)]
pub struct Imported {
    pub id: MemberId,
    pub name: String,
    pub sort_key: String,
    pub messages: i64,
    pub first_at: Option<Micros>,
    pub last_at: Option<Micros>,
}

impl FromRow for Imported {
    fn from_row(row: &mut Row) -> anyhow::Result<Imported> {
        Ok(Imported {
            id: row.next()?,
            name: row.next()?,
            sort_key: row.next()?,
            messages: row.next()?,
            first_at: row.next()?,
            last_at: row.next()?,
        })
    }
}

/// Which imported persons staff want to see.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sieve {
    /// Those who wrote, the most first: whom to invite before others.
    #[default]
    Wrote,
    /// Everybody, by name.
    All,
    /// Those who never wrote, by name.
    Silent,
}

impl Sieve {
    pub const ALL: [Sieve; 3] = [Sieve::Wrote, Sieve::All, Sieve::Silent];

    pub fn code(self) -> &'static str {
        match self {
            Sieve::Wrote => "wrote",
            Sieve::All => "all",
            Sieve::Silent => "silent",
        }
    }

    pub fn parse(code: &str) -> Option<Sieve> {
        Sieve::ALL.into_iter().find(|sieve| sieve.code() == code)
    }

    pub fn word(self) -> &'static str {
        match self {
            Sieve::Wrote => "people-imported-wrote",
            Sieve::All => "people-imported-all",
            Sieve::Silent => "people-imported-silent",
        }
    }
}

/// Where a page of the list ended: messages and identity, or name and person. Whoever wrote under several names stands
/// once, in the place of the name under which they wrote most: so the list is read by an index, however long it is.
#[derive(Clone, Debug, serde::Serialize, serde::Deserialize)]
pub enum After {
    Size(i64, i64),
    Name(String, i64),
}

statement!(
    BY_SIZE = "select m.id, m.name, m.sort_key, \
     (select cast(coalesce(sum(a.messages), 0) as bigint) from identity_ways w join people_totals a on a.community_id = w.community_id and a.identity_id = w.id \
        where w.community_id = m.community_id and w.member_id = m.id and a.audience_id {any $2}), \
     (select min(a.first_at) from identity_ways w join people_totals a on a.community_id = w.community_id and a.identity_id = w.id \
        where w.community_id = m.community_id and w.member_id = m.id and a.audience_id {any $2}), \
     (select max(a.last_at) from identity_ways w join people_totals a on a.community_id = w.community_id and a.identity_id = w.id \
        where w.community_id = m.community_id and w.member_id = m.id and a.audience_id {any $2}), \
     t.messages, t.identity_id from people_totals t \
     join identity_ways i on i.community_id = t.community_id and i.id = t.identity_id \
     join identity_persons m on m.community_id = i.community_id and m.id = i.member_id \
     where t.community_id = $1 and m.state = 'imported' and t.audience_id {any $2} and t.messages > 0 \
     and (t.messages < $3 or (t.messages = $3 and t.identity_id < $4)) \
     and ($5 = '' or m.sort_key like $5 or m.sort_key like $6) \
     and not exists (select 1 from identity_ways w join people_totals a on a.community_id = w.community_id and a.identity_id = w.id \
        where w.community_id = m.community_id and w.member_id = m.id and a.audience_id {any $2} and (a.messages > t.messages \
        or (a.messages = t.messages and (a.identity_id > t.identity_id or (a.identity_id = t.identity_id and a.audience_id > t.audience_id))))) \
     order by t.messages desc, t.identity_id desc limit $7"
);
statement!(
    BY_NAME = "select m.id, m.name, m.sort_key, \
     (select cast(coalesce(sum(t.messages), 0) as bigint) from identity_ways w join people_totals t on t.community_id = w.community_id and t.identity_id = w.id \
        where w.community_id = m.community_id and w.member_id = m.id and t.audience_id {any $2}), \
     (select min(t.first_at) from identity_ways w join people_totals t on t.community_id = w.community_id and t.identity_id = w.id \
        where w.community_id = m.community_id and w.member_id = m.id and t.audience_id {any $2}), \
     (select max(t.last_at) from identity_ways w join people_totals t on t.community_id = w.community_id and t.identity_id = w.id \
        where w.community_id = m.community_id and w.member_id = m.id and t.audience_id {any $2}) \
     from identity_persons m where m.community_id = $1 and m.state = 'imported' and m.name <> '' and m.id < $9 \
     and (m.sort_key > $3 or (m.sort_key = $3 and m.id > $4)) and ($5 = '' or m.sort_key like $5 or m.sort_key like $6) \
     and ($7 = false or not exists (select 1 from identity_ways w join people_totals t on t.community_id = w.community_id and t.identity_id = w.id \
        where w.community_id = m.community_id and w.member_id = m.id and t.audience_id {any $2})) \
     order by m.sort_key, m.id limit $8"
);
statement!(
    ONE = "select m.id, m.name, m.sort_key, \
     (select cast(coalesce(sum(t.messages), 0) as bigint) from identity_ways w join people_totals t on t.community_id = w.community_id and t.identity_id = w.id \
        where w.community_id = m.community_id and w.member_id = m.id and t.audience_id {any $3}), \
     (select min(t.first_at) from identity_ways w join people_totals t on t.community_id = w.community_id and t.identity_id = w.id \
        where w.community_id = m.community_id and w.member_id = m.id and t.audience_id {any $3}), \
     (select max(t.last_at) from identity_ways w join people_totals t on t.community_id = w.community_id and t.identity_id = w.id \
        where w.community_id = m.community_id and w.member_id = m.id and t.audience_id {any $3}) \
     from identity_persons m where m.community_id = $1 and m.id = $2 and m.id < $4 and m.state = 'imported'"
);
statement!(OPEN_AUDIENCES = "select id from identity_open_audiences where community_id = $1 order by id desc limit 1000");
statement!(FIRST_HIDDEN = "select min(id) from identity_hidden_audiences where community_id = $1");
statement!(
    EXACT = "select id from identity_persons where community_id = $1 and state = 'imported' and sort_key = $2 and folded = $3 order by id limit $4"
);

/// `Иванов` finds both «Иванов Пётр» and «Пётр Иванов»: the beginning of any word of the name.
pub(crate) fn patterns(words: &str) -> (String, String) {
    let key = sort_key(words);
    let key = key.trim();
    if key.is_empty() { (String::new(), String::new()) } else { (format!("{key}%"), format!("% {key}%")) }
}

/// A page of the staff's list, one row more than [`PAGE`] if there are others. Each row with the place after it.
pub async fn list(
    scope: &mut Scope,
    _: &Steward,
    sieve: Sieve,
    words: &str,
    after: Option<After>,
) -> Result<Vec<(Imported, After)>> {
    let audiences = scope.viewer().audience_numbers();
    if sieve == Sieve::Wrote {
        let (size, identity) = match after {
            Some(After::Size(size, identity)) => (size, identity),
            _ => (i64::MAX, i64::MAX),
        };
        let (from, within) = patterns(words);
        let rows = scope.all::<Placed>(&BY_SIZE, args![audiences, size, identity, from, within, PAGE + 1]).await?;
        return Ok(rows.into_iter().map(|row| (row.0, row.1)).collect());
    }
    let rows = by_name(scope, audiences, words, after, sieve == Sieve::Silent, (PAGE + 1, i64::MAX)).await?;
    Ok(rows
        .into_iter()
        .map(|row| {
            let after = After::Name(row.sort_key.clone(), row.id.0);
            (row, after)
        })
        .collect())
}

/// A person with their place in the order of size.
struct Placed(Imported, After);

impl FromRow for Placed {
    fn from_row(row: &mut Row) -> anyhow::Result<Placed> {
        Ok(Placed(Imported::from_row(row)?, After::Size(row.next()?, row.next()?)))
    }
}

async fn by_name(
    scope: &mut Scope,
    audiences: Vec<i64>,
    words: &str,
    after: Option<After>,
    silent: bool,
    (limit, bound): (usize, i64),
) -> Result<Vec<Imported>> {
    let (key, id) = match after {
        Some(After::Name(key, id)) => (key, id),
        _ => (String::new(), 0),
    };
    let (from, within) = patterns(words);
    scope.all(&BY_NAME, args![Value::from(audiences), key, id, from, within, silent, limit, bound]).await
}

/// Looks for one's own name: at most [`FINDINGS`] and one more. Counts are only of what members may see.
///
/// # Errors
/// `Invalid` if too little was typed: the list is not for leafing through.
pub async fn search(scope: &mut Scope, words: &str, after: Option<After>) -> Result<Vec<Imported>> {
    if sort_key(words).chars().filter(|letter| letter.is_alphanumeric()).count() < LEAST_LETTERS {
        return Err(Problem::field("q", "people-fault-short"));
    }
    let audiences = open(scope).await?;
    let bound = opened_until(scope).await?;
    by_name(scope, audiences, words, after, false, (FINDINGS + 1, bound)).await
}

/// One imported person as the person themselves is shown.
///
/// # Errors
/// `NotFound` if there is none, or somebody has claimed them.
pub async fn one(scope: &mut Scope, member: MemberId) -> Result<Imported> {
    let audiences = open(scope).await?;
    let bound = if scope.viewer().is_staff() { i64::MAX } else { opened_until(scope).await? };
    scope.one(&ONE, args![member, audiences, bound]).await
}

/// Persons of a hidden import stay hidden with it. Ids are dealt in order and an import's audience before its persons,
/// so the first hidden audience is the bound.
async fn opened_until(scope: &mut Scope) -> Result<i64> {
    Ok(scope.one::<Option<i64>>(&FIRST_HIDDEN, &[]).await?.unwrap_or(i64::MAX))
}

/// Whether a history is hidden yet: whoever came with it alone is not found by a link for the whole chat.
pub async fn some_hidden(scope: &mut Scope) -> Result<bool> {
    Ok(scope.one::<Option<i64>>(&FIRST_HIDDEN, &[]).await?.is_some())
}

/// What every member sees: the whole community and the imports that were opened.
async fn open(scope: &mut Scope) -> Result<Vec<i64>> {
    let mut audiences = scope.all::<i64>(&OPEN_AUDIENCES, &[]).await?;
    audiences.push(0);
    Ok(audiences)
}

/// Imported persons of exactly this name, at most `limit`.
pub async fn exactly(scope: &mut Scope, name: &str, limit: usize) -> Result<Vec<MemberId>> {
    scope.all(&EXACT, args![sort_key(name), kernel::fold(name), limit]).await
}
