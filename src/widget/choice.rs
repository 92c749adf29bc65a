//! One of a list: a field that opens a menu, in which typing filters and the arrow keys move.

#![allow(clippy::wildcard_enum_match_arm)] // Keys and events are the toolkit's; what is not named is for others.

use super::focus::{self, Focus};
use super::menu::{self, Menu};
use crate::theme::measure::{CONTROL, ICON, RADIUS, SMALL};
use crate::theme::{Element, Icon, Theme, style};
use iced::advanced::layout::{self, Layout};
use iced::advanced::renderer::{self, Quad};
use iced::advanced::widget::operation::Focusable;
use iced::advanced::widget::{Id, Operation, Tree, Widget, tree};
use iced::advanced::{Clipboard, Renderer as _, Shell, mouse, overlay};
use iced::keyboard::{self, Key, Modifiers, key::Named};
use iced::widget::text_input::Status;
use iced::{Event, Length, Point, Rectangle, Size, Vector, touch};

/// A field to choose one of a list.
pub struct Choice<'a, K, Message> {
    entries: Vec<(Option<K>, String)>,
    selected: Option<K>,
    placeholder: String,
    nothing: String,
    on_choose: Option<Box<dyn Fn(Option<K>) -> Message + 'a>>,
    id: Option<Id>,
    width: Length,
    invalid: bool,
}

/// Returns a field to choose one of `options`; without `on_choose` it is disabled.
#[must_use]
pub fn choice<'a, K, Message>(
    options: impl IntoIterator<Item = (K, String)>,
    selected: Option<K>,
) -> Choice<'a, K, Message> {
    Choice {
        entries: options.into_iter().map(|(key, label)| (Some(key), label)).collect(),
        selected,
        placeholder: String::new(),
        nothing: String::new(),
        on_choose: None,
        id: None,
        width: Length::Fill,
        invalid: false,
    }
}

impl<'a, K, Message> Choice<'a, K, Message> {
    /// Says what a choice sends; `None` is only ever chosen where [`Choice::none`] offers it.
    #[must_use]
    pub fn on_choose(mut self, message: impl Fn(Option<K>) -> Message + 'a) -> Self {
        self.on_choose = Some(Box::new(message));
        self
    }

    /// Offers "none of these" as the first entry; Delete chooses it, too.
    #[must_use]
    pub fn none(mut self, label: impl Into<String>) -> Self {
        self.entries.insert(0, (None, label.into()));
        self
    }

    /// Sets what stands in the field while nothing is chosen.
    #[must_use]
    pub fn placeholder(mut self, text: impl Into<String>) -> Self {
        self.placeholder = text.into();
        self
    }

    /// Sets what the list says when nothing fits what was typed.
    #[must_use]
    pub fn nothing(mut self, text: impl Into<String>) -> Self {
        self.nothing = text.into();
        self
    }

    /// Names the field, so that the focus can be sent to it.
    #[must_use]
    pub fn id(mut self, id: impl Into<Id>) -> Self {
        self.id = Some(id.into());
        self
    }

    /// Sets the width.
    #[must_use]
    pub fn width(mut self, width: impl Into<Length>) -> Self {
        self.width = width.into();
        self
    }

    /// Marks the choice as not valid.
    #[must_use]
    pub fn invalid(mut self, invalid: bool) -> Self {
        self.invalid = invalid;
        self
    }
}

#[derive(Debug, Default)]
struct State {
    focus: Focus,
    menu: menu::State,
    filter: String,
}

impl State {
    fn close(&mut self) {
        self.menu.close();
        self.filter.clear();
    }
}

