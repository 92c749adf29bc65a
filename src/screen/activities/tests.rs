//! What is written down while the office answers late, and another card is open.

#![allow(clippy::unwrap_used, clippy::wildcard_enum_match_arm)]

use std::sync::Arc;
use std::sync::mpsc::{Sender, channel};

use chrono::{FixedOffset, NaiveDateTime};

use super::*;
use crate::i18n::Lang;
use crate::model::draft::Draft;
use crate::model::{Zone, company, person};
use crate::office::{Answer, Office, persons};
use crate::vault::Passphrase;

/// A card file with a person who works at a company.
struct Desk {
    _folder: tempfile::TempDir,
    scene: Scene,
    person: person::Id,
    company: company::Id,
}

impl Desk {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let passphrase = Passphrase::new("correct horse battery staple");
        let (office, _) = Office::create(&folder.path().join("vault"), &passphrase, Lang::En).unwrap();
        let content = person::Content {
            first_name: "Åse".into(),
            last_name: "Ødegård".into(),
            company: "Fjordfisk AS".into(),
            ..person::Content::default()
        };
        let add = office.write(move |desk| Ok(persons::add(desk, content, None, list::SOURCE_USER)?.id));
        let person = add.wait().unwrap();
        let known = office.read(move |desk| persons::get(desk, person)).wait().unwrap();
        let company = known.company.unwrap();
        let scene = Scene {
            lists: Arc::new(office.read(|desk| Ok(desk.lists()?.clone())).wait().unwrap()),
            office,
            lang: Lang::En,
            fields: Arc::default(),
            wordings: Arc::default(),
            users: Arc::default(),
            rules: Arc::default(),
            zone: Zone::utc(),
        };
        Self { _folder: folder, scene, person, company }
    }

    /// Opens the person's activities with a note begun.
    fn noting(&self, text: &str) -> Activities {
        let mut activities = Activities::default();
        let _ = activities.show(Of::Person(self.person), "Åse Ødegård".into(), &self.scene);
        let _ = activities.update(Message::New(list::ACTIVITY_NOTE), &self.scene);
        self.type_in(&mut activities, text);
        activities
    }

    fn type_in(&self, activities: &mut Activities, text: &str) {
        let paste = iced::widget::text_editor::Edit::Paste(Arc::new(text.to_owned()));
        let edit = Edit::Text(iced::widget::text_editor::Action::Edit(paste));
        let _ = activities.update(Message::Change(Sheet::Form, edit), &self.scene);
    }

    /// Saves what is being written, as far as the office's answer, which is not yet told.
    fn save(&self, activities: &mut Activities) -> Message {
        let (step, _) = activities.save(&self.scene);
        answers(step.task).remove(0)
    }

    fn texts(&self) -> Vec<String> {
        let of = Of::Person(self.person);
        let page = self.scene.office.read(move |desk| activities::page(desk, of, &Filter::default(), 9, 0));
        let mut texts: Vec<_> = page.wait().unwrap().lines.into_iter().map(|line| line.activity.content.text).collect();
        texts.sort();
        texts
    }

    /// Keeps those who answer questions busy until the senders are dropped.
    fn occupy(&self) -> Vec<(Sender<()>, Answer<()>)> {
        let occupy = |_| {
            let (release, wait) = channel::<()>();
            let (started, begun) = channel();
            let answer = self.scene.office.read(move |_| {
                started.send(()).unwrap();
                let _ = wait.recv();
                Ok(())
            });
            begun.recv().unwrap();
            (release, answer)
        };
        (0..2).map(occupy).collect()
    }
}

/// Returns the messages that a task brings.
fn answers(task: Task<Message>) -> Vec<Message> {
    use iced::futures::StreamExt;
    let Some(stream) = iced_test::runtime::task::into_stream(task) else { return Vec::new() };
    let outputs = stream.filter_map(|action| async move {
        match action {
            iced_test::runtime::Action::Output(message) => Some(message),
            _ => None,
        }
    });
    iced::futures::executor::block_on(outputs.collect())
}

