//! How a person is shown without a photograph: initials and one of five tints.

/// Tints of `.av-1` to `.av-5`.
const TINTS: u64 = 5;

/// Up to two capitals; a middle dot for a name without letters.
pub fn initials(name: &str) -> String {
    let words = name.split(|letter: char| letter.is_whitespace() || letter == '-' || letter == '_');
    let mut letters = words.filter_map(|word| word.chars().find(|letter| letter.is_alphanumeric()));
    let initials: String = letters.by_ref().take(2).flat_map(char::to_uppercase).collect();
    if initials.is_empty() { "·".to_owned() } else { initials }
}

/// The same person has the same tint on every page.
pub fn tint(id: i64) -> u64 {
    // Ids are dealt in a row, so they are mixed first (the finaliser of SplitMix64).
    let mut mixed = id.cast_unsigned().wrapping_add(0x9e37_79b9_7f4a_7c15);
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    (mixed ^ (mixed >> 31)) % TINTS + 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn initials_are_letters() {
        for (name, expected) in
            [("Екатерина Соловьёва", "ЕС"), ("нина", "Н"), ("🙂", "·"), ("(Анна-Мария) Ли", "АМ"), ("", "·"), ("ßa", "SS")]
        {
            assert_eq!(initials(name), expected, "{name}");
        }
    }

    #[test]
    fn tints_are_stable_and_all_used() {
        let seen: std::collections::BTreeSet<u64> = (1..60).map(tint).collect();
        assert_eq!(seen.into_iter().collect::<Vec<_>>(), [1, 2, 3, 4, 5]);
        assert_eq!(tint(7), tint(7));
    }
}
