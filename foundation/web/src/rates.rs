//! Rates of acts, in memory: a bucket for each key that fills with time. Throttles of sign-in are stricter, shared
//! by all nodes, and live in identity's tables.

use kernel::{MICROS_PER_SECOND, Micros, Problem};
use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{Mutex, PoisonError};

/// Keys remembered at once; beyond that the full buckets are forgotten, then all.
const KEYS: usize = 50_000;

/// So many at once, and so many a minute in the long run.
#[derive(Clone, Copy, Debug)]
pub struct Rate {
    pub burst: u32,
    pub per_minute: u32,
}

/// The limits against floods.
#[derive(Clone, Copy, Debug)]
pub struct Floods {
    /// Requests of one network (/24, /64). The machine itself is not counted: behind a proxy that nobody told us to
    /// trust, everybody is this machine.
    pub network: Rate,
    /// Unsafe requests of one account.
    pub account: Rate,
}

impl Default for Floods {
    fn default() -> Floods {
        Floods { network: Rate { burst: 600, per_minute: 1_200 }, account: Rate { burst: 120, per_minute: 120 } }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Key {
    Network(&'static str, IpAddr),
    Account(&'static str, i64),
}

#[derive(Debug, Default)]
pub struct Rates(Mutex<HashMap<Key, Bucket>>);

#[derive(Clone, Copy, Debug)]
struct Bucket {
    /// Tries left, in micro-tries so that slow rates fill smoothly.
    left: i64,
    at: Micros,
    rate: Rate,
}

impl Bucket {
    fn filled(self, now: Micros) -> Bucket {
        // A micro-try a microsecond is a try a second, so a minute's rate fills sixty times as slowly.
        let gained = (now - self.at).max(0).saturating_mul(i64::from(self.rate.per_minute)) / 60;
        let left = self.left.saturating_add(gained).min(i64::from(self.rate.burst) * MICROS_PER_SECOND);
        Bucket { left, at: now.max(self.at), rate: self.rate }
    }
}

impl Rates {
    /// Takes one try, or says how many seconds to wait. `now` is the machine's time.
    pub fn take(&self, key: Key, rate: Rate, now: Micros) -> Result<(), Problem> {
        let mut buckets = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if buckets.len() >= KEYS && !buckets.contains_key(&key) {
            make_room(&mut buckets, now);
        }
        let fresh = Bucket { left: i64::from(rate.burst) * MICROS_PER_SECOND, at: now, rate };
        let bucket = buckets.entry(key).or_insert(fresh);
        *bucket = bucket.filled(now);
        if bucket.left >= MICROS_PER_SECOND {
            bucket.left -= MICROS_PER_SECOND;
            return Ok(());
        }
        let missing = MICROS_PER_SECOND - bucket.left;
        let micros = missing.saturating_mul(60) / i64::from(rate.per_minute.max(1));
        Err(Problem::TooMany(micros / MICROS_PER_SECOND + 1))
    }
}

fn make_room(buckets: &mut HashMap<Key, Bucket>, now: Micros) {
    buckets.retain(|_, bucket| bucket.filled(now).left < i64::from(bucket.rate.burst) * MICROS_PER_SECOND);
    if buckets.len() >= KEYS {
        buckets.clear();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bucket_empties_and_fills() {
        let rates = Rates::default();
        let rate = Rate { burst: 2, per_minute: 6 };
        let take = |who, now| rates.take(Key::Account("act", who), rate, now);
        assert!(take(1, 0).is_ok() && take(1, 0).is_ok());
        assert!(matches!(take(1, 0), Err(Problem::TooMany(seconds)) if (10..=11).contains(&seconds)));
        assert!(take(2, 0).is_ok(), "another account has its own allowance");
        assert!(take(1, 9 * MICROS_PER_SECOND).is_err());
        assert!(take(1, 21 * MICROS_PER_SECOND).is_ok());
    }
}
