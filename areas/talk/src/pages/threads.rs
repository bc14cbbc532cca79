//! `/talk/threads/ID`: a conversation from its first message on, and the place to answer.

use super::shown::{Frame, MessageLine, identities};
use crate::author::Names;
use crate::message::{self, Message, Place, Replies};
use crate::month::Month;
use crate::policy::{self, Visible};
use crate::posting;
use crate::thread::Thread;
use crate::wording::{LETTERS, Wording};
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use kernel::Problem;
use std::collections::{BTreeSet, HashMap};
use store::Scope;
use web::{Cursor, Fields, Pager, Response, Result, Shell, Visit, see_other};

#[derive(Template)]
#[template(path = "thread.html")]
struct ThreadView {
    shell: Shell,
    thread: Thread,
    month: Month,
    /// Only on the first page.
    root: Option<MessageLine>,
    replies: Vec<MessageLine>,
    pager: Pager,
    /// Where the last page is, unless this is it.
    end: Option<String>,
    composer: Composer,
}

/// The form under a thread.
#[derive(Default)]
pub struct Composer {
    pub text: String,
    pub fault: Option<&'static str>,
    /// The message that is answered, unless it is the first one.
    pub to: Option<MessageLine>,
    pub limit: usize,
}

/// What was typed and what is wrong with it, when a form comes back.
#[derive(Default)]
struct Typed {
    text: String,
    fault: Option<&'static str>,
}

pub async fn show(visit: Visit, Path(id): Path<String>) -> Result<Response> {
    let query = super::query(&visit);
    let place = place(&query)?;
    let to = Some(query.get("to")).filter(|to| !to.is_empty()).map(super::id).transpose()?;
    let view = view(&visit, super::id(&id)?, place, to, Typed::default()).await?;
    visit.render(&view)
}

pub async fn answer(visit: Visit, Path(id): Path<String>, fields: Fields) -> Result<Response> {
    let id = super::id(&id)?;
    let to = fields.number("to").filter(|to| *to != id);
    let wording = match allowed(&visit, &fields) {
        Ok(wording) => wording,
        Err((status, fault)) => {
            let typed = Typed { text: fields.text("text"), fault: Some(fault) };
            let view = view(&visit, id, Place::End, to, typed).await?;
            return visit.render_with(status, &view);
        }
    };
    let mut scope = visit.write().await?;
    let thread = policy::thread(&mut scope, id).await?;
    let answered = policy::message(&mut scope, to.unwrap_or(id)).await?;
    let writer = policy::writer(&mut scope).await?;
    let zone = visit.community()?.timezone;
    let posted = posting::answer(&mut scope, zone, writer, (&thread, &answered), &wording, "web").await?;
    scope.commit().await?;
    Ok(see_other(format!("/talk/messages/{}", posted.message)))
}

/// The text if it may be written now; else the status and the word for the form, which keeps what was typed.
pub(super) fn allowed(visit: &Visit, fields: &Fields) -> Result<Wording, (StatusCode, &'static str)> {
    let wording = Wording::parse(fields.get("text")).map_err(|fault| (StatusCode::UNPROCESSABLE_ENTITY, fault))?;
    visit.limit("talk.post", super::POSTING).map_err(|_| (StatusCode::TOO_MANY_REQUESTS, "talk-fault-often"))?;
    Ok(wording)
}

/// # Errors
/// `NotFound` for a broken place.
fn place(query: &Fields) -> Result<Place, Problem> {
    let (after, before) = (Cursor::place(query.get("after"))?, Cursor::place(query.get("before"))?);
    Ok(match (after, before) {
        (Some(key), _) => Place::After(key),
        (None, Some(key)) => Place::Before(key),
        (None, None) if query.has("end") => Place::End,
        _ => Place::Start,
    })
}

