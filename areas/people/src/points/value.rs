//! What a person typed into a point, parsed at the door.

use super::{Kind, Point};
use kernel::{fold, visible};

const TEXT_CHARS: usize = 160;
const LONG_CHARS: usize = 4_000;
const LINES: usize = 12;
const LINE_CHARS: usize = 240;
pub const LIST_ITEMS: usize = 20;
const ITEM_CHARS: usize = 60;
const URL_CHARS: usize = 300;

impl Point {
    /// The value to store; empty if the person left the point empty. The error is the word to show at the field.
    pub fn parse(&self, typed: &str) -> Result<String, &'static str> {
        let typed = clean(typed);
        if typed.trim().is_empty() {
            return Ok(String::new());
        }
        match &self.kind {
            Kind::Text => fits(visible(&typed), TEXT_CHARS),
            Kind::Long => fits(typed.trim().to_owned(), LONG_CHARS),
            Kind::Lines => lines(&typed),
            Kind::List => list(&typed),
            Kind::Choice(codes) => {
                codes.iter().find(|code| *code == typed.trim()).map(|code| code.to_string()).ok_or("people-fault-choice")
            }
            Kind::Number(least, most) => {
                let number: i64 = typed.trim().parse().map_err(|_| "people-fault-number")?;
                if (*least..=*most).contains(&number) { Ok(number.to_string()) } else { Err("people-fault-number-range") }
            }
            Kind::Url => url(typed.trim()),
            Kind::Zone => typed.trim().parse::<chrono_tz::Tz>().map(|zone| zone.name().to_owned()).map_err(|_| "people-fault-zone"),
        }
    }
}

/// Lines of a value as a page shows them one by one.
pub fn shown(value: &str) -> Vec<&str> {
    value.lines().filter(|line| !line.trim().is_empty()).collect()
}

/// Without control characters and with plain line ends. Marks that turn the direction of text are control
/// characters here: they could make one name look like another.
fn clean(typed: &str) -> String {
    let plain = typed.replace("\r\n", "\n").replace('\r', "\n");
    plain.chars().filter(|letter| *letter == '\n' || !(letter.is_control() || is_direction(*letter))).collect()
}

fn is_direction(letter: char) -> bool {
    matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

fn fits(text: String, most: usize) -> Result<String, &'static str> {
    if text.chars().count() <= most { Ok(text) } else { Err("people-fault-long") }
}

fn lines(typed: &str) -> Result<String, &'static str> {
    let lines: Vec<String> = typed.lines().map(visible).filter(|line| !line.is_empty()).collect();
    if lines.len() > LINES {
        return Err("people-fault-many");
    }
    if lines.iter().any(|line| line.chars().count() > LINE_CHARS) {
        return Err("people-fault-long");
    }
    Ok(lines.join("\n"))
}

fn list(typed: &str) -> Result<String, &'static str> {
    let mut items: Vec<String> = Vec::new();
    for item in typed.split(['\n', ',', ';']).map(visible).filter(|item| !item.is_empty()) {
        if items.iter().all(|held| fold(held) != fold(&item)) {
            items.push(item);
        }
    }
    if items.len() > LIST_ITEMS {
        return Err("people-fault-many");
    }
    if items.iter().any(|item| item.chars().count() > ITEM_CHARS) {
        return Err("people-fault-long");
    }
    Ok(items.join("\n"))
}

/// Only addresses that a browser opens as pages: never `javascript:`.
fn url(typed: &str) -> Result<String, &'static str> {
    let full = if typed.contains("://") { typed.to_owned() } else { format!("https://{typed}") };
    let rest = full.strip_prefix("https://").or_else(|| full.strip_prefix("http://")).ok_or("people-fault-url")?;
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let sound = host.contains('.') && !host.starts_with('.') && !host.contains('@');
    let printable = full.chars().all(|letter| !letter.is_whitespace() && !matches!(letter, '"' | '<' | '>' | '\\'));
    if sound && printable { fits(full, URL_CHARS) } else { Err("people-fault-url") }
}

#[cfg(test)]
mod tests {
    use super::super::Visibility;
    use super::*;

    fn of(kind: Kind) -> Point {
        Point { key: "x".into(), kind, step: "about", visibility: Visibility::Members, facet: false, own: None }
    }

    #[test]
    fn values_are_cleaned_or_refused() {
        assert_eq!(of(Kind::Text).parse("  а \u{202e} б\u{7} ").as_deref(), Ok("а б"));
        assert_eq!(of(Kind::Text).parse(&"а".repeat(161)), Err("people-fault-long"));
        assert_eq!(of(Kind::List).parse("Юнг, юнг;\r\nБион,").as_deref(), Ok("Юнг\nБион"));
        assert_eq!(of(Kind::Lines).parse("раз, два\r\n\r\nтри").as_deref(), Ok("раз, два\nтри"));
        assert_eq!(of(Kind::Number(0, 80)).parse("81"), Err("people-fault-number-range"));
        assert_eq!(of(Kind::Number(0, 80)).parse(" 16 ").as_deref(), Ok("16"));
        assert_eq!(of(Kind::Zone).parse("Europe/Moscow").as_deref(), Ok("Europe/Moscow"));
        assert!(of(Kind::Zone).parse("Moscow time").is_err());
        assert_eq!(of(Kind::Choice(vec!["yes".into()])).parse("no"), Err("people-fault-choice"));
        assert_eq!(of(Kind::Long).parse("  \n ").as_deref(), Ok(""));
    }

    #[test]
    fn only_web_addresses_are_addresses() {
        let url = of(Kind::Url);
        assert_eq!(url.parse("example.org/me").as_deref(), Ok("https://example.org/me"));
        for foreign in [
            "javascript://example.org/%0aalert(1)",
            "javascript:alert(1)",
            "https://a@example.org",
            "https://exa mple.org",
            "http://x",
            "https://e.org/\"onclick",
        ] {
            assert_eq!(url.parse(foreign), Err("people-fault-url"), "{foreign}");
        }
    }
}
