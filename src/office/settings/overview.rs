//! Every setting as it stands, for those who look at all of them.

use super::{ItemPart, Setting, known, value};
use crate::model::list::{self, List};
use crate::model::user::Right;
use crate::model::{Moment, user};
use crate::office::{Desk, Error};
use crate::store;

/// A setting as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    /// The setting.
    pub setting: Setting,
    /// Its value.
    pub value: String,
    /// The value it is shipped with; none for what only the office can say, such as an own item's name.
    pub shipped: Option<String>,
    /// When it was last decided, and by whom; none where nobody did.
    pub decided: Option<(Moment, user::Id)>,
}

/// Returns every setting there is now, in the order in which they are shown.
///
/// # Errors
/// [`Error::Forbidden`], or the database's.
pub fn overview(desk: &Desk<'_>) -> Result<Vec<Standing>, Error> {
    desk.require(Right::See)?;
    let newest = store::settings::newest(desk.db())?;
    let mut all = Vec::new();
    for setting in known(desk)? {
        let Some(value) = value(desk, &setting)? else { continue };
        let key = setting.key();
        let shipped = shipped(&setting);
        // What stands by its own key is decided even where that is what is shipped.
        let is_decided = desk.decided()?.contains_key(&key) || shipped.as_ref() != Some(&value);
        let decided = newest.get(&key).filter(|_| is_decided).map(|change| (change.at, change.by));
        all.push(Standing { setting, value, shipped, decided });
    }
    Ok(all)
}

/// Returns what a setting is left at where nobody decides.
fn shipped(setting: &Setting) -> Option<String> {
    let Setting::Item { list, item, part } = setting else { return Some(setting.shipped()) };
    match part {
        ItemPart::Present | ItemPart::Under | ItemPart::Rank | ItemPart::Wording(_) => None,
        ItemPart::Name(tongue) => shipped_name(*list, item, *tongue),
        ItemPart::Active
        | ItemPart::Description(_)
        | ItemPart::StatementTitle(_)
        | ItemPart::StatementUrl(_)
        | ItemPart::Expected
        | ItemPart::KeepMonths
        | ItemPart::KeepFrom
        | ItemPart::ConsentMonths
        | ItemPart::Special
        | ItemPart::DirectMarketing
        | ItemPart::Statute
        | ItemPart::Interest
        | ItemPart::Necessity
        | ItemPart::Balance
        | ItemPart::ReviewOn
        | ItemPart::Notice
        | ItemPart::Template
        | ItemPart::Purposes
        | ItemPart::Permission => Some(setting.shipped()),
    }
}

fn shipped_name(list: List, item: &str, tongue: super::Tongue) -> Option<String> {
    list::shipped_id(list, item)?;
    crate::i18n::text_if_known(super::items::lang_of(tongue), &format!("item-{}-{item}", list.key()))
}
