//! Goes through the tags of a page and gathers messages.

use super::draft::{Draft, PollDraft, ReactionDraft, Role};
use super::entity;
use super::scan::{Scanner, Tag, Token};
use crate::export::item::MediaKind;

/// Deeper tags than this are not entered; nothing in an export is half as deep.
const DEEPEST: usize = 128;
/// Links between pages that are remembered of one page.
const MOST_LINKS: usize = 8;
/// People named beside one reaction.
const MOST_RECENT: usize = 100;

/// What a page says beside its messages.
#[derive(Debug, Default)]
pub(super) struct PageFacts {
    pub(super) title: String,
    /// Addresses of the pages before and after, as they stand.
    pub(super) links: Vec<String>,
    /// The page ended before its closing tags: whatever was being read then is not to be believed.
    pub(super) torn: bool,
    pub(super) entries: usize,
}

struct Opened<'p> {
    name: &'p str,
    role: Role,
    formats: bool,
}

struct PageReader<'p> {
    opened: Vec<Opened<'p>>,
    draft: Option<Draft<'p>>,
    facts: PageFacts,
    in_title: bool,
}

/// Reads a page; `each` is given every message, and stops the reading by returning false.
pub(super) fn read<'p>(page: &'p str, mut each: impl FnMut(Draft<'p>) -> bool) -> PageFacts {
    let mut scanner = Scanner::new(page);
    let mut reader = PageReader { opened: Vec::new(), draft: None, facts: PageFacts::default(), in_title: false };
    let mut closed = false;
    while let Some(token) = scanner.next() {
        let done = match token {
            Token::Text(text) => {
                reader.text(text);
                None
            }
            Token::Open(tag) => {
                // A page that goes on after its end ends elsewhere.
                closed &= !begins_message(tag.class());
                reader.open(tag)
            }
            Token::Close(name) => {
                closed |= name == "html" || name == "body";
                reader.close(name)
            }
        };
        if let Some(draft) = done {
            reader.facts.entries += 1;
            if !each(draft) {
                return reader.facts;
            }
        }
    }
    reader.facts.torn = scanner.torn || !closed;
    if let Some(draft) = reader.draft.take() {
        reader.facts.entries += 1;
        if !reader.facts.torn {
            each(draft);
        }
    }
    reader.facts
}

impl<'p> PageReader<'p> {
    fn text(&mut self, text: &'p str) {
        if self.in_title {
            entity::decode(text, &mut self.facts.title);
            return;
        }
        let role = self.role();
        let Some(draft) = &mut self.draft else { return };
        if role == Role::Text {
            draft.text.text(text);
        } else if let Some(field) = draft.field(role) {
            entity::decode(text, field);
        }
    }

    fn role(&self) -> Role {
        self.opened.last().map_or(Role::Nothing, |tag| tag.role)
    }

