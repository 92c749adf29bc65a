#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use super::*;
use crate::i18n::Lang;
use crate::model::template::{Base, Key};
use crate::model::user::Role;
use crate::office::journal::{self, Wanted};
use crate::office::mail::templates;
use crate::office::tests::office;
use crate::office::{Office, backup};

fn set(office: &Office, key: &'static str, value: &'static str) {
    office.write(move |desk| settings::set(desk, &Setting::from_key(key).unwrap(), value)).wait().unwrap();
}

fn now(office: &Office) -> Preparation {
    office.read(|desk| state(desk)).wait().unwrap()
}

fn is_done(office: &Office, point: Point) -> bool {
    now(office).points.iter().any(|standing| standing.point == point && standing.done)
}

#[test]
fn a_new_card_file_has_locked_itself_and_nothing_else() {
    let (_dir, office) = office();
    let before = now(&office);
    let done: Vec<Point> =
        before.points.iter().filter(|standing| standing.done).map(|standing| standing.point).collect();
    assert_eq!(done, [Point::Lock]);
    assert_eq!((before.done(), before.is_offered()), (0, true));
}

#[test]
fn points_tick_themselves_off_from_what_is_decided() {
    let (_dir, office) = office();
    let table: &[(Point, &[(&str, &str)])] = &[
        (
            Point::Business,
            &[
                ("office.name", "Fjord AS"),
                ("office.address", "Kaia 7"),
                ("office.country", "NO"),
                ("office.contact", "post@example.org"),
            ],
        ),
        (
            Point::Mapping,
            &[
                ("category.prospect.purposes", "sales"),
                ("category.customer.purposes", "sales"),
                ("category.former-customer.purposes", "sales"),
                ("category.supplier.purposes", "sales"),
                // What is not in use says nothing of anybody.
                ("category.partner.active", "no"),
            ],
        ),
        (Point::Fields, &[("field.birth_date.collect", "no")]),
        (
            Point::Keeping,
            &[
                ("category.prospect.keep_months", "36"),
                ("category.customer.keep_months", "60"),
                ("category.former-customer.keep_months", "60"),
                ("category.supplier.keep_months", "60"),
            ],
        ),
        (Point::Bases, &[("purpose.sales.expected", "contract"), ("purpose.marketing.expected", "consent")]),
        (
            Point::Statement,
            &[
                ("purpose.sales.statement_url.nb", "https://example.org/personvern"),
                ("purpose.marketing.statement_url.en", "https://example.org/privacy"),
            ],
        ),
        (Point::Informing, &[("source.fair.notice", "yes")]),
        (Point::Contact, &[("office.privacy_contact", "Kari"), ("office.authority", "Datatilsynet")]),
        (Point::Account, &[("mail.host", "mail.example.org"), ("mail.from", "post@example.org")]),
    ];
    for (point, decided) in table {
        let (last, before) = decided.split_last().unwrap();
        before.iter().for_each(|(key, value)| set(&office, key, value));
        assert!(!is_done(&office, *point) || before.is_empty(), "{} too early", point.key());
        set(&office, last.0, last.1);
        assert!(is_done(&office, *point), "{}", point.key());
    }
    set(&office, "lock.minutes", "0");
    assert!(!is_done(&office, Point::Lock));
    office.write(setup::confirm_recovery).wait().unwrap();
    assert!(is_done(&office, Point::Recovery));
}

#[test]
fn backups_count_while_they_are_recent_and_where_they_lie() {
    let (dir, office) = office();
    assert!(!is_done(&office, Point::Backup) && !is_done(&office, Point::Elsewhere));
    backup::make(&office, backup::Reason::Daily).unwrap();
    assert!(is_done(&office, Point::Backup) && !is_done(&office, Point::Elsewhere));
    let later = office
        .read(|desk| {
            desk.pass_days_for_tests(8);
            state(desk)
        })
        .wait()
        .unwrap();
    assert!(!later.is_done(Step::Secure));
    assert!(later.points.iter().all(|standing| standing.point != Point::Backup || !standing.done));
    let folder = dir.path().join("drive");
    std::fs::create_dir(&folder).unwrap();
    office.write(move |desk| backup::set_folder(desk, Some(&folder))).wait().unwrap();
    assert!(is_done(&office, Point::Elsewhere));
}

#[test]
fn a_template_that_lacks_something_is_never_done() {
    let (_dir, office) = office();
    set(&office, "office.name", "Fjord AS");
    set(&office, "office.address", "Kaia 7");
    set(&office, "office.contact", "post@example.org");
    assert!(!is_done(&office, Point::Templates));
    let mut text = templates::shipped(Base::Notice, Lang::Nb);
    text.subject.push('.');
    let own = text.clone();
    let key = Key::from(Base::Notice);
    let keep = |text: crate::model::template::Text| {
        let key = key.clone();
        office.write(move |desk| templates::set(desk, &key, Lang::Nb, "", &text)).wait().unwrap();
    };
    keep(own);
    assert!(is_done(&office, Point::Templates));
    text.body = "Hei.".to_owned();
    keep(text);
    assert!(!is_done(&office, Point::Templates));
    // Nor where somebody says that it is right as it is.
    office.write(|desk| confirm(desk, Point::Templates, true)).wait().unwrap();
    assert!(!is_done(&office, Point::Templates));
}

#[test]
fn who_looked_says_so_and_puts_the_list_away() {
    let (_dir, office) = office();
    office.write(|desk| confirm(desk, Point::People, true)).wait().unwrap();
    let standing = now(&office).points.into_iter().find(|standing| standing.point == Point::People).unwrap();
    assert!(standing.done && standing.confirmed);
    office.write(|desk| confirm(desk, Point::People, false)).wait().unwrap();
    assert!(!is_done(&office, Point::People));
    // What the card file tells itself, nobody says.
    let said = office.write(|desk| confirm(desk, Point::Recovery, true)).wait();
    assert!(matches!(said, Err(Error::NoSuch("point"))));

    let away = office.write(|desk| put_away(desk, true)).wait().unwrap();
    assert!(away.away && !away.is_offered());
    assert!(office.write(|desk| put_away(desk, false)).wait().unwrap().is_offered());
    let wanted = Wanted { kinds: vec![Kind::PreparationChanged], ..Wanted::default() };
    let entries = office.read(move |desk| journal::list(desk, &wanted)).wait().unwrap();
    assert_eq!(entries.len(), 4);
}

#[test]
fn only_who_may_change_settings_may() {
    let (_dir, office) = office();
    let refused = office
        .write(|desk| {
            desk.become_role(Role::Seller);
            let seen = state(desk)?.points.len();
            Ok((seen, confirm(desk, Point::People, true).is_err(), put_away(desk, true).is_err()))
        })
        .wait()
        .unwrap();
    assert_eq!(refused, (Point::ALL.len(), true, true));
}
