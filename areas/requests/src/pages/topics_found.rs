//! `/requests/topics/found`: what members ask about again and again, which of it is worth a direction and who could lead it; each
//! figure leads to the requests it counts.

use crate::person::Persons;
use crate::policy;
use crate::topics::counting::{Fact, Helper};
use crate::topics::counts::Summary;
use crate::topics::overview::{self, Overview};
use crate::topics::worth::{self, Judged, Verdict};
use crate::topics::{self, Listed, Narrowing};
use askama::Template;
use axum::extract::Path;
use kernel::{MemberId, Micros};
use web::paging::Page;
use web::{Cursor, Fields, Pager, Rate, Response, Result, Shell, Visit, see_other};

/// People whom a row names; the others are counted, and named on the topic's own page.
const NAMED: usize = 2;
const PATH: &str = "/requests/topics/found";
/// Counting is cheap, and nobody needs it more often.
const COUNTING: Rate = Rate { burst: 4, per_minute: 2 };

/// The numbers of the rule, as the page states them.
struct Rule {
    volume: i64,
    slow_one_of: i64,
    people: usize,
    answered: i64,
    enough: usize,
    askers: usize,
}

#[derive(Template)]
#[template(path = "topics_found.html")]
struct FoundView {
    shell: Shell,
    found: Option<Overview>,
    rule: Rule,
}

#[derive(Template)]
#[template(path = "topic_found.html")]
struct OneView {
    shell: Shell,
    judged: Judged,
    summary: Summary,
    persons: Persons,
    /// What the list shows, in words.
    shown: String,
    count: usize,
    rows: Vec<Listed>,
    pager: Pager,
    narrowed: bool,
}

pub async fn list(visit: Visit) -> Result<Response> {
    let mut scope = visit.read().await?;
    let found = overview::overview(&mut scope).await?;
    drop(scope);
    let rule = Rule {
        volume: worth::volume(found.as_ref().map_or(0, |found| found.summary.lately())),
        slow_one_of: worth::SLOW_ONE_OF,
        people: worth::PEOPLE,
        answered: worth::LEADER_ANSWERED,
        enough: topics::ENOUGH,
        askers: topics::grouping::ASKERS,
    };
    visit.render(&FoundView { shell: visit.shell(visit.t("requests-topics-found-title")), found, rule })
}

/// Has the topics counted anew. The page says of which moment its figures are.
pub async fn recount(visit: Visit) -> Result<Response> {
    visit.limit("requests.topics", COUNTING)?;
    let mut scope = visit.write().await?;
    let right = policy::steward(&scope)?;
    topics::job::order(&mut scope, right).await?;
    scope.commit().await?;
    visit.flash("requests-topics-found-ordered");
    Ok(see_other(PATH))
}

pub async fn show(visit: Visit, Path(id): Path<String>) -> Result<Response> {
    let id = super::id(&id)?;
    let query = super::query(&visit);
    let (of, who) = (query.text("of"), query.number("who"));
    let narrowing = Narrowing::parse(&of, who);
    let before = Cursor::place::<(Micros, (i64, i64))>(query.get("before"))?;
    let mut scope = visit.read().await?;
    let (judged, summary, persons) = overview::one(&mut scope, id).await?;
    let (rows, count) = topics::listed(&mut scope, &judged.topic, summary.window(), narrowing, before).await?;
    drop(scope);
    let page = Page::cut(rows, topics::PAGE, |one: &Listed| (one.fact.at, one.fact.id));
    let who = who.map(|who| who.to_string()).unwrap_or_default();
    let place = |before: &str| super::address(&format!("{PATH}/{id}"), &[("of", &of), ("who", &who), ("before", before)]);
    let pager = Pager::new(before.map(|_| place("")), page.next.map(|next| place(&next)));
    let shell = visit.shell(judged.topic.label.clone());
    let shown = shown(&shell, narrowing, &persons);
    let narrowed = narrowing != Narrowing::All;
    visit.render(&OneView { shell, judged, summary, persons, shown, count, rows: page.rows, pager, narrowed })
}

/// Takes it off the Desk for a while.
pub async fn put_off(visit: Visit, Path(id): Path<String>, fields: Fields) -> Result<Response> {
    let id = super::id(&id)?;
    let mut scope = visit.write().await?;
    let right = policy::steward(&scope)?;
    overview::put_off(&mut scope, right, id).await?;
    scope.commit().await?;
    visit.flash("requests-topics-found-put-off");
    Ok(see_other(super::tending::back(&fields)))
}

