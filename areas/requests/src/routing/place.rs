//! Where a request is about a place, and who is there. A city says nothing of what somebody can do: it is told beside another
//! reason, and is one by itself only where the place is half of what is asked for: «Кабинет в Казани».

use super::floor::telling;
use super::offered::items;
use routing::{Index, terms};
use std::collections::HashSet;

/// Names under which one place is known, the full one first.
const SAME: [&[&str]; 12] = [
    &["петербург", "питер", "спб", "petersburg"],
    &["москва", "мск", "moscow"],
    &["казань", "kazan"],
    &["самара", "samara"],
    &["екатеринбург", "yekaterinburg", "ekaterinburg"],
    &["новосибирск", "novosibirsk"],
    &["краснодар", "krasnodar"],
    &["минск", "minsk"],
    &["тбилиси", "tbilisi"],
    &["ереван", "yerevan"],
    &["белград", "belgrade"],
    &["лондон", "london"],
];
/// Left out as often as not.
const SAINT: &str = "санкт-";
/// Endings that the stem of «Саратов» loses and that of «в Саратове» keeps.
const FAMILY: [&str; 2] = ["ов", "ев"];
/// What stands before a place.
const BEFORE: &str = "в во из под на до у около близ возле по через in from near at around to";
/// What says before these that it is not there,
const NOT: [&str; 4] = ["не", "ни", "not", "кроме"];
/// and how words begin that tell of a way: what is left by it is not where anything is needed.
const AWAY: [&str; 7] = ["переезж", "переезд", "переех", "перебир", "перебра", "moving", "relocat"];
const FROM: [&str; 2] = ["из", "from"];
/// What is somewhere, or is nowhere.
const SOMEWHERE: &str = "кабинет помещение аренда арендовать зал офис квартира комната жилье посылка коворкинг парковка район переезд \
    переезжать переезжаю office room rent flat apartment venue hall parcel coworking parking neighbourhood moving relocate relocating";
/// A title that says no more than this beside its place is half about it;
const BESIDE: usize = 1;
/// or no more than this beside what is somewhere.
const BESIDE_SOMEWHERE: usize = 2;
/// Where more than one in so many live, living there says nothing; so few never are too many.
const ONE_IN: usize = 4;
const FEW: usize = 3;

/// The place that a request names, in its field or its title.
pub(super) struct Place {
    field: HashSet<String>,
    /// The words of the title: what stands before each, and what it is.
    title: Vec<(String, String)>,
    said: HashSet<String>,
}

impl Place {
    pub fn of(title: &str, city: &str) -> Place {
        let words: Vec<String> =
            title.split(|letter: char| !is_of_word(letter)).map(folded).filter(|word| !word.is_empty()).collect();
        let before = std::iter::once(String::new()).chain(words.iter().cloned());
        let field = items(city).flat_map(|part| whole(&part)).collect();
        Place { field, title: before.zip(words.clone()).collect(), said: telling(&words.join(" ")) }
    }

    /// The place of a profile that the request names, and whether that is reason enough to ask whoever is there.
    pub fn shared(&self, index: &Index, members: usize, city: &str) -> Option<(String, bool)> {
        let parts = items(city).flat_map(|part| part.split('/').map(|part| part.trim().to_owned()).collect::<Vec<_>>());
        let named = parts.map(|part| (whole(&part), part)).find(|(terms, _)| !terms.is_empty() && self.names(terms))?;
        let (place, part) = named;
        let few = index.profiles_with(&part) <= FEW.max(members / ONE_IN);
        Some((part, few && self.is_half(&place)))
    }

    fn names(&self, place: &[String]) -> bool {
        if place.iter().all(|term| self.field.contains(term)) {
            return true;
        }
        let is_named = |at: usize| {
            let said: Vec<String> = self.title[at..].iter().take(place.len()).flat_map(|(_, word)| whole(word)).collect();
            self.is_where(at) && said.iter().take(place.len()).eq(place)
        };
        (0..self.title.len()).any(is_named)
    }

    /// Whether a word of the title stands where a place does that is meant: neither «не в» nor what somebody moves away from.
    fn is_where(&self, at: usize) -> bool {
        let before = self.title[at].0.as_str();
        let not = at > 0 && NOT.contains(&self.title[at - 1].0.as_str());
        let away = || self.title.iter().any(|(_, word)| AWAY.iter().any(|begun| word.starts_with(begun)));
        BEFORE.split_whitespace().any(|known| known == before) && !not && !(FROM.contains(&before) && away())
    }

    /// Whether little else is asked for.
    fn is_half(&self, place: &[String]) -> bool {
        let somewhere: HashSet<String> = terms(SOMEWHERE).into_iter().collect();
        let about_it = self.said.iter().any(|term| somewhere.contains(term));
        let of_place = |term: &String| whole(term).iter().any(|term| place.contains(term)) || place.contains(term);
        let beside = self.said.iter().filter(|term| !somewhere.contains(*term) && !of_place(term)).count();
        beside <= if about_it { BESIDE_SOMEWHERE } else { BESIDE }
    }
}

