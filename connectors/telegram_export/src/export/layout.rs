//! Which of the files are the export, and in which order its pages are read.

use std::collections::BTreeMap;

use super::source::{Listed, page_number};

/// The pages of one chat in HTML.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Pages {
    /// The folder that holds the pages or the monthly folders; empty at the top.
    pub(crate) folder: String,
    pub(crate) monthly: bool,
    pub(crate) pages: Vec<Listed>,
}

/// The `result.json` that lies highest; several where none lies higher than the others.
pub(crate) fn json_files(listed: &[Listed]) -> Vec<&Listed> {
    let depth = |entry: &&Listed| entry.name.matches('/').count();
    let own = || listed.iter().filter(|entry| last(&entry.name) == "result.json");
    let highest = own().map(|entry| depth(&entry)).min().unwrap_or_default();
    own().filter(|entry| depth(entry) == highest).collect()
}

/// The chats in HTML, each with its pages in order.
pub(crate) fn html_chats(listed: &[Listed]) -> Vec<Pages> {
    let mut chats: BTreeMap<String, Vec<(String, u32, Listed)>> = BTreeMap::new();
    for entry in listed {
        let Some(number) = page_number(last(&entry.name)) else { continue };
        let folder = folder(&entry.name);
        let (chat, month) = match is_month(last(folder)) {
            true => (self::folder(folder), last(folder)),
            false => (folder, ""),
        };
        let pages = chats.entry(chat.to_owned()).or_default();
        pages.push((month.to_owned(), number, entry.clone()));
    }
    let chats = chats.into_iter().map(|(folder, mut pages)| {
        pages.sort_by(|left, right| (&left.0, left.1).cmp(&(&right.0, right.1)));
        let monthly = pages.iter().any(|(month, _, _)| !month.is_empty());
        Pages { folder, monthly, pages: pages.into_iter().map(|(_, _, entry)| entry).collect() }
    });
    chats.collect()
}

/// The first page that is missing between others of its folder.
pub(crate) fn gap(pages: &[Listed]) -> Option<String> {
    let mut before: Option<(&str, u32)> = None;
    for entry in pages {
        let folder = folder(&entry.name);
        let number = page_number(last(&entry.name))?;
        let due = match before {
            Some((same, number)) if same == folder => number + 1,
            _ => 1,
        };
        if number > due {
            return Some(join(folder, &page_name(due)));
        }
        before = Some((folder, number));
    }
    None
}

fn page_name(number: u32) -> String {
    match number {
        1 => "messages.html".to_owned(),
        _ => format!("messages{number}.html"),
    }
}

/// The page that a link of another page leads to: `../2019-06/messages.html` from
/// `2019-07/messages.html` is `2019-06/messages.html`.
pub(crate) fn linked_page(from: &str, href: &str) -> Option<String> {
    let href = href.split('#').next().unwrap_or("");
    page_number(last(href))?;
    let mut parts: Vec<&str> = folder(from).split('/').filter(|part| !part.is_empty()).collect();
    for part in href.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop()?;
            }
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

/// The title of a monthly page without its month: `Forum (2019-07)`.
pub(crate) fn without_month(title: &str) -> &str {
    let Some((before, month)) = title.rsplit_once(" (") else { return title };
    match month.strip_suffix(')') {
        Some(month) if is_month(month) => before.trim_end(),
        _ => title,
    }
}

/// The title in the form in which titles are compared: small letters, single spaces.
pub(crate) fn folded(title: &str) -> String {
    title.split_whitespace().map(str::to_lowercase).collect::<Vec<_>>().join(" ")
}

fn is_month(name: &str) -> bool {
    let bytes = name.as_bytes();
    bytes.len() == 7 && bytes[4] == b'-' && bytes.iter().enumerate().all(|(at, byte)| at == 4 || byte.is_ascii_digit())
}

fn last(name: &str) -> &str {
    name.rsplit('/').next().unwrap_or(name)
}

pub(crate) fn folder(name: &str) -> &str {
    name.rsplit_once('/').map_or("", |(folder, _)| folder)
}

fn join(folder: &str, name: &str) -> String {
    if folder.is_empty() { name.to_owned() } else { format!("{folder}/{name}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn listed(names: &[&str]) -> Vec<Listed> {
        names.iter().map(|name| Listed::named(name)).collect()
    }

    fn names(pages: &[Listed]) -> Vec<&str> {
        pages.iter().map(|page| page.name.as_str()).collect()
    }

    #[test]
    fn pages_are_ordered_by_month_and_number_and_a_gap_is_seen() {
        let flat = html_chats(&listed(&["x/messages10.html", "x/messages.html", "x/messages2.html"]));
        assert_eq!(names(&flat[0].pages), ["x/messages.html", "x/messages2.html", "x/messages10.html"]);
        assert_eq!(gap(&flat[0].pages).as_deref(), Some("x/messages3.html"));
        let monthly = html_chats(&listed(&["2019-07/messages2.html", "2019-07/messages.html", "2018-12/messages.html"]));
        assert!(monthly[0].monthly);
        assert_eq!(names(&monthly[0].pages)[0], "2018-12/messages.html");
        assert_eq!(gap(&monthly[0].pages), None);
        let account = html_chats(&listed(&["chats/chat_01/messages.html", "chats/chat_02/messages.html"]));
        assert_eq!(account.len(), 2);
    }

    #[test]
    fn links_and_titles_are_read() {
        let from = "2019-07/messages.html";
        assert_eq!(linked_page(from, "messages2.html").as_deref(), Some("2019-07/messages2.html"));
        assert_eq!(linked_page(from, "../2019-06/messages.html").as_deref(), Some("2019-06/messages.html"));
        assert_eq!(linked_page(from, "../../../messages.html"), None);
        assert_eq!(linked_page(from, "https://a.example/"), None);
        assert_eq!(without_month("Форум (2019-07)"), "Форум");
        assert_eq!(without_month("Форум (старый)"), "Форум (старый)");
        assert_eq!(folded("  Форум   Мастеров "), "форум мастеров");
    }
}
