//! The projection of the ledger: exact, the same when rebuilt, and empty of what was taken back.

use crate::support::{TestApp, at, say};
use kernel::AudienceId;
use store::{Deed, Follower, Party, args, followers, statement};

statement!(
    MONTHS = "select identity_id, month, audience_id, messages, replies, answered, reactions, last_at from people_activity where community_id = $1 order by 1, 2, 3"
);
statement!(
    TIES = "select identity_id, other_id, audience_id, given, received, last_at from people_ties where community_id = $1 order by 1, 2, 3"
);
statement!(
    TOTALS =
        "select identity_id, audience_id, messages, first_at, last_at from people_totals where community_id = $1 order by 1, 2"
);

type Read = (Vec<(i64, i64, i64, i64, i64, i64, i64, i64)>, Vec<(i64, i64, i64, i64, i64, i64)>, Vec<(i64, i64, i64, i64, i64)>);

async fn read(app: &TestApp) -> Read {
    (app.rows(&MONTHS, &[]).await, app.rows(&TIES, &[]).await, app.rows(&TOTALS, &[]).await)
}

#[tokio::test]
async fn what_the_ledger_says_is_counted_once_and_rebuilt_the_same() {
    let app = TestApp::founded().await;
    let people = app.imported(&["Нина Абрамова", "Вера Кочетова"]).await;
    let (nina, vera) = (people[0], people[1]);
    let hidden = AudienceId(777);
    // 23:30 in London is the next month in Moscow.
    app.said(nina, None, at("2024-02-29T22:30:00Z"), hidden).await;
    app.said(vera, Some(nina), at("2024-03-01T10:00:00Z"), hidden).await;
    app.said(nina, Some(vera), at("2024-04-02T10:00:00Z"), AudienceId::EVERYONE).await;
    app.catch_up().await;
    let (months, ties, totals) = read(&app).await;
    let march = at("2024-03-01T10:00:00Z");
    assert_eq!(months[0], (nina.0, 202_403, 777, 1, 0, 1, 0, march), "Nina wrote and was answered in March of Moscow");
    assert_eq!(months.len(), 4);
    assert!(ties.contains(&(vera.0, nina.0, 777, 1, 0, march)) && ties.contains(&(nina.0, vera.0, 777, 0, 1, march)));
    assert_eq!(totals.iter().map(|row| row.2).sum::<i64>(), 3);
    app.catch_up().await;
    assert_eq!(read(&app).await, (months.clone(), ties.clone(), totals.clone()), "nothing is counted twice");
    followers::reset(&app.database.store, &people::Activity, &app.system()).await.expect("a reset");
    assert!(read(&app).await.0.is_empty());
    app.catch_up().await;
    assert_eq!(read(&app).await, (months, ties, totals), "rebuilt from zero it is the same");
    app.healthy().await;
}

#[tokio::test]
async fn an_import_taken_back_leaves_no_trace_and_others_stay() {
    let app = TestApp::founded().await;
    let people = app.imported(&["Нина", "Вера"]).await;
    let mut scope = app.write().await;
    let import = identity::audience::create(&mut scope, "import").await.expect("an audience");
    say(&mut scope, people[0], None, 1, import).await;
    say(&mut scope, people[1], Some(people[0]), 2, AudienceId::EVERYONE).await;
    scope.commit().await.expect("a slice");
    app.catch_up().await;
    assert_eq!(app.rows::<(i64, i64, i64, i64, i64)>(&TOTALS, &[]).await.len(), 2);
    let mut scope = app.write().await;
    say(&mut scope, people[0], None, 3, import).await;
    identity::audience::withdraw(&mut scope, import).await.expect("withdrawn");
    let deed = Deed {
        kind: "import.withdrawn",
        at: 4,
        actor: None,
        object_kind: "import",
        object: 1,
        audience: import,
        channel: "web",
        amount: 0,
        parties: &[],
    };
    scope.deed(deed).await.expect("a deed");
    scope.commit().await.expect("taken back");
    app.catch_up().await;
    let (months, ties, totals) = read(&app).await;
    assert!(months.iter().all(|row| row.2 == 0) && ties.iter().all(|row| row.2 == 0), "{months:?} {ties:?}");
    assert_eq!(totals.iter().map(|row| (row.0, row.1)).collect::<Vec<_>>(), [(people[1].0, 0)]);
    app.healthy().await;
}

