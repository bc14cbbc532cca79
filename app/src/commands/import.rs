//! `artel import telegram`: the same job as by the page, run here and now, with a bar in the terminal.

use crate::cli::{ImportArgs, ImportSource, PlaceArgs, TelegramArgs};
use crate::house;
use crate::said::say;
use chat_import::progress::{Progress, Stage};
use chat_import::run::{self, NewRun, Run, State};
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use kernel::Locale;
use std::io::ErrorKind;
use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Duration;
use store::{Store, Who};
use tokio::sync::watch;
use web::Words;

const LOOK_EVERY: Duration = Duration::from_millis(300);

pub async fn run(place: &PlaceArgs, args: ImportArgs) -> anyhow::Result<ExitCode> {
    let ImportSource::Telegram(args) = args.source;
    let store = Store::open(&place.settled()?).await?;
    let Some(community) = identity::community::by_slug(&store, &args.community).await? else {
        anyhow::bail!("there is no community {}; `artel community list` names them", args.community);
    };
    let (clock, chance) = house::machine();
    // Importers obey the forgotten, also in a database that was put back by hand.
    people::keeping::replay(&store, &clock, &chance).await?;
    let runner = Arc::new(house::workers(store.clone(), clock.clone(), chance.clone(), &house::areas()));
    let who = Who::system(community.id, &clock, &chance);
    let teller = Teller { words: Arc::new(Words::of(&house::areas())?), locale: community.locale };
    let (id, job) = begin(&store, &who, &args, &teller).await?;
    let (stop, stopping) = watch::channel(false);
    tokio::spawn(async move {
        if tokio::signal::ctrl_c().await.is_ok() {
            stop.send_replace(true);
        }
    });
    let watching = tokio::spawn(show(store.clone(), who.clone(), job, teller.clone(), !args.json));
    let worked = runner.run_one(job, stopping.clone()).await;
    watching.abort();
    worked?;
    let mut scope = store.read(&who).await?;
    let mut done = run::find(&mut scope, id).await?;
    drop(scope);
    if done.state.is_running() && !*stopping.borrow() {
        // A server beside us may have taken the job up: it is the same work, so wait for its end.
        done = wait(&store, &who, id).await?;
    }
    if args.open && done.state == State::Brought {
        let mut scope = store.write(&who).await?;
        chat_import::opening::open(&mut scope, id).await?;
        scope.commit().await?;
    }
    // Roll-ups follow when the house is served, or when a command that prints figures asks for them.
    tell(&done, &args, &teller)
}

async fn begin(store: &Store, who: &Who, args: &TelegramArgs, teller: &Teller) -> anyhow::Result<(i64, i64)> {
    let path = std::path::absolute(&args.path)?;
    let bytes = std::fs::metadata(&path).map_err(|error| unread(teller, &args.path, &error))?.len();
    let new = NewRun {
        file_name: path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default(),
        path: path.to_string_lossy().into_owned(),
        pick: args.chat.clone().unwrap_or_default(),
        bytes: i64::try_from(bytes)?,
    };
    let mut scope = store.write(who).await?;
    let begun = run::begin(&mut scope, new).await?;
    scope.commit().await?;
    Ok(begun)
}

/// Why nothing can be read at a path, as far as a founder can do something about it.
fn unread(teller: &Teller, path: &Path, error: &std::io::Error) -> anyhow::Error {
    let word = match error.kind() {
        ErrorKind::NotFound => "terminal-no-file",
        ErrorKind::PermissionDenied => "terminal-no-right",
        _ => return anyhow::anyhow!("{}: {error}", path.display()),
    };
    anyhow::anyhow!(teller.tv(word, &[("path", path.to_string_lossy().as_ref().into())]))
}

