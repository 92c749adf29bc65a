//! An open card file: its screens and dialogs, and what they ask of each other.
//!
//! The screens do not know each other; the session does. What only the window can do it hands on as an [`Ask`].

mod dialogs;
mod drafts;
mod feed;
mod furniture;
mod possible;
mod preparing;
mod turn;
mod undone;

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::time::Duration;

use iced::{Subscription, Task};

use super::actions::Deed;
use super::platform::Platform;
use super::upkeep::{self, Upkeep};
use crate::dialog::unsaved::Matter;
use crate::dialog::{
    came_back, deleting, erasing, exporting, help, informing, legal_basis, letter, mass_edit, merging, new_person,
    recovery, reporting, reports, selection as selecting, states,
};
use crate::i18n::Lang;
use crate::model::change::Changes;
use crate::model::selection::Operation;
use crate::model::user::Right;
use crate::model::{company, person, selection};
use crate::office::Office;
use crate::office::preparation::Point;
use crate::office::problem::Problem;
use crate::office::subject::Subject;
use crate::office::undo::{Done, Way};
use crate::screen::letters::LetterAsk;
use crate::screen::states::StateAsk;
use crate::screen::{
    Action, Command, Lost, Scene, SelectionAsk, Step, companies, import, mailings, outbox, persons, selections,
    settings, today, trash,
};
use crate::t;
use crate::transfer::Parser;
pub(super) use dialogs::Dialog;
use feed::Feed;
pub use furniture::Furniture;
pub use turn::{Ask, Destination, Leaving, Turn};

/// What happens in an open card file.
#[derive(Clone)]
pub enum Message {
    /// On the screen of what is due.
    Today(today::Message),
    /// On the screen of persons.
    Persons(persons::Message),
    /// On the screen of companies.
    Companies(companies::Message),
    /// On the screen of selections.
    Selections(selections::Message),
    /// On the screen of the import.
    Import(import::Message),
    /// On the screen of settings.
    Settings(settings::Message),
    /// On the screen of mailings.
    Mailings(mailings::Message),
    /// On the screen of the outbox.
    Outbox(outbox::Message),
    /// On the screen of the trash.
    Trash(trash::Message),
    /// In the dialog that is open.
    Dialog(dialogs::Message),
    /// Shows another screen.
    Go(Destination),
    /// Opens the dialog for a new person.
    New,
    /// Locks the card file.
    Lock,
    /// Help for what is in front.
    Help,
    /// In what goes on by itself.
    Upkeep(upkeep::Message),
    /// Something was written.
    Changed(Changes),
    /// A change was taken back or done again: the next one, or the one of a number.
    Stepped(Way, Option<u64>, Result<Option<Done>, Problem>),
    /// Lists and settings as they are now.
    Furnished(Result<Furniture, Problem>),
}

/// Which screen is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// What is due.
    Today,
    /// The persons.
    Persons,
    /// The companies.
    Companies,
    /// The selections.
    Selections,
    /// The import.
    Import,
    /// The mailings.
    Mailings,
    /// The outbox.
    Outbox,
    /// The trash.
    Trash,
    /// The settings.
    Settings,
}

/// Who asks for something.
#[derive(Clone, Copy, PartialEq)]
enum From {
    Today,
    Persons,
    Companies,
    Selections,
    Import,
    Mailings,
    Outbox,
    Trash,
    Settings,
    Dialog,
}

/// An open card file.
pub struct Session {
    /// Tells messages of this session from those of one before.
    pub id: u64,
    /// Whether it holds sample people, and goes when it is closed.
    pub sample: bool,
    /// After which time without anybody there the card file is locked.
    pub lock_after: Option<Duration>,
    /// Whether something typed was kept when the card file was opened.
    pub had_drafts: bool,
    pub(super) scene: Scene,
    /// Who reads files from outside.
    parser: Parser,
    pub(super) place: Place,
    /// Where the card in front was opened from, if closing it leads back there.
    back_to: Option<Destination>,
    pub(super) today: today::State,
    pub(super) persons: persons::State,
    pub(super) companies: companies::State,
    pub(super) selections: selections::State,
    pub(super) import: Option<import::State>,
    pub(super) mailings: mailings::State,
    pub(super) outbox: outbox::State,
    pub(super) trash: trash::State,
    pub(super) settings: settings::State,
    pub(super) dialog: Option<Dialog>,
    /// The columns that were chosen last for exports, by what is exported.
    pub export_columns: BTreeMap<&'static str, exporting::Remembered>,
    /// None for sample people, who go when the window closes.
    pub(super) upkeep: Option<Upkeep>,
    changes: Feed,
}

impl Session {
    /// Begins with the persons.
    pub fn new(id: u64, office: Office, furniture: Furniture, platform: &dyn Platform, sample: bool) -> (Self, Turn) {
        let changes = Feed::new(id, office.changes());
        let (drafts, lock_after) = (furniture.drafts.clone(), furniture.lock_after);
        let scene = furniture.scene(office, platform.zone());
        let (persons, task) = persons::State::new(&scene);
        let (today, due) = today::State::new(&scene);
        let (companies, firms) = companies::State::new(&scene);
        let (outbox, queued) = outbox::State::new((!sample).then(|| platform.mail()), &scene);
        let (trash, deleted) = trash::State::new(&scene);
        let keychain = (!sample).then(|| platform.keychain());
        let (settings, own) = settings::State::new(&scene, keychain, platform.parser(), platform.mail());
        let (upkeep, looked) = if sample {
            (None, Task::none())
        } else {
            let (upkeep, looked) = Upkeep::new(&scene.office);
            (Some(upkeep), looked)
        };
        let mut session = Self {
            id,
            sample,
            lock_after,
            had_drafts: !drafts.is_empty(),
            scene,
            parser: platform.parser(),
            place: Place::Persons,
            back_to: None,
            today,
            persons,
            companies,
            selections: selections::State::default(),
            import: None,
            mailings: mailings::State::default(),
            outbox,
            trash,
            settings,
            dialog: None,
            export_columns: BTreeMap::new(),
            upkeep,
            changes,
        };
        let tasks = [
            task.map(Message::Persons),
            due.map(Message::Today),
            firms.map(Message::Companies),
            queued.map(Message::Outbox),
            deleted.map(Message::Trash),
            own.map(Message::Settings),
            looked.map(Message::Upkeep),
        ];
        let back = session.go_on_with(drafts);
        (session, Turn::task(Task::batch(tasks)).and(back))
    }

