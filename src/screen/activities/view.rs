//! How activities look: the heading with what can be added, the forms, and one row for each.

use iced::keyboard::{Key, Modifiers, key::Named};
use iced::widget::text::Wrapping;
use iced::widget::{Column, Row, Space, column, container, row};
use iced::{Alignment, Length, Padding};

use super::form::{self, Edit, Form};
use super::{Activities, CHOOSER, KINDS, Message, Period, SAVE, STAY, Sheet};
use crate::model::Reason;
use crate::model::activity::{self, Consent, Direction, Line};
use crate::model::field::Field;
use crate::model::list;
use crate::model::user::Right;
use crate::office::activities::{Of, words};
use crate::screen::Scene;
use crate::screen::note_warning::note_warning;
use crate::theme::measure::{BODY, CAPTION, CONTROL, LARGE, MEDIUM, SMALL, TINY};
use crate::theme::{Element, Icon, Theme, Tone, font, style};
use crate::widget::avatar::avatar;
use crate::widget::button;
use crate::widget::checkbox::checkbox;
use crate::widget::choice::choice;
use crate::widget::field::{complaint, field, text_area, text_field};
use crate::widget::hotkeys::hotkeys;
use crate::widget::line::{self, line};
use crate::widget::tab_stop::TabStop;
use crate::widget::{surface, text};
use crate::{i18n, t};

/// The width of the column of days.
const DAY: f32 = 96.0;
/// The width of the sign or the box before a row.
const SIGN: f32 = 28.0;

/// Returns the sign of a kind of activity.
fn sign(kind: list::Id) -> Icon {
    match kind {
        list::ACTIVITY_CALL => Icon::Phone,
        list::ACTIVITY_MEETING => Icon::Users,
        list::ACTIVITY_TASK => Icon::SquareCheck,
        list::ACTIVITY_EMAIL => Icon::Mail,
        _ => Icon::Note,
    }
}

/// Returns the letter that adds a kind after Ctrl+J, in the user's language.
fn letter(kind: list::Id, scene: &Scene) -> String {
    let lang = scene.lang;
    match kind {
        list::ACTIVITY_CALL => t!(lang, "activity-letter-call"),
        list::ACTIVITY_MEETING => t!(lang, "activity-letter-meeting"),
        list::ACTIVITY_TASK => t!(lang, "activity-letter-task"),
        list::ACTIVITY_EMAIL => t!(lang, "activity-letter-email"),
        _ => t!(lang, "activity-letter-note"),
    }
}

fn muted(theme: &Theme) -> line::Style {
    line::Style { color: Some(theme.roles().muted), mark: None }
}

impl Activities {
    /// Returns the section: what can be added, what is being written, and what was done.
    pub fn section<'a>(&'a self, scene: &'a Scene) -> Element<'a, Message> {
        let mut parts = column![self.heading(scene)].spacing(SMALL);
        if self.is_choosing {
            parts = parts.push(self.chooser(scene));
        }
        if self.shows_call() {
            parts = parts.push(self.call.as_ref().map(|form| self.sheet_view(Sheet::Call, form, scene)));
        }
        parts = parts.push(self.form.as_ref().map(|form| self.sheet_view(Sheet::Form, form, scene)));
        parts.push(self.rows(scene)).width(Length::Fill).into()
    }

    /// Returns the bar that says with whom one is on the phone, where their card is not shown.
    pub fn call_bar<'a>(&'a self, scene: &'a Scene) -> Option<Element<'a, Message>> {
        let call = self.call.as_ref().filter(|_| !self.shows_call())?;
        let lang = scene.lang;
        let words = match self.clock(call) {
            Some(clock) => t!(lang, "call-running", name = call.name.as_str(), time = clock),
            None => t!(lang, "call-unsaved", name = call.name.as_str()),
        };
        let stop = call.running.is_some().then(|| button::plain(t!(lang, "call-stop")).small().on_press(Message::Stop));
        let bar = row![text::icon(Icon::Phone).style(style::accent), text::strong(words)]
            .push(Space::new().width(Length::Fill))
            .push(stop.map(Element::from))
            .push(Element::from(button::link(t!(lang, "call-go")).small().on_press(Message::GoToCall)))
            .spacing(SMALL)
            .align_y(Alignment::Center);
        let bar = container(bar).padding(Padding::from([TINY, MEDIUM])).style(style::tinted(Tone::Accent, 6.0));
        Some(container(bar.width(Length::Fill)).padding(SMALL).into())
    }

