//! Words behind a spoiler: a search finds them, as in Telegram, and no excerpt shows them. The text of a message has a mark in
//! their place; they stand in its HTML alone.

const BEGINNING: &str = "<label class=\"spoiler\">";
const END: &str = "</label>";

/// The hidden words of a message's HTML, as far as a search needs them.
pub(super) fn words(html: &str) -> String {
    let mut words = String::new();
    for piece in html.split(BEGINNING).skip(1) {
        let hidden = piece.split_once(END).map_or(piece, |(hidden, _)| hidden);
        if !words.is_empty() {
            words.push(' ');
        }
        plain(hidden, &mut words);
    }
    words
}

/// Leaves tags out; of the escaped marks only those that stand inside words matter.
fn plain(html: &str, words: &mut String) {
    for (number, piece) in html.split('<').enumerate() {
        let text = if number == 0 { piece } else { piece.split_once('>').map_or("", |(_, text)| text) };
        words.push_str(
            &text.replace("&#39;", "'").replace("&amp;", "&").replace("&quot;", "\"").replace("&lt;", " ").replace("&gt;", " "),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_hidden_is_read() {
        let html = "<p>Убийца — <label class=\"spoiler\"><input type=\"checkbox\"><span>садо<strong>вник</strong> O&#39;Neil</span></label>, \
                    и <em>точка</em> <label class=\"spoiler\"><span>Лев</span></label></p>";
        assert_eq!(words(html), "садовник O'Neil Лев");
        assert_eq!(words("<p>Ничего <strong>скрытого</strong></p>"), "");
    }
}
