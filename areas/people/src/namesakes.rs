//! Who may be meant by a name that somebody wrote in a wish to be removed, beside imported persons: members of today,
//! those who went, and whoever an imported person of that name has become since.

use crate::imported;
use crate::policy::Keeper;
use identity::member::State;
use kernel::{MemberId, Result, fold, sort_key};
use store::{FromRow, Row, Scope, args, statement};

/// Members offered for one name.
const OFFERED: usize = 20;
/// Others of the same name who are told of before somebody is removed.
const TOLD: usize = 5;

/// Somebody who joined, under the name they bear today.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Namesake {
    pub id: MemberId,
    pub name: String,
    /// Went away; their words stay.
    pub left: bool,
}

impl FromRow for Namesake {
    fn from_row(row: &mut Row) -> anyhow::Result<Namesake> {
        Ok(Namesake { id: row.next()?, name: row.next()?, left: row.next::<String>()? == State::Left.code() })
    }
}

statement!(
    JOINED = "select id, name, state from identity_persons where community_id = $1 and state in ('active', 'left') \
     and (sort_key like $2 or sort_key like $3) order by sort_key, id limit $4"
);
// The ways of whoever became another's past lead to the person of today, however many acts lie between.
statement!(
    BECAME = "select m.id, m.name, m.state from identity_persons m where m.community_id = $1 and m.state in ('active', 'left') and m.id in \
     (select w.member_id from identity_persons g join people_merges p on p.community_id = g.community_id and p.from_member_id = g.id \
        join identity_ways w on w.community_id = p.community_id and w.id = p.identity_id \
        where g.community_id = $1 and g.state = 'merged' and p.undone_at is null and (g.sort_key like $2 or g.sort_key like $3)) \
     order by m.sort_key, m.id limit $4"
);
statement!(
    ALIKE = "select m.id, m.name, m.state from identity_persons m where m.community_id = $1 and m.id <> $2 \
     and m.state in ('imported', 'active', 'left') and m.sort_key = $3 and m.folded = $4 order by m.id limit $5"
);
statement!(
    NOW = "select min(w.member_id) from people_merges p join identity_ways w on w.community_id = p.community_id and w.id = p.identity_id \
     where p.community_id = $1 and p.from_member_id = $2 and p.undone_at is null"
);

/// Those who joined and bear the name, or whose past bore it: a word of it that begins so.
pub async fn joined_as(scope: &mut Scope, _: &Keeper, words: &str) -> Result<Vec<Namesake>> {
    let (from, within) = imported::patterns(words);
    if from.is_empty() { Ok(Vec::new()) } else { found(scope, &from, &within).await }
}

async fn found(scope: &mut Scope, from: &str, within: &str) -> Result<Vec<Namesake>> {
    let mut found = scope.all::<Namesake>(&JOINED, args![from, within, OFFERED]).await?;
    for namesake in scope.all::<Namesake>(&BECAME, args![from, within, OFFERED]).await? {
        if !found.contains(&namesake) {
            found.push(namesake);
        }
    }
    Ok(found)
}

/// Whether anybody who joined is, or was in the history, called exactly so.
pub(crate) async fn joined_exactly(scope: &mut Scope, name: &str) -> Result<bool> {
    let key = sort_key(name);
    Ok(!found(scope, &key, &key).await?.is_empty())
}

/// Others who bear exactly the name of a person, and stay when that one goes.
pub async fn alike(scope: &mut Scope, _: &Keeper, person: MemberId, name: &str) -> Result<Vec<Namesake>> {
    scope.all(&ALIKE, args![person, sort_key(name), fold(name), TOLD]).await
}

/// Whom a person has become who is another's past; themselves otherwise.
pub async fn today(scope: &mut Scope, person: MemberId) -> Result<MemberId> {
    if identity::member::member(scope, person).await?.state != State::Merged {
        return Ok(person);
    }
    Ok(scope.one::<Option<MemberId>>(&NOW, args![person]).await?.unwrap_or(person))
}
