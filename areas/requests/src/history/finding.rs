//! Reads the ledger into the requests found in conversations that came with a history: a projection, so that it can be counted anew.

use super::asking::{self, Beginning};
use super::{settings, thanks};
use crate::similar::chat;
use kernel::{AudienceId, IdentityId, MICROS_PER_SECOND, Micros, Result};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use store::{BoxFuture, DeedRow, Follower, FollowerRole, Scope, args, statement};
use talk::beginnings;

/// The cursor's name.
pub const NAME: &str = "requests.found";
/// Less sure messages are not even kept.
const KEPT: f64 = 0.3;
/// Hashtags kept of one message.
const TAGS: usize = 10;
/// Thanks without an answer to anybody are for what was asked so shortly before.
const SOON: Micros = 2 * 3_600 * MICROS_PER_SECOND;
const WITHDRAWN: &str = "import.withdrawn";

/// The projection.
pub struct Finding;

statement!(
    FIND = "insert into requests_found (community_id, message_id, audience_id, asker_id, at, confidence, tagged, draw) values ($1, $2, $3, $4, $5, $6, $7, $8) \
     on conflict (community_id, message_id) do update set confidence = excluded.confidence, tagged = excluded.tagged"
);
statement!(TAG = "insert into requests_found_tags (community_id, tag, message_id) values ($1, $2, $3) on conflict do nothing");
statement!(
    HELP = "insert into requests_found_helps (community_id, answer_id, message_id, audience_id, helper_id, at, confidence) \
     values ($1, $2, $3, $4, $5, $6, $7) on conflict (community_id, answer_id) do nothing"
);
statement!(
    SURER = "update requests_found_helps set confidence = $3 where community_id = $1 and answer_id = $2 and confidence < $3"
);
statement!(ASKED = "select message_id, asker_id from requests_found where community_id = $1 and message_id {any $2}");
statement!(
    ASKED_BY = "select f.message_id, f.asker_id, h.answer_id, h.at from requests_found f \
     join requests_found_helps h on h.community_id = f.community_id and h.message_id = f.message_id \
     where f.community_id = $1 and f.asker_id {any $2} and f.at >= $3 and f.at <= $4 order by h.at, h.answer_id"
);
statement!(GONE = "delete from requests_found where community_id = $1 and message_id {any $2}");
statement!(GONE_TAGS = "delete from requests_found_tags where community_id = $1 and message_id {any $2}");
statement!(GONE_HELPS = "delete from requests_found_helps where community_id = $1 and message_id {any $2}");
statement!(GONE_ANSWERS = "delete from requests_found_helps where community_id = $1 and answer_id {any $2}");
statement!(
    WITHDRAWN_TAGS = "delete from requests_found_tags where community_id = $1 and message_id in \
     (select f.message_id from requests_found f where f.community_id = $1 and f.audience_id = $2)"
);
statement!(WITHDRAWN_FOUND = "delete from requests_found where community_id = $1 and audience_id = $2");
statement!(WITHDRAWN_HELPS = "delete from requests_found_helps where community_id = $1 and audience_id = $2");
statement!(
    NO_WORDS = "delete from requests_words where community_id = $1 and request_id in \
     (select f.message_id + 4611686018427387904 from requests_found f where f.community_id = $1)"
);
statement!(NO_FOUND = "delete from requests_found where community_id = $1");
statement!(NO_TAGS = "delete from requests_found_tags where community_id = $1");
statement!(NO_HELPS = "delete from requests_found_helps where community_id = $1");

impl Follower for Finding {
    fn name(&self) -> &'static str {
        NAME
    }

    fn role(&self) -> FollowerRole {
        FollowerRole::Projection
    }

    fn meet<'a>(&'a self, scope: &'a mut Scope, deeds: &'a [DeedRow]) -> BoxFuture<'a, Result<()>> {
        Box::pin(meet(scope, deeds))
    }

    fn reset<'a>(&'a self, scope: &'a mut Scope) -> BoxFuture<'a, Result<()>> {
        Box::pin(async move {
            for statement in [&NO_WORDS, &NO_FOUND, &NO_TAGS, &NO_HELPS] {
                scope.run(statement, &[]).await?;
            }
            Ok(())
        })
    }
}

/// Texts are read as they stand now: what was deleted since is not there to be found.
async fn meet(scope: &mut Scope, deeds: &[DeedRow]) -> Result<()> {
    let of = |kind: &str| -> Vec<i64> {
        deeds.iter().filter(|deed| deed.is_imported() && deed.kind == kind).map(|deed| deed.object).collect()
    };
    let (begun, answered) = (of(talk::deeds::MESSAGE), of(talk::deeds::REPLY));
    let begun = beginnings::beginnings(scope, &begun).await?;
    let answered = beginnings::answers(scope, &answered).await?;
    find(scope, &begun).await?;
    help(scope, &answered).await?;
    thank(scope, &begun).await?;
    let gone: Vec<i64> = deeds.iter().filter(|deed| deed.kind == talk::deeds::DELETED).map(|deed| deed.object).collect();
    if !gone.is_empty() {
        chat::forget(scope, &gone).await?;
        for statement in [&GONE, &GONE_TAGS, &GONE_HELPS, &GONE_ANSWERS] {
            scope.run(statement, args![gone.clone()]).await?;
        }
    }
    let withdrawn: BTreeSet<AudienceId> = deeds
        .iter()
        .filter(|deed| deed.kind == WITHDRAWN && deed.audience != AudienceId::EVERYONE)
        .map(|deed| deed.audience)
        .collect();
    for audience in withdrawn {
        chat::forget_history(scope, audience).await?;
        for statement in [&WITHDRAWN_TAGS, &WITHDRAWN_FOUND, &WITHDRAWN_HELPS] {
            scope.run(statement, args![audience]).await?;
        }
    }
    Ok(())
}

