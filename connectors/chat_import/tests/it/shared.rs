//! The real four-year history, where it is at hand.

use crate::workshop::{Workshop, count};
use chat_import::run::{Run, State};
use std::path::{Path, PathBuf};
use std::process::Command;
use store::statement;

statement!(NAMES = "select distinct name from identity_members where community_id = $1 and state = 'imported' order by name");
statement!(
    SAID = "select m.number, m.at, coalesce(i.name, ''), coalesce(r.number, 0), m.text from talk_messages m \
     left join identity_identities i on i.community_id = m.community_id and i.id = m.author_id \
     left join talk_messages r on r.community_id = m.community_id and r.id = m.reply_to_id \
     where m.community_id = $1 and m.kind = 'message' order by m.number"
);
statement!(
    TIES = "select a.name, b.name, cast(sum(t.given) as bigint) from people_ties t \
     join identity_identities a on a.community_id = t.community_id and a.id = t.identity_id \
     join identity_identities b on b.community_id = t.community_id and b.id = t.other_id \
     where t.community_id = $1 group by a.name, b.name order by a.name, b.name"
);

fn shared() -> Option<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../..");
    let folder = std::env::var_os("ARTEL_SHARED").map_or_else(|| root.join("shared"), PathBuf::from).join("data/chat");
    if !folder.join("result.json.xz").exists() {
        println!("skipped: no shared data");
        return None;
    }
    Some(folder)
}

fn unpack(command: &str) {
    assert!(Command::new("sh").args(["-c", command]).status().expect("a shell").success(), "{command}");
}

async fn import(path: &Path) -> (Workshop, Run) {
    let workshop = Workshop::open().await;
    let run = workshop.import(path).await;
    assert_eq!(run.state, State::Brought, "{:?}", run.faults);
    workshop.runner.settle().await.expect("settled");
    (workshop, run)
}

/// Whether the words differ only by what stands behind spoilers: this JSON was made without its formatting.
fn is_behind(plain: &str, marked: &str) -> bool {
    let parts: Vec<&str> = marked.split("[…]").collect();
    let [first, .., last] = parts.as_slice() else { return false };
    let mut rest = plain;
    plain.starts_with(first)
        && plain.ends_with(last)
        && parts.iter().all(|part| {
            let found = rest.find(part);
            rest = &rest[found.map_or(rest.len(), |at| at + part.len())..];
            found.is_some()
        })
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn both_forms_of_the_real_history_give_the_same_people_messages_and_ties() {
    let Some(folder) = shared() else { return };
    let scratch = tempfile::tempdir().expect("a folder");
    let json = scratch.path().join("result.json");
    unpack(&format!("xz -dc '{}' > '{}'", folder.join("result.json.xz").display(), json.display()));
    unpack(&format!("tar -xf '{}' -C '{}'", folder.join("html.tar.xz").display(), scratch.path().display()));
    let (left, from_json) = import(&json).await;
    for (key, expected) in [("messages", 72_598), ("replies", 29_959), ("authors", 1_357), ("people", 4_748), ("duplicates", 0)] {
        assert_eq!(count(&from_json, key), expected, "{key}");
    }
    let (right, from_html) = import(&scratch.path().join("html")).await;
    for key in ["messages", "replies", "authors", "people", "duplicates"] {
        assert_eq!(count(&from_html, key), count(&from_json, key), "{key}");
    }
    // The JSON lacks the move from a basic group and seven voice chats.
    assert_eq!((count(&from_json, "service"), count(&from_html, "service")), (6_621, 6_629));
    let other = left.import(&scratch.path().join("html")).await;
    let counts = ["messages", "people", "service", "duplicates"].map(|key| count(&other, key));
    assert_eq!(
        (counts, other.known_from()),
        ([0, 5, 8, 72_598], Some("json")),
        "the pages add what the JSON lacks, with five who called as bare names"
    );
    let again = left.import(&json).await;
    assert_eq!((count(&again, "messages"), count(&again, "people"), count(&again, "duplicates")), (0, 0, 72_598));
    let (mut left, mut right) = (left.read().await, right.read().await);
    assert_eq!(left.all::<String>(&NAMES, &[]).await.expect("names"), right.all::<String>(&NAMES, &[]).await.expect("names"));
    let ties = left.all::<(String, String, i64)>(&TIES, &[]).await.expect("ties");
    assert!(ties.len() > 5_000, "{}", ties.len());
    assert_eq!(ties, right.all::<(String, String, i64)>(&TIES, &[]).await.expect("ties"));
    type Said = (i64, i64, String, i64, String);
    let said = left.all::<Said>(&SAID, &[]).await.expect("said");
    let also = right.all::<Said>(&SAID, &[]).await.expect("said");
    assert_eq!(said.len(), also.len());
    let (mut hidden, mut polls) = (0, 0);
    for (one, other) in said.iter().zip(&also) {
        assert_eq!((one.0, one.1, &one.2, one.3), (other.0, other.1, &other.2, other.3));
        // This JSON was made without its polls: of them it has an empty line, the pages their question.
        let poll = one.4.is_empty() && !other.4.is_empty();
        polls += usize::from(poll);
        hidden += usize::from(one.4 != other.4 && !poll);
        assert!(one.4 == other.4 || poll || is_behind(&one.4, &other.4), "{one:?} and {other:?}");
    }
    assert!((1..100).contains(&polls), "{polls} polls");
    assert!((1..20).contains(&hidden), "{hidden} texts differ by a spoiler");
}
