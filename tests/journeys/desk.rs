//! A desk with one dialog or section on it: a small program around an open card file, made for journeys.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use iced::keyboard::key::Named;
use iced::keyboard::{Key, Modifiers};
use iced::widget::{container, space};
use iced::{Fill, Program, Size, Task};
use kartotek::dialog::{legal_basis, new_person};
use kartotek::i18n::Lang;
use kartotek::model::basis::{Basis, Decision};
use kartotek::model::change::Changes;
use kartotek::model::condition::Condition;
use kartotek::model::list;
use kartotek::model::person::{self, Content, Labelled};
use kartotek::office::{Office, fields, persons, wordings};
use kartotek::screen::settings::own_fields;
use kartotek::screen::{Action, Command, Scene, Step};
use kartotek::theme::{Element, Theme, font, style};
use kartotek::vault::Passphrase;
use kartotek::widget::dialog::dialog;
use kartotek::widget::focus;
use kartotek::widget::hotkeys::{self, hotkeys};
use tokio::sync::broadcast::Receiver;

use super::harness::{Harness, Setup};

/// What lies on the desk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum On {
    /// The legal-basis dialog of the one person who is here.
    LegalBasis,
    /// The same, where the contract is about data of special categories.
    SpecialBasis,
    /// The dialog for a new person.
    NewPerson,
    /// The section of own fields.
    OwnFields,
}

enum Sheet {
    Nothing,
    LegalBasis(legal_basis::State),
    NewPerson(new_person::State),
    OwnFields(own_fields::State),
}

/// The program's state.
pub struct Desk {
    pub scene: Scene,
    sheet: Sheet,
    changes: Receiver<Changes>,
    theme: Theme,
    pub folder: tempfile::TempDir,
    pub toasts: Vec<String>,
    pub problems: Vec<String>,
    pub opened: Option<person::Id>,
    pub suggested: Option<String>,
}

#[derive(Debug, Clone)]
pub enum Message {
    LegalBasis(legal_basis::Message),
    NewPerson(new_person::Message),
    OwnFields(own_fields::Message),
    Key(Command),
    Tab(hotkeys::Step),
}

impl Desk {
    pub fn is_open(&self) -> bool {
        !matches!(self.sheet, Sheet::Nothing)
    }

    pub fn picked(&self) -> PathBuf {
        self.folder.path().join("signed.txt")
    }

    pub fn saved(&self) -> PathBuf {
        self.folder.path().join("saved")
    }

    pub fn said(&self, words: &str) -> bool {
        self.toasts.iter().any(|toast| toast.contains(words))
    }
}

/// Starts a desk with one person in the card file: Åse Ødegård of Fjordfisk AS, kept on a contract.
pub fn start(on: On, lang: Lang, theme: Theme) -> Harness<impl Program<State = Desk, Message = Message> + 'static> {
    let program = iced::application(move || boot(on, lang, theme), update, view)
        .theme(|desk: &Desk| desk.theme)
        .settings(font::settings());
    Harness::start_with(program, Setup { size: Size::new(1120.0, 720.0), ..Setup::default() })
}

fn boot(on: On, lang: Lang, theme: Theme) -> (Desk, Task<Message>) {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("signed.txt"), "Yes, please. Åse").unwrap();
    let passphrase = Passphrase::new("correct horse battery staple");
    let (office, _) = Office::create(&folder.path().join("vault"), &passphrase, lang).unwrap();
    let changes = office.changes();
    let content = Content {
        first_name: "Åse".into(),
        last_name: "Ødegård".into(),
        company: "Fjordfisk AS".into(),
        emails: vec![Labelled::new(Some(list::LABEL_WORK), "ase@example.org".into())],
        phones: vec![Labelled::new(Some(list::LABEL_MOBILE), "+47 900 11 222".into())],
        ..Content::default()
    };
    let mut decision = Decision::new(list::SALES, Basis::Contract, list::SOURCE_USER);
    decision.condition = (on == On::SpecialBasis).then_some(Condition::Claims);
    let id = office
        .write(move |desk| Ok(persons::add(desk, content, Some(&decision), list::SOURCE_IMPORT)?.id))
        .wait()
        .unwrap();
    let (lists, own, wordings) =
        office.read(|desk| Ok((desk.lists()?.clone(), fields::all(desk)?, wordings::all(desk)?))).wait().unwrap();
    let scene = Scene {
        users: Arc::new(vec![kartotek::model::user::User::clone(&office.user())]),
        office,
        lang,
        lists: Arc::new(lists),
        fields: Arc::new(own),
        wordings: Arc::new(wordings),
        rules: Arc::default(),
        zone: kartotek::model::Zone::utc(),
    };
    let (sheet, task) = match on {
        On::LegalBasis | On::SpecialBasis => {
            let (state, task) = legal_basis::State::new(id, &scene);
            (Sheet::LegalBasis(state), task.map(Message::LegalBasis))
        }
        On::NewPerson => {
            let (state, task) = new_person::State::new(String::new(), &scene);
            (Sheet::NewPerson(state), task.map(Message::NewPerson))
        }
        On::OwnFields => {
            let (state, task) = own_fields::State::new(&scene);
            (Sheet::OwnFields(state), task.map(Message::OwnFields))
        }
    };
    let desk = Desk {
        scene,
        sheet,
        changes,
        theme,
        folder,
        toasts: Vec::new(),
        problems: Vec::new(),
        opened: None,
        suggested: None,
    };
    (desk, task)
}

