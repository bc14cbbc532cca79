//! How surely a message of a conversation asks the community for help: a logistic sum of what can be seen in its words and in
//! when it was written. Russian and English.
//!
//! The weights are fitted (ridge 1) on 390 messages of a real chat that a person read and labelled, drawn from five strata of
//! its 41,021 beginnings; `bench/RESULTS.md` has precision and recall with their intervals.

use kernel::{MICROS_PER_SECOND, Micros};

/// From here on a message is called a request.
pub const SURE: f64 = 0.5;
/// Words that are looked at.
const WORDS: usize = 400;
/// Whoever wrote so shortly before goes on with what they were saying.
const GOES_ON: Micros = 600 * MICROS_PER_SECOND;
const DAY: Micros = 86_400 * MICROS_PER_SECOND;

const NOTHING: f64 = -3.5;
const QUESTION: f64 = 2.23;
const PLEA: f64 = 2.87;
const OPENS: f64 = 0.89;
const GREETS: f64 = 1.75;
const LENGTH: f64 = 0.28;
const CONTINUES: f64 = -1.28;
const PAUSE: f64 = 0.22;
const TO_SOMEBODY: f64 = -0.98;
const SHORT: f64 = -1.0;
/// Set by hand, since the labelled chat hardly has them: somebody who says who they are, and a question that only greets.
const INTRODUCES: f64 = -3.5;
const SMALL_TALK: f64 = -2.5;

/// Beginnings of words that say what is wanting.
const NEEDS: [&str; 8] = ["нужен", "нужна", "нужно", "нужны", "требуется", "need", "looking", "wanted"];

/// Beginnings of words that plead.
const PLEAS: [&str; 15] = [
    "подскаж",
    "посовет",
    "помогите",
    "поможете",
    "помочь",
    "порекоменд",
    "рекоменд",
    "сталкивал",
    "поделитесь",
    "ищу",
    "ищем",
    "recommend",
    "advise",
    "advice",
    "suggestion",
];
const PAIRS: [(&str, &str); 18] = [
    ("у", "кого"),
    ("нужна", "помощь"),
    ("нужен", "совет"),
    ("нет", "ли"),
    ("есть", "кто"),
    ("есть", "ли"),
    ("кто", "нибудь"),
    ("кто", "нить"),
    ("кто", "либо"),
    ("looking", "for"),
    ("please", "help"),
    ("any", "ideas"),
    ("help", "me"),
    ("does", "anyone"),
    ("has", "anyone"),
    ("anyone", "know"),
    ("can", "someone"),
    ("can", "anyone"),
];
const WHO: [&str; 5] = ["кто", "кого", "anyone", "anybody", "someone"];
/// What somebody may know or have done: beginnings of words.
const DOES: [&str; 28] = [
    "знает",
    "знаком",
    "сталкив",
    "может",
    "мог",
    "пользов",
    "использ",
    "работал",
    "пробов",
    "пыта",
    "дела",
    "умеет",
    "в",
    "встреч",
    "имел",
    "настра",
    "реш",
    "подключ",
    "юзал",
    "собирал",
    "запуск",
    "посовет",
    "подскаж",
    "know",
    "tried",
    "used",
    "recommend",
    "help",
];
const OPENINGS: [&str; 26] = [
    "как",
    "почему",
    "какой",
    "какая",
    "какие",
    "какую",
    "каким",
    "каких",
    "чем",
    "можно",
    "возможно",
    "возможность",
    "вопрос",
    "ошибк",
    "проблем",
    "why",
    "how",
    "which",
    "question",
    "error",
    "problem",
    "issue",
    "получается",
    "понять",
    "нужн",
    "need",
];
const GREETINGS: [&str; 19] = [
    "привет",
    "приветствую",
    "добр",
    "здравств",
    "коллег",
    "друзья",
    "господа",
    "народ",
    "ребят",
    "ребя",
    "ребзя",
    "парни",
    "товарищ",
    "всем",
    "hi",
    "hello",
    "hey",
    "dear",
    "colleagues",
];
const YOU: [&str; 12] = ["ты", "тебе", "тебя", "твой", "вам", "вас", "ваш", "вы", "вами", "you", "your", "yours"];

