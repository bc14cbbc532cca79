//! Amounts of deals: typed as people type them, kept in minor units, said in the reader's language.

use kernel::Locale;

/// The largest amount, in minor units.
pub const MOST: i64 = 10_000_000_000_000;
/// Characters that may stand between groups of digits.
const GAPS: [char; 6] = [' ', '\u{a0}', '\u{2009}', '\u{202f}', '\'', '_'];
const GAP: char = ' ';
const MARKS: [char; 2] = [',', '.'];
/// Digits of a group, and the most of a whole number.
const GROUP: usize = 3;
const DIGITS: usize = 15;
/// Currencies without a minor unit.
const WHOLE: [&str; 8] = ["JPY", "KRW", "VND", "CLP", "ISK", "PYG", "UGX", "XOF"];
const SIGNS: [(&str, &str); 10] = [
    ("RUB", "₽"),
    ("USD", "$"),
    ("EUR", "€"),
    ("GBP", "£"),
    ("KZT", "₸"),
    ("UAH", "₴"),
    ("GEL", "₾"),
    ("AMD", "֏"),
    ("TRY", "₺"),
    ("ILS", "₪"),
];

/// An amount in a currency.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Amount {
    /// More than nothing, at most [`MOST`].
    pub minor: i64,
    /// ISO 4217.
    pub currency: String,
}

/// Digits after the mark of decimals.
fn places(currency: &str) -> u32 {
    if WHOLE.contains(&currency) { 0 } else { 2 }
}

/// How a currency is written beside an amount: its sign, or its code where it has none.
pub fn sign(currency: &str) -> &str {
    SIGNS.iter().find(|(code, _)| *code == currency).map_or(currency, |(_, sign)| sign)
}

impl Amount {
    /// Reads «4 900», «4900,50», `4,900.50`, `₽ 4900`. A comma or a point before three digits parts thousands,
    /// unless it follows a lone nought; whatever can be read in two ways is refused.
    ///
    /// # Errors
    /// The word that says what to mend.
    pub fn parse(typed: &str, currency: &str) -> Result<Amount, &'static str> {
        let text: String = typed.trim().trim_matches(|letter| sign(currency).contains(letter)).trim().to_owned();
        let (whole, part) = halves(&evened(&text)).ok_or("requests-amount-fault-form")?;
        let places = places(currency);
        if part.len() > places as usize {
            return Err(if places == 0 { "requests-amount-fault-part" } else { "requests-amount-fault-form" });
        }
        let whole: i64 = whole.parse().map_err(|_| "requests-amount-fault-large")?;
        let scale = 10_i64.pow(places);
        let small = format!("{part:0<width$}", width = places as usize);
        let small: i64 = if small.is_empty() { 0 } else { small.parse().map_err(|_| "requests-amount-fault-form")? };
        let minor = whole.checked_mul(scale).and_then(|minor| minor.checked_add(small)).filter(|minor| *minor <= MOST);
        match minor {
            None => Err("requests-amount-fault-large"),
            Some(0) => Err("requests-amount-fault-nothing"),
            Some(minor) => Ok(Amount { minor, currency: currency.to_owned() }),
        }
    }

    /// «4 900 ₽», `₽4,900`; the small units only where there are some.
    pub fn said(&self, locale: Locale) -> String {
        let scale = 10_i64.pow(places(&self.currency));
        let (whole, small) = (self.minor / scale, self.minor % scale);
        let mut number = web::numbers::whole(locale, whole);
        if small > 0 {
            let mark = if locale == Locale::Ru { ',' } else { '.' };
            number.push_str(&format!("{mark}{small:02}"));
        }
        let sign = sign(&self.currency);
        match locale {
            Locale::En if sign.chars().count() == 1 => format!("{sign}{number}"),
            _ => format!("{number}\u{a0}{sign}"),
        }
    }

    /// As it may be typed again: `4900.50`.
    pub fn typed(&self, locale: Locale) -> String {
        let scale = 10_i64.pow(places(&self.currency));
        let (whole, small) = (self.minor / scale, self.minor % scale);
        let mark = if locale == Locale::Ru { ',' } else { '.' };
        if small > 0 { format!("{whole}{mark}{small:02}") } else { whole.to_string() }
    }
}

