use crate::answering::{answer, ends_well};
use crate::house::{asked, house, id_in, main_text};
use crate::routed::{invitations, members, past};
use kernel::{AudienceId, MICROS_PER_DAY};
use store::{args, statement};

statement!(CORRECTIONS = "select count(*) from requests_corrections where community_id = $1 and request_id = $2");
statement!(TAGGED = "select count(*) from requests_tags where community_id = $1 and request_id = $2 and tag = $3");

#[tokio::test]
async fn an_asker_corrects_an_open_request_and_everybody_sees_that_they_did() {
    let house = house().await;
    let mut nina = house.member("Нина Абрамова", &[]).await;
    let mut ilya = house.member("Илья Громов", &[]).await;
    let fields = [("details", "Развод"), ("city", "Казань"), ("tag", "право"), ("deadline", "2026-12-20")];
    let id = asked(&mut nina, "Ищу юриста", &fields).await;
    house.settle().await;
    answer(&mut ilya, id, "solution", "Знаю одного", &[]).await;
    let (page, path) = (format!("/requests/{id}"), format!("/requests/{id}/correction"));
    ilya.browser.get(&page).await.lacks("исправлен").lacks("/correction");
    for refused in [ilya.browser.get(&path).await, ilya.browser.post(&path, &[("title", "Чужое")]).await] {
        refused.is(403);
    }
    let shown = nina.browser.get(&page).await;
    assert_eq!(shown.attribute("a[href$='/correction']", "href"), path);
    let form = nina.browser.get(&path).await;
    form.is(200).lacks("исправлен");
    let same = nina.browser.submit(&form, "#correct", &[]).await;
    same.is(200).sees("Вы ничего не изменили").lacks("исправлен ");
    assert_eq!((house.deeds("requests.corrected").await, house.one(&CORRECTIONS, args![id]).await), (0, 0));
    let new = [("title", "Ищу нотариуса"), ("details", "Наследство и *дача*"), ("tag", "наследство"), ("deadline", "2026-12-25")];
    nina.browser.submit(&form, "#correct", &new).await.is(200).sees("Запрос исправлен");
    let seen = ilya.browser.get(&page).await;
    seen.sees("Ищу нотариуса").has(".prose em").sees("25 декабря").sees("наследство").sees("исправлен ");
    seen.sees("главная фраза, подробности, срок, метки").lacks("юриста").lacks("Развод").sees("Знаю одного");
    let found = ilya.browser.get("/requests?q=нотариус").await;
    assert!(main_text(&found).contains("Ищу нотариуса"));
    assert!(!main_text(&ilya.browser.get("/requests?q=юрист").await).contains("Ищу нотариуса"));
    assert_eq!((house.deeds("requests.corrected").await, house.one(&CORRECTIONS, args![id]).await), (1, 1));
    assert_eq!((house.one(&TAGGED, args![id, "наследство"]).await, house.one(&TAGGED, args![id, "право"]).await), (1, 0));
    nina.browser.post(&format!("{page}/closure"), &[("outcome", "withdrawn")]).await.is(303);
    nina.browser.get(&page).await.lacks("/correction");
    nina.browser.get(&path).await.is(409).sees("уже нельзя");
    nina.browser.post(&path, &[("title", "Ещё раз")]).await.is(409);
    assert_eq!(house.one(&CORRECTIONS, args![id]).await, 1);
    ends_well(&house).await;
}

#[tokio::test]
async fn what_cannot_be_kept_is_said_at_its_field_and_nothing_changes() {
    let house = house().await;
    let mut nina = house.member("Нина", &[]).await;
    let id = asked(&mut nina, "Ищу юриста", &[("deadline", "2026-11-30")]).await;
    let path = format!("/requests/{id}/correction");
    let (long, deadline) = ("я".repeat(141), ("deadline", "2026-11-30"));
    for (field, value, word) in [
        ("title", " ", "одной фразой"),
        ("title", long.as_str(), "140"),
        ("deadline", "2020-01-01", "прошёл"),
        ("topic", "77", "направлени"),
    ] {
        let mut fields = vec![("title", "Иначе"), ("details", "Мои слова"), deadline];
        fields.retain(|held| held.0 != field);
        fields.push((field, value));
        let page = nina.browser.post(&path, &fields).await;
        page.is(422).sees("Мои слова").sees(word).has(&format!("#{field}[aria-invalid=true]"));
    }
    let page = nina.browser.post(&path, &[("title", ""), ("deadline", "вчера")]).await;
    assert_eq!(page.is(422).count("[aria-invalid=true]"), 2, "all faults are said at once");
    assert_eq!(house.one(&CORRECTIONS, args![id]).await, 0);
    house.database.clock.pass(20 * MICROS_PER_DAY);
    let form = nina.browser.get(&path).await;
    assert!(form.attribute("#deadline", "min").as_str() <= "2026-11-30", "the day that has passed may stay");
    let page = nina.browser.submit(&form, "#correct", &[("details", "Всё ещё нужно")]).await;
    page.is(200).sees("Всё ещё нужно").sees("подробности").lacks("подробности, срок");
    ends_well(&house).await;
}

#[tokio::test]
async fn a_draft_and_what_few_see_have_no_correction_for_others() {
    let house = house().await;
    let mut nina = house.member("Нина", &[]).await;
    let mut ilya = house.member("Илья", &[]).await;
    let mut vera = house.member("Вера", &[]).await;
    let chosen = ilya.member.to_string();
    let id = asked(&mut nina, "Тайное дело", &[("sight", "chosen"), ("person", &chosen)]).await;
    let path = format!("/requests/{id}/correction");
    ilya.browser.get(&path).await.is(403);
    vera.browser.get(&path).await.is(404);
    vera.browser.post(&path, &[("title", "Чужое")]).await.is(404);
    let form = nina.browser.get(&path).await;
    nina.browser.submit(&form, "#correct", &[("title", "Тайный нотариус")]).await.is(200).sees("Тайный нотариус");
    ilya.browser.get(&format!("/requests/{id}")).await.sees("Тайный нотариус").sees("исправлен ");
    assert!(!main_text(&vera.browser.get("/requests?q=нотариус").await).contains("Тайный"));
    let draft = nina.browser.post("/requests/new", &[("title", "Черновик"), ("kind", "solution"), ("act", "save")]).await;
    let draft = id_in(draft.is(303).location());
    nina.browser.get(&format!("/requests/{draft}/correction")).await.is(404);
    ends_well(&house).await;
}

#[tokio::test]
async fn reasons_outlive_a_slip_and_not_the_matter() {
    let house = house().await;
    let mut nina = house.member("Нина", &[]).await;
    let ilya = house.member("Илья", &[]).await;
    let others = members(&house, 8).await;
    past(&house, AudienceId::EVERYONE, &nina, &ilya, &others.iter().collect::<Vec<_>>()).await;
    let id = asked(&mut nina, "Кто оформлял визу в Италию через консульство", &[]).await;
    house.settle().await;
    let path = format!("/requests/{id}/correction");
    let told = async || {
        let invitations = invitations(&house, id).await;
        invitations.into_iter().find(|held| held.member == ilya.member).expect("Ilya is asked").reasons.len()
    };
    assert_ne!(told().await, 0);
    nina.browser.post(&path, &[("title", "Кто оформлял визу в Италию через их консульство в Москве?")]).await.is(303);
    assert_ne!(told().await, 0, "a slip");
    nina.browser.post(&path, &[("title", "Ищу бухгалтера для маленькой фирмы")]).await.is(303);
    assert_eq!(told().await, 0, "nobody is told that they answered something like it");
}
