//! No way leads to a restricted person. Whoever adds a function of the office that takes or shows a person adds it to
//! [`WAYS`]: it must do or show something while the card is open, and nothing at all once it is restricted, or
//! somebody else's card, see `seen_everywhere`. There, a test finds functions that are in no list.

use std::path::{Path, PathBuf};

use chrono::Days;

use crate::i18n::Lang;
use crate::model::activity::{self, Content as Doing, Filter};
use crate::model::attachment;
use crate::model::basis::{Basis, Decision};
use crate::model::draft::{Draft, Place};
use crate::model::import::{OnDuplicate, Terms};
use crate::model::list::List;
use crate::model::mass_edit::{Action, Edit, Replace, Row, Value, Which};
use crate::model::notice;
use crate::model::person::{Content, Id, Labelled, Person};
use crate::model::restriction::Ground;
use crate::model::selection::Ready;
use crate::model::subscription::Said;
use crate::model::template::Base;
use crate::model::{Moment, company, employment, list, merge, outbox};
use crate::office::activities::Of;
use crate::office::attached::{self, Incoming};
use crate::office::bookmarks::{self, Record};
use crate::office::finding::{Column, Order};
use crate::office::long_texts::Kinds;
use crate::office::mail::mailings::{self, Wanted as Mailing};
use crate::office::mail::outbox::{New, queue};
use crate::office::mail::{allowed, consents, corrections, handling, letters, notices, templates};
use crate::office::subject::{self, Subject};
use crate::office::tests::{named, office};
use crate::office::undo;
use crate::office::{
    Desk, Error, Office, Progress, Rule, activities, companies, drafts, erasure, exporting, import, legal_basis,
    long_texts, mass_edit, merging, persons, relations, retention, selections, settings, states, subscriptions,
    wordings,
};
use crate::store;
use crate::transfer::{Format, Parser};

/// What the person was asked.
pub const WORDS: &str = "Kan vi skrive til deg?";

/// What only the restricted person's card holds; nothing of it may be seen.
pub const SECRETS: [&str; 7] =
    ["geheim@example.org", "90011223", "Geheimfisk", "Geheimtittel", "geheimnotat", "geheimsamtale", "Geheimby"];

/// The person in question, and what hangs on the card.
#[derive(Clone)]
pub struct Card {
    pub person: Person,
    pub company: company::Id,
    pub activity: activity::Activity,
    pub evidence: attachment::Id,
    pub job: employment::Id,
    pub other: Id,
    pub relation: crate::model::relation::Id,
    pub merge: merge::Id,
    pub folder: PathBuf,
}

impl Card {
    pub fn id(&self) -> Id {
        self.person.id
    }

    fn file(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }
}

/// Asks the office in one desk, and answers what it said, in words.
pub fn ask<T: std::fmt::Debug + Send + 'static>(
    office: &Office,
    job: impl FnOnce(&mut Desk<'_>) -> Result<T, Error> + Send + 'static,
) -> Result<String, Error> {
    office.write(job).wait().map(|said| format!("{said:?}"))
}

pub type Way = fn(&Office, Card) -> Result<String, Error>;

/// What goes to somebody although nothing permits it.
fn mailing(card: &Card) -> Mailing {
    let news = list::shipped_id(List::Subscription, "news").unwrap();
    let sort = crate::model::mailing::Sort::Marketing(news);
    Mailing { why: "avtalt".into(), ..Mailing::new("Nytt", Subject::Persons([card.id()].into()), sort) }
}

