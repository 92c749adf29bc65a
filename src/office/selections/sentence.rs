//! Criteria read out as a sentence, in the language of whoever reads it.

use super::{Id, Members, Selection, Words, all, get, members_of};
use crate::i18n::{self, Lang};
use crate::model::criteria::day::Unit;
use crate::model::criteria::{
    Activity, Asked, Basis, BasisAsks, Comparison, Day, Node, Of, OneOf, Row, Status, Test, Text, Vocabulary,
};
use crate::model::custom::Definition;
use crate::model::selection::Operation;
use crate::model::user::Right;
use crate::model::{list, user};
use crate::office::lists::Lists;
use crate::office::{Desk, Error};
use crate::t;

/// Returns who is in a selection, in words.
///
/// # Errors
/// [`Error::Forbidden`]; [`Error::NoSuch`]; [`Error::Criteria`] where it asks about what is no more, or what the user
/// does not see.
pub fn explain(desk: &Desk<'_>, id: Id) -> Result<String, Error> {
    let selection = get(desk, id)?;
    let speaker = Speaker::new(desk)?;
    Ok(match members_of(desk, id)? {
        Members::Dynamic(criteria) => speaker.sentence(selection.of, &criteria),
        Members::Static => t!(speaker.lang, "selection-sentence-static", count = super::count(desk, id)?),
        Members::Combined(operation, first, second) => {
            speaker.combined(operation, speaker.selection(first), speaker.selection(second))
        }
    })
}

/// Returns of whom criteria are true, in words.
///
/// # Errors
/// [`Error::Forbidden`], or the database's.
pub fn of(desk: &Desk<'_>, of: Of, criteria: &Node) -> Result<String, Error> {
    desk.require(Right::See)?;
    Ok(Speaker::new(desk)?.sentence(of, criteria))
}

/// Who reads it out: in which language, and what things are called.
struct Speaker<'d> {
    lang: Lang,
    today: chrono::NaiveDate,
    lists: &'d Lists,
    own: &'d [Definition],
    words: Words<'d>,
    selections: Vec<Selection>,
}

impl<'d> Speaker<'d> {
    fn new(desk: &'d Desk<'_>) -> Result<Self, Error> {
        Ok(Self {
            lang: desk.lang(),
            today: desk.today(),
            lists: desk.lists()?,
            own: desk.fields()?,
            words: Words::of(desk)?,
            selections: all(desk)?,
        })
    }

    fn sentence(&self, of: Of, criteria: &Node) -> String {
        let criteria = match criteria {
            Node::All(nodes) if nodes.is_empty() => {
                return match of {
                    Of::Persons => t!(self.lang, "criteria-everybody"),
                    Of::Companies => t!(self.lang, "criteria-every-company"),
                };
            }
            // What holds it all together needs no brackets.
            Node::All(nodes) => self.all(nodes),
            Node::Any(nodes) => self.any(nodes),
            Node::Not(_)
            | Node::Field(..)
            | Node::Basis(_)
            | Node::Subscription(_)
            | Node::Interest(_)
            | Node::Activity(_)
            | Node::Selection(_)
            | Node::Status(_)
            | Node::Informed(_)
            | Node::Duplicate(_) => self.node(criteria),
        };
        match of {
            Of::Persons => t!(self.lang, "criteria-persons", criteria = criteria),
            Of::Companies => t!(self.lang, "criteria-companies", criteria = criteria),
        }
    }

    fn combined(&self, operation: Operation, first: String, second: String) -> String {
        match operation {
            Operation::Union => t!(self.lang, "selection-sentence-union", first = first, second = second),
            Operation::Intersect => t!(self.lang, "selection-sentence-intersect", first = first, second = second),
            Operation::OnlyFirst => t!(self.lang, "selection-sentence-only-first", first = first, second = second),
            Operation::OnlySecond => t!(self.lang, "selection-sentence-only-second", first = first, second = second),
            Operation::Difference => t!(self.lang, "selection-sentence-difference", first = first, second = second),
        }
    }

    fn all(&self, nodes: &[Node]) -> String {
        let parts = nodes.iter().map(|node| self.part(node)).collect();
        self.folded(parts, |first, second| t!(self.lang, "criteria-and", first = first, second = second))
    }

    fn any(&self, nodes: &[Node]) -> String {
        let parts = nodes.iter().map(|node| self.part(node)).collect();
        self.folded(parts, |first, second| t!(self.lang, "criteria-or", first = first, second = second))
    }

    /// Joins parts two by two; there is at least one.
    fn folded(&self, parts: Vec<String>, join: impl Fn(String, String) -> String) -> String {
        parts.into_iter().reduce(join).unwrap_or_else(|| t!(self.lang, "criteria-nobody"))
    }

