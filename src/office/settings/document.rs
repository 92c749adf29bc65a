//! Settings as one readable file, so that an office can set up its machines alike.

mod own_fields;
mod refusal;

use std::collections::{BTreeMap, HashSet};
use std::path::Path;

use serde::{Deserialize, Serialize};

use super::{FieldPart, ItemPart, Plain, RolePart, Setting, known, put, value};
use crate::i18n::Lang;
use crate::model::Reason;
use crate::model::field::Field;
use crate::model::journal::{Kind, Subject};
use crate::model::list::{self, List};
use crate::model::user::{Right, Role};
use crate::office::{Desk, Error, attached, fields, journal};
use crate::store;

pub use own_fields::OwnField;
pub use refusal::Refusal;

const FORMAT: &str = "kartotek settings";
const VERSION: u32 = 1;

/// Settings with their values.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Document {
    format: String,
    version: u32,
    /// Where the journal ended when the file was written; a file that was written by hand says nothing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    journal: Option<Ended>,
    /// Whether it holds everything an office decided: what it does not name is as shipped there.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    whole: bool,
    /// The office's own fields.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub fields: Vec<OwnField>,
    /// Values by key.
    pub settings: BTreeMap<String, String>,
}

/// Where the journal of an office ended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ended {
    /// Its end, as it is printed.
    pub head: String,
    /// On which day.
    pub date: chrono::NaiveDate,
}

/// What taking settings over would change.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Plan {
    /// The own fields that would be made, or be called otherwise.
    pub fields: Vec<OwnField>,
    /// What would be another way, in the order in which it is carried out.
    pub changes: Vec<PlannedChange>,
    /// How many settings are that way already.
    pub unchanged: usize,
    /// What cannot be taken, with the reason.
    pub refused: Vec<(String, Refusal)>,
}

impl Plan {
    /// Returns the first thing that keeps all of it from being carried out. An own field that cannot be taken, and what
    /// is decided about it, is left out, and the rest goes in.
    fn obstacle(&self) -> Option<&(String, Refusal)> {
        self.refused.iter().find(|(key, _)| own_fields::named_by(key).is_none())
    }

    /// Returns whether it can be carried out.
    pub fn is_possible(&self) -> bool {
        self.obstacle().is_none()
    }

    /// Counts what would be another way.
    pub fn count(&self) -> usize {
        self.changes.len() + self.fields.len()
    }
}

/// One setting that would be another way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlannedChange {
    /// The setting.
    pub setting: Setting,
    /// What holds now; none for an item that is not there.
    pub before: Option<String>,
    /// What would hold.
    pub after: String,
    /// Whether it only goes back to as shipped, and is decided no more.
    pub returns: bool,
}

impl Document {
    /// Returns the document of these settings.
    pub fn new(settings: BTreeMap<String, String>) -> Self {
        let format = FORMAT.to_owned();
        Self { format, version: VERSION, journal: None, whole: false, fields: Vec::new(), settings }
    }

    /// Reads a file.
    ///
    /// # Errors
    /// [`Error::File`] where it cannot be read; those of [`Document::parse`].
    pub fn read(path: &Path) -> Result<Self, Error> {
        let bytes = std::fs::read(path).map_err(|source| Error::File { path: path.to_owned(), source })?;
        Self::parse(&bytes)
    }

    /// Reads what a file holds.
    ///
    /// # Errors
    /// [`Error::NotSettings`].
    pub fn parse(bytes: &[u8]) -> Result<Self, Error> {
        let document: Self = serde_json::from_slice(bytes).map_err(|_| Error::NotSettings)?;
        if document.format == FORMAT && document.version <= VERSION { Ok(document) } else { Err(Error::NotSettings) }
    }

    /// Returns the file's text.
    ///
    /// # Errors
    /// [`Error::Failed`], which cannot be: texts can always be written.
    pub fn to_text(&self) -> Result<String, Error> {
        let text = serde_json::to_string_pretty(self).map_err(|_| Error::Failed)?;
        Ok(text + "\n")
    }
}

/// Returns what the office decided, as a whole document: everything of the office, its own fields, every list, and what
/// else is not as shipped. Where this computer keeps its backups, and what is secret, stays out.
///
/// # Errors
/// [`Error::Forbidden`], or the database's.
pub fn document(desk: &Desk<'_>) -> Result<Document, Error> {
    desk.require(Right::Settings)?;
    let mut settings = BTreeMap::new();
    // What holds between items that can no longer be chosen is decided, too.
    let defaults = desk.decided()?.keys().filter_map(|key| Setting::from_key(key));
    let defaults = defaults.filter(|setting| matches!(setting, Setting::Default { .. }));
    for setting in known(desk)?.into_iter().chain(defaults) {
        let always = match &setting {
            Setting::Plain(plain) if plain.is_secret() || plain.is_of_this_computer() => continue,
            Setting::Item { part: ItemPart::Present, .. } => continue,
            Setting::Plain(_) => true,
            Setting::Item { part, .. } => matches!(part, ItemPart::Name(_) | ItemPart::Active | ItemPart::Rank),
            Setting::Default { .. } | Setting::Field { .. } | Setting::Role { .. } => false,
        };
        let Some(value) = value(desk, &setting)? else { continue };
        if always || value != setting.shipped() {
            settings.insert(setting.key(), value);
        }
    }
    let fields = desk.fields()?.iter().map(OwnField::new).collect();
    Ok(Document { whole: true, fields, ..Document::new(settings) })
}

