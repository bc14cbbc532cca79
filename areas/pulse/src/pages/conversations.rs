//! `/pulse/conversations`: what was begun in the 28 days, answered or not, by whom: what the figure of response counts.

use super::shown::{Dated, Line, of_day};
use super::{address, asked_day, query, sight, zone};
use crate::day::{self, WINDOW_DAYS};
use crate::policy;
use crate::standings;
use askama::Template;
use kernel::Problem;
use std::collections::HashMap;
use talk::evidence::Begun;
use web::{Cursor, Pager, Shell, Visit};

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
    rows: Vec<Row>,
    pager: Pager,
}

/// Another choice of conversations.
struct Way {
    word: &'static str,
    href: String,
    current: bool,
}

struct Row {
    line: Line,
    thread: i64,
    /// How long it waited for an answer.
    wait: Option<String>,
}

pub(super) async fn list(visit: Visit) -> web::Result {
    policy::sees_persons(&visit.viewer)?;
    let fields = query(&visit);
    let day = asked_day(&visit, &fields)?;
    let whose = match fields.get("who") {
        "" => Whose::All,
        code => Whose::parse(code).ok_or(Problem::NotFound)?,
    };
    let answered = match fields.get("answered") {
        "" => None,
        "yes" => Some(true),
        "no" => Some(false),
        _ => return Err(Problem::NotFound.into()),
    };
    let after = Cursor::place::<(i64, i64)>(fields.get("after"))?;
    let sight = sight(&visit).await?;
    let (shell, zone) = (visit.shell(visit.t("pulse-conversations-title")), zone(&visit)?);
    let (_, dated) = of_day(&visit, &shell, day, sight).await?;
    let mut scope = visit.read().await?;
    let window = (day::begins(zone, day - WINDOW_DAYS + 1), day::begins(zone, day + 1));
    let months = crate::facts::months(day - WINDOW_DAYS + 1, day);
    let audiences = visit.viewer.audience_numbers();
    let mut begun = talk::evidence::begun_between(&mut scope, &months, window.0, window.1, &audiences).await?;
    begun.reverse();
    for one in &mut begun {
        one.answered_at = one.answered_at.filter(|at| *at < window.1);
    }
    let groups = standings::groups(&mut scope, day, sight).await?;
    let starters: Vec<kernel::IdentityId> = begun.iter().filter_map(|one| one.starter).collect();
    let names = identity::identity::names(&mut scope, &starters).await?;
    let of = |one: &Begun| {
        let named = one.starter.and_then(|starter| Some((starter, names.get(&starter)?)));
        let person = named.filter(|(_, named)| PERSONS.contains(&named.kind.as_str()));
        let person = person.map(|(starter, named)| named.member.map_or(-starter.0, |member| member.0));
        match person.and_then(|person| groups.get(&person)) {
            Some(true) => Whose::Team,
            Some(false) => Whose::New,
            None => Whose::Others,
        }
    };
    begun.retain(|one| {
        (whose == Whose::All || of(one) == whose) && answered.is_none_or(|answered| one.answered_at.is_some() == answered)
    });
    let count = begun.len() as i64;
    let from = after.map_or(0, |(at, thread)| begun.partition_point(|one| (one.started_at, one.thread) >= (at, thread)));
    let more = begun.len() > from + PAGE;
    let shown: Vec<Begun> = begun.into_iter().skip(from).take(PAGE).collect();
    let next = shown.last().filter(|_| more).map(|one| Cursor::encode(&(one.started_at, one.thread)));
    let ids: Vec<i64> = shown.iter().map(|one| one.thread).collect();
    let texts = talk::evidence::lines(&mut scope, &ids).await?;
    drop(scope);
    let texts: HashMap<i64, String> = texts.into_iter().map(|line| (line.id, line.excerpt)).collect();
    let row = |one: Begun| Row {
        thread: one.thread,
        wait: one.answered_at.map(|at| shell.length((at - one.started_at).max(0))),
        line: Line {
            id: one.thread,
            at: one.started_at,
            author: one.starter.and_then(|starter| names.get(&starter)?.name.clone()).unwrap_or_else(|| shell.t("pulse-former")),
            excerpt: texts.get(&one.thread).cloned().unwrap_or_default(),
            answer: false,
        },
    };
    let code = answered.map_or("", |answered| if answered { "yes" } else { "no" });
    let link = |whose: Whose, code: &str, after: &str| {
        address("/pulse/conversations", day, &[("answered", code), ("who", whose.code()), ("after", after)])
    };
    let view = ConversationsView {
        rows: shown.into_iter().map(row).collect(),
        ways: ways(whose, code, &|whose, code| link(whose, code, "")),
        pager: Pager::new(after.map(|_| link(whose, code, "")), next.map(|next| link(whose, code, &next))),
        count,
        dated,
        shell,
    };
    visit.render(&view)
}

fn ways(whose: Whose, code: &str, link: &dyn Fn(Whose, &str) -> String) -> Vec<Way> {
    let by_answer = [("", "pulse-conversations-all"), ("no", "pulse-conversations-no"), ("yes", "pulse-conversations-yes")];
    let answers = by_answer.map(|(other, word)| Way { word, href: link(whose, other), current: other == code });
    let whose = Whose::ALL.map(|other| Way { word: other.word(), href: link(other, code), current: other == whose });
    answers.into_iter().chain(whose).collect()
}
