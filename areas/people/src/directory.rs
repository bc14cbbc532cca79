//! The directory: active members, gathered by facets, found by words, paged by cursor. Imported persons are not in it.

use crate::facets;
use crate::{profile, standing};
use kernel::{CommunityId, MemberId, Micros, Result, Viewer, sort_key};
use std::collections::HashMap;
use std::sync::Arc;
use store::{FromRow, List, Row, Scope, args, statement};

/// Cards on one page.
pub const PAGE: usize = 24;
/// Members whom a search may give.
pub const FINDINGS: usize = 240;
/// Facet values chosen at once.
pub const CHOSEN: usize = 20;
/// Points that a card shows.
const ON_CARD: [&str; 6] = ["headline", "profession", "specialisation", "city", "about", "offer"];

/// Full-text search of persons, put into the house by the application: community, viewer, words, limit; members by
/// relevance, only those the viewer may find.
#[derive(Clone)]
pub struct PersonSearch(pub Arc<SearchFn>);

pub type SearchFn = dyn Fn(CommunityId, &Viewer, &str, usize) -> Result<Vec<MemberId>> + Send + Sync;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    #[default]
    Name,
    /// Those who joined last come first.
    Newest,
}

impl Order {
    pub const ALL: [Order; 2] = [Order::Name, Order::Newest];

    pub fn code(self) -> &'static str {
        match self {
            Order::Name => "name",
            Order::Newest => "newest",
        }
    }

    pub fn parse(code: &str) -> Option<Order> {
        Order::ALL.into_iter().find(|order| order.code() == code)
    }

    pub fn word(self) -> &'static str {
        match self {
            Order::Name => "people-order-name",
            Order::Newest => "people-order-newest",
        }
    }
}

/// What the reader asks the directory.
#[derive(Clone, Debug, Default)]
pub struct Query {
    pub words: String,
    /// Keys of [`facets::key`]. Values of one point widen, points narrow.
    pub chosen: Vec<String>,
    pub order: Order,
    pub after: Option<After>,
}

impl Query {
    /// A place belongs to one order: in another it would show some members twice and some never.
    pub fn is_sound(&self) -> bool {
        match &self.after {
            None => true,
            Some(After::Found(_)) => !self.words.trim().is_empty(),
            Some(After::Name(..)) => self.words.trim().is_empty() && self.order == Order::Name,
            Some(After::Joined(..)) => self.words.trim().is_empty() && self.order == Order::Newest,
        }
    }
}

/// Where the page before ended.
#[derive(Clone, Debug, serde::Serialize, serde::Deserialize)]
pub enum After {
    Name(String, i64),
    Joined(i64, i64),
    /// Cards of a search shown so far.
    Found(usize),
}

/// A member's card.
#[derive(Clone, Debug)]
pub struct Card {
    pub id: MemberId,
    pub name: String,
    sort_key: String,
    joined_at: Micros,
    points: HashMap<String, String>,
    /// Answers between the member and the reader, both ways.
    pub together: i64,
}

impl Card {
    pub fn point(&self, key: &str) -> Option<&str> {
        self.points.get(key).map(String::as_str)
    }
}

impl FromRow for Card {
    fn from_row(row: &mut Row) -> anyhow::Result<Card> {
        let (id, name, sort_key) = (row.next()?, row.next()?, row.next()?);
        let joined_at = row.next::<Option<Micros>>()?.unwrap_or_default();
        Ok(Card { id, name, sort_key, joined_at, points: HashMap::new(), together: 0 })
    }
}

/// A value of a facet with its members.
#[derive(Clone, Debug)]
pub struct FacetValue {
    pub point: String,
    /// The label of a community's own point; those of the house have words.
    pub own_label: Option<String>,
    pub folded: String,
    pub value: String,
    pub members: i64,
}

impl FacetValue {
    pub fn key(&self) -> String {
        facets::key(&self.point, &self.folded)
    }
}

impl FromRow for FacetValue {
    fn from_row(row: &mut Row) -> anyhow::Result<FacetValue> {
        Ok(FacetValue { point: row.next()?, own_label: row.next()?, folded: row.next()?, value: row.next()?, members: row.next()? })
    }
}

// A value is offered if fewer than nine are as large: where everybody differs there is nothing to choose by.
statement!(
    FACETS = "with asked(point, label, place) as (\
       select v.point, cast(null as text), v.place from (select 'profession' as point, 1 as place union all select 'specialisation', 2 union all select 'city', 3 \
         union all select 'works_with', 4 union all select 'practice', 5 union all select 'alma_mater', 6 union all select 'affiliations', 7 union all select 'languages', 8 \
         union all select 'industry', 9 union all select 'business_size', 10 union all select 'mentor', 11 union all select 'hiring', 12 union all select 'hobbies', 13) v \
       union all select 'own-' || cast(o.id as text), o.label, 100 + o.position from people_own_points o where o.community_id = $1 and o.facet = true and o.retired_at is null) \
     select a.point, a.label, f.folded, f.value, f.members from asked a join people_facets f on f.community_id = $1 and f.point = a.point \
     where f.members > coalesce((select g.members from people_facets g where g.community_id = $1 and g.point = a.point order by g.members desc limit 1 offset $2), 0) \
     order by a.place, f.members desc, f.folded"
);
statement!(
    BY_NAME = "select m.id, m.name, m.sort_key, m.joined_at from identity_persons m \
     where m.community_id = $1 and m.state = 'active' and (m.sort_key > $2 or (m.sort_key = $2 and m.id > $3)) \
     and ($4 = 0 or m.id in (select t.member_id from people_traits t where t.community_id = $1 and t.trait {any $5} group by t.member_id having count(distinct t.point) = $4)) \
     order by m.sort_key, m.id limit $6"
);
statement!(
    BY_JOINING = "select m.id, m.name, m.sort_key, m.joined_at from identity_persons m \
     where m.community_id = $1 and m.state = 'active' and (m.joined_at < $2 or (m.joined_at = $2 and m.id < $3)) \
     and ($4 = 0 or m.id in (select t.member_id from people_traits t where t.community_id = $1 and t.trait {any $5} group by t.member_id having count(distinct t.point) = $4)) \
     order by m.joined_at desc, m.id desc limit $6"
);
statement!(
    FOUND = "select m.id, m.name, m.sort_key, m.joined_at from identity_persons m \
     where m.community_id = $1 and m.state = 'active' and m.id {any $2} \
     and ($3 = 0 or m.id in (select t.member_id from people_traits t where t.community_id = $1 and t.trait {any $4} group by t.member_id having count(distinct t.point) = $3))"
);
statement!(
    BY_NAME_WORDS = "select m.id, m.name, m.sort_key, m.joined_at from identity_persons m \
     where m.community_id = $1 and m.state = 'active' and (m.sort_key like $2 or m.sort_key like $3) \
     and ($4 = 0 or m.id in (select t.member_id from people_traits t where t.community_id = $1 and t.trait {any $5} group by t.member_id having count(distinct t.point) = $4)) \
     order by m.sort_key, m.id limit $6"
);

