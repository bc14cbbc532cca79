//! The program `artel`: the command line, the configuration, and the one list of areas.

use clap::Parser;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> std::process::ExitCode {
    artel::run(artel::cli::Cli::parse())
}