/// Every way to a person, named by the functions that make it.
pub const WAYS: &[(&str, Way)] = &[
    ("mail::page", |office, card| {
        mailed(office, card, |desk, _| handling::page(desk, &[], 10, 0).map(|lines| format!("{lines:?}")))
    }),
    ("mail::get", |office, card| {
        mailed(office, card, |desk, id| handling::get(desk, id).map(|found| format!("{found:?}")))
    }),
    ("persons::get", |office, card| ask(office, move |desk| persons::get(desk, card.id()))),
    ("persons::lines", |office, card| ask(office, move |desk| persons::lines(desk, &[card.id()]))),
    ("persons::save", |office, card| {
        ask(office, move |desk| {
            let content = Content { title: "Ny".into(), ..card.person.content.clone() };
            persons::save(desk, card.id(), content, card.person.updated_at)
        })
    }),
    ("persons::edit", |office, card| {
        ask(office, move |desk| persons::edit(desk, card.id(), &[(crate::model::field::Field::Title, "Ny".into())]))
    }),
    ("persons::change_interests", |office, card| {
        ask(office, move |desk| persons::change_interests(desk, card.id(), &["Golf".into()], &[]))
    }),
    ("persons::set_picture", |office, card| {
        ask(office, move |desk| {
            let picture = Incoming { name: "a.png".into(), bytes: png() };
            persons::set_picture(desk, card.id(), Some(&picture))
        })
    }),
    ("erasure::plan", |office, card| {
        ask(office, move |desk| {
            let plan = erasure::plan(desk, &erasure::Wanted::new(vec![card.id()]), &Progress::default())?;
            Ok((if plan.persons.is_empty() { "" } else { SECRETS[0] }, plan))
        })
    }),
    ("erasure::erase", |office, card| {
        ask(office, move |desk| {
            let wanted = erasure::Wanted { hits: erasure::Hits::Scrub, ..erasure::Wanted::new(vec![card.id()]) };
            erasure::erase(desk, &wanted, &Progress::default()).map(|_| ())
        })
    }),
    ("persons::jobs", |office, card| ask(office, move |desk| persons::jobs(desk, card.id()))),
    ("persons::forget_job", |office, card| ask(office, move |desk| persons::forget_job(desk, card.id(), card.job))),
    ("persons::resembling", |office, card| {
        ask(office, move |desk| {
            let mut alike = persons::resembling(desk, &card.person.content, None)?;
            alike.retain(|one| one.line.id == card.id());
            Ok(alike)
        })
    }),
    ("mass_edit::carry_out", |office, card| {
        ask(office, move |desk| {
            let (subject, edit) = titled(&card);
            mass_edit::carry_out(desk, &subject, &edit, &Progress::default())
        })
    }),
    ("mass_edit::plan, mass_edit::sample", |office, card| {
        ask(office, move |desk| {
            let (subject, edit) = titled(&card);
            let plan = mass_edit::plan(desk, &subject, &edit, &Progress::default())?;
            mass_edit::sample(desk, &plan, 10, 0)
        })
    }),
    ("mass_edit::plan of activities", |office, card| {
        ask(office, move |desk| {
            let (subject, _) = titled(&card);
            let replace = Replace { find: "geheimsamtale".into(), with: "ny".into(), ..Replace::default() };
            let row = Row::Field { field: crate::model::field::Field::Note, action: Action::Replace(replace) };
            let edit = Edit { activities: Some(Which::default()), rows: vec![row] };
            let plan = mass_edit::plan(desk, &subject, &edit, &Progress::default())?;
            mass_edit::sample(desk, &plan, 10, 0)
        })
    }),
    ("legal_basis::overview", |office, card| ask(office, move |desk| legal_basis::overview(desk, card.id()))),
    ("legal_basis::decide", |office, card| {
        ask(office, move |desk| {
            let decision = Decision::new(list::SALES, Basis::Contract, list::SOURCE_USER);
            legal_basis::decide(desk, card.id(), &decision, None)
        })
    }),
    ("legal_basis::export", |office, card| {
        let path = card.file("basis.xlsx");
        ask(office, move |desk| legal_basis::export(desk, card.id(), &path))
    }),
    ("legal_basis::note_export", |office, card| ask(office, move |desk| legal_basis::note_export(desk, card.id()))),
    ("legal_basis::save_evidence", |office, card| {
        let path = card.file("evidence.txt");
        ask(office, move |desk| legal_basis::save_evidence(desk, card.id(), card.evidence, &path))
    }),
    ("subscriptions::of", |office, card| ask(office, move |desk| subscriptions::of(desk, card.id()))),
    ("subscriptions::if_open", |office, card| ask(office, move |desk| subscriptions::if_open(desk, card.id()))),
    ("mail::may_write", |office, card| {
        ask(office, move |desk| allowed::may_write(desk, card.id(), &allowed::What::new(outbox::Kind::Answer)))
    }),
    ("mail::clock", |office, card| ask(office, move |desk| Ok((SECRETS[0], notices::clock(desk, card.id())?)))),
    ("mail::due", |office, card| {
        ask(office, move |desk| {
            let (due, _) = notices::due(desk, 60, 100)?;
            Ok(if due.iter().any(|due| due.person == card.id()) { SECRETS[0] } else { "" })
        })
    }),
    ("mail::prepare", |office, card| {
        ask(office, move |desk| Ok((SECRETS[0], notices::prepare(desk, card.id(), &letters::Choice::default())?)))
    }),
    ("mail::send_due", |office, card| {
        ask(office, move |desk| {
            let done = notices::send_due(
                desk,
                60,
                &letters::Choice { incomplete: true, ..letters::Choice::default() },
                false,
                &Progress::default(),
            )?;
            let is_told = done.persons.contains(&card.id()) || done.held.iter().any(|(id, _)| *id == card.id());
            Ok(if is_told { SECRETS[0] } else { "" })
        })
    }),
    ("mail::prepare, of a correction", |office, card| {
        corrected(office, card, |desk, id| corrections::prepare(desk, id, None, &letters::Choice::default()).map(drop))
    }),
    ("mail::confirm", |office, card| {
        corrected(office, card, |desk, id| {
            corrections::confirm(desk, id, None, &letters::Choice::default(), true).map(drop)
        })
    }),
    ("mail::prepare, of a consent", |office, card| {
        ask(office, move |desk| {
            let choice = letters::Choice::default();
            Ok((SECRETS[0], consents::prepare(desk, card.id(), list::MARKETING, &choice)?))
        })
    }),
    ("mail::ask", |office, card| {
        ask(office, move |desk| {
            let choice = letters::Choice::default();
            Ok((SECRETS[0], consents::ask(desk, card.id(), list::MARKETING, &choice, true)?))
        })
    }),
    ("mail::send_to", |office, card| {
        ask(office, move |desk| {
            let whom = Subject::Persons([card.id()].into());
            notices::send_to(
                desk,
                &whom,
                &letters::Choice { incomplete: true, ..letters::Choice::default() },
                true,
                &Progress::default(),
            )
        })
    }),
    ("mail::note", |office, card| {
        ask(office, move |desk| {
            notices::note(desk, &Subject::Persons([card.id()].into()), notice::Way::Oral, None, "fortalt")
        })
    }),
    ("mail::preview", |office, card| {
        ask(office, move |desk| {
            let (key, person) = (Base::Notice.into(), Some(card.id()));
            Ok((SECRETS[0], templates::preview(desk, &key, Lang::Nb, None, person)?))
        })
    }),
    ("mail::plan, of a mailing", |office, card| {
        ask(office, move |desk| mailings::plan(desk, &mailing(&card), &Progress::default()))
    }),
    ("mail::reach", |office, card| {
        ask(office, move |desk| mailings::reach(desk, &mailing(&card), &Progress::default()))
    }),
    ("mail::carry_out, mail::recipients", |office, card| {
        ask(office, move |desk| {
            let done = mailings::carry_out(desk, &mailing(&card), &Progress::default())?;
            done.mailing.map(|id| mailings::recipients(desk, id)).transpose()
        })
    }),
    ("mail::preview, of a mailing", |office, card| {
        ask(office, move |desk| Ok((SECRETS[0], mailings::preview(desk, &mailing(&card), Some(card.id()))?)))
    }),
    ("mail::of_person, of mailings", |office, card| {
        ask(office, move |desk| Ok((SECRETS[0], mailings::of_person(desk, card.id())?)))
    }),
    ("mail::panel", |office, card| ask(office, move |desk| allowed::panel(desk, card.id()))),
    ("subscriptions::set", |office, card| {
        ask(office, move |desk| {
            let wish = Said::new(list::shipped_id(List::Subscription, "urgent").unwrap(), true);
            subscriptions::set(desk, card.id(), &wish).map(drop)
        })
    }),
    ("attached::get", |office, card| {
        ask(office, move |desk| {
            let (_, bytes) = attached::get(desk, card.evidence)?;
            Ok(String::from_utf8_lossy(&bytes).into_owned())
        })
    }),
    ("attached::about", |office, card| ask(office, move |desk| attached::about(desk, card.evidence))),
    ("activities::page", |office, card| {
        ask(office, move |desk| activities::page(desk, Of::Person(card.id()), &Filter::default(), 10, 0))
    }),
    ("activities::page of the company", |office, card| {
        ask(office, move |desk| activities::page(desk, Of::Company(card.company), &Filter::default(), 10, 0))
    }),
    ("activities::last", |office, card| {
        ask(office, move |desk| Ok((SECRETS, activities::last(desk, Of::Person(card.id()))?)))
    }),
    ("activities::agenda", |office, _| ask(office, |desk| activities::agenda(desk, None, 9))),
    ("activities::get", |office, card| ask(office, move |desk| activities::get(desk, card.activity.id))),
    ("activities::add", |office, card| {
        let doing = Doing { person: Some(card.id()), ..Doing::new(list::ACTIVITY_TASK, Moment::now()) };
        ask(office, move |desk| activities::add(desk, Doing { text: "Ring".into(), ..doing }))
    }),
    ("activities::save", |office, card| {
        ask(office, move |desk| {
            let content = Doing { text: "Noe annet".into(), ..card.activity.content.clone() };
            activities::save(desk, card.activity.id, content, card.activity.updated_at)
        })
    }),
    ("activities::set_done", |office, card| {
        ask(office, move |desk| activities::set_done(desk, card.activity.id, true))
    }),
    ("activities::remove", |office, card| ask(office, move |desk| activities::remove(desk, card.activity.id))),
    ("relations::of", |office, card| ask(office, move |desk| relations::of(desk, card.id()))),
    ("relations::of the other", |office, card| ask(office, move |desk| relations::of(desk, card.other))),
    ("relations::add", |office, card| {
        ask(office, move |desk| relations::add(desk, card.other, card.id(), "colleague", ""))
    }),
    ("relations::remove", |office, card| ask(office, move |desk| relations::remove(desk, card.other, card.relation))),
    ("merging::duplicates", |office, _| ask(office, |desk| merging::duplicates(desk, 10, &Progress::default()))),
    ("merging::keep_apart", |office, card| ask(office, move |desk| merging::keep_apart(desk, card.other, card.id()))),
    ("merging::plan", |office, card| ask(office, move |desk| merging::plan(desk, card.other, card.id()))),
    ("merging::merge", |office, card| ask(office, move |desk| merging::merge(desk, card.id(), card.other, &[]))),
    ("merging::merge into another", |office, card| {
        ask(office, move |desk| merging::merge(desk, card.other, card.id(), &[]))
    }),
    ("merging::undo", |office, card| ask(office, move |desk| merging::undo(desk, card.merge))),
    ("merging::past", |office, card| ask(office, move |desk| Ok((SECRETS, merging::past(desk, card.id())?)))),
    ("merging::earlier", |office, card| {
        ask(office, move |desk| {
            let merges = merging::earlier(desk, 99)?;
            Ok(merges.iter().any(|merge| merge.kept.id == card.id()).then_some(SECRETS))
        })
    }),
    ("bookmarks::mark", |office, card| ask(office, move |desk| bookmarks::mark(desk, Record::Person(card.id()), true))),
    ("bookmarks::opened", |office, card| ask(office, move |desk| bookmarks::opened(desk, Record::Person(card.id())))),
    ("selections::page", |office, card| {
        ask(office, move |desk| {
            let everybody = selections::page(desk, Ready::NotInformed.id(), 99, 0)?;
            let ids: Vec<Id> = everybody.into_iter().map(Id).filter(|id| *id == card.id()).collect();
            persons::lines(desk, &ids)
        })
    }),
    ("selections::of_person", |office, card| {
        ask(office, move |desk| Ok((SECRETS, selections::alerts::of_person(desk, card.id())?)))
    }),
    ("selections::subjects", |office, card| {
        ask(office, move |desk| {
            let ids = selections::subjects(desk, Ready::NotInformed.id())?.ids;
            Ok(ids.contains(&card.id()).then_some(SECRETS))
        })
    }),
    ("subject::resolve", |office, card| {
        ask(office, move |desk| {
            let picked = subject::resolve(desk, &Subject::Persons([card.id()].into()))?;
            Ok((!picked.ids.is_empty()).then_some(SECRETS))
        })
    }),
    ("retention::keep", |office, card| {
        ask(office, move |desk| {
            let until = desk.today() + chrono::Months::new(12);
            retention::keep(desk, card.id(), until, "Avtale")
        })
    }),
    ("exporting::plan", |office, card| {
        ask(office, move |desk| {
            let who = exporting::Who::Subject(Subject::Persons([card.id()].into()));
            Ok((exporting::plan(desk, &who)?.rows > 0).then_some(SECRETS))
        })
    }),
    ("drafts::keep, drafts::all", |office, card| {
        let draft = Draft { place: Place::Person(card.id()), content: SECRETS.concat() };
        ask(office, move |desk| {
            drafts::keep(desk, &[draft])?;
            drafts::all(desk)
        })
    }),
    ("companies::card", |office, card| {
        ask(office, move |desk| {
            let members = companies::card(desk, card.company)?.members;
            Ok(members.into_iter().filter(|member| member.person == card.id()).collect::<Vec<_>>())
        })
    }),
    ("Office::find by e-mail", |office, card| found(office, &card, SECRETS[0])),
    ("Office::find by phone", |office, card| found(office, &card, SECRETS[1])),
    ("Office::find by company", |office, card| found(office, &card, SECRETS[2])),
    ("Office::find without an index", |office, card| {
        office.0.finder.lose();
        found(office, &card, SECRETS[0])
    }),
    ("Office::find_first", |office, card| {
        office.prepare_search().wait()?;
        found(office, &card, "gro")?;
        let first = office.find_first(SECRETS[0]).unwrap();
        Ok(if first.ids.contains(&card.id()) { SECRETS[0].into() } else { String::new() })
    }),
    ("Office::likeliest", |office, card| {
        office.prepare_search().wait()?;
        found(office, &card, "gro")?;
        Ok(if office.likeliest(SECRETS[2]) == Some(card.id()) { SECRETS[2].into() } else { String::new() })
    }),
    ("Office::find by its place among companies", |office, card| {
        let order = Order { by: Column::Company, descending: false };
        let ids = office.find("", order).wait()?.ids;
        // Who has a company comes before who has none.
        Ok(if ids.first() == Some(&card.id()) { SECRETS[2].into() } else { String::new() })
    }),
    ("Office::find_text, long_texts::find", |office, _| {
        office.find_text("geheim", Kinds::All, Filter::default(), 10).wait().map(debug)
    }),
    ("Office::count_text, long_texts::count", |office, _| {
        let count = office.count_text("geheimnotat").wait()?;
        Ok(if count > 0 { SECRETS[4].into() } else { String::new() })
    }),
    ("import::plan, import::carry_out, filling", |office, card| imported(office, &card, OnDuplicate::Fill)),
    ("import::plan, import::carry_out, replacing", |office, card| imported(office, &card, OnDuplicate::Replace)),
    ("import::plan, import::carry_out, adding a second card", |office, card| imported(office, &card, OnDuplicate::Add)),
    ("Office::step, Office::step_only", |office, _| office.step(undo::Way::Back).wait().map(|_| String::new())),
];

