//! What they say to each other.

use super::{About, Answer, AnswerKind, Living, Need};
use crate::dice::Dice;
use crate::living::need::Theme;
use crate::model::Role;
use crate::template::{Voice, fitting, render};

impl Living {
    /// One of these templates, spoken by a person about a need: slots say what the asker said.
    pub(super) fn say(
        &self,
        dice: &mut Dice,
        need: &Need,
        person: usize,
        templates: &[&'static str],
        given: &[(&'static str, String)],
    ) -> String {
        let mut bindings = need.bindings.clone();
        let feminine = self.residents[person].person.feminine;
        let template = *dice.pick(templates);
        render(self.lexicon, dice, &mut Voice { feminine, bindings: &mut bindings, given }, template)
    }

    /// A person's answer, the `nth` to this need.
    pub fn answer(&self, need: &Need, person: usize, nth: usize) -> Answer {
        let mut dice = self.dice(About::Answer, need.number, person);
        let of_hundred = dice.below(100);
        let (named, told) = if need.asking.seeks_somebody() { (52, 72) } else { (12, 17) };
        let wants = &self.lexicon.wants;
        if of_hundred < named
            && let Some(expert) = self.expert(&mut dice, need, person)
        {
            let given = [("expert", self.residents[expert].person.name.clone()), ("name", self.first_name(need.asker))];
            let text = self.say(&mut dice, need, person, wants.recommends, &given);
            return Answer { kind: AnswerKind::Recommendation, text, person: Some(expert) };
        }
        let given = [("name", self.first_name(need.asker))];
        if of_hundred < told {
            let text = self.say(&mut dice, need, person, wants.contacts, &given);
            return Answer { kind: AnswerKind::Contact, text, person: None };
        }
        Answer { kind: AnswerKind::Solution, text: self.advice(&mut dice, need, person, nth), person: None }
    }

    /// The answer of somebody who cannot name a person.
    pub fn solution(&self, need: &Need, person: usize, nth: usize) -> Answer {
        let mut dice = self.dice(About::Answer, need.number, person);
        Answer { kind: AnswerKind::Solution, text: self.advice(&mut dice, need, person, nth), person: None }
    }

    fn first_name(&self, person: usize) -> String {
        self.residents[person].person.first_name.clone()
    }

    /// Somebody who could help, and reacts.
    fn expert(&self, dice: &mut Dice, need: &Need, but: usize) -> Option<usize> {
        let weights: Vec<u32> = self
            .residents
            .iter()
            .enumerate()
            .map(|(index, resident)| {
                let fits =
                    index != but && index != need.asker && resident.habits.readiness > 0 && resident.person.field == need.field;
                if fits { 1 + 3 * u32::from(resident.person.role != Role::Member) } else { 0 }
            })
            .collect();
        dice.weighed(weights.iter().copied())
    }

    fn advice(&self, dice: &mut Dice, need: &Need, person: usize, nth: usize) -> String {
        let given = [("name", self.first_name(need.asker))];
        let Theme::Asks(subject, opener) = need.theme else {
            return self.say(dice, need, person, self.lexicon.wants.offers, &given);
        };
        let answers = fitting(subject.answers, opener);
        let Some(template) = answers.get((need.number + nth) % answers.len().max(1)) else {
            return self.say(dice, need, person, self.lexicon.wants.offers, &given);
        };
        let phrases = &self.lexicon.phrases;
        let mut parts = vec![self.say(dice, need, person, &[template], &given)];
        match dice.below(100) {
            0..22 => parts.insert(0, self.say(dice, need, person, phrases.leads, &given)),
            22..44 => parts.push(self.say(dice, need, person, phrases.tails, &given)),
            _ => {}
        }
        parts.join(" ")
    }

    /// A word beside the matter.
    pub fn comment(&self, need: &Need, person: usize, advert: bool) -> String {
        let mut dice = self.dice(About::Word, need.number, 1_000 + person);
        let wants = &self.lexicon.wants;
        let given = [("name", self.first_name(need.asker))];
        self.say(&mut dice, need, person, if advert { wants.adverts } else { wants.comments }, &given)
    }

    /// What staff say when they close a request with which nobody could help.
    pub fn regret(&self, need: &Need) -> String {
        let mut dice = self.dice(About::Word, need.number, 2);
        let given = [("name", self.first_name(need.asker))];
        self.say(&mut dice, need, self.administrator(), self.lexicon.wants.regrets, &given)
    }
}
