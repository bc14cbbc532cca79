//! Which direction a topic or a new request belongs to: by the direction's name and tags.

use super::candidates::{has, stems_of};
use super::counting::Counted;
use super::tags;
use super::words::key;
use crate::topic::{self, Topic};
use kernel::Result;
use std::cmp::Reverse;
use std::collections::BTreeMap;
use store::Scope;

/// The open directions with the words they are known by.
#[derive(Clone, Debug, Default)]
pub struct Directions {
    pub open: Vec<Topic>,
    /// Stems, of the name first.
    keys: BTreeMap<i64, Vec<String>>,
}

impl Directions {
    /// Two statements.
    pub async fn learn(scope: &mut Scope) -> Result<Directions> {
        let mut open = topic::all(scope).await?;
        open.retain(|topic| !topic.retired);
        let mut tags = tags::all(scope).await?;
        let of = |topic: &Topic, tags: Vec<(String, String)>| -> Vec<String> {
            std::iter::once(key(&topic.name)).chain(tags.into_iter().map(|(tag, _)| tag)).collect()
        };
        let keys = open.iter().map(|topic| (topic.id, of(topic, tags.remove(&topic.id).unwrap_or_default()))).collect();
        Ok(Directions { open, keys })
    }

    /// The open direction that a found topic belongs to: under which most of it was asked, or which has one of its words.
    pub fn covering(&self, topic: &Counted) -> Option<&Topic> {
        let under = self.open.iter().find(|open| topic.under == Some(open.id));
        let known =
            |open: &&Topic| self.keys.get(&open.id).is_some_and(|keys| topic.terms.iter().any(|(term, _)| keys.contains(term)));
        under.or_else(|| self.open.iter().find(known))
    }

    /// The direction that a text speaks of: most words of its name and tags, and the longest of them.
    pub fn of_text(&self, text: &str) -> Option<&Topic> {
        let stems = stems_of(text);
        let weight = |open: &Topic| -> usize {
            let keys = self.keys.get(&open.id).map(Vec::as_slice).unwrap_or_default();
            keys.iter().filter(|key| has(&stems, key)).map(|key| key.chars().count()).sum()
        };
        self.open.iter().filter(|open| weight(open) > 0).max_by_key(|open| (weight(open), Reverse(open.id)))
    }
}

/// The direction that a new request seems to belong to. Two statements; none for an empty text.
pub async fn suggest(scope: &mut Scope, text: &str) -> Result<Option<Topic>> {
    if text.trim().is_empty() {
        return Ok(None);
    }
    Ok(Directions::learn(scope).await?.of_text(text).cloned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn direction(id: i64, name: &str) -> Topic {
        Topic { id, name: name.to_owned(), leader: None, leader_name: None, retired: false }
    }

    fn directions() -> Directions {
        let keys = [(1, vec![key("Право"), key("юрист"), key("аренда")]), (2, vec![key("Семейная терапия")])];
        Directions {
            open: vec![direction(1, "Право"), direction(2, "Семейная терапия")], keys: keys.into_iter().collect()
        }
    }

    #[test]
    fn texts_meet_directions_by_names_and_tags_in_any_form() {
        let found = |text: &str| directions().of_text(text).map(|topic| topic.id);
        assert_eq!(found("Нужны юристы"), Some(1));
        assert_eq!(found("Кто ведёт семейную терапию по вечерам? Есть юристы?"), Some(2), "more of it is said");
        assert_eq!(found("Семейный ужин"), None, "one word of two is not the name");
        assert_eq!(found(""), None);
    }

    #[test]
    fn topics_are_covered_by_words_or_by_where_they_were_asked() {
        let topic = |term: &str, under| Counted { terms: vec![(key(term), term.to_owned())], under, ..Counted::default() };
        let covering = |topic: &Counted| directions().covering(topic).map(|topic| topic.id);
        assert_eq!(covering(&topic("юристы", None)), Some(1));
        assert_eq!(covering(&topic("врач", None)), None);
        assert_eq!(covering(&topic("врач", Some(2))), Some(2));
        assert_eq!(covering(&topic("врач", Some(7))), None, "a direction that was closed covers nothing");
    }
}
