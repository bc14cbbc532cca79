//! A chat as Telegram Desktop exports it: a question is a message that opens a talk and has a question mark, an answer a reply.

use super::Read;
use chat_import::lines::outside_id;
use routing::trial::{Given, History, Question};
use serde::Deserialize;
use std::collections::HashMap;
use std::path::Path;
use std::sync::Arc;

/// One reply to another person makes a candidate.
const LEAST: u32 = 1;
const TEST_SHARE: f64 = 0.2;
/// Shorter messages with a question mark are greetings.
const SHORTEST: usize = 40;
const NOBODY: &str = "Deleted Account";
const MICROS_PER_SECOND: i64 = 1_000_000;

#[derive(Deserialize)]
struct Chat {
    messages: Vec<Message>,
}

#[derive(Deserialize)]
struct Message {
    id: i64,
    #[serde(rename = "type")]
    kind: String,
    date_unixtime: Written,
    from: Option<String>,
    from_id: Option<Written>,
    reply_to_message_id: Option<i64>,
    #[serde(default)]
    text: Text,
}

/// A number as it is, or in words.
#[derive(Deserialize)]
#[serde(untagged)]
enum Written {
    Words(String),
    Number(i64),
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Text {
    Plain(String),
    Pieces(Vec<Piece>),
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Piece {
    Plain(String),
    Formed { text: String },
}

impl Default for Text {
    fn default() -> Text {
        Text::Plain(String::new())
    }
}

/// A message that was written by somebody or by nobody known.
pub(super) struct Said {
    /// Microseconds of UTC.
    pub at: i64,
    pub who: Option<i64>,
    reply_to: Option<i64>,
    pub text: Arc<str>,
}

pub(super) fn read(path: &Path) -> anyhow::Result<Read> {
    let (messages, names) = messages(path)?;
    let history = history(&messages);
    Ok(Read { history, name_of: Box::new(move |member| names.get(member as usize).cloned().unwrap_or_default()) })
}

/// Each message with its number, and the names of those who wrote.
type Messages = (Vec<(i64, Said)>, Vec<String>);

/// What was said, in the order of the file, and the names of those who said it.
pub(super) fn messages(path: &Path) -> anyhow::Result<Messages> {
    let file = std::io::BufReader::new(std::fs::File::open(path)?);
    let chat: Chat = if path.extension().is_some_and(|end| end == "xz") {
        serde_json::from_reader(std::io::BufReader::new(lzma_rust2::XzReader::new(file, true)))?
    } else {
        serde_json::from_reader(file)?
    };
    let (mut names, mut numbers) = (Vec::new(), HashMap::new());
    let messages: Vec<(i64, Said)> = chat
        .messages
        .into_iter()
        .filter(|message| message.kind == "message")
        .map(|message| Ok((message.id, said(message, &mut names, &mut numbers)?)))
        .collect::<anyhow::Result<_>>()?;
    Ok((messages, names))
}

fn said(message: Message, names: &mut Vec<String>, numbers: &mut HashMap<String, i64>) -> anyhow::Result<Said> {
    let seconds = match message.date_unixtime {
        Written::Words(words) => words.parse()?,
        Written::Number(number) => number,
    };
    let known = message.from.is_some_and(|name| name != NOBODY);
    let who = message.from_id.filter(|_| known).map(|id| {
        let id = match id {
            Written::Words(words) => words,
            Written::Number(number) => number.to_string(),
        };
        // Exports before 2021 write a bare number for the same person.
        *numbers.entry(outside_id(id.trim())).or_insert_with_key(|name| {
            names.push(name.clone());
            names.len() as i64 - 1
        })
    });
    Ok(Said { at: seconds * MICROS_PER_SECOND, who, reply_to: message.reply_to_message_id, text: plain(message.text).into() })
}

fn plain(text: Text) -> String {
    match text {
        Text::Plain(text) => text,
        Text::Pieces(pieces) => pieces
            .into_iter()
            .map(|piece| match piece {
                Piece::Plain(text) | Piece::Formed { text } => text,
            })
            .collect(),
    }
}

fn history(messages: &[(i64, Said)]) -> History {
    let by_id: HashMap<i64, &Said> = messages.iter().map(|(id, said)| (*id, said)).collect();
    let mut history = History { least: LEAST, test_share: TEST_SHARE, ..History::default() };
    let mut places = HashMap::new();
    for (id, said) in messages {
        let asks = said.reply_to.is_none() && said.text.contains('?') && said.text.chars().count() > SHORTEST;
        if let Some(asker) = said.who.filter(|_| asks) {
            places.insert(*id, history.questions.len());
            let text = said.text.to_string();
            history.questions.push(Question { id: *id, at: said.at, asker, text, tags: Vec::new(), answered: Vec::new() });
        }
    }
    for (id, said) in messages {
        let Some(member) = said.who else { continue };
        let parent = said.reply_to.and_then(|parent| Some((parent, by_id.get(&parent)?)));
        let Some((parent, asked, asker)) =
            parent.and_then(|(id, said)| Some((id, said, said.who.filter(|asker| *asker != member)?)))
        else {
            history.seen.push((member, said.at));
            continue;
        };
        history.answers.push(given(*id, said, member, asker, asked));
        if let Some(question) = places.get(&parent).map(|place| &mut history.questions[*place])
            && question.answered.iter().all(|(known, _)| *known != member)
        {
            question.answered.push((member, said.at));
        }
    }
    history.questions.sort_by_key(|question| (question.at, question.id));
    history.answers.sort_by_key(|given| (given.at, given.member, given.id));
    history.seen.sort_by_key(|(member, at)| (*at, *member));
    history
}

fn given(id: i64, said: &Said, member: i64, asker: i64, asked: &Said) -> Given {
    let (question, text) = (asked.text.clone(), said.text.to_string());
    Given { id, at: said.at, member, asker: Some(asker), question, text, tags: Arc::from([]) }
}
