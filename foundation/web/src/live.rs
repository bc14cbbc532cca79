//! Live pages: a stream of events that replace parts of the page. Streams end when the house closes, are few for each
//! visitor, and say something now and then so that proxies keep them open.

use crate::refusal::{Refusal, Result, Trouble};
use crate::{House, Visit};
use axum::http::{HeaderName, HeaderValue};
use axum::response::sse::{self, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use futures_util::stream::{self, Stream, StreamExt};
use std::collections::HashMap;
use std::convert::Infallible;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

/// Streams open at once for one session, or for one address without a session.
pub const STREAMS_OF_ONE: usize = 6;
/// Streams open at once on this node.
pub const STREAMS: usize = 4_000;
/// A stream ends after this long; the browser opens it again, and rights are asked anew.
pub const LIFETIME: Duration = Duration::from_secs(15 * 60);
const KEEP_ALIVE: Duration = Duration::from_secs(15);

/// Something to happen on the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    name: String,
    data: String,
}

impl Event {
    /// New content for the element with this id. `live.js` listens for ids named in `data-live-parts`.
    pub fn part(id: &str, html: impl Into<String>) -> Event {
        Event { name: id.chars().filter(|letter| !letter.is_control()).collect(), data: html.into().replace('\r', "") }
    }

    /// Lead the browser to a path of this site: the work is done.
    pub fn go(path: &str) -> Event {
        Event::part("go", path)
    }

    /// No more events: the browser shall not come back.
    pub fn end() -> Event {
        Event::part("end", "end")
    }

    /// The browser leaves after it.
    fn is_last(&self) -> bool {
        matches!(self.name.as_str(), "go" | "end")
    }

    fn written(self) -> sse::Event {
        sse::Event::default().event(self.name).data(self.data)
    }
}

#[derive(Debug, Default)]
pub(crate) struct Slots(Arc<Mutex<HashMap<String, usize>>>);

/// One open stream; dropping it makes room.
struct Slot {
    slots: Arc<Mutex<HashMap<String, usize>>>,
    owner: String,
}

impl Slots {
    fn take(&self, owner: String) -> Option<Slot> {
        let mut held = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let all: usize = held.values().sum();
        let count = held.get(&owner).copied().unwrap_or(0);
        if count >= STREAMS_OF_ONE || all >= STREAMS {
            return None;
        }
        held.insert(owner.clone(), count + 1);
        Some(Slot { slots: self.0.clone(), owner })
    }
}

impl Drop for Slot {
    fn drop(&mut self) {
        let mut held = self.slots.lock().unwrap_or_else(PoisonError::into_inner);
        match held.get(&self.owner).copied() {
            Some(count) if count > 1 => drop(held.insert(self.owner.clone(), count - 1)),
            _ => drop(held.remove(&self.owner)),
        }
    }
}

/// Answers with a stream of events.
pub fn stream(visit: &Visit, events: impl Stream<Item = Event> + Send + 'static) -> Result<Response> {
    let owner = visit.session.map_or_else(|| visit.client.to_string(), |session| format!("session {session}"));
    let slot = visit.house.streams.take(owner).ok_or(Refusal(Trouble::Streams))?;
    let ending = ending(&visit.house);
    let events = events.take_until(ending).map(move |event| {
        // The slot lives as long as the stream does.
        let _held = &slot;
        Ok::<_, Infallible>(event.written())
    });
    let mut response = Sse::new(events).keep_alive(KeepAlive::new().interval(KEEP_ALIVE)).into_response();
    // nginx keeps answers back until a buffer is full, unless told.
    response.headers_mut().insert(HeaderName::from_static("x-accel-buffering"), HeaderValue::from_static("no"));
    Ok(response)
}

/// Looks again and again, `every` so often, and sends what `look` gives, until it gives nothing at all or what it gave
/// leads the browser away.
pub fn watch<F, Fut>(visit: &Visit, every: Duration, look: F) -> Result<Response>
where
    F: FnMut() -> Fut + Send + 'static,
    Fut: Future<Output = Option<Vec<Event>>> + Send + 'static,
{
    let mut ticks = tokio::time::interval(every);
    ticks.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
    let looks = stream::unfold(Some((ticks, look)), |watching| async move {
        let (mut ticks, mut look) = watching?;
        ticks.tick().await;
        let events = look().await?;
        let over = events.iter().any(Event::is_last);
        Some((stream::iter(events), (!over).then_some((ticks, look))))
    });
    stream(visit, looks.flatten())
}

fn ending(house: &House) -> impl Future<Output = ()> + Send + 'static {
    let mut closing = house.closing();
    async move {
        // Either way it is over: the house closes, has gone, or the stream has lived its time.
        let closed = closing.wait_for(|closing| *closing);
        let _ended = tokio::time::timeout(LIFETIME, closed).await;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slots_are_few_and_come_back() {
        let slots = Slots::default();
        let held: Vec<Slot> = (0..STREAMS_OF_ONE).map(|_| slots.take("one".into()).expect("room")).collect();
        assert!(slots.take("one".into()).is_none() && slots.take("two".into()).is_some());
        drop(held);
        assert!(slots.take("one".into()).is_some());
        assert!(slots.0.lock().expect("whole").is_empty());
    }
}
