//! `/pulse/conversations`: what was begun in the 28 days, answered or not, by whom: what the figure of response counts.

use super::shown::{Dated, Line, name_or_former, of_day};
use super::{address, asked_day, query, sight, zone};
use crate::day::{self, Day, WINDOW_DAYS};
use crate::policy;
use crate::sight::Sight;
use crate::standings;
use askama::Template;
use chrono_tz::Tz;
use identity::identity::Named;
use kernel::{IdentityId, MICROS_PER_DAY, Micros, Problem};
use std::collections::HashMap;
use store::Scope;
use talk::evidence::Begun;
use web::{Cursor, Fields, Pager, Shell, Visit};

/// Kinds of identities that are persons: also those who closed their account at the source.
const PERSONS: [&str; 2] = [identity::identity::PERSON, "deleted"];
/// Conversations on one page.
const PAGE: usize = 50;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Whose {
    All,
    New,
    Others,
    Team,
}

impl Whose {
    const ALL: [Whose; 4] = [Whose::All, Whose::New, Whose::Others, Whose::Team];

    fn code(self) -> &'static str {
        ["all", "new", "others", "team"][self as usize]
    }

    fn word(self) -> &'static str {
        ["pulse-who-all", "pulse-who-fresh", "pulse-who-others", "pulse-who-crew"][self as usize]
    }

    fn parse(code: &str) -> Option<Whose> {
        Whose::ALL.into_iter().find(|whose| whose.code() == code)
    }
}

#[derive(Template)]
#[template(path = "pulse_conversations.html")]
struct ConversationsView {
    shell: Shell,
    dated: Dated,
    ways: Vec<Way>,
    count: i64,
    /// The shortest wait first.
    by_wait: bool,
    rows: Vec<Row>,
    pager: Pager,
}

/// Another choice of conversations.
struct Way {
    word: &'static str,
    href: String,
    current: bool,
}

/// Which of them, by when they were answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Answered {
    Any,
    No,
    Yes,
    /// Within a day.
    Soon,
}

impl Answered {
    const ALL: [Answered; 4] = [Answered::Any, Answered::No, Answered::Yes, Answered::Soon];

    fn code(self) -> &'static str {
        ["", "no", "yes", "soon"][self as usize]
    }

    fn word(self) -> &'static str {
        ["pulse-conversations-all", "pulse-conversations-no", "pulse-conversations-yes", "pulse-conversations-soon"][self as usize]
    }

    fn holds(self, wait: Option<Micros>) -> bool {
        match self {
            Answered::Any => true,
            Answered::No => wait.is_none(),
            Answered::Yes => wait.is_some(),
            Answered::Soon => wait.is_some_and(|wait| wait <= MICROS_PER_DAY),
        }
    }
}

struct Row {
    line: Line,
    thread: i64,
    /// How long it waited for an answer.
    wait: Option<String>,
}

/// What an address asks for.
#[derive(Clone, Copy)]
struct Asked {
    whose: Whose,
    answered: Answered,
    /// The shortest wait first, rather than the newest.
    by_wait: bool,
    after: Option<(i64, i64)>,
}

impl Asked {
    fn read(fields: &Fields) -> kernel::Result<Asked> {
        let whose = match fields.get("who") {
            "" => Whose::All,
            code => Whose::parse(code).ok_or(Problem::NotFound)?,
        };
        let answered = Answered::ALL.into_iter().find(|one| one.code() == fields.get("answered")).ok_or(Problem::NotFound)?;
        let by_wait = match fields.get("order") {
            "" => false,
            "wait" => true,
            _ => return Err(Problem::NotFound),
        };
        Ok(Asked { whose, answered, by_wait, after: Cursor::place(fields.get("after"))? })
    }

    fn link(&self, day: Day, after: &str) -> String {
        let order = if self.by_wait { "wait" } else { "" };
        let parts = [("answered", self.answered.code()), ("who", self.whose.code()), ("order", order), ("after", after)];
        address("/pulse/conversations", day, &parts)
    }

    /// Where a conversation stands in the order: falling.
    fn place(&self, one: &Begun) -> (i64, i64) {
        if self.by_wait { (-wait(one).unwrap_or(i64::MAX), -one.thread) } else { (one.started_at, one.thread) }
    }
}

/// How long it waited for an answer.
fn wait(one: &Begun) -> Option<Micros> {
    one.answered_at.map(|at| (at - one.started_at).max(0))
}

