//! How much of the community is looked at: what members may see, or also histories that wait to be opened.

use kernel::Result;
use store::{Scope, statement};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sight {
    /// What every member may see.
    Open,
    /// Histories that wait unopened too: for staff.
    Whole,
}

statement!(OPENED = "select id from identity_open_audiences where community_id = $1");
statement!(WAITING = "select id from identity_hidden_audiences where community_id = $1");
statement!(HIDDEN = "select case when exists (select 1 from identity_hidden_audiences where community_id = $1) then 1 else 0 end");

impl Sight {
    pub fn code(self) -> i64 {
        match self {
            Sight::Open => 0,
            Sight::Whole => 1,
        }
    }

    /// The audiences looked at, that of everybody included.
    pub async fn audiences(self, scope: &mut Scope) -> Result<Vec<i64>> {
        let mut audiences = scope.all::<i64>(&OPENED, &[]).await?;
        audiences.push(kernel::AudienceId::EVERYONE.0);
        if self == Sight::Whole {
            audiences.extend(scope.all::<i64>(&WAITING, &[]).await?);
        }
        audiences.sort_unstable();
        Ok(audiences)
    }

    /// What staff look at. Where nothing is hidden it is what all see, so that it is computed once.
    pub async fn of_staff(scope: &mut Scope) -> Result<Sight> {
        let hidden = scope.one::<i64>(&HIDDEN, &[]).await? > 0;
        Ok(if hidden { Sight::Whole } else { Sight::Open })
    }
}
