//! What came of a story: how soon people were answered, what became of their requests, how the asking was shared out, and
//! how much the administrator had to do. Counted from deeds and acts, not by the code that is measured.

use super::{People, Story};
use kernel::{MICROS_PER_DAY, MICROS_PER_SECOND, Micros};
use requests::deeds;
use serde::Serialize;
use std::collections::BTreeMap;
use std::fmt;
use store::DeedRow;

const MINUTE: Micros = 60 * MICROS_PER_SECOND;
const WEEK: Micros = 7 * MICROS_PER_DAY;
/// Each round has a day, and whoever says that they will help has two.
const HANGING: Micros = (requests::course::ROUNDS + 2) * MICROS_PER_DAY;
/// Of requests older than this an outcome is expected.
const SETTLED: Micros = 10 * MICROS_PER_DAY;

#[derive(Default)]
pub(crate) struct Tally {
    /// When each person was asked, in order.
    asks: BTreeMap<usize, Vec<Micros>>,
    /// Acts of the administrator, day by day.
    acts: BTreeMap<i64, usize>,
    /// The most rows that were left for the next day.
    left_over: usize,
    /// Rows that lay on the Desk, sitting by sitting.
    laid: Vec<usize>,
    deals: usize,
    met: usize,
    helped: usize,
}

#[derive(Clone, Debug, Serialize)]
pub struct Figures {
    pub members: usize,
    pub days: i64,
    pub requests: usize,
    pub first_answer_median_minutes: Option<i64>,
    pub first_answer_p90_minutes: Option<i64>,
    /// Shares of all requests.
    pub answered: f64,
    pub answered_in_a_day: f64,
    pub with_outcome: f64,
    /// The same of those asked more than ten days before the end; nothing where there are none.
    pub with_outcome_after_ten_days: Option<f64>,
    pub solved: f64,
    pub escalated: f64,
    /// Open requests that were neither answered nor escalated when everybody whom the rounds ask had had their time.
    pub left_hanging: usize,
    /// People asked in a round.
    pub asked_a_round: i64,
    pub asks: usize,
    pub asks_a_week_mean: f64,
    /// The most asks of one person within any seven days.
    pub asks_a_week_max: usize,
    pub asks_largest_share: f64,
    pub helps: usize,
    pub introductions_met: usize,
    pub deals_confirmed: usize,
    pub desk_acts_a_day_mean: f64,
    pub desk_acts_a_day_max: usize,
    pub desk_rows_max: usize,
    /// Rows that waited for the next day, at most, since the acts of the day were done.
    pub desk_rows_left_max: usize,
    pub letters: usize,
    /// A hash over the deeds without ids.
    pub deeds: String,
}

impl Tally {
    pub fn hear(&mut self, people: &People, deed: &DeedRow) {
        match deed.kind.as_str() {
            deeds::INVITED | deeds::PASSED_ON => {
                for (_, identity) in deed.parties.iter().filter(|(part, _)| part == "invited") {
                    if let Some(person) = people.of(Some(*identity)) {
                        self.asks.entry(person).or_default().push(deed.at);
                    }
                }
            }
            deeds::CLOSED => self.helped += deed.parties.iter().filter(|(part, _)| part == "helper").count(),
            deeds::DEAL_CONFIRMED => self.deals += 1,
            deeds::INTRODUCTION_ACCEPTED => self.met += usize::from(deed.amount == 2),
            _ => {}
        }
    }

    pub fn acted(&mut self, at: Micros) {
        *self.acts.entry(at.div_euclid(MICROS_PER_DAY)).or_default() += 1;
    }

    /// Acts of the day of that moment.
    pub fn acts_on(&self, at: Micros) -> usize {
        self.acts.get(&at.div_euclid(MICROS_PER_DAY)).copied().unwrap_or_default()
    }

    /// So many rows wait for tomorrow.
    pub fn left_over(&mut self, rows: usize) {
        self.left_over = self.left_over.max(rows);
    }

    pub fn sat_down(&mut self, rows: usize) {
        self.laid.push(rows);
    }

    /// How far it has come, in a line.
    pub fn line(&self, stories: &BTreeMap<i64, Story>) -> String {
        let answered = stories.values().filter(|story| story.first_answer_at.is_some()).count();
        let closed = stories.values().filter(|story| story.outcome.is_some()).count();
        let acts: usize = self.acts.values().sum();
        format!("{} requests, {answered} answered, {closed} closed, {acts} acts at the Desk", stories.len())
    }

