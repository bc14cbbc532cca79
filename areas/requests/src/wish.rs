//! What somebody wants to ask, parsed at the door: from what was typed to what may be kept.

use crate::request::Kind;
use crate::tags::{self, Tag};
use crate::text;
use chrono::{Days, NaiveDate, TimeZone};
use chrono_tz::Tz;
use kernel::{FieldFault, MemberId, Micros};

/// The need in one sentence.
pub const TITLE_LETTERS: usize = 140;
/// The details, as Markdown.
pub const DETAILS_LETTERS: usize = 8_000;
pub const CITY_LETTERS: usize = 80;
/// Companies and people sought, all lines together.
pub const WANTED_LETTERS: usize = 1_000;
/// People whom one request may be meant for: each gets a letter.
pub const CHOSEN_AT_MOST: usize = 20;
/// The latest day by which help may be wanted.
pub const DAYS_AHEAD: u64 = 366;

/// A request as its asker means it, before and after it is asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wish {
    pub title: String,
    pub details: String,
    pub kind: Kind,
    pub topic: Option<i64>,
    pub tags: Vec<Tag>,
    pub city: String,
    pub wanted: String,
    /// The last moment of the day by which help is wanted.
    pub deadline_at: Option<Micros>,
    /// Only chosen people are to see it.
    pub chosen: bool,
    pub people: Vec<MemberId>,
}

impl Default for Wish {
    fn default() -> Wish {
        Wish {
            title: String::new(),
            details: String::new(),
            kind: Kind::Solution,
            topic: None,
            tags: Vec::new(),
            city: String::new(),
            wanted: String::new(),
            deadline_at: None,
            chosen: false,
            people: Vec::new(),
        }
    }
}

impl Wish {
    /// Nothing was said yet: not worth a draft.
    pub fn is_empty(&self) -> bool {
        self.title.is_empty() && self.details.is_empty() && self.wanted.is_empty()
    }
}

/// The fields of the form as they came, so that they can be shown again whatever is wrong with them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Typed {
    pub title: String,
    pub details: String,
    pub kind: String,
    pub topic: String,
    pub tags: Vec<String>,
    pub city: String,
    pub wanted: String,
    /// `2026-11-30`.
    pub deadline: String,
    /// `community` or `chosen`.
    pub sight: String,
    pub people: Vec<MemberId>,
}

impl Typed {
    /// What may be kept.
    ///
    /// # Errors
    /// The faults at their fields.
    pub fn parse(&self, zone: Tz, now: Micros) -> Result<Wish, Vec<FieldFault>> {
        let mut faults = Vec::new();
        let mut fault = |field, word| faults.push(FieldFault { field, word });
        let (title, details) = (text::line(&self.title), text::lines(&self.details));
        let (city, wanted) = (text::line(&self.city), text::lines(&self.wanted));
        for (field, word, letters, limit) in [
            ("title", "requests-fault-title-long", &title, TITLE_LETTERS),
            ("details", "requests-fault-details-long", &details, DETAILS_LETTERS),
            ("city", "requests-fault-city-long", &city, CITY_LETTERS),
            ("wanted", "requests-fault-wanted-long", &wanted, WANTED_LETTERS),
        ] {
            if letters.chars().count() > limit {
                fault(field, word);
            }
        }
        let kind = of_list(&self.kind, Kind::Solution, Kind::parse).unwrap_or_else(|| {
            fault("kind", "requests-fault-kind");
            Kind::Solution
        });
        let topic = of_list(&self.topic, None, |id| id.parse().ok().filter(|id| *id > 0).map(Some)).unwrap_or_else(|| {
            fault("topic", "requests-fault-topic");
            None
        });
        // What was meant for a few must never be shown to all by a slip.
        let chosen = of_list(&self.sight, false, sight).unwrap_or_else(|| {
            fault("people", "requests-fault-sight");
            true
        });
        let tags = tags::parse(&self.tags).unwrap_or_else(|word| {
            fault("tags", word);
            Vec::new()
        });
        let deadline_at = deadline(&self.deadline, zone, now).unwrap_or_else(|word| {
            fault("deadline", word);
            None
        });
        let people = people(&self.people).unwrap_or_else(|word| {
            fault("people", word);
            Vec::new()
        });
        let wish = Wish { title, details, kind, topic, tags, city, wanted, deadline_at, chosen, people };
        if faults.is_empty() { Ok(wish) } else { Err(faults) }
    }

    /// A kept wish as its form shows it.
    pub fn of(wish: &Wish, zone: Tz) -> Typed {
        Typed {
            title: wish.title.clone(),
            details: wish.details.clone(),
            kind: wish.kind.code().to_owned(),
            topic: wish.topic.map(|topic| topic.to_string()).unwrap_or_default(),
            tags: wish.tags.iter().map(|tag| tag.label.clone()).collect(),
            city: wish.city.clone(),
            wanted: wish.wanted.clone(),
            deadline: wish.deadline_at.map(|at| day(at, zone).to_string()).unwrap_or_default(),
            sight: if wish.chosen { "chosen" } else { "community" }.to_owned(),
            people: wish.people.clone(),
        }
    }
}

