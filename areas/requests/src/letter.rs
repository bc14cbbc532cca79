//! What a notice says: a subject, a few lines, reasons where there are any, one link, and the way to stop letters like it.

mod ending;

use crate::answer::{self, Kind as AnswerKind};
use crate::introduction::Stage;
use crate::invitation::{self, State};
use crate::notices::News;
use crate::person::Persons;
use crate::policy::Side;
use crate::reasons::{Of, Sources, Telling};
use crate::request::Request;
use crate::stops::{self, Kind};
use crate::{deeds, policy};
use askama::Template;
use chrono_tz::Tz;
use kernel::{Letter, Locale, MemberId, Problem, Result};
use store::{Scope, args, statement};
use web::{House, Value, Words, plain};

/// Letters of a text that a notice quotes.
const QUOTED: usize = 280;

/// A language, and the zone in which months are told.
#[derive(Clone, Copy)]
pub(crate) struct Said<'w> {
    pub words: &'w Words,
    pub locale: Locale,
    pub zone: Tz,
}

impl Said<'_> {
    fn t(&self, key: &str) -> String {
        self.words.t(self.locale, key)
    }

    fn tt(&self, key: &str, values: &[(&str, &str)]) -> String {
        let values: Vec<(&str, Value)> = values.iter().map(|(name, text)| (*name, Value::from(*text))).collect();
        self.words.tv(self.locale, key, &values)
    }

    /// A name, or what stands for one that was erased.
    fn name(&self, persons: &Persons, member: MemberId) -> String {
        let held = persons.of(member).map(|person| person.name.clone()).filter(|name| !name.is_empty());
        held.unwrap_or_else(|| self.t("requests-former"))
    }

    fn title(&self, request: &Request) -> String {
        if request.title.is_empty() { self.t("requests-wordless") } else { request.title.clone() }
    }
}

/// What a notice says, in the reader's language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Draft {
    pub subject: String,
    pub lines: Vec<String>,
    /// A text by another, as it may be quoted.
    pub quote: String,
    pub because: Vec<String>,
    pub path: String,
    pub act: String,
}

/// The letter about one deed; nothing where it matters no longer.
///
/// # Errors
/// `NotFound` for what the reader may not see.
pub(crate) async fn about(scope: &mut Scope, said: &Said<'_>, news: &News) -> Result<Option<Draft>> {
    match news.deed_kind.as_str() {
        deeds::INVITED | deeds::PASSED_ON => invited(scope, said, news).await,
        deeds::ANSWERED => answered(scope, said, news).await,
        deeds::INTRODUCED | deeds::INTRODUCTION_ACCEPTED => introduced(scope, said, news).await,
        deeds::REMINDED => reminded(scope, said, news).await,
        deeds::ESCALATED if news.part == "leader" => invited(scope, said, news).await,
        deeds::ESCALATED => ending::at_desk(scope, said, news).await,
        deeds::CLOSED if news.part == "asker" => ending::closed_by_staff(scope, said, news).await,
        deeds::CLOSED => ending::helped(scope, said, news).await,
        deeds::REOPENED => ending::reopened(scope, said, news).await,
        deeds::DEAL => ending::deal(scope, said, news).await,
        deeds::DEAL_DISPUTED => ending::disputed(scope, said, news).await,
        _ => Ok(None),
    }
}

async fn invited(scope: &mut Scope, said: &Said<'_>, news: &News) -> Result<Option<Draft>> {
    let request = policy::request(scope, news.object).await?;
    let held = invitation::of_member(scope, &request, news.member).await?;
    let Some(held) = held.filter(|held| held.state == State::Waiting && request.is_open()) else { return Ok(None) };
    if invitation::is_one_too_many(scope, &request, &held).await? {
        return Ok(None);
    }
    let persons = Persons::learn(scope, [request.asker]).await?;
    let sources = Sources::learn(scope, &held.reasons).await?;
    let telling = Telling { words: said.words, locale: said.locale, zone: said.zone, now: scope.now(), of: Of::You };
    let because = telling.sentences(&sources, &held.reasons).into_iter().map(|sentence| sentence.text).collect();
    let (name, title) = (said.name(&persons, request.asker), said.title(&request));
    let for_a_reason = held.reasons.iter().any(crate::reasons::Because::stands);
    let opening = if for_a_reason { "requests-letter-invited" } else { "requests-letter-invited-wider" };
    let mut lines = vec![said.tt(opening, &[("name", &name)]), title.clone()];
    if request.is_chosen() {
        lines.push(said.t("requests-letter-chosen"));
    }
    // What only chosen people see is not passed on.
    let act = if request.is_chosen() { "requests-letter-invited-act-chosen" } else { "requests-letter-invited-act" };
    let subject = said.tt("requests-letter-invited-subject", &[("name", &name)]);
    Ok(Some(Draft { subject, lines, quote: plain(&request.details, QUOTED), because, ..to_request(said, &request, act) }))
}

