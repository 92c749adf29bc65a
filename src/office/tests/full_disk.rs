//! The disk is full at any point of anything that writes: a clear answer, nothing half done, and all is well again when
//! there is room.
//!
//! Whoever adds a function that writes adds a line to [`ACTIONS`]: a test looks for those that are missing.

use std::cell::{Cell, RefCell};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::*;
use crate::model::activity;
use crate::model::criteria::{self, Of};
use crate::model::custom::{self, Definition};
use crate::model::import::{OnDuplicate, Terms};
use crate::model::mass_edit::{Action as MassAction, Edit, Row, Value};
use crate::model::objection::Verdict;
use crate::model::person::{Address, Id};
use crate::model::selection::{Operation, Ready};
use crate::model::subscription::Said;
use crate::model::template::{Base, Text};
use crate::model::{
    attachment, company, draft, export, hold, import as model_import, outbox, selection, trash as trashed,
};
use crate::office::activities;
use crate::office::attached::Incoming;
use crate::office::import::{self, Request};
use crate::office::mail::{self, handling, intake, letters, mailings, notices, templates};
use crate::office::preparation::{self, Point};
use crate::office::problem::{Kind, Problem};
use crate::office::subject::Subject;
use crate::office::undo::Way;
use crate::office::{exporting, outdated, report, retention, subscriptions};
use crate::transfer::{Format, Parser};

/// Something that writes.
struct Action {
    /// The file in `src/office` and the function in it.
    name: &'static str,
    /// What has to be there first.
    prepare: fn(&Ground),
    act: fn(&Ground) -> Result<(), Error>,
}

const fn action(name: &'static str, act: fn(&Ground) -> Result<(), Error>) -> Action {
    Action { name, prepare: |_| {}, act }
}

