//! `/requests`: what is asked, by what came of it and by what it is to the reader.

use crate::lists::{self, Key, Line, Narrowing};
use crate::request::Kind;
use crate::{policy, similar, tags, topic};
use askama::Template;
use kernel::{Micros, Problem, fold};
use store::Scope;
use web::paging::Page;
use web::{Cursor, Fields, Pager, Response, Result, Shell, Visit};

/// Letters of what is looked for.
const WORDS_LETTERS: usize = 200;

#[derive(Template)]
#[template(path = "list.html")]
struct ListView {
    shell: Shell,
    tab: Tab,
    /// What is looked for; empty where a list is read.
    words: String,
    lines: Vec<LineView>,
    pager: Pager,
    narrowing: Narrowing,
    kinds: Vec<(String, String)>,
    kind: String,
    topics: Vec<(String, String)>,
    topic: String,
    tag: String,
    tags_in_use: Vec<String>,
    city: String,
    none: [&'static str; 4],
    staff: bool,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tab {
    #[default]
    Open,
    Invited,
    Mine,
    Closed,
}

impl Tab {
    pub const ALL: [Tab; 4] = [Tab::Open, Tab::Invited, Tab::Mine, Tab::Closed];

    pub fn code(self) -> &'static str {
        match self {
            Tab::Open => "",
            Tab::Invited => "invited",
            Tab::Mine => "mine",
            Tab::Closed => "closed",
        }
    }

    pub fn path(self) -> String {
        super::address("/requests", &[("list", self.code())])
    }

    pub fn word(self) -> &'static str {
        match self {
            Tab::Open => "requests-tab-open",
            Tab::Invited => "requests-tab-invited",
            Tab::Mine => "requests-tab-mine",
            Tab::Closed => "requests-tab-closed",
        }
    }

    /// Lists of the whole community can be narrowed; one's own are short.
    pub fn narrows(self) -> bool {
        matches!(self, Tab::Open | Tab::Closed)
    }

    /// Why it is empty, and what to do: title, text, path, act.
    fn empty(self) -> [&'static str; 4] {
        match self {
            Tab::Open => ["requests-none-open-title", "requests-none-open-text", "/requests/new", "requests-new"],
            Tab::Invited => ["requests-none-invited-title", "requests-none-invited-text", "/requests", "requests-tab-open"],
            Tab::Mine => ["requests-none-mine-title", "requests-none-mine-text", "/requests/new", "requests-new"],
            Tab::Closed => ["requests-none-closed-title", "requests-none-closed-text", "/requests", "requests-tab-open"],
        }
    }
}

/// A request in a list, as it is shown.
pub struct LineView {
    pub line: Line,
    pub deadline: Option<Micros>,
    /// The deadline is over, and nothing was said of an outcome.
    pub late: bool,
}

pub fn lines(shell: &Shell, rows: Vec<Line>) -> Vec<LineView> {
    let view = |line: Line| {
        let deadline = line.deadline_at.filter(|_| line.closed_at.is_none());
        LineView { late: deadline.is_some_and(|at| at < shell.now), deadline, line }
    };
    rows.into_iter().map(view).collect()
}

pub async fn show(visit: Visit) -> Result<Response> {
    let query = super::query(&visit);
    let tab = Tab::ALL.into_iter().find(|tab| tab.code() == query.get("list")).ok_or(Problem::NotFound)?;
    let narrowing = if tab.narrows() { narrowing(&query)? } else { Narrowing::default() };
    let before = Cursor::place::<Key>(query.get("before"))?;
    let words: String = query.text("q").chars().take(WORDS_LETTERS).collect();
    let mut scope = visit.read().await?;
    let page = if words.is_empty() {
        Page::cut(read(&mut scope, tab, &narrowing, before).await?, lists::PAGE, |line: &Line| line.key)
    } else {
        Page { rows: similar::search(&mut scope, &words).await?, next: None }
    };
    let (topics, tags_in_use) =
        if tab.narrows() { (topic::all(&mut scope).await?, tags::in_use(&mut scope).await?) } else { (Vec::new(), Vec::new()) };
    drop(scope);
    let shell = visit.shell(visit.t("requests-title"));
    let pager = pager(&query, before.is_some(), page.next);
    let mut kinds = vec![(String::new(), visit.t("requests-kind-any"))];
    kinds.extend(super::kinds(&visit).into_iter().map(|(code, label, _)| (code.to_owned(), label)));
    visit.render(&ListView {
        tab,
        lines: lines(&shell, page.rows),
        pager,
        kinds,
        kind: narrowing.kind.map_or("", Kind::code).to_owned(),
        topics: super::topics(&visit, topics, "requests-topic-any"),
        topic: narrowing.topic.map(|topic| topic.to_string()).unwrap_or_default(),
        tag: short(&query, "tag"),
        city: short(&query, "city"),
        tags_in_use,
        none: if !words.is_empty() {
            ["requests-search-none-title", "requests-search-none-text", "/requests/new", "requests-new"]
        } else if narrowing.is_empty() {
            tab.empty()
        } else {
            ["requests-none-found-title", "requests-none-found-text", "/requests", "requests-show-all"]
        },
        narrowing,
        words,
        staff: visit.viewer.is_staff(),
        shell,
    })
}

fn short(query: &Fields, name: &str) -> String {
    query.text(name).chars().take(crate::wish::CITY_LETTERS).collect()
}

/// # Errors
/// `NotFound` for a kind or a topic that no page ever named: the whole list would pass for what was asked.
fn narrowing(query: &Fields) -> Result<Narrowing, Problem> {
    let named = |name: &str| Some(query.text(name)).filter(|text| !text.is_empty());
    Ok(Narrowing {
        kind: named("kind").map(|code| Kind::parse(&code).ok_or(Problem::NotFound)).transpose()?,
        topic: named("topic").map(|topic| super::id(&topic)).transpose()?,
        tag: fold(short(query, "tag").trim_start_matches('#')),
        city: fold(&short(query, "city")),
    })
}

async fn read(scope: &mut Scope, tab: Tab, narrowing: &Narrowing, before: Option<Key>) -> Result<Vec<Line>, Problem> {
    match tab {
        Tab::Open => lists::open(scope, narrowing, before).await,
        Tab::Closed => lists::closed(scope, narrowing, before).await,
        Tab::Mine => {
            let actor = policy::actor(scope).await?;
            lists::mine(scope, actor.member, before).await
        }
        Tab::Invited => {
            let actor = policy::actor(scope).await?;
            lists::invited(scope, actor.member, before).await
        }
    }
}

fn pager(query: &Fields, later: bool, next: Option<String>) -> Pager {
    let link = |before: &str| {
        let mut fields: Vec<(&str, &str)> =
            ["list", "kind", "topic", "tag", "city"].iter().map(|name| (*name, query.get(name))).collect();
        fields.push(("before", before));
        super::address("/requests", &fields)
    };
    Pager::new(later.then(|| link("")), next.map(|next| link(&next)))
}