/// Conversations of the window that were asked for, the newest first, with the names of those who began them.
async fn begun(
    scope: &mut Scope,
    (day, sight): (Day, Sight),
    zone: Tz,
    asked: &Asked,
) -> kernel::Result<(Vec<Begun>, HashMap<IdentityId, Named>)> {
    let window = (day::begins(zone, day - WINDOW_DAYS + 1), day::begins(zone, day + 1));
    let months = crate::facts::months(day - WINDOW_DAYS + 1, day);
    let audiences = scope.viewer().audience_numbers();
    let mut begun = talk::evidence::begun_between(scope, &months, window.0, window.1, &audiences).await?;
    for one in &mut begun {
        one.answered_at = one.answered_at.filter(|at| *at < window.1);
    }
    let groups = standings::groups(scope, day, sight).await?;
    let starters: Vec<IdentityId> = begun.iter().filter_map(|one| one.starter).collect();
    let names = identity::identity::names(scope, &starters).await?;
    // What a channel began is counted nowhere: it is no person.
    let of = |one: &Begun| {
        let named = one.starter.and_then(|starter| Some((starter, names.get(&starter)?)));
        let (starter, named) = named.filter(|(_, named)| PERSONS.contains(&named.kind.as_str()))?;
        Some(match groups.get(&named.member.map_or(-starter.0, |member| member.0)) {
            Some(true) => Whose::Team,
            Some(false) => Whose::New,
            None => Whose::Others,
        })
    };
    begun.retain(|one| {
        let whose = of(one).is_some_and(|whose| asked.whose == Whose::All || whose == asked.whose);
        whose && asked.answered.holds(wait(one))
    });
    begun.sort_by_key(|one| std::cmp::Reverse(asked.place(one)));
    Ok((begun, names))
}

pub(super) async fn list(visit: Visit) -> web::Result {
    policy::sees_persons(&visit.viewer)?;
    let fields = query(&visit);
    let (day, asked) = (asked_day(&visit, &fields)?, Asked::read(&fields)?);
    let sight = sight(&visit).await?;
    let shell = visit.shell(visit.t("pulse-conversations-title"));
    let (kept, dated) = of_day(&visit, &shell, day, sight).await?;
    let mut scope = visit.read().await?;
    let (begun, names) = begun(&mut scope, (day, sight), zone(&visit)?, &asked).await?;
    let count = begun.len() as i64;
    let place = |after: (i64, i64)| begun.partition_point(|one| asked.place(one) >= after);
    let from = asked.after.map_or(0, place);
    let more = begun.len() > from + PAGE;
    let shown: Vec<Begun> = begun.into_iter().skip(from).take(PAGE).collect();
    let next = shown.last().filter(|_| more).map(|one| Cursor::encode(&asked.place(one)));
    let ids: Vec<i64> = shown.iter().map(|one| one.thread).collect();
    let texts = talk::evidence::lines(&mut scope, &ids).await?;
    drop(scope);
    let texts: HashMap<i64, String> = texts.into_iter().map(|line| (line.id, line.excerpt)).collect();
    let view = ConversationsView {
        rows: shown.into_iter().map(|one| row(&shell, &names, &texts, one)).collect(),
        ways: ways(day, asked, kept.figures.has_team()),
        pager: Pager::new(asked.after.map(|_| asked.link(day, "")), next.map(|next| asked.link(day, &next))),
        by_wait: asked.by_wait,
        count,
        dated,
        shell,
    };
    visit.render(&view)
}

fn row(shell: &Shell, names: &HashMap<IdentityId, Named>, texts: &HashMap<i64, String>, one: Begun) -> Row {
    let name = one.starter.and_then(|starter| names.get(&starter)?.name.clone());
    Row {
        thread: one.thread,
        wait: wait(&one).map(|wait| shell.length(wait)),
        line: Line {
            id: one.thread,
            at: one.started_at,
            author: name_or_former(name.as_ref(), shell),
            excerpt: texts.get(&one.thread).cloned().unwrap_or_default(),
            answer: false,
        },
    }
}

fn ways(day: Day, asked: Asked, has_team: bool) -> Vec<Way> {
    let way = |word, other: Asked, current| Way { word, href: other.link(day, ""), current };
    let answers = Answered::ALL.map(|answered| way(answered.word(), Asked { answered, ..asked }, answered == asked.answered));
    let named = |other: &Whose| *other != Whose::Team || has_team || *other == asked.whose;
    let people =
        Whose::ALL.into_iter().filter(named).map(|whose| way(whose.word(), Asked { whose, ..asked }, whose == asked.whose));
    answers.into_iter().chain(people).collect()
}