async fn answered(scope: &mut Scope, said: &Said<'_>, news: &News) -> Result<Option<Draft>> {
    let request = of_answer(scope, news.object).await?;
    let answer = answer::find(scope, &request, news.object).await?;
    if answer.deleted_at.is_some() {
        return Ok(None);
    }
    let persons = Persons::learn(scope, [answer.author].into_iter().chain(answer.person)).await?;
    let (name, title) = (said.name(&persons, answer.author), said.title(&request));
    let person = answer.person.map(|person| said.name(&persons, person)).unwrap_or_default();
    let key = format!("requests-letter-answered-{}", answer.kind.code());
    let lines = vec![said.tt(&key, &[("name", &name), ("person", &person)]), title];
    let subject = said.tt("requests-letter-answered-subject", &[("name", &name)]);
    // A contact is somebody else's: it is read on the page, not in a letter that may be passed on.
    let quote = if answer.kind == AnswerKind::Contact { String::new() } else { plain(&answer.text, QUOTED) };
    let draft = Draft { subject, lines, quote, ..to_request(said, &request, "requests-letter-answered-act") };
    Ok(Some(if answer.kind == AnswerKind::Recommendation { to_introduction(scope, said, answer.id, draft).await? } else { draft }))
}

statement!(INTRODUCTION_OF = "select id from requests_introductions where community_id = $1 and answer_id = $2");

/// The letter of a recommendation is the letter of its introduction too, while the asker has not decided.
async fn to_introduction(scope: &mut Scope, said: &Said<'_>, answer: i64, mut draft: Draft) -> Result<Draft> {
    let Some(id) = scope.maybe::<i64>(&INTRODUCTION_OF, args![answer]).await? else { return Ok(draft) };
    let between = policy::between(scope, id).await?;
    let stage = between.introduction().seen_by(between.side(), between.request().is_open());
    if matches!(stage, Stage::Proposed | Stage::PersonAccepted) {
        draft.lines.push(said.t("requests-letter-answered-introduction"));
        (draft.path, draft.act) = (format!("/requests/introductions/{id}"), said.t("requests-letter-proposed-act"));
    }
    Ok(draft)
}

statement!(REQUEST_OF_ANSWER = "select request_id from requests_answers where community_id = $1 and id = $2");

async fn of_answer(scope: &mut Scope, answer: i64) -> Result<Request> {
    let id = scope.one::<i64>(&REQUEST_OF_ANSWER, args![answer]).await?;
    policy::request(scope, id).await.map(policy::Visible::into_inner)
}

/// Both hear how far it has come by what it is now: of two letters that say the same, the later one is not written.
async fn introduced(scope: &mut Scope, said: &Said<'_>, news: &News) -> Result<Option<Draft>> {
    let between = policy::between(scope, news.object).await?;
    let (held, side) = (between.introduction(), between.side());
    let stage = held.seen_by(side, between.request().is_open());
    // The asker has it with the answer in which they were recommended, if letters of answers come to them.
    let with_answer = side == Side::Asker && !stops::is_stopped(scope, news.member, Kind::Answered).await?;
    let told = match stage {
        Stage::Declined => return Ok(None),
        Stage::Met if news.amount == 2 => "met",
        Stage::Met => return Ok(None),
        _ if stage.accepted_by(side) => return Ok(None),
        Stage::Proposed if with_answer || news.deed_kind != deeds::INTRODUCED => return Ok(None),
        Stage::Proposed => "proposed",
        // The other's word has a deed, and so a letter, of its own.
        Stage::AskerAccepted | Stage::PersonAccepted if news.deed_kind == deeds::INTRODUCED => return Ok(None),
        Stage::AskerAccepted | Stage::PersonAccepted => "awaited",
    };
    let persons = Persons::learn(scope, [held.asker, held.person, held.by]).await?;
    let (name, by) = (said.name(&persons, held.of(side.other())), said.name(&persons, held.by));
    let values = [("name", name.as_str()), ("by", by.as_str())];
    let subject = said.tt(&format!("requests-letter-{told}-subject"), &values);
    let lines = vec![said.tt(&format!("requests-letter-{told}"), &values), said.title(between.request())];
    let act = said.t(&format!("requests-letter-{told}-act"));
    let path = format!("/requests/introductions/{}", held.id);
    Ok(Some(Draft { subject, lines, quote: String::new(), because: Vec::new(), path, act }))
}

