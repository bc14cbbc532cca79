//! Cuts a stream of JSON into values, so that memory holds one message and never the file.

use std::io::Read;

use memchr::{memchr_iter, memchr2};

use crate::export::fault::{Fault, Problem};
use crate::export::source::reading_fault;

const CHUNK: usize = 256 << 10;

pub(crate) struct Frames<'r> {
    reader: &'r mut dyn Read,
    file: &'r str,
    buffer: Vec<u8>,
    /// The first byte not yet taken.
    start: usize,
    /// Behind the last byte read.
    end: usize,
    ended: bool,
    line: u64,
    taken: u64,
}

/// What to do with the bytes of a value while looking for its end.
enum Keep {
    /// All of them, at most so many.
    Bytes(usize),
    Nothing,
}

impl<'r> Frames<'r> {
    pub(crate) fn new(reader: &'r mut dyn Read, file: &'r str) -> Frames<'r> {
        let buffer = vec![0; CHUNK];
        Frames { reader, file, buffer, start: 0, end: 0, ended: false, line: 1, taken: 0 }
    }

    /// The line of the next byte, counted from 1.
    #[cfg(test)]
    fn line(&self) -> u64 {
        self.line
    }

    /// Bytes taken so far.
    pub(crate) fn taken(&self) -> u64 {
        self.taken
    }

    pub(crate) fn fault(&self, problem: Problem) -> Fault {
        Fault::line(self.file, self.line, problem)
    }

    /// The next byte that is not white space, left in place. None at the end of the file.
    pub(crate) fn peek(&mut self) -> Result<Option<u8>, Fault> {
        loop {
            let rest = &self.buffer[self.start..self.end];
            match rest.iter().position(|byte| !matches!(byte, b' ' | b'\n' | b'\r' | b'\t')) {
                Some(offset) => {
                    self.take(offset);
                    return Ok(Some(self.buffer[self.start]));
                }
                None => {
                    self.take(self.end - self.start);
                    if !self.fill()? {
                        return Ok(None);
                    }
                }
            }
        }
    }

    /// The next byte that is not white space; the end of the file is a truncation.
    pub(crate) fn next(&mut self) -> Result<u8, Fault> {
        let byte = self.peek()?.ok_or_else(|| self.fault(Problem::Truncated))?;
        Ok(byte)
    }

    /// Takes the expected byte.
    pub(crate) fn expect(&mut self, wanted: u8) -> Result<(), Fault> {
        let byte = self.next()?;
        if byte != wanted {
            let words = format!("“{}” expected, “{}” found", char::from(wanted), char::from(byte));
            return Err(self.fault(Problem::BrokenJson(words)));
        }
        self.take(1);
        Ok(())
    }

    /// Takes a byte order mark, which some editors leave at the beginning.
    pub(crate) fn skip_mark(&mut self) -> Result<(), Fault> {
        while self.end - self.start < 3 && self.fill()? {}
        if self.buffer[self.start..self.end].starts_with(b"\xEF\xBB\xBF") {
            self.take(3);
        }
        Ok(())
    }

    /// The bytes of the next value and the line where it begins. The bytes are not yet JSON for
    /// certain: only quotes and brackets were matched.
    pub(crate) fn value(&mut self, most: usize) -> Result<(u64, &[u8]), Fault> {
        self.next()?;
        let line = self.line;
        let length = self.find_end(&Keep::Bytes(most))?;
        let start = self.start;
        self.take(length);
        Ok((line, &self.buffer[start..start + length]))
    }

    /// Passes over the next value without holding it.
    pub(crate) fn skip(&mut self) -> Result<(), Fault> {
        self.next()?;
        let length = self.find_end(&Keep::Nothing)?;
        self.take(length);
        Ok(())
    }

    fn take(&mut self, count: usize) {
        let taken = &self.buffer[self.start..self.start + count];
        self.line += memchr_iter(b'\n', taken).count() as u64;
        self.start += count;
        self.taken += count as u64;
    }

    /// Reads more bytes behind those that are held. False at the end of the file.
    fn fill(&mut self) -> Result<bool, Fault> {
        if self.ended {
            return Ok(false);
        }
        if self.start > 0 {
            self.buffer.copy_within(self.start..self.end, 0);
            self.end -= self.start;
            self.start = 0;
        }
        if self.end == self.buffer.len() {
            self.buffer.resize(self.buffer.len() * 2, 0);
        }
        let space = &mut self.buffer[self.end..];
        let count = self.reader.read(space).map_err(|error| reading_fault(self.file, &error))?;
        self.end += count;
        self.ended = count == 0;
        Ok(count > 0)
    }

    /// Makes the byte at `at` (from the start of the value) available; gives its new place, which
    /// is smaller when nothing is kept.
    #[inline]
    fn reach(&mut self, at: usize, keep: &Keep) -> Result<Option<usize>, Fault> {
        if self.start + at < self.end { Ok(Some(at)) } else { self.reach_further(at, keep) }
    }

    #[cold]
    fn reach_further(&mut self, at: usize, keep: &Keep) -> Result<Option<usize>, Fault> {
        let mut at = at;
        while self.start + at >= self.end {
            match keep {
                Keep::Bytes(most) if at > *most => {
                    return Err(self.fault(Problem::MessageTooLong(*most as u64)));
                }
                Keep::Bytes(_) => {}
                Keep::Nothing => {
                    let gone = at.min(self.end - self.start);
                    self.take(gone);
                    at -= gone;
                }
            }
            if !self.fill()? {
                return Ok(None);
            }
        }
        Ok(Some(at))
    }

    /// How many bytes the value at the start has, counted from what is still held of it.
    fn find_end(&mut self, keep: &Keep) -> Result<usize, Fault> {
        let length = match self.buffer[self.start] {
            b'{' => self.find_bracket(b'{', b'}', keep)?,
            b'[' => self.find_bracket(b'[', b']', keep)?,
            b'"' => self.find_quote(1, keep)?,
            _ => self.find_delimiter(keep)?,
        };
        match keep {
            Keep::Bytes(most) if length > *most => Err(self.fault(Problem::MessageTooLong(*most as u64))),
            _ => Ok(length),
        }
    }

    fn find_bracket(&mut self, open: u8, close: u8, keep: &Keep) -> Result<usize, Fault> {
        let mut at = 1;
        let mut depth = 1usize;
        loop {
            at = self.reach(at, keep)?.ok_or_else(|| self.fault(Problem::Truncated))?;
            let base = self.start + at;
            // Outside strings the next of these is a few bytes away, where a plain loop is fastest.
            let rest = &self.buffer[base..self.end];
            match rest.iter().position(|byte| *byte == b'"' || *byte == open || *byte == close) {
                None => at = self.end - self.start,
                Some(offset) => {
                    let byte = self.buffer[base + offset];
                    at += offset + 1;
                    if byte == b'"' {
                        at = self.find_quote(at, keep)?;
                    } else if byte == open {
                        depth += 1;
                    } else {
                        depth -= 1;
                    }
                    if depth == 0 {
                        return Ok(at);
                    }
                }
            }
        }
    }

    /// The place behind the quote that ends the string whose inside begins at `at`.
    fn find_quote(&mut self, at: usize, keep: &Keep) -> Result<usize, Fault> {
        let mut at = at;
        loop {
            at = self.reach(at, keep)?.ok_or_else(|| self.fault(Problem::Truncated))?;
            let base = self.start + at;
            match quote_or_escape(&self.buffer[base..self.end]) {
                None => at = self.end - self.start,
                Some(offset) if self.buffer[base + offset] == b'"' => return Ok(at + offset + 1),
                Some(offset) => at += offset + 2,
            }
        }
    }

    /// Numbers and words end before a comma, a bracket or white space.
    fn find_delimiter(&mut self, keep: &Keep) -> Result<usize, Fault> {
        let mut at = 0;
        loop {
            let Some(reached) = self.reach(at, keep)? else {
                return Ok(self.end - self.start);
            };
            at = reached;
            let byte = self.buffer[self.start + at];
            if matches!(byte, b',' | b'}' | b']' | b':' | b'{' | b'[' | b'"') || byte.is_ascii_whitespace() {
                if at == 0 {
                    return Err(self.fault(Problem::BrokenJson("a value expected".into())));
                }
                return Ok(at);
            }
            at += 1;
        }
    }
}

