//! Mends what Telegram Desktop and some converters write although JSON does not allow it.

/// A copy in which `\x1F` (written by Telegram Desktop for control characters) is `\u001F`, halves of
/// a surrogate pair are the replacement character, raw control characters in strings are escaped,
/// and bytes that are not UTF-8 are replaced.
pub(crate) fn mended(bytes: &[u8]) -> Vec<u8> {
    let text = String::from_utf8_lossy(bytes);
    let bytes = text.as_bytes();
    let mut mended = Vec::with_capacity(bytes.len() + 64);
    let mut at = 0;
    let mut inside = false;
    while at < bytes.len() {
        let byte = bytes[at];
        if inside && byte == b'\\' {
            at += escape(&bytes[at..], &mut mended);
            continue;
        }
        if byte == b'"' {
            inside = !inside;
        }
        if inside && byte < 0x20 {
            mended.extend_from_slice(format!("\\u{byte:04x}").as_bytes());
        } else {
            mended.push(byte);
        }
        at += 1;
    }
    mended
}

/// Writes the escape at the start of `rest` in a form JSON allows. Gives how many bytes it took.
fn escape(rest: &[u8], mended: &mut Vec<u8>) -> usize {
    match rest.get(1) {
        Some(b'x') => match rest.get(2..4).filter(|code| is_hexadecimal(code)) {
            Some(code) => {
                mended.extend_from_slice(b"\\u00");
                mended.extend_from_slice(code);
                4
            }
            None => {
                mended.extend_from_slice(b"\\\\x");
                2
            }
        },
        Some(b'u') => unicode_escape(rest, mended),
        Some(known @ (b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't')) => {
            mended.extend_from_slice(&[b'\\', *known]);
            2
        }
        _ => {
            mended.extend_from_slice(b"\\\\");
            1
        }
    }
}

fn unicode_escape(rest: &[u8], mended: &mut Vec<u8>) -> usize {
    let Some(unit) = unit(rest) else {
        mended.extend_from_slice(b"\\\\u");
        return 2;
    };
    let pair =
        (0xD800..0xDC00).contains(&unit) && rest.get(6..).and_then(self::unit).is_some_and(|low| (0xDC00..0xE000).contains(&low));
    if pair {
        mended.extend_from_slice(&rest[..12]);
        12
    } else if (0xD800..0xE000).contains(&unit) {
        mended.extend_from_slice("\u{FFFD}".as_bytes());
        6
    } else {
        mended.extend_from_slice(&rest[..6]);
        6
    }
}

fn unit(rest: &[u8]) -> Option<u32> {
    let digits = rest.strip_prefix(b"\\u")?.get(..4).filter(|code| is_hexadecimal(code))?;
    u32::from_str_radix(std::str::from_utf8(digits).ok()?, 16).ok()
}

fn is_hexadecimal(code: &[u8]) -> bool {
    code.iter().all(u8::is_ascii_hexdigit)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(bytes: &[u8]) -> String {
        assert!(serde_json::from_slice::<String>(bytes).is_err());
        serde_json::from_slice(&mended(bytes)).unwrap()
    }

    #[test]
    fn what_json_does_not_allow_is_mended() {
        assert_eq!(read(br#""a\x1Fb""#), "a\u{1F}b");
        assert_eq!(read(br#""a\ud83d!""#), "a\u{FFFD}!");
        assert_eq!(read(br#""\ud83d\ude00 \ude00""#), "\u{1F600} \u{FFFD}");
        assert_eq!(read(b"\"a\xFFb\""), "a\u{FFFD}b");
        assert_eq!(read(b"\"a\nb\""), "a\nb");
        assert_eq!(read(br#""\q \u12""#), "\\q \\u12");
        assert_eq!(read(br#""\xZZ""#), "\\xZZ");
    }
}
