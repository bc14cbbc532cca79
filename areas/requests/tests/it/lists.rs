use crate::house::{TestHouse, asked, house};
use kernel::{MICROS_PER_SECOND, MemberId, Role};
use store::{args, statement};

statement!(
    FILL = "insert into requests_requests (community_id, id, audience_id, asker_id, state, kind, title, details, city, city_key, wanted, \
     created_at, changed_at, asked_at, answers, stage, round, outcome, closed_at) \
     values ($1, $2, 0, $3, $4, 'contact', $5, '', '', '', '', $6, $6, $6, 0, 'routed', 0, $7, $8)"
);
statement!(WORD = "insert into requests_words (community_id, stem, audience_id, request_id) values ($1, $2, 0, $3)");
statement!(
    CLOSE = "update requests_requests set state = 'closed', outcome = $3, closed_at = $4 where community_id = $1 and id = $2"
);
statement!(
    INVITE = "insert into requests_invitations (community_id, id, request_id, member_id, round, cause, reasons, state, invited_at) \
     values ($1, $2, $3, $4, 1, 'routed', '[]', 'waiting', $5)"
);

/// So many open requests and as many closed ones, by one asker, each an invitation of another member.
async fn fill(house: &TestHouse, asker: MemberId, invited: MemberId, count: i64) {
    let mut scope = house.write().await;
    let (first, now) = (scope.deal_many(3 * count).expect("numbers"), scope.now());
    let (mut rows, mut words, mut invitations) = (Vec::new(), Vec::new(), Vec::new());
    for number in 0..2 * count {
        let (id, at, open) = (first + number, now - number * MICROS_PER_SECOND, number % 2 == 0);
        let (state, outcome) = if open { ("open", None) } else { ("closed", Some("solved")) };
        rows.push(args![id, asker, state, format!("Запрос номер {number}"), at, outcome, (!open).then_some(at)].to_vec());
        words.push(args![7, id].to_vec());
        if open {
            invitations.push(args![first + 2 * count + number / 2, id, invited, at].to_vec());
        }
    }
    scope.run_many(&FILL, rows).await.expect("rows");
    scope.run_many(&WORD, words).await.expect("words");
    scope.run_many(&INVITE, invitations).await.expect("invitations");
    scope.commit().await.expect("they stay");
}

#[tokio::test]
async fn pages_cost_the_same_at_ten_and_at_ten_thousand() {
    let house = house().await;
    let mut nina = house.member("Нина Абрамова", &[]).await;
    let ilya = house.member("Илья", &[]).await;
    let mut owner = house.member("Анна", &[Role::Owner]).await;
    owner.browser.post("/requests/topics", &[("name", "Семья")]).await.is(303);
    let topic = owner.browser.get("/requests/topics").await.link("Семья");
    let topic_id = topic.rsplit('/').next().expect("a number").to_owned();
    asked(&mut nina, "Ищу юриста по разводам", &[("topic", &topic_id), ("tag", "право")]).await;
    let draft = nina.browser.post("/requests/new", &[("title", "Черновик"), ("topic", &topic_id), ("act", "save")]).await;
    let draft = draft.location().to_owned();
    fill(&house, ilya.member, nina.member, 10).await;
    let paths = [
        "/requests",
        "/requests?kind=contact&topic=1&tag=право&city=Казань",
        "/requests?list=invited",
        "/requests?list=mine",
        "/requests?list=closed",
        "/requests/new",
        "/requests/drafts",
        &draft,
        &format!("{draft}?find=Илья"),
        &format!("{draft}/preview"),
        &format!("{draft}/files"),
        "/requests/similar?q=юрист+по+разводам",
        "/requests/topics",
        &topic,
    ];
    let mut few = Vec::new();
    for path in paths {
        few.push(house.statements(&mut nina, path).await);
    }
    for _ in 0..5 {
        fill(&house, ilya.member, nina.member, 1_000).await;
    }
    for (path, before) in paths.iter().zip(few) {
        let after = house.statements(&mut nina, path).await;
        assert_eq!(before, after, "{path}");
        assert!(after <= 8, "{path} takes {after} statements");
    }
}

#[tokio::test]
async fn lists_turn_their_pages_and_are_narrowed() {
    let house = house().await;
    let mut nina = house.member("Нина Абрамова", &[]).await;
    let mut ilya = house.member("Илья Громов", &[]).await;
    nina.browser.get("/requests").await.sees("Открытых запросов нет");
    nina.browser.get("/requests?list=closed").await.sees("Закрытых запросов пока нет");
    nina.browser.get("/requests?list=invited").await.sees("Вас пока не просили");
    nina.browser.get("/requests?list=mine").await.sees("ещё ничего не спрашивали");
    fill(&house, ilya.member, nina.member, 40).await;
    let more = [("kind", "partner"), ("tag", "Право, суд"), ("city", "Нижний Тагил"), ("deadline", "2099-01-01")];
    nina.browser.post("/requests/new", &[("title", "Далеко"), more[3], ("act", "ask")]).await.is(422).sees("дальше, чем через год");
    let id = asked(&mut nina, "Ищу соавтора", &more[..3]).await;
    for list in ["", "list=closed", "list=invited"] {
        let mut page = ilya.browser.get(&format!("/requests?{list}")).await;
        if list == "list=invited" {
            page = nina.browser.get("/requests?list=invited").await;
        }
        let mut seen = page.all("main .item h3");
        assert_eq!(seen.len(), 30, "{list}");
        let next = page.attribute("a[rel=next]", "href");
        let browser = if list == "list=invited" { &mut nina.browser } else { &mut ilya.browser };
        let page = browser.get(&next).await;
        seen.extend(page.all("main .item h3"));
        seen.sort();
        seen.dedup();
        assert_eq!(seen.len(), if list.is_empty() { 41 } else { 40 }, "{list}: every one once");
        assert_eq!(page.count("a[rel=next]"), 0);
    }
    nina.browser.get("/requests?list=mine").await.sees("Ищу соавтора").lacks("Запрос номер");
    for narrowed in ["kind=partner", "tag=СУД", "tag=%23право", "city=нижний+тагил", "kind=partner&tag=суд&city=Нижний+Тагил"]
    {
        let page = ilya.browser.get(&format!("/requests?{narrowed}")).await;
        assert_eq!(page.all("main .item h3"), ["Ищу соавтора"], "{narrowed}");
    }
    ilya.browser.get("/requests?tag=право&kind=opinion").await.sees("Таких запросов нет");
    for unknown in ["before=nonsense", "list=zzz", "kind=zzz", "topic=zzz", "topic=-1"] {
        ilya.browser.get(&format!("/requests?{unknown}")).await.is(404);
    }
    let mut scope = house.write().await;
    let now = scope.now();
    scope.run(&CLOSE, args![id, "solved", now]).await.expect("closed");
    scope.commit().await.expect("it stays closed");
    let closed = ilya.browser.get("/requests?list=closed&tag=суд").await;
    closed.sees("Ищу соавтора").sees("решён").lacks("ждёт ответа");
}

