//! Letters: to whom, in which language, once, and how they stop.

use crate::house::{self, Person, TestHouse, asked};
use kernel::{Letter, Locale};
use std::sync::Arc;
use store::runner::Runner;
use store::{Follower, FollowerRole, args, statement};
use testkit::Outbox;

statement!(ACCOUNT = "select account_id from identity_persons where community_id = $1 and id = $2");
statement!(
    QUIET = "insert into requests_limits (community_id, member_id, per_week, quiet_from, quiet_until, holiday_from, holiday_until, changed_at) \
     values ($1, $2, 3, $3, $4, null, null, 0)"
);

/// The house with its letters at work.
pub struct Noticed {
    // Before the house: when the test ends, it looks for letters that nobody read.
    outbox: Outbox,
    pub house: TestHouse,
    pub runner: Runner,
}

pub async fn noticed() -> Noticed {
    let house = house::house_with(vec![crate::rooms::area()]).await;
    let area = requests::area();
    let (notices, letters) = requests::notices(house.house.clone());
    let mut handlers = area.jobs.clone();
    handlers.push(letters);
    let mut followers = area.followers.clone();
    followers.push(notices);
    let database = &house.database;
    let (store, clock, chance) = (database.store.clone(), database.clock.clone(), database.chance.clone());
    let runner = Runner { store, clock, chance, followers, handlers, schedules: Vec::new() };
    runner.settle().await.expect("the letters begin at the head");
    Noticed { outbox: Outbox::of(&house.database), house, runner }
}

impl Noticed {
    pub async fn letters(&self) -> Vec<Letter> {
        self.runner.settle().await.expect("all done");
        self.outbox.letters().await
    }

    pub async fn address(&self, person: &Person) -> String {
        let mut scope = self.house.read().await;
        let account = scope.one(&ACCOUNT, args![person.member]).await.expect("an account");
        identity::account::one(&mut scope, account).await.expect("held").email
    }

    pub async fn speaks(&self, person: &Person, locale: Locale) {
        let mut scope = self.house.write().await;
        let account = scope.one(&ACCOUNT, args![person.member]).await.expect("an account");
        identity::account::set_locale(&mut scope, account, locale).await.expect("a language");
        scope.commit().await.expect("it stays");
    }
}

/// What letters say, without the bound spaces of pages.
pub fn said(letter: &Letter) -> String {
    web::unbind(&format!("{}\n{}", letter.subject, letter.text))
}

/// A path of this house in a letter.
fn stop_of(letter: &Letter) -> String {
    let stop = letter.stop.clone().expect("each notice can be stopped");
    assert!(letter.text.contains(&stop) && letter.html.contains(&stop), "{}", letter.text);
    format!("/requests/stops/{}", stop.rsplit('/').next().expect("a token"))
}

#[tokio::test]
async fn an_answer_is_told_once_in_the_readers_language_and_stops_by_one_click() {
    let noticed = noticed().await;
    let (mut anna, mut boris) = (noticed.house.member("Анна Ким", &[]).await, noticed.house.member("Борис Лем", &[]).await);
    noticed.speaks(&anna, Locale::En).await;
    let to = noticed.address(&anna).await;
    let request = asked(&mut anna, "Ищу бухгалтера для НКО", &[]).await;
    let asked_of_boris = noticed.letters().await;
    assert!(asked_of_boris.iter().all(|letter| letter.to != to), "nobody hears of what they asked themselves");
    let answers = format!("/requests/{request}/answers");
    boris.browser.post(&answers, &[("kind", "solution"), ("text", "Спросите в **Деле**")]).await.is(303);
    boris.browser.post(&answers, &[("kind", "comment"), ("text", "Хороший вопрос")]).await.is(303);
    let letters = noticed.letters().await;
    let [letter] = &letters[..] else { panic!("one letter, not {letters:?}") };
    assert_eq!((letter.to.as_str(), letter.subject.as_str()), (to.as_str(), "Борис Лем answered your request"));
    assert!(said(letter).contains("Ищу бухгалтера для НКО") && said(letter).contains("Спросите в Деле"), "{}", letter.text);
    assert!(letter.html.contains("<html lang=\"en\">") && letter.text.contains(&format!("/requests/{request}")), "{}", letter.html);
    assert!(noticed.letters().await.is_empty(), "once");

    let stop = stop_of(letter);
    let mut stranger = testkit::Browser::new(noticed.house.router.clone(), "opora.localhost");
    stranger.get(&stop).await.is(200);
    boris.browser.post(&answers, &[("kind", "solution"), ("text", "И ещё один способ")]).await.is(303);
    assert_eq!(noticed.letters().await.len(), 1, "opening the page stops nothing");
    stranger.post(&stop, &[("List-Unsubscribe", "One-Click")]).await.is(200);
    let page = stranger.get(&stop).await;
    stranger.submit(&page, "main form", &[]).await;
    // As mail providers send it: in parts, from elsewhere, with no cookie (RFC 8058).
    let mut provider = testkit::Browser::new(noticed.house.router.clone(), "opora.localhost")
        .with("origin", "https://mail.example")
        .with("sec-fetch-site", "cross-site");
    let parts = "--b\r\nContent-Disposition: form-data; name=\"List-Unsubscribe\"\r\n\r\nOne-Click\r\n--b--\r\n";
    provider.post_body(&stop, "multipart/form-data; boundary=b", parts).await.is(200);
    let token = stop.rsplit('/').next().expect("a token");
    for forged in [format!("{token}0"), format!("+{token}"), format!("0{token}")] {
        let forged = format!("/requests/stops/{forged}");
        provider.post_body(&forged, "multipart/form-data; boundary=b", parts).await.is(404);
    }
    provider.post("/requests/notices", &[]).await.is(403);
    stranger.post(&stop, &[]).await.is(303);
    boris.browser.post(&answers, &[("kind", "solution"), ("text", "Третий способ")]).await.is(303);
    assert!(noticed.letters().await.is_empty(), "stopped");
    let page = anna.browser.get("/requests/notices").await;
    assert_eq!(page.is(200).count("input[name=comes][checked]"), page.count("input[name=comes]") - 1, "one kind is stopped");
    stranger.post(&stop, &[("resume", "1")]).await.is(303);
    boris.browser.post(&answers, &[("kind", "solution"), ("text", "Четвёртый способ")]).await.is(303);
    assert_eq!(noticed.letters().await.len(), 1, "and comes again");
    let forged = stop.replace("-answered-", "-invited-");
    stranger.get(&forged).await.is(404);
    stranger.post(&forged, &[]).await.is(404);
    stranger.get("/requests/notices").await.is(303);
}

