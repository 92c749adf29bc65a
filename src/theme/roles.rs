//! Colours by role, for each look.

use iced::Color;

/// The colours of one look. Texts keep 4.5 : 1 on paper, surface and a selected row; field borders 3 : 1 (WCAG 2.2, 1.4.3 and 1.4.11).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Roles {
    /// The window.
    pub paper: Color,
    /// Cards and fields.
    pub surface: Color,
    /// Text.
    pub ink: Color,
    /// Captions and what matters less.
    pub muted: Color,
    /// Text of what cannot be used now.
    pub disabled: Color,
    /// Border of what cannot be used now.
    pub disabled_border: Color,
    /// Lines that only decorate.
    pub line: Color,
    /// The border that shows where one can type.
    pub field_border: Color,
    /// Links, focus, the one main button.
    pub accent: Color,
    /// Text on accent.
    pub on_accent: Color,
    /// What needs attention soon.
    pub attention: Color,
    /// What is forbidden, lost or wrong.
    pub danger: Color,
    /// What is in order.
    pub good: Color,
    /// The tint of a selected row, laid over paper or surface.
    pub selected: Color,
    /// The tint under the mouse, laid over paper or surface.
    pub hover: Color,
    /// The tint of something held down, laid over paper or surface.
    pub pressed: Color,
    /// What lies between a dialog and the desk behind it.
    pub dim: Color,
    /// The soft shadow of a dialog or menu.
    pub shadow: Color,
    /// The width of lines and borders, in pixels.
    pub line_width: f32,
}

/// Says what a text or sign means; its colour only repeats it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Tone {
    /// Plain text.
    #[default]
    Ink,
    /// Captions, hints.
    Muted,
    /// Information, links.
    Accent,
    /// In order.
    Good,
    /// Needs attention.
    Attention,
    /// Danger, objection, restriction.
    Danger,
}

impl Roles {
    /// Returns the text colour of a tone.
    #[must_use]
    pub const fn tone(&self, tone: Tone) -> Color {
        match tone {
            Tone::Ink => self.ink,
            Tone::Muted => self.muted,
            Tone::Accent => self.accent,
            Tone::Good => self.good,
            Tone::Attention => self.attention,
            Tone::Danger => self.danger,
        }
    }

    /// Returns the faint ground that a text of this tone may stand on.
    #[must_use]
    pub fn tint(&self, tone: Tone) -> Color {
        // A wider tint would push some texts of the light look below 4.5 : 1.
        self.tone(tone).scale_alpha(0.08)
    }
}

const fn rgb(hex: u32) -> Color {
    Color::from_rgb8((hex >> 16) as u8, (hex >> 8) as u8, hex as u8)
}

const fn faint(color: Color, alpha: f32) -> Color {
    Color { a: alpha, ..color }
}

pub(super) const LIGHT: Roles = Roles {
    paper: rgb(0xFAF9F6),
    surface: rgb(0xFFFFFF),
    ink: rgb(0x1F2328),
    muted: rgb(0x5B6168),
    disabled: rgb(0x5B6168),
    disabled_border: rgb(0xDEDBD3),
    line: rgb(0xDEDBD3),
    field_border: rgb(0x8A8F94),
    accent: rgb(0x0F6B63),
    on_accent: rgb(0xFAF9F6),
    attention: rgb(0x8A5200),
    danger: rgb(0xB3261E),
    good: rgb(0x1E6E34),
    selected: faint(rgb(0x0F6B63), 0.12),
    hover: faint(rgb(0x1F2328), 0.05),
    pressed: faint(rgb(0x1F2328), 0.10),
    dim: faint(rgb(0x1F2328), 0.40),
    shadow: faint(rgb(0x000000), 0.22),
    line_width: 1.0,
};

pub(super) const DARK: Roles = Roles {
    paper: rgb(0x16181A),
    surface: rgb(0x1F2225),
    ink: rgb(0xE9E7E2),
    muted: rgb(0xA2A8AE),
    disabled: rgb(0xA2A8AE),
    disabled_border: rgb(0x34393E),
    line: rgb(0x34393E),
    field_border: rgb(0x6E757B),
    accent: rgb(0x5CC8BC),
    on_accent: rgb(0x16181A),
    attention: rgb(0xE5B25D),
    danger: rgb(0xF2938B),
    good: rgb(0x7CCB8C),
    selected: faint(rgb(0x5CC8BC), 0.12),
    hover: faint(rgb(0xE9E7E2), 0.06),
    pressed: faint(rgb(0xE9E7E2), 0.11),
    dim: faint(rgb(0x000000), 0.55),
    shadow: faint(rgb(0x000000), 0.60),
    line_width: 1.0,
};

