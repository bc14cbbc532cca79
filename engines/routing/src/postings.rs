//! The inverted index: which texts hold a term, and the texts nearest to a query by BM25 (Robertson and Zaragoza 2009).
//!
//! All scores are whole numbers, so that they do not depend on the order of adding, and the search that skips what cannot
//! win (MaxScore, Turtle and Flood 1995, in windows of texts) finds exactly what reading everything would find.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

/// BM25's saturation of repetitions and its share of length.
const SATURATION: f32 = 1.2;
const LENGTH_SHARE: f32 = 0.75;
/// A term's part in a text is kept in a byte.
const IMPACT_SCALE: f32 = 255.0 / (SATURATION + 1.0);
const WEIGHT_SCALE: f32 = 256.0;
/// So many terms of a query are looked up, the rarest first. The others change the order little and cost most.
const MOST_TERMS: usize = 24;
/// Once so many places were read for the rarest terms, the commoner ones are left out: they would cost most and tell least. Reached
/// only past some hundred thousand texts, this bounds the time of a search however large the index grows.
const MOST_PLACES: usize = 100_000;
/// A term that stands in more than this share of texts says nothing about one of them.
const EVERYWHERE: f32 = 0.12;
/// Below so many texts no term is called common.
const FEW_TEXTS: u32 = 400;
const WINDOW: u32 = 8192;
/// Looking up one text in a list costs about as much as reading so many places of it.
const LOOK_UP: usize = 32;

/// Texts with a term, by falling age, and how much the term means in each.
#[derive(Clone, Debug, Default)]
struct Posting {
    texts: Vec<u32>,
    impacts: Vec<u8>,
    greatest: u8,
}

#[derive(Clone, Debug, Default)]
pub(crate) struct Inverted {
    postings: Vec<Posting>,
    texts: u32,
    alive: u32,
    words: u64,
}

/// A text near to the query.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Hit {
    pub(crate) score: u32,
    pub(crate) text: u32,
}

struct Term<'a> {
    texts: &'a [u32],
    impacts: &'a [u8],
    weight: u32,
    /// The most this term can add to any text.
    bound: u32,
    /// Where the texts of the window stand.
    from: usize,
    to: usize,
}

impl Inverted {
    /// Adds the next text, given its terms with repetitions, and returns its number. Sorts the terms.
    pub(crate) fn add(&mut self, terms: &mut [u32]) -> u32 {
        let text = self.texts;
        self.texts += 1;
        self.alive += 1;
        self.words += terms.len() as u64;
        let average = (self.words as f32 / self.alive as f32).max(1.0);
        let norm = SATURATION * (1.0 - LENGTH_SHARE + LENGTH_SHARE * terms.len() as f32 / average);
        terms.sort_unstable();
        for same in terms.chunk_by(|one, other| one == other) {
            let place = same[0] as usize;
            if place >= self.postings.len() {
                self.postings.resize_with(place + 1, Posting::default);
            }
            let times = same.len() as f32;
            let impact = (IMPACT_SCALE * times * (SATURATION + 1.0) / (times + norm)) as u8;
            let posting = &mut self.postings[place];
            posting.texts.push(text);
            posting.impacts.push(impact.max(1));
            posting.greatest = posting.greatest.max(impact.max(1));
        }
        text
    }

    /// Forgets texts for good, of all those that are `gone`: no posting names them afterwards. Reads the whole index once.
    pub(crate) fn forget(&mut self, gone: &[bool]) {
        for posting in &mut self.postings {
            let before = posting.texts.len();
            let mut to = 0;
            for from in 0..before {
                if !gone[posting.texts[from] as usize] {
                    posting.texts[to] = posting.texts[from];
                    posting.impacts[to] = posting.impacts[from];
                    to += 1;
                }
            }
            posting.texts.truncate(to);
            posting.impacts.truncate(to);
            self.words -= ((before - to) as u64).min(self.words);
        }
        let gone = gone.iter().filter(|gone| **gone).count();
        self.alive = self.alive.saturating_sub(u32::try_from(gone).unwrap_or(u32::MAX));
    }

    /// Forgets one text of which the terms are known, without repetitions.
    pub(crate) fn forget_one(&mut self, text: u32, terms: &[u32]) {
        for term in terms {
            let Some(posting) = self.postings.get_mut(*term as usize) else { continue };
            if let Ok(place) = posting.texts.binary_search(&text) {
                posting.texts.remove(place);
                posting.impacts.remove(place);
                self.words = self.words.saturating_sub(1);
            }
        }
        self.alive = self.alive.saturating_sub(1);
    }

