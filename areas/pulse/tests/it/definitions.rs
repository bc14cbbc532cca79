//! Each figure at the edge of its definition, on small histories made by hand.

use crate::town::{TODAY, Town, on};
use kernel::{AudienceId, MICROS_PER_DAY, MICROS_PER_SECOND};
use pulse::figures::Figures;
use pulse::sight::Sight;
use pulse::team::Post;
use store::{args, statement};
use talk::history::{Incoming, ServiceDeed};

const EVERYONE: AudienceId = AudienceId::EVERYONE;

statement!(
    STATES = "select s.person_id, s.state, s.state_before, s.active, s.left_day from pulse_standings s \
     where s.community_id = $1 and s.day = $2 order by s.person_id"
);

/// A name that says what it is about, the days ago on which they wrote, their states today and 28 days before, active or not.
type Life = (&'static str, &'static [i64], &'static str, Option<&'static str>, bool);

#[tokio::test]
async fn states_change_on_the_28th_and_the_180th_day() {
    let mut town = Town::new().await;
    let today = on(TODAY);
    let lives: [Life; 9] = [
        ("came 27 days ago", &[27], "new", None, true),
        ("came 28 days ago", &[28], "passive", Some("new"), false),
        ("came 28 days ago and wrote since", &[28, 3], "active", Some("new"), true),
        ("28 silent days", &[60, 56, 27], "returning", Some("passive"), true),
        ("27 silent days", &[60, 55, 27], "active", Some("active"), true),
        ("silent from the 28th day", &[100, 28], "passive", Some("returning"), false),
        ("silent for 179 days", &[179], "passive", Some("passive"), false),
        ("silent for 180 days", &[180], "gone", Some("passive"), false),
        ("gone and back", &[230, 2], "returning", Some("gone"), true),
    ];
    let mut expected = Vec::new();
    for (name, days, state, before, active) in lives {
        let person = town.person(name).await;
        for back in days {
            town.says(person, today - back).await;
        }
        let member = town.member_of(person).await.expect("a member").0;
        let place = |code: &str| pulse::person::State::parse(code).expect("a state").place() as i64;
        expected.push((member, place(state), before.map(place), active, None::<i64>));
    }
    let figures = town.figures(today).await;
    assert_eq!(town.rows::<(i64, i64, Option<i64>, bool, Option<i64>)>(&STATES, args![today]).await, expected);
    let size = &figures.size;
    assert_eq!((size.members, size.active, size.new, size.gone, size.left, size.back), (8, 5, 1, 1, 0, 1));
    assert_eq!((size.members_before, size.active_before), (7, 4), "of 8 who had come, one was gone");
    assert_eq!(figures.transitions[0], [0, 1, 1, 0, 0], "the two who were new 28 days ago");
    assert_eq!(figures.transitions[4], [0, 0, 0, 1, 0], "who was gone returned");
    assert_eq!(figures.transitions.iter().flatten().sum::<i64>(), 8, "rows sum to those who had come by then");
    assert_eq!(size.churn(), Some(1.0 / 7.0));
    assert_eq!(size.messages, 5, "in 28 days");
    town.healthy().await;
}

#[tokio::test]
async fn comings_and_goings_are_those_the_chat_told_of() {
    let mut town = Town::new().await;
    let today = on(TODAY);
    let [reader, left, removed, back, wrote] = town.people(["Читатель", "Ушла", "Удалён", "Вернулась", "Написал"]).await;
    town.moves("chat.joined", reader, today - 10, EVERYONE).await;
    for person in [left, removed, back, wrote] {
        town.says(person, today - 50).await;
    }
    town.moves("chat.left", left, today - 5, EVERYONE).await;
    for (kind, day) in [("chat.removed", today - 40), ("chat.invited", today - 200)] {
        let service = Some(ServiceDeed { kind, parties: vec![removed] });
        let line =
            Incoming { number: town.number(), at: crate::town::at(day, 9), author: Some(reader), service, ..Incoming::default() };
        town.bring(EVERYONE, vec![line]).await;
    }
    town.moves("chat.left", back, today - 40, EVERYONE).await;
    town.moves("chat.joined", back, today - 7, EVERYONE).await;
    town.moves("chat.left", wrote, today - 40, EVERYONE).await;
    town.says(wrote, today - 39).await;
    let figures = town.figures(today).await;
    let rows = town.rows::<(i64, i64, Option<i64>, bool, Option<i64>)>(&STATES, args![today]).await;
    let codes: Vec<(&str, Option<i64>)> =
        rows.iter().map(|row| (pulse::person::State::ALL[row.1 as usize].code(), row.4.map(|left| today - left))).collect();
    let expected = [("new", None), ("gone", Some(5)), ("gone", Some(40)), ("passive", None), ("passive", None)];
    assert_eq!(codes, expected, "who wrote after leaving had come back");
    assert_eq!((figures.size.members, figures.size.new, figures.size.gone, figures.size.left), (3, 1, 1, 1));
    assert_eq!(figures.size.back, 1, "who was away 28 days ago and came back");
    assert_eq!(figures.first_day, Some(today - 200), "the earliest sign of anybody, an invitation too");
}

