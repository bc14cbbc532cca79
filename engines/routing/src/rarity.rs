//! How rare a word is among all that was learnt: for whoever must say whether two texts are alike, or whether a profile offers more
//! than every profile does. No score is made of it.

use crate::index::Index;
use crate::words::terms;

impl Index {
    /// What a term (as [`terms`] gives it) weighs among past answers: the rarer, the more, and most of all one that nobody used. Nothing
    /// for a term that stands everywhere.
    pub fn rarity(&self, term: &str) -> f64 {
        let known = self.lexicon.term(term);
        match known.filter(|known| self.texts.holding(*known) > 0) {
            Some(known) => self.texts.weight(known).map_or(0.0, f64::from),
            None => f64::from(self.texts.rarest()),
        }
    }

    /// In how many profiles a word stands, in any of its forms.
    pub fn profiles_with(&self, word: &str) -> usize {
        let known = terms(word).iter().filter_map(|term| self.lexicon.term(term)).map(|term| self.profiles.holding(term)).max();
        known.unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use crate::{Answer, Index, Profile};

    #[test]
    fn the_rare_weigh_more_and_what_stands_everywhere_weighs_nothing() {
        let mut index = Index::new();
        for id in 0..500 {
            let question = if id % 100 == 0 { "нагрузка сервера" } else { "сервер" };
            index.learn(&Answer { id, at: id, member: 1, asker: Some(2), question, answer: "да", tags: &[], weight: 1.0 });
        }
        let term = |word: &str| crate::terms(word).remove(0);
        assert_eq!(index.rarity(&term("серверы")), 0.0);
        assert!(index.rarity(&term("нагрузки")) > 3.0);
        assert!(index.rarity(&term("хромодинамика")) > index.rarity(&term("нагрузки")));
    }

    #[test]
    fn a_word_is_counted_once_a_profile_in_all_its_forms() {
        let mut index = Index::new();
        index.describe(1, &Profile { offers: &["Казань", "налоги"], knows: &[] });
        index.describe(2, &Profile { offers: &["живу в Казани, люблю Казань"], knows: &[] });
        assert_eq!((index.profiles_with("Казанью"), index.profiles_with("налогов"), index.profiles_with("виза")), (2, 1, 0));
        index.describe(1, &Profile::default());
        assert_eq!((index.profiles_with("Казанью"), index.profiles_with("налогов")), (1, 0));
    }
}
