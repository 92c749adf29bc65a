//! Fields of a form: a label above, a control, and under it what is wrong or what helps.

use super::text;
use super::typing::Typing;
use super::watch::Watch;
use crate::theme::measure::{BODY, CONTROL, ICON, LINE_HEIGHT, RADIUS, SMALL, TINY};
use crate::theme::{Element, Icon, Theme, Tone, font, icon as icons, style};
use iced::advanced::widget::Id;
use iced::widget::text_editor::{Action, Content, Edit, Motion};
use iced::widget::{Stack, TextEditor, TextInput, column, container, row, text_input};
use iced::{Alignment, Length, Padding};
use std::iter::repeat_n;
use std::rc::Rc;
use std::sync::Arc;

/// A labelled control.
#[must_use]
pub struct Field<'a, Message> {
    label: String,
    control: Element<'a, Message>,
    error: Option<String>,
    hint: Option<String>,
    width: Length,
}

/// Returns a control with its label above.
pub fn field<'a, Message>(label: impl Into<String>, control: impl Into<Element<'a, Message>>) -> Field<'a, Message> {
    Field { label: label.into(), control: control.into(), error: None, hint: None, width: Length::Fill }
}

impl<Message> Field<'_, Message> {
    /// Says under the control what is wrong with it; replaces the hint.
    pub fn error(mut self, error: Option<impl Into<String>>) -> Self {
        self.error = error.map(Into::into);
        self
    }

    /// Says under the control what helps to fill it.
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    /// Sets the width.
    pub fn width(mut self, width: impl Into<Length>) -> Self {
        self.width = width.into();
        self
    }
}

impl<'a, Message: 'a> From<Field<'a, Message>> for Element<'a, Message> {
    fn from(field: Field<'a, Message>) -> Self {
        let below: Option<Element<'a, Message>> = match (field.error, field.hint) {
            (Some(error), _) => Some(complaint(error)),
            (None, hint) => hint.map(|hint| text::caption(hint).into()),
        };
        column![text::caption(field.label), field.control].push(below).spacing(TINY).width(field.width).into()
    }
}

/// Returns the line that says what is wrong with a field.
#[must_use]
pub fn complaint<'a, Message: 'a>(error: impl Into<String>) -> Element<'a, Message> {
    let sign = text::icon_sized(Icon::CircleAlert, 14.0).style(style::danger);
    row![container(sign).center_y(BODY * LINE_HEIGHT), text::caption(error).style(style::danger)]
        .spacing(TINY + 2.0)
        .into()
}

/// A field for one line of text.
#[must_use]
pub struct TextField<'a, Message> {
    placeholder: String,
    value: String,
    id: Option<Id>,
    on_input: Option<Rc<dyn Fn(String) -> Message + 'a>>,
    on_submit: Option<Message>,
    on_focus: Option<Message>,
    on_blur: Option<Message>,
    secure: bool,
    invalid: bool,
    icon: Option<Icon>,
    trailing: Option<Element<'a, Message>>,
    width: Length,
}

/// Returns a field for one line of text; without `on_input` it is disabled.
pub fn text_field<'a, Message>(placeholder: impl Into<String>, value: impl Into<String>) -> TextField<'a, Message> {
    TextField {
        placeholder: placeholder.into(),
        value: value.into(),
        id: None,
        on_input: None,
        on_submit: None,
        on_focus: None,
        on_blur: None,
        secure: false,
        invalid: false,
        icon: None,
        trailing: None,
        width: Length::Fill,
    }
}

impl<'a, Message> TextField<'a, Message> {
    /// Names the field, so that the focus can be sent to it.
    pub fn id(mut self, id: impl Into<Id>) -> Self {
        self.id = Some(id.into());
        self
    }

    /// Says what typing sends.
    pub fn on_input(mut self, message: impl Fn(String) -> Message + 'a) -> Self {
        self.on_input = Some(Rc::new(message));
        self
    }

    /// Says what Enter sends.
    pub fn on_submit(mut self, message: Message) -> Self {
        self.on_submit = Some(message);
        self
    }

    /// Says what is sent when the focus enters.
    pub fn on_focus(mut self, message: Message) -> Self {
        self.on_focus = Some(message);
        self
    }

    /// Says what is sent when the focus has left.
    pub fn on_blur(mut self, message: Message) -> Self {
        self.on_blur = Some(message);
        self
    }

    /// Hides what is typed.
    pub fn secure(mut self, secure: bool) -> Self {
        self.secure = secure;
        self
    }

    /// Marks the content as not valid.
    pub fn invalid(mut self, invalid: bool) -> Self {
        self.invalid = invalid;
        self
    }

    /// Puts an icon before the text.
    pub fn icon(mut self, icon: Icon) -> Self {
        self.icon = Some(icon);
        self
    }

    /// Puts a small icon button at the end of the field.
    pub fn trailing(mut self, button: impl Into<Element<'a, Message>>) -> Self {
        self.trailing = Some(button.into());
        self
    }

    /// Sets the width.
    pub fn width(mut self, width: impl Into<Length>) -> Self {
        self.width = width.into();
        self
    }

