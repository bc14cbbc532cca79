//! `/requests/ID/closure`: what came of it, who helped, in what words they are thanked, and what was agreed.

use super::request_lines::Named;
use crate::closure::{self, Closing, Helper};
use crate::money::{self, Amount};
use crate::person::{self, Person, Persons};
use crate::policy;
use crate::request::Outcome;
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use kernel::{FieldFault, MemberId, Problem};
use std::collections::BTreeSet;
use store::Scope;
use web::{Faults, Fields, Response, Result, Shell, Visit, see_other};

#[derive(Template)]
#[template(path = "closure.html")]
struct ClosureView {
    shell: Shell,
    id: i64,
    request_title: String,
    typed: Typed,
    lines: Vec<Line>,
    other: Line,
    offered: Vec<Person>,
    chosen: bool,
    currency: String,
}

/// People whose fields are read from one form, marked or not: more than a page shows.
const READ_AT_MOST: usize = 50;

/// What was typed so far.
#[derive(Default)]
struct Typed {
    outcome: String,
    note: String,
    helpers: Vec<Said>,
    /// Somebody who did not answer here, by name.
    name: String,
    other: Option<MemberId>,
    faults: Faults,
}

/// What was typed of one helper.
#[derive(Clone, Default)]
struct Said {
    member: Option<MemberId>,
    /// Marked as one who helped. Words without the mark are a mistake to mend, and are never thrown away.
    marked: bool,
    thanks: String,
    shown: bool,
    amount: String,
    mark_fault: Option<&'static str>,
    thanks_fault: Option<&'static str>,
    amount_fault: Option<&'static str>,
}

/// A helper in the form.
struct Line {
    /// The end of the names of its fields: a number, or `other`.
    key: String,
    person: Option<Named>,
    said: Said,
}

impl ClosureView {
    fn picked(&self, person: &Person) -> bool {
        self.typed.other == Some(person.id)
    }
}

impl Line {
    fn open(&self) -> bool {
        self.said.marked || self.said.holds_words()
    }
}

pub async fn show(visit: Visit, Path(id): Path<String>) -> Result<Response> {
    let id = super::id(&id)?;
    // Whoever withdraws it has said already what came of it.
    let typed = Typed { outcome: super::query(&visit).text("outcome"), ..Typed::default() };
    match view(&visit, id, typed, Vec::new()).await? {
        Some(view) => visit.render(&view),
        None => Ok(see_other(format!("/requests/{id}#outcome"))),
    }
}

pub async fn close(visit: Visit, Path(id): Path<String>, fields: Fields) -> Result<Response> {
    let id = super::id(&id)?;
    let mut typed = Typed::of(&fields);
    let mut offered = Vec::new();
    let status = match try_close(&visit, id, &mut typed, &mut offered).await {
        Ok(()) => {
            visit.flash("requests-closure-notice");
            return Ok(see_other(format!("/requests/{id}#outcome")));
        }
        Err(Problem::Invalid(faults)) => {
            typed.faults.0.extend(faults);
            StatusCode::UNPROCESSABLE_ENTITY
        }
        Err(problem) => return Err(problem.into()),
    };
    match view(&visit, id, typed, offered).await? {
        Some(view) => visit.render_with(status, &view),
        None => Ok(see_other(format!("/requests/{id}#outcome"))),
    }
}

async fn try_close(visit: &Visit, id: i64, typed: &mut Typed, offered: &mut Vec<Person>) -> Result<(), Problem> {
    let currency = visit.community()?.currency.clone();
    let mut scope = visit.write().await?;
    let own = policy::own(&mut scope, id).await?;
    let outcome = Outcome::parse(&typed.outcome).ok_or(Problem::field("outcome", "requests-closure-fault-outcome"))?;
    if outcome != Outcome::Solved && typed.helpers.iter().any(Said::holds_words) {
        return Err(Problem::field("outcome", "requests-closure-fault-words"));
    }
    let helpers = if outcome == Outcome::Solved { helpers(&mut scope, typed, offered, &currency).await? } else { Vec::new() };
    let closing = Closing { outcome, note: typed.note.clone(), helpers };
    closure::close(&mut scope, own, closing, "web").await?;
    scope.commit().await
}

/// Everybody who is marked or named, once every field of theirs can be read.
async fn helpers(scope: &mut Scope, typed: &mut Typed, offered: &mut Vec<Person>, currency: &str) -> Result<Vec<Helper>, Problem> {
    let mut faults = Vec::new();
    if !typed.name.is_empty() {
        *offered = person::named(scope, &typed.name).await?;
        // Who was picked for one name is not meant by another that was typed since.
        typed.other = typed.other.filter(|picked| offered.iter().any(|one| one.id == *picked));
        typed.other = typed.other.or_else(|| person::the_one(offered, &typed.name));
        if typed.other.is_none() {
            let word = if offered.is_empty() { "requests-answer-fault-name" } else { "requests-answer-fault-which" };
            faults.push(FieldFault { field: "other", word });
        }
    }
    match typed.helpers(currency) {
        Some(helpers) if faults.is_empty() => return Ok(helpers),
        Some(_) => {}
        None => faults.push(FieldFault { field: "helpers", word: "requests-closure-fault-helpers" }),
    }
    Err(Problem::Invalid(faults))
}

