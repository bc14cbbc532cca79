//! The command line. Flags go before the environment, the environment before defaults.

use clap::parser::ValueSource;
use clap::{Args, CommandFactory, Parser, Subcommand, ValueEnum};
use std::net::SocketAddr;
use std::path::PathBuf;

/// Артель — дом профессионального сообщества. Artel runs a professional community as a business.
#[derive(Parser)]
#[command(name = "artel", version, about, args_conflicts_with_subcommands = false)]
pub struct Cli {
    #[command(flatten)]
    pub place: PlaceArgs,
    #[command(flatten)]
    pub logs: LogArgs,
    #[command(flatten)]
    pub serve: ServeArgs,
    /// Without a command, Artel serves.
    #[command(subcommand)]
    pub command: Option<Command>,
}

/// Where the data lives; for every command.
#[derive(Args, Clone, Debug)]
pub struct PlaceArgs {
    /// The data folder: database, files, outbox, search index.
    #[arg(long, global = true, env = "ARTEL_DATA", default_value = "./data", value_name = "DIR")]
    pub data: PathBuf,
    /// PostgreSQL instead of the embedded database, e.g. postgres://artel@localhost/artel.
    #[arg(long, global = true, env = "ARTEL_DATABASE_URL", value_name = "URL", hide_env_values = true)]
    pub database_url: Option<String>,
}

impl PlaceArgs {
    pub fn place(&self) -> store::Place {
        store::Place { data: self.data.clone(), database_url: self.database_url.clone() }
    }

    /// The place of a house that is there: commands that look at one must not make an empty one where a name was mistyped.
    pub fn settled(&self) -> anyhow::Result<store::Place> {
        let place = self.place();
        let is_there = place.database_url.is_some() || place.sqlite_path().exists();
        anyhow::ensure!(
            is_there,
            "there is no {}: say where the data is with --data or --database-url",
            place.sqlite_path().display()
        );
        Ok(place)
    }
}

