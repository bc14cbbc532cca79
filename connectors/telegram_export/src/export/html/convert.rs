//! From the tags of a page to the words of the project.

use super::draft::{Draft, leading_number, squeezed};
use super::page::linked_message;
use super::service::Reader;
use crate::export::dates;
use crate::export::fault::{Fault, Place, Problem};
use crate::export::item::{Author, Forward, Item, Media, MediaKind, Message, Reaction, Service};
use crate::export::limits::Limits;
use crate::export::people::{self, Names};
use crate::export::spans;
use crate::export::topics::Topics;
use crate::export::warning::{Notice, Warnings};

/// What is remembered from page to page of one pass.
pub(crate) struct Converter<'a> {
    limits: Limits,
    names: &'a Names,
    own_title: Option<&'a str>,
    topics: Topics,
    last_author: Option<Author>,
    last_forward: Option<Forward>,
    last_via: Option<String>,
    /// The time of the last message; service lines have none of their own.
    last_message: Option<i64>,
    last_item: Option<i64>,
    /// That of the first entry with a date, for those without before it.
    first_dated: Option<i64>,
    /// A date was met in this pass.
    dated: bool,
    /// Midnight of the last separating line, in the zone of the page.
    separator: Option<i64>,
    zone: Option<i64>,
}

/// The page that is being read.
pub(super) struct Here<'w> {
    pub(super) file: &'w str,
    pub(super) page: &'w str,
    pub(super) warnings: &'w mut Warnings,
}

impl Here<'_> {
    fn warn(&mut self, number: i64, notice: Notice) {
        self.warnings.add(self.file, Place::Message(number), notice);
    }

    fn line(&self, at: usize) -> u64 {
        let before = self.page.as_bytes().get(..at).unwrap_or_default();
        memchr::memchr_iter(b'\n', before).count() as u64 + 1
    }
}