const ACTIONS: &[Action] = &[
    action("persons::add", |ground| {
        let content = ground.content();
        let decision = Decision::new(list::SALES, Basis::Contract, list::SOURCE_USER);
        ground.write(move |desk| persons::add(desk, content, Some(&decision), list::SOURCE_USER))
    }),
    action("persons/text::add_from_text", |ground| {
        let words = ground.words();
        let fields = [(Field::LastName, words.clone()), (Field::Category, words)];
        ground.write(move |desk| persons::add_from_text(desk, &fields, None, list::SOURCE_USER))
    }),
    action("persons/text::edit", |ground| {
        let (id, note) = (ground.person, ground.long_words());
        ground.write(move |desk| persons::edit(desk, id, &[(Field::Note, note)]))
    }),
    action("persons::save", |ground| {
        let (id, note) = (ground.person, ground.long_words());
        ground.write(move |desk| {
            let before = persons::get(desk, id)?;
            let content = Content { note, ..before.content };
            persons::save(desk, id, content, before.updated_at)
        })
    }),
    action("persons/text::change_interests", |ground| {
        let id = ground.person;
        let interests: Vec<String> = (0..50).map(|number| format!("{} {number}", ground.words())).collect();
        ground.write(move |desk| persons::change_interests(desk, id, &interests, &[]))
    }),
    action("activities::add", |ground| ground.meet()),
    action("activities::save", |ground| {
        let (id, text) = (ground.meeting(), ground.long_words());
        ground.write(move |desk| {
            let before = activities::get(desk, id)?;
            let content = activity::Content { text, ..before.content };
            activities::save(desk, id, content, before.updated_at)
        })
    }),
    action("activities::set_done", |ground| {
        let id = ground.meeting();
        ground.write(move |desk| {
            let is_done = activities::get(desk, id)?.done_at.is_some();
            activities::set_done(desk, id, !is_done)
        })
    }),
    Action {
        name: "activities::remove",
        prepare: |ground| ground.meet().unwrap(),
        act: |ground| {
            let id = ground.meeting();
            ground.write(move |desk| activities::remove(desk, id))
        },
    },
    action("lists::find_or_add", |ground| {
        let words = ground.words();
        ground.write(move |desk| lists::find_or_add(desk, list::List::Category, &words))
    }),
    action("lists::find_or_keep", |ground| {
        let words = ground.words();
        ground.write(move |desk| lists::find_or_keep(desk, list::List::Category, &words, &[]))
    }),
    action("persons::set_picture", |ground| {
        let (id, file) = (ground.person, picture());
        ground.write(move |desk| persons::set_picture(desk, id, Some(&file)))
    }),
    action("legal_basis::decide", |ground| {
        let (id, comment) = (ground.person, ground.words().repeat(10));
        let file = Incoming::from_text("mail.txt", &ground.long_words());
        let decision = Decision { comment, ..Decision::new(list::MARKETING, Basis::Consent, list::SOURCE_USER) };
        ground.write(move |desk| legal_basis::decide(desk, id, &decision, Some(&file)))
    }),
    action("outdated::round", |ground| {
        ground.write(|desk| {
            let keep = settings::Setting::from_key("journal.keep_years").unwrap();
            settings::set(desk, &keep, "1")?;
            desk.pass_years_for_tests(3);
            outdated::round(desk)
        })
    }),
    action("subscriptions::set", |ground| {
        let id = ground.person;
        ground.write(move |desk| {
            let refusals = list::List::Subscription.shipped().iter().cycle().zip([true, false].iter().cycle()).take(40);
            for (number, (key, _)) in refusals.enumerate() {
                let kind = list::shipped_id(list::List::Subscription, key).unwrap();
                let comment = "spurt på telefon ".repeat(12);
                let said = Said { comment, ..Said::new(kind, (number / 4).is_multiple_of(2)) };
                subscriptions::set(desk, id, &said)?;
            }
            Ok(())
        })
    }),
    action("mail/intake::take_in", |ground| {
        let (content, said) = (ground.content(), ground.long_words());
        ground.write(move |desk| came(desk, content, &said).map(drop))
    }),
    action("mail/intake/newcomers::take_up", |ground| {
        let said = ground.long_words();
        ground.write(move |desk| intake::take_up(desk, &letter("new@example.org", &said)))
    }),
    action("mail/intake/proposals::accept", |ground| {
        let (content, said) = (ground.content(), ground.long_words());
        ground.write(move |desk| {
            let ids = came(desk, content, &said)?;
            intake::proposals::accept(desk, &ids)
        })
    }),
    action("mail/intake/proposals::reject", |ground| {
        let (content, said) = (ground.content(), ground.long_words());
        ground.write(move |desk| {
            let ids = came(desk, content, &said)?;
            intake::proposals::reject(desk, &ids)
        })
    }),
    action("mail/stopped::free", |ground| {
        let (id, serial) = (ground.person, ground.serial());
        ground.write(move |desk| {
            let address = format!("a{serial}@example.org");
            let (at, stopped_at) = (desk.now(), Some(desk.now()));
            let why = Some(crate::model::reply::Why::Complained);
            let row =
                store::stopped::Row { id: desk.db().new_id(), person: id, address, bounces: 0, why, at, stopped_at };
            store::stopped::put(desk.db(), &row)?;
            mail::stopped::free(desk, id, &row.address)
        })
    }),
    action("mail/form::write", |ground| {
        let (words, path) = (ground.words(), ground.outside("form.html"));
        ground.write(move |desk| {
            wordings::add(desk, list::MARKETING, "nb", &words)?;
            let (to, statement) = ("post@example.org".to_owned(), String::new());
            mail::form::write(desk, &mail::form::Wanted { lang: Lang::Nb, to, statement }, &path)
        })
    }),
    action("mail/notices::note", |ground| {
        let (id, words) = (ground.person, ground.words());
        ground.write(move |desk| {
            let whom = Subject::Persons([id].into());
            (0..60)
                .try_for_each(|_| notices::note(desk, &whom, crate::model::notice::Way::Oral, None, &words).map(drop))
        })
    }),
    action("mail/corrections::confirm", |ground| {
        let (id, words) = (ground.person, ground.words());
        ground.write(move |desk| {
            persons::edit(desk, id, &[(Field::Title, words)])?;
            let choice = letters::Choice::default();
            (0..20).try_for_each(|_| mail::corrections::confirm(desk, id, None, &choice, true).map(drop))
        })
    }),
    action("mail/templates::create", |ground| {
        let name = ground.words();
        ground.write(move |desk| templates::create(desk, Base::Newsletter, &name))
    }),
    action("mail/templates::set", |ground| {
        let text = Text { subject: "Nytt".into(), body: ground.long_words() };
        ground.write(move |desk| templates::set(desk, &Base::Newsletter.into(), Lang::Nb, "", &text))
    }),
    Action {
        name: "mail/templates::reset",
        prepare: |ground| {
            let text = Text { subject: "Nytt".into(), body: "Hei".into() };
            ground.write(move |desk| templates::set(desk, &Base::Notice.into(), Lang::Nb, "", &text)).unwrap();
        },
        act: |ground| {
            ground.write(|desk| {
                templates::reset(desk, &Base::Notice.into(), Lang::Nb)?;
                for lang in Lang::ALL.into_iter().cycle().take(40) {
                    let text = Text { subject: "Nytt".into(), body: "Hei ".repeat(200) };
                    templates::set(desk, &Base::Breach.into(), lang, "", &text)?;
                }
                Ok(())
            })
        },
    },
    action("legal_basis::export", |ground| {
        let (id, path) = (ground.person, ground.outside("basis.xlsx"));
        ground.write(move |desk| legal_basis::export(desk, id, &path))
    }),
    action("legal_basis::save_evidence", |ground| {
        let (id, path) = (ground.person, ground.outside("mail.txt"));
        ground.write(move |desk| {
            let ledger = legal_basis::overview(desk, id)?.ledger;
            let file: Option<attachment::Id> = ledger.iter().find_map(|entry| entry.evidence);
            legal_basis::save_evidence(desk, id, file.unwrap(), &path)
        })
    }),
    action("legal_basis::note_export", |ground| {
        let id = ground.person;
        ground.write(move |desk| legal_basis::note_export(desk, id))
    }),
    action("retention::keep", |ground| {
        let (id, reason) = (ground.person, ground.words());
        ground.write(move |desk| {
            let until = desk.today() + chrono::Months::new(12);
            retention::keep(desk, id, until, &reason)
        })
    }),
    action("exporting::export", |ground| {
        let wanted = exporting::Wanted {
            who: exporting::Who::Everybody(Of::Persons),
            path: ground.outside("people.xlsx"),
            format: export::Format::Xlsx,
            columns: Vec::new(),
            raw: false,
            purpose: ground.words(),
            recipient: ground.words(),
        };
        ground.write(move |desk| exporting::export(desk, &wanted, &Progress::default()))
    }),
    Action {
        name: "report::draft",
        prepare: |ground| {
            let content = ground.content();
            let id = ground.office.write(move |desk| restricted(desk, content)).wait().unwrap();
            ground.two.set((id, id));
        },
        act: |ground| {
            let id = ground.two.get().0;
            ground.write(move |desk| report::draft(desk, id, &report::Wanted::new(Lang::En)))
        },
    },
    action("report/handing::hand_out", |ground| {
        let (id, folder, identity) =
            (ground.person, ground.outside(&format!("report {}", ground.serial())), ground.words());
        ground.write(move |desk| {
            let draft = report::draft(desk, id, &report::Wanted::new(Lang::En))?;
            let document = report::settled(&draft, |_, _| crate::model::report::Choice::BlackOut);
            report::hand_out(desk, &document, &report::HandOut { folder, identity, ..report::HandOut::default() })
        })
    }),
    action("report/mailing::mail", |ground| {
        let (id, identity, email) = (ground.person, ground.words(), format!("p{}@example.org", ground.serial()));
        ground.write(move |desk| {
            persons::edit(desk, id, &[(Field::Email, email)])?;
            let draft = report::draft(desk, id, &report::Wanted::new(Lang::En))?;
            let document = report::settled(&draft, |_, _| crate::model::report::Choice::BlackOut);
            let formats = vec![crate::model::report::Format::Json];
            report::mail(desk, &document, &report::HandOut { formats, identity, ..report::HandOut::default() }, None)
        })
    }),
    action("report/letters::confirm_corrected", |ground| {
        let (id, title, path) = (ground.person, ground.words(), ground.outside(&format!("{}.pdf", ground.serial())));
        ground.write(move |desk| {
            persons::edit(desk, id, &[(Field::Title, title)])?;
            report::confirm_corrected(desk, id, None, &path)
        })
    }),
    action("fields::save", |ground| {
        let field = Definition {
            id: custom::Id(0),
            key: String::new(),
            name: format!("Size {}", ground.serial()),
            kind: custom::Kind::List,
            choices: (0..50).map(|number| format!("{} {number}", ground.words())).collect(),
            category: data_map::Category::Relation,
            origin: data_map::Origin::Provided,
            in_report: true,
            rank: 0,
            active: true,
        };
        ground.write(move |desk| fields::save(desk, None, field))
    }),
    action("wordings::add", |ground| {
        let text = ground.long_words();
        ground.write(move |desk| wordings::add(desk, list::MARKETING, "nb", &text))
    }),
    Action {
        name: "erasure::erase",
        prepare: |ground| ground.two.set((ground.somebody("ut"), ground.somebody("blir"))),
        act: |ground| {
            let id = ground.two.get().0;
            ground.write(move |desk| erased(desk, id))
        },
    },
    Action {
        name: "erasure/suppression::overrule",
        prepare: |ground| {
            let id = ground.somebody("igjen");
            ground.write(move |desk| erased(desk, id)).unwrap();
        },
        act: |ground| {
            let mut content = ground.content();
            content.emails = vec![Labelled::new(None, "igjen@example.org".into())];
            let reason = ground.long_words();
            ground.write(move |desk| erasure::suppression::overrule(desk, &content, &reason))
        },
    },
    Action {
        name: "erasure/letters::save_letter",
        prepare: |ground| {
            let id = ground.somebody("brev");
            ground.write(move |desk| told(desk, id)).unwrap();
        },
        act: |ground| {
            let path = ground.dir.path().join("letter.html");
            ground.write(move |desk| {
                let waits = erasure::letters(desk)?.remove(0).id;
                erasure::save_letter(desk, waits, &path)
            })
        },
    },
    action("import/carrying::carry_out", |ground| ground.import()),
    Action {
        name: "import/undoing::undo",
        prepare: |ground| ground.import().unwrap(),
        act: |ground| {
            let newest = ground.newest_import();
            ground.write(move |desk| import::undo(desk, newest, &Progress::default()))
        },
    },
    Action {
        name: "merging/pairs::keep_apart",
        prepare: |ground| ground.two_cards(),
        act: |ground| {
            let (one, other) = ground.two.get();
            ground.write(move |desk| merging::keep_apart(desk, one, other))
        },
    },
    Action {
        name: "merging::merge",
        prepare: |ground| ground.two_cards(),
        act: |ground| {
            let (kept, gone) = ground.two.get();
            ground.write(move |desk| merging::merge(desk, kept, gone, &[Field::Note, Field::Company]))
        },
    },
    Action {
        name: "merging::undo",
        prepare: |ground| {
            ground.two_cards();
            let (kept, gone) = ground.two.get();
            ground.write(move |desk| merging::merge(desk, kept, gone, &[Field::Note])).unwrap();
        },
        act: |ground| {
            let (kept, _) = ground.two.get();
            ground.write(move |desk| {
                let merge = merging::past(desk, kept)?.remove(0).id;
                merging::undo(desk, merge)
            })
        },
    },
    Action { name: "relations::add", prepare: |ground| ground.two_cards(), act: |ground| ground.relate() },
    Action {
        name: "relations::remove",
        prepare: |ground| {
            ground.two_cards();
            ground.relate().unwrap();
        },
        act: |ground| {
            let (one, _) = ground.two.get();
            ground.write(move |desk| {
                let relation = relations::of(desk, one)?.remove(0).relation.id;
                relations::remove(desk, one, relation)
            })
        },
    },
    action("companies::add", |ground| {
        let content = ground.company();
        ground.write(move |desk| companies::add(desk, content))
    }),
    action("companies/text::add_from_text", |ground| {
        let fields = [(Field::Name, ground.words()), (Field::Note, ground.long_words())];
        ground.write(move |desk| companies::add_from_text(desk, &fields))
    }),
    Action {
        name: "companies::save",
        prepare: |ground| ground.put_company(),
        act: |ground| {
            let (id, content) = (ground.company.get(), ground.company());
            ground.write(move |desk| {
                let seen = companies::get(desk, id)?.updated_at;
                companies::save(desk, id, content, seen)
            })
        },
    },
    Action {
        name: "companies/text::edit",
        prepare: |ground| ground.put_company(),
        act: |ground| {
            let (id, note) = (ground.company.get(), ground.long_words());
            ground.write(move |desk| companies::edit(desk, id, &[(Field::Note, note)]))
        },
    },
    Action {
        name: "companies::remove",
        prepare: |ground| ground.put_company(),
        act: |ground| {
            let id = ground.company.get();
            ground.write(move |desk| companies::remove(desk, id))
        },
    },
    Action {
        name: "persons/moving::forget_job",
        prepare: |ground| {
            let id = ground.person;
            for company in [ground.words(), ground.words()] {
                ground.write(move |desk| persons::edit(desk, id, &[(Field::Company, company)])).unwrap();
            }
        },
        act: |ground| {
            let id = ground.person;
            ground.write(move |desk| {
                let job = persons::jobs(desk, id)?.remove(0).employment.id;
                persons::forget_job(desk, id, job)
            })
        },
    },
    Action {
        name: "bookmarks::mark",
        prepare: |ground| ground.two_cards(),
        act: |ground| {
            let record = bookmarks::Record::Person(ground.two.get().0);
            ground.write(move |desk| bookmarks::mark(desk, record, true))
        },
    },
    Action {
        name: "bookmarks::opened",
        prepare: |ground| ground.two_cards(),
        act: |ground| {
            let record = bookmarks::Record::Person(ground.two.get().0);
            ground.write(move |desk| bookmarks::opened(desk, record))
        },
    },
    action("drafts::keep", |ground| {
        let content = ground.long_words();
        let typed = draft::Draft { place: draft::Place::NewPerson, content };
        ground.write(move |desk| drafts::keep(desk, &[typed]))
    }),
    Action {
        name: "users::set_role",
        prepare: |ground| {
            let ola = User::new(user::Id(77), "Ola", user::Role::ReadOnly);
            ground.write(move |desk| Ok(store::users::insert(desk.db(), &ola, desk.now())?)).unwrap();
        },
        act: |ground| {
            let role = if ground.serial() % 2 == 0 { "seller" } else { "assistant" };
            ground.write(move |desk| users::set_role(desk, "Ola", role))
        },
    },
    action("users/roles::create", |ground| {
        let name = ground.words();
        ground.write(move |desk| users::roles::create(desk, &name))
    }),
    action("users/roles::rename", |ground| {
        let name = ground.words();
        ground.write(move |desk| users::roles::rename(desk, "seller", &name))
    }),
    action("users/roles::allow", |ground| {
        let seller = settings::Setting::from_key("role.seller.rights").unwrap();
        let rights = ground.office.read(move |desk| settings::get(desk, &seller)).wait()?;
        let on = !rights.split([',', ' ']).any(|right| right == "export");
        ground.write(move |desk| users::roles::allow(desk, "seller", user::Right::Export, on))
    }),
    Action {
        name: "users/roles::remove",
        prepare: |ground| ground.write(|desk| users::roles::create(desk, "Temp")).unwrap(),
        act: |ground| ground.write(|desk| users::roles::remove(desk, "temp")),
    },
    Action {
        name: "fields/emptying::empty",
        prepare: |ground| {
            ground.collect_websites("yes");
            let content = Content { website: "example.org".into(), ..ground.content() };
            add(&ground.office, content);
            ground.collect_websites("no");
        },
        act: |ground| ground.write(|desk| fields::empty(desk, &Field::Website, &Progress::default())),
    },
    action("settings::set", |ground| {
        let minutes = (ground.serial() % 1_000).to_string();
        ground.write(move |desk| settings::set(desk, &settings::Setting::Plain(settings::Plain::LockMinutes), &minutes))
    }),
    Action {
        name: "settings::unset",
        prepare: |ground| ground.address().unwrap(),
        act: |ground| ground.write(|desk| settings::unset(desk, &address())),
    },
    action("states::restrict", |ground| {
        let content = ground.content();
        ground.write(move |desk| restricted(desk, content))
    }),
    action("states::lift", |ground| {
        let content = ground.content();
        ground.write(move |desk| {
            let id = restricted(desk, content)?;
            states::lift(desk, id, "verified", true)
        })
    }),
    action("states::look_up", |ground| {
        let content = ground.content();
        ground.write(move |desk| {
            let id = restricted(desk, content)?;
            states::look_up(desk, id, "a claim")
        })
    }),
    action("holding::add", |ground| {
        let (id, content) = (ground.person, ground.hold());
        ground.write(move |desk| holding::add(desk, id, content))
    }),
    Action {
        name: "holding::lift",
        prepare: |ground| {
            let (id, content) = (ground.person, ground.hold());
            ground.write(move |desk| holding::add(desk, id, content)).unwrap();
        },
        act: |ground| {
            let (id, why) = (ground.person, ground.words());
            ground.write(move |desk| {
                let standing = holding::list(desk, Some(id), false)?.remove(0).hold.id;
                holding::lift(desk, id, standing, &why)
            })
        },
    },
    Action { name: "trash/putting::put", prepare: Ground::two_cards, act: |ground| ground.delete() },
    Action {
        name: "trash/restoring::restore",
        prepare: |ground| {
            ground.two_cards();
            ground.delete().unwrap();
        },
        act: |ground| {
            let (one, other) = ground.two.get();
            ground.write(move |desk| {
                trash::restore(desk, &[trashed::Record::Person(one), trashed::Record::Person(other)])
            })
        },
    },
    Action {
        name: "trash/purging::purge",
        prepare: |ground| {
            ground.two_cards();
            ground.delete().unwrap();
        },
        act: |ground| {
            ground.write(|desk| {
                trash::purge(desk, &trash::Which::All, false, &Progress::default())?;
                Ok(store::erasure::finish(desk.db(), Some(0), desk.now())?)
            })
        },
    },
    Action { name: "trash/asking::ask_for_deletion", prepare: Ground::two_cards, act: |ground| ground.ask() },
    Action {
        name: "trash/asking::answer",
        prepare: |ground| {
            ground.two_cards();
            ground.ask().unwrap();
        },
        act: |ground| {
            let words = ground.words();
            ground.write(move |desk| {
                let open = trash::deletion_requests(desk, true)?.remove(0).request.id;
                trash::answer(desk, open, trashed::Verdict::Deleted, &words)
            })
        },
    },
    action("states::object", |ground| {
        let content = ground.content();
        ground.write(move |desk| {
            let id = persons::add(desk, content, None, list::SOURCE_USER)?.id;
            states::object(desk, id, list::MARKETING, "", None)
        })
    }),
    action("states::decide", |ground| {
        let content = ground.content();
        ground.write(move |desk| {
            let interest = Decision::new(list::SALES, Basis::LegitimateInterests, list::SOURCE_USER);
            let id = persons::add(desk, content, Some(&interest), list::SOURCE_USER)?.id;
            states::object(desk, id, list::SALES, "", None)?;
            let open = states::of(desk, id)?.objections.remove(0).id;
            states::decide(desk, id, open, Verdict::Upheld, "nothing weighs more")
        })
    }),
    Action {
        name: "settings/history::take_back",
        prepare: |ground| ground.address().unwrap(),
        act: |ground| {
            ground.write(|desk| {
                let newest = settings::history(desk, "office.address", 1)?.remove(0);
                settings::take_back(desk, newest.id)
            })
        },
    },
    action("settings/document::apply", |ground| {
        let values = [("office.address".to_owned(), ground.long_words())].into_iter().collect();
        let document = settings::Document::new(values);
        ground.write(move |desk| settings::apply(desk, &document))
    }),
    action("settings/document::export", |ground| {
        let path = ground.outside("office.json");
        ground.write(move |desk| settings::export(desk, &path))
    }),
    action("settings/sheet/writing::write", |ground| {
        let path = ground.outside("sheet.xlsx");
        ground.write(move |desk| settings::sheet::write(desk, &path))
    }),
    action("backup::set_folder", |ground| {
        let folder = ground.dir.path().join(ground.words());
        std::fs::create_dir(&folder).unwrap();
        ground.write(move |desk| backup::set_folder(desk, Some(&folder)))
    }),
    action("preparation::confirm", |ground| {
        ground.write(|desk| {
            let is_right = |standing: &preparation::Standing| standing.point == Point::People && standing.confirmed;
            let was = preparation::state(desk)?.points.iter().any(is_right);
            preparation::confirm(desk, Point::People, !was)
        })
    }),
    action("preparation::put_away", |ground| {
        ground.write(|desk| {
            let away = preparation::state(desk)?.away;
            preparation::put_away(desk, !away)
        })
    }),
    action("setup::set_language", |ground| {
        ground.write(|desk| {
            let other = if setup::language(desk.db())? == Some(Lang::Sv) { Lang::Nb } else { Lang::Sv };
            setup::set_language(desk, other)
        })
    }),
    Action { name: "mass_edit/carrying::carry_out", prepare: Ground::gather, act: |ground| ground.mass_edit() },
    Action {
        name: "mass_edit/undoing::undo",
        prepare: |ground| ground.mass_edit().unwrap(),
        act: |ground| {
            let id = ground.office.read(|desk| Ok(mass_edit::list(desk)?[0].id)).wait().unwrap();
            ground.write(move |desk| mass_edit::undo(desk, id, &Progress::default()))
        },
    },
    action("selections::create", |ground| {
        let new = ground.selection();
        ground.write(move |desk| {
            let criteria = selections::read(desk, Of::Persons, r#"{"field": "category", "is": "prospect"}"#)?;
            selections::create(desk, &new, &criteria)
        })
    }),
    action("selections::create_of", |ground| {
        let (new, id) = (ground.selection(), ground.person);
        ground.write(move |desk| selections::create_of(desk, &new, &[id.0]))
    }),
    action("selections/putting::put_into", |ground| {
        let (new, id) = (ground.selection(), ground.person);
        ground.write(move |desk| {
            let list = selections::create_of(desk, &new, &[])?.selection.id;
            selections::put_into(desk, list, &crate::office::subject::Subject::Persons([id].into()))
        })
    }),
    action("selections/putting::take_out", |ground| {
        let (new, id) = (ground.selection(), ground.person);
        ground.write(move |desk| {
            let list = selections::create_of(desk, &new, &[id.0])?.selection.id;
            selections::take_out(desk, list, &crate::office::subject::Subject::Persons([id].into()))
        })
    }),
    action("selections::keep", |ground| {
        let (new, id) = (ground.selection(), ground.person);
        ground.write(move |desk| selections::keep(desk, &new, &crate::office::subject::Subject::Persons([id].into())))
    }),
    action("selections::combine", |ground| {
        let new = ground.selection();
        let (first, second) = (Ready::Inactive.id(), Ready::Duplicates.id());
        ground.write(move |desk| selections::combine(desk, &new, Operation::Union, first, second))
    }),
    action("selections::copy", |ground| {
        let new = ground.selection();
        ground.write(move |desk| selections::copy(desk, Ready::NotInformed.id(), &new))
    }),
    action("selections::change", |ground| {
        let id = ground.dynamic();
        let text = criteria::Text::Contains(ground.words());
        let criteria = criteria::Node::Field(criteria::Asked::Card(Field::Note), criteria::Test::Text(text));
        ground.write(move |desk| selections::change(desk, id, &criteria))
    }),
    action("selections/details::rename", |ground| {
        let (id, new) = (ground.dynamic(), ground.selection());
        ground.write(move |desk| selections::rename(desk, id, &new.name, Some(&new.description)))
    }),
    action("selections/details::describe", |ground| {
        let (id, alert) = (ground.dynamic(), Some(ground.words()));
        ground.write(move |desk| selections::describe(desk, id, &selections::Details { alert, ..Default::default() }))
    }),
    Action {
        name: "selections::remove",
        prepare: |ground| {
            let new = ground.selection();
            ground.write(move |desk| selections::create(desk, &new, &criteria::Node::Informed(true))).unwrap();
        },
        act: |ground| {
            let id = ground.dynamic();
            ground.write(move |desk| selections::remove(desk, id))
        },
    },
    Action {
        name: "mail/mailings/carrying::carry_out",
        prepare: |ground| ground.with_mailing(),
        act: |ground| {
            let wanted = ground.mailing();
            ground.write(move |desk| mailings::carry_out(desk, &wanted, &Progress::default()))
        },
    },
    Action {
        name: "mail/mailings/carrying::test",
        prepare: |ground| {
            let set = |desk: &mut Desk<'_>, key, value| {
                settings::set(desk, &settings::Setting::from_key(key).unwrap(), value)
            };
            let account = ground.write(move |desk| {
                set(desk, "mail.host", "mail.example.org")?;
                set(desk, "mail.from", "office@example.org")
            });
            account.unwrap();
        },
        act: |ground| {
            let wanted = ground.mailing();
            ground.write(move |desk| mailings::test(desk, &wanted))
        },
    },
    Action {
        name: "mail/mailings/handling::pause",
        prepare: |ground| ground.with_mailing(),
        act: |ground| ground.write(|desk| mailings::pause(desk, mailings::list(desk)?[0].mailing.id)),
    },
    Action {
        name: "mail/mailings/handling::resume",
        prepare: |_| {},
        act: |ground| ground.write(|desk| mailings::resume(desk, mailings::list(desk)?[0].mailing.id)),
    },
    Action {
        name: "mail/mailings/handling::stop",
        prepare: |_| {},
        act: |ground| ground.write(|desk| mailings::stop(desk, mailings::list(desk)?[0].mailing.id)),
    },
    Action {
        name: "mail/handling::hold",
        prepare: |ground| ground.message(outbox::State::Queued),
        act: |ground| ground.with_message(outbox::State::Queued, handling::hold),
    },
    Action {
        name: "mail/handling::release",
        prepare: |ground| ground.message(outbox::State::Held),
        act: |ground| ground.with_message(outbox::State::Held, handling::release),
    },
    Action {
        name: "mail/handling::resend",
        prepare: |ground| ground.message(outbox::State::Failed),
        act: |ground| ground.with_message(outbox::State::Failed, handling::resend),
    },
    Action {
        name: "mail/handling::remove",
        prepare: |ground| ground.message(outbox::State::Unknown),
        act: |ground| ground.with_message(outbox::State::Unknown, handling::remove),
    },
    action("setup::confirm_recovery", |ground| ground.write(setup::confirm_recovery)),
    Action {
        name: "undo::step",
        prepare: |ground| {
            let (id, note) = (ground.person, ground.long_words());
            ground.write(move |desk| persons::edit(desk, id, &[(Field::Note, note)])).unwrap();
            ground.write(move |desk| persons::edit(desk, id, &[(Field::Note, String::new())])).unwrap();
        },
        act: |ground| {
            assert!(ground.office.step(Way::Back).wait()?.is_some());
            Ok(())
        },
    },
    // Letters name people, and all of these are called alike: whoever is erased after them is named there.
    Action {
        name: "mail/notices::send",
        prepare: |ground| ground.two_cards(),
        act: |ground| {
            let (id, _) = ground.two.get();
            ground.write(move |desk| {
                (0..20).try_for_each(|_| {
                    notices::send(desk, id, &letters::Choice { incomplete: true, ..letters::Choice::default() })
                        .map(drop)
                })
            })
        },
    },
    Action {
        name: "mail/notices::send_due",
        prepare: |ground| ground.gather(),
        act: |ground| {
            ground.write(|desk| {
                notices::send_due(
                    desk,
                    60,
                    &letters::Choice { incomplete: true, ..letters::Choice::default() },
                    true,
                    &Progress::default(),
                )
            })
        },
    },
    Action {
        name: "mail/consents::ask",
        prepare: |ground| ground.gather(),
        act: |ground| {
            let crowd = ground.crowd.borrow().clone();
            ground.write(move |desk| {
                for id in crowd {
                    let whom = Subject::Persons([id].into());
                    notices::note(desk, &whom, crate::model::notice::Way::Oral, None, "")?;
                    let choice = letters::Choice::default();
                    mail::consents::ask(desk, id, list::MARKETING, &choice, true)?;
                }
                Ok(())
            })
        },
    },
    Action {
        name: "mail/notices::send_to",
        prepare: |ground| ground.gather(),
        act: |ground| {
            let whom = Subject::Persons(ground.crowd.borrow().as_slice().into());
            ground.write(move |desk| {
                notices::send_to(
                    desk,
                    &whom,
                    &letters::Choice { incomplete: true, ..letters::Choice::default() },
                    true,
                    &Progress::default(),
                )
            })
        },
    },
];

