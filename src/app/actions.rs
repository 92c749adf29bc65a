//! Everything the window can be asked to do, in one table. Keys, help, the page of shortcuts and the palette read it.

use std::borrow::Cow;

use super::keys::{Chord, control};
use crate::dialog::help::{self, Topic};
use crate::i18n::{self, Lang};
use crate::screen::settings::Page;
use crate::t;
use crate::transfer::guide;

/// One thing the window can be asked to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Deed {
    /// What is due is shown.
    Today,
    /// The persons are shown.
    Persons,
    /// The companies are shown.
    Companies,
    /// The selections are shown.
    Selections,
    /// A new selection is made.
    NewSelection,
    /// Two selections are combined.
    CombineSelections,
    /// The import is shown.
    Import,
    /// Takes in what came back from people.
    CameBack,
    /// The settings are shown.
    Settings,
    /// The keyboard goes to the search field.
    Search,
    /// The list shows favourites.
    Favourites,
    /// The list shows who was looked at last.
    Recent,
    /// Everything the window can do is listed, to choose from.
    Palette,
    /// A new person is entered.
    NewPerson,
    /// A new company is entered.
    NewCompany,
    /// Cards that may be about the same person are looked for.
    Duplicates,
    /// What is chosen is opened.
    Open,
    /// The card is edited.
    Edit,
    /// What is typed is saved.
    Save,
    /// The legal basis of the person shown.
    LegalBasis,
    /// The processing of the person's data is restricted.
    Restrict,
    /// A restriction is lifted.
    LiftRestriction,
    /// The person objects.
    Object,
    /// The person is told what is kept of them, or it is noted that they were.
    Inform,
    /// The person is told what was corrected on their card.
    ConfirmCorrection,
    /// The person is asked for a consent.
    AskConsent,
    /// A note, call, meeting, task or e-mail is added to the card shown.
    Activity,
    /// What somebody else is to the person shown is noted.
    Relation,
    /// The person shown becomes a favourite, or is one no longer.
    Favourite,
    /// A privacy report about the person shown is made.
    Report,
    /// The next passage that wants to be looked at, in what goes out.
    NextPassage,
    /// The one before.
    PreviousPassage,
    /// The last change is taken back.
    Undo,
    /// What was taken back is done again.
    Redo,
    /// One of the tabs of the card, from 1 to 6.
    Tab(usize),
    /// What is in front is closed.
    Escape,
    /// The columns of the list are chosen.
    Columns,
    /// Help for what is in front.
    Help,
    /// The guide.
    Guide,
    /// The steps to prepare the office are shown.
    Steps,
    /// All keys.
    Shortcuts,
    /// A backup is made.
    Backup,
    /// A backup is made that is kept for itself.
    BackupElsewhere,
    /// The backups are listed, to restore one.
    Restore,
    /// The whole journal is checked.
    CheckJournal,
    /// The passphrase is changed.
    NewPassphrase,
    /// A new recovery key is made.
    NewRecoveryKey,
    /// This computer is to remember the key.
    Remember,
    /// The two persons who are selected are made one.
    MergeSelected,
    /// Those who are selected, or all that are listed, are changed at once.
    MassEdit,
    /// What was changed on many at once is listed, to take it back.
    MassEdits,
    /// What is chosen is deleted.
    Delete,
    /// The mailings are shown.
    Mailings,
    /// The outbox is shown.
    Outbox,
    /// What is due in the outbox is sent.
    SendMail,
    /// The trash is shown.
    Trash,
    /// A page of the settings is shown.
    Page(Page),
    /// The card file is locked.
    Lock,
    /// Everything becomes larger.
    Larger,
    /// Everything becomes smaller.
    Smaller,
    /// Everything has its normal size.
    NormalSize,
    /// Light colours.
    Light,
    /// Dark colours.
    Dark,
    /// The system's colours.
    SystemColours,
    /// Another language.
    Language(Lang),
}

/// What belongs together on the page of shortcuts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Group {
    /// Getting somewhere.
    Go,
    /// Working on a card.
    Card,
    /// The window itself.
    Window,
}

