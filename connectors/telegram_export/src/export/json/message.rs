//! From the shapes of the JSON form to the words of the project.

use super::raw::{Num, RawMessage, RawReaction, Str};
use super::{action, media, mend, text};
use crate::export::dates;
use crate::export::fault::{Fault, Place, Problem};
use crate::export::item::{Author, AuthorKind, Forward, Item, Message, Reaction, Service};
use crate::export::limits::Limits;
use crate::export::people::{self, Meaning, Names};
use crate::export::topics::Topics;
use crate::export::warning::{Notice, Warnings};

/// What is remembered from message to message of one pass.
pub(crate) struct Converter<'a> {
    file: &'a str,
    /// The chat's own ids: who writes under them writes in the name of the group.
    own_ids: Vec<String>,
    limits: Limits,
    names: &'a Names,
    topics: Topics,
    /// That of the first entry with a date, for those without before it.
    first_dated: Option<i64>,
    last_dated: Option<i64>,
}

/// Warnings of one message, with its place.
pub(crate) struct Here<'w> {
    pub(crate) warnings: &'w mut Warnings,
    pub(crate) file: &'w str,
    pub(crate) place: Place,
}

impl Here<'_> {
    pub(crate) fn warn(&mut self, notice: Notice) {
        self.warnings.add(self.file, self.place, notice);
    }
}