fn update(desk: &mut Desk, message: Message) -> Task<Message> {
    let scene = desk.scene.clone();
    let mut task = match (&mut desk.sheet, message) {
        (_, Message::Tab(step)) => focus::step(step == hotkeys::Step::Next),
        (Sheet::LegalBasis(state), Message::LegalBasis(message)) => {
            let step = state.update(message, &scene);
            follow(desk, step, Message::LegalBasis)
        }
        (Sheet::LegalBasis(state), Message::Key(command)) => {
            let step = state.command(command, &scene);
            follow(desk, step, Message::LegalBasis)
        }
        (Sheet::NewPerson(state), Message::NewPerson(message)) => {
            let step = state.update(message, &scene);
            follow(desk, step, Message::NewPerson)
        }
        (Sheet::NewPerson(state), Message::Key(command)) => {
            let step = state.command(command, &scene);
            follow(desk, step, Message::NewPerson)
        }
        (Sheet::OwnFields(state), Message::OwnFields(message)) => {
            let step = state.update(message, &scene);
            follow(desk, step, Message::OwnFields)
        }
        (Sheet::OwnFields(state), Message::Key(command)) => {
            let step = state.command(command, &scene);
            follow(desk, step, Message::OwnFields)
        }
        _ => Task::none(),
    };
    while let Ok(changes) = desk.changes.try_recv() {
        let more = match &mut desk.sheet {
            Sheet::LegalBasis(state) => {
                let step = state.changed(&changes, &scene);
                follow(desk, step, Message::LegalBasis)
            }
            Sheet::OwnFields(state) => {
                let step = state.changed(&changes, &scene);
                follow(desk, step, Message::OwnFields)
            }
            Sheet::NewPerson(_) | Sheet::Nothing => Task::none(),
        };
        task = Task::batch([task, more]);
    }
    task
}

/// Does what the window does with a step.
fn follow<M: Send + 'static>(desk: &mut Desk, step: Step<M>, wrap: fn(M) -> Message) -> Task<Message> {
    let mut tasks = vec![step.task.map(wrap)];
    for action in step.actions {
        match action {
            Action::PickFile { then, .. } => tasks.push(Task::done(wrap(then(desk.picked())))),
            Action::SaveFile { then, suggested, .. } => {
                desk.suggested = Some(suggested);
                tasks.push(Task::done(wrap(then(desk.saved()))));
            }
            Action::OpenPerson(id) => desk.opened = Some(id),
            Action::Changed => desk.toasts.push("Saved".to_owned()),
            Action::Toast(words) | Action::Hint(words) | Action::Saved(words) => desk.toasts.push(words),
            Action::Problem(problem) => desk.problems.push(problem.message),
            Action::Close => desk.sheet = Sheet::Nothing,
            _ => panic!("nobody asked for this"),
        }
    }
    Task::batch(tasks)
}

fn view(desk: &Desk) -> Element<'_, Message> {
    let (base, card): (Element<'_, Message>, _) = match &desk.sheet {
        Sheet::Nothing => (space().into(), None),
        Sheet::LegalBasis(state) => (space().into(), Some(state.view(&desk.scene).map(Message::LegalBasis))),
        Sheet::NewPerson(state) => (space().into(), Some(state.view(&desk.scene).map(Message::NewPerson))),
        Sheet::OwnFields(state) => {
            (container(state.view(&desk.scene).map(Message::OwnFields)).padding(32).into(), None)
        }
    };
    let base = container(base).width(Fill).height(Fill).style(style::paper);
    hotkeys(dialog(base, card), |key, modifiers| match key {
        Key::Character(letter) if modifiers == Modifiers::CTRL && letter == "s" => Some(Message::Key(Command::Save)),
        Key::Character(letter) if modifiers == Modifiers::CTRL && letter == "l" => {
            Some(Message::Key(Command::LegalBasis))
        }
        Key::Named(Named::Escape) => Some(Message::Key(Command::Escape)),
        _ => None,
    })
    .on_tab(Message::Tab)
    .into()
}

/// Reads a file that the program wrote.
pub fn written(path: &Path) -> String {
    std::fs::read_to_string(path).unwrap()
}
