//! Buttons. One main button per view; what destroys is outlined in danger and never the default.

use super::tab_stop::TabStop;
use super::text;
use crate::theme::measure::{CONTROL, HIT, LARGE, RADIUS, RAIL, RING, SMALL, TINY};
use crate::theme::{Element, Icon, Theme, font, style};
use iced::advanced::widget::Id;
use iced::time::Duration;
use iced::widget::button::{Status, Style};
use iced::widget::{Tooltip, column, container, row, tooltip};
use iced::{Alignment, Length, Padding};

/// Says what a button is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// The one thing this view is for.
    Main,
    /// Anything else.
    Plain,
    /// Takes something away.
    Danger,
    /// Reads like a link.
    Link,
    /// Lies in a bar: no border until the mouse is over it.
    Quiet,
}

/// A button with a label, an icon, or both.
#[derive(Debug, Clone)]
#[must_use]
pub struct Button<Message> {
    kind: Kind,
    label: Option<String>,
    icon: Option<Icon>,
    trailing: Option<Icon>,
    hint: Option<String>,
    on_press: Option<Message>,
    id: Option<Id>,
    mouse_only: bool,
    width: Length,
    height: f32,
    is_marked: bool,
}

/// Returns a button of a kind; without `on_press` it is disabled.
pub fn button<Message>(kind: Kind, label: impl Into<String>) -> Button<Message> {
    Button {
        kind,
        label: Some(label.into()),
        icon: None,
        trailing: None,
        hint: None,
        on_press: None,
        id: None,
        mouse_only: false,
        width: Length::Shrink,
        height: CONTROL,
        is_marked: false,
    }
}

/// Returns the main button of a view.
pub fn main<Message>(label: impl Into<String>) -> Button<Message> {
    button(Kind::Main, label)
}

/// Returns an ordinary button.
pub fn plain<Message>(label: impl Into<String>) -> Button<Message> {
    button(Kind::Plain, label)
}

/// Returns a button that takes something away.
pub fn danger<Message>(label: impl Into<String>) -> Button<Message> {
    button(Kind::Danger, label)
}

/// Returns a button that reads like a link.
pub fn link<Message>(label: impl Into<String>) -> Button<Message> {
    button(Kind::Link, label)
}

/// Returns a button that is only an icon; the tooltip says what it does.
pub fn icon<Message>(icon: Icon, tooltip: impl Into<String>) -> Button<Message> {
    Button { label: None, icon: Some(icon), hint: Some(tooltip.into()), ..button(Kind::Quiet, "") }
}

impl<Message> Button<Message> {
    /// Puts an icon before the label.
    pub fn icon(mut self, icon: Icon) -> Self {
        self.icon = Some(icon);
        self
    }

    /// Puts an icon after the label, such as the arrow of a menu.
    pub fn trailing(mut self, icon: Icon) -> Self {
        self.trailing = Some(icon);
        self
    }

    /// Says what a press sends.
    pub fn on_press(self, message: Message) -> Self {
        self.on_press_maybe(Some(message))
    }

    /// Says what a press sends; `None` disables the button.
    pub fn on_press_maybe(mut self, message: Option<Message>) -> Self {
        self.on_press = message;
        self
    }

    /// Leaves the button out of the order of Tab; it can still be clicked.
    pub fn mouse_only(mut self) -> Self {
        self.mouse_only = true;
        self
    }

    /// Names the button, so that the focus can be sent to it.
    pub fn id(mut self, id: impl Into<Id>) -> Self {
        self.id = Some(id.into());
        self
    }