    fn clock(&self, call: &Form) -> Option<String> {
        let seconds = call.elapsed(self.now)?;
        Some(format!("{:02}:{:02}", seconds / 60, seconds % 60))
    }

    fn heading<'a>(&'a self, scene: &'a Scene) -> Element<'a, Message> {
        let lang = scene.lang;
        let mut heading = Row::new().push(text::section(t!(lang, "activities-title"))).spacing(TINY);
        heading = heading.push(Space::new().width(Length::Fill));
        if !self.is_read_only {
            let can = self.form.is_none();
            for kind in &KINDS {
                let add = button::link(scene.lists.name(*kind, lang)).icon(Icon::Plus).small();
                let add = scene.allowed(add, Right::Edit, can.then_some(Message::New(*kind)));
                heading = heading.push(Element::from(add));
            }
        }
        heading.align_y(Alignment::Center).height(CONTROL).into()
    }

    /// Returns the kinds, each with the letter that chooses it.
    fn chooser<'a>(&'a self, scene: &'a Scene) -> Element<'a, Message> {
        let offers = KINDS.map(|kind| -> Element<'a, Message> {
            let key = container(text::strong(letter(kind, scene)).font(font::SEMIBOLD))
                .padding(Padding::from([0.0, SMALL]))
                .style(style::tinted(Tone::Accent, 4.0));
            let words =
                row![key, text::body(scene.lists.name(kind, scene.lang))].spacing(SMALL).align_y(Alignment::Center);
            TabStop::new(words).mouse_only().on_press(Some(Message::New(kind))).padding([TINY, SMALL]).into()
        });
        let offers = Row::with_children(offers).spacing(SMALL).align_y(Alignment::Center);
        TabStop::new(offers)
            .id(Some(CHOOSER.into()))
            .size(Length::Fill, CONTROL + SMALL)
            .align_x(Alignment::Start)
            .on_key(move |key| match key {
                Key::Named(Named::Escape) => Some(Message::Unchoose),
                Key::Character(typed) => KINDS
                    .into_iter()
                    .find(|kind| letter(*kind, scene).to_lowercase() == typed.to_lowercase())
                    .map(Message::New),
                Key::Named(_) | Key::Unidentified => None,
            })
            .style(|theme, _| iced::widget::button::Style {
                text_color: theme.roles().ink,
                ..iced::widget::button::Style::default()
            })
            .into()
    }

    fn sheet_view<'a>(&'a self, sheet: Sheet, form: &'a Form, scene: &'a Scene) -> Element<'a, Message> {
        let lang = scene.lang;
        let title = match (sheet, self.clock(form)) {
            (_, Some(clock)) => {
                let number = form.running.as_ref().map_or("", |(_, number)| number.as_str());
                let clock = text::section(clock).style(style::accent);
                let stop = button::plain(t!(lang, "call-stop")).small().on_press(Message::Stop);
                row![
                    text::icon(Icon::Phone).style(style::accent),
                    clock,
                    text::body(t!(lang, "call-to", number = number))
                ]
                .push(Space::new().width(Length::Fill))
                .push(Element::from(stop))
            }
            (_, None) => row![text::icon(sign(form.kind)), text::strong(scene.lists.name(form.kind, lang))],
        };
        let title = title.spacing(SMALL).align_y(Alignment::Center);
        let mut fields = column![title].spacing(MEDIUM);
        let wrong =
            |field: Field| form.wrong.get(&field).map(|reason| i18n::text(lang, &format!("invalid-{}", reason.key())));
        if activity::has_subject(form.kind) {
            let input = text_field("", form.subject.as_str())
                .id(form::SUBJECT)
                .invalid(form.wrong.contains_key(&Field::Subject))
                .on_input(move |typed| Message::Change(sheet, Edit::Subject(typed)));
            fields = fields.push(field(t!(lang, "field-subject"), input).error(wrong(Field::Subject)));
        }
        let area = text_area(&form.text, t!(lang, "activity-text-hint"))
            .id(form::text_id(sheet))
            .invalid(form.wrong.contains_key(&Field::Note))
            .on_action(move |action| Message::Change(sheet, Edit::Text(action)))
            .height(if activity::has_subject(form.kind) { 72 } else { 96 });
        let warning = note_warning(&form.text.text(), scene);
        fields = fields
            .push(column![Element::from(area)].push(wrong(Field::Note).map(complaint)).push(warning).spacing(TINY));
        if form.running.is_none() {
            fields = fields.push(when(sheet, form, scene, &wrong));
        }
        if form.kind == list::ACTIVITY_CALL {
            fields = fields.push(recording(sheet, form, scene));
        }
        fields = fields.push(if form.is_leaving { leaving(sheet, scene) } else { buttons(sheet, form, scene) });
        let frame = container(fields).padding(LARGE).width(Length::Fill).style(style::card);
        // Escape belongs to what is being written, and to the call where nothing else is.
        let is_front = sheet == Sheet::Form || self.form.is_none();
        hotkeys(frame, |_, _| None)
            .before(move |key, modifiers| match key.as_ref() {
                // A field would only give up the keyboard, and the next Escape would be needed to mean it.
                Key::Named(Named::Escape) if is_front => Some(Message::Leave(sheet)),
                Key::Named(Named::Enter) if modifiers == Modifiers::COMMAND => Some(Message::Save(sheet)),
                Key::Named(_) | Key::Character(_) | Key::Unidentified => None,
            })
            .into()
    }

    fn rows<'a>(&'a self, scene: &'a Scene) -> Element<'a, Message> {
        let lang = scene.lang;
        let Some(page) = &self.page else { return Space::new().height(CONTROL).into() };
        if page.all == 0 {
            let words =
                if self.may_write(scene) { t!(lang, "activities-none") } else { t!(lang, "activities-none-here") };
            return container(text::caption(words)).padding(Padding::from([SMALL, 0.0])).into();
        }
        let mut rows = Column::new();
        let is_filtered = self.kind.is_some() || self.period != Period::Any;
        if page.all > 5 || is_filtered {
            rows = rows.push(self.filter(page.total, scene)).push(Space::new().height(SMALL));
        }
        if page.lines.is_empty() {
            rows = rows.push(container(text::caption(t!(lang, "activities-none-found"))).padding([SMALL, 0.0]));
        }
        for line in &page.lines {
            rows = rows.push(self.row(line, scene));
        }
        let more = page.total.saturating_sub(page.lines.len());
        rows.push((more > 0).then(|| {
            let more = button::link(t!(lang, "activities-show-more", count = more)).small();
            container(Element::from(more.on_press(Message::More))).padding([SMALL, 0.0])
        }))
        .into()
    }

    fn filter<'a>(&'a self, total: usize, scene: &'a Scene) -> Element<'a, Message> {
        let lang = scene.lang;
        let kinds = KINDS.map(|kind| (kind, scene.lists.name(kind, lang).to_owned()));
        let kinds = choice(kinds, self.kind)
            .none(t!(lang, "activities-all-kinds"))
            .placeholder(t!(lang, "activities-all-kinds"))
            .on_choose(Message::OfKind)
            .id("activities-kind")
            .width(150);
        let names = [t!(lang, "activities-month"), t!(lang, "activities-half-year"), t!(lang, "activities-year")];
        let chosen = Period::ALL.iter().position(|period| *period == self.period);
        let periods = choice(names.into_iter().enumerate(), chosen)
            .none(t!(lang, "activities-any-time"))
            .placeholder(t!(lang, "activities-any-time"))
            .on_choose(Message::Within)
            .id("activities-period")
            .width(170);
        row![kinds, periods, text::caption(t!(lang, "activities-count", count = total))]
            .spacing(SMALL)
            .align_y(Alignment::Center)
            .into()
    }

    fn row<'a>(&'a self, shown: &'a Line, scene: &'a Scene) -> Element<'a, Message> {
        let lang = scene.lang;
        let one = &shown.activity;
        let (id, content) = (one.id, &one.content);
        let may = self.may_write(scene);
        let is_done = one.done_at.is_some();
        let before: Element<'a, Message> = if one.is_to_do() {
            let tick = checkbox("", is_done).on_toggle_if(may, move |on| Message::Done(id, on));
            container(Element::from(tick)).width(SIGN).into()
        } else {
            container(text::icon(sign(content.kind)).style(style::muted))
                .width(SIGN)
                .padding(Padding::ZERO.left(2))
                .into()
        };
        // A task stands at the day it is to be done, not at the one on which it was written down.
        let day = content.due.map_or_else(|| scene.day(content.at), |due| i18n::date(lang, due));
        let day = line(day).size(CAPTION).width(DAY).style(muted);
        let what = line(words::what(lang, &scene.lists, content)).font(font::MEDIUM).size(BODY);
        let is_company = matches!(&self.shown, Some((Of::Company(_), _)));
        let mut parts = Row::new().push(day).push(what).spacing(SMALL).align_y(Alignment::Center);
        let headline = content.headline();
        let with = if is_company && !shown.person.is_empty() { shown.person.as_str() } else { "" };
        let dot = if with.is_empty() || headline.is_empty() { "" } else { " · " };
        let style: fn(&Theme) -> line::Style = if is_done { muted } else { |_| line::Style::default() };
        parts = parts.push(line(format!("{with}{dot}{headline}")).size(BODY).width(Length::Fill).style(style));
        let due = words::due(lang, one, scene.today());
        let is_late = !is_done && content.due.is_some_and(|due| due < scene.today());
        let state = if is_done && one.is_to_do() {
            Some(text::caption(t!(lang, "activity-done")))
        } else if !due.is_empty() {
            let due = text::caption(due);
            Some(if is_late { due.style(style::danger) } else { due })
        } else {
            None
        };
        parts = parts.push(state.map(|state| state.wrapping(Wrapping::None)));
        let press = TabStop::new(parts)
            .on_press(Some(Message::Open(id)))
            .on_key(move |key| match key {
                Key::Named(Named::Delete) if may => Some(Message::Remove(id)),
                Key::Named(Named::F2) if may => Some(Message::Edit(id)),
                Key::Named(_) | Key::Character(_) | Key::Unidentified => None,
            })
            .size(Length::Fill, CONTROL)
            .align_x(Alignment::Start)
            .padding(Padding::from([0.0, TINY]));
        let top = row![before, Element::from(press)].spacing(TINY).align_y(Alignment::Center);
        if self.open != Some(id) {
            return column![top, surface::line()].into();
        }
        column![top, self.whole(shown, scene), surface::line()].into()
    }

    /// Returns what a row opens to: the whole text, what is to be said of a recording, and what can be done.
    fn whole<'a>(&'a self, shown: &'a Line, scene: &'a Scene) -> Element<'a, Message> {
        let lang = scene.lang;
        let one = &shown.activity;
        let (id, content) = (one.id, &one.content);
        let mut parts = Column::new().spacing(SMALL);
        if !content.text.is_empty() && (content.text != content.headline() || content.text.chars().count() > 60) {
            parts = parts.push(text::body(content.text.as_str()));
        }
        if let Some(recording) = words::recording(lang, content) {
            let tone = if content.is_recorded_unasked() { Tone::Attention } else { Tone::Good };
            parts = parts.push(crate::widget::badge::status(tone, recording));
        }
        let by = t!(lang, "activity-by", time = scene.time(content.at), name = scene.by(one.created_by));
        let who = scene.initials(one.created_by).map(|letters| avatar(letters, None, 22.0));
        parts = parts.push(Row::new().push(who).push(text::caption(by)).spacing(SMALL).align_y(Alignment::Center));
        let mut acts = Row::new().spacing(TINY);
        if !self.is_read_only {
            let edit = button::link(t!(lang, "edit")).icon(Icon::Pencil).small();
            let edit = scene.allowed(edit, Right::Edit, self.form.is_none().then_some(Message::Edit(id)));
            let remove = button::link(t!(lang, "activity-remove")).icon(Icon::Trash).small();
            let remove = scene.allowed(remove, Right::Edit, Message::Remove(id));
            acts = acts.push(Element::from(edit)).push(Element::from(remove));
        }
        if let (Some((Of::Company(_), _)), Some(person)) = (&self.shown, content.person) {
            let open = button::link(shown.person.as_str()).icon(Icon::User).small().on_press(Message::GoTo(person));
            acts = acts.push(Element::from(open));
        }
        let left = SIGN + TINY + TINY + DAY + SMALL;
        container(parts.push(acts)).padding(Padding { top: 0.0, right: SMALL, bottom: SMALL, left }).into()
    }
}

