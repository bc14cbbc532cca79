//! Somebody to be invited, read from a line as people write it.

use crate::parsed::{Email, Name};

/// Somebody to be invited.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Invitee {
    pub email: Email,
    /// As the inviter calls them; may be empty.
    pub name: String,
}

impl Invitee {
    /// A line in any of the ways people write it: `a@b.ru`, `Anna <a@b.ru>`, `a@b.ru Anna`, `Anna, a@b.ru`.
    pub fn parse(line: &str) -> Option<Invitee> {
        let is_edge = |letter: char| letter.is_whitespace() || ",;<>\"«»()".contains(letter);
        let (mut email, mut name) = (None, Vec::new());
        for word in line.split(is_edge).filter(|word| !word.is_empty()) {
            match (word.contains('@'), &email) {
                (true, None) => email = Some(Email::parse(word)?),
                (true, Some(_)) => return None,
                (false, _) => name.push(word),
            }
        }
        let name = name.join(" ");
        let name = if name.is_empty() { name } else { Name::parse(&name)?.as_str().to_owned() };
        Some(Invitee { email: email?, name })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_read_as_people_write_them() {
        for line in [
            "Анна Ёлкина <anna@example.ru>",
            "anna@example.ru Анна Ёлкина",
            "Анна Ёлкина, anna@example.ru",
            "«Анна Ёлкина» anna@example.ru;",
        ] {
            let invitee = Invitee::parse(line).unwrap_or_else(|| panic!("{line} was not read"));
            assert_eq!((invitee.email.as_str(), invitee.name.as_str()), ("anna@example.ru", "Анна Ёлкина"), "{line}");
        }
        assert_eq!(Invitee::parse(" anna@example.ru ").map(|invitee| invitee.name), Some(String::new()));
        for bad in ["", "Анна", "anna@", "a@example.ru b@example.ru"] {
            assert_eq!(Invitee::parse(bad), None, "{bad}");
        }
    }
}
