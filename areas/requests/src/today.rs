//! The parts of Today that requests draw: whom one is asked to help and why, what one took up, what came to one's own requests,
//! what waits for one's word, and the promise of the year.

use crate::closure::SLIP;
use crate::pledge::Year;
use crate::reasons::{Because, Of, Sentence, Sources, Telling};
use askama::Template;
use kernel::{MICROS_PER_DAY, MemberId, Micros, Problem, Result};
use store::{BoxFuture, FromRow, Row, Scope, args, statement};
use web::{Html, Panel, PanelPlace, Shell, Visit, plain};

/// Invitations shown at once: a person has one morning.
const INVITED: i64 = 5;
/// Rows of each other kind.
const ROWS: i64 = 5;
/// Letters of the details that a card shows.
const DETAILS: usize = 240;

/// What a row of Today is.
const IS_INVITED: i64 = 1;
const IS_MINE: i64 = 2;
const IS_INTRODUCTION: i64 = 3;
const IS_DEAL: i64 = 4;
const IS_PLEDGE: i64 = 5;
/// One's own, which staff look after now.
const IS_AT_DESK: i64 = 6;
/// One's own, which staff closed lately.
const IS_CLOSED: i64 = 7;
/// A deal of one's own with which the other does not agree.
const IS_DISPUTED: i64 = 8;
/// One said that one would help, and has not answered yet.
const IS_TAKEN: i64 = 9;

/// One's own, which nobody has answered yet: people were asked, and it waits.
const IS_ASKED: i64 = 10;

/// One answered it or helped, and its asker opened it again.
const IS_REOPENED: i64 = 11;

/// One's own requests shown at once.
const OWN_ROWS: usize = 5;
/// A deadline this near is urgent.
const NEAR: Micros = 2 * MICROS_PER_DAY;
/// For so long a request that staff closed, or that its asker opened again, is told of.
const CLOSED_FOR: Micros = 7 * MICROS_PER_DAY;