    /// Returns a criterion as a part of a longer sentence: groups stand in brackets.
    fn part(&self, node: &Node) -> String {
        let inner = match node {
            Node::All(nodes) if nodes.len() > 1 => self.all(nodes),
            Node::Any(nodes) if nodes.len() > 1 => self.any(nodes),
            Node::All(_)
            | Node::Any(_)
            | Node::Not(_)
            | Node::Field(..)
            | Node::Basis(_)
            | Node::Subscription(_)
            | Node::Interest(_)
            | Node::Activity(_)
            | Node::Selection(_)
            | Node::Status(_)
            | Node::Informed(_)
            | Node::Duplicate(_) => return self.node(node),
        };
        format!("({inner})")
    }

    fn node(&self, node: &Node) -> String {
        let lang = self.lang;
        match node {
            Node::All(nodes) if nodes.is_empty() => t!(lang, "criteria-anybody"),
            Node::All(nodes) => self.all(nodes),
            Node::Any(nodes) => self.any(nodes),
            Node::Not(inner) => match inner.as_ref() {
                Node::Field(asked, Test::Null) => t!(lang, "criteria-filled", field = self.field(asked)),
                Node::All(_)
                | Node::Any(_)
                | Node::Not(_)
                | Node::Field(..)
                | Node::Basis(_)
                | Node::Subscription(_)
                | Node::Interest(_)
                | Node::Activity(_)
                | Node::Selection(_)
                | Node::Status(_)
                | Node::Informed(_)
                | Node::Duplicate(_) => t!(lang, "criteria-not", criteria = self.node(inner)),
            },
            Node::Field(asked, test) => self.test(asked, test),
            Node::Basis(basis) => self.basis(basis),
            Node::Subscription(item) => t!(lang, "criteria-subscription", kind = self.item(*item)),
            Node::Interest(items) => t!(lang, "criteria-interest", items = self.items(items.as_slice())),
            Node::Activity(activity) => self.activity(activity),
            Node::Selection(id) => t!(lang, "criteria-selection", name = self.selection(*id)),
            Node::Status(statuses) => {
                let word = |status: &Status| i18n::text(lang, &format!("criteria-status-{}", status.key()));
                t!(lang, "criteria-status", statuses = self.one_of(statuses.as_slice().iter().map(word).collect()))
            }
            Node::Informed(true) => t!(lang, "criteria-informed"),
            Node::Informed(false) => t!(lang, "criteria-not-informed"),
            Node::Duplicate(true) => t!(lang, "criteria-duplicate"),
            Node::Duplicate(false) => t!(lang, "criteria-no-duplicate"),
        }
    }

    fn field(&self, asked: &Asked) -> String {
        if let Asked::Own(id, _, key) = asked {
            return self.own.iter().find(|own| own.id == *id).map_or_else(|| key.clone(), |own| own.name.clone());
        }
        asked.label_key().map_or_else(|| asked.to_string(), |key| i18n::text(self.lang, &key))
    }

    fn test(&self, asked: &Asked, test: &Test) -> String {
        let (lang, field) = (self.lang, self.field(asked));
        let quoted = |text: &String| self.quoted(text);
        match test {
            Test::Null => t!(lang, "criteria-empty", field = field),
            Test::Text(Text::Is(OneOf::One(text))) => t!(lang, "criteria-is", field = field, value = quoted(text)),
            Test::Text(Text::Is(OneOf::In(texts))) => {
                t!(lang, "criteria-is", field = field, value = self.one_of(texts.iter().map(quoted).collect()))
            }
            Test::Text(Text::StartsWith(text)) => t!(lang, "criteria-starts", field = field, value = quoted(text)),
            Test::Text(Text::EndsWith(text)) => t!(lang, "criteria-ends", field = field, value = quoted(text)),
            Test::Text(Text::Contains(text)) => t!(lang, "criteria-contains", field = field, value = quoted(text)),
            Test::Number(comparison) => {
                let number = |value: &f64| i18n::decimal(lang, *value, 6);
                match comparison {
                    Comparison::Is(one) => t!(lang, "criteria-is", field = field, value = number(one)),
                    Comparison::Before(one) => t!(lang, "criteria-less", field = field, value = number(one)),
                    Comparison::After(one) => t!(lang, "criteria-more", field = field, value = number(one)),
                    Comparison::Between(first, last) => {
                        t!(lang, "criteria-between", field = field, first = number(first), last = number(last))
                    }
                }
            }
            Test::Day(comparison) => match comparison {
                Comparison::Is(one) => t!(lang, "criteria-on", field = field, day = self.day(*one)),
                Comparison::Before(one) => t!(lang, "criteria-before", field = field, day = self.day(*one)),
                Comparison::After(one) => t!(lang, "criteria-after", field = field, day = self.day(*one)),
                Comparison::Between(first, last) => {
                    t!(lang, "criteria-between", field = field, first = self.day(*first), last = self.day(*last))
                }
            },
            Test::YesNo(true) => t!(lang, "criteria-yes", field = field),
            Test::YesNo(false) => t!(lang, "criteria-no", field = field),
            Test::Items(items) => t!(lang, "criteria-is", field = field, value = self.items(items.as_slice())),
            Test::Users(users) => t!(lang, "criteria-is", field = field, value = self.users(users.as_slice())),
        }
    }

