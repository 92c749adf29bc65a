//! Changes as people make them, planned by dice, so that whoever knows the seed knows what comes.

use std::io::Cursor;
use std::path::Path;

use kartotek::model::basis::{Basis, Decision};
use kartotek::model::custom::{self, Definition};
use kartotek::model::data_map::{Category, Origin};
use kartotek::model::field::Field;
use kartotek::model::import::{OnDuplicate, Terms};
use kartotek::model::list;
use kartotek::model::person::{Content, Id};
use kartotek::office::attached::Incoming;
use kartotek::office::finding::Order;
use kartotek::office::import::{self, Request};
use kartotek::office::{Error, Office, Progress, fields, legal_basis, persons, wordings};

use kartotek::transfer::{Format, Parser};

use super::dice::Dice;
use super::state::{Card, State};

/// One change; each is one call of `Office::write`.
#[derive(Clone, Debug)]
pub enum Change {
    /// A card with its first legal basis.
    Add { number: String, company: String },
    /// Another title.
    Edit { number: String, title: String },
    /// A decision, perhaps with evidence.
    Decide { number: String, comment: String, evidence: Option<String> },
    /// A picture, in place of the one before.
    Picture { number: String, side: u32 },
    /// A file of people.
    Import { serial: u64, rows: u64 },
    /// Takes back the import just made.
    Undo { serial: u64, rows: u64 },
    /// An own field.
    Field { key: String },
    /// A wording.
    Wording { text: String },
}

/// Makes up changes to a state, one after the other.
pub struct Plan {
    dice: Dice,
    /// What there is after the changes made up so far.
    pub state: State,
    made: u64,
    seed: u64,
    imported: Option<(u64, u64)>,
    /// Rows in a file of people.
    rows: u64,
}

impl Plan {
    pub fn new(state: State, seed: u64, rows: u64) -> Self {
        Self { dice: Dice::new(seed), state, made: 0, seed, imported: None, rows }
    }

    /// Returns the next change, and notes what it makes of the state.
    pub fn next(&mut self) -> Change {
        self.made += 1;
        // Larger than any before it, so that nothing is made twice.
        let serial = self.seed * 10_000 + self.made;
        let change = match (self.imported.take(), self.dice.below(20)) {
            (Some((serial, rows)), _) => Change::Undo { serial, rows },
            (None, 0) => Change::Import { serial, rows: self.rows },
            (None, 1) => Change::Field { key: format!("field-{serial}") },
            (None, 2) => Change::Wording { text: format!("May we write to you? {serial}") },
            (None, 3..8) => {
                let company = if self.dice.below(2) == 0 { String::new() } else { format!("Company {serial}") };
                Change::Add { number: format!("K{serial}"), company }
            }
            (None, roll) => {
                // Cards from a file are left alone, as an import takes back only what nobody changed.
                let cards: Vec<&String> = self.state.cards.keys().filter(|number| number.starts_with('K')).collect();
                let number = cards[self.dice.index(cards.len())].clone();
                match roll {
                    8..10 => Change::Picture { number, side: 1 + u32::try_from(self.dice.below(40)).unwrap() },
                    10..13 => {
                        let evidence = (self.dice.below(2) == 0).then(|| format!("yes, {serial}"));
                        Change::Decide { number, comment: format!("comment {serial}"), evidence }
                    }
                    _ => Change::Edit { number, title: format!("Title {serial}") },
                }
            }
        };
        // Half of the imports are taken back.
        if let Change::Import { serial, rows } = change
            && self.dice.below(2) == 0
        {
            self.imported = Some((serial, rows));
        }
        change.note(&mut self.state);
        change
    }
}

