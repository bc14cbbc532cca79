//! What is known of a chat while its history comes in: the latest messages in memory, older ones by asking for those
//! that a slice names. So a history of millions costs as much memory as one of thousands.

use kernel::Result;
use std::collections::{HashMap, HashSet};
use store::{Scope, args, statement};

/// Messages of one generation; at most two are held, and what a slice adds.
const GENERATION: usize = 32_768;

/// A message that may be answered or repeated.
#[derive(Clone, Copy)]
pub(super) struct Known {
    pub id: i64,
    pub thread: i64,
    pub author: i64,
    /// Who began the thread, and the audience the thread belongs to.
    pub starter: i64,
    pub audience: i64,
}

/// Answers mostly go to what was said lately, so few have to be asked for.
pub(super) struct Recent {
    chat: i64,
    /// No message of the chat has a larger number: those above are new without asking.
    highest: Option<i64>,
    young: HashMap<i64, Known>,
    old: HashMap<i64, Known>,
    /// Asked for in vain.
    absent: HashSet<i64>,
}

statement!(HIGHEST = "select number from talk_messages where community_id = $1 and chat_id = $2 order by number desc limit 1");
statement!(
    KNOWN = "select m.number, m.id, m.thread_id, coalesce(m.author_id, 0), coalesce(t.starter_id, 0), coalesce(t.audience_id, m.audience_id) \
     from talk_messages m left join talk_threads t on t.community_id = m.community_id and t.id = m.thread_id \
     where m.community_id = $1 and m.chat_id = $2 and m.number {any $3}"
);

impl Recent {
    pub async fn of(scope: &mut Scope, chat: i64) -> Result<Recent> {
        let highest = scope.maybe::<i64>(&HIGHEST, args![chat]).await?;
        Ok(Recent { chat, highest, young: HashMap::new(), old: HashMap::new(), absent: HashSet::new() })
    }

    /// Learns what is known under these numbers; until the next time they are not forgotten.
    pub async fn learn(&mut self, scope: &mut Scope, numbers: Vec<i64>) -> Result<()> {
        if self.young.len() > GENERATION {
            self.old = std::mem::take(&mut self.young);
        }
        if self.absent.len() > GENERATION {
            self.absent.clear();
        }
        let unsure = |number: &i64| self.highest.is_some_and(|highest| *number <= highest) && !self.absent.contains(number);
        let mut asked: Vec<i64> = numbers.into_iter().filter(|number| unsure(number) && self.find(*number).is_none()).collect();
        asked.sort_unstable();
        asked.dedup();
        if asked.is_empty() {
            return Ok(());
        }
        let rows = scope.all::<(i64, i64, i64, i64, i64, i64)>(&KNOWN, args![self.chat, asked.clone()]).await?;
        self.absent.extend(asked);
        for (number, id, thread, author, starter, audience) in rows {
            self.note(number, Known { id, thread, author, starter, audience });
        }
        Ok(())
    }

    pub fn find(&self, number: i64) -> Option<Known> {
        self.young.get(&number).or_else(|| self.old.get(&number)).copied()
    }

    pub fn note(&mut self, number: i64, known: Known) {
        self.highest = self.highest.max(Some(number));
        self.absent.remove(&number);
        self.young.insert(number, known);
    }
}
