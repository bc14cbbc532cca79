use crate::answering::{answer, ends_well};
use crate::house::{Person, TestHouse, asked, house, id_in};
use kernel::Role;
use people::erasures::Erasable;
use store::{args, statement};
use testkit::File;

statement!(
    LEFT = "select count(*) from requests_requests where community_id = $1 and (title <> '' or details <> '' or city <> '' or wanted <> '')"
);
statement!(ROWS = "select count(*) from requests_requests where community_id = $1");
statement!(TAGS = "select count(*) from requests_tags where community_id = $1");
statement!(WORDS = "select count(*) from requests_words where community_id = $1");
statement!(FILES = "select count(*) from requests_files where community_id = $1");

#[tokio::test]
async fn whoever_is_erased_takes_drafts_along_and_words_if_they_wish() {
    for words_too in [false, true] {
        let house = house().await;
        let mut nina = house.member("Нина Абрамова", &[]).await;
        let mut ilya = house.member("Илья", &[]).await;
        let id = asked(&mut nina, "Ищу юриста в Казани", &[("details", "Развод"), ("city", "Казань"), ("tag", "право")]).await;
        let form = nina.browser.get("/requests/new").await;
        let page = nina.browser.submit(&form, "main form", &[("title", "Тайный черновик"), ("act", "files")]).await;
        let file = File { field: "files", name: "план.txt", kind: "text/plain", bytes: b"plan" };
        let page = nina.browser.upload(&page, "#upload", &[], &[file]).await;
        let draft = id_in(page.path.trim_end_matches("/files"));
        let folder = requests::files::folder(&house.database.place.data, house.community, draft);
        assert!(folder.exists());
        let held = nina.browser.get("/account/data.json").await.json();
        assert_eq!(held["requests"]["asked"].as_array().map(Vec::len), Some(2));
        assert_eq!(held["requests"]["asked"][0]["files"][0]["name"].as_str(), Some("план.txt"));
        let mine = people::policy::myself(&house.who(nina.member).await.viewer).expect("myself");
        let mut scope = house.write().await;
        people::erasures::erase(&mut scope, &Erasable::by_myself(&mine), words_too).await.expect("erased");
        scope.commit().await.expect("gone");
        house.settle().await;
        assert!(!folder.exists(), "the files of drafts go from the disk");
        assert_eq!((house.one(&ROWS, &[]).await, house.one(&FILES, &[]).await), (1, 0));
        let kept = i64::from(!words_too);
        assert_eq!((house.one(&LEFT, &[]).await, house.one(&TAGS, &[]).await), (kept, kept));
        assert_eq!(house.one(&WORDS, &[]).await > 0, !words_too);
        let list = ilya.browser.get("/requests?list=closed").await;
        list.lacks("Нина").sees("бывший участник").lacks("Тайный черновик");
        if words_too {
            list.sees("Запрос без слов").lacks("юриста");
        } else {
            list.sees("Ищу юриста в Казани");
        }
        assert_eq!(house.one(&ROWS, args![]).await, 1, "{id} stands, for the answers to it");
    }
}

statement!(OPEN = "select count(*) from requests_requests where community_id = $1 and state = 'open'");
statement!(
    WITHDRAWN = "select count(*) from requests_requests r join requests_closures c on c.community_id = r.community_id and c.request_id = r.id \
     and c.outcome = 'withdrawn' and c.undone_at is null \
     where r.community_id = $1 and r.state = 'closed' and r.outcome = 'withdrawn' and r.asker_id = $2 and c.by_id = $2"
);
statement!(
    SETTINGS = "select (select count(*) from requests_stops where community_id = $1 and member_id = $2) \
     + (select count(*) from requests_limits where community_id = $1 and member_id = $2) \
     + (select count(*) from requests_mutes where community_id = $1 and member_id = $2) \
     + (select count(*) from requests_pledges where community_id = $1 and member_id = $2)"
);
statement!(REPORTS = "select count(*) from requests_reports where community_id = $1 and by_id = $2");
statement!(
    REPORTS_TOLD = "select count(*) from requests_reports where community_id = $1 and by_id = $2 and (note <> '' or shown <> '')"
);
statement!(TOPIC = "select id from requests_topics where community_id = $1");
statement!(
    HELD = "select count(*) from requests_invitations where community_id = $1 and member_id = $2 and state in ('waiting', 'took')"
);

