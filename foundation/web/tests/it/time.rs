use crate::house::{NOON, house};
use chrono_tz::{Europe::Moscow, Tz};
use kernel::Locale;
use web::Words;
use web::calendar::{Calendar, midnight, month_bounds};

const MINUTE: i64 = 60_000_000;
const HOUR: i64 = 60 * MINUTE;
const DAY: i64 = 24 * HOUR;

fn words() -> Words {
    Words::of(&[]).expect("words")
}

fn plain(text: String) -> String {
    web::unbind(&text)
}

#[test]
fn dates_are_said_as_people_say_them() {
    let words = words();
    let ru = Calendar { words: &words, locale: Locale::Ru, zone: Moscow, now: NOON };
    let en = Calendar { locale: Locale::En, ..ru };
    assert_eq!((plain(ru.date(NOON)).as_str(), plain(en.date(NOON)).as_str()), ("четверг, 19 ноября", "Thursday, 19 November"));
    assert_eq!(plain(ru.date(NOON - 1_000 * DAY)), "23 февраля 2024");
    assert_eq!(
        (plain(ru.date_time(NOON - DAY)), plain(en.date_time(NOON - DAY))),
        ("вчера, 12:00".into(), "yesterday, 12:00".into())
    );
    assert_eq!(plain(ru.date_time(NOON - 2 * HOUR - 20 * MINUTE)), "сегодня, 9:40");
    assert_eq!(plain(ru.date_time(NOON + DAY)), "завтра, 12:00");
    assert_eq!(plain(ru.date_time(NOON - 38 * DAY)), "12 октября, 12:00");
    assert_eq!(ru.hours(NOON, NOON + 90 * MINUTE), "12:00–13:30");
    assert_eq!(plain(ru.days(NOON - 7 * DAY, NOON)), "12–19 ноября");
    assert_eq!(plain(ru.days(NOON, NOON + 13 * DAY)), "19 ноября – 2 декабря");
    assert_eq!((ru.month("2024-03"), en.month("2024-03"), ru.month("x")), ("март 2024".into(), "March 2024".into(), "x".into()));
    assert_eq!((ru.weekday_short(4), ru.machine(NOON)), ("чт".into(), "2026-11-19T12:00:00+03:00".into()));
}

#[test]
fn days_turn_at_the_communitys_midnight() {
    let words = words();
    let at_midnight = NOON - 12 * HOUR;
    let ru = Calendar { words: &words, locale: Locale::Ru, zone: Moscow, now: at_midnight };
    assert_eq!(plain(ru.date_time(at_midnight - 1)), "вчера, 23:59");
    assert_eq!(plain(ru.date_time(at_midnight)), "сегодня, 0:00");
    let tokyo = Calendar { zone: "Asia/Tokyo".parse::<Tz>().expect("a zone"), ..ru };
    assert_eq!(plain(tokyo.date_time(at_midnight - 1)), "сегодня, 5:59");
    // The last second of a year, and the first.
    let new_year = NOON + 42 * DAY + 12 * HOUR;
    let after = Calendar { now: new_year, ..ru };
    assert_eq!((plain(after.day(new_year)), plain(after.day(new_year - 1))), ("1 января".into(), "31 декабря 2026".into()));
}

#[test]
fn the_near_past_is_told_by_minutes() {
    let words = words();
    let ru = Calendar { words: &words, locale: Locale::Ru, zone: Moscow, now: NOON };
    let cases = [
        (30_000_000, "только что"),
        (MINUTE, "1 минуту назад"),
        (2 * MINUTE, "2 минуты назад"),
        (5 * MINUTE, "5 минут назад"),
        (21 * MINUTE, "21 минуту назад"),
        (HOUR - 1, "59 минут назад"),
        (HOUR, "сегодня, 11:00"),
        (DAY, "вчера, 12:00"),
        (3 * DAY, "16 ноября"),
        (-130 * MINUTE, "через 2 ч 10 мин"),
        (-3 * DAY, "22 ноября, 12:00"),
    ];
    for (passed, said) in cases {
        assert_eq!(plain(ru.ago(NOON - passed)), said, "{passed}");
    }
    assert_eq!(
        (plain(ru.length(4 * MINUTE)), plain(ru.length(3 * HOUR)), ru.length(10)),
        ("4 мин".into(), "3 ч".into(), "меньше минуты".into())
    );
    let en = Calendar { locale: Locale::En, ..ru };
    for (length, said, in_english) in [
        (47 * HOUR + 59 * MINUTE, "47 ч 59 мин", "47 h 59 min"),
        (50 * HOUR + 5 * MINUTE, "2 дня 2 ч", "2 days 2 h"),
        (5 * DAY + 30 * MINUTE, "5 дней", "5 days"),
        (21 * DAY + 7 * HOUR, "21 день", "21 days"),
    ] {
        assert_eq!((plain(ru.length(length)).as_str(), plain(en.length(length)).as_str()), (said, in_english));
    }
}

#[test]
fn months_have_bounds_in_their_zone() {
    let (from, to) = month_bounds(Moscow, "2026-11").expect("a month");
    assert_eq!((from, to - from), (NOON - 12 * HOUR - 18 * DAY, 30 * DAY));
    assert_eq!(month_bounds(Moscow, "2026-13"), None);
    assert_eq!(month_bounds(Moscow, "../etc"), None);
    // Clocks in Beirut jumped from 0:00 to 1:00 on this day: it began at 1:00.
    let beirut: Tz = "Asia/Beirut".parse().expect("a zone");
    let day = chrono::NaiveDate::from_ymd_opt(2022, 3, 27).expect("a day");
    assert_eq!(midnight(beirut, day), 1_648_332_000_000_000);
}

#[tokio::test]
async fn pages_speak_by_the_communitys_clock() {
    let house = house().await;
    let page = house.get("/hall", "member").await.text();
    assert!(page.contains("<time datetime=\"2026-11-19T11:00:00+03:00\">сегодня, 11:00</time>"), "{page}");
    assert!(page.contains("12\u{a0}345 2,5\u{a0}%") && page.contains("aria-label=\"7\u{a0}дел\""), "{page}");
}