    /// Texts that hold a term.
    pub(crate) fn holding(&self, term: u32) -> usize {
        self.postings.get(term as usize).map_or(0, |posting| posting.texts.len())
    }

    /// What a term would weigh that stands in no text.
    pub(crate) fn rarest(&self) -> f32 {
        (1.0 + (self.alive as f32 + 0.5) / 0.5).ln()
    }

    /// What a term weighs in a query: the rarer, the more. None for one that is unknown or stands everywhere.
    pub(crate) fn weight(&self, term: u32) -> Option<f32> {
        let holding = self.postings.get(term as usize).map_or(0, |posting| posting.texts.len()) as f32;
        let all = self.alive as f32;
        let says_something = holding > 0.0 && (self.alive < FEW_TEXTS || holding <= EVERYWHERE * all);
        says_something.then(|| (1.0 + (all - holding + 0.5).max(0.0) / (holding + 0.5)).ln())
    }

    /// The `most` texts nearest to the query's terms, best first; of equals the newer goes first.
    pub(crate) fn nearest(&self, terms: &[u32], most: usize) -> Vec<Hit> {
        let mut asked = self.asked(terms);
        let mut best: BinaryHeap<Reverse<Hit>> = BinaryHeap::with_capacity(most + 1);
        let mut sums = vec![0_u32; WINDOW as usize];
        let mut start = 0;
        while start < self.texts && most > 0 {
            let least = least_of(&best, most);
            let needed = first_needed(&asked, least);
            move_to(&mut asked, start);
            asked[needed..].iter().for_each(|term| add_up(term, start, &mut sums));
            let mut left_out = &asked[..needed];
            // A text that cannot reach the least of the best, even with all that was left out, costs one comparison.
            let reach = |left_out: &[Term<'_>], least: u32| least.saturating_sub(hope(left_out)).max(1);
            let within_reach = reach(left_out, least);
            let look_ups = sums.iter().filter(|sum| **sum >= within_reach).count();
            if look_ups * LOOK_UP > left_out.iter().map(|term| term.to - term.from).sum() {
                left_out.iter().for_each(|term| add_up(term, start, &mut sums));
                left_out = &[];
            }
            let mut enough = reach(left_out, least);
            for (offset, score) in sums.iter().copied().enumerate() {
                if score >= enough && offer(&mut best, most, Hit { score, text: start + offset as u32 }, left_out) {
                    enough = reach(left_out, least_of(&best, most));
                }
            }
            sums.fill(0);
            start += WINDOW;
        }
        let mut hits: Vec<Hit> = best.into_iter().map(|hit| hit.0).collect();
        hits.sort_unstable_by(|one, other| other.cmp(one));
        hits
    }

    /// The score of a text of usual length that holds every term of a query once.
    pub(crate) fn whole(&self, terms: &[u32]) -> u32 {
        let usual = (255.0 / (SATURATION + 1.0)) as u32;
        self.asked(terms).iter().map(|term| term.weight * usual).sum()
    }

    /// The terms worth looking up, those that can add least first.
    fn asked(&self, terms: &[u32]) -> Vec<Term<'_>> {
        let mut sorted = terms.to_vec();
        sorted.sort_unstable();
        let mut weighed: Vec<(f32, u32)> = sorted
            .chunk_by(|one, other| one == other)
            .filter_map(|same| Some((self.weight(same[0])? * same.len().min(2) as f32, same[0])))
            .collect();
        weighed.sort_by(|one, other| other.0.total_cmp(&one.0).then(one.1.cmp(&other.1)));
        weighed.truncate(MOST_TERMS);
        let mut places = 0;
        weighed.retain(|(_, term)| {
            let first = places == 0;
            places += self.postings[*term as usize].texts.len();
            first || places <= MOST_PLACES
        });
        let mut asked: Vec<Term<'_>> = weighed
            .into_iter()
            .map(|(weight, term)| {
                let posting = &self.postings[term as usize];
                let weight = (weight * WEIGHT_SCALE) as u32;
                let bound = weight * u32::from(posting.greatest);
                Term { texts: &posting.texts, impacts: &posting.impacts, weight, bound, from: 0, to: 0 }
            })
            .collect();
        asked.sort_by_key(|term| term.bound);
        asked
    }
}