    fn basis(&self, basis: &Basis) -> String {
        let lang = self.lang;
        let purpose = self.item(basis.purpose);
        match &basis.asks {
            BasisAsks::None(true) => t!(lang, "criteria-basis-none", purpose = purpose),
            BasisAsks::None(false) => t!(lang, "criteria-basis-some", purpose = purpose),
            BasisAsks::Row(row) => {
                let facts = self.folded(self.facts(row), |first, second| format!("{first}, {second}"));
                t!(lang, "criteria-basis", purpose = purpose, facts = facts)
            }
        }
    }

    fn facts(&self, row: &Row) -> Vec<String> {
        let lang = self.lang;
        let mut facts = Vec::new();
        facts.extend(row.is_in.as_ref().map(|items| t!(lang, "criteria-basis-in", bases = self.items(items))));
        facts.extend(
            row.source.as_ref().map(|items| t!(lang, "criteria-basis-source", sources = self.items(items.as_slice()))),
        );
        facts.extend(row.after.map(|day| t!(lang, "criteria-basis-after", day = self.day(day))));
        facts.extend(row.before.map(|day| t!(lang, "criteria-basis-before", day = self.day(day))));
        facts.extend(row.by.as_ref().map(|by| t!(lang, "criteria-basis-by", users = self.users(by.as_slice()))));
        facts.extend(row.wording.map(|version| match version {
            Some(version) => t!(lang, "criteria-basis-wording", version = version.to_string()),
            None => t!(lang, "criteria-basis-no-wording"),
        }));
        facts.extend(row.condition.map(|condition| match condition {
            Some(condition) => {
                let condition = i18n::text(lang, &format!("condition-{}", condition.key()));
                t!(lang, "criteria-basis-condition", condition = condition)
            }
            None => t!(lang, "criteria-basis-no-condition"),
        }));
        facts
    }

    fn activity(&self, activity: &Activity) -> String {
        let lang = self.lang;
        let mut what = activity.kind.as_ref().map_or_else(
            || t!(lang, "criteria-activity"),
            |kind| t!(lang, "criteria-activity-of", kind = self.items(kind.as_slice())),
        );
        for part in [
            activity.after.map(|day| t!(lang, "criteria-activity-after", day = self.day(day))),
            activity.before.map(|day| t!(lang, "criteria-activity-before", day = self.day(day))),
        ]
        .into_iter()
        .flatten()
        {
            what = format!("{what} {part}");
        }
        if activity.none {
            t!(lang, "criteria-activity-none", what = what)
        } else {
            t!(lang, "criteria-activity-some", what = what)
        }
    }

    fn day(&self, day: Day) -> String {
        let lang = self.lang;
        let date = i18n::date(lang, day.on(self.today));
        match day {
            Day::Date(_) => date,
            Day::Today => t!(lang, "criteria-today"),
            Day::From(count, unit) => {
                let size = i64::from(count.unsigned_abs());
                let length = match unit {
                    Unit::Days => t!(lang, "criteria-days", count = size),
                    Unit::Months => t!(lang, "criteria-months", count = size),
                    Unit::Years => t!(lang, "criteria-years", count = size),
                };
                if count <= 0 {
                    t!(lang, "criteria-ago", length = length, date = date)
                } else {
                    t!(lang, "criteria-ahead", length = length, date = date)
                }
            }
        }
    }

    fn quoted(&self, text: &str) -> String {
        t!(self.lang, "criteria-quoted", text = text)
    }

    fn selection(&self, id: Id) -> String {
        let name = self.selections.iter().find(|selection| selection.id == id).map(|selection| selection.name.as_str());
        self.quoted(name.unwrap_or_default())
    }

    fn item(&self, id: list::Id) -> String {
        self.lists.name(id, self.lang).to_owned()
    }

    fn items(&self, ids: &[list::Id]) -> String {
        self.one_of(ids.iter().map(|id| self.item(*id)).collect())
    }

    fn users(&self, ids: &[user::Id]) -> String {
        self.one_of(ids.iter().map(|id| self.words.user_name(*id).unwrap_or_default()).collect())
    }

    /// Returns values as one says of one of them: `A, B or C`.
    fn one_of(&self, mut values: Vec<String>) -> String {
        let last = values.pop().unwrap_or_default();
        if values.is_empty() {
            return last;
        }
        t!(self.lang, "criteria-one-or-other", first = values.join(", "), second = last)
    }
}
