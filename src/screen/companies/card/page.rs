//! How a card looks: head, tabs, and under them the people.

use iced::keyboard::{Key, key::Named};
use iced::widget::{Column, Row, Space, column, container, mouse_area, row, scrollable};
use iced::{Alignment, Length, Padding};

use super::{BODY, Message, State, TABS, Tab};
use crate::model::company::{Content, Warning};
use crate::model::contact::Origin;
use crate::model::field::Field;
use crate::model::list;
use crate::model::user::Right;
use crate::office::companies::Card;
use crate::office::field_policy::Policy;
use crate::office::lists;
use crate::office::problem;
use crate::screen::Scene;
use crate::screen::card::history::Whose;
use crate::screen::card::{Place, Sheet, Value, labelled, nothing, rows, short, web_link};
use crate::screen::companies::draft::{Draft, Edit, Item, Text};
use crate::screen::note_warning::note_warning;
use crate::screen::states;
use crate::t;
use crate::theme::measure::{HUGE, LARGE, MEDIUM, SMALL, TEXT_COLUMN, TINY};
use crate::theme::{Element, Icon, Tone, style};
use crate::widget::avatar::avatar;
use crate::widget::banner::banner;
use crate::widget::empty_state::empty_state;
use crate::widget::field::{complaint, field, text_area};
use crate::widget::hotkeys::hotkeys;
use crate::widget::{button, surface, tabs, text};

const SIGN: f32 = 56.0;

/// A card as it is drawn: what is known, what is typed, and what helps to say it.
pub(super) struct Page<'a> {
    pub(super) state: &'a State,
    /// None while the card is new.
    pub(super) shown: Option<&'a Card>,
    draft: Option<&'a Draft>,
    pub(super) scene: &'a Scene,
    is_favourite: bool,
}

impl State {
    /// Returns the card as it looks.
    pub fn view<'a>(
        &'a self,
        scene: &'a Scene,
        is_favourite: bool,
        activities: Option<Element<'a, Message>>,
    ) -> Element<'a, Message> {
        if self.card.is_gone {
            let close = button::plain(t!(scene.lang, "close")).on_press(Message::Close);
            let gone = empty_state(Icon::Building, t!(scene.lang, "company-gone"), "", Some(close));
            return container(gone).style(style::surface).into();
        }
        let (shown, draft) = self.card.drawn();
        if shown.is_none() && draft.is_none() {
            return container(Space::new()).width(Length::Fill).height(Length::Fill).style(style::surface).into();
        }
        Page { state: self, shown, draft, scene, is_favourite }.view(activities)
    }
}

