//! The job that brings a history in: the whole file is checked, then its entries come in slices.
//! Each slice is one transaction with the job's own progress, so a killed process goes on where it was.

use crate::conversion::Persons;
use crate::findings::Seen;
use crate::progress::{Progress, Stage};
use crate::run::{self, Run, State};
use crate::{findings, forgetting, lines};
use kernel::{Clock, Problem, Result};
use std::ops::ControlFlow;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};
use store::{BoxFuture, JobHandler, Outcome, Running, Scope, Wish};
use talk::history::{ChatTold, History, Incoming, Source};
use telegram_export::export::{Chat, Export, Fault, Form, Item, Limits, Summary, Tongue};
use tokio::sync::mpsc;

/// How long one slice may hold the community's other writers.
const SLICE_TIME: Duration = Duration::from_millis(75);
/// Entries of the first slice; later ones follow the time they take.
const FIRST_SLICE: usize = 400;
const LARGEST_SLICE: usize = 3_000;
/// Entries the reader hands over at once, and how many such hands may wait.
const HAND: usize = 256;
const HANDS: usize = 16;
/// Bytes of words in one hand and in one slice: a history of very long messages comes in smaller ones.
const HAND_BYTES: usize = 512 << 10;
const SLICE_BYTES: usize = 4 << 20;
/// A breath between slices, so that a writer of another process finds the door open.
const BREATH: Duration = Duration::from_millis(1);
const CHECK_BEAT: Duration = Duration::from_millis(400);
/// From so many new messages on, the database measures its tables anew.
const MUCH: u64 = 1_000;

pub struct Bringing;

impl JobHandler for Bringing {
    fn kind(&self) -> &'static str {
        run::BRING
    }

    fn lasting(&self) -> bool {
        true
    }

    fn run<'a>(&'a self, job: &'a mut Running) -> BoxFuture<'a, Result<Outcome>> {
        Box::pin(bring(job))
    }
}

async fn bring(job: &mut Running) -> Result<Outcome> {
    let id = job.payload["run"].as_i64().unwrap_or_default();
    let mut look = job.store.read(&job.who()?).await?;
    let run = run::find(&mut look, id).await?;
    drop(look);
    if !run.state.may_be_brought() {
        // An earlier life of this job said how it ended, and died before it could say that it was over.
        return Ok(Outcome::Done);
    }
    let mut work =
        Work { started: Clock::stopwatch(), progress: Progress::read(job.progress.as_ref()), earlier: 0.0, key: String::new() };
    work.earlier = work.progress.seconds;
    let export = match work.check(job, &run).await? {
        Ok(export) => export,
        Err(outcome) => return Ok(outcome),
    };
    match work.bring(job, &run, export).await? {
        Some(outcome) => Ok(outcome),
        None => work.finish(job, &run).await,
    }
}

struct Work {
    started: Instant,
    progress: Progress,
    /// Seconds of earlier lives.
    earlier: f64,
    /// Under which the chat stands here, known once the file is checked.
    key: String,
}

impl Work {
    fn seconds(&self) -> f64 {
        self.earlier + self.started.elapsed().as_secs_f64()
    }

    /// Reads the whole export once, away from the runtime's threads, while the lease is kept.
    async fn check(&mut self, job: &mut Running, run: &Run) -> Result<std::result::Result<Export, Outcome>> {
        let (done, total) = (Arc::new(AtomicU64::new(0)), Arc::new(AtomicU64::new(0)));
        let (path, pick) = (run.path.clone(), run.pick.clone());
        let (seen, all) = (done.clone(), total.clone());
        let limits = Limits { written_by: job.clock.now(), ..Limits::UPLOAD };
        let mut checking = tokio::task::spawn_blocking(move || {
            let chat = (!pick.is_empty()).then_some(pick.as_str());
            let mut export = Export::open(Path::new(&path), chat, limits).map_err(|fault| vec![fault])?;
            let summary = export.check(|bytes, of| {
                seen.store(bytes, Ordering::Relaxed);
                all.store(of, Ordering::Relaxed);
            })?;
            Ok::<(Export, Summary), Vec<Fault>>((export, summary))
        });
        let checked = loop {
            tokio::select! {
                checked = &mut checking => break checked.map_err(|error| Problem::Internal(error.into()))?,
                () = tokio::time::sleep(CHECK_BEAT) => {
                    if self.progress.position == 0 {
                        self.progress.stage = Stage::Checking;
                        self.progress.done = done.load(Ordering::Relaxed);
                        self.progress.total = total.load(Ordering::Relaxed);
                    }
                    match job.heartbeat(&self.progress.json()).await? {
                        Wish::GoOn => {}
                        wish => return self.interrupted(job, run, wish).await.map(Err),
                    }
                }
            }
        };
        match checked {
            Ok((export, summary)) => {
                self.keep_check(job, run, &export, &summary).await?;
                Ok(Ok(export))
            }
            Err(faults) => self.refuse(job, run, &faults).await.map(Err),
        }
    }