fn shown(shell: &Shell, narrowing: Narrowing, persons: &Persons) -> String {
    let of = |member: MemberId| name(shell, persons, member);
    match narrowing {
        Narrowing::All => shell.t("requests-topics-found-of-all"),
        Narrowing::Lately => shell.t("requests-topics-found-of-lately"),
        Narrowing::Earlier => shell.t("requests-topics-found-of-earlier"),
        Narrowing::Answered => shell.t("requests-topics-found-of-answered"),
        Narrowing::InTime => shell.t("requests-topics-found-of-in-time"),
        Narrowing::Late => shell.t("requests-topics-found-of-late"),
        Narrowing::Found => shell.t("requests-topics-found-of-found"),
        Narrowing::By(member) => shell.tt("requests-topics-found-of-by", "name", of(member)),
        Narrowing::Helped(member) => shell.tt("requests-topics-found-of-helped", "name", of(member)),
    }
}

/// A name, or what stands for one who is here no more.
pub(super) fn name(shell: &Shell, persons: &Persons, member: MemberId) -> String {
    let name = persons.of(member).map(|person| person.name.clone()).unwrap_or_default();
    if name.is_empty() { shell.t("requests-former") } else { name }
}

/// Why somebody could lead a topic: facts.
pub(super) fn because(shell: &Shell, one: &Helper, all: i64) -> Vec<String> {
    vec![
        shell.tnt("requests-topics-found-answered-of", one.answered, "all", shell.number(all)),
        shell.tv("requests-topics-found-helped", one.helped),
    ]
}

/// Days for what lasts days.
fn length(shell: &Shell, micros: Micros) -> String {
    let days = micros / kernel::MICROS_PER_DAY;
    if days >= 3 { shell.tv("requests-days", days) } else { shell.within(micros) }
}

/// What pages say of one topic.
trait Told {
    fn in_time(&self, shell: &Shell) -> String;
    fn wait(&self, shell: &Shell) -> String;
    fn verdict(&self, shell: &Shell) -> String;
}

impl Told for Judged {
    /// Counts always, and the share of at least five.
    fn in_time(&self, shell: &Shell) -> String {
        let topic = &self.topic;
        let counts = shell.tnt("requests-topics-found-of", topic.in_time, "all", shell.number(topic.ripe));
        worth::share_in_time(topic).map_or(counts.clone(), |share| format!("{counts} · {}", shell.percent(share)))
    }

    fn wait(&self, shell: &Shell) -> String {
        worth::usual_wait(&self.topic).map_or_else(|| shell.t("requests-promise-few"), |wait| length(shell, wait))
    }

    fn verdict(&self, shell: &Shell) -> String {
        shell.t(match self.verdict {
            Verdict::Worth => "requests-topics-found-worth",
            Verdict::Covered(_) => "requests-topics-found-covered",
            Verdict::Few => "requests-topics-found-few",
            Verdict::Unripe => "requests-topics-found-unripe",
            Verdict::InTime => "requests-topics-found-in-time",
            Verdict::NobodyToAnswer => "requests-topics-found-nobody",
        })
    }
}

impl FoundView {
    fn told<'f>(&self, found: &'f Overview) -> Vec<&'f Judged> {
        found.worth().take(overview::TOLD).collect()
    }

    /// Worth a direction too, and told of in the table alone.
    fn more(&self, found: &Overview) -> usize {
        found.worth().count().saturating_sub(overview::TOLD)
    }

    fn name(&self, found: &Overview, one: &Helper) -> String {
        name(&self.shell, &found.persons, one.member)
    }

    fn because(&self, one: &Helper, judged: &Judged) -> String {
        because(&self.shell, one, judged.topic.lately + judged.topic.earlier).join(", ")
    }
}

impl OneView {
    fn covered(&self) -> bool {
        matches!(self.judged.verdict, Verdict::Covered(_))
    }

    fn name(&self, one: &Helper) -> String {
        name(&self.shell, &self.persons, one.member)
    }

    fn waited(&self, fact: &Fact) -> String {
        match fact.wait {
            Some(wait) => self.shell.tt("requests-topics-found-first-after", "wait", length(&self.shell, wait)),
            None => self.shell.t("requests-topics-found-unanswered"),
        }
    }
}
