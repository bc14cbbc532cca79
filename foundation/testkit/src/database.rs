//! A database of one test, on either engine.

use crate::cluster;
use kernel::{Chance, Clock, CommunityId, Micros};
use store::{Dialect, Place, Store, Who, args, global_statement};
use tempfile::TempDir;

/// Where the clock of every test stands at first: 2026-11-21T09:00Z.
pub const MORNING: Micros = 1_795_251_600_000_000;
const SEED: u64 = 20_261_121;

/// A fresh, migrated database for one test. A test may not change its schema: on PostgreSQL the next one has it after.
pub struct TestDatabase {
    pub store: Store,
    pub place: Place,
    pub clock: Clock,
    pub chance: Chance,
    _folder: TempDir,
}

global_statement!(
    ADD_COMMUNITY = "insert into identity_communities \
     (id, slug, name, mission, profession, specialisation, locale, timezone, currency, host, founded_at, secret) \
     values ($1, $2, $3, '', '', '', 'ru', 'Europe/Moscow', 'RUB', null, $4, $5)"
);

/// A fresh database of the kind that `ARTEL_TEST_DATABASE` names: `sqlite` (the default) or `postgres`.
pub async fn database() -> TestDatabase {
    let kind = std::env::var("ARTEL_TEST_DATABASE").unwrap_or_default();
    let dialect = match kind.as_str() {
        "" | "sqlite" => Dialect::Sqlite,
        "postgres" => Dialect::Postgres,
        other => panic!("ARTEL_TEST_DATABASE is `{other}`; it may be `sqlite` or `postgres`"),
    };
    database_on(dialect).await
}

/// A fresh database of a chosen kind. PostgreSQL needs `ARTEL_TEST_POSTGRES`.
pub async fn database_on(dialect: Dialect) -> TestDatabase {
    let folder = tempfile::Builder::new().prefix("artel-test-").tempdir().expect("a temporary folder");
    let url = match dialect {
        Dialect::Sqlite => None,
        Dialect::Postgres => Some(cluster::fresh(&postgres().expect("ARTEL_TEST_POSTGRES says where PostgreSQL is")).await),
    };
    let place = Place { data: folder.path().to_owned(), database_url: url };
    let store = Store::open(&place).await.expect("the test database opens");
    TestDatabase { store, place, clock: Clock::held_at(MORNING), chance: Chance::seeded(SEED), _folder: folder }
}

/// One database of each kind, SQLite first; nothing, with a word about it, where there is no PostgreSQL.
pub async fn both() -> Option<(TestDatabase, TestDatabase)> {
    if postgres().is_none() {
        println!("skipped: ARTEL_TEST_POSTGRES does not say where PostgreSQL is");
        return None;
    }
    Some((database_on(Dialect::Sqlite).await, database_on(Dialect::Postgres).await))
}

fn postgres() -> Option<String> {
    std::env::var("ARTEL_TEST_POSTGRES").ok().filter(|url| !url.is_empty())
}

impl TestDatabase {
    /// Founds a community with the fewest words: Russian, Moscow time, its name as its slug.
    pub async fn community(&self, name: &str) -> CommunityId {
        let id = CommunityId(self.chance.id());
        let slug = kernel::fold(name).replace(' ', "-");
        let secret = self.chance.bytes::<32>().to_vec();
        let mut global = self.store.global().await.expect("a turn to write");
        global.run(&ADD_COMMUNITY, args![id, slug, name, self.clock.now(), secret]).await.expect("a new community");
        global.found(id).await.expect("a head for the community");
        global.commit().await.expect("the community stays");
        id
    }

    /// The house itself acting in a community, by the clock and chance of this test.
    pub fn who(&self, community: CommunityId) -> Who {
        Who::system(community, &self.clock, &self.chance)
    }

    /// The same database opened once more, as another node or the command line would.
    pub async fn second(&self) -> Store {
        Store::open(&self.place).await.expect("the database opens a second time")
    }
}