impl<K: Clone + PartialEq, Message> Choice<'_, K, Message> {
    fn visible(&self, filter: &str) -> Vec<usize> {
        let wanted = filter.to_lowercase();
        let entries = self.entries.iter().enumerate();
        entries
            .filter(|(_, (_, label))| wanted.is_empty() || label.to_lowercase().contains(&wanted))
            .map(|(index, _)| index)
            .collect()
    }

    fn selected_entry(&self) -> Option<usize> {
        let mut entries = self.entries.iter();
        entries.position(|(key, _)| key.is_some() && *key == self.selected)
    }

    fn open(&self, state: &mut State, filter: String) {
        let visible = self.visible(&filter);
        let selected = self.selected_entry().filter(|_| filter.is_empty());
        let highlighted = visible.iter().position(|entry| Some(*entry) == selected);
        state.filter = filter;
        state.menu.open_at(highlighted.or((!visible.is_empty()).then_some(0)));
    }

    fn message(&self, entry: usize) -> Option<Message> {
        let (key, _) = self.entries.get(entry)?;
        self.on_choose.as_ref().map(|choose| choose(key.clone()))
    }

    /// Answers a key while the field has the focus; tells whether it was for the field.
    fn key(
        &self,
        state: &mut State,
        key: &Key,
        modifiers: Modifiers,
        text: Option<&str>,
        shell: &mut Shell<'_, Message>,
    ) -> bool {
        if modifiers.command() {
            return false;
        }
        let typed = text.filter(|text| !text.chars().any(char::is_control));
        if !state.menu.open {
            match key {
                Key::Named(Named::Enter | Named::Space | Named::ArrowDown | Named::ArrowUp) => {
                    self.open(state, String::new());
                }
                Key::Named(Named::Delete | Named::Backspace) => {
                    let none = self.entries.iter().position(|(key, _)| key.is_none());
                    let Some(message) = none.and_then(|entry| self.message(entry)) else {
                        return false;
                    };
                    shell.publish(message);
                }
                _ => match typed {
                    Some(typed) if !modifiers.alt() => self.open(state, typed.to_owned()),
                    Some(_) | None => return false,
                },
            }
            return true;
        }
        let visible = self.visible(&state.filter);
        match key {
            Key::Named(Named::Enter) => self.choose(state, &visible, shell),
            Key::Named(Named::Space) if state.filter.is_empty() => {
                self.choose(state, &visible, shell);
            }
            Key::Named(Named::Escape) => state.close(),
            Key::Named(Named::Tab) => {
                state.close();
                return false;
            }
            Key::Named(Named::Backspace) => {
                let mut filter = std::mem::take(&mut state.filter);
                filter.pop();
                self.open(state, filter);
            }
            key if state.menu.step(key, visible.len()) => {}
            _ => match typed {
                Some(typed) => {
                    let filter = format!("{}{typed}", state.filter);
                    self.open(state, filter);
                }
                None => return false,
            },
        }
        true
    }

    fn choose(&self, state: &mut State, visible: &[usize], shell: &mut Shell<'_, Message>) {
        let entry = state.menu.highlighted.and_then(|row| visible.get(row));
        if let Some(message) = entry.and_then(|entry| self.message(*entry)) {
            shell.publish(message);
            state.close();
        }
    }
}

