//! The frame of a page and the template's tongue: every view has a field `shell: Shell`.

use crate::calendar::Calendar;
use crate::figures::{Count, Share};
use crate::nav::{Menu, NavLink};
use crate::{Community, House, Html, Theme, Value, Visit, assets, bind, escape, flash, numbers, person};
use kernel::door::Answer;
use kernel::{Locale, Micros, Viewer};
use std::sync::Arc;

pub struct Shell {
    pub house: Arc<House>,
    pub community: Option<Arc<Community>>,
    pub viewer: Arc<Viewer>,
    pub locale: Locale,
    pub theme: Theme,
    /// The page's own name.
    pub title: String,
    /// Path and query, for forms that lead back here.
    pub address: String,
    pub path: String,
    pub menu: Menu,
    /// The notice left by the page before, already in the reader's language.
    pub notice: Option<String>,
    /// Business time at which the page is made.
    pub now: Micros,
}

impl Shell {
    pub(crate) fn of(visit: &Visit, title: String) -> Shell {
        let house = visit.house.clone();
        Shell {
            community: visit.community.clone(),
            viewer: visit.viewer.clone(),
            locale: visit.locale,
            theme: visit.theme,
            title,
            address: visit.address.clone(),
            path: visit.path.clone(),
            menu: Menu::of(&house.nav, &visit.viewer, &visit.path),
            notice: flash::take(&visit.arrival, &house.words, visit.locale),
            now: house.clock.now(),
            house,
        }
    }

    /// A word, with its spaces bound.
    pub fn t(&self, key: impl AsRef<str>) -> String {
        bind(&self.house.words.t(self.locale, key.as_ref()))
    }

    /// A word with one number, `$n`.
    pub fn tv(&self, key: impl AsRef<str>, n: impl Count) -> String {
        self.said(key.as_ref(), &[("n", n.count().into())])
    }

    /// A word with one text: `shell.tt("people-often", "name", person.name)`.
    pub fn tt(&self, key: impl AsRef<str>, name: &str, text: impl AsRef<str>) -> String {
        self.said(key.as_ref(), &[(name, text.as_ref().into())])
    }

    /// A word with a number and a text.
    pub fn tnt(&self, key: impl AsRef<str>, n: impl Count, name: &str, text: impl AsRef<str>) -> String {
        self.said(key.as_ref(), &[("n", n.count().into()), (name, text.as_ref().into())])
    }

    fn said(&self, key: &str, values: &[(&str, Value)]) -> String {
        bind(&self.house.words.tv(self.locale, key, values))
    }

