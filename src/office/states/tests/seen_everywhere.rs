//! No way leads to a person whom somebody else looks after, where the user has no right to see those. Whoever adds a
//! function to the office adds it to the ways that [`closed_everywhere`](super::closed_everywhere) lists, or to one of
//! the lists here: a test reads the sources and finds those that were forgotten.

use std::collections::BTreeSet;
use std::path::Path;

use super::closed_everywhere::{Card, WAYS, WORDS, Way, ask, furnished, imported_from, mailed, rows, shows};
use crate::model::basis::{Basis, Decision};
use crate::model::criteria::Of;
use crate::model::field::Field;
use crate::model::import::OnDuplicate;
use crate::model::list::List;
use crate::model::mass_edit::{Action, Edit, Row, Value};
use crate::model::objection::{self, Verdict};
use crate::model::person::{Content, Id};
use crate::model::report::{Choice, Format as ReportFormat};
use crate::model::restriction::Ground;
use crate::model::subscription::Said;
use crate::model::trash::Record as Trashable;
use crate::model::user::Right;
use crate::model::{hold, list, reply, token, user};
use crate::office::activities::Of as Whose;
use crate::office::bookmarks::Record;
use crate::office::import::{self, Request};
use crate::office::journal::{About, Wanted};
use crate::office::mail::handling;
use crate::office::mail::{intake, stopped, tokens};
use crate::office::mail::{letters, notices};
use crate::office::subject::Subject;
use crate::office::tests::{named, office};
use crate::office::{
    Desk, Error, Office, Progress, Rule, activities, bookmarks, companies, erasure, exporting, fields, holding,
    journal, legal_basis, mass_edit, persons, report, retention, selections, settings, sight, states, subscriptions,
    trash, wordings,
};
use crate::transfer::{Format, Parser, replies};

