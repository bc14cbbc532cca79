use search::Index;

use crate::{find, index_of, query};

#[test]
fn russian_forms_find_one_another() {
    let index = index_of(&["Посоветуйте книгу", "Хорошие книги стоят дорого", "Ищу психолога", "Книжный клуб в среду"]);
    assert_eq!(find(&index, "книга"), [2, 1]);
    assert_eq!(find(&index, "КНИГАМИ"), [2, 1]);
    assert_eq!(find(&index, "психологам"), [3]);
    assert!(find(&index, "психиатр").is_empty());
}

#[test]
fn the_letter_yo_is_the_letter_ye() {
    let index = index_of(&["Ребёнок плачет", "ребенку пять лет", "Еще раз"]);
    assert_eq!(find(&index, "ребенок"), [1]);
    assert_eq!(find(&index, "РЕБЁНКА"), [2]);
    assert_eq!(find(&index, "ещё"), [3]);
}

#[test]
fn english_forms_find_one_another() {
    let index = index_of(&["The client's invoice was late", "Invoicing clients monthly", "Beam calculation"]);
    assert_eq!(find(&index, "client"), [2, 1]);
    assert_eq!(find(&index, "invoices client"), [2, 1]);
    assert_eq!(find(&index, "calculations"), [3]);
    assert!(find(&index, "column").is_empty());
}

#[test]
fn all_words_are_required_but_the_common_ones() {
    let index = index_of(&["Кабинет в центре", "Кабинет на окраине", "Центр города"]);
    assert_eq!(find(&index, "кабинет центр"), [1]);
    assert_eq!(find(&index, "кабинет около в на"), Vec::<i64>::new());
    assert_eq!(find(&index, "как кабинет и в"), [2, 1]);
    // Alone even a common word is taken at its word.
    assert_eq!(find(&index, "на"), [2]);
}

#[test]
fn phrases_stand_side_by_side() {
    let index = index_of(&["Семейная терапия помогает", "Терапия семейная", "семейной терапии учат долго", "семья и терапия"]);
    assert_eq!(find(&index, "«семейная терапия»"), [3, 1]);
    assert_eq!(find(&index, "\"терапия семейная\""), [2]);
    assert_eq!(find(&index, "семейная терапия"), [3, 2, 1]);
    let index = index_of(&["веб-дизайн", "дизайн для веба"]);
    assert_eq!(find(&index, "веб-дизайн"), [1]);
}

#[test]
fn a_minus_excludes() {
    let index = index_of(&["Супервизия онлайн", "Супервизия очно", "супервизии очно и онлайн"]);
    assert_eq!(find(&index, "супервизия -онлайн"), [2]);
    assert_eq!(find(&index, "супервизия -\"очно и онлайн\""), [2, 1]);
    assert!(find(&index, "-онлайн").is_empty());
}

#[test]
fn the_last_word_may_be_a_beginning() {
    let index = index_of(&["Супервизор отвечает", "Суп на обед", "Суперский день"]);
    assert_eq!(find(&index, "супер"), [3, 1]);
    assert_eq!(find(&index, "день супер"), [3]);
    assert!(find(&index, "супер день").is_empty());
    assert_eq!(find(&index, "\"супер\""), Vec::<i64>::new());
    assert!(find(&index, "су").is_empty());
}

#[test]
fn no_words_find_nothing() {
    let index = index_of(&["🙂 привет", "!!!"]);
    for nothing in ["", "   ", "🙂", "...", "\"\"", "«»", "- -", "-привет"] {
        let found = index.search(&query(nothing)).unwrap();
        assert_eq!((found.total, found.hits.len()), (0, 0), "{nothing:?}");
    }
    assert_eq!(find(&index, "🙂 привет"), [1]);
}

#[test]
fn a_slip_is_put_right_where_that_helps() {
    let index = index_of(&["Супервизия по пятницам", "Аренда кабинета"]);
    let found = index.search(&query("супирвизия")).unwrap();
    assert_eq!(found.corrected.as_deref(), Some("супервизия"));
    assert_eq!(found.hits[0].id, 1);
    assert_eq!(found.hits[0].snippet[0], ("Супервизия".to_owned(), true));
    let exact = index.search(&query("супервизия")).unwrap();
    assert_eq!(exact.corrected, None);
    assert_eq!(index.search(&query("трактор")).unwrap(), search::Found::default());
}

#[test]
fn snippets_mark_the_forms() {
    let index = index_of(&["У меня вопрос о супервизии: кто ведёт группы?"]);
    let found = index.search(&query("вопросы группа")).unwrap();
    let marked: Vec<&str> = found.hits[0].snippet.iter().filter(|(_, found)| *found).map(|(piece, _)| piece.as_str()).collect();
    assert_eq!(marked, ["вопрос", "группы"]);
    let whole: String = found.hits[0].snippet.iter().map(|(piece, _)| piece.as_str()).collect();
    assert_eq!(whole, "У меня вопрос о супервизии: кто ведёт группы?");
}

#[test]
fn an_empty_index_answers() {
    let index = Index::in_memory().unwrap();
    assert!(index.is_empty());
    assert!(find(&index, "вопрос").is_empty());
    assert_eq!(index.cursor(1), 0);
}
