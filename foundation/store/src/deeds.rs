//! The ledger of deeds: who did what for whom, when and where. Append-only; ids and numbers, never names or texts.

use crate::row::{FromRow, Row};
use crate::scope::Scope;
use crate::value::List;
use crate::{args, statement};
use kernel::{AudienceId, IdentityId, Micros, Result};

/// The channel of deeds that came with a history. Effectors pass them over.
pub const IMPORTED: &str = "import";
/// A quarter of an hour, in microseconds.
pub const QUARTER: Micros = 900_000_000;

/// A deed to be written, in the transaction of the change it tells of.
#[derive(Clone, Debug)]
pub struct Deed<'a> {
    /// `area.verb`, e.g. `talk.reply`.
    pub kind: &'a str,
    /// When it happened; the past for an imported history.
    pub at: Micros,
    pub actor: Option<IdentityId>,
    pub object_kind: &'a str,
    pub object: i64,
    pub audience: AudienceId,
    /// Where it happened: `web`, `cli`, [`IMPORTED`].
    pub channel: &'a str,
    /// A number that belongs to the deed: minor units, a count; 0 if none.
    pub amount: i64,
    pub parties: &'a [Party<'a>],
}

/// A person whom a deed concerns, and in what part. The actor is a party too (`actor`), written by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Party<'a> {
    pub part: &'a str,
    pub identity: IdentityId,
}

/// A deed as it stands in the ledger.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeedRow {
    pub seq: i64,
    pub kind: String,
    pub at: Micros,
    pub recorded_at: Micros,
    pub actor: Option<IdentityId>,
    pub object_kind: String,
    pub object: i64,
    pub audience: AudienceId,
    pub channel: String,
    pub amount: i64,
    /// Part and identity, the actor included, in the order of parts.
    pub parties: Vec<(String, IdentityId)>,
}

impl DeedRow {
    pub fn is_imported(&self) -> bool {
        self.channel == IMPORTED
    }

    /// The first party that stands in this part.
    pub fn party(&self, part: &str) -> Option<IdentityId> {
        self.parties.iter().find(|(name, _)| name == part).map(|(_, identity)| *identity)
    }
}

impl FromRow for DeedRow {
    fn from_row(row: &mut Row) -> anyhow::Result<DeedRow> {
        Ok(DeedRow {
            seq: row.next()?,
            kind: row.next()?,
            at: row.next()?,
            recorded_at: row.next()?,
            actor: row.next()?,
            object_kind: row.next()?,
            object: row.next()?,
            audience: row.next()?,
            channel: row.next()?,
            amount: row.next()?,
            parties: Vec::new(),
        })
    }
}

statement!(
    ADD = "insert into deeds (community_id, seq, kind, at, recorded_at, actor_id, object_kind, object_id, audience_id, channel, amount) \
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)"
);
statement!(
    ADD_PARTY =
        "insert into deed_parties (community_id, seq, part, identity_id, at) values ($1, $2, $3, $4, $5) on conflict do nothing"
);
statement!(
    AFTER = "select seq, kind, at, recorded_at, actor_id, object_kind, object_id, audience_id, channel, amount \
     from deeds where community_id = $1 and seq > $2 order by seq limit $3"
);
statement!(
    PARTIES_BETWEEN = "select seq, part, identity_id from deed_parties where community_id = $1 and seq > $2 and seq <= $3 order by seq, part, identity_id"
);
statement!(
    OF_PERSON = "select d.seq, d.kind, d.at, d.recorded_at, d.actor_id, d.object_kind, d.object_id, d.audience_id, d.channel, d.amount \
     from deed_parties p join deeds d on d.community_id = p.community_id and d.seq = p.seq \
     where p.community_id = $1 and p.identity_id = $2 and p.at < $3 order by p.at desc, p.seq desc limit $4"
);

