//! What a vault holds, as far as the tests change it: to compare what is there with what ought to be.

use std::collections::BTreeMap;

use kartotek::office::finding::Order;
use kartotek::office::{Error, Office, attached, fields, journal, legal_basis, wordings};

/// Everything that is compared.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct State {
    /// The cards by their numbers.
    pub cards: BTreeMap<String, Card>,
    /// The keys of the office's own fields.
    pub fields: Vec<String>,
    pub wordings: usize,
    /// Entries of the journal.
    pub journal: i64,
}

/// A card.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Card {
    pub name: String,
    pub company: String,
    pub title: String,
    /// The comments of the ledger, oldest first, each with what its evidence says.
    pub ledger: Vec<(String, Option<String>)>,
    /// The name of the picture and its bytes.
    pub picture: Option<(String, usize)>,
}

impl State {
    /// Reads the state, with every attached file.
    pub fn read(office: &Office) -> Result<Self, Error> {
        let ids = office.find("", Order::default()).wait()?.ids;
        office
            .read(move |desk| {
                let mut cards = BTreeMap::new();
                for id in ids.iter() {
                    let overview = legal_basis::overview(desk, *id)?;
                    let mut ledger = Vec::new();
                    for entry in overview.ledger {
                        let evidence = entry.evidence.map(|file| attached::get(desk, file)).transpose()?;
                        let words = evidence.map(|(_, bytes)| String::from_utf8_lossy(&bytes).into_owned());
                        ledger.push((entry.comment, words));
                    }
                    let content = overview.person.content;
                    let picture = content.picture.map(|file| attached::get(desk, file)).transpose()?;
                    let picture = picture.map(|(about, bytes)| (about.name, bytes.len()));
                    let card = Card {
                        name: content.last_name,
                        company: content.company,
                        title: content.title,
                        ledger,
                        picture,
                    };
                    cards.insert(content.number, card);
                }
                Ok(Self {
                    cards,
                    fields: fields::all(desk)?.into_iter().map(|field| field.key).collect(),
                    wordings: wordings::all(desk)?.len(),
                    journal: journal::length(desk)?,
                })
            })
            .wait()
    }

    /// Returns in few words where two states differ.
    pub fn difference(&self, other: &Self) -> String {
        let numbers = self.cards.keys().chain(other.cards.keys());
        let card = numbers
            .filter(|number| self.cards.get(*number) != other.cards.get(*number))
            .map(|number| format!("{number}: {:?} / {:?}", self.cards.get(number), other.cards.get(number)))
            .next();
        let rest = |state: &Self| (state.cards.len(), state.fields.len(), state.wordings, state.journal);
        format!("{:?} / {:?} {}", rest(self), rest(other), card.unwrap_or_default())
    }
}
