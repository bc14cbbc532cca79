//! Letters of introductions, of help that was confirmed and of deals; and deeds of which no letter ever tells.

use crate::answering::answer;
use crate::house::{Person, TestHouse, asked};
use crate::noticing::{Noticed, noticed, said};
use kernel::{Letter, Locale};
use requests::deeds;
use store::{Deed, FollowerRole, Party, args, statement};

statement!(
    INTRODUCTION = "select id from requests_introductions where community_id = $1 and request_id = $2 order by id desc limit 1"
);
statement!(HELP = "select id from requests_helps where community_id = $1 and request_id = $2 and undone_at is null");
statement!(DEAL = "select id from requests_deals where community_id = $1 and request_id = $2 and replaced_at is null");
statement!(FORGET = "delete from follower_cursors where community_id = $1 and follower = 'requests.notices'");

async fn with_phone(house: &TestHouse, person: &Person, number: &str) {
    let mut scope = house.write().await;
    people::profile::fill(&mut scope, person.member, &[("phone", number)]).await.expect("a profile");
    scope.commit().await.expect("it stays");
}

/// The subjects of letters to one person.
fn to<'a>(letters: &'a [Letter], address: &str) -> Vec<&'a Letter> {
    letters.iter().filter(|letter| letter.to == address).collect()
}

struct Three {
    nina: Person,
    ilya: Person,
    vera: Person,
    to_nina: String,
    to_ilya: String,
    to_vera: String,
}

/// An asker, a helper, and somebody to recommend; the last two read English.
async fn three(noticed: &Noticed) -> Three {
    let nina = noticed.house.member("Нина Абрамова", &[]).await;
    let ilya = noticed.house.member("Илья Громов", &[]).await;
    let vera = noticed.house.member("Вера Кочетова", &[]).await;
    noticed.speaks(&vera, Locale::En).await;
    noticed.speaks(&ilya, Locale::En).await;
    let (to_nina, to_ilya, to_vera) = (noticed.address(&nina).await, noticed.address(&ilya).await, noticed.address(&vera).await);
    Three { nina, ilya, vera, to_nina, to_ilya, to_vera }
}

async fn recommended(noticed: &Noticed, three: &mut Three, request: i64) -> (i64, String) {
    let person = three.vera.member.to_string();
    let answer = answer(&mut three.ilya, request, "recommendation", "Знает это лучше всех", &[("person", &person)]).await;
    (answer, format!("/requests/introductions/{}", noticed.house.one(&INTRODUCTION, args![request]).await))
}

#[tokio::test]
async fn an_introduction_is_told_to_both_as_far_as_it_has_come() {
    let noticed = noticed().await;
    let mut three = three(&noticed).await;
    with_phone(&noticed.house, &three.vera, "+7 900 555-66-77").await;
    with_phone(&noticed.house, &three.nina, "+7 900 111-22-33").await;
    let request = asked(&mut three.nina, "Нужен редактор", &[]).await;
    drop(noticed.letters().await);
    let (_, place) = recommended(&noticed, &mut three, request).await;
    let letters = noticed.letters().await;
    let hers = to(&letters, &three.to_vera);
    let [proposed] = &hers[..] else { panic!("one letter to Vera, not {hers:?}") };
    assert_eq!(proposed.subject, "An introduction: Нина Абрамова");
    assert!(said(proposed).contains("Илья Громов thinks the two of you should meet: Нина Абрамова"), "{}", proposed.text);
    assert!(proposed.text.contains(&place) && proposed.html.contains("<html lang=\"en\">"), "{}", proposed.html);
    let subjects: Vec<&str> = to(&letters, &three.to_nina).iter().map(|letter| letter.subject.as_str()).collect();
    assert_eq!((&subjects[..], letters.len()), (&["Илья Громов отвечает на ваш запрос"][..], 2), "one letter tells of both");

    three.vera.browser.post(&format!("{place}/acceptance"), &[]).await.is(303);
    let awaited = noticed.letters().await;
    assert_eq!(awaited.iter().map(|letter| letter.to.as_str()).collect::<Vec<_>>(), [three.to_nina.as_str()]);
    assert!(said(&awaited[0]).contains("Вера Кочетова соглашается на знакомство"), "{}", awaited[0].text);
    assert!(said(&awaited[0]).contains("Нужен редактор") && awaited[0].html.contains("<html lang=\"ru\">"));
    three.nina.browser.post(&format!("{place}/acceptance"), &[]).await.is(303);
    let met = noticed.letters().await;
    assert_eq!(met.iter().map(|letter| letter.to.as_str()).collect::<Vec<_>>(), [three.to_vera.as_str()]);
    assert_eq!(met[0].subject, "You have been introduced: Нина Абрамова");
    for letter in letters.iter().chain(&awaited).chain(&met) {
        assert!(!letter.text.contains("555-66-77") && !letter.text.contains("111-22-33"), "contacts stay on the page");
    }
}

