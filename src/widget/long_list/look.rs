//! How lists and their headings look in the themes of the house.

use super::{Style, header};
use crate::theme::Theme;

/// Returns the colours of a list's rows.
pub fn rows(theme: &Theme) -> Style {
    let roles = theme.roles();
    Style {
        selected: roles.selected,
        bar: roles.accent,
        hovered: roles.hover,
        ring: roles.accent,
        thumb: roles.field_border,
        thumb_hovered: roles.muted,
    }
}

/// Returns the colours of the headings over them.
pub fn headings(theme: &Theme) -> header::Style {
    let roles = theme.roles();
    header::Style { text: roles.muted, sorted: roles.ink, hovered: roles.hover, ring: roles.accent }
}
