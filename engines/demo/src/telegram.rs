//! The talk as Telegram Desktop writes it: `result.json` of one supergroup without topics.

use serde::Serialize;
use serde::ser::Serializer;
use serde_json::Value;
use serde_json::ser::PrettyFormatter;

use crate::calendar::{SECOND, written};
use crate::model::{Attachment, Demo, Message, Note, Reaction, Said, Span, What};
use crate::{en, ru};

/// What stands in place of a file that was not exported.
const NOT_INCLUDED: &str = "(File not included. Change data exporting settings to download.)";
/// The id of the invented supergroup.
const CHAT_ID: i64 = 1_900_000_017;
/// How many of those who reacted an export names.
const RECENT_LIMIT: usize = 3;

/// A value whose keys keep their order, as the original has them and a reader of streams may need them.
enum Json {
    Plain(Value),
    List(Vec<Json>),
    Object(Vec<(&'static str, Json)>),
}

impl Serialize for Json {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Json::Plain(value) => value.serialize(serializer),
            Json::List(values) => serializer.collect_seq(values),
            Json::Object(keys) => serializer.collect_map(keys.iter().map(|(key, value)| (*key, value))),
        }
    }
}

fn plain(value: impl Into<Value>) -> Json {
    Json::Plain(value.into())
}

#[derive(Serialize)]
struct Export {
    name: &'static str,
    r#type: &'static str,
    id: i64,
    messages: Vec<Json>,
}