statement!(
    OF_PERSON_AT = "select d.seq, d.kind, d.at, d.recorded_at, d.actor_id, d.object_kind, d.object_id, d.audience_id, d.channel, d.amount \
     from deed_parties p join deeds d on d.community_id = p.community_id and d.seq = p.seq \
     where p.community_id = $1 and p.identity_id = $2 and p.part = 'actor' and p.at >= $3 and p.at < $4 order by p.at desc, p.seq desc limit $5"
);
statement!(
    OF_KINDS_AT = "select d.seq, d.kind, d.at, d.recorded_at, d.actor_id, d.object_kind, d.object_id, d.audience_id, d.channel, d.amount \
     from deed_parties p join deeds d on d.community_id = p.community_id and d.seq = p.seq and d.kind {any $3} \
     where p.community_id = $1 and p.identity_id {any $2} and p.part = 'actor' and p.at >= $4 \
     and (p.at < $5 or (p.at = $5 and p.seq < $6)) order by p.at desc, p.seq desc limit $7"
);
// Hours of the day in any zone are made of quarters of an hour of UTC: offsets of zones are multiples of them since 1972.
statement!(
    OF_KINDS_IN_QUARTERS = "select d.seq, d.kind, d.at, d.recorded_at, d.actor_id, d.object_kind, d.object_id, d.audience_id, d.channel, d.amount \
     from deed_parties p join deeds d on d.community_id = p.community_id and d.seq = p.seq and d.kind {any $3} and d.audience_id {any $4} \
     where p.community_id = $1 and p.identity_id {any $2} and p.part = 'actor' and p.at >= $6 and p.at / 900000000 {any $5} \
     and (p.at < $7 or (p.at = $7 and p.seq < $8)) order by p.at desc, p.seq desc limit $9"
);
statement!(
    OF_PAIR_AT = "select d.seq, d.kind, d.at, d.recorded_at, d.actor_id, d.object_kind, d.object_id, d.audience_id, d.channel, d.amount \
     from deed_parties p join deed_parties o on o.community_id = p.community_id and o.seq = p.seq and o.part = 'answered' and o.identity_id {any $3} \
     join deeds d on d.community_id = p.community_id and d.seq = p.seq \
     where p.community_id = $1 and p.identity_id {any $2} and p.part = 'actor' and p.at >= $4 and p.at < $5 order by p.at desc, p.seq desc limit $6"
);
statement!(
    CONCERNED = "select distinct p.identity_id, d.audience_id from deed_parties p join deeds d on d.community_id = p.community_id and d.seq = p.seq \
     where p.community_id = $1 and p.identity_id {any $2}"
);
statement!(
    PARTIES_OF =
        "select seq, part, identity_id from deed_parties where community_id = $1 and seq {any $2} order by seq, part, identity_id"
);

impl Scope {
    /// Writes one deed and gives its place. The transaction must be a writing one.
    pub async fn deed(&mut self, deed: Deed<'_>) -> Result<i64> {
        let mut seqs = self.deeds(&[deed]).await?;
        Ok(seqs.pop().unwrap_or_default())
    }