/// Functions that take a desk as one that writes does, and write nothing by themselves.
const NOT_WRITING: [&str; 5] = [
    "erasure/suppression::overrule_texts",
    "import::plan",
    "settings/document::rehearse",
    "retention::approve",
    "retention::round",
];

/// What changes nothing that the journal is kept for: that the sheet with the recovery key was put away, and marks of the
/// user's own.
const NOT_NOTED: [&str; 3] = ["setup::confirm_recovery", "bookmarks::mark", "bookmarks::opened"];

/// Returns a message with these words.
fn letter(sender: &str, said: &str) -> crate::transfer::replies::Came {
    let (sender, text) = (sender.to_owned(), format!("unsubscribe {said}"));
    let mail = crate::transfer::replies::Mail { sender, text: text.clone(), ..Default::default() };
    crate::transfer::replies::Came { file: "a.eml".into(), number: 1, bytes: text.into_bytes(), mail: Some(mail) }
}

/// Takes in what somebody new here wrote, and answers what it proposes.
fn came(desk: &mut Desk<'_>, mut content: Content, said: &str) -> Result<Vec<crate::model::reply::ProposalId>, Error> {
    // One that nobody else has.
    let address = format!("{}@example.org", content.company.replace(' ', ""));
    content.emails = vec![Labelled::new(None, address.clone())];
    let id = persons::add(desk, content, None, list::SOURCE_USER)?.id;
    intake::take_in(desk, &[letter(&address, said)], intake::Strangers::Left)?;
    let mut all = intake::proposals::list(desk, true)?;
    all.retain(|came| came.reply.person == id);
    Ok(all.iter().flat_map(|came| came.proposed.iter().map(|one| one.id)).collect())
}