/// The ways that a restriction does not close: they show the state of a card and little more, count, tell what was
/// done, or decide what the law lets somebody decide all the same.
pub const MORE: &[(&str, Way)] = &[
    ("mail::hold, mail::release", |office, card| {
        mailed(office, card, |desk, id| {
            handling::hold(desk, id)?;
            handling::release(desk, id).map(|()| "Gry".to_owned())
        })
    }),
    ("mail::resend", |office, card| {
        mailed(office, card, |desk, id| {
            let mut message = crate::store::outbox::get(desk.db(), id)?.unwrap();
            message.state = crate::model::outbox::State::Unknown;
            crate::store::outbox::note(desk.db(), &message)?;
            handling::resend(desk, id).map(|()| "Gry".to_owned())
        })
    }),
    ("mail::remove", |office, card| {
        mailed(office, card, |desk, id| handling::remove(desk, id).map(|()| "Gry".to_owned()))
    }),
    ("persons::add, for somebody else", |office, _| {
        ask(office, |desk| {
            let content = Content { our_contact: Some(sight::tests::OTHER), ..named("Gry", "Ny") };
            persons::add(desk, content, None, list::SOURCE_USER)
        })
    }),
    ("persons::add_from_text, for somebody else", |office, _| {
        ask(office, |desk| {
            let fields = [(Field::LastName, "Gry".to_owned()), (Field::OurContact, "kari".to_owned())];
            persons::add_from_text(desk, &fields, None, list::SOURCE_USER)
        })
    }),
    ("import::plan, import::carry_out, for somebody else", |office, card| {
        let text = "First name;Last name;Our contact\nGry;Ny;kari\n";
        imported_from(office, &card, text, OnDuplicate::Fill)
    }),
    ("legal_basis::decide, a refusal", |office, card| {
        ask(office, move |desk| {
            let decision = Decision::new(list::MARKETING, Basis::Withdrawn, list::SOURCE_USER);
            legal_basis::decide(desk, card.id(), &decision, None)
        })
    }),
    ("subscriptions::set, a refusal", |office, card| {
        ask(office, move |desk| {
            let refusal = Said::new(list::shipped_id(List::Subscription, "news").unwrap(), false);
            subscriptions::set(desk, card.id(), &refusal)
        })
    }),
    ("mail::send", |office, card| {
        ask(office, move |desk| {
            notices::send(desk, card.id(), &letters::Choice { incomplete: true, ..letters::Choice::default() })
        })
    }),
    ("states::closed", |office, card| ask(office, move |desk| Ok(("Gry", states::closed(desk, card.id())?)))),
    ("states::of", |office, card| ask(office, move |desk| Ok(("Gry", states::of(desk, card.id())?)))),
    ("states::restrict", |office, card| {
        ask(office, move |desk| states::restrict(desk, card.id(), Ground::Accuracy, ""))
    }),
    ("states::lift", |office, card| ask(office, move |desk| states::lift(desk, card.id(), "Ferdig", true))),
    ("states::look_up", |office, card| ask(office, move |desk| states::look_up(desk, card.id(), "Spurt"))),
    ("Office::look_up", |office, card| office.look_up(card.id(), "Spurt").wait().map(|()| String::new())),
    ("states::reaches", |office, card| ask(office, move |desk| Ok(("Gry", states::reaches(desk, card.id())?)))),
    ("states::object", |office, card| {
        ask(office, move |desk| states::object(desk, card.id(), list::MARKETING, "", None))
    }),
    ("states::decide", |office, card| {
        ask(office, move |desk| states::decide(desk, card.id(), objection::Id(1), Verdict::Upheld, "Ja"))
    }),
    ("holding::add", |office, card| ask(office, move |desk| holding::add(desk, card.id(), hold()))),
    ("holding::lift", |office, card| {
        ask(office, move |desk| {
            let standing = crate::store::holds::of(desk.db(), card.id())?.remove(0).id;
            holding::lift(desk, card.id(), standing, "Ferdig")
        })
    }),
    ("holding::list", |office, _| ask(office, |desk| holding::list(desk, None, true))),
    ("holding::list of a person", |office, card| ask(office, move |desk| holding::list(desk, Some(card.id()), false))),
    ("trash::plan", |office, card| {
        ask(office, move |desk| {
            let subject = [Subject::Persons([card.id()].into())];
            Ok((!trash::plan(desk, &subject, false)?.held.is_empty()).then_some("Gry"))
        })
    }),
    ("trash::put", |office, card| {
        ask(office, move |desk| {
            let subject = [Subject::Persons([card.id()].into())];
            trash::put(desk, &subject, false, "", &Progress::default())
        })
    }),
    ("trash::record", |office, card| ask(office, move |desk| Ok(("Gry", trash::record(desk, card.id().0)?)))),
    ("trash::ask_for_deletion", |office, card| {
        ask(office, move |desk| trash::ask_for_deletion(desk, Trashable::Person(card.id()), "Flyttet"))
    }),
    ("wordings::answers", |office, _| {
        ask(office, |desk| {
            let written = wordings::versions(desk, list::MARKETING)?;
            let wording = written.iter().find(|version| version.wording.text == WORDS).unwrap().wording.id;
            wordings::answers(desk, wording)
        })
    }),
    ("wordings::versions", |office, _| {
        ask(office, |desk| {
            let written = wordings::versions(desk, list::MARKETING)?;
            Ok(if written.iter().any(|version| version.answers > 0) { "Gry" } else { "" })
        })
    }),
    ("journal::history", |office, card| {
        ask(office, move |desk| Ok(is_named(&journal::history(desk, &Wanted::default())?, card.id())))
    }),
    ("journal::seen", |office, card| {
        ask(office, move |desk| Ok(is_named(&journal::seen(desk, &(1..100).collect::<Vec<_>>())?, card.id())))
    }),
    ("journal::lines", |office, card| {
        ask(office, move |desk| Ok(is_among(&journal::lines(desk, &(1..100).collect::<Vec<_>>())?, card.id())))
    }),
    ("journal::list", |office, card| {
        ask(office, move |desk| Ok(is_among(&journal::list(desk, &Wanted::default())?, card.id())))
    }),
    ("journal::list of a person", |office, card| {
        ask(office, move |desk| Ok(is_among(&journal::list(desk, &of(card.id()))?, card.id())))
    }),
    ("journal::listing", |office, card| {
        ask(office, move |desk| Ok(if journal::listing(desk, &of(card.id()))?.is_empty() { "" } else { "Gry" }))
    }),
    ("retention::due_on", |office, card| {
        ask(office, move |desk| {
            let due = retention::due_on(desk, desk.today() + chrono::Months::new(1_200))?;
            Ok(if due.iter().any(|due| due.person == card.id()) { "Gry" } else { "" })
        })
    }),
    ("exporting::of_person", |office, card| {
        ask(office, move |desk| Ok(("Gry", exporting::of_person(desk, card.id())?)))
    }),
    ("report::draft", |office, card| ask(office, move |desk| report::draft(desk, card.id(), &told()))),
    ("report::hand_out", |office, card| {
        let folder = card.folder.join("report");
        ask(office, move |desk| {
            let draft = report::draft(desk, card.id(), &told())?;
            let document = report::settled(&draft, |_, _| Choice::BlackOut);
            let out = report::HandOut { folder, formats: vec![ReportFormat::Json], ..report::HandOut::default() };
            report::hand_out(desk, &document, &out)
        })
    }),
    ("erasure::can_be_mailed", |office, card| {
        ask(office, move |desk| Ok(("Gry", erasure::can_be_mailed(desk, card.id())?)))
    }),
    ("report::address", |office, card| ask(office, move |desk| report::address(desk, card.id(), None))),
    ("report::mail", |office, card| {
        ask(office, move |desk| {
            let draft = report::draft(desk, card.id(), &told())?;
            let document = report::settled(&draft, |_, _| Choice::BlackOut);
            let out = report::HandOut { formats: vec![ReportFormat::Json], ..report::HandOut::default() };
            report::mail(desk, &document, &out, None)
        })
    }),
    ("report::confirm_corrected", |office, card| {
        let path = card.folder.join("corrected.html");
        ask(office, move |desk| report::confirm_corrected(desk, card.id(), None, &path))
    }),
    ("report::plan_several", |office, card| {
        ask(office, move |desk| {
            let who = crate::office::subject::Subject::Persons([card.id()].into());
            report::plan_several(desk, &who, crate::model::report::Kind::Access)
        })
    }),
    ("report::hand_out_several", |office, card| {
        let wanted = report::Several {
            who: crate::office::subject::Subject::Persons([card.id()].into()),
            kind: crate::model::report::Kind::Access,
            lang: None,
            otherwise: crate::i18n::Lang::Nb,
            folder: card.folder.join("several"),
            formats: vec![ReportFormat::Json],
            identity: String::new(),
            letter: false,
            files: true,
            names_staff: false,
            keeps_others: false,
        };
        let made = report::hand_out_several(office, &wanted, &crate::office::Progress::default())?;
        Ok(if made.written.is_empty() { String::new() } else { "Gry".to_owned() })
    }),
    ("report::about", |office, card| {
        ask(office, move |desk| {
            let about = report::about(desk, card.id())?;
            Ok(if about.is_restricted || about.purge_on.is_none() { "Gry" } else { "" })
        })
    }),
    ("report::register", |office, card| {
        let (tell, told) = std::sync::mpsc::channel();
        // Something is in it only as long as it is looked at.
        let _ = office
            .write(move |desk| {
                let entry = crate::model::report::HandedOut {
                    id: crate::model::report::Id(desk.db().new_id()),
                    person: card.id(),
                    kind: crate::model::report::Kind::Access,
                    language: "nb".to_owned(),
                    identity: String::new(),
                    blacked_out: 0,
                    recipient: String::new(),
                    files: Vec::new(),
                    at: desk.now(),
                    by: desk.user().id,
                };
                crate::store::reports::insert(desk.db(), &entry)?;
                let register = report::register(desk, 100);
                let is_told = register.map(|all| all.iter().any(|entry| entry.person == card.id()));
                tell.send(is_told.map(|is_told| if is_told { "Gry".to_owned() } else { String::new() })).unwrap();
                Err::<(), _>(Error::Cancelled)
            })
            .wait();
        told.recv().unwrap()
    }),
    ("report::language_of", |office, card| ask(office, move |desk| Ok(("Gry", report::language_of(desk, card.id())?)))),
    ("report::of_person", |office, card| ask(office, move |desk| Ok(("Gry", report::of_person(desk, card.id())?)))),
    ("bookmarks::favourites", |office, card| {
        ask(office, move |desk| Ok(if bookmarks::favourites(desk)?.contains(&card.id()) { "Gry" } else { "" }))
    }),
    ("bookmarks::recent", |office, card| {
        ask(office, move |desk| Ok(if bookmarks::recent(desk)?.contains(&card.id()) { "Gry" } else { "" }))
    }),
    ("companies::lines, which count people", |office, card| {
        ask(office, move |desk| {
            let people = companies::lines(desk, &[card.company])?[0].people;
            Ok(if people > 0 { "Gry" } else { "" })
        })
    }),
    ("activities::last of the company", |office, card| {
        ask(office, move |desk| {
            let last = activities::last(desk, Whose::Company(card.company))?;
            Ok(if last.is_some() { "Gry" } else { "" })
        })
    }),
    ("activities::agenda of the user", |office, _| {
        ask(office, |desk| activities::agenda(desk, Some(user::FIRST_ID), 9))
    }),
    ("fields::emptying_plan", |office, _| {
        ask(office, |desk| Ok(if fields::emptying_plan(desk, &Field::Website)?.cards > 0 { "Gry" } else { "" }))
    }),
    ("fields::left_behind", |office, _| {
        ask(office, |desk| Ok(if fields::left_behind(desk)?.is_empty() { "" } else { "Gry" }))
    }),
    ("selections::create_of", |office, card| {
        ask(office, move |desk| {
            let new = selections::New { name: "Utvalg".into(), ..selections::New::default() };
            selections::create_of(desk, &new, &[card.id().0])
        })
    }),
    ("selections::put_into", |office, card| {
        ask(office, move |desk| {
            let new = selections::New { name: "Utvalg".into(), ..selections::New::default() };
            let id = selections::create_of(desk, &new, &[])?.selection.id;
            let moved = selections::put_into(desk, id, &Subject::Persons([card.id()].into()))?.moved;
            // Nothing of this is to stay.
            if moved == 0 { Err(Error::Refused(Rule::Restricted)) } else { Ok("Gry") }
        })
    }),
    ("selections::take_out", |office, card| {
        ask(office, move |desk| {
            let new = selections::New { name: "Utvalg".into(), ..selections::New::default() };
            let id = selections::create_of(desk, &new, &[])?.selection.id;
            crate::store::selections::put(desk.db(), Of::Persons, id, card.id().0, (desk.now(), desk.user().id))?;
            let moved = selections::take_out(desk, id, &Subject::Persons([card.id()].into()))?.moved;
            if moved == 0 { Err(Error::Refused(Rule::Restricted)) } else { Ok("Gry") }
        })
    }),
    ("selections::of_person", |office, card| {
        ask(office, move |desk| Ok(("Gry", selections::alerts::of_person(desk, card.id())?)))
    }),
    ("selections::count_of", |office, _| {
        ask(office, |desk| {
            let criteria = selections::read(desk, Of::Persons, r#"{"field": "first_name", "is": "gry"}"#)?;
            Ok((selections::count_of(desk, Of::Persons, &criteria)? > 0).then_some("Gry"))
        })
    }),
    ("mail::take_in", |office, card| {
        ask(office, move |desk| {
            let purpose = token::Purpose::Unsubscribe { mailing: None, kind: None };
            let subject = tokens::issue(desk, card.id(), purpose)?;
            let mail = replies::Mail { subject, ..replies::Mail::default() };
            let came = replies::Came { file: "a.eml".into(), number: 1, bytes: b"a".to_vec(), mail: Some(mail) };
            // Nothing of this is to stay.
            if intake::take_in(desk, &[came], intake::Strangers::Left)?.recognised.is_empty() {
                return Err(Error::Refused(Rule::Restricted));
            }
            Ok("Gry")
        })
    }),
    ("mail::list, mail::waiting", |office, card| {
        ask(office, move |desk| {
            proposed(desk, card.id())?;
            let told = (intake::proposals::list(desk, true)?, intake::proposals::waiting(desk)?);
            // Nothing of this is to stay.
            if told.1 == 0 { Err(Error::Refused(Rule::Restricted)) } else { Ok(told) }
        })
    }),
    ("mail::accept", |office, card| {
        ask(office, move |desk| {
            let id = proposed(desk, card.id())?;
            intake::proposals::accept(desk, &[id])
        })
    }),
    ("mail::reject", |office, card| {
        ask(office, move |desk| {
            let id = proposed(desk, card.id())?;
            intake::proposals::reject(desk, &[id])
        })
    }),
    ("mail::of_person, mail::free", |office, card| {
        ask(office, move |desk| {
            let (address, at, stopped_at) = ("a@example.org".to_owned(), desk.now(), Some(desk.now()));
            let (id, why) = (desk.db().new_id(), Some(crate::model::reply::Why::Bounced));
            let row = crate::store::stopped::Row { id, person: card.id(), address, bounces: 5, why, at, stopped_at };
            crate::store::stopped::put(desk.db(), &row)?;
            let told = stopped::of_person(desk, card.id())?;
            stopped::free(desk, card.id(), "a@example.org")?;
            Ok(if told.is_empty() { "" } else { "Gry" })
        })
    }),
    ("fields::empty", |office, _| ask(office, |desk| fields::empty(desk, &Field::Website, &Progress::default()))),
];

/// What has a test of its own: below, or in `selections/tests.rs`, `exporting/tests.rs` and `trash/tests.rs`.
const APART: &[&str] = &[
    "erasure::carry_out",
    "erasure::erase_again",
    "exporting::export",
    "import::undo",
    "mass_edit::held",
    "mass_edit::undo",
    "retention::approve",
    // What `due_on` lists, parted.
    "retention::plan",
    "retention::round",
    "selections::charts",
    "selections::copy",
    "selections::count",
    "selections::count_combined",
    "selections::count_if_it_can",
    "selections::keep",
    "selections::list",
    "trash::answer",
    "trash::deletion_requests",
    "trash::due",
    "trash::empty",
    "trash::list",
    "trash::purge",
    "trash::records",
    "trash::restore",
];

/// What neither takes a person nor tells of one.
const NOBODY: &[&str] = &[
    // What is counted from it is asked for a viewer.
    "selections::prepare",
    "selections::held",
    "report::controller",
    "report::letter",
    // Says only that a card is there that may be asked about.
    "persons::require_known",
    "preparation::confirm",
    "preparation::put_away",
    "preparation::state",
    // Says only which of two cards is there to be asked for.
    "activities::whose",
    "backup::before_import",
    "backup::make",
    "backup::make_file",
    "backup::set_folder",
    "backup::settings",
    "backup::state",
    "bookmarks::favourite_companies",
    "bookmarks::recent_companies",
    "check::everything",
    "check::run",
    "companies::add",
    "companies::add_from_text",
    "companies::edit",
    "companies::get",
    "companies::names_like",
    "companies::remove",
    "companies::save",
    "companies::warnings",
    // Of whom something was erased, nothing tells any more.
    "erasure::all",
    "erasure::backups",
    "erasure::certificate",
    "erasure::finish",
    "erasure::is_unfinished",
    "erasure::letters",
    "erasure::may_certify",
    "erasure::older_backups",
    "erasure::overrule",
    "erasure::overrule_texts",
    "erasure::recognised",
    "erasure::remove_older_backups",
    "erasure::rewrite",
    "erasure::save_certificate",
    "erasure::save_letter",
    "erasure::sent",
    "erasure::waiting",
    "exporting::named",
    "exporting::offered",
    // Tells what was exported, not who was in it.
    "exporting::register",
    "fields::all",
    "fields::save",
    "inspection::run",
    "mail::check",
    "mail::create",
    "mail::statement",
    "mail::reset",
    "mail::set",
    "journal::accept",
    "journal::compare",
    "journal::end",
    "journal::examine",
    "journal::examine_while",
    "journal::head_words",
    "journal::length",
    // Reads files, and leaves what is in them to what takes it in.
    "mail::run",
    // A form that holds nothing of anybody, and a card for somebody new.
    "mail::address",
    "mail::take_up",
    "mail::write",
    "lists::find_or_add",
    "lists::find_or_keep",
    // Tells numbers, and the numbers of messages.
    "mail::count",
    "mail::find",
    "mail::pause",
    "mail::resume",
    "mail::stop",
    "mail::test",
    "mail::is_set_up",
    "mail::purposes",
    // Whether it may leave is asked of each message in its own transaction.
    "mail::send_by",
    "mail::try_account",
    "mail::try_by",
    "mass_edit::basis_from_text",
    "mass_edit::fields",
    "mass_edit::list",
    "mass_edit::replacing_from_text",
    "mass_edit::row_from_text",
    // Removes what is old, whoever it is about, and tells how much that was.
    "outdated::round",
    "Office::add_user",
    "Office::can_step",
    "Office::changes",
    // What the user did in this session, and saw while doing it.
    "Office::changes_since",
    "Office::check",
    "Office::close",
    "Office::close_card",
    "Office::create",
    "Office::find_companies",
    "Office::find_first_companies",
    "Office::folder",
    "Office::forget",
    "Office::journal_at_unlock",
    "Office::lang",
    "Office::latest",
    "Office::likeliest_company",
    "Office::make_room",
    "Office::next_step",
    "Office::notices",
    "Office::open",
    "Office::open_remembered",
    "Office::open_with",
    "Office::open_with_recovery",
    "Office::prepare_company_search",
    "Office::prepare_search",
    "Office::proves",
    "Office::read",
    "Office::remember",
    "Office::remembered_until",
    "Office::remove_user",
    "Office::remove_user_aside",
    "Office::set_lang",
    "Office::set_passphrase",
    "Office::set_recovery_key",
    "Office::user",
    "Office::write",
    "persons::own_fields",
    "sample::make",
    "selections::all",
    "selections::catalogue",
    "selections::change",
    "selections::combine",
    "selections::create",
    "selections::describe",
    "selections::explain",
    "selections::find",
    "selections::members_of",
    "selections::of",
    "selections::of_company",
    "selections::read",
    "selections::remove",
    "selections::rename",
    "selections::require_name",
    "selections::users",
    "selections::written",
    "settings::access",
    "settings::apply",
    "settings::decidable",
    "settings::document",
    "settings::export",
    "settings::get",
    "settings::history",
    "settings::listed",
    "settings::lock_after",
    "settings::overview",
    "settings::plan",
    "settings::read",
    "settings::rehearse",
    "settings::roles",
    "settings::set",
    "settings::take_back",
    "settings::unset",
    "settings::write",
    "setup::confirm_recovery",
    // For what is made of the whole file: how much a backup holds, and whether there is anything yet.
    "setup::counts",
    "setup::is_sample",
    "setup::recovery_confirmed",
    "setup::set_language",
    "setup::users",
    "setup::vault_id",
    "trash::is_company",
    "trash::purge_day",
    "users::allow",
    "users::create",
    "users::list",
    "users::remove",
    "users::rename",
    "users::roles",
    "users::set_role",
    "users::who_can_grant",
    "wordings::add",
    "wordings::all",
    "trash::allow",
];

fn hold() -> hold::Content {
    hold::Content { ground: hold::Ground::Bookkeeping, statute: "§ 13".into(), comment: String::new(), until: None }
}

/// Lets a person have proposed something.
fn proposed(desk: &mut Desk<'_>, person: Id) -> Result<reply::ProposalId, Error> {
    let reply = reply::Reply {
        id: reply::Id(desk.db().new_id()),
        person,
        kind: reply::Kind::Request,
        proof: reply::Proof::Address,
        sender: String::new(),
        subject: String::new(),
        sha256: String::new(),
        evidence: None,
        at: desk.now(),
        by: desk.user().id,
    };
    crate::store::replies::insert(desk.db(), &reply)?;
    let proposal = reply::Proposal {
        id: reply::ProposalId(desk.db().new_id()),
        person,
        reply: reply.id,
        change: reply::Change::NoMailings,
        state: reply::State::Open,
        decided_at: None,
        decided_by: None,
    };
    crate::store::replies::propose(desk.db(), &proposal)?;
    Ok(proposal.id)
}

fn told() -> report::Wanted {
    report::Wanted::new(crate::i18n::Lang::Nb)
}

fn of(id: Id) -> Wanted {
    Wanted { person: Some(id), ..Wanted::default() }
}

fn is_among(lines: &[journal::Line], id: Id) -> &'static str {
    if lines.iter().any(|line| line.person == Some(id)) { "Gry" } else { "" }
}

