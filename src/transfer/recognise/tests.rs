#![allow(clippy::unwrap_used, clippy::panic)]
use super::*;
use crate::model::basis::Basis;

/// Writes a target in short, as the tables below hold it.
fn short(target: &Target) -> String {
    let with = |name: &str, nth: usize, label: Option<&str>| match label {
        Some(label) => format!("{name}{nth}:{label}"),
        None => format!("{name}{nth}"),
    };
    match target {
        Target::Ignore => "-".to_owned(),
        Target::FullName => "full".to_owned(),
        Target::Field(field) => field.to_string(),
        Target::Email { nth, label } => with("email", *nth, *label),
        Target::EmailLabel { nth } => with("email-label", *nth, None),
        Target::Phone { nth, label } => with("phone", *nth, *label),
        Target::PhoneLabel { nth } => with("phone-label", *nth, None),
        Target::Address { nth, part, label } => {
            let part = match part {
                AddressPart::Street => "street",
                AddressPart::Postcode => "postcode",
                AddressPart::City => "city",
                AddressPart::Country => "country",
            };
            with(part, *nth, *label)
        }
        Target::AddressLabel { nth } => with("address-label", *nth, None),
        Target::Basis => "basis".to_owned(),
        Target::Source => "source".to_owned(),
        Target::Comment => "comment".to_owned(),
    }
}

fn look(headings: &[&str]) -> (Origin, Vec<String>) {
    let headings: Vec<String> = headings.iter().map(|&heading| heading.to_owned()).collect();
    let found = recognise(&headings, &[]);
    (found.origin, found.columns.iter().map(|guess| short(&guess.target)).collect())
}

/// Checks `heading=target` pairs, parted by bars; a heading alone is to be left out.
fn check(origin: Origin, table: &str) {
    let (headings, wanted): (Vec<&str>, Vec<&str>) =
        table.split('|').map(|pair| pair.trim().split_once('=').unwrap_or((pair.trim(), "-"))).unzip();
    let (found_origin, found) = look(&headings);
    for ((heading, found), wanted) in headings.iter().zip(&found).zip(&wanted) {
        assert_eq!(found, wanted, "{heading}");
    }
    assert_eq!(found_origin, origin, "{table}");
}

#[test]
fn outlook_in_english() {
    check(
        Origin::Outlook,
        "Title|First Name=first_name|Middle Name|Last Name=last_name|Suffix|Company=company|Department|Job Title=title\
         |Business Street=street0:work|Business Street 2|Business Street 3|Business City=city0:work|Business State\
         |Business Postal Code=postcode0:work|Business Country/Region=country0:work|Home Street=street1:home\
         |Home Street 2|Home Street 3|Home City=city1:home|Home State|Home Postal Code=postcode1:home\
         |Home Country/Region=country1:home|Other Street=street2:other|Other Street 2|Other Street 3\
         |Other City=city2:other|Other State|Other Postal Code=postcode2:other|Other Country/Region=country2:other\
         |Assistant's Phone|Business Fax|Business Phone=phone0:work|Business Phone 2=phone1:work|Callback|Car Phone\
         |Company Main Phone=phone2:switchboard|Home Fax|Home Phone=phone3:home|Home Phone 2=phone4:home|ISDN\
         |Mobile Phone=phone5:mobile|Other Fax|Other Phone=phone6:other|Pager|Primary Phone=phone7|Radio Phone\
         |TTY/TDD Phone|Telex|Account|Anniversary|Assistant's Name|Billing Information|Birthday=birth_date\
         |Business Address PO Box|Categories|Children|Directory Server|E-mail Address=email0|E-mail Type\
         |E-mail Display Name|E-mail 2 Address=email1|E-mail 2 Type|E-mail 2 Display Name|E-mail 3 Address=email2\
         |E-mail 3 Type|E-mail 3 Display Name|Gender|Government ID Number|Hobby|Home Address PO Box|Initials\
         |Internet Free Busy|Keywords|Language=language|Location|Manager's Name|Mileage|Notes=note|Office Location\
         |Organizational ID Number|Other Address PO Box|Priority|Private|Profession|Referred By|Sensitivity|Spouse\
         |User 1|User 2|User 3|User 4|Web Page=website",
    );
}