    /// Writes many deeds, in this order.
    pub async fn deeds(&mut self, deeds: &[Deed<'_>]) -> Result<Vec<i64>> {
        let recorded_at = self.now();
        let (mut rows, mut parties, mut seqs) = (Vec::with_capacity(deeds.len()), Vec::new(), Vec::with_capacity(deeds.len()));
        for deed in deeds {
            let seq = self.next_seq()?;
            seqs.push(seq);
            rows.push(
                args![
                    seq,
                    deed.kind,
                    deed.at,
                    recorded_at,
                    deed.actor,
                    deed.object_kind,
                    deed.object,
                    deed.audience,
                    deed.channel,
                    deed.amount
                ]
                .to_vec(),
            );
            let actor = deed.actor.map(|identity| Party { part: "actor", identity });
            for party in actor.iter().chain(deed.parties) {
                parties.push(args![seq, party.part, party.identity, deed.at].to_vec());
            }
        }
        self.run_many(&ADD, rows).await?;
        self.run_many(&ADD_PARTY, parties).await?;
        Ok(seqs)
    }

    /// Deeds after a place, in order, with their parties. At most `limit`.
    pub async fn deeds_after(&mut self, seq: i64, limit: i64) -> Result<Vec<DeedRow>> {
        let mut deeds = self.all::<DeedRow>(&AFTER, args![seq, limit]).await?;
        let Some(last) = deeds.last().map(|deed| deed.seq) else { return Ok(deeds) };
        let parties = self.all::<(i64, String, IdentityId)>(&PARTIES_BETWEEN, args![seq, last]).await?;
        let mut at = 0;
        for (seq, part, identity) in parties {
            while at < deeds.len() && deeds[at].seq < seq {
                at += 1;
            }
            if let Some(deed) = deeds.get_mut(at).filter(|deed| deed.seq == seq) {
                deed.parties.push((part, identity));
            }
        }
        Ok(deeds)
    }

    /// What one identity did from one moment until before another, newest first, with all parties.
    pub async fn deeds_by(&mut self, actor: IdentityId, from: Micros, until: Micros, limit: i64) -> Result<Vec<DeedRow>> {
        let deeds = self.all(&OF_PERSON_AT, args![actor, from, until, limit]).await?;
        self.with_parties(deeds).await
    }

    /// Deeds of some kinds that any of these identities did since a moment and before a place (when and which), newest
    /// first, without their parties.
    pub async fn deeds_of_kinds(
        &mut self,
        actors: &[IdentityId],
        kinds: &[&str],
        (from, (before, seq)): (Micros, (Micros, i64)),
        limit: i64,
    ) -> Result<Vec<DeedRow>> {
        let actors: Vec<i64> = actors.iter().map(|identity| identity.0).collect();
        let kinds = List::Text(kinds.iter().map(|kind| (*kind).to_owned()).collect());
        self.all(&OF_KINDS_AT, args![actors, kinds, from, before, seq, limit]).await
    }

    /// Deeds of some kinds and audiences that any of these identities did within some quarters of an hour (numbered from 1970 by
    /// UTC, rising) and before a place, newest first, without their parties.
    pub async fn deeds_in_quarters(
        &mut self,
        actors: &[IdentityId],
        kinds: &[&str],
        audiences: &[i64],
        quarters: &[i64],
        before: Option<(Micros, i64)>,
        limit: i64,
    ) -> Result<Vec<DeedRow>> {
        let (Some(first), Some(last)) = (quarters.first(), quarters.last()) else { return Ok(Vec::new()) };
        let actors: Vec<i64> = actors.iter().map(|identity| identity.0).collect();
        let kinds = List::Text(kinds.iter().map(|kind| (*kind).to_owned()).collect());
        let (from, (before, seq)) = (first * QUARTER, before.unwrap_or(((last + 1) * QUARTER, 0)));
        let args = args![actors, kinds, audiences.to_vec(), quarters.to_vec(), from, before, seq, limit];
        self.all(&OF_KINDS_IN_QUARTERS, args).await
    }

    /// Answers that some identities gave to others from one moment until before another, newest first.
    pub async fn answers_between(
        &mut self,
        actors: &[IdentityId],
        answered: &[IdentityId],
        (from, until): (Micros, Micros),
        limit: i64,
    ) -> Result<Vec<DeedRow>> {
        let numbers = |identities: &[IdentityId]| identities.iter().map(|identity| identity.0).collect::<Vec<i64>>();
        let deeds = self.all(&OF_PAIR_AT, args![numbers(actors), numbers(answered), from, until, limit]).await?;
        self.with_parties(deeds).await
    }

    async fn with_parties(&mut self, mut deeds: Vec<DeedRow>) -> Result<Vec<DeedRow>> {
        if deeds.is_empty() {
            return Ok(deeds);
        }
        let seqs: Vec<i64> = deeds.iter().map(|deed| deed.seq).collect();
        for (seq, part, identity) in self.all::<(i64, String, IdentityId)>(&PARTIES_OF, args![seqs]).await? {
            if let Some(deed) = deeds.iter_mut().find(|deed| deed.seq == seq) {
                deed.parties.push((part, identity));
            }
        }
        Ok(deeds)
    }

    /// In which audiences there are deeds that name these identities in any part.
    pub async fn concerned(&mut self, identities: &[IdentityId]) -> Result<Vec<(IdentityId, AudienceId)>> {
        let identities: Vec<i64> = identities.iter().map(|identity| identity.0).collect();
        self.all(&CONCERNED, args![identities]).await
    }

    /// The latest deeds that concern one identity, newest first, before a moment.
    pub async fn deeds_of(&mut self, identity: IdentityId, before: Micros, limit: i64) -> Result<Vec<DeedRow>> {
        self.all(&OF_PERSON, args![identity, before, limit]).await
    }
}