/// Erases somebody, as if the file had been rewritten.
fn erased(desk: &mut Desk<'_>, id: Id) -> Result<(), Error> {
    erasure::erase(desk, &erasure::Wanted::new(vec![id]), &Progress::default())?;
    store::erasure::finish(desk.db(), Some(0), desk.now())?;
    Ok(())
}

/// Erases somebody, whom a letter is still to tell.
fn told(desk: &mut Desk<'_>, id: Id) -> Result<(), Error> {
    let telling = erasure::Telling::Wait(crate::model::outbox::Channel::Mail);
    erasure::erase(desk, &erasure::Wanted { telling, ..erasure::Wanted::new(vec![id]) }, &Progress::default())?;
    store::erasure::finish(desk.db(), Some(0), desk.now())?;
    Ok(())
}

fn restricted(desk: &mut Desk<'_>, content: Content) -> Result<Id, Error> {
    let id = persons::add(desk, content, None, list::SOURCE_USER)?.id;
    states::restrict(desk, id, crate::model::restriction::Ground::Accuracy, "")?;
    Ok(id)
}

fn address() -> settings::Setting {
    settings::Setting::Plain(settings::Plain::OfficeAddress)
}

/// A vault with a card in it.
struct Ground {
    dir: tempfile::TempDir,
    office: Office,
    person: Id,
    /// The company put in last.
    company: Cell<company::Id>,
    /// Two more, for what needs two.
    two: Cell<(Id, Id)>,
    serial: Cell<u32>,
    /// People to be changed together.
    crowd: RefCell<Vec<Id>>,
}

