use proptest::prelude::*;
use search::{Cursor, Document, Kind, Order, Query};

use crate::{find, index, index_of, message, query};

#[test]
fn hostile_texts_are_only_words() {
    let index = index_of(&["обычный вопрос"]);
    let nested = "(".repeat(5_000);
    let endless = "ы".repeat(100_000);
    for typed in [
        "field:value",
        "* OR *",
        "a^999999999",
        "[a TO z]",
        "\\",
        "\"",
        "«",
        "-\"",
        "вопрос~9",
        "\u{1}вопрос",
        "7\u{1}",
        "\0",
        "\u{202e}вопрос",
        "𝒽𝑒𝓁𝓁𝑜 ﷽",
        "И\u{306}\u{306}\u{306}",
        &nested,
        &endless,
    ] {
        let found = index.search(&query(typed)).unwrap();
        assert!(found.total <= 1, "{typed:?}");
    }
    assert_eq!(find(&index, "\u{1}вопрос"), [1]);
}

#[test]
fn a_text_cannot_pose_as_another_community() {
    let index = index(&[Document { community: 8, ..message(1, "7\u{1}вопрос \u{1}вопрос") }]);
    assert!(find(&index, "вопрос").is_empty());
    assert_eq!(index.search(&Query { community: 8, ..query("вопрос") }).unwrap().total, 1);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn no_query_fails(
        typed in "(\\PC|[ \"«»\\-'а-яёa-z0-9]){0,60}",
        audiences in prop::collection::vec(any::<i64>(), 0..4),
        person in prop::option::of(prop::collection::vec(any::<i64>(), 0..4)),
        (from, until, now) in (any::<Option<i64>>(), any::<Option<i64>>(), any::<i64>()),
        newest in any::<bool>(),
        cursor in "[0-9a-f]{1,8}(-[0-9a-f]{1,16}){5}",
        limit in any::<usize>(),
    ) {
        thread_local!(static INDEX: search::Index = index_of(&["вопрос о книге", "a book about questions", "ещё 2,5 %"]));
        let order = if newest { Order::Newest } else { Order::Relevance { now } };
        let after = cursor.parse::<Cursor>().ok();
        let asked = Query { community: 7, audiences, kind: Kind::Message, words: typed, person, from, until, order, after, limit };
        let found = INDEX.with(|index| index.search(&asked)).unwrap();
        prop_assert!(found.hits.len() <= found.total);
    }

    #[test]
    fn any_text_is_indexed_and_its_snippet_is_a_part_of_it(text in "\\PC{0,400}", typed in "\\PC{0,20}") {
        let index = index_of(&[&text]);
        for asked in [typed, text.chars().take(30).collect()] {
            for hit in index.search(&query(&asked)).unwrap().hits {
                for (piece, found) in hit.snippet {
                    prop_assert!(!found || text.contains(&piece));
                }
            }
        }
    }
}
