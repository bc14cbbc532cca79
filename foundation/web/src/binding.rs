//! No-break spaces where a line must not end: after one-letter words, between numbers and their nouns, between
//! initials and surnames, before a dash.

const BOUND: char = '\u{a0}';

/// Text with its spaces bound. Only spaces change, so the length in characters stays.
pub fn bind(text: &str) -> String {
    if !text.contains(' ') {
        return text.to_owned();
    }
    let letters: Vec<char> = text.chars().collect();
    let mut bound = String::with_capacity(text.len() + 8);
    for (at, letter) in letters.iter().enumerate() {
        let holds = *letter == ' ' && (ties_on(&letters[..at]) || is_dash(&letters[at + 1..]));
        bound.push(if holds { BOUND } else { *letter });
    }
    bound
}

/// The same text with plain spaces, for comparisons.
pub fn unbind(text: &str) -> String {
    text.replace(BOUND, " ")
}

/// The word before the space wants to stay with the next one.
fn ties_on(before: &[char]) -> bool {
    let start = before.iter().rposition(|letter| letter.is_whitespace()).map_or(0, |space| space + 1);
    let word = &before[start..];
    let word = word.strip_prefix(&['«']).or_else(|| word.strip_prefix(&['('])).unwrap_or(word);
    match word {
        [letter] => letter.is_alphabetic() || letter.is_ascii_digit() || *letter == '№',
        [initial, '.'] => initial.is_uppercase(),
        [one, '.', two, '.'] => one.is_uppercase() && two.is_uppercase(),
        _ => {
            !word.is_empty()
                && word.iter().all(|letter| letter.is_ascii_digit() || matches!(*letter, ',' | '.' | '–' | '−' | ':' | BOUND))
                && word.last().is_some_and(char::is_ascii_digit)
        }
    }
}

fn is_dash(after: &[char]) -> bool {
    matches!(after, ['—' | '–', ' ', ..])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_words_numbers_and_initials_hold_on() {
        assert_eq!(bind("Мы в доме"), "Мы в\u{a0}доме");
        assert_eq!(bind("ответили 4 человека из 12 000 рублей"), "ответили 4\u{a0}человека из 12\u{a0}000\u{a0}рублей");
        assert_eq!(bind("Е. А. Соловьёва"), "Е.\u{a0}А.\u{a0}Соловьёва");
        assert_eq!(bind("дом — это люди"), "дом\u{a0}— это люди");
        assert_eq!(bind("I can help"), "I\u{a0}can help");
        assert_eq!(bind("Сегодня тихо. Приходите"), "Сегодня тихо. Приходите");
        assert_eq!(unbind(&bind("5 дел в год")), "5 дел в год");
    }
}