fn close(found: Option<f64>, expected: f64) -> bool {
    found.is_some_and(|found| (found - expected).abs() < 1e-12)
}

#[tokio::test]
async fn a_tie_is_answers_both_ways_within_90_days() {
    let mut town = Town::new().await;
    let today = on(TODAY);
    let [nina, vera, petr, oleg, anna] = town.people(["Нина", "Вера", "Пётр", "Олег", "Анна"]).await;
    town.tie((nina, today - 89), (vera, today - 45)).await;
    town.tie((petr, today - 90), (oleg, today)).await;
    let alone = town.says(anna, today).await;
    town.answers(anna, alone, today).await;
    let figures = town.figures(today).await;
    let ties = &figures.ties;
    assert_eq!((ties.pairs, ties.all, ties.horizontal, ties.interactions), (2, 1, 1, 3), "Peter's answer is 90 days old");
    let halved = 2f64.powf(-89.0 / 45.0) + 0.5;
    assert!(close(ties.median_depth, halved), "{:?}", ties.median_depth);
    assert_eq!(ties.depths, [1, 0, 0]);
    assert_eq!((ties.tied, ties.parts, ties.largest, ties.core_max, ties.in_2core), (2, 1, 2, 1, 0));
    assert_eq!(ties.reciprocity(), Some(0.5));
    assert_eq!(ties.lonely, 2, "Oleg and Anna are active and tied to nobody; an answer to oneself ties nobody");
    let before = town.figures(today - 1).await;
    assert_eq!((before.ties.pairs, before.ties.all), (2, 1), "Peter's answer of 89 days ago still stands alone");
    // Who is gone holds no tie.
    town.moves("chat.left", vera, today, EVERYONE).await;
    assert_eq!(town.figures(today).await.ties.all, 0);
    assert_eq!(town.figures(today - 1).await.ties.all, 1, "the day before is as it was");
    assert_eq!(figures.newcomers.count, 5);
    assert_eq!(figures.newcomers.reached, [2, 0, 0], "Peter and Oleg's second answer came 90 days after the first");
}

#[tokio::test]
async fn the_team_is_of_its_days() {
    let mut town = Town::new().await;
    let today = on(TODAY);
    let [founder, staff, nina, vera] = town.people(["Основатель", "Помощник", "Нина", "Вера"]).await;
    for other in [staff, nina, vera] {
        town.tie((founder, today - 60), (other, today - 2)).await;
    }
    town.tie((nina, today - 3), (vera, today - 2)).await;
    let unnamed = town.figures(today).await;
    assert_eq!((unnamed.ties.horizontal, unnamed.ties.all), (4, 4));
    assert_eq!((unnamed.resilience.founders.removed, unnamed.resilience.founders.giant_share), (0, None), "nobody is named");
    let founded = town.names(founder, Post::Founder, today - 300, None).await;
    town.names(staff, Post::Staff, today - 300, Some(today)).await;
    let figures = town.figures(today).await;
    assert_eq!((figures.ties.horizontal, figures.ties.all, figures.size.team), (1, 4, 1), "the helper's day of leaving is today");
    assert_eq!(figures.ties.between_members, 2, "answers of those days when neither was of the team");
    assert_eq!(figures.ties.members_share(), Some(0.25));
    let yesterday = town.figures(today - 1).await;
    assert_eq!((yesterday.ties.horizontal, yesterday.size.team), (1, 2));
    let removed = &figures.resilience.founders;
    // Nina and Vera stay tied to each other; the helper is left alone.
    assert_eq!((removed.removed, removed.giant_share), (1, Some(2.0 / 3.0)));
    assert_eq!((removed.interactions_share, removed.core_share), (Some(0.25), Some(0.0)));
    assert_eq!(figures.resilience.whole.core_share, Some(0.75), "the helper hangs by one tie");
    assert_eq!((figures.resilience.whole.active_share, removed.active_share), (Some(1.0), Some(2.0 / 3.0)));
    assert_eq!(yesterday.resilience.staff.removed, 2, "founders are staff too");
    assert_eq!(yesterday.resilience.staff.giant_share, Some(1.0), "of two, two");
    let mut scope = town.write().await;
    let right = pulse::policy::names_team(scope.viewer()).expect("the house may");
    pulse::team::remove(&mut scope, &right, founded).await.expect("taken back");
    scope.commit().await.expect("it stays");
    assert_eq!(town.figures(today).await.ties.horizontal, 4, "the deed makes kept figures stale");
}