    pub fn lang(&self) -> &'static str {
        self.locale.code()
    }

    /// The community's name, or the product's where there is none.
    pub fn site(&self) -> String {
        self.community.as_ref().map_or_else(|| self.t("web-product"), |community| community.name.clone())
    }

    /// What stands under the name on public pages.
    pub fn site_note(&self) -> String {
        match &self.community {
            Some(community) => community.profession.clone(),
            None => self.t("web-product-note"),
        }
    }

    /// Where the brand leads.
    pub fn home(&self) -> &'static str {
        if self.viewer.is_member() { "/today" } else { "/" }
    }

    /// Whether some area searches and lets this viewer in.
    pub fn has_search(&self) -> bool {
        self.house.search.is_some_and(|door| door.answer(&self.viewer) == Answer::Enter)
    }

    pub fn offers_sign_in(&self) -> bool {
        self.community.is_some() && self.viewer.account.is_none() && self.path != "/sign-in"
    }

    /// `auto` is left out of `data-theme`.
    pub fn chosen_theme(&self) -> Option<&'static str> {
        (self.theme != Theme::Auto).then(|| self.theme.code())
    }

    pub fn themes(&self) -> [Theme; 3] {
        Theme::ALL
    }

    pub fn languages(&self) -> [Locale; 2] {
        Locale::ALL
    }

    /// The hashed address of an asset, e.g. `base.css`.
    pub fn asset(&self, name: impl AsRef<str>) -> &'static str {
        assets::address(name.as_ref())
    }

    /// Font files worth loading before the styles are read, by language.
    pub fn fonts(&self) -> &'static [&'static str] {
        match self.locale {
            Locale::Ru => &["fonts/golos-text-cyrillic.woff2", "fonts/golos-text-latin.woff2"],
            Locale::En => &["fonts/golos-text-latin.woff2"],
        }
    }

    /// `<svg class="icon">` from the sprite, hidden from readers.
    pub fn icon(&self, name: impl AsRef<str>) -> Html {
        icon(name.as_ref(), "icon")
    }

    pub fn icon_large(&self, name: impl AsRef<str>) -> Html {
        icon(name.as_ref(), "icon icon--l")
    }

    /// The filled form of a menu icon where it is current and the sprite has one.
    pub fn nav_icon(&self, link: &NavLink) -> Html {
        let filled = format!("{}-fill", link.icon);
        icon(if link.current && assets::has_icon(&filled) { &filled } else { link.icon }, "icon")
    }

    /// Initials in an arch. `size`: `""`, `"s"`, `"l"` or `"xl"`; `id` chooses the tint.
    pub fn avatar(&self, name: impl AsRef<str>, id: impl Count, size: &str) -> Html {
        let class = if size.is_empty() { String::new() } else { format!(" avatar--{size}") };
        let (tint, initials) = (person::tint(id.count()), escape(&person::initials(name.as_ref())));
        Html::trusted(format!("<span class=\"avatar{class} av-{tint}\" aria-hidden=\"true\">{initials}</span>"))
    }

    /// Deeds as notches in groups of five, at most twenty-five, with the number for readers.
    pub fn tally(&self, n: impl Count) -> Html {
        assets::tally(n.count(), &escape(&self.tv("web-deeds", n.count())))
    }

    fn calendar(&self) -> Calendar<'_> {
        let zone = self.community.as_ref().map_or(chrono_tz::UTC, |community| community.timezone);
        Calendar { words: &self.house.words, locale: self.locale, zone, now: self.now }
    }

    /// «четверг, 19 ноября», or «19 ноября 2023».
    pub fn date(&self, at: impl Count) -> String {
        self.calendar().date(at.count())
    }

    /// «19 ноября», or «19 ноября 2023».
    pub fn day(&self, at: impl Count) -> String {
        self.calendar().day(at.count())
    }

    /// «вчера, 18:12».
    pub fn date_time(&self, at: impl Count) -> String {
        self.calendar().date_time(at.count())
    }

    /// «18:12».
    pub fn time(&self, at: impl Count) -> String {
        self.calendar().time(at.count())
    }

    /// «5 минут назад», «вчера, 18:12», «19 ноября».
    pub fn ago(&self, at: impl Count) -> String {
        self.calendar().ago(at.count())
    }

    /// A length of time in microseconds: «2 ч 10 мин».
    pub fn length(&self, micros: impl Count) -> String {
        self.calendar().length(micros.count())
    }

    /// A length of time within which something happened: never less than it was.
    pub fn within(&self, micros: impl Count) -> String {
        self.calendar().within(micros.count())
    }

    /// «12–19 ноября».
    pub fn days(&self, from: impl Count, to: impl Count) -> String {
        self.calendar().days(from.count(), to.count())
    }

    /// «март 2024» for `2024-03`.
    pub fn month(&self, month: impl AsRef<str>) -> String {
        self.calendar().month(month.as_ref())
    }

    /// «чт»: 1 is Monday.
    pub fn weekday(&self, day: impl Count) -> String {
        self.calendar().weekday_short(u32::try_from(day.count()).unwrap_or(1))
    }

    /// `<time>` with [`Shell::date_time`] inside.
    pub fn when(&self, at: impl Count) -> Html {
        let (calendar, at) = (self.calendar(), at.count());
        Html::trusted(format!("<time datetime=\"{}\">{}</time>", calendar.machine(at), escape(&calendar.date_time(at))))
    }

    /// `<time>` with [`Shell::date`] inside.
    pub fn when_day(&self, at: impl Count) -> Html {
        let (calendar, at) = (self.calendar(), at.count());
        Html::trusted(format!("<time datetime=\"{}\">{}</time>", calendar.machine(at), escape(&calendar.date(at))))
    }

    /// For `<time datetime>`.
    pub fn machine(&self, at: impl Count) -> String {
        self.calendar().machine(at.count())
    }

    /// `4 900`, `4,900`.
    pub fn number(&self, n: impl Count) -> String {
        numbers::whole(self.locale, n.count())
    }

    pub fn decimal(&self, x: impl Share) -> String {
        numbers::decimal(self.locale, x.share(), 1)
    }

    /// A share of one: `64 %`.
    pub fn percent(&self, share: impl Share) -> String {
        numbers::percent(self.locale, share.share())
    }

    /// Whether two texts are the same, however a template holds them: which option is selected.
    pub fn same(&self, left: impl AsRef<str>, right: impl AsRef<str>) -> bool {
        left.as_ref() == right.as_ref()
    }

    pub fn bind(&self, text: impl AsRef<str>) -> String {
        bind(text.as_ref())
    }
}

fn icon(name: &str, class: &str) -> Html {
    debug_assert!(assets::has_icon(name), "the sprite has no icon {name}");
    let sprite = assets::address("icons.svg");
    Html::trusted(format!("<svg class=\"{class}\" aria-hidden=\"true\"><use href=\"{sprite}#{}\"/></svg>", escape(name)))
}
