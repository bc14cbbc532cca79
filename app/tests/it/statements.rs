//! Every statement of the whole house: understood by both databases, and none that reads a large table from end to end.

use std::collections::BTreeSet;
use store::schema::{plans, prepare_all, tables};
use testkit::TestDatabase;

/// Tables that stay small: a few rows for each community or for the installation.
const SMALL: [&str; 18] = [
    "deed_heads",
    "follower_cursors",
    "job_schedules",
    "identity_communities",
    "identity_first_runs",
    "identity_roles",
    "identity_audiences",
    "identity_failures",
    "identity_passes",
    "people_own_points",
    "talk_chats",
    "talk_months",
    "talk_topics",
    "chat_import_runs",
    "people_links",
    "pulse_zones",
    "requests_settings",
    "requests_topics",
];

/// Statements that no page runs, with who does.
const NOT_OF_PAGES: &[(&str, &str)] = &[
    ("store/jobs STATES", "the doctor counts the jobs of the installation by their state"),
    ("identity/session CLEAN", "a nightly job forgets sessions that ended long ago"),
    ("identity/doctor UNREACHABLE", "the doctor looks for members whose account is gone"),
];

async fn large(database: &TestDatabase) -> Vec<String> {
    let tables = tables(&database.store).await.expect("the schema");
    let names: BTreeSet<&str> = tables.keys().map(String::as_str).collect();
    for name in SMALL {
        assert!(names.contains(name), "there is no table {name}");
    }
    names.into_iter().filter(|name| !SMALL.contains(name)).map(str::to_owned).collect()
}

fn of_the_house(place: &str) -> bool {
    !place.contains("/tests/") && !place.contains("testkit/")
}

#[tokio::test]
async fn every_statement_of_the_house_is_understood() {
    let database = testkit::database().await;
    assert_eq!(prepare_all(&database.store).await.expect("the statements"), []);
    let places: BTreeSet<&str> =
        store::Statement::all().map(|statement| statement.place.split("/src/").next().unwrap_or_default()).collect();
    for area in ["foundation/store", "areas/identity", "areas/people", "areas/talk", "connectors/chat_import"] {
        assert!(places.iter().any(|place| place.ends_with(area)), "{area} is not linked: {places:?}");
    }
    assert!(store::Statement::all().count() > 300, "{}", store::Statement::all().count());
}

#[tokio::test]
async fn no_page_reads_a_large_table_from_end_to_end() {
    let database = testkit::database().await;
    let large = large(&database).await;
    let large: Vec<&str> = large.iter().map(String::as_str).collect();
    let scans: Vec<_> =
        plans(&database.store, &large).await.expect("the plans").into_iter().filter(|scan| of_the_house(scan.place)).collect();
    let excused = |scan: &store::plans::Scan| {
        NOT_OF_PAGES.iter().any(|(name, _)| *name == format!("{} {}", module(scan.place), scan.statement))
    };
    let faults: Vec<String> = scans
        .iter()
        .filter(|scan| !excused(scan))
        .map(|scan| format!("{} {}: {}", module(scan.place), scan.statement, scan.step))
        .collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    assert!(!scans.is_empty(), "the doctor's scans would be seen");
    let named: BTreeSet<String> =
        store::Statement::all().map(|statement| format!("{} {}", module(statement.place), statement.name)).collect();
    let gone: Vec<_> = NOT_OF_PAGES.iter().filter(|(name, reason)| !named.contains(*name) || reason.is_empty()).collect();
    assert!(gone.is_empty(), "excused, though there is no such statement: {gone:?}");
}

/// `areas/people/src/doctor.rs:12` is `people/doctor`.
fn module(place: &str) -> String {
    let (crate_path, file) = place.split_once("/src/").unwrap_or((place, ""));
    let name = crate_path.rsplit('/').next().unwrap_or_default();
    format!("{name}/{}", file.split(".rs").next().unwrap_or_default())
}

#[tokio::test]
async fn both_databases_hold_the_same_tables() {
    let Some((sqlite, postgres)) = testkit::both().await else { return };
    let (left, right) = (tables(&sqlite.store).await.expect("tables"), tables(&postgres.store).await.expect("tables"));
    assert_eq!(left, right);
    assert!(left.len() > 30, "{}", left.len());
}

