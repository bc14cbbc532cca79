//! Prints the talk of the invented community, to be read by a person, or its export, or what its people ask of one another.
//!
//! `cargo run -p demo --example read [ru|en] [seed] [json|needs]`

use demo::{Living, Locale, What, demo};

/// Where the story ends when it is only read.
const UNTIL: i64 = 1_795_000_000_000_000;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let locale = if arguments.first().is_some_and(|locale| locale == "en") { Locale::En } else { Locale::Ru };
    let seed = arguments.get(1).and_then(|seed| seed.parse().ok()).unwrap_or(1);
    if arguments.get(2).is_some_and(|form| form == "needs") {
        needs(&Living::new(locale, seed, 1_000, UNTIL, 30));
        return;
    }
    let demo = demo(locale, seed, UNTIL);
    if arguments.get(2).is_some_and(|form| form == "json") {
        println!("{}", demo.telegram_json());
        return;
    }
    for message in &demo.messages {
        let name = &demo.people[message.person].name;
        match &message.what {
            What::Said(said) => {
                let reply = said.reply_to.map(|id| format!(" > {id}")).unwrap_or_default();
                println!("{}{reply} {name}: {}", message.id, said.plain());
            }
            What::Noted(note) => println!("{} {name} {note:?}", message.id),
        }
    }
    for person in &demo.people {
        println!("{} {:?} {:?} {:?}", person.name, person.role, person.email, person.points);
    }
}

fn needs(living: &Living) {
    let asks = (0..3).flat_map(|day| living.asks_on(day, 150.0));
    for (number, when) in asks.enumerate() {
        let need = living.need(number, when.asker);
        println!("{:?} {:?} | {} | {} | {:?}", need.asking, need.field, need.title, need.details, need.tags);
        let helper = (when.asker + 7) % living.residents().len();
        let answer = living.answer(&need, helper, 0);
        println!("    {}: {}", answer.kind.code(), answer.text);
    }
}