statement!(
    MINE = "select * from (select cast(1 as bigint) as what, i.invited_at as at, i.id as id, r.id as request, r.title as title, r.details as details, \
         r.asker_id as person, m.name as name, r.deadline_at as deadline, r.answers as n, i.reasons as reasons \
       from requests_invitations i \
       join requests_requests r on r.community_id = i.community_id and r.id = i.request_id and r.state = 'open' and r.audience_id {any $3} \
       left join identity_persons m on m.community_id = r.community_id and m.id = r.asker_id \
       where i.community_id = $1 and i.member_id = $2 and i.state = 'waiting' order by i.invited_at desc, i.id desc limit $4) invited \
     union all select * from (select cast(2 as bigint), coalesce(r.last_answer_at, r.deadline_at), r.id, r.id, r.title, '', \
         cast(null as bigint), cast(null as text), r.deadline_at, r.answers, '' from requests_requests r \
       where r.community_id = $1 and r.asker_id = $2 and r.state = 'open' and (r.first_answer_at is not null or r.deadline_at < $5) \
       order by coalesce(r.deadline_at, 9223372036854775807), r.changed_at desc, r.id desc limit $6) mine \
     union all select * from (select cast(3 as bigint), x.proposed_at, x.id, r.id, r.title, '', x.person_id, m.name, cast(null as bigint), \
         cast(0 as bigint), '' from requests_introductions x \
       join requests_requests r on r.community_id = x.community_id and r.id = x.request_id and r.state = 'open' and r.audience_id {any $3} \
       left join identity_persons m on m.community_id = x.community_id and m.id = x.person_id \
       where x.community_id = $1 and x.asker_id = $2 and x.asker_accepted_at is null and (x.declined_at is null or x.declined_by = x.person_id) \
       order by x.proposed_at desc, x.id desc limit $6) asked \
     union all select * from (select cast(3 as bigint), x.proposed_at, x.id, r.id, r.title, '', x.asker_id, m.name, cast(null as bigint), \
         cast(0 as bigint), '' from requests_introductions x \
       join requests_requests r on r.community_id = x.community_id and r.id = x.request_id and r.state = 'open' and r.audience_id {any $3} \
       left join identity_persons m on m.community_id = x.community_id and m.id = x.asker_id \
       where x.community_id = $1 and x.person_id = $2 and x.person_accepted_at is null and (x.declined_at is null or x.declined_by = x.asker_id) \
       order by x.proposed_at desc, x.id desc limit $6) recommended \
     union all select * from (select cast(4 as bigint), d.stated_at, d.id, r.id, r.title, '', d.asker_id, m.name, cast(null as bigint), \
         cast(0 as bigint), '' from requests_helps h \
       join requests_deals d on d.community_id = h.community_id and d.help_id = h.id and d.confirmed_at is null and d.disputed_at is null \
         and d.replaced_at is null \
       join requests_requests r on r.community_id = h.community_id and r.id = h.request_id and r.audience_id {any $3} \
       left join identity_persons m on m.community_id = d.community_id and m.id = d.asker_id \
       where h.community_id = $1 and h.helper_id = $2 and h.undone_at is null order by d.stated_at desc, d.id desc limit $6) deals \
     union all select cast(5 as bigint), cast(0 as bigint), \
         (select count(*) from requests_helps h where h.community_id = $1 and h.helper_id = $2 and h.at >= $7 and h.at < $8 and h.undone_at is null), \
         cast(0 as bigint), '', '', cast(null as bigint), cast(null as text), \
         (select p.times from requests_pledges p where p.community_id = $1 and p.member_id = $2 and p.year = $9), cast(0 as bigint), '' \
     union all select * from (select cast(6 as bigint), coalesce(r.escalated_at, r.changed_at), r.id, r.id, r.title, '', cast(null as bigint), \
         cast(null as text), r.deadline_at, r.answers, '' from requests_requests r \
       where r.community_id = $1 and r.asker_id = $2 and r.state = 'open' and r.stage = 'desk' and r.first_answer_at is null \
         and (r.deadline_at is null or r.deadline_at >= $5) order by r.changed_at desc, r.id desc limit $6) at_desk \
     union all select * from (select cast(7 as bigint), c.at, r.id, r.id, r.title, '', c.by_id, m.name, cast(null as bigint), r.answers, '' \
       from requests_requests r join requests_closures c on c.community_id = r.community_id and c.request_id = r.id and c.undone_at is null \
         and c.by_id <> r.asker_id left join identity_persons m on m.community_id = c.community_id and m.id = c.by_id \
       where r.community_id = $1 and r.asker_id = $2 and r.state = 'closed' and r.changed_at > $10 order by c.at desc, r.id desc limit $6) closed \
     union all select * from (select cast(8 as bigint), d.disputed_at, h.id, r.id, r.title, '', d.helper_id, m.name, cast(null as bigint), \
         cast(0 as bigint), '' from requests_helps h \
       join requests_deals d on d.community_id = h.community_id and d.help_id = h.id and d.disputed_at is not null and d.replaced_at is null \
       join requests_requests r on r.community_id = h.community_id and r.id = h.request_id and r.audience_id {any $3} \
       join identity_persons m on m.community_id = d.community_id and m.id = d.helper_id and m.state = 'active' \
       where h.community_id = $1 and h.asker_id = $2 and h.undone_at is null order by d.disputed_at desc, d.id desc limit $6) disputed \
     union all select * from (select cast(9 as bigint), coalesce(i.settled_at, i.invited_at), i.id, r.id, r.title, '', r.asker_id, m.name, \
         r.deadline_at, r.answers, '' from requests_invitations i \
       join requests_requests r on r.community_id = i.community_id and r.id = i.request_id and r.state = 'open' and r.audience_id {any $3} \
       left join identity_persons m on m.community_id = r.community_id and m.id = r.asker_id \
       where i.community_id = $1 and i.member_id = $2 and i.state = 'took' order by i.invited_at desc, i.id desc limit $6) taken \
     union all select * from (select cast(10 as bigint), coalesce(r.asked_at, r.created_at), r.id, r.id, r.title, '', cast(null as bigint), \
         (select m.name from requests_invitations i join identity_persons m on m.community_id = $1 and m.id = i.member_id and m.state = 'active' \
           where i.community_id = $1 and i.request_id = r.id and i.state = 'took' order by i.settled_at, i.id limit 1), \
         r.deadline_at, (select count(*) from requests_invitations i where i.community_id = $1 and i.request_id = r.id \
           and (i.cause <> 'passed' or i.state in ('took', 'answered'))), '' \
       from requests_requests r \
       where r.community_id = $1 and r.asker_id = $2 and r.state = 'open' and r.stage <> 'desk' and r.first_answer_at is null \
         and (r.deadline_at is null or r.deadline_at >= $5) \
       order by coalesce(r.deadline_at, 9223372036854775807), r.asked_at desc, r.id desc limit $6) asked_for \
     union all select * from (select cast(11 as bigint), again.at, r.id, r.id, r.title, '', r.asker_id, m.name, r.deadline_at, r.answers, '' \
       from (select k.request_id, max(k.undone_at) as at from requests_closures k where k.community_id = $1 and k.undone_at > $10 and k.undone_at - k.at >= $11 \
         and k.request_id in ( \
           select a.request_id from requests_answers a where a.community_id = $1 and a.author_id = $2 and a.kind <> 'comment' and a.deleted_at is null \
           union select h.request_id from requests_helps h where h.community_id = $1 and h.helper_id = $2) group by k.request_id) again \
       join requests_requests r on r.community_id = $1 and r.id = again.request_id and r.state = 'open' and r.asker_id <> $2 and r.audience_id {any $3} \
       left join identity_persons m on m.community_id = r.community_id and m.id = r.asker_id \
       where not exists (select 1 from requests_answers a where a.community_id = $1 and a.request_id = r.id and a.author_id = $2 and a.at >= again.at) \
       order by again.at desc, r.id desc limit $6) reopened \
     order by 1, 2 desc, 3 desc"
);

