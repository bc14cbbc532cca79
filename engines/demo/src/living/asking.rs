//! Those who ask: when they do, what they make of the answers, and how they close.

use super::{About, DAY, HOUR, Living, SECOND};
use crate::calendar;
use crate::dice::Dice;

/// How lively each hour of the day is, and each day of the week from Monday: the same as in the talk.
const HOURS: [u32; 24] = calendar::HOURS;
const WEEK: [u32; 7] = [115, 125, 125, 115, 95, 50, 60];

/// Somebody will ask.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct When {
    pub at: i64,
    pub asker: usize,
}

/// What the asker makes of an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// More answers are waited for.
    Waits,
    /// It was enough: the request is closed at this moment.
    Closes(i64),
    /// It was enough, but nobody comes round to saying so.
    Forgets,
}

/// How a request is closed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Closing {
    /// `solved`, `unsolved`, `withdrawn`.
    pub outcome: &'static str,
    pub note: String,
    /// Whose help is confirmed: of those who may have helped, by their place.
    pub helpers: Vec<usize>,
    pub thanks: Vec<String>,
    /// The asker agrees that the thanks are shown.
    pub shown: bool,
    /// A deal with the first helper, in whole units of the currency.
    pub deal: Option<i64>,
    /// The asker thinks better of it at this moment.
    pub reopens_at: Option<i64>,
}

impl Living {
    /// Who asks on a day of the story, in the order of time, `a_day` being the mean of a week.
    pub fn asks_on(&self, day: i64, a_day: f64) -> Vec<When> {
        let mut dice = self.dice(About::Day, day.unsigned_abs() as usize, 0);
        let midnight = self.since + day * DAY - (self.since + self.lexicon.offset_hours * HOUR).rem_euclid(DAY);
        let weekday = ((midnight + self.lexicon.offset_hours * HOUR).div_euclid(DAY) + 3).rem_euclid(7) as usize;
        let mean = f64::from(WEEK.iter().sum::<u32>()) / WEEK.len() as f64;
        let exact = a_day * f64::from(WEEK[weekday]) / mean;
        let count = exact.floor() as usize + usize::from(dice.below(1_000) < (exact.fract() * 1_000.0) as usize);
        let mut asks: Vec<When> = (0..count).filter_map(|_| self.ask(&mut dice, day, midnight)).collect();
        asks.sort_by_key(|ask| (ask.at, ask.asker));
        asks
    }

    fn ask(&self, dice: &mut Dice, day: i64, midnight: i64) -> Option<When> {
        let here = |resident: &super::Resident| match resident.habits.holiday {
            Some((from, until)) if (from..until).contains(&day) => 0,
            _ => resident.habits.asks,
        };
        let asker = dice.weighed(self.residents.iter().map(here))?;
        let hour = dice.weighed(HOURS.iter().copied())? as i64;
        Some(When { at: midnight + hour * HOUR + dice.between(0, 3_599) * SECOND, asker })
    }

    /// What the asker thinks after so many answers, the last of which came at `at`.
    pub fn verdict(&self, need: &super::Need, answers: usize, at: i64) -> Verdict {
        let mut dice = self.dice(About::Verdict, need.number, answers);
        let enough = if need.asking.seeks_somebody() { 45 } else { 38 } + 18 * answers.min(3);
        let habits = &self.residents[need.asker].habits;
        let forgets = habits.forgetful || dice.percent(6);
        let later = match dice.percent(enough) {
            _ if forgets => return Verdict::Forgets,
            true => dice.between(2, 70) * HOUR,
            // They wait for more, and say what came of it once nothing more comes.
            false if dice.percent(70) => dice.between(60, 150) * HOUR,
            false => return Verdict::Waits,
        };
        Verdict::Closes(habits.comes_round(&mut dice, at + later))
    }

    /// When the asker reacts to a reminder, if they do: the first helps most.
    pub fn minds(&self, need: &super::Need, times: usize, at: i64) -> Option<i64> {
        let mut dice = self.dice(About::Word, need.number, 100 + times);
        dice.percent(if times == 0 { 86 } else { 60 }).then(|| self.residents[need.asker].habits.comes_round(&mut dice, at))
    }