async fn find(scope: &mut Scope, begun: &[beginnings::Beginning]) -> Result<()> {
    if begun.is_empty() {
        return Ok(());
    }
    let named = settings::held(scope).await?.hashtags;
    let (mut found, mut tags, mut remembered) = (Vec::new(), Vec::new(), Vec::new());
    for message in begun {
        let around = Beginning {
            text: &message.text,
            pause: message.before.map(|before| message.at - before),
            own_pause: message.own_before.map(|before| message.at - before),
        };
        let confidence = asking::confidence(&around);
        let own: BTreeSet<String> = asking::hashtags(&message.text).take(TAGS).collect();
        if confidence < KEPT && own.is_empty() {
            continue;
        }
        if confidence >= asking::SURE || !own.is_empty() {
            remembered.push((message.id, message.audience, message.text.as_str()));
        }
        let tagged = own.iter().any(|tag| named.contains(tag));
        found.push(args![message.id, message.audience, message.author, message.at, confidence, tagged, drawn(message.id)].to_vec());
        tags.extend(own.into_iter().map(|tag| args![tag, message.id].to_vec()));
    }
    scope.run_many(&FIND, found).await?;
    scope.run_many(&TAG, tags).await?;
    chat::remember(scope, &remembered).await
}

/// A place in the order of samples that has nothing to do with when a message was written (the finaliser of SplitMix64).
fn drawn(id: i64) -> i64 {
    let mut mixed = id.cast_unsigned().wrapping_add(0x9e37_79b9_7f4a_7c15);
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    (mixed ^ (mixed >> 31)).cast_signed() >> 32
}

/// What others answered to the asker, and what the asker said to them.
async fn help(scope: &mut Scope, answered: &[beginnings::Answer]) -> Result<()> {
    if answered.is_empty() {
        return Ok(());
    }
    let threads: BTreeSet<i64> = answered.iter().map(|answer| answer.thread).collect();
    let threads: Vec<i64> = threads.into_iter().collect();
    let askers: HashMap<i64, IdentityId> = scope.all::<(i64, IdentityId)>(&ASKED, args![threads]).await?.into_iter().collect();
    let (mut helps, mut surer) = (Vec::new(), Vec::new());
    for answer in answered {
        let Some(asker) = askers.get(&answer.thread).copied() else { continue };
        if answer.author == asker {
            if answer.to_author.is_some_and(|author| author != asker) && thanks::thanks(&answer.text) {
                surer.push(args![answer.to, thanks::TO_ANSWER].to_vec());
            }
        } else if answer.to_author == Some(asker) {
            let approved = answer.reactions.iter().any(|(reaction, count)| *count > 0 && thanks::approves(reaction));
            let confidence = if approved { thanks::REACTION } else { thanks::ANSWERED };
            helps.push(args![answer.id, answer.thread, answer.audience, answer.author, answer.at, confidence].to_vec());
        }
    }
    scope.run_many(&HELP, helps).await?;
    scope.run_many(&SURER, surer).await?;
    Ok(())
}

/// A word of thanks that answers nobody is for the last who answered what its author asked shortly before.
async fn thank(scope: &mut Scope, begun: &[beginnings::Beginning]) -> Result<()> {
    let said: Vec<(IdentityId, Micros)> = begun
        .iter()
        .filter(|message| message.text.chars().count() < 200 && thanks::thanks(&message.text))
        .map(|message| (message.author, message.at))
        .collect();
    let (Some(first), Some(last)) = (said.iter().map(|(_, at)| *at).min(), said.iter().map(|(_, at)| *at).max()) else {
        return Ok(());
    };
    let askers: BTreeSet<i64> = said.iter().map(|(asker, _)| asker.0).collect();
    let askers: Vec<i64> = askers.into_iter().collect();
    let asked = scope.all::<(i64, IdentityId, i64, Micros)>(&ASKED_BY, args![askers, first - SOON, last]).await?;
    let mut surer = BTreeMap::new();
    for (asker, at) in said {
        let answer = asked.iter().rfind(|(_, by, _, answered)| *by == asker && *answered < at && at - *answered <= SOON);
        if let Some((_, _, answer, _)) = answer {
            surer.insert(*answer, args![*answer, thanks::SOON_AFTER].to_vec());
        }
    }
    scope.run_many(&SURER, surer.into_values().collect()).await.map(|_| ())
}
