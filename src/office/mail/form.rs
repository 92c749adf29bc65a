//! A form for the office's own web site: one file that needs no server, whose answer comes by mail.
//!
//! No box in it is ticked (art. 4(11), recital 32; C-673/17), each says its wording, and the statement is linked. What
//! somebody fills in becomes a message that their own mail program sends; [`Filled`] reads it again.

use std::path::Path;

use data_encoding::BASE64;
use sha2::{Digest, Sha256};

use super::{answers, templates};
use crate::i18n::Lang;
use crate::model::journal::{Kind, Subject};
use crate::model::list::{List, MARKETING};
use crate::model::reply::Change;
use crate::model::user::Right;
use crate::model::{email, text, wording};
use crate::office::{Desk, Error, Rule, attached};
use crate::store;
use crate::t;
use crate::transfer::markup::escaped;

/// What the first line of an answer says.
const FORMAT: &str = "kartotek-form: 1";
const SCRIPT: &str = include_str!("form/send.js");
const STYLE: &str = include_str!("form/page.css");

/// What the form says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wanted {
    /// The language.
    pub lang: Lang,
    /// The address that answers go to.
    pub to: String,
    /// Where the privacy statement stands; nothing for none.
    pub statement: String,
}

/// An answer to the form.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Filled {
    /// The name.
    pub name: String,
    /// The company.
    pub company: String,
    /// The e-mail address.
    pub email: String,
    /// The purposes that were ticked, by key, with the wording that was shown.
    pub consents: Vec<(String, wording::Id)>,
}

impl Filled {
    /// Reads the text of a message; none where it is no answer to the form.
    pub fn read(body: &str) -> Option<Self> {
        let mut lines = body.lines().map(str::trim).skip_while(|line| *line != FORMAT);
        lines.next()?;
        let mut filled = Self::default();
        for line in lines.take(50) {
            let Some((name, value)) = line.split_once(':') else { continue };
            let value: String = text::single_line(value).chars().take(text::LINE).collect();
            match name.trim() {
                "name" => filled.name = value,
                "company" => filled.company = value,
                "email" => filled.email = value,
                "consent" => {
                    let said = value.split_once(' ').and_then(|(purpose, shown)| Some((purpose, shown.parse().ok()?)));
                    filled.consents.extend(said.map(|(purpose, shown)| (purpose.to_owned(), shown)));
                }
                _ => {}
            }
        }
        (!filled.email.is_empty()).then_some(filled)
    }
}

/// Returns the consents that were given in the form, as far as we asked for them.
pub(super) fn consents(desk: &Desk<'_>, filled: &Filled) -> Result<Vec<Change>, Error> {
    let known = store::wordings::all(desk.db())?;
    let mut changes = Vec::new();
    for (key, shown) in &filled.consents {
        let Some(purpose) = desk.lists()?.by_key(List::Purpose, key).map(|item| item.id) else { continue };
        if known.iter().any(|wording| wording.id == *shown && wording.purpose == purpose) {
            changes.push(Change::Consent { purpose, wording: Some(*shown) });
        }
    }
    Ok(changes)
}

/// Returns the address that answers go to unless somebody says otherwise: the office's own.
///
/// # Errors
/// [`Error::Forbidden`]; [`Rule::FormNeedsAddress`] where the settings name none.
pub fn address(desk: &Desk<'_>) -> Result<String, Error> {
    desk.require(Right::See)?;
    answers::address(desk)?.ok_or(Error::Refused(Rule::FormNeedsAddress))
}

/// Returns where the privacy statement stands, as the office said of e-marketing: in a language, or else in any; empty
/// where it did not.
///
/// # Errors
/// [`Error::Forbidden`], or the database's.
pub fn statement(desk: &Desk<'_>, lang: Lang) -> Result<String, Error> {
    desk.require(Right::See)?;
    Ok(templates::statement(desk, lang, MARKETING)?.map(|statement| statement.url).unwrap_or_default())
}

/// Writes the form to a file outside the vault.
///
/// # Errors
/// [`Error::Forbidden`]; [`Error::Invalid`] for an address that is none; [`Rule::FormNeedsWording`] where there is no
/// wording in the language that asks for a consent to marketing; [`Error::File`] where it cannot be written.
pub fn write(desk: &mut Desk<'_>, wanted: &Wanted, path: &Path) -> Result<(), Error> {
    desk.require(Right::Settings)?;
    desk.require_outside(path)?;
    let page = page(desk, wanted)?;
    // Only who hands it on reads it elsewhere; it holds nothing about anybody.
    attached::write_private(path, page.as_bytes())?;
    desk.has_written(path);
    desk.note(Kind::Exported, Subject::None, Vec::new())
}

