//! Why somebody may help: the parts of a score, each of which stands on facts that can be shown.

/// One part of the score. Its value is never negative, and neither is its weight.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Reason {
    /// Answered requests like this one, most of all lately: nearness of the past answers among the nearest of all.
    Similar,
    /// One past answer stands out as near.
    Nearest,
    /// A larger share of their answers is about this than of others'.
    Devoted,
    /// Answered under the request's tags, most of all lately.
    Tags,
    /// Answers under these tags more than their activity alone explains.
    TagTaste,
    /// Said in the profile that they offer this.
    Offers,
    /// Knows, or works at, one of the companies or people asked for.
    Knows,
    /// Answered within the last day or so.
    Day,
    /// Answered within the last week or so.
    Week,
    /// Answered within the last month or so.
    Month,
    /// Answered within the last quarter or so.
    Quarter,
    /// Gave many of the community's last hundred answers, however long those took.
    Pace,
    /// Answers on many days, not in one burst.
    Days,
    /// Wrote much in the last days, answers or not.
    Talking,
    /// Was here a short while ago.
    Seen,
    /// Is often here at this hour.
    Hour,
    /// Has helped the asker before, or was helped by them.
    Ties,
    /// Was asked much in the last week. The one reason that is taken off.
    Load,
}

impl Reason {
    pub const COUNT: usize = 18;
    pub const ALL: [Reason; Reason::COUNT] = [
        Reason::Similar,
        Reason::Nearest,
        Reason::Devoted,
        Reason::Tags,
        Reason::TagTaste,
        Reason::Offers,
        Reason::Knows,
        Reason::Day,
        Reason::Week,
        Reason::Month,
        Reason::Quarter,
        Reason::Pace,
        Reason::Days,
        Reason::Talking,
        Reason::Seen,
        Reason::Hour,
        Reason::Ties,
        Reason::Load,
    ];

    /// One word for storing weights and for tables.
    pub fn word(self) -> &'static str {
        match self {
            Reason::Similar => "similar",
            Reason::Nearest => "nearest",
            Reason::Devoted => "devoted",
            Reason::Tags => "tags",
            Reason::TagTaste => "tag_taste",
            Reason::Offers => "offers",
            Reason::Knows => "knows",
            Reason::Day => "day",
            Reason::Week => "week",
            Reason::Month => "month",
            Reason::Quarter => "quarter",
            Reason::Pace => "pace",
            Reason::Days => "days",
            Reason::Talking => "talking",
            Reason::Seen => "seen",
            Reason::Hour => "hour",
            Reason::Ties => "ties",
            Reason::Load => "load",
        }
    }

    pub fn of_word(word: &str) -> Option<Reason> {
        Reason::ALL.into_iter().find(|reason| reason.word() == word)
    }

    /// The part is added to the score, or taken off.
    pub fn sign(self) -> f64 {
        if self == Reason::Load { -1.0 } else { 1.0 }
    }
}

/// What a reason stands on, as it can be shown and followed.
#[derive(Clone, Debug, PartialEq)]
pub enum Fact {
    /// An answer given before, by the id it was learnt with.
    Answer(i64),
    /// A tag of the request, and how many answers were given under it.
    Tag { tag: String, answers: u32 },
    /// A word of the request that stands in the profile's offers.
    Offer(String),
    /// A company or person asked for.
    Name(String),
    /// All answers so far, and when the last was given, in microseconds of UTC.
    Answered { answers: u32, last_at: i64 },
    /// When they were here last, in microseconds of UTC.
    SeenAt(i64),
    /// Of a hundred answers, so many were given within two hours of this time of day.
    Percent(u8),
    /// Answers to the asker, and of the asker to them.
    Helped { them: u32, by_them: u32 },
    /// Requests they were asked in the last week, fading.
    Asked(u32),
}

/// The values of all reasons for one member and one request.
pub type Values = [f32; Reason::COUNT];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_reason_has_its_place_and_its_word() {
        for (place, reason) in Reason::ALL.into_iter().enumerate() {
            assert_eq!(reason as usize, place);
            assert_eq!(Reason::of_word(reason.word()), Some(reason));
        }
        assert_eq!(Reason::of_word("luck"), None);
    }
}