fn is_named(seen: &[journal::Seen], id: Id) -> &'static str {
    if seen.iter().any(|seen| matches!(seen.about, About::Person(about, _) if about == id)) { "Gry" } else { "" }
}

/// A card file with a person who is marked, was looked at and must be kept, and somebody else who works there.
pub fn prepared(folder: &Path) -> (tempfile::TempDir, Office, Card) {
    let (dir, office, card) = furnished(folder);
    sight::tests::employ(&office);
    let id = card.id();
    let looked = office.write(move |desk| {
        for key in ["purpose.sales.keep_months", "purpose.marketing.keep_months"] {
            settings::set(desk, &settings::Setting::from_key(key).unwrap(), "12")?;
        }
        bookmarks::mark(desk, Record::Person(id), true)?;
        bookmarks::opened(desk, Record::Person(id))?;
        holding::add(desk, id, hold())
    });
    looked.wait().unwrap();
    (dir, office, card)
}

pub fn tells(said: &str) -> bool {
    shows(said) || said.contains("Gry")
}

#[test]
fn no_way_leads_to_a_person_whom_the_user_may_not_see() {
    let folder = tempfile::tempdir().unwrap();
    // With the right, each of them leads somewhere; those that closed cards have are tried there.
    let mut open = prepared(folder.path());
    for (name, way) in MORE {
        let before = rows(&open.1);
        let leads = match way(&open.1, open.2.clone()) {
            Ok(said) => tells(&said),
            // There is nothing to lift, to look up or to decide; that was found on the card.
            Err(Error::Refused(Rule::RestrictionStands) | Error::NoSuch("objection")) => true,
            Err(error) => panic!("{name}, seen: {error:?}"),
        };
        let changes = rows(&open.1) != before;
        assert!(leads || changes, "{name} does nothing on a card that is seen");
        if changes {
            open = prepared(folder.path());
        }
    }
    let folder = tempfile::tempdir().unwrap();
    let (_dir, office, card) = prepared(folder.path());
    let id = card.id();
    sight::tests::hand_over(&office, id);
    let person = office.read(move |desk| persons::get(desk, id)).wait().unwrap();
    let card = Card { person, ..card };
    sight::tests::see_own_only(&office);
    for (name, way) in WAYS.iter().chain(MORE) {
        let before = rows(&office);
        let said = match way(&office, card.clone()) {
            Ok(said) => said,
            // Rows of a file are refused one by one.
            Err(Error::Forbidden(Right::SeeOthers) | Error::Refused(Rule::Restricted)) => String::new(),
            Err(error) => panic!("{name}: {error:?}"),
        };
        assert!(!tells(&said), "{name} shows {said}");
        assert_eq!(rows(&office), before, "{name}");
    }
    assert!(std::fs::read_dir(folder.path()).unwrap().count() <= 1, "nothing was written but the file to import");
}

