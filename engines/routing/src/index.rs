//! What the community has learnt: past answers, who gave them, and profiles. Kept up answer by answer.

use crate::decay::hours;
use crate::member::{ASKED_HALF_LIFE, Habits, Known, Member};
use crate::postings::Inverted;
use crate::tags::Tags;
use crate::words::Lexicon;
use std::collections::HashMap;

/// An answer as the index learns it. Times are in microseconds of UTC.
#[derive(Clone, Copy, Debug)]
pub struct Answer<'a> {
    /// By which it is named among the facts.
    pub id: i64,
    pub at: i64,
    pub member: i64,
    pub asker: Option<i64>,
    pub question: &'a str,
    pub answer: &'a str,
    pub tags: &'a [&'a str],
    /// 1 for an answer; more for one that is known to have helped, less for a guess.
    pub weight: f64,
}

/// What was asked, and what was answered.
#[derive(Clone, Copy, Debug)]
pub struct Words<'a> {
    pub question: &'a str,
    pub answer: &'a str,
    pub tags: &'a [&'a str],
}

/// What a member says of themselves.
#[derive(Clone, Copy, Debug, Default)]
pub struct Profile<'a> {
    /// Offers, skills, what they like to be asked about.
    pub offers: &'a [&'a str],
    /// Employers, and the companies and people they can introduce to.
    pub knows: &'a [&'a str],
}

/// All that is known for routing in one community.
#[derive(Clone, Debug, Default)]
pub struct Index {
    pub(crate) lexicon: Lexicon,
    pub(crate) texts: Inverted,
    pub(crate) answers: Vec<Kept>,
    /// Where among them each stands that has words.
    answer_places: HashMap<i64, u32>,
    pub(crate) profiles: Inverted,
    /// Whose each profile text is; none for one that was replaced.
    pub(crate) profile_of: Vec<Option<u32>>,
    pub(crate) members: Vec<Member>,
    places: HashMap<i64, u32>,
    pub(crate) tags: Tags,
    pub(crate) everybody: Habits,
    /// Answers so far, the measure of the community's pace.
    pub(crate) number: f64,
    pub(crate) weight: f64,
    found: Vec<u32>,
}

/// What is kept of an answer beside its words; no member if it was withdrawn.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Kept {
    pub(crate) id: i64,
    pub(crate) at: i64,
    pub(crate) member: Option<u32>,
    asker: Option<u32>,
    pub(crate) weight: f32,
}

impl Index {
    pub fn new() -> Index {
        Index::default()
    }

    /// Answers learnt, and members known.
    pub fn sizes(&self) -> (usize, usize) {
        (self.answers.len(), self.places.len())
    }

    /// How many answers a member gave.
    pub fn answers_of(&self, member: i64) -> u32 {
        self.places.get(&member).map_or(0, |place| self.members[*place as usize].answers)
    }

    /// When an answer was given.
    pub fn answered_at(&self, answer: i64) -> Option<i64> {
        self.answer_places.get(&answer).map(|place| self.answers[*place as usize].at)
    }

    /// A member wrote something; an answer that is learnt need not be told again.
    pub fn see(&mut self, member: i64, at: i64) {
        let place = self.place(member);
        self.members[place as usize].see(at);
    }

    pub fn learn(&mut self, answer: &Answer<'_>) {
        let member = self.place(answer.member);
        let asker = answer.asker.filter(|asker| *asker != answer.member).map(|asker| self.place(asker));
        let at = hours(answer.at);
        self.number += 1.0;
        self.weight += answer.weight;
        let known = &mut self.members[member as usize];
        known.see(answer.at);
        known.answer(answer.at, self.number, answer.weight);
        known.tagged += answer.weight * answer.tags.len() as f64;
        self.everybody.add(answer.at);
        for tag in answer.tags {
            self.tags.learn(tag, member, at, answer.weight);
        }
        if let Some(asker) = asker {
            self.tie(member, asker, at, answer.weight);
        }
        let words = Words { question: answer.question, answer: answer.answer, tags: answer.tags };
        self.note(&words, Kept { id: answer.id, at: answer.at, member: Some(member), asker, weight: answer.weight as f32 });
    }

    fn note(&mut self, words: &Words<'_>, kept: Kept) {
        let mut found = std::mem::take(&mut self.found);
        found.clear();
        self.lexicon.learn(words.question, &mut found);
        self.lexicon.learn(words.answer, &mut found);
        for tag in words.tags {
            self.lexicon.learn_tag(tag, &mut found);
        }
        self.texts.add(&mut found);
        self.found = found;
        self.answer_places.insert(kept.id, self.answers.len() as u32);
        self.answers.push(kept);
    }

    fn tie(&mut self, member: u32, asker: u32, at: f64, weight: f64) {
        for (one, other) in [(member, asker), (asker, member)] {
            let tie = self.members[one as usize].ties.entry(other).or_default();
            tie.add(weight, at, one == member);
        }
    }

