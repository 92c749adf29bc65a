//! Criteria as they are put together from kept answers: with the selections they name written out.

use super::{Asking, Who};
use crate::model::criteria::{Node, Of};
use crate::model::selection::{Members, Operation};

/// How many criteria a tree may have to be put together.
const NODES: usize = 200;

/// Returns criteria with the selections they name written out, but for static ones, whose members are listed; none for
/// what is not put together here.
pub(super) fn opened(asking: &Asking<'_>, who: Who<'_>) -> Option<Node> {
    if asking.of != Of::Persons {
        return None;
    }
    let mut room = NODES;
    match who {
        Who::Criteria(node) => open(asking, node, &mut room),
        Who::Selection(id) => open(asking, &Node::Selection(id), &mut room),
    }
}

fn open(asking: &Asking<'_>, node: &Node, room: &mut usize) -> Option<Node> {
    // Also what ends a selection that is made of itself.
    *room = room.checked_sub(1)?;
    Some(match node {
        Node::All(nodes) => Node::All(open_all(asking, nodes, room)?),
        Node::Any(nodes) => Node::Any(open_all(asking, nodes, room)?),
        Node::Not(inner) => Node::Not(Box::new(open(asking, inner, room)?)),
        Node::Selection(id) => match asking.selections.get(id)? {
            Members::Static => Node::Selection(*id),
            Members::Dynamic(node) => open(asking, node, room)?,
            Members::Combined(operation, first, second) => {
                let first = open(asking, &Node::Selection(*first), room)?;
                let second = open(asking, &Node::Selection(*second), room)?;
                // A difference asks both twice: differences of differences would grow without end.
                *room = room.checked_sub(size(&first) + size(&second))?;
                combined(*operation, first, second)
            }
        },
        // Whether one card is like another changes with the other.
        Node::Duplicate(_) => return None,
        Node::Field(..)
        | Node::Basis(_)
        | Node::Subscription(_)
        | Node::Interest(_)
        | Node::Activity(_)
        | Node::Status(_)
        | Node::Informed(_) => node.clone(),
    })
}

fn open_all(asking: &Asking<'_>, nodes: &[Node], room: &mut usize) -> Option<Vec<Node>> {
    nodes.iter().map(|node| open(asking, node, room)).collect()
}

/// Returns how many criteria a tree has.
fn size(node: &Node) -> usize {
    match node {
        Node::All(nodes) | Node::Any(nodes) => 1 + nodes.iter().map(size).sum::<usize>(),
        Node::Not(inner) => 1 + size(inner),
        Node::Field(..)
        | Node::Basis(_)
        | Node::Subscription(_)
        | Node::Interest(_)
        | Node::Activity(_)
        | Node::Selection(_)
        | Node::Status(_)
        | Node::Informed(_)
        | Node::Duplicate(_) => 1,
    }
}

fn combined(operation: Operation, first: Node, second: Node) -> Node {
    let not = |node: &Node| Node::Not(Box::new(node.clone()));
    match operation {
        Operation::Union => Node::Any(vec![first, second]),
        Operation::Intersect => Node::All(vec![first, second]),
        Operation::OnlyFirst => Node::All(vec![not(&second), first]),
        Operation::OnlySecond => Node::All(vec![not(&first), second]),
        Operation::Difference => {
            let (neither, both) = (not(&second), not(&first));
            Node::Any(vec![Node::All(vec![first, neither]), Node::All(vec![second, both])])
        }
    }
}
