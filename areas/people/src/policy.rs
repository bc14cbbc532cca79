//! Who may do what here. These are the only makers of the rights that functions ask for.

use kernel::{MemberId, Problem, Result, Viewer};

/// The right to run the lists of people: links, claims, merges, own points. Owner and administrators.
pub struct Steward {
    _made_here: (),
}

/// The right to answer for the community before the law: removals and the legal ground. The owner.
pub struct Keeper {
    _made_here: (),
}

/// The right to change one's own profile and to leave.
pub struct Myself {
    pub member: MemberId,
}

pub fn steward(viewer: &Viewer) -> Result<Steward> {
    if viewer.is_staff() { Ok(Steward { _made_here: () }) } else { Err(Problem::Forbidden) }
}

pub fn keeper(viewer: &Viewer) -> Result<Keeper> {
    if viewer.is_owner() { Ok(Keeper { _made_here: () }) } else { Err(Problem::Forbidden) }
}

pub fn myself(viewer: &Viewer) -> Result<Myself> {
    viewer.member.map(|member| Myself { member }).ok_or(Problem::Forbidden)
}