/// Returns the choice of which way a call or an e-mail went.
fn directions<'a>(sheet: Sheet, form: &'a Form, scene: &'a Scene) -> Element<'a, Message> {
    let lang = scene.lang;
    let name = |direction: Direction| match (form.kind == list::ACTIVITY_CALL, direction) {
        (true, Direction::Out) => t!(lang, "activity-call-out"),
        (true, Direction::In) => t!(lang, "activity-call-in"),
        (false, Direction::Out) => t!(lang, "activity-email-out"),
        (false, Direction::In) => t!(lang, "activity-email-in"),
    };
    choice(Direction::ALL.map(|way| (way, name(way))), form.direction)
        .on_choose(move |way| Message::Change(sheet, Edit::Direction(way)))
        .id("activity-direction")
        .into()
}

/// Returns the fields that say when, how long, which way, and by when.
fn when<'a>(
    sheet: Sheet,
    form: &'a Form,
    scene: &'a Scene,
    wrong: &dyn Fn(Field) -> Option<String>,
) -> Element<'a, Message> {
    let lang = scene.lang;
    let is_wrong = |field: Field| form.wrong.contains_key(&field);
    let input = |typed: &str, is_wrong: bool, id: &'static str, edit: fn(String) -> Edit| {
        text_field("", typed).id(id).invalid(is_wrong).on_input(move |typed| Message::Change(sheet, edit(typed)))
    };
    let mut fields = Row::new().spacing(MEDIUM).width(Length::Fill);
    if form.kind == list::ACTIVITY_TASK {
        let due = input(&form.due, is_wrong(Field::Due), "activity-due", Edit::Due).icon(Icon::Calendar);
        let hint = form.understood(&form.due, scene).unwrap_or_else(|| t!(lang, "activity-date-hint"));
        let due = field(t!(lang, "field-due"), due).error(wrong(Field::Due)).hint(hint);
        return fields.push(Element::from(due.width(200))).into();
    }
    if activity::has_direction(form.kind) {
        let ways = directions(sheet, form, scene);
        fields = fields.push(Element::from(field(t!(lang, "field-direction"), ways).width(Length::FillPortion(3))));
    }
    // Day and time are one value; the complaint stands under the one that cannot be read.
    let is_time = form.wrong.get(&Field::At) == Some(&Reason::NotATime);
    let (bad_date, bad_time) = (wrong(Field::At).filter(|_| !is_time), wrong(Field::At).filter(|_| is_time));
    let date = input(&form.date, bad_date.is_some(), "activity-date", Edit::Date).icon(Icon::Calendar);
    let date = field(t!(lang, "activity-date"), date).error(bad_date).width(Length::FillPortion(3));
    let time = input(&form.time, bad_time.is_some(), "activity-time", Edit::Time);
    let time = field(t!(lang, "field-at"), time).error(bad_time).width(Length::FillPortion(2));
    fields = fields.push(Element::from(date)).push(Element::from(time));
    if activity::has_length(form.kind) {
        let length = input(&form.length, is_wrong(Field::Length), "activity-length", Edit::Length);
        let length = field(t!(lang, "activity-length"), length).error(wrong(Field::Length));
        fields = fields.push(Element::from(length.width(Length::FillPortion(2))));
    }
    if form.kind == list::ACTIVITY_NOTE {
        // A note needs no more than half the row.
        fields = fields.push(Space::new().width(Length::FillPortion(5)));
    }
    fields.into()
}

