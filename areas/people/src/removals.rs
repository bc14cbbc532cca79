//! "Remove me": a wish that needs no account. A personal link or one's own membership is proof; otherwise the owner
//! looks at it and decides.

use crate::erasures::{self, Erasable};
use crate::links::{self, Link};
use crate::namesakes;
use crate::policy::Keeper;
use identity::member::{Member, State};
use kernel::{FieldFault, MemberId, Micros, Problem, Result};
use store::{FromRow, Row, Scope, args, statement};

/// Wishes on one page of the owner.
pub const PAGE: usize = 50;
/// Wishes that may wait in one community: more than the owner can read is a flood.
pub const WAITING_AT_ONCE: i64 = 1_000;
/// On what a wish rests: the person picked themselves, or the house found one of the name they wrote.
const WORD: &str = "word";
pub(crate) const GUESS: &str = "guess";
/// The longest name, longer than any chat shows, and the longest way to answer.
const NAME_CHARS: usize = 120;
const CONTACT_CHARS: usize = 200;

/// A wish that waits for the owner.
#[derive(Clone, Debug)]
pub struct Removal {
    pub id: i64,
    /// Whom the person picked, or the only one of their name. Nothing if the owner must find who that is.
    pub member: Option<MemberId>,
    /// As the chat knew that person; empty if they were erased while this waited.
    pub known_as: Option<String>,
    /// As they wrote it.
    pub name: String,
    pub words_too: bool,
    pub contact: String,
    pub created_at: Micros,
}

impl FromRow for Removal {
    fn from_row(row: &mut Row) -> anyhow::Result<Removal> {
        Ok(Removal {
            id: row.next()?,
            member: row.next()?,
            known_as: row.next()?,
            name: row.next()?,
            words_too: row.next()?,
            contact: row.next()?,
            created_at: row.next()?,
        })
    }
}

impl Removal {
    /// The name of whom it is about, as far as they are known and not erased.
    pub fn present(&self) -> Option<&str> {
        self.known_as.as_deref().filter(|name| !name.is_empty())
    }
}

/// A wish as a stranger wrote it, already sound.
#[derive(Clone, Debug)]
pub struct Wish {
    pub member: Option<MemberId>,
    pub name: String,
    pub contact: String,
    pub words_too: bool,
}

impl Wish {
    /// # Errors
    /// `Invalid` naming the fields.
    pub fn parse(member: Option<MemberId>, name: &str, contact: &str, words: &str) -> Result<Wish> {
        let line = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        let (name, contact, words_too) = (line(name), line(contact), words_too(words));
        let no_name = (member.is_none() && !name.chars().any(char::is_alphanumeric)).then_some("people-fault-name");
        let no_contact = contact.is_empty().then_some("people-fault-contact");
        let faults = [
            no_name.or(too_long(&name, NAME_CHARS)).map(|word| FieldFault { field: "name", word }),
            no_contact.or(too_long(&contact, CONTACT_CHARS)).map(|word| FieldFault { field: "contact", word }),
            words_too.is_none().then_some(FieldFault { field: "words", word: "people-fault-choice" }),
        ];
        match (words_too, faults.into_iter().flatten().collect::<Vec<_>>()) {
            (Some(words_too), faults) if faults.is_empty() => Ok(Wish { member, name, contact, words_too }),
            (_, faults) => Err(Problem::Invalid(faults)),
        }
    }
}

fn too_long(text: &str, most: usize) -> Option<&'static str> {
    (text.chars().count() > most).then_some("people-fault-long")
}

/// What shall become of one's words: they stay unless a person says otherwise. Nothing for what nobody could have chosen.
pub fn words_too(choice: &str) -> Option<bool> {
    match choice {
        "" | "stay" => Some(false),
        "too" => Some(true),
        _ => None,
    }
}

statement!(
    ADD = "insert into people_removals (community_id, id, member_id, name, proof, words_too, contact, state, created_at) \
     values ($1, $2, $3, $4, $8, $5, $6, 'waiting', $7)"
);
statement!(
    WAITING = "select r.id, r.member_id, m.name, r.name, r.words_too, r.contact, r.created_at from people_removals r \
     left join identity_persons m on m.community_id = r.community_id and m.id = r.member_id \
     where r.community_id = $1 and r.state = 'waiting' and (r.created_at > $2 or (r.created_at = $2 and r.id > $3)) order by r.created_at, r.id limit $4"
);
statement!(
    ONE = "select r.id, r.member_id, m.name, r.name, r.words_too, r.contact, r.created_at from people_removals r \
     left join identity_persons m on m.community_id = r.community_id and m.id = r.member_id where r.community_id = $1 and r.id = $2 and r.state = 'waiting'"
);
statement!(
    DECIDE = "update people_removals set state = $3, decided_at = $4, decided_by = $5, name = '', contact = '' \
     where community_id = $1 and id = $2"
);
statement!(COUNT = "select count(*) from people_removals where community_id = $1 and state = 'waiting'");

