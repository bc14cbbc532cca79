//! Finds the chats of a file and goes through the messages of one.

use std::ops::ControlFlow;

use super::frame::Frames;
use super::mend;
use crate::export::fault::{Fault, Problem};
use crate::export::limits::Limits;

/// A chat in the file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Found {
    pub(crate) id: Option<i64>,
    pub(crate) title: String,
    pub(crate) kind: String,
    pub(crate) target: Target,
}

/// Which messages are meant: those of the file itself, or of the n-th chat in its lists.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum Target {
    #[default]
    File,
    Chat(usize),
}

/// Names and types longer than this are not believed.
const FIELD_BYTES: usize = 64 << 10;

/// The chats of the file. Of a file with one chat only the beginning is read; of a whole account
/// everything, without holding the messages.
pub(crate) fn find_chats(frames: &mut Frames<'_>, limits: &Limits) -> Result<Vec<Found>, Fault> {
    let mut chats = Vec::new();
    let mut own = Found::default();
    let mut has_messages = false;
    open_file(frames)?;
    let _ = fields(frames, |frames, key| {
        match key {
            "messages" => {
                has_messages = true;
                if own.id.is_some() {
                    return Ok(ControlFlow::Break(()));
                }
                frames.skip()?;
            }
            "chats" | "left_chats" => lists(frames, limits, &mut chats)?,
            _ => header(frames, key, &mut own)?,
        }
        Ok(ControlFlow::Continue(()))
    })?;
    if has_messages {
        chats.insert(0, own);
    }
    Ok(chats)
}

/// Calls `each` with the line, the bytes taken so far and the JSON of every message of the chat.
/// The file is read to its end, so that a torn one does not pass.
pub(crate) fn read_messages(
    frames: &mut Frames<'_>,
    target: Target,
    limits: &Limits,
    mut each: impl FnMut(u64, u64, &[u8]) -> Flow,
) -> Flow {
    let mut place = 0usize;
    let mut stopped = false;
    open_file(frames)?;
    fields(frames, |frames, key| {
        match (key, target) {
            ("messages", Target::File) => stopped = messages(frames, limits, &mut each)?.is_break(),
            ("chats" | "left_chats", Target::Chat(wanted)) => {
                let _ = chat_list(frames, |frames| {
                    let here = place == wanted;
                    place += 1;
                    if !here {
                        frames.skip()?;
                        return Ok(ControlFlow::Continue(()));
                    }
                    let flow = fields_of_object(frames, |frames, key| match key {
                        "messages" => messages(frames, limits, &mut each),
                        _ => frames.skip().map(|()| ControlFlow::Continue(())),
                    })?;
                    stopped |= flow.is_break();
                    Ok(flow)
                })?;
            }
            _ => frames.skip()?,
        }
        Ok(if stopped { ControlFlow::Break(()) } else { ControlFlow::Continue(()) })
    })
}

fn open_file(frames: &mut Frames<'_>) -> Result<(), Fault> {
    frames.skip_mark()?;
    match frames.peek()? {
        Some(b'{') => Ok(()),
        Some(_) => Err(frames.fault(Problem::NotAnExport)),
        None => Err(frames.fault(Problem::Empty)),
    }
}

type Flow = Result<ControlFlow<()>, Fault>;

