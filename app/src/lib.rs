//! Artel as a whole: every area in one house, and the commands that open it.

pub mod cli;
pub mod commands;
pub mod desk;
pub mod house;
pub mod logs;
mod said;
pub mod simulation;
pub mod today;

use cli::{Cli, Command};
use std::process::ExitCode;

/// Runs a command to its end. What went wrong is said in one line on the terminal.
pub fn run(cli: Cli) -> ExitCode {
    // Everything that speaks TLS uses this provider; it must stand before the first connection.
    let provider = rustls::crypto::ring::default_provider();
    if provider.install_default().is_err() {
        eprintln!("artel: the TLS provider was installed twice");
    }
    let runtime = match tokio::runtime::Builder::new_multi_thread().enable_all().build() {
        Ok(runtime) => runtime,
        Err(error) => {
            eprintln!("artel: {error}");
            return ExitCode::FAILURE;
        }
    };
    let outcome = runtime.block_on(dispatch(cli));
    // A check of a large file may still be reading; it holds nothing that must be kept.
    runtime.shutdown_timeout(std::time::Duration::from_secs(1));
    match outcome {
        Ok(code) => code,
        Err(error) => {
            eprintln!("artel: {error:#}");
            ExitCode::FAILURE
        }
    }
}

async fn dispatch(cli: Cli) -> anyhow::Result<ExitCode> {
    let command = cli.command.unwrap_or(Command::Serve);
    logs::begin(&cli.logs, matches!(command, Command::Serve | Command::Demo(_)))?;
    match command {
        Command::Serve => commands::serve::run(&cli.place, cli.serve).await,
        Command::Import(import) => commands::import::run(&cli.place, import).await,
        Command::Community(community) => commands::community::run(&cli.place, community).await,
        Command::Backup(backup) => commands::archive::back_up(&cli.place, backup).await,
        Command::Restore(restore) => commands::archive::restore(&cli.place, restore).await,
        Command::Doctor(doctor) => commands::doctor::run(&cli.place, doctor).await,
        Command::Pulse(pulse) => commands::pulse::run(&cli.place, pulse).await,
        Command::Bench(bench) => commands::bench::run(bench),
        Command::Demo(demo) => commands::demo::run(&cli.place, demo, &cli.serve).await,
        Command::Simulate(simulate) => commands::simulate::run(&cli.place, simulate, &cli.serve).await,
    }
}