    async fn keep_check(&mut self, job: &mut Running, run: &Run, export: &Export, summary: &Summary) -> Result<()> {
        let form = match export.chat().form {
            Form::Json => "json",
            Form::Html => "html",
        };
        let mut scope = job.store.write(&job.who()?).await?;
        self.key = chat_key(&mut scope, run, export.chat(), summary).await?;
        let mut told = summary_json(summary);
        told["known_as"] = Some(&self.key).filter(|key| **key != export.chat().source_key).cloned().into();
        run::set_checked(&mut scope, run.id, &export.chat().title, form, &told).await?;
        self.progress.stage = Stage::Bringing;
        self.progress.total = summary.messages + summary.service;
        self.progress.done = self.progress.position;
        self.progress.counts.skipped = summary.skipped;
        self.progress.counts.repeated = summary.duplicates;
        if self.progress.first_id.is_none() {
            self.progress.first_id = Some(scope.deal()?);
        }
        job.heartbeat_in(&mut scope, &self.progress.json()).await?;
        scope.commit().await
    }

    async fn refuse(&mut self, job: &mut Running, run: &Run, faults: &[Fault]) -> Result<Outcome> {
        let mut scope = job.store.write(&job.who()?).await?;
        run::set_counts(&mut scope, run.id, &self.counts_json()).await?;
        run::set_faults(&mut scope, run.id, &faults_json(faults)).await?;
        if !self.progress.counts.anything() {
            forgetting::nothing_came(&mut scope, run).await?;
        }
        scope.commit().await?;
        // The run tells what is wrong with the file; the job itself did its work.
        Ok(Outcome::Done)
    }

    /// The entries come in. `None` when all of them are.
    async fn bring(&mut self, job: &mut Running, run: &Run, mut export: Export) -> Result<Option<Outcome>> {
        let chat = export.chat().clone();
        let who = job.who()?;
        let mut scope = job.store.write(&who).await?;
        let source = Source { key: self.key.clone(), title: chat.title, kind: chat.kind };
        let zone = identity::community::known(&mut scope).await?.community.timezone;
        let mut history = History::begin(&mut scope, &source, run.audience, zone).await?;
        let mut persons = Persons::load(&mut scope, &self.key).await?;
        if let Some(first) = self.progress.first_id.filter(|_| self.progress.position > 0) {
            persons.recall(&mut scope, history.chat(), first).await?;
        }
        run::set_chat(&mut scope, run.id, history.chat()).await?;
        scope.commit().await?;

        let (hand_over, mut taken) = mpsc::channel::<Vec<Item>>(HANDS);
        let skip = self.progress.position;
        let reading = tokio::task::spawn_blocking(move || read(&mut export, skip, &hand_over));
        let (mut waiting, mut size) = (Vec::new(), FIRST_SLICE);
        let before = self.progress.counts;
        let mut pace = Pace::new(self.progress.position);
        loop {
            let slice = next_slice(&mut taken, &mut waiting, size).await;
            if slice.is_empty() {
                break;
            }
            let began = Clock::stopwatch();
            let wish = self.slice(job, &mut history, &mut persons, slice, before.people, &mut pace).await?;
            size = next_size(size, began.elapsed());
            if wish != Wish::GoOn {
                return self.interrupted(job, run, wish).await.map(Some);
            }
            tokio::time::sleep(BREATH).await;
        }
        match reading.await.map_err(|error| Problem::Internal(error.into()))? {
            Ok(()) => Ok(None),
            Err(fault) => self.refuse(job, run, &[fault]).await.map(Some),
        }
    }