    /// Returns the toolkit's field, so that `lookup` can see its focus.
    pub(super) fn input(&mut self) -> TextInput<'a, Message, Theme>
    where
        Message: Clone + 'a,
    {
        let above = (CONTROL - BODY * LINE_HEIGHT) / 2.0;
        let right = if self.trailing.is_some() { CONTROL } else { SMALL };
        let mut input = TextInput::new(&self.placeholder, &self.value)
            .on_input_maybe(self.on_input.clone().map(|on_input| move |typed| on_input(typed)))
            .on_submit_maybe(self.on_submit.take())
            .secure(self.secure)
            .font(font::REGULAR)
            .size(BODY)
            .line_height(LINE_HEIGHT)
            .padding(Padding::from([above, SMALL + 2.0]).right(right + 2.0))
            .width(self.width)
            .style(if self.invalid { style::invalid_text_input } else { style::text_input });
        if let Some(id) = self.id.clone() {
            input = input.id(id);
        }
        if let Some(icon) = self.icon {
            input = input.icon(text_input::Icon {
                font: icons::FONT,
                code_point: icon.code_point(),
                size: Some(ICON.into()),
                spacing: SMALL,
                side: text_input::Side::Left,
            });
        }
        input
    }

    /// Watches the input, or what was built around it, and puts the trailing button on top.
    pub(super) fn finish(self, input: impl Into<Element<'a, Message>>) -> Element<'a, Message>
    where
        Message: Clone + 'a,
    {
        // What nobody may read is not kept either.
        let typing = self.on_input.filter(|_| !self.secure).map(|on_input| {
            let value = self.value;
            Typing { text: Box::new(move || value.clone()), restore: Box::new(move |text, _| vec![on_input(text)]) }
        });
        let watched = Watch::new(input).on_focus(self.on_focus).on_blur(self.on_blur).typing(typing);
        let Some(trailing) = self.trailing else {
            return watched.into();
        };
        let end = container(trailing).align_right(Length::Fill).center_y(Length::Fill).padding(Padding::ZERO.right(2));
        Stack::new().push(watched).push(end).into()
    }
}

impl<'a, Message: Clone + 'a> From<TextField<'a, Message>> for Element<'a, Message> {
    fn from(mut field: TextField<'a, Message>) -> Self {
        let input = field.input();
        field.finish(input)
    }
}

/// A field for several lines, such as a note.
#[must_use]
pub struct TextArea<'a, Message> {
    content: &'a Content,
    placeholder: String,
    id: Option<Id>,
    on_action: Option<Rc<dyn Fn(Action) -> Message + 'a>>,
    on_blur: Option<Message>,
    height: Length,
    invalid: bool,
}

/// Returns a field for several lines; without `on_action` it is disabled.
pub fn text_area<'a, Message>(content: &'a Content, placeholder: impl Into<String>) -> TextArea<'a, Message> {
    TextArea {
        content,
        placeholder: placeholder.into(),
        id: None,
        on_action: None,
        on_blur: None,
        height: Length::Fixed(CONTROL * 3.0),
        invalid: false,
    }
}

impl<'a, Message> TextArea<'a, Message> {
    /// Names the field, so that the focus can be sent to it.
    pub fn id(mut self, id: impl Into<Id>) -> Self {
        self.id = Some(id.into());
        self
    }

    /// Says what an edit sends; the screen performs it on its `Content`.
    pub fn on_action(mut self, message: impl Fn(Action) -> Message + 'a) -> Self {
        self.on_action = Some(Rc::new(message));
        self
    }

    /// Says what is sent when the focus has left.
    pub fn on_blur(mut self, message: Message) -> Self {
        self.on_blur = Some(message);
        self
    }

    /// Sets the height; three rows unless said.
    pub fn height(mut self, height: impl Into<Length>) -> Self {
        self.height = height.into();
        self
    }

    /// Marks the content as not valid.
    pub fn invalid(mut self, invalid: bool) -> Self {
        self.invalid = invalid;
        self
    }
}

impl<'a, Message: Clone + 'a> From<TextArea<'a, Message>> for Element<'a, Message> {
    fn from(area: TextArea<'a, Message>) -> Self {
        let invalid = area.invalid;
        let mut editor = TextEditor::new(area.content)
            .placeholder(area.placeholder)
            .font(font::REGULAR)
            .size(BODY)
            .line_height(LINE_HEIGHT)
            .padding(Padding::from([SMALL - 2.0, SMALL + 2.0]))
            .height(area.height)
            .style(move |theme, status| {
                let mut look = style::text_editor(theme, status);
                if invalid {
                    look.border.color = theme.roles().danger;
                }
                look.border.radius = RADIUS.into();
                look
            });
        if let Some(id) = area.id {
            editor = editor.id(id);
        }
        let mut typing = None;
        if let Some(on_action) = area.on_action {
            let (content, act) = (area.content, Rc::clone(&on_action));
            typing = Some(Typing {
                text: Box::new(|| content.text()),
                restore: Box::new(move |text, cursor| replacing(text, cursor).map(|action| act(action)).collect()),
            });
            editor = editor.on_action(move |action| on_action(action));
        }
        Watch::new(editor).on_blur(area.on_blur).typing(typing).into()
    }
}

/// Returns the actions that make the whole text another one and put the cursor before a character of it.
fn replacing(text: String, cursor: usize) -> impl Iterator<Item = Action> {
    // One step for each character: where the way would be too long, the cursor stays at the end.
    const FAR: usize = 4_000;
    let behind = text.chars().count().saturating_sub(cursor);
    let put = if text.is_empty() { Edit::Delete } else { Edit::Paste(Arc::new(text)) };
    let moves = if behind <= FAR { behind } else { 0 };
    [Action::SelectAll, Action::Edit(put)].into_iter().chain(repeat_n(Action::Move(Motion::Left), moves))
}

/// Returns a label at the left and a value at the right, as read on a card.
#[must_use]
pub fn key_value<'a, Message: 'a>(
    key: impl Into<String>,
    value: impl Into<Element<'a, Message>>,
) -> Element<'a, Message> {
    let key = text::body(key).style(style::tone(Tone::Muted)).width(128);
    row![key, value.into()].spacing(SMALL).align_y(Alignment::Center).width(Length::Fill).into()
}
