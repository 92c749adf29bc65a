//! A text field with suggestions under it; what is typed counts, whether it was suggested or not.

#![allow(clippy::wildcard_enum_match_arm)] // Keys and events are the toolkit's; what is not named is for others.

use super::field::TextField;
use super::menu::{self, Menu};
use crate::theme::{Element, Theme};
use iced::advanced::layout::{self, Layout};
use iced::advanced::renderer;
use iced::advanced::text::Renderer as TextRenderer;
use iced::advanced::widget::{Operation, Tree, Widget, tree};
use iced::advanced::{Clipboard, Shell, input_method, mouse, overlay};
use iced::keyboard::{self, Key, key::Named};
use iced::widget::{TextInput, text_input};
use iced::{Event, Length, Rectangle, Size, Vector, touch};

type InputState = text_input::State<<iced::Renderer as TextRenderer>::Paragraph>;

/// Returns a text field with suggestions for what is typed; `on_choose` gets the row of the suggestion.
///
/// The trailing button and the messages about focus of the field are kept. The caller narrows the suggestions down
/// as `on_input` tells what is typed, and puts the text of a chosen one into the value.
#[must_use]
pub fn lookup<'a, Message: Clone + 'a>(
    mut field: TextField<'a, Message>,
    suggestions: Vec<String>,
    on_choose: impl Fn(usize) -> Message + 'a,
) -> Element<'a, Message> {
    let input = field.input();
    let lookup = Lookup { input, suggestions, on_choose: Box::new(on_choose) };
    field.finish(Element::new(lookup))
}

struct Lookup<'a, Message> {
    input: TextInput<'a, Message, Theme>,
    suggestions: Vec<String>,
    on_choose: Box<dyn Fn(usize) -> Message + 'a>,
}

#[derive(Debug, Default)]
struct State {
    menu: menu::State,
}

fn input_state(tree: &mut Tree) -> &mut InputState {
    tree.children[0].state.downcast_mut()
}

impl<Message: Clone> Lookup<'_, Message> {
    fn as_widget(&mut self) -> &mut dyn Widget<Message, Theme, iced::Renderer> {
        &mut self.input
    }

    /// Answers the keys that are for the list; tells whether this was one.
    fn key(&self, tree: &mut Tree, key: &Key, shell: &mut Shell<'_, Message>) -> bool {
        let rows = self.suggestions.len();
        let menu = &mut tree.state.downcast_mut::<State>().menu;
        match key {
            Key::Named(Named::ArrowDown | Named::ArrowUp) if rows > 0 && !menu.open => {
                menu.open_at(Some(0));
                true
            }
            Key::Named(Named::Enter) if menu.open => {
                let Some(row) = menu.highlighted.filter(|row| *row < rows) else {
                    menu.close();
                    return false;
                };
                menu.close();
                shell.publish((self.on_choose)(row));
                input_state(tree).move_cursor_to_end();
                true
            }
            Key::Named(Named::Escape) if menu.open => {
                menu.close();
                true
            }
            Key::Named(Named::Tab) => {
                menu.close();
                false
            }
            key => menu.open && menu.step(key, rows),
        }
    }
}

fn edits(event: &Event) -> bool {
    match event {
        Event::Keyboard(keyboard::Event::KeyPressed { key, text, .. }) => {
            text.is_some() || matches!(key, Key::Named(Named::Backspace | Named::Delete))
        }
        Event::InputMethod(input_method::Event::Commit(_)) => true,
        _ => false,
    }
}

