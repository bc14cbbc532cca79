//! One import: where the file is, how far it got, what it found.

use crate::progress::Counts;
use kernel::{AudienceId, MemberId, Micros, Problem, Result};
use serde_json::Value as Json;
use store::{Deed, FromRow, Row, Scope, Work, args, statement};

/// What an import is at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum State {
    /// The file is on its way to our disk.
    Receiving,
    /// The whole file is being checked; nothing is written yet.
    Checking,
    /// Rows come in.
    Bringing,
    Paused,
    /// Something in the file or on the way stopped it.
    Failed,
    Cancelled,
    /// Everything is in, hidden from members.
    Brought,
    /// Everything in the file was here already: nothing came, so nothing is hidden.
    Unchanged,
    /// Members see it.
    Opened,
    Withdrawing,
    Withdrawn,
}

impl State {
    const ALL: [State; 11] = [
        State::Receiving,
        State::Checking,
        State::Bringing,
        State::Paused,
        State::Failed,
        State::Cancelled,
        State::Brought,
        State::Unchanged,
        State::Opened,
        State::Withdrawing,
        State::Withdrawn,
    ];

    pub fn code(self) -> &'static str {
        match self {
            State::Receiving => "receiving",
            State::Checking => "checking",
            State::Bringing => "bringing",
            State::Paused => "paused",
            State::Failed => "failed",
            State::Cancelled => "cancelled",
            State::Brought => "brought",
            State::Unchanged => "unchanged",
            State::Opened => "opened",
            State::Withdrawing => "withdrawing",
            State::Withdrawn => "withdrawn",
        }
    }

    fn parse(code: &str) -> anyhow::Result<State> {
        State::ALL.into_iter().find(|state| state.code() == code).ok_or_else(|| anyhow::anyhow!("no state {code}"))
    }

    /// A job works on it.
    pub fn is_running(self) -> bool {
        matches!(self, State::Checking | State::Bringing | State::Withdrawing)
    }

    /// Its job has work to do: nobody has said yet how it ended.
    pub(crate) fn may_be_brought(self) -> bool {
        matches!(self, State::Receiving | State::Checking | State::Bringing | State::Paused)
    }

    /// The owner may open what came, whole or in part, or take it back.
    pub fn may_be_settled(self) -> bool {
        matches!(self, State::Failed | State::Cancelled | State::Brought)
    }
}

#[derive(Clone, Debug)]
pub struct Run {
    pub id: i64,
    pub audience: AudienceId,
    pub chat: Option<i64>,
    pub job: Option<i64>,
    pub state: State,
    /// Absolute, on this node.
    pub path: String,
    pub file_name: String,
    /// Which chat of a full-account export was asked for; empty for the only one.
    pub pick: String,
    pub title: String,
    pub form: String,
    pub bytes: i64,
    pub created_at: Micros,
    pub created_by: Option<MemberId>,
    pub finished_at: Option<Micros>,
    pub opened_at: Option<Micros>,
    pub summary: Option<Json>,
    pub counts: Option<Json>,
    pub faults: Option<Json>,
    pub findings: Option<Json>,
}

impl FromRow for Run {
    fn from_row(row: &mut Row) -> anyhow::Result<Run> {
        Ok(Run {
            id: row.next()?,
            audience: row.next()?,
            chat: row.next()?,
            job: row.next()?,
            state: State::parse(&row.next::<String>()?)?,
            path: row.next()?,
            file_name: row.next()?,
            pick: row.next()?,
            title: row.next()?,
            form: row.next()?,
            bytes: row.next()?,
            created_at: row.next()?,
            created_by: row.next()?,
            finished_at: row.next()?,
            opened_at: row.next()?,
            summary: row.next()?,
            counts: row.next()?,
            faults: row.next()?,
            findings: row.next()?,
        })
    }
}

impl Run {
    /// The chat was here already, brought in from this form of an export (`json` or `html`) under a key that is not this
    /// export's own.
    pub fn known_from(&self) -> Option<&'static str> {
        let key = self.summary.as_ref()?["known_as"].as_str()?;
        Some(if key.starts_with("telegram-html:") { "html" } else { "json" })
    }

    /// Whether a run that is over brought anything. See [`Counts::anything`].
    pub fn brought_something(&self) -> bool {
        let counts = self.counts.clone().and_then(|counts| serde_json::from_value::<Counts>(counts).ok());
        counts.is_some_and(|counts| counts.anything())
    }
}

/// A file to be imported.
#[derive(Clone, Debug)]
pub struct NewRun {
    pub path: String,
    pub file_name: String,
    pub pick: String,
    pub bytes: i64,
}

/// The kinds of job of this crate.
pub const BRING: &str = "chat_import.bring";
pub const TAKE_BACK: &str = "chat_import.take-back";
pub const FORGET: &str = "chat_import.forget";

