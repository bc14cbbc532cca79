//! Batches of entries become batches of lines: persons are met first, the erased are obeyed.

use crate::lines::{self, Acquaintance, BY_ID, BY_NAME};
use identity::arrival::{Arrivals, Newcomer, Outsider};
use kernel::{IdentityId, Result};
use people::erasures::{ErasedIdentity, Erasures};
use std::collections::HashSet;
use store::Scope;
use talk::history::Incoming;
use telegram_export::export::{Author, AuthorKind, Item};

/// Who is known while a history comes in.
pub struct Persons {
    chat_key: String,
    arrivals: Arrivals,
    erasures: Erasures,
    hushed: HashSet<IdentityId>,
    /// Names of those who wrote in this import.
    wrote: HashSet<String>,
}

impl Persons {
    pub async fn load(scope: &mut Scope, chat_key: &str) -> Result<Persons> {
        let arrivals = Arrivals::load(scope, &[BY_ID, BY_NAME]).await?;
        let erasures = Erasures::load(scope).await?;
        Ok(Persons { chat_key: chat_key.to_owned(), arrivals, erasures, hushed: HashSet::new(), wrote: HashSet::new() })
    }

    /// Learns whose first words came in before a break, from a number of messages on.
    pub async fn recall(&mut self, scope: &mut Scope, chat: i64, from: i64) -> Result<()> {
        let writers = talk::history::writers(scope, chat, from).await?;
        let identities: Vec<IdentityId> = writers.iter().filter_map(|(identity, _)| *identity).collect();
        let names = identity::identity::names(scope, &identities).await?;
        let called = |(identity, name): (Option<IdentityId>, Option<String>)| match identity {
            Some(identity) => names.get(&identity)?.name.clone(),
            None => name,
        };
        self.wrote.extend(writers.into_iter().filter_map(called).map(|name| kernel::visible(&name)));
        Ok(())
    }

    pub fn people_added(&self) -> u64 {
        self.arrivals.people_added
    }

    /// Notes the author's name if it is the first of this name. Gives 1 then, else 0.
    pub fn first_words(&mut self, author: &Author) -> u64 {
        let name = match author.kind {
            AuthorKind::Nobody => "",
            _ => author.name.as_deref().or(author.outside_id.as_deref()).unwrap_or_default(),
        };
        let name = kernel::visible(name);
        u64::from(!self.wrote.contains(&name) && self.wrote.insert(name))
    }

    /// Makes identities of all whom these entries name and who are not known yet.
    pub async fn meet(&mut self, scope: &mut Scope, items: impl Iterator<Item = &Item>) -> Result<()> {
        let (mut newcomers, mut met) = (Vec::new(), Vec::new());
        for author in items.flat_map(lines::authors) {
            let Some(newcomer) = lines::newcomer(author, &self.chat_key) else { continue };
            let written = lines::as_written(author, &self.chat_key);
            if let Some(identity) = self.known(&newcomer.outsider, written.as_ref()) {
                met.push(identity);
            } else if let Some(erased) = self.erased(&newcomer, written.as_ref()) {
                if erased.words_too {
                    self.hushed.insert(erased.identity);
                }
                self.arrivals.remember(newcomer.outsider, erased.identity);
            } else {
                newcomers.push(newcomer);
            }
        }
        if self.arrivals.anybody_withdrawn() {
            self.arrivals.revive(scope, &met).await?;
        }
        self.arrivals.meet(scope, newcomers).await
    }

    /// Somebody met before, also by an import that kept names as they were written.
    fn known(&mut self, outsider: &Outsider, written: Option<&Outsider>) -> Option<IdentityId> {
        self.arrivals.find(outsider).or_else(|| {
            let identity = self.arrivals.find(written?)?;
            self.arrivals.remember(outsider.clone(), identity);
            Some(identity)
        })
    }

    /// Somebody who asked to be removed. The other form of a history calls the same people otherwise: whoever has only a
    /// name is known by it, and whoever was removed under a name of this chat is met under a number as well.
    fn erased(&self, newcomer: &Newcomer, written: Option<&Outsider>) -> Option<ErasedIdentity> {
        if self.erasures.is_empty() {
            return None;
        }
        let find = |outsider: &Outsider| self.erasures.find(outsider.source, &outsider.outside_id);
        let by_name = || match newcomer.outsider.source {
            BY_NAME => self.erasures.credited(&newcomer.name),
            _ => find(&lines::by_name(&self.chat_key, &newcomer.name)),
        };
        find(&newcomer.outsider).or_else(|| find(written?)).or_else(by_name)
    }

    pub fn incoming(&self, item: Item) -> Incoming {
        lines::incoming(item, self)
    }
}

impl Acquaintance for Persons {
    fn find(&self, author: &Author) -> Option<IdentityId> {
        let newcomer = lines::newcomer(author, &self.chat_key)?;
        self.arrivals.find(&newcomer.outsider)
    }

    fn is_hushed(&self, author: IdentityId) -> bool {
        self.hushed.contains(&author)
    }

    fn is_nameless(&self, name: &str, outside_id: Option<&str>) -> bool {
        match outside_id {
            _ if self.erasures.is_empty() => false,
            Some(id) => self.erasures.find(BY_ID, id).is_some(),
            None => self.erasures.credited(&kernel::visible(name)).is_some(),
        }
    }
}
