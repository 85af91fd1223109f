//! The keyboard on the map: arrows walk from target to target, Enter opens, F fits.  Tab goes from module to module.

use egui::{FocusDirection, Key, Modifiers, Ui};

use super::plan::Plan;
use super::targets::{Kind, Target, Touched};
use crate::state::{Command, State};
use crate::ui::shortcuts;

/// What the keyboard asked of the camera.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Action {
    /// All in view.
    Fit,
    /// Closer or further by a factor.
    Zoom(f32),
    /// Bring a target into view.
    See(usize),
    /// Send the pinned tooltip away.
    Unpin,
}

/// Carries out what the keyboard asks for; nothing while somebody types or another control has the focus.
pub fn keys(
    ui: &Ui,
    state: &State,
    plan: &Plan,
    targets: &[Target],
    (touched, is_pinned): (Touched, bool),
    commands: &mut Vec<Command>,
) -> Option<Action> {
    if ui.text_edit_focused() {
        return None;
    }
    if let Some(wish) = camera_keys(ui) {
        return Some(wish);
    }
    if is_pinned && shortcuts::ESCAPE.pressed(ui) {
        return Some(Action::Unpin);
    }
    let focus = ui.memory(|memory| memory.focused());
    if focus.is_some() && touched.focused.is_none() {
        return None;
    }
    let current = touched.focused.or_else(|| selected(plan, targets, state))?;
    let pressed = |key: Key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    if touched.focused.is_none() && pressed(Key::Enter) {
        targets[current].open(commands);
        return None;
    }
    if let Some(reached) = touched.reached {
        return Some(Action::See(reached));
    }
    for (key, direction) in [
        (Key::ArrowRight, Direction::Right),
        (Key::ArrowLeft, Direction::Left),
        (Key::ArrowUp, Direction::Up),
        (Key::ArrowDown, Direction::Down),
    ] {
        if pressed(key) {
            let next = step(plan, targets, targets[current].kind, direction)?;
            return go(ui, targets, next, commands);
        }
    }
    None
}

fn camera_keys(ui: &Ui) -> Option<Action> {
    let factor = std::f32::consts::SQRT_2;
    let keys = [
        (shortcuts::MAP_FIT, Action::Fit),
        (shortcuts::MAP_CLOSER, Action::Zoom(factor)),
        (shortcuts::MAP_FURTHER, Action::Zoom(1.0 / factor)),
    ];
    let (_, action) = keys.into_iter().find(|(shortcut, _)| shortcut.pressed(ui))?;
    Some(action)
}

/// The target of the selected layer: a lane where lanes can be reached, else the node that stands for it.
pub fn selected(plan: &Plan, targets: &[Target], state: &State) -> Option<usize> {
    let name = &state.selection.layer;
    let exactly = targets.iter().position(|target| target.layer == *name && !matches!(target.kind, Kind::Tile(_)));
    exactly.or_else(|| {
        let layer = plan.network.layer(name)?;
        let node = plan.node_of(layer).map(Kind::Node);
        let leaf = plan.leaf_of(layer).and_then(|leaf| {
            let place = plan.leaves.iter().position(|other| other.head == leaf.head)?;
            Some(Kind::Leaf(place))
        });
        let kind = node.or(leaf)?;
        targets.iter().position(|target| target.kind == kind)
    })
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Direction {
    Left,
    Right,
    Up,
    Down,
}

/// Left and right along the line; up and down between tile, node, lanes and the card below.
fn step(plan: &Plan, targets: &[Target], from: Kind, direction: Direction) -> Option<usize> {
    let find = |kind: Kind| targets.iter().position(|target| target.kind == kind);
    let leaf_of = |node: usize| plan.leaves.iter().position(|leaf| leaf.node == node);
    let node = match from {
        Kind::Node(node) | Kind::Tile(node) | Kind::Lane(node, _) => node,
        Kind::Leaf(leaf) => plan.leaves[leaf].node,
    };
    let same_row = |beside: usize| {
        let in_row = match from {
            Kind::Tile(_) => find(Kind::Tile(beside)),
            Kind::Lane(_, lane) => find(Kind::Lane(beside, lane)),
            Kind::Node(_) | Kind::Leaf(_) => None,
        };
        in_row.or_else(|| find(Kind::Node(beside)))
    };
    match direction {
        Direction::Left => same_row(node.checked_sub(1)?),
        Direction::Right => same_row(node + 1),
        Direction::Up => match from {
            Kind::Leaf(_) => find(Kind::Node(node)),
            Kind::Lane(_, 0) => find(Kind::Node(node)),
            Kind::Lane(_, lane) => find(Kind::Lane(node, lane - 1)),
            Kind::Node(_) => find(Kind::Tile(node)),
            Kind::Tile(_) => None,
        },
        Direction::Down => match from {
            Kind::Tile(_) => find(Kind::Node(node)),
            Kind::Node(_) => find(Kind::Lane(node, 0)).or_else(|| find(Kind::Leaf(leaf_of(node)?))),
            Kind::Lane(_, lane) => find(Kind::Lane(node, lane + 1)).or_else(|| find(Kind::Leaf(leaf_of(node)?))),
            Kind::Leaf(_) => None,
        },
    }
}

fn go(ui: &Ui, targets: &[Target], next: usize, commands: &mut Vec<Command>) -> Option<Action> {
    let target = &targets[next];
    commands.push(Command::SelectLayer(target.layer.clone()));
    ui.memory_mut(|memory| {
        memory.request_focus(target.id());
        // egui would take the same key to go on from there.
        memory.move_focus(FocusDirection::None);
    });
    Some(Action::See(next))
}