    /// An answer that is learnt already turned out to have helped, or not after all: its weight from now on. What is not known stays so.
    pub fn confirm(&mut self, answer: i64, weight: f64) {
        let Some(place) = self.answer_places.get(&answer) else { return };
        let kept = &mut self.answers[*place as usize];
        let more = weight - f64::from(kept.weight);
        kept.weight = weight as f32;
        let Some(member) = kept.member else { return };
        self.weight += more;
        self.members[member as usize].weight += more;
    }

    /// A member was asked to help: the load that is taken off their next scores.
    pub fn ask(&mut self, member: i64, at: i64) {
        let place = self.place(member);
        self.members[place as usize].asked.add(1.0, hours(at), ASKED_HALF_LIFE);
    }

    /// Replaces what a member says of themselves.
    pub fn describe(&mut self, member: i64, profile: &Profile<'_>) {
        let place = self.place(member);
        self.drop_profile(place);
        let mut terms = Vec::new();
        for offer in profile.offers {
            self.lexicon.learn(offer, &mut terms);
        }
        let text = self.profiles.add(&mut terms);
        terms.dedup();
        self.profile_of.push(Some(place));
        let names = profile.knows.iter().map(|name| folded(name)).collect();
        self.members[place as usize].profile = Some(Known { text, offers: terms, names });
    }

    fn drop_profile(&mut self, place: u32) {
        let Some(old) = self.members[place as usize].profile.take() else { return };
        self.profile_of[old.text as usize] = None;
        self.profiles.forget_one(old.text, &old.offers);
    }

    /// Keeps what is known of a member and suggests them no more, until [`Index::restore`].
    pub fn retire(&mut self, member: i64) {
        if let Some(place) = self.places.get(&member) {
            self.members[*place as usize].retired = true;
        }
    }

    pub fn restore(&mut self, member: i64) {
        if let Some(place) = self.places.get(&member) {
            self.members[*place as usize].retired = false;
        }
    }

    /// Words that were changed, or taken back (none): the old ones are forgotten for good, and no ranking finds or names them any more.
    /// That somebody answered at that time still counts for them. What is not known stays so. Reads the whole index once.
    pub fn reword(&mut self, changed: &HashMap<i64, Option<Words<'_>>>) {
        let mut gone = vec![false; self.answers.len()];
        let places: Vec<u32> = changed.keys().filter_map(|id| self.answer_places.remove(id)).collect();
        let mut old: Vec<Kept> = Vec::new();
        for place in places {
            let kept = &mut self.answers[place as usize];
            if kept.member.is_some() {
                gone[place as usize] = true;
                old.push(std::mem::replace(kept, Kept { member: None, asker: None, ..*kept }));
            }
        }
        if old.is_empty() {
            return;
        }
        self.texts.forget(&gone);
        old.sort_unstable_by_key(|kept| kept.id);
        for kept in old {
            if let Some(Some(words)) = changed.get(&kept.id) {
                self.note(words, kept);
            }
        }
    }

    /// Forgets a person for good: their answers and profile, their ties on both sides, and the words of what they asked, which stood in
    /// the answers of others. Reads the whole index once.
    pub fn erase(&mut self, member: i64) {
        let Some(place) = self.places.remove(&member) else { return };
        self.drop_profile(place);
        let concerned = |kept: &Kept| kept.member == Some(place) || kept.asker == Some(place);
        let gone: Vec<bool> = self.answers.iter().map(concerned).collect();
        self.texts.forget(&gone);
        for kept in self.answers.iter_mut().filter(|kept| concerned(kept)) {
            // The answer of another still counts for them; only its words are gone.
            kept.asker = kept.asker.filter(|asker| *asker != place);
            kept.member = kept.member.filter(|author| *author != place);
        }
        self.tags.forget(place);
        let gone = std::mem::replace(&mut self.members[place as usize], Member::gone());
        self.everybody.take_off(&gone.habits);
        self.weight -= gone.weight;
        for other in gone.ties.keys() {
            self.members[*other as usize].ties.remove(&place);
        }
    }

    /// Requests somebody was asked in, fading by half in a week.
    pub(crate) fn load(&self, place: u32, at: i64) -> f64 {
        self.members[place as usize].asked.read(hours(at), ASKED_HALF_LIFE)
    }

    pub(crate) fn place_of(&self, member: i64) -> Option<u32> {
        self.places.get(&member).copied()
    }

    fn place(&mut self, member: i64) -> u32 {
        let next = self.members.len() as u32;
        let place = *self.places.entry(member).or_insert(next);
        if place == next {
            self.members.push(Member::new(member));
        }
        place
    }
}

/// Names are compared without regard to case, to ё and е, and to the forms of their words: «в Аэрофлоте», «Аэрофлот».
pub(crate) fn folded(name: &str) -> String {
    let stems = crate::words::terms(name);
    if stems.is_empty() { name.trim().to_lowercase() } else { stems.join(" ") }
}