async fn view(visit: &Visit, id: i64, place: Place, to: Option<i64>, typed: Typed) -> Result<ThreadView> {
    let mut scope = visit.read().await?;
    let thread = policy::thread(&mut scope, id).await?;
    let replies = message::replies(&mut scope, id, place).await?;
    let loaded = load(&mut scope, &thread, &replies, to).await?;
    drop(scope);
    let title = if thread.excerpt.is_empty() { visit.t("talk-thread-title") } else { thread.excerpt.clone() };
    let shell = visit.shell(title);
    let frame = loaded.frame(&shell, &replies);
    let root = loaded.root.as_ref().filter(|_| replies.from_start).map(|root| frame.line(root));
    let to = loaded.answered.as_ref().map(|answered| frame.line(answered));
    let lines = replies.messages.iter().map(|message| frame.line(message)).collect();
    let composer = Composer { text: typed.text, fault: typed.fault, to, limit: LETTERS };
    let path = format!("/talk/threads/{id}");
    let end = (!replies.to_end).then(|| format!("{path}?end"));
    let thread = thread.into_inner();
    let month = Month::of(thread.started_at, visit.community()?.timezone);
    Ok(ThreadView { thread, month, root, replies: lines, pager: pager(&path, &replies), end, composer, shell })
}

/// What a page needs beside its answers, in few statements.
struct Loaded {
    root: Option<Message>,
    answered: Option<Message>,
    quoted: HashMap<i64, message::Quoted>,
    names: Names,
    home: Option<i64>,
    writer: Option<policy::Writer>,
}

async fn load(scope: &mut Scope, thread: &Visible<Thread>, replies: &Replies, to: Option<i64>) -> Result<Loaded, Problem> {
    let home = crate::chat::find_home(scope).await?;
    let mut wanted: Vec<i64> = to.into_iter().filter(|to| *to != thread.id).collect();
    wanted.extend(replies.from_start.then_some(thread.id));
    let mut singles = message::many(scope, wanted).await?;
    singles.retain(|message| message.thread == thread.id && !message.service);
    let (root, answered): (Vec<Message>, Vec<Message>) = singles.into_iter().partition(Message::is_root);
    let here: BTreeSet<i64> = replies.messages.iter().map(|message| message.id).collect();
    let answers = replies.messages.iter().filter_map(|message| message.reply_to);
    let elsewhere: BTreeSet<i64> = answers.filter(|to| !here.contains(to)).collect();
    let quoted = message::quoted(scope, elsewhere.into_iter().collect()).await?;
    let authors = identities(replies.messages.iter().chain(&root).chain(&answered), &quoted);
    let names = Names::learn(scope, authors).await?;
    let mut quoted: HashMap<i64, message::Quoted> = quoted.into_iter().map(|quoted| (quoted.id, quoted)).collect();
    quoted.extend(replies.messages.iter().map(|message| (message.id, message.into())));
    let viewer = scope.viewer();
    let writer = viewer.member.zip(viewer.identity).map(|(member, identity)| policy::Writer { member, identity });
    Ok(Loaded { root: root.into_iter().next(), answered: answered.into_iter().next(), quoted, names, home, writer })
}

impl Loaded {
    fn frame<'a>(&'a self, shell: &'a Shell, replies: &Replies) -> Frame<'a> {
        let here = replies.messages.iter().map(|message| message.id).collect();
        Frame { shell, names: &self.names, quoted: &self.quoted, here, writer: self.writer, home: self.home }
    }
}

fn pager(path: &str, replies: &Replies) -> Pager {
    let (first, last) = (replies.messages.first().map(Message::key), replies.messages.last().map(Message::key));
    let back = first.filter(|_| !replies.from_start).map(|key| format!("{path}?before={}", Cursor::encode(&key)));
    let on = last.filter(|_| !replies.to_end).map(|key| format!("{path}?after={}", Cursor::encode(&key)));
    Pager { newer: back, older: on, newer_word: "talk-pager-back", older_word: "talk-pager-on" }
}