/// Keys and ids are short, texts are long: the first bytes are looked at one by one.
#[inline]
fn quote_or_escape(rest: &[u8]) -> Option<usize> {
    const SHORT: usize = 16;
    let (near, far) = rest.split_at(rest.len().min(SHORT));
    let close = near.iter().position(|byte| matches!(byte, b'"' | b'\\'));
    close.or_else(|| memchr2(b'"', b'\\', far).map(|offset| offset + near.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Gives one byte at a time, so that every place is once the end of the buffer.
    struct Drip<'a>(&'a [u8]);

    impl Read for Drip<'_> {
        fn read(&mut self, space: &mut [u8]) -> std::io::Result<usize> {
            let count = self.0.len().min(1);
            space[..count].copy_from_slice(&self.0[..count]);
            self.0 = &self.0[count..];
            Ok(count)
        }
    }

    #[test]
    fn values_are_cut_whatever_the_chunks_and_a_torn_one_is_a_fault() {
        let text = b" {\"a\": \"}\\\"{\", \"b\": [1, {}]}\n[2, \"]\"] \"x\\\\\" 17\n";
        let mut drip = Drip(text);
        let mut frames = Frames::new(&mut drip, "x.json");
        assert_eq!(frames.value(100).unwrap(), (1, &b"{\"a\": \"}\\\"{\", \"b\": [1, {}]}"[..]));
        assert_eq!(frames.value(100).unwrap(), (2, &b"[2, \"]\"]"[..]));
        assert_eq!(frames.value(100).unwrap().1, b"\"x\\\\\"");
        assert_eq!(frames.value(100).unwrap().1, b"17");
        assert_eq!(frames.peek().unwrap(), None);
        assert_eq!(frames.line(), 3);
        assert_eq!(frames.taken(), text.len() as u64);

        let mut drip = Drip(b"{\"a\": [1, 2}");
        let mut frames = Frames::new(&mut drip, "x.json");
        frames.skip().unwrap();
        for torn in [&b"{\"a\": 1"[..], b"\"abc", b"\"abc\\", b"[1, \"", b"{"] {
            let mut whole = torn;
            let fault = Frames::new(&mut whole, "x.json").skip().unwrap_err();
            assert_eq!(fault.problem, Problem::Truncated);
        }
        let mut long = &b"{\"a\": \"aaaaaaaaaaaaaaaaaaaaaaaa\"}"[..];
        let fault = Frames::new(&mut long, "x.json").value(10).unwrap_err();
        assert_eq!(fault.problem, Problem::MessageTooLong(10));
    }
}
