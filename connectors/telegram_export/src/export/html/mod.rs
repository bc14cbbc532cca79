//! The HTML form: pages `messages.html`, `messages2.html`, ... in one folder or in monthly folders.

mod convert;
mod draft;
mod entity;
mod page;
mod scan;
mod service;
mod text;

use std::borrow::Cow;
use std::io::Read;
use std::ops::ControlFlow;

pub(crate) use convert::Converter;

use super::fault::{Fault, Place, Problem};
use super::item::Item;
use super::limits::Limits;
use super::source::{Guard, reading_fault};
use super::warning::{Notice, Warnings};

/// The bytes of a page, bounded.
pub(crate) fn load(file: &str, guard: &mut Guard<'_>, limits: &Limits, into: &mut Vec<u8>) -> Result<(), Fault> {
    into.clear();
    let most = limits.max_page_bytes as u64;
    guard.take(most + 1).read_to_end(into).map_err(|error| reading_fault(file, &error))?;
    if into.len() as u64 > most {
        return Err(Fault::whole(file, Problem::PageTooLong(most)));
    }
    Ok(())
}

/// The title over a page, and whether the page is one of messages at all.
pub(crate) fn title(bytes: &[u8]) -> (String, bool) {
    let page = text(bytes);
    let facts = page::read(&page, |_| false);
    let title = draft::squeezed(&facts.title);
    let known = facts.entries > 0 || !title.is_empty();
    (title, known)
}

/// Bytes that are not UTF-8 and may still be the trace of an accident.
const FEW: usize = 8;

/// Whether most of what is not plain Latin is no UTF-8: then the words are lost, not damaged.
fn is_other_encoding(bytes: &[u8], read: &str) -> bool {
    let lost = read.matches(char::REPLACEMENT_CHARACTER).count();
    lost > FEW && lost * 2 > bytes.iter().filter(|byte| !byte.is_ascii()).count()
}

fn text(bytes: &[u8]) -> Cow<'_, str> {
    simdutf8::basic::from_utf8(bytes).map_or_else(|_| String::from_utf8_lossy(bytes), Cow::Borrowed)
}

/// Takes an entry of the history, with the warnings of the pass at hand.
pub(crate) type Each<'e> = &'e mut dyn FnMut(Item, &mut Warnings) -> Result<ControlFlow<()>, Fault>;

/// Gives the messages of a page to `each`; returns the addresses of its neighbours.
pub(crate) fn read_page(
    file: &str,
    bytes: &[u8],
    converter: &mut Converter<'_>,
    warnings: &mut Warnings,
    each: Each<'_>,
    faults: &mut dyn FnMut(Fault) -> Result<(), Fault>,
) -> Result<(ControlFlow<()>, Vec<String>), Fault> {
    let page = text(bytes);
    if let Cow::Owned(_) = page {
        if is_other_encoding(bytes, &page) {
            faults(Fault::whole(file, Problem::NotUtf8))?;
            return Ok((ControlFlow::Continue(()), Vec::new()));
        }
        warnings.add(file, Place::Whole, Notice::Mended);
    }
    converter.begin_page(&page);
    let (mut flow, mut last) = (Ok(ControlFlow::Continue(())), None);
    let facts = page::read(&page, |draft| {
        let mut here = convert::Here { file, page: &page, warnings: &mut *warnings };
        flow = match converter.convert(draft, &mut here) {
            Ok(Some(item)) => {
                last = Some(item.number());
                each(item, &mut *warnings)
            }
            Ok(None) => Ok(ControlFlow::Continue(())),
            Err(fault) => faults(fault).map(|()| ControlFlow::Continue(())),
        };
        matches!(flow, Ok(ControlFlow::Continue(())))
    });
    let flow = flow?;
    if facts.torn && flow.is_continue() {
        faults(Fault::whole(file, Problem::PageTorn(last)))?;
    }
    Ok((flow, facts.links))
}