/// Nothing if the request is not open.
async fn view(visit: &Visit, id: i64, typed: Typed, offered: Vec<Person>) -> Result<Option<ClosureView>> {
    let mut scope = visit.read().await?;
    let own = policy::own(&mut scope, id).await?;
    if !own.is_open() {
        return Ok(None);
    }
    let mut members = closure::candidates(&mut scope, &own).await?;
    members
        .extend(typed.helpers.iter().filter_map(|said| said.member).filter(|member| !members.contains(member)).collect::<Vec<_>>());
    let persons = Persons::learn(&mut scope, members.iter().copied()).await?;
    drop(scope);
    members.retain(|member| persons.is_active(*member));
    let shell = visit.shell(visit.t("requests-closure-title"));
    let line = |member: &MemberId| {
        let said = typed.helpers.iter().find(|said| said.member == Some(*member)).cloned();
        Line {
            key: member.to_string(),
            person: Some(Named::of(&shell, &persons, *member)),
            said: said.unwrap_or_else(Said::untouched),
        }
    };
    let other = typed.helpers.iter().find(|said| said.member.is_none()).cloned().unwrap_or_else(Said::untouched);
    Ok(Some(ClosureView {
        id,
        request_title: if own.title.is_empty() { shell.t("requests-wordless") } else { own.title.clone() },
        lines: members.iter().map(line).collect(),
        other: Line { key: "other".to_owned(), person: None, said: other },
        chosen: own.is_chosen(),
        currency: money::sign(&visit.community()?.currency).to_owned(),
        offered,
        typed,
        shell,
    }))
}

impl Said {
    /// Nothing typed; thanks are meant to be shown unless the asker says otherwise.
    fn untouched() -> Said {
        Said { shown: true, ..Said::default() }
    }

    fn of(fields: &Fields, member: Option<MemberId>, marked: bool) -> Said {
        let key = member.map_or_else(|| "other".to_owned(), |member| member.to_string());
        Said {
            member,
            marked,
            thanks: fields.text(&format!("thanks-{key}")),
            shown: fields.get(&format!("shown-{key}")) == "1",
            amount: fields.text(&format!("amount-{key}")),
            ..Said::default()
        }
    }

    fn holds_words(&self) -> bool {
        !self.thanks.is_empty() || !self.amount.is_empty()
    }

    /// The deal, if any, once the fields can be read; else the faults stand at them.
    fn read(&mut self, currency: &str) -> Option<Option<Amount>> {
        self.mark_fault = (!self.marked).then_some("requests-closure-fault-unmarked");
        if self.thanks.chars().count() > closure::THANKS_LETTERS {
            self.thanks_fault = Some("requests-closure-fault-thanks");
        }
        let amount = (!self.amount.is_empty()).then(|| Amount::parse(&self.amount, currency)).transpose();
        self.amount_fault = amount.as_ref().err().copied();
        amount.ok().filter(|_| self.thanks_fault.is_none() && self.mark_fault.is_none())
    }
}

impl Typed {
    fn of(fields: &Fields) -> Typed {
        let number = |id: &str| id.parse().ok().map(MemberId);
        let marked: BTreeSet<MemberId> = fields.all("helper").filter_map(number).collect();
        let worded = fields
            .iter()
            .filter(|(_, value)| !value.trim().is_empty())
            .filter_map(|(name, _)| name.strip_prefix("thanks-").or_else(|| name.strip_prefix("amount-")).and_then(number));
        let named: BTreeSet<MemberId> = marked.iter().copied().chain(worded).collect();
        let of = |member: MemberId| Said::of(fields, Some(member), marked.contains(&member));
        let mut helpers: Vec<Said> = named.into_iter().take(READ_AT_MOST).map(of).collect();
        let name = fields.text("other");
        let other = Said::of(fields, None, !name.is_empty());
        if other.marked || other.holds_words() {
            helpers.push(other);
        }
        let other = fields.number("person").map(MemberId);
        Typed { outcome: fields.text("outcome"), note: fields.text("note"), helpers, name, other, faults: Faults::none() }
    }

    /// Nothing if a field of theirs cannot be read.
    fn helpers(&mut self, currency: &str) -> Option<Vec<Helper>> {
        let other = self.other;
        let read = self.helpers.iter_mut().map(|said| {
            let deal = said.read(currency)?;
            let helper = |member| Helper { member, thanks: said.thanks.clone(), shown: said.shown, deal };
            Some(said.member.or(other).map(helper))
        });
        // Every one is read before any is judged, so that all faults are told at once.
        let read: Vec<Option<Option<Helper>>> = read.collect();
        read.into_iter().collect::<Option<Vec<_>>>().map(|helpers| helpers.into_iter().flatten().collect())
    }
}