/// Returns whether the call was recorded, what the other side said to it, and a warning where nobody can show a yes.
fn recording<'a>(sheet: Sheet, form: &'a Form, scene: &'a Scene) -> Element<'a, Message> {
    let lang = scene.lang;
    // While the call runs there is nothing else to say of it than which way it goes.
    let way = form.running.is_some().then(|| container(directions(sheet, form, scene)).width(160));
    let recorded = checkbox(t!(lang, "field-recorded"), form.recorded)
        .id("activity-recorded")
        .on_toggle(move |on| Message::Change(sheet, Edit::Recorded(on)));
    let mut parts = row![].push(way).push(Element::from(recorded)).spacing(LARGE).align_y(Alignment::Center);
    if form.recorded {
        let answers =
            Consent::ALL.map(|answer| (answer, i18n::text(lang, &format!("activity-consent-{}", answer.key()))));
        let answers = choice(answers, Some(form.consent))
            .on_choose(move |answer| Message::Change(sheet, Edit::Consent(answer.unwrap_or_default())))
            .id("activity-consent")
            .width(230);
        parts = parts.push(answers);
    }
    let warning = (form.recorded && form.consent != Consent::Agreed).then(|| {
        let words = match form.consent {
            Consent::Refused => t!(lang, "activity-recorded-refused"),
            Consent::NotAsked | Consent::Agreed => t!(lang, "activity-recorded-not-asked"),
        };
        row![
            text::icon_sized(Icon::Warning, 14.0).style(style::tone(Tone::Attention)),
            text::caption(words).style(style::tone(Tone::Attention))
        ]
        .spacing(TINY + 2.0)
        .align_y(Alignment::Center)
    });
    column![parts].push(warning).spacing(TINY).into()
}

