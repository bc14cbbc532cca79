//! Why somebody is asked: facts that were true when they were, kept as facts and told in the reader's language. What stands
//! on a source is told only to whoever may see the source today.

mod telling;

use kernel::{MICROS_PER_DAY, MemberId, Micros};
use routing::{Fact, Reason};
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
pub use telling::{Of, Sentence, Sources, Telling};

/// Facts kept for one invitation.
pub const AT_MOST: usize = 3;
/// Of them, past answers.
const ALIKE: usize = 2;
/// Offers that are named, each as far as so many letters.
const OFFERS: usize = 2;
const OFFER: usize = 60;
/// Fewer answers under a tag are chance.
const LEAST_UNDER_TAG: u32 = 2;
/// Fewer answers at all are no reason.
const LEAST_ANSWERS: u32 = 3;
/// Whoever was here within this time was here lately.
const LATELY: Micros = 30 * MICROS_PER_DAY;

/// A fact. Persons and sources are numbers; words are those of the request itself, or what a profile offers of it, as it stands there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "fact", rename_all = "snake_case")]
pub enum Because {
    /// Answered something alike in a conversation.
    Message { message: i64, at: Micros },
    /// Answered a request alike; `helped` if its asker confirmed that.
    Answer { answer: i64, at: Micros, helped: bool },
    /// Says in the profile that they offer this.
    Offer { words: Vec<String> },
    /// Says in the profile that they speak a language that the request names.
    Speaks { language: String },
    /// Says in the profile that they are where the request is about; `enough` if the place is half of the matter.
    Lives { city: String, enough: bool },
    /// Says in the profile that they know, or work at, one whom the asker looks for.
    Knows { name: String },
    /// Answered under a tag of the request.
    Tag { tag: String, answers: u32 },
    /// Answered the asker before.
    Helped { times: u32 },
    /// Was answered by the asker before.
    WasHelped { times: u32 },
    /// Answers often. Said only of those of whom nothing nearer is known.
    Answers { answers: u32, last_at: Micros },
    /// Was here lately. Said only of those of whom nothing else is known.
    Around { at: Micros },
    /// Nothing is known of them: asked where the community is too young to know who knows what, or by staff.
    Wider,
    /// Leads the topic.
    Leader,
    /// Another invited member named them.
    Passed { by: MemberId },
    /// The asker named them.
    Chosen { by: MemberId },
}

impl Because {
    /// Whether somebody may be disturbed for this fact alone: it says something of what is asked, or somebody named them. That they
    /// answer much, are here, or know the asker is told of those who are asked anyway.
    pub fn stands(&self) -> bool {
        match self {
            Because::Message { .. }
            | Because::Answer { .. }
            | Because::Offer { .. }
            | Because::Speaks { .. }
            | Because::Knows { .. }
            | Because::Tag { .. } => true,
            Because::Lives { enough, .. } => *enough,
            Because::Leader | Because::Passed { .. } | Because::Chosen { .. } => true,
            Because::Answers { .. } | Because::Around { .. } | Because::Wider => false,
            Because::Helped { .. } | Because::WasHelped { .. } => false,
        }
    }

    /// Whether it is told by what a profile says.
    pub fn is_of_profile(&self) -> bool {
        matches!(self, Because::Offer { .. } | Because::Speaks { .. } | Because::Lives { .. } | Because::Knows { .. })
    }

    /// What of it a profile still `states`, for others to read: its owner may have taken it back or hidden it since.
    pub fn while_stated(self, states: &str) -> Option<Because> {
        let states = states.to_lowercase();
        let stands = |said: &String| states.contains(&said.trim_end_matches('…').to_lowercase());
        match self {
            Because::Offer { words } => {
                let words: Vec<String> = words.into_iter().filter(stands).collect();
                (!words.is_empty()).then_some(Because::Offer { words })
            }
            Because::Speaks { language: said } if !stands(&said) => None,
            Because::Lives { city: said, .. } | Because::Knows { name: said } if !stands(&said) => None,
            fact => Some(fact),
        }
    }
}

/// What became of past answers to requests: when, and whether they helped.
pub type Answered = HashMap<i64, (Micros, bool)>;

/// What is known of the sources of facts.
pub struct Known<'k> {
    /// The present.
    pub now: Micros,
    /// When past answers were given that are like the request indeed: those in conversations.
    pub said: &'k HashMap<i64, Micros>,
    /// The same of answers to requests, and whether they helped.
    pub answered: &'k Answered,
    /// What a profile offers of it, as it is written there; and whether so much that it goes before all else.
    pub offered: &'k [String],
    pub fits: bool,
    /// A language and a place of the request that the profile has as well.
    pub beside: &'k [Because],
    /// The request's tags as their asker wrote them.
    pub labels: &'k HashMap<String, String>,
}

/// The facts worth telling, at most [`AT_MOST`], from the strongest reason down.
pub fn choose(because: &[routing::Because], known: &Known<'_>) -> Vec<Because> {
    let (mut often, mut around, offer) = (None, None, offered(known.offered));
    let mut near: Vec<Because> = offer.iter().filter(|_| known.fits).cloned().collect();
    for (reason, fact) in because.iter().flat_map(|because| because.facts.iter().map(|fact| (because.reason, fact))) {
        let found = match fact {
            Fact::Answered { answers, last_at } if *answers >= LEAST_ANSWERS => {
                often = Some(Because::Answers { answers: *answers, last_at: *last_at });
                None
            }
            Fact::SeenAt(at) if (0..LATELY).contains(&(known.now - at)) => {
                around = Some(Because::Around { at: *at });
                None
            }
            Fact::Offer(_) if reason == Reason::Offers => offer.clone(),
            fact => direct(fact, known),
        };
        near.extend(found.filter(|found| !near.contains(found)));
    }
    // The profile may say by another word what is asked for.
    let untold = offer.filter(|offer| !near.contains(offer));
    place(&mut near, untold.as_slice());
    let mut past = 0;
    near.retain(|fact| {
        let answer = matches!(fact, Because::Message { .. } | Because::Answer { .. });
        past += usize::from(answer);
        !answer || past <= ALIKE
    });
    place(&mut near, known.beside);
    if near.is_empty() {
        near.extend(often.or(around));
    }
    near.truncate(AT_MOST);
    near
}

