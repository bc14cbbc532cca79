//! Who may see and do what with requests. The only maker of the rights that acts ask for.

mod answering;

pub use answering::*;

use crate::request::{self, Request};
use kernel::{IdentityId, MemberId, Problem, Result};
use std::ops::Deref;
use store::Scope;

/// Something that the scope's viewer may see.
#[derive(Clone, Debug)]
pub struct Visible<T>(pub(crate) T);

/// One's own request: to close, to reopen, to fold comments, to take back.
#[derive(Clone, Debug)]
pub struct Own(Request);

/// A member who acts here, by the identity that deeds name.
#[derive(Clone, Copy, Debug)]
pub struct Actor {
    pub member: MemberId,
    pub identity: IdentityId,
}

/// The right to run requests: the Desk, topics, settings. Owner and administrators.
#[derive(Clone, Copy, Debug)]
pub struct Steward {
    _made_here: (),
}

/// The right to fold and take down what others wrote.
#[derive(Clone, Copy, Debug)]
pub struct Moderator {
    _made_here: (),
}

impl<T> Deref for Visible<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

impl<T> Visible<T> {
    pub fn into_inner(self) -> T {
        self.0
    }
}

impl Deref for Own {
    type Target = Request;

    fn deref(&self) -> &Request {
        &self.0
    }
}

impl Own {
    pub fn into_inner(self) -> Request {
        self.0
    }
}

/// A request that the viewer may see, or `NotFound`.
pub async fn request(scope: &mut Scope, id: i64) -> Result<Visible<Request>> {
    request::find(scope, id).await.map(Visible)
}

/// One's own request, or `Forbidden` (`NotFound` for what one does not see).
pub async fn own(scope: &mut Scope, id: i64) -> Result<Own> {
    let request = request::find(scope, id).await?;
    if scope.viewer().member == Some(request.asker) { Ok(Own(request)) } else { Err(Problem::Forbidden) }
}

/// The viewer as somebody who acts here, or `Forbidden`.
pub async fn actor(scope: &mut Scope) -> Result<Actor> {
    let member = scope.viewer().member.ok_or(Problem::Forbidden)?;
    let identity = match scope.viewer().identity {
        Some(identity) => identity,
        None => identity::identity::own(scope, member).await.map_err(|_| Problem::Forbidden)?,
    };
    Ok(Actor { member, identity })
}

pub fn steward(scope: &Scope) -> Result<Steward> {
    if scope.viewer().is_staff() { Ok(Steward { _made_here: () }) } else { Err(Problem::Forbidden) }
}

pub fn moderator(scope: &Scope) -> Result<Moderator> {
    if scope.viewer().is_moderator() { Ok(Moderator { _made_here: () }) } else { Err(Problem::Forbidden) }
}