#[tokio::test]
async fn a_founder_who_claims_their_past_stays_the_founder() {
    let mut town = Town::new().await;
    let today = on(TODAY);
    let [past, present, nina] = town.people(["Анна из чата", "Анна", "Нина"]).await;
    town.tie((past, today - 5), (nina, today - 4)).await;
    town.says(present, today - 1).await;
    town.names(past, Post::Founder, today - 100, None).await;
    assert_eq!(town.figures(today).await.size.team, 1);
    let (from, to) = (town.member_of(past).await.expect("a member"), town.member_of(present).await.expect("a member"));
    let mut scope = town.write().await;
    let right = people::policy::steward(scope.viewer()).expect("the house may");
    let act = people::merges::merge(&mut scope, &right, from, to).await.expect("one person");
    scope.commit().await.expect("it stays");
    let merged = town.figures(today).await;
    assert_eq!((merged.size.members, merged.size.team), (2, 1));
    assert_eq!((merged.ties.all, merged.ties.horizontal, merged.resilience.founders.removed), (1, 0, 1));
    let mut scope = town.write().await;
    let right = people::policy::steward(scope.viewer()).expect("the house may");
    people::merges::undo(&mut scope, &right, act).await.expect("two again");
    scope.commit().await.expect("it stays");
    assert_eq!(town.figures(today).await.size.members, 3);
}

#[tokio::test]
async fn a_star_falls_apart_without_its_middle() {
    let mut town = Town::new().await;
    let today = on(TODAY);
    let hub = town.person("Середина").await;
    for leaf in 0..5 {
        let leaf = town.person(&format!("Луч {leaf}")).await;
        town.tie((hub, today - 3), (leaf, today - 2)).await;
    }
    town.names(hub, Post::Founder, today - 300, None).await;
    let resilience = town.figures(today).await.resilience;
    assert_eq!((resilience.tied, resilience.whole.giant_share), (6, Some(1.0)));
    let without = &resilience.founders;
    assert_eq!((without.giant_share, without.interactions_share, without.core_share), (Some(0.2), Some(0.0), Some(0.0)));
    assert_eq!(resilience.top_1pct, resilience.founders, "one hundredth of six is one, by far the best tied");
    assert_eq!(resilience.curve, [(0, 6), (1, 1), (2, 1), (3, 1), (4, 1), (5, 1), (6, 0)]);
    assert!(close(resilience.curve_area, (3.5 + 1.0 * 4.0 + 0.5) / 36.0), "{:?}", resilience.curve_area);
    assert!(resilience.random_area > resilience.curve_area);
}

fn response(figures: &Figures) -> [(i64, i64, i64, Option<i64>); 4] {
    let response = &figures.response;
    [&response.all, &response.team, &response.new, &response.others].map(|group| {
        (group.begun, group.answered, group.within_a_day, group.median_wait.map(|wait| wait / MICROS_PER_SECOND / 3_600))
    })
}

#[tokio::test]
async fn who_begins_is_answered_by_others_and_by_the_end_of_the_day() {
    let mut town = Town::new().await;
    let today = on(TODAY);
    let [old, new, team] = town.people(["Давняя", "Новый", "Ведущая"]).await;
    town.says(old, today - 100).await;
    town.says(team, today - 100).await;
    town.names(team, Post::Staff, today - 100, None).await;
    let asked = town.says(new, today - 10).await;
    town.answers(new, asked, today - 10).await;
    town.answers(old, asked, today - 8).await;
    let called = town.says(team, today - 5).await;
    town.answers(new, called, today - 5).await;
    town.says(old, today - 27).await;
    town.says(old, today - 28).await;
    let all = [(3, 2, 1, Some(25)), (1, 1, 1, Some(1)), (1, 1, 0, Some(49)), (1, 0, 0, None)];
    assert_eq!(response(&town.figures(today).await), all, "an answer to oneself is none; 25 hours lie between 1 and 49");
    let early = response(&town.figures(today - 9).await);
    assert_eq!(early[2], (1, 0, 0, None), "the answer came a day later");
}

