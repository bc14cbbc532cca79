//! Numbers as people write them: groups of three, a comma or a point, a true minus.

use kernel::Locale;

const NBSP: char = '\u{a0}';

/// A whole number: `4 900` in Russian, `4,900` in English. Four digits are grouped as well.
pub fn whole(locale: Locale, n: i64) -> String {
    let digits = n.unsigned_abs().to_string();
    let mut written = String::with_capacity(digits.len() * 2);
    if n < 0 {
        written.push('−');
    }
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            written.push(if locale == Locale::Ru { NBSP } else { ',' });
        }
        written.push(digit);
    }
    written
}

/// With at most `places` decimals, without zeros at the end.
pub fn decimal(locale: Locale, x: f64, places: usize) -> String {
    if !x.is_finite() {
        return "—".to_owned();
    }
    let text = format!("{:.places$}", x.abs());
    let (front, back) = text.split_once('.').unwrap_or((&text, ""));
    let back = back.trim_end_matches('0');
    let front: i64 = front.parse().unwrap_or(i64::MAX);
    let sign = if x < 0.0 && (front != 0 || !back.is_empty()) { "−" } else { "" };
    let mark = if locale == Locale::Ru { "," } else { "." };
    let back = if back.is_empty() { String::new() } else { format!("{mark}{back}") };
    format!("{sign}{}{back}", whole(locale, front))
}

/// A share of one: `12 %` in Russian, `12%` in English; one decimal below ten per cent.
pub fn percent(locale: Locale, share: f64) -> String {
    let hundred = share * 100.0;
    let places = if hundred.abs() < 9.95 { 1 } else { 0 };
    let gap = if locale == Locale::Ru { "\u{a0}" } else { "" };
    format!("{}{gap}%", decimal(locale, hundred, places))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_languages_write_their_numbers() {
        assert_eq!(whole(Locale::Ru, 1_234_567), "1\u{a0}234\u{a0}567");
        assert_eq!(whole(Locale::En, -4_900), "−4,900");
        assert_eq!(whole(Locale::Ru, 999), "999");
        assert_eq!(decimal(Locale::Ru, 2.50, 2), "2,5");
        assert_eq!(decimal(Locale::En, -0.001, 2), "0");
        assert_eq!(percent(Locale::Ru, 0.025), "2,5\u{a0}%");
        assert_eq!(percent(Locale::En, 0.64), "64%");
        assert_eq!(percent(Locale::En, 1.0), "100%");
    }
}
