//! The account mail leaves by: the provider, what it asks for, and a test that says what each step came to.
//!
//! What one does most here, and what it takes:
//! 1. Choose the provider: one choice fills in server, port and encryption.
//! 2. Type address and password: Enter saves each.
//! 3. Try it: one click on Send a test, which also keeps what is typed.
//!
//! Below lies the form for the office's own web site, whose answers come by mail.

use std::path::PathBuf;

use iced::Alignment;
use iced::Task;
use iced::widget::{Column, column, row};

use super::Message as Whole;
use super::rows::{self, Rows};
use super::view::narrow;
use crate::i18n::{self, Lang};
use crate::model::user::Right;
use crate::office::mail::form;
use crate::office::mail::sending::Way;
use crate::office::mail::testing::{self, Tried};
use crate::office::problem::Problem;
use crate::office::settings::{self, Plain, Setting, Tongue};
use crate::office::{Desk, Error, aside};
use crate::screen::{Action, Scene, Step};
use crate::t;
use crate::theme::measure::{HUGE, LARGE, MEDIUM, SMALL};
use crate::theme::{Element, Icon, Tone};
use crate::transfer::smtp::Security;
use crate::widget::choice::choice;
use crate::widget::field::field;
use crate::widget::{button, surface, text};

/// How wide the field of the provider is.
const CHOICE: f32 = 320.0;
/// How wide that of the form's language is.
const LANGUAGE: f32 = 180.0;

/// What a provider asks for to sign in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum SignIn {
    /// The password of the mailbox.
    Password,
    /// A password made for this program alone.
    AppPassword,
    /// A token, which a program prints.
    Token,
}

/// What is known of a provider. Limits are those for people, in a day; where none is published, there is none.
struct Provider {
    key: &'static str,
    host: &'static str,
    security: Security,
    per_day: &'static str,
    sign_in: SignIn,
}

const fn provider(
    key: &'static str,
    host: &'static str,
    security: Security,
    per_day: &'static str,
    sign_in: SignIn,
) -> Provider {
    Provider { key, host, security, per_day, sign_in }
}

const PROVIDERS: [Provider; 11] = [
    provider("gmail", "smtp.gmail.com", Security::Implicit, "500", SignIn::AppPassword),
    provider("microsoft", "smtp.office365.com", Security::StartTls, "10000", SignIn::Token),
    provider("outlook", "smtp-mail.outlook.com", Security::StartTls, "300", SignIn::Token),
    provider("icloud", "smtp.mail.me.com", Security::StartTls, "1000", SignIn::AppPassword),
    provider("fastmail", "smtp.fastmail.com", Security::Implicit, "4000", SignIn::AppPassword),
    provider("yahoo", "smtp.mail.yahoo.com", Security::Implicit, "500", SignIn::AppPassword),
    provider("proton", "smtp.protonmail.ch", Security::StartTls, "", SignIn::AppPassword),
    provider("domeneshop", "smtp.domeneshop.no", Security::Implicit, "", SignIn::Password),
    provider("one", "send.one.com", Security::Implicit, "", SignIn::Password),
    provider("loopia", "mailcluster.loopia.se", Security::Implicit, "", SignIn::Password),
    provider("telenor", "smtp.online.no", Security::StartTls, "", SignIn::Password),
];

/// The settings of the page: the key of each heading, and what stands under it.
const SECTIONS: [(&str, &[Plain]); 4] = [
    (
        "mail-section-sender",
        &[
            Plain::MailUser,
            Plain::MailPassword,
            Plain::MailTokenCommand,
            Plain::MailFrom,
            Plain::MailName,
            Plain::MailReplyTo,
        ],
    ),
    ("mail-section-server", &[Plain::MailHost, Plain::MailTls, Plain::MailPort]),
    ("mail-section-limits", &[Plain::MailPerHour, Plain::MailPerDay]),
    (
        "mail-section-messages",
        &[
            Plain::MailSignature(Tongue::En),
            Plain::MailSignature(Tongue::Nb),
            Plain::MailSignature(Tongue::Sv),
            Plain::MailUnsubscribe,
        ],
    ),
];

/// The page.
#[derive(Debug, Default)]
pub struct State {
    way: Way,
    trying: bool,
    tried: Option<Tried>,
    /// The language of the form for the web site; none for that of the screen.
    form: Option<Lang>,
}

