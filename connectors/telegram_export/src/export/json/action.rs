//! Service lines of the JSON form.

use super::message::{Converter, Here};
use super::raw::RawMessage;
use crate::export::item::{Action, Author, Entry};
use crate::export::people;
use crate::export::warning::Notice;

/// Actions that are known and of no use to a community; they are kept as a line of text.
const MINOR: [&str; 27] = [
    "clear_history",
    "score_in_game",
    "send_payment",
    "take_screenshot",
    "allow_sending_messages",
    "attach_menu_bot_allowed",
    "web_app_bot_allowed",
    "send_passport_values",
    "joined_telegram",
    "proximity_reached",
    "requested_phone_number",
    "set_messages_ttl",
    "edit_chat_theme",
    "send_webview_data",
    "send_premium_gift",
    "suggest_profile_photo",
    "requested_peer",
    "gift_code_prize",
    "giveaway_launch",
    "giveaway_results",
    "set_chat_wallpaper",
    "set_same_chat_wallpaper",
    "boost_apply",
    "refunded_payment",
    "send_stars_gift",
    "stars_prize",
    "send_star_gift",
];

pub(super) fn action(converter: &Converter<'_>, raw: &RawMessage<'_>, actor: &Author, here: &mut Here<'_>) -> Action {
    let members =
        |here: &mut Here<'_>| -> Vec<Author> { raw.members.0.iter().map(|name| converter.bare(name, actor, here)).collect() };
    match raw.action.exact() {
        "invite_members" => people::invitation(actor, members(here)),
        "remove_members" => people::removal(actor, members(here)),
        "join_group_by_link" => {
            // The inviter of a public link is the group itself and is written without a name.
            let inviter = raw.inviter.text().filter(|name| *name != "Group").is_some();
            let inviter = inviter.then(|| converter.bare(&raw.inviter, actor, here));
            Action::Joined(Entry::Link(inviter.filter(|author| author.name.is_some())))
        }
        "join_group_by_request" => Action::Joined(Entry::Request),
        "create_group" | "create_channel" => Action::Created { title: raw.title.owned(), members: members(here) },
        "edit_group_title" | "edit_channel_title" => Action::Renamed(raw.title.owned()),
        "edit_group_photo" => Action::PhotoChanged,
        "delete_group_photo" => Action::PhotoRemoved,
        "migrate_from_group" => Action::MigratedFrom(raw.title.owned()),
        "migrate_to_supergroup" => Action::MigratedTo,
        "pin_message" => Action::Pinned(raw.message_id.0),
        "topic_created" => Action::TopicCreated(raw.title.owned()),
        "topic_edit" => Action::TopicEdited(raw.new_title.owned()),
        "group_call" => Action::Call(raw.duration.0),
        "phone_call" => Action::Call(raw.duration_seconds.0),
        "group_call_scheduled" => Action::CallScheduled,
        "invite_to_group_call" => Action::CallInvited(members(here)),
        other => unknown(other, raw, here),
    }
}

fn unknown(action: &str, raw: &RawMessage<'_>, here: &mut Here<'_>) -> Action {
    if let Some(text) = raw.information_text.owned() {
        return Action::Other(text);
    }
    let action: String = action.chars().take(64).collect();
    if !MINOR.contains(&action.as_str()) {
        here.warn(Notice::UnknownAction(action.clone()));
    }
    Action::Other(action)
}
