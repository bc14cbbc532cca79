//! Whoever asked to be removed stays removed, whatever comes in later.

use crate::house::{TestHouse, house};
use kernel::{Locale, Role};
use store::{args, statement};

statement!(EXTRAS = "select number, extras from talk_messages where community_id = $1 and extras like $2 order by number");
statement!(WORDS = "select number, text from talk_messages where community_id = $1 and kind = 'message' order by number");
statement!(SERVICE = "select extras from talk_messages where community_id = $1 and kind = 'service'");

const BOB: &str = r#""from": "Bob Stone", "from_id": "user2", "text": "Bob's own words""#;

fn export(messages: &[String]) -> String {
    format!(r#"{{"name": "Клуб", "type": "private_supergroup", "id": 77, "messages": [{}]}}"#, messages.join(",\n"))
}

fn entry(id: i64, fields: &str) -> String {
    format!(r#"{{"id": {id}, "type": "message", "date_unixtime": "{}", {fields}}}"#, 1_577_836_800 + id * 60)
}

fn passed_on(id: i64, from: &str) -> String {
    entry(id, &format!(r#""from": "Anna", "from_id": "user1", {from}, "text": "passed on {id}""#))
}

async fn forwards(house: &TestHouse) -> Vec<(i64, String)> {
    let rows = house.read().await.all::<(i64, String)>(&EXTRAS, args!["%forward%"]).await.expect("extras");
    let name = |extras: &str| {
        let held: serde_json::Value = serde_json::from_str(extras).expect("JSON");
        held["forward"].as_str().expect("a name, or none").to_owned()
    };
    rows.into_iter().map(|(number, extras)| (number, name(&extras))).collect()
}

#[tokio::test]
async fn the_removed_are_named_neither_as_first_speakers_nor_by_later_imports() {
    let house = house().await;
    let mut owner = house.member("Ольга", &[Role::Owner], Locale::En).await;
    let invited = r#"{"id": 5, "type": "service", "date_unixtime": "1577838000", "actor": "Anna", "actor_id": "user1",
        "action": "invite_members", "members": ["Bob Stone"], "text": ""}"#;
    let (by_name, by_paper) = (r#""forwarded_from": "Bob Stone""#, r#""forwarded_from": "The Paper""#);
    let mut lines = vec![entry(1, BOB), passed_on(2, by_name), passed_on(3, by_paper), passed_on(4, by_name), invited.to_owned()];
    house.import(&mut owner, &[("result.json", export(&lines).as_bytes())]).await;
    let named = |numbers: &[(i64, &str)]| -> Vec<(i64, String)> {
        numbers.iter().map(|(number, name)| (*number, (*name).to_owned())).collect()
    };
    assert_eq!(forwards(&house).await, named(&[(2, "Bob Stone"), (3, "The Paper"), (4, "Bob Stone")]));

    let list = owner.get("/people/imported?q=Bob+Stone").await;
    let page = owner.click(&list, "Remove").await;
    owner.submit(&page, "main form", &[("words", "too")]).await.is(200);
    house.settle().await;
    assert_eq!(forwards(&house).await, named(&[(2, ""), (3, "The Paper"), (4, "")]));

    lines.extend([
        entry(10, BOB),
        passed_on(11, by_name),
        passed_on(12, r#""forwarded_from": "Bobby", "forwarded_from_id": "user2""#),
        passed_on(13, r#""forwarded_from": "Bob Stone", "forwarded_from_id": "user9""#),
    ]);
    house.import(&mut owner, &[("result.json", export(&lines).as_bytes())]).await;
    // Another of that name, with a number of their own, is somebody else.
    assert_eq!(forwards(&house).await[3..], named(&[(11, ""), (12, ""), (13, "Bob Stone")]));
    let words = house.read().await.all::<(i64, String)>(&WORDS, &[]).await.expect("words");
    let of = |number: i64| words.iter().find(|(held, _)| *held == number).map(|(_, text)| text.as_str());
    assert_eq!((of(1), of(10), of(11)), (Some(""), Some(""), Some("passed on 11")));
    let service = house.read().await.all::<String>(&SERVICE, &[]).await.expect("the line of the invitation");
    assert!(service.len() == 1 && !service[0].contains("Bob"), "{service:?}");
    owner.get("/people/imported?q=Bob+Stone").await.is(200).lacks("Remove");
}

#[tokio::test]
async fn whoever_was_removed_is_not_met_again_in_the_other_form_nor_where_they_are_mentioned() {
    let house = house().await;
    let mut owner = house.member("Ольга", &[Role::Owner], Locale::En).await;
    let mention = |id: i64, who: &str| {
        let entities =
            format!(r#"[{{"type": "mention_name", "text": "Bob Stone", "user_id": {who}}}, {{"type": "plain", "text": " {id}"}}]"#);
        entry(id, &format!(r#""from": "Anna", "from_id": "user1", "text": "", "text_entities": {entities}"#))
    };
    let by_name = |id: i64, words: &str| entry(id, &format!(r#""from": "Bob Stone", "text": "{words}""#));
    let mut lines = vec![entry(1, BOB), entry(2, r#""from": "Anna", "from_id": "user1", "text": "hello""#)];
    house.import(&mut owner, &[("result.json", export(&lines).as_bytes())]).await;
    let list = owner.get("/people/imported?q=Bob+Stone").await;
    let page = owner.click(&list, "Remove").await;
    owner.submit(&page, "main form", &[("words", "stay")]).await.is(200);
    house.settle().await;
    lines.extend([by_name(20, "again"), mention(21, "2"), mention(22, "9"), by_name(23, "and again")]);
    house.import(&mut owner, &[("result.json", export(&lines).as_bytes())]).await;
    owner.get("/people/imported?q=Bob+Stone").await.is(200).lacks("Remove");
    let words = house.read().await.all::<(i64, String)>(&WORDS, &[]).await.expect("words");
    let of = |number: i64| words.iter().find(|(held, _)| *held == number).map(|(_, text)| text.as_str());
    assert_eq!(
        (of(20), of(21), of(22)),
        (Some("again"), Some("[…] 21"), Some("Bob Stone 22")),
        "another Bob has a number of his own"
    );
}

#[tokio::test]
async fn whoever_was_removed_under_a_name_is_not_met_again_under_a_number() {
    let house = house().await;
    let mut owner = house.member("Ольга", &[Role::Owner], Locale::En).await;
    let by_name = entry(1, r#""from": "Bob Stone", "text": "mine""#);
    let anna = entry(2, r#""from": "Anna", "from_id": "user1", "text": "hello""#);
    house.import(&mut owner, &[("result.json", export(&[by_name, anna.clone()]).as_bytes())]).await;
    let list = owner.get("/people/imported?q=Bob+Stone").await;
    let page = owner.click(&list, "Remove").await;
    owner.submit(&page, "main form", &[("words", "too")]).await.is(200);
    house.settle().await;
    house.import(&mut owner, &[("result.json", export(&[entry(1, BOB), anna, entry(3, BOB)]).as_bytes())]).await;
    owner.get("/people/imported?q=Bob+Stone").await.is(200).lacks("Remove");
    let words = house.read().await.all::<(i64, String)>(&WORDS, &[]).await.expect("words");
    assert_eq!(words, [(1, String::new()), (2, "hello".to_owned()), (3, String::new())]);
}
