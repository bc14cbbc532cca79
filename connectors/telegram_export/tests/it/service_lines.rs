//! Joins, leaves, invitations and the other lines a chat writes about itself, in both forms.

use telegram_export::export::{Action, Author, AuthorKind, Entry};

use crate::fixture::*;

const NEW_YEAR: i64 = 1_577_836_800;

fn anna() -> Author {
    Author { outside_id: Some("user1".into()), name: Some("Анна".into()), kind: AuthorKind::Person }
}

fn in_json(fields: &str) -> Action {
    let messages = [
        said(1, NEW_YEAR, "Анна", "user1", "x", ""),
        said(2, NEW_YEAR, "Борис", "user2", "x", ""),
        said(3, NEW_YEAR, "Тёзка", "user3", "x", ""),
        said(4, NEW_YEAR, "Тёзка", "user4", "x", ""),
        service(5, NEW_YEAR, "\"Анна\"", "user1", fields),
    ];
    action(&read_json(&messages.join(",")).1[4]).action.clone()
}

#[test]
fn a_bare_name_means_the_actor_the_only_bearer_or_the_name_alone() {
    let invited = |members: &str| in_json(&format!(r#""action": "invite_members", "members": [{members}]"#));
    let boris = Author { outside_id: Some("user2".into()), name: Some("Борис".into()), kind: AuthorKind::Person };
    assert_eq!(invited("\"Анна\""), Action::Joined(Entry::Alone));
    assert_eq!(invited("\"Борис\""), Action::Invited(vec![boris]));
    assert_eq!(invited("\"Тёзка\""), Action::Invited(vec![Author::named("Тёзка")]));
    assert_eq!(invited("\"Никто\", null"), Action::Invited(vec![Author::named("Никто"), Author::nobody()]));
    assert_eq!(invited("\"Анна\", \"Никто\""), Action::Invited(vec![anna(), Author::named("Никто")]));
    let (summary, _) = read_json(
        &[
            said(3, NEW_YEAR, "Тёзка", "user3", "x", ""),
            service(5, NEW_YEAR, "null", "user9", r#""action": "invite_members", "members": ["Кто-то"]"#),
        ]
        .join(","),
    );
    assert_eq!((summary.authors, summary.names, summary.service), (1, 2, 1));
}

#[test]
fn actions_in_json_are_known() {
    assert_eq!(in_json(r#""action": "remove_members", "members": ["Анна"]"#), Action::Left);
    assert_eq!(in_json(r#""action": "remove_members", "members": ["Лев"]"#), Action::Removed(vec![Author::named("Лев")]));
    assert_eq!(in_json(r#""action": "join_group_by_link", "inviter": "Group""#), Action::Joined(Entry::Link(None)));
    assert_eq!(
        in_json(r#""action": "join_group_by_link", "inviter": "Лев""#),
        Action::Joined(Entry::Link(Some(Author::named("Лев"))))
    );
    assert_eq!(in_json(r#""action": "join_group_by_request""#), Action::Joined(Entry::Request));
    assert_eq!(in_json(r#""action": "pin_message", "message_id": 2"#), Action::Pinned(Some(2)));
    assert_eq!(in_json(r#""action": "edit_group_title", "title": "Т""#), Action::Renamed(Some("Т".into())));
    assert_eq!(in_json(r#""action": "migrate_from_group", "title": "Т""#), Action::MigratedFrom(Some("Т".into())));
    assert_eq!(in_json(r#""action": "migrate_to_supergroup""#), Action::MigratedTo);
    assert_eq!(in_json(r#""action": "topic_edit", "new_title": "Т""#), Action::TopicEdited(Some("Т".into())));
    assert_eq!(in_json(r#""action": "group_call", "duration": 41"#), Action::Call(Some(41)));
    assert_eq!(in_json(r#""action": "edit_group_photo", "photo": "p.jpg""#), Action::PhotoChanged);
    assert_eq!(
        in_json(r#""action": "create_group", "title": "Т", "members": ["Лев"]"#),
        Action::Created { title: Some("Т".into()), members: vec![Author::named("Лев")] }
    );
    assert_eq!(in_json(r#""action": "teleport""#), Action::Other("teleport".into()));
    assert_eq!(in_json(r#""information_text": "Особый случай""#), Action::Other("Особый случай".into()));
    // Telegram Desktop writes the field "text" twice here.
    assert_eq!(in_json(r#""action": "send_webview_data", "text": "кнопка""#), Action::Other("send_webview_data".into()));
}

#[test]
fn an_unknown_action_is_a_warning() {
    let (summary, _) = read_json(&service(5, NEW_YEAR, "\"Анна\"", "user1", r#""action": "teleport""#));
    assert_eq!(codes(&summary), [("unknown_action", 1)]);
}

fn in_html(words: &str) -> (Author, Action) {
    let history = wrote(1, "03:00:00", "Том и Джерри and Сыновья", &text("x")) + &line(5, words);
    let (_, items) = read_page(&history);
    let service = action(&items[1]);
    (service.actor.clone(), service.action.clone())
}

#[test]
fn actions_in_html_are_known_by_their_phrases() {
    let named = |name: &str| Author::named(name);
    let by = |words: &str| in_html(words).1;
    assert_eq!(in_html("Анна invited Анна"), (named("Анна"), Action::Joined(Entry::Alone)));
    assert_eq!(in_html("Анна invited Борис"), (named("Анна"), Action::Invited(vec![named("Борис")])));
    assert_eq!(by("Анна invited Б, В and Г"), Action::Invited(vec![named("Б"), named("В"), named("Г")]));
    assert_eq!(by("Анна invited Том и Джерри and Сыновья"), Action::Invited(vec![named("Том и Джерри and Сыновья")]));
    assert_eq!(in_html("Deleted invited Deleted Account").0, Author::nobody());
    assert_eq!(by("Анна removed Анна"), Action::Left);
    assert_eq!(by("Анна removed Лев"), Action::Removed(vec![named("Лев")]));
    assert_eq!(by("Анна removed group photo"), Action::PhotoRemoved);
    assert_eq!(by("Анна joined group by link from Лев"), Action::Joined(Entry::Link(Some(named("Лев")))));
    assert_eq!(by("Анна joined group by link from Group"), Action::Joined(Entry::Link(None)));
    assert_eq!(by("Анна joined group by request"), Action::Joined(Entry::Request));
    assert_eq!(by("Анна changed group title to &laquo;A invited B&raquo;"), Action::Renamed(Some("A invited B".into())));
    assert_eq!(
        by("Анна created group &laquo;Клуб&raquo; with members Б and В"),
        Action::Created { title: Some("Клуб".into()), members: vec![named("Б"), named("В")] }
    );
    assert_eq!(by("Анна converted a basic group to this supergroup &laquo;Клуб&raquo;"), Action::MigratedFrom(Some("Клуб".into())));
    assert_eq!(by("Анна converted this group to a supergroup"), Action::MigratedTo);
    assert_eq!(
        by("Анна pinned <a href=\"#go_to_message7\" onclick=\"return GoToMessage(7)\">this message</a>"),
        Action::Pinned(Some(7))
    );
    assert_eq!(by("Анна pinned &lt;a href=\"messages.html#go_to_message8\"&gt;this message&lt;/a&gt;"), Action::Pinned(Some(8)));
    assert_eq!(by("Анна created topic &laquo;Трубы&raquo;"), Action::TopicCreated(Some("Трубы".into())));
    assert_eq!(by("Анна changed topic title to &laquo;Печи&raquo;"), Action::TopicEdited(Some("Печи".into())));
    assert_eq!(by("Анна started voice chat (41 seconds)"), Action::Call(Some(41)));
    assert_eq!(by("Анна scheduled a voice chat for 19.05.2021 19:20:00"), Action::CallScheduled);
    assert_eq!(by("Анна invited Лев to the voice chat"), Action::CallInvited(vec![named("Лев")]));
    assert_eq!(in_html("Анна пригласила Лев").1, Action::Invited(vec![named("Лев")]));
    assert_eq!(
        in_html("Channel &laquo;Газета&raquo; created"),
        (Author::nobody(), Action::Created { title: Some("Газета".into()), members: vec![] })
    );
    assert_eq!(by("Что-то новое"), Action::Other("Что-то новое".into()));
}

#[test]
fn a_service_line_takes_the_time_of_the_message_before_it() {
    let history = [
        line(-1, "31 December 2019"),
        line(1, "Анна invited Анна"),
        wrote(2, "03:00:00", "Анна", &text("x")),
        line(-2, "5 January 2020"),
        line(3, "Анна invited Лев"),
    ];
    let (_, items) = read_page(&history.concat());
    // Midnight of the separating line, three hours before that of UTC.
    assert_eq!(items[0].at_micros(), (NEW_YEAR - 86_400 - 3 * 3600) * 1_000_000);
    assert_eq!(items[2].at_micros(), NEW_YEAR * 1_000_000);
    assert_eq!(items.len(), 3);
}
