//! What identity can find wrong with its own tables.

use store::doctor::Check;
use store::statement;

statement!(
    OWNERLESS = "select count(*) from identity_communities c where c.id = $1 and not exists \
     (select 1 from identity_roles r join identity_members m on m.community_id = r.community_id and m.id = r.member_id \
     where r.community_id = $1 and r.role = 'owner' and r.scope_kind = 'community' and m.state = 'active')"
);
statement!(
    LOST_IDENTITIES = "select count(*) from identity_identities i where i.community_id = $1 and i.member_id is not null \
     and not exists (select 1 from identity_members m where m.community_id = i.community_id and m.id = i.member_id)"
);
statement!(
    LOST_ACTORS = "select count(*) from identity_members m where m.community_id = $1 and m.identity_id is not null \
     and not exists (select 1 from identity_identities i where i.community_id = m.community_id and i.id = m.identity_id)"
);
statement!(
    UNREACHABLE = "select count(*) from identity_members m where m.community_id = $1 and m.state = 'active' \
     and not exists (select 1 from identity_accounts a where a.id = m.account_id)"
);
statement!(
    IDLE_ROLES = "select count(*) from identity_roles r where r.community_id = $1 and not exists \
     (select 1 from identity_members m where m.community_id = r.community_id and m.id = r.member_id and m.state = 'active')"
);
statement!(
    REMEMBERED = "select count(*) from identity_identities i where i.community_id = $1 and i.erased_at is not null and (i.name <> '' or i.member_id is not null)"
);

pub fn checks() -> Vec<Check> {
    vec![
        Check { name: "identity.owner", says: "the community has no owner", count: &OWNERLESS },
        Check { name: "identity.identities", says: "identities that point to a member who is not there", count: &LOST_IDENTITIES },
        Check { name: "identity.actors", says: "members whose own identity is not there", count: &LOST_ACTORS },
        Check { name: "identity.accounts", says: "active members without an account", count: &UNREACHABLE },
        Check { name: "identity.roles", says: "roles of people who are no members today", count: &IDLE_ROLES },
        Check { name: "identity.erased", says: "erased identities that still know somebody", count: &REMEMBERED },
    ]
}
