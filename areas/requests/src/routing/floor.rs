//! What a reason may stand on. The engine ranks everybody by anything; here is decided what may be called a reason at all, and who
//! has one. A score is never touched: the floor says only of whom it may be said why them.

use crate::reasons::{self, Because};
use crate::routing::callings;
use crate::routing::offered::matter;
use crate::said_by_all;
use routing::{Index, terms};
use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

/// A past question is like a request if it shares so many of the words that say something and these make such a part of what the
/// request's title says, by the rarity of its words;
const SHARED: usize = 2;
const PART: f64 = 0.3;
/// What is told beside the title counts among them if it is so rare: «думаю» says nothing.
const TELLING: f64 = 0.3;
/// or if it shares one that says most of the title by itself, and is the only one there is or nearly as rare as a word can be.
const ALONE: f64 = 0.5;
const RARE: f64 = 0.6;
/// So many no chance brings together.
const MANY: usize = 5;
/// Letters that are compared of a past question, of what stood beside it and of its answer.
const READ: usize = 2_000;
/// Answers of members of today from which a community can tell who knows what.
const GROWN_ANSWERS: u32 = 100;
/// Below so many members everybody knows everybody, and may be asked.
const GROWN_MEMBERS: usize = 20;
/// Words up to which an answer that begins as one of [`NO_ANSWERS`] says nothing more; thanks go on for longer.
const SHORT: usize = 6;
const SHORT_THANKS: usize = 14;
const SHORT_WELCOME: usize = 12;
/// Words before which somebody is greeted: after a name of two at most.
const GREETED_BY: usize = 3;

/// Letters of a word from which it may go on.
const WITH_ENDING: usize = 5;

/// How those begin who do not know, wonder as well, or thank.
const NO_ANSWERS: [&str; 33] = [
    "не знаю",
    "не подскажу",
    "не в курсе",
    "не помню",
    "не уверен",
    "не сталкивал",
    "сам ищу",
    "сама ищу",
    "тоже",
    "аналогично",
    "тот же вопрос",
    "такой же вопрос",
    "присоединяюсь",
    "поддерживаю",
    "принимаю",
    "приду",
    "записалась",
    "забираю",
    "беру",
    "плюсую",
    "плюс",
    "понял",
    "хз",
    "ок",
    "i don't know",
    "don't know",
    "no idea",
    "not sure",
    "same here",
    "same question",
    "me too",
    "following",
    "ok",
];

const THANKS: [&str; 6] = ["спасибо", "благодарю", "спс", "thanks", "thank you", "many thanks"];

/// How those begin who call somebody else in.
const CALLS: [&str; 4] = ["зову", "позову", "подключаю", "calling in"];

/// How those begin who meet a newcomer, with their name before it or behind.
const WELCOMES: [&str; 8] =
    ["добро пожаловать", "рады вам", "рады вас", "рады видеть", "с прибытием", "welcome", "good to have you", "glad to have you"];
const GREETINGS: [&str; 10] = [
    "привет",
    "здравствуйте",
    "здравствуй",
    "добрый день",
    "добрый вечер",
    "всем привет",
    "hello",
    "hi",
    "good morning",
    "good evening",
];

/// Terms that say nothing of what a text is about.
static COMMON: LazyLock<HashSet<String>> = LazyLock::new(|| said_by_all::words().flat_map(terms).collect());

/// The words of a request by which likeness is judged.
pub(super) struct Likeness {
    /// Those of the title that say more than where.
    matter: HashSet<String>,
    title: HashMap<String, f64>,
    /// What is told about it.
    beside: HashMap<String, f64>,
    /// What a word weighs that nobody used.
    rarest: f64,
}

impl Likeness {
    pub fn of(index: &Index, title: &str, text: &str, tags: &[String]) -> Likeness {
        let tags = tags.join("\n");
        let told = telling(&format!("{title}\n{tags}"));
        // A city where somebody lives is where it is needed; another place is what is asked about: «виза в Италию».
        let about = telling(title).into_iter().filter(|term| index.profiles_with(term) == 0);
        let mut matter: HashSet<String> = matter(title).into_iter().chain(telling(&tags)).chain(about).collect();
        if matter.is_empty() {
            matter.clone_from(&told);
        }
        let weighed = |terms: HashSet<String>| -> HashMap<String, f64> {
            let weighed = terms.into_iter().map(|term| (callings::rarity(index, &term), term));
            weighed.filter(|(rarity, _)| *rarity > 0.0).map(|(rarity, term)| (term, rarity)).collect()
        };
        let mut beside = telling(text);
        beside.retain(|term| !told.contains(term));
        let (title, beside, rarest) = (weighed(told), weighed(beside), index.rarity(""));
        Likeness { matter, title, beside, rarest }
    }

