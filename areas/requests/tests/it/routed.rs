//! Who is asked and why: from conversations, answers, profiles; within limits; and nothing of what not everybody may see.

use crate::answering::answer;
use crate::house::{Person, TestHouse, answered, asked, house, said};
use kernel::{AudienceId, MICROS_PER_DAY, MemberId};
use people::points::Visibility;
use requests::invitation::{self, Cause, Invitation, State};
use requests::reasons::{Because, Of, Sources, Telling};
use requests::request;
use requests::routing::{Keeper, Learned};
use store::{args, statement};

statement!(STATE = "select stage from requests_requests where community_id = $1 and id = $2");

pub async fn invitations(house: &TestHouse, request: i64) -> Vec<Invitation> {
    let mut scope = house.read().await;
    let request = request::any(&mut scope, request).await.expect("a request");
    invitation::of_request(&mut scope, &request).await.expect("invitations")
}

pub async fn stage(house: &TestHouse, request: i64) -> String {
    house.read().await.one(&STATE, args![request]).await.expect("a stage")
}

pub async fn members(house: &TestHouse, count: usize) -> Vec<Person> {
    let mut members = Vec::new();
    for number in 0..count {
        members.push(house.member(&format!("Участник {number}"), &[]).await);
    }
    members
}

/// A month ago `helper` answered about visas, others about other things.
pub async fn past(house: &TestHouse, audience: AudienceId, asker: &Person, helper: &Person, others: &[&Person]) {
    let at = house.database.clock.now() - 30 * MICROS_PER_DAY;
    let mut lines = vec![
        said(1, at, asker.identity, "Как получить визу в Италию через консульство?"),
        answered(2, at + 1_000_000, helper.identity, 1, "Запишитесь в визовый центр заранее"),
        said(3, at + 2_000_000, asker.identity, "А сколько делают итальянскую визу в консульстве?"),
        answered(4, at + 3_000_000, helper.identity, 3, "Две недели"),
    ];
    for (number, other) in (10..).step_by(2).zip(others) {
        lines.push(said(number, at + number * 1_000_000, asker.identity, &format!("Где купить станок номер {number}?")));
        lines.push(answered(number + 1, at + (number + 1) * 1_000_000, other.identity, number, "На заводе"));
    }
    house.history(audience, lines).await;
}

pub async fn learned(house: &TestHouse) -> Learned {
    let mut learned = Learned::default();
    learned.catch_up(&house.database.store, &house.database.who(house.community)).await.expect("learnt");
    learned
}

#[tokio::test]
async fn the_likeliest_are_asked_and_read_why_them() {
    let house = house().await;
    let mut nina = house.member("Нина", &[]).await;
    let mut ilya = house.member("Илья", &[]).await;
    let others = members(&house, 8).await;
    past(&house, AudienceId::EVERYONE, &nina, &ilya, &others.iter().collect::<Vec<_>>()).await;
    let request = asked(&mut nina, "Нужна виза в Италию, консульство отказало", &[]).await;
    assert!(invitations(&house, request).await.is_empty(), "asking is cheap: nobody is ranked by it");
    house.settle().await;
    let held = invitations(&house, request).await;
    assert_eq!((held.len(), house.deeds("requests.invited").await), (5, 1), "five people, one deed");
    assert!(held.iter().all(|held| (held.cause, held.round, held.state) == (Cause::Routed, 1, State::Waiting)));
    let of_ilya = held.iter().find(|held| held.member == ilya.member).expect("the one who knows visas");
    assert!(matches!(of_ilya.reasons[0], Because::Message { .. }), "{:?}", of_ilya.reasons);
    assert!(of_ilya.reasons.contains(&Because::Helped { times: 2 }), "{:?}", of_ilya.reasons);
    let page = ilya.browser.get(&format!("/requests/{request}")).await;
    page.is(200)
        .sees("Почему вас спросили")
        .sees("В октябре вы ответили на похожее: «")
        .sees("Вы уже отвечали автору этого запроса");
    assert!(page.attribute(".because a", "href").starts_with("/talk/messages/"));
    page.sees("Могу помочь").sees("Знаю, кто поможет").sees("Не сейчас");
    nina.browser.get(&format!("/requests/{request}")).await.lacks("Илья").lacks("Вам уже есть ответы");
    ilya.browser.post(&format!("/requests/{request}/taking"), &[]).await.is(303);
    nina.browser
        .get(&format!("/requests/{request}"))
        .await
        .lacks("Почему вас спросили")
        .sees("Илья")
        .sees("Вам уже есть ответы от этого человека");
    for person in [&mut nina, &mut ilya] {
        let statements = house.statements(person, &format!("/requests/{request}")).await;
        assert!(statements <= 8, "{statements} statements with all the reasons");
    }
    house.settle().await;
    assert_eq!(house.deeds("requests.invited").await, 1, "a round is one round");
}

