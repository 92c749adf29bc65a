//! What a text can name of somebody, of the office, and of what it is about.

use serde_json::{Map, Value, json};

use crate::i18n::{self, Lang};
use crate::model::basis::{self, Basis};
use crate::model::field::Field;
use crate::model::list::{self, List};
use crate::model::person::{self, Content, Person};
use crate::model::setting::{ItemPart, Plain, Setting, Tongue};
use crate::office::{Desk, Error, problem, report, settings};
use crate::{store, t};

/// What only one kind of letter names; what is missing stays empty.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Extra(Map<String, Value>);

impl Extra {
    /// Adds a value by its name: `content`, or `links.stop` with a dot.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl Into<Value>) -> Self {
        put(&mut self.0, name, value.into());
        self
    }
}

fn put(map: &mut Map<String, Value>, name: &str, value: Value) {
    match name.split_once('.') {
        None => _ = map.insert(name.to_owned(), value),
        Some((first, rest)) => {
            let inner = map.entry(first.to_owned()).or_insert_with(|| Value::Object(Map::new()));
            if let Value::Object(inner) = inner {
                put(inner, rest, value);
            }
        }
    }
}

/// Everything that can be named, with nothing in it.
fn empty() -> Map<String, Value> {
    let mut all = Map::new();
    for base in crate::model::template::Base::ALL {
        for name in base.variables() {
            let value = match name {
                "purposes" | "data" | "recipients" | "changes" | "files" => json!([]),
                "sealed" => json!(false),
                _ => json!(""),
            };
            put(&mut all, name, value);
        }
    }
    all
}

/// What a text names of what has to be looked up for each person: the rest need not be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Needs {
    purposes: bool,
    data: bool,
    recipients: bool,
}

impl Needs {
    const ALL: Self = Self { purposes: true, data: true, recipients: true };

    /// Returns what a text needs, of which `names` knows what it names.
    pub fn of(names: impl Fn(&str) -> bool) -> Self {
        Self { purposes: names("purposes"), data: names("data"), recipients: names("recipients") }
    }
}

/// Where a privacy statement is to be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::office) struct Statement {
    /// What it is called.
    pub title: String,
    /// Its web address.
    pub url: String,
}

impl Statement {
    /// Returns what a text names of it.
    pub fn named(&self, extra: Extra) -> Extra {
        extra.with("statement.title", self.title.as_str()).with("statement.url", self.url.as_str())
    }

    /// Returns the one among what a text can name; none where the office named none.
    pub(super) fn among(values: &Value) -> Option<Self> {
        let text = |place| values.pointer(place).and_then(Value::as_str).filter(|text| !text.is_empty());
        let (title, url) = (text("/statement/title")?, text("/statement/url")?);
        Some(Self { title: title.to_owned(), url: url.to_owned() })
    }
}

/// Returns where the office says how it handles data for a purpose, in a language, or else in one it said it in.
pub(in crate::office) fn statement(desk: &Desk<'_>, lang: Lang, purpose: list::Id) -> Result<Option<Statement>, Error> {
    let key = desk.lists()?.key(purpose);
    let url = said(desk, lang, List::Purpose, key, ItemPart::StatementUrl)?;
    if url.is_empty() {
        return Ok(None);
    }
    let title = said(desk, lang, List::Purpose, key, ItemPart::StatementTitle)?;
    let title = if title.is_empty() { t!(lang, "template-statement") } else { title };
    Ok(Some(Statement { title, url }))
}

/// What a text can name whoever it is for: the office, its privacy statement, and the day.
#[derive(Debug, Clone)]
pub(super) struct Shared {
    all: Map<String, Value>,
    /// Whether the office has more than one statement, so that it matters for which purposes somebody's data is used.
    has_statements: bool,
}