statement!(
    ADD = "insert into chat_import_runs (community_id, id, audience_id, job_id, state, path, file_name, pick, title, form, bytes, created_at, created_by) \
     values ($1, $2, $3, $4, 'checking', $5, $6, $7, '', '', $8, $9, $10)"
);
statement!(
    ONE = "select id, audience_id, chat_id, job_id, state, path, file_name, pick, title, form, bytes, created_at, created_by, finished_at, opened_at, \
     summary, counts, faults, findings from chat_import_runs where community_id = $1 and id = $2"
);
statement!(
    LATEST = "select id, audience_id, chat_id, job_id, state, path, file_name, pick, title, form, bytes, created_at, created_by, finished_at, opened_at, \
     summary, counts, faults, findings from chat_import_runs where community_id = $1 and id < $2 order by id desc limit $3"
);
statement!(PATHS = "select id, path from chat_import_runs where community_id = $1 and id < $2 order by id desc limit $3");
statement!(SET_STATE = "update chat_import_runs set state = $3, finished_at = $4 where community_id = $1 and id = $2");
statement!(
    SET_CHECKED =
        "update chat_import_runs set state = 'bringing', title = $3, form = $4, summary = $5 where community_id = $1 and id = $2"
);
statement!(SET_CHAT = "update chat_import_runs set chat_id = $3 where community_id = $1 and id = $2");
statement!(
    SET_FAULTS = "update chat_import_runs set state = 'failed', faults = $3, finished_at = $4 where community_id = $1 and id = $2"
);
statement!(SET_COUNTS = "update chat_import_runs set counts = $3 where community_id = $1 and id = $2");
statement!(SET_FINDINGS = "update chat_import_runs set findings = $3 where community_id = $1 and id = $2");
statement!(SET_JOB = "update chat_import_runs set job_id = $3, state = $4 where community_id = $1 and id = $2");
statement!(
    SET_OPENED = "update chat_import_runs set state = 'opened', opened_at = $3 where community_id = $1 and id = $2 and state in ('brought', 'failed', 'cancelled')"
);

/// Writes the run and its job in one transaction. Who may, the door decided.
pub async fn begin(scope: &mut Scope, new: NewRun) -> Result<(i64, i64)> {
    let audience = identity::audience::create(scope, "import").await?;
    let (run, now, by) = (scope.deal()?, scope.now(), scope.viewer().member);
    let payload = serde_json::json!({ "run": run });
    let job = scope.enqueue(Work { kind: BRING, payload, due: None, key: Some(&format!("{}-{run}", scope.community())) }).await?;
    scope.run(&ADD, args![run, audience, job, new.path, &new.file_name, new.pick, new.bytes, now, by]).await?;
    identity::audit::record(scope, "import.begun", "import", run, &serde_json::json!({ "file": new.file_name })).await?;
    Ok((run, job))
}

pub async fn find(scope: &mut Scope, id: i64) -> Result<Run> {
    scope.one(&ONE, args![id]).await
}

/// Runs before an id, newest first.
pub async fn list(scope: &mut Scope, before: i64, limit: i64) -> Result<Vec<Run>> {
    scope.all(&LATEST, args![before, limit]).await
}

/// Paths looked at at once.
const PATHS_AT_ONCE: i64 = 1_000;

/// Runs before an id, newest first, with the paths of their files.
pub(crate) async fn paths(scope: &mut Scope, before: i64) -> Result<Vec<(i64, String)>> {
    scope.all(&PATHS, args![before, PATHS_AT_ONCE]).await
}

pub(crate) async fn set_state(scope: &mut Scope, id: i64, state: State) -> Result<()> {
    let finished = (!state.is_running() && state != State::Paused).then(|| scope.now());
    scope.run(&SET_STATE, args![id, state.code(), finished]).await.map(|_| ())
}

pub(crate) async fn set_checked(scope: &mut Scope, id: i64, title: &str, form: &str, summary: &Json) -> Result<()> {
    scope.run(&SET_CHECKED, args![id, title, form, summary]).await.map(|_| ())
}

pub(crate) async fn set_chat(scope: &mut Scope, id: i64, chat: i64) -> Result<()> {
    scope.run(&SET_CHAT, args![id, chat]).await.map(|_| ())
}

pub(crate) async fn set_faults(scope: &mut Scope, id: i64, faults: &Json) -> Result<()> {
    let now = scope.now();
    scope.run(&SET_FAULTS, args![id, faults, now]).await.map(|_| ())
}

pub(crate) async fn set_counts(scope: &mut Scope, id: i64, counts: &Json) -> Result<()> {
    scope.run(&SET_COUNTS, args![id, counts]).await.map(|_| ())
}

pub(crate) async fn set_findings(scope: &mut Scope, id: i64, findings: &Json) -> Result<()> {
    scope.run(&SET_FINDINGS, args![id, findings]).await.map(|_| ())
}

pub(crate) async fn set_job(scope: &mut Scope, id: i64, job: i64, state: State) -> Result<()> {
    scope.run(&SET_JOB, args![id, job, state.code()]).await.map(|_| ())
}

/// Marks the run opened; the word says why not.
pub(crate) async fn set_opened(scope: &mut Scope, id: i64) -> Result<()> {
    let now = scope.now();
    match scope.run(&SET_OPENED, args![id, now]).await? {
        0 => Err(Problem::Conflict("import-not-open-now")),
        _ => Ok(()),
    }
}

/// What the owner did with a run, as a deed in the run's own audience and a line of the audit.
pub(crate) async fn tell(scope: &mut Scope, act: &str, run: &Run) -> Result<()> {
    let (at, actor) = (scope.now(), scope.viewer().identity);
    scope
        .deed(Deed {
            kind: act,
            at,
            actor,
            object_kind: "import",
            object: run.id,
            audience: run.audience,
            channel: "web",
            amount: 0,
            parties: &[],
        })
        .await?;
    identity::audit::record(scope, act, "import", run.id, &serde_json::json!({ "file": run.file_name })).await
}
