//! Rows of the Desk: found in one statement, told in the reader's language, each with its acts.

use super::{QUEUES, after, awake, escalated, late, length, silent, unanswered};
use crate::tending::Act;
use kernel::{Micros, Result};
use store::{FromRow, Row, Scope, args, statement};
use web::{DeskAct, DeskAsk, DeskRow, Shell, Tone};

/// What was reported is seen by all until somebody looks: it comes first.
const REPORTED: i64 = 5;
const ESCALATED: i64 = 10;
const UNANSWERED: i64 = 30;
/// Its deadline has passed.
const LATE: i64 = 40;
/// Nobody has said anything for long.
const SILENT: i64 = 50;

pub(super) struct Found {
    urgency: i64,
    at: Micros,
    id: i64,
    request: i64,
    title: String,
    asker: String,
    answers: i64,
    invited: i64,
    /// The last act from the Desk.
    tended: Option<String>,
    /// Who leads its direction, where they were not asked.
    leader: Option<String>,
    reported: Option<Reported>,
}

/// A row without its words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lying {
    /// The code of its queue.
    pub queue: &'static str,
    pub request: i64,
    /// The last act about it from the Desk.
    pub tended: Option<Act>,
    pub report: Option<LyingReport>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LyingReport {
    pub id: i64,
    pub answer: Option<i64>,
    /// What is reported is a comment, which can be folded.
    pub comment: bool,
}

struct Reported {
    by: String,
    answer: Option<i64>,
    kind: String,
    author: String,
    reason: String,
    note: String,
    /// The reported words, as far as staff may see them.
    words: String,
    chosen: bool,
}

/// Letters of the reported words that a row quotes; of what staff see nowhere else, all that the reporter showed.
const QUOTED: usize = 200;

impl FromRow for Found {
    fn from_row(row: &mut Row) -> anyhow::Result<Found> {
        let mut found = Found {
            urgency: row.next()?,
            at: row.next()?,
            id: row.next()?,
            request: row.next()?,
            title: row.next()?,
            asker: row.next()?,
            answers: row.next()?,
            invited: row.next()?,
            tended: row.next()?,
            leader: row.next()?,
            reported: None,
        };
        let reported = Reported {
            by: row.next()?,
            answer: row.next()?,
            kind: row.next()?,
            author: row.next()?,
            reason: row.next()?,
            note: row.next()?,
            words: row.next()?,
            chosen: row.next::<i64>()? != 0,
        };
        found.reported = (found.urgency == REPORTED).then_some(reported);
        Ok(found)
    }
}

/// Columns of a request on the Desk, after its urgency and its moment.
macro_rules! request {
    () => {
        "r.id as id, r.id as request_id, r.title, coalesce(m.name, '') as asker, r.answers, \
         (select count(*) from requests_invitations i where i.community_id = r.community_id and i.request_id = r.id \
           and (i.cause <> 'passed' or i.state in ('took', 'answered'))) as invited, \
         (select t.act from requests_tended t where t.community_id = r.community_id and t.request_id = r.id order by t.id desc limit 1) as tended, \
         (select l.name from requests_topics d join identity_persons l on l.community_id = d.community_id and l.id = d.leader_id \
           where d.community_id = r.community_id and d.id = r.topic_id and d.leader_id <> r.asker_id and not exists (select 1 from \
           requests_invitations i where i.community_id = r.community_id and i.request_id = r.id and i.member_id = d.leader_id)) as leader, \
         '' as reporter, cast(null as bigint) as answer_id, '' as kind, '' as author, '' as reason, '' as note, '' as shown, \
         cast(0 as bigint) as chosen from requests_requests r \
         left join identity_persons m on m.community_id = r.community_id and m.id = r.asker_id where "
    };
}
/// A branch of one queue: its code, its urgency, the column by which it is ordered, its condition.
macro_rules! branch {
    ($code:literal, $urgency:literal, $at:literal, $condition:expr) => {
        concat!(
            "select * from (select cast(",
            $urgency,
            " as bigint) as urgency, ",
            $at,
            " as at, ",
            request!(),
            $condition,
            " and $4 in ('', '",
            $code,
            "') and (cast(",
            $urgency,
            " as bigint), ",
            $at,
            ", r.id) > ($5, $6, $7) order by ",
            $at,
            ", r.id limit $8) ",
            $code,
            "_",
            $urgency
        )
    };
}

