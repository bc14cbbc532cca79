//! Topics of a forum. Telegram Desktop does not name them: a message stands in the topic whose first
//! service line, or a message of that topic, it answers.

use std::collections::{HashMap, HashSet};

use super::item::{Action, Item};
use super::rising::Rising;

#[derive(Debug, Default)]
pub(crate) struct Topics {
    roots: HashSet<i64>,
    /// Of each message in a topic, which of the topics.
    of: Rising,
    topics: Vec<i64>,
    places: HashMap<i64, u32>,
}

impl Topics {
    /// Sets the topic of a message, and learns from every item. An answer to the line that created
    /// the topic is no answer to anybody: everything in a topic is written so.
    pub(crate) fn place(&mut self, item: &mut Item) {
        match item {
            Item::Service(service) => {
                if matches!(service.action, Action::TopicCreated(_)) {
                    self.roots.insert(service.number);
                }
            }
            Item::Message(message) => {
                let answered = message.reply_to;
                let root = answered.filter(|number| self.roots.contains(number));
                if root.is_some() {
                    message.reply_to = None;
                }
                let inherited =
                    answered.and_then(|number| self.of.find(number)).and_then(|place| self.topics.get(place as usize)).copied();
                message.topic = message.topic.or(root).or(inherited);
                if let Some(topic) = message.topic {
                    let place = self.place_of(topic);
                    self.of.insert(message.number, place);
                }
            }
        }
    }

    fn place_of(&mut self, topic: i64) -> u32 {
        let topics = &mut self.topics;
        *self.places.entry(topic).or_insert_with(|| {
            topics.push(topic);
            (topics.len() - 1) as u32
        })
    }
}