    async fn slice(
        &mut self,
        job: &mut Running,
        history: &mut History,
        persons: &mut Persons,
        items: Vec<Item>,
        people_before: u64,
        pace: &mut Pace,
    ) -> Result<Wish> {
        let count = items.len() as u64;
        let mut scope = job.store.write(&job.who()?).await?;
        history.learn(&mut scope, items.iter().map(Item::number).collect()).await?;
        // What is here already names nobody new: the other form of the same lines calls the same people otherwise.
        persons.meet(&mut scope, items.iter().filter(|item| !history.knows(item.number()))).await?;
        let mut lines: Vec<Incoming> = Vec::with_capacity(items.len());
        for item in items {
            if let Item::Message(message) = &item
                && !history.knows(message.number)
            {
                self.progress.counts.authors += persons.first_words(&message.author);
            }
            lines.push(persons.incoming(item));
        }
        let added = history.add(&mut scope, lines).await?;
        let counts = &mut self.progress.counts;
        counts.messages += added.messages;
        counts.replies += added.replies;
        counts.service += added.service;
        counts.duplicates += added.duplicates;
        counts.people = people_before + persons.people_added();
        self.progress.position += count;
        self.progress.done = self.progress.position;
        self.progress.seconds = self.seconds();
        pace.measure(&mut self.progress);
        let wish = job.heartbeat_in(&mut scope, &self.progress.json()).await?;
        scope.commit().await?;
        Ok(wish)
    }

    async fn finish(&mut self, job: &mut Running, run: &Run) -> Result<Outcome> {
        self.progress.stage = Stage::Finding;
        self.progress.seconds_left = None;
        if self.progress.counts.messages >= MUCH {
            job.store.measure().await?;
        }
        let mut read = job.store.read(&job.who()?).await?;
        let run = run::find(&mut read, run.id).await?;
        let zone = identity::community::known(&mut read).await?.community.timezone;
        let told = |key: &str| run.summary.as_ref().and_then(|summary| summary[key].as_i64());
        let seen = Seen { messages: told("messages").unwrap_or_default(), silent: told("silent").unwrap_or_default() };
        let found = findings::find(&mut read, run.chat.unwrap_or_default(), &run.title, seen, zone).await?;
        drop(read);
        let mut scope = job.store.write(&job.who()?).await?;
        self.progress.seconds = self.seconds();
        job.heartbeat_in(&mut scope, &self.progress.json()).await?;
        run::set_counts(&mut scope, run.id, &self.counts_json()).await?;
        run::set_findings(&mut scope, run.id, &serde_json::to_value(found)?).await?;
        if self.progress.counts.anything() {
            run::set_state(&mut scope, run.id, State::Brought).await?;
        } else {
            run::set_state(&mut scope, run.id, State::Unchanged).await?;
            forgetting::nothing_came(&mut scope, &run).await?;
        }
        job.finish(&mut scope).await?;
        scope.commit().await?;
        Ok(Outcome::Done)
    }

    fn counts_json(&self) -> serde_json::Value {
        let mut counts = serde_json::to_value(self.progress.counts).unwrap_or_default();
        // Whether it came before or stands twice in this export: it was there, and nothing was added.
        counts["duplicates"] = (self.progress.counts.duplicates + self.progress.counts.repeated).into();
        counts["seconds"] = ((self.seconds() * 1000.0).round() / 1000.0).into();
        counts["first_id"] = self.progress.first_id.into();
        counts
    }

    async fn interrupted(&mut self, job: &mut Running, run: &Run, wish: Wish) -> Result<Outcome> {
        let (state, outcome) = match wish {
            Wish::Cancel => (Some(State::Cancelled), Outcome::Cancelled),
            Wish::Pause => (Some(State::Paused), Outcome::Stopped),
            _ => (None, Outcome::Stopped),
        };
        if let Some(state) = state {
            let mut scope = job.store.write(&job.who()?).await?;
            run::set_counts(&mut scope, run.id, &self.counts_json()).await?;
            run::set_state(&mut scope, run.id, state).await?;
            if state == State::Cancelled && !self.progress.counts.anything() {
                forgetting::nothing_came(&mut scope, run).await?;
            }
            scope.commit().await?;
        }
        Ok(outcome)
    }
}

