//! Whether a chat is here already under another key: exported in the other form, of which one knows no id of the chat, or
//! under another title. A chat is recognised by its messages, because it gives each a number that stays.

use kernel::{Micros, Result};
use std::collections::HashMap;
use store::{Scope, args, statement};

/// Chats that are compared.
const CHATS: i64 = 100;
/// A page without a zone is off by whole quarters of an hour, and by less than a day.
const QUARTER: Micros = 15 * 60 * 1_000_000;
const FURTHEST: Micros = 15 * 3_600 * 1_000_000;
/// Of the numbers that two exports share so many in a hundred stand at the same time. A few may have been moved where a
/// date was missing.
const AGREEING: usize = 90;
/// Messages that must agree where a zone has shifted them, or differ to tell two chats apart; at the very second one
/// tells enough.
const FEW: usize = 3;

statement!(
    CHATS_HERE = "select id, source_key from talk_chats where community_id = $1 and source_key <> 'home' order by id limit $2"
);
statement!(KEY = "select source_key from talk_chats where community_id = $1 and id = $2");
statement!(ANYTHING = "select number from talk_messages where community_id = $1 and chat_id = $2 order by number desc limit 1");
statement!(
    SAMPLED = "select chat_id, number, at from talk_messages where community_id = $1 and chat_id {any $2} and number {any $3} and kind = 'message'"
);

/// What an export says of the chat it is of.
pub struct ChatTold<'a> {
    pub key: &'a str,
    /// Keys that begin so stand on the chat's id, which no other chat has. Others are titles, and titles are shared.
    pub ids: &'a str,
    /// Numbers and times of some of its messages.
    pub sample: &'a [(i64, Micros)],
}

/// The key of the chat to which an export belongs: that of a chat which holds the same messages, else its own; a chat
/// that only shares its title with another gets a key beside it.
pub async fn key_of(scope: &mut Scope, told: ChatTold<'_>) -> Result<String> {
    let by_id = told.key.starts_with(told.ids);
    let mut chats = scope.all::<(i64, String)>(&CHATS_HERE, args![CHATS]).await?;
    // Two ids are two chats, whatever their messages look like.
    chats.retain(|(_, key)| !by_id || key == told.key || !key.starts_with(told.ids));
    let found = compare(scope, &chats, told.sample).await?;
    let own = chats.iter().find(|(_, key)| key == told.key).map(|(chat, _)| *chat);
    let differs = own.and_then(|chat| found.get(&chat)).is_some_and(|likeness| !by_id && likeness.differs());
    if let Some(chat) = own.filter(|_| !differs)
        && scope.maybe::<i64>(&ANYTHING, args![chat]).await?.is_some()
    {
        return Ok(told.key.to_owned());
    }
    if let Some((_, key)) = chats.iter().find(|(chat, _)| found.get(chat).is_some_and(Likeness::is_same)) {
        return Ok(key.clone());
    }
    let namesakes =
        chats.iter().filter(|(_, key)| key.strip_prefix(told.key).is_some_and(|rest| rest.is_empty() || rest.starts_with('#')));
    Ok(if differs { format!("{}#{}", told.key, namesakes.count() + 1) } else { told.key.to_owned() })
}

/// The key of a chat that stands.
pub async fn key(scope: &mut Scope, chat: i64) -> Result<String> {
    scope.one(&KEY, args![chat]).await
}

async fn compare(scope: &mut Scope, chats: &[(i64, String)], sample: &[(i64, Micros)]) -> Result<HashMap<i64, Likeness>> {
    let mut found: HashMap<i64, Likeness> = HashMap::new();
    if chats.is_empty() || sample.is_empty() {
        return Ok(found);
    }
    let chats: Vec<i64> = chats.iter().map(|(chat, _)| *chat).collect();
    let numbers: Vec<i64> = sample.iter().map(|(number, _)| *number).collect();
    let times: HashMap<i64, Micros> = sample.iter().copied().collect();
    for (chat, number, at) in scope.all::<(i64, i64, Micros)>(&SAMPLED, args![chats, numbers]).await? {
        found.entry(chat).or_default().note(at - times.get(&number).copied().unwrap_or_default());
    }
    Ok(found)
}

/// What the messages have in common that bear the same numbers.
#[derive(Default)]
struct Likeness {
    numbers: usize,
    to_the_second: usize,
    shifted: usize,
}

impl Likeness {
    fn note(&mut self, apart: Micros) {
        self.numbers += 1;
        self.to_the_second += usize::from(apart == 0);
        self.shifted += usize::from(apart != 0 && apart % QUARTER == 0 && apart.abs() < FURTHEST);
    }

    /// So many share a number and so few a time that it is another chat.
    fn differs(&self) -> bool {
        self.numbers >= FEW && !self.is_same()
    }

    fn is_same(&self) -> bool {
        let agreeing = self.to_the_second + self.shifted;
        agreeing * 100 >= self.numbers * AGREEING && (self.to_the_second > 0 || self.shifted >= FEW)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn likeness(apart: &[Micros]) -> bool {
        let mut likeness = Likeness::default();
        apart.iter().for_each(|apart| likeness.note(*apart));
        likeness.is_same()
    }

    #[test]
    fn a_chat_is_known_by_numbers_that_stand_at_one_time() {
        assert!(likeness(&[0]) && likeness(&[0, 0, QUARTER]));
        assert!(likeness(&[12 * QUARTER, 12 * QUARTER, 16 * QUARTER]), "summer and winter of a page without a zone");
        assert!(!likeness(&[]) && !likeness(&[12 * QUARTER]) && !likeness(&[0, 7_000_000]));
        assert!(!likeness(&[1_000_000, 2_000_000, 900 * QUARTER]));
    }
}
