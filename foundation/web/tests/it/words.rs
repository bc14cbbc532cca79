use kernel::Locale;
use web::Words;

fn read(ru: &'static str, en: &'static str) -> anyhow::Result<Words> {
    Words::read(&[("hall", &[(Locale::Ru, ru), (Locale::En, en)])])
}

#[test]
fn both_languages_say_the_same_words() {
    let words = Words::of(&[crate::house::area()]).expect("every word in both languages");
    assert!(words.keys().count() > 60 && words.knows("web-skip") && words.knows("hall-title"));
    assert!(read("hall-a = А\nhall-b = Б", "hall-a = A").is_err(), "a word in one language only");
    assert!(read("hall-a = А\nhall-a = Б", "hall-a = A").is_err(), "a word said twice");
    assert!(read("hall-a = { $n ->\n", "hall-a = A").is_err(), "a broken word");
}

#[test]
fn russian_has_three_plurals() {
    let words = Words::of(&[crate::house::area()]).expect("words");
    let say = |locale, n: i64| words.tv(locale, "hall-count", &[("n", n.into())]);
    let cases = [
        (1, "1 человек"),
        (2, "2 человека"),
        (5, "5 человек"),
        (11, "11 человек"),
        (21, "21 человек"),
        (22, "22 человека"),
        (1_001, "1\u{a0}001 человек"),
    ];
    for (n, said) in cases {
        assert_eq!(say(Locale::Ru, n), said);
    }
    assert_eq!(
        (say(Locale::En, 1), say(Locale::En, 21), say(Locale::En, 4_900)),
        ("1 person".into(), "21 people".into(), "4,900 people".into())
    );
}

#[test]
fn years_are_not_grouped_when_asked() {
    let words = read(
        "hall-a = { NUMBER($n, useGrouping: \"false\") } и { $n }",
        "hall-a = { NUMBER($n, useGrouping: \"false\") } and { $n }",
    )
    .expect("words");
    assert_eq!(words.tv(Locale::En, "hall-a", &[("n", 2024.into())]), "2024 and 2,024");
}

#[test]
fn values_are_said_as_they_are() {
    let words = read("hall-a = Привет, { $name }!", "hall-a = Hello, { $name }!").expect("words");
    assert_eq!(words.tv(Locale::En, "hall-a", &[("name", "<b>{ $x }".into())]), "Hello, <b>{ $x }!");
}
