//! Roles and their trail; the last owner; leaving.

use crate::support::{OWNER, TestApp};
use identity::{member, policy, role};
use kernel::{Problem, Role, Viewer};

#[tokio::test]
async fn the_owner_gives_and_takes_roles_and_it_is_written_down() {
    let (app, founded) = TestApp::founded().await;
    let mut anna = app.signed_in(OWNER).await;
    let mut boris = app.member(&mut anna, "boris@example.ru", "Борис Ветров").await;
    boris.visit("/roles").await.is(403).sees("открывает только владелец");
    boris.visit("/invitations").await.is(403);
    boris.visit("/audit").await.is(403);

    anna.visit("/roles?q=Никто").await.sees("Никого не нашли");
    for q in ["%D0%B1%D0%BE%D1%80", "boris%40example.ru"] {
        anna.visit(&format!("/roles?q={q}")).await.sees("Борис Ветров");
    }
    let page = anna.visit("/roles?q=boris%40example.ru").await;
    anna.submit(&page, "#grant", &[("role", "administrator")]).await.is(200).sees("Роль дана").sees("Администратор");
    boris.visit("/invitations").await.is(200);
    boris.visit("/who").await.sees("administrator");
    boris.post("/roles", &[("member", "1"), ("role", "owner")]).await.is(403);
    anna.post("/roles", &[("member", "999"), ("role", "moderator")]).await.is(404);
    anna.post("/roles", &[("member", "1"), ("role", "client")]).await.is(422);

    let page = anna.visit("/roles").await;
    let form = page.attributes("#holders form", "id").into_iter().find(|id| id.ends_with("administrator")).expect("a form");
    anna.submit(&page, &format!("#{form}"), &[]).await.sees("Роль снята");
    boris.visit("/invitations").await.is(403);
    anna.visit("/audit").await.sees("Дана роль: Администратор").sees("Снята роль: Администратор").sees("Борис Ветров");
    let kinds: Vec<String> = app.deeds(&founded).await.into_iter().map(|deed| deed.kind).collect();
    assert_eq!(
        kinds,
        ["member.joined", "role.granted", "community.founded", "member.invited", "member.joined", "role.granted", "role.revoked"]
    );
}

#[tokio::test]
async fn the_last_owner_stays() {
    let (app, founded) = TestApp::founded().await;
    let mut anna = app.signed_in(OWNER).await;
    let page = anna.visit("/roles").await;
    let form = page.attribute("#holders form", "id");
    anna.submit(&page, &format!("#{form}"), &[]).await.is(409).sees("хотя бы один владелец");
    let page = anna.visit("/account/leave").await;
    anna.submit(&page, "#leave", &[]).await.is(409).sees("хотя бы один владелец");
    anna.visit("/who").await.sees("owner");

    // Two owners take the role from each other at the same moment.
    let mut boris = app.member(&mut anna, "boris@example.ru", "Борис").await;
    let page = anna.visit("/roles?q=boris%40example.ru").await;
    anna.submit(&page, "#grant", &[("role", "owner")]).await.is(200);
    let ids = anna.visit("/roles").await.attributes("#holders form input[name=member]", "value");
    assert_eq!(ids.len(), 2);
    let fields = |id| [("member", id), ("role", "owner")];
    let (one, two) = (fields(ids[0].as_str()), fields(ids[1].as_str()));
    let (first, second) = tokio::join!(anna.post("/roles/revoke", &one), boris.post("/roles/revoke", &two));
    let mut statuses = [first.status.as_u16(), second.status.as_u16()];
    statuses.sort_unstable();
    assert!(statuses == [303, 409] || statuses == [303, 403], "{statuses:?}");
    let mut scope = app.database.store.read(&app.who(&founded)).await.expect("a snapshot");
    let owners =
        role::holdings(&mut scope).await.expect("the roles").into_iter().filter(|holding| holding.role == Role::Owner).count();
    assert_eq!(owners, 1);
}

#[tokio::test]
async fn two_tasks_never_remove_both_owners() {
    let (app, founded) = TestApp::founded().await;
    let mut anna = app.signed_in(OWNER).await;
    app.member(&mut anna, "boris@example.ru", "Борис").await;
    let who = app.who(&founded);
    let right = policy::keeps_roles(&Viewer::system()).expect("the house may");
    let mut scope = app.database.store.write(&who).await.expect("a turn");
    let other = role::candidates(&mut scope, "Бор").await.expect("people")[0].0;
    role::grant(&mut scope, &right, other, Role::Owner).await.expect("a second owner");
    scope.commit().await.expect("it stays");
    for _ in 0..4 {
        let tasks = [founded.member, other].map(|id| {
            let (store, who) = (app.database.store.clone(), who.clone());
            tokio::spawn(async move {
                let right = policy::keeps_roles(&Viewer::system())?;
                let mut scope = store.write(&who).await?;
                role::revoke(&mut scope, &right, id, Role::Owner).await?;
                scope.commit().await
            })
        });
        let mut refused = 0;
        for task in tasks {
            match task.await.expect("no panic") {
                Ok(()) => {}
                Err(Problem::Conflict(word)) => {
                    assert_eq!(word, "identity-role-last-owner");
                    refused += 1;
                }
                Err(other) => panic!("{other}"),
            }
        }
        assert_eq!(refused, 1);
        let mut scope = app.database.store.write(&who).await.expect("a turn");
        for id in [founded.member, other] {
            role::grant(&mut scope, &right, id, Role::Owner).await.expect("an owner again");
        }
        scope.commit().await.expect("it stays");
    }
}

#[tokio::test]
async fn who_leaves_loses_roles_and_may_come_back() {
    let (app, founded) = TestApp::founded().await;
    let mut anna = app.signed_in(OWNER).await;
    let mut boris = app.member(&mut anna, "boris@example.ru", "Борис").await;
    let page = anna.visit("/roles?q=boris%40example.ru").await;
    anna.submit(&page, "#grant", &[("role", "moderator")]).await.is(200);
    let page = boris.visit("/account/leave").await;
    page.sees("останется в разговорах");
    boris.submit(&page, "#leave", &[]).await.is(200).sees("Вы ушли");
    boris.visit("/today").await.is(403);
    anna.visit("/roles").await.lacks("Борис");
    let last = app.deeds(&founded).await.pop().expect("deeds");
    assert_eq!(last.kind, "member.left");
    assert!(last.actor.is_some());

    let page = anna.visit("/invitations").await;
    anna.submit(&page, "#invite", &[("people", "boris@example.ru")]).await.is(200);
    let link = crate::support::path(&app.outbox.letter_to("boris@example.ru").await);
    let page = boris.visit(&link).await;
    boris.submit(&page, "#accept", &[("name", "Борис Новый")]).await.is(200).sees("Борис Новый []");
    let mut scope = app.database.store.read(&app.who(&founded)).await.expect("a snapshot");
    assert_eq!(member::count(&mut scope).await.expect("a number"), 2, "the same member came back");
}
