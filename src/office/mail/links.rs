//! The links by which somebody answers without a server: each opens a prepared message with a code in its subject.

use super::account;
use super::templates::Extra;
use super::tokens;
use crate::i18n::Lang;
use crate::model::person;
use crate::model::token::{Purpose, Wish};
use crate::office::{Desk, Error};

/// What stands for a code where nothing is sent.
pub(super) const NO_CODE: &str = "kt…";

/// Makes a code for somebody's wishes, and returns it with the links that carry it; no code, and no links, where the
/// office has no account that answers could come to. Part of a larger change, which sends them.
pub(in crate::office) fn issue(
    desk: &Desk<'_>,
    person: person::Id,
    lang: Lang,
) -> Result<(Extra, Option<String>), Error> {
    let Some(account) = account::account(desk)? else { return Ok((Extra::default(), None)) };
    let code = tokens::issue(desk, person, Purpose::Preferences)?;
    Ok((with_code(desk, account.answers(), lang, &code)?, Some(code)))
}

/// Returns the links as they would look.
pub(in crate::office) fn sample(desk: &Desk<'_>, lang: Lang) -> Result<Extra, Error> {
    match account::account(desk)? {
        Some(account) => with_code(desk, account.answers(), lang, NO_CODE),
        None => Ok(Extra::default()),
    }
}

fn with_code(desk: &Desk<'_>, to: &str, lang: Lang, code: &str) -> Result<Extra, Error> {
    let link = |wish, body: &str| {
        let subject = tokens::subject(lang, Purpose::Preferences, Some(wish), code);
        tokens::mailto(to, &subject, body)
    };
    Ok(Extra::default()
        .with("links.preferences", link(Wish::Types, &tokens::types(desk, lang)?))
        .with("links.stop", link(Wish::Nothing, ""))
        .with("links.access", link(Wish::About, "")))
}