impl<'a> Converter<'a> {
    pub(crate) fn new(own_title: Option<&'a str>, limits: Limits, names: &'a Names, first_dated: Option<i64>) -> Converter<'a> {
        Converter {
            limits,
            names,
            own_title,
            topics: Topics::default(),
            last_author: None,
            last_forward: None,
            last_via: None,
            last_message: None,
            last_item: None,
            first_dated,
            dated: false,
            separator: None,
            zone: None,
        }
    }

    /// Separating lines before the first message have no zone; it is that of the first message.
    pub(super) fn begin_page(&mut self, page: &str) {
        self.last_author = None;
        self.last_forward = None;
        self.last_via = None;
        if self.zone.is_some() {
            return;
        }
        let at = memchr::memmem::find(page.as_bytes(), b" UTC");
        self.zone = at.and_then(|at| page.get(at + 1..)).and_then(|rest| {
            let end = rest.find(['"', '\'', '<']).unwrap_or(0);
            dates::zone_seconds(rest.get(..end)?.trim())
        });
    }

    /// None: a separating line with a date, which is no entry of the history.
    pub(super) fn convert(&mut self, draft: Draft<'_>, here: &mut Here<'_>) -> Result<Option<Item>, Fault> {
        let number = draft.id.and_then(|id| id.strip_prefix("message")?.parse::<i64>().ok());
        let at = draft.at;
        let line = if draft.service { squeezed(&draft.line) } else { String::new() };
        if draft.service && number.is_none_or(|number| number < 0) && self.is_separator(&line) {
            return Ok(None);
        }
        let Some(number) = number else {
            return Err(Fault::line(here.file, here.line(at), Problem::NumberMissing));
        };
        if draft.too_deep || draft.text.too_deep {
            here.warn(number, Notice::TooDeep);
        }
        let mut item = match draft.service {
            true => Item::Service(self.service(&draft, number, &line, here)?),
            false => Item::Message(self.message(draft, number, here)?),
        };
        self.last_item = Some(item.at_micros());
        self.topics.place(&mut item);
        Ok(Some(item))
    }

    fn is_separator(&mut self, line: &str) -> bool {
        if let Some(seconds) = dates::separator_seconds(line) {
            self.separator = dates::micros(seconds - self.zone.unwrap_or(0));
            self.dated |= self.separator.is_some();
            self.last_author = None;
            return true;
        }
        matches!(line, "No exported messages" | "")
    }

    fn service(&mut self, draft: &Draft<'_>, number: i64, line: &str, here: &mut Here<'_>) -> Result<Service, Fault> {
        let link = draft.link.or_else(|| linked_message(line));
        let plain = without_tags(line);
        let reader = Reader { names: self.names, own_title: self.own_title };
        let (actor, action) = reader.read(&plain, link);
        // Nothing before the first date has one to give, and what it was given itself is no date of its own.
        let at_micros = match self.last_message.or_else(|| self.before()).filter(|_| self.dated) {
            Some(at) => at,
            None => self.stand_in(number, here)?,
        };
        self.last_author = None;
        let text = action.line(&actor);
        Ok(Service { number, at_micros, actor, action, text })
    }

    fn message(&mut self, mut draft: Draft<'_>, number: i64, here: &mut Here<'_>) -> Result<Message, Fault> {
        let at_micros = self.time(&draft, number, here)?;
        let (author, via_bot) = self.author(&draft, number, here);
        let forwarded_from = self.forward(&draft, number, here);
        if draft.text.refused_link {
            here.warn(number, Notice::LinkRefused);
        }
        let mut text = std::mem::take(&mut draft.text.spans);
        if spans::tidy(&mut text, self.limits.max_message_text) {
            here.warn(number, Notice::TextCut);
        }
        self.last_message = Some(at_micros);
        Ok(Message {
            number,
            at_micros,
            author,
            signature: Some(squeezed(&draft.signature)).filter(|text| !text.is_empty()),
            spans: text,
            reply_to: draft.link.filter(|_| draft.is_reply),
            reply_elsewhere: (draft.is_reply && draft.link.is_none()).then(|| "another chat".to_owned()),
            topic: None,
            forwarded_from,
            via_bot,
            edited_at: None,
            reactions: self.reactions(&draft),
            poll: draft.poll.as_ref().map(|poll| poll.poll()),
            media: media(&draft),
        })
    }

    fn time(&mut self, draft: &Draft<'_>, number: i64, here: &mut Here<'_>) -> Result<i64, Fault> {
        let Some(written) = draft.date.map(str::trim).filter(|date| !date.is_empty()) else {
            return self.stand_in(number, here);
        };
        let read = dates::title_seconds(written);
        let at = read.and_then(|(local, zone)| dates::micros(local - zone.unwrap_or(0)));
        let at = at.ok_or_else(|| Fault::message(here.file, number, dates::impossible(written)))?;
        if read.is_some_and(|(_, zone)| zone.is_none()) {
            here.warn(number, Notice::ZoneMissing);
        }
        self.dated = true;
        Ok(at)
    }

    /// The time of the entry or of the separating line before.
    fn before(&self) -> Option<i64> {
        self.separator.max(self.last_item).filter(|_| self.dated)
    }

    fn stand_in(&self, number: i64, here: &mut Here<'_>) -> Result<i64, Fault> {
        let (at, notice) = dates::stand_in(self.before(), self.first_dated, here.file)?;
        here.warn(number, notice);
        Ok(at)
    }

    /// A message that follows at once another of the same person names neither person nor bot.
    fn author(&mut self, draft: &Draft<'_>, number: i64, here: &mut Here<'_>) -> (Author, Option<String>) {
        let shown = squeezed(&draft.from_name);
        if shown.is_empty()
            && draft.joined
            && let Some(author) = &self.last_author
        {
            return (author.clone(), self.last_via.clone());
        }
        let (name, via) = match shown.rsplit_once(" via @") {
            Some((name, bot)) if !bot.is_empty() => (name, Some(format!("@{bot}"))),
            _ => (shown.as_str(), None),
        };
        if name.is_empty() {
            here.warn(number, Notice::AuthorMissing);
        }
        let reader = Reader { names: self.names, own_title: self.own_title };
        let author = reader.person(&self.tidy(name, number, here));
        self.last_author = Some(author.clone());
        self.last_via.clone_from(&via);
        (author, via)
    }

    fn forward(&mut self, draft: &Draft<'_>, number: i64, here: &mut Here<'_>) -> Option<Forward> {
        let shown = squeezed(&draft.forward_name);
        let forward = match draft.forwarded {
            false => None,
            true if shown.is_empty() && draft.joined => self.last_forward.clone(),
            true => {
                let name = shown.rsplit_once(" via @").map_or(shown.as_str(), |(name, _)| name);
                let known = !name.is_empty() && !people::is_placeholder(name);
                Some(Forward { name: known.then(|| self.tidy(name, number, here)), outside_id: None })
            }
        };
        self.last_forward.clone_from(&forward);
        forward
    }

    fn tidy(&self, name: &str, number: i64, here: &mut Here<'_>) -> String {
        let (name, cut) = people::tidy_name(name, &self.limits);
        if cut {
            here.warn(number, Notice::NameCut);
        }
        name.unwrap_or_default()
    }

    fn reactions(&self, draft: &Draft<'_>) -> Vec<Reaction> {
        let reader = Reader { names: self.names, own_title: self.own_title };
        let known = draft.reactions.iter().map(|reaction| {
            let recent: Vec<_> = reaction.recent.iter().map(|name| (reader.person(&squeezed(name)), None)).collect();
            let label = if reaction.paid { "paid".to_owned() } else { squeezed(&reaction.label) };
            let count = leading_number(&reaction.count).max(recent.len() as u32);
            Reaction { label, count, recent }
        });
        known.filter(|reaction| !reaction.label.is_empty()).collect()
    }
}

