//! What happened to somebody's request or help reaches them by a letter. A follower of deeds writes one job for each deed and
//! person, due when it disturbs nobody's quiet hours; the job writes the letter by what the reader may see then, or none where it
//! no longer matters. Deeds of a history that was brought in are no news, and nothing is told twice.

use crate::deeds;
use crate::letter::{self, Said};
use crate::limits;
use crate::stops::{self, Kind};
use chrono_tz::Tz;
use identity::community;
use kernel::{IdentityId, MemberId, Problem, Result};
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use std::sync::Arc;
use store::{BoxFuture, DeedRow, Follower, FollowerRole, JobHandler, Outcome, Running, Scope, Work, args, statement};
use web::House;

/// The kind of job; the payload is a [`News`].
pub const JOB: &str = "requests.notice";
const NAME: &str = "requests.notices";

/// One deed for one reader.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct News {
    pub deed: i64,
    pub deed_kind: String,
    pub object: i64,
    pub amount: i64,
    pub member: MemberId,
    /// The reader's part in the deed; empty in jobs that were laid before it was kept.
    #[serde(default)]
    pub part: String,
}

/// Of whom each kind of deed is news, by the parts of its parties, and what the letter is of.
const TOLD: &[(&str, &str, Kind)] = &[
    (deeds::INVITED, "invited", Kind::Invited),
    (deeds::PASSED_ON, "invited", Kind::Invited),
    (deeds::ANSWERED, "answered", Kind::Answered),
    (deeds::INTRODUCED, "asker", Kind::Introduced),
    (deeds::INTRODUCED, "person", Kind::Introduced),
    (deeds::INTRODUCTION_ACCEPTED, "asker", Kind::Introduced),
    (deeds::INTRODUCTION_ACCEPTED, "person", Kind::Introduced),
    (deeds::REMINDED, "reminded", Kind::Reminded),
    (deeds::ESCALATED, "leader", Kind::Invited),
    (deeds::ESCALATED, "asker", Kind::Course),
    (deeds::CLOSED, "helper", Kind::Helped),
    (deeds::CLOSED, "asker", Kind::Course),
    (deeds::REOPENED, "helper", Kind::Helped),
    (deeds::REOPENED, "author", Kind::Helped),
    (deeds::DEAL, "helper", Kind::Deal),
    (deeds::DEAL_DISPUTED, "asker", Kind::Deal),
];

/// What a letter about this deed is of, for a reader of this part.
fn kind_of(deed: &str, part: &str) -> Option<Kind> {
    TOLD.iter().find(|(held, told, _)| *held == deed && (part.is_empty() || *told == part)).map(|(.., kind)| *kind)
}

statement!(
    READERS = "select w.id, p.id from identity_ways w join identity_persons p on p.community_id = w.community_id and p.id = w.member_id \
     where w.community_id = $1 and w.id {any $2} and p.state = 'active' and p.account_id is not null"
);

/// The follower and the handler of its jobs. Made with the house, whose words and address letters need.
pub fn notices(house: Arc<House>) -> (Arc<Notices>, Arc<Letters>) {
    (Arc::new(Notices), Arc::new(Letters { house }))
}

/// Turns deeds into jobs.
pub struct Notices;

impl Follower for Notices {
    fn name(&self) -> &'static str {
        NAME
    }

    fn role(&self) -> FollowerRole {
        FollowerRole::Effector
    }

    fn meet<'a>(&'a self, scope: &'a mut Scope, deeds: &'a [DeedRow]) -> BoxFuture<'a, Result<()>> {
        Box::pin(async move {
            let told: Vec<Told<'_>> = deeds.iter().flat_map(readers).collect();
            if told.is_empty() { Ok(()) } else { queue(scope, &told).await }
        })
    }

    fn reset<'a>(&'a self, _: &'a mut Scope) -> BoxFuture<'a, Result<()>> {
        Box::pin(async { Ok(()) })
    }
}

/// A deed, somebody to whom it is news, and their part in it.
type Told<'d> = (&'d DeedRow, IdentityId, &'d str);

