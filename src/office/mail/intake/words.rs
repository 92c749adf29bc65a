//! What people ask in their own words, in three languages: recognised with caution, and only ever proposed.

use crate::i18n;
use crate::model::reply::Change;
use crate::model::{list, text};
use crate::office::{Desk, Error};
use crate::transfer::replies::Mail;

/// The most signs of what somebody wrote that are kept with a proposal; all of it is in the evidence.
const LONG: usize = 2_000;

/// What is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Asked {
    /// What is held (art. 15).
    Access,
    /// To be erased (art. 17).
    Erasure,
    /// No mailings (art. 21(2)).
    NoMailings,
    /// An objection (art. 21(1)).
    Objection,
    /// To have something corrected (art. 16).
    Correction,
}

/// How people say it, folded: whole words, in this order.
const PHRASES: &[(Asked, &[&str])] = &[
    (
        Asked::Access,
        &[
            "what do you have about me",
            "what do you have on me",
            "what data do you",
            "what information do you",
            "what personal data",
            "data you hold about me",
            "information you hold about me",
            "copy of my data",
            "copy of my personal data",
            "subject access request",
            "data portability",
            "portable copy",
            "dataportabilitet",
            "flytte opplysningene mine",
            "flytta mina uppgifter",
            "access to my data",
            "access to my personal data",
            "right of access",
            "hva har dere om meg",
            "hva dere har om meg",
            "hvilke opplysninger har dere",
            "hvilke opplysninger dere har",
            "hvilke personopplysninger",
            "ber om innsyn",
            "be om innsyn",
            "onsker innsyn",
            "innsyn i mine",
            "innsyn i personopplysning",
            "kopi av personopplysningene mine",
            "kopi av mine personopplysninger",
            "vad har ni om mig",
            "vad ni har om mig",
            "vilka uppgifter har ni",
            "vilka uppgifter ni har",
            "vilka personuppgifter",
            "registerutdrag",
            "tillgang till mina",
            "kopia av mina personuppgifter",
            "kopia pa mina personuppgifter",
        ],
    ),
    (
        Asked::Erasure,
        &[
            "delete my data",
            "delete my personal data",
            "delete all my data",
            "delete all data about me",
            "delete everything you have",
            "erase my data",
            "erase my personal data",
            "erase me",
            "erase all data",
            "delete me from",
            "remove my data",
            "remove my personal data",
            "remove all my data",
            "right to be forgotten",
            "right to erasure",
            "delete my details",
            "remove my details",
            "delete all information",
            "delete all my information",
            "slett meg",
            "slette meg",
            "sletter meg",
            "slett alle opplysninger",
            "slette alle opplysninger",
            "sletter alle opplysninger",
            "slett opplysninger om meg",
            "sletter opplysningene",
            "raderar mig",
            "raderar mina",
            "raderar alla",
            "tar bort mina uppgifter",
            "bli slettet",
            "slett opplysningene mine",
            "slette opplysningene mine",
            "slett mine",
            "slette mine",
            "slett alt",
            "slette alt",
            "slett dataene mine",
            "slette dataene mine",
            "retten til a bli glemt",
            "fjern opplysningene mine",
            "fjerne opplysningene mine",
            "radera mig",
            "radera mina",
            "radera alla",
            "radera allt",
            "bli raderad",
            "ta bort mina uppgifter",
            "ta bort mina personuppgifter",
            "ta bort alla uppgifter",
            "ratten att bli bortglomd",
            "radering av mina",
        ],
    ),
    (
        Asked::NoMailings,
        &[
            "unsubscribe",
            "melde seg av",
            "avanmala sig",
            "no more mailings",
            "ingen flere utsendelser",
            "inga fler utskick",
            "stop sending me",
            "stop e mailing me",
            "stop emailing me",
            "no more e mails",
            "no more emails",
            "no more newsletters",
            "off your mailing list",
            "off your list",
            "from your mailing list",
            "from your list",
            "opt out",
            "do not send me",
            "don t send me",
            "meld meg av",
            "melde meg av",
            "avmelding",
            "meld av",
            "slutt a sende",
            "slutte a sende",
            "ikke send meg",
            "ikke flere e poster",
            "ikke flere nyhetsbrev",
            "ingen flere e poster",
            "ingen flere nyhetsbrev",
            "av listen",
            "fra listen",
            "av e postlisten",
            "fra e postlisten",
            "avregistrera mig",
            "avregistrering",
            "avanmal",
            "avanmalan",
            "avsluta prenumerationen",
            "avsluta min prenumeration",
            "sluta skicka",
            "skicka inte",
            "inga fler mejl",
            "inga fler e postmeddelanden",
            "inga fler nyhetsbrev",
            "fran listan",
            "fran er lista",
            "fran sandlistan",
        ],
    ),
    (
        Asked::Objection,
        &[
            "i object to",
            "i hereby object",
            "object to the processing",
            "object to your processing",
            "right to object",
            "jeg protesterer",
            "jeg motsetter meg",
            "protesterer mot behandlingen",
            "rett til a protestere",
            "jag invander",
            "jag motsatter mig",
            "invanda mot",
            "invandning mot",
        ],
    ),
    (
        Asked::Correction,
        &[
            "correct my",
            "please correct",
            "is misspelled",
            "is spelled",
            "update my address",
            "update my details",
            "my new address",
            "my new e mail",
            "my new email",
            "my new number",
            "i have moved",
            "we have moved",
            "changed my name",
            "new phone number",
            "right to rectification",
            "rett opp",
            "rette opp",
            "er feil",
            "feilstavet",
            "min nye adresse",
            "ny adresse",
            "nytt nummer",
            "ny e postadresse",
            "har flyttet",
            "har byttet navn",
            "oppdater",
            "endre adressen",
            "ratta till",
            "ratta min",
            "ratta mina",
            "felstavat",
            "min nya adress",
            "ny adress",
            "nytt nummer",
            "ny e postadress",
            "har flyttat",
            "har bytt namn",
            "uppdatera mina",
            "andra min adress",
        ],
    ),
];

