//! A notice for the next page: a key of the words and perhaps a number, in a cookie that lives a minute.
//! It holds no text, so a planted cookie can say nothing that we do not say ourselves.

use crate::Words;
use crate::arrival::Arrival;
use kernel::Locale;

const COOKIE: &str = "notice";
const SECONDS: i64 = 60;
const WORD_BYTES: usize = 64;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flash {
    pub word: String,
    pub n: Option<i64>,
}

impl Flash {
    fn written(&self) -> String {
        match self.n {
            Some(n) => format!("{}.{n}", self.word),
            None => self.word.clone(),
        }
    }

    fn read(cookie: &str) -> Option<Flash> {
        let (word, n) = match cookie.split_once('.') {
            Some((word, n)) => (word, Some(n.parse().ok()?)),
            None => (cookie, None),
        };
        let plain = word.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
        (plain && !word.is_empty() && word.len() <= WORD_BYTES).then(|| Flash { word: word.to_owned(), n })
    }
}

pub(crate) fn leave(arrival: &Arrival, flash: &Flash) {
    arrival.set_cookie(COOKIE, &flash.written(), Some(SECONDS));
}

/// Takes the notice of an earlier page, once. A key that is not ours is dropped in silence.
pub(crate) fn take(arrival: &Arrival, words: &Words, locale: Locale) -> Option<String> {
    let cookie = arrival.cookie(COOKIE)?;
    arrival.set_cookie(COOKIE, "", Some(0));
    let flash = Flash::read(cookie).filter(|flash| words.knows(&flash.word))?;
    Some(words.tv(locale, &flash.word, &[("n", flash.n.unwrap_or_default().into())]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_notice_is_a_key_and_a_number() {
        let flash = Flash { word: "people-invited".into(), n: Some(5) };
        assert_eq!(Flash::read(&flash.written()), Some(flash));
        for planted in ["", "<b>", "people-invited.x", "a b", &"x".repeat(65)] {
            assert_eq!(Flash::read(planted), None, "{planted}");
        }
    }
}
