//! A small chat as Telegram Desktop writes it, in which every word can carry a mark.

use serde_json::{Value, json};

/// 2026-03-02T09:00:00Z, so that everything stands in one month.
const FIRST: i64 = 1_772_442_000;
pub const MONTH: &str = "2026-03";
/// People who speak in it.
pub const PEOPLE: usize = 8;

fn moment(number: i64) -> (String, String) {
    let at = FIRST + number * 60;
    let local = chrono::DateTime::from_timestamp(at, 0).expect("a moment").format("%Y-%m-%dT%H:%M:%S").to_string();
    (local, at.to_string())
}

/// `result.json`: a topic, and `entries` messages of which every third answers one before it. Names and words begin
/// with the mark; the ids of persons and messages are the same in every chat.
pub fn telegram(mark: &str, entries: i64) -> String {
    let (date, unixtime) = moment(0);
    let mut messages: Vec<Value> = vec![json!({
        "id": 1, "type": "service", "date": date, "date_unixtime": unixtime,
        "actor": format!("{mark} Person 0"), "actor_id": "user100",
        "action": "topic_created", "title": format!("{mark} topic"), "text": "", "text_entities": []
    })];
    for number in 2..entries + 2 {
        let (date, unixtime) = moment(number);
        let person = number as usize % PEOPLE;
        let mut message = json!({
            "id": number, "type": "message", "date": date, "date_unixtime": unixtime,
            "from": format!("{mark} Person {person}"), "from_id": format!("user{}", 100 + person),
            "text": format!("{mark} says something of number {number}. Is that so?")
        });
        if number % 3 == 0 {
            message["reply_to_message_id"] = json!(number - 1);
        }
        if number == 2 {
            message["topic_id"] = json!(1);
        }
        messages.push(message);
    }
    json!({ "name": format!("{mark} chat"), "type": "private_supergroup", "id": 77, "messages": messages }).to_string()
}