    /// Answers whether an import is being carried out or taken back.
    pub fn is_importing(&self) -> bool {
        self.import.as_ref().is_some_and(import::State::is_running)
    }

    /// Answers whether work goes on that must come to its end before the card file is locked by itself.
    pub fn is_working(&self) -> bool {
        let in_dialog = self.dialog.as_ref().is_some_and(Dialog::is_running);
        self.is_importing() || in_dialog || self.mailings.is_running()
    }

    /// Returns the card file.
    pub fn office(&self) -> &Office {
        &self.scene.office
    }

    /// Returns the first thing after `decided` that leaving would lose, if there is one.
    pub fn unsaved(&self, leaving: &Leaving, decided: Option<Matter>) -> Option<Matter> {
        // Another screen leaves everything but the card as it is.
        let closes = matches!(leaving, Leaving::Lock | Leaving::Restore(_) | Leaving::Quit);
        let in_dialog = self.dialog.as_ref().is_some_and(Dialog::unsaved);
        let running = self.is_importing();
        let begun = self.import.as_ref().is_some_and(import::State::unsaved);
        let written = self.persons.is_calling() || self.companies.is_calling() || self.mailings.unsaved();
        let asks = !leaving.keeps_drafts();
        // Locking never waits for an answer: somebody may be leaving the desk.
        let settings =
            !matches!(leaving, Leaving::Lock) && (self.settings.unsaved() || self.selections.unsaved(&self.scene));
        let matters = [
            (Matter::Card, asks && self.card_is_unsaved()),
            (Matter::Form, closes && (settings || asks && (in_dialog || written))),
            (Matter::Import, closes && begun && !running),
            (Matter::Running, closes && running),
        ];
        matters.into_iter().find(|(matter, lost)| *lost && Some(*matter) > decided).map(|(matter, _)| matter)
    }

    /// Returns what writes change, as messages.
    pub fn subscription(&self) -> Subscription<Message> {
        let changes = Subscription::run_with(self.changes.clone(), Feed::listen).map(Message::Changed);
        let upkeep = self.upkeep.as_ref().map_or_else(Subscription::none, Upkeep::subscription);
        let calls =
            [self.persons.subscription().map(Message::Persons), self.companies.subscription().map(Message::Companies)];
        Subscription::batch([changes, upkeep.map(Message::Upkeep), Subscription::batch(calls)])
    }

    /// Speaks another language from now on.
    pub fn speak(&mut self, lang: Lang) -> Turn {
        self.scene.lang = lang;
        self.scene.office.set_lang(lang);
        self.refresh()
    }

    /// Tells everything that keeps something of what all screens see that this has changed.
    fn refresh(&mut self) -> Turn {
        let scene = &self.scene;
        let persons = self.persons.scene_changed(scene).map(Message::Persons);
        let today = self.today.scene_changed(scene).map(Message::Today);
        let companies = self.companies.scene_changed(scene).map(Message::Companies);
        let settings = self.settings.scene_changed(scene).map(Message::Settings);
        let in_front = self.place == Place::Selections;
        let selections = self.selections.scene_changed(scene, in_front).map(Message::Selections);
        let is_at_mailings = self.place == Place::Mailings;
        let mailings = self.mailings.scene_changed(scene, is_at_mailings).map(Message::Mailings);
        let outbox = self.outbox.scene_changed(scene, self.place == Place::Outbox).map(Message::Outbox);
        let trash = self.trash.scene_changed(scene).map(Message::Trash);
        let import = self.import.as_mut().map(|import| import.scene_changed(scene).map(Message::Import));
        if let Some(dialog) = &mut self.dialog {
            dialog.scene_changed(scene);
        }
        let turn = self.follow(persons, From::Persons);
        let turn = turn.and(self.follow(selections, From::Selections));
        let turn = turn.and(self.follow(today, From::Today));
        let turn = turn.and(self.follow(companies, From::Companies));
        let turn = turn.and(self.follow(settings, From::Settings));
        let turn = turn.and(self.follow(mailings, From::Mailings));
        let turn = turn.and(self.follow(outbox, From::Outbox));
        let turn = turn.and(self.follow(trash, From::Trash));
        match import {
            Some(step) => turn.and(self.follow(step, From::Import)),
            None => turn,
        }
    }

    /// Returns which help belongs to what is in front.
    pub fn topic(&self) -> help::Topic {
        match (&self.dialog, self.place) {
            (Some(dialog), _) => dialog.topic(),
            (None, Place::Selections) => help::Topic::Selections,
            (None, Place::Persons) if self.persons.shown().is_some() => help::Topic::Card,
            (None, Place::Persons) => help::Topic::Persons,
            (None, Place::Today) => help::Topic::Today,
            (None, Place::Companies) => help::Topic::Companies,
            (None, Place::Import) => help::Topic::Import,
            (None, Place::Mailings) => help::Topic::Mailings,
            (None, Place::Outbox) => help::Topic::Outbox,
            (None, Place::Trash) => help::Topic::Trash,
            (None, Place::Settings) => help::Topic::Settings,
        }
    }

