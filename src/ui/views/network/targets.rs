//! Everything on the map that can be pointed at, clicked, and reached by keyboard and screen reader.

use egui::{Id, Key, Rect, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use super::glyph::lane_layer;
use super::heads::card_rect;
use super::measures::{BAND, CONV_WIDTH, LANE_GAP, LANE_START};
use super::names::lane_name;
use super::plan::{Glyph, Node};
use super::sheet::Sheet;
use crate::locale::text::tr_with;
use crate::state::{Command, State, View};
use crate::ui::kit::lock_arrows;

/// What kind of thing a target is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A node of the main line.
    Node(usize),
    /// The tile over a node.
    Tile(usize),
    /// A lane of a module: node and branch.
    Lane(usize, usize),
    /// A classifier's card: its place among the leaves.
    Leaf(usize),
}

/// Something that can be pointed at.
pub struct Target {
    /// What it is.
    pub kind: Kind,
    /// The layer it selects.
    pub layer: String,
    /// Where it is on screen.
    pub rect: Rect,
    /// What it is called.
    pub name: String,
    /// What a double click shows.
    pub opens: View,
}

impl Target {
    /// The same from frame to frame.
    pub fn id(&self) -> Id {
        Id::unique("network-target").with(match self.kind {
            Kind::Node(_) => ("node", &self.layer),
            Kind::Tile(_) => ("tile", &self.layer),
            Kind::Lane(..) => ("lane", &self.layer),
            Kind::Leaf(_) => ("leaf", &self.layer),
        })
    }

    /// Whether Tab stops here: at the modules; arrows lead to everything else.
    fn is_tab_stop(&self) -> bool {
        matches!(self.opens, View::Module(_))
    }

    /// Selects it, and shows what it opens.
    pub fn open(&self, commands: &mut Vec<Command>) {
        commands.push(Command::SelectLayer(self.layer.clone()));
        commands.push(Command::Show(self.opens));
    }
}

/// All targets of this frame, in the order of the line; what lies on top comes last.
pub fn targets(sheet: &Sheet<'_>) -> Vec<Target> {
    let mut targets = Vec::new();
    for (place, node) in sheet.plan.nodes.iter().enumerate() {
        targets.push(node_target(sheet, place, node));
        if let Glyph::Module(module) = node.glyph
            && sheet.shows_lane_tiles()
        {
            targets.extend(lane_targets(sheet, place, node, module));
        }
        if let Some(tile) = sheet.tile(node).filter(|_| sheet.shows_tiles()) {
            targets.push(Target {
                kind: Kind::Tile(place),
                layer: node.layer.clone(),
                rect: tile,
                name: tr_with("network-tile", &[("name", &*node.name)]),
                opens: View::Layer,
            });
        }
        for (index, leaf) in sheet.plan.leaves.iter().enumerate() {
            if leaf.node == place && sheet.shows_head(leaf.head) {
                targets.push(Target {
                    kind: Kind::Leaf(index),
                    layer: leaf.layer.clone(),
                    rect: card_rect(&sheet.camera, leaf),
                    name: leaf.name.clone(),
                    opens: View::Layer,
                });
            }
        }
    }
    targets
}

fn node_target(sheet: &Sheet<'_>, place: usize, node: &Node) -> Target {
    let body = sheet.shown_body(node);
    // What is thin is easier to hit than it is wide.
    let wider = ((CONV_WIDTH - body.width()) / 2.0).clamp(0.0, 5.0);
    let opens = match node.glyph {
        Glyph::Module(module) => View::Module(module),
        Glyph::Input | Glyph::Convolution | Glyph::Pool | Glyph::Norm | Glyph::Average | Glyph::Linear => View::Layer,
    };
    Target {
        kind: Kind::Node(place),
        layer: node.layer.clone(),
        // The line that brings the photo touches the first convolution.
        rect: sheet.camera.rect(match node.glyph {
            Glyph::Input => body.with_min_x(body.left() - wider),
            Glyph::Convolution | Glyph::Pool | Glyph::Norm | Glyph::Module(_) | Glyph::Average | Glyph::Linear => {
                body.expand2(vec2(wider, 0.0))
            }
        }),
        name: node.name.clone(),
        opens,
    }
}

fn lane_targets(sheet: &Sheet<'_>, place: usize, node: &Node, module: usize) -> Vec<Target> {
    let network = sheet.network();
    let in_channels = sheet.flow(node).in_channels;
    let lanes = sheet.lanes(node).into_iter().enumerate();
    lanes
        .filter_map(|(lane, [middle, height])| {
            let index = lane_layer(network, module, lane, sheet.is_naive)?;
            let layer = &network.layers[index];
            let half = (height + LANE_GAP) / 2.0;
            let world = Rect::from_min_max(
                pos2(node.span[0] + LANE_START - 4.0, (middle - half).max(BAND[0])),
                pos2(node.span[1] - 6.0, (middle + half).min(BAND[1])),
            );
            world.is_positive().then(|| Target {
                kind: Kind::Lane(place, lane),
                layer: layer.name.clone(),
                rect: sheet.camera.rect(world),
                name: lane_name(module, layer, in_channels),
                opens: View::Layer,
            })
        })
        .collect()
}

/// What the pointer and the keyboard are at: indices of targets.
#[derive(Clone, Copy, Default)]
pub struct Touched {
    /// Under the pointer.
    pub hovered: Option<usize>,
    /// Has the focus.
    pub focused: Option<usize>,
    /// Got the focus in this frame.
    pub reached: Option<usize>,
    /// Was clicked in this frame.
    pub clicked: Option<usize>,
}

/// Lets every target be clicked; returns what was touched.
pub fn interact(ui: &Ui, targets: &[Target], state: &State, commands: &mut Vec<Command>) -> Touched {
    let mut touched = Touched::default();
    for (index, target) in targets.iter().enumerate() {
        let id = target.id();
        let is_focusable = target.is_tab_stop() || ui.memory(|memory| memory.has_focus(id));
        let sense = if is_focusable { Sense::click() } else { Sense::CLICK };
        let response = ui.interact(target.rect, id, sense);
        let is_selected = state.selection.layer == target.layer;
        response.widget_info(|| WidgetInfo::selected(Role::Button, ui.is_enabled(), is_selected, &target.name));
        if response.hovered() {
            touched.hovered = Some(index);
        }
        if response.has_focus() {
            touched.focused = Some(index);
            lock_arrows(ui, id);
            if response.gained_focus() {
                touched.reached = Some(index);
                commands.push(Command::SelectLayer(target.layer.clone()));
            }
        }
        let by_enter = response.has_focus() && ui.input(|input| input.key_pressed(Key::Enter));
        if response.double_clicked() || by_enter {
            target.open(commands);
        } else if response.clicked() {
            commands.push(Command::SelectLayer(target.layer.clone()));
            touched.clicked = Some(index);
        }
    }
    touched
}
