//! Prints how fast an export is read: `cargo run --release -p chat_import --example read_speed PATH`.

use std::ops::ControlFlow;
use std::path::Path;
use std::process::ExitCode;
use std::time::Instant;

use telegram_export::export::{Export, Fault, Limits, Tongue};

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let Some(path) = arguments.next() else {
        eprintln!("usage: read_speed PATH [CHAT]");
        return ExitCode::FAILURE;
    };
    match measure(Path::new(&path), arguments.next().as_deref()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(faults) => {
            for fault in faults {
                eprintln!("{}\n{}", fault.words(Tongue::Ru), fault.words(Tongue::En));
            }
            ExitCode::FAILURE
        }
    }
}

#[allow(clippy::disallowed_methods, reason = "a measurement needs the real clock")]
fn measure(path: &Path, chat: Option<&str>) -> Result<(), Vec<Fault>> {
    let mut export = Export::open(path, chat, Limits::default()).map_err(|fault| vec![fault])?;
    println!("{:?}", export.chat());
    let start = Instant::now();
    let summary = export.check(|_, _| {})?;
    report("check", start, summary.messages + summary.service, summary.bytes);
    let start = Instant::now();
    let mut count = 0u64;
    export
        .items(
            |_, _| {},
            |_| {
                count += 1;
                ControlFlow::Continue(())
            },
        )
        .map_err(|fault| vec![fault])?;
    report("items", start, count, summary.bytes);
    for warning in &summary.warnings {
        println!("{}", warning.words(Tongue::En));
    }
    println!("{summary:?}");
    Ok(())
}

#[allow(clippy::disallowed_methods, reason = "a measurement needs the real clock")]
fn report(stage: &str, start: Instant, items: u64, bytes: u64) {
    let seconds = start.elapsed().as_secs_f64().max(1e-9);
    let megabytes = bytes as f64 / 1e6;
    println!("{stage}: {items} items in {seconds:.3} s, {:.0}/s, {:.0} MB/s", items as f64 / seconds, megabytes / seconds);
}