async fn reminded(scope: &mut Scope, said: &Said<'_>, news: &News) -> Result<Option<Draft>> {
    let request = policy::request(scope, news.object).await?;
    let Some(reminder) = crate::course::Reminder::parse(news.amount).filter(|_| request.is_open()) else { return Ok(None) };
    let key = format!("requests-letter-reminded-{}", reminder.code());
    let title = said.title(&request);
    let subject = said.tt(&format!("{key}-subject"), &[("title", &title)]);
    let lines = vec![said.t(&key), title];
    Ok(Some(Draft { subject, lines, ..to_request(said, &request, "requests-letter-reminded-act") }))
}

/// A letter that leads to its request, to be filled in.
fn to_request(said: &Said<'_>, request: &Request, act: &str) -> Draft {
    let path = format!("/requests/{}", request.id);
    Draft { subject: String::new(), lines: Vec::new(), quote: String::new(), because: Vec::new(), path, act: said.t(act) }
}

#[derive(Template)]
#[template(path = "letter.html")]
struct LetterHtml<'a> {
    draft: &'a Draft,
    frame: &'a Frame,
}

/// What every letter has around its words.
struct Frame {
    lang: &'static str,
    link: String,
    because: String,
    stop: String,
    stop_act: String,
    footer: String,
}

/// The letter itself: to whom and under which key, and for whom of what kind.
pub(crate) async fn finish(
    scope: &mut Scope,
    house: &House,
    said: &Said<'_>,
    (to, key): (&str, String),
    (member, kind): (MemberId, Kind),
    draft: Draft,
) -> Result<Letter> {
    let known = identity::community::known(scope).await?;
    let origin = identity::address::origin_of(house, &known);
    let stop = format!("{origin}/requests/stops/{}", stops::token(scope, member, kind).await?);
    let name = &known.community.name;
    let frame = Frame {
        lang: said.locale.code(),
        link: format!("{origin}{}", draft.path),
        because: said.t("requests-letter-because"),
        stop: stop.clone(),
        stop_act: said.tt("requests-letter-stop", &[("kind", &said.t(&format!("requests-notice-{}", kind.code())))]),
        footer: said.tt("requests-letter-footer", &[("community", name)]),
    };
    Ok(Letter {
        to: to.to_owned(),
        from_name: name.clone(),
        subject: web::unbind(&draft.subject),
        text: text(&draft, &frame),
        html: LetterHtml { draft: &draft, frame: &frame }.render().map_err(|error| Problem::Internal(error.into()))?,
        key,
        stop: Some(stop),
    })
}

/// The same without markup, for programs and people that prefer it.
fn text(draft: &Draft, frame: &Frame) -> String {
    let mut parts = draft.lines.clone();
    if !draft.quote.is_empty() {
        parts.push(format!("> {}", draft.quote.replace('\n', "\n> ")));
    }
    if !draft.because.is_empty() {
        let reasons: Vec<String> = draft.because.iter().map(|reason| format!("– {reason}")).collect();
        parts.push(format!("{}:\n{}", frame.because, reasons.join("\n")));
    }
    parts.push(format!("{}:\n{}", draft.act, frame.link));
    parts.push(format!("-- \n{}\n{}:\n{}\n", frame.footer, frame.stop_act, frame.stop));
    web::unbind(&parts.join("\n\n"))
}
