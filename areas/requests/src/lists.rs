//! Lists of requests: open, closed, one's own, those one was asked about, those of a topic. Each is read from its viewer's
//! audiences, page by page.

use crate::request::{Kind, Outcome, State, stored};
use kernel::{AudienceId, MemberId, Micros, Result};
use std::cmp::Reverse;
use store::{FromRow, Row, Scope, args, statement};

/// Requests on one page.
pub const PAGE: usize = 30;

/// A request in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    pub id: i64,
    pub title: String,
    pub kind: Kind,
    pub state: State,
    pub outcome: Option<Outcome>,
    pub audience: AudienceId,
    pub asker: MemberId,
    /// Empty for those who were forgotten.
    pub asker_name: String,
    /// The asker is a member today.
    pub asker_here: bool,
    pub asked_at: Micros,
    pub closed_at: Option<Micros>,
    pub deadline_at: Option<Micros>,
    pub answers: i64,
    pub answered: bool,
    pub city: String,
    pub topic: Option<(i64, String)>,
    /// Its place in this list.
    pub key: Key,
}

impl Line {
    /// Asked, and nobody has answered yet.
    pub fn waits(&self) -> bool {
        self.state == State::Open && !self.answered
    }

    pub fn is_chosen(&self) -> bool {
        self.audience != AudienceId::EVERYONE
    }
}

impl FromRow for Line {
    fn from_row(row: &mut Row) -> anyhow::Result<Line> {
        let (id, title) = (row.next()?, row.next()?);
        let (kind, state) = (stored(row, Kind::parse)?, stored(row, State::parse)?);
        let outcome = row.next::<Option<String>>()?.as_deref().and_then(Outcome::parse);
        let (audience, asker, asker_name) = (row.next()?, row.next()?, row.next()?);
        let asker_here = row.next::<String>()? == "active";
        let (asked_at, closed_at, deadline_at, answers) = (row.next()?, row.next()?, row.next()?, row.next()?);
        let answered = row.next::<Option<Micros>>()?.is_some();
        let city = row.next()?;
        let topic = row.next::<Option<i64>>()?.zip(row.next::<Option<String>>()?);
        let key = (row.next()?, row.next()?);
        Ok(Line {
            id,
            title,
            kind,
            state,
            outcome,
            audience,
            asker,
            asker_name,
            asker_here,
            asked_at,
            closed_at,
            deadline_at,
            answers,
            answered,
            city,
            topic,
            key,
        })
    }
}

/// A place in a list: the time by which it is ordered, and the number.
pub type Key = (Micros, i64);

const LAST: Key = (i64::MAX, i64::MAX);

/// What a list is narrowed to. Nothing narrows nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Narrowing {
    pub kind: Option<Kind>,
    pub topic: Option<i64>,
    /// Folded.
    pub tag: String,
    /// Folded.
    pub city: String,
}

impl Narrowing {
    pub fn is_empty(&self) -> bool {
        *self == Narrowing::default()
    }
}

macro_rules! lines {
    ($at:literal, $number:literal) => {
        concat!(
            "select r.id, r.title, r.kind, r.state, r.outcome, r.audience_id, r.asker_id, m.name, m.state, r.asked_at, r.closed_at, \
             r.deadline_at, r.answers, r.first_answer_at, r.city, r.topic_id, t.name, ", $at, ", ", $number, " from requests_requests r \
             join identity_persons m on m.community_id = r.community_id and m.id = r.asker_id \
             left join requests_topics t on t.community_id = r.community_id and t.id = r.topic_id "
        )
    };
}

// As in the lists of conversations: an index leads to the first requests of each audience that the viewer may see, so what
// they may not see is not even walked past; the size of a page is written out, since PostgreSQL then plans for so few.
const _: () = assert!(PAGE == 30, "the statements write it out");

macro_rules! narrowed {
    () => {
        " and ($5 = '' or kind = $5) and (cast($6 as bigint) = 0 or topic_id = $6) and ($7 = '' or city_key = $7) \
          and ($8 = '' or exists (select 1 from requests_tags g where g.community_id = $1 and g.request_id = id and g.tag = $8))"
    };
}

