//! The look: colours, type, measures and icons, and how the toolkit's own widgets wear them.
//!
//! Colours are named by their role; nothing outside this folder names a colour by its value.

mod catalog;
pub mod font;
pub mod icon;
pub mod mark;
pub mod measure;
mod roles;
pub mod style;

pub use icon::Icon;
pub use roles::{Roles, Tone, contrast, over};

use iced::theme::{Base, Mode, Palette, Style};

/// A piece of the window, drawn in our look.
pub type Element<'a, Message> = iced::Element<'a, Message, Theme, iced::Renderer>;

/// Names the four looks of the window.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Theme {
    /// Dark ink on warm paper.
    #[default]
    Light,
    /// Light ink on a dark desk.
    Dark,
    /// Black on white with two-pixel lines.
    HighContrastLight,
    /// White on black with two-pixel lines.
    HighContrastDark,
}

impl Theme {
    /// All looks, in the order a menu shows them.
    pub const ALL: [Self; 4] = [Self::Light, Self::Dark, Self::HighContrastLight, Self::HighContrastDark];

    /// Returns the look for a brightness and a wish for high contrast.
    #[must_use]
    pub const fn of(dark: bool, high_contrast: bool) -> Self {
        match (dark, high_contrast) {
            (false, false) => Self::Light,
            (true, false) => Self::Dark,
            (false, true) => Self::HighContrastLight,
            (true, true) => Self::HighContrastDark,
        }
    }

    /// Returns the colours of this look, by role.
    #[must_use]
    pub const fn roles(self) -> &'static Roles {
        match self {
            Self::Light => &roles::LIGHT,
            Self::Dark => &roles::DARK,
            Self::HighContrastLight => &roles::HIGH_CONTRAST_LIGHT,
            Self::HighContrastDark => &roles::HIGH_CONTRAST_DARK,
        }
    }

    /// Tells whether ink is lighter than paper.
    #[must_use]
    pub const fn is_dark(self) -> bool {
        match self {
            Self::Light | Self::HighContrastLight => false,
            Self::Dark | Self::HighContrastDark => true,
        }
    }

    /// Tells whether this is one of the high-contrast looks.
    #[must_use]
    pub const fn is_high_contrast(self) -> bool {
        match self {
            Self::Light | Self::Dark => false,
            Self::HighContrastLight | Self::HighContrastDark => true,
        }
    }
}

impl Base for Theme {
    fn default(preference: Mode) -> Self {
        match preference {
            Mode::None | Mode::Light => Self::Light,
            Mode::Dark => Self::Dark,
        }
    }

    fn mode(&self) -> Mode {
        if self.is_dark() { Mode::Dark } else { Mode::Light }
    }

    fn base(&self) -> Style {
        let roles = self.roles();
        Style { background_color: roles.paper, text_color: roles.ink }
    }

    fn palette(&self) -> Option<Palette> {
        let roles = self.roles();
        Some(Palette {
            background: roles.paper,
            text: roles.ink,
            primary: roles.accent,
            success: roles.good,
            warning: roles.attention,
            danger: roles.danger,
        })
    }

    fn name(&self) -> &str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
            Self::HighContrastLight => "high-contrast-light",
            Self::HighContrastDark => "high-contrast-dark",
        }
    }
}
