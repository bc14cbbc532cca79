//! From what an export says to what the talk area takes in: persons are named by source and id, formatting
//! becomes safe HTML, the rest becomes extras.

use crate::markup;
use identity::arrival::{Newcomer, Outsider};
use kernel::{IdentityId, visible};
use serde_json::json;
use talk::history::{Incoming, ServiceDeed};
use telegram_export::export::{
    Action, Author, AuthorKind, Entry, Forward, Item, Media, MediaKind, Message, Poll, Service, Span, SpanKind,
};

pub use telegram_export::export::outside_id;

/// Identities with an id at Telegram.
pub const BY_ID: &str = "telegram";
/// Identities of which only the name in one chat is known.
pub const BY_NAME: &str = "telegram-name";

/// How an author is known, if they are anybody: a placeholder is not, nor who has no id and no name that can be seen.
pub fn newcomer(author: &Author, chat_key: &str) -> Option<Newcomer> {
    let seen = shown(&author.name);
    let name = match (&author.name, &author.outside_id) {
        // Written in signs that nobody sees: the person is there, and their number is all one can call them by.
        (Some(_), Some(id)) if seen.is_empty() && author.kind == AuthorKind::Person => id.clone(),
        _ => seen,
    };
    let kind = match author.kind {
        AuthorKind::Nobody => return None,
        AuthorKind::Person if name.is_empty() => "deleted",
        AuthorKind::Person => "person",
        AuthorKind::Deleted => "deleted",
        AuthorKind::Channel => "channel",
        AuthorKind::AnonymousAdmin => "group",
    };
    let outsider = match &author.outside_id {
        Some(id) => Outsider { source: BY_ID, outside_id: id.clone() },
        None if name.is_empty() => return None,
        None => by_name(chat_key, &name),
    };
    Some(Newcomer { outsider, kind, name })
}

/// The name as the export writes it, if it is all that is known of the author and is shown otherwise. Imports did not
/// always leave out what cannot be seen, and know the author by this.
pub fn as_written(author: &Author, chat_key: &str) -> Option<Outsider> {
    let written = author.name.as_deref().filter(|_| author.outside_id.is_none())?;
    (visible(written) != written).then(|| by_name(chat_key, written))
}

/// A name reaches no further than its chat: the same name elsewhere may be another person.
pub fn by_name(chat_key: &str, name: &str) -> Outsider {
    Outsider { source: BY_NAME, outside_id: format!("{chat_key}\n{name}") }
}

/// A name without what cannot be seen; empty where there is none.
fn shown(name: &Option<String>) -> String {
    name.as_deref().map(visible).unwrap_or_default()
}

/// Everybody an entry names, in order.
pub fn authors(item: &Item) -> Vec<&Author> {
    match item {
        Item::Message(message) => {
            let reacted = message.reactions.iter().flat_map(|reaction| reaction.recent.iter().map(|(author, _)| author));
            std::iter::once(&message.author).chain(reacted).collect()
        }
        Item::Service(service) => {
            let mut authors = vec![&service.actor];
            authors.extend(concerned(&service.action));
            authors
        }
    }
}

fn concerned(action: &Action) -> Vec<&Author> {
    match action {
        Action::Invited(members) | Action::Removed(members) | Action::CallInvited(members) | Action::Created { members, .. } => {
            members.iter().collect()
        }
        Action::Joined(Entry::Link(Some(inviter))) => vec![inviter],
        _ => Vec::new(),
    }
}

/// What is known of the persons whom an entry names.
pub trait Acquaintance {
    /// The identity of an author already met.
    fn find(&self, author: &Author) -> Option<IdentityId>;
    /// The author asked for their words to be removed.
    fn is_hushed(&self, author: IdentityId) -> bool;
    /// Whoever is named so, with this id if it is known, asked to be named no more.
    fn is_nameless(&self, name: &str, outside_id: Option<&str>) -> bool;
}

/// One entry as the talk area takes it.
pub fn incoming(item: Item, known: &impl Acquaintance) -> Incoming {
    match item {
        Item::Message(message) => spoken(message, known),
        Item::Service(service) => announced(service, known),
    }
}

fn spoken(mut message: Message, known: &impl Acquaintance) -> Incoming {
    let author = known.find(&message.author);
    let reactions = message.reactions.iter().flat_map(|reaction| &reaction.recent);
    let reactions = reactions.filter_map(|(author, at)| Some((known.find(author)?, at.unwrap_or(message.at_micros)))).collect();
    unname(&mut message, known);
    let mut incoming = Incoming {
        number: message.number,
        at: message.at_micros,
        author,
        author_name: author.is_none().then(|| shown(&message.author.name)),
        reply_to: message.reply_to,
        topic: message.topic,
        edited_at: message.edited_at,
        reactions,
        ..Incoming::default()
    };
    if author.is_some_and(|author| known.is_hushed(author)) {
        incoming.extras = Some(json!({ "erased": true }).to_string());
        return incoming;
    }
    incoming.question = incoming.reply_to.is_none() && is_question(&message.text());
    incoming.text = words(&message);
    incoming.html = markup::html(&message.spans);
    incoming.extras = extras(&message);
    incoming
}

/// Whoever asked to be named no more is named neither as the first speaker nor where somebody is mentioned.
fn unname(message: &mut Message, known: &impl Acquaintance) {
    if let Some(Forward { name, outside_id }) = &mut message.forwarded_from
        && known.is_nameless(name.as_deref().unwrap_or_default(), outside_id.as_deref())
    {
        *name = None;
    }
    for span in &mut message.spans {
        if let SpanKind::MentionName(id) = &span.kind
            && known.is_nameless(&span.text, id.as_deref())
        {
            *span = Span { kind: SpanKind::Plain, text: markup::LEFT_OUT.to_owned(), ..span.clone() };
        }
    }
}

