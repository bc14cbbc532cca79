//! Companies and people that a request names within its words, though it has a field for them: «Выход на руководство клиники «Дом на
//! Мойке»». Whoever says in the profile that they know them, or are of them, has a reason.

/// Words of one name at most, and names of one request.
const WORDS: usize = 5;
const NAMES: usize = 6;

const OPEN: [char; 3] = ['«', '“', '„'];
const CLOSED: [char; 3] = ['»', '”', '“'];

/// The names in a title: what stands in quotation marks, and, where a way to somebody is sought, what stands in capitals behind the
/// first word of a sentence.
pub(super) fn told(title: &str, way: bool) -> Vec<String> {
    let mut names = quoted(title);
    if way {
        names.extend(capital(title));
    }
    names.retain(|name| name.split_whitespace().count() <= WORDS && name.chars().any(char::is_alphabetic));
    let mut once = Vec::new();
    for name in names {
        if !once.contains(&name) {
            once.push(name);
        }
    }
    once.truncate(NAMES);
    once
}

/// What stands in quotation marks.
pub(super) fn quoted(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some((_, begun)) = rest.split_once(OPEN) {
        let Some((name, left)) = begun.split_once(CLOSED) else { break };
        found.push(name.trim().to_owned());
        rest = left;
    }
    let straight: Vec<&str> = text.split('"').collect();
    found.extend(straight.iter().skip(1).step_by(2).take(straight.len() / 2).map(|name| name.trim().to_owned()));
    found
}

/// Words in capitals that stand together: each run of them, and each of them.
fn capital(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    for sentence in text.split(['.', '!', '?', '\n']) {
        for part in sentence.split([',', ';', ':', '(', ')', '«', '»', '"', '“', '”']) {
            let words: Vec<&str> = part.split_whitespace().collect();
            for run in words.split(|word| !word.starts_with(char::is_uppercase)) {
                found.push(run.join(" "));
                found.extend(run.iter().map(|word| (*word).to_owned()));
            }
        }
    }
    let first = text.split_whitespace().next().unwrap_or_default();
    found.retain(|name| !name.is_empty() && name != first);
    found
}

#[cfg(test)]
mod tests {
    use super::told;

    #[test]
    fn names_are_found_in_quotes_and_in_capitals_where_a_way_is_sought() {
        assert_eq!(told("Клиника «Дом на Мойке»: нужен выход на руководство", false), ["Дом на Мойке"]);
        assert_eq!(told("Нужен договор с центром \"Берег\"", false), ["Берег"]);
        assert_eq!(told("Выйти на Яндекс и Сбер с программой", true), ["Яндекс", "Сбер"]);
        assert_eq!(told("Кто знает Мирру Павлову из клиники", true), ["Мирру Павлову", "Мирру", "Павлову"]);
        assert!(told("Выйти на Яндекс и Сбер с программой", false).is_empty());
        assert!(told("Как вести «трудного» или \"", false).iter().all(|name| name == "трудного"));
    }
}
