//! Those who are asked, and those who come by themselves.

use super::{About, HOUR, Living, Need};
use crate::lexicon::Field;
use crate::model::Role;

/// What somebody who was asked does once they look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reaction {
    /// They look and say nothing.
    Ignores,
    Declines,
    /// No more of this direction.
    Mutes,
    /// They name another.
    PassesOn(usize),
    /// They say that they will, and do so at this moment, if ever.
    Takes(Option<i64>),
    Answers,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AnswerKind {
    Solution,
    Recommendation,
    Contact,
}

/// An answer, in the words of its author.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    pub kind: AnswerKind,
    pub text: String,
    /// Of a recommendation: who.
    pub person: Option<usize>,
}

impl AnswerKind {
    pub fn code(self) -> &'static str {
        match self {
            AnswerKind::Solution => "solution",
            AnswerKind::Recommendation => "recommendation",
            AnswerKind::Contact => "contact",
        }
    }
}

impl Living {
    /// When somebody who was asked looks at it; never for those who do not react.
    pub fn looks(&self, need: &Need, person: usize, asked_at: i64) -> Option<i64> {
        let habits = &self.residents[person].habits;
        let mut dice = self.dice(About::Wait, need.number, person);
        (habits.readiness > 0).then(|| habits.comes_round(&mut dice, asked_at))
    }

    /// What they do then. Whoever leads the direction, or was named by another, feels asked more.
    pub fn reacts(&self, need: &Need, person: usize, feels_asked: bool, at: i64) -> Reaction {
        let mut dice = self.dice(About::Reaction, need.number, person);
        let resident = &self.residents[person];
        let knows = resident.person.field == need.field || resident.person.role != Role::Member;
        let usual = if knows { resident.habits.readiness } else { resident.habits.readiness * 6 / 10 };
        let readiness = match need.hard {
            true => usual / 8,
            false if feels_asked => (usual + 25).min(95),
            false => usual,
        };
        if dice.percent(readiness) {
            if dice.percent(16) {
                let kept = dice.percent(85);
                return Reaction::Takes(kept.then(|| resident.habits.comes_round(&mut dice, at + 3 * HOUR)));
            }
            return Reaction::Answers;
        }
        match dice.below(100) {
            0..26 => Reaction::Declines,
            26..40 => self.somebody(&mut dice, need, person).map_or(Reaction::Declines, Reaction::PassesOn),
            // Nobody leads a direction and wants to hear no more of it.
            40..43 if self.leads(need, person) => Reaction::Declines,
            40..43 => Reaction::Mutes,
            _ => Reaction::Ignores,
        }
    }

    fn leads(&self, need: &Need, person: usize) -> bool {
        need.direction.is_some_and(|direction| self.directions()[direction].1 == Some(person))
    }

    /// Another who knows the field.
    fn somebody(&self, dice: &mut crate::dice::Dice, need: &Need, but: usize) -> Option<usize> {
        let weights: Vec<u32> = self
            .residents
            .iter()
            .enumerate()
            .map(|(index, resident)| {
                let fits = index != but && index != need.asker && resident.habits.readiness > 0;
                let knows = need.field == Field::Life || resident.person.field == need.field;
                u32::from(fits && knows)
            })
            .collect();
        dice.weighed(weights.iter().copied())
    }

    /// Who answers without having been asked, and when: those who look through the list and know the matter.
    pub fn comes_by(&self, need: &Need, asked_at: i64) -> Vec<(usize, i64)> {
        let mut dice = self.dice(About::Crowd, need.number, 0);
        let mut come: Vec<(usize, i64)> = Vec::new();
        for chance in [38, 12] {
            if need.hard || !dice.percent(chance) {
                continue;
            }
            let weights: Vec<u32> = self
                .residents
                .iter()
                .enumerate()
                .map(|(index, resident)| {
                    let looks = resident.habits.browses && resident.person.field == need.field;
                    u32::from(looks && index != need.asker && come.iter().all(|(person, _)| *person != index))
                })
                .collect();
            if let Some(person) = dice.weighed(weights.iter().copied()) {
                come.push((person, self.residents[person].habits.comes_round(&mut dice, asked_at + HOUR)));
            }
        }
        come
    }

    /// Somebody says a word beside the matter: who, when, and whether it is an advert.
    pub fn chats(&self, need: &Need, answered_at: i64) -> Option<(usize, i64, bool)> {
        let mut dice = self.dice(About::Crowd, need.number, 1);
        if !dice.percent(11) {
            return None;
        }
        let person = dice.below(self.residents.len());
        let at = self.residents[person].habits.comes_round(&mut dice, answered_at);
        (person != need.asker).then(|| (person, at, dice.percent(7)))
    }

    /// Who reports an advert, when, and in what words.
    pub fn reports(&self, need: &Need, advertiser: usize, at: i64) -> Option<(usize, i64, String)> {
        let mut dice = self.dice(About::Crowd, need.number, 2);
        let reporter = if dice.percent(50) { need.asker } else { dice.below(self.residents.len()) };
        if reporter == advertiser || dice.percent(15) {
            return None;
        }
        let at = self.residents[reporter].habits.comes_round(&mut dice, at);
        Some((reporter, at, self.complaint(need, reporter)))
    }

    /// What somebody writes to staff about an advert.
    pub fn complaint(&self, need: &Need, person: usize) -> String {
        let mut dice = self.dice(About::Word, need.number, 3_000 + person);
        self.say(&mut dice, need, person, self.lexicon.wants.reports, &[])
    }
}
