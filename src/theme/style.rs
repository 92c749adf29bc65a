//! Style functions, to be passed to the toolkit's `.style(…)`.

use super::measure::{CARD_RADIUS, RADIUS};
use super::{Theme, Tone};
use iced::widget::{self, button, container, progress_bar, rule, text};
use iced::{Background, Border, Color, Shadow, border};

/// Returns text in the colour of a tone.
pub fn tone(tone: Tone) -> impl Fn(&Theme) -> text::Style {
    move |theme| text::Style { color: Some(theme.roles().tone(tone)) }
}

/// Text in the muted ink.
#[must_use]
pub fn muted(theme: &Theme) -> text::Style {
    tone(Tone::Muted)(theme)
}

/// Text in the accent colour.
#[must_use]
pub fn accent(theme: &Theme) -> text::Style {
    tone(Tone::Accent)(theme)
}

/// Text in the colour of danger.
#[must_use]
pub fn danger(theme: &Theme) -> text::Style {
    tone(Tone::Danger)(theme)
}

fn outline(theme: &Theme, color: Color) -> Border {
    border::rounded(RADIUS).width(theme.roles().line_width).color(color)
}

/// The ground of a number that counts what waits.
#[must_use]
pub fn count(theme: &Theme) -> container::Style {
    let roles = theme.roles();
    container::Style {
        text_color: Some(roles.on_accent),
        background: Some(roles.accent.into()),
        border: border::rounded(8),
        ..container::Style::default()
    }
}

/// The window's ground.
#[must_use]
pub fn paper(theme: &Theme) -> container::Style {
    let roles = theme.roles();
    container::Style {
        text_color: Some(roles.ink),
        background: Some(roles.paper.into()),
        ..container::Style::default()
    }
}

/// A flat area in the colour of cards, without border.
#[must_use]
pub fn surface(theme: &Theme) -> container::Style {
    let roles = theme.roles();
    container::Style {
        text_color: Some(roles.ink),
        background: Some(roles.surface.into()),
        ..container::Style::default()
    }
}

/// A card: surface with a line around it.
#[must_use]
pub fn card(theme: &Theme) -> container::Style {
    let roles = theme.roles();
    container::Style {
        border: border::rounded(CARD_RADIUS).width(roles.line_width).color(roles.line),
        ..surface(theme)
    }
}

/// A card that floats over the desk: a dialog, a toast, a menu.
///
/// It has no shadow of iced's: the software renderer draws those without regard to the part of the window that is
/// being redrawn, so that each blink of a cursor makes them darker. See [`crate::widget::shadow`].
#[must_use]
pub fn floating(theme: &Theme) -> container::Style {
    card(theme)
}

/// The small text that names an icon.
#[must_use]
pub fn tooltip(theme: &Theme) -> container::Style {
    let roles = theme.roles();
    container::Style {
        text_color: Some(roles.paper),
        background: Some(roles.ink.into()),
        border: border::rounded(4),
        ..container::Style::default()
    }
}

/// A faint ground in the colour of a tone.
pub fn tinted(tone: Tone, radius: f32) -> impl Fn(&Theme) -> container::Style {
    move |theme| {
        let roles = theme.roles();
        let outline = if theme.is_high_contrast() { 1.0 } else { 0.0 };
        container::Style {
            background: Some(roles.tint(tone).into()),
            border: border::rounded(radius).width(outline).color(roles.tone(tone)),
            ..container::Style::default()
        }
    }
}

/// A selected row: the tint of the selection.
#[must_use]
pub fn selected(theme: &Theme) -> container::Style {
    container::Style { background: Some(theme.roles().selected.into()), ..container::Style::default() }
}

fn mixed(theme: &Theme, ground: Color, status: button::Status) -> Color {
    let roles = theme.roles();
    match status {
        button::Status::Hovered => super::over(roles.hover, ground),
        button::Status::Pressed => super::over(roles.pressed, ground),
        button::Status::Active | button::Status::Disabled => ground,
    }
}

fn tinted_by(theme: &Theme, status: button::Status) -> Option<Background> {
    let roles = theme.roles();
    match status {
        button::Status::Hovered => Some(roles.hover.into()),
        button::Status::Pressed => Some(roles.pressed.into()),
        button::Status::Active | button::Status::Disabled => None,
    }
}

/// The one main button of a view.
#[must_use]
pub fn main_button(theme: &Theme, status: button::Status) -> button::Style {
    let roles = theme.roles();
    if status == button::Status::Disabled {
        return plain_button(theme, status);
    }
    button::Style {
        background: Some(mixed(theme, roles.accent, status).into()),
        text_color: roles.on_accent,
        border: outline(theme, Color::TRANSPARENT).width(0.0),
        ..button::Style::default()
    }
}

