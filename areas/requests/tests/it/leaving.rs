use crate::house::{asked, house, id_in};
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
        let list = ilya.browser.get("/requests").await;
        list.lacks("Нина").sees("бывший участник").lacks("Тайный черновик");
        if words_too {
            list.sees("Запрос без слов").lacks("юриста");
        } else {
            list.sees("Ищу юриста в Казани");
        }
        assert_eq!(house.one(&ROWS, args![]).await, 1, "{id} stands, for the answers to it");
    }
}