/// Hands entries over until nobody takes them. Runs on a thread of its own.
fn read(export: &mut Export, skip: u64, hand_over: &mpsc::Sender<Vec<Item>>) -> std::result::Result<(), Fault> {
    let (mut seen, mut hand, mut bytes) = (0, Vec::with_capacity(HAND), 0);
    export.items(
        |_, _| {},
        |item| {
            seen += 1;
            if seen <= skip {
                return ControlFlow::Continue(());
            }
            bytes += item.weight();
            hand.push(item);
            if hand.len() < HAND && bytes < HAND_BYTES {
                return ControlFlow::Continue(());
            }
            bytes = 0;
            let taken = hand_over.blocking_send(std::mem::replace(&mut hand, Vec::with_capacity(HAND)));
            if taken.is_ok() { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
        },
    )?;
    // Nobody takes any more: the work was interrupted, and that is told elsewhere.
    let _ = hand_over.blocking_send(hand);
    Ok(())
}

/// The next entries: as many as the size says, fewer if they are very long; none when all are in. What was handed over
/// beyond them goes on waiting.
async fn next_slice(taken: &mut mpsc::Receiver<Vec<Item>>, waiting: &mut Vec<Item>, size: usize) -> Vec<Item> {
    let mut bytes: usize = waiting.iter().map(Item::weight).sum();
    while waiting.len() < size && bytes < SLICE_BYTES {
        let Some(items) = taken.recv().await else { break };
        bytes += items.iter().map(Item::weight).sum::<usize>();
        waiting.extend(items);
    }
    let rest = waiting.split_off(waiting.len().min(size));
    std::mem::replace(waiting, rest)
}

fn next_size(size: usize, took: Duration) -> usize {
    let ratio = SLICE_TIME.as_secs_f64() / took.as_secs_f64().max(0.001);
    ((size as f64 * ratio.clamp(0.5, 1.5)) as usize).clamp(50, LARGEST_SLICE)
}

/// Entries a second and what is left, over the last two seconds or so.
struct Pace {
    since: Instant,
    position: u64,
}

impl Pace {
    fn new(position: u64) -> Pace {
        Pace { since: Clock::stopwatch(), position }
    }

    fn measure(&mut self, progress: &mut Progress) {
        let passed = self.since.elapsed().as_secs_f64();
        if passed < 0.5 {
            return;
        }
        progress.per_second = ((progress.position - self.position) as f64 / passed) as u64;
        let left = progress.total.saturating_sub(progress.position);
        progress.seconds_left = left.checked_div(progress.per_second.max(1));
        if passed > 2.0 {
            *self = Pace::new(progress.position);
        }
    }
}

/// The chat may be here already under another key. Once rows are in, the one they came under stays.
async fn chat_key(scope: &mut Scope, run: &Run, chat: &Chat, summary: &Summary) -> Result<String> {
    if let Some(chat) = run.chat {
        return talk::history::key(scope, chat).await;
    }
    let told = ChatTold { key: &chat.source_key, ids: Chat::IDS, sample: summary.sample.messages() };
    talk::history::key_of(scope, told).await
}

fn summary_json(summary: &Summary) -> serde_json::Value {
    let warnings: Vec<_> = summary
        .warnings
        .iter()
        .map(|warning| serde_json::json!({ "ru": warning.words(Tongue::Ru), "en": warning.words(Tongue::En), "count": warning.count }))
        .collect();
    serde_json::json!({
        "messages": summary.messages, "service": summary.service, "replies": summary.replies,
        "first_at": summary.first_at, "last_at": summary.last_at, "names": summary.names, "silent": summary.silent,
        "duplicates": summary.duplicates, "skipped": summary.skipped, "warnings": warnings,
    })
}

fn faults_json(faults: &[Fault]) -> serde_json::Value {
    faults
        .iter()
        .map(|fault| serde_json::json!({ "code": fault.problem.code(), "ru": fault.words(Tongue::Ru), "en": fault.words(Tongue::En) }))
        .collect()
}

/// What the import's sources are called in identities; for erasing and for doctors.
pub const SOURCES: [&str; 2] = [lines::BY_ID, lines::BY_NAME];
