//! Randomness comes in by the front door too, so that a simulated year can be run again exactly.

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

#[derive(Clone, Debug, Default)]
pub struct Chance {
    seeded: Option<Arc<(u64, AtomicU64)>>,
}

impl Chance {
    /// The operating system's generator: what every secret is made of.
    pub fn system() -> Chance {
        Chance::default()
    }

    /// A repeatable stream for tests and simulations. Never for secrets of real people.
    pub fn seeded(seed: u64) -> Chance {
        Chance { seeded: Some(Arc::new((seed, AtomicU64::new(0)))) }
    }

    /// `N` random bytes.
    pub fn bytes<const N: usize>(&self) -> [u8; N] {
        let mut bytes = [0; N];
        match &self.seeded {
            None => fill_from_system(&mut bytes),
            Some(stream) => {
                for (step, chunk) in bytes.chunks_mut(32).enumerate() {
                    let turn = stream.1.fetch_add(1, Ordering::SeqCst);
                    let mut mac = Hmac::<Sha256>::new_from_slice(&stream.0.to_be_bytes()).expect("HMAC takes a key of any length");
                    mac.update(&turn.to_be_bytes());
                    mac.update(&step.to_be_bytes());
                    chunk.copy_from_slice(&mac.finalize().into_bytes()[..chunk.len()]);
                }
            }
        }
        bytes
    }

    /// A uniform number in `0..below` (`below` > 0).
    pub fn below(&self, below: u64) -> u64 {
        // 128 bits against at most 64: the bias is under 2^-64.
        (u128::from_be_bytes(self.bytes()) % u128::from(below)) as u64
    }

    /// A random positive id that fits a bigint and a JavaScript number (53 bits), for rows outside communities.
    pub fn id(&self) -> i64 {
        (u64::from_be_bytes(self.bytes()) >> 11).max(1) as i64
    }
}

#[allow(clippy::disallowed_methods, reason = "the one place where the system's randomness is read")]
fn fill_from_system(bytes: &mut [u8]) {
    getrandom::fill(bytes).expect("the operating system gives randomness");
}