/// Any other button: outlined, on surface.
#[must_use]
pub fn plain_button(theme: &Theme, status: button::Status) -> button::Style {
    let roles = theme.roles();
    let (ink, line) = match status {
        button::Status::Disabled => (roles.disabled, roles.disabled_border),
        button::Status::Active | button::Status::Hovered | button::Status::Pressed => (roles.ink, roles.field_border),
    };
    let ground = if status == button::Status::Disabled { roles.paper } else { roles.surface };
    button::Style {
        background: Some(mixed(theme, ground, status).into()),
        text_color: ink,
        border: outline(theme, line),
        ..button::Style::default()
    }
}

/// A button that takes something away: outlined in danger.
#[must_use]
pub fn danger_button(theme: &Theme, status: button::Status) -> button::Style {
    let roles = theme.roles();
    if status == button::Status::Disabled {
        return plain_button(theme, status);
    }
    button::Style { text_color: roles.danger, border: outline(theme, roles.danger), ..plain_button(theme, status) }
}

/// A button that reads like a link.
#[must_use]
pub fn link_button(theme: &Theme, status: button::Status) -> button::Style {
    let roles = theme.roles();
    button::Style {
        background: tinted_by(theme, status),
        text_color: if status == button::Status::Disabled { roles.disabled } else { roles.accent },
        border: border::rounded(RADIUS),
        ..button::Style::default()
    }
}

/// A button that is only an icon, or lies in a bar: no border until the mouse is over it.
#[must_use]
pub fn quiet_button(theme: &Theme, status: button::Status) -> button::Style {
    let style = link_button(theme, status);
    if status == button::Status::Disabled {
        return style;
    }
    button::Style { text_color: theme.roles().ink, ..style }
}

/// The thin line between things.
#[must_use]
pub fn line(theme: &Theme) -> rule::Style {
    rule::Style { color: theme.roles().line, radius: 0.0.into(), fill_mode: rule::FillMode::Full, snap: true }
}

/// A bar that fills.
#[must_use]
pub fn progress(theme: &Theme) -> progress_bar::Style {
    let roles = theme.roles();
    progress_bar::Style { background: roles.pressed.into(), bar: roles.accent.into(), border: border::rounded(4) }
}

/// A small table with lines between its rows only.
#[must_use]
pub fn table(theme: &Theme) -> widget::table::Style {
    widget::table::Style { separator_x: Color::TRANSPARENT.into(), separator_y: theme.roles().line.into() }
}

/// A check box.
#[must_use]
pub fn checkbox(theme: &Theme, status: widget::checkbox::Status) -> widget::checkbox::Style {
    let roles = theme.roles();
    let (checked, enabled) = match status {
        widget::checkbox::Status::Active { is_checked } | widget::checkbox::Status::Hovered { is_checked } => {
            (is_checked, true)
        }
        widget::checkbox::Status::Disabled { is_checked } => (is_checked, false),
    };
    let fill = if enabled { roles.accent } else { roles.disabled };
    widget::checkbox::Style {
        background: if checked { fill } else { roles.surface }.into(),
        icon_color: roles.on_accent,
        border: border::rounded(4).width(if checked { 0.0 } else { roles.line_width }).color(if enabled {
            roles.field_border
        } else {
            roles.line
        }),
        text_color: Some(if enabled { roles.ink } else { roles.muted }),
    }
}

/// One of several to choose from.
#[must_use]
pub fn radio(theme: &Theme, status: widget::radio::Status) -> widget::radio::Style {
    let roles = theme.roles();
    let selected = match status {
        widget::radio::Status::Active { is_selected } | widget::radio::Status::Hovered { is_selected } => is_selected,
    };
    widget::radio::Style {
        background: roles.surface.into(),
        dot_color: roles.accent,
        border_width: roles.line_width,
        border_color: if selected { roles.accent } else { roles.field_border },
        text_color: Some(roles.ink),
    }
}

/// An area that scrolls, with a thin bar.
#[must_use]
pub fn scrollable(theme: &Theme, status: widget::scrollable::Status) -> widget::scrollable::Style {
    let roles = theme.roles();
    let busy = match status {
        widget::scrollable::Status::Active { .. } => false,
        widget::scrollable::Status::Hovered {
            is_horizontal_scrollbar_hovered: horizontal,
            is_vertical_scrollbar_hovered: vertical,
            ..
        }
        | widget::scrollable::Status::Dragged {
            is_horizontal_scrollbar_dragged: horizontal,
            is_vertical_scrollbar_dragged: vertical,
            ..
        } => horizontal || vertical,
    };
    let rail = widget::scrollable::Rail {
        background: None,
        border: border::rounded(4),
        scroller: widget::scrollable::Scroller {
            background: if busy { roles.muted } else { roles.field_border }.into(),
            border: border::rounded(4),
        },
    };
    widget::scrollable::Style {
        container: container::Style::default(),
        vertical_rail: rail,
        horizontal_rail: rail,
        gap: None,
        auto_scroll: widget::scrollable::AutoScroll {
            background: roles.surface.into(),
            border: outline(theme, roles.line),
            shadow: Shadow::default(),
            icon: roles.muted,
        },
    }
}

