//! Everybody who may be asked, with the values of all reasons, each on the scale of these candidates.

use crate::decay::hours;
use crate::index::{Index, folded};
use crate::member::{ACTIVITY_HALF_LIVES, ASKED_HALF_LIFE, DAYS_HALF_LIFE, Member, PACE_HALF_LIFE, TALK_HALF_LIFE};
use crate::reason::{Reason, Values};
use crate::similar::Similar;

/// A request for help. The time is in microseconds of UTC.
#[derive(Clone, Copy, Debug)]
pub struct Request<'a> {
    pub at: i64,
    pub asker: i64,
    pub text: &'a str,
    pub tags: &'a [&'a str],
    /// Companies or people to whom a way is sought.
    pub wanted: &'a [&'a str],
}

/// Logarithms of counts end here: a thousandth of an answer is none.
const FLOOR: f64 = -6.907_755_278_982_137;
/// A value may stand out by so many standard deviations.
const MOST_DEVIATIONS: f64 = 8.0;
/// Seen a minute ago or two: no difference. In hours.
const SEEN_NOW: f64 = 0.02;
/// Whoever was not seen for longer was not seen at all. In hours.
const SEEN_NEVER: f64 = 10.0 * 365.0 * 24.0;
/// So many profiles nearest to a request are offers for it.
const OFFERS: usize = 500;
const FIRST_OFFERS: f64 = 3.0;

/// The candidates of one request.
pub struct Candidates {
    pub(crate) places: Vec<u32>,
    pub(crate) members: Vec<i64>,
    pub(crate) values: Vec<Values>,
    pub(crate) similar: Similar,
}

impl Candidates {
    /// All members who are `eligible`, less the asker and the retired.
    pub fn of(index: &Index, request: &Request<'_>, eligible: impl Fn(i64) -> bool) -> Candidates {
        let asker = index.place_of(request.asker);
        let may = |place: u32, member: &Member| !member.retired && Some(place) != asker && eligible(member.id);
        let places: Vec<u32> =
            (0..).zip(&index.members).filter(|(place, member)| may(*place, member)).map(|(place, _)| place).collect();
        let members = places.iter().map(|place| index.members[*place as usize].id).collect();
        let mut terms = Vec::new();
        index.lexicon.known(request.text, &mut terms);
        request.tags.iter().for_each(|tag| index.lexicon.known_tag(tag, &mut terms));
        let similar = Similar::find(index, &terms, request.at);
        let mut columns = Columns::new(index, request, &terms);
        columns.tags(request);
        let mut values: Vec<Values> = places.iter().map(|place| columns.values(*place, &similar)).collect();
        scale(&mut values);
        Candidates { places, members, values, similar }
    }

    pub fn len(&self) -> usize {
        self.members.len()
    }

    pub fn is_empty(&self) -> bool {
        self.members.is_empty()
    }

    /// Member and values of each, in no order of merit.
    pub fn iter(&self) -> impl Iterator<Item = (i64, &Values)> {
        self.members.iter().copied().zip(&self.values)
    }
}

/// What is looked up once for a request, by the member's place.
struct Columns<'a> {
    index: &'a Index,
    at: i64,
    hour: f64,
    /// Of everybody's answers, those at this hour.
    typical: f64,
    ties: Vec<f32>,
    tags: Vec<(f32, f32)>,
    offers: Vec<f32>,
    wanted: Vec<String>,
}