#[test]
fn outlook_in_norwegian_and_swedish() {
    check(
        Origin::Outlook,
        "Tittel|Fornavn=first_name|Mellomnavn|Etternavn=last_name|Suffiks|Firma=company|Avdeling|Stilling=title\
         |Gateadresse, arbeid=street0:work|Poststed, arbeid=city0:work|Område, arbeid|Postnummer, arbeid=postcode0:work\
         |Land/region, arbeid=country0:work|Gateadresse, privat=street1:private|Poststed, privat=city1:private\
         |Telefaks, arbeid|Telefon, arbeid=phone0:work|Telefon 2, arbeid=phone1:work|Telefon, privat=phone2:private\
         |Mobiltelefon=phone3:mobile|Personsøker|Fødselsdag=birth_date|E-postadresse=email0|E-posttype\
         |Visningsnavn for e-post|E-postadresse 2=email1|Notater=note|Webside=website",
    );
    check(
        Origin::Outlook,
        "Titel|Förnamn=first_name|Mellannamn|Efternamn=last_name|Företag=company|Avdelning|Befattning=title\
         |Gatuadress, arbete=street0:work|Ort, arbete=city0:work|Postnummer, arbete=postcode0:work\
         |Land, arbete=country0:work|Gatuadress, bostad=street1:home|Telefon, arbete=phone0:work\
         |Telefon, bostad=phone1:home|Mobiltelefon=phone2:mobile|Fax, arbete|Födelsedag=birth_date\
         |E-postadress=email0|E-postadress 2=email1|Anteckningar=note|Webbsida=website",
    );
}

#[test]
fn google_old_and_new() {
    check(
        Origin::Google,
        "Name|Given Name=first_name|Additional Name|Family Name=last_name|Yomi Name|Name Prefix|Name Suffix|Initials\
         |Nickname|Birthday=birth_date|Gender|Location|Notes=note|Language=language|Photo|Group Membership\
         |E-mail 1 - Type=email-label0|E-mail 1 - Value=email0|E-mail 2 - Type=email-label1|E-mail 2 - Value=email1\
         |Phone 1 - Type=phone-label0|Phone 1 - Value=phone0|Phone 2 - Type=phone-label1|Phone 2 - Value=phone1\
         |Address 1 - Type=address-label0|Address 1 - Formatted|Address 1 - Street=street0|Address 1 - City=city0\
         |Address 1 - PO Box|Address 1 - Region|Address 1 - Postal Code=postcode0|Address 1 - Country=country0\
         |Address 1 - Extended Address|Organization 1 - Type|Organization 1 - Name=company\
         |Organization 1 - Title=title|Organization 1 - Department|Website 1 - Type|Website 1 - Value=website",
    );
    check(
        Origin::Google,
        "First Name=first_name|Middle Name|Last Name=last_name|Phonetic First Name|Name Prefix|Nickname|File As\
         |Organization Name=company|Organization Title=title|Organization Department|Birthday=birth_date|Notes=note\
         |Photo|Labels|E-mail 1 - Label=email-label0|E-mail 1 - Value=email0|E-mail 2 - Label=email-label1\
         |E-mail 2 - Value=email1|Phone 1 - Label=phone-label0|Phone 1 - Value=phone0\
         |Address 1 - Label=address-label0|Address 1 - Formatted|Address 1 - Street=street0|Address 1 - City=city0\
         |Address 1 - PO Box|Address 1 - Region|Address 1 - Postal Code=postcode0|Address 1 - Country=country0\
         |Address 1 - Extended Address|Website 1 - Label|Website 1 - Value=website",
    );
    check(
        Origin::Google,
        "Fornavn=first_name|Etternavn=last_name|Organisasjonsnavn=company|E-post 1 – Etikett=email-label0\
         |E-post 1 – Verdi=email0|Telefon 1 – Etikett=phone-label0|Telefon 1 – Verdi=phone0",
    );
}

#[test]
fn superoffice_in_norwegian_and_swedish() {
    check(
        Origin::SuperOffice,
        "Firma=company|Fornavn=first_name|Etternavn=last_name|Tittel=title|Stilling=position|E-post=email0\
         |Telefon (direkte)=phone0:direct|Mobil=phone1:mobile|Kategori=category|Bransje=business\
         |Vår kontakt=our_contact|Land=country|Tidligere ansatt=former_employee",
    );
    check(
        Origin::SuperOffice,
        "Kontakt=company|Förnamn=first_name|Efternamn=last_name|Titel=title|E-post=email0|Direkt=phone0:direct\
         |Mobil=phone1:mobile|Växel=phone2:switchboard|Vår kontakt=our_contact|Inga utskick=no_mailings",
    );
}