#[tokio::test]
async fn a_fact_is_told_only_while_its_source_is_seen_and_in_the_readers_language() {
    let house = house().await;
    let mut nina = house.member("Нина", &[]).await;
    let ilya = house.member("Илья", &[]).await;
    past(&house, AudienceId::EVERYONE, &nina, &ilya, &[]).await;
    let request = asked(&mut nina, "Нужна виза в Италию, консульство отказало", &[]).await;
    house.settle().await;
    let held = invitations(&house, request).await.into_iter().find(|held| held.member == ilya.member).expect("asked");
    let telling = |of, locale| Telling {
        words: &house.house.words,
        locale,
        zone: chrono_tz::Europe::Moscow,
        now: house.database.clock.now(),
        of,
    };
    let who = house.who(ilya.member).await;
    let mut scope = house.database.store.read(&who).await.expect("a snapshot");
    let sources = Sources::learn(&mut scope, &held.reasons).await.expect("sources");
    drop(scope);
    let told = telling(Of::Them, kernel::Locale::En).sentences(&sources, &held.reasons);
    assert!(told[0].text.starts_with("In October they answered something similar: “"), "{told:?}");
    assert_eq!(told.len(), held.reasons.len());
    let nobody = Sources::learn(&mut house.read().await, &held.reasons).await.expect("sources");
    let told = telling(Of::You, kernel::Locale::Ru).sentences(&nobody, &held.reasons);
    assert!(told.iter().all(|sentence| sentence.path.is_none()), "what the reader does not see is not told: {told:?}");
    assert!(told.len() < held.reasons.len());
}

#[tokio::test]
async fn what_not_everybody_sees_is_not_learnt() {
    let house = house().await;
    let mut nina = house.member("Нина", &[]).await;
    let mut ilya = house.member("Илья", &[]).await;
    let hidden = house.hidden().await;
    past(&house, hidden, &nina, &ilya, &[]).await;
    assert_eq!(learned(&house).await.index.sizes().0, 0, "a history that waits");
    let chosen = ilya.member.to_string();
    let secret = asked(&mut nina, "Тайный запрос о визе", &[("sight", "chosen"), ("person", &chosen)]).await;
    ilya.browser.post(&format!("/requests/{secret}/answers"), &[("kind", "solution"), ("text", "Знаю как")]).await.is(303);
    house.settle().await;
    let before = learned(&house).await;
    assert_eq!((before.index.sizes().0, before.sharing.asks(ilya.member.0)), (0, 0), "a request of chosen people");
    let open = asked(&mut nina, "Открытый запрос о визе", &[]).await;
    house.settle().await;
    ilya.browser.post(&format!("/requests/{open}/answers"), &[("kind", "solution"), ("text", "Отвечаю всем")]).await.is(303);
    assert_eq!(learned(&house).await.index.sizes().0, 1);
    house.open(hidden).await;
    assert_eq!(learned(&house).await.index.sizes().0, 3, "once it is opened");
}

#[tokio::test]
async fn what_is_learnt_follows_the_ledger_and_forgets_the_erased() {
    let house = house().await;
    let mut nina = house.member("Нина", &[]).await;
    let ilya = house.member("Илья", &[]).await;
    past(&house, AudienceId::EVERYONE, &nina, &ilya, &[]).await;
    let (keeper, who) = (Keeper::new(), house.database.who(house.community));
    let first = keeper.learned(&house.database.store, &who).await.expect("learnt");
    assert_eq!((first.index.answers_of(ilya.member.0), first.rebuilt()), (2, 0));
    drop(first);
    let request = asked(&mut nina, "Как выбрать станок", &[]).await;
    house.settle().await;
    let second = keeper.learned(&house.database.store, &who).await.expect("caught up");
    assert_eq!((second.index.sizes(), second.rebuilt()), (learned(&house).await.index.sizes(), 0), "step by step as at once");
    assert_eq!(second.sharing.asks(ilya.member.0), 1);
    drop(second);
    let held = invitations(&house, request).await.into_iter().find(|held| held.member == ilya.member);
    assert!(held.is_some());
    let mut scope = house.write().await;
    let keeper_right = people::policy::keeper(scope.viewer()).expect("the house may");
    let right = people::erasures::Erasable::by_owner(&keeper_right, ilya.member);
    people::erasures::erase(&mut scope, &right, false).await.expect("forgotten");
    scope.commit().await.expect("it stays so");
    let after = keeper.learned(&house.database.store, &who).await.expect("learnt anew");
    assert_eq!((after.index.answers_of(ilya.member.0), after.index.sizes().0, after.rebuilt()), (0, 0, 1));
    assert!(!after.active.contains(&ilya.member.0));
    drop(after);
    let again = keeper.learned(&house.database.store, &who).await.expect("still");
    assert_eq!(again.rebuilt(), 1, "once is enough");
}

