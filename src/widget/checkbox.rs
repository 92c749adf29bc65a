//! Yes or no: a check box, a switch, and one of several.

use super::tab_stop::TabStop;
use super::text;
use crate::theme::measure::{HIT, RADIUS, SMALL};
use crate::theme::{Element, Icon, Theme};
use iced::advanced::widget::Id;
use iced::widget::button::{Status, Style};
use iced::widget::{container, row, space};
use iced::{Alignment, Padding, border};

#[derive(Debug, Clone, Copy)]
enum Kind {
    Checkbox,
    Switch,
    Radio,
}

/// A sign that is on or off, with its label; without message it is disabled.
#[derive(Debug, Clone)]
#[must_use]
pub struct Toggle<Message> {
    kind: Kind,
    label: String,
    on: bool,
    id: Option<Id>,
    on_press: Option<Message>,
}

/// Returns a check box with its label.
pub fn checkbox<Message>(label: impl Into<String>, checked: bool) -> Toggle<Message> {
    toggle(Kind::Checkbox, label, checked)
}

/// Returns a switch with its label, for what takes effect at once.
pub fn switch<Message>(label: impl Into<String>, on: bool) -> Toggle<Message> {
    toggle(Kind::Switch, label, on)
}

/// Returns one of several to choose from.
pub fn radio<Message>(label: impl Into<String>, selected: bool) -> Toggle<Message> {
    toggle(Kind::Radio, label, selected)
}

fn toggle<Message>(kind: Kind, label: impl Into<String>, on: bool) -> Toggle<Message> {
    Toggle { kind, label: label.into(), on, id: None, on_press: None }
}

impl<Message> Toggle<Message> {
    /// Names the sign, so that the focus can be sent to it.
    pub fn id(mut self, id: impl Into<Id>) -> Self {
        self.id = Some(id.into());
        self
    }

    /// Says what a press sends: it gets what the sign will be.
    pub fn on_toggle(self, message: impl FnOnce(bool) -> Message) -> Self {
        self.on_toggle_if(true, message)
    }

    /// Says what a press sends, if it may be pressed.
    pub fn on_toggle_if(mut self, enabled: bool, message: impl FnOnce(bool) -> Message) -> Self {
        self.on_press = enabled.then(|| message(!self.on));
        self
    }

    /// Says what choosing this one of several sends.
    pub fn on_select(mut self, message: Message) -> Self {
        self.on_press = Some(message);
        self
    }
}

impl<'a, Message: Clone + 'a> From<Toggle<Message>> for Element<'a, Message> {
    fn from(toggle: Toggle<Message>) -> Self {
        let enabled = toggle.on_press.is_some();
        let sign = match toggle.kind {
            Kind::Checkbox => check(toggle.on, enabled),
            Kind::Switch => slide(toggle.on, enabled),
            Kind::Radio => dot(toggle.on, enabled),
        };
        // Without words beside it, it takes no room for them: in a narrow place it would be squeezed.
        let label = (!toggle.label.is_empty()).then(|| text::body(toggle.label));
        let content = row![sign].push(label).spacing(SMALL).align_y(Alignment::Center);
        TabStop::new(content)
            .id(toggle.id)
            .on_press(toggle.on_press)
            .space_only()
            .padding(Padding::from([(HIT - 20.0) / 2.0, 2.0]))
            .style(plain)
            .into()
    }
}

fn check<'a, Message: 'a>(checked: bool, enabled: bool) -> Element<'a, Message> {
    let mark = checked.then(|| text::icon_sized(Icon::Check, 14.0));
    let sign = container(row![].push(mark)).center(18).style(move |theme: &Theme| {
        let roles = theme.roles();
        let fill = if enabled { roles.accent } else { roles.disabled };
        let line = if enabled { roles.field_border } else { roles.disabled_border };
        container::Style {
            text_color: Some(roles.on_accent),
            background: Some(if checked { fill } else { roles.surface }.into()),
            border: border::rounded(4).width(if checked { 0.0 } else { roles.line_width }).color(line),
            ..container::Style::default()
        }
    });
    sign.into()
}

fn slide<'a, Message: 'a>(on: bool, enabled: bool) -> Element<'a, Message> {
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
            let fill = if enabled { roles.accent } else { roles.disabled };
            container::Style {
                background: Some(if on { fill } else { roles.surface }.into()),
                border: border::rounded(10).width(if on { 0.0 } else { roles.line_width }).color(roles.field_border),
                ..container::Style::default()
            }
        });
    sign.into()
}

fn dot<'a, Message: 'a>(selected: bool, enabled: bool) -> Element<'a, Message> {
    let dot = container(space().width(8).height(8)).style(move |theme: &Theme| {
        let roles = theme.roles();
        let fill = if enabled { roles.accent } else { roles.disabled };
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
            border: border::rounded(9).width(if selected { 2.0 } else { roles.line_width }).color(line),
            ..container::Style::default()
        }
    });
    sign.into()
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
        let mut stage = form(column![
            checkbox("Former", true).on_toggle(|on| ('f', on)),
            switch("Idle", false).on_toggle(|on| ('i', on)),
            checkbox("Off", false).on_toggle_if(false, |on| ('o', on)),
        ]);
        press(&mut stage, Named::Space);
        press(&mut stage, Named::Enter);
        stage.click("Idle").unwrap();
        stage.click("Off").unwrap();
        let sent: Vec<_> = stage.into_messages().collect();
        assert_eq!(sent, [('f', false), ('i', true)]);
    }
}
