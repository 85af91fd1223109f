//! What the panel remembers from frame to frame.

use egui::Pos2;

use crate::engine::PATCHES_PX;
use crate::imaging::edit::{Brush, BrushShape, Change, Dab};
use crate::state::Command;

/// The least and the largest radius of the brush, pixels of the input.
pub(super) const RADIUS_PX: [f32; 2] = [2.0, 60.0];
/// A pause after which the wheel begins anew, seconds.
const WHEEL_PAUSE_SECONDS: f64 = 0.6;

/// What the panel shows below its title.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub(super) enum Tab {
    /// The photo is changed.
    #[default]
    Edit,
    /// A patch slides over it.
    Occlusion,
}

/// What a hand on the picture does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tool {
    /// It paints.
    Brush(Brush),
    /// It draws the photo along below the window.
    Move,
}

/// What the occlusion map shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub(super) enum Measure {
    /// The drop of the probability.
    #[default]
    Probability,
    /// The drop of the logit.
    Logit,
}

/// Tool, brush and tab.
pub struct EditScene {
    pub(super) tab: Tab,
    pub(super) tool: Tool,
    pub(super) radius_px: f32,
    /// Where the keyboard holds the brush, pixels of the input.
    pub(super) cursor: Option<Pos2>,
    /// Where the keyboard is on the occlusion map; the strongest cell before it goes anywhere.
    pub(super) cell: Option<usize>,
    /// The last dab of the stroke that is being painted.
    pub(super) last_dab: Option<Pos2>,
    /// Side of the patch of the next occlusion map, pixels.
    pub(super) patch_px: usize,
    pub(super) measure: Measure,
    gesture: u64,
    wheel_seconds: f64,
}

impl Default for EditScene {
    fn default() -> Self {
        Self {
            tab: Tab::default(),
            tool: Tool::Brush(Brush::default()),
            radius_px: 14.0,
            cursor: None,
            cell: None,
            last_dab: None,
            patch_px: PATCHES_PX[1],
            measure: Measure::default(),
            gesture: 0,
            wheel_seconds: f64::NEG_INFINITY,
        }
    }
}

impl EditScene {
    /// Begins with the occlusion map in sight.
    pub fn show_occlusion(&mut self) {
        self.tab = Tab::Occlusion;
    }

    /// Opens the tab of the brush and the tones.
    pub fn show_brush(&mut self) {
        self.tab = Tab::Edit;
    }

    /// A movement of the hand begins: what it changes is undone at once.
    pub fn begin(&mut self) {
        self.gesture += 1;
    }

    /// The wheel turned: after a pause that is a movement of its own.
    pub(super) fn wheel(&mut self, now_seconds: f64) {
        if now_seconds - self.wheel_seconds > WHEEL_PAUSE_SECONDS {
            self.begin();
        }
        self.wheel_seconds = now_seconds;
    }

    /// Asks for this change.
    pub fn send(&self, change: Change, commands: &mut Vec<Command>) {
        commands.push(Command::Edit { change, gesture: self.gesture });
    }

    /// What a brush leaves at that place.
    pub(super) fn dab(&self, brush: Brush, place: Pos2) -> Dab {
        Dab { x: place.x, y: place.y, radius: self.radius_px, shape: BrushShape::Disc, brush }
    }

    /// Makes the brush larger or smaller.
    pub(super) fn resize(&mut self, factor: f32) {
        self.radius_px = (self.radius_px * factor).round().clamp(RADIUS_PX[0], RADIUS_PX[1]);
    }
}