#[derive(Clone, Debug)]
struct Line {
    what: i64,
    at: Micros,
    id: i64,
    request: i64,
    title: String,
    details: String,
    person: Option<MemberId>,
    name: String,
    deadline: Option<i64>,
    answers: i64,
    reasons: Vec<Because>,
}

impl FromRow for Line {
    fn from_row(row: &mut Row) -> anyhow::Result<Line> {
        let mut line = Line {
            what: row.next()?,
            at: row.next()?,
            id: row.next()?,
            request: row.next()?,
            title: row.next()?,
            details: row.next()?,
            person: row.next()?,
            name: row.next::<Option<String>>()?.unwrap_or_default(),
            deadline: row.next()?,
            answers: row.next()?,
            reasons: Vec::new(),
        };
        let reasons: String = row.next()?;
        if !reasons.is_empty() {
            line.reasons = serde_json::from_str(&reasons)?;
        }
        Ok(line)
    }
}

/// At most three statements: one for all rows, two for what their reasons stand on.
pub(crate) fn panels<'a>(scope: &'a mut Scope, visit: &'a Visit) -> BoxFuture<'a, Result<Vec<Panel>>> {
    Box::pin(async move {
        let Some(member) = visit.viewer.member else { return Ok(Vec::new()) };
        let (now, audiences) = (scope.now(), scope.viewer().audience_numbers());
        let year = Year::of(visit.community()?.timezone, now);
        let arguments = args![member, audiences, INVITED, now, ROWS, year.from, year.until, year.number, now - CLOSED_FOR, SLIP];
        let lines = scope.all::<Line>(&MINE, arguments).await?;
        let facts: Vec<&Because> = lines.iter().flat_map(|line| &line.reasons).collect();
        let sources = Sources::learn(scope, affordable(visit, facts)).await?;
        drawn(visit.shell(""), lines, &sources)
    })
}