#[tokio::test]
async fn a_letter_tells_only_what_its_reader_may_see_when_it_is_written() {
    let noticed = noticed().await;
    let mut three = three(&noticed).await;
    let helper = three.ilya.member.to_string();
    let secret = asked(&mut three.nina, "Тайное дело", &[("sight", "chosen"), ("person", &helper)]).await;
    drop(noticed.letters().await);
    let (_, place) = recommended(&noticed, &mut three, secret).await;
    let letters = noticed.letters().await;
    assert_eq!((to(&letters, &three.to_vera).len(), to(&letters, &three.to_nina).len()), (0, 1), "the asker's word comes first");
    three.nina.browser.post(&format!("{place}/acceptance"), &[]).await.is(303);
    let letters = noticed.letters().await;
    let [letter] = &letters[..] else { panic!("one letter, not {letters:?}") };
    assert_eq!(
        (letter.to.as_str(), letter.subject.as_str()),
        (three.to_vera.as_str(), "Нина Абрамова agreed: now it is up to you")
    );
    assert!(said(letter).contains("Тайное дело"), "now she may see it: {}", letter.text);

    let open = asked(&mut three.nina, "Нужен редактор", &[]).await;
    drop(noticed.letters().await);
    let (answer, _) = recommended(&noticed, &mut three, open).await;
    three.ilya.browser.post(&format!("/requests/{open}/answers/{answer}/deletion"), &[]).await.is(303);
    assert!(noticed.letters().await.is_empty(), "what was taken back is told to nobody");
}

#[tokio::test]
async fn help_and_a_deal_are_told_to_the_helper_while_they_stand() {
    let noticed = noticed().await;
    let mut three = three(&noticed).await;
    let request = asked(&mut three.nina, "Нужна смета", &[]).await;
    answer(&mut three.ilya, request, "solution", "Помогу вот чем", &[]).await;
    drop(noticed.letters().await);
    let helper = three.ilya.member.to_string();
    let (thanks, amount) = (format!("thanks-{helper}"), format!("amount-{helper}"));
    let fields = [
        ("outcome", "solved"),
        ("helper", helper.as_str()),
        (thanks.as_str(), "Спасибо за точный совет"),
        (amount.as_str(), "4 900,50"),
    ];
    let path = format!("/requests/{request}/closure");
    three.nina.browser.post(&path, &fields).await.is(303);
    let letters = noticed.letters().await;
    assert!(letters.iter().all(|letter| letter.to == three.to_ilya && letter.html.contains("<html lang=\"en\">")), "{letters:?}");
    let mut subjects: Vec<&str> = letters.iter().map(|letter| letter.subject.as_str()).collect();
    subjects.sort_unstable();
    assert_eq!(subjects, ["Нина Абрамова says that you helped"], "one letter tells of both");
    assert!(said(&letters[0]).contains("> Спасибо за точный совет") && said(&letters[0]).contains("A deal that came of your help"));
    for letter in &letters {
        assert!(said(letter).contains("Нужна смета") && !said(letter).contains("900,50"), "{}", letter.text);
    }

    let help = noticed.house.one(&HELP, args![request]).await;
    three.nina.browser.post(&format!("/requests/helps/{help}/deal"), &[("amount", "1000")]).await.is(303);
    let deal = noticed.house.one(&DEAL, args![request]).await;
    three.ilya.browser.post(&format!("/requests/deals/{deal}/confirmation"), &[]).await.is(303);
    assert!(noticed.letters().await.is_empty(), "what is confirmed already needs no letter");
    three.nina.browser.post(&format!("/requests/{request}/reopening"), &[]).await.is(409);
    assert!(noticed.letters().await.is_empty());

    let request = asked(&mut three.nina, "Нужен чертёж", &[]).await;
    answer(&mut three.ilya, request, "solution", "Есть похожий", &[]).await;
    drop(noticed.letters().await);
    three.nina.browser.post(&format!("/requests/{request}/closure"), &fields).await.is(303);
    three.nina.browser.post(&format!("/requests/{request}/reopening"), &[]).await.is(303);
    assert_eq!(to(&noticed.letters().await, &three.to_ilya).len(), 0, "what was undone is told to nobody");
}