#[test]
fn taking_a_mass_edit_back_leaves_alone_what_is_somebody_else_s_or_closed_now() {
    let (_dir, office) = office();
    let ids = ["Geheim", "Berg", "Havn"].map(|last| crate::office::tests::add(&office, named("Gry", last)).id);
    let row = Row::Field { field: Field::Title, action: Action::Set(Value::Text("Ny".into())) };
    let (subject, edit) = (Subject::Persons(ids.into()), Edit { activities: None, rows: vec![row] });
    let made = office.write(move |desk| mass_edit::carry_out(desk, &subject, &edit, &Progress::default()));
    let made = made.wait().unwrap();
    sight::tests::hand_over(&office, ids[0]);
    office.write(move |desk| states::restrict(desk, ids[1], Ground::Accuracy, "")).wait().unwrap();
    sight::tests::see_own_only(&office);
    let undone = office.write(move |desk| mass_edit::undo(desk, made.edit.unwrap(), &Progress::default()));
    let undone = undone.wait().unwrap();
    assert_eq!(
        (undone.restored, undone.held.iter().map(|held| held.id).collect::<Vec<_>>()),
        (1, vec![ids[0].0, ids[1].0])
    );
    // Of a closed card there is the name, and of somebody else's nothing.
    let names = office.read(move |desk| mass_edit::held(desk, undone.of, &undone.held)).wait().unwrap();
    assert_eq!(names, [None, Some("Gry Berg".to_owned())]);
}