    pub fn figures(
        &self,
        stories: &BTreeMap<i64, Story>,
        people: &People,
        days: i64,
        now: Micros,
        (deeds, letters, asked_a_round): (u64, usize, i64),
    ) -> Figures {
        let all: Vec<&Story> = stories.values().collect();
        let mut waits: Vec<i64> = all.iter().filter_map(|story| Some((story.first_answer_at? - story.asked_at) / MINUTE)).collect();
        waits.sort_unstable();
        let share = |part: usize, of: usize| if of == 0 { 0.0 } else { rounded(part as f64 / of as f64) };
        let count = |fits: &dyn Fn(&&&Story) -> bool| all.iter().filter(fits).count();
        let old: Vec<&&Story> = all.iter().filter(|story| story.asked_at < now - SETTLED).collect();
        let asks: usize = self.asks.values().map(Vec::len).sum();
        let (most, weeks) = (self.asks.values().map(Vec::len).max().unwrap_or_default(), days.max(1) as f64 / 7.0);
        let acts: usize = self.acts.values().sum();
        Figures {
            members: people.members.len(),
            days,
            requests: all.len(),
            first_answer_median_minutes: at_part(&waits, 0.5),
            first_answer_p90_minutes: at_part(&waits, 0.9),
            answered: share(waits.len(), all.len()),
            answered_in_a_day: share(waits.iter().filter(|wait| **wait <= 1_440).count(), all.len()),
            with_outcome: share(count(&|story| story.outcome.is_some()), all.len()),
            with_outcome_after_ten_days: (!old.is_empty())
                .then(|| share(old.iter().filter(|story| story.outcome.is_some()).count(), old.len())),
            solved: share(count(&|story| story.outcome == Some(1)), all.len()),
            escalated: share(count(&|story| story.escalated), all.len()),
            left_hanging: count(&|story| story.asked_at < now - HANGING && story.hangs()),
            asked_a_round,
            asks,
            asks_a_week_mean: rounded(asks as f64 / people.members.len().max(1) as f64 / weeks),
            asks_a_week_max: self.asks.values().map(|times| most_within(times, WEEK)).max().unwrap_or_default(),
            asks_largest_share: share(most, asks),
            helps: self.helped,
            introductions_met: self.met,
            deals_confirmed: self.deals,
            desk_acts_a_day_mean: rounded(acts as f64 / days.max(1) as f64),
            desk_acts_a_day_max: self.acts.values().copied().max().unwrap_or_default(),
            desk_rows_max: self.laid.iter().copied().max().unwrap_or_default(),
            desk_rows_left_max: self.left_over,
            letters,
            deeds: format!("{deeds:016x}"),
        }
    }
}

impl Story {
    /// Nobody answered, nobody was turned to, and it is open.
    fn hangs(&self) -> bool {
        self.first_answer_at.is_none() && !self.escalated && self.outcome.is_none()
    }
}

/// The most moments within any length of time; one that began exactly so long ago is out of it. They come in their order.
fn most_within(times: &[Micros], length: Micros) -> usize {
    let (mut most, mut from) = (0, 0);
    for (place, at) in times.iter().enumerate() {
        while times[from] <= at - length {
            from += 1;
        }
        most = most.max(place + 1 - from);
    }
    most
}

fn at_part(sorted: &[i64], part: f64) -> Option<i64> {
    let place = (sorted.len() as f64 * part).ceil() as usize;
    sorted.get(place.max(1) - 1).copied()
}

fn rounded(number: f64) -> f64 {
    (number * 10_000.0).round() / 10_000.0
}

impl fmt::Display for Figures {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let hours = |minutes: Option<i64>| minutes.map_or("never".to_owned(), |minutes| format!("{:.1} h", minutes as f64 / 60.0));
        let percent = |share: f64| format!("{:.1} %", share * 100.0);
        writeln!(out, "{} members, {} days, {} requests", self.members, self.days, self.requests)?;
        let (median, p90) = (hours(self.first_answer_median_minutes), hours(self.first_answer_p90_minutes));
        writeln!(out, "time to first answer     median {median}, p90 {p90}")?;
        writeln!(out, "answered                 {}, within a day {}", percent(self.answered), percent(self.answered_in_a_day))?;
        let (all, old) = (percent(self.with_outcome), self.with_outcome_after_ten_days.map_or("–".to_owned(), percent));
        writeln!(out, "with an outcome          {all}, of those older than ten days {old}; solved {}", percent(self.solved))?;
        writeln!(out, "turned to leaders, Desk  {}; left hanging {}", percent(self.escalated), self.left_hanging)?;
        let (mean, max) = (self.asks_a_week_mean, self.asks_a_week_max);
        writeln!(
            out,
            "asks a member and week   mean {mean:.2}, max {max} in any seven days; largest share {}",
            percent(self.asks_largest_share)
        )?;
        writeln!(out, "a round                  {} people", self.asked_a_round)?;
        writeln!(
            out,
            "helps {}, met {}, deals {}, letters {}",
            self.helps, self.introductions_met, self.deals_confirmed, self.letters
        )?;
        let (mean, max) = (self.desk_acts_a_day_mean, self.desk_acts_a_day_max);
        let (rows, left) = (self.desk_rows_max, self.desk_rows_left_max);
        writeln!(
            out,
            "administrator's acts     {mean:.1} a day, at most {max}; most rows on the Desk {rows}, left for the next day {left}"
        )?;
        write!(out, "deeds                    {}", self.deeds)
    }
}

/// FNV-1a over what deeds say, people by their number in the story. Source: <http://www.isthe.com/chongo/tech/comp/fnv/>
pub(crate) struct Fingerprint(u64);

impl Default for Fingerprint {
    fn default() -> Fingerprint {
        Fingerprint(0xcbf2_9ce4_8422_2325)
    }
}

impl Fingerprint {
    pub fn value(&self) -> u64 {
        self.0
    }

    pub fn take(&mut self, deed: &DeedRow, since: Micros, people: &People) {
        let mut parties: Vec<String> =
            deed.parties.iter().map(|(part, identity)| format!("{part}:{:?}", people.of(Some(*identity)))).collect();
        parties.sort_unstable();
        let told = format!(
            "{}|{}|{:?}|{}|{}|{}\n",
            deed.kind,
            deed.at - since,
            people.of(deed.actor),
            deed.object_kind,
            deed.amount,
            parties.join(",")
        );
        for byte in told.bytes() {
            self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_most_within_a_week_is_counted_and_not_scaled() {
        let days = |days: &[i64]| days.iter().map(|day| day * MICROS_PER_DAY).collect::<Vec<_>>();
        assert_eq!(most_within(&days(&[0, 1, 6, 7, 8, 30]), WEEK), 3, "the seventh day after is another week");
        assert_eq!(most_within(&days(&[3, 3, 3]), WEEK), 3, "in a story of a few days nothing is multiplied");
        assert_eq!(most_within(&[], WEEK), 0);
    }
}