/// What asks for no more mailings where nothing else stands on the first line: what newsletters say one can answer.
const ALONE: &[&str] = &["stop", "stopp", "stoppa", "end", "nei takk", "no thanks", "no thank you", "nej tack"];

/// What agrees where nothing else stands on the first line: what a question for a consent says one can answer.
const YES: &[&str] =
    &["yes", "yes please", "yes i agree", "i agree", "ja", "ja takk", "jeg samtykker", "ja tack", "jag samtycker"];

/// Words before a phrase that turn it round.
const NOT: &[&str] = &["not", "never", "don t", "ikke", "aldri", "inte", "aldrig"];

/// Returns what a message asks, as proposals.
pub(super) fn asked(desk: &Desk<'_>, mail: &Mail) -> Result<Vec<Change>, Error> {
    let own = own(&mail.text);
    // A subject that is answered is ours.
    let is_answer = mail.subject.split_once(':').is_some_and(|(mark, _)| {
        ["re", "sv", "vs", "fw", "fwd", "antw", "aw"].contains(&mark.trim().to_ascii_lowercase().as_str())
    });
    let said = if is_answer { own.clone() } else { format!("{}\n{own}", mail.subject) };
    let mut all = Vec::new();
    for one in recognised(&said) {
        let words = own.clone();
        match one {
            Asked::Access => all.push(Change::Access { words }),
            Asked::Erasure => all.push(Change::Erase { words }),
            Asked::NoMailings => all.push(Change::NoMailings),
            Asked::Objection => all.extend(objections(desk, &words)?),
            // Which field it is about, somebody has to read.
            Asked::Correction => all.push(Change::Message { words }),
        }
    }
    Ok(all)
}

/// An objection that names no purpose is to those that sales and marketing have.
fn objections(desk: &Desk<'_>, words: &str) -> Result<Vec<Change>, Error> {
    let lists = desk.lists()?;
    let purposes = [list::SALES, list::MARKETING].into_iter().filter(|purpose| lists.is_active(*purpose));
    Ok(purposes.map(|purpose| Change::Object { purpose, words: words.to_owned() }).collect())
}

/// Returns what somebody wrote, without what they answer to and below it.
pub(super) fn own(text: &str) -> String {
    let mut lines = Vec::new();
    for line in text.lines() {
        let bare = line.trim();
        if bare.starts_with('>') {
            continue;
        }
        if begins_quote(bare) {
            break;
        }
        lines.push(line);
    }
    let own = text::multi_line(lines.join("\n").trim());
    own.chars().take(LONG).collect()
}

/// Returns whether everything after a line is what is answered to.
fn begins_quote(line: &str) -> bool {
    let folded = i18n::fold::fold(line);
    let has_ends =
        |start: &str, ends: &[&str]| folded.starts_with(start) && ends.iter().any(|end| folded.ends_with(end));
    line == "--"
        || folded.starts_with("-----")
        || folded.starts_with("_____")
        || has_ends("on ", &["wrote:"])
        || has_ends("den ", &["skrev:"])
        || has_ends("", &["skrev folgende:", "schrieb:"]) && folded.contains('@')
        || ["from: ", "fra: ", "fran: "].iter().any(|start| folded.starts_with(start))
}

