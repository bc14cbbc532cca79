//! Members are found by name and by what they say of themselves.

use anyhow::Context;
use kernel::{CommunityId, IdentityId, MemberId, Result, Viewer};
use people::PersonSearch;
use search::{Index, Kind, Order, Query};
use std::sync::Arc;
use store::{Scope, args, statement};

statement!(
    NAMED = "select id, identity_id, name from identity_persons where community_id = $1 and id {any $2} and state = 'active'"
);

/// Search of persons for the directory, over this index. It gives at most [`search::PAGE_LIMIT`] a page and turns as
/// many pages as the limit asks for.
pub fn person_search(index: Index) -> PersonSearch {
    PersonSearch(Arc::new(move |community, viewer, words, limit| find(&index, community, viewer, words, limit)))
}

pub(crate) fn find(index: &Index, community: CommunityId, viewer: &Viewer, words: &str, limit: usize) -> Result<Vec<MemberId>> {
    let mut query = Query {
        community: community.0,
        audiences: viewer.audience_numbers(),
        kind: Kind::Person,
        words: words.to_owned(),
        person: None,
        from: None,
        until: None,
        // Persons are not better for having joined lately, so recency is weighed from the beginning of time.
        order: Order::Relevance { now: 0 },
        after: None,
        limit: search::PAGE_LIMIT,
    };
    let mut members = Vec::new();
    while members.len() < limit {
        let found = index.search(&query).context("the search of persons")?;
        members.extend(found.hits.iter().map(|hit| MemberId(hit.id)));
        let Some(next) = found.next else { break };
        query.after = Some(next);
    }
    members.truncate(limit);
    Ok(members)
}

/// A member, or the author of a history, as a search names them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Person {
    pub member: MemberId,
    /// By which they write.
    pub identity: Option<IdentityId>,
    pub name: String,
}

/// A person's number, the identity by which they write, and their name.
pub(crate) type NamedRow = (MemberId, Option<IdentityId>, String);

impl From<NamedRow> for Person {
    fn from((member, identity, name): NamedRow) -> Person {
        Person { member, identity, name }
    }
}

/// Those of these members who are here, in the same order. One statement.
pub(crate) async fn named(scope: &mut Scope, members: &[MemberId]) -> Result<Vec<Person>> {
    if members.is_empty() {
        return Ok(Vec::new());
    }
    let numbers: Vec<i64> = members.iter().map(|member| member.0).collect();
    let rows = scope.all::<NamedRow>(&NAMED, args![numbers]).await?;
    let mut people: Vec<Person> = rows.into_iter().map(Person::from).collect();
    people.sort_by_key(|person| members.iter().position(|member| *member == person.member));
    Ok(people)
}
