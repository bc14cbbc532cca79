//! Who is expected behind which door. Written down here once more, so that a door that is hung wrong is seen.

use kernel::{Door, Role};

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Persona {
    Stranger,
    /// Signed in, and a member nowhere.
    Account,
    Member,
    Leader,
    Moderator,
    Administrator,
    Owner,
    /// A member of the other community whose cookie was moved over by hand.
    TheirMember,
    /// The other community's owner, likewise.
    TheirOwner,
    /// The other community's owner, signed in here with the same account.
    TheirOwnerHere,
}

use Persona::{Account, Administrator, Leader, Member, Moderator, Owner, Stranger, TheirMember, TheirOwner, TheirOwnerHere};

pub const ALL: [Persona; 10] =
    [Stranger, Account, Member, Leader, Moderator, Administrator, Owner, TheirMember, TheirOwner, TheirOwnerHere];

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expected {
    Enter,
    SignIn,
    Refuse,
}

impl Persona {
    pub fn role(self) -> Option<Role> {
        match self {
            Leader => Some(Role::DirectionLeader),
            Moderator => Some(Role::Moderator),
            Administrator => Some(Role::Administrator),
            Owner => Some(Role::Owner),
            _ => None,
        }
    }

    pub fn is_member(self) -> bool {
        matches!(self, Member | Leader | Moderator | Administrator | Owner)
    }

    /// Nobody here has heard of them.
    pub fn is_unknown(self) -> bool {
        matches!(self, Stranger | TheirMember | TheirOwner)
    }
}

pub fn expected(door: Door, persona: Persona) -> Expected {
    let enters = match door {
        Door::Open | Door::Stranger => true,
        Door::Account => !persona.is_unknown(),
        Door::Member => persona.is_member(),
        Door::Leader => matches!(persona, Leader | Administrator | Owner),
        Door::Moderator => matches!(persona, Moderator | Administrator | Owner),
        Door::Staff => matches!(persona, Administrator | Owner),
        Door::Owner => persona == Owner,
    };
    match (enters, persona.is_unknown()) {
        (true, _) => Expected::Enter,
        (false, true) => Expected::SignIn,
        (false, false) => Expected::Refuse,
    }
}