impl Ground {
    /// Adds somebody with an e-mail address.
    fn somebody(&self, name: &str) -> Id {
        let mut content = named(&self.words(), name);
        content.emails.push(Labelled::new(None, format!("{name}@example.org")));
        self.office.write(move |desk| persons::add(desk, content, None, list::SOURCE_USER)).wait().unwrap().id
    }

    /// Returns what a new selection is called.
    fn selection(&self) -> selections::New {
        selections::New { name: self.words(), description: self.words(), ..selections::New::default() }
    }

    /// Returns the newest dynamic selection of the office's own.
    fn dynamic(&self) -> selection::Id {
        let all = self.office.read(|desk| selections::all(desk)).wait().unwrap();
        let own = all.iter().filter(|one| one.owner.is_some() && one.kind == selection::Kind::Dynamic);
        own.map(|one| one.id).max().unwrap()
    }

    fn address(&self) -> Result<(), Error> {
        let words = self.long_words();
        self.write(move |desk| settings::set(desk, &address(), &words))
    }

    fn collect_websites(&self, value: &'static str) {
        let part = settings::FieldPart::Collect;
        let setting = settings::Setting::Field { field: Field::Website, part };
        self.write(move |desk| settings::set(desk, &setting, value)).unwrap();
    }

    fn new() -> Self {
        let (dir, office) = office();
        std::fs::create_dir(dir.path().join("outside")).unwrap();
        let person = add(&office, named("Åse", "Ødegård")).id;
        let ground = Self {
            dir,
            office,
            person,
            company: Cell::new(company::Id(0)),
            two: Cell::new((person, person)),
            serial: Cell::new(0),
            crowd: RefCell::default(),
        };
        // Pages that are free in the file would be room as well.
        ground.office.0.vault.write(|work| work.db.vacuum()).wait().unwrap().unwrap();
        ground
    }

