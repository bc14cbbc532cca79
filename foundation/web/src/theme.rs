//! Light, dark, or as the system says.

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    #[default]
    Auto,
    Light,
    Dark,
}

impl Theme {
    pub const ALL: [Theme; 3] = [Theme::Light, Theme::Auto, Theme::Dark];

    /// As in the cookie and in `data-theme`.
    pub fn code(self) -> &'static str {
        match self {
            Theme::Auto => "auto",
            Theme::Light => "light",
            Theme::Dark => "dark",
        }
    }

    pub fn parse(code: &str) -> Option<Theme> {
        Theme::ALL.into_iter().find(|theme| theme.code() == code)
    }

    /// The name in the words.
    pub fn word(self) -> &'static str {
        match self {
            Theme::Auto => "web-theme-auto",
            Theme::Light => "web-theme-light",
            Theme::Dark => "web-theme-dark",
        }
    }

    pub fn icon(self) -> &'static str {
        match self {
            Theme::Auto => "auto",
            Theme::Light => "sun",
            Theme::Dark => "moon",
        }
    }
}