/// Writes what the office decided to a file, and returns how many settings that are. See [`document`].
///
/// # Errors
/// Those of [`document`]; [`Error::File`] where the file cannot be written.
pub fn export(desk: &mut Desk<'_>, path: &Path) -> Result<usize, Error> {
    desk.require_outside(path)?;
    let mut document = document(desk)?;
    // Entered first: what the file says of the journal vouches for that entry, too.
    desk.note(Kind::Exported, Subject::None, Vec::new())?;
    document.journal = Some(Ended { head: journal::short_code(&journal::end(desk)?), date: desk.today() });
    let text = document.to_text()?;
    attached::write_private(path, text.as_bytes())?;
    desk.has_written(path);
    Ok(document.settings.len())
}

/// Returns what taking a document over would change, and changes nothing. Rules that depend on what is there are not
/// asked: see [`rehearse`].
///
/// # Errors
/// [`Error::Forbidden`], or the database's.
pub fn plan(desk: &Desk<'_>, document: &Document) -> Result<Plan, Error> {
    desk.require(Right::Settings)?;
    let mut plan = Plan::default();
    let own = own_fields::plan(desk, &document.fields, &mut plan)?;
    let lang = desk.office_lang()?;
    let mut parsed: Vec<(&String, &String, Option<Setting>)> = Vec::with_capacity(document.settings.len());
    for (key, value) in &document.settings {
        let before = without_language(key, lang);
        // What the file says in the language itself is newer.
        if before.as_ref().is_none_or(|setting| !document.settings.contains_key(&setting.key())) {
            parsed.push((key, value, Setting::from_key(key).or(before)));
        }
    }
    // Values can name items that the same document brings.
    let brought: HashSet<(List, &str)> = parsed
        .iter()
        .filter_map(|(_, _, setting)| match setting {
            Some(Setting::Item { list, item, .. }) => Some((*list, item.as_str())),
            Some(Setting::Plain(_) | Setting::Default { .. } | Setting::Field { .. } | Setting::Role { .. }) | None => {
                None
            }
        })
        .collect();
    let lists = desk.lists()?;
    let find = |list, name: &str| {
        let known = lists.find(list, name).and_then(|id| lists.get(id)).map(|item| item.key.clone());
        known.or_else(|| brought.contains(&(list, name)).then(|| name.to_owned()))
    };
    for (key, wanted, setting) in &parsed {
        let Some(setting) = setting else {
            plan.refused.push(((*key).clone(), Refusal::Value(Reason::Unknown)));
            continue;
        };
        if own_fields::of(setting).is_some_and(|field| !own.contains(field)) {
            plan.refused.push(((*key).clone(), Refusal::Value(Reason::NoSuchField)));
            continue;
        }
        // A program that a file names would be run by whoever takes the file over, and secrets stand in none.
        if matches!(setting, Setting::Plain(plain) if plain.is_secret() || *plain == Plain::MailTokenCommand) {
            plan.refused.push(((*key).clone(), Refusal::Value(Reason::ReadOnly)));
            continue;
        }
        match setting.shape().parse(wanted, find) {
            Err(reason) => plan.refused.push(((*key).clone(), Refusal::Value(reason))),
            Ok(after) => {
                let before = value(desk, setting)?;
                let is_so = before.as_ref() == Some(&after) || (before.is_none() && after == setting.shipped());
                if is_so && !matches!(setting, Setting::Item { .. } if before.is_none()) {
                    plan.unchanged += 1;
                } else {
                    plan.changes.push(PlannedChange { setting: setting.clone(), before, after, returns: false });
                }
            }
        }
    }
    if document.whole {
        plan.changes.extend(put_back(desk, document)?);
    }
    plan.changes.sort_by_key(|change| order(&change.setting));
    Ok(plan)
}

/// Returns the setting that a key means which has no language, as the parts of a balancing test had none in the files of
/// earlier versions: they are taken to be in the office's language, as those in the card file were.
fn without_language(key: &str, lang: Lang) -> Option<Setting> {
    let setting = Setting::from_key(&format!("{key}.{}", lang.code()))?;
    let is_of_a_test = matches!(
        setting,
        Setting::Item {
            list: List::Basis,
            part: ItemPart::Interest(_) | ItemPart::Necessity(_) | ItemPart::Balance(_),
            ..
        }
    );
    is_of_a_test.then_some(setting)
}