impl Group {
    /// All groups, in their order.
    pub const ALL: [Self; 3] = [Self::Go, Self::Card, Self::Window];

    fn name(self, lang: Lang) -> String {
        match self {
            Self::Go => t!(lang, "shortcuts-go"),
            Self::Card => t!(lang, "shortcuts-card"),
            Self::Window => t!(lang, "shortcuts-window"),
        }
    }
}

/// What is known of a deed.
#[derive(Debug, Clone)]
pub struct Entry {
    /// What is done.
    pub deed: Deed,
    /// The key of its text; it also names the deed where it is remembered.
    pub label: Cow<'static, str>,
    /// Where it belongs.
    pub group: Group,
    /// The keys for it.
    pub chords: &'static [Chord],
    /// Whether the palette lists it; not what only a key makes sense for.
    pub is_listed: bool,
}

const fn entry(deed: Deed, label: &'static str, group: Group, chords: &'static [Chord]) -> Entry {
    Entry { deed, label: Cow::Borrowed(label), group, chords, is_listed: true }
}

const fn key_only(deed: Deed, label: &'static str, group: Group, chords: &'static [Chord]) -> Entry {
    Entry { deed, label: Cow::Borrowed(label), group, chords, is_listed: false }
}

/// Everything the window can be asked to do.
pub const TABLE: &[Entry] = &[
    entry(Deed::Search, "frame-search", Group::Go, &[Chord::ctrl("k")]),
    key_only(Deed::Palette, "palette-title", Group::Go, &[Chord::ctrl_shift("p")]),
    entry(Deed::Today, "action-today", Group::Go, &[]),
    entry(Deed::Persons, "action-persons", Group::Go, &[]),
    entry(Deed::Companies, "action-companies", Group::Go, &[]),
    entry(Deed::Selections, "action-selections", Group::Go, &[]),
    entry(Deed::Favourites, "action-favourites", Group::Go, &[]),
    entry(Deed::Recent, "action-recent", Group::Go, &[]),
    entry(Deed::Import, "action-import", Group::Go, &[Chord::ctrl("i")]),
    entry(Deed::Mailings, "action-mailings", Group::Go, &[]),
    entry(Deed::Outbox, "action-outbox", Group::Go, &[]),
    entry(Deed::SendMail, "action-send-mail", Group::Window, &[]),
    entry(Deed::CameBack, "action-came-back", Group::Go, &[]),
    entry(Deed::Trash, "action-trash", Group::Go, &[]),
    entry(Deed::Settings, "action-settings", Group::Go, &[Chord::ctrl(",")]),
    key_only(Deed::Open, "help-key-open", Group::Go, &[Chord::enter()]),
    key_only(Deed::Escape, "help-key-close", Group::Go, &[Chord::escape()]),
    key_only(Deed::NextPassage, "reporting-next", Group::Go, &[Chord::function(8)]),
    key_only(Deed::PreviousPassage, "reporting-previous", Group::Go, &[Chord::shift_function(8)]),
    entry(Deed::NewPerson, "frame-new-person", Group::Card, &[Chord::ctrl("n")]),
    entry(Deed::NewCompany, "companies-new", Group::Card, &[]),
    entry(Deed::NewSelection, "selections-new-title", Group::Card, &[]),
    entry(Deed::CombineSelections, "selections-combine-title", Group::Card, &[]),
    entry(Deed::Edit, "action-edit", Group::Card, &[Chord::function(2), Chord::ctrl("e")]),
    entry(Deed::Save, "help-key-save", Group::Card, &[Chord::ctrl("s")]),
    entry(Deed::LegalBasis, "help-key-basis", Group::Card, &[Chord::ctrl("l")]),
    entry(Deed::Object, "action-object", Group::Card, &[]),
    entry(Deed::Inform, "action-inform", Group::Card, &[]),
    entry(Deed::ConfirmCorrection, "action-confirm-correction", Group::Card, &[]),
    entry(Deed::AskConsent, "action-ask-consent", Group::Card, &[]),
    entry(Deed::Restrict, "action-restrict", Group::Card, &[]),
    entry(Deed::LiftRestriction, "action-lift", Group::Card, &[]),
    entry(Deed::Activity, "help-key-activity", Group::Card, &[Chord::ctrl("j")]),
    entry(Deed::Relation, "card-relation-add", Group::Card, &[]),
    entry(Deed::Favourite, "action-favourite", Group::Card, &[Chord::ctrl("d")]),
    entry(Deed::Report, "reporting-ask", Group::Card, &[]),
    entry(Deed::Undo, "action-undo", Group::Card, &[Chord::ctrl("z")]),
    entry(Deed::Redo, "action-redo", Group::Card, &[Chord::ctrl("y"), Chord::ctrl_shift("z")]),
    key_only(Deed::Tab(1), "card-tab-contact", Group::Card, &[Chord::ctrl("1")]),
    key_only(Deed::Tab(2), "card-tab-details", Group::Card, &[Chord::ctrl("2")]),
    key_only(Deed::Tab(3), "card-tab-more", Group::Card, &[Chord::ctrl("3")]),
    key_only(Deed::Tab(4), "card-tab-interests", Group::Card, &[Chord::ctrl("4")]),
    key_only(Deed::Tab(5), "card-tab-note", Group::Card, &[Chord::ctrl("5")]),
    key_only(Deed::Tab(6), "card-tab-history", Group::Card, &[Chord::ctrl("6")]),
    entry(Deed::Duplicates, "merge-find-title", Group::Card, &[]),
    entry(Deed::MergeSelected, "action-merge-selected", Group::Card, &[]),
    entry(Deed::MassEdit, "action-mass-edit", Group::Card, &[Chord::ctrl_shift("e")]),
    entry(Deed::MassEdits, "action-mass-edits", Group::Card, &[]),
    entry(Deed::Delete, "action-delete", Group::Card, &[Chord::delete()]),
    entry(Deed::Columns, "action-columns", Group::Window, &[]),
    entry(Deed::Help, "help-key-help", Group::Window, &[Chord::function(1)]),
    entry(Deed::Shortcuts, "shortcuts-title", Group::Window, &[Chord::shift_function(1)]),
    entry(Deed::Guide, "guide-title", Group::Window, &[]),
    entry(Deed::Steps, "steps-title", Group::Go, &[]),
    entry(Deed::Backup, "backup-now", Group::Window, &[]),
    entry(Deed::BackupElsewhere, "backup-elsewhere", Group::Window, &[]),
    entry(Deed::Restore, "restore-title", Group::Window, &[]),
    entry(Deed::CheckJournal, "journal-check", Group::Window, &[]),
    entry(Deed::NewPassphrase, "keys-passphrase-change", Group::Window, &[]),
    entry(Deed::NewRecoveryKey, "keys-recovery-new", Group::Window, &[]),
    entry(Deed::Remember, "keys-remember", Group::Window, &[]),
    entry(Deed::Lock, "action-lock", Group::Window, &[Chord::ctrl_shift("l")]),
    entry(Deed::Larger, "frame-zoom-in", Group::Window, &[Chord::ctrl_sign("+"), Chord::ctrl_sign("=").untold()]),
    entry(Deed::Smaller, "frame-zoom-out", Group::Window, &[Chord::ctrl_sign("-"), Chord::ctrl_sign("_").untold()]),
    entry(Deed::NormalSize, "frame-zoom-reset", Group::Window, &[Chord::ctrl("0")]),
    entry(Deed::Light, "action-light", Group::Window, &[]),
    entry(Deed::Dark, "action-dark", Group::Window, &[]),
    entry(Deed::SystemColours, "action-system-colours", Group::Window, &[]),
    entry(Deed::Language(Lang::En), "action-english", Group::Window, &[]),
    entry(Deed::Language(Lang::Nb), "action-norwegian", Group::Window, &[]),
    entry(Deed::Language(Lang::Sv), "action-swedish", Group::Window, &[]),
];