#[tokio::test]
async fn solved_requests_are_met_by_who_asks_the_like() {
    let house = house().await;
    let mut nina = house.member("Нина Абрамова", &[]).await;
    let mut ilya = house.member("Илья Громов", &[]).await;
    let lawyer = asked(&mut nina, "Ищу юриста по семейным спорам", &[("details", "Раздел имущества после развода")]).await;
    let vain = asked(&mut nina, "Посоветуйте юриста: семейный спор и развод", &[]).await;
    asked(&mut nina, "Need an accountant for charities", &[("details", "Annual reports and grants")]).await;
    let mut scope = house.write().await;
    let now = scope.now();
    scope.run(&CLOSE, args![lawyer, "solved", now]).await.expect("closed");
    scope.run(&CLOSE, args![vain, "unsolved", now]).await.expect("closed");
    scope.commit().await.expect("they stay closed");
    let page = ilya.browser.get("/requests/similar?q=Кто+знает+семейных+юристов:+спор+о+разводе&part").await;
    page.is(200).sees("Ищу юриста по семейным спорам").sees("решён").lacks("Посоветуйте").lacks("accountant");
    assert_eq!(page.count("html > body nav"), 0, "only the part");
    let told = "%0AЕсть+grants,+annual+reports,+accountant,+брачный+договор,+квартира,+суд,+ребёнок,+алименты&part";
    ilya.browser
        .get(&format!("/requests/similar?q=Юрист:+семейный+спор{told}"))
        .await
        .sees("Ищу юриста по семейным")
        .lacks("accountant");
    ilya.browser.get("/requests/similar?q=Последний+удобный+день+делать+специалист&part").await.lacks("Ищу юриста");
    ilya.browser.get("/requests/similar?q=accountants+for+a+charity").await.sees("Need an accountant").sees("ждёт помощи");
    ilya.browser.get("/requests/similar?q=кто+может+помочь").await.sees("Такого ещё не спрашивали");
    // Without a script it stands on the form that comes back, and on the preview.
    let fields = [("title", "Юрист для семейного спора"), ("deadline", "вчера"), ("act", "ask")];
    ilya.browser.post("/requests/new", &fields).await.is(422).sees("Ищу юриста по семейным спорам");
    let form = ilya.browser.get("/requests/new").await;
    let preview = ilya.browser.submit(&form, "main form", &[("title", "Юрист для семейного спора"), ("act", "preview")]).await;
    preview.sees("Ищу юриста по семейным спорам").lacks("Посоветуйте");
}

#[tokio::test]
async fn requests_are_found_by_their_words_in_any_form_and_chosen_ones_by_the_chosen_alone() {
    let house = house().await;
    let mut nina = house.member("Нина Абрамова", &[]).await;
    let mut ilya = house.member("Илья", &[]).await;
    let mut owner = house.member("Анна", &[Role::Owner]).await;
    let solved = asked(&mut nina, "Ищу столяра для лестницы", &[]).await;
    nina.browser.post(&format!("/requests/{solved}/closure"), &[("outcome", "withdrawn")]).await.is(303);
    asked(&mut nina, "Где заказать окна", &[]).await;
    asked(&mut nina, "Столяр для тайной двери", &[("sight", "chosen"), ("person", &ilya.member.to_string())]).await;
    let titles = |page: testkit::Page| page.is(200).all("main .rows h3");
    assert_eq!(titles(ilya.browser.get("/requests?q=столяры").await).len(), 2);
    assert_eq!(titles(owner.browser.get("/requests?q=столяры").await), ["Ищу столяра для лестницы"]);
    owner.browser.get("/requests?q=тайная+дверь").await.sees("Об этом ещё не спрашивали").lacks("Столяр");
    owner.browser.get("/requests?q=%22%3E%3Cb%3E").await.is(200).lacks("\"><b>");
}

#[tokio::test]
async fn the_account_leads_to_what_members_set_for_themselves() {
    let house = house().await;
    let mut nina = house.member("Нина", &[]).await;
    let account = nina.browser.get("/account").await;
    account.is(200).sees("О чём вам пишут и что вы обещали");
    for path in ["/requests/limits", "/requests/notices", "/requests/pledge"] {
        account.has(&format!("main .item a[href='{path}']"));
        nina.browser.get(path).await.is(200);
    }
}
