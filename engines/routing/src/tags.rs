//! Who answered under which tag.

use crate::decay::Faded;
use crate::reason::Fact;
use std::collections::HashMap;

/// In hours.
const HALF_LIFE: f64 = 60.0 * 24.0;
/// So many tags of everybody stand in for those a member has not yet answered under.
const TYPICAL: f64 = 10.0;

/// What one member did under one tag.
#[derive(Clone, Debug)]
struct Hand {
    member: u32,
    recent: Faded,
    all: f64,
    answers: u32,
}

#[derive(Clone, Debug, Default)]
struct Tag {
    name: String,
    all: f64,
    /// By member.
    hands: Vec<Hand>,
}

#[derive(Clone, Debug, Default)]
pub(crate) struct Tags {
    places: HashMap<String, usize>,
    tags: Vec<Tag>,
    all: f64,
}

/// What a member's past says about the tags of a request.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Under {
    pub(crate) lately: f64,
    pub(crate) taste: f64,
    /// Answers under the tag, fading.
    pub(crate) recent: f64,
}

impl Tags {
    pub(crate) fn learn(&mut self, tag: &str, member: u32, at: f64, weight: f64) {
        let place = match self.places.get(tag) {
            Some(place) => *place,
            None => {
                self.places.insert(tag.to_string(), self.tags.len());
                self.tags.push(Tag { name: tag.to_string(), ..Tag::default() });
                self.tags.len() - 1
            }
        };
        let kept = &mut self.tags[place];
        let hand = match kept.hands.binary_search_by_key(&member, |hand| hand.member) {
            Ok(found) => found,
            Err(missing) => {
                kept.hands.insert(missing, Hand { member, recent: Faded::default(), all: 0.0, answers: 0 });
                missing
            }
        };
        let hand = &mut kept.hands[hand];
        hand.recent.add(weight, at, HALF_LIFE);
        hand.all += weight;
        hand.answers += 1;
        kept.all += weight;
        self.all += weight;
    }

    pub(crate) fn forget(&mut self, member: u32) {
        for tag in &mut self.tags {
            if let Ok(found) = tag.hands.binary_search_by_key(&member, |hand| hand.member) {
                let hand = tag.hands.remove(found);
                tag.all -= hand.all;
                self.all -= hand.all;
            }
        }
    }

    /// Gives each member with a past under one of these tags; `tagged` tells how much they answered under any tag.
    pub(crate) fn read(&self, asked: &[&str], at: f64, tagged: impl Fn(u32) -> f64, mut give: impl FnMut(u32, Under)) {
        for tag in asked.iter().filter_map(|name| self.tags.get(*self.places.get(*name)?)) {
            let rarity = (1.0 + self.all / (tag.all + 1.0)).ln();
            let typical = (tag.all + 0.01) / (self.all + 1.0);
            for hand in &tag.hands {
                let taste = ((hand.all + TYPICAL * typical) / (tagged(hand.member) + TYPICAL) / typical).ln().max(0.0);
                let recent = hand.recent.read(at, HALF_LIFE);
                give(hand.member, Under { lately: rarity * recent.ln_1p(), taste, recent });
            }
        }
    }

    /// The tags of these under which a member answered, most answered first.
    pub(crate) fn facts(&self, asked: &[&str], member: u32) -> Vec<Fact> {
        let mut found: Vec<(&str, u32)> = asked
            .iter()
            .filter_map(|name| self.tags.get(*self.places.get(*name)?))
            .filter_map(|tag| {
                let hand = tag.hands.binary_search_by_key(&member, |hand| hand.member).ok()?;
                Some((tag.name.as_str(), tag.hands[hand].answers))
            })
            .collect();
        found.sort_by_key(|(_, answers)| std::cmp::Reverse(*answers));
        found.into_iter().map(|(tag, answers)| Fact::Tag { tag: tag.to_string(), answers }).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn under(tags: &Tags, member: u32) -> Under {
        let mut sum = Under::default();
        tags.read(
            &["visa", "rome"],
            100.0,
            |_| 4.0,
            |whom, found| {
                if whom == member {
                    sum = Under {
                        lately: sum.lately + found.lately,
                        taste: sum.taste + found.taste,
                        recent: sum.recent + found.recent,
                    };
                }
            },
        );
        sum
    }

    #[test]
    fn the_rarer_and_the_more_recent_tag_says_more() {
        let mut tags = Tags::default();
        for member in [1, 2, 3] {
            tags.learn("visa", member, 0.0, 1.0);
        }
        tags.learn("rome", 2, 90.0, 1.0);
        tags.learn("paris", 9, 90.0, 1.0);
        assert!(under(&tags, 2).lately > 2.0 * under(&tags, 1).lately);
        assert!(under(&tags, 2).taste > under(&tags, 1).taste);
        assert_eq!(under(&tags, 9), Under::default());
        assert_eq!(tags.facts(&["rome", "nowhere"], 2), [Fact::Tag { tag: "rome".to_string(), answers: 1 }]);
        tags.forget(2);
        assert_eq!(under(&tags, 2), Under::default());
        assert!(tags.facts(&["rome"], 2).is_empty());
    }
}
