//! The words of headings, in English, Norwegian and Swedish, and what they mean.

use unicode_normalization::UnicodeNormalization;

use super::heading::{Group, Meaning};
use crate::model::basis::Basis;
use crate::model::custom;
use crate::model::field::Field;

/// Folds a heading so that spellings compare: small letters without marks (å and ä are a, ø and ö are o), signs and
/// runs of space as one space, and "e-mail", "e-post" and "postal code" as one word each.
pub(super) fn fold(heading: &str) -> String {
    let mut text = String::with_capacity(heading.len());
    for sign in heading.nfd().flat_map(char::to_lowercase) {
        match sign {
            'ø' => text.push('o'),
            'æ' => text.push_str("ae"),
            '\'' | '’' | '\u{300}'..='\u{36F}' => {}
            sign if sign.is_alphanumeric() => text.push(sign),
            _ => text.push(' '),
        }
    }
    let mut out = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    for (from, to) in [
        ("e mail", "email"),
        ("e post", "epost"),
        ("postal code", "postcode"),
        ("post code", "postcode"),
        ("zip code", "postcode"),
        ("post nr", "postnr"),
    ] {
        let start = out.find(from);
        let word = |at: &usize| out.get(..*at).is_none_or(|before| before.is_empty() || before.ends_with(' '));
        if let Some(at) = start.filter(word) {
            out.replace_range(at..at + from.len(), to);
        }
    }
    out
}

/// Headings only Google's exports have: the old form, and that of 2024.
pub(super) const GOOGLE: &[&str] = &[
    "email 1 value",
    "email 1 type",
    "email 1 label",
    "epost 1 verdi",
    "epost 1 etikett",
    "epost 1 varde",
    "phone 1 value",
    "phone 1 label",
];

/// Headings only HubSpot's exports have.
pub(super) const HUBSPOT: &[&str] = &[
    "lifecycle stage",
    "livssyklusfase",
    "livscykelstadium",
    "legal basis for processing contacts data",
    "marketing contact status",
    "unsubscribed from all email",
];

/// Headings that Freshsales' exports have, two of which make one.
pub(super) const FRESHSALES: &[&str] = &[
    "emails",
    "subscription status",
    "subscription types",
    "sales owner",
    "account",
    "accounts",
    "work",
    "last contacted mode",
    "external id",
];

/// Headings that Outlook's exports have, three of which make one.
pub(super) const OUTLOOK: &[&str] = &[
    "middle name",
    "suffix",
    "business street",
    "business phone",
    "email address",
    "email display name",
    "web page",
    "home street",
    "mellomnavn",
    "suffiks",
    "etterstavelse",
    "epostadresse",
    "telefon arbeid",
    "telefon privat",
    "telefaks arbeid",
    "visningsnavn for epost",
    "mellannamn",
    "epostadress",
    "telefon arbete",
    "telefon hem",
    "telefon bostad",
    "fax arbete",
    "befattning",
    "webbsida",
    "webside",
];

/// Headings that, beside a first name, tell of SuperOffice.
pub(super) const SUPEROFFICE: &[&str] = &[
    "kontakt",
    "var kontakt",
    "our contact",
    "direkte",
    "direkt",
    "telefon direkte",
    "telefon direkt",
    "tidligere ansatt",
    "tidigare anstalld",
    "former employee",
];

/// Headings of first names.
pub(super) const FIRST_NAME: &[&str] = &["first name", "fornavn", "fornamn"];

