//! The tokenizer of the index. A value is written as `community`, a separator, the text; every token
//! then begins with its community. So each community has its own stretch of the dictionary and its
//! own posting lists, and its speed does not depend on its neighbours.

use tantivy::tokenizer::{Token, TokenStream, Tokenizer};

use crate::words::{Scanner, stem};

/// Stands between the community and the word. It is no letter, so no word can contain it.
const SEPARATOR: char = '\u{1}';

/// The beginning of every token of a community.
pub(crate) fn prefix(community: i64) -> String {
    format!("{community:x}{SEPARATOR}")
}

/// The token of a word in a community.
pub(crate) fn token(community: i64, word: &str) -> String {
    prefix(community) + word
}

/// The first string after all that begin with `start`.
pub(crate) fn after(mut start: String) -> String {
    start.push(char::MAX);
    start
}

/// Cuts a value into tokens: stems or exact forms.
#[derive(Clone)]
pub(crate) struct Words {
    pub(crate) stemmed: bool,
}

impl Tokenizer for Words {
    type TokenStream<'a> = WordStream<'a>;

    fn token_stream<'a>(&'a mut self, value: &'a str) -> WordStream<'a> {
        let text_at = value.find(SEPARATOR).map_or(0, |at| at + SEPARATOR.len_utf8());
        WordStream {
            prefix: &value[..text_at],
            scanner: Scanner::new(&value[text_at..]),
            form: String::new(),
            token: Token::default(),
            stemmed: self.stemmed,
        }
    }
}

pub(crate) struct WordStream<'a> {
    prefix: &'a str,
    scanner: Scanner<'a>,
    form: String,
    token: Token,
    stemmed: bool,
}

impl TokenStream for WordStream<'_> {
    fn advance(&mut self) -> bool {
        let Some(place) = self.scanner.next_into(&mut self.form) else {
            return false;
        };
        let token = &mut self.token;
        token.offset_from = self.prefix.len() + place.start;
        token.offset_to = self.prefix.len() + place.end;
        token.position = token.position.wrapping_add(1);
        token.text.clear();
        token.text.push_str(self.prefix);
        if self.stemmed {
            token.text.push_str(&stem(&self.form));
        } else {
            token.text.push_str(&self.form);
        }
        true
    }

    fn token(&self) -> &Token {
        &self.token
    }

    fn token_mut(&mut self) -> &mut Token {
        &mut self.token
    }
}