    /// How the asker closes, at `at`, where so many may have helped; `name_of` calls them by name.
    pub fn closing(&self, need: &super::Need, candidates: usize, at: i64, name_of: impl Fn(usize) -> String) -> Closing {
        let mut dice = self.dice(About::Closing, need.number, candidates);
        let dice = &mut dice;
        let wants = &self.lexicon.wants;
        let (outcome, notes) = match dice.below(100) {
            0..86 if candidates > 0 => ("solved", wants.solved),
            86..94 => ("unsolved", wants.unsolved),
            lot if candidates == 0 && lot % 2 == 0 => ("unsolved", wants.unsolved),
            _ => ("withdrawn", wants.withdrawn),
        };
        let says_how = outcome == "unsolved" || dice.percent(60);
        let note = if says_how { self.say(dice, need, need.asker, notes, &[]) } else { String::new() };
        let reopens_at = dice.percent(1).then(|| at + dice.between(5, 60) * HOUR);
        let helpers = if outcome == "solved" { helpers(dice, candidates) } else { Vec::new() };
        let thanks = helpers.iter().map(|helper| self.thanks(dice, need, name_of(*helper))).collect();
        let paid = if need.asking.seeks_somebody() { 22 } else { 6 };
        let deal = (!helpers.is_empty() && dice.percent(paid)).then(|| self.price(dice));
        Closing { outcome, note, helpers, thanks, shown: dice.percent(82), deal, reopens_at }
    }

    fn thanks(&self, dice: &mut Dice, need: &super::Need, name: String) -> String {
        let thanks = self.say(dice, need, need.asker, self.lexicon.wants.thanks, &[("name", name)]);
        if dice.percent(78) { thanks } else { String::new() }
    }

    fn price(&self, dice: &mut Dice) -> i64 {
        let (low, high) = self.lexicon.wants.deals;
        let step = low / 2;
        low + dice.between(0, (high - low) / step) * step * dice.between(1, 3) / 3
    }

    /// The amount that the asker states once the helper said that it was another.
    pub fn corrected(&self, need: &super::Need) -> i64 {
        self.price(&mut self.dice(About::Deal, need.number, 1))
    }

    /// When somebody accepts an introduction, or says no: the moment, and whether they accept.
    pub fn meets(&self, introduction: usize, person: usize, at: i64) -> Option<(i64, bool)> {
        let mut dice = self.dice(About::Meeting, introduction, person);
        let habits = &self.residents[person].habits;
        let reacts = habits.readiness > 0 && dice.percent(88);
        let when = habits.comes_round(&mut dice, at);
        reacts.then(|| (when, dice.percent(91)))
    }

    /// When somebody who said that they will help does so after a reminder, if they do.
    pub fn keeps_word(&self, need: &super::Need, person: usize, at: i64) -> Option<i64> {
        let mut dice = self.dice(About::Word, need.number, 2_000 + person);
        dice.percent(60).then(|| self.residents[person].habits.comes_round(&mut dice, at))
    }

    /// When a helper says whether a deal is so: the moment, and whether they confirm.
    pub fn confirms(&self, deal: usize, person: usize, at: i64) -> Option<(i64, bool)> {
        let mut dice = self.dice(About::Deal, deal, person);
        let when = self.residents[person].habits.comes_round(&mut dice, at);
        dice.percent(90).then(|| (when, dice.percent(94)))
    }

    /// When a helper agrees that thanks are shown, if they do.
    pub fn shows_thanks(&self, need: &super::Need, person: usize, at: i64) -> Option<i64> {
        let mut dice = self.dice(About::Word, need.number, person);
        let when = self.residents[person].habits.comes_round(&mut dice, at);
        dice.percent(72).then_some(when)
    }

    /// What an asker of chosen people does when all are silent: the moment, and whether everybody may see it then.
    pub fn opens(&self, need: &super::Need, at: i64) -> (i64, bool) {
        let mut dice = self.dice(About::Word, need.number, 7);
        (self.residents[need.asker].habits.comes_round(&mut dice, at), dice.percent(70))
    }

    /// When the asker folds a comment that is no help, if they do.
    pub fn folds(&self, need: &super::Need, nth: usize, at: i64) -> Option<i64> {
        let mut dice = self.dice(About::Word, need.number, 40 + nth);
        dice.percent(45).then(|| self.residents[need.asker].habits.comes_round(&mut dice, at))
    }

    /// Moments of a day of the story at which the administrator sits down at the Desk: twice on working days, once else.
    pub fn desk_hours(&self, day: i64) -> Vec<i64> {
        let mut dice = self.dice(About::Session, day.unsigned_abs() as usize, 0);
        let midnight = self.since + day * DAY - (self.since + self.lexicon.offset_hours * HOUR).rem_euclid(DAY);
        let weekday = ((midnight + self.lexicon.offset_hours * HOUR).div_euclid(DAY) + 3).rem_euclid(7);
        let hours: &[i64] = if weekday < 5 { &[10, 17] } else { &[12] };
        hours.iter().map(|hour| midnight + hour * HOUR + dice.between(0, 2_400) * SECOND).collect()
    }
}

/// One of those who may have helped, sometimes two.
fn helpers(dice: &mut Dice, candidates: usize) -> Vec<usize> {
    let first = dice.below(candidates);
    let mut helpers = vec![first];
    if candidates > 1 && dice.percent(24) {
        helpers.push((first + 1) % candidates);
    }
    helpers
}