/// Returns what a whole heading means.
pub(super) fn known(folded: &str) -> Option<Meaning> {
    let field = |field| Some(Meaning::Field(field));
    match folded {
        "first name" | "firstname" | "given name" | "forename" | "fornavn" | "fornamn" | "tilltalsnamn"
        | "contact first name" | "person first name" | "person fornavn" | "person fornamn" => field(Field::FirstName),
        "last name" | "lastname" | "surname" | "family name" | "etternavn" | "efternamn" | "slektsnavn"
        | "contact last name" | "person last name" | "person etternavn" | "person efternamn" => field(Field::LastName),
        "name" | "full name" | "fullname" | "display name" | "contact name" | "contact person" | "person" | "navn"
        | "fullt navn" | "hele navnet" | "visningsnavn" | "kontaktnavn" | "kontaktperson" | "namn"
        | "fullstandigt namn" | "hela namnet" | "visningsnamn" | "kontaktnamn" => Some(Meaning::FullName),
        "contact" | "kontakt" => Some(Meaning::Contact),
        "company"
        | "company name"
        | "associated company"
        | "primary associated company"
        | "organization"
        | "organisation"
        | "organization name"
        | "organization 1 name"
        | "organisation name"
        | "employer"
        | "account"
        | "accounts"
        | "account name"
        | "sales account"
        | "firma"
        | "firmanavn"
        | "bedrift"
        | "bedriftsnavn"
        | "selskap"
        | "virksomhet"
        | "organisasjon"
        | "organisasjonsnavn"
        | "arbeidsgiver"
        | "foretak"
        | "foretag"
        | "foretagsnamn"
        | "bolag"
        | "organisationsnamn"
        | "arbetsgivare" => field(Field::Company),
        "title" | "tittel" | "titel" => Some(Meaning::Title),
        "job title"
        | "jobtitle"
        | "organization title"
        | "organization 1 title"
        | "stilling"
        | "stillingstittel"
        | "jobbtittel"
        | "befattning"
        | "yrkestitel"
        | "jobbtitel"
        | "organisasjonstittel" => Some(Meaning::JobTitle),
        "position" | "posisjon" => field(Field::Position),
        "birthday" | "birth date" | "birthdate" | "date of birth" | "fodselsdato" | "fodselsdag" | "bursdag"
        | "fodelsedatum" | "fodelsedag" => field(Field::BirthDate),
        "website" | "web site" | "website url" | "web page" | "webpage" | "personal web page" | "homepage" | "url"
        | "website 1 value" | "hjemmeside" | "nettside" | "nettsted" | "webside" | "internettadresse" | "hemsida"
        | "webbplats" | "webbsida" | "webbadress" => field(Field::Website),
        "notes" | "note" | "comments" | "notat" | "notater" | "merknad" | "merknader" | "kommentar" | "kommentarer"
        | "anteckning" | "anteckningar" => field(Field::Note),
        "language" | "preferred language" | "prefered language" | "sprak" | "foretrukket sprak" => {
            field(Field::Language)
        }
        "category" | "kategori" => field(Field::Category),
        "business" | "industry" | "bransje" | "bransch" => field(Field::Business),
        "our contact" | "var kontakt" => field(Field::OurContact),
        "number" | "nummer" => field(Field::Number),
        "former employee" | "tidligere ansatt" | "tidigare anstalld" => field(Field::FormerEmployee),
        "no mailings"
        | "no mailing"
        | "unsubscribed from all email"
        | "email opt out"
        | "opted out of email"
        | "has opted out of email"
        | "do not email"
        | "subscription status"
        | "email subscription status"
        | "ingen utsendelser"
        | "inga utskick" => field(Field::NoMailings),
        "interests" | "interesser" | "intressen" => field(Field::Interests),
        "basis"
        | "legal basis"
        | "lawful basis"
        | "legal base"
        | "legal basis for processing contacts data"
        | "rettslig grunnlag"
        | "behandlingsgrunnlag"
        | "rattslig grund"
        | "laglig grund" => Some(Meaning::Basis),
        "source" | "consent source" | "legal basis source" | "kilde" | "samtykkekilde" | "kalla" | "samtyckeskalla" => {
            Some(Meaning::Source)
        }
        "consent comment" | "legal basis comment" | "samtykkekommentar" | "samtyckeskommentar" => {
            Some(Meaning::Comment)
        }
        // What a program calls by the place alone is the phone there.
        "work" | "direct" | "direkte" | "direkt" | "switchboard" | "sentralbord" | "vaxel" => {
            let label = match word(folded) {
                Some([Word::For(label), ..]) => Some(*label),
                Some(_) | None => None,
            };
            Some(Meaning::Phone(Group { number: None, label }))
        }
        // Outlook's kind of address is always SMTP.
        "eposttype" | "epostadresstyp" => Some(Meaning::Ignored),
        _ => None,
    }
}

/// Names what a word in a heading says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Word {
    Email,
    Phone,
    Address,
    Street,
    Postcode,
    City,
    Country,
    /// The column holds what the value is for.
    Label,
    Value,
    /// What the value is for, by its key in the list of labels.
    For(&'static str),
    /// A part of a person's data that a card does not hold, or somebody else's.
    Ignored,
    /// A part of an address that a card does not hold, but in "Country/Region".
    Region,
    Filler,
}