    /// Does what a message asks.
    pub fn update(&mut self, message: Message) -> Turn {
        let asking = self.is_asking();
        if let (Some(upkeep), false) = (&mut self.upkeep, matches!(message, Message::Upkeep(_) | Message::Changed(_))) {
            upkeep.work();
        }
        let scene = &self.scene;
        match (message, &mut self.import, &mut self.dialog) {
            (Message::Persons(message), _, _) => {
                let step = self.persons.update(message, scene);
                self.follow(step.map(Message::Persons), From::Persons)
            }
            (Message::Today(message), _, _) => {
                let step = self.today.update(message, scene);
                self.follow(step.map(Message::Today), From::Today)
            }
            (Message::Companies(message), _, _) => {
                let step = self.companies.update(message, scene);
                self.follow(step.map(Message::Companies), From::Companies)
            }
            (Message::Selections(message), _, _) => {
                let step = self.selections.update(message, scene);
                self.follow(step.map(Message::Selections), From::Selections)
            }
            (Message::Import(message), Some(import), _) => {
                let step = import.update(message, scene);
                self.follow(step.map(Message::Import), From::Import)
            }
            (Message::Settings(message), _, _) => {
                let (step, wish) = self.settings.update(message, scene);
                let turn = self.follow(step.map(Message::Settings), From::Settings);
                match wish {
                    Some(wish) => turn.and(Turn::ask(Ask::Wish(wish))),
                    None => turn,
                }
            }
            (Message::Mailings(message), _, _) => {
                let step = self.mailings.update(message, scene);
                self.follow(step.map(Message::Mailings), From::Mailings)
            }
            (Message::Outbox(message), _, _) => {
                let step = self.outbox.update(message, scene);
                self.follow(step.map(Message::Outbox), From::Outbox)
            }
            (Message::Trash(message), _, _) => {
                let step = self.trash.update(message, scene);
                self.follow(step.map(Message::Trash), From::Trash)
            }
            (Message::Dialog(message), _, Some(dialog)) => {
                let step = dialog.update(message, scene);
                if let Dialog::Exporting(dialog) = dialog
                    && let Some((of, chosen)) = dialog.chosen()
                {
                    self.export_columns.insert(of.key(), chosen);
                }
                self.follow(step.map(Message::Dialog), From::Dialog)
            }
            (Message::Go(_) | Message::New | Message::Lock, _, _) if asking => Turn::none(),
            (Message::Go(destination), _, _) => self.go(destination),
            (Message::New, _, _) => self.new_person(),
            (Message::Lock, _, _) => self.lock(),
            (Message::Upkeep(upkeep::Message::Journal), _, _) => self.page(settings::Page::Journal),
            (Message::Upkeep(message), _, _) => {
                let Some(upkeep) = &mut self.upkeep else { return Turn::none() };
                let is_minute = matches!(message, upkeep::Message::Minute(_));
                let turn = Turn::task(upkeep.update(message, scene).map(Message::Upkeep));
                if !is_minute {
                    return turn;
                }
                // Another day may have begun, and what is due is counted on the rail.
                let step = self.today.minute(scene).map(Message::Today);
                let turn = turn.and(self.follow(step, From::Today));
                turn.and(self.update(Message::Outbox(outbox::Message::Minute)))
            }
            (Message::Help, _, _) => Turn::ask(Ask::Help(self.topic())),
            (Message::Changed(changes), _, _) => self.changed(&changes),
            (Message::Stepped(way, only, Ok(done)), _, _) => self.stepped(way, only, done),
            (Message::Stepped(_, _, Err(problem)), _, _) => Turn::ask(Ask::Act(Action::Problem(problem))),
            (Message::Furnished(Ok(furniture)), _, _) => self.furnish(furniture),
            (Message::Furnished(Err(problem)), _, _) => Turn::ask(Ask::Act(Action::Problem(problem))),
            // What it was meant for was closed meanwhile.
            (Message::Import(_) | Message::Dialog(_), _, _) => Turn::none(),
        }
    }

    /// Returns whether something is in front that must be answered first.
    pub fn is_occupied(&self) -> bool {
        self.dialog.is_some() || self.is_asking()
    }

