//! One criterion as it is being put together: what is asked, how, and the values as typed.

use chrono::NaiveDate;

use crate::i18n::{self, Lang};
use crate::model::condition::Condition;
use crate::model::criteria::day::Unit;
use crate::model::criteria::{
    Activity, Asked, Basis, BasisAsks, Comparison, Day, Node, OneOf, Row as Ledger, Status, Test, Text, Type,
};
use crate::model::{list, selection, user};

/// What a criterion is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    /// A field of the card.
    Field(Asked),
    /// What holds for a purpose.
    Basis(list::Id),
    /// Whether mailings of a kind may be sent.
    Subscription,
    /// What somebody is interested in.
    Interest,
    /// What was done with them.
    Activity,
    /// Who is in another selection.
    Selection,
    /// The state of the card.
    Status,
    /// Whether they were told what is kept.
    Informed,
    /// Whether another card seems to be the same person's.
    Duplicate,
}

/// How it is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Op {
    /// It is one of these.
    Is,
    /// It begins with this.
    Starts,
    /// It ends with this.
    Ends,
    /// It has this in it.
    Contains,
    /// It is before, or less than, this.
    Before,
    /// It is after, or more than, this.
    After,
    /// It lies between these.
    Between,
    /// There is nothing.
    Empty,
    /// Yes.
    Yes,
    /// No.
    No,
    /// There is such a thing.
    Some,
    /// There is no such thing.
    None,
}

/// A day as it is typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DayText {
    /// What kind of day.
    pub kind: DayKind,
    /// The date, or the number, as typed.
    pub text: String,
}

/// What kind of day is named.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DayKind {
    /// A date.
    Date,
    /// The day it is.
    Today,
    /// So long before the day it is.
    Ago(Unit),
    /// So long after it.
    Ahead(Unit),
}

impl DayKind {
    /// All kinds, the most used first.
    pub const ALL: [Self; 8] = [
        Self::Date,
        Self::Ago(Unit::Years),
        Self::Ago(Unit::Months),
        Self::Ago(Unit::Days),
        Self::Today,
        Self::Ahead(Unit::Days),
        Self::Ahead(Unit::Months),
        Self::Ahead(Unit::Years),
    ];

    /// Returns the key; its text is `builder-day-<key>`.
    pub fn key(self) -> &'static str {
        match self {
            Self::Date => "date",
            Self::Today => "today",
            Self::Ago(Unit::Days) => "days-ago",
            Self::Ago(Unit::Months) => "months-ago",
            Self::Ago(Unit::Years) => "years-ago",
            Self::Ahead(Unit::Days) => "days-ahead",
            Self::Ahead(Unit::Months) => "months-ahead",
            Self::Ahead(Unit::Years) => "years-ahead",
        }
    }
}

impl Default for DayText {
    fn default() -> Self {
        Self { kind: DayKind::Date, text: String::new() }
    }
}

impl DayText {
    fn of(day: Day, lang: Lang) -> Self {
        match day {
            Day::Date(date) => Self { kind: DayKind::Date, text: i18n::date_numeric(lang, date) },
            Day::Today => Self { kind: DayKind::Today, text: String::new() },
            Day::From(count, unit) => {
                let kind = if count > 0 { DayKind::Ahead(unit) } else { DayKind::Ago(unit) };
                Self { kind, text: count.unsigned_abs().to_string() }
            }
        }
    }

    /// Returns the day; none where what is typed is none.
    pub fn day(&self, reader: Reader) -> Option<Day> {
        let so_many = || self.text.trim().parse::<u16>().ok();
        match self.kind {
            DayKind::Date => i18n::parse_date(reader.lang, &self.text, reader.today).map(Day::Date),
            DayKind::Today => Some(Day::Today),
            // What cannot be counted so far is no day.
            DayKind::Ago(unit) => Day::From(-i32::from(so_many()?), unit).to_string().parse().ok(),
            DayKind::Ahead(unit) => Day::From(so_many()?.into(), unit).to_string().parse().ok(),
        }
    }

    /// Returns whether nothing is typed, so that nothing is asked.
    fn is_blank(&self) -> bool {
        self.kind != DayKind::Today && self.text.trim().is_empty()
    }
}

/// In which language what is typed is read, and on which day.
#[derive(Debug, Clone, Copy)]
pub struct Reader {
    /// The language.
    pub lang: Lang,
    /// The day it is.
    pub today: NaiveDate,
}