    /// Whether a past exchange is like the request, and its answer was one. `told` of what was asked is what a reason tells; what stood
    /// `beside` it adds to the words that are shared and shows nothing by itself.
    pub fn holds(&self, told: &str, beside: &str, answer: &str) -> bool {
        if !is_answer(answer) || is_meeting(told, answer) {
            return false;
        }
        let mut shown = telling(unaddressed(read(told)));
        if self.matter.is_disjoint(&shown) {
            return false;
        }
        shown.extend(telling(read(answer)));
        let said: HashSet<String> = telling(read(beside)).union(&shown).cloned().collect();
        let of_title = self.title.keys().filter(|term| said.contains(*term)).count();
        let shared =
            |least: f64| of_title + self.beside.iter().filter(|(term, rarity)| **rarity >= least && said.contains(*term)).count();
        if shared(0.0) >= MANY {
            return true;
        }
        // Where it is needed is no part of what is asked for.
        let matter = || self.title.iter().filter(|(term, _)| self.matter.contains(*term));
        let whole: f64 = matter().map(|(_, rarity)| rarity).sum();
        let named = matter().filter(|(term, _)| shown.contains(*term)).map(|(_, rarity)| *rarity);
        let (part, rarest) = named.fold((0.0, 0.0), |(part, rarest), rarity| (part + rarity, f64::max(rarest, rarity)));
        let several = shared(TELLING * self.rarest) >= SHARED && part >= PART * whole;
        several || (part >= ALONE * whole && (self.title.len() + self.beside.len() == 1 || rarest >= RARE * self.rarest))
    }
}

/// As much of a text as is compared.
fn read(text: &str) -> &str {
    text.char_indices().nth(READ).map_or(text, |(end, _)| &text[..end])
}

/// The terms of a text that say what it is about; a calling is told by its subject, what is joined by hyphens by its parts.
pub(crate) fn telling(text: &str) -> HashSet<String> {
    let is_number = |term: &String| term.chars().all(|letter| letter.is_ascii_digit());
    let is_joined = |term: &String| term.contains('-') && term.chars().all(|letter| letter.is_alphabetic() || letter == '-');
    let says = |term: &String| term.chars().count() > 1 && !COMMON.contains(term) && !is_number(term) && !is_joined(term);
    terms(text).into_iter().filter(says).map(callings::subject).collect()
}

/// «Не знаю», a thanks, a plus, a welcome or a question in return are no answers: they teach nothing of what somebody knows.
pub(super) fn is_answer(text: &str) -> bool {
    let words = words(text);
    let nothing = !words.iter().any(|word| word.chars().filter(|letter| letter.is_alphabetic()).count() > 1);
    let asks_back = text.trim_end().ends_with('?') && !text.trim_end().trim_end_matches('?').contains(['.', '!', '?', '\n']);
    let is_none = words.len() <= SHORT && NO_ANSWERS.iter().any(|no| begins(&words, no));
    let is_none = is_none || (words.len() <= SHORT_THANKS && begins_soon(&words, &THANKS));
    let is_none = is_none || (words.len() <= SHORT_WELCOME && begins_soon(&words, &WELCOMES));
    let calls = words.len() <= SHORT_WELCOME && (CALLS.iter().any(|call| begins(&words, call)) || asks_another(text));
    !(nothing || asks_back || is_none || calls)
}

/// Whether it ends with a question to somebody whom it names: «Нужен ещё один взгляд. Вера, ваше мнение?»
fn asks_another(text: &str) -> bool {
    let text = text.trim_end();
    let last = text.trim_end_matches('?').rsplit(['.', '!', '?', '\n']).next().unwrap_or_default().trim();
    text.ends_with('?') && is_addressed(last)
}

/// Whether a text begins with the name of whom it is said to.
fn is_addressed(text: &str) -> bool {
    let name = text.split_once(',').map(|(name, _)| name).unwrap_or_default();
    name.starts_with(char::is_uppercase) && !name.contains(char::is_whitespace)
}

/// A text without the name of whom it is said to.
fn unaddressed(text: &str) -> &str {
    if is_addressed(text) { text.split_once(',').map_or(text, |(_, rest)| rest) } else { text }
}

/// Whether somebody only says hello, who asks nothing, and is greeted in return.
fn is_meeting(question: &str, answer: &str) -> bool {
    let (said, greeted) = (words(question), words(answer));
    !question.contains('?') && begins_soon(&said, &GREETINGS) && greeted.len() <= SHORT_THANKS && begins_soon(&greeted, &GREETINGS)
}

/// The words of a text in small letters.
fn words(text: &str) -> Vec<String> {
    let bare = |word: &str| word.to_lowercase().replace('ё', "е").trim_matches(|letter: char| !letter.is_alphanumeric()).to_owned();
    text.split_whitespace().map(bare).filter(|word| !word.is_empty()).collect()
}

/// Whether a text begins with one of these phrases, or a name goes before it.
fn begins_soon(words: &[String], phrases: &[&str]) -> bool {
    let starts = (0..GREETED_BY).filter_map(|from| words.get(from..));
    starts.into_iter().any(|rest| phrases.iter().any(|phrase| begins(rest, phrase)))
}

