//! Who may see and do what in conversations. The only maker of the rights that acts ask for.

use crate::author::Names;
use crate::message::{self, Message};
use crate::thread::{self, Thread};
use crate::{chat, correction};
use kernel::{IdentityId, MemberId, Problem, Result};
use std::ops::Deref;
use store::Scope;

/// Something that the scope's viewer may see.
#[derive(Clone, Debug)]
pub struct Visible<T>(T);

/// A message that the viewer may correct.
#[derive(Clone, Debug)]
pub struct Editable(Message);

/// A message that the viewer may delete.
#[derive(Clone, Debug)]
pub struct Deletable {
    message: Message,
    own: bool,
}

/// A member who may write, by the identity that deeds name.
#[derive(Clone, Copy, Debug)]
pub struct Writer {
    pub member: MemberId,
    pub identity: IdentityId,
}

impl<T> Deref for Visible<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

impl Deref for Editable {
    type Target = Message;

    fn deref(&self) -> &Message {
        &self.0
    }
}

impl Deref for Deletable {
    type Target = Message;

    fn deref(&self) -> &Message {
        &self.message
    }
}

impl Deletable {
    /// The viewer's own words, as against a moderator's act.
    pub fn own(&self) -> bool {
        self.own
    }
}

impl<T> Visible<T> {
    pub fn into_inner(self) -> T {
        self.0
    }
}

/// A thread that the viewer may see, or `NotFound`.
pub async fn thread(scope: &mut Scope, id: i64) -> Result<Visible<Thread>> {
    thread::find(scope, id).await.map(Visible)
}

/// A message that the viewer may see, or `NotFound`. Service lines have no place of their own.
pub async fn message(scope: &mut Scope, id: i64) -> Result<Visible<Message>> {
    let message = message::find(scope, id).await?;
    if message.service { Err(Problem::NotFound) } else { Ok(Visible(message)) }
}

/// The viewer as somebody who may write here, or `Forbidden`.
pub async fn writer(scope: &mut Scope) -> Result<Writer> {
    let member = scope.viewer().member.ok_or(Problem::Forbidden)?;
    let identity = match scope.viewer().identity {
        Some(identity) => identity,
        None => identity::identity::own(scope, member).await.map_err(|_| Problem::Forbidden)?,
    };
    Ok(Writer { member, identity })
}

/// The right to correct: one's own words, written here, within [`correction::WINDOW`].
pub async fn editable(scope: &mut Scope, id: i64) -> Result<Editable> {
    let message = message(scope, id).await?.into_inner();
    let home = chat::find_home(scope).await? == Some(message.chat);
    if !home || !is_own(scope, &message).await? {
        return Err(Problem::Forbidden);
    }
    if message.deleted_at.is_some() || !correction::is_open(message.at, scope.now()) {
        return Err(Problem::Conflict("talk-correction-late"));
    }
    Ok(Editable(message))
}

/// The right to delete: one's own words, wherever they were written; for moderators anybody's.
pub async fn deletable(scope: &mut Scope, id: i64) -> Result<Deletable> {
    let message = message(scope, id).await?.into_inner();
    let own = is_own(scope, &message).await?;
    if !own && !scope.viewer().is_moderator() {
        return Err(Problem::Forbidden);
    }
    if message.deleted_at.is_some() || message.extras.erased {
        return Err(Problem::Conflict("talk-deletion-done"));
    }
    Ok(Deletable { message, own })
}

async fn is_own(scope: &mut Scope, message: &Message) -> Result<bool> {
    let (Some(member), Some(author)) = (scope.viewer().member, message.author) else { return Ok(false) };
    if scope.viewer().identity == Some(author) {
        return Ok(true);
    }
    let names = Names::learn(scope, [Some(author)]).await?;
    Ok(names.member(author) == Some(member))
}