/// A criterion as it is being put together.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// By which messages name it.
    pub key: u64,
    /// What it is about.
    pub what: What,
    /// How it is asked.
    pub op: Op,
    /// Whether it must not be so.
    pub negated: bool,
    /// What is typed: a text, or a number.
    pub text: String,
    /// The second number.
    pub second: String,
    /// Texts of which any will do, beside the one that is typed.
    pub texts: Vec<String>,
    /// Items of a list: values, legal bases, interests, kinds of activity.
    pub items: Vec<list::Id>,
    /// Where decisions came from.
    pub sources: Vec<list::Id>,
    /// Who works here.
    pub users: Vec<user::Id>,
    /// States.
    pub statuses: Vec<Status>,
    /// Another selection.
    pub selection: Option<selection::Id>,
    /// A day: the one that is meant, the first one, or the one after which.
    pub first: DayText,
    /// The last day, or the one before which.
    pub last: DayText,
    /// The version of the wording that was shown, or that none was.
    pub wording: Option<Option<u32>>,
    /// The condition of art. 9(2), or that none is given.
    pub condition: Option<Option<Condition>>,
}

impl Row {
    /// Returns a criterion about something with nothing said yet.
    pub fn new(key: u64, what: What) -> Self {
        let (op, negated) = ops(&what).first().copied().unwrap_or((Op::Is, false));
        Self {
            key,
            what,
            op,
            negated,
            text: String::new(),
            second: String::new(),
            texts: Vec::new(),
            items: Vec::new(),
            sources: Vec::new(),
            users: Vec::new(),
            statuses: Vec::new(),
            selection: None,
            first: DayText::default(),
            last: DayText::default(),
            wording: None,
            condition: None,
        }
    }

    /// Returns a criterion as it is put together; none for groups.
    pub fn of(key: u64, node: &Node, negated: bool, lang: Lang) -> Option<Self> {
        let row = |what, op| Self { op, negated, ..Self::new(key, what) };
        let yes_no =
            |what, yes: bool| Self { op: if yes != negated { Op::Yes } else { Op::No }, ..Self::new(key, what) };
        Some(match node {
            Node::All(_) | Node::Any(_) | Node::Not(_) => return None,
            Node::Field(asked, test) => Self::of_field(row(What::Field(asked.clone()), Op::Is), test, lang),
            Node::Basis(basis) => match &basis.asks {
                BasisAsks::None(none) => {
                    let op = if *none != negated { Op::None } else { Op::Some };
                    Self { op, negated: false, ..Self::new(key, What::Basis(basis.purpose)) }
                }
                BasisAsks::Row(ledger) => {
                    let day = |day: Option<Day>| day.map_or_else(DayText::default, |day| DayText::of(day, lang));
                    Self {
                        items: ledger.is_in.clone().unwrap_or_default(),
                        sources: ledger.source.as_ref().map_or_else(Vec::new, |items| items.as_slice().to_vec()),
                        users: ledger.by.as_ref().map_or_else(Vec::new, |users| users.as_slice().to_vec()),
                        first: day(ledger.after),
                        last: day(ledger.before),
                        wording: ledger.wording,
                        condition: ledger.condition,
                        ..row(What::Basis(basis.purpose), Op::Is)
                    }
                }
            },
            Node::Subscription(item) => Self { items: vec![*item], ..row(What::Subscription, Op::Is) },
            Node::Interest(items) => Self { items: items.as_slice().to_vec(), ..row(What::Interest, Op::Is) },
            Node::Activity(activity) => {
                let op = if activity.none != negated { Op::None } else { Op::Some };
                let day = |day: Option<Day>| day.map_or_else(DayText::default, |day| DayText::of(day, lang));
                Self {
                    op,
                    items: activity.kind.as_ref().map_or_else(Vec::new, |items| items.as_slice().to_vec()),
                    first: day(activity.after),
                    last: day(activity.before),
                    ..Self::new(key, What::Activity)
                }
            }
            Node::Selection(id) => Self { selection: Some(*id), ..row(What::Selection, Op::Is) },
            Node::Status(statuses) => Self { statuses: statuses.as_slice().to_vec(), ..row(What::Status, Op::Is) },
            Node::Informed(informed) => yes_no(What::Informed, *informed),
            Node::Duplicate(duplicate) => yes_no(What::Duplicate, *duplicate),
        })
    }