    fn write<T: Send + 'static>(
        &self,
        job: impl FnOnce(&mut Desk<'_>) -> Result<T, Error> + Send + 'static,
    ) -> Result<(), Error> {
        self.office.write(job).wait().map(drop)
    }

    fn with_db(&self, act: impl FnOnce(&store::Db) -> Result<(), store::Error> + Send + 'static) {
        self.office.0.vault.write(|work| act(work.db)).wait().unwrap().unwrap();
    }

    fn serial(&self) -> u32 {
        self.serial.set(self.serial.get() + 1);
        self.serial.get()
    }

    fn words(&self) -> String {
        format!("words {} that nobody has used before", self.serial())
    }

    /// More than fits on one page.
    fn long_words(&self) -> String {
        self.words().repeat(400)
    }

    fn outside(&self, name: &str) -> PathBuf {
        self.dir.path().join("outside").join(name)
    }

    fn content(&self) -> Content {
        let mut content = named("Åse", &self.words());
        content.company = self.words();
        content.note = self.long_words();
        let words = self.words();
        content.emails.push(Labelled::new(None, format!("{}@example.org", self.serial())));
        content.addresses.push(Labelled::new(None, Address { street: words, ..Address::default() }));
        content
    }

    fn company(&self) -> company::Content {
        company::Content { name: self.words(), note: self.long_words(), ..company::Content::default() }
    }

