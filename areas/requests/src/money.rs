//! Amounts of deals: typed as people type them, kept in minor units, said in the reader's language.

use kernel::Locale;

/// The largest amount, in minor units.
pub const MOST: i64 = 10_000_000_000_000;
/// Characters that may stand between groups of digits.
const GAPS: [char; 6] = [' ', '\u{a0}', '\u{2009}', '\u{202f}', '\'', '_'];
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
    /// Reads «4 900», «4900,50», `4,900.50`, `₽ 4900`. A comma or a point before three digits parts thousands.
    ///
    /// # Errors
    /// The word that says what to mend.
    pub fn parse(typed: &str, currency: &str) -> Result<Amount, &'static str> {
        let text: String = typed.trim().trim_matches(|letter| sign(currency).contains(letter)).trim().to_owned();
        let text: String = text.chars().filter(|letter| !GAPS.contains(letter)).collect();
        let (whole, part) = halves(&text).ok_or("requests-amount-fault-form")?;
        let places = places(currency);
        if part.len() > places as usize {
            return Err("requests-amount-fault-part");
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

/// Digits before and after the mark of decimals; nothing if it is no number.
fn halves(text: &str) -> Option<(String, String)> {
    let digits = |part: &str| !part.is_empty() && part.len() <= 15 && part.bytes().all(|byte| byte.is_ascii_digit());
    let Some(at) = text.rfind([',', '.']) else { return digits(text).then(|| (text.to_owned(), String::new())) };
    let mark = text[at..].chars().next()?;
    let (front, back) = (&text[..at], &text[at + 1..]);
    if !digits(back) {
        return None;
    }
    let parts_thousands = back.len() == 3 && !front.contains([',', '.'].iter().copied().find(|other| *other != mark)?);
    if parts_thousands {
        let mut groups = text.split(mark);
        let first = groups.next().filter(|group| digits(group) && group.len() <= 3)?;
        let rest: Vec<&str> = groups.collect();
        return rest
            .iter()
            .all(|group| digits(group) && group.len() == 3)
            .then(|| (format!("{first}{}", rest.concat()), String::new()));
    }
    let mut groups = front.split([',', '.']).filter(|_| !front.contains(mark));
    let first = groups.next().filter(|group| digits(group))?;
    let rest: Vec<&str> = groups.collect();
    let grouped = rest.is_empty() || (first.len() <= 3 && rest.iter().all(|group| digits(group) && group.len() == 3));
    grouped.then(|| (format!("{first}{}", rest.concat()), back.to_owned()))
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
        ];
        for (typed, minor) in good {
            assert_eq!(Amount::parse(typed, "RUB").map(|amount| amount.minor), Ok(minor), "{typed}");
        }
        assert_eq!(Amount::parse("500", "JPY").map(|amount| amount.minor), Ok(500));
    }

    #[test]
    fn nonsense_is_refused() {
        for nonsense in
            ["", "много", "-5", "1,,2", "1.2.3", "1e6", "12,", ",5", "1,2345", "1,23,456", "٣", "1 000 00x", "0", "0,00"]
        {
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
