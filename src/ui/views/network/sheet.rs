//! What everything on the map is drawn with: painter, camera, and how thick things are in the mode of this moment.

use std::collections::BTreeSet;

use egui::{Align2, Color32, Painter, Pos2, Rect, pos2, vec2};

use super::camera::Camera;
use super::measures::{AXIS, BAND, CONV_MARGIN, LANE_GAP, LANE_MARGIN, PAIR_CENTER, PAIR_GAP, POINTS_PER_CHANNEL};
use super::plan::{Flow, Glyph, Node, Plan};
use crate::analysis::contribution::Contributions;
use crate::spec::{Head, MODULES, Network, Place};
use crate::ui::kit::{Area, Knot, pipe::THINNEST};
use crate::ui::style::{TextRole, Theme};

/// Opacity of what a search does not match.
const UNMATCHED: f32 = 0.28;

/// Drawing context of one frame.
pub struct Sheet<'a> {
    /// Clipped to the canvas.
    pub painter: Painter,
    /// From world to screen.
    pub camera: Camera,
    /// Colours.
    pub theme: &'a Theme,
    /// What is where.
    pub plan: &'a Plan,
    /// All that is drawn, world points.
    pub bounds: Rect,
    /// Where the colour bar and its scale lie over the map: small numbers are left out there.
    pub taken: Rect,
    /// Whether there are buttons that zoom; before a class, above what two networks are to each other, keys and wheel do.
    pub has_zoom: bool,
    /// 0 reduced … 1 naive, between while it changes.
    pub naive: f32,
    /// The mode that was chosen: numbers switch at once.
    pub is_naive: bool,
    /// Whether both photos have tiles, A's over B's.
    pub is_pair: bool,
    /// Whether sizes of maps and counts of channels are still to be guessed.
    pub covers_sizes: bool,
    /// Whether the auxiliary heads are.
    pub covers_heads: bool,
    /// Branches that are switched off, by module.
    pub off: &'a [[bool; 4]; MODULES.len()],
    /// What every layer adds to the class under study, while that is shown and known.
    pub contribution: Option<&'a Contributions>,
    /// Whether that is shown in place of mean activations.
    pub shows_contribution: bool,
    /// Indices of the layers a search matches; `None` without a search.
    pub matches: Option<&'a BTreeSet<usize>>,
}

/// Thicknesses of a node, world points.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Thickness {
    /// What it reads.
    pub in_channels: f32,
    /// Its branches.
    pub lanes: [f32; 4],
    /// What it passes on.
    pub out_channels: f32,
}

