//! Makes the events of a user's hands.

use std::time::{Duration, Instant};

use iced::advanced::mouse;
use iced::keyboard::key::{Named, NativeCode, Physical};
use iced::keyboard::{self, Key, Location, Modifiers};
use iced::{Event, Point, Program};

use super::Harness;

/// Two clicks that are further apart than this are never one double click.
const NOT_DOUBLE: Duration = Duration::from_millis(350);

impl<P: Program + 'static> Harness<P> {
    /// Clicks the first text, or field with that content or placeholder, that reads exactly so.
    #[track_caller]
    pub fn click(&mut self, text: &str) -> &mut Self {
        self.click_nth(text, 0)
    }

    /// Clicks the text that reads so for the n-th time, counted from 0.
    #[track_caller]
    pub fn click_nth(&mut self, text: &str, n: usize) -> &mut Self {
        let at = self.find_text(text, n);
        self.click_at(at)
    }

    /// Clicks while modifiers are held, such as `"ctrl"` or `"shift"`.
    #[track_caller]
    pub fn click_with(&mut self, modifiers: &str, text: &str) -> &mut Self {
        let at = self.find_text(text, 0);
        self.hold(parse_modifiers(modifiers));
        self.click_at(at);
        self.hold(Modifiers::NONE);
        self
    }

    /// Clicks the middle of the widget with an id.
    #[track_caller]
    pub fn click_id(&mut self, id: &'static str) -> &mut Self {
        let at = self.find_id(id);
        self.click_at(at)
    }

    /// Clicks a text twice, as one opens things.
    #[track_caller]
    pub fn double_click(&mut self, text: &str) -> &mut Self {
        let at = self.find_text(text, 0);
        self.wait_out_double_click(at);
        self.press_and_release(at, mouse::Button::Left);
        self.press_and_release(at, mouse::Button::Left);
        self
    }

    /// Clicks a text with the right button.
    #[track_caller]
    pub fn right_click(&mut self, text: &str) -> &mut Self {
        let at = self.find_text(text, 0);
        self.press_and_release(at, mouse::Button::Right)
    }

    /// Clicks a point, in logical pixels. Never the second half of a double click.
    pub fn click_at(&mut self, at: Point) -> &mut Self {
        self.wait_out_double_click(at);
        self.press_and_release(at, mouse::Button::Left)
    }

    /// Moves the mouse to a point.
    pub fn point_at(&mut self, position: Point) -> &mut Self {
        self.feed(Event::Mouse(mouse::Event::CursorMoved { position }));
        self.settle()
    }

    /// Moves the mouse onto a text.
    #[track_caller]
    pub fn hover(&mut self, text: &str) -> &mut Self {
        let at = self.find_text(text, 0);
        self.point_at(at)
    }

    /// Drags with the left button from one point to another.
    pub fn drag(&mut self, from: Point, to: Point) -> &mut Self {
        self.point_at(from);
        self.mouse(mouse::Event::ButtonPressed(mouse::Button::Left));
        for step in 1..=4_u8 {
            self.point_at(from + (to - from) * (f32::from(step) / 4.0));
        }
        self.mouse(mouse::Event::ButtonReleased(mouse::Button::Left))
    }

    /// Turns the mouse wheel down (or up, when negative) by notches while the mouse is on a text.
    #[track_caller]
    pub fn wheel(&mut self, text: &str, notches: f32) -> &mut Self {
        self.hover(text);
        self.mouse(mouse::Event::WheelScrolled { delta: mouse::ScrollDelta::Lines { x: 0.0, y: -notches } })
    }

    /// Types a text into whatever has the focus. A line break is Enter.
    pub fn type_text(&mut self, text: &str) -> &mut Self {
        for letter in text.chars() {
            let modifiers = if letter.is_uppercase() { Modifiers::SHIFT } else { Modifiers::NONE };
            self.tap(&letter_key(letter), modifiers);
        }
        self.settle()
    }

    /// Presses one key, with modifiers before it: `"ctrl+s"`, `"shift+tab"`, `"down"`, `"f1"`, `"escape"`.
    ///
    /// `cmd` is ⌘ on macOS and Ctrl elsewhere.
    #[track_caller]
    pub fn key(&mut self, keys: &str) -> &mut Self {
        let (modifiers, key) = match keys.rsplit_once('+') {
            Some((modifiers, key)) if !key.is_empty() => (parse_modifiers(modifiers), key),
            Some(_) | None => (Modifiers::NONE, keys),
        };
        self.hold(modifiers);
        self.tap(&parse_key(key), modifiers);
        self.hold(Modifiers::NONE);
        self.settle()
    }

    fn hold(&mut self, modifiers: Modifiers) {
        if self.modifiers != modifiers {
            self.modifiers = modifiers;
            self.feed(Event::Keyboard(keyboard::Event::ModifiersChanged(modifiers)));
        }
    }

    fn tap(&mut self, (key, text): &(Key, Option<String>), modifiers: Modifiers) {
        let modified_key = match (key, text) {
            (Key::Character(_), Some(text)) => Key::Character(text.as_str().into()),
            (key, _) => key.clone(),
        };
        let physical_key = Physical::Unidentified(NativeCode::Unidentified);
        // Systems send text along with Ctrl and a sign that is no letter.
        let is_letter = matches!(&key, Key::Character(sign) if sign.chars().all(char::is_alphabetic));
        let has_text = (modifiers - Modifiers::SHIFT).is_empty() || !is_letter;

        self.feed(Event::Keyboard(keyboard::Event::KeyPressed {
            key: key.clone(),
            modified_key: modified_key.clone(),
            physical_key,
            location: Location::Standard,
            modifiers,
            text: text.as_deref().filter(|_| has_text).map(|text| text.chars().collect()),
            repeat: false,
        }));
        self.feed(Event::Keyboard(keyboard::Event::KeyReleased {
            key: key.clone(),
            modified_key,
            physical_key,
            location: Location::Standard,
            modifiers,
        }));
    }

    fn mouse(&mut self, event: mouse::Event) -> &mut Self {
        self.feed(Event::Mouse(event));
        self.settle()
    }

    fn press_and_release(&mut self, at: Point, button: mouse::Button) -> &mut Self {
        self.last_click = Some((Instant::now(), at));
        // All in one go: a slow program must not turn a double click into two.
        self.feed(Event::Mouse(mouse::Event::CursorMoved { position: at }));
        self.feed(Event::Mouse(mouse::Event::ButtonPressed(button)));
        self.feed(Event::Mouse(mouse::Event::ButtonReleased(button)));
        self.settle()
    }

    fn wait_out_double_click(&mut self, at: Point) {
        if let Some((when, place)) = self.last_click
            && place.distance(at) < 8.0
            && let Some(rest) = NOT_DOUBLE.checked_sub(when.elapsed())
        {
            std::thread::sleep(rest);
        }
    }
}

