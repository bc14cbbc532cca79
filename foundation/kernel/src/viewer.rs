//! Who is looking, and with what roles (capability A4).

use crate::{AccountId, AudienceId, IdentityId, MemberId};

/// A duty in a community. A person may hold several, each in a scope.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    Owner,
    Administrator,
    Moderator,
    Council,
    DirectionLeader,
    Mentor,
    GroupHost,
    Ambassador,
    Member,
    Applicant,
    Guest,
    Client,
}

impl Role {
    pub const ALL: [Role; 12] = [
        Role::Owner,
        Role::Administrator,
        Role::Moderator,
        Role::Council,
        Role::DirectionLeader,
        Role::Mentor,
        Role::GroupHost,
        Role::Ambassador,
        Role::Member,
        Role::Applicant,
        Role::Guest,
        Role::Client,
    ];

    /// The stored and spoken name, as in URLs and words (`role-direction-leader`).
    pub fn code(self) -> &'static str {
        match self {
            Role::Owner => "owner",
            Role::Administrator => "administrator",
            Role::Moderator => "moderator",
            Role::Council => "council",
            Role::DirectionLeader => "direction-leader",
            Role::Mentor => "mentor",
            Role::GroupHost => "group-host",
            Role::Ambassador => "ambassador",
            Role::Member => "member",
            Role::Applicant => "applicant",
            Role::Guest => "guest",
            Role::Client => "client",
        }
    }

    pub fn parse(code: &str) -> Option<Role> {
        Role::ALL.into_iter().find(|role| role.code() == code)
    }
}

/// A set of roles held in the whole community.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Roles(u32);

impl Roles {
    pub fn with(self, role: Role) -> Roles {
        Roles(self.0 | 1 << role as u32)
    }

    pub fn has(self, role: Role) -> bool {
        self.0 & (1 << role as u32) != 0
    }

    pub fn iter(self) -> impl Iterator<Item = Role> {
        Role::ALL.into_iter().filter(move |role| self.has(*role))
    }
}

impl FromIterator<Role> for Roles {
    fn from_iter<I: IntoIterator<Item = Role>>(roles: I) -> Roles {
        roles.into_iter().fold(Roles::default(), Roles::with)
    }
}

/// Who looks at a page or does an act, as the gate found out. A stranger has nothing.
#[derive(Clone, Debug, Default)]
pub struct Viewer {
    pub account: Option<AccountId>,
    pub member: Option<MemberId>,
    /// The identity by which the member acts here; deeds name it.
    pub identity: Option<IdentityId>,
    pub name: String,
    pub roles: Roles,
    /// What the viewer may see: always begins with [`AudienceId::EVERYONE`] for members, empty for strangers.
    pub audiences: Vec<AudienceId>,
    /// The system itself: jobs, followers, the command line.
    pub system: bool,
}

impl Viewer {
    /// The house itself, acting for nobody. Sees every audience only where a query asks for none.
    pub fn system() -> Viewer {
        Viewer { system: true, ..Viewer::default() }
    }

    pub fn is_owner(&self) -> bool {
        self.system || self.roles.has(Role::Owner)
    }

    /// Owner or administrator: those who run the community and see its lists of people.
    pub fn is_staff(&self) -> bool {
        self.is_owner() || self.roles.has(Role::Administrator)
    }

    /// May take down what others wrote.
    pub fn is_moderator(&self) -> bool {
        self.is_staff() || self.roles.has(Role::Moderator)
    }

    pub fn is_member(&self) -> bool {
        self.system || self.member.is_some()
    }

    pub fn is_leader(&self) -> bool {
        self.is_staff()
            || [Role::Council, Role::DirectionLeader, Role::Mentor, Role::GroupHost].into_iter().any(|role| self.roles.has(role))
    }

    /// The audiences as plain numbers, for a list parameter of a statement.
    pub fn audience_numbers(&self) -> Vec<i64> {
        self.audiences.iter().map(|audience| audience.0).collect()
    }
}