/// What whoever introduces themselves says beside their name: beginnings of words.
const OF_ONESELF: [&str; 7] = ["умею", "занима", "работаю", "город", "знакомств", "представ", "glad"];
/// Questions that greet.
const CHAT: [(&str, &str); 14] = [
    ("а", "вы"),
    ("ваше", "утро"),
    ("ваш", "вечер"),
    ("ваш", "день"),
    ("ваше", "настроение"),
    ("как", "настроение"),
    ("ваши", "выходные"),
    ("прошли", "выходные"),
    ("как", "дела"),
    ("вы", "отдыхаете"),
    ("your", "morning"),
    ("your", "evening"),
    ("your", "weekend"),
    ("everyone", "doing"),
];

/// A message that begins something, with what was around it.
#[derive(Clone, Copy, Debug)]
pub struct Beginning<'a> {
    pub text: &'a str,
    /// Since anybody wrote in this chat; none for its first message.
    pub pause: Option<Micros>,
    /// Since its author last wrote in this chat.
    pub own_pause: Option<Micros>,
}

/// From 0 to 1: how surely it asks for help.
pub fn confidence(beginning: &Beginning<'_>) -> f64 {
    let words = words(beginning.text);
    if words.is_empty() {
        return 0.0;
    }
    let greets = words.iter().take(3).any(|word| begins(word, &GREETINGS));
    let to_somebody = !greets && words.iter().any(|word| YOU.contains(&word.as_str()));
    let mut sum = NOTHING;
    let mut add = |holds: bool, weight: f64| sum += if holds { weight } else { 0.0 };
    add(asks(beginning.text), QUESTION);
    add(pleads(&words), PLEA);
    add(words.iter().any(|word| begins(word, &OPENINGS)), OPENS);
    add(greets, GREETS);
    add(beginning.own_pause.is_some_and(|pause| pause < GOES_ON), CONTINUES);
    add(to_somebody, TO_SOMEBODY);
    add(words.len() < 4, SHORT);
    add(introduces(&words) && !asks(beginning.text), INTRODUCES);
    add(has_pair(&words, &CHAT) && !pleads(&words), SMALL_TALK);
    let pause = beginning.pause.unwrap_or(DAY).clamp(0, DAY) as f64 / (60 * MICROS_PER_SECOND) as f64;
    sum += LENGTH * ((words.len().min(100) as f64).ln_1p() - 2.0) + PAUSE * (pause.ln_1p() - 2.0);
    1.0 / (1.0 + (-sum).exp())
}

/// Hashtags of a text, folded, without the sign.
pub fn hashtags(text: &str) -> impl Iterator<Item = String> {
    text.split_whitespace()
        .filter_map(|word| word.strip_prefix('#'))
        .map(|word| kernel::fold(word.trim_end_matches(|letter: char| !letter.is_alphanumeric() && letter != '_')))
        .filter(|tag| !tag.is_empty())
}

/// Whether a text asks for something at all, whoever it is said to: what offers or tells does not.
pub fn seeks(text: &str) -> bool {
    let words = words(text);
    let opens = words.iter().take(2).any(|word| begins(word, &OPENINGS));
    let needs = words.iter().any(|word| begins(word, &NEEDS));
    asks(text) || pleads(&words) || opens || needs || hashtags(text).next().is_some()
}

/// A question mark outside of addresses, and of what others said.
fn asks(text: &str) -> bool {
    let mut quoted = 0;
    let own: String = text
        .chars()
        .filter(|letter| {
            match letter {
                '«' | '“' => quoted += 1,
                '»' | '”' => quoted = (quoted - 1).max(0),
                _ => {}
            }
            quoted == 0
        })
        .collect();
    own.split_whitespace().any(|word| word.contains('?') && !word.contains("://"))
}