#[test]
fn undoing_an_import_leaves_alone_what_is_somebody_else_s_now() {
    let folder = tempfile::tempdir().unwrap();
    let (_dir, office) = office();
    let path = folder.path().join("people.csv");
    std::fs::write(&path, "First name;Last name\nGry;Geheim\nTor;Berg\n").unwrap();
    let opened = import::open(&Parser::Here, &path, Format::Auto, &Progress::default()).unwrap();
    let terms = crate::model::import::Terms {
        purpose: list::SALES,
        basis: Basis::Contract.into(),
        condition: None,
        source: list::SOURCE_IMPORT,
        comment: String::new(),
        on_duplicate: OnDuplicate::Skip,
    };
    let request =
        Request { path, format: Format::Auto, parser: Parser::Here, mapping: opened.guesses, terms, overrule: None };
    let made = office
        .write(move |desk| {
            let plan = import::plan(desk, &request, &Progress::default())?;
            import::carry_out(desk, &plan, &Progress::default())
        })
        .wait()
        .unwrap();
    let found = office.find("gry", Default::default()).wait().unwrap();
    let id = found.ids[0];
    sight::tests::employ(&office);
    // As if it had been typed elsewhere: a card that was edited would be held for that.
    office
        .write(move |desk| Ok(crate::store::persons::look_after(desk.db(), id, Some(sight::tests::OTHER))?))
        .wait()
        .unwrap();
    sight::tests::see_own_only(&office);
    let undone = office.write(move |desk| import::undo(desk, made.id, &Progress::default())).wait().unwrap();
    assert_eq!((undone.waiting.as_slice(), undone.removed.len()), ([id].as_slice(), 1));
    let is_there = office.read(move |desk| Ok(crate::store::persons::name(desk.db(), id)?.is_some())).wait().unwrap();
    assert!(is_there);
}