#[tokio::test]
async fn what_nobody_wrote_is_no_figure_and_an_answer_all_the_same() {
    let mut town = Town::new().await;
    let today = on(TODAY);
    let (asks, channel) = (town.person("Спросившая").await, town.channel("Новости").await);
    let asked = town.says(asks, today - 3).await;
    let line = |number, author, name: &str, reply_to| Incoming {
        number,
        at: crate::town::at(today - 3, 14),
        author,
        author_name: Some(name.to_owned()),
        reply_to,
        ..Incoming::default()
    };
    let numbers = [town.number(), town.number(), town.number()];
    let lines = vec![
        line(numbers[0], None, "Deleted Account", Some(asked)),
        line(numbers[1], None, "Deleted Account", None),
        line(numbers[2], Some(channel), "Новости", None),
    ];
    town.bring(EVERYONE, lines).await;
    town.answers(channel, numbers[1], today - 2).await;
    let figures = town.figures(today).await;
    assert_eq!(response(&figures)[0], (1, 1, 1, Some(2)), "one person asked, and was not left without an answer");
    assert_eq!((figures.size.messages, figures.size.members, figures.ties.pairs), (1, 1, 0));
    assert_eq!(figures.hours.iter().flatten().sum::<i64>(), 1);
}

#[tokio::test]
async fn the_same_ties_fall_apart_alike_after_a_claim() {
    let mut town = Town::new().await;
    let today = on(TODAY);
    let names: Vec<String> = (0..12).map(|place| format!("Участник {place}")).collect();
    let mut people = Vec::new();
    for name in &names {
        people.push(town.person(name).await);
    }
    for (one, other) in [(0, 1), (1, 2), (2, 3), (3, 4), (4, 0), (5, 6), (6, 7), (7, 4), (8, 9), (9, 10), (10, 11), (8, 3)] {
        town.tie((people[one], today - 5), (people[other], today - 4)).await;
    }
    let before = town.figures(today).await;
    // Two join in their own name later, and claim who they were.
    for past in [people[4], people[9]] {
        let present = town.person("Пришедшая сама").await;
        let (past, present) = (town.member_of(past).await.expect("a member"), town.member_of(present).await.expect("a member"));
        town.merge(past, present).await;
    }
    let after = town.figures(today).await;
    let unnamed = |figures: &Figures| pulse::figures::resilience::Resilience { top: Vec::new(), ..figures.resilience.clone() };
    assert_eq!(unnamed(&after), unnamed(&before));
    assert_ne!(after.resilience.top, before.resilience.top, "who was taken away bears another number now");
    let bridges = |figures: &Figures| figures.ties.connectors.iter().map(|one| one.bridge).collect::<Vec<f64>>();
    assert_eq!(bridges(&after), bridges(&before));
}

#[tokio::test]
async fn days_end_at_midnight_of_the_community() {
    let mut town = Town::new().await;
    let today = on(TODAY);
    let [early, late] = town.people(["До полуночи", "После"]).await;
    // 21:00 in London is midnight in Moscow.
    let midnight = crate::town::at(today - 30, 0);
    for (who, at) in [(early, midnight - 1), (late, midnight)] {
        let line = Incoming { number: town.number(), at, author: Some(who), ..Incoming::default() };
        town.bring(EVERYONE, vec![line]).await;
    }
    assert_eq!(town.figures(today - 31).await.size.new, 1);
    let next = town.figures(today - 30).await;
    assert_eq!((next.size.new, next.size.active, next.first_day), (2, 2, Some(today - 31)));
    let weekday = pulse::day::weekday(today - 30);
    assert_eq!((next.hours[weekday][0], next.hours[(weekday + 6) % 7][23]), (1, 1));
    // 28 days of the earlier one end a day before those of the later one.
    for (back, active) in [(4, 2), (3, 1), (2, 0)] {
        assert_eq!(town.figures(today - back).await.size.active, active, "{back} days ago");
    }
    let future = pulse::measuring::figures(&town.database.store, &town.who(), today + 1, Sight::Open).await;
    assert!(matches!(future, Err(kernel::Problem::NotFound)), "a day that has not begun");
    town.database.clock.pass(MICROS_PER_DAY);
    assert_eq!(town.figures(today + 1).await.size.members, 2);
}

#[tokio::test]
async fn a_channel_is_nobody_and_a_closed_account_was_somebody() {
    let mut town = Town::new().await;
    let today = on(TODAY);
    let nina = town.person("Нина").await;
    let (closed, channel) = (town.somebody("deleted", "").await, town.channel("Новости").await);
    for other in [closed, channel] {
        town.tie((nina, today - 9), (other, today - 8)).await;
    }
    let figures = town.figures(today).await;
    assert_eq!((figures.size.members, figures.ties.pairs, figures.ties.all), (2, 1, 1));
    assert_eq!(figures.size.messages, 4, "two of Nina's, two of the account's");
    town.healthy().await;
}