/// A question is a first message with a question mark that ends a word: an address with `?` in it asks nothing.
pub fn is_question(text: &str) -> bool {
    text.split_whitespace()
        .filter(|word| !word.contains("://"))
        .any(|word| word.trim_end_matches(['"', '»', '”', ')', '!', '.', ',', ';', ':', '…']).ends_with('?'))
}

/// The words for lists and search. A poll says its question: its thread is called so.
fn words(message: &Message) -> String {
    let words = markup::shown_words(&message.spans);
    match &message.poll {
        Some(poll) if words.trim().is_empty() => poll.question.clone(),
        _ => words,
    }
}

fn extras(message: &Message) -> Option<String> {
    let mut extras = serde_json::Map::new();
    if let Some(forward) = &message.forwarded_from {
        extras.insert("forward".into(), json!(shown(&forward.name)));
    }
    if let Some(bot) = &message.via_bot {
        extras.insert("via".into(), json!(bot));
    }
    if let Some(signature) = &message.signature {
        extras.insert("signature".into(), json!(visible(signature)));
    }
    if let Some(elsewhere) = &message.reply_elsewhere {
        extras.insert("elsewhere".into(), json!(elsewhere));
    }
    // A poll is no file: it is shown as what it was.
    if let Some(Media { kind, title, detail }) = message.media.as_ref().filter(|_| message.poll.is_none()) {
        extras.insert("media".into(), json!({ "kind": media_kind(*kind), "title": title, "detail": detail }));
    }
    if let Some(poll) = &message.poll {
        let Poll { question, options, total } = poll;
        extras.insert("poll".into(), json!({ "question": question, "options": options, "total": total }));
    }
    if !message.reactions.is_empty() {
        let counts: Vec<(&str, u32)> = message.reactions.iter().map(|reaction| (reaction.label.as_str(), reaction.count)).collect();
        extras.insert("reactions".into(), json!(counts));
    }
    (!extras.is_empty()).then(|| serde_json::Value::Object(extras).to_string())
}

fn media_kind(kind: MediaKind) -> &'static str {
    match kind {
        MediaKind::Photo => "photo",
        MediaKind::Video => "video",
        MediaKind::VideoMessage => "video-message",
        MediaKind::Voice => "voice",
        MediaKind::Audio => "audio",
        MediaKind::File => "file",
        MediaKind::Sticker => "sticker",
        MediaKind::Animation => "animation",
        MediaKind::Location => "location",
        MediaKind::Contact => "contact",
        MediaKind::Poll => "poll",
        MediaKind::Game => "game",
        MediaKind::Invoice => "invoice",
        MediaKind::Call => "call",
        MediaKind::Other => "other",
    }
}

fn announced(service: Service, known: &impl Acquaintance) -> Incoming {
    let actor = known.find(&service.actor);
    let named = concerned(&service.action);
    let parties: Vec<IdentityId> = named.iter().filter_map(|author| known.find(author)).collect();
    let (code, kind) = match &service.action {
        Action::Joined(_) => ("joined", "chat.joined"),
        // Telegram writes "X invited X" when somebody comes in by themselves.
        Action::Invited(members) if members.len() == 1 && members[0] == service.actor => ("joined", "chat.joined"),
        Action::Invited(_) => ("invited", "chat.invited"),
        Action::Removed(members) if members.len() == 1 && members[0] == service.actor => ("left", "chat.left"),
        Action::Removed(_) => ("removed", "chat.removed"),
        Action::Left => ("left", "chat.left"),
        Action::Pinned(_) => ("pinned", ""),
        Action::Created { .. } => ("created", ""),
        Action::Renamed(_) => ("renamed", ""),
        Action::TopicCreated(_) => ("topic-created", ""),
        Action::TopicEdited(_) => ("topic-edited", ""),
        Action::MigratedFrom(_) | Action::MigratedTo => ("migrated", ""),
        Action::PhotoChanged | Action::PhotoRemoved => ("photo", ""),
        Action::Call(_) | Action::CallScheduled | Action::CallInvited(_) => ("call", ""),
        Action::Other(_) => ("other", ""),
    };
    let parties = if kind == "chat.joined" { parties.into_iter().filter(|party| Some(*party) != actor).collect() } else { parties };
    // A line that names nobody we know concerns nobody: "a deleted account invited a deleted account".
    let kind = if actor.is_none() && parties.is_empty() { "" } else { kind };
    let (title, pinned) = match &service.action {
        Action::TopicCreated(title) | Action::TopicEdited(title) | Action::Renamed(title) | Action::MigratedFrom(title) => {
            (title.clone(), None)
        }
        Action::Created { title, .. } => (title.clone(), None),
        Action::Pinned(number) => (None, *number),
        _ => (None, None),
    };
    let opens_topic = matches!(service.action, Action::TopicCreated(_)).then(|| title.clone().unwrap_or_default());
    let raw = matches!(service.action, Action::Other(_)).then_some(service.text.as_str());
    let extras = json!({ "service": { "action": code, "title": title, "pinned": pinned, "raw": raw } });
    Incoming {
        number: service.number,
        at: service.at_micros,
        author: actor,
        author_name: actor.is_none().then(|| shown(&service.actor.name)),
        extras: Some(extras.to_string()),
        service: Some(ServiceDeed { kind, parties }),
        opens_topic,
        ..Incoming::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_mark_that_ends_a_word_asks() {
        assert!(is_question("Кто знает супервизора?"));
        assert!(is_question("«Кто?», спросил он"));
        assert!(!is_question("Смотрите https://example.org/?page=2"));
    }
}