#[tokio::test]
async fn only_chosen_people_hear_of_what_is_for_them() {
    let noticed = noticed().await;
    let mut anna = noticed.house.member("Анна Ким", &[]).await;
    let boris = noticed.house.member("Борис Лем", &[]).await;
    let mut owner = noticed.house.member("Олег Рин", &[kernel::Role::Owner]).await;
    let person = boris.member.to_string();
    let request = asked(&mut anna, "Тайное дело", &[("sight", "chosen"), ("person", &person)]).await;
    let letters = noticed.letters().await;
    let [letter] = &letters[..] else { panic!("one letter, not {letters:?}") };
    assert_eq!(letter.to, noticed.address(&boris).await);
    assert!(said(letter).contains("Тайное дело") && said(letter).contains("Почему вы"), "{}", letter.text);
    assert!(said(letter).contains("видят только те, кого назвал автор"), "{}", letter.text);
    assert!(!said(letter).contains("назвать другого"), "what few see is not passed on: {}", letter.text);
    owner.browser.get(&format!("/requests/{request}")).await.is(404);
    owner.browser.get(&format!("/requests/{request}/report")).await.is(404);
    owner.browser.post(&format!("/requests/{request}/tending"), &[("act", "wait")]).await.is(404);
}

#[tokio::test]
async fn letters_wait_for_the_morning_and_say_what_is_true_then() {
    let noticed = noticed().await;
    let (mut anna, mut boris) = (noticed.house.member("Анна Ким", &[]).await, noticed.house.member("Борис Лем", &[]).await);
    let zone = { identity::community::known(&mut noticed.house.read().await).await.expect("known").community.timezone };
    let utc = chrono::DateTime::from_timestamp_micros(noticed.house.database.clock.now()).expect("a time");
    let hour = i64::from(chrono::Timelike::hour(&utc.with_timezone(&zone)));
    let mut scope = noticed.house.write().await;
    scope.run(&QUIET, args![boris.member, hour, (hour + 2) % 24]).await.expect("quiet hours");
    scope.commit().await.expect("they stay");
    let person = boris.member.to_string();
    let first = asked(&mut anna, "Первое", &[("sight", "chosen"), ("person", &person)]).await;
    asked(&mut anna, "Второе", &[("sight", "chosen"), ("person", &person)]).await;
    assert!(noticed.letters().await.is_empty(), "it is night for him");
    boris.browser.post(&format!("/requests/{first}/declining"), &[]).await.is(303);
    noticed.house.database.clock.pass(2 * 3_600 * kernel::MICROS_PER_SECOND);
    let letters = noticed.letters().await;
    let [letter] = &letters[..] else { panic!("one letter, not {letters:?}") };
    assert!(
        said(letter).contains("Второе") && !said(letter).contains("Первое"),
        "what was declined needs no letter: {}",
        letter.text
    );
}

#[tokio::test]
async fn the_follower_is_an_effector_that_nobody_replays() {
    let noticed = noticed().await;
    let (notices, _) = requests::notices(Arc::clone(&noticed.house.house));
    assert_eq!(notices.role(), FollowerRole::Effector);
    let who = noticed.house.database.who(noticed.house.community);
    let store = &noticed.house.database.store;
    assert!(store::followers::reset(store, notices.as_ref(), &who).await.is_err(), "an effector is never set back");
}

