//! Threads and messages as their pages show them: names told, times said, markup made.

use crate::author::{Byline, Names};
use crate::extras::{Media, Poll};
use crate::message::{Message, Quoted};
use crate::thread::Thread;
use crate::{correction, policy::Writer};
use kernel::{IdentityId, Micros};
use std::collections::HashMap;
use web::{Html, Shell, escape, linkify};

/// Kinds of media that have a word; others are attachments.
const MEDIA: [&str; 14] = [
    "photo",
    "video",
    "video-message",
    "voice",
    "audio",
    "file",
    "sticker",
    "animation",
    "location",
    "contact",
    "game",
    "invoice",
    "call",
    "other",
];

/// A byline as markup: a link for members, a bare name or a word for the others.
pub fn byline(shell: &Shell, byline: &Byline) -> Html {
    Html::trusted(match byline {
        Byline::Member { id, name, .. } => format!("<a href=\"/people/{id}\">{}</a>", escape(name)),
        _ => escape(&spoken(shell, byline)),
    })
}

/// A byline as plain text.
pub fn spoken(shell: &Shell, byline: &Byline) -> String {
    byline.name().map_or_else(|| shell.t(byline.word()), str::to_owned)
}

fn avatar(shell: &Shell, byline: &Byline) -> Html {
    let id = byline.member().map(|member| member.0).or(byline.identity().map(|identity| identity.0)).unwrap_or_default();
    shell.avatar(byline.name().unwrap_or_default(), id, "s")
}

/// A thread in a list.
pub struct ThreadLine {
    pub id: i64,
    pub avatar: Html,
    pub byline: Html,
    /// Empty if the first message has no words.
    pub excerpt: String,
    pub started_at: Micros,
    pub last_at: Micros,
    pub replies: i64,
    pub waits: bool,
    pub topic: Option<(i64, String)>,
}

pub fn thread_lines(shell: &Shell, names: &Names, threads: Vec<Thread>) -> Vec<ThreadLine> {
    threads.into_iter().map(|thread| thread_line(shell, names, thread)).collect()
}

fn thread_line(shell: &Shell, names: &Names, thread: Thread) -> ThreadLine {
    let author = names.byline(thread.starter, thread.starter_name.as_deref());
    ThreadLine {
        id: thread.id,
        avatar: avatar(shell, &author),
        byline: byline(shell, &author),
        waits: thread.waits(),
        excerpt: thread.excerpt,
        started_at: thread.started_at,
        last_at: thread.last_at,
        replies: thread.replies,
        topic: thread.topic.zip(thread.topic_title),
    }
}

/// A message on the page of its thread.
pub struct MessageLine {
    pub id: i64,
    pub avatar: Html,
    pub byline: Html,
    /// The author's name for links that are read aloud.
    pub name: String,
    pub at: Micros,
    pub body: Html,
    pub edited: bool,
    /// The word that stands instead of the text, if the text is gone.
    pub gone: Option<&'static str>,
    pub quote: Option<QuoteLine>,
    pub forward: Option<String>,
    pub via: Option<String>,
    pub media: Option<MediaLine>,
    pub poll: Option<Poll>,
    pub reactions: Vec<(String, i64)>,
    /// An author who may be searched for.
    pub identity: Option<IdentityId>,
    pub editable: bool,
    pub deletable: bool,
}

/// The answered words above an answer.
pub struct QuoteLine {
    /// On this page, or the message's own address.
    pub address: String,
    pub name: String,
    pub text: String,
}

pub struct MediaLine {
    /// The word for the kind.
    pub word: String,
    pub title: Option<String>,
    pub detail: Option<String>,
}

/// What a page of messages is shown with.
pub struct Frame<'a> {
    pub shell: &'a Shell,
    pub names: &'a Names,
    pub quoted: &'a HashMap<i64, Quoted>,
    /// Ids on this page: a link to them stays on it.
    pub here: Vec<i64>,
    pub writer: Option<Writer>,
    /// The chat in which members write here.
    pub home: Option<i64>,
}