#[test]
fn hubspot_and_freshsales() {
    check(
        Origin::HubSpot,
        "Record ID|First Name=first_name|Last Name=last_name|Email=email0|Phone Number=phone0\
         |Mobile Phone Number=phone1:mobile|Contact owner|Associated Company=company|Job Title=title\
         |Street Address=street0|City=city0|Postal Code=postcode0|Country/Region=country|Lifecycle Stage|Lead Status\
         |Marketing contact status|Create Date|Last Activity Date (GMT+1)|Email Domain|First email open date\
         |Unsubscribed from all email=no_mailings|Legal basis for processing contact's data=basis|Original Source",
    );
    check(
        Origin::Freshsales,
        "Id|First name=first_name|Last name=last_name|Job title=title|Emails=email0|Work=phone0:work\
         |Mobile=phone1:mobile|Account=company|Sales owner|Subscription status=no_mailings|Address=street0|City=city0|State\
         |Zipcode=postcode0|Country=country|Lifecycle stage 2|Created at|Last contacted mode",
    );
}

#[test]
fn field_keys_and_plain_lists() {
    check(
        Origin::Kartotek,
        "number=number|first_name=first_name|last_name=last_name|company=company|title=title|position=position\
         |email=email0|mobile=phone0:mobile|phone=phone1|address=street0|postcode=postcode0|city=city0\
         |country=country|birth_date=birth_date|language=language|category=category|business=business\
         |our_contact=our_contact|website=website|note=note|former_employee=former_employee\
         |no_mailings=no_mailings|custom:shoe-size=custom:shoe-size|interests=interests|legal_basis=basis",
    );
    check(
        Origin::Kartotek,
        "first_name=first_name|last_name=last_name|department|email 1=email0|email 1 label=email-label0|email 2=email1\
         |phone 1=phone0|phone 1 label=phone-label0|fax 1|address 1 street=street0|address 1 postcode=postcode0\
         |address 1 city=city0|address 1 region|address 1 country=country0|address 1 label=address-label0\
         |birth_date=birth_date|birthday without year|categories",
    );
    check(Origin::Unknown, "Navn=full|E-post=email0|Telefon=phone0|Mobil=phone1:mobile|Firma=company");
    check(Origin::Unknown, "Namn=full|Mail=email0|Tel.=phone0|Adress=street0|Postnr=postcode0|Ort=city0");
    check(Origin::Unknown, "Name=full|Company Name=company|E-Mail=email0|E-Mail=email1|Notes=note|Comments");
    check(
        Origin::Unknown,
        "Besøksadresse=street0:visiting|Postnr=postcode0|Poststed=city0|Postadresse=street1:postal|Postnr=postcode1\
         |Poststed=city1",
    );
    check(Origin::Unknown, "Jobbtelefon=phone0:work|Privat e-post=email0:private|Personnummer|Fødselsnummer");
}

#[test]
fn no_meaning_is_given_twice() {
    let (_, found) = look(&["Email", "Email", "email", "First name", "Fornavn", "Name", "Mobile", "Mobil", "Mobile"]);
    assert_eq!(
        found,
        ["email0", "email1", "email2", "first_name", "-", "-", "phone0:mobile", "phone1:mobile", "phone2:mobile"]
    );
}

#[test]
fn rows_tell_only_where_no_heading_does() {
    let rows = |cells: [&str; 3]| Row { number: 2, cells: cells.map(str::to_owned).into() };
    let sample = [
        rows(["ase@example.org", "+47 22 00 00 00", "2024-01-01"]),
        rows(["", "22 00 00 01", "2024-01-02"]),
        rows(["bo@example.net", "", "12"]),
    ];
    let of = |headings: [&str; 3]| {
        let found = recognise(&headings.map(str::to_owned), &sample);
        found.columns.iter().map(|guess| (short(&guess.target), guess.confidence)).collect::<Vec<_>>()
    };
    let content = |text: &str| (text.to_owned(), Confidence::Content);
    let nothing = ("-".to_owned(), Confidence::None);
    assert_eq!(of(["Column 1", "Column 2", "Column 3"]), [content("email0"), content("phone0"), nothing.clone()]);
    // The colleague's address must not become the person's.
    assert_eq!(of(["Owner", "Phone", "Email"])[0], nothing);
}