#[tokio::test]
async fn a_report_is_made_once_and_settled_by_staff_alone() {
    let noticed = noticed().await;
    let (mut anna, mut boris) = (noticed.house.member("Анна Ким", &[]).await, noticed.house.member("Борис Лем", &[]).await);
    let mut owner = noticed.house.member("Олег Рин", &[kernel::Role::Owner]).await;
    let request = asked(&mut anna, "Ищу корректора", &[]).await;
    boris.browser.post(&format!("/requests/{request}/answers"), &[("kind", "comment"), ("text", "Глупый вопрос")]).await.is(303);
    drop(noticed.letters().await);
    let path = format!("/requests/{request}/report");
    boris.browser.post(&path, &[("note", "без причины")]).await.is(422).sees("Выберите, что не так");
    for _ in 0..2 {
        boris.browser.post(&path, &[("reason", "rude"), ("note", "Обидно")]).await.is(303);
    }
    assert_eq!(noticed.house.deeds("requests.reported").await, 1, "one open report of one person");
    statement!(REPORT = "select max(id) from requests_reports where community_id = $1");
    let report = noticed.house.one(&REPORT, &[]).await;
    let settle = format!("/requests/reports/{report}/settlement");
    boris.browser.post(&settle, &[("settlement", "kept")]).await.is(403);
    // Staff whose words were reported do not learn of it, and settle nothing.
    let mut staff = noticed.house.member("Сам Ведь", &[kernel::Role::Administrator]).await;
    let own = asked(&mut staff, "Ищу верстальщика", &[]).await;
    boris.browser.post(&format!("/requests/{own}/report"), &[("reason", "rude"), ("note", "Грубо")]).await.is(303);
    let about_staff = noticed.house.one(&REPORT, &[]).await;
    staff.browser.post(&format!("/requests/reports/{about_staff}/settlement"), &[("settlement", "kept")]).await.is(403);
    drop(noticed.letters().await);
    owner.browser.post(&settle, &[("settlement", "deleted")]).await.is(409);
    for _ in 0..2 {
        let page = owner.browser.post(&settle, &[("settlement", "kept"), ("back", "//evil.example")]).await;
        assert_eq!(page.is(303).location(), "/desk");
    }
    assert_eq!(noticed.house.deeds("requests.report_settled").await, 1);
}

#[tokio::test]
async fn staff_tend_a_request_once_and_it_is_audited() {
    let noticed = noticed().await;
    let (mut anna, mut boris) = (noticed.house.member("Анна Ким", &[]).await, noticed.house.member("Борис Лем", &[]).await);
    let mut owner = noticed.house.member("Олег Рин", &[kernel::Role::Owner]).await;
    let request = asked(&mut anna, "Ищу корректора", &[]).await;
    drop(noticed.letters().await);
    let path = format!("/requests/{request}/tending");
    boris.browser.post(&path, &[("act", "remind")]).await.is(403);
    owner.browser.post(&path, &[("act", "nonsense")]).await.is(400);
    for _ in 0..2 {
        owner.browser.post(&path, &[("act", "remind")]).await.is(303);
    }
    let letters = noticed.letters().await;
    let [letter] = &letters[..] else { panic!("one reminder, not {letters:?}") };
    assert!(said(letter).contains("Чем кончилось: Ищу корректора"), "{}", letter.text);
    // It rests now and is not on the Desk: an old page of it closes nothing.
    owner.browser.post(&path, &[("act", "withdraw")]).await.is(409);
    noticed.house.database.clock.pass(4 * kernel::MICROS_PER_DAY);
    let page = format!("/requests/{request}/withdrawal");
    boris.browser.get(&page).await.is(403);
    let form = owner.browser.get(&page).await;
    assert!(form.is(200).one("textarea").starts_with("Мы спросили 2 человек"), "{}", form.one("textarea"));
    let hers = [("act", "withdraw"), ("note", " \u{200b}")];
    owner.browser.post(&path, &hers).await.is(422).sees("хотя бы одну фразу");
    assert_eq!(noticed.house.deeds("requests.closed").await, 0);
    // Whoever came from a queue is back on it, and nobody is led elsewhere.
    let form = owner.browser.get(&format!("{page}?back=%2F%2Fevil.example%2Fdesk")).await;
    assert_eq!(form.attribute("input[name=back]", "value"), "/desk");
    let form = owner.browser.get(&format!("{page}?back=%2Fdesk%3Fqueue%3Dstale")).await;
    assert_eq!(form.attribute(".actions a", "href"), "/desk?queue=stale");
    let back = form.attribute("input[name=back]", "value");
    let hers = [("act", "withdraw"), ("note", "Мы спросили Бориса. Зайдите к нам в среду"), ("back", back.as_str())];
    let back = owner.browser.post(&path, &hers).await;
    assert_eq!(back.is(303).location(), "/desk?queue=stale");
    assert_eq!(noticed.house.deeds("requests.closed").await, 1);
    anna.browser.get(&format!("/requests/{request}")).await.is(200).sees("Зайдите к нам в среду").sees("Олег Рин");
    statement!(AUDITED = "select count(*) from identity_audit where community_id = $1 and act like 'requests.tended-%'");
    assert_eq!(noticed.house.one(&AUDITED, &[]).await, 2);
    drop(noticed.letters().await);
}
