//! Secrets that travel: links, cookies, codes. We keep only their hashes.

use crate::Chance;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use hmac::{Hmac, KeyInit, Mac};
use sha2::{Digest, Sha256};

/// 192 random bits as 32 URL-safe characters.
pub fn make(chance: &Chance) -> String {
    URL_SAFE_NO_PAD.encode(chance.bytes::<24>())
}

/// What we keep of a token. Tokens are long and random, so a plain hash is enough.
pub fn hash(token: &str) -> Vec<u8> {
    Sha256::digest(token.as_bytes()).to_vec()
}

/// HMAC-SHA256, for what is short or guessable: names, outside ids, six-digit codes.
pub fn keyed_hash(key: &[u8], text: &str) -> Vec<u8> {
    let mut mac = Hmac::<Sha256>::new_from_slice(key).expect("HMAC takes a key of any length");
    mac.update(text.as_bytes());
    mac.finalize().into_bytes().to_vec()
}

/// Compares two hashes without telling by time where they differ.
pub fn same(left: &[u8], right: &[u8]) -> bool {
    left.len() == right.len() && left.iter().zip(right).fold(0, |seen, (l, r)| seen | (l ^ r)) == 0
}