impl<K: Clone + PartialEq, Message> Widget<Message, Theme, iced::Renderer> for Choice<'_, K, Message> {
    fn tag(&self) -> tree::Tag {
        tree::Tag::of::<State>()
    }

    fn state(&self) -> tree::State {
        tree::State::new(State::default())
    }

    fn size(&self) -> Size<Length> {
        Size::new(self.width, Length::Fixed(CONTROL))
    }

    fn layout(&mut self, _tree: &mut Tree, _renderer: &iced::Renderer, limits: &layout::Limits) -> layout::Node {
        layout::atomic(limits, self.width, CONTROL)
    }

    fn operate(
        &mut self,
        tree: &mut Tree,
        layout: Layout<'_>,
        _renderer: &iced::Renderer,
        operation: &mut dyn Operation,
    ) {
        let state: &mut State = tree.state.downcast_mut();
        if self.on_choose.is_some() {
            operation.focusable(self.id.as_ref(), layout.bounds(), &mut state.focus);
        }
        let label = self.selected_entry().map_or(&self.placeholder, |entry| &self.entries[entry].1);
        operation.text(None, layout.bounds(), label);
    }

    fn update(
        &mut self,
        tree: &mut Tree,
        event: &Event,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        _renderer: &iced::Renderer,
        _clipboard: &mut dyn Clipboard,
        shell: &mut Shell<'_, Message>,
        _viewport: &Rectangle,
    ) {
        let state: &mut State = tree.state.downcast_mut();
        if self.on_choose.is_none() {
            *state = State::default();
            return;
        }
        if !state.focus.held && state.menu.open {
            state.close();
        }
        match event {
            Event::Mouse(mouse::Event::ButtonPressed(mouse::Button::Left))
            | Event::Touch(touch::Event::FingerPressed { .. }) => {
                if cursor.is_over(layout.bounds()) {
                    state.focus.focus();
                    if state.menu.open {
                        state.close();
                    } else {
                        self.open(state, String::new());
                    }
                    shell.capture_event();
                } else {
                    state.focus.leave();
                    state.close();
                }
                shell.request_redraw();
            }
            Event::Keyboard(keyboard::Event::KeyPressed { key, modifiers, text, .. }) if state.focus.held => {
                if self.key(state, key, *modifiers, text.as_deref(), shell) {
                    shell.capture_event();
                }
                shell.request_redraw();
            }
            _ => {}
        }
    }

    fn draw(
        &self,
        tree: &Tree,
        renderer: &mut iced::Renderer,
        theme: &Theme,
        _style: &renderer::Style,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        viewport: &Rectangle,
    ) {
        let state: &State = tree.state.downcast_ref();
        let bounds = layout.bounds();
        let status = if self.on_choose.is_none() {
            Status::Disabled
        } else if cursor.is_over(bounds) {
            Status::Hovered
        } else {
            Status::Active
        };
        let look =
            if self.invalid { style::invalid_text_input(theme, status) } else { style::text_input(theme, status) };
        let quad = Quad { bounds, border: look.border, ..Quad::default() };
        renderer.fill_quad(quad, look.background);
        if state.focus.held {
            focus::draw_ring(renderer, theme, bounds, RADIUS);
        }
        let typed;
        let (words, color) = if state.menu.open && !state.filter.is_empty() {
            typed = format!("{}│", state.filter);
            (typed.as_str(), look.value)
        } else {
            match self.selected_entry() {
                Some(entry) => (self.entries[entry].1.as_str(), look.value),
                None => (self.placeholder.as_str(), look.placeholder),
            }
        };
        let mut inside = bounds.shrink([0.0, SMALL + 2.0]);
        inside.width -= ICON + SMALL;
        menu::label(renderer, words, inside, color, *viewport);
        let arrow = if state.menu.open { Icon::ChevronUp } else { Icon::ChevronDown };
        let at = Point::new(bounds.x + bounds.width - SMALL - ICON / 2.0, bounds.center_y());
        menu::sign(renderer, arrow, at, look.icon, *viewport);
    }

    fn mouse_interaction(
        &self,
        _tree: &Tree,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        _viewport: &Rectangle,
        _renderer: &iced::Renderer,
    ) -> mouse::Interaction {
        if self.on_choose.is_some() && cursor.is_over(layout.bounds()) {
            mouse::Interaction::Pointer
        } else {
            mouse::Interaction::None
        }
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
        let choose = self.on_choose.as_ref().filter(|_| state.menu.open)?;
        let visible = self.visible(&state.filter);
        let selected = self.selected_entry();
        let entries = &self.entries;
        Some(
            Menu {
                field: layout.bounds() + translation,
                state: &mut state.menu,
                labels: visible.iter().map(|entry| entries[*entry].1.as_str()).collect(),
                checked: visible.iter().position(|entry| Some(*entry) == selected),
                nothing: &self.nothing,
                choose: Box::new(move |row| choose(visible.get(row).and_then(|entry| entries[*entry].0.clone()))),
            }
            .overlay(),
        )
    }
}

