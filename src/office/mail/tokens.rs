//! Codes by which an answer is known: given out with what people can answer, and read in what comes back.
//!
//! A code is a random number of 64 bits and the first 64 bits of its HMAC-SHA-256 under a key of the vault. The number
//! names a row of the card file that says whose it is and what for; it goes with the card, so that the code of somebody
//! who was erased says nothing, and comes along where two cards are made one.

use crate::i18n::{self, Lang};
use crate::model::list::{self, List};
use crate::model::token::{self, Purpose, Token, Wish};
use crate::model::{Moment, person};
use crate::office::settings::{self, Plain};
use crate::office::{Desk, Error};
use crate::store;

/// For how many days a consent can be confirmed.
const CONFIRM_DAYS: u64 = 30;

/// Makes a code for somebody, and returns it: 28 small letters and digits, fit for addresses and subjects. Part of a
/// larger change, which sends it.
pub(in crate::office) fn issue(desk: &Desk<'_>, person: person::Id, purpose: Purpose) -> Result<String, Error> {
    let days = match purpose {
        // Nobody's no is ever too late.
        Purpose::Unsubscribe { .. } | Purpose::Preferences => None,
        Purpose::Confirm { .. } => Some(CONFIRM_DAYS),
        Purpose::Answer { .. } => Some(answer_days(desk)?),
    };
    let ends_at = days.map(|days| Moment::beginning(desk.today() + chrono::Days::new(days + 1)));
    let number = getrandom::u64().map_err(|_| Error::Failed)?;
    let token = Token { person, purpose, at: desk.now(), ends_at };
    store::tokens::insert(desk.db(), number.cast_signed(), &token)?;
    let mut bytes = [0; 16];
    let (first, last) = bytes.split_at_mut(8);
    first.copy_from_slice(&number.to_be_bytes());
    last.copy_from_slice(&desk.keys().tokens()?.short_code(&number.to_be_bytes()));
    Ok(token::text(bytes))
}

/// Returns for how many days the answer to a report is taken.
pub(in crate::office) fn answer_days(desk: &Desk<'_>) -> Result<u64, Error> {
    Ok(settings::plain(desk, Plain::AnswersDays)?.parse().unwrap_or(30))
}

/// Returns what the first code in a text stands for that is one of ours; none where there is none, or whose it was is
/// known no more.
///
/// Whether it is taken still, [`Token::is_over`] says; and whether the user may see the person is asked by whatever is
/// done with it.
pub(in crate::office) fn read(desk: &Desk<'_>, text: &str) -> Result<Option<Token>, Error> {
    for bytes in token::found(text) {
        let (first, last) = bytes.split_at(8);
        let number = first.try_into().map(u64::from_be_bytes).unwrap_or_default();
        if let Ok(code) = last.try_into()
            && desk.keys().tokens()?.vouches_short(&number.to_be_bytes(), code)
            && let Some(token) = store::tokens::get(desk.db(), number.cast_signed())?
        {
            return Ok(Some(token));
        }
    }
    Ok(None)
}

/// Returns the subject of the prepared message that a link opens, in a language: what it says, and the code.
pub(in crate::office) fn subject(lang: Lang, purpose: Purpose, wish: Option<Wish>, code: &str) -> String {
    match wish {
        Some(wish) => {
            format!("{} [{code} {}]", i18n::text(lang, &format!("token-wish-{}", wish.key())), wish.key())
        }
        None => format!("{} [{code}]", i18n::text(lang, &format!("token-purpose-{}", purpose.key()))),
    }
}

/// Returns the body of the prepared message that says which types of mailings are wanted: each type in use, with a tick at
/// those they get, to take away or to set; nothing where there are no types.
pub(in crate::office) fn types(desk: &Desk<'_>, lang: Lang, gets: &[list::Id]) -> Result<String, Error> {
    let lists = desk.lists()?;
    let line = |item: &list::Item| {
        let tick = if gets.contains(&item.id) { 'x' } else { ' ' };
        format!("[{tick}] {}\r\n", lists.name(item.id, lang))
    };
    let lines: String = lists.of(List::Subscription).map(line).collect();
    Ok(if lines.is_empty() { lines } else { format!("{}\r\n\r\n{lines}", i18n::text(lang, "token-types-says")) })
}

/// Returns a link that opens a prepared message (RFC 6068).
pub(in crate::office) fn mailto(address: &str, subject: &str, body: &str) -> String {
    let mut link = format!("mailto:{}?subject={}", encoded(address, "@+.-_"), encoded(subject, ".-_"));
    if !body.is_empty() {
        link.push_str("&body=");
        link.push_str(&encoded(body, ".-_"));
    }
    link
}