#[rustfmt::skip]
macro_rules! page {
    ($state:literal, $at:literal, $key:literal) => {
        page!($state, $at, $key, "")
    };
    ($state:literal, $at:literal, $key:literal, $within:literal) => {
        concat!(
            "with reach as materialized (select n.number as audience, coalesce(( \
               select ", $at, " from requests_requests where community_id = $1 and audience_id = n.number and state = '", $state, "' ", $within, " \
                 and (", $at, ", id) < ($2, $3)", narrowed!(), " order by ", $at, " desc, id desc limit 1 offset 30 \
             ), -9223372036854775807) as edge from {numbers $4} n), \
             page as materialized (select id from reach cross join requests_requests \
               where community_id = $1 and audience_id = reach.audience and state = '", $state, "' ", $within, " \
                 and (", $at, ", id) < ($2, $3) and ", $at, " >= reach.edge", narrowed!(), " \
               order by ", $at, " desc, id desc limit 31) ",
            lines!($key, "r.id"), "where r.community_id = $1 and r.id in (select id from page)"
        )
    };
}

/// A tag or a direction with no more requests than this is read whole: walking the list for it would pass by all the others.
const FEW: i64 = 2_000;

statement!(WITH_TAG = "select request_id from requests_tags where community_id = $1 and tag = $2 limit $3");
statement!(OF_DIRECTION = "select id from requests_requests where community_id = $1 and topic_id = $2 limit $3");

#[rustfmt::skip]
macro_rules! page_of_few {
    ($state:literal, $at:literal, $key:literal) => {
        concat!(
            "with page as materialized (select id from requests_requests \
               where community_id = $1 and id {any $9} and audience_id {any $4} and state = '", $state, "' and (", $at, ", id) < ($2, $3)", narrowed!(), " \
               order by ", $at, " desc, id desc limit 31) ",
            lines!($key, "r.id"), "where r.community_id = $1 and r.id in (select id from page)"
        )
    };
}

statement!(OPEN_OF_FEW = page_of_few!("open", "asked_at", "r.asked_at"));
statement!(CLOSED_OF_FEW = page_of_few!("closed", "closed_at", "r.closed_at"));
statement!(OPEN = page!("open", "asked_at", "r.asked_at"));
statement!(CLOSED = page!("closed", "closed_at", "r.closed_at"));
statement!(OPEN_IN_CITY = page!("open", "asked_at", "r.asked_at", "and city_key = $7 and city_key <> ''"));
statement!(CLOSED_IN_CITY = page!("closed", "closed_at", "r.closed_at", "and city_key = $7 and city_key <> ''"));
statement!(
    MINE = concat!(
        lines!("r.changed_at", "r.id"),
        "where r.community_id = $1 and r.asker_id = $4 and r.state <> 'draft' and (r.changed_at, r.id) < ($2, $3) \
         order by r.changed_at desc, r.id desc limit $5"
    )
);
// Whether a request is still open is looked up one by one, so that no planner begins with all that are.
statement!(
    INVITED = concat!(
        "with page as materialized (select i.request_id, i.invited_at, i.id from requests_invitations i \
           where i.community_id = $1 and i.member_id = $4 and (i.invited_at, i.id) < ($2, $3) \
             and (select case when o.state = 'open' and o.audience_id {any $6} then 1 else 0 end from requests_requests o \
               where o.community_id = i.community_id and o.id = i.request_id) = 1 \
           order by i.invited_at desc, i.id desc limit $5) ",
        lines!("p.invited_at", "p.id"),
        "join page p on p.request_id = r.id where r.community_id = $1"
    )
);
statement!(
    OF_TOPIC = concat!(
        lines!("r.asked_at", "r.id"),
        "where r.community_id = $1 and r.topic_id = $4 and (r.asked_at, r.id) < ($2, $3) and r.audience_id {any $6} and r.state <> 'draft' \
         order by r.asked_at desc, r.id desc limit $5"
    )
);

statement!(
    AMONG = concat!(
        lines!("r.asked_at", "r.id"),
        "where r.community_id = $1 and r.id {any $2} and r.audience_id {any $3} and r.state <> 'draft'"
    )
);

