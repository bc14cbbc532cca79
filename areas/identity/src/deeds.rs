//! The kinds of deed that identity writes. None of them is help given: they weigh nothing for ties.

/// A community began. Object: the community; actor: its owner.
pub const COMMUNITY_FOUNDED: &str = "community.founded";
/// Somebody was invited. Object: the invitation; actor: who invited.
pub const MEMBER_INVITED: &str = "member.invited";
/// Somebody became a member. Object: the member; actor: themselves; party `inviter` if somebody brought them.
pub const MEMBER_JOINED: &str = "member.joined";
/// Somebody left. Object: the member; actor: themselves.
pub const MEMBER_LEFT: &str = "member.left";
/// A role was given. Object: the member who holds it; party `holder`.
pub const ROLE_GRANTED: &str = "role.granted";
/// A role was taken back. Object: the member who held it; party `holder`.
pub const ROLE_REVOKED: &str = "role.revoked";

/// The kind of object that a deed about a person names.
pub const MEMBER: &str = "member";
/// What happened on a page of the house.
pub const WEB: &str = "web";
