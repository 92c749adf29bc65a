//! Turns keys into messages at the root of the window.
//!
//! A widget and not a subscription, because it must know whether a field has already used the key.

use super::wrapper::hands_on;
use iced::advanced::widget::Tree;
use iced::advanced::{Clipboard, Layout, Shell, Widget, mouse};
use iced::keyboard::{self, Key, Modifiers, key};
use iced::{Element, Event, Rectangle, Renderer};

type Keys<'a, Message> = Box<dyn Fn(&Key, Modifiers) -> Option<Message> + 'a>;

/// Passes every event to its content, and turns the keys that nobody used into messages.
pub struct Hotkeys<'a, Message, Theme> {
    content: Element<'a, Message, Theme, Renderer>,
    after: Keys<'a, Message>,
    before: Option<Keys<'a, Message>>,
    tab: Option<Box<dyn Fn(Step) -> Message + 'a>>,
    activity: Option<Box<dyn Fn() + 'a>>,
}

/// Says which way the Tab key moves the focus.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// To the next tab stop (Tab).
    Next,
    /// To the previous tab stop (Shift+Tab).
    Previous,
}

/// Creates a root that maps the keys no widget captured.
///
/// Letters arrive as the lower-case Latin letter of the key, whatever the keyboard's layout.
pub fn hotkeys<'a, Message, Theme>(
    content: impl Into<Element<'a, Message, Theme, Renderer>>,
    keys: impl Fn(&Key, Modifiers) -> Option<Message> + 'a,
) -> Hotkeys<'a, Message, Theme> {
    Hotkeys { content: content.into(), after: Box::new(keys), before: None, tab: None, activity: None }
}

impl<'a, Message, Theme> Hotkeys<'a, Message, Theme> {
    /// Sets the keys that win over a focused field, such as Escape while a dialog is open.
    #[must_use]
    pub fn before(mut self, keys: impl Fn(&Key, Modifiers) -> Option<Message> + 'a) -> Self {
        self.before = Some(Box::new(keys));
        self
    }

    /// Sets the message for Tab and Shift+Tab. Its `update` returns [`focus::step`](super::focus::step).
    #[must_use]
    pub fn on_tab(mut self, message: impl Fn(Step) -> Message + 'a) -> Self {
        self.tab = Some(Box::new(message));
        self
    }

    /// Sets what is called when somebody is at the keyboard or mouse. No message: there are hundreds in a second.
    #[must_use]
    pub fn on_activity(mut self, note: impl Fn() + 'a) -> Self {
        self.activity = Some(Box::new(note));
        self
    }

    fn note_activity(&self, event: &Event) {
        let is_activity = matches!(
            event,
            Event::Keyboard(_)
                | Event::InputMethod(_)
                | Event::Touch(_)
                | Event::Mouse(
                    mouse::Event::CursorMoved { .. }
                        | mouse::Event::ButtonPressed(_)
                        | mouse::Event::ButtonReleased(_)
                        | mouse::Event::WheelScrolled { .. }
                )
        );
        if let Some(note) = self.activity.as_ref().filter(|_| is_activity) {
            note();
        }
    }
}

/// Returns the pressed key without the accidents of layout and Shift, so that Ctrl+Shift+K is `k`.
pub(super) fn pressed(event: &Event) -> Option<(Key, Modifiers)> {
    let Event::Keyboard(keyboard::Event::KeyPressed { key, physical_key, modifiers, .. }) = event else {
        return None;
    };
    let key = match key.to_latin(*physical_key) {
        Some(latin) => Key::Character(latin.to_lowercase().to_string().into()),
        None => key.clone(),
    };
    Some((key, *modifiers))
}

impl<Message, Theme> Widget<Message, Theme, Renderer> for Hotkeys<'_, Message, Theme> {
    hands_on!(children);

    hands_on!(measures);

    fn update(
        &mut self,
        tree: &mut Tree,
        event: &Event,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        renderer: &Renderer,
        clipboard: &mut dyn Clipboard,
        shell: &mut Shell<'_, Message>,
        viewport: &Rectangle,
    ) {
        self.note_activity(event);

        let pressed = pressed(event);
        if let (Some((key, modifiers)), Some(before)) = (&pressed, &self.before)
            && let Some(message) = before(key, *modifiers)
        {
            shell.publish(message);
            shell.capture_event();
            return;
        }

        let event = &without_text(event);
        self.content.as_widget_mut().update(
            &mut tree.children[0],
            event,
            layout,
            cursor,
            renderer,
            clipboard,
            shell,
            viewport,
        );

        let Some((key, modifiers)) = pressed else {
            return;
        };
        if shell.is_event_captured() {
            return;
        }
        let message = match (&key, &self.tab) {
            (Key::Named(key::Named::Tab), Some(tab)) if (modifiers - Modifiers::SHIFT).is_empty() => {
                Some(tab(if modifiers.shift() { Step::Previous } else { Step::Next }))
            }
            _ => (self.after)(&key, modifiers),
        };
        if let Some(message) = message {
            shell.publish(message);
            shell.capture_event();
        }
    }

    hands_on!(drawing Theme);

    hands_on!(pointer);

    hands_on!(operations);

    hands_on!(overlays Theme);
}

