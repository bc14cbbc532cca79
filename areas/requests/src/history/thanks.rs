//! How surely a word of thanks confirms that an answer helped.

use super::asking::words;

const THANKS: [&str; 13] = [
    "спасибо",
    "спс",
    "спасиб",
    "благодар",
    "помогло",
    "помог",
    "выручил",
    "сработало",
    "заработало",
    "получилось",
    "thank",
    "thanks",
    "helped",
];
/// «Не помогло», "did not help".
const NOT: [&str; 4] = ["не", "not", "didn", "doesn"];

/// The asker answered this answer with thanks.
pub const TO_ANSWER: f64 = 0.9;
/// The asker thanked soon after, without saying whom.
pub const SOON_AFTER: f64 = 0.6;
/// Somebody reacted to the answer with approval.
pub const REACTION: f64 = 0.5;
/// Answered, and nobody said whether it helped.
pub const ANSWERED: f64 = 0.3;

const APPROVING: [&str; 8] = ["👍", "❤", "❤️", "🔥", "👏", "🙏", "💯", "🤝"];

/// Whether a text says thanks, or that it worked.
pub fn thanks(text: &str) -> bool {
    let words = words(text);
    let says = |(place, word): (usize, &String)| {
        THANKS.iter().any(|stem| word.starts_with(stem)) && !(place > 0 && NOT.contains(&words[place - 1].as_str()))
    };
    words.iter().enumerate().any(says)
}

/// Whether a reaction approves.
pub fn approves(reaction: &str) -> bool {
    APPROVING.contains(&reaction)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thanks_are_heard_and_refusals_are_not() {
        for text in ["Спасибо большое!", "О, заработало", "thanks a lot", "Помогло, благодарю"]
        {
            assert!(thanks(text), "{text}");
        }
        for text in ["не помогло", "А что за версия?", "it did not help... not helped"] {
            assert!(!thanks(text), "{text}");
        }
        assert!(approves("👍") && !approves("👎"));
    }
}