fn debug(said: impl std::fmt::Debug) -> String {
    format!("{said:?}")
}

fn found(office: &Office, card: &Card, typed: &str) -> Result<String, Error> {
    let found = office.find(typed, Order::default()).wait()?;
    Ok(if found.ids.contains(&card.id()) { typed.to_owned() } else { String::new() })
}

fn imported(office: &Office, card: &Card, on_duplicate: OnDuplicate) -> Result<String, Error> {
    let text = format!("First name;Last name;E-mail;Title\nGry;Geheim;{};Ny tittel\n", SECRETS[0]);
    imported_from(office, card, &text, on_duplicate)
}

/// Imports a file that holds one row.
pub fn imported_from(office: &Office, card: &Card, text: &str, on_duplicate: OnDuplicate) -> Result<String, Error> {
    let path = card.file("people.csv");
    std::fs::write(&path, text).unwrap();
    let opened = import::open(&Parser::Here, &path, Format::Auto, &Progress::default())?;
    let terms = Terms {
        purpose: list::SALES,
        basis: Basis::Contract.into(),
        condition: None,
        source: list::SOURCE_IMPORT,
        comment: String::new(),
        on_duplicate,
    };
    let request = import::Request {
        path,
        format: Format::Auto,
        parser: Parser::Here,
        mapping: opened.guesses,
        terms,
        overrule: None,
    };
    let plan = office.read(move |desk| import::plan(desk, &request, &Progress::default())).wait()?;
    if plan.counts.rejected == 1 {
        return Err(Error::Refused(Rule::Restricted));
    }
    office.write(move |desk| import::carry_out(desk, &plan, &Progress::default())).wait().map(|_| String::new())
}

