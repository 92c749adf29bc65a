//! Sending by mail: to which address, and with which passphrase, which goes another way.

use iced::widget::{Column, column};
use iced::{Length, Task};

use crate::office::report::{Address, Posted};
use crate::screen::{NewPassphrase, NewPassphraseMessage, Scene};
use crate::t;
use crate::theme::measure::{LARGE, SMALL};
use crate::theme::{Element, Tone};
use crate::vault::Passphrase;
use crate::widget::banner::banner;
use crate::widget::checkbox::checkbox;
use crate::widget::choice::choice;
use crate::widget::dialog::{Card, card};
use crate::widget::field::field;
use crate::widget::{button, text};

/// The widest it gets, in pixels.
const WIDTH: f32 = 620.0;
/// The button that ends the dialog once it waits in the outbox, for the focus.
pub const CLOSE: &str = "reporting-close";
/// The button that sends.
pub const SEND: &str = "reporting-post-go";

/// What is chosen before a report is sent.
pub struct State {
    address: Address,
    is_open: bool,
    passphrase: NewPassphrase,
}

/// What happens there.
#[derive(Clone)]
pub enum Message {
    /// Another address of the card was chosen.
    To(Option<String>),
    /// The files are to go as they are, without a passphrase, or not.
    Open(bool),
    /// In the fields of the passphrase.
    Passphrase(NewPassphraseMessage),
    /// It is to be sent.
    Send,
    /// On with the report.
    Back,
    /// The dialog is done.
    Close,
}

impl State {
    /// Begins with the address that it would go to.
    pub fn new(address: Address) -> Self {
        Self { address, is_open: false, passphrase: NewPassphrase::default() }
    }

    /// Takes another address, and what keeps it from going there.
    pub fn take(&mut self, address: Address) {
        self.address = address;
    }

    /// Returns the address it goes to; none where there is none.
    pub fn to(&self) -> Option<String> {
        (!self.address.to.is_empty()).then(|| self.address.to.clone())
    }

    /// Answers whether nothing keeps it from being sent.
    pub fn can(&self) -> bool {
        self.address.stops.is_empty() && !self.address.to.is_empty()
    }

    /// Lets the files go without a passphrase, or not.
    pub fn open(&mut self, is_open: bool) {
        self.is_open = is_open;
    }

    /// Takes what was typed.
    pub fn typed(&mut self, message: NewPassphraseMessage) -> Task<NewPassphraseMessage> {
        self.passphrase.update(message)
    }

    /// Returns with which passphrase it is sealed, if it is to be; none where it is not typed as it should be.
    pub fn seal(&mut self) -> Option<Option<Passphrase>> {
        if self.is_open {
            return Some(None);
        }
        self.passphrase.take().map(Some)
    }

    /// Returns the dialog's card.
    pub fn view<'a>(&'a self, scene: &'a Scene) -> Card<'a, Message> {
        let lang = scene.lang;
        let all = self.address.all.iter().map(|one| (one.clone(), one.clone()));
        let to = choice(all, self.to()).id("reporting-post-to").on_choose(Message::To).width(Length::Fill);
        let stops = self.address.stops.iter().map(|stop| -> Element<'a, Message> {
            banner(Tone::Attention, t!(lang, "reporting-post-stopped"), Some(stop.clone()), Vec::new())
        });
        let stops = (!self.address.stops.is_empty()).then(|| Column::with_children(stops).spacing(SMALL));
        let open = checkbox(t!(lang, "reporting-post-open"), self.is_open).id("reporting-post-open");
        let seal: Element<'a, Message> = if self.is_open {
            banner(Tone::Attention, t!(lang, "reporting-post-open-says"), None, Vec::new())
        } else {
            let fields = self.passphrase.view(lang).map(Message::Passphrase);
            column![text::body(t!(lang, "reporting-seal-says")), fields].spacing(SMALL).into()
        };
        let body = column![Element::from(field(t!(lang, "reporting-post-to"), to))]
            .push(stops)
            .push(seal)
            .push(Element::from(open.on_toggle(Message::Open)))
            .push(text::caption(t!(lang, "reporting-post-says")))
            .spacing(LARGE);
        let go = button::main(t!(lang, "reporting-post-go")).id(SEND);
        card(t!(lang, "reporting-post-title"), body)
            .max_width(WIDTH)
            .button(button::plain(t!(lang, "back")).on_press(Message::Back))
            .button(go.on_press_maybe(self.can().then_some(Message::Send)))
            .on_escape(Message::Back)
    }
}

/// Says that it waits in the outbox, and what is still to be done.
pub fn posted<'a>(posted: &'a Posted, scene: &'a Scene) -> Card<'a, Message> {
    let lang = scene.lang;
    let headline = t!(lang, "reporting-posted", address = posted.to.as_str());
    let said = banner(Tone::Good, headline, Some(t!(lang, "reporting-posted-says")), Vec::new());
    let phone = posted.is_sealed.then(|| text::body(t!(lang, "reporting-posted-phone")));
    card(t!(lang, "reporting-title"), column![said].push(phone).spacing(LARGE))
        .max_width(WIDTH)
        .button(button::main(t!(lang, "close")).id(CLOSE).on_press(Message::Close))
        .on_escape(Message::Close)
}