const HEX: &[u8; 16] = b"0123456789ABCDEF";

fn encoded(text: &str, kept: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || kept.as_bytes().contains(&byte) {
            out.push(char::from(byte));
        } else {
            out.push('%');
            out.extend([byte >> 4, byte & 15].map(|half| char::from(HEX[usize::from(half)])));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::wildcard_enum_match_arm)]

    use super::*;
    use crate::model::report;
    use crate::office::erasure;
    use crate::office::merging;
    use crate::office::tests::{add, named, office};
    use crate::office::{Office, Progress};

    fn issued(office: &Office, person: person::Id, purpose: Purpose) -> String {
        office.write(move |desk| issue(desk, person, purpose)).wait().unwrap()
    }

    fn said(office: &Office, text: &str) -> Option<Token> {
        let text = text.to_owned();
        office.read(move |desk| read(desk, &text)).wait().unwrap()
    }

    const ALL: [Purpose; 5] = [
        Purpose::Unsubscribe { mailing: None, kind: None },
        Purpose::Unsubscribe { mailing: Some(crate::model::mailing::Id(7)), kind: Some(list::Id(10_002)) },
        Purpose::Preferences,
        Purpose::Confirm { purpose: list::MARKETING, wording: crate::model::wording::Id(1) },
        Purpose::Answer { report: report::Id(9) },
    ];

    #[test]
    fn a_code_names_one_person_and_one_thing_and_is_not_guessed() {
        let (_dir, office) = office();
        let person = add(&office, named("Åse", "Ødegård")).id;
        let wording = office
            .write(|desk| crate::office::wordings::add(desk, list::MARKETING, "nb", "Kan vi skrive?"))
            .wait()
            .unwrap();
        let kind = list::shipped_id(list::List::Subscription, "news");
        for purpose in ALL {
            let purpose = match purpose {
                Purpose::Confirm { purpose, .. } => Purpose::Confirm { purpose, wording },
                Purpose::Unsubscribe { mailing, kind: Some(_) } => Purpose::Unsubscribe { mailing, kind },
                other => other,
            };
            let code = issued(&office, person, purpose);
            let token = said(&office, &format!("Re: {} [{}]", "no", code.to_uppercase())).unwrap();
            assert_eq!((token.person, token.purpose), (person, purpose));
            assert!(!token.is_over(token.at));
            // One sign of it changed, wherever: nobody's.
            for at in 2..code.len() {
                let sign = if &code[at..=at] == "a" { "b" } else { "a" };
                let forged = format!("{}{sign}{}", &code[..at], &code[at + 1..]);
                assert!(forged == code || said(&office, &forged).is_none(), "{at}");
            }
        }
        let confirm = Purpose::Confirm { purpose: list::MARKETING, wording };
        let ends = said(&office, &issued(&office, person, confirm)).unwrap().ends_at.unwrap();
        assert!(ends > Moment::now() && ends.0 - Moment::now().0 < 32 * 86_400_000);
    }

    #[test]
    fn a_link_opens_a_prepared_message() {
        let code = token::text([7; 16]);
        let subject = subject(Lang::Nb, Purpose::Preferences, Some(Wish::Nothing), &code);
        assert_eq!(Wish::read(&subject), Some(Wish::Nothing));
        let link = mailto("post+a@example.org", &subject, "[x] Nyheter\r\n");
        assert!(
            link.starts_with("mailto:post+a@example.org?subject=") && link.ends_with("&body=%5Bx%5D%20Nyheter%0D%0A")
        );
        assert!(link.is_ascii() && !link.contains(' ') && link.contains(&code), "{link}");
    }

    #[test]
    fn a_code_follows_a_card_into_another_and_ends_with_it() {
        let (_dir, office) = office();
        let [kept, gone] = ["Ødegård", "Odegard"].map(|last| add(&office, named("Åse", last)).id);
        let code = issued(&office, gone, Purpose::Preferences);
        office.write(move |desk| merging::merge(desk, kept, gone, &[])).wait().unwrap();
        assert_eq!(said(&office, &code).unwrap().person, kept);
        office
            .write(move |desk| erasure::erase(desk, &erasure::Wanted::new(vec![kept]), &Progress::default()))
            .wait()
            .unwrap();
        assert!(said(&office, &code).is_none());
    }
}
