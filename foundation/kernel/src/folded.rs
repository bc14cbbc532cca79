//! Text as it is compared and sorted. SQLite's `lower` and `like` know no Cyrillic, so columns named
//! `folded` and `sort_key` are made here, once, for both databases.

/// Lower case, ё = е, one space between words, nothing at the ends.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !folded.is_empty() {
            folded.push(' ');
        }
        folded.extend(word.chars().flat_map(char::to_lowercase).map(|letter| if letter == 'ё' { 'е' } else { letter }));
    }
    folded
}

/// A key that sorts byte by byte as people expect: case and ё do not matter, Cyrillic after Latin,
/// digits first. At most 120 characters, which is longer than any name that has to be told apart.
pub fn sort_key(text: &str) -> String {
    fold(text).chars().filter(|letter| letter.is_alphanumeric() || *letter == ' ').take(120).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folding_joins_what_readers_take_for_one() {
        assert_eq!(fold("  Пётр\u{a0} ЁЛКИН "), "петр елкин");
        assert_ne!(fold("Пётр"), fold("Павел"));
        assert!(sort_key("Ёлкин") < sort_key("Жуков"));
    }
}
