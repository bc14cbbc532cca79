//! What somebody offers of that which a request asks for: words of their profile that may be said to them as the reason. A word is
//! one by its kind and by how rarely it is said; and it stands where they name what they do, or beside another of the request.

use super::callings;
use super::floor::telling;
use super::languages::{self, Language};
use super::place::Place;
use super::reading::Says;
use crate::reasons::Because;
use routing::{Fact, Index, Reason};
use std::collections::{BTreeSet, HashSet};

/// Words that say something, up to which an item names what is offered: one of them is enough then,
const NAMED: usize = 2;
/// unless more profiles have it than this,
const FEW_PROFILES: usize = 3;
/// or than one in so many.
const ONE_IN: usize = 20;
/// What a title asks for and nothing else, and an item says and nothing else, is offered though no more than one in so many say it.
const CALLED_ONE_IN: usize = 4;
/// What a word weighs that stands in one past text of twenty: those below it are words of all talk here,
const FREQUENT: f64 = 3.0;
/// where there are so many texts that an unknown word weighs more than this.
const KNOWN_FROM: f64 = 5.0;
/// An offer fits that is so large a part of what the title says, by rarity;
const HALF: f64 = 0.5;
/// or so large a one where it is needed, or if all that it says is in the title.
const QUARTER: f64 = 0.25;
/// What stands before the name of a place.
const IN: [&str; 8] = ["в", "во", "из", "под", "in", "near", "around", "from"];
/// Whoever speaks a language that more than one in so many speak is not asked for it.
const SPEAKERS_ONE_IN: usize = 4;

/// Endings by which a word is something that people do, whatever it is.
const VERBS: [&str; 14] = ["ться", "тся", "шься", "лся", "лась", "лось", "лись", "ать", "ять", "ить", "еть", "уть", "ыть", "оть"];
/// Things that end so too.
const THINGS: [&str; 9] = ["печать", "кровать", "сеть", "память", "мать", "нить", "плеть", "путь", "рукоять"];

/// A request as it is compared with profiles.
pub(super) struct Wished {
    tags: HashSet<String>,
    /// What its title and its tags say, word by word as it is written, and what all of the title's tell.
    words: Vec<String>,
    title: HashSet<String>,
    /// What is asked for, less where.
    matter: HashSet<String>,
    languages: BTreeSet<Language>,
    place: Place,
}

/// What somebody offers of that which is asked for.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Offered {
    /// Items as they stand in the profile, the fullest first.
    pub items: Vec<String>,
    /// How much of the title's matter the best of them is.
    part: f64,
    /// All that this one says is in the title.
    whole: bool,
}

impl Offered {
    /// Whether it fits somebody who is where it is needed, or is not: whether it is more than a little of what is asked for.
    pub fn fits(&self, there: bool) -> bool {
        self.part >= if there || self.whole { QUARTER } else { HALF }
    }
}

impl Wished {
    pub fn of(title: &str, city: &str, tags: &[String]) -> Wished {
        let languages = languages::named(&format!("{title}.\n{}", tags.join(".\n")));
        let words = format!("{title} {} {}", callings::near_words(title), tags.join(" "));
        let words = words.split_whitespace().map(str::to_owned).collect();
        let (tags, place) = (telling(&tags.join("\n")), Place::of(title, city));
        Wished { tags, words, title: telling(title), matter: matter(title), languages, place }
    }

    /// A language that the request names, and the place that it is about, where a profile says them as well.
    pub fn beside(&self, index: &Index, members: usize, says: &Says) -> Vec<Because> {
        let few = FEW_PROFILES.max(members / SPEAKERS_ONE_IN);
        let known = |language: &&Language| index.profiles_with(languages::names(**language).as_str()) <= few;
        let wanted: BTreeSet<Language> = self.languages.iter().filter(known).copied().collect();
        let spoken = says.languages.iter().find(|item| !languages::spoken(item).is_disjoint(&wanted));
        let speaks = spoken.map(|language| Because::Speaks { language: language.clone() });
        let lives = self.place.shared(index, members, &says.city).map(|(city, enough)| Because::Lives { city, enough });
        speaks.into_iter().chain(lives).collect()
    }