    /// Does what a key or the palette asks for.
    pub fn act_on(&mut self, deed: Deed) -> Turn {
        if deed == Deed::Lock {
            // Whatever is open: what is typed in it is kept.
            return self.lock();
        }
        if self.dialog.is_some() && !self.takes_steps(deed) {
            return command(deed).map_or_else(Turn::none, |command| self.tell(command));
        }
        if self.is_asking() {
            return Turn::none();
        }
        match deed {
            Deed::Today => self.go(Destination::Today),
            Deed::Steps => self.prepare(),
            Deed::Persons => self.go(Destination::Persons),
            Deed::Companies => self.go(Destination::Companies),
            Deed::Trash => self.go(Destination::Trash),
            Deed::Mailings => self.go(Destination::Mailings),
            Deed::Outbox => self.go(Destination::Outbox),
            Deed::SendMail => self.update(Message::Outbox(outbox::Message::Send)),
            Deed::Delete => self.delete(),
            Deed::Search | Deed::Favourites | Deed::Recent => self.in_list(deed),
            Deed::Selections => self.go(Destination::Selections),
            Deed::NewSelection => self.new_selection(),
            Deed::CombineSelections => {
                self.act(Action::Selection(SelectionAsk::Combine(None, Operation::Intersect)), From::Selections)
            }
            Deed::NewPerson => self.new_person(),
            Deed::NewCompany => {
                let turn = self.go(Destination::Companies);
                let step = self.companies.add(&self.scene);
                turn.and(self.follow(step.map(Message::Companies), From::Companies))
            }
            Deed::Duplicates => self.act(Action::Duplicates, From::Persons),
            Deed::Restrict => self.about_state(StateAsk::Restrict),
            Deed::LiftRestriction => self.about_state(StateAsk::Lift),
            Deed::Report => self.report(),
            Deed::Object => self.about_state(|id| StateAsk::Object(id, None)),
            Deed::Inform => self.letter(LetterAsk::Notice),
            Deed::ConfirmCorrection => self.letter(LetterAsk::Corrected),
            Deed::AskConsent => self.letter(LetterAsk::Consent),
            Deed::Import => self.go(Destination::Import(None)),
            Deed::CameBack => self.came_back(None),
            Deed::Settings => self.go(Destination::Settings),
            Deed::Page(page) => self.page(page),
            Deed::Restore => self.page(settings::Page::Backups),
            Deed::BackupElsewhere => {
                self.on_page(settings::Page::Backups, settings::Message::Backups(settings::backups::Message::Elsewhere))
            }
            Deed::CheckJournal => self.on_page(settings::Page::Journal, settings::Message::check_journal()),
            Deed::NewPassphrase => self.on_keys(settings::keys::Message::NewPassphrase),
            Deed::NewRecoveryKey => self.on_keys(settings::keys::Message::NewRecoveryKey),
            Deed::Remember => self.on_keys(settings::keys::Message::Remember),
            Deed::MergeSelected => {
                let step = self.persons.merge_selected(&self.scene);
                self.follow(step.map(Message::Persons), From::Persons)
            }
            Deed::MassEdit => {
                let subject = self.subject();
                let is_allowed = self.scene.office.user().may(Right::MassEdit);
                subject.filter(|_| is_allowed).map_or_else(Turn::none, |subject| self.mass_edit(subject))
            }
            Deed::MassEdits => self.mass_edits(),
            Deed::Backup => {
                let made = settings::Message::Backups(settings::backups::Message::Make);
                self.update(Message::Settings(made))
            }
            Deed::Lock => self.lock(),
            Deed::Undo => self.step(Way::Back, None),
            Deed::Redo => self.step(Way::Again, None),
            Deed::Save
            | Deed::LegalBasis
            | Deed::Activity
            | Deed::Relation
            | Deed::Escape
            | Deed::Open
            | Deed::Edit
            | Deed::Favourite
            | Deed::Columns
            | Deed::NextPassage
            | Deed::PreviousPassage
            | Deed::Tab(_) => command(deed).map_or_else(Turn::none, |command| self.tell(command)),
            Deed::Palette
            | Deed::Help
            | Deed::Shortcuts
            | Deed::Guide
            | Deed::Larger
            | Deed::Smaller
            | Deed::NormalSize
            | Deed::Light
            | Deed::Dark
            | Deed::SystemColours
            | Deed::Language(_) => Turn::none(),
        }
    }

    /// Shows a page of the settings.
    fn page(&mut self, page: settings::Page) -> Turn {
        let step = self.settings.show(page, &self.scene);
        let turn = self.follow(step.map(Message::Settings), From::Settings);
        turn.and(self.go(Destination::Settings))
    }

    /// Shows a page of the settings and does something on it, unless what is typed on a card is in the way.
    fn on_page(&mut self, page: settings::Page, message: settings::Message) -> Turn {
        let turn = self.page(page);
        if self.place == Place::Settings { turn.and(self.update(Message::Settings(message))) } else { turn }
    }

    fn on_keys(&mut self, message: settings::keys::Message) -> Turn {
        self.on_page(settings::Page::Keys, settings::Message::Keys(message))
    }

    /// Tells a command about a list to the one in front, or to the persons'.
    fn in_list(&mut self, deed: Deed) -> Turn {
        let Some(command) = command(deed) else { return Turn::none() };
        let own = [Place::Settings, Place::Trash, Place::Selections];
        let has_own = own.contains(&self.place) && deed == Deed::Search;
        if self.place == Place::Companies || has_own {
            return self.tell(command);
        }
        self.go(Destination::Persons).and(self.tell_persons(command))
    }

    /// Opens a company's card.
    pub fn open_company(&mut self, company: company::Id) -> Turn {
        self.act(Action::OpenCompany(company), From::Companies)
    }

    /// Returns whether a deed is to take back, or do again, what was done in the dialog in front.
    fn takes_steps(&self, deed: Deed) -> bool {
        matches!(deed, Deed::Undo | Deed::Redo) && self.dialog.as_ref().is_some_and(Dialog::takes_steps)
    }

    /// Opens a person's card.
    pub fn open_person(&mut self, person: person::Id) -> Turn {
        self.act(Action::OpenPerson(person), From::Persons)
    }

    /// Tells a command to what is in front.
    fn tell(&mut self, command: Command) -> Turn {
        let scene = &self.scene;
        let (step, from) = match (&mut self.dialog, self.place, &mut self.import) {
            (Some(dialog), _, _) => (dialog.command(command, scene).map(Message::Dialog), From::Dialog),
            (None, Place::Mailings, _) => {
                (self.mailings.command(command, scene).map(Message::Mailings), From::Mailings)
            }
            (None, Place::Outbox, _) => (self.outbox.command(command, scene).map(Message::Outbox), From::Outbox),
            (None, Place::Trash, _) => (self.trash.command(command, scene).map(Message::Trash), From::Trash),
            (None, Place::Import, Some(import)) => (import.command(command, scene).map(Message::Import), From::Import),
            (None, Place::Today, _) => (self.today.command(command, scene).map(Message::Today), From::Today),
            (None, Place::Companies, _) => {
                (self.companies.command(command, scene).map(Message::Companies), From::Companies)
            }
            (None, Place::Selections, _) => {
                (self.selections.command(command, scene).map(Message::Selections), From::Selections)
            }
            (None, Place::Settings, _) => {
                (self.settings.command(command, scene).map(Message::Settings), From::Settings)
            }
            (None, Place::Persons | Place::Import, _) => return self.tell_persons(command),
        };
        let was_open = self.is_card_open();
        let turn = self.follow(step, from);
        turn.and(self.comes_back(command, was_open))
    }

