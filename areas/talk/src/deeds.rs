//! The kinds of deed that talk writes. Deeds hold ids and numbers, never what was said.

/// Somebody began a conversation. Object: the message.
pub const MESSAGE: &str = "talk.message";
/// Somebody answered. Object: the message; party `answered`: whom, unless it was oneself or nobody.
pub const REPLY: &str = "talk.reply";
/// Somebody reacted to a message. Object: the message; party `receiver`: its author.
pub const REACTION: &str = "talk.reaction";
/// A message was corrected by its author. Object: the message.
pub const EDITED: &str = "talk.edited";
/// A message lost its words: deleted by its author or a moderator (the actor), or erased with a person (no actor).
/// Object: the message; party `author` where that is another than the actor.
pub const DELETED: &str = "talk.deleted";

/// What these deeds are about.
pub const OBJECT: &str = "message";
