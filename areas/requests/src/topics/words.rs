//! Texts as words that may say what a request is about: each with its stem and as it was written, common words left out.

use crate::said_by_all;
use std::collections::{BTreeMap, HashMap, HashSet};

/// Words of one request that are read, its title first.
const READ: usize = 120;

/// Words that make no topic, though two requests that share them may be alike; beside those that say nothing anywhere.
const ABOUT_NOTHING: &str = "январь февраль март апрель май мая июнь июль август сентябрь октябрь ноябрь декабрь \
    а бы в во вы да до за и из им их к ко ли на не ни но ну о об он от по с со так там то тут ты у я ее ей ему ещё вот вами \
    весь всё всего всю был была были было дело дела дни года часто пока потом после перед через около между более менее больше \
    меньше много мало должен хорошо хорошую лучший одна одно другой другая свои такой такая чей работал работали говорит думаю \
    искать попробовать стать писать написать видел встречал дать дайте решение решения обратиться подойдет подойти например \
    спс заранее всех что-нибудь кому-нибудь чего чему том теме полгода полугода ночь полдень срок срочно восемь девять десять \
    шесть семь двух трех вместе каждый любой нужный готов готовы готова коллега взгляд стороны больше-меньше словно никогда \
    иногда обычно снова опять давно недавно сначала потому поэтому хотя тогда человека людей стал стала стало становится будто \
    клиент клиента клиентка клиентки клиенты лично коротко подробно почти взамен удобно важно быстро плиз пжл пожалуста ребятки несколько следующий следующая следующее \
    скажите скажи скажет подсказку пытаюсь пытался суть кстати использовании использование правильно нормально случае примерно \
    конкретно буд могу мочь часть вид сторона место слово контакт контакты советы совет рекомендация рекомендации a an as at \
    be been but by do does did down each else even ever few get gets getting give go going better great had he her here his if \
    in into is it its just last let like long lot made make makes many maybe me more most much my no not now of off on once \
    only or other out over own really right same say see seen she should since so something still such take than thing things \
    think to today too trying under up us very was we well were while why will within years yes yet dear friends idea ideas \
    client clients customer customers near around between without across along until watch worth http https www com net org ru html";

/// A word: the stem by which it is compared, and the form it was written in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Word {
    pub stem: u32,
    pub form: u32,
}

/// Stems and forms by numbers. What a word is, is found out once.
pub(super) struct Lexicon {
    common: HashSet<String>,
    /// What is known of each spelling; nothing for those that say nothing.
    spellings: HashMap<String, Option<Word>>,
    stems: HashMap<String, u32>,
    pub names: Vec<String>,
    pub forms: Vec<String>,
}

impl Lexicon {
    /// `more`: words that say nothing in this community beside those that never do.
    pub fn new<'w>(more: impl IntoIterator<Item = &'w str>) -> Lexicon {
        let listed = said_by_all::words().chain(ABOUT_NOTHING.split_whitespace());
        let common = listed.flat_map(stems).chain(more.into_iter().flat_map(stems)).collect();
        Lexicon { common, spellings: HashMap::new(), stems: HashMap::new(), names: Vec::new(), forms: Vec::new() }
    }

    /// The words of a text in their order; a gap where a common word or a mark of the end of a phrase stands.
    pub fn read(&mut self, text: &str) -> Vec<Option<Word>> {
        let mut read = Vec::new();
        for chunk in text.split_whitespace() {
            if chunk.contains("://") || chunk.starts_with("www.") || chunk.starts_with('@') {
                read.push(None);
                continue;
            }
            let ends = chunk.ends_with(|letter: char| !letter.is_alphanumeric());
            for spelled in chunk.split(|letter: char| !letter.is_alphanumeric()).filter(|part| !part.is_empty()) {
                read.push(self.word(spelled));
            }
            if ends {
                read.push(None);
            }
            if read.len() >= READ {
                break;
            }
        }
        read
    }

    fn word(&mut self, spelled: &str) -> Option<Word> {
        if let Some(known) = self.spellings.get(spelled) {
            return known.clone();
        }
        let folded = search::fold(spelled);
        let stem = search::stem(&folded).into_owned();
        let says = says_something(spelled, &folded) && !self.common.contains(&stem);
        let word = says.then(|| Word { stem: self.number(stem), form: self.form(spelled) });
        self.spellings.insert(spelled.to_owned(), word.clone());
        word
    }

    fn number(&mut self, stem: String) -> u32 {
        let next = u32::try_from(self.names.len()).unwrap_or(u32::MAX);
        let names = &mut self.names;
        *self.stems.entry(stem).or_insert_with_key(|stem| {
            names.push(stem.clone());
            next
        })
    }

    fn form(&mut self, spelled: &str) -> u32 {
        self.forms.push(shown(spelled));
        u32::try_from(self.forms.len() - 1).unwrap_or(u32::MAX)
    }

    /// The number of a stem that was met.
    pub fn known(&self, stem: &str) -> Option<u32> {
        self.stems.get(stem).copied()
    }
}