statement!(MESSAGE = "select id from talk_messages where community_id = $1 and text = $2");

/// How many answers speak for somebody when another asks this, and how often all was learnt anew.
async fn similar(house: &TestHouse, keeper: &Keeper, (asker, helper): (MemberId, MemberId), text: &str) -> (usize, u64) {
    let learned = keeper.learned(&house.database.store, &house.database.who(house.community)).await.expect("learnt");
    let asked = routing::Request { asker: asker.0, text, at: house.database.clock.now(), tags: &[], wanted: &[] };
    let found = learned.index.rank(&asked, &routing::Weights::untrained(), |_| true, 10);
    let reasons = found.iter().filter(|found| found.member == helper.0).flat_map(|found| &found.because);
    (reasons.filter(|because| because.reason == routing::Reason::Similar).count(), learned.rebuilt())
}

#[tokio::test]
async fn words_taken_back_are_forgotten_without_learning_all_anew() {
    let house = house().await;
    let mut nina = house.member("Нина", &[]).await;
    let mut ilya = house.member("Илья", &[]).await;
    let others = members(&house, 3).await;
    past(&house, AudienceId::EVERYONE, &nina, &ilya, &others.iter().collect::<Vec<&Person>>()).await;
    let (keeper, two) = (Keeper::new(), (nina.member, ilya.member));
    let similar = async |text| similar(&house, &keeper, two, text).await;
    assert_eq!((similar("визовый центр").await, similar("консульство в Италии").await), ((1, 0), (1, 0)));
    let id: i64 = house.read().await.one(&MESSAGE, args!["Запишитесь в визовый центр заранее"]).await.expect("his answer");
    ilya.browser.post(&format!("/talk/messages/{id}/deletion"), &[]).await.is(303);
    assert_eq!(similar("визовый центр").await, (0, 0), "his own words");
    let id: i64 =
        house.read().await.one(&MESSAGE, args!["А сколько делают итальянскую визу в консульстве?"]).await.expect("her question");
    assert_eq!(similar("консульство в Италии").await, (1, 0), "her second question still stands beside his answer");
    nina.browser.post(&format!("/talk/messages/{id}/deletion"), &[]).await.is(303);
    assert_eq!(similar("консульство в Италии").await, (0, 0), "the question, in the answer of another");
    assert_eq!(similar("две недели").await, (1, 0), "his other answer stands");
}

#[tokio::test]
async fn a_corrected_request_is_learnt_by_its_new_words() {
    let house = house().await;
    let mut nina = house.member("Нина", &[]).await;
    let mut ilya = house.member("Илья", &[]).await;
    let others = members(&house, 3).await;
    past(&house, AudienceId::EVERYONE, &nina, &ilya, &others.iter().collect::<Vec<&Person>>()).await;
    let id = asked(&mut nina, "Кто настроит арфу", &[]).await;
    house.settle().await;
    answer(&mut ilya, id, "solution", "Обратитесь к мастеру с Покровки", &[]).await;
    let (keeper, two) = (Keeper::new(), (nina.member, ilya.member));
    let similar = async |text| similar(&house, &keeper, two, text).await.0;
    assert_eq!((similar("настройка арфы").await, similar("настройка клавесина").await), (1, 0));
    let path = format!("/requests/{id}/correction");
    nina.browser.post(&path, &[("title", "Кто настроит клавесин")]).await.is(303);
    assert_eq!(
        (similar("настройка арфы").await, similar("настройка клавесина").await, similar("мастер с Покровки").await),
        (0, 1, 1)
    );
}

statement!(
    LIMIT = "insert into requests_limits (community_id, member_id, per_week, quiet_from, quiet_until, holiday_from, holiday_until, changed_at) \
     values ($1, $2, $3, null, null, $4, $5, 0)"
);

