//! «Опора»: практикующие психологи.

mod business;
mod cases;
mod chatter;
mod craft;
mod names;
mod phrases;
mod slots;
mod wants;

use crate::lexicon::Lexicon;
use crate::model::Community;

pub(crate) static LEXICON: Lexicon = Lexicon {
    community: Community {
        name: "Опора",
        chat: "Опора. Общий чат",
        slug: "opora",
        mission: "Чтобы ни один практикующий психолог не оставался один на один с трудным случаем.",
        profession: "психолог",
        specialisation: "частная практика",
        locale: "ru",
        time_zone: "Europe/Moscow",
        currency: "RUB",
    },
    offset_hours: 3,
    known: names::KNOWN,
    feminine_percent: 76,
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
    subjects: &[cases::SUBJECTS, business::SUBJECTS, craft::SUBJECTS, chatter::SUBJECTS],
    wants: wants::WANTS,
};