    fn tell_persons(&mut self, command: Command) -> Turn {
        let was_open = self.is_card_open();
        let step = self.persons.command(command, &self.scene);
        let turn = self.follow(step.map(Message::Persons), From::Persons);
        turn.and(self.comes_back(command, was_open))
    }

    fn is_card_open(&self) -> bool {
        self.persons.shown().is_some() || self.companies.shown().is_some()
    }

    /// Notes where a card is opened from that is left by closing it.
    fn comes_back_to(&mut self, from: From) {
        self.back_to = match from {
            From::Today => Some(Destination::Today),
            From::Selections => Some(Destination::Selections),
            From::Mailings => Some(Destination::Mailings),
            From::Outbox => Some(Destination::Outbox),
            From::Persons | From::Companies | From::Import | From::Settings | From::Trash | From::Dialog => None,
        };
    }

    /// Goes back to where the card was opened from, if a key closed it.
    fn comes_back(&mut self, command: Command, was_open: bool) -> Turn {
        let is_closed = match self.place {
            Place::Persons => self.persons.shown().is_none(),
            Place::Companies => self.companies.shown().is_none(),
            Place::Today | Place::Settings | Place::Import | Place::Selections => false,
            Place::Mailings | Place::Outbox | Place::Trash => false,
        };
        match self.back_to.take_if(|_| command == Command::Escape && was_open && is_closed) {
            Some(destination) => self.arrive(destination),
            None => Turn::none(),
        }
    }

    /// Returns what is changed on whose card, first where that is a company's.
    pub fn lost(&self) -> (Lost, String) {
        if self.companies.unsaved(&self.scene) {
            (self.companies.lost(&self.scene), self.companies.name())
        } else {
            (self.persons.lost(&self.scene), self.persons.name())
        }
    }

    /// Saves what is changed on the card.
    pub fn save(&mut self) -> Turn {
        let step = self.companies.command(Command::Save, &self.scene);
        let turn = self.follow(step.map(Message::Companies), From::Companies);
        turn.and(self.tell_persons(Command::Save))
    }

    /// Throws away what is changed on the card, and shows the card as it is in the card file.
    pub fn discard(&mut self) -> Turn {
        self.persons.discard(&self.scene);
        self.companies.discard(&self.scene);
        Turn::none()
    }

    /// Returns whether a question of the screen waits for its answer; nothing is gone to before it has one.
    fn is_asking(&self) -> bool {
        (self.place == Place::Persons && self.persons.is_asking())
            || (self.place == Place::Companies && self.companies.is_asking())
            || (self.place == Place::Selections && self.selections.is_asking())
            || (self.place == Place::Settings && self.settings.is_asking())
            || (self.place == Place::Mailings && self.mailings.is_asking())
            || (self.place == Place::Outbox && self.outbox.is_asking())
            || (self.place == Place::Trash && self.trash.is_asking())
    }

    /// Opens the dialog of what came back, with a file where one was dropped.
    fn came_back(&mut self, file: Option<PathBuf>) -> Turn {
        if file.is_some() && !self.scene.office.user().may(Right::Edit) {
            return Turn::none();
        }
        let (dialog, task) = came_back::State::new(file, self.parser.clone(), &self.scene);
        self.open(Dialog::CameBack(Box::new(dialog)), task.map(dialogs::Message::CameBack))
    }

    /// Takes in or imports a file that was dropped on the window.
    pub fn dropped(&mut self, file: PathBuf) -> Turn {
        let ending = file.extension().map(|ending| ending.to_string_lossy().to_ascii_lowercase()).unwrap_or_default();
        if ["eml", "mbox", "json"].contains(&ending.as_str()) {
            if let Some(Dialog::CameBack(dialog)) = &mut self.dialog {
                let step = dialog.update(came_back::Message::Take(file), &self.scene);
                let step = step.map(dialogs::Message::CameBack);
                return self.follow(step.map(Message::Dialog), From::Dialog);
            }
            return if self.dialog.is_some() || self.is_asking() { Turn::none() } else { self.came_back(Some(file)) };
        }
        if self.dialog.is_some() || self.is_asking() { Turn::none() } else { self.go(Destination::Import(Some(file))) }
    }

    /// Goes to another screen, if no changes on the card are left behind.
    fn go(&mut self, destination: Destination) -> Turn {
        if self.card_is_unsaved() && !self.is_at(&destination) {
            return Turn::ask(Ask::Leave(Leaving::Go(destination)));
        }
        self.arrive(destination)
    }

    /// Returns whether something typed on a card, of a person or a company, is not saved.
    fn card_is_unsaved(&self) -> bool {
        self.persons.unsaved() || self.companies.unsaved(&self.scene)
    }

    fn is_at(&self, destination: &Destination) -> bool {
        match destination {
            Destination::Today => self.place == Place::Today,
            Destination::Persons => self.place == Place::Persons,
            Destination::Companies => self.place == Place::Companies,
            Destination::Selections => self.place == Place::Selections,
            Destination::Import(_) => self.place == Place::Import,
            Destination::Mailings => self.place == Place::Mailings,
            Destination::Outbox => self.place == Place::Outbox,
            Destination::Trash => self.place == Place::Trash,
            Destination::Settings => self.place == Place::Settings,
        }
    }

    /// Goes to another screen.
    pub fn arrive(&mut self, destination: Destination) -> Turn {
        if !matches!(destination, Destination::Persons) {
            let step = self.persons.away(&self.scene);
            let turn = self.follow(step.map(Message::Persons), From::Persons);
            return turn.and(self.show(destination));
        }
        self.show(destination)
    }

