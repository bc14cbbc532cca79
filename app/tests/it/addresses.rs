//! Addresses of routes, with what belongs to a community in their parameters.

use crate::app::{Place, TestApp, session_of};
use crate::history::MONTH;
use store::statement;

statement!(THREAD = "select min(id) from talk_threads where community_id = $1");
statement!(MESSAGE = "select max(id) from talk_messages where community_id = $1 and kind = 'message'");
statement!(TOPIC = "select min(id) from talk_topics where community_id = $1");
statement!(INVITATION = "select min(id) from identity_invitations where community_id = $1");
statement!(LINK = "select max(id) from people_links where community_id = $1 and kind = 'personal'");
statement!(POINT = "select min(id) from people_own_points where community_id = $1");
statement!(DIRECTION = "select min(id) from requests_topics where community_id = $1");
statement!(REQUEST = "select min(request_id) from requests_files where community_id = $1");
statement!(FILE = "select min(id) from requests_files where community_id = $1");
statement!(DRAFT = "select max(id) from requests_requests where community_id = $1 and state = 'draft'");
statement!(REPORT = "select min(id) from requests_reports where community_id = $1");
statement!(REMOVAL = "select min(id) from people_removals where community_id = $1");

/// Ids of a community that have to be looked up.
#[derive(Clone, Copy, Default)]
pub struct Ids {
    pub thread: i64,
    pub message: i64,
    pub topic: i64,
    pub invitation: i64,
    pub link: i64,
    pub removal: i64,
    pub point: i64,
    pub direction: i64,
    pub request: i64,
    pub file: i64,
    pub draft: i64,
    pub report: i64,
    pub session: i64,
    pub imported: [i64; 3],
}

pub async fn ids(app: &TestApp, place: &Place) -> Ids {
    let imported = app.imported(place.founded.community).await;
    let session = session_of(app, place.founded.community, place.founded.account).await;
    let mut scope = app.read(place.founded.community).await;
    let mut found = Vec::new();
    for statement in [&THREAD, &MESSAGE, &TOPIC, &INVITATION, &LINK, &REMOVAL, &POINT, &DIRECTION, &REQUEST, &FILE, &DRAFT, &REPORT]
    {
        found.push(scope.one::<i64>(statement, &[]).await.expect("there is one"));
    }
    let [thread, message, topic, invitation, link, removal, point, direction, request, file, draft, report] = found[..] else {
        unreachable!("twelve were asked for")
    };
    let imported = [imported[0].0, imported[2].0, imported[imported.len() - 1].0];
    Ids { thread, message, topic, invitation, link, removal, point, direction, request, file, draft, report, session, imported }
}

/// A route's address with what belongs to a community in its parameters.
pub fn filled(path: &str, place: &Place, ids: &Ids) -> String {
    let member = place.resident.0;
    let value = |name: &str| -> String {
        match (path, name) {
            ("/account/sessions/{id}/end", _) => ids.session.to_string(),
            (_, "slug") => place.slug.to_owned(),
            (path, "id") if path.starts_with("/invitations/") => ids.invitation.to_string(),
            (path, "token") if path.starts_with("/claim/") => place.chat_token.clone(),
            (path, "token") if path.starts_with("/remove-me/") => place.removal_token.clone(),
            (path, "member") if path.starts_with("/claim/") => ids.imported[0].to_string(),
            ("/people/imported/{id}/link", _) => ids.imported[1].to_string(),
            ("/people/{id}/merge", _) => ids.imported[1].to_string(),
            ("/people/{id}/remove", _) => ids.imported[2].to_string(),
            ("/people/{id}", _) => member.to_string(),
            (path, "person" | "member") if path.starts_with("/pulse/") => member.to_string(),
            ("/pulse/ties/{person}/{other}", "other") => place.founded.member.to_string(),
            // Whatever the entry: the act says not what to do with it.
            ("/pulse/team/{entry}", _) => "1".to_owned(),
            (path, "id") if path.starts_with("/requests/topics/") => ids.direction.to_string(),
            (path, "id") if path.starts_with("/requests/drafts/") => ids.draft.to_string(),
            (path, "id") if path.starts_with("/requests/reports/") => ids.report.to_string(),
            ("/requests/stops/{token}", _) => place.stop_token.clone(),
            (path, "id") if path.starts_with("/requests/{id}") => ids.request.to_string(),
            // Nobody has answered there yet; the area tests whose these are.
            (path, _) if ["introductions", "helps", "deals"].iter().any(|noun| path.starts_with(&format!("/requests/{noun}/"))) => {
                "1".to_owned()
            }
            (_, "answer") => "1".to_owned(),
            (_, "file") => ids.file.to_string(),
            (_, "step") => "about".to_owned(),
            (_, "act") => place.act.to_string(),
            (path, "id") if path.starts_with("/claim-links/") => ids.link.to_string(),
            (path, "id") if path.starts_with("/profile-points/") => ids.point.to_string(),
            (path, "id") if path.starts_with("/removals/") => ids.removal.to_string(),
            (path, "id") if path.starts_with("/import/") => place.run.to_string(),
            (_, "month") => MONTH.to_owned(),
            (_, "topic") => ids.topic.to_string(),
            (_, "thread") => ids.thread.to_string(),
            (_, "message") => ids.message.to_string(),
            _ => panic!("the doors test does not know what to put for {{{name}}} in {path}"),
        }
    };
    let parts = path.split('/').map(|part| match part.strip_prefix('{').and_then(|part| part.strip_suffix('}')) {
        Some(name) => value(name),
        None => part.to_owned(),
    });
    parts.collect::<Vec<_>>().join("/")
}

/// Parameters that are the same in every community: a month, the step of a form.
pub fn names_a_thing(path: &str) -> bool {
    path.contains('{') && !path.contains("{month}") && !path.contains("{step}")
}