impl Shared {
    /// Reads it.
    pub fn read(desk: &Desk<'_>, lang: Lang) -> Result<Self, Error> {
        let mut all = empty();
        for (name, setting) in [
            ("office.name", Plain::OfficeName),
            ("office.contact", Plain::OfficeContact),
            ("office.privacy_contact", Plain::OfficePrivacyContact),
        ] {
            put(&mut all, name, json!(settings::plain(desk, setting)?));
        }
        let address = settings::plain(desk, Plain::OfficeAddress)?;
        let lines: Vec<&str> = address.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
        put(&mut all, "office.address", json!(lines.join(", ")));
        let country = settings::plain(desk, Plain::OfficeCountry)?;
        let country = if country.is_empty() { country } else { i18n::country_name(lang, &country) };
        put(&mut all, "office.country", json!(country));
        put(&mut all, "office.authority", json!(report::authority(desk, lang)?));
        put(&mut all, "today", json!(i18n::date(lang, desk.today())));
        // What nobody decided for a purpose, another says: marketing, which most is written about, before the others.
        let purposes = desk.lists()?.of(List::Purpose).map(|item| item.id);
        let mut known: Vec<Statement> = Vec::new();
        for purpose in std::iter::once(list::MARKETING).chain(purposes) {
            if let Some(one) = statement(desk, lang, purpose)?
                && !known.contains(&one)
            {
                known.push(one);
            }
        }
        if let Some(first) = known.first() {
            merge(&mut all, &first.named(Extra::default()).0);
        }
        Ok(Self { all, has_statements: known.len() > 1 })
    }
}

/// Returns what a text can name of somebody.
pub(super) fn of(desk: &Desk<'_>, lang: Lang, id: person::Id, extra: &Extra) -> Result<Value, Error> {
    needed(desk, lang, id, extra, &Shared::read(desk, lang)?, Needs::ALL)
}

/// As [`of`], with what is the same for everybody, and without what the text does not name.
pub(super) fn needed(
    desk: &Desk<'_>,
    lang: Lang,
    id: person::Id,
    extra: &Extra,
    shared: &Shared,
    needs: Needs,
) -> Result<Value, Error> {
    let person = store::persons::get(desk.db(), id)?.ok_or(Error::NoPerson(id))?;
    let mut all = shared.all.clone();
    if needs.recipients {
        let mut recipients: Vec<String> =
            store::exports::of_person(desk.db(), id)?.into_iter().map(|export| export.recipient).collect();
        recipients.retain(|recipient| !recipient.is_empty());
        recipients.sort();
        recipients.dedup();
        put(&mut all, "recipients", json!(recipients));
    }
    let purposes = if needs.purposes || shared.has_statements {
        purposes_of(desk, &store::ledger::of_person(desk.db(), id)?)?
    } else {
        Vec::new()
    };
    fill(desk, lang, &person, &purposes, needs, all, extra)
}

/// Returns what a text can name of somebody who is made up, with everything there is, or with as little as can be.
pub(super) fn sample(desk: &Desk<'_>, lang: Lang, is_full: bool, extra: &Extra) -> Result<Value, Error> {
    let mut content = Content { last_name: t!(lang, "template-sample-last"), ..Content::default() };
    let mut all = Shared::read(desk, lang)?.all;
    if is_full {
        content.first_name = t!(lang, "template-sample-first");
        content.company = t!(lang, "template-sample-company");
        content.title = t!(lang, "field-title");
        content.emails.push(person::Labelled::new(None, "kari@example.org".to_owned()));
        put(&mut all, "recipients", json!([content.company]));
        let words = t!(lang, "template-sample-words");
        for name in ["consent.purpose", "consent.wording", "erased", "content", "subscription"].iter().chain(&[
            "breach.what",
            "breach.consequences",
            "breach.measures",
        ]) {
            put(&mut all, name, json!(words));
        }
        put(&mut all, "consent.day", json!(i18n::date(lang, desk.today())));
        put(&mut all, "changes", json!([{ "field": t!(lang, "field-email"), "value": "kari@example.org" }]));
        put(&mut all, "files", json!(["personvern.html"]));
        put(&mut all, "sealed", json!(true));
        put(&mut all, "statement.title", json!(words));
        put(&mut all, "statement.url", json!("https://example.org/"));
        for link in ["preferences", "unsubscribe", "stop", "access", "confirm"] {
            put(&mut all, &format!("links.{link}"), json!("mailto:post@example.org"));
        }
    }
    let person = Person {
        id: person::Id(0),
        content,
        company: None,
        source: list::shipped_id(List::Source, "fair").unwrap_or(list::SOURCE_USER),
        created_at: desk.now(),
        created_by: desk.user().id,
        updated_at: desk.now(),
        updated_by: desk.user().id,
    };
    let named = [(list::SALES, Some(basis::Named::from(Basis::LegitimateInterests)))];
    fill(desk, lang, &person, &named, Needs::ALL, all, extra)
}