/// A slice as a long import writes it: five hundred deeds of a hundred people.
#[tokio::test]
async fn a_slice_of_an_import_is_cheap() {
    const SLICES: i64 = 8;
    let app = TestApp::founded().await;
    let names: Vec<String> = (0..100).map(|number| format!("Человек {number}")).collect();
    let people = app.imported(&names.iter().map(String::as_str).collect::<Vec<_>>()).await;
    let answered: Vec<Vec<Party<'_>>> = (0..500 * SLICES)
        .map(|number| {
            if number % 5 < 2 {
                vec![Party { part: "answered", identity: people[(number * 13 % 97) as usize] }]
            } else {
                Vec::new()
            }
        })
        .collect();
    let deeds: Vec<Deed<'_>> = (0..500 * SLICES)
        .zip(&answered)
        .map(|(number, parties)| Deed {
            kind: if parties.is_empty() { "talk.message" } else { "talk.reply" },
            at: at("2024-01-01T00:00:00Z") + number * 60_000_000,
            actor: Some(people[(number * 7 % 100) as usize]),
            object_kind: "message",
            object: number,
            audience: AudienceId(9),
            channel: store::deeds::IMPORTED,
            amount: 0,
            parties,
        })
        .collect();
    let mut scope = app.write().await;
    scope.deeds(&deeds).await.expect("the deeds");
    scope.commit().await.expect("the deeds");
    let mut scope = app.write().await;
    let deeds = scope.deeds_after(0, 500 * SLICES).await.expect("the deeds");
    let before = app.database.store.statements_run();
    let watch = kernel::Clock::stopwatch();
    for slice in deeds.chunks(500) {
        people::Activity.meet(&mut scope, slice).await.expect("a slice");
    }
    let each = watch.elapsed().as_micros() as f64 / deeds.len() as f64;
    let rows = (app.database.store.statements_run() - before) as f64 / deeds.len() as f64;
    println!("{each:.1} µs and {rows:.2} statements a deed");
    assert!(rows < 1.5, "a slice is summed before it is written: {rows} statements a deed");
    scope.run(&NOTHING, args![]).await.expect("the scope still works");
}

statement!(NOTHING = "update people_totals set messages = messages where community_id = $1 and identity_id = 0");

#[tokio::test]
async fn a_member_is_here_since_the_history_knew_them() {
    let app = TestApp::founded().await;
    let people = app.imported(&["Нина Абрамова", "Вера Кочетова"]).await;
    let mut scope = app.write().await;
    let hidden = identity::audience::create(&mut scope, "import").await.expect("an audience");
    let invited = [Party { part: "invited", identity: people[1] }];
    for (kind, actor, when, audience, parties) in [
        ("chat.joined", people[0], "2018-11-22T12:00:00Z", AudienceId::EVERYONE, &[][..]),
        ("chat.invited", people[0], "2019-02-03T12:00:00Z", AudienceId::EVERYONE, &invited[..]),
        ("chat.joined", people[1], "2017-01-01T12:00:00Z", hidden, &[][..]),
    ] {
        let channel = store::deeds::IMPORTED;
        let (object_kind, at) = ("message", at(when));
        let deed = Deed { kind, at, actor: Some(actor), object_kind, object: 1, audience, channel, amount: 0, parties };
        scope.deed(deed).await.expect("a deed");
    }
    say(&mut scope, people[0], None, at("2020-05-05T12:00:00Z"), AudienceId::EVERYONE).await;
    scope.commit().await.expect("it was so");
    app.catch_up().await;
    let (nina, mut browser) = app.member("nina@example.org", "Нина Абрамова").await;
    let (vera, _) = app.member("vera@example.org", "Вера Кочетова").await;
    let before = browser.get(&format!("/people/{nina}")).await;
    before.is(200).sees("Первый месяц в сообществе: ").lacks("ноябрь 2018");
    let mut scope = app.write().await;
    for (identity, member) in people.iter().zip([nina, vera]) {
        identity::identity::repoint(&mut scope, *identity, member).await.expect("their past");
    }
    scope.commit().await.expect("theirs");
    browser.get(&format!("/people/{nina}")).await.is(200).sees("Первый месяц в сообществе: ноябрь 2018").sees("первое: май 2020");
    // Vera never wrote; what only staff may see tells other members nothing.
    browser.get(&format!("/people/{vera}")).await.is(200).sees("Первый месяц в сообществе: февраль 2019");
    app.owner().await.get(&format!("/people/{vera}")).await.is(200).sees("Первый месяц в сообществе: январь 2017");
    app.healthy().await;
}