/// Returns what a word says, several things where it is a compound; nothing where it is not known.
pub(super) fn word(token: &str) -> Option<&'static [Word]> {
    use Word::{Address, City, Country, Email, Filler, For, Ignored, Label, Phone, Postcode, Region, Street, Value};
    Some(match token {
        "email" | "emails" | "mail" | "epost" | "epostadresse" | "epostadresser" | "epostadress" | "mailadresse"
        | "mailadress" | "emailaddress" | "emailadresse" => &[Email],
        "phone" | "phones" | "telephone" | "tel" | "tlf" | "telefon" | "telefonnummer" | "telefonnr" | "tlfnr"
        | "phonenumber" => &[Phone],
        "mobile" | "mobil" | "cell" | "cellphone" | "cellular" | "mobiltelefon" | "mobilnummer" | "mobilnr"
        | "mobiltlf" | "mobilephone" | "mobiltel" => &[For("mobile"), Phone],
        "business" | "work" | "office" | "arbeid" | "jobb" | "kontor" | "arbete" | "company" | "firma" | "foretag" => {
            &[For("work")]
        }
        "arbeidstelefon" | "jobbtelefon" | "kontortelefon" | "arbetstelefon" => &[For("work"), Phone],
        "arbeidsadresse" | "jobbadresse" | "kontoradresse" | "arbetsadress" | "foretagsadress" | "firmaadresse" => {
            &[For("work"), Address]
        }
        "home" | "hjem" | "hjemme" | "hem" | "hemma" | "bostad" => &[For("home")],
        "private" | "privat" | "personal" | "personlig" => &[For("private")],
        "hjemmetelefon" | "hjemtelefon" | "hemtelefon" => &[For("home"), Phone],
        "privattelefon" => &[For("private"), Phone],
        "hjemmeadresse" | "hjemadresse" | "hemadress" | "bostadsadress" => &[For("home"), Address],
        "privatadresse" | "privatadress" => &[For("private"), Address],
        "direct" | "direkte" | "direkt" => &[For("direct")],
        "direktenummer" | "direktetelefon" | "direktnummer" | "direkttelefon" => &[For("direct"), Phone],
        "main" | "switchboard" | "vaxel" => &[For("switchboard")],
        "sentralbord" | "hovedtelefon" | "hovednummer" | "vaxelnummer" => &[For("switchboard"), Phone],
        "other" | "annen" | "annet" | "annan" | "ovrig" | "ovriga" => &[For("other")],
        "postal" | "mailing" => &[For("postal")],
        "postadresse" | "postadress" => &[For("postal"), Address],
        "visiting" | "visit" => &[For("visiting")],
        "besoksadresse" | "besoksadress" => &[For("visiting"), Address],
        "address" | "addresses" | "adresse" | "adresser" | "adress" => &[Address],
        "street" | "gate" | "gata" | "gateadresse" | "gatuadress" | "vei" => &[Street],
        "postcode" | "zip" | "zipcode" | "postnummer" | "postnr" | "postalcode" => &[Postcode],
        "city" | "town" | "by" | "sted" | "poststed" | "ort" | "stad" | "postort" => &[City],
        "country" | "land" => &[Country],
        "label" | "type" | "etikett" | "typ" => &[Label],
        "value" | "verdi" | "varde" => &[Value],
        "fax" | "faks" | "telefaks" | "telefax" | "faksnummer" | "faxnummer" | "pager" | "personsoker"
        | "personsokare" | "telex" | "teleks" | "tty" | "tdd" | "isdn" | "callback" | "tilbakeringing"
        | "ateruppringning" | "radio" | "car" | "bil" | "assistant" | "assistants" | "assistent" | "assistents"
        | "assistentens" | "sekretaer" | "display" | "visningsnavn" | "visningsnamn" | "formatted" | "po" | "box"
        | "postboks" | "postbox" | "extended" | "state" | "province" | "county" | "fylke" | "omrade" | "delstat"
        | "lan" => &[Ignored],
        "region" => &[Region],
        "number" | "nummer" | "nr" | "no" | "primary" | "primar" | "primaer" | "default" | "standard" | "contact"
        | "kontakt" | "person" | "code" | "kode" | "kod" | "for" | "line" | "s" | "id" => &[Filler],
        _ => return None,
    })
}

/// Reads what an e-mail, phone or address is for from a cell ("* Work", "Arbeid", "Mobil"): a key of the list of labels
/// where the word is known, otherwise the cell without Google's star for the preferred one.
#[must_use]
pub fn label(cell: &str) -> String {
    let own = cell.trim_start_matches(['*', ' ']).trim();
    let folded = fold(own);
    let mut words = folded.split(' ').filter_map(word).flatten();
    let known = words.find_map(|word| if let Word::For(key) = word { Some(*key) } else { None });
    let plain = folded.split(' ').all(|token| word(token).is_some_and(|words| !words.contains(&Word::Ignored)));
    known.filter(|_| plain).unwrap_or(own).to_owned()
}

/// Reads a legal basis from a cell: our keys, what the three languages call it, and what HubSpot writes.
///
/// Of several in one cell, a refusal counts before the others, then the first. Nothing where none is known: what to do
/// then is for others to decide.
#[must_use]
pub fn basis(cell: &str) -> Option<Basis> {
    let found: Vec<Basis> = cell.split([';', '|', '\n']).filter_map(one_basis).collect();
    let refusal = found.iter().find(|basis| basis.is_refusal());
    refusal.or(found.first()).copied()
}

