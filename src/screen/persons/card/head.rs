//! The head of a card: who it is, what must be known before anything else, and the tabs.

use iced::widget::text::Wrapping;
use iced::widget::{Row, Space, column, container, row};
use iced::{Alignment, Length, Padding};

use super::{Message, Page, TABS};
use crate::i18n;
use crate::model::field::Field;
use crate::model::person::initials;
use crate::model::user::Right;
use crate::office::problem;
use crate::screen::card::Place;
use crate::screen::letters::{LetterAsk, due_words};
use crate::screen::persons::edit::{Edit, Tab, Text};
use crate::screen::states::{self, StateAsk};
use crate::t;
use crate::theme::measure::{HUGE, LARGE, MEDIUM, SMALL, TEXT_COLUMN, TINY};
use crate::theme::{Element, Icon, Tone, style};
use crate::widget::avatar::avatar;
use crate::widget::badge::badge;
use crate::widget::banner::banner;
use crate::widget::button::{self, hinted};
use crate::widget::field::text_field;
use crate::widget::lookup::lookup;
use crate::widget::tab_stop::TabStop;
use crate::widget::{tabs, text};

const AVATAR: f32 = 56.0;

impl<'a> Page<'a> {
    /// Returns the head.
    pub fn head(&self) -> Element<'a, Message> {
        let who = match self.draft {
            None => self.names(),
            Some(_) => self.name_fields(),
        };
        let first = row![self.picture(), who, self.buttons()].spacing(LARGE);
        let known = states::banners(&self.shown.states, self.scene, Message::State);
        let alerts = states::alerts(&self.shown.alerts, self.scene, Message::OpenSelection);
        let head = column![first].push(self.deeds()).push(self.newer()).extend(known).extend(self.refusals());
        let holds = states::holds(&self.shown.holds, self.scene, Message::State);
        let head = head.extend(holds).extend(alerts);
        let head = head.spacing(MEDIUM);
        let head = container(head).max_width(TEXT_COLUMN + 120.0);
        container(head).padding(Padding { top: LARGE + TINY, right: LARGE, bottom: SMALL, left: HUGE }).into()
    }

    /// Returns everything else that can be done with the person, where that was asked for.
    fn deeds(&self) -> Option<Element<'a, Message>> {
        let lang = self.scene.lang;
        let id = self.person().id;
        let deed = |words: String, ask: StateAsk| states::button(words, self.scene, Message::State(ask));
        let is_restricted = self.shown.states.restriction.is_some();
        let shows = self.state.shows_more && self.draft.is_none();
        shows.then(|| {
            let basis = button::plain(t!(lang, "help-key-basis")).small().on_press(Message::LegalBasis);
            let restrict = if is_restricted {
                deed(t!(lang, "state-lift-ask"), StateAsk::Lift(id))
            } else {
                deed(t!(lang, "state-restrict-ask"), StateAsk::Restrict(id))
            };
            let object = deed(t!(lang, "state-object-ask"), StateAsk::Object(id, None));
            let may = self.scene.office.user().may(Right::Delete);
            let delete = if may { t!(lang, "card-delete") } else { t!(lang, "card-delete-ask") };
            let delete = button::plain(delete).small().id("card-delete").on_press(Message::Delete);
            let erase = button::plain(t!(lang, "erasing-ask")).small().id("card-erase");
            let erase = Element::from(self.scene.allowed(erase, Right::Erase, Message::Erase));
            let hold = button::plain(t!(lang, "hold-ask")).small().id("card-hold");
            let hold = Element::from(self.scene.allowed(hold, Right::Erase, Message::State(StateAsk::Hold(id))));
            let report = button::plain(t!(lang, "reporting-ask")).small().id("card-report");
            let report = Element::from(self.scene.allowed(report, Right::Report, Message::Report));
            let confirm = button::plain(t!(lang, "card-confirm-correction")).small().id("card-confirm");
            let confirm =
                Element::from(self.scene.allowed(confirm, Right::See, Message::Letter(LetterAsk::Corrected(id))));
            row![Element::from(basis), report, confirm, object, restrict, hold, Element::from(delete), erase]
                .spacing(SMALL)
                .wrap()
                .vertical_spacing(SMALL)
                .into()
        })
    }

    fn picture(&self) -> Element<'a, Message> {
        let content = &self.person().content;
        let handle = self.state.picture.as_ref().filter(|(id, _)| Some(*id) == content.picture);
        let picture =
            avatar(initials(&content.first_name, &content.last_name), handle.map(|(_, handle)| handle.clone()), AVATAR);
        let may = self.may_edit() && self.scene.rules.fields.may_edit(&Field::Picture);
        let stop = TabStop::new(picture)
            .on_press(may.then_some(Message::ChoosePicture))
            .id(Some("card-picture".into()))
            .style(|_, _| iced::widget::button::Style {
                border: iced::border::rounded(AVATAR / 2.0),
                ..iced::widget::button::Style::default()
            });
        hinted(stop, t!(self.scene.lang, "card-picture-choose"))
    }

    fn names(&self) -> Element<'a, Message> {
        let lang = self.scene.lang;
        let content = &self.person().content;
        let name = match content.full_name() {
            name if name.is_empty() => t!(lang, "list-no-name"),
            name => name,
        };
        let title = (!content.title.is_empty()).then(|| text::body(content.title.as_str()).style(style::muted));
        let company = self.person().company.map(|id| -> Element<'a, Message> {
            let name = text::body(content.company.as_str()).style(style::accent).wrapping(Wrapping::None);
            TabStop::new(name)
                .id(Some("card-company-link".into()))
                .on_press(Some(Message::OpenCompany(id)))
                .style(style::link_button)
                .into()
        });
        let dot =
            (title.is_some() && company.is_some()).then(|| text::body(t!(lang, "separator-dot")).style(style::muted));
        let former = content.former_employee.then(|| text::caption(t!(lang, "card-former-employee")));
        let below =
            Row::new().push(title).push(dot).push(company).push(former).spacing(SMALL).align_y(Alignment::Center);
        let due = self.shown.informed.due.map(|due| {
            let (tone, words) = due_words(self.scene, due, self.shown.informed.waiting);
            let stop = TabStop::new(badge(tone, words))
                .id(Some("card-due".into()))
                .on_press(Some(Message::Letter(LetterAsk::Notice(self.person().id))));
            hinted(stop, t!(lang, "notice-send"))
        });
        column![text::name(name), below].push(due).spacing(2).width(Length::Fill).into()
    }

    fn name_fields(&self) -> Element<'a, Message> {
        let lang = self.scene.lang;
        let Some(draft) = self.draft else { return Space::new().into() };
        let fields = &self.scene.rules.fields;
        let plain = |text: Text| -> Option<Element<'a, Message>> {
            if !fields.may_edit(&text.field()) {
                return self.head_value(&text.field(), draft.text(text));
            }
            let place = Place::Field(text.field());
            let wrong = self.wrong(&place);
            let label = i18n::text(lang, &format!("field-{}", text.field().key()));
            let input = self.input(place, draft.text(text), "", move |typed| Edit::Text(text, typed));
            Some(crate::widget::field::field(label, input).error(wrong).into())
        };
        let place = Place::Field(Field::Company);
        let company = text_field("", draft.text(Text::Company))
            .id(place.id())
            .icon(Icon::Building)
            .invalid(self.state.card.wrong.contains_key(&place))
            .on_input(|typed| Message::Change(Edit::Text(Text::Company, typed)))
            .on_blur(Message::Left(place.clone()))
            .on_submit(Message::Save);
        let company = lookup(company, self.state.companies.clone(), Message::Company);
        let company = if fields.may_edit(&Field::Company) {
            Some(crate::widget::field::field(t!(lang, "field-company"), company).error(self.wrong(&place)).into())
        } else {
            self.head_value(&Field::Company, draft.text(Text::Company))
        };
        let place = Place::Field(Field::Title);
        let title = text_field("", draft.text(Text::Title))
            .id(place.id())
            .invalid(self.state.card.wrong.contains_key(&place))
            .on_input(|typed| Message::Change(Edit::Text(Text::Title, typed)))
            .on_focus(Message::Entered(place.clone()))
            .on_blur(Message::Left(place.clone()))
            .on_submit(Message::Save);
        let title = lookup(title, super::titles(self.scene, draft.text(Text::Title)), Message::Title);
        let title = if fields.may_edit(&Field::Title) {
            Some(crate::widget::field::field(t!(lang, "field-title"), title).error(self.wrong(&place)).into())
        } else {
            plain(Text::Title)
        };
        let names = Row::new().push(plain(Text::FirstName)).push(plain(Text::LastName)).spacing(MEDIUM);
        let place = Row::new().push(title).push(company).spacing(MEDIUM);
        let remove = self.person().content.picture.is_some().then(|| -> Element<'a, Message> {
            button::link(t!(lang, "card-picture-remove")).small().on_press(Message::RemovePicture).into()
        });
        let choose = button::link(t!(lang, "card-picture-choose")).small().icon(Icon::Image);
        let pictures = || row![Element::from(choose.on_press(Message::ChoosePicture))].push(remove).spacing(SMALL);
        let pictures = fields.may_edit(&Field::Picture).then(pictures);
        column![names, place].push(pictures).spacing(SMALL).width(Length::Fill).into()
    }

    /// Returns a value of the head that is only read; nothing where the user does not see it.
    fn head_value(&self, field: &Field, value: &'a str) -> Option<Element<'a, Message>> {
        if !self.scene.rules.fields.is_shown(field) {
            return None;
        }
        let kept_in = self.kept_in(field).map(text::caption);
        let value = column![text::caption(self.scene.field(field)), text::body(value)].push(kept_in);
        Some(value.spacing(TINY).width(Length::Fill).into())
    }

    fn buttons(&self) -> Element<'a, Message> {
        let lang = self.scene.lang;
        let close = button::icon(Icon::Close, t!(lang, "close")).on_press(Message::Close);
        if self.draft.is_none() {
            let hint = if self.is_favourite { t!(lang, "favourite-remove") } else { t!(lang, "favourite-add") };
            let star = button::icon(Icon::Star, hint).id("card-favourite").marked(self.is_favourite);
            let star = Element::from(star.on_press(Message::Favourite));
            let may = self.may_edit() && !self.state.is_editing();
            let mut edit = button::plain(t!(lang, "card-edit")).icon(Icon::Pencil).id("card-edit");
            if !self.may_edit() && !self.state.is_read_only() {
                edit = edit.tooltip(problem::lacks(lang, Right::Edit));
            }
            let edit = Element::from(edit.on_press_maybe(may.then_some(Message::Edit)));
            let more = button::icon(Icon::More, t!(lang, "card-more")).id("card-more").marked(self.state.shows_more);
            let more = Element::from(more.on_press(Message::More));
            return row![star, edit, more, Element::from(close)].spacing(SMALL).into();
        }
        let saving = self.state.card.is_saving;
        let save = if saving { t!(lang, "saving") } else { t!(lang, "save") };
        let save = button::main(save).on_press_maybe((!saving).then_some(Message::Save));
        let cancel = button::plain(t!(lang, "cancel")).on_press(Message::Cancel);
        row![Element::from(save), Element::from(cancel)].spacing(SMALL).into()
    }

    /// Returns what is said when somebody else saved the card meanwhile.
    fn newer(&self) -> Option<Element<'a, Message>> {
        let lang = self.scene.lang;
        let newer = self.state.card.newer.as_ref()?;
        let who = self.scene.by(newer.person.updated_by);
        let when = self.scene.time(newer.person.updated_at);
        Some(if self.state.card.shows_newer {
            let back = button::plain(t!(lang, "card-back-to-changes")).small().on_press(Message::ShowNewer(false));
            let headline = t!(lang, "card-newer", when = when, who = who);
            banner(Tone::Accent, headline, Some(t!(lang, "card-newer-text")), vec![back.into()])
        } else {
            let look = button::plain(t!(lang, "card-reload")).small().on_press(Message::ShowNewer(true));
            let headline = t!(lang, "card-changed-elsewhere", who = who);
            banner(Tone::Attention, headline, None, vec![look.into()])
        })
    }

    /// Returns what the person has refused, purpose by purpose.
    fn refusals(&self) -> Vec<Element<'a, Message>> {
        let (scene, lang) = (self.scene, self.scene.lang);
        let refused = self.shown.purposes.iter().filter_map(|standing| {
            let entry = standing.current.as_ref().filter(|entry| entry.basis.is_refusal())?;
            let purpose = scene.lists.name(standing.purpose, lang);
            let date = i18n::date_long(lang, scene.zone.day(entry.at));
            let headline = if entry.basis == crate::model::basis::Basis::Objected {
                t!(lang, "card-objected", purpose = purpose, date = date)
            } else {
                t!(lang, "card-withdrawn", purpose = purpose, date = date)
            };
            let mut comment = (!entry.comment.is_empty()).then(|| entry.comment.clone());
            let weighed = self.shown.states.open().find(|open| open.entry == Some(entry.id));
            let decide = weighed.map(|open| {
                let weighing = t!(lang, "state-weighing");
                comment = Some(comment.take().map_or_else(|| weighing.clone(), |said| format!("{said}\n{weighing}")));
                let ask = Message::State(StateAsk::Decide(Box::new(open.clone())));
                states::button(t!(lang, "state-decide-ask"), scene, ask)
            });
            Some(banner(Tone::Danger, headline, comment, decide.into_iter().collect()))
        });
        refused.collect()
    }

    /// Returns the row of tabs; a dot marks those with something in them.
    pub fn tabs(&self) -> Element<'a, Message> {
        let lang = self.scene.lang;
        let content = self.draft.map_or(&self.person().content, |draft| &draft.content);
        let filled = |tab: Tab| match tab {
            Tab::Contact => !(content.emails.is_empty() && content.phones.is_empty() && content.addresses.is_empty()),
            Tab::Details => {
                content.position.is_some()
                    || content.birth_date.is_some()
                    || content.category.is_some()
                    || content.business.is_some()
                    || content.our_contact.is_some()
                    || !content.website.is_empty()
                    || !self.shown.jobs.is_empty()
                    || !self.shown.relations.is_empty()
            }
            Tab::More => match self.draft {
                Some(draft) => draft.custom.values().any(|value| !value.trim().is_empty()),
                None => !content.custom.is_empty(),
            },
            Tab::Interests => {
                !content.interests.is_empty() || self.draft.is_some_and(|draft| !draft.new_interests.is_empty())
            }
            Tab::Note => match self.draft {
                Some(draft) => !draft.note.text().trim().is_empty(),
                None => !content.note.is_empty(),
            },
            Tab::History => false,
        };
        let names = [
            t!(lang, "card-tab-contact"),
            t!(lang, "card-tab-details"),
            t!(lang, "card-tab-more"),
            t!(lang, "card-tab-interests"),
            t!(lang, "card-tab-note"),
            t!(lang, "card-tab-history"),
        ];
        let shown = Tab::shown(&self.scene.rules.fields);
        let items = Tab::ALL.into_iter().zip(names).filter(|(tab, _)| shown.contains(tab));
        let items = items.map(|(tab, name)| tabs::Tab::new(name).filled(filled(tab)));
        let selected = shown.iter().position(|tab| *tab == self.state.tab).unwrap_or(0);
        let row = tabs::tabs(items, selected, Some(TABS.into()), Message::Tab);
        container(row).padding(Padding::ZERO.horizontal(HUGE - MEDIUM - 2.0)).into()
    }
}
