//! Runs that are over are what is shown; muted channels make another run.

use std::sync::Arc;

use super::app::App;
use super::results::RunView;
use crate::analysis::Report;
use crate::engine::{ForwardRun, Muted, off};

impl App {
    /// A run is over: it is what is shown now.
    pub(super) fn show_run(&mut self, run: Arc<ForwardRun>) {
        self.state.timings = None;
        self.put_in_front(run);
        self.keep_possible_mutes();
        self.run_muted();
    }

    /// A run without muted channels is what is shown.
    pub(super) fn put_in_front(&mut self, run: Arc<ForwardRun>) {
        self.engine.cancel_mute();
        let state = &mut self.state;
        state.maps.set_a(Some(run.report.clone()));
        state.unmuted = None;
        state.first.replace(RunView { photo: run.photo.clone(), report: run.report.clone() });
        self.run = Some(run);
        self.set_b();
    }

    /// What is muted stays muted on the next photo, as long as the layers are there.
    fn keep_possible_mutes(&mut self) {
        if let Some(report) = self.state.report() {
            self.state.muted = off::possible(&self.state.muted, &report.network);
        }
    }

    /// The run with muted channels is over: it is what is shown now, the run before it is B.
    pub(super) fn show_muted(&mut self, report: Arc<Report>) {
        let Some(run) = &self.run else { return };
        let state = &mut self.state;
        state.maps.set_a(Some(report.clone()));
        state.unmuted = Some(run.report.clone());
        state.first.replace(RunView { photo: run.photo.clone(), report });
        self.set_b();
    }

    /// Mutes or unmutes a channel.
    pub(super) fn mute(&mut self, layer: String, channel: usize, is_muted: bool) {
        let mut muted = self.state.muted.clone();
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

    /// Unmutes everything.
    pub(super) fn clear_muted(&mut self) {
        self.set_muted(Muted::new());
    }

    /// The network follows what is muted; without anything the run before it is shown at once.
    pub(super) fn follow_muted(&mut self) {
        if !self.state.muted.is_empty() {
            return self.run_muted();
        }
        self.engine.cancel_mute();
        self.state.unmuted = None;
        if let Some(run) = &self.run {
            self.state.maps.set_a(Some(run.report.clone()));
            self.state.first.replace(RunView { photo: run.photo.clone(), report: run.report.clone() });
        }
        self.set_b();
    }

    pub(super) fn run_muted(&mut self) {
        if let Some(run) = self.run.clone().filter(|_| !self.state.muted.is_empty()) {
            self.engine.mute(run, self.state.muted.clone());
        }
    }
}