/// The largest values of each facet.
pub async fn facets(scope: &mut Scope) -> Result<Vec<FacetValue>> {
    scope.all(&FACETS, args![facets::VALUES]).await
}

/// One page of cards and where it ended, if there are more.
pub async fn page(scope: &mut Scope, query: &Query, search: Option<&PersonSearch>) -> Result<(Vec<Card>, Option<After>)> {
    let (mut cards, after) =
        if query.words.trim().is_empty() { walk(scope, query).await? } else { find(scope, query, search).await? };
    dress(scope, &mut cards).await?;
    Ok((cards, after))
}

/// The chosen traits and how many points they are of.
fn chosen(query: &Query) -> (i64, List) {
    let traits: Vec<String> = query.chosen.iter().take(CHOSEN).cloned().collect();
    let points: std::collections::BTreeSet<&str> =
        traits.iter().filter_map(|held| held.split_once(':')).map(|(point, _)| point).collect();
    (i64::try_from(points.len()).unwrap_or(i64::MAX), List::Text(traits.clone()))
}

async fn walk(scope: &mut Scope, query: &Query) -> Result<(Vec<Card>, Option<After>)> {
    let (points, traits) = chosen(query);
    let mut cards = match (query.order, &query.after) {
        (Order::Name, after) => {
            let (key, id) = if let Some(After::Name(key, id)) = after { (key.clone(), *id) } else { (String::new(), 0) };
            scope.all::<Card>(&BY_NAME, args![key, id, points, traits, PAGE + 1]).await?
        }
        (Order::Newest, after) => {
            let (at, id) = if let Some(After::Joined(at, id)) = after { (*at, *id) } else { (i64::MAX, i64::MAX) };
            scope.all::<Card>(&BY_JOINING, args![at, id, points, traits, PAGE + 1]).await?
        }
    };
    let more = cards.len() > PAGE;
    cards.truncate(PAGE);
    let after = cards.last().filter(|_| more).map(|card| match query.order {
        Order::Name => After::Name(card.sort_key.clone(), card.id.0),
        Order::Newest => After::Joined(card.joined_at, card.id.0),
    });
    Ok((cards, after))
}

async fn find(scope: &mut Scope, query: &Query, search: Option<&PersonSearch>) -> Result<(Vec<Card>, Option<After>)> {
    let (points, traits) = chosen(query);
    let seen = if let Some(After::Found(seen)) = query.after { seen.min(FINDINGS) } else { 0 };
    let mut cards = match search {
        Some(PersonSearch(search)) => {
            let found = search(scope.community(), scope.viewer(), &query.words, FINDINGS)?;
            let places: HashMap<i64, usize> = found.iter().enumerate().map(|(place, member)| (member.0, place)).collect();
            let numbers: Vec<i64> = found.iter().map(|member| member.0).collect();
            let mut cards = scope.all::<Card>(&FOUND, args![numbers, points, traits]).await?;
            cards.sort_by_key(|card| places.get(&card.id.0).copied().unwrap_or(usize::MAX));
            cards
        }
        None => {
            let key = sort_key(&query.words);
            let (from, within) = (format!("{}%", key.trim()), format!("% {}%", key.trim()));
            scope.all::<Card>(&BY_NAME_WORDS, args![from, within, points, traits, FINDINGS]).await?
        }
    };
    let more = cards.len() > seen + PAGE;
    let cards = cards.drain(seen.min(cards.len())..).take(PAGE).collect();
    Ok((cards, more.then_some(After::Found(seen + PAGE))))
}

/// Points and ties of the cards, one statement each, however many cards.
async fn dress(scope: &mut Scope, cards: &mut [Card]) -> Result<()> {
    let members: Vec<i64> = cards.iter().map(|card| card.id.0).collect();
    let mut points = profile::of_many(scope, &members, &ON_CARD).await?;
    let ties: HashMap<MemberId, i64> = standing::ties_with(scope, &members)
        .await?
        .into_iter()
        .map(|(member, given, received)| (member, given + received))
        .collect();
    for card in cards {
        for key in ON_CARD {
            if let Some(value) = points.remove(&(card.id, key.to_owned())) {
                card.points.insert(key.to_owned(), value);
            }
        }
        card.together = ties.get(&card.id).copied().unwrap_or_default();
    }
    Ok(())
}
