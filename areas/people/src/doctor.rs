//! What this area can find wrong with itself: each statement counts faults.

use store::doctor::Check;
use store::statement;

statement!(
    FACETS_OFF = "select count(*) from people_facets f where f.community_id = $1 \
     and f.members <> (select count(*) from people_traits t where t.community_id = f.community_id and t.trait = f.point || ':' || f.folded)"
);
statement!(
    TRAITS_LOST = "select count(*) from people_traits t where t.community_id = $1 and (not exists (select 1 from people_facets f \
     where f.community_id = t.community_id and f.point = t.point and f.point || ':' || f.folded = t.trait) \
     or not exists (select 1 from people_points p where p.community_id = t.community_id and p.member_id = t.member_id and p.point = t.point and p.visibility <> 'staff'))"
);
statement!(
    WRITTEN_OFF = "select abs((select cast(coalesce(sum(a.messages), 0) as bigint) from people_activity a where a.community_id = $1) \
     - (select count(*) from store_written w where w.community_id = $1 \
        and not exists (select 1 from identity_withdrawn_audiences x where x.community_id = w.community_id and x.id = w.audience_id)))"
);
statement!(
    TOTALS_OFF = "select abs((select cast(coalesce(sum(a.messages), 0) as bigint) from people_activity a where a.community_id = $1) \
     - (select cast(coalesce(sum(t.messages), 0) as bigint) from people_totals t where t.community_id = $1))"
);
statement!(
    TIES_OFF = "select abs((select cast(coalesce(sum(t.given), 0) as bigint) from people_ties t where t.community_id = $1) \
     - (select cast(coalesce(sum(t.received), 0) as bigint) from people_ties t where t.community_id = $1))"
);
statement!(
    MERGES_OFF = "select count(*) from people_merges p join identity_persons m on m.community_id = p.community_id and m.id = p.from_member_id \
     where p.community_id = $1 and p.undone_at is null and m.state not in ('merged', 'erased')"
);

pub const CHECKS: &[Check] = &[
    Check { name: "people.facets", says: "facet values whose number of members is not that of their members", count: &FACETS_OFF },
    Check { name: "people.traits", says: "facet values of members without the point behind them", count: &TRAITS_LOST },
    Check {
        name: "people.activity",
        says: "messages that the months of people and the ledger do not agree on",
        count: &WRITTEN_OFF,
    },
    Check { name: "people.totals", says: "messages that the months and the totals of people do not agree on", count: &TOTALS_OFF },
    Check { name: "people.ties", says: "answers given that nobody received", count: &TIES_OFF },
    Check { name: "people.merges", says: "identities carried over from somebody who is nobody's past", count: &MERGES_OFF },
];