#[test]
fn a_meeting_in_winter_entered_in_summer_is_at_the_hour_that_was_typed() {
    let mut desk = Desk::new();
    // Two hours from UTC in the year's seventh month, one in its eleventh.
    desk.scene.zone = Zone::new(|moment| {
        let is_summer = (4..=9).contains(&chrono::Datelike::month(&moment));
        FixedOffset::east_opt(if is_summer { 7_200 } else { 3_600 }).unwrap()
    });
    for (day, utc) in [("2027-07-01", "2027-07-01T08:00:00.000Z"), ("2027-11-12", "2027-11-12T09:00:00.000Z")] {
        let mut form = Form::new(Of::Person(desk.person), String::new(), list::ACTIVITY_MEETING, &desk.scene);
        form.apply(Edit::Subject("Budget".into()));
        form.apply(Edit::Date(day.into()));
        form.apply(Edit::Time("10".into()));
        let at = form.content(&desk.scene).unwrap().at;
        assert_eq!(at.rfc3339(), utc);
        let shown: NaiveDateTime = format!("{day}T10:00:00").parse().unwrap();
        assert_eq!(desk.scene.zone.at(at), shown);
        assert!(desk.scene.time(at).ends_with("10:00"), "{}", desk.scene.time(at));
    }
}

#[test]
fn a_company_s_card_does_not_take_the_answer_of_a_person_s() {
    let desk = Desk::new();
    let busy = desk.occupy();
    let (mut of_person, mut of_company) = (Activities::default(), Activities::default());
    let person = of_person.show(Of::Person(desk.person), String::new(), &desk.scene);
    let company = of_company.show(Of::Company(desk.company), String::new(), &desk.scene);
    drop(busy);
    for (activities, task) in [(&mut of_person, person), (&mut of_company, company)] {
        for message in answers(task) {
            let _ = activities.update(message, &desk.scene);
        }
        assert!(activities.page.is_some(), "{:?} were not read", activities.shown);
    }
}

#[test]
fn what_is_typed_while_a_note_is_being_saved_is_a_change_to_it() {
    let desk = Desk::new();
    let mut activities = desk.noting("Wants cod.");
    let answer = desk.save(&mut activities);
    desk.type_in(&mut activities, " And trout.");
    let (_, ask) = activities.update(answer, &desk.scene);
    assert_eq!(ask, Some(ActivitiesAsk::NotSaved));
    assert!(activities.is_unsaved());
    let answer = desk.save(&mut activities);
    let (_, ask) = activities.update(answer, &desk.scene);
    assert_eq!(ask, Some(ActivitiesAsk::Saved));
    assert!(!activities.is_writing());
    assert_eq!(desk.texts(), ["Wants cod. And trout."]);
}

#[test]
fn an_answer_that_comes_late_leaves_the_next_form_alone() {
    let desk = Desk::new();
    let mut activities = desk.noting("Wants cod.");
    let answer = desk.save(&mut activities);
    let _ = activities.update(Message::Discard(Sheet::Form), &desk.scene);
    let _ = activities.update(Message::New(list::ACTIVITY_NOTE), &desk.scene);
    desk.type_in(&mut activities, "Wants ice.");
    let (step, ask) = activities.update(answer, &desk.scene);
    assert!(matches!(step.actions[..], [Action::Changed]));
    assert_eq!(ask, None);
    assert!(activities.is_unsaved());
    let answer = desk.save(&mut activities);
    let _ = activities.update(answer, &desk.scene);
    assert_eq!(desk.texts(), ["Wants cod.", "Wants ice."]);
}

#[test]
fn what_is_being_saved_is_not_kept_as_well() {
    let desk = Desk::new();
    let mut activities = desk.noting("Wants cod.");
    assert_eq!(activities.drafts().len(), 1);
    let _answer = desk.save(&mut activities);
    assert_eq!(activities.drafts(), [] as [Draft; 0]);
    // What came after is in nobody's hands yet.
    desk.type_in(&mut activities, " And trout.");
    assert_eq!(activities.drafts().len(), 1);
}