    fn show(&mut self, destination: Destination) -> Turn {
        self.back_to = None;
        match destination {
            Destination::Persons => {
                self.place = Place::Persons;
                Turn::none()
            }
            Destination::Today => {
                self.place = Place::Today;
                let step = self.today.arrive(&self.scene);
                self.follow(step.map(Message::Today), From::Today)
            }
            Destination::Companies => {
                self.place = Place::Companies;
                let step = self.companies.enter(&self.scene);
                self.follow(step.map(Message::Companies), From::Companies)
            }
            Destination::Selections => {
                self.place = Place::Selections;
                let step = self.selections.arrive(&self.scene);
                self.follow(step.map(Message::Selections), From::Selections)
            }
            Destination::Mailings => {
                self.place = Place::Mailings;
                let step = self.mailings.arrive(&self.scene);
                self.follow(step.map(Message::Mailings), From::Mailings)
            }
            Destination::Outbox => {
                self.place = Place::Outbox;
                let step = self.outbox.arrive(&self.scene);
                self.follow(step.map(Message::Outbox), From::Outbox)
            }
            Destination::Trash => {
                self.place = Place::Trash;
                let step = self.trash.arrive(&self.scene);
                self.follow(step.map(Message::Trash), From::Trash)
            }
            Destination::Settings => {
                self.place = Place::Settings;
                let step = self.settings.arrive(&self.scene);
                self.follow(step.map(Message::Settings), From::Settings)
            }
            Destination::Import(file) => {
                self.place = Place::Import;
                let step = match (&mut self.import, file) {
                    (Some(import), Some(file)) => import.dropped(file, &self.scene),
                    (Some(import), None) => Step::task(import.focus()),
                    (None, file) => {
                        let (import, task) = import::State::new(file, self.parser.clone(), &self.scene);
                        self.import = Some(import);
                        Step::task(task)
                    }
                };
                self.follow(step.map(Message::Import), From::Import)
            }
        }
    }

    /// Locks the card file; sample people would only be thrown away by it.
    fn lock(&self) -> Turn {
        if self.sample {
            return Turn::ask(Ask::Act(Action::Hint(t!(self.scene.lang, "frame-sample-no-lock"))));
        }
        Turn::ask(Ask::Leave(Leaving::Lock))
    }

    /// Goes to the selections and begins a new one.
    fn new_selection(&mut self) -> Turn {
        let turn = self.go(Destination::Selections);
        if self.place != Place::Selections {
            return turn;
        }
        let step = self.selections.add(&self.scene);
        turn.and(self.follow(step.map(Message::Selections), From::Selections))
    }

    /// Returns what a key for something new makes here.
    pub fn new_here(&self) -> Deed {
        if self.place == Place::Selections { Deed::NewSelection } else { Deed::NewPerson }
    }

    fn new_person(&mut self) -> Turn {
        self.new_person_at(String::new())
    }

    fn new_person_at(&mut self, company: String) -> Turn {
        let (dialog, task) = new_person::State::new(company, &self.scene);
        self.open(Dialog::NewPerson(Box::new(dialog)), task.map(dialogs::Message::NewPerson))
    }

    /// Does what a step asks for, as far as it is about other screens.
    fn follow(&mut self, step: Step<Message>, from: From) -> Turn {
        let mut turn = Turn::task(step.task);
        for action in step.actions {
            let next = self.act(action, from);
            turn = turn.and(next);
        }
        turn
    }

    fn act(&mut self, action: Action<Message>, from: From) -> Turn {
        match action {
            Action::OpenPerson(person) => {
                self.leave_dialog(from);
                let step = self.persons.open(person, &self.scene);
                let turn = self.arrive(Destination::Persons);
                self.comes_back_to(from);
                turn.and(self.follow(step.map(Message::Persons), From::Persons))
            }
            Action::OpenCompany(company) => {
                self.leave_dialog(from);
                let step = self.companies.open(company, &self.scene);
                let turn = self.arrive(Destination::Companies);
                self.comes_back_to(from);
                turn.and(self.follow(step.map(Message::Companies), From::Companies))
            }
            Action::ListPersons(persons, heading) => {
                self.leave_dialog(from);
                let step = self.persons.list(persons, heading, &self.scene);
                let turn = self.arrive(Destination::Persons);
                turn.and(self.follow(step.map(Message::Persons), From::Persons))
            }
            Action::NewPerson => self.new_person(),
            Action::NewPersonAt(company) => self.new_person_at(company),
            Action::LegalBasis(person) => {
                let (dialog, task) = legal_basis::State::new(person, &self.scene);
                self.open(Dialog::LegalBasis(Box::new(dialog)), task.map(dialogs::Message::LegalBasis))
            }
            Action::State(ask) => {
                let (dialog, task) = states::State::new(ask, &self.scene);
                self.open(Dialog::State(Box::new(dialog)), task.map(dialogs::Message::State))
            }
            Action::Delete(subject) => {
                let (dialog, task) = deleting::State::new(subject, &self.scene);
                self.open(Dialog::Deleting(Box::new(dialog)), task.map(dialogs::Message::Deleting))
            }
            Action::Erase(id) => {
                let (dialog, task) = erasing::State::new(id, &self.scene);
                self.open(Dialog::Erasing(Box::new(dialog)), task.map(dialogs::Message::Erasing))
            }
            Action::Report(id) => {
                let (dialog, task) = reporting::State::new(id, &self.scene);
                self.open(Dialog::Reporting(Box::new(dialog)), task.map(dialogs::Message::Reporting))
            }
            Action::Letter(ask) => {
                let (dialog, task) = letter::State::new(ask, &self.scene);
                self.open(Dialog::Letter(Box::new(dialog)), task.map(dialogs::Message::Letter))
            }
            Action::InformDue => {
                let (dialog, task) = informing::State::new(&self.scene);
                self.open(Dialog::Informing(Box::new(dialog)), task.map(dialogs::Message::Informing))
            }
            Action::CameBack => self.came_back(None),
            Action::Reports(subject) => {
                let (dialog, task) = reports::State::new(subject, &self.scene);
                self.open(Dialog::Reports(Box::new(dialog)), task.map(dialogs::Message::Reports))
            }
            Action::Duplicates => {
                let (dialog, task) = merging::State::find(&self.scene);
                self.merging(dialog, task)
            }
            Action::Merge(kept, gone) => {
                let (dialog, task) = merging::State::of_two(kept, gone, &self.scene);
                self.merging(dialog, task)
            }
            Action::Selection(ask) => {
                let (dialog, task) = selecting::State::new(ask, &self.scene);
                self.open(Dialog::Selecting(Box::new(dialog)), task.map(dialogs::Message::Selecting))
            }
            Action::OpenSelection(id) => self.open_selection(id, from),
            Action::Mailing(id) => {
                let turn = self.go(Destination::Mailings);
                if self.place != Place::Mailings {
                    return turn;
                }
                let step = self.mailings.write_to(id, &self.scene);
                turn.and(self.follow(step.map(Message::Mailings), From::Mailings))
            }
            Action::Export(who) => {
                let (dialog, task) = exporting::State::new(who, &self.scene);
                let dialog = dialog.remembering(&self.export_columns);
                self.open(Dialog::Exporting(Box::new(dialog)), task.map(dialogs::Message::Exporting))
            }
            Action::MassEdit(subject) => self.mass_edit(subject),
            Action::Import(file) => self.go(Destination::Import(file)),
            Action::Settings => self.go(Destination::Settings),
            Action::Due => self.page(settings::Page::Due),
            Action::Prepare(Point::Recovery) => self.act(Action::ConfirmRecovery, from),
            Action::Prepare(point) => self.page(preparing::page(point)),
            Action::Steps => self.prepare(),
            Action::Guide(chapter) => Turn::ask(Ask::Guide(chapter)),
            Action::MailAccount => self.page(settings::Page::Mail),
            Action::TrashSoon => {
                self.trash.only_soon();
                self.go(Destination::Trash)
            }
            Action::Restore(backup) => Turn::ask(Ask::Leave(Leaving::Restore(backup))),
            Action::ConfirmRecovery => self.open(Dialog::Recovery(Box::new(recovery::State::new())), Task::none()),
            Action::Close => self.close(from),
            Action::PickFile { .. }
            | Action::PickFolder { .. }
            | Action::SaveFile { .. }
            | Action::Copy(_)
            | Action::OpenOutside(_)
            | Action::Toast(_)
            | Action::Hint(_)
            | Action::Saved(_)
            | Action::Changed
            | Action::Problem(_) => Turn::ask(Ask::Act(action)),
        }
    }