fn buttons<'a>(sheet: Sheet, form: &'a Form, scene: &'a Scene) -> Element<'a, Message> {
    let lang = scene.lang;
    let save =
        button::main(t!(lang, "save")).id(SAVE).on_press_maybe((!form.is_saving()).then_some(Message::Save(sheet)));
    let cancel = button::plain(t!(lang, "cancel")).on_press(Message::Leave(sheet));
    let keys = if cfg!(target_os = "macos") { t!(lang, "activity-keys-mac") } else { t!(lang, "activity-keys") };
    row![Element::from(save), Element::from(cancel), Space::new().width(Length::Fill), text::caption(keys)]
        .spacing(SMALL)
        .align_y(Alignment::Center)
        .into()
}

/// Returns the question whether what was typed may be lost.
fn leaving<'a>(sheet: Sheet, scene: &'a Scene) -> Element<'a, Message> {
    let lang = scene.lang;
    let stay = button::plain(t!(lang, "activity-stay")).id(STAY).on_press(Message::Stay(sheet));
    let discard = button::danger(t!(lang, "activity-discard")).on_press(Message::Discard(sheet));
    row![text::strong(t!(lang, "activity-leave")), Space::new().width(Length::Fill)]
        .push(Element::from(stay))
        .push(Element::from(discard))
        .spacing(SMALL)
        .align_y(Alignment::Center)
        .into()
}