/// What stands by itself goes before what does not; the others are told at the end.
fn place(near: &mut Vec<Because>, beside: &[Because]) {
    let (standing, other): (Vec<&Because>, Vec<&Because>) = beside.iter().partition(|fact| fact.stands());
    let weak = near.iter().position(|fact| !fact.stands()).unwrap_or(near.len());
    near.splice(weak..weak, standing.into_iter().cloned());
    near.extend(other.into_iter().cloned());
}

/// A fact that says something of this request.
fn direct(fact: &Fact, known: &Known<'_>) -> Option<Because> {
    match fact {
        Fact::Answer(id) => alike(*id, known),
        Fact::Tag { tag, answers } if *answers >= LEAST_UNDER_TAG => {
            Some(Because::Tag { tag: known.labels.get(tag).unwrap_or(tag).clone(), answers: *answers })
        }
        Fact::Name(name) => Some(Because::Knows { name: name.clone() }),
        Fact::Helped { them, .. } if *them > 0 => Some(Because::Helped { times: *them }),
        Fact::Helped { by_them, .. } if *by_them > 0 => Some(Because::WasHelped { times: *by_them }),
        _ => None,
    }
}

fn alike(id: i64, known: &Known<'_>) -> Option<Because> {
    match known.answered.get(&id) {
        Some((at, helped)) => Some(Because::Answer { answer: id, at: *at, helped: *helped }),
        None => known.said.get(&id).map(|at| Because::Message { message: id, at: *at }),
    }
}

fn offered(items: &[String]) -> Option<Because> {
    let words: Vec<String> = items.iter().take(OFFERS).map(|item| telling::shortened(item, OFFER)).collect();
    (!words.is_empty()).then_some(Because::Offer { words })
}

/// Why the leader of its topic is asked for a request.
pub(crate) fn of_leader() -> Vec<Because> {
    vec![Because::Leader]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn because(reason: Reason, facts: &[Fact]) -> routing::Because {
        routing::Because { reason, part: 1.0, facts: facts.to_vec() }
    }

    fn chosen(because: &[routing::Because]) -> Vec<Because> {
        let answered = Answered::from([(9, (500, true))]);
        let labels = HashMap::from([("визы".to_owned(), "Визы".to_owned())]);
        let said = (0..100).map(|id| (id, id * 10)).filter(|(id, _)| *id != 9).collect();
        let (now, items) = (10 * MICROS_PER_DAY, crate::routing::shared_words(because));
        let (offered, fits) = (items.as_slice(), false);
        choose(because, &Known { now, said: &said, answered: &answered, offered, fits, beside: &[], labels: &labels })
    }

    #[test]
    fn three_facts_at_most_and_only_two_of_them_past_answers() {
        let found = chosen(&[
            because(Reason::Seen, &[Fact::SeenAt(7)]),
            because(Reason::Similar, &[Fact::Answer(1), Fact::Answer(9)]),
            because(Reason::Nearest, &[Fact::Answer(1), Fact::Answer(3)]),
            because(Reason::Offers, &[Fact::Offer("визы".to_owned()), Fact::Offer("Рим".to_owned())]),
            because(Reason::Tags, &[Fact::Tag { tag: "визы".to_owned(), answers: 4 }]),
        ]);
        let offer = Because::Offer { words: vec!["визы".to_owned(), "Рим".to_owned()] };
        assert_eq!(found, [Because::Message { message: 1, at: 10 }, Because::Answer { answer: 9, at: 500, helped: true }, offer]);
    }

    #[test]
    fn what_says_nothing_is_left_out() {
        let often = Fact::Answered { answers: 40, last_at: 6 };
        let rare = Fact::Tag { tag: "визы".to_owned(), answers: 1 };
        assert_eq!(chosen(&[because(Reason::Load, &[Fact::Asked(3)]), because(Reason::Tags, &[rare])]), []);
        assert_eq!(chosen(&[because(Reason::Month, std::slice::from_ref(&often))]), [Because::Answers { answers: 40, last_at: 6 }]);
        assert_eq!(chosen(&[because(Reason::Seen, &[Fact::SeenAt(7)])]), [Because::Around { at: 7 }]);
        assert_eq!(chosen(&[because(Reason::Seen, &[Fact::SeenAt(-30 * MICROS_PER_DAY)])]), [], "that is long ago");
        let helped = Fact::Helped { them: 2, by_them: 5 };
        assert_eq!(
            chosen(&[because(Reason::Month, &[often]), because(Reason::Ties, &[helped])]),
            [Because::Helped { times: 2 }],
            "activity is told only where nothing nearer is known"
        );
        assert_eq!(chosen(&[because(Reason::Similar, &[Fact::Answer(4000)])]), [], "a source that nobody knows");
    }

    #[test]
    fn facts_come_back_as_they_were_kept() {
        let facts = vec![Because::Leader, Because::Passed { by: MemberId(7) }, Because::Knows { name: "Ozon".to_owned() }];
        let kept = serde_json::to_string(&facts).expect("json");
        assert!(kept.starts_with(r#"[{"fact":"leader"},{"fact":"passed","by":7}"#), "{kept}");
        assert_eq!(serde_json::from_str::<Vec<Because>>(&kept).expect("facts"), facts);
    }
}
