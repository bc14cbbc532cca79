//! `/requests/ID`: what somebody needs, who was asked and why, what was answered, what came of it.

use super::composer::{Composer, Typed};
use super::request_lines::{AnswerLine, Frame, Named, OutcomeBlock};
use crate::answer::Kind;
use crate::closure;
use crate::correction::Part;
use crate::dossier::{self, Closing, Dossier};
use crate::invitation::{Cause, Invitation, State as Invited};
use crate::policy::{self, Visible};
use crate::reasons::{Of, Telling};
use crate::request::{Outcome, Request, Stage, State};
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use kernel::{MICROS_PER_DAY, MICROS_PER_SECOND, Micros, Problem};
use web::{Cursor, Html, Pager, Response, Result, Shell, Visit, markdown};

const MICROS_PER_MINUTE: Micros = 60 * MICROS_PER_SECOND;
/// People named in the aside; all others are counted.
const ASKED_SHOWN: usize = 12;

#[derive(Template)]
#[template(path = "request.html")]
pub(super) struct RequestView {
    shell: Shell,
    request: Request,
    asker: Named,
    own: bool,
    asked_at: Micros,
    kind_word: String,
    /// From the asking to the first answer.
    first_after: Option<String>,
    details: Html,
    wanted: Vec<String>,
    steps: Vec<Step>,
    /// The deadline is near or past.
    urgent: bool,
    answers: Vec<AnswerLine>,
    pager: Pager,
    composer: Option<Composer>,
    /// The viewer's own invitation, with the reasons.
    invited: Option<Html>,
    outcome: Option<OutcomeBlock>,
    reopens: bool,
    /// Those who took it up or answered, and how many were asked in all.
    asked: Vec<AskedLine>,
    asked_people: usize,
    /// Nobody took it up, and staff look after it.
    at_desk: bool,
    /// When its asker corrected it, and what.
    corrections: Vec<(Micros, String)>,
    dossier: Dossier,
}

pub struct Step {
    pub word: String,
    pub done: bool,
    pub current: bool,
}

/// Somebody who was asked to help.
pub struct AskedLine {
    pub person: Named,
    pub note: String,
    /// Why them: for the asker.
    pub reasons: Vec<String>,
}

pub async fn show(visit: Visit, Path(id): Path<String>) -> Result<Response> {
    let query = super::query(&visit);
    let asked = Kind::parse(query.get("as"));
    let after = Cursor::place(query.get("after"))?;
    let view = view(&visit, super::id(&id)?, after, asked, Typed::default()).await?;
    visit.render(&view)
}

/// The page again with what was typed, and what is wrong with it.
pub(super) async fn again(visit: &Visit, id: i64, kind: Kind, typed: Typed, status: StatusCode) -> Result<Response> {
    let view = view(visit, id, None, Some(kind), typed).await?;
    visit.render_with(status, &view)
}

async fn view(visit: &Visit, id: i64, after: Option<dossier::Place>, asked: Option<Kind>, typed: Typed) -> Result<RequestView> {
    let mut scope = visit.read().await?;
    let request = policy::request(&mut scope, id).await?;
    if request.state == State::Draft {
        return Err(Problem::NotFound.into());
    }
    let dossier = dossier::load(&mut scope, &request, after).await?;
    drop(scope);
    let title = if request.title.is_empty() { visit.t("requests-wordless") } else { request.title.clone() };
    Ok(shown(visit.shell(title), request, dossier, after.is_some(), asked, typed)?)
}

fn shown(
    shell: Shell,
    request: Visible<Request>,
    dossier: Dossier,
    later: bool,
    asked: Option<Kind>,
    typed: Typed,
) -> Result<RequestView, Problem> {
    let frame = Frame { shell: &shell, request: &request, dossier: &dossier, viewer: shell.viewer.member };
    let named = dossier.invitations.iter().filter_map(|held| asked_line(&frame, held)).take(ASKED_SHOWN).collect();
    let asked_at = request.asked_at.unwrap_or(request.created_at);
    let path = format!("/requests/{}", request.id);
    let next = dossier.next.map(|place| format!("{path}?after={}#answers", Cursor::encode(&place)));
    let pager =
        Pager { newer: later.then_some(path), older: next, newer_word: "requests-pager-start", older_word: "requests-pager-on" };
    let mine = dossier.invitations.iter().find(|held| request.is_open() && Some(held.member) == shell.viewer.member);
    let invited = mine.map(|held| super::invitations::block(&shell, &request, held, &dossier)).transpose()?;
    Ok(RequestView {
        invited,
        asker: frame.named(request.asker),
        own: frame.asks(),
        asked_at,
        kind_word: format!("requests-kind-{}", request.kind.code()),
        first_after: request.first_answer_at.map(|at| after(&shell, at - asked_at)),
        details: markdown(&request.details),
        wanted: request.wanted.lines().filter(|line| !line.trim().is_empty()).map(str::to_owned).collect(),
        steps: steps(&shell, &request, &dossier),
        urgent: request.is_open() && request.deadline_at.is_some_and(|at| at - shell.now < 2 * MICROS_PER_DAY),
        answers: dossier.answers.iter().map(|given| frame.answer(given)).collect(),
        composer: Composer::of(&shell, &request, asked, typed),
        outcome: frame.outcome(),
        reopens: frame.asks()
            && !request.is_open()
            && closure::reopens(&request, shell.now)
            && !dossier.closing.as_ref().is_some_and(Closing::is_agreed),
        corrections: dossier.corrections.iter().map(|(parts, at)| (*at, corrected(&shell, parts))).collect(),
        asked: named,
        asked_people: people_asked(&request, &dossier.invitations),
        at_desk: request.waits() && request.stage == Stage::Desk,
        pager,
        request: request.into_inner(),
        dossier,
        shell,
    })
}