#[test]
fn legal_bases_are_read_in_three_languages() {
    for (cell, wanted) in [
        ("consent", Some(Basis::Consent)),
        ("legitimate-interests", Some(Basis::LegitimateInterests)),
        ("Berettiget interesse", Some(Basis::LegitimateInterests)),
        ("Berättigat intresse", Some(Basis::LegitimateInterests)),
        ("Samtykke", Some(Basis::Consent)),
        ("Samtycke återkallat", Some(Basis::Withdrawn)),
        ("Samtykke trukket", Some(Basis::Withdrawn)),
        ("Avtal", Some(Basis::Contract)),
        ("Rettslig forpliktelse", Some(Basis::LegalObligation)),
        ("Freely given consent from contact", Some(Basis::Consent)),
        ("Legitimate interest – prospect/lead; Performance of a contract", Some(Basis::LegitimateInterests)),
        ("Freely given consent from contact; withdrawn", Some(Basis::Withdrawn)),
        ("Not applicable", None),
        ("Ikke samtykke", None),
        ("", None),
        ("xyz", None),
    ] {
        assert_eq!(basis(cell), wanted, "{cell}");
    }
}

#[test]
fn cells_with_several_values_are_parted() {
    let parts: Vec<&str> = split_values("a@example.org ::: b@example.org; c@example.org,").collect();
    assert_eq!(parts, ["a@example.org", "b@example.org", "c@example.org"]);
}

#[test]
fn labels_are_read_in_three_languages() {
    for (cell, wanted) in [
        ("* Work", "work"),
        ("Work", "work"),
        ("Arbeid", "work"),
        ("Arbete", "work"),
        ("Mobil", "mobile"),
        ("Mobile", "mobile"),
        ("Hem", "home"),
        ("private", "private"),
        ("switchboard", "switchboard"),
        ("Work Fax", "Work Fax"),
        ("Hytta på fjellet", "Hytta på fjellet"),
        ("* ", ""),
        ("", ""),
    ] {
        assert_eq!(label(cell), wanted, "{cell}");
    }
}

#[test]
fn who_wants_no_mailings() {
    for (cell, wanted) in [
        ("yes", Some(true)),
        ("Nei", Some(false)),
        ("Unsubscribed", Some(true)),
        ("Not Subscribed", Some(true)),
        ("Reported as spam", Some(true)),
        ("Opted out", Some(true)),
        ("opt-out", Some(true)),
        ("Avmeldt", Some(true)),
        ("Avregistrerad", Some(true)),
        ("Ikke påmeldt", Some(true)),
        ("Prenumererar inte", Some(true)),
        ("Subscribed", Some(false)),
        ("Opted in", Some(false)),
        ("Påmeldt", Some(false)),
        ("Prenumererar", Some(false)),
        ("Bounced", Some(false)),
        ("-", Some(false)),
        ("perhaps", None),
    ] {
        assert_eq!(no_mailings(cell), wanted, "{cell}");
    }
}

#[test]
fn cells_that_say_nothing() {
    for cell in ["-", "–", "n/a", "N/A", "none", "Ingen", "inget", "Ikke relevant", "Not applicable", "n/a; -"] {
        assert!(says_nothing(cell), "{cell}");
    }
    for cell in ["Consent", "no consent", "Not applicable;Consent", "perhaps", "nei"] {
        assert!(!says_nothing(cell), "{cell}");
    }
}

#[test]
fn categories_in_other_words() {
    for (cell, wanted) in [
        ("Prospekt", Some("prospect")),
        ("Lead(s)", Some("prospect")),
        ("Potensiell kunde", Some("prospect")),
        ("Client", Some("customer")),
        ("Kund", Some("customer")),
        ("Vendor", Some("supplier")),
        ("Leverandør", Some("supplier")),
        ("Leverantör", Some("supplier")),
        ("Samarbeidspartner", Some("partner")),
        ("Tidigare kund", Some("former-customer")),
        ("Venn av huset", None),
    ] {
        assert_eq!(category(cell), wanted, "{cell}");
    }
}

#[test]
fn a_subscription_of_yes_and_no_is_left_out() {
    for (cell, wanted) in [("Unsubscribed", "no_mailings"), ("Yes", "-"), ("0", "-")] {
        let headings = ["Last name".to_owned(), "Subscription status".to_owned()];
        let row = Row { number: 2, cells: vec!["Aas".to_owned(), cell.to_owned()] };
        assert_eq!(short(&recognise(&headings, &[row]).columns[1].target), wanted, "{cell}");
    }
}