/// The Today of an owner has more to count than others': where facts stand on sources of both kinds, they read those of requests.
fn affordable<'f>(visit: &Visit, facts: Vec<&'f Because>) -> Vec<&'f Because> {
    let of_talk = |fact: &&Because| matches!(fact, Because::Message { .. });
    let of_requests = |fact: &&Because| matches!(fact, Because::Answer { .. } | Because::Passed { .. } | Because::Chosen { .. });
    if visit.viewer.is_owner() && facts.iter().any(of_talk) && facts.iter().any(of_requests) {
        return facts.into_iter().filter(|fact| !of_talk(fact)).collect();
    }
    facts
}

struct Card {
    line: Line,
    reasons: Vec<Sentence>,
}

#[derive(Template)]
#[template(path = "_today_invited.html")]
struct Invited<'s> {
    shell: &'s Shell,
    cards: Vec<Card>,
}

#[derive(Template)]
#[template(path = "_today_mine.html")]
struct Mine<'s> {
    shell: &'s Shell,
    lines: Vec<Line>,
}

#[derive(Template)]
#[template(path = "_today_waiting.html")]
struct Waiting<'s> {
    shell: &'s Shell,
    lines: Vec<Line>,
}

#[derive(Template)]
#[template(path = "_today_pledge.html")]
struct Pledged<'s> {
    shell: &'s Shell,
    helped: i64,
    times: Option<i64>,
}

impl Line {
    fn heading(&self, shell: &Shell) -> String {
        if self.title.is_empty() { shell.t("requests-wordless") } else { shell.bind(&self.title) }
    }

    fn who(&self, shell: &Shell) -> String {
        if self.name.is_empty() { shell.t("requests-former") } else { self.name.clone() }
    }

    fn excerpt(&self) -> String {
        plain(&self.details, DETAILS)
    }

    fn is_late(&self, shell: &Shell) -> bool {
        self.deadline.is_some_and(|deadline| deadline < shell.now)
    }

    /// What only chosen people see is not passed on.
    fn may_pass(&self) -> bool {
        !self.reasons.iter().any(|because| matches!(because, Because::Chosen { .. }))
    }

    fn icon(&self) -> &'static str {
        match self.what {
            IS_TAKEN | IS_REOPENED => "heart",
            IS_DEAL | IS_DISPUTED => "money",
            _ => "intro",
        }
    }

    /// What waits for one's word, and where it is said.
    fn wish(&self, shell: &Shell) -> String {
        let word = match self.what {
            IS_TAKEN => "requests-today-taken",
            IS_REOPENED => "requests-today-reopened",
            IS_DEAL => "requests-today-deal",
            IS_DISPUTED => "requests-today-disputed",
            _ => "requests-today-introduction",
        };
        shell.tt(word, "name", self.who(shell))
    }

    fn act(&self, shell: &Shell) -> String {
        shell.t(match self.what {
            IS_TAKEN | IS_REOPENED => "requests-today-answer",
            IS_DISPUTED => "requests-deal-correct",
            _ => "requests-today-look",
        })
    }

    fn path(&self) -> String {
        match self.what {
            IS_TAKEN | IS_REOPENED => format!("/requests/{}#composer", self.request),
            IS_DISPUTED => format!("/requests/helps/{}/deal", self.id),
            IS_INTRODUCTION => format!("/requests/introductions/{}", self.id),
            _ => format!("/requests/{}", self.request),
        }
    }

    /// How it goes with one's own request.
    fn course(&self, shell: &Shell) -> String {
        match self.what {
            IS_AT_DESK => shell.tt("requests-today-at-desk", "when", shell.ago(self.at)),
            IS_CLOSED => shell.tt("requests-today-closed", "name", self.who(shell)),
            IS_ASKED if !self.name.is_empty() => shell.tt("requests-today-taken-up", "name", &self.name),
            IS_ASKED if self.answers > 0 => shell.tv("requests-today-asked", self.answers),
            IS_ASKED => shell.t("requests-step-looking"),
            _ if self.answers > 0 => shell.tnt("requests-today-answers", self.answers, "when", shell.ago(self.at)),
            _ => shell.t("requests-today-late"),
        }
    }

    fn is_near(&self, shell: &Shell) -> bool {
        self.deadline.is_some_and(|deadline| deadline < shell.now + NEAR)
    }

    /// One's own requests, the most urgent first: those whose deadline is near or past, those to be closed, those that went badly,
    /// and then those that wait.
    fn urgency(&self, shell: &Shell) -> (i64, Micros) {
        let class = match self.what {
            IS_MINE | IS_ASKED | IS_AT_DESK if self.is_near(shell) => 0,
            IS_MINE => 1,
            IS_AT_DESK => 2,
            IS_CLOSED => 3,
            _ => 4,
        };
        (class, if class == 4 || class == 0 { self.deadline.unwrap_or(Micros::MAX) } else { -self.at })
    }

    /// What comes of it is the asker's to say, while it is open.
    fn closes(&self) -> bool {
        self.what == IS_MINE
    }
}