fn after(shell: &Shell, length: Micros) -> String {
    if length < MICROS_PER_MINUTE {
        shell.t("requests-fact-at-once")
    } else {
        shell.tt("requests-fact-after", "length", shell.length(length))
    }
}

/// The parts of a request that were corrected, in words.
fn corrected(shell: &Shell, parts: &str) -> String {
    let said = parts.split(' ').filter_map(Part::parse).map(|part| shell.t(format!("requests-corrected-{}", part.code())));
    said.collect::<Vec<_>>().join(", ")
}

/// How far it has come: asked, people were asked, answers, outcome.
fn steps(shell: &Shell, request: &Request, dossier: &Dossier) -> Vec<Step> {
    let people = people_asked(request, &dossier.invitations);
    let second = match (people, dossier.sees) {
        (_, Some(sees)) => shell.tv("requests-step-chosen", sees),
        (0, None) if request.is_open() && request.stage == Stage::Routed => shell.t("requests-step-looking"),
        (0, None) => shell.t("requests-step-none"),
        (people, None) => shell.tv("requests-step-people", people),
    };
    let third = if request.answers > 0 || !request.is_open() {
        shell.tv("requests-step-answers", request.answers)
    } else {
        shell.t("requests-step-waiting")
    };
    let fourth = shell.t(match request.outcome {
        None => "requests-step-outcome",
        Some(Outcome::Solved) => "requests-closure-solved",
        Some(Outcome::Unsolved) => "requests-closure-unsolved",
        Some(Outcome::Withdrawn) => "requests-closure-withdrawn",
    });
    let now = match (request.is_open(), request.answers, people) {
        (false, ..) => 4,
        (true, answers, _) if answers > 0 => 3,
        (true, _, people) if people > 0 => 2,
        _ => 1,
    };
    let words = [shell.t("requests-step-asked"), second, third, fourth];
    let steps = words.into_iter().enumerate();
    // Nobody is looked for any more once there are answers.
    let steps = steps.filter(|(place, _)| *place != 1 || people > 0 || now == 1);
    // Of a closed one the outcome is where it stands: on a phone that is the one that is named.
    steps.map(|(place, word)| Step { word, done: place < now, current: place == now.min(3) }).collect()
}

/// Who took it up and who answered is named, and the asker knows whom they chose. Of all the others nobody is told who they are,
/// nor whether they would rather not or are still thinking.
fn asked_line(frame: &Frame<'_>, held: &Invitation) -> Option<AskedLine> {
    let shell = frame.shell;
    let word = match held.state {
        Invited::Answered => "requests-asked-answered",
        Invited::Took if frame.request.is_open() => "requests-asked-took",
        _ if frame.asks() && held.cause == Cause::Chosen => "requests-asked-chosen",
        _ => return None,
    };
    let mine = frame.viewer == Some(held.member);
    let note = if mine { shell.tt("requests-asked-you", "state", shell.t(word)) } else { shell.t(word) };
    // Whom the asker chose, they need not be told why.
    let tells = frame.asks() && frame.request.is_open() && !frame.request.is_chosen();
    let telling = Telling::on(shell, Of::Asker);
    let reasons = if tells { telling.sentences(&frame.dossier.sources, &held.reasons) } else { Vec::new() };
    Some(AskedLine { person: frame.named(held.member), note, reasons: reasons.into_iter().map(|reason| reason.text).collect() })
}

fn spoke_up(request: &Request, held: &Invitation) -> bool {
    held.state == Invited::Answered || (held.state == Invited::Took && request.is_open())
}

/// How many were asked, as the Desk counts them too. Whoever was named by another counts once they say something: else the number would tell whoever named
/// them whether they could be asked at all.
fn people_asked(request: &Request, invitations: &[Invitation]) -> usize {
    invitations.iter().filter(|held| held.cause != Cause::Passed || spoke_up(request, held)).count()
}