#[derive(Args, Clone, Debug)]
pub struct LogArgs {
    /// How logs are written.
    #[arg(long, global = true, env = "ARTEL_LOG_FORMAT", default_value = "text", value_enum)]
    pub log_format: LogFormat,
    /// What is logged: error, warn, info, debug, or a filter such as info,store=debug.
    #[arg(long, global = true, env = "ARTEL_LOG", value_name = "FILTER")]
    pub log: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum LogFormat {
    Text,
    Json,
}

#[derive(Subcommand)]
pub enum Command {
    /// Serve pages and do the work behind them.
    Serve,
    /// Bring the history of a chat into a community.
    Import(ImportArgs),
    /// Communities of this installation.
    Community(CommunityArgs),
    /// Write everything into one file, also while serving.
    Backup(BackupArgs),
    /// Read everything from such a file, into either database.
    Restore(RestoreArgs),
    /// Look for what is wrong; the exit status is 0 if nothing is.
    Doctor(DoctorArgs),
    /// How a community is, on any day: its figures, and its ties as a table.
    Pulse(PulseArgs),
    /// Measure an engine on a file of real data.
    Bench(BenchArgs),
    /// Make an invented community in a fresh database and serve it.
    Demo(DemoArgs),
    /// Let an invented community live for some days on the real code, and print what came of it.
    Simulate(SimulateArgs),
}

#[derive(Args)]
pub struct BenchArgs {
    #[command(subcommand)]
    pub engine: BenchEngine,
}

#[derive(Subcommand)]
pub enum BenchEngine {
    /// How well those who then answered are found: each question of the file is ranked from what was known before it.
    Routing(BenchRoutingArgs),
    /// How well requests are found in a conversation: compared with what a person labelled.
    Asking(BenchAskingArgs),
}

#[derive(Args)]
pub struct BenchAskingArgs {
    /// A chat as Telegram Desktop exports it (.json, .json.xz).
    pub file: PathBuf,
    /// Labels: message, beginnings in its stratum, those labelled, whether it asks (.csv).
    #[arg(long, value_name = "FILE")]
    pub labels: PathBuf,
    /// Print one object of JSON.
    #[arg(long)]
    pub json: bool,
}

#[derive(Args)]
pub struct BenchRoutingArgs {
    /// Posts of a site of questions and answers (.csv, .csv.gz), or a chat as Telegram Desktop exports it (.json, .json.xz).
    pub file: PathBuf,
    /// Print one object of JSON.
    #[arg(long)]
    pub json: bool,
    /// Write the rankings of the test, a line of JSON for each question.
    #[arg(long, value_name = "FILE")]
    pub rankings: Option<PathBuf>,
    /// Whose rankings are written.
    #[arg(long, value_enum, default_value = "trained")]
    pub model: BenchModel,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum BenchModel {
    Trained,
    Untrained,
    Capped,
}

#[derive(Args)]
#[command(args_conflicts_with_subcommands = true)]
pub struct PulseArgs {
    #[command(flatten)]
    pub figures: PulseFiguresArgs,
    #[command(subcommand)]
    pub command: Option<PulseCommand>,
}

#[derive(Args)]
pub struct PulseFiguresArgs {
    /// The community's name in addresses.
    #[arg(long, value_name = "SLUG", required = true)]
    pub community: Option<String>,
    /// The day the figures are of, e.g. 2024-03-31; today if not given.
    #[arg(long, value_name = "DATE")]
    pub at: Option<String>,
    /// Print one object of JSON.
    #[arg(long)]
    pub json: bool,
}

#[derive(Subcommand)]
pub enum PulseCommand {
    /// Write the table of ties, from which the figures of ties can be computed anew.
    Ties(PulseTiesArgs),
    /// Say who founders and staff are or were, or list them: without them Pulse cannot tell how it would be without them.
    Team(PulseTeamArgs),
}

#[derive(Args)]
pub struct PulseTiesArgs {
    /// The community's name in addresses.
    #[arg(long, value_name = "SLUG")]
    pub community: String,
    /// The day the ties are of, e.g. 2024-03-31; today if not given.
    #[arg(long, value_name = "DATE")]
    pub at: Option<String>,
    /// Where to write it; - for the standard output.
    #[arg(long, value_name = "FILE")]
    pub csv: PathBuf,
}

#[derive(Args)]
pub struct PulseTeamArgs {
    /// The community's name in addresses.
    #[arg(long, value_name = "SLUG")]
    pub community: String,
    /// A founder, by name or by the member's number. May be repeated.
    #[arg(long, value_name = "NAME_OR_ID")]
    pub founder: Vec<String>,
    /// Somebody who runs the community with the founders. May be repeated.
    #[arg(long, value_name = "NAME_OR_ID")]
    pub staff: Vec<String>,
    /// The first day on which those named here were so; the first day of the history if not given.
    #[arg(long, value_name = "DATE")]
    pub from: Option<String>,
    /// The first day on which they were so no more; still so if not given.
    #[arg(long, value_name = "DATE")]
    pub until: Option<String>,
    /// Take an entry of the list back, by the number before it.
    #[arg(long, value_name = "ID")]
    pub remove: Option<i64>,
}

#[derive(Args, Clone, Debug)]
pub struct ServeArgs {
    /// Address and port to listen on.
    #[arg(long, global = true, env = "ARTEL_LISTEN", default_value = "127.0.0.1:8080", value_name = "ADDR")]
    pub listen: SocketAddr,
    /// The address that people type, e.g. https://community.example; links in letters are made from it.
    #[arg(long, global = true, env = "ARTEL_PUBLIC_URL", value_name = "URL")]
    pub public_url: Option<String>,
    /// A proxy whose X-Forwarded-For and X-Forwarded-Proto are believed: an address or a network. May be repeated.
    #[arg(long, global = true, env = "ARTEL_TRUSTED_PROXY", value_name = "NETWORK", value_delimiter = ',')]
    pub trusted_proxy: Vec<String>,
    /// The mail server: smtp://user:password@host:587, smtps://…, or smtp://host:25?tls=none. Without one, letters go to outbox/.
    #[arg(long, global = true, env = "ARTEL_SMTP_URL", value_name = "URL", hide_env_values = true)]
    pub smtp_url: Option<String>,
    /// The address letters come from.
    #[arg(long, global = true, env = "ARTEL_MAIL_FROM", default_value = "artel@localhost.localdomain", value_name = "ADDRESS")]
    pub mail_from: String,
}

#[derive(Args)]
pub struct ImportArgs {
    #[command(subcommand)]
    pub source: ImportSource,
}

#[derive(Subcommand)]
pub enum ImportSource {
    /// What Telegram Desktop exported: result.json, a folder of messages*.html, or a zip of either.
    Telegram(TelegramArgs),
}

#[derive(Args)]
pub struct TelegramArgs {
    pub path: PathBuf,
    /// The community's name in addresses.
    #[arg(long, value_name = "SLUG")]
    pub community: String,
    /// Which chat of a full-account export: its title or id.
    #[arg(long, value_name = "CHAT")]
    pub chat: Option<String>,
    /// Open the history to members at once. Without it the owner opens it on its page.
    #[arg(long)]
    pub open: bool,
    /// End with one line of JSON.
    #[arg(long)]
    pub json: bool,
}

#[derive(Args)]
pub struct CommunityArgs {
    #[command(subcommand)]
    pub act: CommunityAct,
}

#[derive(Subcommand)]
pub enum CommunityAct {
    /// Found a community with its owner.
    Create(Box<CreateArgs>),
    /// Communities of this installation, a line each.
    List,
}

#[derive(Args)]
pub struct CreateArgs {
    /// The name in addresses: lower-case Latin letters, digits and hyphens.
    #[arg(long)]
    pub slug: String,
    #[arg(long)]
    pub name: String,
    /// The owner's e-mail.
    #[arg(long, value_name = "EMAIL")]
    pub owner: String,
    /// The owner's name; taken from the e-mail if not given.
    #[arg(long, value_name = "NAME")]
    pub owner_name: Option<String>,
    #[arg(long, default_value = "ru", value_parser = ["ru", "en"])]
    pub locale: String,
    #[arg(long, default_value = "Europe/Moscow", value_name = "TZ")]
    pub timezone: String,
    #[arg(long, default_value = "", hide_default_value = true)]
    pub mission: String,
    #[arg(long, default_value = "", hide_default_value = true)]
    pub profession: String,
    #[arg(long, default_value = "", hide_default_value = true)]
    pub specialisation: String,
    /// ISO 4217.
    #[arg(long, value_name = "CODE")]
    pub currency: Option<String>,
    /// Read the owner's password from the first line of standard input.
    #[arg(long)]
    pub password_stdin: bool,
}

#[derive(Args)]
pub struct BackupArgs {
    pub file: PathBuf,
}

#[derive(Args)]
pub struct RestoreArgs {
    pub file: PathBuf,
    /// Replace what is there.
    #[arg(long)]
    pub force: bool,
}

#[derive(Args)]
pub struct DoctorArgs {
    #[arg(long)]
    pub json: bool,
}

#[derive(Args)]
pub struct DemoArgs {
    #[arg(long, default_value = "ru", value_parser = ["ru", "en"])]
    pub locale: String,
    #[arg(long, default_value_t = 1)]
    pub seed: u64,
    /// Days before now in which people ask and help one another; 0 for none.
    #[arg(long, default_value_t = 14, value_parser = clap::value_parser!(i64).range(0..=90))]
    pub days: i64,
    /// Make the community and do not serve it.
    #[arg(long)]
    pub no_serve: bool,
}

#[derive(Args)]
pub struct SimulateArgs {
    /// How many people there are. They ask 150 times a day for each thousand of them.
    #[arg(long, default_value_t = 1_000, value_parser = clap::value_parser!(u32).range(2..=20_000))]
    pub members: u32,
    #[arg(long, default_value_t = 30, value_parser = clap::value_parser!(i64).range(1..=366))]
    pub days: i64,
    /// The same seed gives the same deeds.
    #[arg(long, default_value_t = 1)]
    pub seed: u64,
    #[arg(long, default_value = "ru", value_parser = ["ru", "en"])]
    pub locale: String,
    /// End with one line of JSON.
    #[arg(long)]
    pub json: bool,
}

/// Whether it was typed here where the data is, rather than taken from the settings of a house that serves.
pub fn place_is_typed(words: impl IntoIterator<Item = std::ffi::OsString>) -> bool {
    let Ok(matches) = Cli::command().try_get_matches_from(words) else { return false };
    let mut level = Some(&matches);
    while let Some(matches) = level {
        let typed = |name| matches.value_source(name) == Some(ValueSource::CommandLine);
        if typed("data") || typed("database_url") {
            return true;
        }
        level = matches.subcommand().map(|(_, below)| below);
    }
    false
}
