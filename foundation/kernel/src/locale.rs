//! The two languages of the house.

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Locale {
    #[default]
    Ru,
    En,
}

impl Locale {
    pub const ALL: [Locale; 2] = [Locale::Ru, Locale::En];

    /// `ru` or `en`, as in `<html lang>` and the database.
    pub fn code(self) -> &'static str {
        match self {
            Locale::Ru => "ru",
            Locale::En => "en",
        }
    }

    pub fn parse(code: &str) -> Option<Locale> {
        match code.get(..2)?.to_ascii_lowercase().as_str() {
            "ru" => Some(Locale::Ru),
            "en" => Some(Locale::En),
            _ => None,
        }
    }

    /// The first language of an `Accept-Language` header that we speak. Weights are honoured.
    pub fn accepted(header: &str) -> Option<Locale> {
        let mut best: Option<(f32, Locale)> = None;
        for part in header.split(',').take(16) {
            let mut pieces = part.trim().split(';');
            let Some(locale) = pieces.next().and_then(Locale::parse) else { continue };
            let weight = pieces.find_map(|piece| piece.trim().strip_prefix("q=")?.parse().ok()).unwrap_or(1.0);
            if best.is_none_or(|(top, _)| weight > top) {
                best = Some((weight, locale));
            }
        }
        best.map(|(_, locale)| locale)
    }
}