/// A handle on a line.
#[must_use]
pub fn slider(theme: &Theme, _status: widget::slider::Status) -> widget::slider::Style {
    let roles = theme.roles();
    widget::slider::Style {
        rail: widget::slider::Rail {
            backgrounds: (roles.accent.into(), roles.field_border.into()),
            width: 4.0,
            border: border::rounded(2),
        },
        handle: widget::slider::Handle {
            shape: widget::slider::HandleShape::Circle { radius: 8.0 },
            background: roles.accent.into(),
            border_width: 0.0,
            border_color: Color::TRANSPARENT,
        },
    }
}

/// A field to type in.
#[must_use]
pub fn text_input(theme: &Theme, status: widget::text_input::Status) -> widget::text_input::Style {
    let roles = theme.roles();
    let (ground, border, value) = match status {
        widget::text_input::Status::Disabled => (roles.paper, roles.disabled_border, roles.disabled),
        widget::text_input::Status::Hovered => (roles.surface, roles.muted, roles.ink),
        widget::text_input::Status::Active | widget::text_input::Status::Focused { .. } => {
            (roles.surface, roles.field_border, roles.ink)
        }
    };
    widget::text_input::Style {
        background: ground.into(),
        border: outline(theme, border),
        icon: roles.muted,
        placeholder: roles.muted,
        value,
        selection: roles.accent.scale_alpha(0.3),
    }
}

/// A field to type in whose content is not valid.
#[must_use]
pub fn invalid_text_input(theme: &Theme, status: widget::text_input::Status) -> widget::text_input::Style {
    widget::text_input::Style { border: outline(theme, theme.roles().danger), ..text_input(theme, status) }
}

/// A field for long texts.
#[must_use]
pub fn text_editor(theme: &Theme, status: widget::text_editor::Status) -> widget::text_editor::Style {
    let status = match status {
        widget::text_editor::Status::Active => widget::text_input::Status::Active,
        widget::text_editor::Status::Hovered => widget::text_input::Status::Hovered,
        widget::text_editor::Status::Focused { is_hovered } => widget::text_input::Status::Focused { is_hovered },
        widget::text_editor::Status::Disabled => widget::text_input::Status::Disabled,
    };
    let style = text_input(theme, status);
    widget::text_editor::Style {
        background: style.background,
        border: style.border,
        placeholder: style.placeholder,
        value: style.value,
        selection: style.selection,
    }
}

/// A switch that slides.
#[must_use]
pub fn toggler(theme: &Theme, status: widget::toggler::Status) -> widget::toggler::Style {
    let roles = theme.roles();
    let on = match status {
        widget::toggler::Status::Active { is_toggled }
        | widget::toggler::Status::Hovered { is_toggled }
        | widget::toggler::Status::Disabled { is_toggled } => is_toggled,
    };
    widget::toggler::Style {
        background: if on { roles.accent } else { roles.surface }.into(),
        background_border_width: if on { 0.0 } else { roles.line_width },
        background_border_color: roles.field_border,
        foreground: if on { roles.on_accent } else { roles.muted }.into(),
        foreground_border_width: 0.0,
        foreground_border_color: Color::TRANSPARENT,
        text_color: Some(roles.ink),
        border_radius: None,
        padding_ratio: 0.15,
    }
}

/// Panes whose borders can be dragged.
#[must_use]
pub fn pane_grid(theme: &Theme) -> widget::pane_grid::Style {
    let roles = theme.roles();
    widget::pane_grid::Style {
        hovered_region: widget::pane_grid::Highlight {
            background: roles.selected.into(),
            border: outline(theme, roles.accent),
        },
        picked_split: widget::pane_grid::Line { color: roles.accent, width: 2.0 },
        hovered_split: widget::pane_grid::Line { color: roles.field_border, width: 2.0 },
    }
}

/// The list under a field.
#[must_use]
pub fn menu(theme: &Theme) -> iced::overlay::menu::Style {
    let roles = theme.roles();
    let floating = floating(theme);
    iced::overlay::menu::Style {
        background: roles.surface.into(),
        border: floating.border,
        text_color: roles.ink,
        selected_text_color: roles.ink,
        selected_background: super::over(roles.selected, roles.surface).into(),
        shadow: Shadow::default(),
    }
}

/// A field that opens a list.
#[must_use]
pub fn pick_list(theme: &Theme, status: widget::pick_list::Status) -> widget::pick_list::Style {
    let style = text_input(
        theme,
        match status {
            widget::pick_list::Status::Active => widget::text_input::Status::Active,
            widget::pick_list::Status::Hovered | widget::pick_list::Status::Opened { .. } => {
                widget::text_input::Status::Hovered
            }
        },
    );
    widget::pick_list::Style {
        text_color: style.value,
        placeholder_color: style.placeholder,
        handle_color: style.icon,
        background: style.background,
        border: style.border,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_has_a_shadow_that_grows_with_every_redraw() {
        for theme in Theme::ALL {
            assert_eq!(floating(&theme).shadow, Shadow::default());
            assert_eq!(menu(&theme).shadow, Shadow::default());
        }
    }
}
