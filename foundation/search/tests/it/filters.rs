use search::{Document, Kind, Query};

use crate::{COMMUNITY, find, ids, index, index_of, message, query};

#[test]
fn persons_and_periods_narrow() {
    let by = |id, person, at| Document { person, at, ..message(id, "вопрос о деньгах") };
    let index = index(&[by(1, 10, 100), by(2, 11, 200), by(3, 12, 300), by(4, 10, 400)]);
    let ask = |change: &dyn Fn(&mut Query)| {
        let mut asked = query("вопросы");
        change(&mut asked);
        ids(&index.search(&asked).unwrap())
    };
    assert_eq!(ask(&|_| {}), [4, 3, 2, 1]);
    assert_eq!(ask(&|asked| asked.person = Some(vec![10])), [4, 1]);
    assert_eq!(ask(&|asked| asked.person = Some(vec![10, 12, 99])), [4, 3, 1]);
    assert_eq!(ask(&|asked| asked.person = Some(vec![])), Vec::<i64>::new());
    assert_eq!(ask(&|asked| asked.from = Some(200)), [4, 3, 2]);
    assert_eq!(ask(&|asked| asked.until = Some(300)), [2, 1]);
    assert_eq!(ask(&|asked| (asked.from, asked.until) = (Some(200), Some(201))), [2]);
}

#[test]
fn kinds_are_apart() {
    let person = Document {
        kind: Kind::Person, title: "Нина Абрамова".into(), ..message(1, "супервизор, Петербург")
    };
    let index = index(&[person, message(1, "Нина Абрамова ведёт группу")]);
    let people = Query { kind: Kind::Person, ..query("абрамовой") };
    assert_eq!(index.search(&people).unwrap().total, 1);
    assert_eq!(index.search(&Query { words: "супервизоры".into(), ..people.clone() }).unwrap().total, 1);
    assert!(find(&index, "супервизор").is_empty());
    assert_eq!(find(&index, "абрамова"), [1]);
}

#[test]
fn a_closed_circle_leaks_nothing() {
    let closed = |id, text| Document { audience: 5, ..message(id, text) };
    let index = index(&[message(1, "Обсуждаем расписание"), closed(2, "Обсуждаем увольнение"), message(3, "увольнения нет")]);
    let ask = |words: &str, audiences: &[i64]| index.search(&Query { audiences: audiences.to_vec(), ..query(words) }).unwrap();
    assert_eq!(ids(&ask("обсуждаем", &[0])), [1]);
    assert_eq!(ids(&ask("обсуждаем", &[5, 0])), [2, 1]);
    assert_eq!(ids(&ask("обсуждаем", &[5])), [2]);
    assert_eq!(ask("обсуждаем", &[0]).total, 1);
    assert_eq!(ask("обсуждаем", &[]).total, 0);
    // Neither a correction nor the lack of one tells what the circle speaks of.
    assert_eq!(ask("увольниние", &[0]).corrected.as_deref(), Some("увольнения"));
    assert_eq!(ask("увольнение обсуждаем", &[0]).total, 0);
}

#[test]
fn corrections_come_from_what_is_visible() {
    let closed = Document { audience: 5, ..message(1, "Сокращение штата") };
    let index = index(&[closed]);
    let open = index.search(&query("сокрощение")).unwrap();
    assert_eq!((open.total, open.corrected), (0, None));
    let inside = index.search(&Query { audiences: vec![0, 5], ..query("сокрощение") }).unwrap();
    assert_eq!(inside.corrected.as_deref(), Some("сокращение"));
}

#[test]
fn communities_do_not_meet() {
    let other = |community, text: &str| Document { community, ..message(1, text) };
    let index = index(&[message(1, "общее дело"), other(17, "общее чужое"), other(-7, "общее тайное"), other(0x77, "общее")]);
    assert_eq!(find(&index, "общее"), [1]);
    assert!(find(&index, "чужое").is_empty());
    assert_eq!(index.search(&query("тайноее")).unwrap().corrected, None);
    for community in [17, -7, 0x77] {
        assert_eq!(index.search(&Query { community, ..query("общ") }).unwrap().total, 1);
    }
    assert_eq!(index.search(&Query { community: 8, ..query("общее") }).unwrap().total, 0);
}

#[test]
fn documents_are_replaced_and_removed() {
    let index = index_of(&["первое слово", "второе слово", "третье слово"]);
    let circle = |id| Document { audience: 9, ..message(id, "слово круга") };
    let neighbour = Document { community: 8, ..circle(1) };
    let mut writer = index.writer().unwrap();
    writer.put(&message(1, "исправленное слово")).unwrap();
    writer.put(&message(1, "исправленное дважды слово")).unwrap();
    writer.remove(COMMUNITY, Kind::Message, 2);
    writer.remove(COMMUNITY, Kind::Person, 3);
    for document in [circle(4), circle(5), neighbour] {
        writer.put(&document).unwrap();
    }
    assert_eq!(find(&index, "слово"), [3, 2, 1], "nothing is seen before the commit");
    writer.commit(&[]).unwrap();
    assert_eq!(find(&index, "слово"), [3, 1]);
    assert_eq!(find(&index, "исправленного"), [1]);
    assert!(find(&index, "первое").is_empty());

    let all = |community| index.search(&Query { community, audiences: vec![0, 9], ..query("слово") }).unwrap().total;
    assert_eq!((all(COMMUNITY), all(8)), (4, 1));
    writer.remove_audience(COMMUNITY, 9);
    writer.commit(&[]).unwrap();
    assert_eq!((all(COMMUNITY), all(8)), (2, 1));
    writer.remove_community(COMMUNITY);
    writer.commit(&[(8, 40)]).unwrap();
    assert_eq!((all(COMMUNITY), all(8)), (0, 1));
    assert_eq!((index.cursor(COMMUNITY), index.cursor(8)), (0, 40));
}