impl Entry {
    /// Returns the entry for a page of the settings.
    fn page(page: Page) -> Self {
        let (deed, label) = (Deed::Page(page), Cow::Owned(page.label()));
        Self { deed, label, group: Group::Go, chords: &[], is_listed: true }
    }

    /// Returns what it is called.
    pub fn name(&self, lang: Lang) -> String {
        if let Deed::Page(page) = self.deed {
            return t!(lang, "action-settings-page", page = page.title(lang));
        }
        i18n::text(lang, &self.label)
    }

    /// Returns its keys as people read them, empty where it has none.
    pub fn keys(&self, lang: Lang) -> String {
        let told: Vec<String> =
            self.chords.iter().filter(|chord| chord.is_told()).map(|chord| chord.words(lang)).collect();
        told.join("  ")
    }
}

/// Returns the keys that matter in a place: what they do, and which they are.
pub fn keys_of(topic: Topic, lang: Lang) -> Vec<help::Line> {
    use Deed::{
        Activity, Edit, Escape, Favourite, Import, Larger, LegalBasis, Lock, NewPerson, NextPassage, NormalSize, Open,
        Palette, PreviousPassage, Save, Search, Settings, Smaller, Undo,
    };
    let deeds: &[Deed] = match topic {
        Topic::Start | Topic::Create | Topic::Unlock => &[Open, Escape, Larger, Smaller, NormalSize],
        Topic::Persons => &[Search, NewPerson, Open, Favourite, Palette, Undo, Import, Settings, Lock],
        Topic::Card => &[Edit, Save, Activity, LegalBasis, Favourite, Undo, Search, Escape],
        Topic::Basis => &[Open, Save, Undo, Escape],
        Topic::Today => &[Open, Palette, Escape],
        Topic::Companies => &[Search, Open, Save, Activity, Undo, Escape],
        Topic::Selections => &[Search, NewPerson, Open, Edit, Save, Escape],
        Topic::Trash => &[Search, Undo, Escape],
        Topic::Mailings => &[Open, Save, Palette, Escape],
        Topic::Outbox => &[Open, Palette, Escape],
        Topic::New | Topic::Import | Topic::Merging | Topic::MassEdit => &[Save, Escape],
        Topic::Report => &[NextPassage, PreviousPassage, Save, Escape],
        Topic::Settings => &[Larger, Smaller, NormalSize, Escape],
    };
    let named = TABLE.iter().filter(|entry| deeds.contains(&entry.deed));
    let mut lines: Vec<help::Line> =
        named.map(|entry| help::Line { does: entry.name(lang), keys: entry.keys(lang) }).collect();
    lines.push(help::Line { does: t!(lang, "help-key-next"), keys: t!(lang, "key-tab") });
    lines
}

