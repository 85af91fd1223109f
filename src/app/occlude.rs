//! The occlusion map is asked for, and stopped.

use std::sync::Arc;

use super::app::App;
use crate::engine::{GRID, Position};
use crate::state::Occlusion;

/// The side of the patch to begin with, pixels.
pub(super) const PATCH_PX: usize = 32;

impl App {
    /// Begins the map of the class under study, anew.
    pub(super) fn compute_occlusion(&mut self, patch_px: usize) {
        self.hold_live();
        let (Some(shown), Some(class)) = (self.state.shown(), self.state.class()) else { return };
        let (run, report) = (Arc::clone(shown.run()), Arc::clone(&shown.report));
        self.next_occlusion += 1;
        let muted = self.state.muted().clone();
        self.state.found.occlusion = Some(Arc::new(Occlusion {
            id: self.next_occlusion,
            class,
            patch_px,
            photo: run.photo.clone(),
            muted: muted.clone(),
            base: Position::of(report.main(), class, report.forward_ms),
            positions: vec![None; GRID * GRID],
            evidence: report.evidence(class).map(Arc::new),
            is_running: true,
        }));
        self.engine.occlusion(run, muted, class, patch_px);
    }

    /// Stops there.
    pub(super) fn cancel_occlusion(&mut self) {
        self.engine.cancel_occlusion();
        self.occlusion_ended();
    }

    /// Nothing more comes.
    pub(super) fn occlusion_ended(&mut self) {
        if let Some(occlusion) = &mut self.state.found.occlusion {
            Arc::make_mut(occlusion).is_running = false;
        }
    }

    /// The map was that of another photo or of other weights.
    pub(super) fn forget_occlusion(&mut self) {
        self.engine.cancel_occlusion();
        self.state.found.occlusion = None;
    }
}