    /// Of the items of a profile, those that offer what is asked for: two of the words that the two share stand in it, one of the
    /// title that it names, one that is a tag of the request; or, however much all talk here is about them, several that are half
    /// of the title, or all that it says and a quarter, or the one word that is all of both.
    pub fn offered(&self, index: &Index, members: usize, items: &[String], shared: Vec<String>) -> Offered {
        let known = self.known(index, members, shared);
        let weight = |terms: &mut dyn Iterator<Item = &String>| terms.map(|term| callings::rarity(index, term)).sum::<f64>();
        let all = weight(&mut self.matter.iter()).max(f64::MIN_POSITIVE);
        let mut offered: Vec<(f64, bool, &String)> = Vec::new();
        for item in items {
            let said = telling(item);
            let held: Vec<&Word> = known.iter().filter(|word| !word.terms.is_disjoint(&said)).collect();
            let met = self.met(&said);
            let exact = met.len() == said.len() && met.len() == self.matter.len() && self.is_of_few(index, members, &met);
            let part = if exact { 1.0 } else { weight(&mut met.iter().copied()) / all };
            let several = met.len() >= NAMED;
            let whole = exact || (several && part >= QUARTER && met.len() == said.len());
            // Beside something else it is the name of what is offered only if it is the half of what is asked for.
            let alone = |word: &Word| said.len() <= word.terms.len() || (said.len() <= NAMED && part >= HALF);
            let names = |word: &&Word| word.tagged || (word.named && alone(word));
            if held.len() >= 2 || whole || (several && part >= HALF) || held.iter().any(names) {
                offered.push((part, whole, item));
            }
        }
        offered.sort_by(|one, other| other.0.total_cmp(&one.0));
        offered.dedup_by(|one, other| one.2 == other.2);
        let (part, whole) = offered.first().map_or((0.0, false), |(part, whole, _)| (*part, *whole));
        Offered { part, whole, items: offered.into_iter().map(|(_, _, item)| item.clone()).collect() }
    }

    /// The words that a request shares with a profile, and those of its title, as far as they say something; each once, whatever its
    /// forms.
    fn known(&self, index: &Index, members: usize, shared: Vec<String>) -> Vec<Word> {
        let few = FEW_PROFILES.max(members / ONE_IN);
        let mut known: Vec<Word> = Vec::new();
        for text in shared.into_iter().chain(self.words.iter().cloned()) {
            let terms = telling(&text);
            let tagged = !terms.is_disjoint(&self.tags);
            let says = !terms.is_empty() && (tagged || (!is_verb(&text) && !terms.iter().any(|term| is_frequent(index, term))));
            if says && known.iter().all(|word| word.terms.is_disjoint(&terms)) {
                let named = !terms.is_disjoint(&self.title) && index.profiles_with(&text) <= few;
                known.push(Word { named, tagged, terms });
            }
        }
        known
    }

    /// Whether one of these words at least is not said in the profile of every fourth: «психолог» among psychologists names nobody.
    fn is_of_few(&self, index: &Index, members: usize, met: &[&String]) -> bool {
        let few = FEW_PROFILES.max(members / CALLED_ONE_IN);
        met.iter().any(|term| index.profiles_with(term) <= few)
    }

    /// What an item says of the matter, by its own word or by one that is sought for it.
    fn met(&self, said: &HashSet<String>) -> Vec<&String> {
        let meets = |term: &&String| said.contains(*term) || !callings::near(&HashSet::from([(*term).clone()])).is_disjoint(said);
        self.matter.iter().filter(meets).collect()
    }
}

struct Word {
    terms: HashSet<String>,
    tagged: bool,
    /// A word of the title that few profiles have.
    named: bool,
}

/// What a title asks for, without the place where: a name in capitals after «в».
pub(super) fn matter(title: &str) -> HashSet<String> {
    let words: Vec<&str> = title.split_whitespace().collect();
    let is_place = |at: &usize| {
        let before = at.checked_sub(1).and_then(|before| words.get(before)).map(|word| word.to_lowercase());
        words[*at].starts_with(char::is_uppercase) && before.is_some_and(|before| IN.contains(&before.as_str()))
    };
    let others: Vec<&str> = (0..words.len()).filter(|at| !is_place(at)).map(|at| words[at]).collect();
    telling(&others.join(" "))
}

/// The words that a profile shares with the request.
pub(crate) fn shared_words(because: &[routing::Because]) -> Vec<String> {
    let facts = because.iter().filter(|because| because.reason == Reason::Offers).flat_map(|because| &because.facts);
    facts.filter_map(|fact| if let Fact::Offer(word) = fact { Some(word.clone()) } else { None }).collect()
}

/// What stands in a point of a profile, one by one.
pub(super) fn items(point: &str) -> impl Iterator<Item = String> {
    let parts = point.split(['\n', ',', ';', ':', '.', '—', '–', '(', ')']);
    parts.map(|part| part.trim().to_owned()).filter(|part| !part.is_empty())
}

fn is_verb(word: &str) -> bool {
    let word = word.to_lowercase();
    VERBS.iter().any(|ending| word.ends_with(ending)) && !THINGS.contains(&word.as_str())
}