impl<'a> Converter<'a> {
    pub(crate) fn new(
        file: &'a str,
        chat_id: Option<i64>,
        limits: Limits,
        names: &'a Names,
        first_dated: Option<i64>,
    ) -> Converter<'a> {
        let own_ids = chat_id.map(|id| vec![format!("channel{id}"), format!("chat{id}")]).unwrap_or_default();
        Converter { file, own_ids, limits, names, topics: Topics::default(), first_dated, last_dated: None }
    }

    /// None: the export holds no content for this number.
    pub(crate) fn convert(&mut self, line: u64, bytes: &[u8], warnings: &mut Warnings) -> Result<Option<Item>, Fault> {
        let file = self.file;
        // Looking once whether the bytes are text spares the parser from looking at every string.
        let text = simdutf8::basic::from_utf8(bytes).ok();
        if let Some(raw) = text.and_then(|text| serde_json::from_str::<RawMessage<'_>>(text).ok()) {
            return self.item(&raw, line, warnings);
        }
        let mended = mend::mended(bytes);
        let raw: RawMessage<'_> = serde_json::from_slice(&mended).map_err(|error| {
            // The parser counts lines from the beginning of the message.
            let at = line + error.line().saturating_sub(1) as u64;
            Fault::line(file, at, Problem::BrokenJson(error.to_string()))
        })?;
        warnings.add(file, Place::Line(line), Notice::Mended);
        self.item(&raw, line, warnings)
    }

    fn item(&mut self, raw: &RawMessage<'_>, line: u64, warnings: &mut Warnings) -> Result<Option<Item>, Fault> {
        let Some(number) = raw.id.0 else {
            return Err(Fault::line(self.file, line, Problem::NumberMissing));
        };
        let mut here = Here { warnings, file: self.file, place: Place::Message(number) };
        let kind = raw.kind.exact();
        if kind == "unsupported" {
            here.warn(Notice::Unsupported);
            return Ok(None);
        }
        let at_micros = self.time(raw, &mut here)?;
        let service = kind == "service" || (kind != "message" && raw.action.is_given());
        let mut item = if service {
            Item::Service(self.service(raw, number, at_micros, &mut here))
        } else {
            Item::Message(self.message(raw, number, at_micros, &mut here))
        };
        self.topics.place(&mut item);
        Ok(Some(item))
    }

    fn time(&mut self, raw: &RawMessage<'_>, here: &mut Here<'_>) -> Result<i64, Fault> {
        let known = utc_seconds(raw).and_then(dates::micros);
        let at = known.or_else(|| {
            let local = dates::json_seconds(raw.date.exact()).and_then(dates::micros)?;
            here.warn(Notice::ZoneMissing);
            Some(local)
        });
        if let Some(at) = at {
            self.last_dated = Some(at);
            return Ok(at);
        }
        if let (Place::Message(number), Some(date)) = (here.place, raw.date.text().or(raw.date_unixtime.text())) {
            return Err(Fault::message(self.file, number, dates::impossible(date)));
        }
        let (at, notice) = dates::stand_in(self.last_dated, self.first_dated, self.file)?;
        here.warn(notice);
        Ok(at)
    }

    fn message(&self, raw: &RawMessage<'_>, number: i64, at_micros: i64, here: &mut Here<'_>) -> Message {
        let elsewhere = raw.reply_to_peer.owned();
        let (media, poll) = media::media(raw);
        let zone = zone_seconds(raw);
        Message {
            number,
            at_micros,
            author: self.author(&raw.from, &raw.from_id, here),
            signature: raw.author.owned(),
            spans: text::spans(raw, &self.limits, here),
            reply_to: raw.reply_to.0.filter(|_| elsewhere.is_none()),
            reply_elsewhere: elsewhere,
            topic: raw.topic_id.0.or(raw.thread_id.0),
            forwarded_from: self.forward(raw, here),
            via_bot: raw.via_bot.owned(),
            edited_at: moment(&raw.edited, raw.edited_unixtime, zone),
            reactions: raw.reactions.0.iter().filter_map(|reaction| self.reaction(reaction, zone, here)).collect(),
            media,
            poll,
        }
    }

    fn service(&self, raw: &RawMessage<'_>, number: i64, at_micros: i64, here: &mut Here<'_>) -> Service {
        let given = raw.actor.is_given() || raw.actor_id.is_given();
        let actor = match given {
            true => self.author(&raw.actor, &raw.actor_id, here),
            false if raw.from.is_given() => self.author(&raw.from, &raw.from_id, here),
            false => Author::nobody(),
        };
        let action = action::action(self, raw, &actor, here);
        let text = action.line(&actor);
        Service { number, at_micros, actor, action, text }
    }

    fn forward(&self, raw: &RawMessage<'_>, here: &mut Here<'_>) -> Option<Forward> {
        let from = if raw.forwarded_from.is_given() { &raw.forwarded_from } else { &raw.saved_from };
        if !from.is_given() {
            return None;
        }
        let name = from.text().filter(|name| !people::is_placeholder(name));
        let outside_id = raw.forwarded_from_id.text().map(people::outside_id);
        Some(Forward { name: name.and_then(|name| self.name(name, here)), outside_id })
    }

    fn reaction(&self, raw: &RawReaction<'_>, zone: i64, here: &mut Here<'_>) -> Option<Reaction> {
        let label = match (raw.emoji.text(), raw.document_id.text()) {
            (Some(emoji), _) => emoji.to_owned(),
            (None, Some(document)) => format!("custom:{document}"),
            (None, None) => raw.kind.owned()?,
        };
        let recent = raw.recent.0.iter();
        let recent = recent.map(|one| (self.author(&one.from, &one.from_id, here), moment(&one.date, one.date_unixtime, zone)));
        let recent: Vec<_> = recent.collect();
        let count = raw.count.0.and_then(|count| u32::try_from(count).ok()).unwrap_or(recent.len() as u32);
        Some(Reaction { label, count, recent })
    }

    pub(super) fn name(&self, name: &str, here: &mut Here<'_>) -> Option<String> {
        let (name, cut) = people::tidy_name(name, &self.limits);
        if cut {
            here.warn(Notice::NameCut);
        }
        name
    }

    /// Who stands in a pair of fields such as `from` and `from_id`.
    fn author(&self, name: &Str<'_>, id: &Str<'_>, here: &mut Here<'_>) -> Author {
        let id = id.text().map(people::outside_id);
        let name = name.text();
        if name.is_some_and(people::is_placeholder) {
            return Author::nobody();
        }
        let Some(id) = id else {
            return match name.and_then(|name| self.name(name, here)) {
                Some(name) => Author::named(name),
                None => {
                    here.warn(Notice::AuthorMissing);
                    Author::nobody()
                }
            };
        };
        let name = name.and_then(|name| self.name(name, here));
        let kind = if self.own_ids.contains(&id) {
            AuthorKind::AnonymousAdmin
        } else if id.starts_with("channel") || id.starts_with("chat") {
            AuthorKind::Channel
        } else if name.is_none() {
            AuthorKind::Deleted
        } else {
            AuthorKind::Person
        };
        Author { outside_id: Some(id), name, kind }
    }

    /// Whom a bare name in a service line means: the actor, if it is the actor's name; the one
    /// person of this export who bears it; or nobody but the name.
    pub(super) fn bare(&self, name: &Str<'_>, actor: &Author, here: &mut Here<'_>) -> Author {
        let Some(name) = name.text().filter(|name| !people::is_placeholder(name)) else {
            return Author::nobody();
        };
        if actor.name.as_deref() == Some(name) {
            return actor.clone();
        }
        let Some(name) = self.name(name, here) else { return Author::nobody() };
        match self.names.meaning(&name) {
            Meaning::Person(id) => {
                let kind = if id.starts_with('u') { AuthorKind::Person } else { AuthorKind::Channel };
                Author { outside_id: Some(id.to_owned()), name: Some(name), kind }
            }
            Meaning::Several => {
                here.warn(Notice::NameShared(name.clone()));
                Author::named(name)
            }
            Meaning::Unknown => Author::named(name),
        }
    }
}

/// When the message was written, as the export says it in UTC.
fn utc_seconds(raw: &RawMessage<'_>) -> Option<i64> {
    raw.date_unixtime.text()?.parse().ok()
}

/// How far the clock of the exporting machine was from UTC when the message was written.
fn zone_seconds(raw: &RawMessage<'_>) -> i64 {
    let local = dates::json_seconds(raw.date.exact());
    match (local, utc_seconds(raw)) {
        (Some(local), Some(utc)) if (local - utc).abs() <= 15 * 3600 => local - utc,
        _ => 0,
    }
}

/// A second date of a message. Without its own UTC form it is in the zone of the message's date.
fn moment(local: &Str<'_>, utc: Num, zone: i64) -> Option<i64> {
    let local = || dates::json_seconds(local.exact()).map(|seconds| seconds - zone);
    utc.0.or_else(local).and_then(dates::micros)
}