#[tokio::test]
async fn nobody_is_asked_beyond_what_they_allow() {
    let house = house().await;
    let mut nina = house.member("Нина", &[]).await;
    let others = members(&house, 6).await;
    let now = house.database.clock.now();
    let mut scope = house.write().await;
    scope.run(&LIMIT, args![others[0].member, 0, None::<i64>, None::<i64>]).await.expect("a limit");
    scope.run(&LIMIT, args![others[1].member, 20, now - 1, now + 5 * MICROS_PER_DAY]).await.expect("a holiday");
    scope.run(&LIMIT, args![others[2].member, 20, now - 9, now - 1]).await.expect("a holiday that is over");
    scope.commit().await.expect("limits");
    for day in 0..6 {
        asked(&mut nina, &format!("Запрос дня {day}"), &[]).await;
        house.settle().await;
        house.database.clock.pass(MICROS_PER_DAY / 2);
    }
    let mut count = std::collections::HashMap::new();
    for request in house.read().await.all::<i64>(&ALL, &[]).await.expect("requests") {
        for held in invitations(&house, request).await.iter().filter(|held| held.cause == Cause::Routed) {
            *count.entry(held.member).or_insert(0) += 1;
        }
    }
    let times = |person: &Person| count.get(&person.member).copied().unwrap_or(0);
    assert_eq!((times(&others[0]), times(&others[1]), times(&nina)), (0, 0, 0), "none allowed, away, the asker");
    assert!(times(&others[2]) > 0, "back from the holiday");
    assert!((3..6).all(|place| (1..=3).contains(&times(&others[place]))), "three a week: {count:?}");
}

statement!(ALL = "select id from requests_requests where community_id = $1 and state = 'open' order by id");

#[tokio::test]
async fn load_is_spread() {
    let house = house().await;
    let mut nina = house.member("Нина", &[]).await;
    let mut olga = house.member("Ольга", &[]).await;
    let mut petr = house.member("Пётр", &[]).await;
    let star = house.member("Звезда", &[]).await;
    let others = members(&house, 30).await;
    past(&house, AudienceId::EVERYONE, &nina, &star, &others.iter().collect::<Vec<_>>()).await;
    let mut scope = house.write().await;
    for person in others.iter().chain([&star]) {
        scope.run(&LIMIT, args![person.member, 20, None::<i64>, None::<i64>]).await.expect("a limit");
    }
    scope.commit().await.expect("limits");
    for number in 0..12 {
        let asker = match number % 3 {
            0 => &mut nina,
            1 => &mut olga,
            _ => &mut petr,
        };
        asked(asker, &format!("Виза в Италию, консульство, случай {number}"), &[]).await;
        house.database.clock.pass(60_000_000);
        house.settle().await;
    }
    let learned = learned(&house).await;
    let asks: Vec<u64> =
        others.iter().chain([&star, &nina, &olga, &petr]).map(|person| learned.sharing.asks(person.member.0)).collect();
    let all: u64 = asks.iter().sum();
    assert_eq!(all, 60);
    assert!(asks.iter().all(|asks| *asks * 10 <= all), "nobody above a tenth: {asks:?}");
    assert!(learned.sharing.asks(star.member.0) >= 4, "and the one who knows is used: {asks:?}");
}

/// Fills points of a member's own profile as the member does.
pub async fn says(house: &TestHouse, person: &Person, key: &str, value: &str, visibility: Visibility) {
    let who = house.who(person.member).await;
    let mut scope = house.database.store.write(&who).await.expect("a turn to write");
    let myself = people::policy::myself(scope.viewer()).expect("a member");
    let points = people::points::Points::load(&mut scope).await.expect("points");
    let point = points.find(key).expect("a point");
    let change = people::profile::Change { point, value: point.parse(value).expect("a value"), visibility };
    people::profile::change(&mut scope, &myself, &[change]).await.expect("changed");
    scope.commit().await.expect("kept");
}