impl<'a, K: Clone + PartialEq + 'a, Message: 'a> From<Choice<'a, K, Message>> for Element<'a, Message> {
    fn from(choice: Choice<'a, K, Message>) -> Self {
        Self::new(choice)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

    use super::*;
    use crate::widget::gallery::{form, press, stage, write};
    use iced::widget::{column, container};

    fn field<'a>(selected: Option<u8>) -> Choice<'a, u8, Option<u8>> {
        let options = ["Customer", "Supplier", "Partner", "Press"];
        let options = options.into_iter().map(str::to_owned);
        choice((1..).zip(options), selected).on_choose(|chosen| chosen)
    }

    fn sent(choice: Choice<'_, u8, Option<u8>>, keys: &[Named], typed: &str, then: &[Named]) -> Vec<Option<u8>> {
        let mut stage = form(choice);
        for key in keys {
            press(&mut stage, *key);
        }
        write(&mut stage, typed);
        for key in then {
            press(&mut stage, *key);
        }
        stage.into_messages().collect()
    }

    #[test]
    fn keys_choose() {
        use Named::{ArrowDown, ArrowUp, Backspace, Delete, Enter, Escape, Space};
        for (keys, typed, then, wanted) in [
            // Opens at what is chosen; arrows go around the ends.
            (&[Enter][..], "", &[Enter][..], vec![Some(2)]),
            (&[Space, ArrowDown], "", &[Enter], vec![Some(3)]),
            (&[ArrowDown, ArrowUp, ArrowUp], "", &[Space], vec![Some(4)]),
            (&[Enter, ArrowDown, ArrowDown, ArrowDown], "", &[Enter], vec![Some(1)]),
            // Typing filters, closed or open, whatever the case.
            (&[], "PRE", &[Enter], vec![Some(4)]),
            (&[Enter], "part", &[Enter], vec![Some(3)]),
            (&[Enter], "pr", &[Backspace, Enter], vec![Some(2)]),
            (&[Enter], "pr", &[Backspace, ArrowDown, Enter], vec![Some(3)]),
            // Nothing fits, nothing is chosen.
            (&[Enter], "xyz", &[Enter], vec![]),
            (&[Enter, ArrowDown, Escape], "", &[], vec![]),
            (&[Delete], "", &[], vec![]),
        ] {
            let what = format!("{keys:?} {typed} {then:?}");
            assert_eq!(sent(field(Some(2)), keys, typed, then), wanted, "{what}");
        }
    }

    #[test]
    fn none_is_an_entry_and_delete_chooses_it() {
        let field = || field(Some(2)).none("None");
        let up = [Named::Enter, Named::ArrowUp, Named::ArrowUp];
        assert_eq!(sent(field(), &up, "", &[Named::Enter]), [None]);
        assert_eq!(sent(field(), &[Named::Delete], "", &[]), [None]);
    }

    #[test]
    fn the_mouse_chooses_and_clicks_elsewhere_close() {
        let form = container(field(None).placeholder("Choose").width(200)).padding(100);
        let mut stage = stage(column![form]);
        stage.click("Choose").unwrap();
        stage.point_at(Point::new(150.0, 100.0 + CONTROL + 6.0 + 4.0 + 1.5 * CONTROL));
        stage.simulate(iced_test::simulator::click());
        stage.click("Choose").unwrap();
        stage.point_at(Point::new(700.0, 20.0));
        stage.simulate(iced_test::simulator::click());
        write(&mut stage, "p");
        press(&mut stage, Named::Enter);
        assert_eq!(stage.into_messages().collect::<Vec<_>>(), [Some(2)]);
    }

    #[test]
    fn the_list_flips_above_where_there_is_no_room_below() {
        let form =
            container(field(None).placeholder("Choose").width(200)).padding(iced::Padding::ZERO.top(560).left(10));
        let mut stage = stage(form);
        stage.click("Choose").unwrap();
        // The last row ends a gap and a rim above the field.
        stage.point_at(Point::new(50.0, 560.0 - 6.0 - 4.0 - 0.5 * CONTROL));
        stage.simulate(iced_test::simulator::click());
        assert_eq!(stage.into_messages().collect::<Vec<_>>(), [Some(4)]);
    }
}