/// Stops a kind of letter, is asked less, hears nothing of a topic, promises, and reports two things.
async fn lived(house: &TestHouse, person: &mut Person, topic: &str, chosen: i64, open: i64) {
    person.browser.post("/requests/notices", &[("comes", "invited"), ("comes", "answered")]).await.is(303);
    person.browser.post("/requests/limits", &[("per_week", "2")]).await.is(303);
    let mut scope = house.database.store.write(&house.who(person.member).await).await.expect("a turn");
    let actor = requests::policy::actor(&mut scope).await.expect("acts here");
    requests::mutes::mute(&mut scope, actor, topic.parse().expect("a topic")).await.expect("muted");
    scope.commit().await.expect("kept");
    person.browser.post("/requests/pledge", &[("times", "4")]).await.is(303);
    for (request, note) in [(chosen, "Тайная жалоба"), (open, "Открытая жалоба")] {
        let words = [("reason", "rude"), ("note", note), ("shows", "1")];
        person.browser.post(&format!("/requests/{request}/report"), &words).await.is(303);
    }
}

#[tokio::test]
async fn whoever_is_erased_leaves_nothing_open_and_no_settings() {
    let house = house().await;
    let mut owner = house.member("Основатель", &[Role::Owner]).await;
    let mut nina = house.member("Нина Абрамова", &[]).await;
    let mut ilya = house.member("Илья", &[]).await;
    owner.browser.post("/requests/topics", &[("name", "Визы")]).await.is(303);
    let topic = house.one(&TOPIC, &[]).await.to_string();
    let (of_nina, of_ilya) = (nina.member.to_string(), ilya.member.to_string());
    let chosen = asked(&mut ilya, "Тайное дело", &[("sight", "chosen"), ("person", &of_nina)]).await;
    let open = asked(&mut ilya, "Открытое дело", &[]).await;
    let first = asked(&mut nina, "Ищу юриста", &[]).await;
    asked(&mut nina, "Ищу врача", &[("sight", "chosen"), ("person", &of_ilya)]).await;
    house.settle().await;
    lived(&house, &mut nina, &topic, chosen, open).await;
    let held = nina.browser.get("/account/data.json").await.json();
    let held = &held["requests"];
    assert_eq!(
        ["stops", "mutes", "pledges", "reports"].map(|part| held[part].as_array().map(Vec::len)),
        [Some(5), Some(1), Some(1), Some(2)]
    );
    assert_eq!((held["limits"]["per_week"].as_i64(), held["pledges"][0]["times"].as_i64()), (Some(2), Some(4)));
    assert!(held["invitations"].as_array().is_some_and(|list| list.iter().any(|one| one["request"] == chosen)), "{held}");
    let theirs = ilya.browser.get("/account/data.json").await.json();
    assert_eq!((theirs["requests"]["reports"].as_array().map(Vec::len), theirs["requests"]["limits"].is_null()), (Some(0), true));
    assert_eq!((house.one(&REPORTS_TOLD, args![nina.member]).await, house.one(&SETTINGS, args![nina.member]).await), (2, 8));
    let mine = people::policy::myself(&house.who(nina.member).await.viewer).expect("myself");
    let mut scope = house.write().await;
    people::erasures::erase(&mut scope, &Erasable::by_myself(&mine), false).await.expect("erased");
    scope.commit().await.expect("gone");
    ends_well(&house).await;
    assert_eq!((house.one(&OPEN, &[]).await, house.one(&WITHDRAWN, args![nina.member]).await), (2, 2), "those of others stay open");
    assert_eq!(house.deeds("requests.closed").await, 2);
    assert_eq!((house.one(&REPORTS, args![nina.member]).await, house.one(&REPORTS_TOLD, args![nina.member]).await), (2, 0));
    assert_eq!((house.one(&SETTINGS, args![nina.member]).await, house.one(&HELD, args![nina.member]).await), (0, 0));
    ilya.browser.get(&format!("/requests/{first}")).await.is(200).sees("Ищу юриста").lacks("Нина");
    ilya.browser.post(&format!("/requests/{first}/answers"), &[("kind", "solution"), ("text", "Поздно")]).await.is(409);
}

statement!(INTRODUCTION = "select max(id) from requests_introductions where community_id = $1 and request_id = $2");
statement!(PENDING = "select count(*) from requests_introductions where community_id = $1 and declined_at is null");

