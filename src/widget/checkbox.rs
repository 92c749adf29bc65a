//! Yes or no: a check box, a switch, and one of several.

use super::tab_stop::TabStop;
use super::text;
use crate::theme::measure::{HIT, RADIUS, SMALL};
use crate::theme::{Element, Icon, Theme};
use iced::advanced::widget::Id;
use iced::widget::button::{Status, Style};
use iced::widget::{container, row, space};
use iced::{Alignment, Padding, border};

/// Returns a check box with its label; without `on_toggle` it is disabled.
#[must_use]
pub fn checkbox<'a, Message: Clone + 'a>(
    label: impl Into<String>,
    checked: bool,
    id: Option<Id>,
    on_toggle: Option<impl FnOnce(bool) -> Message>,
) -> Element<'a, Message> {
    let enabled = on_toggle.is_some();
    let mark = checked.then(|| text::icon_sized(Icon::Check, 14.0));
    let sign = container(row![].push(mark))
        .center(18)
        .style(move |theme: &Theme| {
            let roles = theme.roles();
            let fill = if enabled {
                roles.accent
            } else {
                roles.disabled
            };
            let line = if enabled {
                roles.field_border
            } else {
                roles.disabled_border
            };
            container::Style {
                text_color: Some(roles.on_accent),
                background: Some(if checked { fill } else { roles.surface }.into()),
                border: border::rounded(4)
                    .width(if checked { 0.0 } else { roles.line_width })
                    .color(line),
                ..container::Style::default()
            }
        });
    labelled(sign, label, id, on_toggle.map(|toggle| toggle(!checked)))
}

/// Returns a switch with its label, for what takes effect at once; without `on_toggle` it is disabled.
#[must_use]
pub fn switch<'a, Message: Clone + 'a>(
    label: impl Into<String>,
    on: bool,
    id: Option<Id>,
    on_toggle: Option<impl FnOnce(bool) -> Message>,
) -> Element<'a, Message> {
    let enabled = on_toggle.is_some();
    let knob = container(space().width(14).height(14)).style(move |theme: &Theme| {
        let roles = theme.roles();
        container::Style {
            background: Some(if on { roles.on_accent } else { roles.muted }.into()),
            border: border::rounded(7),
            ..container::Style::default()
        }
    });
    let sign = container(knob)
        .width(34)
        .height(20)
        .padding(3)
        .align_x(if on { Alignment::End } else { Alignment::Start })
        .style(move |theme: &Theme| {
            let roles = theme.roles();
            let fill = if enabled {
                roles.accent
            } else {
                roles.disabled
            };
            container::Style {
                background: Some(if on { fill } else { roles.surface }.into()),
                border: border::rounded(10)
                    .width(if on { 0.0 } else { roles.line_width })
                    .color(roles.field_border),
                ..container::Style::default()
            }
        });
    labelled(sign, label, id, on_toggle.map(|toggle| toggle(!on)))
}

/// Returns one of several to choose from; without `on_select` it is disabled.
#[must_use]
pub fn radio<'a, Message: Clone + 'a>(
    label: impl Into<String>,
    selected: bool,
    id: Option<Id>,
    on_select: Option<Message>,
) -> Element<'a, Message> {
    let enabled = on_select.is_some();
    let dot = container(space().width(8).height(8)).style(move |theme: &Theme| {
        let roles = theme.roles();
        let fill = if enabled {
            roles.accent
        } else {
            roles.disabled
        };
        container::Style {
            background: selected.then(|| fill.into()),
            border: border::rounded(4),
            ..container::Style::default()
        }
    });
    let sign = container(dot).center(18).style(move |theme: &Theme| {
        let roles = theme.roles();
        let line = match (enabled, selected) {
            (true, true) => roles.accent,
            (true, false) => roles.field_border,
            (false, _) => roles.disabled_border,
        };
        container::Style {
            background: Some(roles.surface.into()),
            border: border::rounded(9)
                .width(if selected { 2.0 } else { roles.line_width })
                .color(line),
            ..container::Style::default()
        }
    });
    labelled(sign, label, id, on_select)
}

fn labelled<'a, Message: Clone + 'a>(
    sign: impl Into<Element<'a, Message>>,
    label: impl Into<String>,
    id: Option<Id>,
    on_press: Option<Message>,
) -> Element<'a, Message> {
    let content = row![sign.into(), text::body(label)]
        .spacing(SMALL)
        .align_y(Alignment::Center);
    TabStop::new(content)
        .id(id)
        .on_press(on_press)
        .padding(Padding::from([(HIT - 20.0) / 2.0, 2.0]))
        .style(plain)
        .into()
}

fn plain(theme: &Theme, status: Status) -> Style {
    let roles = theme.roles();
    Style {
        text_color: match status {
            Status::Disabled => roles.disabled,
            Status::Active | Status::Hovered | Status::Pressed => roles.ink,
        },
        border: border::rounded(RADIUS),
        ..Style::default()
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

    use super::*;
    use crate::widget::gallery::{form, press};
    use iced::keyboard::key::Named;
    use iced::widget::column;

    #[test]
    fn space_toggles_and_labels_can_be_clicked() {
        let off = None::<fn(bool) -> (char, bool)>;
        let mut stage = form(column![
            checkbox("Former", true, None, Some(|on| ('f', on))),
            switch("Idle", false, None, Some(|on| ('i', on))),
            checkbox("Off", false, None, off),
        ]);
        press(&mut stage, Named::Space);
        stage.click("Idle").unwrap();
        stage.click("Off").unwrap();
        let sent: Vec<_> = stage.into_messages().collect();
        assert_eq!(sent, [('f', false), ('i', true)]);
    }
}