impl<Message: Clone> Widget<Message, Theme, iced::Renderer> for Lookup<'_, Message> {
    fn tag(&self) -> tree::Tag {
        tree::Tag::of::<State>()
    }

    fn state(&self) -> tree::State {
        tree::State::new(State::default())
    }

    fn children(&self) -> Vec<Tree> {
        let input: &dyn Widget<Message, Theme, iced::Renderer> = &self.input;
        vec![Tree::new(input)]
    }

    fn diff(&self, tree: &mut Tree) {
        let input: &dyn Widget<Message, Theme, iced::Renderer> = &self.input;
        tree.diff_children(&[input]);
    }

    fn size(&self) -> Size<Length> {
        let input: &dyn Widget<Message, Theme, iced::Renderer> = &self.input;
        input.size()
    }

    fn layout(&mut self, tree: &mut Tree, renderer: &iced::Renderer, limits: &layout::Limits) -> layout::Node {
        self.as_widget().layout(&mut tree.children[0], renderer, limits)
    }

    fn operate(
        &mut self,
        tree: &mut Tree,
        layout: Layout<'_>,
        renderer: &iced::Renderer,
        operation: &mut dyn Operation,
    ) {
        self.as_widget().operate(&mut tree.children[0], layout, renderer, operation);
    }

    fn update(
        &mut self,
        tree: &mut Tree,
        event: &Event,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        renderer: &iced::Renderer,
        clipboard: &mut dyn Clipboard,
        shell: &mut Shell<'_, Message>,
        viewport: &Rectangle,
    ) {
        let focused = input_state(tree).is_focused();
        if let Event::Keyboard(keyboard::Event::KeyPressed { key, modifiers, .. }) = event
            && focused
            && !modifiers.command()
            && self.key(tree, key, shell)
        {
            shell.capture_event();
            shell.request_redraw();
            return;
        }
        self.as_widget().update(&mut tree.children[0], event, layout, cursor, renderer, clipboard, shell, viewport);
        let focused = input_state(tree).is_focused();
        let menu = &mut tree.state.downcast_mut::<State>().menu;
        if focused && shell.is_event_captured() && edits(event) {
            // Nothing is highlighted, so that Enter still means what was typed.
            menu.open_at(None);
            shell.request_redraw();
        }
        let elsewhere = matches!(
            event,
            Event::Mouse(mouse::Event::ButtonPressed(_)) | Event::Touch(touch::Event::FingerPressed { .. })
        ) && !cursor.is_over(layout.bounds());
        if menu.open && (!focused || elsewhere) {
            menu.close();
            shell.request_redraw();
        }
    }

    fn draw(
        &self,
        tree: &Tree,
        renderer: &mut iced::Renderer,
        theme: &Theme,
        style: &renderer::Style,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        viewport: &Rectangle,
    ) {
        let input: &dyn Widget<Message, Theme, iced::Renderer> = &self.input;
        input.draw(&tree.children[0], renderer, theme, style, layout, cursor, viewport);
    }

    fn mouse_interaction(
        &self,
        tree: &Tree,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        viewport: &Rectangle,
        renderer: &iced::Renderer,
    ) -> mouse::Interaction {
        let input: &dyn Widget<Message, Theme, iced::Renderer> = &self.input;
        input.mouse_interaction(&tree.children[0], layout, cursor, viewport, renderer)
    }

    fn overlay<'b>(
        &'b mut self,
        tree: &'b mut Tree,
        layout: Layout<'b>,
        _renderer: &iced::Renderer,
        _viewport: &Rectangle,
        translation: Vector,
    ) -> Option<overlay::Element<'b, Message, Theme, iced::Renderer>> {
        let state: &mut State = tree.state.downcast_mut();
        if !state.menu.open || self.suggestions.is_empty() {
            return None;
        }
        Some(
            Menu {
                field: layout.bounds() + translation,
                state: &mut state.menu,
                labels: self.suggestions.iter().map(String::as_str).collect(),
                checked: None,
                nothing: "",
                choose: Box::new(&self.on_choose),
            }
            .overlay(),
        )
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

    use super::*;
    use crate::widget::field::text_field;
    use crate::widget::gallery::{form, press, write};

    #[derive(Debug, Clone, PartialEq, Eq)]
    enum Message {
        Typed(String),
        Chosen(usize),
        Submitted,
    }

    fn field<'a>() -> Element<'a, Message> {
        let field = text_field("", "fj").on_input(Message::Typed).on_submit(Message::Submitted);
        let rows = vec!["Fjordfisk AS".into(), "Fjordland".into()];
        lookup(field, rows, Message::Chosen)
    }

    #[test]
    fn arrows_and_enter_choose() {
        let mut stage = form(field());
        press(&mut stage, Named::ArrowDown);
        press(&mut stage, Named::ArrowDown);
        press(&mut stage, Named::Enter);
        assert_eq!(stage.into_messages().collect::<Vec<_>>(), [Message::Chosen(1)]);
    }

    #[test]
    fn what_is_typed_counts_until_an_arrow_is_pressed() {
        let mut stage = form(field());
        write(&mut stage, "o");
        press(&mut stage, Named::Enter);
        let sent: Vec<_> = stage.into_messages().collect();
        assert_eq!(sent, [Message::Typed("fjo".into()), Message::Submitted]);
    }

    #[test]
    fn escape_closes_the_list_and_keeps_the_field() {
        let mut stage = form(field());
        press(&mut stage, Named::ArrowDown);
        press(&mut stage, Named::Escape);
        write(&mut stage, "o");
        let sent: Vec<_> = stage.into_messages().collect();
        assert_eq!(sent, [Message::Typed("fjo".into())]);
    }
}
