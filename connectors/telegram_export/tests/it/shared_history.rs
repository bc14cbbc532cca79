//! The real history, of which both forms exist: they must tell the same.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::Command;

use telegram_export::export::{Action, Author, Entry, Item};

use crate::fixture::*;

/// The folder of the shared chat, if it is there.
fn shared() -> Option<PathBuf> {
    let root = match std::env::var_os("ARTEL_SHARED") {
        Some(root) => PathBuf::from(root),
        None => Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared"),
    };
    let chat = root.join("data/chat");
    (chat.join("result.json.xz").exists() && chat.join("html.tar.xz").exists()).then_some(chat)
}

fn unpack(chat: &Path, into: &Path) {
    let script =
        "set -e; xz -dc \"$1/result.json.xz\" > \"$2/result.json\"; mkdir \"$2/html\"; tar -xJf \"$1/html.tar.xz\" -C \"$2/html\"";
    let done = Command::new("sh").args(["-c", script, "sh"]).arg(chat).arg(into).status().unwrap();
    assert!(done.success());
}

/// Names as both forms know them.
fn name(author: &Author) -> &str {
    author.name.as_deref().unwrap_or("")
}

fn names(authors: &[Author]) -> String {
    authors.iter().map(name).collect::<Vec<_>>().join("|")
}

/// What a service line did, as far as both forms tell it: JSON does not say what was pinned.
fn deed(action: &Action) -> String {
    match action {
        Action::Pinned(_) => "pinned".into(),
        Action::Joined(Entry::Alone) => "joined".into(),
        Action::Joined(_) => "joined by link".into(),
        Action::Invited(people) => format!("invited {}", names(people)),
        Action::Removed(people) => format!("removed {}", names(people)),
        Action::Left => "left".into(),
        other => format!("{other:?}"),
    }
}

#[test]
fn both_forms_of_the_shared_history_tell_the_same() {
    let Some(chat) = shared() else {
        println!("skipped: no shared data");
        return;
    };
    let folder = Folder::new();
    unpack(&chat, folder.path());
    let (json_summary, json) = read(&folder.path().join("result.json"));
    let (html_summary, html) = read(&folder.path().join("html"));
    for summary in [&json_summary, &html_summary] {
        assert_eq!((summary.messages, summary.replies), (72_598, 29_959));
        assert_eq!((summary.authors, summary.names), (1_357, 4_749));
        assert_eq!((summary.duplicates, summary.skipped, summary.warnings.len()), (0, 0, 0), "{:?}", summary.warnings);
    }
    // The conversion left out eight lines of calls and of the move to a supergroup.
    assert_eq!((json_summary.service, html_summary.service), (6_621, 6_629));

    let pages: BTreeMap<i64, &Item> = html.iter().map(|item| (item.number(), item)).collect();
    for item in &json {
        let other = pages[&item.number()];
        assert_eq!(item.at_micros(), other.at_micros(), "time of {}", item.number());
        match (item, other) {
            (Item::Message(left), Item::Message(right)) => {
                assert_eq!(name(&left.author), name(&right.author), "author of {}", left.number);
                assert_eq!(left.reply_to, right.reply_to, "reply of {}", left.number);
                assert_eq!(left.text(), right.text(), "text of {}", left.number);
            }
            (Item::Service(left), Item::Service(right)) => {
                assert_eq!(name(&left.actor), name(&right.actor), "actor of {}", left.number);
                assert_eq!(deed(&left.action), deed(&right.action), "deed of {}", left.number);
            }
            _ => panic!("{} is of two kinds", item.number()),
        }
    }
    let numbers: BTreeSet<i64> = json.iter().map(Item::number).collect();
    let only_html: Vec<i64> = pages.keys().copied().filter(|number| !numbers.contains(number)).collect();
    assert_eq!(only_html, [1, 40116, 40118, 45701, 45845, 51305, 51612, 51837]);
}
