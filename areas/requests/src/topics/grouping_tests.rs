use super::*;

/// Requests of as many askers, numbered from a start.
fn asked(start: i64, texts: &[&str]) -> Vec<Said> {
    let one = |(at, text): (usize, &&str)| {
        let id = start + i64::try_from(at).expect("few");
        Said { id: (0, id), asker: id, tags: Vec::new(), text: (*text).to_owned() }
    };
    texts.iter().enumerate().map(one).collect()
}

fn community() -> Vec<Said> {
    let mut said = asked(
        1,
        &[
            "Ищу юриста по аренде",
            "Нужен юрист: договор аренды",
            "Посоветуйте юриста, расторгаем аренду",
            "Кто знает юристов? Аренда офиса",
            "Юрист для проверки аренды",
        ],
    );
    said.extend(asked(
        11,
        &[
            "Семейный терапевт в Казани",
            "Ищем семейного терапевта подруге",
            "Нужен семейный терапевт, онлайн",
            "Посоветуйте семейного терапевта",
            "Семейного терапевта на субботу",
            "Детский терапевт нужен",
            "Терапевт, который ведёт группы",
            "Терапевт для супервизии",
            "Терапевты из Самары",
            "Телефон терапевта",
        ],
    ));
    said.extend(asked(31, &["Где купить стол", "Куда сводить гостей", "Помогите с переездом", "Фотограф на свадьбу"]));
    said
}

fn labels(groups: &[Group]) -> Vec<(&str, usize)> {
    groups.iter().map(|group| (group.label.as_str(), group.requests.len())).collect()
}

#[test]
fn topics_are_words_of_enough_requests_by_enough_people() {
    let groups = group(&community(), &[], &[]);
    assert_eq!(labels(&groups), [("Терапевт", 10), ("Аренда", 5)]);
    assert_eq!(groups[0].inside, [("семейного".to_owned(), 5)]);
    assert_eq!(groups[1].requests, [(0, 1), (0, 2), (0, 3), (0, 4), (0, 5)]);
    let mut one_asker = community();
    one_asker.iter_mut().filter(|one| one.id.1 < 10).for_each(|one| one.asker = one.id.1 % 2);
    assert_eq!(labels(&group(&one_asker, &[], &[])), [("Терапевт", 10)], "two people are no community");
    assert!(group(&community()[..4], &[], &[]).is_empty(), "four requests say nothing");
}

#[test]
fn the_order_in_which_requests_come_does_not_matter() {
    let forth = community();
    let mut back = forth.clone();
    back.reverse();
    let mut mixed = forth.clone();
    mixed.sort_by_key(|one| (one.id.1 * 7) % 19);
    let expected = group(&forth, &[], &[]);
    assert_eq!(group(&back, &[], &[]), expected);
    assert_eq!(group(&mixed, &[], &[]), expected);
}

#[test]
fn tags_name_topics_and_gather_what_has_their_words() {
    let mut said = asked(1, &["Помогите с бумагами", "Куда обратиться", "Совет нужен", "Нужен юрист", "Ищу юриста"]);
    for one in said.iter_mut().take(3) {
        one.tags = vec!["Юристы".to_owned()];
    }
    let groups = group(&said, &[], &[]);
    assert_eq!(labels(&groups), [("Юристы", 5)]);
    assert_eq!(groups[0].terms[0].0, crate::topics::words::key("юрист"));
    assert!(group(&said, &["юрист".to_owned()], &[]).is_empty(), "a word that says nothing here, as a hashtag for requests");
}

#[test]
fn words_of_all_talk_are_no_topics() {
    let said = asked(1, &["Кофе и юрист", "Юрист, кофе", "Кофе с юристом", "Юристы! Кофе", "Кофе, юрист", "Кофе после обеда"]);
    assert_eq!(labels(&group(&said, &[], &[])), [("Юрист", 6)]);
    let talk: Vec<String> = (0..900).map(|n| format!("кофе остыл слово{n} опять")).collect();
    assert_eq!(labels(&group(&said, &[], &talk)), [("Юрист", 5)]);
}

#[test]
fn what_most_have_tells_nothing() {
    let texts: Vec<String> = (0..40).map(|n| format!("Бухгалтер номер{n} {}", if n < 12 { "отчётность" } else { "" })).collect();
    let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
    assert_eq!(labels(&group(&asked(1, &texts), &[], &[])), [("Отчётность", 12)]);
}