    /// A message that the tag brings to its end, because a new one begins.
    fn open(&mut self, tag: Tag<'p>) -> Option<Draft<'p>> {
        if matches!(tag.name, "br" | "img" | "meta" | "link" | "hr" | "input" | "wbr") {
            if tag.name == "br" {
                self.line_break();
            }
            return None;
        }
        if tag.name == "div" && begins_message(tag.class()) {
            return self.begin(tag);
        }
        let around = self.role();
        let (role, formats) = match &mut self.draft {
            Some(draft) if around == Role::Text => (Role::Text, draft.text.open(&tag)),
            Some(_) => (self.inside(&tag, around), false),
            None => (self.outside(&tag), false),
        };
        if self.opened.len() < DEEPEST {
            self.opened.push(Opened { name: tag.name, role, formats });
        } else if let Some(draft) = &mut self.draft {
            draft.too_deep = true;
            if formats {
                draft.text.close();
            }
        }
        None
    }

    fn begin(&mut self, tag: Tag<'p>) -> Option<Draft<'p>> {
        let class = tag.class();
        let done = self.draft.replace(Draft {
            id: tag.attribute("id"),
            at: tag.at,
            service: class.split_ascii_whitespace().any(|word| word == "service"),
            joined: class.split_ascii_whitespace().any(|word| word == "joined"),
            ..Draft::default()
        });
        // Whatever the message before left open is over.
        self.opened.clear();
        self.in_title = false;
        self.opened.push(Opened { name: "div", role: Role::Nothing, formats: false });
        done
    }

    fn outside(&mut self, tag: &Tag<'p>) -> Role {
        let class = tag.class();
        if class == "text bold" && self.facts.title.is_empty() {
            self.in_title = true;
        } else if tag.name == "a" && class.starts_with("pagination") {
            self.page_link(tag);
        }
        Role::Nothing
    }

    fn page_link(&mut self, tag: &Tag<'p>) {
        let href = entity::decoded(tag.attribute("href").unwrap_or("").trim());
        if !href.is_empty() && href.len() < 300 && self.facts.links.len() < MOST_LINKS {
            self.facts.links.push(href);
        }
    }

    /// The role of a tag within a message, outside its text.
    fn inside(&mut self, tag: &Tag<'p>, around: Role) -> Role {
        let class = tag.class();
        if tag.name == "a" && class.starts_with("pagination") {
            self.page_link(tag);
            return Role::Nothing;
        }
        let Some(draft) = &mut self.draft else { return Role::Nothing };
        if tag.name == "a" && matches!(around, Role::ReplyTo | Role::ServiceLine) {
            draft.link = draft.link.or_else(|| message_link(tag));
            return around;
        }
        let forwarded = self.opened.iter().any(|tag| tag.role == Role::Forwarded);
        let mut words = class.split_ascii_whitespace();
        match (words.next().unwrap_or(""), words.next().unwrap_or("")) {
            ("pull_right", "date") => {
                draft.date = draft.date.or(tag.attribute("title"));
                Role::Nothing
            }
            ("from_name", _) if forwarded => Role::ForwardName,
            ("from_name", _) => Role::FromName,
            ("forwarded", "body") => {
                draft.forwarded = true;
                Role::Forwarded
            }
            ("reply_to", _) => {
                draft.is_reply = true;
                Role::ReplyTo
            }
            ("text", "") => {
                if !draft.text.spans.is_empty() {
                    draft.text.line_break();
                }
                Role::Text
            }
            ("body", "details") if draft.service => Role::ServiceLine,
            ("signature", _) => Role::Signature,
            ("title", "bold") => Role::MediaTitle,
            ("description", _) => Role::MediaDescription,
            ("status", "details") | ("video_duration", _) => Role::MediaStatus,
            ("details" | "date", _) if around == Role::Answer => Role::AnswerVotes,
            ("details" | "date", _) => Role::Nothing,
            ("media", _) => {
                draft.media = draft.media.or_else(|| class.split_ascii_whitespace().find_map(media_kind));
                around_or_nothing(around)
            }
            (first, _) => special(draft, first, class, tag, around),
        }
    }

    fn line_break(&mut self) {
        let role = self.role();
        if let Some(draft) = &mut self.draft {
            if role == Role::Text {
                draft.text.line_break();
            } else if let Some(field) = draft.field(role) {
                field.push(' ');
            }
        }
    }

    /// The message that the closing tag brings to its end.
    fn close(&mut self, name: &str) -> Option<Draft<'p>> {
        self.in_title = false;
        let place = self.opened.iter().rposition(|tag| tag.name == name)?;
        while self.opened.len() > place {
            let tag = self.opened.pop()?;
            if tag.formats
                && let Some(draft) = &mut self.draft
            {
                draft.text.close();
            }
        }
        if place == 0 { self.draft.take() } else { None }
    }
}

fn begins_message(class: &str) -> bool {
    let mut words = class.split_ascii_whitespace();
    words.next() == Some("message") && words.any(|word| matches!(word, "default" | "service"))
}

fn around_or_nothing(around: Role) -> Role {
    if around == Role::Forwarded { Role::Forwarded } else { Role::Nothing }
}

/// Polls, reactions and the pictures that are shown without a title.
fn special<'p>(draft: &mut Draft<'p>, first: &str, class: &str, tag: &Tag<'p>, around: Role) -> Role {
    match first {
        "media_poll" => {
            draft.media = Some(MediaKind::Poll);
            draft.poll = Some(PollDraft::default());
        }
        "question" => return Role::Question,
        "answer" => {
            if let Some(poll) = &mut draft.poll {
                poll.answers.push(Default::default());
            }
            return Role::Answer;
        }
        "total" => return Role::TotalVotes,
        "reaction" => {
            let paid = class.ends_with("paid");
            draft.reactions.push(ReactionDraft { paid, ..ReactionDraft::default() });
        }
        "emoji" => return Role::Emoji,
        "count" => return Role::ReactionCount,
        "userpics" => return Role::Userpics,
        "userpic" if around == Role::Userpics => return Role::Userpics,
        "initials" if around == Role::Userpics => {
            let last = draft.reactions.last_mut().filter(|reaction| reaction.recent.len() < MOST_RECENT);
            if let (Some(reaction), Some(name)) = (last, tag.attribute("title")) {
                reaction.recent.push(entity::decoded(name));
            }
        }
        "" if around == Role::Emoji => {
            // A custom emoji is a picture behind a link.
            if let (Some(reaction), Some(href)) = (draft.reactions.last_mut(), tag.attribute("href")) {
                reaction.label.push_str(&format!("custom:{}", entity::decoded(href)));
                return Role::Nothing;
            }
        }
        "" => return around,
        _ => draft.media = draft.media.or_else(|| media_kind(first)),
    }
    around_or_nothing(around)
}

fn media_kind(class: &str) -> Option<MediaKind> {
    Some(match class {
        "photo_wrap" | "media_photo" => MediaKind::Photo,
        "sticker_wrap" => MediaKind::Sticker,
        "animated_wrap" => MediaKind::Animation,
        "video_file_wrap" | "media_video" => MediaKind::Video,
        "media_voice_message" => MediaKind::Voice,
        "media_audio_file" => MediaKind::Audio,
        "media_file" => MediaKind::File,
        "media_contact" => MediaKind::Contact,
        "media_location" | "media_live_location" | "media_venue" => MediaKind::Location,
        "media_game" => MediaKind::Game,
        "media_invoice" => MediaKind::Invoice,
        "media_call" => MediaKind::Call,
        "media_giveaway" | "media_paid" => MediaKind::Other,
        _ => return None,
    })
}

/// The number in `#go_to_message123`, of this page or another.
fn message_link(tag: &Tag<'_>) -> Option<i64> {
    let href = tag.attribute("href").unwrap_or("");
    linked_message(href).or_else(|| linked_message(tag.attribute("onclick").unwrap_or("")))
}

/// The number behind `go_to_message` or `GoToMessage(`.
pub(super) fn linked_message(text: &str) -> Option<i64> {
    let after = |mark: &str| text.split_once(mark).map(|(_, rest)| rest);
    let rest = after("go_to_message").or_else(|| after("GoToMessage("))?;
    let signed = rest.strip_prefix('-').unwrap_or(rest);
    let digits = signed.bytes().take_while(u8::is_ascii_digit).count();
    rest[..digits + rest.len() - signed.len()].parse().ok()
}