/// Returns the form as a page.
fn page(desk: &Desk<'_>, wanted: &Wanted) -> Result<String, Error> {
    let lang = wanted.lang;
    let to = email::parse(&wanted.to).map_err(|reason| Error::invalid(crate::model::field::Field::Email, reason))?;
    let wordings = store::wordings::all(desk.db())?;
    let mut boxes = String::new();
    for purpose in desk.lists()?.of(List::Purpose).filter(|item| item.active) {
        if !desk.rules()?.is_direct_marketing(purpose.id) {
            continue;
        }
        let of = wordings.iter().filter(|known| known.purpose == purpose.id && known.language == lang.code());
        let Some(newest) = of.max_by_key(|known| known.version) else { continue };
        boxes.push_str(&format!(
            "<p class=\"box\"><input type=\"checkbox\" id=\"c{id}\" name=\"consent\" value=\"{key} {id}\">\
             <label for=\"c{id}\">{text}</label></p>\n",
            id = newest.id,
            key = escaped(&purpose.key),
            text = escaped(&newest.text),
        ));
    }
    if boxes.is_empty() {
        return Err(Error::Refused(Rule::FormNeedsWording));
    }
    let office = answers::office_name(desk)?;
    let title = t!(lang, "form-title", office = office.as_str());
    let statement = if ["https://", "http://"].iter().any(|start| wanted.statement.starts_with(start)) {
        let link = escaped(&text::single_line(&wanted.statement));
        format!("<p><a href=\"{link}\" rel=\"noopener\">{}</a></p>\n", escaped(&t!(lang, "form-statement")))
    } else {
        String::new()
    };
    let hash = |text: &str| format!("'sha256-{}'", BASE64.encode(&Sha256::digest(text)));
    let field = |id: &str, label: String, more: &str| {
        format!("<label for=\"{id}\">{}</label>\n<input id=\"{id}\" maxlength=\"200\" {more}>\n", escaped(&label))
    };
    Ok(format!(
        "<!DOCTYPE html>\n<html lang=\"{lang}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src {script}; style-src {style}; \
         base-uri 'none'\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <title>{title}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<main>\n<h1>{title}</h1>\n\
         <form id=\"form\" data-to=\"{to}\" data-subject=\"{subject}\" data-format=\"{FORMAT}\">\n\
         {name}{company}{email}{boxes}<p>{back}</p>\n{statement}\
         <button type=\"submit\">{send}</button>\n<p class=\"hint\">{how}</p>\n</form>\n</main>\n\
         <script>{SCRIPT}</script>\n</body>\n</html>\n",
        lang = lang.code(),
        script = hash(SCRIPT),
        style = hash(STYLE),
        title = escaped(&title),
        to = escaped(&to),
        subject = escaped(&title),
        name = field("name", t!(lang, "form-name"), "autocomplete=\"name\" required"),
        company = field("company", t!(lang, "field-company"), "autocomplete=\"organization\""),
        email = field("email", t!(lang, "field-email"), "type=\"email\" autocomplete=\"email\" required"),
        back = escaped(&t!(lang, "form-withdraw")),
        send = escaped(&t!(lang, "form-send")),
        how = escaped(&t!(lang, "form-how")),
    ))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

    use super::*;
    use crate::model::list;
    use crate::office::tests::office;
    use crate::office::wordings;

    #[test]
    fn an_answer_is_read_wherever_the_mail_program_puts_it() {
        let filled = Filled::read(
            "Hei\r\n\r\nkartotek-form: 1\r\nname: Åse Ødegård\r\ncompany:  Fjordfisk AS\r\nemail: ase@example.org\r\n\
             consent: marketing 42\r\nconsent: other x\r\nnothing\r\n-- \r\nSendt fra en telefon",
        );
        let filled = filled.unwrap();
        assert_eq!((filled.name.as_str(), filled.company.as_str()), ("Åse Ødegård", "Fjordfisk AS"));
        assert_eq!(filled.consents, [("marketing".to_owned(), wording::Id(42))]);
        for other in ["", "kartotek-form: 2\nemail: a@example.org", "kartotek-form: 1\nname: x", "email: a@example.org"]
        {
            assert_eq!(Filled::read(other), None, "{other}");
        }
    }

    #[test]
    fn the_form_ticks_nothing_and_runs_one_script() {
        let (_dir, office) = office();
        let wanted =
            |to: &str| Wanted { lang: Lang::Nb, to: to.to_owned(), statement: "https://example.org/p".to_owned() };
        let words = "Vi kan sende <nyheter> & \"tilbud\"";
        office.write(move |desk| wordings::add(desk, list::MARKETING, "nb", words)).wait().unwrap();
        let to = wanted("post@example.org");
        let page_of = office.read(move |desk| page(desk, &to)).wait().unwrap();
        assert!(
            page_of.contains("Vi kan sende &lt;nyheter&gt; &amp; &quot;tilbud&quot;") && !page_of.contains(" checked")
        );
        assert!(page_of.contains("href=\"https://example.org/p\"") && page_of.contains("data-to=\"post@example.org\""));
        assert!(page_of.contains("default-src 'none'; script-src 'sha256-") && !page_of.contains("unsafe"));
        assert!(!SCRIPT.contains("innerHTML") && !SCRIPT.contains("fetch("));
        // Writing it changes no setting: what was asked stays answered.
        let (dir, to) = (tempfile::tempdir().unwrap(), wanted("post@example.org"));
        let path = dir.path().join("form.html");
        office.write(move |desk| write(desk, &to, &path)).wait().unwrap();
        let entries = office.read(|desk| crate::office::journal::entries(desk.db())).wait().unwrap();
        assert_eq!(entries.last().unwrap().kind, Kind::Exported);
        let nowhere = wanted("nowhere");
        assert!(matches!(office.read(move |desk| page(desk, &nowhere)).wait(), Err(Error::Invalid(_))));
    }
}
