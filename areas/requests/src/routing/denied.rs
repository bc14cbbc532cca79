//! What a request says that it does not want: «не Москва», «не нужен психолог, нужен психиатр», «только не Вера Павлова». Whoever is
//! met by such a word would be asked for the very thing that is not sought, and whoever is named so would read it.

use super::floor::telling;

/// What says that something is not meant,
const NOT: [&str; 3] = ["не", "ни", "not"];
/// and what leaves something out by itself.
const BUT: [&str; 4] = ["кроме", "except", "исключая", "excluding"];
/// What may stand before it at the beginning of a clause.
const LINKS: [&str; 8] = ["только", "но", "а", "и", "лишь", "just", "but", "only"];
/// After «не», what is not wanted: all of the clause.
const WANTED: [&str; 16] = [
    "нужен",
    "нужна",
    "нужно",
    "нужны",
    "ищу",
    "ищем",
    "интересует",
    "интересуют",
    "подходит",
    "подходят",
    "подойдет",
    "подойдут",
    "предлагать",
    "предлагайте",
    "needed",
    "looking",
];
/// A clause that only at its end says so is no longer than this: «Москва не подходит».
const SHORT: usize = 4;
/// What stands before a place or a person.
const IN: [&str; 17] =
    ["в", "во", "из", "на", "под", "у", "от", "с", "со", "к", "in", "near", "from", "around", "by", "with", "to"];
const ENDS: [char; 13] = [',', '.', ';', ':', '!', '?', '\n', '(', ')', '—', '–', '«', '»'];

/// A text without what it denies; all of it where nothing would be left.
pub(super) fn meant(text: &str) -> String {
    let words = |clause: &str| clause.split_whitespace().collect::<Vec<_>>().join(" ");
    let clauses: Vec<String> = text.split(ENDS).map(words).collect();
    let left: Vec<String> = clauses.iter().map(|clause| without(clause)).collect();
    let meant = left.iter().filter(|clause| !clause.is_empty()).cloned().collect::<Vec<_>>().join(", ");
    if left == clauses || telling(&meant).is_empty() { text.to_owned() } else { meant }
}

/// The names that a text leaves out, in the form in which it has them: places and people.
pub(super) fn names(text: &str) -> Vec<String> {
    let of = |clause: &str| {
        let words: Vec<&str> = clause.split_whitespace().collect();
        let small = small(&words);
        let is = |at: usize, list: &[&str]| small.get(at).is_some_and(|word| list.contains(&word.as_str()));
        let left_out = (0..words.len()).filter_map(|at| after(&words, at, &is));
        left_out.map(|(from, end)| words[from..end].join(" ")).collect::<Vec<_>>()
    };
    text.split(ENDS).flat_map(of).filter(|name| name.starts_with(char::is_uppercase)).collect()
}

fn small(words: &[&str]) -> Vec<String> {
    words.iter().map(|word| word.to_lowercase().replace('ё', "е")).collect()
}

/// A clause without what it denies.
fn without(clause: &str) -> String {
    let words: Vec<&str> = clause.split_whitespace().collect();
    let small = small(&words);
    let is = |at: usize, list: &[&str]| small.get(at).is_some_and(|word| list.contains(&word.as_str()));
    let denies = |at: usize| is(at, &NOT) && is(at + 1, &WANTED);
    let begun = (0..words.len()).find(|at| !is(*at, &LINKS)).unwrap_or_default();
    let at_end = words.len() <= SHORT && words.len().checked_sub(2).is_some_and(denies);
    if denies(begun) || at_end {
        return String::new();
    }
    let mut kept = Vec::new();
    let mut at = 0;
    while at < words.len() {
        at = match after(&words, at, &is) {
            Some((_, end)) => end,
            None => {
                kept.push(words[at]);
                at + 1
            }
        };
    }
    kept.join(" ")
}

/// From where to where a name goes that is left out from here on: «не Москва», «не в Нижнем Новгороде», «кроме Казани».
fn after(words: &[&str], at: usize, is: &impl Fn(usize, &[&str]) -> bool) -> Option<(usize, usize)> {
    if !is(at, &NOT) && !is(at, &BUT) {
        return None;
    }
    let from = if is(at + 1, &IN) { at + 2 } else { at + 1 };
    let names = words.iter().skip(from).take_while(|word| word.starts_with(char::is_uppercase)).count();
    match names {
        0 if is(at, &BUT) => Some((from.min(words.len()), words.len())),
        0 => None,
        names => Some((from, from + names)),
    }
}

#[cfg(test)]
mod tests {
    use super::{meant, names};

    #[test]
    fn who_is_left_out_is_named() {
        for (said, left_out) in [
            ("Ведущий групп, только не Татьяна Багрова", vec!["Татьяна Багрова"]),
            ("Кабинет по вторникам, только не у Валентины Озеровой. И не в Казани", vec!["Валентины Озеровой", "Казани"]),
            ("Anybody except George Tindall and friends", vec!["George Tindall"]),
            ("Кто угодно, кроме бухгалтера. Не нужен психолог Иван", vec![]),
        ] {
            assert_eq!(names(said), left_out, "{said}");
        }
    }

    #[test]
    fn what_is_not_wanted_is_left_out() {
        for (said, left) in [
            ("Не нужен психолог, нужен психиатр в Воронеже", "нужен психиатр в Воронеже"),
            ("Ищу детского психолога, не Москва", "Ищу детского психолога"),
            ("Ищу юриста, только не в Нижнем Новгороде, до мая", "Ищу юриста, только, до мая"),
            ("Surveyor not in London but near Leeds", "Surveyor but near Leeds"),
            ("Кто угодно, кроме бухгалтера. Москва не подходит", "Кто угодно"),
            ("Нужен кабинет кроме Казани", "Нужен кабинет"),
        ] {
            assert_eq!(meant(said), left);
        }
    }

    #[test]
    fn not_every_no_denies_what_is_sought() {
        for said in [
            "Как не сгореть на работе",
            "Не могу найти бухгалтера",
            "Не подходит CRM",
            "Клиенту явно давно не подходит терапия",
            "What not to sign",
        ] {
            assert_eq!(meant(said), said);
        }
    }
}
