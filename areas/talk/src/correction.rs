//! A mistake in one's own words may be mended for a while. Later others have answered what stood there.

use crate::history::excerpt;
use crate::policy::{Editable, Writer};
use crate::wording::Wording;
use crate::{deeds, extras};
use kernel::{MICROS_PER_SECOND, Micros, Result};
use store::{Deed, Scope, args, statement};

/// How long after writing words may be mended: one hour.
pub const WINDOW: Micros = 3_600 * MICROS_PER_SECOND;

statement!(
    CORRECT = "update talk_messages set text = $3, html = $4, extras = $5, question = $6, edited_at = $7 where community_id = $1 and id = $2"
);
statement!(CORRECT_THREAD = "update talk_threads set excerpt = $3, question = $4 where community_id = $1 and id = $2");

/// Whether words written at one moment may still be mended at another.
pub fn is_open(written_at: Micros, now: Micros) -> bool {
    now - written_at <= WINDOW
}

/// Puts other words in the place of what was written. Says so by a mark and a deed, unless nothing changed.
pub async fn correct(scope: &mut Scope, message: &Editable, writer: Writer, wording: &Wording, channel: &str) -> Result<()> {
    let same = message.text == wording.plain() && message.extras.source.as_deref() == wording.source();
    if same {
        return Ok(());
    }
    let now = scope.now();
    let extras = extras::of_source(wording.source());
    scope.run(&CORRECT, args![message.id, wording.plain(), wording.html(), extras, wording.asks(), now]).await?;
    if message.is_root() {
        scope.run(&CORRECT_THREAD, args![message.id, excerpt(wording.plain()), wording.asks()]).await?;
    }
    let (object, audience) = (message.id, message.audience);
    let actor = Some(writer.identity);
    let deed = Deed {
        kind: deeds::EDITED,
        at: now,
        actor,
        object_kind: deeds::OBJECT,
        object,
        audience,
        channel,
        amount: 0,
        parties: &[],
    };
    scope.deed(deed).await.map(|_| ())
}