#[tokio::test]
async fn whoever_leaves_waits_for_nothing_and_nobody_waits_for_them() {
    let house = house().await;
    let mut nina = house.member("Нина Абрамова", &[]).await;
    let mut ilya = house.member("Илья", &[]).await;
    let mut vera = house.member("Вера", &[]).await;
    let (of_nina, of_vera) = (nina.member.to_string(), vera.member.to_string());
    let hers = asked(&mut nina, "Ищу юриста", &[]).await;
    let his = asked(&mut ilya, "Тайное дело", &[("sight", "chosen"), ("person", &of_nina)]).await;
    let open = asked(&mut ilya, "Ищу врача", &[]).await;
    answer(&mut ilya, hers, "recommendation", "Вера знает", &[("person", &of_vera)]).await;
    let of_hers = house.one(&INTRODUCTION, args![hers]).await;
    answer(&mut vera, open, "recommendation", "Нина знает", &[("person", &of_nina)]).await;
    let of_open = house.one(&INTRODUCTION, args![open]).await;
    house.settle().await;
    assert_eq!((house.one(&PENDING, &[]).await, house.one(&HELD, args![nina.member]).await > 0), (2, true));
    nina.browser.post("/account/leave", &[]).await.is(303);
    // Before the house comes to it, nobody can do what would come to nothing.
    let words = [("kind", "solution"), ("text", "Вот что я знаю")];
    let late = vera.browser.post(&format!("/requests/{hers}/answers"), &words).await;
    late.is(409).sees("Автор вышел из сообщества").sees("Вот что я знаю");
    vera.browser.post(&format!("/requests/introductions/{of_hers}/acceptance"), &[]).await.is(409).sees("вышел из сообщества");
    ilya.browser.post(&format!("/requests/introductions/{of_open}/acceptance"), &[]).await.is(409);
    ends_well(&house).await;
    assert_eq!((house.one(&OPEN, &[]).await, house.one(&WITHDRAWN, args![nina.member]).await), (2, 1), "those of others stay open");
    assert_eq!((house.one(&PENDING, &[]).await, house.one(&HELD, args![nina.member]).await), (0, 0));
    vera.browser
        .get(&format!("/requests/{hers}"))
        .await
        .is(200)
        .sees("Автор вышел из сообщества, поэтому запрос снят")
        .sees("Ищу юриста");
    vera.browser.post(&format!("/requests/{hers}/answers"), &words).await.is(409);
    vera.browser.post(&format!("/requests/introductions/{of_hers}/acceptance"), &[]).await.is(409);
    let comment = [("kind", "comment"), ("text", "Ещё ищу")];
    ilya.browser.post(&format!("/requests/{his}/answers"), &comment).await.is(303);
    ends_well(&house).await;
}

#[tokio::test]
async fn whoever_is_back_before_the_house_came_to_it_keeps_what_they_asked() {
    let house = house().await;
    let mut nina = house.member("Нина Абрамова", &[]).await;
    asked(&mut nina, "Ищу юриста", &[]).await;
    house.settle().await;
    nina.browser.post("/account/leave", &[]).await.is(303);
    let mut scope = house.write().await;
    let account = identity::member::member(&mut scope, nina.member).await.expect("a member").account.expect("an account");
    let name = identity::parsed::Name::parse("Нина Абрамова").expect("a name");
    identity::member::join(&mut scope, account, &name, identity::member::Arrival::default()).await.expect("back");
    scope.commit().await.expect("it stays");
    ends_well(&house).await;
    assert_eq!(house.one(&OPEN, &[]).await, 1);
    nina.browser.post("/account/leave", &[]).await.is(303);
    ends_well(&house).await;
    assert_eq!((house.one(&OPEN, &[]).await, house.one(&WITHDRAWN, args![nina.member]).await), (0, 1), "gone again");
}

statement!(HELP = "select max(id) from requests_helps where community_id = $1 and request_id = $2");
store::global_statement!(NAMES_LEFT = "select count(*) from jobs where payload like '%Абрам%'");
statement!(NAMED = "select count(*) from requests_answers where community_id = $1 and text like '%Абрам%'");