#[tokio::test]
async fn profiles_speak_for_newcomers_as_far_as_members_see_them() {
    let house = house().await;
    let mut nina = house.member("Нина", &[]).await;
    let others = members(&house, 8).await;
    asked(&mut nina, "Первый запрос, чтобы всё было выучено", &[]).await;
    house.settle().await;
    house.database.clock.pass(10 * MICROS_PER_DAY);
    let mut vera = house.member("Вера", &[]).await;
    let oleg = house.member("Олег", &[]).await;
    let gleb = house.member("Глеб", &[]).await;
    says(&house, &vera, "offer", "Помогаю с налогами и отчётностью", Visibility::Members).await;
    says(&house, &oleg, "contacts", "Ozon, Яндекс — склады", Visibility::Members).await;
    says(&house, &gleb, "offer", "Тайно помогаю с налогами", Visibility::Staff).await;
    let request = asked(&mut nina, "Кто разбирается в налогах маркетплейсов", &[("wanted", "ozon")]).await;
    house.settle().await;
    let held = invitations(&house, request).await;
    let reasons = |person: &Person| held.iter().find(|held| held.member == person.member).map(|held| held.reasons.clone());
    let offer = Because::Offer { words: vec!["Помогаю с налогами и отчётностью".to_owned()] };
    assert_eq!(reasons(&vera), Some(vec![offer.clone()]));
    assert_eq!(reasons(&oleg), Some(vec![Because::Knows { name: "ozon".to_owned() }]));
    assert!(reasons(&gleb).is_none_or(|reasons| !reasons.contains(&offer)), "what only staff see says nothing");
    assert!(others.len() == 8);
    let path = format!("/requests/{request}");
    vera.browser.post(&format!("{path}/taking"), &[]).await.is(303);
    nina.browser.get(&path).await.is(200).sees("Помогаю с налогами и отчётностью");
    says(&house, &vera, "offer", "Помогаю с налогами и отчётностью", Visibility::Staff).await;
    nina.browser.get(&path).await.is(200).sees("Вера").lacks("Помогаю с налогами");
    let keeper_right = people::policy::keeper(house.write().await.viewer()).expect("the house may");
    let mut scope = house.write().await;
    let right = people::erasures::Erasable::by_owner(&keeper_right, vera.member);
    people::erasures::erase(&mut scope, &right, true).await.expect("forgotten");
    scope.commit().await.expect("it stays so");
    house.settle().await;
    let held = invitations(&house, request).await;
    let hers = held.iter().find(|held| held.member == vera.member).expect("the row stays");
    assert_eq!(hers.reasons, [], "but nothing of her profile is in it");
}

#[tokio::test]
async fn answers_to_requests_teach_and_confirmed_help_is_told_as_such() {
    let house = house().await;
    let mut nina = house.member("Нина", &[]).await;
    let mut olga = house.member("Ольга", &[]).await;
    let mut ilya = house.member("Илья", &[]).await;
    let mut vera = house.member("Вера", &[]).await;
    members(&house, 6).await;
    let tagged = [("tag", "Рим"), ("details", "Апостиль нужен для консульства")];
    let first = asked(&mut nina, "Где сделать апостиль на диплом", &tagged).await;
    house.settle().await;
    ilya.browser
        .post(&format!("/requests/{first}/answers"), &[("kind", "solution"), ("text", "В министерстве юстиции")])
        .await
        .is(303);
    let secret = [("kind", "contact"), ("text", "Звоните Петрову по тайному номеру")];
    vera.browser.post(&format!("/requests/{first}/answers"), &secret).await.is(303);
    let before = learned(&house).await;
    assert_eq!((before.index.answers_of(ilya.member.0), before.answers.len()), (1, 2));
    let helper = ilya.member.to_string();
    let closed = [("outcome", "solved"), ("note", "Сделали"), ("helper", helper.as_str())];
    nina.browser.post(&format!("/requests/{first}/closure"), &closed).await.is(303);
    house.database.clock.pass(MICROS_PER_DAY);
    let second = asked(&mut olga, "Апостиль на диплом для консульства", &[("tag", "рим")]).await;
    house.settle().await;
    let held = invitations(&house, second).await;
    let of_ilya = held.iter().find(|held| held.member == ilya.member).expect("asked");
    assert!(matches!(of_ilya.reasons[0], Because::Answer { helped: true, .. }), "{:?}", of_ilya.reasons);
    ilya.browser.get(&format!("/requests/{second}")).await.sees("В ноябре вы помогли с похожим: «Где сделать апостиль на диплом»");
    let third = asked(&mut olga, "Петров, тайный номер", &[]).await;
    house.settle().await;
    let held = invitations(&house, third).await;
    let told = held.iter().flat_map(|held| &held.reasons);
    assert!(told.clone().all(|fact| !matches!(fact, Because::Answer { .. })), "the words of a contact teach nothing");
}
