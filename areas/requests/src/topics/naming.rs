//! What a topic is called: a word or two in the form of dictionaries, if anybody wrote it so, in requests or in other talk. No noun
//! is put into a form that nobody wrote, but callings, which have one that cannot be missed.

use super::words::Forms;

/// What a noun may end in.
const NOUN: [&str; 29] = [
    "", "а", "я", "у", "ю", "е", "и", "ы", "о", "ь", "й", "ой", "ей", "ом", "ем", "ов", "ев", "ам", "ям", "ах", "ях", "ами", "ями",
    "ою", "ею", "ью", "ём", "ёв", "ёй",
];
/// What an adjective may end in,
const ADJECTIVE: [&str; 22] = [
    "ый", "ий", "ой", "ая", "яя", "ое", "ее", "ые", "ие", "ого", "его", "ому", "ему", "ым", "им", "ую", "юю", "ых", "их", "ыми",
    "ими", "ей",
];
/// and what hardly anything else does.
const NOTHING_ELSE: [&str; 12] = ["ый", "ая", "яя", "ое", "ые", "ого", "его", "ому", "ую", "юю", "ых", "ыми"];
/// Endings of an adjective and of a noun that name something together.
const TOGETHER: [(&[&str], &[char]); 5] = [
    (&["ая", "яя"], &['а', 'я', 'ь']),
    (&["ое", "ее"], &['о', 'е']),
    (&["ые", "ие"], &['ы', 'и', 'а', 'я']),
    (&["ый", "ий"], &['ь', 'й']),
    (&["ой"], &['ь']),
];

/// The name of a word by its own forms, and by those it has in other talk.
pub(super) fn name(own: &Forms, elsewhere: &Forms) -> Option<String> {
    let joined = joined(own, elsewhere, is_one_noun);
    joined.dictionary().map(str::to_owned).or_else(|| own.usual().map(|form| calling(form).unwrap_or_else(|| form.to_owned())))
}

/// Whether a word is named as dictionaries have it.
pub(super) fn is_sure(own: &Forms, elsewhere: &Forms) -> bool {
    joined(own, elsewhere, is_one_noun).dictionary().is_some() || own.usual().and_then(calling).is_some()
}

/// Endings of a man's calling and their bare form: of «бухгалтера» it can be but one, whether or not anybody wrote it.
const CALLINGS: [&str; 14] =
    ["изор", "ктор", "лог", "ист", "щик", "чик", "евт", "иатр", "лтер", "джер", "йнер", "льтант", "оуч", "вед"];
const CASES: [&str; 10] = ["ами", "ах", "ам", "ов", "ом", "а", "у", "е", "ы", "и"];

fn calling(form: &str) -> Option<String> {
    let bare = CASES.iter().find_map(|case| form.strip_suffix(case))?;
    (!form.contains(' ') && CALLINGS.iter().any(|calling| bare.ends_with(calling))).then(|| bare.to_owned())
}

/// The name of a pair, of which the second word is called `noun`.
pub(super) fn name_of_pair(own: &Forms, elsewhere: &Forms, noun: &str) -> Option<String> {
    let all = joined(own, elsewhere, |_, _| true);
    let met = all.met().filter(|(form, _)| names(form)).max_by_key(|(_, met)| *met).map(|(form, _)| form.to_owned());
    met.or_else(|| agreeing(own.usual()?, noun)).or_else(|| own.usual().map(str::to_owned))
}

/// «Частной практикой» by the name of its noun: of a woman's kind an adjective has but one form that it can be.
fn agreeing(pair: &str, noun: &str) -> Option<String> {
    let (adjective, second) = pair.split_once(' ')?;
    let base = ["ой", "ую", "ою"].iter().find_map(|ending| adjective.strip_suffix(ending))?;
    (second != noun && noun.ends_with(['а', 'я']) && is_one_noun(second, noun)).then(|| format!("{base}ая {noun}"))
}

/// Its own forms, and of the others those that belong to one of them.
fn joined(own: &Forms, elsewhere: &Forms, belongs: impl Fn(&str, &str) -> bool) -> Forms {
    let mut joined = own.clone();
    for (form, met) in elsewhere.met().filter(|(form, _)| own.met().any(|(mine, _)| belongs(mine, form))) {
        joined.add(form, met);
    }
    joined
}