#[tokio::test]
async fn whoever_is_erased_is_named_no_more_where_others_recommended_or_thanked_them() {
    let house = house().await;
    let mut nina = house.member("Нина Абрамова", &[]).await;
    let mut ilya = house.member("Илья", &[]).await;
    let mut vera = house.member("Вера", &[]).await;
    let (of_nina, id) = (nina.member.to_string(), asked(&mut ilya, "Кто знает бухгалтера", &[]).await);
    let path = format!("/requests/{id}");
    let text = "Спросите **Нину Абрамову**: она ведёт НКО";
    answer(&mut vera, id, "recommendation", text, &[("person", &of_nina)]).await;
    answer(&mut vera, id, "comment", "Абрамцево рядом", &[]).await;
    answer(&mut nina, id, "solution", "Помогу с отчётом", &[]).await;
    let (thanks, shown) = (format!("thanks-{of_nina}"), format!("shown-{of_nina}"));
    let fields = [("outcome", "solved"), ("helper", of_nina.as_str()), (thanks.as_str(), "Нина, вы чудо!"), (shown.as_str(), "1")];
    ilya.browser.post(&format!("{path}/closure"), &fields).await.is(303);
    nina.browser.post(&format!("/requests/helps/{}/thanks", house.one(&HELP, args![id]).await), &[("agrees", "1")]).await.is(303);
    house.settle().await;
    vera.browser.get(&path).await.sees("Нину Абрамову").sees("Нина, вы чудо!");
    assert_eq!(house.one(&NAMED, &[]).await, 2);
    let mine = people::policy::myself(&house.who(nina.member).await.viewer).expect("myself");
    let mut scope = house.write().await;
    people::erasures::erase(&mut scope, &Erasable::by_myself(&mine), false).await.expect("erased");
    scope.commit().await.expect("gone");
    ends_well(&house).await;
    let page = vera.browser.get(&path).await;
    page.lacks("Нин").lacks("Абрамов").sees("Спросите").sees("она ведёт НКО").sees("вы чудо!").sees("Абрамцево рядом");
    page.sees("бывший участник, вы чудо!").sees("Помогу с отчётом");
    assert_eq!(house.one(&NAMED, &[]).await, 1, "what is no name stays");
    let mut global = house.database.store.global_read().await.expect("the jobs");
    assert_eq!(global.one::<i64>(&NAMES_LEFT, &[]).await.expect("a count"), 0, "no job keeps the name");
}

#[tokio::test]
async fn what_came_of_requests_is_taken_home_by_both_and_by_nobody_else() {
    let house = house().await;
    let mut nina = house.member("Нина Абрамова", &[]).await;
    let mut ilya = house.member("Илья", &[]).await;
    let mut vera = house.member("Вера", &[]).await;
    let id = asked(&mut nina, "Нужна смета", &[("tag", "ремонт")]).await;
    answer(&mut ilya, id, "solution", "Помогу вот чем", &[]).await;
    answer(&mut ilya, id, "recommendation", "Знает лучше", &[("person", &vera.member.to_string())]).await;
    let (helper, words, amount) = (ilya.member.to_string(), format!("thanks-{}", ilya.member), format!("amount-{}", ilya.member));
    let fields =
        [("outcome", "solved"), ("note", "Всё сошлось"), ("helper", &helper), (&words, "Спасибо за смету"), (&amount, "100")];
    nina.browser.post(&format!("/requests/{id}/closure"), &fields).await.is(303);
    let hers = nina.browser.get("/account/data.json").await.json();
    let his = ilya.browser.get("/account/data.json").await.json();
    let (own, end) = (&hers["requests"]["asked"][0], &hers["requests"]["asked"][0]["endings"][0]);
    assert_eq!(
        (own["tags"][0].as_str(), end["outcome"].as_str(), end["note"].as_str()),
        (Some("ремонт"), Some("solved"), Some("Всё сошлось"))
    );
    for (told, other, stated) in
        [(&hers["requests"]["was_helped"], ilya.member, true), (&his["requests"]["helped"], nina.member, false)]
    {
        assert_eq!((told.as_array().map(Vec::len), told[0]["with"].as_i64()), (Some(1), Some(other.0)), "{told}");
        let deal = &told[0]["deals"][0];
        assert_eq!((told[0]["thanks"].as_str(), deal["amount_minor"].as_i64()), (Some("Спасибо за смету"), Some(10_000)), "{told}");
        assert_eq!((deal["stated_by_me"].as_bool(), deal["confirmed_at"].is_null()), (Some(stated), true), "{told}");
    }
    let theirs = vera.browser.get("/account/data.json").await;
    theirs.lacks("Спасибо за смету").lacks("10000");
    assert_eq!(theirs.json()["requests"]["introduced_to_askers"][0]["with"].as_i64(), Some(nina.member.0));
    assert_eq!(hers["requests"]["introduced_as_asker"][0]["with"].as_i64(), Some(vera.member.0));
}
