//! A request: what a member needs, of what kind, by when, and how far it has come.

use kernel::{AudienceId, MemberId, Micros, Problem, Result};
use store::{FromRow, Row, Scope, args, statement};

/// A closed list of words with their codes, as in columns, addresses and words.
macro_rules! codes {
    ($(#[$doc:meta])* $name:ident { $($(#[$each:meta])* $variant:ident = $code:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum $name { $($(#[$each])* $variant),+ }

        impl $name {
            pub const ALL: &[$name] = &[$($name::$variant),+];

            pub fn code(self) -> &'static str {
                match self { $($name::$variant => $code),+ }
            }

            pub fn parse(code: &str) -> Option<$name> {
                $name::ALL.iter().copied().find(|held| held.code() == code)
            }
        }
    };
}
#[allow(unused_imports, reason = "nouns with closed lists use it")]
pub(crate) use codes;

codes!(
    /// What is asked for.
    Kind {
        Solution = "solution",
        Recommendation = "recommendation",
        Contact = "contact",
        Opinion = "opinion",
        Partner = "partner",
    }
);
codes!(State { Draft = "draft", Open = "open", Closed = "closed" });
codes!(
    /// Who is turned to while nobody has answered.
    Stage {
        /// Members are asked, round by round.
        Routed = "routed",
        /// The leader of the topic.
        Leader = "leader",
        /// Staff.
        Desk = "desk",
        /// Only chosen people see it: nobody else is ever asked.
        Chosen = "chosen",
    }
);
codes!(Outcome { Solved = "solved", Unsolved = "unsolved", Withdrawn = "withdrawn" });

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    pub id: i64,
    pub audience: AudienceId,
    pub asker: MemberId,
    pub state: State,
    pub kind: Kind,
    pub title: String,
    /// Markdown as typed.
    pub details: String,
    pub city: String,
    /// Companies or people to whom a way is sought, one a line.
    pub wanted: String,
    pub topic: Option<i64>,
    pub deadline_at: Option<Micros>,
    pub created_at: Micros,
    pub changed_at: Micros,
    pub asked_at: Option<Micros>,
    pub first_answer_at: Option<Micros>,
    pub last_answer_at: Option<Micros>,
    /// Solutions, recommendations and contacts of others; comments are not counted.
    pub answers: i64,
    pub stage: Stage,
    /// Rounds of people who were asked.
    pub round: i64,
    pub escalated_at: Option<Micros>,
    pub outcome: Option<Outcome>,
    pub closed_at: Option<Micros>,
}

impl FromRow for Request {
    fn from_row(row: &mut Row) -> anyhow::Result<Request> {
        Ok(Request {
            id: row.next()?,
            audience: row.next()?,
            asker: row.next()?,
            state: stored(row, State::parse)?,
            kind: stored(row, Kind::parse)?,
            title: row.next()?,
            details: row.next()?,
            city: row.next()?,
            wanted: row.next()?,
            topic: row.next()?,
            deadline_at: row.next()?,
            created_at: row.next()?,
            changed_at: row.next()?,
            asked_at: row.next()?,
            first_answer_at: row.next()?,
            last_answer_at: row.next()?,
            answers: row.next()?,
            stage: stored(row, Stage::parse)?,
            round: row.next()?,
            escalated_at: row.next()?,
            outcome: row.next::<Option<String>>()?.as_deref().and_then(Outcome::parse),
            closed_at: row.next()?,
        })
    }
}

/// A code as it stands in a column.
pub(crate) fn stored<T>(row: &mut Row, parse: impl Fn(&str) -> Option<T>) -> anyhow::Result<T> {
    let code: String = row.next()?;
    parse(&code).ok_or_else(|| anyhow::anyhow!("unknown code {code:?}"))
}

/// The columns of [`Request`], of the table under the name `r`.
macro_rules! columns {
    () => {
        "r.id, r.audience_id, r.asker_id, r.state, r.kind, r.title, r.details, r.city, r.wanted, r.topic_id, r.deadline_at, r.created_at, \
         r.changed_at, r.asked_at, r.first_answer_at, r.last_answer_at, r.answers, r.stage, r.round, r.escalated_at, r.outcome, r.closed_at"
    };
}
#[allow(unused_imports, reason = "lists use it")]
pub(crate) use columns;

impl Request {
    pub fn is_open(&self) -> bool {
        self.state == State::Open
    }

    /// Only chosen people see it.
    pub fn is_chosen(&self) -> bool {
        self.audience != AudienceId::EVERYONE
    }

    /// Asked, and nobody has answered more than a comment yet.
    pub fn waits(&self) -> bool {
        self.is_open() && self.first_answer_at.is_none()
    }
}

statement!(
    ONE = concat!(
        "select ",
        columns!(),
        " from requests_requests r where r.community_id = $1 and r.id = $2 and r.audience_id {any $3} and (r.state <> 'draft' or r.asker_id = $4)"
    )
);
statement!(ANY = concat!("select ", columns!(), " from requests_requests r where r.community_id = $1 and r.id = $2"));

/// A request that the scope's viewer may see: of an audience of theirs, and nobody else's draft.
///
/// # Errors
/// `NotFound`.
pub(crate) async fn find(scope: &mut Scope, id: i64) -> Result<Request> {
    let viewer = scope.viewer();
    let (audiences, member) = (viewer.audience_numbers(), viewer.member.ok_or(Problem::NotFound)?);
    scope.one(&ONE, args![id, audiences, member]).await
}

/// A request whoever may see it: for the house's own work.
///
/// # Errors
/// `NotFound`; `Forbidden` for anybody but the house.
pub async fn any(scope: &mut Scope, id: i64) -> Result<Request> {
    if !scope.viewer().system {
        return Err(Problem::Forbidden);
    }
    scope.one(&ANY, args![id]).await
}
