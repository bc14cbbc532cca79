//! A community with the workers of an import.

use chat_import::run::{self, NewRun, Run};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use store::runner::Runner;
use store::{Scope, Who};
use testkit::TestDatabase;
use tokio::sync::watch;

pub struct Workshop {
    pub database: TestDatabase,
    pub who: Who,
    pub runner: Runner,
    folder: tempfile::TempDir,
}

impl Workshop {
    pub async fn open() -> Workshop {
        Workshop::beside(testkit::database().await, "opora").await
    }

    pub async fn beside(database: TestDatabase, name: &str) -> Workshop {
        let community = database.community(name).await;
        let who = database.who(community);
        let runner = Runner {
            store: database.store.clone(),
            clock: database.clock.clone(),
            chance: database.chance.clone(),
            followers: vec![Arc::new(people::Activity)],
            handlers: vec![Arc::new(chat_import::bringing::Bringing), Arc::new(chat_import::taking_back::TakingBack)],
            schedules: Vec::new(),
        };
        Workshop { database, who, runner, folder: tempfile::tempdir().expect("a folder") }
    }

    pub fn file(&self, name: &str, text: &str) -> PathBuf {
        let path = self.folder.path().join(name);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("the folders above");
        std::fs::write(&path, text).expect("a file");
        path
    }

    pub async fn read(&self) -> Scope {
        self.database.store.read(&self.who).await.expect("a scope")
    }

    pub async fn write(&self) -> Scope {
        self.database.store.write(&self.who).await.expect("a scope")
    }

    pub async fn begin(&self, path: &Path) -> (i64, i64) {
        let mut scope = self.write().await;
        let new =
            NewRun { path: path.to_string_lossy().into_owned(), file_name: "result.json".into(), pick: String::new(), bytes: 1 };
        let begun = run::begin(&mut scope, new).await.expect("a run");
        scope.commit().await.expect("committed");
        begun
    }

    pub async fn run(&self, id: i64) -> Run {
        run::find(&mut self.read().await, id).await.expect("the run")
    }

    /// A whole import, from the file to the findings.
    pub async fn import(&self, path: &Path) -> Run {
        let (id, job) = self.begin(path).await;
        let (_keep, stopping) = watch::channel(false);
        self.runner.run_one(job, stopping).await.expect("the job").expect("was waiting");
        self.run(id).await
    }
}

pub fn count(run: &Run, key: &str) -> i64 {
    run.counts.as_ref().and_then(|counts| counts[key].as_i64()).unwrap_or(-1)
}
