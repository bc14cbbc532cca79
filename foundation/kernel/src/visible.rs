//! Names as they may be shown. Marks that turn the direction of a line, and characters that nobody sees, let one name
//! pass for another or for nothing; they are left out at every door.

/// One line without what cannot be seen: white space becomes single spaces; controls, marks of direction and characters
/// without width are dropped. The joiner of emoji stays where it joins two. Empty if nothing can be seen.
pub fn visible(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        let begin = line.len();
        if begin > 0 {
            line.push(' ');
        }
        if !add_word(&mut line, word) {
            line.truncate(begin);
        }
    }
    line
}

/// True if anything of the word can be seen.
fn add_word(line: &mut String, word: &str) -> bool {
    let mut last = None;
    let mut letters = word.chars().peekable();
    while let Some(letter) = letters.next() {
        let stays = match letter {
            JOINER => last.is_some_and(is_emoji) && letters.peek().copied().is_some_and(is_emoji),
            // A variation belongs to the sign before it.
            '\u{fe00}'..='\u{fe0f}' => last.is_some(),
            // The flags of regions are spelled after a black flag.
            '\u{e0020}'..='\u{e007f}' => last.is_some_and(|last| last == BLACK_FLAG || ('\u{e0020}'..='\u{e007f}').contains(&last)),
            _ => !is_unseen(letter),
        };
        if stays {
            line.push(letter);
            last = Some(letter);
        }
    }
    last.is_some()
}

const JOINER: char = '\u{200d}';
const BLACK_FLAG: char = '\u{1f3f4}';

fn is_emoji(letter: char) -> bool {
    matches!(letter, '\u{1f000}'..='\u{1faff}' | '\u{2190}'..='\u{2bff}' | '\u{3030}' | '\u{303d}' | '\u{3297}' | '\u{3299}' | '\u{a9}' | '\u{ae}' | '\u{fe0f}')
}

/// Controls, marks of direction, and what Unicode lets programs pass over (`Default_Ignorable_Code_Point`), with the
/// empty cell of Braille.
fn is_unseen(letter: char) -> bool {
    letter.is_control()
        || matches!(
            letter,
            '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180b}'..='\u{180f}'
        )
        || matches!(letter, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{2800}' | '\u{3164}')
        || matches!(letter, '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fffb}' | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}')
        || matches!(letter, '\u{e0000}'..='\u{e0fff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_seen_is_left_out() {
        assert_eq!(visible("  Анна \u{202e}ниредоС\u{202c}\t\u{a0}Печкина\u{200b} "), "Анна ниредоС Печкина");
        assert_eq!(visible("А\u{200d}н\u{2060}на\u{ad}\u{200e}"), "Анна");
        assert_eq!(visible("Анна \u{200b}\u{fe0f} Лев"), "Анна Лев");
        for nothing in ["", " \n ", "\u{200b}\u{2066}", "\u{3164}", "\u{2800} \u{feff}", "\u{200d}", "\u{e0067}"] {
            assert_eq!(visible(nothing), "", "{nothing:?}");
        }
    }

    #[test]
    fn emoji_stay_whole() {
        for whole in
            ["Лена 👩\u{200d}💻", "❤\u{fe0f}\u{200d}🔥", "👩🏽\u{200d}⚕\u{fe0f} Ира", "🏴\u{e0067}\u{e0062}\u{e007f}", "Ёж ☀\u{fe0f}"]
        {
            assert_eq!(visible(whole), whole);
        }
        assert_eq!(visible("👩\u{200d} 💻\u{200d}а"), "👩 💻а");
    }
}
