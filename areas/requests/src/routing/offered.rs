//! What somebody offers of that which a request asks for: words of their profile that may be said to them as the reason. A word is
//! one by its kind and by how rarely it is said; and it stands where they name what they do, or beside another of the request.

use super::floor::telling;
use super::languages::{self, Language};
use super::place::Place;
use super::reading::Says;
use crate::reasons::Because;
use routing::Index;
use std::collections::{BTreeSet, HashSet};

/// Words that say something, up to which an item names what is offered: one of them is enough then,
const NAMED: usize = 2;
/// unless more profiles have it than this,
const FEW_PROFILES: usize = 3;
/// or than one in so many.
const ONE_IN: usize = 20;
/// What a word weighs that stands in one past text of twenty: those below it are words of all talk here,
const FREQUENT: f64 = 3.0;
/// where there are so many texts that an unknown word weighs more than this.
const KNOWN_FROM: f64 = 5.0;
/// Whoever speaks a language that more than one in so many speak is not asked for it.
const SPEAKERS_ONE_IN: usize = 4;

/// Endings by which a word is something that people do, whatever it is.
const VERBS: [&str; 14] = ["ться", "тся", "шься", "лся", "лась", "лось", "лись", "ать", "ять", "ить", "еть", "уть", "ыть", "оть"];
/// Things that end so too.
const THINGS: [&str; 9] = ["печать", "кровать", "сеть", "память", "мать", "нить", "плеть", "путь", "рукоять"];

/// A request as it is compared with profiles.
pub(super) struct Wished {
    tags: HashSet<String>,
    /// What its title says.
    title: HashSet<String>,
    languages: BTreeSet<Language>,
    place: Place,
}

impl Wished {
    pub fn of(title: &str, city: &str, tags: &[String]) -> Wished {
        let languages = languages::named(&format!("{title}.\n{}", tags.join(".\n")));
        Wished { tags: telling(&tags.join("\n")), title: telling(title), languages, place: Place::of(title, city) }
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

    /// Of the words that a request shares with a profile, those that its items offer: two of one item, one of the title that
    /// an item names, or one that is a tag of the request. Each word once, whatever its forms.
    pub fn offered(&self, index: &Index, members: usize, items: &[String], words: Vec<String>) -> Vec<String> {
        let few = FEW_PROFILES.max(members / ONE_IN);
        let mut known: Vec<Word> = Vec::new();
        for text in words {
            let terms = telling(&text);
            let tagged = !terms.is_disjoint(&self.tags);
            let says = !terms.is_empty() && (tagged || (!is_verb(&text) && !terms.iter().any(|term| is_frequent(index, term))));
            if says && known.iter().all(|word| word.terms.is_disjoint(&terms)) {
                let named = !terms.is_disjoint(&self.title) && index.profiles_with(&text) <= few;
                known.push(Word { named, tagged, offered: false, terms, text });
            }
        }
        for item in items {
            let said = telling(item);
            let held = known.iter().filter(|word| !word.terms.is_disjoint(&said)).count();
            for word in known.iter_mut().filter(|word| !word.terms.is_disjoint(&said)) {
                word.offered |= held >= 2 || word.tagged || (word.named && said.len() <= NAMED.max(word.terms.len()));
            }
        }
        known.into_iter().filter(|word| word.offered).map(|word| word.text).collect()
    }
}

struct Word {
    text: String,
    terms: HashSet<String>,
    tagged: bool,
    /// A word of the title that few profiles have.
    named: bool,
    offered: bool,
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
    index.rarity("") > KNOWN_FROM && index.rarity(term) < FREQUENT
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
            Wished::of(&said.join(" "), "", &words(tags)).offered(&index, 31, &words(items), words(said))
        };
        let tax = ["помогаю с налогами", "психолог"];
        assert_eq!(offered(&[], &tax, &["Казани", "налогами", "налогов"]), ["налогами"], "once, whatever its forms");
        assert!(offered(&[], &tax, &["помогу"]).is_empty());
        assert!(offered(&[], &tax, &["психолога"]).is_empty(), "every profile says so");
        assert_eq!(offered(&["психолог"], &tax, &["психолога"]), ["психолога"], "but it is what was asked for");
        let long = ["Разобрать протокол первой беседы с подростком по вторникам за месяц"];
        for stray in ["вторник", "месяц", "разобрать", "первая", "только", "кругом", "взять", "час", "тех", "труднее", "протокол"]
        {
            assert!(offered(&[], &long, &[stray]).is_empty(), "{stray}");
        }
        assert_eq!(offered(&[], &long, &["протокол", "месяц", "подростка"]), ["протокол", "подростка"]);
        assert!(
            offered(&[], &["Протоколы наблюдений за птицами", "Подросток в классе и дома"], &["протокол", "подростка"]).is_empty()
        );
    }

    #[test]
    fn what_all_talk_here_is_about_is_nobodys_offer() {
        let mut index = Index::new();
        for id in 0..400 {
            let question = if id % 8 == 0 { "встреча с клиентом" } else { "погода" };
            index.learn(&Answer { id, at: id, member: id % 5, asker: Some(9), question, answer: "да", tags: &[], weight: 1.0 });
        }
        let offered = |said: &[&str]| {
            Wished::of("Апостиль до встречи", "", &[]).offered(&index, 9, &words(&["Встречи", "Апостиль", "Налоги"]), words(said))
        };
        assert!(offered(&["встречи"]).is_empty());
        assert_eq!(offered(&["апостиля"]), ["апостиля"]);
        assert!(offered(&["налоги"]).is_empty(), "spoken of beside, and not what is asked for");
    }
}
