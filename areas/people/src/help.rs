//! What a member's help amounts to, as requests tell it: a part put into the house by the application, since people know
//! nothing of requests.

use chrono_tz::Tz;
use kernel::{MemberId, Micros, Result};
use std::sync::Arc;
use store::{BoxFuture, Scope};

/// Of a member, in the calendar year of a zone, as far as the scope's viewer may see it. One statement.
#[derive(Clone)]
pub struct PersonStanding(pub Arc<StandingFn>);

pub type StandingFn = dyn for<'a> Fn(&'a mut Scope, MemberId, Tz) -> BoxFuture<'a, Result<Standing>> + Send + Sync;

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Standing {
    /// Help that its receivers confirmed, ever and this year.
    pub helped: i64,
    pub helped_this_year: i64,
    /// "I will help so many times this year."
    pub pledged: Option<i64>,
    /// The latest that both agreed to show.
    pub thanks: Vec<Thanks>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Thanks {
    pub at: Micros,
    /// Nobody once they are no member any more.
    pub member: Option<MemberId>,
    pub name: String,
    pub words: String,
}

impl Standing {
    /// Whether there is anything to tell.
    pub fn is_empty(&self) -> bool {
        self.helped == 0 && self.pledged.is_none() && self.thanks.is_empty()
    }
}