/// What happens on the page.
#[derive(Debug, Clone)]
pub enum Message {
    /// A provider was chosen.
    Choose(Option<usize>),
    /// What it asks for was kept, or not.
    Chosen(Result<(), Problem>),
    /// A message to oneself is to be sent.
    Try,
    /// It was, or was not.
    Tried(Result<Box<Tried>, Problem>),
    /// The form for the web site is wanted in a language.
    FormIn(Option<Lang>),
    /// A place for it is to be chosen.
    Form,
    /// It is to be written there.
    Write(PathBuf),
    /// It was written, or not.
    Written(Result<PathBuf, Problem>),
}

impl State {
    /// Returns the page, which tries the account in a way.
    pub fn new(way: Way) -> Self {
        Self { way, ..Self::default() }
    }

    /// Does what a message asks.
    pub fn update(&mut self, message: Message, rows: &mut Rows, scene: &Scene) -> Step<Whole> {
        let lang = scene.lang;
        match message {
            Message::Choose(at) => {
                self.tried = None;
                let Some(chosen) = at.and_then(|at| PROVIDERS.get(at)) else { return Step::none() };
                let put = scene.office.write(move |desk| put(desk, chosen));
                return Step::task(Task::perform(put, move |done| {
                    Whole::Mail(Message::Chosen(done.map_err(|error| Problem::new(&error, lang))))
                }));
            }
            // The rows are read anew, as after every change of a setting.
            Message::Chosen(Ok(())) => {}
            Message::Try if self.trying => {}
            Message::Try => {
                (self.trying, self.tried) = (true, None);
                let (office, way) = (scene.office.clone(), self.way.clone());
                // What was typed is tried, too.
                let saved = rows.save_all(scene).map(Whole::Row);
                let tried = aside(move || testing::try_by(&office, &way));
                let tried = Task::perform(tried, move |tried| {
                    Whole::Mail(Message::Tried(tried.map(Box::new).map_err(|error| Problem::new(&error, lang))))
                });
                return Step { task: saved.task.chain(tried), actions: saved.actions };
            }
            Message::Tried(Ok(tried)) => (self.trying, self.tried) = (false, Some(*tried)),
            Message::Tried(Err(problem)) => {
                self.trying = false;
                return Step::ask(Action::Problem(problem));
            }
            Message::FormIn(chosen) => self.form = chosen,
            Message::Form => {
                return Step::ask(Action::SaveFile {
                    title: t!(lang, "mail-form-where"),
                    suggested: format!("kartotek-{}.html", self.form.unwrap_or(lang).code()),
                    then: Box::new(|path| Whole::Mail(Message::Write(path))),
                });
            }
            Message::Write(path) => {
                let (of, there) = (self.form.unwrap_or(lang), path.clone());
                let written = scene.office.write(move |desk| {
                    let (to, statement) = (form::address(desk)?, form::statement(desk, of)?);
                    form::write(desk, &form::Wanted { lang: of, to, statement }, &there)
                });
                return Step::task(Task::perform(written, move |done| {
                    Whole::Mail(Message::Written(done.map(|()| path).map_err(|error| Problem::new(&error, lang))))
                }));
            }
            Message::Written(Ok(path)) => {
                let words = t!(lang, "form-written", file = path.display().to_string());
                return Step::ask(Action::Toast(words));
            }
            Message::Written(Err(problem)) | Message::Chosen(Err(problem)) => {
                return Step::ask(Action::Problem(problem));
            }
        }
        Step::none()
    }