/// Statements that read a whole community by its key alone, each with its reason. None reads a large table for a page.
const WHOLE_COMMUNITY: [(&str, &str); 30] = [
    ("people/today WAITING", "asks only whether there is any; the first row answers"),
    ("store/doctor", "the doctor compares everything with everything"),
    ("identity/doctor", "the doctor compares everything with everything"),
    ("people/doctor", "the doctor compares everything with everything"),
    ("talk/doctor", "the doctor compares everything with everything"),
    ("pulse/doctor", "the doctor compares everything with everything"),
    ("requests/doctor", "the doctor compares everything with everything"),
    ("requests/history/finding", "a projection is rebuilt, or an import is taken back"),
    ("requests/history/sample JUDGED", "labels that a person gave one by one: a few hundred"),
    ("requests/history/settings HELD", "the one row of a community"),
    ("requests/topics/counts SUMMARY", "the one row of a community"),
    ("requests/topics/counts ALL", "the topics of the last count: a few dozen"),
    ("requests/topics/counts SLOW", "some of the topics of the last count"),
    ("requests/topics/counts FORGET", "the topics of the last count give way to those of the next"),
    ("requests/limits SPARE", "reads the directions of a community, a few dozen, for the leaders among some people"),
    ("requests/figures LATELY", "reads thirty days by the index of asking; whole are the rows of settings, one a community"),
    ("requests/figures FORGET", "the one row of a community"),
    ("requests/figures KEPT", "the one row of a community"),
    ("requests/routing/ranking WEIGHTS", "the one row of a community"),
    ("requests/refit FITTED", "the one row of a community"),
    ("pulse/past TIES", "the figures of a day are computed from all days before it, once, and kept"),
    ("pulse/rollup FORGET", "a projection is rebuilt, or an import is taken back"),
    ("pulse/facts", "the figures of a day are computed from all days before it, once, and kept"),
    ("pulse/snapshot HIGHEST", "a kept day is computed: clusters of a few hundred weeks"),
    ("pulse/standings COUNT", "the kept rows of one day and sight, by the whole of their key"),
    ("talk/story", "the end of an import, once"),
    ("people/activity", "a projection is rebuilt, or an import is taken back"),
    ("people/erasures", "the list of the forgotten is read whole by an import and an erasure"),
    ("identity/member FORGET_INVITATION", "somebody is forgotten, once, with the invitation they came by"),
    ("people/facets FORGET_TRAITS", "staff retire a point of their own: all its traits go"),
];

#[tokio::test]
async fn no_statement_of_a_page_reads_a_whole_community_on_sqlite() {
    let database = testkit::database_on(store::Dialect::Sqlite).await;
    let large = large(&database).await;
    let connection = rusqlite::Connection::open(database.place.sqlite_path()).expect("open");
    let mut found = Vec::new();
    for statement in store::Statement::all().filter(|statement| of_the_house(statement.place)) {
        let text = statement.in_dialect(store::Dialect::Sqlite);
        let mut explained = connection.prepare(&format!("explain query plan {text}")).expect("plan");
        let mut rows = explained.raw_query();
        while let Some(row) = rows.next().expect("row") {
            let step: String = row.get(3).expect("step");
            let whole = step.starts_with("SEARCH") && step.ends_with("(community_id=?)") && !text.contains(" limit ");
            if whole && large.iter().any(|table| text.contains(table.as_str())) {
                found.push(format!("{} {}", module(statement.place), statement.name));
            }
        }
    }
    found.retain(|name| !WHOLE_COMMUNITY.iter().any(|(excused, _)| name.starts_with(excused)));
    assert_eq!(found, Vec::<String>::new());
}

#[tokio::test]
async fn lists_of_conversations_never_walk_past_what_the_viewer_may_not_see() {
    let database = testkit::database_on(store::Dialect::Sqlite).await;
    let connection = rusqlite::Connection::open(database.place.sqlite_path()).expect("open");
    for name in ["LATEST", "OF_MONTH", "OF_TOPIC", "WAITING"] {
        let of_talk = |statement: &&store::Statement| statement.name == name && module(statement.place) == "talk/thread";
        let statement = store::Statement::all().find(of_talk).expect("a list");
        let text = format!("explain query plan {}", statement.in_dialect(store::Dialect::Sqlite));
        let mut explained = connection.prepare(&text).expect("plan");
        let steps: Vec<String> = explained.raw_query().mapped(|row| row.get(3)).collect::<Result<_, _>>().expect("steps");
        let walks: Vec<&String> = steps.iter().filter(|step| step.contains("INDEX talk_threads_")).collect();
        assert_eq!(walks.len(), 2, "{name}: {steps:?}");
        assert!(walks.iter().all(|walk| walk.contains("(community_id=? AND audience_id=? AND ")), "{name}: {walks:?}");
    }
}