impl<'a> Page<'a> {
    fn view(&self, activities: Option<Element<'a, Message>>) -> Element<'a, Message> {
        let tab = match (self.state.tab, self.draft, self.shown) {
            (Tab::Contact, Some(draft), _) => self.contact_fields(draft),
            (Tab::Details, Some(draft), _) => self.detail_fields(draft),
            (Tab::Note, Some(draft), _) => self.note_field(draft),
            (Tab::Contact, None, Some(card)) => self.contact_values(&card.company.content),
            (Tab::Details, None, Some(card)) => self.detail_values(&card.company.content),
            (Tab::Note, None, Some(card)) => self.note(&card.company.content),
            (Tab::History, _, Some(card)) => {
                self.state.history.view(Whose::Company(card.company.id), self.scene).map(Message::History)
            }
            (Tab::History, Some(_), None) | (_, None, None) => Space::new().into(),
        };
        let is_editing = self.draft.is_some();
        let tab: Element<'a, Message> =
            if is_editing { tab } else { mouse_area(tab).on_double_click(Message::Edit).into() };
        // While a card is edited, only what is edited is there.
        let below = self.shown.filter(|_| !is_editing).map(|card| self.sections(card));
        let activities = activities.filter(|_| !is_editing && self.shown.is_some());
        let activities = activities.map(|section| column![surface::line(), section].spacing(SMALL));
        let content = column![tab].push(below).push(activities).spacing(LARGE).max_width(TEXT_COLUMN);
        // Room for focus rings, which the scrolling area would cut off.
        let content = container(content).padding(Padding { top: TINY, right: TINY, bottom: HUGE, left: TINY });
        let bar = scrollable::Scrollbar::new().width(6).scroller_width(6).spacing(TINY);
        let body = scrollable(content.width(Length::Fill))
            .id(BODY)
            .direction(scrollable::Direction::Vertical(bar))
            .width(Length::Fill)
            .height(Length::Fill);
        let body = container(body).padding(Padding::ZERO.horizontal(HUGE - TINY)).height(Length::Fill);
        let card = column![self.head(), self.tabs(), surface::line(), Space::new().height(SMALL), body]
            .push(self.shown.map(|card| self.foot(card)));
        let card = container(card).width(Length::Fill).height(Length::Fill).style(style::surface);
        let is_typing = self.state.card.typing.is_some();
        hotkeys(card, |_, _| None)
            .before(move |key, _| match key {
                // The field would only give up the keyboard, and the next Escape would be needed to mean it.
                Key::Named(Named::Escape) if is_typing => Some(Message::Cancel),
                Key::Named(_) | Key::Character(_) | Key::Unidentified => None,
            })
            .into()
    }

    /// Returns what stands under the tabs: the people, and room for what was done with the company.
    fn sections(&self, card: &'a Card) -> Element<'a, Message> {
        Column::new().push(surface::line()).push(self.people(card)).spacing(MEDIUM).into()
    }

    /// Returns what the user may do with the fields.
    fn policy(&self) -> &'a Policy {
        &self.scene.rules.company_fields
    }

    fn told(&self, field: Field, value: Value<'a, Message>) -> Option<Element<'a, Message>> {
        // The whole word is too long for a label.
        let is_number = field == Field::OrgNumber;
        let label = if is_number { t!(self.scene.lang, "companies-column-number") } else { self.scene.field(&field) };
        self.sheet().told_as(label, self.policy(), &field, value)
    }

    fn edited(
        &self,
        field: Field,
        value: impl Into<String>,
        row: Element<'a, Message>,
    ) -> Option<Element<'a, Message>> {
        if self.policy().may_edit(&field) { Some(row) } else { self.told(field, self.sheet().value(value)) }
    }

    fn sheet(&self) -> Sheet<'a, Message> {
        Sheet::new(self.scene, &self.state.card.wrong, &self.state.card.countries)
    }