impl Change {
    /// Makes the change. `scratch` is a folder for files to import.
    pub fn make(&self, office: &Office, scratch: &Path) -> Result<(), Error> {
        match self.clone() {
            Self::Add { number, company } => {
                let content = Content { last_name: name(&number), number, company, ..Content::default() };
                office.write(move |desk| persons::add(desk, content, Some(&consent("")), list::SOURCE_USER)).wait()?;
            }
            Self::Edit { number, title } => {
                let id = find(office, &number)?;
                office.write(move |desk| persons::edit(desk, id, &[(Field::Title, title)])).wait()?;
            }
            Self::Decide { number, comment, evidence } => {
                let id = find(office, &number)?;
                let file = evidence.map(|words| Incoming::from_text("evidence.txt", &words));
                let decision = consent(&comment);
                office.write(move |desk| legal_basis::decide(desk, id, &decision, file.as_ref())).wait()?;
            }
            Self::Picture { number, side } => {
                let id = find(office, &number)?;
                let file = picture(side);
                office.write(move |desk| persons::set_picture(desk, id, Some(&file))).wait()?;
            }
            Self::Import { serial, rows } => {
                let path = scratch.join(format!("{serial}.csv"));
                let lines =
                    (0..rows).map(|row| format!("{0},{1}\n", imported(serial, row), name(&imported(serial, row))));
                let text: String = std::iter::once("number,last_name\n".to_owned()).chain(lines).collect();
                std::fs::write(&path, text).map_err(|source| Error::File { path: path.clone(), source })?;
                let terms = Terms {
                    purpose: list::SALES,
                    basis: Basis::Contract.into(),
                    condition: None,
                    source: list::SOURCE_IMPORT,
                    comment: "fair".into(),
                    on_duplicate: OnDuplicate::Add,
                };
                let mapping = import::open(&Parser::Here, &path, Format::Auto, &Progress::default())?.guesses;
                let request =
                    Request { path, format: Format::Auto, parser: Parser::Here, mapping, terms, overrule: None };
                office
                    .write(move |desk| {
                        let progress = Progress::default();
                        let plan = import::plan(desk, &request, &progress)?;
                        import::carry_out(desk, &plan, &progress)
                    })
                    .wait()?;
            }
            Self::Undo { serial, .. } => {
                let id = find(office, &imported(serial, 0))?;
                office
                    .write(move |desk| {
                        let ledger = legal_basis::overview(desk, id)?.ledger;
                        let import = ledger.first().and_then(|entry| entry.import).ok_or(Error::NoSuch("import"))?;
                        import::undo(desk, import, &Progress::default())
                    })
                    .wait()?;
            }
            Self::Field { key } => {
                let field = Definition {
                    id: custom::Id(0),
                    name: key.clone(),
                    key,
                    kind: custom::Kind::Text,
                    choices: Vec::new(),
                    category: Category::Relation,
                    origin: Origin::Provided,
                    in_report: true,
                    rank: 0,
                    active: true,
                };
                office.write(move |desk| fields::save(desk, None, field)).wait()?;
            }
            Self::Wording { text } => {
                office.write(move |desk| wordings::add(desk, list::MARKETING, "en", &text)).wait()?;
            }
        }
        Ok(())
    }

    /// Notes what the change makes of a state.
    fn note(&self, state: &mut State) {
        let card = |number: &str, state: &mut State, edit: &dyn Fn(&mut Card)| {
            edit(state.cards.get_mut(number).unwrap());
            state.journal += 1;
        };
        match self {
            Self::Add { number, company } => {
                let ledger = vec![(String::new(), None)];
                let new = Card { name: name(number), company: company.clone(), ledger, ..Card::default() };
                state.cards.insert(number.clone(), new);
                // The card, its legal basis, and the company, which is a new one.
                state.journal += 2 + i64::from(!company.is_empty());
            }
            Self::Edit { number, title } => card(number, state, &|card| card.title.clone_from(title)),
            Self::Decide { number, comment, evidence } => {
                card(number, state, &|card| card.ledger.push((comment.clone(), evidence.clone())));
            }
            Self::Picture { number, side } => {
                let file = picture(*side);
                card(number, state, &|card| card.picture = Some((file.name.clone(), file.bytes.len())));
            }
            Self::Import { serial, rows } => {
                for row in 0..*rows {
                    let number = imported(*serial, row);
                    let ledger = vec![("fair".to_owned(), None)];
                    state.cards.insert(number.clone(), Card { name: name(&number), ledger, ..Card::default() });
                }
                // Every card, and the import.
                state.journal += i64::try_from(*rows).unwrap() + 1;
            }
            Self::Undo { serial, rows } => {
                (0..*rows).for_each(|row| drop(state.cards.remove(&imported(*serial, row))));
                state.journal += i64::try_from(*rows).unwrap() + 1;
            }
            Self::Field { key } => {
                state.fields.push(key.clone());
                state.journal += 1;
            }
            Self::Wording { .. } => {
                state.wordings += 1;
                state.journal += 1;
            }
        }
    }
}

/// Adds cards for the changes to work on.
pub fn furnish(office: &Office, cards: u64) {
    for number in 0..cards {
        let add = Change::Add { number: format!("K{number}"), company: format!("Company {}", number % 7) };
        add.make(office, Path::new("")).unwrap();
    }
}

fn name(number: &str) -> String {
    format!("Person {number}")
}

fn imported(serial: u64, row: u64) -> String {
    format!("I{serial}x{row}x")
}

fn consent(comment: &str) -> Decision {
    Decision { comment: comment.to_owned(), ..Decision::new(list::SALES, Basis::Consent, list::SOURCE_USER) }
}

fn picture(side: u32) -> Incoming {
    let mut bytes = Cursor::new(Vec::new());
    image::RgbImage::from_pixel(side, side, image::Rgb([9, 99, 199]))
        .write_to(&mut bytes, image::ImageFormat::Png)
        .unwrap();
    Incoming { name: format!("{side}.png"), bytes: bytes.into_inner() }
}

/// Finds a card by its number.
fn find(office: &Office, number: &str) -> Result<Id, Error> {
    let ids = office.find(&name(number), Order::default()).wait()?.ids;
    let number = number.to_owned();
    office
        .read(move |desk| {
            for id in ids.iter() {
                if persons::get(desk, *id)?.content.number == number {
                    return Ok(*id);
                }
            }
            Err(Error::NoSuch("card"))
        })
        .wait()
}