/// Whether a text begins with these words; the last of them may have an ending.
fn begins(words: &[String], phrase: &str) -> bool {
    let mut said = words.iter();
    let same = |part: &str, word: &String| word == part || (part.chars().count() >= WITH_ENDING && word.starts_with(part));
    phrase.split(' ').all(|part| said.next().is_some_and(|word| same(part, word)))
}

/// Whether the community has grown so far that whoever has no reason is left in peace: among twenty everybody knows everybody, and
/// without past answers nothing could speak for anybody.
pub(super) fn is_grown(index: &Index, active: &HashSet<i64>) -> bool {
    let mut answers = 0;
    active.len() >= GROWN_MEMBERS
        && active.iter().any(|member| {
            answers += index.answers_of(*member);
            answers >= GROWN_ANSWERS
        })
}

/// Whether somebody has a reason that stands.
pub(super) fn stands(facts: &[Because]) -> bool {
    facts.iter().any(reasons::Because::stands)
}

#[cfg(test)]
mod tests {
    use super::*;
    use routing::Answer;

    fn index() -> Index {
        let mut index = Index::new();
        let questions = ["Где заказать апостиль на диплом", "Как выбрать насос для скважины", "Кто чинит крыши в Казани"];
        for id in 0..600 {
            let question = usize::try_from(id % 30).ok().and_then(|number| questions.get(number)).unwrap_or(&"Где погода теплее");
            index.learn(&Answer {
                id, at: id, member: id % 30, asker: Some(99), question, answer: "Знаю", tags: &[], weight: 1.0
            });
        }
        index
    }

    fn like(title: &str, question: &str, answer: &str) -> bool {
        Likeness::of(&index(), title, "", &[]).holds(question, "", answer)
    }

    #[test]
    fn one_word_in_common_is_no_likeness_and_two_that_say_much_are() {
        assert!(like("Апостиль на диплом для консульства", "Где сделать апостиль на диплом?", "В министерстве юстиции"));
        assert!(!like("Нужен диплом капитана маломерного судна", "Где сделать апостиль на диплом?", "В министерстве юстиции"));
        assert!(!like("Насос для Алёны", "Алёна, а в отпуске вам что сказали?", "Что пора"));
        assert!(!like("Подскажите, кто знает хорошего ветеринара", "Подскажите, кто знает хорошего юриста", "Петров"));
        assert!(like("Ветеринар", "Посоветуйте ветеринара", "Клиника на Мира"), "a request of one word has no second");
        assert!(!like("Апостиль", "Кто чинит крыши в Казани", "Апостиль — в министерстве"), "the question is what is told");
    }

    #[test]
    fn what_stood_beside_a_past_question_shows_nothing_by_itself() {
        let like = |told, beside| Likeness::of(&index(), "Ищу схема-терапевта", "", &[]).holds(told, beside, "Могу в пятницу");
        assert!(!like("Женщина просит справку для суда", "Работаю по схема-терапии"));
        assert!(like("Нужна схема-терапия", ""), "joined by a hyphen, in another form");
    }

    #[test]
    fn an_answer_that_was_none_is_no_reason() {
        for answer in [
            "Не знаю",
            "+1",
            "Спасибо!",
            "А какой у вас бюджет?",
            "тоже интересно",
            "Thanks, Colin! Just the view I was missing. Noted.",
            "👍",
            "",
            "Same here, following",
            "не сталкивался",
            "Welcome, Luke. Rules are pinned, tea is imaginary.",
            "Анна, добро пожаловать! Располагайтесь.",
            "Рады вам, Пётр! Как раз не хватало вашего города.",
            "Всем спасибо, Нина особенно. Буду пробовать и вернусь с итогом.",
            "Нина, большое спасибо, записалась!",
            "Тут нужен ещё один взгляд. Вера, ваше мнение?",
            "Зову на помощь. Павел, вы на разборе рассказывали похожее",
            "Забираю в копилку",
        ] {
            assert!(!is_answer(answer), "{answer}");
        }
        for answer in [
            "Две недели",
            "На заводе",
            "Не знаю, но в прошлом году это делала Вера из соседнего отдела",
            "Okna.ru",
            "Зачем вам это? Возьмите готовое.",
            "Возьмите готовое, у завода. Зачем вам это?",
            "Привет! Позвоните в визовый центр",
        ] {
            assert!(is_answer(answer), "{answer}");
        }
        let hello = "Hi, Luke, Edinburgh. These days steel frames and two small children";
        assert!(is_meeting(hello, "Luke, hello! I think we met on a course."));
        assert!(!is_meeting("Hello! Who draws steel frames?", "Hi, I do"));
        assert!(!is_meeting(hello, "Steel frames are what we look for, write to me"));
    }
}
