//! Criteria in groups as they are being put together, from the tree that is kept and back to it.

use super::row::{Reader, Row};
use crate::i18n::Lang;
use crate::model::criteria::Node;

/// What must be true of the criteria of a group.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// All of them.
    All,
    /// At least one.
    Any,
    /// None of them.
    None,
    /// Not all of them.
    NotAll,
}

impl Mode {
    /// All modes.
    pub const ALL: [Self; 4] = [Self::All, Self::Any, Self::None, Self::NotAll];

    /// Returns the key; its text is `builder-mode-<key>`.
    pub fn key(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::Any => "any",
            Self::None => "none",
            Self::NotAll => "not-all",
        }
    }
}

/// A group of criteria.
#[derive(Debug, Clone, PartialEq)]
pub struct Group {
    /// By which messages name it.
    pub key: u64,
    /// What must be true of them.
    pub mode: Mode,
    /// The criteria and groups in it.
    pub items: Vec<Item>,
}

/// What stands in a group.
#[derive(Debug, Clone, PartialEq)]
pub enum Item {
    /// A criterion.
    Row(Box<Row>),
    /// A group.
    Group(Group),
}

impl Item {
    fn key(&self) -> u64 {
        match self {
            Self::Row(row) => row.key,
            Self::Group(group) => group.key,
        }
    }
}

/// What is made of criteria that are not complete.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lenience {
    /// They are left out: one asks while one builds.
    LeaveOut,
    /// There are no criteria then: nothing is kept that is not what was meant.
    Refuse,
}

impl Group {
    /// Returns criteria as they are put together; `next` hands out the keys.
    pub fn of(node: &Node, next: &mut u64, lang: Lang) -> Self {
        let (mode, nodes): (Mode, &[Node]) = match node {
            Node::All(nodes) => (Mode::All, nodes),
            Node::Any(nodes) => (Mode::Any, nodes),
            Node::Not(inner) => match inner.as_ref() {
                Node::All(nodes) => (Mode::NotAll, nodes),
                Node::Any(nodes) => (Mode::None, nodes),
                Node::Not(_) => (Mode::None, std::slice::from_ref(inner)),
                Node::Field(..)
                | Node::Basis(_)
                | Node::Subscription(_)
                | Node::Interest(_)
                | Node::Activity(_)
                | Node::Selection(_)
                | Node::Status(_)
                | Node::Informed(_)
                | Node::Duplicate(_) => (Mode::All, std::slice::from_ref(node)),
            },
            Node::Field(..)
            | Node::Basis(_)
            | Node::Subscription(_)
            | Node::Interest(_)
            | Node::Activity(_)
            | Node::Selection(_)
            | Node::Status(_)
            | Node::Informed(_)
            | Node::Duplicate(_) => (Mode::All, std::slice::from_ref(node)),
        };
        let key = count(next);
        let items = nodes.iter().map(|node| item(node, next, lang)).collect();
        Self { key, mode, items }
    }

    /// Returns the criteria; none where there are none, or they are not complete and that is not overlooked.
    pub fn node(&self, reader: Reader, lenience: Lenience) -> Option<Node> {
        let mut nodes = Vec::with_capacity(self.items.len());
        for item in &self.items {
            let node = match item {
                Item::Row(row) => row.node(reader),
                Item::Group(group) => group.node(reader, lenience),
            };
            match (node, lenience) {
                (Some(node), _) => nodes.push(node),
                (None, Lenience::LeaveOut) => {}
                (None, Lenience::Refuse) => return None,
            }
        }
        // A group of which nothing is left asks nothing.
        if lenience == Lenience::LeaveOut && nodes.is_empty() && !self.items.is_empty() {
            return None;
        }
        Some(match self.mode {
            Mode::All => Node::All(nodes),
            Mode::Any => Node::Any(nodes),
            Mode::None => Node::Not(Box::new(Node::Any(nodes))),
            Mode::NotAll => Node::Not(Box::new(Node::All(nodes))),
        })
    }

    /// Returns the group of a key, this one or one in it.
    pub fn group_mut(&mut self, key: u64) -> Option<&mut Self> {
        if self.key == key {
            return Some(self);
        }
        self.items.iter_mut().find_map(|item| match item {
            Item::Group(group) => group.group_mut(key),
            Item::Row(_) => None,
        })
    }

    /// Returns the criterion of a key.
    pub fn row_mut(&mut self, key: u64) -> Option<&mut Row> {
        self.items.iter_mut().find_map(|item| match item {
            Item::Row(row) => Some(row.as_mut()).filter(|row| row.key == key),
            Item::Group(group) => group.row_mut(key),
        })
    }

    /// Returns the last criterion.
    pub fn last(&self) -> Option<u64> {
        match self.items.last()? {
            Item::Row(row) => Some(row.key),
            Item::Group(group) => group.last(),
        }
    }

    /// Takes a criterion or a group out.
    pub fn remove(&mut self, key: u64) {
        self.items.retain(|item| item.key() != key);
        for item in &mut self.items {
            if let Item::Group(group) = item {
                group.remove(key);
            }
        }
    }

    /// Returns how many criteria there are, and how many of them are not complete.
    pub fn rows(&self, reader: Reader) -> (usize, usize) {
        self.items.iter().fold((0, 0), |(rows, missing), item| match item {
            Item::Row(row) => (rows + 1, missing + usize::from(row.node(reader).is_none())),
            Item::Group(group) => {
                let (more, fewer) = group.rows(reader);
                (rows + more, missing + fewer)
            }
        })
    }
}

fn item(node: &Node, next: &mut u64, lang: Lang) -> Item {
    let row = match node {
        Node::Not(inner) => Row::of(*next, inner, true, lang),
        Node::All(_)
        | Node::Any(_)
        | Node::Field(..)
        | Node::Basis(_)
        | Node::Subscription(_)
        | Node::Interest(_)
        | Node::Activity(_)
        | Node::Selection(_)
        | Node::Status(_)
        | Node::Informed(_)
        | Node::Duplicate(_) => Row::of(*next, node, false, lang),
    };
    match row {
        Some(row) => {
            *next += 1;
            Item::Row(Box::new(row))
        }
        None => Item::Group(Group::of(node, next, lang)),
    }
}

/// Hands out a key.
pub fn count(next: &mut u64) -> u64 {
    let key = *next;
    *next += 1;
    key
}