/// The bar, fed from the job's own row: the same figures as on the page.
async fn show(store: Store, who: Who, job: i64, teller: Teller, visible: bool) {
    let target = if visible { ProgressDrawTarget::stderr() } else { ProgressDrawTarget::hidden() };
    let bar = ProgressBar::with_draw_target(Some(100), target);
    if let Ok(style) = ProgressStyle::with_template("{msg:30} [{bar:32}] {percent:>3} %") {
        bar.set_style(style.progress_chars("█▌ "));
    }
    loop {
        tokio::time::sleep(LOOK_EVERY).await;
        let Ok(mut scope) = store.read(&who).await else { continue };
        let Ok(row) = scope.job(job).await else { continue };
        let progress = Progress::read(row.progress.as_ref());
        bar.set_position(progress.per_cent());
        bar.set_message(match progress.stage {
            Stage::Checking => teller.t("terminal-checking"),
            Stage::Bringing => match progress.seconds_left {
                Some(left) => teller.tv("terminal-bringing", &[("rate", progress.per_second.into()), ("left", left.into())]),
                None => teller.t("terminal-reading"),
            },
            Stage::Finding => teller.t("terminal-finding"),
        });
    }
}

async fn wait(store: &Store, who: &Who, id: i64) -> anyhow::Result<Run> {
    loop {
        tokio::time::sleep(LOOK_EVERY).await;
        let mut scope = store.read(who).await?;
        let run = run::find(&mut scope, id).await?;
        if !run.state.is_running() {
            return Ok(run);
        }
    }
}

/// Speaks to the founder in the community's language, as the page does.
#[derive(Clone)]
struct Teller {
    words: Arc<Words>,
    locale: Locale,
}

impl Teller {
    fn t(&self, word: &str) -> String {
        self.tv(word, &[])
    }

    fn tv(&self, word: &str, values: &[(&str, web::Value)]) -> String {
        self.words.tv(self.locale, word, values)
    }

    /// A sentence that is kept in both languages.
    fn kept<'s>(&self, sentence: &'s serde_json::Value) -> &'s str {
        sentence[self.locale.code()].as_str().unwrap_or_default()
    }

    fn counts(&self, counts: &serde_json::Value) -> String {
        let keys = ["messages", "people", "replies", "duplicates"];
        let values: Vec<(&str, web::Value)> = keys.map(|key| (key, counts[key].as_i64().unwrap_or_default().into())).into();
        self.tv("terminal-counts", &values)
    }
}

fn tell(run: &Run, args: &TelegramArgs, teller: &Teller) -> anyhow::Result<ExitCode> {
    let counts = run.counts.clone().unwrap_or_default();
    let remarks = run.summary.as_ref().and_then(|summary| summary["warnings"].as_array());
    for remark in remarks.into_iter().flatten() {
        eprintln!("{}", teller.kept(remark));
    }
    if run.known_from().is_some() {
        eprintln!("{}", teller.t("terminal-known"));
    }
    match run.state {
        State::Brought | State::Unchanged | State::Opened => {
            if args.json {
                say!("{}", json_line(&counts))?;
            } else {
                say!("{}", teller.counts(&counts))?;
                if run.state == State::Unchanged {
                    say!("{}", teller.t("terminal-nothing"))?;
                } else if !args.open {
                    let path = format!("/import/{}", run.id);
                    say!("{}", teller.tv("terminal-hidden", &[("path", path.as_str().into())]))?;
                }
            }
            Ok(ExitCode::SUCCESS)
        }
        State::Failed => {
            for fault in run.faults.as_ref().and_then(|faults| faults.as_array()).into_iter().flatten() {
                eprintln!("{}", teller.kept(fault));
            }
            Ok(ExitCode::from(2))
        }
        state => anyhow::bail!("the import stands at «{}»; it goes on with `artel serve`", state.code()),
    }
}

/// Counts of added rows, in the documented order.
fn json_line(counts: &serde_json::Value) -> String {
    let keys = ["messages", "people", "authors", "replies", "service", "duplicates", "skipped", "seconds"];
    let pairs: Vec<String> = keys
        .iter()
        .map(|key| format!("\"{key}\":{}", if counts[key].is_null() { "0".to_owned() } else { counts[key].to_string() }))
        .collect();
    format!("{{{}}}", pairs.join(","))
}