fn media(draft: &Draft<'_>) -> Option<Media> {
    let shown = squeezed(&draft.media_title);
    let status = squeezed(&draft.media_status);
    let description = squeezed(&draft.media_description);
    // Without a thumbnail a sticker or an animation stands in the frame of a photo or a video.
    let kind = match (draft.media?, shown.as_str()) {
        (MediaKind::Photo, "Sticker") => MediaKind::Sticker,
        (MediaKind::Video, "Animation") => MediaKind::Animation,
        (MediaKind::Video, "Video message") => MediaKind::VideoMessage,
        (kind, _) => kind,
    };
    let title = match kind {
        MediaKind::Poll => draft.poll.as_ref().map(|poll| squeezed(&poll.question)),
        _ => Some(shown).filter(|shown| !is_label(shown)),
    };
    let detail = match kind {
        // The phone number of somebody who is not here stays out.
        MediaKind::Contact | MediaKind::Photo => String::new(),
        MediaKind::Location | MediaKind::Game if !description.is_empty() => description,
        _ => status,
    };
    Some(Media { kind, title, detail: Some(detail).filter(|detail| !detail.is_empty()) })
}

/// Words that name the kind and not the thing.
fn is_label(title: &str) -> bool {
    matches!(
        title,
        "" | "Photo"
            | "Sticker"
            | "Animation"
            | "Video file"
            | "Video message"
            | "Voice message"
            | "Audio file"
            | "File"
            | "Location"
            | "Live location"
    )
}

/// A converter may have escaped the link of a pin, so that its tags arrive as text.
fn without_tags(line: &str) -> String {
    if !line.contains("<a ") {
        return line.to_owned();
    }
    let mut plain = String::with_capacity(line.len());
    let mut rest = line;
    while let Some(at) = rest.find('<') {
        plain.push_str(&rest[..at]);
        match rest[at..].find('>') {
            Some(end) => rest = &rest[at + end + 1..],
            None => break,
        }
    }
    plain.push_str(rest);
    squeezed(&plain)
}
