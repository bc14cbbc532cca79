//! Passwords: argon2id with named costs, computed on threads of their own and few at a time, so that a flood of wrong
//! passwords cannot take all the memory.

use anyhow::anyhow;
use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use argon2::{Algorithm, Argon2, Params, Version};
use kernel::{Chance, Problem, Result};
use std::sync::OnceLock;
use tokio::sync::Semaphore;

/// OWASP's first choice for argon2id: 19 MiB, two passes, one lane.
const MEMORY_KIB: u32 = 19 * 1024;
const PASSES: u32 = 2;
const LANES: u32 = 1;
const SALT_BYTES: usize = 16;
/// Hashes computed at once: 19 MiB each.
const AT_ONCE: usize = 2;

/// Characters; a phrase is welcome.
pub const SHORTEST: usize = 10;
/// Bytes; longer ones only cost time.
pub const LONGEST: usize = 256;

static TURNS: Semaphore = Semaphore::const_new(AT_ONCE);

/// A password that may be set.
pub struct Password(String);

impl Password {
    /// # Errors
    /// The word that says what is wrong with it.
    pub fn parse(text: &str) -> std::result::Result<Password, &'static str> {
        if text.chars().count() < SHORTEST {
            return Err("identity-fault-password-short");
        }
        if text.len() > LONGEST {
            return Err("identity-fault-password-long");
        }
        let first = text.chars().next();
        if text.chars().all(|letter| Some(letter) == first) {
            return Err("identity-fault-password-plain");
        }
        Ok(Password(text.to_owned()))
    }
}

fn argon2() -> Argon2<'static> {
    let params = Params::new(MEMORY_KIB, PASSES, LANES, None).expect("the named costs are within argon2's limits");
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
}

fn hash_with(text: &str, salt: &[u8]) -> anyhow::Result<String> {
    let hash: argon2::password_hash::phc::PasswordHash = argon2()
        .hash_password_with_salt(text.as_bytes(), salt)
        .map_err(|error| anyhow!("a password could not be hashed: {error}"))?;
    Ok(hash.to_string())
}

/// A PHC string to be kept.
pub async fn hash(password: Password, chance: &Chance) -> Result<String> {
    let salt = chance.bytes::<SALT_BYTES>();
    let _turn = TURNS.acquire().await.map_err(|error| Problem::Internal(error.into()))?;
    let hashed = tokio::task::spawn_blocking(move || hash_with(&password.0, &salt)).await;
    Ok(hashed.map_err(|error| Problem::Internal(error.into()))??)
}

/// Whether the password is the one that was hashed. Without a hash as much work is done and the answer is no, so that
/// time does not tell who has an account.
pub async fn is(text: &str, hash: Option<String>) -> Result<bool> {
    if text.len() > LONGEST {
        return Ok(false);
    }
    let text = text.to_owned();
    let _turn = TURNS.acquire().await.map_err(|error| Problem::Internal(error.into()))?;
    let same = tokio::task::spawn_blocking(move || {
        let stand_in = stand_in();
        let held = hash.as_deref().unwrap_or(stand_in);
        let same = PasswordHash::new(held).is_ok_and(|held| argon2().verify_password(text.as_bytes(), &held).is_ok());
        same && hash.is_some()
    });
    same.await.map_err(|error| Problem::Internal(error.into()))
}

/// A hash of nobody's password.
fn stand_in() -> &'static str {
    static STAND_IN: OnceLock<String> = OnceLock::new();
    STAND_IN.get_or_init(|| hash_with("nobody has this password", &[7; SALT_BYTES]).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_password_opens_its_own_hash_only() {
        let chance = Chance::seeded(1);
        let password = |text| Password::parse(text).unwrap_or_else(|word| panic!("{word}"));
        let hashed = hash(password("белый конь в яблоках"), &chance).await.expect("a hash");
        assert!(hashed.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{hashed}");
        assert_ne!(hashed, hash(password("белый конь в яблоках"), &chance).await.expect("a hash"), "each has its own salt");
        assert!(is("белый конь в яблоках", Some(hashed.clone())).await.expect("an answer"));
        assert!(!is("белый конь", Some(hashed)).await.expect("an answer"));
        assert!(!is("nobody has this password", None).await.expect("an answer"));
        assert!(Password::parse("короткий").is_err() && Password::parse("1111111111").is_err());
    }
}
