use kernel::Letter;
use store::Work;
use testkit::{Outbox, TestDatabase};

fn letter(to: &str) -> Letter {
    Letter {
        to: to.to_owned(),
        from_name: "Опора".to_owned(),
        subject: "Код".to_owned(),
        text: "123456".to_owned(),
        html: "<p>123456</p>".to_owned(),
        key: format!("code-{to}"),
        stop: None,
    }
}

async fn write(db: &TestDatabase, to: &str) {
    let community = db.community(to).await;
    let mut scope = db.store.write(&db.who(community)).await.unwrap();
    scope.letter(&letter(to)).await.unwrap();
    scope.commit().await.unwrap();
}

#[tokio::test]
async fn letters_are_read_once_in_their_order() {
    let db = testkit::database().await;
    let outbox = Outbox::of(&db);
    outbox.empty().await;
    write(&db, "anna@example.org").await;
    assert_eq!(outbox.letter_to("anna@example.org").await.text, "123456");
    outbox.empty().await;
    write(&db, "boris@example.org").await;
    assert_eq!(outbox.letters().await.len(), 1);
}

#[tokio::test]
#[should_panic(expected = "was examined by nobody")]
async fn an_unread_letter_is_a_fault() {
    let db = testkit::database().await;
    let _outbox = Outbox::of(&db);
    write(&db, "anna@example.org").await;
}

#[tokio::test]
#[should_panic(expected = "of the kind talk.index is waiting")]
async fn a_forgotten_job_is_a_fault() {
    let db = testkit::database().await;
    let outbox = Outbox::of(&db);
    outbox.forgive("talk.other");
    let community = db.community("Опора").await;
    let mut scope = db.store.write(&db.who(community)).await.unwrap();
    for kind in ["talk.index", "talk.other"] {
        scope.enqueue(Work { kind, payload: serde_json::json!({}), due: None, key: None }).await.unwrap();
    }
    scope.commit().await.unwrap();
}
