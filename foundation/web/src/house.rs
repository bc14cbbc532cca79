//! The house: what every visit shares.

use crate::client::TrustedProxies;
use crate::rates::{Floods, Rates};
use crate::route::TodayFn;
use crate::{Area, DeskFn, NavItem, OwnPage, PanelsFn, Words, live};
use kernel::{Chance, Clock, Door};
use std::any::{Any, TypeId};
use std::collections::HashMap;
use std::path::PathBuf;
use store::Store;
use tokio::sync::watch;

/// What the house is built from.
pub struct HousePlan {
    pub store: Store,
    pub clock: Clock,
    pub chance: Chance,
    /// The data folder.
    pub data: PathBuf,
    /// `https://example.org`, without a slash at the end.
    pub public_url: Option<String>,
    pub proxies: TrustedProxies,
    pub floods: Floods,
    parts: HashMap<TypeId, Box<dyn Any + Send + Sync>>,
}

impl HousePlan {
    pub fn new(store: Store, clock: Clock, chance: Chance, data: PathBuf) -> HousePlan {
        let (public_url, proxies, floods) = (None, TrustedProxies::default(), Floods::default());
        HousePlan { store, clock, chance, data, public_url, proxies, floods, parts: HashMap::new() }
    }

    /// Puts in a part that areas will ask for by its type: a search index, a mailer.
    pub fn with<T: Send + Sync + 'static>(mut self, part: T) -> HousePlan {
        self.parts.insert(TypeId::of::<T>(), Box::new(part));
        self
    }
}

pub struct House {
    pub store: Store,
    pub clock: Clock,
    pub chance: Chance,
    pub data: PathBuf,
    pub public_url: Option<String>,
    pub proxies: TrustedProxies,
    /// Every area's entries, in order.
    pub nav: Vec<NavItem>,
    /// Every area's pages of one's own settings, in order.
    pub own: Vec<OwnPage>,
    pub words: Words,
    pub rates: Rates,
    pub floods: Floods,
    /// What each area has to say on the first page, in the order of areas.
    pub today: Vec<TodayFn>,
    /// What each area draws on the first page, in the order of areas.
    pub panels: Vec<PanelsFn>,
    /// What each area lays on the Desk, in the order of areas.
    pub desks: Vec<DeskFn>,
    /// The door of `/search`, if an area has such a page: the top bar then leads there.
    pub search: Option<Door>,
    pub(crate) streams: live::Slots,
    parts: HashMap<TypeId, Box<dyn Any + Send + Sync>>,
    closing: watch::Sender<bool>,
}

impl House {
    /// Reads the words of every area and puts the menu in order. Fails if a word is broken or said twice.
    pub fn raise(plan: HousePlan, areas: &[Area]) -> anyhow::Result<House> {
        let mut nav: Vec<NavItem> = areas.iter().flat_map(|area| area.nav.iter().copied()).collect();
        nav.sort_by_key(|item| (item.group, item.order));
        let mut own: Vec<OwnPage> = areas.iter().flat_map(|area| area.own.iter().copied()).collect();
        own.sort_by_key(|page| page.order);
        Ok(House {
            store: plan.store,
            clock: plan.clock,
            chance: plan.chance,
            data: plan.data,
            public_url: plan.public_url.map(|url| url.trim_end_matches('/').to_owned()),
            proxies: plan.proxies,
            nav,
            own,
            words: Words::of(areas)?,
            rates: Rates::default(),
            floods: plan.floods,
            today: areas.iter().filter_map(|area| area.today).collect(),
            panels: areas.iter().filter_map(|area| area.panels).collect(),
            desks: areas.iter().filter_map(|area| area.desk).collect(),
            search: areas
                .iter()
                .flat_map(|area| &area.routes)
                .find(|route| route.path == "/search" && route.method == "GET")
                .map(|route| route.door),
            streams: live::Slots::default(),
            parts: plan.parts,
            closing: watch::Sender::new(false),
        })
    }

    /// A part put in by the application.
    ///
    /// # Panics
    /// If the application forgot the part: a fault of its wiring that the first page shows.
    pub fn get<T: Send + Sync + 'static>(&self) -> &T {
        self.find().unwrap_or_else(|| panic!("the house was raised without {}", std::any::type_name::<T>()))
    }

    pub fn find<T: Send + Sync + 'static>(&self) -> Option<&T> {
        self.parts.get(&TypeId::of::<T>())?.downcast_ref()
    }

    /// Ends live streams and tells everybody who watches [`House::closing`].
    pub fn close(&self) {
        self.closing.send_replace(true);
    }

    /// Turns true once, when the house closes.
    pub fn closing(&self) -> watch::Receiver<bool> {
        self.closing.subscribe()
    }

    /// The public address says that browsers come by TLS.
    pub(crate) fn behind_tls(&self) -> bool {
        self.public_url.as_deref().is_some_and(|url| url.starts_with("https://"))
    }
}