impl<'a> Columns<'a> {
    fn new(index: &'a Index, request: &Request<'_>, terms: &[u32]) -> Columns<'a> {
        let mut offers = vec![0.0; index.members.len()];
        let hits = index.profiles.nearest(terms, OFFERS);
        let greatest = hits.first().map_or(1.0, |hit| f64::from(hit.score));
        for hit in hits {
            if let Some(member) = index.profile_of[hit.text as usize] {
                offers[member as usize] = (FIRST_OFFERS * f64::from(hit.score) / greatest).ln_1p() as f32;
            }
        }
        let mut ties = vec![0.0; index.members.len()];
        if let Some(asker) = index.place_of(request.asker) {
            let known = &index.members[asker as usize].ties;
            known.iter().for_each(|(other, tie)| ties[*other as usize] = tie.depth(hours(request.at)) as f32);
        }
        Columns {
            index,
            at: request.at,
            hour: hours(request.at),
            typical: index.everybody.typical(request.at),
            ties,
            tags: vec![(0.0, 0.0); index.members.len()],
            offers,
            wanted: request.wanted.iter().map(|name| folded(name)).collect(),
        }
    }

    fn tags(&mut self, request: &Request<'_>) {
        let (index, tags) = (self.index, &mut self.tags);
        index.tags.read(
            request.tags,
            self.hour,
            |member| index.members[member as usize].tagged,
            |member, under| {
                let sum = &mut tags[member as usize];
                *sum = (sum.0 + under.lately as f32, sum.1 + under.taste as f32);
            },
        );
    }

    fn values(&self, place: u32, similar: &Similar) -> Values {
        let (index, member, at) = (self.index, &self.index.members[place as usize], self.hour);
        let mut values = [0.0; Reason::COUNT];
        let mut put = |reason: Reason, value: f64| values[reason as usize] = value as f32;
        put(Reason::Similar, similar.lately(place));
        put(Reason::Nearest, similar.nearest(place));
        put(Reason::Devoted, similar.devotion(place, member.weight));
        let (tags, taste) = self.tags[place as usize];
        put(Reason::Tags, f64::from(tags));
        put(Reason::TagTaste, f64::from(taste));
        put(Reason::Offers, f64::from(self.offers[place as usize]));
        put(Reason::Knows, self.known(member));
        for (reason, (count, half_life)) in [Reason::Day, Reason::Week, Reason::Month, Reason::Quarter]
            .into_iter()
            .zip(member.activity.iter().zip(ACTIVITY_HALF_LIVES))
        {
            put(reason, count.logarithm(at, half_life, FLOOR));
        }
        put(Reason::Pace, member.pace.logarithm(index.number, PACE_HALF_LIFE, FLOOR));
        put(Reason::Days, member.days.read(at, DAYS_HALF_LIFE).sqrt());
        put(Reason::Talking, member.talk.logarithm(at, TALK_HALF_LIFE, FLOOR));
        let silent = member.last_seen.map_or(SEEN_NEVER, |seen| (at - hours(seen)).clamp(0.0, SEEN_NEVER));
        put(Reason::Seen, -(silent + SEEN_NOW).ln());
        put(Reason::Hour, member.habits.hour_lift(self.typical, self.at));
        put(Reason::Ties, f64::from(self.ties[place as usize]));
        put(Reason::Load, member.asked.read(at, ASKED_HALF_LIFE).ln_1p());
        values
    }

    fn known(&self, member: &Member) -> f64 {
        let names = member.profile.as_ref().map_or(&[][..], |profile| &profile.names);
        self.wanted.iter().filter(|wanted| names.contains(wanted)).count() as f64
    }
}

/// Where all are nearly alike, small differences must not be blown up: half an hour is nothing, and neither is one answer in twenty.
fn least_spread(reason: Reason) -> f64 {
    match reason {
        Reason::Day | Reason::Week | Reason::Month | Reason::Quarter | Reason::Pace | Reason::Talking | Reason::Seen => 1.0,
        Reason::Days => 0.5,
        Reason::Hour | Reason::Devoted | Reason::Tags | Reason::TagTaste => 0.25,
        Reason::Similar | Reason::Nearest | Reason::Offers | Reason::Knows | Reason::Ties | Reason::Load => 0.1,
    }
}

/// Each value becomes its distance from the least among the candidates, in their standard deviations: so a value is never negative,
/// means the same in a large and in a small community, and ranks as the usual z-score does. Load stays as it is: all may be tired.
fn scale(values: &mut [Values]) {
    let count = values.len() as f64;
    let (mut least, mut mean, mut spread) = ([f32::INFINITY; Reason::COUNT], [0.0_f64; Reason::COUNT], [0.0_f64; Reason::COUNT]);
    // Row by row, all reasons at once: the rows of a large community do not fit into the nearest cache.
    for row in values.iter() {
        for (place, value) in row.iter().enumerate() {
            least[place] = least[place].min(*value);
            mean[place] += f64::from(*value);
        }
    }
    mean.iter_mut().for_each(|sum| *sum /= count);
    for row in values.iter() {
        for (place, value) in row.iter().enumerate() {
            let away = f64::from(*value) - mean[place];
            spread[place] += away * away;
        }
    }
    for reason in Reason::ALL {
        let place = reason as usize;
        spread[place] = (spread[place] / count).sqrt().max(least_spread(reason));
    }
    for row in values.iter_mut() {
        let load = row[Reason::Load as usize];
        for (place, value) in row.iter_mut().enumerate() {
            *value = ((f64::from(*value - least[place]) / spread[place]).min(MOST_DEVIATIONS)) as f32;
        }
        row[Reason::Load as usize] = load;
    }
}