impl Demo {
    /// The whole talk as `result.json`, indented like the original.
    pub fn telegram_json(&self) -> String {
        let messages = self.messages.iter().map(|message| self.exported(message)).collect();
        let export = Export { name: self.community.chat, r#type: "private_supergroup", id: CHAT_ID, messages };
        let mut bytes = Vec::new();
        let formatter = PrettyFormatter::with_indent(b" ");
        let mut serializer = serde_json::Serializer::with_formatter(&mut bytes, formatter);
        export.serialize(&mut serializer).expect("strings and numbers always serialise into memory");
        String::from_utf8(bytes).expect("JSON is UTF-8")
    }

    /// The clock of the person who made the export.
    fn offset_hours(&self) -> i64 {
        if self.community.locale == "ru" { ru::LEXICON.offset_hours } else { en::LEXICON.offset_hours }
    }

    fn exported(&self, message: &Message) -> Json {
        let kind = if matches!(message.what, What::Said(_)) { "message" } else { "service" };
        let mut keys = vec![
            ("id", plain(message.id)),
            ("type", plain(kind)),
            ("date", plain(written(message.at, self.offset_hours()))),
            ("date_unixtime", plain((message.at / SECOND).to_string())),
        ];
        let person = &self.people[message.person];
        match &message.what {
            What::Said(said) => {
                if let Some(edited_at) = said.edited_at {
                    keys.push(("edited", plain(written(edited_at, self.offset_hours()))));
                    keys.push(("edited_unixtime", plain((edited_at / SECOND).to_string())));
                }
                keys.push(("from", plain(person.name.as_str())));
                keys.push(("from_id", plain(person.outside_id.as_str())));
                self.said(said, &mut keys);
            }
            What::Noted(note) => {
                keys.push(("actor", plain(person.name.as_str())));
                keys.push(("actor_id", plain(person.outside_id.as_str())));
                self.noted(note, message.person, &mut keys);
                keys.push(("text", plain("")));
                keys.push(("text_entities", Json::List(Vec::new())));
            }
        }
        Json::Object(keys)
    }

    fn noted(&self, note: &Note, actor: usize, keys: &mut Vec<(&'static str, Json)>) {
        let names = |people: &[usize]| people.iter().map(|one| self.people[*one].name.as_str()).collect::<Vec<_>>();
        let (action, detail) = match note {
            Note::Created => ("create_channel", ("title", plain(self.community.chat))),
            Note::Invited(people) => ("invite_members", ("members", plain(names(people)))),
            Note::JoinedByLink(inviter) => ("join_group_by_link", ("inviter", plain(self.people[*inviter].name.as_str()))),
            Note::Left => ("remove_members", ("members", plain(names(&[actor])))),
            Note::Pinned(message) => ("pin_message", ("message_id", plain(*message))),
        };
        keys.push(("action", plain(action)));
        keys.push(detail);
    }

    fn said(&self, said: &Said, keys: &mut Vec<(&'static str, Json)>) {
        if let Some(reply_to) = said.reply_to {
            keys.push(("reply_to_message_id", plain(reply_to)));
        }
        if let Some(attachment) = &said.attachment {
            attached(attachment, keys);
        }
        keys.push(("text", self.text(&said.text)));
        keys.push(("text_entities", Json::List(said.text.iter().map(|span| self.entity(span)).collect())));
        if !said.reactions.is_empty() {
            keys.push(("reactions", Json::List(said.reactions.iter().map(|one| self.reaction(one)).collect())));
        }
    }

    /// Text without formatting is one string; else a list where plain stretches are strings.
    fn text(&self, spans: &[Span]) -> Json {
        match spans {
            [] => plain(""),
            [Span::Plain(text)] => plain(text.as_str()),
            several => Json::List(several.iter().map(|span| self.stretch(span)).collect()),
        }
    }

    fn stretch(&self, span: &Span) -> Json {
        match span {
            Span::Plain(text) => plain(text.as_str()),
            marked => self.entity(marked),
        }
    }

    fn entity(&self, span: &Span) -> Json {
        let kind = match span {
            Span::Plain(_) => "plain",
            Span::Bold(_) => "bold",
            Span::Italic(_) => "italic",
            Span::Quote(_) => "blockquote",
            Span::Hashtag(_) => "hashtag",
            Span::Link(_) => "link",
            Span::Mention(..) => "mention_name",
        };
        let mut keys = vec![("type", plain(kind)), ("text", plain(span.text()))];
        match span {
            Span::Quote(_) => keys.push(("collapsed", plain(false))),
            Span::Mention(_, person) => {
                let digits = self.people[*person].outside_id.trim_start_matches("user");
                keys.push(("user_id", plain(digits.parse::<i64>().unwrap_or_default())));
            }
            _ => {}
        }
        Json::Object(keys)
    }

    fn reaction(&self, reaction: &Reaction) -> Json {
        let recent = reaction.people.iter().rev().take(RECENT_LIMIT).map(|(person, at)| {
            let person = &self.people[*person];
            Json::Object(vec![
                ("from", plain(person.name.as_str())),
                ("from_id", plain(person.outside_id.as_str())),
                ("date", plain(written(*at, self.offset_hours()))),
            ])
        });
        Json::Object(vec![
            ("type", plain("emoji")),
            ("count", plain(reaction.people.len())),
            ("emoji", plain(reaction.emoji)),
            ("recent", Json::List(recent.collect())),
        ])
    }
}

fn attached(attachment: &Attachment, keys: &mut Vec<(&'static str, Json)>) {
    match attachment {
        Attachment::Photo { width, height, bytes } => keys.extend([
            ("photo", plain(NOT_INCLUDED)),
            ("photo_file_size", plain(*bytes)),
            ("width", plain(*width)),
            ("height", plain(*height)),
        ]),
        Attachment::File { name, bytes } => keys.extend([
            ("file", plain(NOT_INCLUDED)),
            ("file_name", plain(name.as_str())),
            ("file_size", plain(*bytes)),
            ("mime_type", plain("application/pdf")),
        ]),
        Attachment::Voice { seconds, bytes } => keys.extend([
            ("file", plain(NOT_INCLUDED)),
            ("file_size", plain(*bytes)),
            ("media_type", plain("voice_message")),
            ("mime_type", plain("audio/ogg")),
            ("duration_seconds", plain(*seconds)),
        ]),
        Attachment::Poll(poll) => {
            let total: u32 = poll.answers.iter().map(|answer| answer.1).sum();
            let answer = |text: &str, voters: u32| {
                Json::Object(vec![("text", plain(text)), ("voters", plain(voters)), ("chosen", plain(false))])
            };
            let poll = Json::Object(vec![
                ("question", plain(poll.question)),
                ("closed", plain(false)),
                ("total_voters", plain(total)),
                ("answers", Json::List(poll.answers.iter().map(|(text, voters)| answer(text, *voters)).collect())),
            ]);
            keys.push(("poll", poll));
        }
    }
}