statement!(
    ROWS = concat!(
        branch!("escalated", "10", "r.asked_at", escalated!()),
        " union all ",
        branch!("unanswered", "30", "r.asked_at", unanswered!()),
        " union all ",
        branch!("stale", "40", "r.deadline_at", late!()),
        " union all ",
        branch!("stale", "50", "r.last_answer_at", silent!()),
        " union all select * from (select cast(5 as bigint) as urgency, p.at as at, p.id as id, p.request_id, \
         case when r.audience_id = 0 then r.title else '' end as title, coalesce(m.name, '') as asker, r.answers, cast(0 as bigint) as invited, \
         cast(null as text) as tended, cast(null as text) as leader, coalesce(b.name, '') as reporter, p.answer_id, coalesce(a.kind, '') as kind, \
         case when r.audience_id = 0 then coalesce(w.name, '') else '' end as author, p.reason, p.note, \
         case when p.shown <> '' or r.audience_id <> 0 then p.shown when a.kind = 'contact' then '' \
           when p.answer_id is null then substr(r.details, 1, 2000) else coalesce(substr(a.text, 1, 2000), '') end as shown, \
         case when r.audience_id = 0 then cast(0 as bigint) else cast(1 as bigint) end as chosen \
         from requests_reports p join requests_requests r on r.community_id = p.community_id and r.id = p.request_id \
         left join identity_persons m on m.community_id = r.community_id and m.id = r.asker_id and r.audience_id = 0 \
         left join identity_persons b on b.community_id = p.community_id and b.id = p.by_id \
         left join requests_answers a on a.community_id = p.community_id and a.id = p.answer_id \
         left join identity_persons w on w.community_id = a.community_id and w.id = a.author_id \
         where p.community_id = $1 and p.settled_at is null and $4 in ('', 'reported') and coalesce(a.author_id, r.asker_id) <> $9 \
         and (cast(5 as bigint), p.at, p.id) > ($5, $6, $7) order by p.at, p.id limit $8) reported \
         order by 1, 2, 3 limit $8"
    )
);

/// Rows after a place, in their order.
pub(super) async fn find(scope: &mut Scope, ask: &DeskAsk, (now, stale_before): (Micros, Micros)) -> Result<Vec<Found>> {
    let (urgency, at, id) = after(ask);
    let limit = i64::try_from(ask.limit).unwrap_or(i64::MAX);
    let queue = ask.queue.as_deref().unwrap_or_default();
    // Whoever is reported does not learn by whom, staff or not: others settle it.
    let own = scope.viewer().member.map_or(0, |member| member.0);
    scope.all(&ROWS, args![now, stale_before, queue, urgency, at, id, limit, own]).await
}

impl Found {
    fn queue(&self) -> (&'static str, &'static str, Tone) {
        match self.urgency {
            ESCALATED => ("escalated", "requests", Tone::Brick),
            REPORTED => ("reported", "shield", Tone::Brick),
            UNANSWERED => ("unanswered", "requests", Tone::Ochre),
            _ => ("stale", "clock", Tone::Plain),
        }
    }

    pub(super) fn bare(self) -> Lying {
        let (queue, ..) = self.queue();
        let report = self.reported.map(|reported| LyingReport {
            id: self.id,
            answer: reported.answer,
            comment: !reported.chosen && reported.kind == "comment",
        });
        Lying { queue, request: self.request, tended: self.tended.as_deref().and_then(Act::parse), report }
    }

    /// The row in the reader's language.
    pub(super) fn told(self, shell: &Shell) -> DeskRow {
        let (queue, icon, tone) = self.queue();
        let (title, note, reasons, acts) = match &self.reported {
            Some(reported) => {
                (reported.title(shell, &self), reported.note(shell, &self), reported.reasons(shell), reported.acts(shell, &self))
            }
            None => (self.title(shell), self.heading(shell), self.reasons(shell), self.acts(shell)),
        };
        let hidden = self.reported.as_ref().is_some_and(|reported| reported.chosen);
        // Of a request that staff do not see, the row opens what they were shown of it.
        let path =
            if hidden { back_to(shell, format!("/requests/reports/{}", self.id)) } else { format!("/requests/{}", self.request) };
        let name = QUEUES.iter().find(|(code, _)| *code == queue).map_or("requests-desk-stale", |(_, word)| word);
        let because = shell.tt("requests-desk-because", "queue", shell.t(name));
        DeskRow { queue, place: (self.urgency, self.at, self.id), icon, tone, title, path, note, because, reasons, acts }
    }

    fn name(&self, shell: &Shell) -> String {
        named(shell, &self.asker)
    }

    fn title(&self, shell: &Shell) -> String {
        let name = self.name(shell);
        match self.urgency {
            LATE => shell.tt("requests-desk-late-title", "name", name),
            SILENT => shell.tt("requests-desk-silent-title", "name", name),
            _ => {
                let wait = length(shell, shell.now - self.at);
                web::bind(&shell.house.words.tv(
                    shell.locale,
                    "requests-desk-waits-title",
                    &[("name", name.as_str().into()), ("wait", wait.as_str().into())],
                ))
            }
        }
    }

    /// What is asked, in the asker's words.
    fn heading(&self, shell: &Shell) -> String {
        if self.title.is_empty() { shell.t("requests-wordless") } else { self.title.clone() }
    }