fn is_frequent(index: &Index, term: &str) -> bool {
    index.rarity("") > KNOWN_FROM && callings::rarity(index, term) < FREQUENT
}

#[cfg(test)]
mod tests {
    use super::*;
    use routing::{Answer, Profile};

    fn words(said: &[&str]) -> Vec<String> {
        said.iter().map(|word| (*word).to_owned()).collect()
    }

    #[test]
    fn a_word_is_an_offer_where_it_is_named_or_not_alone_and_nowhere_else() {
        let mut index = Index::new();
        for member in 0..30 {
            index.describe(member, &Profile { offers: &["психолог"], knows: &[] });
        }
        let offered = |tags: &[&str], items: &[&str], said: &[&str]| {
            Wished::of(&said.join(" "), "", &words(tags)).offered(&index, 31, &words(items), words(said)).items
        };
        let tax = ["помогаю с налогами", "психолог"];
        assert_eq!(offered(&[], &tax, &["Казани", "налогами", "налогов"]), ["помогаю с налогами"], "as it is written there");
        assert!(offered(&[], &tax, &["помогу"]).is_empty());
        assert!(offered(&[], &tax, &["психолога"]).is_empty(), "every profile says so");
        assert_eq!(offered(&["психолог"], &tax, &["психолога"]), ["психолог"], "but it is what was asked for");
        let long = ["Разобрать протокол первой беседы с подростком по вторникам за месяц"];
        for stray in ["вторник", "месяц", "разобрать", "первая", "только", "кругом", "взять", "час", "тех", "труднее", "протокол"]
        {
            assert!(offered(&[], &long, &[stray]).is_empty(), "{stray}");
        }
        assert_eq!(offered(&[], &long, &["протокол", "месяц", "подростка"]), long);
        assert!(
            offered(&[], &["Протоколы наблюдений за птицами", "Подросток в классе и дома"], &["протокол", "подростка"]).is_empty()
        );
    }

    #[test]
    fn an_offer_fits_that_is_half_of_what_is_asked_for_and_best_where_it_is_needed() {
        let index = Index::new();
        let fit = |title: &str, item: &str, there| {
            Wished::of(title, "", &[]).offered(&index, 100, &words(&[item]), Vec::new()).fits(there)
        };
        assert!(fit("Party wall surveyor in Leeds", "Party wall matters", false));
        assert!(!fit("Party wall surveyor in Leeds", "Party games", false));
        let family = "Ищу семейного терапевта в Казани для пары после развода";
        assert!(fit(family, "Семейный психолог", true) && fit(family, "Семейная терапия", false));
        assert!(!fit(family, "Психолог", true) && !fit(family, "Детский психолог", true));
    }

    #[test]
    fn what_is_all_of_a_title_and_of_an_item_is_offered_however_much_is_said_of_it() {
        let mut index = Index::new();
        for id in 0..400 {
            let question =
                if id % 2 == 0 { "сколько стоит супервизия" } else { "как вести приём" };
            index.learn(&Answer { id, at: id, member: id % 5, asker: Some(9), question, answer: "да", tags: &[], weight: 1.0 });
        }
        for member in 0..60 {
            let offers: &[&str] = if member < 10 { &["психолог", "Супервизор"] } else { &["психолог"] };
            index.describe(member, &Profile { offers, knows: &[] });
        }
        let offered = |title: &str, item: &str| Wished::of(title, "", &[]).offered(&index, 60, &words(&[item]), Vec::new());
        for (title, item) in [
            ("Ищу супервизора", "Супервизор"),
            ("Нужен врач-психотерапевт в Казани", "Врач-психотерапевт"),
            ("Психолог для подростка", "Подростковый психолог"),
        ] {
            assert!(offered(title, item).fits(false), "{title}");
        }
        assert!(offered("Ищу психолога", "Психолог").items.is_empty(), "every profile says so");
        assert!(offered("Ищу супервизора", "Супервизия пар").items.is_empty(), "something else is said as well");
    }

    #[test]
    fn what_all_talk_here_is_about_is_nobodys_offer() {
        let mut index = Index::new();
        for id in 0..400 {
            let question = if id % 8 == 0 { "встреча с клиентом" } else { "погода" };
            index.learn(&Answer { id, at: id, member: id % 5, asker: Some(9), question, answer: "да", tags: &[], weight: 1.0 });
        }
        let offered = |said: &[&str]| {
            Wished::of("Апостиль до встречи", "", &[])
                .offered(&index, 9, &words(&["Встречи", "Апостиль", "Налоги"]), words(said))
                .items
        };
        assert_eq!(offered(&["встречи", "апостиля"]), ["Апостиль"]);
        assert_eq!(offered(&["налоги"]), ["Апостиль"], "spoken of beside, and not what is asked for");
    }
}