/// To whom a deed is news: those whom it names in a part that hears of it, the actor never.
fn readers(deed: &DeedRow) -> Vec<Told<'_>> {
    let hears = |part: &str| TOLD.iter().any(|(kind, told, _)| *kind == deed.kind && *told == part);
    let named = deed.parties.iter().filter(|(part, identity)| hears(part) && Some(*identity) != deed.actor);
    let mut readers: Vec<Told<'_>> = named.map(|(part, identity)| (deed, *identity, part.as_str())).collect();
    readers.sort_unstable_by_key(|(_, identity, part)| (*identity, *part));
    readers.dedup_by_key(|(_, identity, _)| *identity);
    readers
}

async fn queue(scope: &mut Scope, told: &[Told<'_>]) -> Result<()> {
    let identities: Vec<i64> = told.iter().map(|(_, identity, _)| identity.0).collect();
    let members: HashMap<IdentityId, MemberId> =
        scope.all::<(IdentityId, MemberId)>(&READERS, args![identities]).await?.into_iter().collect();
    let all: Vec<MemberId> = members.values().copied().collect();
    let (limits, zone, now) = (limits::of_many(scope, &all).await?, zone(scope).await?, scope.now());
    for (deed, identity, part) in told {
        let Some(member) = members.get(identity).copied() else { continue };
        let due = limits.get(&member).map_or(now, |held| held.awake_at(now, zone));
        let news = News {
            deed: deed.seq,
            deed_kind: deed.kind.clone(),
            object: deed.object,
            amount: deed.amount,
            member,
            part: (*part).to_owned(),
        };
        let key = key(&news);
        scope.enqueue(Work { kind: JOB, payload: serde_json::to_value(&news)?, due: Some(due), key: Some(&key) }).await?;
    }
    Ok(())
}

async fn zone(scope: &mut Scope) -> Result<Tz> {
    Ok(community::known(scope).await?.community.timezone)
}

/// The same for one deed and person for ever: of the job, and of the letter.
fn key(news: &News) -> String {
    format!("{}-{}", news.deed, news.member)
}

/// Writes the letters.
pub struct Letters {
    house: Arc<House>,
}

impl JobHandler for Letters {
    fn kind(&self) -> &'static str {
        JOB
    }

    fn run<'a>(&'a self, job: &'a mut Running) -> BoxFuture<'a, Result<Outcome>> {
        Box::pin(async move {
            let news: News = serde_json::from_value(job.payload.clone())?;
            match self.write(job, &news).await {
                // Whoever went away meanwhile, or may no longer see it, hears nothing.
                Err(Problem::NotFound | Problem::Forbidden) => Ok(Outcome::Done),
                written => written.map(|()| Outcome::Done),
            }
        })
    }
}

impl Letters {
    /// The letter and the end of its job in one transaction, with the reader's own eyes.
    async fn write(&self, job: &mut Running, news: &News) -> Result<()> {
        let kind = kind_of(&news.deed_kind, &news.part).ok_or(Problem::NotFound)?;
        let reader = identity::gate::who(&job.store, &job.who()?, news.member).await?;
        let mut scope = job.store.write(&reader).await?;
        let member = identity::member::member(&mut scope, news.member).await?;
        let account = member.account.filter(|_| member.state == identity::member::State::Active).ok_or(Problem::NotFound)?;
        let account = identity::account::one(&mut scope, account).await?;
        if !stops::is_stopped(&mut scope, news.member, kind).await? {
            let zone = zone(&mut scope).await?;
            let said = Said { words: &self.house.words, locale: account.locale, zone };
            if let Some(draft) = letter::about(&mut scope, &said, news).await? {
                let key = format!("requests.{}.{}", scope.community(), key(news));
                let letter =
                    letter::finish(&mut scope, &self.house, &said, (&account.email, key), (news.member, kind), draft).await?;
                scope.letter(&letter).await?;
            }
        }
        job.finish(&mut scope).await?;
        scope.commit().await
    }
}