/// One of a closed list; nothing typed is the usual one, and what is not in the list is nothing.
fn of_list<T>(typed: &str, usual: T, parse: impl Fn(&str) -> Option<T>) -> Option<T> {
    if typed.is_empty() { Some(usual) } else { parse(typed) }
}

/// Whether only chosen people are to see it.
fn sight(code: &str) -> Option<bool> {
    match code {
        "community" => Some(false),
        "chosen" => Some(true),
        _ => None,
    }
}

fn people(members: &[MemberId]) -> Result<Vec<MemberId>, &'static str> {
    let mut people = members.to_vec();
    people.sort_unstable();
    people.dedup();
    if people.len() > CHOSEN_AT_MOST { Err("requests-fault-people-many") } else { Ok(people) }
}

/// The calendar day of a moment.
pub(crate) fn day(at: Micros, zone: Tz) -> NaiveDate {
    let utc = chrono::DateTime::from_timestamp_micros(at).unwrap_or_default();
    zone.from_utc_datetime(&utc.naive_utc()).date_naive()
}

fn deadline(typed: &str, zone: Tz, now: Micros) -> Result<Option<Micros>, &'static str> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Ok(None);
    }
    let wanted: NaiveDate = typed.parse().map_err(|_| "requests-fault-deadline")?;
    let today = day(now, zone);
    if wanted < today {
        return Err("requests-fault-deadline-past");
    }
    if today.checked_add_days(Days::new(DAYS_AHEAD)).is_some_and(|last| wanted > last) {
        return Err("requests-fault-deadline-far");
    }
    let next = wanted.checked_add_days(Days::new(1)).ok_or("requests-fault-deadline")?;
    Ok(Some(web::calendar::midnight(zone, next) - 1))
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono_tz::Europe::Moscow;

    /// 2026-11-22 12:00 UTC.
    const NOW: Micros = 1_795_348_800_000_000;

    fn typed(change: impl FnOnce(&mut Typed)) -> Result<Wish, Vec<FieldFault>> {
        let mut typed = Typed { title: "Ищу юриста".to_owned(), ..Typed::default() };
        change(&mut typed);
        typed.parse(Moscow, NOW)
    }

    #[test]
    fn what_is_typed_is_parsed_once_and_comes_back() {
        let wish = typed(|typed| {
            typed.title = " Ищу\n юри\u{202e}ста \u{0}\u{200b}".to_owned();
            typed.details = "**раз**\r\nд\u{202e}ва\u{0}".to_owned();
            typed.deadline = "2026-11-22".to_owned();
            typed.people = vec![MemberId(3), MemberId(2), MemberId(3)];
        })
        .expect("a wish");
        assert_eq!((wish.title.as_str(), wish.details.as_str()), ("Ищу юриста", "**раз**\nдва"));
        assert_eq!(wish.people, [MemberId(2), MemberId(3)]);
        assert_eq!(Typed::of(&wish, Moscow).deadline, "2026-11-22", "the day is the community's own");
        assert!(wish.deadline_at.is_some_and(|at| at > NOW));
    }

    #[test]
    fn each_limit_is_said_at_its_field() {
        let faults = |change: &dyn Fn(&mut Typed)| typed(|typed| change(typed)).expect_err("faults")[0].clone();
        assert_eq!(faults(&|typed| typed.title = "я".repeat(141)).field, "title");
        assert_eq!(faults(&|typed| typed.details = "я".repeat(8_001)).field, "details");
        assert_eq!(faults(&|typed| typed.city = "я".repeat(81)).field, "city");
        assert_eq!(faults(&|typed| typed.wanted = "я".repeat(1_001)).field, "wanted");
        assert_eq!(faults(&|typed| typed.people = (1..=21).map(MemberId).collect()).field, "people");
        assert_eq!(faults(&|typed| typed.kind = "zzz".to_owned()).word, "requests-fault-kind");
        assert_eq!(faults(&|typed| typed.topic = "-1".to_owned()).word, "requests-fault-topic");
        assert_eq!(faults(&|typed| typed.sight = "Chosen".to_owned()).word, "requests-fault-sight");
        for (day, word) in [
            ("вчера", "requests-fault-deadline"),
            ("2026-11-21", "requests-fault-deadline-past"),
            ("2027-11-24", "requests-fault-deadline-far"),
        ] {
            assert_eq!(faults(&|typed| typed.deadline = day.to_owned()).word, word);
        }
        assert!(typed(|typed| typed.title = "я".repeat(140)).is_ok());
    }
}
