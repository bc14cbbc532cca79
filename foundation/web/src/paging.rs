//! Lists page by cursor: the key of the last row, opaque and safe in addresses.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use kernel::Problem;
use serde::Serialize;
use serde::de::DeserializeOwned;

/// The longest cursor that is read.
const CURSOR_BYTES: usize = 1_024;

/// A place in a list. Its content is the sort key of a row, e.g. `(last_at, id)`; it opens nothing by itself.
pub struct Cursor;

impl Cursor {
    pub fn encode<K: Serialize>(key: &K) -> String {
        URL_SAFE_NO_PAD.encode(serde_json::to_vec(key).unwrap_or_default())
    }

    /// The place that an address names: none if it names none, and then the list begins at its beginning.
    ///
    /// # Errors
    /// `NotFound` for a text that is no cursor of this kind: the beginning would pass for the page that was asked for.
    pub fn place<K: DeserializeOwned>(text: &str) -> Result<Option<K>, Problem> {
        if text.is_empty() { Ok(None) } else { Cursor::decode(text).map(Some).ok_or(Problem::NotFound) }
    }

    /// Nothing if the text is no cursor of this kind.
    pub fn decode<K: DeserializeOwned>(text: &str) -> Option<K> {
        if text.len() > CURSOR_BYTES {
            return None;
        }
        serde_json::from_slice(&URL_SAFE_NO_PAD.decode(text).ok()?).ok()
    }
}

/// One page of rows that were asked for with `limit + 1`.
#[derive(Clone, Debug)]
pub struct Page<T> {
    pub rows: Vec<T>,
    /// The key after which the next page begins, if there is one.
    pub next: Option<String>,
}

impl<T> Page<T> {
    pub fn cut<K: Serialize>(mut rows: Vec<T>, limit: usize, key: impl Fn(&T) -> K) -> Page<T> {
        let more = rows.len() > limit;
        rows.truncate(limit);
        let next = rows.last().filter(|_| more).map(|row| Cursor::encode(&key(row)));
        Page { rows, next }
    }
}

/// The links of `_pager.html`: addresses of the neighbouring pages. `newer` and `older` fit lists by time; the words
/// can be changed for others.
#[derive(Clone, Debug)]
pub struct Pager {
    pub newer: Option<String>,
    pub older: Option<String>,
    pub newer_word: &'static str,
    pub older_word: &'static str,
}

impl Pager {
    pub fn new(newer: Option<String>, older: Option<String>) -> Pager {
        Pager { newer, older, newer_word: "web-pager-newer", older_word: "web-pager-older" }
    }

    /// For lists that are not by time: back to the beginning, and on.
    pub fn onward(first: Option<String>, next: Option<String>) -> Pager {
        Pager { newer: first, older: next, newer_word: "web-pager-first", older_word: "web-pager-next" }
    }

    pub fn any(&self) -> bool {
        self.newer.is_some() || self.older.is_some()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cursors_come_back_and_strangers_do_not() {
        let text = Cursor::encode(&(1_700_000_000_000_000_i64, "Ёлкин".to_owned()));
        assert!(text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte)));
        assert_eq!(Cursor::decode(&text), Some((1_700_000_000_000_000_i64, "Ёлкин".to_owned())));
        assert_eq!(Cursor::decode::<(i64, i64)>(&text), None);
        assert_eq!(Cursor::decode::<(i64, i64)>("%%%"), None);
        assert!(matches!(Cursor::place::<i64>(""), Ok(None)));
        assert!(matches!(Cursor::place::<i64>(&Cursor::encode(&7)), Ok(Some(7))));
        assert!(matches!(Cursor::place::<i64>(&text), Err(Problem::NotFound)));
    }

    #[test]
    fn a_full_page_knows_of_the_next() {
        let page = Page::cut(vec![3, 2, 1], 2, |row| *row);
        assert_eq!((page.rows, page.next), (vec![3, 2], Some(Cursor::encode(&2))));
        assert_eq!(Page::cut(vec![3, 2], 2, |row| *row).next, None);
    }
}