fn png() -> Vec<u8> {
    let mut bytes = std::io::Cursor::new(Vec::new());
    image::DynamicImage::new_rgb8(2, 2).write_to(&mut bytes, image::ImageFormat::Png).unwrap();
    bytes.into_inner()
}

/// A card file with a person on whose card everything is that a card can have.
pub fn furnished(folder: &Path) -> (tempfile::TempDir, Office, Card) {
    let (dir, office) = office();
    let contract = Decision::new(list::SALES, Basis::Contract, list::SOURCE_USER);
    let mut content = named("Gry", "Geheim");
    content.company = "Gamle Geheimfisk".into();
    content.title = "Geheimtittel".into();
    content.note = "geheimnotat".into();
    content.website = "geheimnotat.example.org".into();
    content.emails.push(Labelled::new(None, SECRETS[0].into()));
    content.phones.push(Labelled::new(Some(list::LABEL_MOBILE), SECRETS[1].into()));
    let city = crate::model::person::Address { city: "Geheimby".into(), ..Default::default() };
    content.addresses.push(Labelled::new(None, city));
    let folder = folder.to_owned();
    let card = office
        .write(move |desk| {
            let other = persons::add(desk, content_of_the_other(), Some(&contract), list::SOURCE_USER)?;
            let person = persons::add(desk, content, Some(&contract), list::SOURCE_USER)?;
            let mut moved = person.content.clone();
            moved.company = "Geheimfisk AS".into();
            let (person, _) = persons::save(desk, person.id, moved, person.updated_at)?;
            let mut yes = Decision::new(list::MARKETING, Basis::Consent, list::SOURCE_USER);
            yes.wording = Some(wordings::add(desk, list::MARKETING, "nb", WORDS)?);
            yes.comment = "geheimsamtale".into();
            let evidence = Incoming::from_text("geheimnotat.txt", "geheimsamtale");
            let evidence = legal_basis::decide(desk, person.id, &yes, Some(&evidence))?.evidence.unwrap();
            let refused = Said::new(list::shipped_id(List::Subscription, "promotions").unwrap(), false);
            let refused = Said { comment: "geheimsamtale".into(), ..refused };
            subscriptions::set(desk, person.id, &refused)?;
            let doing = Doing { person: Some(person.id), ..Doing::new(list::ACTIVITY_TASK, Moment::now()) };
            let due = desk.today().checked_sub_days(Days::new(1));
            let doing = Doing { text: "geheimsamtale".into(), due, ..doing };
            let activity = activities::add(desk, doing)?;
            let relation = relations::add(desk, person.id, other.id, "assistant", "geheimnotat")?.id;
            let twin = persons::add(desk, named("Gry", "Gheim"), None, list::SOURCE_USER)?;
            let merged = merging::merge(desk, person.id, twin.id, &[])?;
            let job = persons::jobs(desk, person.id)?[0].employment.id;
            // What is not collected any more can be emptied.
            settings::set(desk, &settings::Setting::from_key("field.website.collect").unwrap(), "no")?;
            let person = persons::get(desk, merged.person.id)?;
            let company = person.company.unwrap();
            let merge = merged.id;
            let other = other.id;
            Ok(Card { person, company, activity, evidence, job, other, relation, merge, folder })
        })
        .wait()
        .unwrap();
    // What undoing would take back is a change of its own.
    let before = card.activity.clone();
    let content = Doing { subject: "Geheim".into(), ..before.content };
    let activity =
        office.write(move |desk| activities::save(desk, before.id, content, before.updated_at)).wait().unwrap();
    (dir, office, Card { activity, ..card })
}

