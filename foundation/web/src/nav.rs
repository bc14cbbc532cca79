//! The menu: entries by areas, shown to those whom the door lets in.

use kernel::{Door, Viewer, door::Answer};

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Group {
    Main,
    /// For those who run the community.
    Manage,
}

#[derive(Clone, Copy, Debug)]
pub struct NavItem {
    pub path: &'static str,
    /// A name in the sprite; `NAME-fill` is used for the current entry where it exists.
    pub icon: &'static str,
    /// A key of the area's words.
    pub word: &'static str,
    pub door: Door,
    pub group: Group,
    /// Smaller comes first.
    pub order: u16,
}

/// A page of the viewer's own settings, which the account page leads to.
#[derive(Clone, Copy, Debug)]
pub struct OwnPage {
    pub path: &'static str,
    pub icon: &'static str,
    /// A key of the area's words.
    pub word: &'static str,
    /// What can be set there.
    pub note: &'static str,
    pub door: Door,
    /// Smaller comes first.
    pub order: u16,
}

/// An entry as a template shows it.
#[derive(Clone, Copy, Debug)]
pub struct NavLink {
    pub path: &'static str,
    pub icon: &'static str,
    pub word: &'static str,
    pub current: bool,
}

/// Places in the bar at the bottom of a phone, besides "More".
const TABS: usize = 4;

/// The menu of one viewer at one page.
#[derive(Clone, Debug, Default)]
pub struct Menu {
    pub main: Vec<NavLink>,
    pub manage: Vec<NavLink>,
}

impl Menu {
    pub fn of(items: &[NavItem], viewer: &Viewer, path: &str) -> Menu {
        let mut menu = Menu::default();
        let current = items.iter().filter(|item| covers(item.path, path)).max_by_key(|item| item.path.len());
        for item in items.iter().filter(|item| item.door.answer(viewer) == Answer::Enter) {
            let current = current.is_some_and(|held| held.path == item.path);
            let link = NavLink { path: item.path, icon: item.icon, word: item.word, current };
            match item.group {
                Group::Main => menu.main.push(link),
                Group::Manage => menu.manage.push(link),
            }
        }
        menu
    }

    pub fn is_empty(&self) -> bool {
        self.main.is_empty() && self.manage.is_empty()
    }

    /// The four entries of the bottom bar.
    pub fn tabs(&self) -> &[NavLink] {
        &self.main[..self.main.len().min(TABS)]
    }

    /// Whether anything is left for "More".
    pub fn has_more(&self) -> bool {
        self.main.len() > TABS || !self.manage.is_empty()
    }

    /// The page is one of those behind "More".
    pub fn more_is_current(&self) -> bool {
        self.main.iter().skip(TABS).chain(&self.manage).any(|link| link.current)
    }
}

/// `/people` covers `/people` and `/people/7`, not `/peoples`.
fn covers(entry: &str, path: &str) -> bool {
    path.strip_prefix(entry).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use kernel::{AccountId, MemberId};

    const ITEMS: [NavItem; 3] = [
        NavItem { path: "/people", icon: "people", word: "people-title", door: Door::Member, group: Group::Main, order: 2 },
        NavItem {
            path: "/people/invite",
            icon: "useradd",
            word: "people-invite",
            door: Door::Staff,
            group: Group::Manage,
            order: 1,
        },
        NavItem { path: "/import", icon: "importer", word: "import-title", door: Door::Owner, group: Group::Manage, order: 2 },
    ];

    #[test]
    fn a_viewer_sees_the_doors_that_open() {
        let member = Viewer { account: Some(AccountId(1)), member: Some(MemberId(1)), ..Viewer::default() };
        let menu = Menu::of(&ITEMS, &member, "/people/7");
        assert_eq!((menu.main.len(), menu.manage.len()), (1, 0));
        assert!(menu.main[0].current);
        assert!(!Menu::of(&ITEMS, &member, "/peoples").main[0].current);
        let owner = Menu::of(&ITEMS, &Viewer::system(), "/people/invite");
        assert!(!owner.main[0].current && owner.manage[0].current, "the longest entry is the current one");
        assert!(Menu::of(&ITEMS, &Viewer::default(), "/").is_empty());
    }
}
