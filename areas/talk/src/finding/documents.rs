//! What the index holds of a message and of a person.

use super::keeper::Change;
use super::spoilers;
use kernel::{AudienceId, MemberId, Micros, Result};
use search::{Document, Kind};
use std::collections::{BTreeSet, HashMap};
use store::{Scope, args, statement};

statement!(
    MESSAGES = "select id, audience_id, at, coalesce(author_id, 0), text, html from talk_messages \
     where community_id = $1 and id {any $2} and kind = 'message' and deleted_at is null and text <> ''"
);
statement!(
    PEOPLE = "select id, coalesce(identity_id, 0), name, coalesce(joined_at, created_at) from identity_persons \
     where community_id = $1 and id {any $2} and state = 'active'"
);

/// Messages as they stand now: those with words are put, the others taken away. One statement.
pub(super) async fn of_messages(scope: &mut Scope, ids: BTreeSet<i64>) -> Result<Vec<Change>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let (community, wanted) = (scope.community().0, ids.iter().copied().collect::<Vec<i64>>());
    let rows = scope.all::<(i64, AudienceId, Micros, i64, String, Option<String>)>(&MESSAGES, args![wanted]).await?;
    let found: BTreeSet<i64> = rows.iter().map(|row| row.0).collect();
    let gone = ids.difference(&found).map(|id| Change::Remove(Kind::Message, *id));
    let put = rows.into_iter().map(|(id, audience, at, person, text, html)| {
        let (title, hidden) = (String::new(), html.as_deref().map(spoilers::words).unwrap_or_default());
        Change::Put(Document { community, audience: audience.0, kind: Kind::Message, id, person, at, title, text, hidden })
    });
    Ok(gone.chain(put).collect())
}

/// Members as they stand now, with what every member may read of them. Those who are not active are taken away:
/// search of persons begins with the claim and ends with leaving.
pub(super) async fn of_people(scope: &mut Scope, ids: BTreeSet<i64>) -> Result<Vec<Change>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let (community, wanted) = (scope.community().0, ids.iter().copied().collect::<Vec<i64>>());
    let rows = scope.all::<(i64, i64, String, Micros)>(&PEOPLE, args![wanted]).await?;
    let members: Vec<MemberId> = rows.iter().map(|row| MemberId(row.0)).collect();
    let said = people::profile_text(scope, &members).await?;
    let mut texts: HashMap<MemberId, String> = said.into_iter().map(|(member, _, text)| (member, text)).collect();
    let found: BTreeSet<i64> = rows.iter().map(|row| row.0).collect();
    let gone = ids.difference(&found).map(|id| Change::Remove(Kind::Person, *id));
    let put = rows.into_iter().map(|(id, person, title, at)| {
        let text = texts.remove(&MemberId(id)).unwrap_or_default();
        let (audience, hidden) = (AudienceId::EVERYONE.0, String::new());
        Change::Put(Document { community, audience, kind: Kind::Person, id, person, at, title, text, hidden })
    });
    Ok(gone.chain(put).collect())
}
