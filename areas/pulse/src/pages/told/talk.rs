//! Whose posts are answered and how soon; how much of the conversation goes on without the team.

use super::{FEWEST, Teller, Told};
use crate::figures::response::Group;
use kernel::Micros;

/// From this share of answered conversations, nearly all are answered.
const WELL_ANSWERED: f64 = 0.8;
/// New members are answered less if their share is lower by so much, and both began enough to tell.
const NOTABLY_LESS: f64 = 0.1;
const MINUTE: Micros = 60_000_000;
/// From this share of answers between members, they hold the talk.
const OWN_TALK: f64 = 0.5;

impl Teller<'_> {
    pub fn response(&self) -> Told {
        let response = &self.figures.response;
        let all = &response.all;
        let Some(share) = all.answered_share() else { return self.unknown("response", "pulse-unknown-begun") };
        let waiting = all.begun - all.answered;
        let less = |one: &Group, other: &Group| {
            let shares = one.answered_share().zip(other.answered_share());
            one.begun.min(other.begun) >= FEWEST && shares.is_some_and(|(one, other)| other - one >= NOTABLY_LESS)
        };
        let (fresh, others) = (&response.new, &response.others);
        let says = if less(fresh, others) {
            let shares = [
                ("new", self.share(fresh.answered_share().unwrap_or_default())),
                ("others", self.share(others.answered_share().unwrap_or_default())),
            ];
            self.advise("pulse-response-new", &shares)
        } else {
            let word = match share {
                _ if waiting == 0 => "pulse-response-all",
                share if share >= WELL_ANSWERED => "pulse-response-well",
                _ => "pulse-response-few",
            };
            let numbers = [("n", waiting.into()), ("all", all.begun.into())];
            self.enough(all.begun, || self.advise(word, &numbers))
        };
        let note = match all.median_wait {
            Some(wait) if wait < MINUTE => self.t("pulse-response-note-at-once"),
            Some(wait) => self.say("pulse-response-note", &[("wait", self.shell.within(wait).into())]),
            None => String::new(),
        };
        let way = |code: &str, word: &str, n: i64| {
            self.way("/pulse/conversations", &[("answered", code)], self.say(word, &[("n", n.into())])).filter(|_| n > 0)
        };
        let told = self.told("response", self.shell.percent(share), note, says);
        told.opening(way("yes", "pulse-who-answered", all.answered)).with([
            way("no", "pulse-who-unanswered", waiting),
            way("soon", "pulse-who-soon", all.within_a_day),
            self.way("/pulse/conversations", &[], self.say("pulse-who-begun", &[("n", all.begun.into())])),
        ])
    }

    pub fn between(&self) -> Told {
        let ties = &self.figures.ties;
        if ties.interactions == 0 {
            return self.unknown("between", "pulse-unknown-answers");
        }
        let Some(share) = self.figures.members_share() else {
            return self.unknown("between", "pulse-unknown-team").with([self.to_team()]);
        };
        let word = if share >= OWN_TALK { "pulse-between-own" } else { "pulse-between-team" };
        let numbers = [("n", ties.between_members.into()), ("all", ties.interactions.into())];
        let says = self.enough(ties.interactions, || self.advise(word, &numbers));
        let pairs = self.way("/pulse/ties", &[("show", "pairs")], self.say("pulse-who-pairs", &[("n", ties.pairs.into())]));
        self.told("between", self.shell.percent(share), self.say("pulse-between-note", &numbers), says).opening(pairs)
    }

    /// Where the owner says who the team is.
    pub fn to_team(&self) -> Option<super::Link> {
        let owner = self.visit.viewer.is_owner();
        owner.then(|| super::Link { href: "/pulse/team".to_owned(), label: self.t("pulse-name-team") })
    }
}
