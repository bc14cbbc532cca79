//! Whether anything of a community was changed.

use crate::app::TestApp;
use kernel::CommunityId;
use std::collections::BTreeMap;
use store::Statement;

/// Rows of every table of a community, and how long their values are: enough to see that nothing was touched.
pub async fn fingerprint(app: &TestApp, community: CommunityId) -> BTreeMap<String, (i64, i64)> {
    let tables = store::schema::tables(&app.database.store).await.expect("the schema");
    let mut scope = app.read(community).await;
    let mut found = BTreeMap::new();
    for (name, table) in tables {
        // An account is one for all communities: its holder may end any of its sessions from anywhere.
        let own = ["follower_cursors", "identity_sessions", "identity_passes"].contains(&name.as_str());
        if own || !table.columns.iter().any(|(column, ..)| column == "community_id") {
            continue;
        }
        let lengths: Vec<String> =
            table.columns.iter().map(|(column, ..)| format!("coalesce(length(cast(\"{column}\" as text)), -1)")).collect();
        let text = format!(
            "select count(*), cast(coalesce(sum({}), 0) as bigint) from {name} where community_id = $1",
            lengths.join(" + ")
        );
        // A test may forget a few texts; the house names its statements.
        let statement: &'static Statement =
            Box::leak(Box::new(Statement::new("FINGERPRINT", "here", Box::leak(text.into_boxed_str()), false)));
        found.insert(name, scope.one::<(i64, i64)>(statement, &[]).await.expect("a table can be counted"));
    }
    assert!(found.len() > 20 && found["talk_messages"].0 > 20 && found["jobs"].0 > 0, "{found:?}");
    found
}