    fn head(&self) -> Element<'a, Message> {
        let who = match (self.draft, self.shown) {
            (Some(draft), _) => self.name_field(draft),
            (None, Some(card)) => self.names(&card.company.content),
            (None, None) => Space::new().into(),
        };
        let sign = text::icon_sized(Icon::Building, 26.0).style(style::accent);
        let sign = container(sign)
            .center(SIGN)
            .style(|theme| container::Style { border: iced::border::rounded(SIGN / 2.0), ..style::selected(theme) });
        let first = row![sign, who, self.buttons()].spacing(LARGE);
        let alerts = self.shown.map_or(&[][..], |card| &card.alerts);
        let alerts = states::alerts(alerts, self.scene, Message::OpenSelection);
        let head = column![first].push(self.newer()).extend(self.warnings()).extend(alerts).spacing(MEDIUM);
        let head = container(head).max_width(TEXT_COLUMN + 120.0);
        container(head).padding(Padding { top: LARGE + TINY, right: LARGE, bottom: SMALL, left: HUGE }).into()
    }

    fn names(&self, content: &'a Content) -> Element<'a, Message> {
        let dot = format!(" {} ", t!(self.scene.lang, "separator-dot"));
        let parts = [content.city(), content.org_number.as_str(), self.sheet().item(content.category)];
        let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        let below = text::body(parts.join(&dot)).style(style::muted);
        column![text::name(content.name.as_str()), below].spacing(2).width(Length::Fill).into()
    }

    fn name_field(&self, draft: &'a Draft) -> Element<'a, Message> {
        let lang = self.scene.lang;
        if !self.policy().may_edit(&Field::Name) {
            let kept_in = self.sheet().kept_in(self.policy(), &Field::Name).map(text::caption);
            return column![text::name(draft.text(Text::Name))].push(kept_in).width(Length::Fill).into();
        }
        let place = Place::Field(Field::Name);
        let wrong = self.sheet().wrong(&place);
        let change = |typed| Message::Change(Edit::Text(Text::Name, typed));
        let input = self.sheet().input(place, draft.text(Text::Name), "", change);
        field(t!(lang, "field-name"), input).error(wrong).into()
    }

    fn buttons(&self) -> Element<'a, Message> {
        let lang = self.scene.lang;
        if self.draft.is_none() {
            let close = button::icon(Icon::Close, t!(lang, "close")).on_press(Message::Close);
            let has_right = self.scene.office.user().may(Right::Edit);
            let mut edit = button::plain(t!(lang, "card-edit")).icon(Icon::Pencil).id("company-edit");
            if !has_right {
                edit = edit.tooltip(problem::lacks(lang, Right::Edit));
            }
            let may = has_right && !self.state.is_editing();
            let hint = if self.is_favourite { t!(lang, "favourite-remove") } else { t!(lang, "favourite-add") };
            let star = button::icon(Icon::Star, hint).id("company-favourite").marked(self.is_favourite);
            let star = Element::from(star.on_press(Message::Favourite));
            return row![star, Element::from(edit.on_press_maybe(may.then_some(Message::Edit))), Element::from(close)]
                .spacing(SMALL)
                .into();
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
        let company = &self.state.card.newer.as_ref()?.company;
        let who = self.scene.by(company.updated_by);
        Some(if self.state.card.shows_newer {
            let back = button::plain(t!(lang, "card-back-to-changes")).small().on_press(Message::ShowNewer(false));
            let headline = t!(lang, "card-newer", when = self.scene.time(company.updated_at), who = who);
            banner(Tone::Accent, headline, Some(t!(lang, "card-newer-text")), vec![back.into()])
        } else {
            let look = button::plain(t!(lang, "card-reload")).small().on_press(Message::ShowNewer(true));
            banner(Tone::Attention, t!(lang, "card-changed-elsewhere", who = who), None, vec![look.into()])
        })
    }

    /// Returns what looks wrong with what is saved.
    fn warnings(&self) -> Vec<Element<'a, Message>> {
        let lang = self.scene.lang;
        let warnings = self.shown.filter(|_| self.draft.is_none()).map_or(&[][..], |card| &card.warnings);
        let one = |warning: &'a Warning| match warning {
            Warning::ImplausibleNumber => {
                banner(Tone::Attention, t!(lang, "company-number-implausible"), None, Vec::new())
            }
            Warning::SameNumber { id, name } => {
                let open = button::plain(t!(lang, "company-open")).small().on_press(Message::OpenCompany(*id));
                let headline = t!(lang, "company-number-same", name = name.as_str());
                banner(Tone::Attention, headline, None, vec![open.into()])
            }
        };
        warnings.iter().map(one).collect()
    }

    fn tabs(&self) -> Element<'a, Message> {
        let lang = self.scene.lang;
        let content = self.draft.map(|draft| &draft.content).or(self.shown.map(|card| &card.company.content));
        let filled = |tab: Tab| {
            content.is_some_and(|content| match tab {
                Tab::Contact => {
                    !(content.emails.is_empty() && content.phones.is_empty() && content.addresses.is_empty())
                }
                Tab::Details => {
                    !content.org_number.is_empty()
                        || !content.website.is_empty()
                        || content.category.is_some()
                        || content.business.is_some()
                        || content.our_contact.is_some()
                }
                Tab::Note => match self.draft {
                    Some(draft) => !draft.note.text().trim().is_empty(),
                    None => !content.note.is_empty(),
                },
                Tab::History => false,
            })
        };
        let names = [
            t!(lang, "card-tab-contact"),
            t!(lang, "card-tab-details"),
            t!(lang, "card-tab-note"),
            t!(lang, "card-tab-history"),
        ];
        let shown = Tab::shown(self.policy());
        let items = Tab::ALL.into_iter().zip(names).filter(|(tab, _)| shown.contains(tab));
        let items = items.map(|(tab, name)| tabs::Tab::new(name).filled(filled(tab)));
        let selected = shown.iter().position(|tab| *tab == self.state.tab).unwrap_or(0);
        let row = tabs::tabs(items, selected, Some(TABS.into()), Message::Tab);
        container(row).padding(Padding::ZERO.horizontal(HUGE - MEDIUM - 2.0)).into()
    }

    fn contact_values(&self, content: &'a Content) -> Element<'a, Message> {
        let sheet = self.sheet();
        // What an address is for says enough; whence a company's came is nobody's right to know.
        let caption = |label: Option<list::Id>, _: Option<&Origin>| sheet.item(label).to_owned();
        let mut all = sheet.contact_values(content.contacts(), &content.country, caption);
        all.extend(self.told(Field::Country, sheet.value(sheet.country(&content.country))));
        rows(all, false)
    }

    fn contact_fields(&self, draft: &'a Draft) -> Element<'a, Message> {
        let (sheet, lang) = (self.sheet(), self.scene.lang);
        let content = &draft.content;
        let place = Place::Field(Field::Country);
        let country = sheet.countries(&content.country, place.id(), |code| Message::Change(Edit::Country(code)));
        let country = labelled(t!(lang, "field-country"), short(country), sheet.wrong(&place));
        let fields = self.policy();
        column![sheet.contact_fields(content.contacts(), |rows| fields.may_edit(&rows.field()))]
            .push(self.edited(Field::Country, sheet.country(&content.country), country))
            .spacing(LARGE - TINY)
            .into()
    }

    fn detail_values(&self, content: &'a Content) -> Element<'a, Message> {
        let sheet = self.sheet();
        let website = sheet.value(&content.website);
        let website = match web_link(&content.website) {
            Some(address) => website.outside(address).copied(),
            None => website,
        };
        let our_contact = content.our_contact.map_or(String::new(), |user| self.scene.user(user));
        let all = [
            self.told(Field::OrgNumber, sheet.value(&content.org_number).copied()),
            self.told(Field::Website, website),
            self.told(Field::Category, sheet.value(sheet.item(content.category))),
            self.told(Field::Business, sheet.value(sheet.item(content.business))),
            self.told(Field::OurContact, sheet.value(our_contact)),
        ];
        rows(all.into_iter().flatten().collect(), false)
    }

    fn detail_fields(&self, draft: &'a Draft) -> Element<'a, Message> {
        let (content, lang, sheet) = (&draft.content, self.scene.lang, self.sheet());
        let change = |user| Message::Change(Edit::OurContact(user));
        let users = sheet.our_contact(content.our_contact, "card-our_contact", change);
        let ours = content.our_contact.map_or(String::new(), |user| self.scene.user(user));
        let number = self.text_row(Text::OrgNumber, t!(lang, "companies-column-number"), draft);
        let website = self.text_row(Text::Website, t!(lang, "field-website"), draft);
        let (category, business) = (sheet.item(content.category), sheet.item(content.business));
        let all = [
            self.edited(Field::OrgNumber, &content.org_number, number),
            self.edited(Field::Website, &content.website, website),
            self.edited(Field::Category, category, self.item_row(Item::Category, content.category)),
            self.edited(Field::Business, business, self.item_row(Item::Business, content.business)),
            self.edited(Field::OurContact, ours, labelled(t!(lang, "field-our_contact"), short(users), None)),
        ];
        rows(all.into_iter().flatten().collect(), true)
    }

    fn text_row(&self, text: Text, label: String, draft: &'a Draft) -> Element<'a, Message> {
        let place = Place::Field(text.field());
        let wrong = self.sheet().wrong(&place);
        let change = move |typed| Message::Change(Edit::Text(text, typed));
        labelled(label, short(self.sheet().input(place, draft.text(text), "", change)), wrong)
    }

    fn item_row(&self, item: Item, chosen: Option<list::Id>) -> Element<'a, Message> {
        let Some(list) = lists::list_of(&item.field()) else { return Space::new().into() };
        let place = Place::Field(item.field());
        let (label, wrong) = (self.scene.field(&item.field()), self.sheet().wrong(&place));
        let change = move |id| Message::Change(Edit::Item(item, id));
        labelled(label, short(self.sheet().items(list, chosen, place, change)), wrong)
    }

    fn note(&self, content: &'a Content) -> Element<'a, Message> {
        if content.note.is_empty() {
            return nothing(t!(self.scene.lang, "card-note-none"));
        }
        let kept_in = self.sheet().kept_in(self.policy(), &Field::Note).map(text::caption);
        let note = column![text::body(content.note.as_str())].push(kept_in).spacing(SMALL);
        container(note).padding(Padding::from([SMALL, 0.0])).width(Length::Fill).into()
    }

    fn note_field(&self, draft: &'a Draft) -> Element<'a, Message> {
        if !self.policy().may_edit(&Field::Note) {
            return self.note(&draft.content);
        }
        let place = Place::Field(Field::Note);
        let wrong = self.sheet().wrong(&place);
        let area = text_area(&draft.note, "")
            .id(place.id())
            .invalid(wrong.is_some())
            .on_action(|action| Message::Change(Edit::Note(action)))
            .on_blur(Message::Left(place))
            .height(220);
        let below: Element<'a, Message> = match wrong {
            Some(wrong) => complaint(wrong),
            None => text::caption(t!(self.scene.lang, "company-note-hint")).into(),
        };
        let warning = note_warning(&draft.note.text(), self.scene);
        column![Element::from(area), below].push(warning).spacing(SMALL).width(Length::Fill).into()
    }

    /// Returns who made the card what it is, and the way to remove one on which nothing hangs.
    fn foot(&self, card: &'a Card) -> Element<'a, Message> {
        let (scene, lang, company) = (self.scene, self.scene.lang, &card.company);
        let when = scene.time(company.created_at);
        let created = t!(lang, "card-created", when = when, who = scene.by(company.created_by));
        let when = scene.time(company.updated_at);
        let updated = t!(lang, "card-updated", when = when, who = scene.by(company.updated_by));
        let history = text::caption(format!("{created} {} {updated}", t!(lang, "separator-dot")));
        let may = card.is_unused && self.draft.is_none() && scene.office.user().may(Right::Edit);
        let remove = may.then(|| -> Element<'a, Message> {
            button::link(t!(lang, "company-remove")).icon(Icon::Trash).small().on_press(Message::Remove).into()
        });
        let delete = (remove.is_none() && self.draft.is_none()).then(|| -> Element<'a, Message> {
            let may = scene.office.user().may(Right::Delete);
            let words = if may { t!(lang, "card-delete") } else { t!(lang, "card-delete-ask") };
            button::link(words).icon(Icon::Trash).small().id("company-delete").on_press(Message::Delete).into()
        });
        let who = scene.initials(company.updated_by).map(|letters| avatar(letters, None, 22.0));
        let foot = Row::new().push(who).push(container(history).width(Length::Fill)).push(remove).push(delete);
        let foot = foot.spacing(SMALL).align_y(Alignment::Center);
        let foot = container(foot).padding(Padding { top: MEDIUM, right: HUGE, bottom: MEDIUM, left: HUGE });
        column![surface::line(), foot].into()
    }
}
