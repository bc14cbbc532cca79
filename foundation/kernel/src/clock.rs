//! Time comes in by the front door. Business rules ask [`Clock::now`], which a test can move;
//! leases and timeouts ask [`Clock::real`], which nobody can.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

/// Microseconds since 1970-01-01T00:00:00Z.
pub type Micros = i64;
pub const MICROS_PER_SECOND: Micros = 1_000_000;
pub const MICROS_PER_DAY: Micros = 86_400 * MICROS_PER_SECOND;

#[derive(Clone, Debug, Default)]
pub struct Clock {
    /// When set, business time stands still at this instant until it is moved.
    held: Option<Arc<AtomicI64>>,
}

impl Clock {
    /// The clock of the machine.
    pub fn machine() -> Clock {
        Clock::default()
    }

    /// A clock that stands at `at` and moves only by [`Clock::pass`].
    pub fn held_at(at: Micros) -> Clock {
        Clock { held: Some(Arc::new(AtomicI64::new(at))) }
    }

    /// Business time.
    pub fn now(&self) -> Micros {
        match &self.held {
            Some(held) => held.load(Ordering::SeqCst),
            None => Clock::real(),
        }
    }

    /// Lets time pass on a held clock; does nothing to the machine's.
    pub fn pass(&self, micros: Micros) {
        if let Some(held) = &self.held {
            held.fetch_add(micros, Ordering::SeqCst);
        }
    }

    /// The machine's time, for leases, timeouts and durations only.
    #[allow(clippy::disallowed_methods, reason = "the one place where the machine's clock is read")]
    pub fn real() -> Micros {
        std::time::SystemTime::now()
            .duration_since(std::time::UNIX_EPOCH)
            .map_or(0, |passed| i64::try_from(passed.as_micros()).unwrap_or(i64::MAX))
    }

    /// A stopwatch for logs and progress.
    #[allow(clippy::disallowed_methods, reason = "the one place where a stopwatch is started")]
    pub fn stopwatch() -> std::time::Instant {
        std::time::Instant::now()
    }
}