/// The stems of a phrase, all its words.
pub fn stems(phrase: &str) -> Vec<String> {
    search::fold(phrase).split_whitespace().map(|word| search::stem(word).into_owned()).collect()
}

/// By what a tag or a name is compared: the stems of its words.
pub fn key(phrase: &str) -> String {
    stems(phrase).join(" ")
}

/// Numbers say nothing alone, and short words only where they are names: «ИП», «1С».
fn says_something(spelled: &str, folded: &str) -> bool {
    let letters = folded.chars().count();
    if folded.chars().all(|letter| !letter.is_alphabetic()) || letters > 40 {
        return false;
    }
    let name = || spelled.chars().all(|letter| letter.is_uppercase() || letter.is_numeric());
    letters > 2 || (letters == 2 && name())
}

/// A form as it may stand in a name: as a sentence begins says nothing, capitals within a word do.
fn shown(spelled: &str) -> String {
    if spelled.chars().skip(1).any(char::is_uppercase) { spelled.to_owned() } else { spelled.to_lowercase() }
}

/// Endings of Russian verbs that no noun shares in the forms in which requests have it.
const VERBS: [&str; 29] = [
    "осит",
    "одит",
    "орит",
    "осят",
    "одят",
    "орят",
    "ало",
    "ило",
    "ыло",
    "яло",
    "ться",
    "тся",
    "лся",
    "лась",
    "лись",
    "ешь",
    "ишь",
    "ует",
    "уют",
    "ает",
    "ают",
    "яет",
    "яют",
    "йте",
    "ейся",
    "ивать",
    "ите",
    "юсь",
    "аю",
];
/// Nouns end so too: новость, сеть, память;
const NOUNS_LIKE_VERBS: [&str; 5] = ["сть", "еть", "мять", "фть", "рть"];
/// and these.
const NOUNS: [&str; 10] = ["начало", "зеркало", "покрывало", "одеяло", "правило", "мыло", "крыло", "светило", "мерило", "точило"];

/// A word that does or how it is done, and names nothing: «разобраться», «срочно».
pub(super) fn names_nothing(form: &str) -> bool {
    let ends = |endings: &[&str]| endings.iter().any(|ending| form.ends_with(ending));
    let infinitive = form.ends_with("ть") && !ends(&NOUNS_LIKE_VERBS);
    infinitive || (ends(&VERBS) && !NOUNS.contains(&form)) || (form.ends_with("но") && form.chars().count() > 4)
}

/// Which forms stand for something, and how often each.
#[derive(Clone, Debug, Default)]
pub(super) struct Forms(BTreeMap<String, usize>);

impl Forms {
    /// Whether a third of those who wrote the word meant no thing by it.
    pub fn name_nothing(&self) -> bool {
        let all: usize = self.0.values().sum();
        let nothing: usize = self.0.iter().filter(|(form, _)| names_nothing(form)).map(|(_, met)| met).sum();
        nothing > 0 && nothing * 3 >= all
    }

    pub fn meet(&mut self, form: &str) {
        match self.0.get_mut(form) {
            Some(met) => *met += 1,
            None => {
                self.0.insert(form.to_owned(), 1);
            }
        }
    }

    pub fn met(&self) -> impl Iterator<Item = (&str, usize)> {
        self.0.iter().map(|(form, met)| (form.as_str(), *met))
    }

    pub fn add(&mut self, form: &str, met: usize) {
        *self.0.entry(form.to_owned()).or_default() += met;
    }

    /// The form of dictionaries, where the forms that were met tell which of them that is; else the most frequent one.
    #[cfg(test)]
    pub fn name(&self) -> Option<&str> {
        self.dictionary().or_else(|| self.usual())
    }