pub(super) const HIGH_CONTRAST_LIGHT: Roles = Roles {
    paper: rgb(0xFFFFFF),
    surface: rgb(0xFFFFFF),
    ink: rgb(0x000000),
    muted: rgb(0x000000),
    disabled: rgb(0x595959),
    disabled_border: rgb(0xB0B0B0),
    line: rgb(0x000000),
    field_border: rgb(0x000000),
    on_accent: rgb(0xFFFFFF),
    hover: faint(rgb(0x000000), 0.08),
    pressed: faint(rgb(0x000000), 0.16),
    dim: faint(rgb(0x000000), 0.60),
    shadow: Color::TRANSPARENT,
    line_width: 2.0,
    ..LIGHT
};

pub(super) const HIGH_CONTRAST_DARK: Roles = Roles {
    paper: rgb(0x000000),
    surface: rgb(0x000000),
    ink: rgb(0xFFFFFF),
    muted: rgb(0xFFFFFF),
    disabled: rgb(0xA6A6A6),
    disabled_border: rgb(0x5A5A5A),
    line: rgb(0xFFFFFF),
    field_border: rgb(0xFFFFFF),
    on_accent: rgb(0x000000),
    selected: faint(rgb(0x5CC8BC), 0.22),
    hover: faint(rgb(0xFFFFFF), 0.12),
    pressed: faint(rgb(0xFFFFFF), 0.20),
    dim: faint(rgb(0x000000), 0.70),
    shadow: Color::TRANSPARENT,
    line_width: 2.0,
    ..DARK
};

/// Returns the colour that shows when a tint lies over an opaque ground.
#[must_use]
pub fn over(tint: Color, ground: Color) -> Color {
    let mix = |top: f32, bottom: f32| top * tint.a + bottom * (1.0 - tint.a);
    Color::from_rgb(mix(tint.r, ground.r), mix(tint.g, ground.g), mix(tint.b, ground.b))
}

/// Returns the contrast ratio of two opaque colours, from 1 to 21 (WCAG 2.2, definition of contrast ratio).
#[must_use]
pub fn contrast(a: Color, b: Color) -> f32 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

fn luminance(color: Color) -> f32 {
    let linear = |channel: f32| {
        if channel <= 0.04045 { channel / 12.92 } else { ((channel + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * linear(color.r) + 0.7152 * linear(color.g) + 0.0722 * linear(color.b)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::theme::Theme;

    const TONES: [Tone; 6] = [Tone::Ink, Tone::Muted, Tone::Accent, Tone::Good, Tone::Attention, Tone::Danger];

    fn assert_contrast(at_least: f32, text: Color, ground: Color, what: &str) {
        let ratio = contrast(text, ground);
        assert!(ratio >= at_least, "{what}: {ratio:.2}, wanted {at_least}");
    }

    #[test]
    fn formula_knows_its_extremes() {
        assert!((contrast(Color::BLACK, Color::WHITE) - 21.0).abs() < 0.01);
        assert!((contrast(Color::WHITE, Color::WHITE) - 1.0).abs() < 0.01);
    }

    #[test]
    fn texts_are_readable_on_every_ground() {
        for theme in Theme::ALL {
            let roles = theme.roles();
            for ground in [roles.paper, roles.surface] {
                for tone in TONES {
                    let text = roles.tone(tone);
                    let what = format!("{theme:?} {tone:?}");
                    assert_contrast(4.5, text, ground, &what);
                    for (name, tint) in
                        [("selected", roles.selected), ("hover", roles.hover), ("own tint", roles.tint(tone))]
                    {
                        assert_contrast(4.5, text, over(tint, ground), &format!("{what} {name}"));
                    }
                }
            }
            let what = format!("{theme:?} disabled");
            assert_contrast(4.5, roles.disabled, roles.paper, &what);
            let what = format!("{theme:?} text on accent");
            assert_contrast(4.5, roles.on_accent, roles.accent, &what);
        }
    }

    #[test]
    fn field_borders_and_focus_are_seen() {
        for theme in Theme::ALL {
            let roles = theme.roles();
            for ground in [roles.paper, roles.surface] {
                let what = format!("{theme:?} border");
                assert_contrast(3.0, roles.field_border, ground, &what);
                assert_contrast(3.0, roles.accent, ground, &what);
            }
        }
    }
}