/// Requests by their numbers, as far as the viewer may see them. In no order.
pub async fn among(scope: &mut Scope, ids: &[i64]) -> Result<Vec<Line>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let audiences = scope.viewer().audience_numbers();
    scope.all(&AMONG, args![ids.to_vec(), audiences]).await
}

/// Requests that wait for help, the latest first. One more than a page, if there is.
pub async fn open(scope: &mut Scope, narrowing: &Narrowing, before: Option<Key>) -> Result<Vec<Line>> {
    let mut lines = narrowed(scope, [&OPEN, &OPEN_OF_FEW, &OPEN_IN_CITY], narrowing, before).await?;
    lines.sort_by_key(|line| Reverse(line.key));
    Ok(lines)
}

/// Requests with what came of them, the latest closed first.
pub async fn closed(scope: &mut Scope, narrowing: &Narrowing, before: Option<Key>) -> Result<Vec<Line>> {
    let mut lines = narrowed(scope, [&CLOSED, &CLOSED_OF_FEW, &CLOSED_IN_CITY], narrowing, before).await?;
    lines.sort_by_key(|line| Reverse(line.key));
    Ok(lines)
}

/// By the statement that walks the list, the one for few, or the one that walks the list of a city.
async fn narrowed(
    scope: &mut Scope,
    [walking, of_few, in_city]: [&store::Statement; 3],
    narrowing: &Narrowing,
    before: Option<Key>,
) -> Result<Vec<Line>> {
    let (key, audiences) = (before.unwrap_or(LAST), scope.viewer().audience_numbers());
    let kind = narrowing.kind.map_or("", Kind::code);
    let (topic, city, tag) = (narrowing.topic.unwrap_or_default(), narrowing.city.clone(), narrowing.tag.clone());
    match few(scope, narrowing).await? {
        Some(few) => scope.all(of_few, args![key.0, key.1, audiences, kind, topic, city, tag, few]).await,
        None if !city.is_empty() => scope.all(in_city, args![key.0, key.1, audiences, kind, topic, city, tag]).await,
        None => scope.all(walking, args![key.0, key.1, audiences, kind, topic, city, tag]).await,
    }
}

/// All of the direction, or with the tag, where these are few.
async fn few(scope: &mut Scope, narrowing: &Narrowing) -> Result<Option<Vec<i64>>> {
    if let Some(topic) = narrowing.topic {
        let found = scope.all::<i64>(&OF_DIRECTION, args![topic, FEW + 1]).await?;
        if found.len() as i64 <= FEW {
            return Ok(Some(found));
        }
    }
    if narrowing.tag.is_empty() {
        return Ok(None);
    }
    let found = scope.all::<i64>(&WITH_TAG, args![narrowing.tag.as_str(), FEW + 1]).await?;
    Ok((found.len() as i64 <= FEW).then_some(found))
}

/// What a member asked themselves, the latest changed first.
pub async fn mine(scope: &mut Scope, member: MemberId, before: Option<Key>) -> Result<Vec<Line>> {
    let key = before.unwrap_or(LAST);
    scope.all(&MINE, args![key.0, key.1, member, PAGE + 1]).await
}

/// Open requests that a member was asked to help with, the latest invitation first.
pub async fn invited(scope: &mut Scope, member: MemberId, before: Option<Key>) -> Result<Vec<Line>> {
    let (key, audiences) = (before.unwrap_or(LAST), scope.viewer().audience_numbers());
    let mut lines = scope.all::<Line>(&INVITED, args![key.0, key.1, member, PAGE + 1, audiences]).await?;
    lines.sort_by_key(|line| Reverse(line.key));
    Ok(lines)
}

/// Everything asked under a topic, the latest first.
pub async fn of_topic(scope: &mut Scope, topic: i64, before: Option<Key>) -> Result<Vec<Line>> {
    let (key, audiences) = (before.unwrap_or(LAST), scope.viewer().audience_numbers());
    scope.all(&OF_TOPIC, args![key.0, key.1, topic, PAGE + 1, audiences]).await
}