fn fields<F>(frames: &mut Frames<'_>, each: F) -> Flow
where
    F: FnMut(&mut Frames<'_>, &str) -> Flow,
{
    let flow = fields_of_object(frames, each)?;
    if flow.is_continue() && frames.peek()?.is_some() {
        return Err(frames.fault(Problem::BrokenJson("text after the end".into())));
    }
    Ok(flow)
}

/// Goes through the fields of an object; `each` takes the value of every key it is given.
fn fields_of_object<F>(frames: &mut Frames<'_>, mut each: F) -> Flow
where
    F: FnMut(&mut Frames<'_>, &str) -> Flow,
{
    frames.expect(b'{')?;
    if frames.next()? == b'}' {
        frames.expect(b'}')?;
        return Ok(ControlFlow::Continue(()));
    }
    loop {
        if frames.next()? != b'"' {
            return Err(frames.fault(Problem::BrokenJson("a key expected".into())));
        }
        let key = text(frames)?.unwrap_or_default();
        frames.expect(b':')?;
        if each(frames, &key)?.is_break() {
            return Ok(ControlFlow::Break(()));
        }
        if frames.next()? == b',' {
            frames.expect(b',')?;
        } else {
            frames.expect(b'}')?;
            return Ok(ControlFlow::Continue(()));
        }
    }
}

/// Goes through the elements of a list; anything else than a list is passed over.
fn elements<F>(frames: &mut Frames<'_>, mut each: F) -> Flow
where
    F: FnMut(&mut Frames<'_>) -> Flow,
{
    if frames.next()? != b'[' {
        frames.skip()?;
        return Ok(ControlFlow::Continue(()));
    }
    frames.expect(b'[')?;
    if frames.next()? == b']' {
        frames.expect(b']')?;
        return Ok(ControlFlow::Continue(()));
    }
    loop {
        if each(frames)?.is_break() {
            return Ok(ControlFlow::Break(()));
        }
        if frames.next()? == b',' {
            frames.expect(b',')?;
        } else {
            frames.expect(b']')?;
            return Ok(ControlFlow::Continue(()));
        }
    }
}

fn messages<F>(frames: &mut Frames<'_>, limits: &Limits, each: &mut F) -> Flow
where
    F: FnMut(u64, u64, &[u8]) -> Flow,
{
    elements(frames, |frames| {
        let taken = frames.taken();
        let (line, bytes) = frames.value(limits.max_message_bytes)?;
        each(line, taken + bytes.len() as u64, bytes)
    })
}

/// The objects of `"list"` in `"chats"` or `"left_chats"`.
fn chat_list<F>(frames: &mut Frames<'_>, mut each: F) -> Flow
where
    F: FnMut(&mut Frames<'_>) -> Flow,
{
    if frames.next()? != b'{' {
        frames.skip()?;
        return Ok(ControlFlow::Continue(()));
    }
    fields_of_object(frames, |frames, key| {
        if key == "list" {
            return elements(frames, |frames| {
                if frames.next()? == b'{' {
                    return each(frames);
                }
                frames.skip().map(|()| ControlFlow::Continue(()))
            });
        }
        frames.skip().map(|()| ControlFlow::Continue(()))
    })
}

fn lists(frames: &mut Frames<'_>, limits: &Limits, chats: &mut Vec<Found>) -> Result<(), Fault> {
    let _ = chat_list(frames, |frames| {
        let mut chat = Found { target: Target::Chat(chats.len()), ..Found::default() };
        let _ = fields_of_object(frames, |frames, key| {
            if key == "messages" {
                frames.skip()?;
            } else {
                header(frames, key, &mut chat)?;
            }
            Ok(ControlFlow::Continue(()))
        })?;
        if chats.len() >= limits.max_chats {
            return Err(frames.fault(Problem::TooManyEntries(limits.max_chats as u64)));
        }
        chats.push(chat);
        Ok(ControlFlow::Continue(()))
    })?;
    Ok(())
}

fn header(frames: &mut Frames<'_>, key: &str, chat: &mut Found) -> Result<(), Fault> {
    match key {
        "name" => chat.title = text(frames)?.unwrap_or_default().trim().to_owned(),
        "type" => chat.kind = text(frames)?.unwrap_or_default(),
        "id" => {
            let (_, bytes) = frames.value(FIELD_BYTES)?;
            chat.id = serde_json::from_slice::<super::raw::Num>(bytes).ok().and_then(|number| number.0);
        }
        _ => frames.skip()?,
    }
    Ok(())
}

/// The text of the next value. None: it is not a string.
fn text(frames: &mut Frames<'_>) -> Result<Option<String>, Fault> {
    let (_, bytes) = frames.value(FIELD_BYTES)?;
    let read = serde_json::from_slice::<Option<String>>(bytes);
    let read = read.or_else(|_| serde_json::from_slice(&mend::mended(bytes)));
    Ok(read.unwrap_or(None))
}
