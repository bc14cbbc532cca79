//! `artel simulate`: an invented community lives on the real code for some days, and what came of it is printed.

use crate::cli::{self, PlaceArgs, ServeArgs, SimulateArgs};
use crate::commands::demo::{PASSWORD, tongue};
use crate::house::{self, Raised};
use crate::said::say;
use crate::simulation::{A_DAY, Figures, Life, People, Plan};
use demo::Living;
use kernel::{Chance, Clock, Locale, MICROS_PER_DAY, Micros};
use serde::Serialize;
use std::process::ExitCode;

/// When a story ends that nobody looks at afterwards: Monday, the first of June 2026. The same days of the week, so the same
/// deeds, on whichever day it is told.
pub const ONCE: Micros = 1_780_272_000_000_000;

#[derive(Serialize)]
struct Told {
    seed: u64,
    locale: String,
    #[serde(flatten)]
    figures: Figures,
    seconds: f64,
}

pub async fn run(place: &PlaceArgs, args: SimulateArgs, serving: &ServeArgs) -> anyhow::Result<ExitCode> {
    let stays = cli::place_is_typed(std::env::args_os());
    let folder = if stays { None } else { Some(tempfile::tempdir()?) };
    let place = match &folder {
        Some(folder) => PlaceArgs { data: folder.path().to_owned(), database_url: None },
        None => place.clone(),
    };
    let until = if stays { Clock::machine().now() / MICROS_PER_DAY * MICROS_PER_DAY } else { ONCE };
    let since = until - args.days * MICROS_PER_DAY;
    let raised = house::raise(&place, serving).await?;
    let begun = Clock::stopwatch();
    let figures = tell(&raised, &args, (since, until), true).await?;
    let seconds = begun.elapsed().as_millis() as f64 / 1_000.0;
    say!("{figures}")?;
    if stays {
        say!("It is left in {}; everybody there signs in with the password {PASSWORD}.", place.data.display())?;
    }
    if args.json {
        say!("{}", serde_json::to_string(&Told { seed: args.seed, locale: args.locale, figures, seconds })?)?;
    }
    drop(raised);
    Ok(ExitCode::SUCCESS)
}

/// The whole story from a moment until another, in a house without a community; after its days nobody asks anything new. Told day
/// by day on the terminal if wanted.
pub async fn tell(raised: &Raised, args: &SimulateArgs, (since, until): (Micros, Micros), told: bool) -> anyhow::Result<Figures> {
    let store = &raised.house.store;
    let fresh = identity::community::all(store).await?.is_empty();
    anyhow::ensure!(fresh, "there is a community already; a simulation needs a fresh folder");
    let locale = Locale::parse(&args.locale).unwrap_or_default();
    let living = Living::new(tongue(locale), args.seed, args.members as usize, since, args.days);
    let people = People::found(store, &living, locale, Chance::seeded(args.seed), PASSWORD).await?;
    let plan = Plan { days: args.days, a_day: A_DAY * f64::from(args.members) / 1_000.0, letters: true, told, hours: 1, away: 0 };
    let mut life = Life::begin(living, people, &raised.runner, &raised.house, plan).await?;
    life.live(plan, until).await?;
    Ok(life.figures(args.days).await?)
}