/// What to add to a city in the index, so that it is found under its other names, and in a form that stems to another word.
pub(crate) fn other_names(city: &str) -> String {
    let city = folded(city);
    let said: HashSet<String> = terms(&city).into_iter().collect();
    let is_said = |names: &&&[&str]| names.iter().any(|name| terms(name).iter().all(|term| said.contains(term)));
    let names = SAME.iter().filter(is_said).map(|names| names.join(" "));
    let of_family = |word: &&str| FAMILY.iter().any(|ending| word.ends_with(ending));
    let forms = city.split(|letter: char| !letter.is_alphabetic()).filter(of_family).map(|word| format!("{word}е"));
    names.chain(forms).collect::<Vec<_>>().join(" ")
}

/// The terms of a place's name, without the river that it stands on: people leave that out.
fn whole(name: &str) -> Vec<String> {
    let name = folded(name).replace(SAINT, "");
    let said = terms(name.split("-на-").next().unwrap_or_default());
    let same = SAME.iter().find(|names| names.iter().any(|known| terms(known) == said)).and_then(|names| names.first());
    let said = same.map_or(said, |name| terms(name)).into_iter().filter(|term| !term.contains('-'));
    said.map(|term| FAMILY.iter().find_map(|ending| term.strip_suffix(ending)).unwrap_or(&term).to_owned()).collect()
}

fn folded(word: &str) -> String {
    word.trim_matches('-').to_lowercase().replace('ё', "е")
}

fn is_of_word(letter: char) -> bool {
    letter.is_alphanumeric() || letter == '-'
}

#[cfg(test)]
mod tests {
    use super::*;
    use routing::Profile;

    fn index() -> Index {
        let mut index = Index::new();
        for member in 0..40 {
            let city = match member {
                0..20 => "Москва",
                20..24 => "Казань",
                _ => "Нижний Новгород",
            };
            index.describe(member, &Profile { offers: &[city], knows: &[] });
        }
        index
    }

    fn shared(title: &str, field: &str, city: &str) -> Option<bool> {
        Place::of(title, field).shared(&index(), 40, city).map(|(_, enough)| enough)
    }

    #[test]
    fn a_place_is_half_of_a_matter_that_says_little_else() {
        assert_eq!(shared("Кабинет в Казани", "", "Казань"), Some(true));
        assert_eq!(shared("Ищу кабинет в аренду в Казани на два дня", "", "Казань, Россия"), Some(true));
        assert_eq!(shared("Кабинет психолога", "Казань", "Казань"), Some(true));
        assert_eq!(shared("Ветеринар в Казани", "", "Казань"), Some(true));
        assert_eq!(shared("Бухгалтер на упрощёнке, знающий маркетплейсы, в Казани", "", "Казань"), Some(false));
        assert_eq!(shared("Одолжите велосипедный насос с манометром", "Казань", "Казань"), Some(false));
        assert_eq!(shared("Кабинет в Москве", "", "Москва"), Some(false), "half of all live there");
    }

    #[test]
    fn a_place_that_is_denied_or_left_is_none() {
        assert_eq!(shared("Ищу коллегу не из Казани", "", "Казань"), None);
        assert_eq!(shared("Кабинет, только не в Казани", "", "Казань"), None);
        assert_eq!(shared("An office, not in Kazan", "", "Казань"), None);
        assert_eq!(shared("Ищу коллегу из Казани", "", "Казань"), Some(true));
        let moving = "Переезжаю из Казани в Самару, нужен кабинет в Самаре";
        assert_eq!(shared(moving, "", "Казань"), None);
        assert!(shared(moving, "", "Самара").is_some());
        assert_eq!(shared("Moving from Kazan to Moscow", "", "Kazan"), None);
    }

    #[test]
    fn a_place_is_the_same_in_latin_letters() {
        assert_eq!(shared("Office in Kazan", "", "Казань"), Some(true));
        assert_eq!(shared("Кабинет в Казани", "", "Kazan"), Some(true));
        assert!(shared("English-speaking therapist", "Kazan", "Казань").is_some());
        assert!(terms(&other_names("Казань, Россия")).contains(&"kazan".to_owned()));
    }

    #[test]
    fn a_place_is_named_as_one_and_under_any_of_its_names() {
        assert_eq!(shared("Казанский собор и его архитектор", "", "Казань"), None);
        assert_eq!(shared("Стихи про Владимира Маяковского", "", "Владимир"), None);
        assert_eq!(shared("Кабинет в Казани", "", "Пермь"), None);
        assert_eq!(shared("Кабинет", "", "Казань"), None);
        for title in ["Кабинет в Питере", "Кабинет в СПб", "Кабинет в Санкт-Петербурге", "Кабинет в Петербурге"]
        {
            assert_eq!(shared(title, "", "Санкт-Петербург"), Some(true), "{title}");
        }
        assert_eq!(shared("Кабинет в Ростове", "", "Ростов-на-Дону"), Some(true));
        assert_eq!(shared("Кабинет в Саратове", "", "Саратов"), Some(true));
        assert_eq!(shared("Кабинет в Нижнем Новгороде", "", "Нижний Новгород"), Some(false), "sixteen of forty");
        assert_eq!(shared("Кабинет в Нижнем Тагиле", "", "Нижний Новгород"), None);
        assert!(other_names("Санкт-Петербург").contains("питер") && other_names("Омск").is_empty());
        assert_eq!(other_names("Ростов-на-Дону"), "ростове");
    }
}
