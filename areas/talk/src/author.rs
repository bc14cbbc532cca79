//! How the author of a message is called: a member by a link, one who came with a history by the bare name,
//! the erased and the unknown by a word.

use identity::identity::Named;
use kernel::{IdentityId, MemberId, Result};
use std::collections::HashMap;
use store::Scope;

/// Who wrote something, as a page shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Byline {
    /// A member of today, with a page of their own.
    Member { id: MemberId, identity: IdentityId, name: String },
    /// Somebody who agreed to nothing, or went away: a name and nothing else.
    Person { identity: IdentityId, name: String },
    /// Erased at their own wish.
    Former,
    /// A source that named nobody: a deleted account, an anonymous administrator.
    Nobody { name: Option<String> },
}

/// The names a page needs, learned in one statement.
#[derive(Debug, Default)]
pub struct Names(HashMap<IdentityId, Named>);

impl Names {
    pub async fn learn(scope: &mut Scope, identities: impl IntoIterator<Item = Option<IdentityId>>) -> Result<Names> {
        let identities: Vec<IdentityId> = identities.into_iter().flatten().collect();
        identity::identity::names(scope, &identities).await.map(Names)
    }

    /// `name` is what the source said where it knew no identity.
    pub fn byline(&self, author: Option<IdentityId>, name: Option<&str>) -> Byline {
        let Some(identity) = author else {
            return Byline::Nobody { name: name.map(str::to_owned).filter(|name| !name.is_empty() && !is_deleted_account(name)) };
        };
        match self.0.get(&identity) {
            Some(Named { name: Some(name), member: Some(id), state, .. }) if *state == Some(identity::member::State::Active) => {
                Byline::Member { id: *id, identity, name: name.clone() }
            }
            Some(Named { name: Some(name), .. }) => Byline::Person { identity, name: name.clone() },
            _ => Byline::Former,
        }
    }

    /// The member behind an identity, if there is one.
    pub fn member(&self, identity: IdentityId) -> Option<MemberId> {
        self.0.get(&identity)?.member
    }

    /// One and the same person: one identity, or two of one member.
    pub fn same(&self, one: IdentityId, other: IdentityId) -> bool {
        one == other || self.member(one).is_some_and(|member| self.member(other) == Some(member))
    }
}

/// What Telegram calls those whose accounts are gone.
fn is_deleted_account(name: &str) -> bool {
    matches!(name, "Deleted Account" | "Удалённый аккаунт" | "Удаленный аккаунт")
}

impl Byline {
    /// The name, where there is one; pages say a word for the others.
    pub fn name(&self) -> Option<&str> {
        match self {
            Byline::Member { name, .. } | Byline::Person { name, .. } => Some(name),
            Byline::Nobody { name } => name.as_deref(),
            Byline::Former => None,
        }
    }

    pub fn member(&self) -> Option<MemberId> {
        match self {
            Byline::Member { id, .. } => Some(*id),
            _ => None,
        }
    }

    pub fn identity(&self) -> Option<IdentityId> {
        match self {
            Byline::Member { identity, .. } | Byline::Person { identity, .. } => Some(*identity),
            _ => None,
        }
    }

    /// The word for those without a name.
    pub fn word(&self) -> &'static str {
        match self {
            Byline::Former => "talk-author-former",
            _ => "talk-author-nobody",
        }
    }
}
