//! A member as their page shows them.

use crate::points::{Points, Visibility};
use crate::profile::{self, Filled};
use crate::standing::{self, Companion, Month};
use identity::member::{Member, State};
use kernel::{IdentityId, MemberId, Problem, Result};
use std::sync::Arc;
use store::{BoxFuture, Scope};

/// A topic in which a person writes, given by talk.
#[derive(Clone, Debug)]
pub struct Topic {
    pub title: String,
    /// Where it is read.
    pub path: String,
    pub messages: i64,
}

/// What a person writes about, put into the house by the application: one statement, at most so many, the largest first.
#[derive(Clone)]
pub struct PersonTopics(pub Arc<TopicsFn>);

pub type TopicsFn = dyn for<'a> Fn(&'a mut Scope, &'a [IdentityId], usize) -> BoxFuture<'a, Result<Vec<Topic>>> + Send + Sync;

/// Topics shown on a page.
const TOPICS: usize = 6;

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
        let points = Points::load(scope).await?;
        let viewer = scope.viewer().clone();
        let filled = profile::filled(scope, id).await?.into_iter().filter(|row| profile::sees(&viewer, id, row.visibility)).collect();
        let months = standing::months(scope, id).await?;
        let companions = standing::companions(scope, id).await?;
        let topics = match topics {
            Some(PersonTopics(topics)) => {
                let identities: Vec<IdentityId> = identity::identity::of_member(scope, id).await?.into_iter().map(|way| way.id).collect();
                topics(scope, &identities, TOPICS).await?
            }
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