#[tokio::test]
async fn what_is_opened_again_is_told_once_to_those_who_had_helped_or_answered() {
    let noticed = noticed().await;
    let mut three = three(&noticed).await;
    let request = asked(&mut three.nina, "Нужен чертёж", &[]).await;
    answer(&mut three.ilya, request, "solution", "Есть похожий", &[]).await;
    answer(&mut three.vera, request, "solution", "Спросите в архиве", &[]).await;
    let helper = three.ilya.member.to_string();
    let (close, reopen) = (format!("/requests/{request}/closure"), format!("/requests/{request}/reopening"));
    let fields = [("outcome", "solved"), ("helper", helper.as_str())];
    three.nina.browser.post(&close, &fields).await.is(303);
    drop(noticed.letters().await);
    three.ilya.browser.get("/today").await.lacks("is open again");
    noticed.house.database.clock.pass(3_600_000_000);
    three.nina.browser.post(&reopen, &[]).await.is(303);
    let letters = noticed.letters().await;
    let [to_ilya] = to(&letters, &three.to_ilya)[..] else { panic!("{letters:?}") };
    let [to_vera] = to(&letters, &three.to_vera)[..] else { panic!("{letters:?}") };
    assert!(said(to_ilya).contains("confirmation of your help was undone"), "{}", said(to_ilya));
    assert!(said(to_vera).contains("a request that you answered") && !said(to_vera).contains("undone"), "{}", said(to_vera));
    assert!(to(&letters, &three.to_nina).is_empty());
    for person in [&mut three.ilya, &mut three.vera] {
        person.browser.get("/today").await.sees("A request you helped with is open again: Нина Абрамова");
    }
    answer(&mut three.ilya, request, "solution", "Вот ещё один", &[]).await;
    three.ilya.browser.get("/today").await.lacks("is open again");
    three.nina.browser.post(&close, &fields).await.is(303);
    three.vera.browser.get("/today").await.lacks("is open again");
    noticed.house.database.clock.pass(3_600_000_000);
    drop(noticed.letters().await);
    three.nina.browser.post(&reopen, &[]).await.is(303);
    assert!(noticed.letters().await.is_empty(), "the second time on one day nobody is written to");
}

/// The deed of an answer once more, as it came or with a history.
async fn told_again(noticed: &Noticed, three: &Three, answer: i64, channel: &str) {
    let mut scope = noticed.house.write().await;
    let parties = [Party { part: "answered", identity: three.nina.identity }];
    let deed = Deed {
        kind: deeds::ANSWERED,
        at: scope.now(),
        actor: Some(three.ilya.identity),
        object_kind: deeds::ANSWER,
        object: answer,
        audience: kernel::AudienceId::EVERYONE,
        channel,
        amount: 0,
        parties: &parties,
    };
    scope.deed(deed).await.expect("a deed");
    scope.commit().await.expect("it stays");
}

#[tokio::test]
async fn a_history_and_a_rebuild_are_no_news() {
    let noticed = noticed().await;
    let mut three = three(&noticed).await;
    let request = asked(&mut three.nina, "Нужна смета", &[]).await;
    let answer = answer(&mut three.ilya, request, "solution", "Помогу вот чем", &[]).await;
    assert_eq!(to(&noticed.letters().await, &three.to_nina).len(), 1);
    told_again(&noticed, &three, answer, "import").await;
    assert!(noticed.letters().await.is_empty(), "it came with a history");
    told_again(&noticed, &three, answer, "web").await;
    assert_eq!(to(&noticed.letters().await, &three.to_nina).len(), 1, "the same that happened here is news");

    let who = noticed.house.database.who(noticed.house.community);
    let projections = noticed.runner.followers.iter().filter(|follower| follower.role() == FollowerRole::Projection);
    for follower in projections {
        store::followers::reset(&noticed.house.database.store, follower.as_ref(), &who).await.expect("built anew");
    }
    assert!(noticed.letters().await.is_empty(), "what is built anew tells nothing again");
    let mut scope = noticed.house.write().await;
    assert_eq!(scope.run(&FORGET, &[]).await.expect("forgotten"), 1);
    scope.commit().await.expect("it stays forgotten");
    assert!(noticed.letters().await.is_empty(), "and letters begin at the head");
}
