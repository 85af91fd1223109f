//! A run of the photo is over: what hung on the one before goes; muting.

use std::sync::Arc;

use super::app::App;
use crate::engine::{Edited, ForwardRun, Muted, off};
use crate::spec::MODULES;

impl App {
    /// The photo that was asked for ran: opened, or again with other weights or another fit.
    pub(super) fn show_opened(&mut self, run: Arc<ForwardRun>) {
        let is_new = self.state.session.first.finish(run);
        self.photo_changed(is_new);
        if let Some(tour) = self.state.tour.filter(|_| is_new) {
            self.stage_edits(tour.stage());
            self.stage_channel(tour.stage());
        }
        if std::mem::take(&mut self.wants_occlusion) {
            self.compute_occlusion(super::occlude::PATCH_PX);
        }
    }

    /// The photo on screen is another one, or ran anew: what was computed of the one before goes.
    pub(super) fn photo_changed(&mut self, is_new: bool) {
        if is_new {
            self.forget_steps();
        }
        self.forget_occlusion();
        self.state.found.timings = None;
    }

    /// The edited photo ran.
    pub(super) fn show_edited(&mut self, edited: &Edited, now_seconds: f64) {
        if self.state.session.first.take_edited(edited) {
            self.state.editing.arrived(now_seconds);
        }
    }

    /// Mutes or unmutes a channel.
    pub(super) fn mute(&mut self, layer: String, channel: usize, is_muted: bool) {
        let mut muted = self.state.muted().clone();
        let channels = muted.entry(layer.clone()).or_default();
        if is_muted {
            channels.insert(channel);
        } else {
            channels.remove(&channel);
        }
        if channels.is_empty() {
            muted.remove(&layer);
        }
        self.set_muted(muted);
    }

    /// Switches all channels of a branch off or on.
    pub(super) fn switch_branch(&mut self, module: usize, branch: usize, is_off: bool) {
        let Some(network) = self.state.network() else { return };
        let switch = off::branch(&MODULES[module], branch);
        let mut muted = self.state.muted().clone();
        for (layer, channels) in off::muted(&[switch], network).unwrap_or_default() {
            match is_off {
                true => muted.entry(layer).or_default().extend(channels),
                false => drop(muted.remove(&layer)),
            }
        }
        self.set_muted(muted);
    }

    /// Unmutes everything.
    pub(super) fn clear_muted(&mut self) {
        self.set_muted(Muted::new());
    }
}