    fn open_selection(&mut self, id: selection::Id, from: From) -> Turn {
        self.leave_dialog(from);
        let turn = self.go(Destination::Selections);
        if self.place != Place::Selections {
            return turn;
        }
        let step = self.selections.show(id, &self.scene);
        turn.and(self.follow(step.map(Message::Selections), From::Selections))
    }

    /// Opens the dialog about the state of whom the card shows, or the keyboard is on.
    fn about_state(&mut self, ask: fn(person::Id) -> StateAsk) -> Turn {
        match self.persons.current() {
            Some(id) => self.act(Action::State(ask(id)), From::Persons),
            None => Turn::none(),
        }
    }

    /// Opens the dialog of a letter to whom the card shows, or the keyboard is on.
    fn letter(&mut self, ask: fn(person::Id) -> LetterAsk) -> Turn {
        match self.persons.current() {
            Some(id) => self.act(Action::Letter(ask(id)), From::Persons),
            None => Turn::none(),
        }
    }

    /// Opens the dialog that makes a privacy report about whom the card shows, or the keyboard is on.
    fn report(&mut self) -> Turn {
        let may = self.scene.office.user().may(Right::Report);
        match self.persons.current().filter(|_| may) {
            Some(id) => self.act(Action::Report(id), From::Persons),
            None => Turn::none(),
        }
    }

    /// Opens the dialog that deletes: the card shown, those who are selected, or whom the keyboard is on.
    fn delete(&mut self) -> Turn {
        let subject = match self.place {
            Place::Persons => self.persons.deletable(),
            Place::Companies => self.companies.deletable(),
            // There, the key removes the selection, and nobody who is in it.
            Place::Selections
            | Place::Today
            | Place::Import
            | Place::Mailings
            | Place::Outbox
            | Place::Trash
            | Place::Settings => None,
        };
        subject.map_or_else(Turn::none, |subject| self.act(Action::Delete(subject), From::Persons))
    }

    fn merging(&mut self, dialog: merging::State, task: Task<merging::Message>) -> Turn {
        self.open(Dialog::Merging(Box::new(dialog)), task.map(dialogs::Message::Merging))
    }

    /// Returns whom something is done to that is done to the list in front.
    fn subject(&self) -> Option<Subject> {
        match self.place {
            Place::Persons => self.persons.subject(),
            Place::Companies => self.companies.subject(),
            Place::Selections => self.selections.subject(),
            Place::Today | Place::Import | Place::Mailings | Place::Outbox | Place::Trash | Place::Settings => None,
        }
    }

    fn mass_edit(&mut self, subject: Subject) -> Turn {
        let (dialog, task) = mass_edit::State::new(subject, &self.scene);
        self.open(Dialog::MassEdit(Box::new(dialog)), task.map(dialogs::Message::MassEdit))
    }

    fn mass_edits(&mut self) -> Turn {
        if !self.scene.office.user().may(Right::MassEdit) {
            return Turn::none();
        }
        let (dialog, task) = mass_edit::State::past(&self.scene);
        self.open(Dialog::MassEdit(Box::new(dialog)), task.map(dialogs::Message::MassEdit))
    }

    fn open(&mut self, dialog: Dialog, task: Task<dialogs::Message>) -> Turn {
        self.dialog = Some(dialog);
        Turn::task(task.map(Message::Dialog))
    }