fn recognised(text: &str) -> Vec<Asked> {
    let folded = i18n::fold::fold(text);
    let words: Vec<&str> = folded.split(|sign: char| !sign.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let has = |phrase: &&str| {
        let wanted: Vec<&str> = phrase.split(' ').collect();
        words.windows(wanted.len()).enumerate().any(|(at, window)| window == wanted && !is_denied(&words[..at]))
    };
    let mut all: Vec<Asked> =
        PHRASES.iter().filter(|(_, phrases)| phrases.iter().any(&has)).map(|(asked, _)| *asked).collect();
    let first = folded.lines().map(|line| line.trim_matches(|sign: char| !sign.is_alphanumeric()));
    let mut first = first.filter(|line| !line.is_empty());
    if first.next().is_some_and(|line| ALONE.contains(&line)) && !all.contains(&Asked::NoMailings) {
        all.push(Asked::NoMailings);
    }
    all
}

/// Returns whether the first line of what somebody wrote agrees, and says nothing else.
pub(super) fn is_yes(text: &str) -> bool {
    let folded = i18n::fold::fold(&own(text));
    let mut lines = folded.lines().map(|line| {
        let words = line.split(|sign: char| !sign.is_alphanumeric()).filter(|word| !word.is_empty());
        words.collect::<Vec<_>>().join(" ")
    });
    lines.find(|line| !line.is_empty()).is_some_and(|line| YES.contains(&line.as_str()))
}

/// Returns whether the words before a phrase turn it round.
fn is_denied(before: &[&str]) -> bool {
    let near = &before[before.len().saturating_sub(3)..];
    let near = format!(" {} ", near.join(" "));
    NOT.iter().any(|not| near.contains(&format!(" {not} ")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_say_it_in_three_languages() {
        use Asked::{Access, Correction, Erasure, NoMailings, Objection};
        for (text, wanted) in [
            ("Hi! What data do you have about me?", [Access].as_slice()),
            ("Hei. Hva har dere om meg?\nMvh Åse", &[Access]),
            ("Jeg ber om innsyn i personopplysningene mine.", &[Access]),
            ("Hej, jag vill ha ett registerutdrag.", &[Access]),
            ("Please delete my data.", &[Erasure]),
            ("Vennligst slett meg fra kartoteket deres", &[Erasure]),
            ("Jag vill att ni raderar... radera mina uppgifter tack", &[Erasure]),
            ("UNSUBSCRIBE", &[NoMailings]),
            ("Stopp!", &[NoMailings]),
            ("stop\nMvh Kari", &[NoMailings]),
            ("Kan dere stoppe innom?", &[]),
            ("Jeg vil at dere sletter alle opplysninger om meg", &[Erasure]),
            ("Jeg vil ha dataene mine utlevert, dataportabilitet", &[Access]),
            ("Kan dere melde meg av?", &[NoMailings]),
            ("Sluta skicka nyhetsbrev!", &[NoMailings]),
            ("I object to your processing of my data", &[Objection]),
            ("Jag invänder mot behandlingen", &[Objection]),
            ("My name is misspelled; it is spelled Ødegård", &[Correction]),
            ("Vi har flyttet, ny adresse er Havnegata 3", &[Correction]),
            ("What data do you have, and then delete my data", &[Access, Erasure]),
            // What only sounds like it.
            ("Do not delete my data, I need it", &[]),
            ("Ikke slett meg!", &[]),
            ("Takk for tilbudet, jeg tar ti esker", &[]),
            ("Could you delete the meeting on Monday?", &[]),
            ("We subscribe to your opinion", &[]),
            ("", &[]),
        ] {
            assert_eq!(recognised(text), wanted, "{text}");
        }
    }

    #[test]
    fn a_plain_yes_is_one() {
        for (text, is) in [
            ("Ja!", true),
            ("\n«JA»\nMvh Åse", true),
            ("Yes, please.\n\nOn 3 May 2026, Fjord <post@example.org> wrote:\n> no", true),
            ("Ja, men ikke hver dag", false),
            ("Nei", false),
            ("> Ja", false),
            ("", false),
        ] {
            assert_eq!(is_yes(text), is, "{text}");
        }
    }

    #[test]
    fn what_is_quoted_is_not_what_somebody_says() {
        for (text, wanted) in [
            ("Ja takk\n\n> Vil du melde deg av? Meld meg av", "Ja takk"),
            ("Fine\n\nOn 3 May 2026, Fjord <post@example.org> wrote:\nunsubscribe here", "Fine"),
            ("Flott\nDen 3. mai 2026 kl. 10 skrev:\nslett meg", "Flott"),
            ("Bra\n-----Ursprungligt meddelande-----\nradera mig", "Bra"),
            ("Ok\n-- \nÅse\nDelete my data Ltd", "Ok"),
        ] {
            assert_eq!(own(text), wanted);
        }
    }
}
