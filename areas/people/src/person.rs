//! A member as their page shows them.

use crate::points::{OwnPoint, Points, Visibility};
use crate::profile::{self, Filled};
use crate::standing::{self, Companion, Month};
use identity::member::{Member, State};
use kernel::{MemberId, Problem, Result};
use std::sync::Arc;
use store::{BoxFuture, FromRow, Row, Scope, args, statement};

/// A topic in which a person writes, given by talk.
#[derive(Clone, Debug)]
pub struct Topic {
    pub title: String,
    /// Where it is read.
    pub path: String,
    pub messages: i64,
}

/// What a member writes about, over all identities of theirs (the view `identity_ways` tells which): one statement, at
/// most so many, the largest first. Put into the house by the application.
#[derive(Clone)]
pub struct PersonTopics(pub Arc<TopicsFn>);

pub type TopicsFn = dyn for<'a> Fn(&'a mut Scope, MemberId, usize) -> BoxFuture<'a, Result<Vec<Topic>>> + Send + Sync;

/// Topics shown on a page.
const TOPICS: usize = 6;

statement!(
    FILLED = "select p.member_id, p.point, p.value, p.visibility, \
     o.id, o.label, o.hint, o.kind, o.choices, o.visibility, o.facet, o.position, o.retired_at is not null from people_points p \
     left join people_own_points o on o.community_id = p.community_id and 'own-' || cast(o.id as text) = p.point \
     where p.community_id = $1 and p.member_id = $2 order by p.point"
);

/// A filled point, with the community's own point behind it if it is one.
struct Labelled(Filled, Option<OwnPoint>);

impl FromRow for Labelled {
    fn from_row(row: &mut Row) -> anyhow::Result<Labelled> {
        let filled = Filled::from_row(row)?;
        let own = if filled.key.starts_with("own-") { OwnPoint::from_row(row).ok() } else { None };
        Ok(Labelled(filled, own))
    }
}

/// What the scope's viewer sees of a member's points, in one statement with the points they are of.
async fn labelled(scope: &mut Scope, id: MemberId) -> Result<(Points, Vec<Filled>)> {
    let rows = scope.all::<Labelled>(&FILLED, args![id]).await?;
    let own: Vec<OwnPoint> = rows.iter().filter_map(|row| row.1.clone()).collect();
    let viewer = scope.viewer();
    let filled = rows.into_iter().map(|row| row.0).filter(|row| profile::sees(viewer, id, row.visibility)).collect();
    Ok((Points::with_own(&own), filled))
}

/// Everything a page of a member shows.
pub struct Person {
    pub member: Member,
    pub points: Points,
    pub filled: Vec<Filled>,
    pub months: Vec<Month>,
    pub companions: Vec<Companion>,
    pub topics: Vec<Topic>,
}

impl Person {
    /// # Errors
    /// `NotFound` unless the member is active: imported persons have no page.
    pub async fn find(scope: &mut Scope, id: MemberId, topics: Option<&PersonTopics>) -> Result<Person> {
        let member = identity::member::member(scope, id).await?;
        if member.state != State::Active {
            return Err(Problem::NotFound);
        }
        let (points, filled) = labelled(scope, id).await?;
        let (months, companions) = standing::figures(scope, id).await?;
        let topics = match topics {
            Some(PersonTopics(topics)) => topics(scope, id, TOPICS).await?,
            None => Vec::new(),
        };
        Ok(Person { member, points, filled, months, companions, topics })
    }

    /// Leaves only what another member sees.
    pub fn as_others_see(mut self) -> Person {
        self.filled.retain(|row| row.visibility != Visibility::Staff);
        self
    }

    pub fn value(&self, key: &str) -> Option<&str> {
        self.filled.iter().find(|row| row.key == key).map(|row| row.value.as_str())
    }

    pub fn messages(&self) -> i64 {
        self.months.iter().map(|month| month.messages).sum()
    }

    pub fn replies(&self) -> i64 {
        self.months.iter().map(|month| month.replies).sum()
    }

    pub fn answered(&self) -> i64 {
        self.months.iter().map(|month| month.answered).sum()
    }
}