/// Items are made before what names them, and with their meaning first.
fn order(setting: &Setting) -> u8 {
    match setting {
        Setting::Item { part: ItemPart::Present | ItemPart::Under, .. } => 0,
        Setting::Item { part: ItemPart::Name(_) | ItemPart::Active | ItemPart::Rank, .. } => 1,
        Setting::Item { .. } | Setting::Plain(_) => 2,
        Setting::Role { .. } => 3,
        Setting::Field { .. } | Setting::Default { .. } => 4,
    }
}

/// Returns what was decided here and goes back to as shipped, because a whole document does not name it. Own items, own
/// roles and own fields that the document does not have, and what is decided about them, stay as they are: cards may
/// name them.
fn put_back(desk: &Desk<'_>, document: &Document) -> Result<Vec<PlannedChange>, Error> {
    let names = |start: &str| document.settings.keys().any(|key| key.starts_with(start));
    let has_item =
        |list: List, key: &str| list::shipped_id(list, key).is_some() || names(&format!("{}.{key}.", list.key()));
    let has_field = |field: &Field| {
        if let Field::Custom(key) = field { document.fields.iter().any(|known| known.key == *key) } else { true }
    };
    let mut keys: Vec<&String> = desk.decided()?.keys().filter(|key| !document.settings.contains_key(*key)).collect();
    keys.sort();
    let mut changes = Vec::new();
    for setting in keys.into_iter().filter_map(|key| Setting::from_key(key)) {
        let has = match &setting {
            Setting::Plain(plain) => !plain.is_secret() && !plain.is_of_this_computer(),
            Setting::Item { list, item, .. } => has_item(*list, item),
            Setting::Default { source, purpose } => has_item(List::Source, source) && has_item(List::Purpose, purpose),
            Setting::Field { field, .. } => has_field(field),
            Setting::Role { role, part } => {
                let has_role = Role::from_key(role).is_some() || names(&format!("role.{role}."));
                let of_field = if let RolePart::Field(field) = part { has_field(field) } else { true };
                has_role && of_field
            }
        };
        let after = setting.shipped();
        if let Some(before) = value(desk, &setting)?
            && has
            && before != after
        {
            changes.push(PlannedChange { setting, before: Some(before), after, returns: true });
        }
    }
    Ok(changes)
}

/// Returns what taking a document over would change, and what the rules and the user's rights refuse of it: it is
/// carried out, and undone.
///
/// # Errors
/// [`Error::Forbidden`], or the database's.
pub fn rehearse(desk: &mut Desk<'_>, document: &Document) -> Result<Plan, Error> {
    let mut plan = plan(desk, document)?;
    let refused = desk.within(false, |desk| {
        make_fields(desk, &plan)?;
        let mut refused = Vec::new();
        for change in &plan.changes {
            if let Err(error) = desk.within(true, |desk| carry_out(desk, change)) {
                refused.push((change.setting.key(), Refusal::of(error)?));
            }
        }
        Ok::<_, Error>(refused)
    })?;
    plan.changes.retain(|change| !refused.iter().any(|(key, _)| *key == change.setting.key()));
    plan.refused.extend(refused);
    Ok(plan)
}

fn make_fields(desk: &mut Desk<'_>, plan: &Plan) -> Result<(), Error> {
    for field in &plan.fields {
        let known = desk.fields()?.iter().find(|known| known.key == field.key).cloned();
        let wanted = field
            .definition(known.as_ref())
            .map_err(|reason| Error::InvalidSetting { setting: own_fields::key(&field.key), reason })?;
        let is_new = known.is_none();
        let made = fields::save(desk, known.map(|known| known.id), wanted)?;
        if is_new {
            // So that it can be taken back with the rest.
            let collect = Setting::Field { field: Field::Custom(made.key), part: FieldPart::Collect };
            let change = store::settings::Change {
                id: desk.db().new_id(),
                key: collect.key(),
                before: None,
                after: Some(collect.shipped()),
                at: desk.now(),
                by: desk.user().id,
            };
            store::settings::note(desk.db(), &change)?;
        }
    }
    Ok(())
}

fn carry_out(desk: &mut Desk<'_>, change: &PlannedChange) -> Result<bool, Error> {
    put(desk, &change.setting, (!change.returns).then_some(change.after.as_str()))
}

/// Takes a document over, all of it or, where one setting is refused, nothing; returns what it changed. An own field
/// that cannot be taken is left out.
///
/// # Errors
/// [`Error::Forbidden`]; [`Error::InvalidSetting`] for the first value that cannot be taken; [`Error::Refused`]; or the
/// database's.
pub fn apply(desk: &mut Desk<'_>, document: &Document) -> Result<Plan, Error> {
    let plan = plan(desk, document)?;
    if let Some((setting, refusal)) = plan.obstacle() {
        return Err(refusal.error(setting));
    }
    make_fields(desk, &plan)?;
    let mut is_changed = false;
    for change in &plan.changes {
        is_changed |= carry_out(desk, change)?;
    }
    if is_changed {
        desk.note(Kind::SettingsChanged, Subject::None, Vec::new())?;
    }
    Ok(plan)
}