    fn of_field(row: Self, test: &Test, lang: Lang) -> Self {
        let decimal = |value: &f64| i18n::decimal(lang, *value, 6);
        match test {
            Test::Null => Self { op: Op::Empty, ..row },
            Test::Text(Text::Is(texts)) => match texts.as_slice() {
                [one] => Self { text: one.clone(), ..row },
                many => Self { texts: many.to_vec(), ..row },
            },
            Test::Text(Text::StartsWith(text)) => Self { op: Op::Starts, text: text.clone(), ..row },
            Test::Text(Text::EndsWith(text)) => Self { op: Op::Ends, text: text.clone(), ..row },
            Test::Text(Text::Contains(text)) => Self { op: Op::Contains, text: text.clone(), ..row },
            Test::Number(comparison) => match comparison {
                Comparison::Is(one) => Self { text: decimal(one), ..row },
                Comparison::Before(one) => Self { op: Op::Before, text: decimal(one), ..row },
                Comparison::After(one) => Self { op: Op::After, text: decimal(one), ..row },
                Comparison::Between(first, last) => {
                    Self { op: Op::Between, text: decimal(first), second: decimal(last), ..row }
                }
            },
            Test::Day(comparison) => match comparison {
                Comparison::Is(one) => Self { first: DayText::of(*one, lang), ..row },
                Comparison::Before(one) => Self { op: Op::Before, first: DayText::of(*one, lang), ..row },
                Comparison::After(one) => Self { op: Op::After, first: DayText::of(*one, lang), ..row },
                Comparison::Between(first, last) => {
                    Self { op: Op::Between, first: DayText::of(*first, lang), last: DayText::of(*last, lang), ..row }
                }
            },
            Test::YesNo(yes) => Self { op: if *yes { Op::Yes } else { Op::No }, ..row },
            Test::Items(items) => Self { items: items.as_slice().to_vec(), ..row },
            Test::Users(users) => Self { users: users.as_slice().to_vec(), ..row },
        }
    }

    /// Returns the criterion; none as long as something is missing, or is typed that cannot be read.
    pub fn node(&self, reader: Reader) -> Option<Node> {
        let node = match &self.what {
            What::Field(asked) => Node::Field(asked.clone(), self.test(asked.holds(), reader)?),
            What::Basis(purpose) => {
                let asks = match self.op {
                    Op::None => BasisAsks::None(true),
                    Op::Some => BasisAsks::None(false),
                    Op::Is
                    | Op::Starts
                    | Op::Ends
                    | Op::Contains
                    | Op::Before
                    | Op::After
                    | Op::Between
                    | Op::Empty
                    | Op::Yes
                    | Op::No => BasisAsks::Row(Box::new(self.ledger(reader)?)),
                };
                Node::Basis(Basis { purpose: *purpose, asks })
            }
            What::Subscription => Node::Subscription(*self.items.first()?),
            What::Interest => Node::Interest(one_of(&self.items)?),
            What::Activity => Node::Activity(Activity {
                kind: one_of(&self.items),
                after: asked_day(&self.first, reader)?,
                before: asked_day(&self.last, reader)?,
                none: self.op == Op::None,
            }),
            What::Selection => Node::Selection(self.selection?),
            What::Status => Node::Status(one_of(&self.statuses)?),
            What::Informed => Node::Informed(self.op == Op::Yes),
            What::Duplicate => Node::Duplicate(self.op == Op::Yes),
        };
        Some(if self.negated { Node::Not(Box::new(node)) } else { node })
    }

    fn ledger(&self, reader: Reader) -> Option<Ledger> {
        let ledger = Ledger {
            is_in: (!self.items.is_empty()).then(|| self.items.clone()),
            source: one_of(&self.sources),
            before: asked_day(&self.last, reader)?,
            after: asked_day(&self.first, reader)?,
            by: one_of(&self.users),
            wording: self.wording,
            condition: self.condition,
        };
        (ledger != Ledger::default()).then_some(ledger)
    }