    fn put_company(&self) {
        let content = self.company();
        let company = self.office.write(move |desk| companies::add(desk, content)).wait().unwrap();
        self.company.set(company.id);
    }

    fn delete(&self) -> Result<(), Error> {
        let ((one, other), reason) = (self.two.get(), self.words());
        let subjects = [subject::Subject::Persons([one, other].into())];
        self.write(move |desk| trash::put(desk, &subjects, false, &reason, &Progress::default()))
    }

    fn ask(&self) -> Result<(), Error> {
        let (record, reason) = (trashed::Record::Person(self.two.get().0), self.words().repeat(20));
        self.write(move |desk| trash::ask_for_deletion(desk, record, &reason))
    }

    fn hold(&self) -> hold::Content {
        let (statute, comment) = (self.words(), self.words().repeat(10));
        hold::Content { ground: hold::Ground::Claims, statute, comment, until: None }
    }

    fn two_cards(&self) {
        let card = || add(&self.office, self.content()).id;
        self.two.set((card(), card()));
    }

    /// Adds an activity with more text than fits on one page.
    fn meet(&self) -> Result<(), Error> {
        let at = crate::model::Moment::now();
        let text = self.long_words();
        let content = activity::Content::new(list::ACTIVITY_MEETING, at);
        let content = activity::Content { person: Some(self.person), text, ..content };
        self.write(move |desk| activities::add(desk, content))
    }

    /// Returns the newest activity.
    fn meeting(&self) -> activity::Id {
        let of = activities::Of::Person(self.person);
        let page = self.office.read(move |desk| activities::page(desk, of, &activity::Filter::default(), 1, 0));
        page.wait().unwrap().lines[0].activity.id
    }

    fn relate(&self) -> Result<(), Error> {
        let (one, other) = self.two.get();
        let (kind, comment) = (self.words(), self.words());
        self.write(move |desk| relations::add(desk, one, other, &kind, &comment))
    }

    fn import(&self) -> Result<(), Error> {
        let path = self.outside("people.csv");
        let rows = (0..100).map(|row| format!("Person {row},{},p{row}@example.org\n", self.words()));
        std::fs::write(&path, format!("last name,company,email\n{}", rows.collect::<String>())).unwrap();
        let mapping = import::open(&Parser::Here, &path, Format::Auto, &Progress::default()).unwrap().guesses;
        let terms = Terms {
            purpose: list::SALES,
            basis: Basis::Contract.into(),
            condition: None,
            source: list::SOURCE_IMPORT,
            comment: String::new(),
            on_duplicate: OnDuplicate::Add,
        };
        let request = Request { path, format: Format::Auto, parser: Parser::Here, mapping, terms, overrule: None };
        self.write(move |desk| {
            let plan = import::plan(desk, &request, &Progress::default())?;
            import::carry_out(desk, &plan, &Progress::default())
        })
    }

    fn gather(&self) {
        *self.crowd.borrow_mut() = (0..20).map(|_| add(&self.office, self.content()).id).collect();
    }

    /// Changes many cards at once, each by more than fits on one page.
    fn mass_edit(&self) -> Result<(), Error> {
        let subject = Subject::Persons(self.crowd.borrow().as_slice().into());
        let note = Row::Field { field: Field::Note, action: MassAction::Set(Value::Text(self.long_words())) };
        let named = Row::Field { field: Field::Interests, action: MassAction::Add(Value::NewItem(self.words())) };
        let edit = Edit { activities: None, rows: vec![note, named] };
        self.write(move |desk| mass_edit::carry_out(desk, &subject, &edit, &Progress::default()))
    }