impl Frame<'_> {
    pub fn line(&self, message: &Message) -> MessageLine {
        let author = self.names.byline(message.author, message.author_name.as_deref());
        let gone = self.gone(message);
        let own = self.is_own(message);
        let moderator = self.shell.viewer.is_moderator();
        let open = self.home == Some(message.chat) && correction::is_open(message.at, self.shell.now);
        let kept = |present: bool| present && gone.is_none();
        let extras = message.extras.clone();
        MessageLine {
            id: message.id,
            avatar: avatar(self.shell, &author),
            byline: byline(self.shell, &author),
            name: spoken(self.shell, &author),
            at: message.at,
            body: body(message),
            edited: kept(message.edited_at.is_some()),
            quote: self.quote(message).filter(|_| gone.is_none()),
            forward: extras.forward,
            via: extras.via,
            // A poll says itself what it is.
            media: extras.media.filter(|_| extras.poll.is_none()).map(|media| media_line(self.shell, media)),
            poll: extras.poll.map(|poll| unsaid(poll, &message.text)),
            reactions: extras.reactions,
            identity: author.identity(),
            editable: kept(own && open),
            deletable: kept(own || moderator),
            gone,
        }
    }

    fn is_own(&self, message: &Message) -> bool {
        let Some((writer, author)) = self.writer.zip(message.author) else { return false };
        writer.identity == author || self.names.member(author) == Some(writer.member)
    }

    fn gone(&self, message: &Message) -> Option<&'static str> {
        if message.extras.erased {
            return Some("talk-gone-erased");
        }
        message.deleted_at?;
        let by_author =
            message.author.and_then(|author| self.names.member(author)).is_some_and(|member| Some(member) == message.deleted_by);
        Some(if by_author { "talk-gone-author" } else { "talk-gone-moderator" })
    }

    /// An answer to the first message needs no quote: it stands above.
    fn quote(&self, message: &Message) -> Option<QuoteLine> {
        let to = message.reply_to?;
        let picked = message.extras.reply_quote.clone();
        if to == message.thread && picked.is_none() {
            return None;
        }
        let quoted = self.quoted.get(&to)?;
        let name = spoken(self.shell, &self.names.byline(quoted.author, quoted.author_name.as_deref()));
        let address = if self.here.contains(&to) { format!("#m{to}") } else { format!("/talk/messages/{to}") };
        let text = match (picked, quoted.deleted || quoted.text.is_empty()) {
            (Some(picked), _) => crate::history::excerpt(&picked),
            (None, true) => self.shell.t("talk-gone-quoted"),
            (None, false) => crate::history::excerpt(&quoted.text),
        };
        Some(QuoteLine { address, name, text })
    }
}

/// Markup of a text. Most texts hold no address, and escaping them is all there is to do.
pub fn body(message: &Message) -> Html {
    match &message.html {
        Some(html) => Html::trusted(html.clone()),
        None if message.text.contains("://") => linkify(&message.text),
        None => Html::trusted(escape(&message.text).replace('\n', "<br>\n")),
    }
}

/// The question of a poll is not said again where it is the text of the message.
fn unsaid(mut poll: Poll, text: &str) -> Poll {
    if poll.question == text {
        poll.question.clear();
    }
    poll
}

fn media_line(shell: &Shell, media: Media) -> MediaLine {
    let named = media.kind.replace('_', "-");
    let kind = if MEDIA.contains(&named.as_str()) { named.as_str() } else { "other" };
    let said = |text: Option<String>| text.filter(|text| !text.trim().is_empty());
    MediaLine { word: shell.t(format!("talk-media-{kind}")), title: said(media.title), detail: said(media.detail) }
}

/// The identities that a page of messages must name.
pub fn identities<'a>(messages: impl Iterator<Item = &'a Message>, quoted: &[Quoted]) -> Vec<Option<IdentityId>> {
    messages.map(|message| message.author).chain(quoted.iter().map(|quoted| quoted.author)).collect()
}