    fn test(&self, holds: Type, reader: Reader) -> Option<Test> {
        if self.op == Op::Empty {
            return Some(Test::Null);
        }
        match holds {
            Type::Text | Type::Phone => {
                let typed = Some(self.text.trim()).filter(|text| !text.is_empty()).map(str::to_owned);
                Some(Test::Text(match self.op {
                    Op::Starts => Text::StartsWith(typed?),
                    Op::Ends => Text::EndsWith(typed?),
                    Op::Contains => Text::Contains(typed?),
                    Op::Is
                    | Op::Before
                    | Op::After
                    | Op::Between
                    | Op::Empty
                    | Op::Yes
                    | Op::No
                    | Op::Some
                    | Op::None => {
                        let texts: Vec<String> = self.texts.iter().cloned().chain(typed).collect();
                        Text::Is(one_of(&texts)?)
                    }
                }))
            }
            Type::Number => {
                let number = |text: &str| i18n::parse_decimal(reader.lang, text);
                Some(Test::Number(self.compared(number(&self.text)?, || number(&self.second), |a, b| a <= b)?))
            }
            Type::Date | Type::Moment => {
                let first = self.first.day(reader)?;
                let in_order = |a: &Day, b: &Day| a.on(reader.today) <= b.on(reader.today);
                Some(Test::Day(self.compared(first, || self.last.day(reader), in_order)?))
            }
            Type::YesNo => Some(Test::YesNo(self.op == Op::Yes)),
            Type::Item(_) => Some(Test::Items(one_of(&self.items)?)),
            Type::User => Some(Test::Users(one_of(&self.users)?)),
            Type::Presence => None,
        }
    }

    fn compared<T>(
        &self,
        first: T,
        second: impl FnOnce() -> Option<T>,
        in_order: impl Fn(&T, &T) -> bool,
    ) -> Option<Comparison<T>> {
        Some(match self.op {
            Op::Before => Comparison::Before(first),
            Op::After => Comparison::After(first),
            Op::Between => {
                let second = second()?;
                if !in_order(&first, &second) {
                    return None;
                }
                Comparison::Between(first, second)
            }
            Op::Is | Op::Starts | Op::Ends | Op::Contains | Op::Empty | Op::Yes | Op::No | Op::Some | Op::None => {
                Comparison::Is(first)
            }
        })
    }
}

/// Returns the values as criteria have them; none where there are none.
fn one_of<T: Clone>(values: &[T]) -> Option<OneOf<T>> {
    match values {
        [] => None,
        [one] => Some(OneOf::One(one.clone())),
        many => Some(OneOf::In(many.to_vec())),
    }
}

/// Returns a day that need not be asked; the outer none is for one that cannot be read.
fn asked_day(typed: &DayText, reader: Reader) -> Option<Option<Day>> {
    if typed.is_blank() { Some(None) } else { typed.day(reader).map(Some) }
}

/// Returns how something can be asked, the most used first, and whether that is turned round.
pub fn ops(what: &What) -> &'static [(Op, bool)] {
    match what {
        What::Field(asked) => match asked.holds() {
            Type::Text | Type::Phone => &[
                (Op::Is, false),
                (Op::Is, true),
                (Op::Contains, false),
                (Op::Contains, true),
                (Op::Starts, false),
                (Op::Starts, true),
                (Op::Ends, false),
                (Op::Ends, true),
                (Op::Empty, false),
                (Op::Empty, true),
            ],
            Type::Number | Type::Date | Type::Moment => &[
                (Op::Before, false),
                (Op::After, false),
                (Op::Between, false),
                (Op::Is, false),
                (Op::Empty, false),
                (Op::Empty, true),
            ],
            Type::YesNo => match asked {
                Asked::Own(..) => &[(Op::Yes, false), (Op::No, false), (Op::Empty, false), (Op::Empty, true)],
                Asked::Card(_)
                | Asked::FormerCompany
                | Asked::LastActivity
                | Asked::Restricted
                | Asked::CreatedAt
                | Asked::CreatedBy
                | Asked::UpdatedAt
                | Asked::UpdatedBy => &[(Op::Yes, false), (Op::No, false)],
            },
            Type::Item(_) | Type::User => &[(Op::Is, false), (Op::Is, true), (Op::Empty, false), (Op::Empty, true)],
            Type::Presence => &[(Op::Empty, true), (Op::Empty, false)],
        },
        What::Basis(_) => &[(Op::Is, false), (Op::Is, true), (Op::None, false), (Op::Some, false)],
        What::Activity => &[(Op::Some, false), (Op::None, false)],
        What::Subscription | What::Interest | What::Selection | What::Status => &[(Op::Is, false), (Op::Is, true)],
        What::Informed | What::Duplicate => &[(Op::Yes, false), (Op::No, false)],
    }
}