fn introduces(words: &[String]) -> bool {
    has_pair(words, &[("меня", "зовут"), ("my", "name")]) && words.iter().any(|word| begins(word, &OF_ONESELF))
}

fn has_pair(words: &[String], pairs: &[(&str, &str)]) -> bool {
    words.windows(2).any(|pair| pairs.contains(&(pair[0].as_str(), pair[1].as_str())))
}

fn pleads(words: &[String]) -> bool {
    let who = |(place, word): (usize, &String)| {
        WHO.contains(&word.as_str()) && words[place + 1..].iter().take(3).any(|next| begins(next, &DOES))
    };
    words.iter().any(|word| begins(word, &PLEAS)) || has_pair(words, &PAIRS) || words.iter().enumerate().any(who)
}

fn begins(word: &str, stems: &[&str]) -> bool {
    stems.iter().any(|stem| word.starts_with(stem))
}

/// Words in lower case, ё as е, addresses left out.
pub(super) fn words(text: &str) -> Vec<String> {
    let spoken = text.split_whitespace().filter(|word| !word.contains("://") && !word.starts_with("www."));
    let parts = spoken.flat_map(|word| word.split(|letter: char| !letter.is_alphanumeric()));
    parts.filter(|word| !word.is_empty()).take(WORDS).map(|word| word.to_lowercase().replace('ё', "е")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> f64 {
        confidence(&Beginning { text, pause: Some(DAY / 24), own_pause: None })
    }

    #[test]
    fn pleas_are_told_from_talk() {
        for text in [
            "Добрый день! Подскажите, пожалуйста, семейного терапевта в Казани",
            "Коллеги, кто-нибудь работал с подростками после переезда?",
            "Ищу супервизора, кто знает хорошего?",
            "Hi all, does anyone know a good accountant in Berlin?",
        ] {
            assert!(of(text) > 0.8, "{text}: {}", of(text));
        }
        for text in ["Спасибо!", "Да, так и сделал", "Вот ссылка https://example.org/?a=1", "ок", "", "Всем отличных выходных"]
        {
            assert!(of(text) < 0.3, "{text}: {}", of(text));
        }
    }

    #[test]
    fn who_says_who_they_are_who_greets_and_who_quotes_asks_for_nothing() {
        for text in [
            "Коллеги, добрый вечер! Меня зовут Полина, город — Москва. Умею слушать, ищу тех, с кем можно думать вслух.",
            "За окном снег, в чашке остывший чай, до клиента пять минут. Как ваше утро, коллеги?",
            "Пришёл новый клиент, огляделся: «а где кушетка?» Пришлось признаться, что кушетка дома и занята котом.",
        ] {
            assert!(of(text) < SURE, "{text}: {}", of(text));
        }
        for text in [
            "Меня зовут Вера, город Казань. Кто посоветует детского врача?",
            "Коллеги, как вы говорите с теми, кто спрашивает «сколько это стоит?»? Подскажите слова",
        ] {
            assert!(of(text) > SURE, "{text}: {}", of(text));
        }
    }

    #[test]
    fn going_on_is_no_new_request() {
        let text = "А какая версия?";
        let fresh = confidence(&Beginning { text, pause: Some(DAY), own_pause: None });
        let going_on = confidence(&Beginning { text, pause: Some(MICROS_PER_SECOND), own_pause: Some(MICROS_PER_SECOND) });
        assert!(going_on < fresh && going_on < SURE, "{going_on} {fresh}");
    }

    #[test]
    fn hashtags_are_whole_words() {
        let of = |text: &str| hashtags(text).collect::<Vec<_>>();
        assert_eq!(of("Нужен юрист #Запрос. #москва!"), ["запрос", "москва"]);
        assert!(of("запрос # без знака").is_empty());
    }
}
