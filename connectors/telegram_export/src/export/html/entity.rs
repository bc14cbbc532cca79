//! Characters that HTML writes as words or numbers.

use memchr::memchr;

/// Longer names than this are not entities.
const LONGEST: usize = 10;

/// Adds the text with its entities decoded. What is not an entity stays as it stands.
pub(super) fn decode(text: &str, into: &mut String) {
    let mut rest = text;
    while let Some(at) = memchr(b'&', rest.as_bytes()) {
        into.push_str(&rest[..at]);
        rest = &rest[at..];
        match entity(rest) {
            Some((letter, length)) => {
                into.push(letter);
                rest = &rest[length..];
            }
            None => {
                into.push('&');
                rest = &rest[1..];
            }
        }
    }
    into.push_str(rest);
}

pub(super) fn decoded(text: &str) -> String {
    let mut into = String::with_capacity(text.len());
    decode(text, &mut into);
    into
}

fn entity(rest: &str) -> Option<(char, usize)> {
    let window = &rest.as_bytes()[..rest.len().min(LONGEST + 2)];
    let end = memchr(b';', window)?;
    let name = rest.get(1..end)?;
    let letter = match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        "nbsp" => '\u{A0}',
        "laquo" => '«',
        "raquo" => '»',
        "ndash" => '–',
        "mdash" => '—',
        "hellip" => '…',
        _ => numbered(name)?,
    };
    Some((letter, end + 1))
}

fn numbered(name: &str) -> Option<char> {
    let digits = name.strip_prefix('#')?;
    let code = match digits.strip_prefix(['x', 'X']) {
        Some(digits) => u32::from_str_radix(digits, 16).ok()?,
        None => digits.parse().ok()?,
    };
    char::from_u32(code).filter(|letter| *letter != '\0')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entities_are_decoded_once() {
        assert_eq!(decoded("a &lt;b&gt; &amp;lt; &quot;&apos;&#1041;&#x411; &laquo;x&raquo;"), "a <b> &lt; \"'ББ «x»");
        assert_eq!(decoded("R&D & &nothing; &#xFFFFFF; &#0; &"), "R&D & &nothing; &#xFFFFFF; &#0; &");
    }
}