/// What somebody cannot be told, as the office documented it nowhere (art. 13(1)(c), (d)).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::office) enum Gap {
    /// On which legal basis anything of theirs is used.
    Basis,
    /// For which interest, where that is the basis.
    Interest,
}

/// Returns what somebody cannot be told in a language.
pub(in crate::office) fn gaps(desk: &Desk<'_>, lang: Lang, id: person::Id) -> Result<Vec<Gap>, Error> {
    let mut gaps = Vec::new();
    for (_, named) in purposes_of(desk, &store::ledger::of_person(desk.db(), id)?)? {
        let gap = match named {
            None => Some(Gap::Basis),
            Some(named) if named.basis == Basis::LegitimateInterests => {
                interest(desk, lang, named)?.is_empty().then_some(Gap::Interest)
            }
            Some(_) => None,
        };
        gaps.extend(gap.filter(|gap| !gaps.contains(gap)));
    }
    Ok(gaps)
}

/// Returns which interest the office has, as it says of a legal basis.
fn interest(desk: &Desk<'_>, lang: Lang, named: basis::Named) -> Result<String, Error> {
    said(desk, lang, List::Basis, desk.lists()?.key(named.item), ItemPart::Interest)
}

/// What the data is used for now; sales and service where nothing is documented.
fn purposes_of(desk: &Desk<'_>, ledger: &[basis::Entry]) -> Result<Vec<(list::Id, Option<basis::Named>)>, Error> {
    let mut all = Vec::new();
    for item in desk.lists()?.all_of(List::Purpose) {
        let holds = basis::current(ledger, item.id).filter(|entry| entry.basis.gives());
        all.extend(holds.map(|entry| (item.id, Some(entry.named()))));
    }
    if all.is_empty() {
        all.push((list::SALES, None));
    }
    Ok(all)
}

fn fill(
    desk: &Desk<'_>,
    lang: Lang,
    person: &Person,
    named: &[(list::Id, Option<basis::Named>)],
    needs: Needs,
    mut all: Map<String, Value>,
    extra: &Extra,
) -> Result<Value, Error> {
    let content = &person.content;
    let email = content.emails.first().map(|email| email.value.as_str()).unwrap_or_default();
    for (name, value) in [
        ("person.name", content.full_name().as_str()),
        ("person.first_name", &content.first_name),
        ("person.last_name", &content.last_name),
        ("person.company", &content.company),
        ("person.title", &content.title),
        ("person.email", email),
    ] {
        put(&mut all, name, json!(value));
    }
    if needs.data {
        put(&mut all, "data", json!(held(desk, lang, content)?));
    }
    let lists = desk.lists()?;
    // The names of the others tell nobody how their data came in.
    let source = lists.key(person.source);
    if list::is_from_themselves(source) || source == "social-media" {
        put(&mut all, "source", json!(lists.name(person.source, lang)));
    }
    let mut purposes = Vec::new();
    for (purpose, named) in named {
        if needs.purposes {
            purposes.push(purpose_words(desk, lang, *purpose, *named)?);
        }
        if let Some(statement) = statement(desk, lang, *purpose)? {
            merge(&mut all, &statement.named(Extra::default()).0);
        }
    }
    put(&mut all, "purposes", json!(purposes));
    merge(&mut all, &extra.0);
    Ok(Value::Object(all))
}

