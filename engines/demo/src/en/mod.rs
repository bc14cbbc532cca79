//! Keystone: independent structural engineers.

mod business;
mod chatter;
mod names;
mod phrases;
mod slots;
mod wants;
mod work;

use crate::lexicon::Lexicon;
use crate::model::Community;

pub(crate) static LEXICON: Lexicon = Lexicon {
    community: Community {
        name: "Keystone",
        chat: "Keystone. Common room",
        slug: "keystone",
        mission: "So that no engineer who works alone has to check their own beam alone.",
        profession: "structural engineer",
        specialisation: "independent practice",
        locale: "en",
        time_zone: "Europe/London",
        currency: "GBP",
    },
    offset_hours: 0,
    known: names::KNOWN,
    feminine_percent: 36,
    masculine: names::MASCULINE,
    feminine: names::FEMININE,
    surnames: names::SURNAMES,
    slots: slots::SLOTS,
    trades: names::TRADES,
    hobbies: names::HOBBIES,
    languages: names::LANGUAGES,
    companies: names::COMPANIES,
    cities: names::CITIES,
    phrases: phrases::PHRASES,
    subjects: &[work::SUBJECTS, business::SUBJECTS, chatter::SUBJECTS],
    wants: wants::WANTS,
};