/// Returns all keys, by what they belong to.
pub fn all_keys(lang: Lang) -> Vec<help::Group> {
    let mut groups: Vec<help::Group> = Group::ALL
        .into_iter()
        .map(|group| {
            let entries = TABLE.iter().filter(|entry| entry.group == group && !entry.chords.is_empty());
            // The tabs in one line.
            let entries = entries.filter(|entry| !matches!(entry.deed, Deed::Tab(_)));
            let mut lines: Vec<help::Line> =
                entries.map(|entry| help::Line { does: entry.name(lang), keys: entry.keys(lang) }).collect();
            if group == Group::Card {
                let keys = format!("{} … {}", Chord::ctrl("1").words(lang), Chord::ctrl("6").words(lang));
                lines.push(help::Line { does: t!(lang, "shortcuts-tabs"), keys });
            }
            help::Group { name: group.name(lang), lines }
        })
        .collect();
    // What widgets do themselves.
    let (shift, control) = (t!(lang, "key-shift"), control(lang));
    let lines = [
        (t!(lang, "help-key-next"), t!(lang, "key-tab")),
        (t!(lang, "shortcuts-previous"), format!("{shift}+{}", t!(lang, "key-tab"))),
        (t!(lang, "shortcuts-move"), format!("\u{2191} \u{2193}  {}", t!(lang, "key-page-up-down"))),
        (t!(lang, "shortcuts-ends"), t!(lang, "key-home-end")),
        (t!(lang, "shortcuts-extend"), format!("{shift}+\u{2191} \u{2193}")),
        (t!(lang, "shortcuts-all"), format!("{control}+A")),
        (t!(lang, "shortcuts-one-more"), format!("{}+{}", t!(lang, "key-control"), t!(lang, "key-space"))),
        (t!(lang, "shortcuts-press"), format!("{}  {}", t!(lang, "key-enter"), t!(lang, "key-space"))),
        (t!(lang, "shortcuts-kind"), t!(lang, "key-letter")),
        (t!(lang, "shortcuts-activity-save"), format!("{control}+{}", t!(lang, "key-enter"))),
        (t!(lang, "shortcuts-activity-edit"), "F2".to_owned()),
        (t!(lang, "shortcuts-remove"), t!(lang, "key-delete")),
        (t!(lang, "shortcuts-typing"), format!("{control}+Z  {control}+Y")),
    ];
    let lines = lines.into_iter().map(|(does, keys)| help::Line { does, keys }).collect();
    groups.push(help::Group { name: t!(lang, "shortcuts-lists"), lines });
    groups
}