fn merge(onto: &mut Map<String, Value>, from: &Map<String, Value>) {
    for (name, value) in from {
        match (onto.get_mut(name), value) {
            (Some(Value::Object(inner)), Value::Object(more)) => merge(inner, more),
            _ => _ = onto.insert(name.clone(), value.clone()),
        }
    }
}

/// Returns what a purpose is, on which legal basis it rests, and how long it lasts.
fn purpose_words(desk: &Desk<'_>, lang: Lang, purpose: list::Id, named: Option<basis::Named>) -> Result<Value, Error> {
    let lists = desk.lists()?;
    let key = lists.key(purpose);
    let months = settings::stored(
        desk,
        &Setting::Item { list: List::Purpose, item: key.to_owned(), part: ItemPart::KeepMonths },
    )?;
    let period = match (months.parse::<i64>(), named.map(|named| named.basis)) {
        (_, Some(Basis::Consent)) => t!(lang, "template-period-consent"),
        (Ok(months), _) => t!(lang, "template-period-months", months = months),
        (Err(_), _) => t!(lang, "template-period-open"),
    };
    let (basis, article, interest) = match named {
        Some(named) => {
            let article = i18n::text_if_known(lang, &format!("basis-article-{}", named.basis.key()));
            let interest =
                if named.basis == Basis::LegitimateInterests { interest(desk, lang, named)? } else { String::new() };
            (lists.name(named.item, lang).to_owned(), article.unwrap_or_default(), interest)
        }
        None => Default::default(),
    };
    Ok(json!({
        "name": lists.name(purpose, lang),
        "description": said(desk, lang, List::Purpose, key, ItemPart::Description)?,
        "basis": basis,
        "article": article,
        "interest": interest,
        "period": period,
    }))
}

/// Returns what the office says of an item, in a language or else in one it was said in.
fn said(desk: &Desk<'_>, lang: Lang, list: List, item: &str, part: fn(Tongue) -> ItemPart) -> Result<String, Error> {
    for tongue in Tongue::from_code(lang.code()).into_iter().chain(Tongue::ALL) {
        let said = settings::stored(desk, &Setting::Item { list, item: item.to_owned(), part: part(tongue) })?;
        if !said.is_empty() {
            return Ok(said);
        }
    }
    Ok(String::new())
}

/// Returns the kinds of data that a card holds (art. 14(1)(d)).
fn held(desk: &Desk<'_>, lang: Lang, content: &Content) -> Result<Vec<String>, Error> {
    let mut all: Vec<String> = [
        (Field::Name, true),
        (Field::Company, !content.company.is_empty()),
        (Field::Title, !content.title.is_empty()),
        (Field::Position, content.position.is_some()),
        (Field::Category, content.category.is_some()),
        (Field::Emails, !content.emails.is_empty()),
        (Field::Phones, !content.phones.is_empty()),
        (Field::Addresses, !content.addresses.is_empty()),
        (Field::Country, !content.country.is_empty()),
        (Field::BirthDate, content.birth_date.is_some()),
        (Field::Language, content.language.is_some()),
        (Field::Website, !content.website.is_empty()),
        (Field::Interests, !content.interests.is_empty()),
        (Field::Note, !content.note.is_empty()),
        (Field::Picture, content.picture.is_some()),
    ]
    .into_iter()
    .filter(|(_, is_held)| *is_held)
    .map(|(field, _)| problem::field_name(lang, &field).to_lowercase())
    .collect();
    let own = desk.fields()?.iter().filter(|field| content.custom.contains_key(&field.id));
    all.extend(own.map(|field| field.name.to_lowercase()));
    Ok(all)
}