/// Writes a wish down for the owner. A name that fits exactly one imported person, and nobody who joined, is proposed to
/// the owner as that person; the stranger is not told, or the page would tell who was in the chat.
pub async fn ask(scope: &mut Scope, wish: &Wish) -> Result<()> {
    if scope.one::<i64>(&COUNT, &[]).await? >= WAITING_AT_ONCE {
        return Err(Problem::TooMany(3_600));
    }
    let (member, proof) = match wish.member {
        Some(member) => (Some(member), WORD),
        None => (only_one_called(scope, &wish.name).await?, GUESS),
    };
    let (id, now) = (scope.deal()?, scope.now());
    scope.run(&ADD, args![id, member, &wish.name, wish.words_too, &wish.contact, now, proof]).await?;
    Ok(())
}

async fn only_one_called(scope: &mut Scope, name: &str) -> Result<Option<MemberId>> {
    let [only] = crate::imported::exactly(scope, name, 2).await?[..] else { return Ok(None) };
    Ok((!namesakes::joined_exactly(scope, name).await?).then_some(only))
}

/// At once, by a personal link.
pub async fn by_link(scope: &mut Scope, link: &Link, words_too: bool) -> Result<()> {
    let right = Erasable::by_link(link)?;
    links::use_up(scope, link, None).await?;
    erasures::erase(scope, &right, words_too).await
}

/// Wishes that wait, oldest first; one more than [`PAGE`] if there are others.
pub async fn list(scope: &mut Scope, _: &Keeper, after: Option<(Micros, i64)>) -> Result<Vec<Removal>> {
    let (at, id) = after.unwrap_or((i64::MIN, 0));
    scope.all(&WAITING, args![at, id, PAGE + 1]).await
}

/// # Errors
/// `NotFound` if there is none or it was decided.
pub async fn one(scope: &mut Scope, _: &Keeper, id: i64) -> Result<Removal> {
    scope.one(&ONE, args![id]).await
}

/// Whom the owner may remove for a wish: somebody who is here. Whoever is another's past is today that other one. Whoever was
/// erased while the wish waited may be named as well, so that it can be answered.
///
/// # Errors
/// `Invalid` at `member`.
pub async fn meant(scope: &mut Scope, _: &Keeper, removal: &Removal, member: Option<MemberId>) -> Result<Member> {
    let nobody = || Problem::field("member", "people-fault-who");
    let person = namesakes::today(scope, member.ok_or_else(nobody)?).await;
    let held = match person {
        Ok(person) => identity::member::member(scope, person).await,
        Err(problem) => Err(problem),
    };
    match held {
        Ok(held) if matches!(held.state, State::Imported | State::Active | State::Left) => Ok(held),
        Ok(held) if held.state == State::Erased && removal.member == member => Ok(held),
        Ok(_) | Err(Problem::NotFound) => Err(nobody()),
        Err(problem) => Err(problem),
    }
}

/// Fulfils a wish by erasing exactly the member whom the owner named; what the house proposed is not asked. Gives the
/// contact to write to.
///
/// # Errors
/// `Invalid` at `member` if nobody is named, or nobody who can be erased: whoever became another's past in the meantime is
/// shown to the owner under their name of today first.
pub async fn fulfil(scope: &mut Scope, keeper: &Keeper, id: i64, member: Option<MemberId>) -> Result<String> {
    let removal = one(scope, keeper, id).await?;
    let held = meant(scope, keeper, &removal, member).await?;
    if Some(held.id) != member {
        return Err(Problem::field("member", "people-fault-who"));
    }
    if held.state != State::Erased {
        erasures::erase(scope, &Erasable::by_owner(keeper, held.id), removal.words_too).await?;
    }
    decide(scope, id, "done").await?;
    Ok(removal.contact)
}

/// Says no. The reason is the owner's to write to the person.
pub async fn refuse(scope: &mut Scope, keeper: &Keeper, id: i64) -> Result<String> {
    let removal = one(scope, keeper, id).await?;
    decide(scope, id, "refused").await?;
    crate::audit::record(scope, "people-audit-removal-refused", "removal", id, &serde_json::json!({})).await?;
    Ok(removal.contact)
}

async fn decide(scope: &mut Scope, id: i64, state: &str) -> Result<()> {
    let (now, by) = (scope.now(), scope.viewer().member);
    scope.run(&DECIDE, args![id, state, now, by]).await.map(|_| ())
}