/// Digits before and after the mark of decimals; nothing if it is no number. Whether a mark parts thousands or decimals is never
/// guessed: three digits after it are thousands where all of the number is in groups of three, and a mistake anywhere else.
fn halves(text: &str) -> Option<(String, String)> {
    let Some(at) = text.rfind(MARKS) else { return grouped(text, GAP).map(|whole| (whole, String::new())) };
    let mark = text[at..].chars().next()?;
    let (front, back) = (&text[..at], &text[at + 1..]);
    if !digits(back) {
        return None;
    }
    let other = MARKS.into_iter().find(|other| *other != mark)?;
    if back.len() == GROUP && !front.contains([other, GAP]) {
        return grouped(text, mark).map(|whole| (whole, String::new()));
    }
    let parting = if front.contains(other) { other } else { GAP };
    grouped(front, parting).map(|whole| (whole, back.to_owned()))
}

fn digits(part: &str) -> bool {
    !part.is_empty() && part.len() <= DIGITS && part.bytes().all(|byte| byte.is_ascii_digit())
}

/// The digits of a whole number, written at once or in groups of three that one mark parts.
fn grouped(text: &str, mark: char) -> Option<String> {
    let mut groups = text.split(mark);
    let first = groups.next().filter(|group| digits(group))?;
    let rest: Vec<&str> = groups.collect();
    let begins_well = rest.is_empty() || (first.len() <= GROUP && !first.starts_with('0'));
    let goes_on_well = rest.iter().all(|group| digits(group) && group.len() == GROUP);
    (begins_well && goes_on_well).then(|| format!("{first}{}", rest.concat()))
}

/// Whatever stands between groups becomes one [`GAP`].
fn evened(text: &str) -> String {
    text.split(|letter| GAPS.contains(&letter)).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(&GAP.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_read_as_people_type_them() {
        let good = [
            ("4900", 490_000),
            ("4 900", 490_000),
            ("4\u{a0}900,5", 490_050),
            ("4900.05", 490_005),
            ("4,900", 490_000),
            ("4.900", 490_000),
            ("1,234,567.89", 123_456_789),
            ("1.234.567,89", 123_456_789),
            ("₽ 12", 1_200),
            ("12 ₽", 1_200),
            ("0,01", 1),
            ("0.5", 50),
            ("1,5", 150),
            ("1.005", 100_500),
            ("1.234", 123_400),
            ("12 000", 1_200_000),
            ("1 234 567,50", 123_456_750),
            ("1'234.5", 123_450),
            ("123.456.789", 12_345_678_900),
        ];
        for (typed, minor) in good {
            assert_eq!(Amount::parse(typed, "RUB").map(|amount| amount.minor), Ok(minor), "{typed}");
        }
        assert_eq!(Amount::parse("500", "JPY").map(|amount| amount.minor), Ok(500));
    }

    #[test]
    fn nonsense_is_refused() {
        for nonsense in [
            "",
            "много",
            "-5",
            "1,,2",
            "1.2.3",
            "1e6",
            "12,",
            ",5",
            "1,2345",
            "1,23,456",
            "٣",
            "1 000 00x",
            "0",
            "0,00",
            "0.001",
            "0,250",
            "00.123",
            "012.345",
            "1.2345",
            "1.23456",
            "1234.567",
            "1 234,567",
            "12 00",
            "1 2",
            "1 0000",
            "0 123",
            "1,234 567",
            "1.234 567,5",
            "1,234.567",
            "1.234.56,7",
            "1 .5",
            "12 000 .50",
        ] {
            assert!(Amount::parse(nonsense, "RUB").is_err(), "{nonsense:?}");
        }
        assert_eq!(Amount::parse("99999999999999", "RUB"), Err("requests-amount-fault-large"));
        assert_eq!(Amount::parse("9".repeat(40).as_str(), "RUB").map(|_| ()), Err("requests-amount-fault-form"));
        assert_eq!(Amount::parse("5,5", "JPY"), Err("requests-amount-fault-part"));
    }

    #[test]
    fn amounts_are_said() {
        let amount = |minor, currency: &str| Amount { minor, currency: currency.to_owned() };
        assert_eq!(amount(490_000, "RUB").said(Locale::Ru), "4\u{a0}900\u{a0}₽");
        assert_eq!(amount(490_050, "RUB").said(Locale::En), "₽4,900.50");
        assert_eq!(amount(100, "KGS").said(Locale::En), "1\u{a0}KGS");
        assert_eq!(amount(490_050, "RUB").typed(Locale::Ru), "4900,50");
    }
}