/// Two forms of one noun: «психолога» and «психолог», and not «психологию».
fn is_one_noun(left: &str, right: &str) -> bool {
    let same = left
        .chars()
        .zip(right.chars())
        .take_while(|(left, right)| left == right)
        .map(|(letter, _)| letter.len_utf8())
        .sum::<usize>();
    NOUN.contains(&&left[same..]) && NOUN.contains(&&right[same..])
}

/// An adjective and its noun in the form of dictionaries: «частная практика».
fn names(pair: &str) -> bool {
    let Some((first, second)) = pair.split_once(' ') else { return false };
    let hard = |letter: char| letter.is_alphabetic() && !"аеёиоуыэюяьй".contains(letter);
    TOGETHER.iter().any(|(adjective, noun)| {
        adjective.iter().any(|ending| first.ends_with(ending))
            && second
                .ends_with(|letter: char| noun.contains(&letter) || (noun.contains(&'ь') && !noun.contains(&'а') && hard(letter)))
    })
}

/// A word that says of what kind something is, and not what: «корпоративной», «молодая».
pub(super) fn is_adjective(own: &Forms, elsewhere: &Forms) -> bool {
    let ends = |form: &str, endings: &[&str]| endings.iter().any(|ending| form.ends_with(ending));
    own.met().all(|(form, _)| !form.contains(' ') && ends(form, &ADJECTIVE))
        && own.met().chain(elsewhere.met()).any(|(form, _)| ends(form, &NOTHING_ELSE))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn forms(met: &[&str]) -> Forms {
        let mut forms = Forms::default();
        met.iter().for_each(|form| forms.meet(form));
        forms
    }

    fn named(own: &[&str], elsewhere: &[&str]) -> String {
        name(&forms(own), &forms(elsewhere)).unwrap_or_default()
    }

    #[test]
    fn words_are_named_as_dictionaries_have_them_if_anybody_wrote_them_so() {
        let talk = ["психолог", "психологов", "психологию", "психологией"];
        assert_eq!(named(&["психолога", "психологу"], &talk), "психолог");
        let talk = ["встреча", "встречу", "встречу", "встречу", "встречаться"];
        assert_eq!(named(&["встреч", "встрече", "встречи", "встреч"], &talk), "встреча");
        assert_eq!(named(&["договора", "договор", "договор", "договору", "договоре"], &[]), "договор");
        assert_eq!(named(&["повода", "повода"], &["повод"]), "повод");
        assert_eq!(named(&["бухгалтера", "бухгалтера", "бухгалтером"], &[]), "бухгалтер", "a calling, though nobody wrote it so");
        assert_eq!(named(&["супервизоров"], &[]), "супервизор");
        assert_eq!(named(&["повода"], &[]), "повода", "another form that nobody wrote is not made up");
        assert_eq!(named(&["клиники", "карту"], &[]), "карту");
        assert_eq!(named(&["surveyors"], &["surveyor"]), "surveyors");
    }

    #[test]
    fn pairs_are_named_where_both_words_agree() {
        let named = |own: &[&str], elsewhere: &[&str], noun| name_of_pair(&forms(own), &forms(elsewhere), noun).unwrap_or_default();
        let own = ["частной практики", "частной практики", "частную практику"];
        assert_eq!(named(&own, &["частная практика"], "практики"), "частная практика");
        assert_eq!(named(&["семейного терапевта", "семейный терапевт"], &[], ""), "семейный терапевт");
        assert_eq!(named(&own, &[], "практика"), "частная практика");
        assert_eq!(named(&["частной практикой"], &[], "практика"), "частная практика");
        assert_eq!(named(&own, &[], "практики"), "частной практики", "nobody named it");
        assert_eq!(named(&["страх лифтов"], &[], "лифт"), "страх лифтов");
    }

    #[test]
    fn what_says_only_of_what_kind_is_told_from_what_it_is_said_of() {
        assert!(is_adjective(&forms(&["корпоративной"]), &forms(&["корпоративный"])));
        assert!(is_adjective(&forms(&["молодая", "молодой"]), &forms(&[])));
        assert!(!is_adjective(&forms(&["арендой"]), &forms(&["аренда", "аренды"])));
        assert!(!is_adjective(&forms(&["обучение"]), &forms(&["обучением"])));
        assert!(!is_adjective(&forms(&["частной практики"]), &forms(&[])));
    }
}