fn letter_key(letter: char) -> (Key, Option<String>) {
    match letter {
        '\n' => parse_key("enter"),
        '\t' => parse_key("tab"),
        ' ' => parse_key("space"),
        letter => (Key::Character(letter.to_lowercase().collect::<String>().into()), Some(letter.to_string())),
    }
}

#[track_caller]
fn parse_key(name: &str) -> (Key, Option<String>) {
    let named = match name {
        "enter" => Named::Enter,
        "escape" | "esc" => Named::Escape,
        "tab" => Named::Tab,
        "space" => return (Key::Named(Named::Space), Some(" ".to_owned())),
        "backspace" => Named::Backspace,
        "delete" => Named::Delete,
        "insert" => Named::Insert,
        "up" => Named::ArrowUp,
        "down" => Named::ArrowDown,
        "left" => Named::ArrowLeft,
        "right" => Named::ArrowRight,
        "home" => Named::Home,
        "end" => Named::End,
        "pageup" => Named::PageUp,
        "pagedown" => Named::PageDown,
        "f1" => Named::F1,
        "f2" => Named::F2,
        "f3" => Named::F3,
        "f4" => Named::F4,
        "f5" => Named::F5,
        "f6" => Named::F6,
        "f7" => Named::F7,
        "f8" => Named::F8,
        "f9" => Named::F9,
        "f10" => Named::F10,
        "f11" => Named::F11,
        "f12" => Named::F12,
        letter if letter.chars().count() == 1 => {
            return (Key::Character(letter.to_lowercase().into()), Some(letter.to_owned()));
        }
        unknown => panic!("no key is called {unknown:?}"),
    };
    (Key::Named(named), None)
}

#[track_caller]
fn parse_modifiers(names: &str) -> Modifiers {
    names.split('+').fold(Modifiers::NONE, |held, name| match name {
        "ctrl" => held | Modifiers::CTRL,
        "shift" => held | Modifiers::SHIFT,
        "alt" => held | Modifiers::ALT,
        "logo" => held | Modifiers::LOGO,
        "cmd" => held | Modifiers::COMMAND,
        unknown => panic!("no modifier is called {unknown:?}"),
    })
}
