//! The doors of the house. Every route declares one; nobody comes in by another.

use crate::Viewer;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Door {
    /// Anybody, also without a community: health, assets, first run.
    Open,
    /// Anybody who came to a community's address.
    Stranger,
    /// A signed-in account, member here or not.
    Account,
    Member,
    Leader,
    Moderator,
    Staff,
    Owner,
}

/// What a door says to a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    Enter,
    /// A stranger is shown to the sign-in page and brought back afterwards.
    SignIn,
    /// Somebody known who has no business here.
    Refuse,
}

impl Door {
    pub const ALL: [Door; 8] =
        [Door::Open, Door::Stranger, Door::Account, Door::Member, Door::Leader, Door::Moderator, Door::Staff, Door::Owner];

    pub fn answer(self, viewer: &Viewer) -> Answer {
        let enters = match self {
            Door::Open | Door::Stranger => true,
            Door::Account => viewer.account.is_some(),
            Door::Member => viewer.is_member(),
            Door::Leader => viewer.is_leader(),
            Door::Moderator => viewer.is_moderator(),
            Door::Staff => viewer.is_staff(),
            Door::Owner => viewer.is_owner(),
        };
        match (enters, viewer.account) {
            (true, _) => Answer::Enter,
            (false, None) => Answer::SignIn,
            (false, Some(_)) => Answer::Refuse,
        }
    }
}
