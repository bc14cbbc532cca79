//! What this area can find wrong with itself: each statement counts faults.

use store::doctor::Check;
use store::statement;

/// Messages of the ledger that count: neither deleted by somebody nor of a history that was taken back. Each list is made
/// once, so that comparing takes as long as reading.
macro_rules! counted {
    () => {
        " from store_counted w where w.community_id = $1 \
         and w.object_id not in (select g.object_id from store_taken_away g where g.community_id = $1 and g.kind = 'talk.deleted') \
         and w.audience_id not in (select g.audience_id from store_taken_away g where g.community_id = $1 and g.kind = 'import.withdrawn')"
    };
}

statement!(
    DAYS_OFF = concat!(
        "select count(*) from (select s.who from \
         (select d.identity_id as who, d.messages as n from pulse_days d where d.community_id = $1 union all select w.actor_id, -1",
        counted!(),
        ") s group by s.who having sum(s.n) <> 0) o"
    )
);
statement!(
    REPLIES_OFF = concat!(
        "select count(*) from (select s.who from \
         (select d.identity_id as who, d.replies as n from pulse_days d where d.community_id = $1 union all select w.actor_id, -1",
        counted!(),
        " and w.kind = 'talk.reply') s group by s.who having sum(s.n) <> 0) o"
    )
);
statement!(
    HOURS_OFF = "select count(*) from (select s.who from \
     (select d.identity_id as who, d.day, d.audience_id, d.messages as n from pulse_days d where d.community_id = $1 \
      union all select h.identity_id, h.day, h.audience_id, -h.messages from pulse_hours h where h.community_id = $1) s \
     group by s.who, s.day, s.audience_id having sum(s.n) <> 0) o"
);
statement!(
    TIES_OFF = concat!(
        "select count(*) from (select s.one from \
         (select t.a_id as one, t.b_id as other, t.ab as n from pulse_ties t where t.community_id = $1 \
          union all select t.b_id, t.a_id, t.ba from pulse_ties t where t.community_id = $1 union all select w.actor_id, w.answered_id, -1",
        counted!(),
        " and w.answered_id is not null) s group by s.one, s.other having sum(s.n) <> 0) o"
    )
);
statement!(
    BELOW_NOTHING = "select (select count(*) from pulse_days d where d.community_id = $1 and (d.messages < 0 or d.replies < 0 or d.replies > d.messages)) \
     + (select count(*) from pulse_ties t where t.community_id = $1 and (t.ab < 0 or t.ba < 0 or t.a_id >= t.b_id))"
);
statement!(
    KEPT_OFF = "select (select count(*) from pulse_standings s where s.community_id = $1 and not exists (select 1 from pulse_snapshots k \
       where k.community_id = s.community_id and k.day = s.day and k.sight = s.sight)) \
     + (select count(*) from pulse_pairs p where p.community_id = $1 and not exists (select 1 from pulse_snapshots k \
       where k.community_id = p.community_id and k.day = p.day and k.sight = p.sight))"
);

pub const CHECKS: &[Check] = &[
    Check { name: "pulse.days", says: "people whose messages the days and the ledger do not agree on", count: &DAYS_OFF },
    Check { name: "pulse.replies", says: "people whose answers the days and the ledger do not agree on", count: &REPLIES_OFF },
    Check { name: "pulse.hours", says: "days of people that their hours do not add up to", count: &HOURS_OFF },
    Check { name: "pulse.ties", says: "pairs whose answers the ties and the ledger do not agree on", count: &TIES_OFF },
    Check { name: "pulse.counts", says: "sums of days and ties that no history can have", count: &BELOW_NOTHING },
    Check { name: "pulse.kept", says: "rows behind kept figures whose figures are not kept", count: &KEPT_OFF },
];