    fn reasons(&self, shell: &Shell) -> Vec<String> {
        let mut reasons = Vec::new();
        match self.urgency {
            LATE => reasons.push(shell.tt("requests-desk-late", "day", shell.day(self.at))),
            SILENT => reasons.push(shell.tt("requests-desk-silent", "day", shell.day(self.at))),
            ESCALATED if self.invited == 0 => reasons.push(shell.t("requests-desk-invited-nobody")),
            _ => reasons.push(shell.tv("requests-desk-invited", self.invited)),
        }
        if matches!(self.urgency, LATE | SILENT) {
            reasons.push(shell.tv("requests-desk-answers", self.answers));
        }
        let leader = self.leader.as_ref().filter(|name| self.urgency == ESCALATED && !name.is_empty());
        reasons.extend(leader.map(|name| shell.tt("requests-desk-leader", "name", name)));
        if self.tended.as_deref() == Some(Act::Nobody.code()) {
            reasons.push(shell.t("requests-desk-nobody"));
        }
        reasons
    }

    /// What its asker is told for ever is read before it is said, on a page of its own.
    fn acts(&self, shell: &Shell) -> Vec<DeskAct> {
        let act = |act: Act| {
            if act == Act::Withdraw {
                return DeskAct::link(
                    shell.t("requests-tending-withdraw"),
                    back_to(shell, format!("/requests/{}/withdrawal", self.request)),
                );
            }
            // «Two more» are said of those who come after others.
            let first = if act == Act::Ask && self.invited == 0 { "-first" } else { "" };
            let word = shell.t(format!("requests-tending-{}{first}", act.code()));
            let path = format!("/requests/{}/tending", self.request);
            DeskAct::post(word, path, vec![("act", act.code().to_owned())])
        };
        match self.urgency {
            ESCALATED | UNANSWERED if self.tended.as_deref() == Some(Act::Nobody.code()) => {
                vec![act(Act::Withdraw), act(Act::Wait)]
            }
            ESCALATED | UNANSWERED => vec![act(Act::Ask), act(Act::Withdraw), act(Act::Wait)],
            _ => vec![act(Act::Remind), act(Act::Withdraw), act(Act::Wait)],
        }
    }
}

impl Reported {
    fn title(&self, shell: &Shell, found: &Found) -> String {
        let by = named(shell, &self.by);
        let key = match (self.chosen, self.answer) {
            (true, _) => "requests-desk-reported-chosen",
            (false, Some(_)) => "requests-desk-reported-answer",
            (false, None) => "requests-desk-reported-request",
        };
        let of = if self.answer.is_some() { named(shell, &self.author) } else { found.name(shell) };
        let values = [("by", by.as_str().into()), ("name", of.as_str().into())];
        web::bind(&shell.house.words.tv(shell.locale, key, &values))
    }

    fn note(&self, shell: &Shell, found: &Found) -> String {
        if self.chosen { shell.t("requests-desk-reported-hidden") } else { found.heading(shell) }
    }

    fn reasons(&self, shell: &Shell) -> Vec<String> {
        let mut reasons = vec![shell.t(format!("requests-report-{}", self.reason))];
        reasons.extend(Some(self.note.clone()).filter(|note| !note.is_empty()));
        reasons.extend(self.quote(shell));
        reasons
    }

    fn quote(&self, shell: &Shell) -> Option<String> {
        let whole = self.chosen || self.kind == "contact";
        let words = if whole { self.words.clone() } else { web::plain(&self.words, QUOTED) };
        (!words.is_empty()).then(|| shell.tt("requests-desk-quote", "words", words))
    }

    /// What cannot be taken back is never the first.
    fn acts(&self, shell: &Shell, found: &Found) -> Vec<DeskAct> {
        let settle = |code: &str| {
            let (word, path) =
                (shell.t(format!("requests-settlement-{code}")), format!("/requests/reports/{}/settlement", found.id));
            DeskAct::post(word, path, vec![("settlement", code.to_owned())])
        };
        match (self.chosen, self.answer, self.kind.as_str()) {
            // What nobody here has read nobody here deletes.
            (false, Some(_), "contact") if self.words.is_empty() => vec![settle("kept")],
            (false, Some(_), "contact") => vec![settle("kept"), settle("deleted")],
            (false, Some(_), "comment") => vec![settle("folded"), settle("deleted"), settle("kept")],
            (false, Some(answer), _) => {
                let look = DeskAct::link(shell.t("requests-desk-look"), format!("/requests/{}#a{answer}", found.request));
                vec![look, settle("deleted"), settle("kept")]
            }
            (false, None, _) => {
                vec![DeskAct::link(shell.t("requests-desk-look"), format!("/requests/{}", found.request)), settle("kept")]
            }
            (true, ..) => vec![settle("kept")],
        }
    }
}

/// A page that is read on the way: it knows the queue that its reader comes from.
fn back_to(shell: &Shell, path: String) -> String {
    if !shell.address.starts_with("/desk?") {
        return path;
    }
    let back = form_urlencoded::Serializer::new(String::new()).append_pair("back", &shell.address).finish();
    format!("{path}?{back}")
}

/// A name, or what stands for one who was erased.
fn named(shell: &Shell, name: &str) -> String {
    if name.is_empty() { shell.t("requests-former") } else { name.to_owned() }
}