    /// Shows the page.
    pub fn view<'a>(&'a self, rows: &'a Rows, scene: &'a Scene) -> Element<'a, Whole> {
        let lang = scene.lang;
        let host = rows.value(&Setting::Plain(Plain::MailHost));
        let at = PROVIDERS.iter().position(|provider| provider.host == host);
        let named = PROVIDERS.iter().enumerate().map(|(at, known)| (at, name(known, lang)));
        let mut providers = choice(named, at).id("mail-provider").width(CHOICE);
        // A server that was typed is one that is not listed.
        let none = if host.is_empty() { t!(lang, "mail-provider-choose") } else { t!(lang, "mail-provider-other") };
        providers = providers.placeholder(none);
        if rows::may(scene) {
            providers = providers.on_choose(Message::Choose);
        }
        let note = at.and_then(|at| PROVIDERS.get(at)).map(|known| match known.sign_in {
            SignIn::Password => t!(lang, "mail-provider-password"),
            SignIn::AppPassword => t!(lang, "mail-provider-app-password"),
            SignIn::Token => t!(lang, "mail-provider-token"),
        });
        let provider = Element::from(field(t!(lang, "mail-provider"), providers)).map(Whole::Mail);
        let provider = column![provider].push(note.map(text::caption)).spacing(SMALL);
        // In the order in which one sets it up; the test, which tries all of it, comes last.
        let settings = SECTIONS.iter().map(|(title, settings)| {
            let list = rows.list(settings.iter().map(|plain| Setting::Plain(*plain)), scene).map(Whole::Row);
            surface::section(i18n::text(lang, title), None, list)
        });
        let settings = Column::with_children(settings).spacing(HUGE);
        let label = if self.trying { t!(lang, "mail-trying") } else { t!(lang, "mail-try") };
        let can = !self.trying && !host.is_empty();
        let test = button::main(label).icon(Icon::Mail).id("mail-try");
        let test = scene.allowed(test, Right::Settings, can.then_some(Message::Try));
        let try_it = row![Element::from(test).map(Whole::Mail), text::caption(t!(lang, "mail-try-says"))]
            .spacing(MEDIUM)
            .align_y(Alignment::Center);
        let steps = self.tried.iter().flat_map(|tried| tried.words(lang)).map(|(is_done, words)| {
            let (icon, tone) = if is_done { (Icon::CircleCheck, Tone::Good) } else { (Icon::CircleX, Tone::Danger) };
            row![text::toned_icon(icon, tone), text::body(words)].spacing(SMALL).into()
        });
        let steps = self.tried.is_some().then(|| Column::with_children(steps).spacing(SMALL));
        let tried = column![try_it].push(steps).spacing(LARGE);
        let tried = surface::section(t!(lang, "mail-section-test"), None, tried);
        let head = text::caption(t!(lang, "settings-mail-text"));
        narrow(column![head, provider, settings, tried, surface::line(), self.form(scene)].spacing(HUGE))
    }

    /// Offers the form for the web site.
    fn form<'a>(&'a self, scene: &'a Scene) -> Element<'a, Whole> {
        let lang = scene.lang;
        let languages = Lang::ALL.map(|one| (one, one.own_name().to_owned()));
        let language = choice(languages, Some(self.form.unwrap_or(lang))).on_choose(Message::FormIn);
        let write = button::plain(t!(lang, "mail-form-write")).id("mail-form-write");
        let write = scene.allowed(write, Right::Settings, Message::Form);
        let chosen = row![Element::from(language.id("mail-form-language").width(LANGUAGE)), Element::from(write)]
            .spacing(SMALL)
            .align_y(Alignment::Center);
        let body = column![text::caption(t!(lang, "mail-form-says")), chosen].spacing(SMALL);
        surface::section(t!(lang, "mail-form-title"), None, Element::from(body).map(Whole::Mail))
    }
}

fn name(known: &Provider, lang: Lang) -> String {
    i18n::text(lang, &format!("mail-provider-{}", known.key))
}

/// Keeps what a provider asks for; the port is the one that goes with the encryption.
fn put(desk: &mut Desk<'_>, chosen: &Provider) -> Result<(), Error> {
    let values = [
        (Plain::MailHost, chosen.host),
        (Plain::MailTls, chosen.security.key()),
        (Plain::MailPort, ""),
        (Plain::MailPerDay, chosen.per_day),
    ];
    values.into_iter().try_for_each(|(plain, value)| settings::set(desk, &Setting::Plain(plain), value).map(|_| ()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::screen::settings::{Page, plain};

    /// What is found by searching the settings stands on the page, and nothing else does.
    #[test]
    fn every_setting_of_mail_stands_on_the_page_once() {
        let mut shown: Vec<&Plain> = SECTIONS.iter().flat_map(|(_, settings)| *settings).collect();
        let mut all: Vec<&Plain> = plain::of(Page::Mail).iter().collect();
        shown.sort_by_key(|plain| plain.key());
        all.sort_by_key(|plain| plain.key());
        assert_eq!(shown, all);
    }
}