#[test]
fn every_function_of_the_office_is_in_a_list() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = BTreeSet::new();
    let mut files = vec![root.join("office.rs")];
    let mut folders = vec![root.join("office")];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            match (path.is_dir(), path.file_name().is_some_and(|name| name == "tests" || name == "tests.rs")) {
                (_, true) => {}
                (true, false) => folders.push(path),
                (false, false) => files.push(path),
            }
        }
    }
    for file in files {
        let source = std::fs::read_to_string(&file).unwrap();
        let source = source.split("#[cfg(test)]\nmod ").next().unwrap();
        let place = file.strip_prefix(&root).unwrap().with_extension("");
        let module = place.iter().nth(1).map_or("Office".to_owned(), |name| name.to_string_lossy().into_owned());
        // What stands alone and takes a desk or the office.
        for function in source.split("\npub fn ").skip(1) {
            let (signature, _) = function.split_once('{').unwrap();
            if ["Desk<", "&Office"].iter().any(|taken| signature.contains(taken)) {
                found.insert(format!("{module}::{}", name(function)));
            }
        }
        for block in source.split("\nimpl Office {").skip(1) {
            let (block, _) = block.split_once("\n}").unwrap();
            found.extend(block.split("\n    pub fn ").skip(1).map(|function| format!("Office::{}", name(function))));
        }
    }
    let named = |(name, _): &(&'static str, Way)| name.split([',', ' ']).filter(|word| word.contains("::"));
    let mut listed: BTreeSet<String> =
        WAYS.iter().chain(MORE).flat_map(named).chain(APART.iter().copied()).map(str::to_owned).collect();
    for name in NOBODY {
        assert!(listed.insert((*name).to_owned()), "{name} is in two lists");
    }
    let forgotten: Vec<_> = found.difference(&listed).collect();
    assert!(found.len() > 100 && forgotten.is_empty(), "add each to one of the lists: {forgotten:?}");
    let gone: Vec<_> = listed.difference(&found).collect();
    assert!(gone.is_empty(), "these are no functions any more: {gone:?}");
}

/// Returns the name with which a function begins.
fn name(function: &str) -> &str {
    function.split(|sign: char| !sign.is_alphanumeric() && sign != '_').next().unwrap()
}