/// Returns all keys as the guide tells them.
pub fn guide_keys(lang: Lang) -> guide::Keys {
    let line = |line: help::Line| (line.does, line.keys);
    all_keys(lang).into_iter().map(|group| (group.name, group.lines.into_iter().map(line).collect())).collect()
}

/// Returns what the palette lists: first what was chosen last, named by the labels in `recent`, then the rest in order.
pub fn listed(recent: &[String]) -> Vec<Entry> {
    let place = |entry: &Entry| recent.iter().position(|label| *label == entry.label).unwrap_or(usize::MAX);
    let pages = Page::all(|_| true).into_iter().map(Entry::page);
    let mut entries: Vec<Entry> = TABLE.iter().filter(|entry| entry.is_listed).cloned().chain(pages).collect();
    entries.sort_by_key(place);
    entries
}

/// How many deeds are remembered as chosen last.
const RECENT: usize = 6;

/// Notes that a deed was chosen.
pub fn chosen(deed: Deed, recent: &mut Vec<String>) {
    let Some(entry) = listed(&[]).into_iter().find(|entry| entry.deed == deed) else { return };
    recent.retain(|label| *label != entry.label);
    recent.insert(0, entry.label.into_owned());
    recent.truncate(RECENT);
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn every_deed_has_one_entry_and_a_name_in_every_language() {
        let mut deeds = HashSet::new();
        let mut labels = HashSet::new();
        for entry in TABLE.iter().cloned().chain(Page::all(|_| true).into_iter().map(Entry::page)) {
            assert!(deeds.insert(entry.deed) && labels.insert(entry.label.clone()), "{} twice", entry.label);
            for lang in Lang::ALL {
                assert!(i18n::text_if_known(lang, &entry.label).is_some(), "{} in {lang}", entry.label);
            }
            assert!(entry.is_listed || !entry.chords.is_empty(), "{} can be reached", entry.label);
        }
    }

    #[test]
    fn what_was_chosen_last_comes_first_and_once() {
        let mut recent = Vec::new();
        for deed in [Deed::Lock, Deed::Dark, Deed::Lock, Deed::Today] {
            chosen(deed, &mut recent);
        }
        let first: Vec<Deed> = listed(&recent).iter().map(|entry| entry.deed).take(4).collect();
        assert_eq!(first, [Deed::Today, Deed::Lock, Deed::Dark, Deed::Search]);
        assert_eq!(listed(&recent).len(), listed(&[]).len());
        assert_eq!(listed(&["unknown".to_owned()])[0].deed, Deed::Search);
    }

    #[test]
    fn every_place_has_keys() {
        for topic in Topic::ALL {
            assert!(keys_of(topic, Lang::En).len() > 1);
        }
        assert!(all_keys(Lang::Nb).iter().all(|group| !group.name.is_empty() && group.lines.len() > 3));
    }
}