fn one_basis(text: &str) -> Option<Basis> {
    let folded = fold(text);
    let has = |parts: &[&str]| parts.iter().any(|part| folded.contains(part));
    // What takes a consent back names the consent, so it is looked for first.
    if let Some(basis) = Basis::from_key(&folded.replace(' ', "-")) {
        Some(basis)
    } else if has(&["withdr", "trukket", "tilbakekalt", "aterkallat", "opted out", "unsubscribed"]) {
        Some(Basis::Withdrawn)
    } else if has(&["objected", "objection", "objects", "innsigelse", "protest", "reservert", "invandning"]) {
        Some(Basis::Objected)
    } else if has(&["no consent", "without consent", "ikke samtykke", "ej samtycke", "inget samtycke"]) {
        None
    } else if has(&["legitimate", "berettiget", "berattigat", "interesseavveining", "intresseavvagning"]) {
        Some(Basis::LegitimateInterests)
    } else if has(&["consent", "samtykke", "samtycke"]) {
        Some(Basis::Consent)
    } else if has(&["contract", "avtale", "avtal", "kontrakt"]) {
        Some(Basis::Contract)
    } else if has(&["legal obligation", "rettslig forpliktelse", "rattslig forpliktelse", "lovpal"]) {
        Some(Basis::LegalObligation)
    } else if has(&["vital", "grundlaggande intresse"]) {
        Some(Basis::VitalInterests)
    } else if has(&["public", "allmenn", "allmant", "offentlig"]) {
        Some(Basis::PublicTask)
    } else {
        None
    }
}

/// Tells whether a cell is a way of leaving it empty: nothing but signs, "n/a", "Not applicable", "Ingen".
#[must_use]
pub fn says_nothing(cell: &str) -> bool {
    cell.split([';', '|', '\n']).all(|part| {
        matches!(
            fold(part).as_str(),
            "" | "n a"
                | "na"
                | "none"
                | "null"
                | "not applicable"
                | "not set"
                | "ingen"
                | "inget"
                | "inga"
                | "ikke relevant"
                | "ikke aktuelt"
                | "ikke angitt"
                | "inte relevant"
                | "ej relevant"
                | "ej tillampligt"
                | "inte tillampligt"
                | "ej angivet"
        )
    })
}

/// Reads from a cell whether somebody wants no mailings: yes and no, and the states of a subscription.
///
/// Who is "not subscribed" never asked for mail and gets none. An address that bounces is no wish of anybody's.
#[must_use]
pub fn no_mailings(cell: &str) -> Option<bool> {
    let folded = fold(cell);
    let has = |parts: &[&str]| folded.split(' ').any(|token| parts.iter().any(|part| token.starts_with(part)));
    let is = |words: &[&str]| folded.split(' ').any(|token| words.contains(&token));
    let subscribes =
        has(&["subscribe", "pameld", "abonner", "prenumerera"]) || folded.contains("opted in") || folded == "opt in";
    if let Some(yes) = custom::yes_no(cell) {
        Some(yes)
    } else if has(&["unsubscribe", "avmeld", "avregistrer", "avprenumerera", "reservert", "reserverad"])
        || is(&["spam"])
        || folded.contains("opted out")
        || folded == "opt out"
        || (subscribes && is(&["not", "non", "never", "no", "ikke", "ikkje", "inte", "ej", "aldrig", "aldri"]))
    {
        Some(true)
    } else if subscribes || has(&["bounce"]) || says_nothing(cell) {
        Some(false)
    } else {
        None
    }
}

/// Returns the key of the shipped category that a cell names in other words than ours.
#[must_use]
pub fn category(cell: &str) -> Option<&'static str> {
    Some(match fold(cell).as_str() {
        "prospect" | "prospects" | "prospekt" | "prospekter" | "lead" | "leads" | "lead s" | "potential customer"
        | "potensiell kunde" | "potensielle kunder" | "potentiell kund" | "potentiella kunder" => "prospect",
        "customer" | "customers" | "client" | "clients" | "kunde" | "kunder" | "kund" | "klient" => "customer",
        "former customer" | "past customer" | "ex customer" | "tidligere kunde" | "tidigare kund" => "former-customer",
        "supplier" | "suppliers" | "vendor" | "vendors" | "leverandor" | "leverandorer" | "leverantor"
        | "leverantorer" => "supplier",
        "partner" | "partners" | "partnere" | "samarbeidspartner" | "samarbetspartner" => "partner",
        _ => return None,
    })
}