impl Sheet<'_> {
    /// Whether everything that is counted is shown: where there is less room, captions go first.
    pub fn shows_counts(&self) -> bool {
        self.camera.percent() >= 70
    }

    /// Whether channels and layers are counted, each where its number has room.
    pub fn counts_channels(&self) -> bool {
        self.camera.percent() >= 45
    }

    /// Whether mean activations are shown: they are what the map is looked at for, and go last.
    pub fn shows_tiles(&self) -> bool {
        self.camera.percent() >= 30 && !self.is_naive
    }

    /// Where a node's mean activation is on screen; of both photos, the place of both.
    pub fn tile(&self, node: &Node) -> Option<Rect> {
        let tile = node.tile?;
        let world = if self.is_pair {
            // Below the sizes of the columns, which take less room where they are only numbers.
            let up = if self.shows_counts() { 0.0 } else { 12.0 };
            let center = pos2(tile.center().x, PAIR_CENTER - up);
            let height = 2.0 * tile.height() + PAIR_GAP;
            Rect::from_center_size(center, vec2(tile.width(), height))
        } else {
            tile
        };
        Some(self.camera.rect(world))
    }

    /// The part of such a place that belongs to the first (0) or the second photo (1).
    pub fn part(&self, place: Rect, index: usize) -> Rect {
        let corner = if index == 0 { Align2::LEFT_TOP } else { Align2::LEFT_BOTTOM };
        place.square(corner, place.width())
    }

    /// Whether everything but modules has its name.
    pub fn shows_names(&self) -> bool {
        self.camera.percent() >= 60
    }

    /// Whether modules have their names.
    pub fn shows_module_names(&self) -> bool {
        self.camera.percent() >= 35
    }

    /// Whether a head may be seen: a class that is to guess what the auxiliary ones are for sees the main one only.
    pub fn shows_head(&self, head: Head) -> bool {
        !self.covers_heads || head == Head::Main
    }

    /// Whether every lane shows its own tile.
    pub fn shows_lane_tiles(&self) -> bool {
        self.camera.percent() > 160
    }

    /// Whether every lane says its name and numbers.
    pub fn shows_lane_labels(&self) -> bool {
        self.camera.percent() > 260
    }

    /// The network whose numbers are shown.
    pub fn network(&self) -> &Network {
        if self.is_naive { &self.plan.naive } else { &self.plan.network }
    }

    /// The channels of a node in the chosen mode.
    pub fn flow(&self, node: &Node) -> Flow {
        node.flows[usize::from(self.is_naive)]
    }

    /// How thick a node's ribbons are at this moment.
    pub fn thickness(&self, node: &Node) -> Thickness {
        let [reduced, naive] = node.flows;
        let points = |reduced: usize, naive: usize| {
            let channels = reduced as f32 + (naive as f32 - reduced as f32) * self.naive;
            channels * POINTS_PER_CHANNEL
        };
        Thickness {
            in_channels: points(reduced.in_channels, naive.in_channels),
            lanes: std::array::from_fn(|lane| points(reduced.lanes[lane], naive.lanes[lane])),
            out_channels: points(reduced.out_channels, naive.out_channels),
        }
    }

    /// A node's whole body, world points; naive modules may reach beyond [`BAND`].
    pub fn body(&self, node: &Node) -> Rect {
        let thickness = self.thickness(node);
        let height = match node.glyph {
            Glyph::Input => 20.0,
            Glyph::Convolution => thickness.out_channels + 2.0 * CONV_MARGIN,
            Glyph::Pool => thickness.in_channels + 28.0,
            Glyph::Norm => thickness.out_channels + 18.0,
            Glyph::Module(_) => self.lane_heights(&thickness).iter().sum::<f32>() + 3.0 * LANE_GAP + 2.0 * LANE_MARGIN,
            Glyph::Average => thickness.in_channels + 18.0,
            Glyph::Linear => thickness.in_channels,
        };
        Rect::from_x_y_ranges(node.span[0]..=node.span[1], AXIS - height / 2.0..=AXIS + height / 2.0)
    }

    /// The part of a node's body that is drawn, world points.
    pub fn shown_body(&self, node: &Node) -> Rect {
        let body = self.body(node);
        Rect::from_x_y_ranges(body.x_range(), body.top().max(BAND[0])..=body.bottom().min(BAND[1]))
    }

    /// Heights of the lanes as drawn: the thinnest are no thinner than can be seen.
    fn lane_heights(&self, thickness: &Thickness) -> [f32; 4] {
        thickness.lanes.map(|lane| lane.max(THINNEST / self.camera.zoom()).max(THINNEST))
    }

    /// Middle and height of each lane of a module, world points.
    pub fn lanes(&self, node: &Node) -> [[f32; 2]; 4] {
        let thickness = self.thickness(node);
        let heights = self.lane_heights(&thickness);
        let mut top = self.body(node).top() + LANE_MARGIN;
        std::array::from_fn(|lane| {
            let middle = top + heights[lane] / 2.0;
            top += heights[lane] + LANE_GAP;
            [middle, thickness.lanes[lane]]
        })
    }

    /// One end of a ribbon, from world to screen.
    pub fn knot(&self, x: f32, y: f32, height: f32) -> Knot {
        let at = self.camera.at(x, y);
        Knot { x: at.x, y: at.y, height: height * self.camera.zoom() }
    }

    /// The same for what lies inside the band: naive ribbons end there, others never reach so far.
    pub fn in_band(&self) -> Self {
        if self.naive == 0.0 {
            return Self { painter: self.painter.clone(), ..*self };
        }
        let band = Rect::from_x_y_ranges(self.plan.bounds.x_range(), BAND[0]..=BAND[1]);
        let clip = self.camera.rect(band).expand2(vec2(1e6, 0.0));
        let painter = self.painter.with_clip_rect(self.painter.clip_rect().intersect(clip));
        Self { painter, ..*self }
    }

    /// The same, paler.
    pub fn faded(&self, opacity: f32) -> Self {
        let mut painter = self.painter.clone();
        painter.multiply_opacity(opacity);
        Self { painter, ..*self }
    }

    /// How strong a layer is drawn: pale where a search leaves it out.
    pub fn strength(&self, layer: usize) -> f32 {
        match self.matches {
            Some(matches) if !matches.contains(&layer) => UNMATCHED,
            _ => 1.0,
        }
    }

    /// The same for a whole node: strong where any of its layers is.
    pub fn node_strength(&self, node: &Node) -> f32 {
        let Some(matches) = self.matches else {
            return 1.0;
        };
        let is_matched = match node.glyph {
            Glyph::Module(module) => matches.iter().any(|&index| {
                matches!(self.plan.network.layers[index].place, Place::Module { module: other, .. } if other == module)
            }),
            Glyph::Input | Glyph::Convolution | Glyph::Pool | Glyph::Norm | Glyph::Average | Glyph::Linear => {
                matches.contains(&node.index)
            }
        };
        if is_matched { 1.0 } else { UNMATCHED }
    }

    /// Writes at a world point, shifted by points of the screen.
    pub fn text(&self, world: [f32; 2], anchor: Align2, text: &str, role: TextRole, color: Color32) -> Rect {
        let at = self.camera.at(world[0], world[1]);
        self.text_at(at, anchor, text, role, color)
    }

    /// Writes at a place on screen.
    pub fn text_at(&self, at: Pos2, anchor: Align2, text: &str, role: TextRole, color: Color32) -> Rect {
        self.painter.text(at, anchor, text, self.camera.font(role), color)
    }
}