/// Terms before this place cannot together lift a text over `least`, so a text without any later term need not be looked at.
fn first_needed(asked: &[Term<'_>], least: u32) -> usize {
    let mut sum = 0;
    asked
        .iter()
        .position(|term| {
            sum += term.bound;
            sum >= least
        })
        .unwrap_or(asked.len())
}

/// Finds the texts of the next window in each term's list.
fn move_to(asked: &mut [Term<'_>], start: u32) {
    let end = start.saturating_add(WINDOW);
    for term in asked {
        term.from = term.to;
        let most = term.texts.len().min(term.from + WINDOW as usize);
        term.to = term.from + term.texts[term.from..most].partition_point(|text| *text < end);
    }
}

/// Adds what a term gives to the texts of the window.
fn add_up(term: &Term<'_>, start: u32, sums: &mut [u32]) {
    let texts = &term.texts[term.from..term.to];
    for (text, impact) in texts.iter().zip(&term.impacts[term.from..term.to]) {
        sums[(*text - start) as usize] += term.weight * u32::from(*impact);
    }
}

/// The most that these terms can add together.
fn hope(terms: &[Term<'_>]) -> u32 {
    terms.iter().map(|term| term.bound).sum()
}

/// What a text must reach to be among the best.
fn least_of(best: &BinaryHeap<Reverse<Hit>>, most: usize) -> u32 {
    if best.len() < most { 0 } else { best.peek().map_or(0, |hit| hit.0.score) }
}

/// Looks up the terms that were left out while they can still decide, and keeps the text if it is among the best.
fn offer(best: &mut BinaryHeap<Reverse<Hit>>, most: usize, hit: Hit, left_out: &[Term<'_>]) -> bool {
    let least = least_of(best, most);
    let (mut score, mut hope) = (hit.score, hit.score + hope(left_out));
    for term in left_out.iter().rev() {
        if hope < least {
            return false;
        }
        hope -= term.bound;
        if let Ok(place) = term.texts[term.from..term.to].binary_search(&hit.text) {
            let adds = term.weight * u32::from(term.impacts[term.from + place]);
            score += adds;
            hope += adds;
        }
    }
    if score < least {
        return false;
    }
    best.push(Reverse(Hit { score, ..hit }));
    if best.len() > most {
        best.pop();
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Reads every posting of every term.
    fn by_reading_all(index: &Inverted, terms: &[u32], most: usize) -> Vec<Hit> {
        let mut sums = vec![0_u32; index.texts as usize];
        for term in index.asked(terms) {
            for (text, impact) in term.texts.iter().zip(term.impacts) {
                sums[*text as usize] += term.weight * u32::from(*impact);
            }
        }
        let mut hits: Vec<Hit> = sums
            .iter()
            .enumerate()
            .filter(|(_, sum)| **sum > 0)
            .map(|(text, sum)| Hit { score: *sum, text: text as u32 })
            .collect();
        hits.sort_unstable_by(|one, other| other.cmp(one));
        hits.truncate(most);
        hits
    }

    proptest! {
        #[test]
        fn skipping_finds_what_reading_all_finds(
            texts in prop::collection::vec(prop::collection::vec(0_u32..60, 0..12), 1..400),
            repeat in 1_usize..30,
            query in prop::collection::vec(0_u32..70, 0..40),
            most in 1_usize..50,
        ) {
            let mut index = Inverted::default();
            for round in 0..repeat {
                for (place, terms) in texts.iter().enumerate() {
                    let mut terms: Vec<u32> = terms.iter().map(|term| term * term / (1 + (round + place) as u32 % 7)).collect();
                    index.add(&mut terms);
                }
            }
            prop_assert_eq!(index.nearest(&query, most), by_reading_all(&index, &query, most));
            let gone: Vec<bool> = (0..index.texts).map(|text| text % 3 == 0).collect();
            index.forget(&gone);
            let after = index.nearest(&query, most);
            prop_assert!(after.iter().all(|hit| hit.text % 3 != 0));
            prop_assert_eq!(after, by_reading_all(&index, &query, most));
        }
    }

    #[test]
    fn the_rare_term_and_the_short_text_win() {
        let mut index = Inverted::default();
        for _ in 0..10 {
            index.add(&mut [1, 2, 3]);
        }
        let (long, short) = (index.add(&mut [9, 1, 2, 3, 4, 5, 6, 7]), index.add(&mut [9, 4]));
        let found: Vec<u32> = index.nearest(&[1, 9], 3).iter().map(|hit| hit.text).collect();
        assert_eq!(found[..2], [short, long]);
        assert_eq!(index.weight(77), None);
    }
}
