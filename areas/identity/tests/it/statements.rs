//! Every statement is one that both databases understand, and none reads a large table from end to end.

use store::plans::scans;

/// Tables that grow with people and years.
const LARGE: [&str; 7] = [
    "identity_members",
    "identity_identities",
    "identity_audit",
    "identity_invitations",
    "identity_sessions",
    "identity_accounts",
    "identity_codes",
];
/// The nightly cleaning, and what a command runs: no page does.
const NOT_OF_PAGES: [&str; 6] = ["CLEAN", "LOST_IDENTITIES", "LOST_ACTORS", "UNREACHABLE", "REMEMBERED", "SESSIONS"];

#[tokio::test]
async fn statements_are_understood_and_find_their_rows_by_index() {
    let database = testkit::database().await;
    // The tests' own counts are statements too; they are not of any page.
    let own = |place: &str| place.contains("areas/identity/src");
    let found = scans(&database.store, &LARGE).await.expect("the plans");
    let faults: Vec<_> = found.iter().filter(|scan| own(scan.place) && !NOT_OF_PAGES.contains(&scan.statement)).collect();
    assert!(faults.is_empty(), "{faults:#?}");
    assert!(found.iter().any(|scan| scan.statement == "CLEAN"), "a scan would be seen: {found:?}");
}
