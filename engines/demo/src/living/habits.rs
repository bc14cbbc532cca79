//! How somebody behaves: how much they let themselves be asked, when they are awake, how fast they answer.

use super::{About, DAY, HOUR, MINUTE, SECOND};
use crate::dice::Dice;
use crate::lexicon::Lexicon;
use crate::model::{Person, Role};

/// How soon somebody looks at what came for them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pace {
    /// Within the hour or two.
    Quick,
    /// Once or twice a day.
    Daily,
    /// In a day or three.
    Slow,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Habits {
    /// Invitations a week that they allow; none for those who said nothing.
    pub per_week: Option<i64>,
    /// From this hour until before that one nothing should disturb them.
    pub quiet: Option<(i64, i64)>,
    /// Days of the story on which they are away: from, and until before.
    pub holiday: Option<(i64, i64)>,
    /// How often they promised to help this year.
    pub pledge: Option<i64>,
    pub pace: Pace,
    /// Of a hundred invitations they know something about, how many they answer; 0 for those who never react.
    pub readiness: usize,
    /// How often they ask, against the others.
    pub asks: u32,
    /// Whether they close only when they are reminded.
    pub forgetful: bool,
    /// Whether they look through what others ask, unasked.
    pub browses: bool,
    offset_hours: i64,
    wakes: i64,
    sleeps: i64,
    rests: bool,
}

pub(super) fn of(lexicon: &Lexicon, seed: u64, number: usize, person: &Person, days: i64) -> Habits {
    let mut dice = Dice::of(seed, &[About::Person as u64, 1, number as u64]);
    let serves = person.role != Role::Member;
    let wakes = dice.between(6, 10);
    let never_reacts = !serves && dice.percent(12);
    let usually = 40 + dice.below(46);
    Habits {
        per_week: per_week(&mut dice, serves),
        quiet: dice.percent(30).then(|| (dice.between(21, 23), dice.between(7, 9))),
        // Whom visitors of the demo look over the shoulder is there: what they read of themselves would not fit otherwise.
        holiday: dice
            .percent(if serves { 5 } else { 14 })
            .then(|| holiday(&mut dice, days))
            .filter(|_| number >= lexicon.known.len()),
        pledge: dice.percent(45).then(|| *dice.pick(&[1, 3, 3, 3, 3, 5, 5, 10])),
        pace: *dice.pick(&[Pace::Quick, Pace::Quick, Pace::Quick, Pace::Daily, Pace::Daily, Pace::Daily, Pace::Daily, Pace::Slow]),
        readiness: if never_reacts { 0 } else { usually },
        asks: if dice.percent(30) { 0 } else { 12 / (1 + dice.below(8) as u32) },
        forgetful: dice.percent(16),
        browses: !never_reacts && dice.percent(35),
        offset_hours: offset(person).unwrap_or(lexicon.offset_hours),
        wakes,
        sleeps: wakes + dice.between(14, 17),
        rests: dice.percent(45),
    }
}

/// Most say nothing; those who help much allow more.
fn per_week(dice: &mut Dice, serves: bool) -> Option<i64> {
    if serves {
        return Some(dice.between(12, 20));
    }
    match dice.below(100) {
        0..3 => Some(0),
        3..9 => Some(1),
        9..17 => Some(2),
        17..55 => None,
        55..80 => Some(5),
        80..94 => Some(10),
        _ => Some(20),
    }
}

fn holiday(dice: &mut Dice, days: i64) -> (i64, i64) {
    let from = dice.between(-4, days.max(1) - 1);
    (from, from + dice.between(3, 14))
}

/// Hours from UTC of the zones in which people live. Summer time is left out: nobody notices an hour.
fn offset(person: &Person) -> Option<i64> {
    let zone = person.points.iter().find(|(key, _)| *key == "time_zone").map(|(_, zone)| zone.as_str())?;
    Some(match zone {
        "Europe/London" | "Europe/Dublin" => 0,
        "Europe/Kaliningrad" => 2,
        "Europe/Moscow" => 3,
        "Europe/Samara" => 4,
        "Asia/Yekaterinburg" => 5,
        "Asia/Novosibirsk" | "Asia/Tomsk" => 7,
        "Asia/Vladivostok" => 10,
        _ => return None,
    })
}

impl Habits {
    /// When they come round to something that reached them.
    pub(crate) fn comes_round(&self, dice: &mut Dice, reached: i64) -> i64 {
        let minutes = match self.pace {
            Pace::Quick => dice.between(3, 110),
            Pace::Daily => dice.between(40, 900),
            Pace::Slow => dice.between(600, 3_600),
        };
        let seconds = dice.between(0, 59);
        let at = self.awake(dice, reached + minutes * MINUTE + seconds * SECOND);
        let weekend = self.rests && self.weekday(at) >= 5 && dice.percent(70);
        if weekend { self.morning(dice, at, 7 - self.weekday(at)) } else { at }
    }

    /// This moment if they are awake then, or some time in the next morning.
    pub(crate) fn awake(&self, dice: &mut Dice, at: i64) -> i64 {
        let hour = self.hour(at);
        let awake = (self.wakes..self.sleeps).contains(&hour) || (self.wakes..self.sleeps).contains(&(hour + 24));
        if awake { at } else { self.morning(dice, at, i64::from(hour >= self.wakes)) }
    }

    /// A morning so many days later by their own clock.
    fn morning(&self, dice: &mut Dice, at: i64, days: i64) -> i64 {
        let midnight = at - (at + self.offset_hours * HOUR).rem_euclid(DAY);
        midnight + days * DAY + self.wakes * HOUR + dice.between(5, 150) * MINUTE + dice.between(0, 59) * SECOND
    }

    pub(crate) fn hour(&self, at: i64) -> i64 {
        (at + self.offset_hours * HOUR).rem_euclid(DAY) / HOUR
    }

    /// 0 for Monday.
    fn weekday(&self, at: i64) -> i64 {
        // The first day of 1970 was a Thursday.
        ((at + self.offset_hours * HOUR).div_euclid(DAY) + 3).rem_euclid(7)
    }
}
