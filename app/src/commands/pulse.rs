//! `artel pulse`: the figures of a day as the page shows them, and the ties behind them as a table.

use crate::cli::{PlaceArgs, PulseArgs, PulseCommand, PulseFiguresArgs, PulseTiesArgs};
use crate::house;
use crate::said::{self, say};
use pulse::day::Day;
use pulse::facts::{self, Facts};
use pulse::network::Network;
use pulse::sight::Sight;
use pulse::{day, measuring, report};
use std::io::Write;
use std::process::ExitCode;
use store::{Store, Who};

pub async fn run(place: &PlaceArgs, args: PulseArgs) -> anyhow::Result<ExitCode> {
    match args.command {
        Some(PulseCommand::Ties(ties)) => write_ties(place, ties).await,
        Some(PulseCommand::Team(team)) => super::pulse_team::run(place, team).await,
        None => tell_figures(place, args.figures).await,
    }
}

/// A community whose roll-ups have been brought to the head, and the day asked for.
pub(super) struct Asked {
    pub store: Store,
    pub who: Who,
    pub day: Day,
    pub today: Day,
    pub sight: Sight,
}

pub(super) async fn asked(place: &PlaceArgs, slug: &str, at: Option<&str>) -> anyhow::Result<Asked> {
    let store = Store::open(&place.settled()?).await?;
    let Some(community) = identity::community::by_slug(&store, slug).await? else {
        anyhow::bail!("there is no community {slug}; `artel community list` names them");
    };
    let (clock, chance) = house::machine();
    let who = Who::system(community.id, &clock, &chance);
    pulse::refreshing::count_anew_if_zone_moved(&store, &who).await?;
    store::followers::catch_up(&store, pulse::follower().as_ref(), community.id, &clock, &chance).await?;
    let mut scope = store.read(&who).await?;
    let today = measuring::today(&mut scope).await?;
    let sight = Sight::of_staff(&mut scope).await?;
    drop(scope);
    let day = match at {
        Some(text) => date(text)?,
        None => today,
    };
    anyhow::ensure!(day <= today, "{} has not come yet in the community's time zone", day::written(day));
    Ok(Asked { store, who, day, today, sight })
}

pub(super) fn date(text: &str) -> anyhow::Result<Day> {
    day::parse(text).ok_or_else(|| anyhow::anyhow!("{text} is no date: write it as 2024-03-31"))
}

/// Of a past day of which nothing is known, nothing is told: zeros would be figures of a community that was not there.
async fn begun(asked: &Asked, first_day: Option<Day>) -> anyhow::Result<()> {
    if first_day.is_some() || asked.day == asked.today {
        return Ok(());
    }
    let mut scope = asked.store.read(&asked.who).await?;
    let known = facts::read(&mut scope, asked.today, asked.sight).await?.first_day;
    let begins = known.map_or(String::new(), |first| format!(": its history begins on {}", day::written(first)));
    anyhow::bail!("the community was not there yet on {}{begins}", day::written(asked.day))
}

async fn tell_figures(place: &PlaceArgs, args: PulseFiguresArgs) -> anyhow::Result<ExitCode> {
    let slug = args.community.unwrap_or_default();
    let asked = asked(place, &slug, args.at.as_deref()).await?;
    let mut scope = asked.store.read(&asked.who).await?;
    let kept = pulse::snapshot::find(&mut scope, asked.day, asked.sight).await?.filter(|kept| !kept.stale);
    drop(scope);
    let snapshot = match kept {
        Some(kept) => kept,
        None => measuring::afresh(&asked.store, &asked.who, asked.day, asked.sight).await?,
    };
    begun(&asked, snapshot.figures.first_day).await?;
    let told = report::json(&snapshot.figures);
    let text = if args.json { format!("{told}\n") } else { report::text(&told) };
    said::text(&text)?;
    Ok(ExitCode::SUCCESS)
}

async fn write_ties(place: &PlaceArgs, args: PulseTiesArgs) -> anyhow::Result<ExitCode> {
    let asked = asked(place, &args.community, args.at.as_deref()).await?;
    let mut scope = asked.store.read(&asked.who).await?;
    let facts = facts::read(&mut scope, asked.day, asked.sight).await?;
    drop(scope);
    begun(&asked, facts.first_day).await?;
    let network = Network::read(&facts);
    let counted = format!("{} pairs, {} ties", network.pairs.len(), network.ties().count());
    if args.csv.as_os_str() == "-" {
        // The table is all that stands there, so that another program can read it.
        said::heard(write_table(std::io::stdout().lock(), &facts, &network))?;
        eprintln!("{counted}");
        return Ok(ExitCode::SUCCESS);
    }
    let file = std::fs::File::create(&args.csv).map_err(|error| anyhow::anyhow!("{}: {error}", args.csv.display()))?;
    write_table(file, &facts, &network)?;
    say!("{counted}: {}", args.csv.display())?;
    Ok(ExitCode::SUCCESS)
}

fn write_table(place: impl Write, facts: &Facts, network: &Network) -> std::io::Result<()> {
    let mut place = std::io::BufWriter::new(place);
    writeln!(place, "{}", report::TABLE_HEAD)?;
    for line in report::table(facts, network) {
        writeln!(place, "{line}")?;
    }
    place.flush()
}
