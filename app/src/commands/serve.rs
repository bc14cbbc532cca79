//! `artel serve`: pages, and the work behind them, until told to stop.

use crate::cli::{PlaceArgs, ServeArgs};
use crate::house::{self, Raised};
use crate::said::say;
use axum::serve::ListenerExt;
use std::net::SocketAddr;
use std::process::ExitCode;
use std::time::Duration;
use tokio::net::TcpListener;
use tokio::signal::unix::{SignalKind, signal};
use tokio::sync::watch;

/// How long requests and jobs in hand may take to end.
const FAREWELL: Duration = Duration::from_secs(9);

pub async fn run(place: &PlaceArgs, serve: ServeArgs) -> anyhow::Result<ExitCode> {
    let raised = house::raise(place, &serve).await?;
    let house = &raised.house;
    let forgotten = people::keeping::replay(&house.store, &house.clock, &house.chance).await?;
    if forgotten > 0 {
        tracing::info!(forgotten, "people who asked to be removed after the backup were removed again");
    }
    open(raised, &serve).await
}

/// Serves a raised house until SIGTERM or Ctrl-C.
pub async fn open(raised: Raised, serve: &ServeArgs) -> anyhow::Result<ExitCode> {
    let listener =
        TcpListener::bind(serve.listen).await.map_err(|error| anyhow::anyhow!("{} is taken or not ours: {error}", serve.listen))?;
    let address = listener.local_addr()?;
    greet(&raised, address, serve).await?;
    let (stop, stopping) = watch::channel(false);
    let behind = tokio::spawn(raised.runner.clone().run(stopping.clone()));
    let house = raised.house.clone();
    let farewell = async move {
        asked_to_stop().await;
        tracing::info!("stopping: streams are closed, requests finish, work in hand is handed back");
        // Streams first: they would never end by themselves.
        house.close();
        stop.send_replace(true);
    };
    let listener = listener.tap_io(|stream| {
        if let Err(error) = stream.set_nodelay(true) {
            tracing::debug!(%error, "a connection keeps its small packets");
        }
    });
    let service = raised.router.into_make_service_with_connect_info::<SocketAddr>();
    let serving = axum::serve(listener, service).with_graceful_shutdown(farewell);
    let mut over = stopping;
    let too_late = async move {
        // Either the house stops, or the channel is gone with it.
        let _ended = over.wait_for(|over| *over).await;
        tokio::time::sleep(FAREWELL).await;
    };
    tokio::select! {
        served = async { served_and_worked(serving.into_future(), behind).await } => served?,
        () = too_late => tracing::warn!("some requests or jobs did not end in time; jobs are taken up again by their lease"),
    }
    Ok(ExitCode::SUCCESS)
}

async fn served_and_worked(
    serving: impl Future<Output = std::io::Result<()>>,
    behind: tokio::task::JoinHandle<()>,
) -> anyhow::Result<()> {
    serving.await?;
    behind.await?;
    Ok(())
}

async fn asked_to_stop() {
    let Ok(mut terminate) = signal(SignalKind::terminate()) else {
        tracing::error!("the signal to stop cannot be heard");
        return std::future::pending().await;
    };
    tokio::select! {
        _ = terminate.recv() => {}
        interrupted = tokio::signal::ctrl_c() => if interrupted.is_err() { std::future::pending().await },
    }
}

/// What the terminal says at the start. The one-time link is printed here and nowhere else.
async fn greet(raised: &Raised, address: SocketAddr, serve: &ServeArgs) -> anyhow::Result<()> {
    let house = &raised.house;
    let base = serve.public_url.clone().unwrap_or_else(|| format!("http://localhost:{}", address.port()));
    let base = base.trim_end_matches('/');
    match identity::first_run::open(&house.store, &house.chance, &house.clock).await? {
        Some(code) => {
            say!("Артель запущена. Создайте сообщество по этой ссылке (она одноразовая):")?;
            say!("Artel is running. Found your community by this link (it works once):")?;
            say!("\n    {base}/welcome?code={code}\n")?;
        }
        None => say!("Артель работает / Artel is running: {base}/")?,
    }
    if let Some(outbox) = &raised.outbox {
        say!(
            "Почта не настроена, письма лежат здесь / No mail server is configured, letters are written to: {}",
            outbox.display()
        )?;
    }
    Ok(())
}
