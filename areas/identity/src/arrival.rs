//! Persons who come in with a history. They agreed to nothing yet: each gets an identity and a member of the
//! state `imported`, which only staff see as persons. Those known from before are met again, never made twice.

use kernel::{IdentityId, Result, fold, sort_key};
use std::collections::HashMap;
use store::{Scope, args, statement};

/// The member states of this file.
const IMPORTED: &str = "imported";

/// A person, channel or group as a source names it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Outsider {
    /// `telegram` for ids, `telegram-name` for bare names.
    pub source: &'static str,
    /// The source's id; for a bare name the chat and the name, because names do not reach across chats.
    pub outside_id: String,
}

/// An outsider with what is known of them at first sight.
#[derive(Clone, Debug)]
pub struct Newcomer {
    pub outsider: Outsider,
    /// `person`, `deleted`, `channel`, `group`.
    pub kind: &'static str,
    pub name: String,
}

impl Newcomer {
    /// Persons can be invited and can claim; a channel cannot.
    fn is_person(&self) -> bool {
        matches!(self.kind, "person" | "deleted")
    }
}

/// Everybody of some sources who is known here.
pub struct Arrivals {
    known: HashMap<Outsider, IdentityId>,
    /// Members whose import was taken back, by identity: meeting them again brings them back.
    withdrawn: HashMap<IdentityId, i64>,
    /// Persons added since the arrivals were loaded.
    pub people_added: u64,
}

statement!(
    KNOWN = "select i.outside_id, i.id, m.id, m.state from identity_identities i \
     left join identity_members m on m.community_id = i.community_id and m.id = i.member_id \
     where i.community_id = $1 and i.source = $2"
);
statement!(
    REVIVE = "update identity_members set state = 'imported' where community_id = $1 and id {any $2} and state = 'withdrawn'"
);
statement!(
    WITHDRAWABLE = "select identity_id from identity_members where community_id = $1 and id >= $2 and id < $3 and state = 'imported' and identity_id is not null"
);
statement!(
    WITHDRAW = "update identity_members set state = 'withdrawn' where community_id = $1 and id >= $2 and id < $3 and state = 'imported' and identity_id {any $4}"
);
statement!(
    ADD_IDENTITY = "insert into identity_identities (community_id, id, member_id, source, outside_id, kind, name, folded, created_at) \
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)"
);
statement!(
    ADD_MEMBER = "insert into identity_members (community_id, id, account_id, identity_id, state, name, folded, sort_key, created_at) \
     values ($1, $2, null, $3, $4, $5, $6, $7, $8)"
);

impl Arrivals {
    pub async fn load(scope: &mut Scope, sources: &[&'static str]) -> Result<Arrivals> {
        let (mut known, mut withdrawn) = (HashMap::new(), HashMap::new());
        for source in sources {
            let rows = scope.all::<(String, IdentityId, Option<i64>, Option<String>)>(&KNOWN, args![*source]).await?;
            for (outside_id, id, member, state) in rows {
                known.insert(Outsider { source, outside_id }, id);
                if let (Some(member), Some("withdrawn")) = (member, state.as_deref()) {
                    withdrawn.insert(id, member);
                }
            }
        }
        Ok(Arrivals { known, withdrawn, people_added: 0 })
    }

    /// Brings back those of a taken-back import who are met again.
    pub async fn revive(&mut self, scope: &mut Scope, met: &[IdentityId]) -> Result<()> {
        let members: Vec<i64> = met.iter().filter_map(|identity| self.withdrawn.remove(identity)).collect();
        if members.is_empty() {
            return Ok(());
        }
        self.people_added += members.len() as u64;
        scope.run(&REVIVE, args![members]).await.map(|_| ())
    }

    pub fn anybody_withdrawn(&self) -> bool {
        !self.withdrawn.is_empty()
    }

    pub fn find(&self, outsider: &Outsider) -> Option<IdentityId> {
        self.known.get(outsider).copied()
    }

    /// Remembers an outsider under an identity that stands already: one who was erased and came again.
    pub fn remember(&mut self, outsider: Outsider, identity: IdentityId) {
        self.known.insert(outsider, identity);
    }

    /// Makes identities, and members for persons, of those not known yet.
    pub async fn meet(&mut self, scope: &mut Scope, newcomers: Vec<Newcomer>) -> Result<()> {
        let now = scope.now();
        let (mut identities, mut members) = (Vec::new(), Vec::new());
        for newcomer in newcomers {
            if self.known.contains_key(&newcomer.outsider) {
                continue;
            }
            let identity = scope.deal()?;
            let folded = fold(&newcomer.name);
            let member = if newcomer.is_person() { Some(scope.deal()?) } else { None };
            if let Some(member) = member {
                let sort = sort_key(&newcomer.name);
                members.push(args![member, identity, IMPORTED, &newcomer.name, &folded, sort, now].to_vec());
                self.people_added += 1;
            }
            let Outsider { source, outside_id } = &newcomer.outsider;
            identities.push(args![identity, member, *source, outside_id, newcomer.kind, &newcomer.name, folded, now].to_vec());
            self.known.insert(newcomer.outsider, IdentityId(identity));
        }
        scope.run_many(&ADD_IDENTITY, identities).await?;
        scope.run_many(&ADD_MEMBER, members).await?;
        Ok(())
    }
}

/// Identities of imported persons whose member ids lie in a range: candidates for going with a taken-back import.
pub async fn imported_between(scope: &mut Scope, from: i64, until: i64) -> Result<Vec<IdentityId>> {
    scope.all(&WITHDRAWABLE, args![from, until]).await
}

/// Those persons go with the import that brought them; their identities stay, because deeds name them.
pub async fn withdraw(scope: &mut Scope, from: i64, until: i64, identities: &[IdentityId]) -> Result<u64> {
    let identities: Vec<i64> = identities.iter().map(|identity| identity.0).collect();
    scope.run(&WITHDRAW, args![from, until, identities]).await
}