    /// Explains the button while the mouse rests on it, such as why it is disabled.
    pub fn tooltip(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    /// Sets the width.
    pub fn width(mut self, width: impl Into<Length>) -> Self {
        self.width = width.into();
        self
    }

    /// Shows the button as switched on.
    pub fn marked(mut self, is_marked: bool) -> Self {
        self.is_marked = is_marked;
        self
    }

    /// Makes the button 28 px high, for rows.
    pub fn small(mut self) -> Self {
        self.height = HIT;
        self
    }
}

/// The width and height of an item of the rail.
const ITEM: (f32, f32) = (RAIL - TINY, 56.0);
/// How high an item is where the window is low.
const LOW: f32 = 46.0;

fn look(kind: Kind) -> fn(&Theme, Status) -> Style {
    match kind {
        Kind::Main => style::main_button,
        Kind::Plain => style::plain_button,
        Kind::Danger => style::danger_button,
        Kind::Link => style::link_button,
        Kind::Quiet => style::quiet_button,
    }
}

/// Returns the look of a button that is switched on.
fn marked(theme: &Theme, style: Style) -> Style {
    let roles = theme.roles();
    Style { background: Some(roles.selected.into()), text_color: roles.accent, ..style }
}

fn side(kind: Kind) -> f32 {
    match kind {
        Kind::Main | Kind::Plain | Kind::Danger => LARGE - TINY,
        Kind::Link | Kind::Quiet => SMALL,
    }
}

impl<'a, Message: Clone + 'a> From<Button<Message>> for Element<'a, Message> {
    fn from(button: Button<Message>) -> Self {
        let square = button.label.is_none();
        let content = row![]
            .push(button.icon.map(text::icon))
            .push(button.label.map(|label| text::strong(label).wrapping(iced::widget::text::Wrapping::None)))
            .push(button.trailing.map(text::icon))
            .spacing(TINY + 2.0)
            .align_y(Alignment::Center);
        let (width, side) =
            if square { (Length::Fixed(button.height), 0.0) } else { (button.width, side(button.kind)) };
        let stop = TabStop::new(content);
        let stop = if button.mouse_only { stop.mouse_only() } else { stop };
        let stop = stop
            .id(button.id)
            .on_press(button.on_press)
            .size(width, button.height)
            .padding(Padding::ZERO.horizontal(side))
            .style(move |theme, status| {
                let style = look(button.kind)(theme, status);
                if button.is_marked { marked(theme, style) } else { style }
            });
        match button.hint {
            Some(hint) => hinted(stop, hint),
            None => stop.into(),
        }
    }
}

/// Explains a content while the mouse rests on it.
#[must_use]
pub fn hinted<'a, Message: 'a>(
    content: impl Into<Element<'a, Message>>,
    hint: impl Into<String>,
) -> Element<'a, Message> {
    let hint = container(text::caption(hint).style(|_| Default::default()))
        .padding(Padding::from([TINY, SMALL]))
        .max_width(320)
        .style(style::tooltip);
    Tooltip::new(content, hint, tooltip::Position::Bottom).gap(TINY).padding(0).delay(Duration::from_millis(500)).into()
}

/// Returns an item of the rail with a number in its corner; none where nothing is counted.
#[must_use]
pub fn counted<'a, Message: 'a>(item: Element<'a, Message>, count: usize) -> Element<'a, Message> {
    if count == 0 {
        return item;
    }
    // Three signs are all there is room for.
    let words = if count > 99 { "99+".to_owned() } else { count.to_string() };
    let words = iced::widget::Text::new(words).size(12).line_height(1.0).font(font::SEMIBOLD);
    let badge = container(words).padding(Padding::from([2.0, 5.0])).style(style::count);
    let corner = container(badge).align_right(ITEM.0).padding(Padding { top: 2.0, right: 2.0, bottom: 0.0, left: 0.0 });
    iced::widget::stack![item, corner].into()
}

/// Returns an item of the rail: an icon over a short label; less high where the window is low.
#[must_use]
pub fn rail<'a, Message: Clone + 'a>(
    sign: Icon,
    label: impl Into<String>,
    selected: bool,
    is_low: bool,
    on_press: Option<Message>,
) -> Element<'a, Message> {
    // An item holds nine letters at this size; longer words break. What is selected is not set bolder, for it would be
    // wider as well.
    let label =
        iced::widget::Text::new(label.into()).size(12).line_height(1.2).font(font::MEDIUM).align_x(Alignment::Center);
    let (height, icon, gap) = if is_low { (LOW, 16.0, 1.0) } else { (ITEM.1, 20.0, TINY) };
    let content = column![text::icon_sized(sign, icon), label].spacing(gap).align_x(Alignment::Center);
    TabStop::new(content)
        .on_press(on_press)
        .size(ITEM.0, height)
        .style(move |theme, status| {
            let roles = theme.roles();
            let base = style::quiet_button(theme, status);
            if selected {
                Style {
                    background: Some(roles.selected.into()),
                    text_color: roles.accent,
                    border: iced::border::rounded(RADIUS)
                        .width(if theme.is_high_contrast() { RING } else { 0.0 })
                        .color(roles.accent),
                    ..base
                }
            } else {
                base
            }
        })
        .into()
}