    fn newest_import(&self) -> model_import::Id {
        let newest = |desk: &mut Desk<'_>| {
            let entries = journal::entries(desk.db())?;
            Ok(entries.into_iter().rev().find(|entry| entry.kind == crate::model::journal::Kind::Imported))
        };
        let subject = self.office.read(newest).wait().unwrap().unwrap().subject;
        let crate::model::journal::Subject::Record(id) = subject else { panic!("{subject:?}") };
        model_import::Id(id)
    }

    /// Returns everything there is: all rows, and all files but the database, its log and the room in reserve.
    fn everything(&self) -> (Vec<(String, Vec<String>)>, Vec<PathBuf>) {
        let rows = self.office.read(|desk| Ok(store::schema::contents(desk.db())?)).wait().unwrap();
        let mut files = Vec::new();
        for folder in ["vault/attachments", "outside"] {
            files.extend(files_in(&self.dir.path().join(folder)));
        }
        // What is imported lies there before.
        files.retain(|file| !file.ends_with("people.csv"));
        (rows, files)
    }

    /// Returns a mailing to somebody, with a name and a text of its own.
    fn mailing(&self) -> mailings::Wanted {
        let sort = crate::model::mailing::Sort::Breach;
        let words = self.long_words();
        let words = mailings::Words {
            what: words.clone(),
            consequences: words.clone(),
            measures: words,
            ..mailings::Words::default()
        };
        let subject = Subject::Persons([self.person].into());
        mailings::Wanted { words, ..mailings::Wanted::new(&self.words(), subject, sort) }
    }

    fn with_mailing(&self) {
        let wanted = self.mailing();
        let done = self.write(move |desk| {
            let id = wanted.subject.clone();
            let Subject::Persons(ids) = id else { return Err(Error::Failed) };
            let person = persons::get(desk, ids[0])?;
            let mut content = person.content;
            if content.emails.is_empty() {
                content.emails.push(crate::model::person::Labelled::new(None, "mailing@example.org".into()));
                persons::save(desk, ids[0], content, person.updated_at)?;
            }
            assert!(mailings::carry_out(desk, &wanted, &Progress::default())?.queued > 0);
            Ok(())
        });
        done.unwrap();
    }

    /// Lets a message lie in the outbox.
    fn message(&self, state: outbox::State) {
        let new = crate::office::mail::outbox::New {
            kind: outbox::Kind::Answer,
            person: Some(self.person),
            recipient: self.words(),
            address: "a@example.org".into(),
            language: "nb".into(),
            subject: self.words(),
            body: self.long_words(),
            html: String::new(),
            token: None,
            subscription: None,
            mailing: None,
            due: None,
            files: Vec::new(),
        };
        let queued = self.write(move |desk| {
            let id = crate::office::mail::outbox::queue(desk, new)?;
            let mut message = store::outbox::get(desk.db(), id)?.unwrap();
            message.state = state;
            Ok(store::outbox::note(desk.db(), &message)?)
        });
        queued.unwrap();
    }

    fn with_message(
        &self,
        state: outbox::State,
        act: fn(&mut Desk<'_>, outbox::Id) -> Result<(), Error>,
    ) -> Result<(), Error> {
        self.write(move |desk| {
            let id = handling::page(desk, &[state], 1, 0)?.remove(0).message.id;
            act(desk, id)
        })
    }

    fn findings(&self) -> Vec<check::Finding> {
        self.office.read(|desk| check::run(desk, &Progress::default())).wait().unwrap()
    }
}

fn files_in(folder: &Path) -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files
}

fn picture() -> Incoming {
    let mut bytes = std::io::Cursor::new(Vec::new());
    image::RgbImage::new(64, 64).write_to(&mut bytes, image::ImageFormat::Png).unwrap();
    Incoming { name: "p.png".into(), bytes: bytes.into_inner() }
}

#[test]
fn a_full_disk_stops_everything_whole() {
    let ground = Ground::new();
    let mut stopped = Vec::new();
    for Action { name, prepare, act } in ACTIONS {
        prepare(&ground);
        let before = ground.everything();
        if !NOT_NOTED.contains(name) {
            ground.with_db(|db| store::schema::refuse_entries(db, true));
            assert!(act(&ground).is_err(), "{name} without its entry in the journal");
            assert_eq!(ground.everything(), before, "{name} that could not be noted");
            ground.with_db(|db| store::schema::refuse_entries(db, false));
        }
        // In between, later and later.
        let mut room = 0;
        loop {
            ground.office.0.vault.restore_ballast().unwrap();
            ground.with_db(move |db| store::schema::leave_room(db, Some(room)));
            let done = act(&ground);
            ground.with_db(|db| store::schema::leave_room(db, None));
            let Err(error) = done else { break };
            let problem = Problem::new(&error, Lang::En);
            assert_eq!(problem.kind, Kind::DiskFull, "{name} with room for {room} pages: {error:?}");
            assert_eq!(ground.everything(), before, "{name} with room for {room} pages");
            assert!(!ground.dir.path().join("vault/ballast").exists(), "{name} gets the room in reserve");
            stopped.push(*name);
            room += 1 + room / 4;
        }
        assert_eq!(ground.findings(), [], "after {name}");
    }
    stopped.dedup();
    // Which of the small ones need a new page is a matter of chance.
    for name in ["persons::add", "persons/text::edit", "import/carrying::carry_out"] {
        assert!(stopped.contains(&name), "only these need room: {stopped:?}");
    }
}

#[test]
fn a_sample_that_finds_no_room_leaves_nothing() {
    let (_dir, office) = office();
    let contents = |office: &Office| office.read(|desk| Ok(store::schema::contents(desk.db())?)).wait().unwrap();
    let before = contents(&office);
    for room in [0, 10, 40] {
        office.0.vault.write(move |work| store::schema::leave_room(work.db, Some(room))).wait().unwrap().unwrap();
        let done = sample::make(&office, 500, sample::SEED, Arc::default()).wait();
        assert!(matches!(done, Err(Error::Store(store::Error::Full))), "{done:?}");
        assert_eq!(contents(&office), before);
    }
    office.0.vault.write(|work| store::schema::leave_room(work.db, None)).wait().unwrap().unwrap();
    assert_eq!(sample::make(&office, 500, sample::SEED, Arc::default()).wait().unwrap().persons, 500);
}

#[test]
fn everything_that_writes_is_among_the_actions() {
    let listed = |name: &str| ACTIONS.iter().any(|action| action.name == name) || NOT_WRITING.contains(&name);
    let mut missing = Vec::new();
    let office = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/office");
    let mut folders = vec![office.clone()];
    while let Some(folder) = folders.pop() {
        for file in files_in(&folder) {
            if file.is_dir() {
                if !file.ends_with("tests") {
                    folders.push(file);
                }
                continue;
            }
            let module = file.strip_prefix(&office).unwrap().with_extension("");
            // On Windows, paths have another sign.
            let module = module.to_str().unwrap().replace('\\', "/");
            let source = std::fs::read_to_string(&file).unwrap();
            for function in source.split("\npub fn ").skip(1) {
                let (name, rest) = function.split_once('(').unwrap();
                let takes = rest.split_once(')').unwrap().0;
                let name = format!("{module}::{name}");
                if takes.contains("&mut Desk") && !listed(&name) {
                    missing.push(name);
                }
            }
        }
    }
    assert!(missing.is_empty(), "add these to ACTIONS: {missing:?}");
}
