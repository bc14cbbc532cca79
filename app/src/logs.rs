//! Logs go to standard error; what a command was asked for goes to standard output.

use crate::cli::{LogArgs, LogFormat};
use std::io::IsTerminal;
use tracing_subscriber::EnvFilter;

/// Begins logging. Commands that end by themselves stay quiet unless something is wrong.
pub fn begin(args: &LogArgs, serves: bool) -> anyhow::Result<()> {
    let filter = args
        .log
        .clone()
        .unwrap_or_else(|| if serves { "info,refinery_core=warn,tantivy=warn".to_owned() } else { "warn".to_owned() });
    let filter = EnvFilter::try_new(filter)?;
    // Colours are for eyes: a file or a journal would keep them as rubbish.
    let colours = std::io::stderr().is_terminal();
    let logs = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).with_target(false).with_ansi(colours);
    match args.log_format {
        LogFormat::Text => logs.init(),
        LogFormat::Json => logs.json().flatten_event(true).init(),
    }
    Ok(())
}