    fn leave_dialog(&mut self, from: From) {
        if matches!(from, From::Dialog) {
            self.dialog = None;
        }
    }

    fn close(&mut self, from: From) -> Turn {
        match from {
            From::Persons => Turn::none(),
            From::Import => {
                self.import = None;
                self.arrive(Destination::Persons)
            }
            From::Settings
            | From::Today
            | From::Companies
            | From::Selections
            | From::Mailings
            | From::Outbox
            | From::Trash => self.arrive(Destination::Persons),
            From::Dialog => {
                let about_state = matches!(self.dialog, Some(Dialog::State(_)));
                self.dialog = None;
                // What asked for it is another banner now, or none: the keyboard goes on on the card.
                if about_state && self.place == Place::Persons && self.persons.shown().is_some() {
                    return Turn::task(self.persons.focus_card().map(Message::Persons));
                }
                Turn::none()
            }
        }
    }

    /// Tells the screens what a write changed.
    fn changed(&mut self, changes: &Changes) -> Turn {
        let scene = &self.scene;
        let step = self.persons.changed(changes, scene).map(Message::Persons);
        let import = self.import.as_mut().map(|import| import.changed(changes, scene).map(Message::Import));
        let today = self.today.changed(changes, scene).map(Message::Today);
        let companies = self.companies.changed(changes, scene).map(Message::Companies);
        let settings = self.settings.changed(changes, scene).map(Message::Settings);
        let in_front = self.place == Place::Selections;
        let selections = self.selections.changed(changes, scene, in_front).map(Message::Selections);
        let is_at_mailings = self.place == Place::Mailings;
        let mailings = self.mailings.changed(changes, scene, is_at_mailings).map(Message::Mailings);
        let outbox = self.outbox.changed(changes, scene, self.place == Place::Outbox).map(Message::Outbox);
        let trash = self.trash.changed(changes, scene).map(Message::Trash);
        let dialog = self.dialog.as_mut().map(|dialog| dialog.changed(changes, scene).map(Message::Dialog));
        let upkeep = self.upkeep.as_ref().map_or_else(Task::none, |upkeep| upkeep.changed(changes, scene));
        let mut turn = self.follow(step, From::Persons);
        turn = turn.and(self.follow(today, From::Today));
        turn = turn.and(self.follow(companies, From::Companies));
        turn = turn.and(Turn::task(upkeep.map(Message::Upkeep)));
        turn = turn.and(self.follow(settings, From::Settings));
        turn = turn.and(self.follow(selections, From::Selections));
        turn = turn.and(self.follow(mailings, From::Mailings));
        turn = turn.and(self.follow(outbox, From::Outbox));
        turn = turn.and(self.follow(trash, From::Trash));
        if let Some(step) = import {
            turn = turn.and(self.follow(step, From::Import));
        }
        if let Some(step) = dialog {
            turn = turn.and(self.follow(step, From::Dialog));
        }
        if changes.settings || changes.everything {
            let lang = self.scene.lang;
            let read = Furniture::read(self.scene.office.clone());
            let read =
                Task::perform(read, move |read| Message::Furnished(read.map_err(|error| Problem::new(&error, lang))));
            turn = turn.and(Turn::task(read));
        }
        turn
    }

    fn furnish(&mut self, furniture: Furniture) -> Turn {
        self.lock_after = furniture.lock_after;
        furniture.put(&mut self.scene);
        self.refresh()
    }
}

/// Returns the command that a deed is for what is in front, if it is one.
fn command(deed: Deed) -> Option<Command> {
    match deed {
        Deed::Search => Some(Command::FocusSearch),
        Deed::Save => Some(Command::Save),
        Deed::LegalBasis => Some(Command::LegalBasis),
        Deed::Activity => Some(Command::Activity),
        Deed::Relation => Some(Command::Relation),
        Deed::Escape => Some(Command::Escape),
        Deed::Open => Some(Command::Open),
        Deed::Edit => Some(Command::Edit),
        Deed::Favourite => Some(Command::Favourite),
        Deed::Columns => Some(Command::Columns),
        Deed::Favourites => Some(Command::Favourites),
        Deed::Recent => Some(Command::Recent),
        Deed::NextPassage => Some(Command::Passage(true)),
        Deed::PreviousPassage => Some(Command::Passage(false)),
        Deed::Tab(number) => number.checked_sub(1).map(Command::Tab),
        Deed::Guide
        | Deed::Steps
        | Deed::Today
        | Deed::Persons
        | Deed::Companies
        | Deed::Import
        | Deed::CameBack
        | Deed::Settings
        | Deed::Palette
        | Deed::NewPerson
        | Deed::NewCompany
        | Deed::Selections
        | Deed::NewSelection
        | Deed::CombineSelections
        | Deed::Duplicates
        | Deed::Restrict
        | Deed::LiftRestriction
        | Deed::Object
        | Deed::Inform
        | Deed::ConfirmCorrection
        | Deed::AskConsent
        | Deed::Report
        | Deed::Undo
        | Deed::Redo
        | Deed::Help
        | Deed::Shortcuts
        | Deed::Backup
        | Deed::BackupElsewhere
        | Deed::Restore
        | Deed::CheckJournal
        | Deed::NewPassphrase
        | Deed::NewRecoveryKey
        | Deed::Remember
        | Deed::MergeSelected
        | Deed::MassEdit
        | Deed::MassEdits
        | Deed::Delete
        | Deed::Mailings
        | Deed::Outbox
        | Deed::SendMail
        | Deed::Trash
        | Deed::Page(_)
        | Deed::Lock
        | Deed::Larger
        | Deed::Smaller
        | Deed::NormalSize
        | Deed::Light
        | Deed::Dark
        | Deed::SystemColours
        | Deed::Language(_) => None,
    }
}