fn drawn(shell: Shell, lines: Vec<Line>, sources: &Sources) -> Result<Vec<Panel>> {
    let telling = Telling::on(&shell, Of::You);
    let (mut cards, mut mine, mut waiting, mut pledge) = (Vec::new(), Vec::new(), Vec::new(), (0, None::<i64>));
    for line in lines {
        match line.what {
            IS_INVITED => cards.push(Card { reasons: telling.sentences(sources, &line.reasons), line }),
            IS_MINE | IS_AT_DESK | IS_CLOSED | IS_ASKED => mine.push(line),
            IS_INTRODUCTION | IS_DEAL | IS_DISPUTED | IS_TAKEN | IS_REOPENED => waiting.push(line),
            IS_PLEDGE => pledge = (line.id, line.deadline),
            other => return Err(Problem::Internal(anyhow::anyhow!("Today has no rows of the kind {other}"))),
        }
    }
    // What only waits for others is shown, and asks nothing of its reader.
    let own = mine.iter().filter(|line| line.what != IS_ASKED).count();
    let (counts, shows_own) = ((cards.len(), waiting.len(), own), !mine.is_empty());
    mine.sort_by_key(|line| line.urgency(&shell));
    mine.truncate(OWN_ROWS);
    let ask = format!(
        "<a class=\"btn btn--primary\" href=\"/requests/new\">{}{}</a>",
        shell.icon("requests"),
        web::escape(&shell.t("requests-new"))
    );
    let mut panels = vec![
        Panel { place: PanelPlace::Head, order: 10, waiting: 0, html: Html::trusted(ask) },
        panel(PanelPlace::Main, 10, counts.0, &Invited { shell: &shell, cards })?,
        panel(PanelPlace::Aside, 10, 0, &Pledged { shell: &shell, helped: pledge.0, times: pledge.1 })?,
    ];
    if counts.1 > 0 {
        panels.push(panel(PanelPlace::Main, 20, counts.1, &Waiting { shell: &shell, lines: waiting })?);
    }
    if shows_own {
        panels.push(panel(PanelPlace::Main, 30, counts.2, &Mine { shell: &shell, lines: mine })?);
    }
    Ok(panels)
}

fn panel(place: PanelPlace, order: u16, waiting: usize, part: &impl Template) -> Result<Panel> {
    let html = Html::trusted(part.render().map_err(|error| Problem::Internal(error.into()))?);
    Ok(Panel { place, order, waiting, html })
}