impl<'a, Message: 'a, Theme: 'a> From<Hotkeys<'a, Message, Theme>> for Element<'a, Message, Theme, Renderer> {
    fn from(hotkeys: Hotkeys<'a, Message, Theme>) -> Self {
        Self::new(hotkeys)
    }
}

/// Returns the event without the text it would type, where Ctrl or ⌘ is held: some systems send one along, and a field
/// would take the comma of Ctrl+, as typed. Ctrl with Alt stays: it is how AltGr arrives.
fn without_text(event: &Event) -> Event {
    let mut event = event.clone();
    if let Event::Keyboard(keyboard::Event::KeyPressed { modifiers, text, .. }) = &mut event
        && modifiers.command()
        && !modifiers.alt()
    {
        *text = None;
    }
    event
}

#[cfg(test)]
mod tests {
    use iced::Theme;
    use iced::advanced::widget::Id as WidgetId;
    use iced::widget::{column, text_input};
    use iced_test::simulator::{Simulator, press_key, simulator};

    use super::*;

    #[derive(Debug, Clone, PartialEq)]
    enum Message {
        Before,
        After,
        Tab(Step),
        Typed(String),
    }

    fn root() -> Element<'static, Message, Theme, Renderer> {
        let field = text_input("field", "").id(WidgetId::new("field")).on_input(Message::Typed);
        hotkeys(column![field], |key, modifiers| match key.as_ref() {
            Key::Character("k") if modifiers == Modifiers::CTRL | Modifiers::SHIFT => Some(Message::After),
            Key::Character("?") => Some(Message::After),
            Key::Named(key::Named::Escape) => Some(Message::After),
            Key::Named(_) | Key::Character(_) | Key::Unidentified => None,
        })
        .before(|key, _| matches!(key, Key::Named(key::Named::F1)).then_some(Message::Before))
        .on_tab(Message::Tab)
        .into()
    }

    fn press(ui: &mut Simulator<'_, Message>, key: Key, held: Modifiers) {
        let mut event = press_key(key, None);
        if let Event::Keyboard(keyboard::Event::KeyPressed { modifiers, .. }) = &mut event {
            *modifiers = held;
        }
        ui.simulate([event]);
    }

    #[test]
    fn a_field_comes_first_except_before_the_keys_that_win() {
        let mut ui = simulator(root());
        ui.typewrite("?");
        assert!(ui.click("field").is_ok());
        ui.typewrite("?");
        ui.tap_key(key::Named::F1);
        ui.tap_key(key::Named::Escape);
        let messages: Vec<_> = ui.into_messages().collect();
        let typed = Message::Typed("?".to_owned());
        assert_eq!(messages, [Message::After, typed, Message::Before]);
    }

    #[test]
    fn shift_and_layout_do_not_change_a_letter() {
        let mut ui = simulator(root());
        let held = Modifiers::CTRL | Modifiers::SHIFT;
        press(&mut ui, Key::Character("K".into()), held);
        press(&mut ui, Key::Named(key::Named::Tab), Modifiers::SHIFT);
        press(&mut ui, Key::Named(key::Named::Tab), Modifiers::NONE);
        press(&mut ui, Key::Named(key::Named::Tab), Modifiers::CTRL);
        let messages: Vec<_> = ui.into_messages().collect();
        let tab = Message::Tab;
        assert_eq!(messages, [Message::After, tab(Step::Previous), tab(Step::Next)]);
    }

    #[test]
    fn hands_are_noted_and_windows_are_not() {
        let noted = std::rc::Rc::new(std::cell::Cell::new(0));
        let count = std::rc::Rc::clone(&noted);
        let root = hotkeys(column![], |_, _| None).on_activity(move || count.set(count.get() + 1));
        let mut ui: Simulator<'_, Message> = simulator(root);
        for x in 0..5_u8 {
            let position = iced::Point::new(f32::from(x), 1.0);
            ui.simulate([Event::Mouse(mouse::Event::CursorMoved { position })]);
        }
        assert_eq!(noted.get(), 5);
        ui.simulate([Event::Mouse(mouse::Event::CursorLeft), Event::Window(iced::window::Event::Focused)]);
        assert_eq!(noted.get(), 5);
        assert_eq!(ui.into_messages().count(), 0);
    }
}
