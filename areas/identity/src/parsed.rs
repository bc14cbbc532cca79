//! What people type, parsed once at the door. Whoever holds one of these holds something valid.

use kernel::{FieldFault, Problem, Result, fold, sort_key, visible};

/// The longest address that mail allows.
const EMAIL_BYTES: usize = 254;
const LOCAL_PART_BYTES: usize = 64;
const NAME_LETTERS: usize = 80;
const SLUG_BYTES: std::ops::RangeInclusive<usize> = 2..=40;

/// Names of hosts that a founder may not take: they mean something to browsers, mail or the house itself.
const RESERVED: [&str; 16] = [
    "www",
    "mail",
    "smtp",
    "imap",
    "api",
    "admin",
    "static",
    "assets",
    "cdn",
    "localhost",
    "artel",
    "welcome",
    "healthz",
    "readyz",
    "ns1",
    "ns2",
];

/// A community's name in addresses: 2 to 40 lower-case Latin letters, digits and hyphens, beginning with a letter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slug(String);

impl Slug {
    pub fn parse(text: &str) -> Option<Slug> {
        let slug = text.trim().to_ascii_lowercase();
        let plain = slug.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-');
        let edges = slug.starts_with(|letter: char| letter.is_ascii_lowercase()) && !slug.ends_with('-') && !slug.contains("--");
        (plain && edges && SLUG_BYTES.contains(&slug.len()) && !RESERVED.contains(&slug.as_str())).then_some(Slug(slug))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A name of a person or a community: one line of 1 to 80 characters with at least one letter or digit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name(String);

impl Name {
    pub fn parse(text: &str) -> Option<Name> {
        let name = line(text, NAME_LETTERS)?;
        name.chars().any(char::is_alphanumeric).then_some(Name(name))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    pub fn folded(&self) -> String {
        fold(&self.0)
    }

    pub fn sort_key(&self) -> String {
        sort_key(&self.0)
    }
}

/// An e-mail address, ASCII only. Two addresses are one if their folded forms are: letters outside ASCII are refused,
/// because some of them fold into others and would open a neighbour's door.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Email {
    shown: String,
    folded: String,
}

impl Email {
    pub fn parse(text: &str) -> Option<Email> {
        let shown = text.trim();
        let (local, domain) = shown.rsplit_once('@')?;
        let local_fits = !local.is_empty() && local.len() <= LOCAL_PART_BYTES && local.bytes().all(in_local_part);
        let dots = !local.starts_with('.') && !local.ends_with('.') && !local.contains("..");
        (shown.len() <= EMAIL_BYTES && local_fits && dots && is_domain(domain))
            .then(|| Email { shown: shown.to_owned(), folded: shown.to_ascii_lowercase() })
    }

    /// As it was typed: what letters are sent to.
    pub fn as_str(&self) -> &str {
        &self.shown
    }

    /// What addresses are compared by.
    pub fn folded(&self) -> &str {
        &self.folded
    }
}

fn in_local_part(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b".!#$%&'*+/=?^_`{|}~-".contains(&byte)
}

/// At least two labels of letters, digits and inner hyphens.
fn is_domain(domain: &str) -> bool {
    let label = |label: &str| {
        (1..=63).contains(&label.len())
            && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
            && !label.starts_with('-')
            && !label.ends_with('-')
    };
    domain.contains('.') && domain.split('.').all(label)
}

/// One line of what can be seen: see [`kernel::visible`].
/// `None` if it is longer than `letters` characters. May be empty.
pub fn line(text: &str, letters: usize) -> Option<String> {
    let line = visible(text);
    (line.chars().count() <= letters).then_some(line)
}

/// Collects the faults of a form, so that all of them are shown at once.
#[derive(Debug, Default)]
pub struct Sieve(Vec<FieldFault>);

impl Sieve {
    /// Takes a parsed value, or notes the fault.
    pub fn take<T>(&mut self, field: &'static str, word: &'static str, parsed: Option<T>) -> Option<T> {
        if parsed.is_none() {
            self.fault(field, word);
        }
        parsed
    }

    pub fn fault(&mut self, field: &'static str, word: &'static str) {
        self.0.push(FieldFault { field, word });
    }

    /// The value made of everything taken, or every fault.
    pub fn finish<T>(self, value: Option<T>) -> Result<T> {
        match value {
            Some(value) if self.0.is_empty() => Ok(value),
            _ => Err(Problem::Invalid(self.0)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slugs_are_labels_of_hosts() {
        assert_eq!(Slug::parse(" Opora ").expect("a slug").as_str(), "opora");
        for bad in ["", "a", "-a", "a-", "a--b", "опора", "1a", "www", "a.b", "a_b", &"a".repeat(41)] {
            assert_eq!(Slug::parse(bad), None, "{bad}");
        }
    }

    #[test]
    fn addresses_do_not_fold_into_others() {
        let email = Email::parse(" Anna.S+artel@Example.RU ").expect("an address");
        assert_eq!((email.as_str(), email.folded()), ("Anna.S+artel@Example.RU", "anna.s+artel@example.ru"));
        for bad in [
            "",
            "anna",
            "anna@",
            "@example.ru",
            "anna@example",
            "a b@example.ru",
            "a@b@example.ru",
            "ann\u{212a}@example.ru",
            "a\r\nBcc: x@example.ru",
            "a@-x.ru",
            "a@x..ru",
            ".a@x.ru",
        ] {
            assert_eq!(Email::parse(bad), None, "{bad:?}");
        }
    }

    #[test]
    fn names_are_one_visible_line() {
        assert_eq!(Name::parse("  Пётр \n Ёлкин\u{202e} ").expect("a name").as_str(), "Пётр Ёлкин");
        assert_eq!(Name::parse("Лена 👩\u{200d}💻").expect("a name").as_str(), "Лена 👩\u{200d}💻");
        assert_eq!(Name::parse(" \u{200b} "), None);
        assert_eq!(Name::parse("— !"), None);
        assert_eq!(Name::parse(&"я".repeat(81)), None);
        assert!(Name::parse(&"я".repeat(80)).is_some());
    }
}
