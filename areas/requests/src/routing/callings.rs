//! A calling and its subject are one matter by two words: whoever seeks a терапевт is answered by терапия, and for a ребёнок by a
//! детский психолог. Stems do not say so.

use routing::{Index, terms};
use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

/// The subject, whoever does it, and other words for them. Those whose stems are one already need not stand here.
const CALLINGS: [&[&str]; 16] = [
    &["терапия", "терапевт", "терапевтический", "психотерапия", "психотерапевт", "психотерапевтический"],
    &["супервизия", "супервизор", "супервизорский"],
    &["перевод", "переводчик", "переводчица"],
    &["архитектура", "архитектор"],
    &["дизайн", "дизайнер"],
    &["маркетинг", "маркетолог"],
    &["редактура", "редактор"],
    &["therapy", "therapist", "psychotherapy", "psychotherapist"],
    &["supervision", "supervisor"],
    &["psychology", "psychologist"],
    &["survey", "surveyor"],
    &["architecture", "architect"],
    &["carpentry", "carpenter"],
    &["joinery", "joiner"],
    &["plumbing", "plumber"],
    &["law", "lawyer"],
];
/// Whom something is for, and what is for them.
const MEANT_FOR: [&[&str]; 5] = [
    &["ребенок", "ребенка", "детский", "дети"],
    &["подросток", "подростка", "подростковый"],
    &["семья", "семейный"],
    &["child", "children", "kids"],
    &["teenager", "teenage", "teen", "adolescent"],
];
/// Callings that are sought for one another: an offer of the one meets a request for the other, where something else of it is
/// met as well.
const NEAR: [(&str, &str); 3] = [("терапия", "психолог"), ("therapy", "psychology"), ("therapy", "counselling")];

/// The terms of each calling by the term of any of its words, the subject first.
static KIN: LazyLock<HashMap<String, Vec<String>>> = LazyLock::new(|| {
    let groups = CALLINGS.iter().chain(&MEANT_FOR).map(|words| words.iter().flat_map(|word| terms(word)).collect::<Vec<_>>());
    groups.flat_map(|group| group.clone().into_iter().map(move |term| (term, group.clone()))).collect()
});

/// A term as texts are compared: of a calling that of its subject, of all others themselves.
pub(super) fn subject(term: String) -> String {
    KIN.get(&term).and_then(|group| group.first()).cloned().unwrap_or(term)
}

/// How rare a matter is, by whichever of its words is said most.
pub(super) fn rarity(index: &Index, term: &str) -> f64 {
    let kin = KIN.get(term).into_iter().flatten().map(|kin| index.rarity(kin));
    kin.fold(index.rarity(term), f64::min)
}

/// Subjects for which one of these is sought as well.
pub(super) fn near(subjects: &HashSet<String>) -> HashSet<String> {
    let same = |word: &str| terms(word).into_iter().map(subject).collect::<Vec<_>>();
    let both = NEAR.iter().flat_map(|(one, other)| [(one, other), (other, one)]);
    let sought = both.filter(|(one, _)| same(one).iter().any(|term| subjects.contains(term)));
    sought.flat_map(|(_, other)| same(other)).filter(|term| !subjects.contains(term)).collect()
}

/// The other word of each calling that a text names, so that past answers and profiles are found by either: the subject for whoever
/// does it, and the calling for the subject.
pub(super) fn other_words(text: &str) -> String {
    let said: HashSet<String> = terms(text).into_iter().collect();
    let stands = |word: &&str| terms(word).iter().all(|term| said.contains(term));
    let named = CALLINGS.iter().filter(|words| words.iter().any(stands));
    let other = named.flat_map(|words| words.iter().take(2).filter(|word| !stands(word)));
    other.copied().collect::<Vec<_>>().join(" ")
}

/// The same with the callings that are near to it.
pub(super) fn near_words(text: &str) -> String {
    let said: HashSet<String> = terms(text).into_iter().map(subject).collect();
    near(&said).into_iter().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_calling_and_its_subject_are_one_matter() {
        let same = |one: &str, other: &str| {
            let of = |word: &str| terms(word).into_iter().map(subject).collect::<Vec<_>>();
            of(one) == of(other)
        };
        for (one, other) in [
            ("терапевта", "терапией"),
            ("психотерапевта", "терапия"),
            ("супервизора", "супервизии"),
            ("психолога", "психологии"),
            ("бухгалтера", "бухгалтерия"),
            ("переводчика", "переводы"),
            ("therapist", "therapy"),
            ("surveyors", "surveys"),
            ("psychologist", "psychology"),
            ("accountant", "accounting"),
        ] {
            assert!(same(one, other), "{one} {other}");
        }
        for (one, other) in [("психолога", "терапия"), ("тренера", "тренинг"), ("право", "юриста"), ("surveyor", "supervisor")]
        {
            assert!(!same(one, other), "{one} {other}");
        }
        assert_eq!(other_words("Ищу семейного терапевта"), "терапия");
        assert_eq!(other_words("Семейная терапия"), "терапевт");
        assert_eq!(other_words("Ищу кабинет"), "");
        assert_eq!(near_words("Ищу терапевта"), "психолог");
    }
}