/// Does something with a message to the person that waits, and takes it back.
pub fn mailed(
    office: &Office,
    card: Card,
    act: impl FnOnce(&mut Desk<'_>, crate::model::outbox::Id) -> Result<String, Error> + Send + 'static,
) -> Result<String, Error> {
    ask(office, move |desk| {
        desk.within(false, |desk| {
            let new = New {
                kind: crate::model::outbox::Kind::Answer,
                person: Some(card.id()),
                recipient: "Somebody".into(),
                address: SECRETS[0].into(),
                language: "nb".into(),
                subject: "Geheimtittel".into(),
                body: "geheimsamtale".into(),
                html: String::new(),
                token: None,
                subscription: None,
                mailing: None,
                due: None,
                files: Vec::new(),
            };
            let id = queue(desk, new)?;
            act(desk, id)
        })
    })
}

/// Tells of a correction of the card, and takes both back.
fn corrected(
    office: &Office,
    card: Card,
    tell: impl FnOnce(&mut Desk<'_>, Id) -> Result<(), Error> + Send + 'static,
) -> Result<String, Error> {
    ask(office, move |desk| {
        desk.within(false, |desk| {
            let person = store::persons::journal_ref(desk.db(), card.id())?.ok_or(Error::NoPerson(card.id()))?;
            let title = vec![crate::model::field::Field::Title];
            desk.note(
                crate::model::journal::Kind::PersonEdited,
                crate::model::journal::Subject::Person(person),
                title,
            )?;
            tell(desk, card.id()).map(|()| SECRETS[0].to_owned())
        })
    })
}

/// A mass edit of a card's title.
fn titled(card: &Card) -> (Subject, Edit) {
    let row = Row::Field { field: crate::model::field::Field::Title, action: Action::Set(Value::Text("Ny".into())) };
    (Subject::Persons([card.id()].into()), Edit { activities: None, rows: vec![row] })
}

/// Somebody whose card looks like the other.
fn content_of_the_other() -> Content {
    let mut content = named("Gro", "Geheim");
    content.emails.push(Labelled::new(None, SECRETS[0].into()));
    content
}

/// Returns every row that tells of a change.
pub fn rows(office: &Office) -> Vec<(String, Vec<String>)> {
    office.read(|desk| Ok(store::feed::rows_for_tests(desk.db())?)).wait().unwrap()
}

/// Returns whether an answer holds anything of the card.
pub fn shows(said: &str) -> bool {
    SECRETS.iter().any(|secret| said.contains(secret))
}

#[test]
fn no_way_leads_to_a_restricted_person() {
    let folder = tempfile::tempdir().unwrap();
    let mut open = furnished(folder.path());
    for (name, way) in WAYS {
        let before = rows(&open.1);
        let said = way(&open.1, open.2.clone()).unwrap_or_else(|error| panic!("{name}, open: {error:?}"));
        let changes = rows(&open.1) != before;
        assert!(shows(&said) || changes, "{name} does nothing on an open card: {said}");
        if changes {
            open = furnished(folder.path());
        }
    }
    let folder = tempfile::tempdir().unwrap();
    let (_dir, office, card) = furnished(folder.path());
    let id = card.id();
    office.write(move |desk| states::restrict(desk, id, Ground::Accuracy, "")).wait().unwrap();
    for (name, way) in WAYS {
        let before = rows(&office);
        let said = match way(&office, card.clone()) {
            Ok(said) => said,
            Err(Error::Refused(Rule::Restricted)) => String::new(),
            Err(error) => panic!("{name}: {error:?}"),
        };
        assert!(!shows(&said), "{name} shows {said}");
        assert_eq!(rows(&office), before, "{name}");
    }
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1, "nothing was written but the file to import");
}

#[test]
fn by_name_a_restricted_person_is_found_and_nothing_else_is_said() {
    let folder = tempfile::tempdir().unwrap();
    let (_dir, office, card) = furnished(folder.path());
    let id = card.id();
    let look = |typed: &str| office.find(typed, Order::default()).wait().unwrap().ids.contains(&id);
    assert!(look("geheim gry") && look(SECRETS[0]));
    office.write(move |desk| states::restrict(desk, id, Ground::Claims, "")).wait().unwrap();
    assert!(look("geheim gry") && !look(SECRETS[0]) && !look(SECRETS[2]));
    let line = office.read(move |desk| persons::lines(desk, &[id])).wait().unwrap().remove(0);
    assert!(line.marks.restricted && line.company.is_empty() && line.email.is_empty() && line.basis.is_none());
    let lists = office
        .read(|desk| {
            let hits = long_texts::find(desk, "geheim", Kinds::All, &Filter::default(), 10)?;
            Ok((bookmarks::recent(desk)?, bookmarks::favourites(desk)?, hits))
        })
        .wait()
        .unwrap();
    assert_eq!(lists, (Vec::new(), Vec::new(), Vec::new()));
    office.write(move |desk| states::lift(desk, id, "Ferdig", true)).wait().unwrap();
    assert!(look(SECRETS[0]) && look(SECRETS[2]));
}
