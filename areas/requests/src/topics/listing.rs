//! The requests behind a figure, page by page: what a figure counts is what its list shows.

use super::Window;
use super::counting::{ASKED, Counted, Fact};
use kernel::{AudienceId, IdentityId, MemberId, Micros, Result};
use std::collections::HashMap;
use store::{Scope, args, statement};

/// Requests on one page.
pub const PAGE: usize = 30;

/// Which of a topic's requests are shown. The codes stand in addresses.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Narrowing {
    #[default]
    All,
    Lately,
    Earlier,
    /// Answered at all, of the last ninety days.
    Answered,
    InTime,
    Late,
    Found,
    By(MemberId),
    Helped(MemberId),
}

impl Narrowing {
    pub fn parse(of: &str, who: Option<i64>) -> Narrowing {
        match (of, who) {
            ("helped", Some(member)) => Narrowing::Helped(MemberId(member)),
            (_, Some(member)) => Narrowing::By(MemberId(member)),
            ("lately", _) => Narrowing::Lately,
            ("earlier", _) => Narrowing::Earlier,
            ("answered", _) => Narrowing::Answered,
            ("in-time", _) => Narrowing::InTime,
            ("late", _) => Narrowing::Late,
            ("found", _) => Narrowing::Found,
            _ => Narrowing::All,
        }
    }

    pub fn shows(self, fact: &Fact, window: Window) -> bool {
        let lately = window.is_late(fact.at);
        match self {
            Narrowing::All => true,
            Narrowing::Lately => lately,
            Narrowing::Earlier => !lately,
            Narrowing::Answered => lately && fact.wait.is_some(),
            Narrowing::InTime => lately && fact.in_time(),
            Narrowing::Late => lately && fact.late(window.now),
            Narrowing::Found => fact.is_found(),
            Narrowing::By(member) => fact.by.contains(&member),
            Narrowing::Helped(member) => fact.helped.contains(&member),
        }
    }
}

/// A request behind a figure, as it stands now.
#[derive(Clone, Debug)]
pub struct Listed {
    pub fact: Fact,
    /// Where it is read; nothing where it is there no more.
    pub path: Option<String>,
    /// Empty where its words were taken away.
    pub said: String,
}

statement!(
    TITLES =
        "select id, title from requests_requests where community_id = $1 and id {any $2} and audience_id = $3 and state <> 'draft'"
);

/// Those of a topic's requests after a place, at most one more than a page, and how many there are in all. Two statements.
pub async fn listed(
    scope: &mut Scope,
    topic: &Counted,
    window: Window,
    narrowing: Narrowing,
    before: Option<(Micros, (i64, i64))>,
) -> Result<(Vec<Listed>, usize)> {
    let shown: Vec<&Fact> = topic.evidence.iter().filter(|fact| narrowing.shows(fact, window)).collect();
    let after = |fact: &&&Fact| before.is_none_or(|before| (fact.at, fact.id) < before);
    let page: Vec<Fact> = shown.iter().filter(after).take(PAGE + 1).map(|fact| (*fact).clone()).collect();
    let ids = |source: i64| -> Vec<i64> { page.iter().filter(|fact| fact.id.0 == source).map(|fact| fact.id.1).collect() };
    let titles = scope.all::<(i64, String)>(&TITLES, args![ids(ASKED), AudienceId::EVERYONE]).await?;
    let titles: HashMap<i64, String> = titles.into_iter().collect();
    let lines = talk::evidence::lines(scope, &ids(super::counting::FOUND)).await?;
    let lines: HashMap<i64, (Option<IdentityId>, String)> =
        lines.into_iter().map(|line| (line.id, (line.author, line.excerpt))).collect();
    let told = |fact: Fact| {
        let (path, said) = match fact.id {
            (ASKED, id) => (titles.get(&id).map(|_| format!("/requests/{id}")), titles.get(&id).cloned()),
            (_, id) => (lines.get(&id).map(|_| format!("/talk/messages/{id}")), lines.get(&id).map(|(_, said)| said.clone())),
        };
        Listed { fact, path, said: said.unwrap_or_default() }
    };
    Ok((page.into_iter().map(told).collect(), shown.len()))
}
