//! Members by their numbers and by their names, as pages and rules of requests need them.

use crate::sound;
use kernel::{MemberId, Micros, Result, fold, sort_key};
use std::collections::{BTreeSet, HashMap};
use store::{FromRow, Row, Scope, args, statement};

/// Members offered for one name.
pub const OFFERED: usize = 8;

/// A member as a page names them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    pub id: MemberId,
    /// Empty once erased.
    pub name: String,
    /// A member now; others have no page and cannot be chosen.
    pub active: bool,
    pub joined_at: Option<Micros>,
}

impl FromRow for Person {
    fn from_row(row: &mut Row) -> anyhow::Result<Person> {
        let (id, name) = (row.next()?, row.next()?);
        Ok(Person { id, name, active: row.next::<String>()? == "active", joined_at: row.next()? })
    }
}

statement!(KNOWN = "select id, name, state, joined_at from identity_persons where community_id = $1 and id {any $2}");
statement!(
    NAMED = "select id, name, state, joined_at from identity_persons where community_id = $1 and state = 'active' \
     and (sort_key like $2 or sort_key like $3) order by sort_key, id limit $4"
);

statement!(
    LIKE_SOUNDING = "select id, name, state, joined_at from identity_persons where community_id = $1 and state = 'active' \
     and sort_key like $2 order by sort_key, id limit $3"
);
/// Names that are compared by their sound, at most.
const COMPARED: i64 = 1_000;

/// Everybody whom a page names, in one statement.
#[derive(Clone, Debug, Default)]
pub struct Persons(HashMap<MemberId, Person>);

impl Persons {
    pub async fn learn(scope: &mut Scope, members: impl IntoIterator<Item = MemberId>) -> Result<Persons> {
        let numbers: BTreeSet<i64> = members.into_iter().map(|member| member.0).collect();
        if numbers.is_empty() {
            return Ok(Persons::default());
        }
        let rows = scope.all::<Person>(&KNOWN, args![numbers.into_iter().collect::<Vec<i64>>()]).await?;
        Ok(Persons(rows.into_iter().map(|person| (person.id, person)).collect()))
    }

    pub fn of(&self, member: MemberId) -> Option<&Person> {
        self.0.get(&member)
    }

    pub fn is_active(&self, member: MemberId) -> bool {
        self.of(member).is_some_and(|person| person.active)
    }
}

/// Active members whose names begin with these words, or have them inside, the whole name first; where there are none, those
/// whose names sound so: in Latin letters, in part, in another order.
pub async fn named(scope: &mut Scope, typed: &str) -> Result<Vec<Person>> {
    let key = sort_key(typed);
    let key = key.trim();
    if key.is_empty() {
        return Ok(Vec::new());
    }
    let limit = i64::try_from(OFFERED).unwrap_or(i64::MAX);
    let mut found = scope.all::<Person>(&NAMED, args![format!("{key}%"), format!("% {key}%"), limit]).await?;
    let whole = fold(typed);
    found.sort_by_key(|person| fold(&person.name) != whole);
    if found.is_empty() {
        found = scope.all::<Person>(&LIKE_SOUNDING, args![sound::pattern(typed), COMPARED]).await?;
        found.retain(|person| sound::alike(typed, &person.name));
        found.truncate(OFFERED);
    }
    Ok(found)
}

/// The active members whom names mean, each in whatever form of the language: «кроме Валентины Озеровой». A first name alone means all
/// who bear it.
pub async fn meant(scope: &mut Scope, names: &[String]) -> Result<BTreeSet<i64>> {
    let mut meant = BTreeSet::new();
    for name in names.iter().take(OFFERED) {
        let said = name_terms(name);
        let Some(longest) = said.iter().max_by_key(|term| term.chars().count()) else { continue };
        let found = scope.all::<Person>(&NAMED, args![format!("{longest}%"), format!("% {longest}%"), COMPARED]).await?;
        let bears = |person: &&Person| {
            let terms = name_terms(&person.name);
            said.iter().all(|term| terms.contains(term))
        };
        meant.extend(found.iter().filter(bears).map(|person| person.id.0));
    }
    Ok(meant)
}

/// The terms of a name: the stem of «Озеров» loses what that of «Озерова» keeps.
fn name_terms(name: &str) -> Vec<String> {
    let bare = |term: String| ["ов", "ев"].iter().find_map(|ending| term.strip_suffix(ending)).unwrap_or(&term).to_owned();
    routing::terms(&kernel::fold(name)).into_iter().map(bare).collect()
}

/// The one member whom a name means: who has the whole of it, or the only one of all who were found for it.
pub fn the_one(found: &[Person], typed: &str) -> Option<MemberId> {
    whole(found, typed).or(match found {
        [only] => Some(only.id),
        _ => None,
    })
}

/// The one member who has the whole of a name.
fn whole(found: &[Person], typed: &str) -> Option<MemberId> {
    let whole = fold(typed);
    let mut same = found.iter().filter(|person| fold(&person.name) == whole);
    same.next().filter(|_| same.next().is_none()).map(|person| person.id)
}