    /// The form of dictionaries, where the forms that were met tell which of them that is.
    pub fn dictionary(&self) -> Option<&str> {
        let ends = |form: &&String, endings: &[&str]| endings.iter().any(|ending| form.ends_with(ending));
        let met = |endings: &[&str]| self.0.keys().filter(|form| ends(form, endings)).min_by_key(|form| form.chars().count());
        let bare = || self.0.keys().find(|form| !form.ends_with(['а', 'е', 'и', 'о', 'у', 'ы', 'ю', 'я', 'м', 'в', 'х', 'й']));
        let (herself, himself) = (met(&["ой", "ою", "ей"]).is_some(), met(&["ом", "ов"]).is_some());
        let one_word = self.0.keys().all(|form| !form.contains(' ') && !form.is_ascii());
        let adjective = met(&["ый", "ий", "ого", "его", "ому", "ему", "ых", "их", "ую", "ые", "ие"]).is_some();
        let times = |form: Option<&String>| form.and_then(|form| self.0.get(form)).copied().unwrap_or_default();
        let others = met(&["у", "е", "ы", "и"]).is_some();
        let found = match (one_word && !adjective, herself, himself) {
            (true, true, false) => met(&["а", "я"]),
            (true, false, true) => bare(),
            // «Встрече, встречу»: what ends in «у» and in «е» and was met in «а» is named by it.
            // Of what ends in nothing at all as well, the rarer «у» tells that «а» is not its name: «договор, договора».
            (true, false, false) if met(&["у"]).is_some() && met(&["е", "ы", "и"]).is_some() => {
                if times(bare()) >= times(met(&["у"])) { bare() } else { met(&["а"]) }
            }
            (true, false, false) if !others && met(&["а"]).is_some() => bare(),
            _ => None,
        };
        found.map(String::as_str)
    }

    /// The most frequent one; of equals the shortest, and the first in the order of letters.
    pub fn usual(&self) -> Option<&str> {
        let order = |form: &str| (std::cmp::Reverse(form.chars().count()), std::cmp::Reverse(form.to_owned()));
        let most = |left: &(&String, &usize), right: &(&String, &usize)| {
            left.1.cmp(right.1).then_with(|| order(left.0).cmp(&order(right.0)))
        };
        self.0.iter().max_by(most).map(|(form, _)| form.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<String> {
        let mut lexicon = Lexicon::new(["запрос"]);
        let words = lexicon.read(text);
        words
            .into_iter()
            .map(|word| word.map_or_else(|| "-".to_owned(), |word| lexicon.forms[word.form as usize].clone()))
            .collect()
    }

    #[test]
    fn words_that_say_something_are_read() {
        assert_eq!(read("#запрос Ищу Юриста, аренда"), ["-", "-", "юриста", "-", "аренда"]);
        assert_eq!(read("кто знает 1С и ИП на PostgreSQL 2026?"), ["-", "-", "1С", "-", "ИП", "-", "PostgreSQL", "-", "-"]);
        assert_eq!(read("см. https://example.org/юрист @юрист"), ["-", "-", "-", "-"]);
    }

    #[test]
    fn forms_are_shown_as_most_wrote_them() {
        let mut forms = Forms::default();
        ["юриста", "юрист", "юриста", "юрист"].iter().for_each(|form| forms.meet(form));
        assert_eq!(forms.usual(), Some("юрист"));
        forms.meet("юриста");
        assert_eq!(forms.usual(), Some("юриста"));
        assert!(!forms.name_nothing());
        let named = |met: &[&str]| {
            let mut forms = Forms::default();
            met.iter().for_each(|form| forms.meet(form));
            forms.name().map(str::to_owned)
        };
        assert_eq!(named(&["встрече", "встрече", "встречу", "встреча", "встречи"]).as_deref(), Some("встреча"));
        assert_eq!(named(&["аренды", "аренды", "арендой", "аренда"]).as_deref(), Some("аренда"));
        assert_eq!(named(&["договора", "договора", "договором", "договор"]).as_deref(), Some("договор"));
        assert_eq!(named(&["встрече", "встречам"]).as_deref(), Some("встрече"), "a form that nobody wrote is not made up");
        assert_eq!(named(&["семейного", "семейного", "семейной", "семейная"]).as_deref(), Some("семейного"));
        for (form, nothing) in [
            ("просит", true),
            ("застыло", true),
            ("начало", false),
            ("кредит", false),
            ("разобраться", true),
            ("срочно", true),
            ("делает", true),
            ("новость", false),
            ("кабинет", false),
            ("кино", false),
        ] {
            assert_eq!(names_nothing(form), nothing, "{form}");
        }
        assert_eq!(key("Семейные юристы"), key("семейный  юрист"));
    }
}
