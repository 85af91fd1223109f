//! What is measured in the background is asked for when a view needs it: times, the peak, gradients, similarity.

use std::sync::Arc;

use super::app::App;
use crate::engine::ForwardRun;
use crate::state::{AttributedLayer, Card, ClassifiersTab, Gradients, View};

impl App {
    /// Asks the album how certain the network should be, while the heads are looked at.
    pub(super) fn follow_calibration(&mut self) {
        let album = &self.state.album;
        let (View::Classifiers(_), Some(index)) = (self.state.view, &album.index) else { return };
        let progress = index.progress();
        let wanted = (album.number, progress.total);
        let is_known = self.state.found.calibration.is_some_and(|(of, _)| of == wanted);
        if progress.done < progress.total || is_known || self.requested.measured.calibration == Some(wanted) {
            return;
        }
        self.requested.measured.calibration = Some(wanted);
        self.example_jobs.calibrate(Arc::clone(index), wanted);
    }

    /// Layers are timed after every run; modules and peak once the cost view wants them.
    pub(super) fn follow_times(&mut self, run: &Arc<ForwardRun>) {
        let is_cost = matches!(self.state.view, View::Cost(_));
        let measured = &mut self.requested.measured;
        let is_wanted = is_cost || !self.state.still;
        // Edits change what the layers compute, not how long they take.
        let is_edited = self.state.original().is_some() && self.state.found.timings.is_some();
        // While photos of an album run the processor is theirs: times would not be those of the network.
        let is_quiet = !self.state.album.is_running();
        if is_wanted && is_quiet && !is_edited && measured.layers != Some(run.report.id) {
            measured.layers = Some(run.report.id);
            self.engine.measure(run.network.clone(), run.photo.clone());
        }
        if !is_cost {
            return;
        }
        if !measured.peak {
            measured.peak = true;
            self.engine.measure_peak();
        }
        if measured.modules.as_ref() != Some(&run.network.sha256) {
            measured.modules = Some(run.network.sha256.clone());
            self.state.found.module_times = Default::default();
            self.engine.module_times(run.clone(), run.report.clone());
        }
    }

    /// Gradients are computed while they are looked at, once for a run, a class and a seed.  What is switched off is so in
    /// the run that is shown.
    pub(super) fn follow_gradients(&mut self, run: &Arc<ForwardRun>) {
        // The lesson's card about them asks before it shows them.
        let is_asked = self.state.tour.is_some_and(|tour| Card::at(tour.card) == Card::Heads);
        if self.state.view != View::Classifiers(ClassifiersTab::GRADIENTS) && !is_asked {
            return;
        }
        let Some(shown) = self.state.report() else { return };
        let class = self.state.study.true_label.unwrap_or_else(|| shown.main().best());
        let wanted = (shown.id, class, self.state.found.gradients.seed);
        if self.requested.measured.gradients == Some(wanted) {
            return self.follow_spread(run, wanted);
        }
        self.requested.measured.gradients = Some(wanted);
        self.state.found.gradients = Gradients {
            of: Some((wanted.0, class)),
            curves: Vec::new(),
            is_running: true,
            gaussian: Vec::new(),
            ..self.state.found.gradients
        };
        self.requested.measured.gaussian = None;
        let muted = self.state.muted().clone();
        self.engine.gradients(run.clone(), muted, class, self.state.found.gradients.seed);
    }

    /// Those of Gaussian weights follow the slider; what was computed once is kept.
    fn follow_spread(&mut self, run: &Arc<ForwardRun>, of: (u64, usize, u64)) {
        let gradients = &self.state.found.gradients;
        let wanted = (of, gradients.spread);
        // Whoever drags the slider sees every curve that is begun.
        let before = self.requested.measured.gaussian.filter(|(before, _)| *before == of);
        let is_running = before.is_some_and(|(_, spread)| gradients.of_spread(spread).is_none());
        if is_running || gradients.of_spread(wanted.1).is_some() {
            return;
        }
        self.requested.measured.gaussian = Some(wanted);
        let (_, class, seed) = of;
        self.engine.gaussian_gradients(run.clone(), self.state.muted().clone(), class, seed, wanted.1);
    }

    /// Computes the gradients again, with fresh weights drawn from `seed`.
    pub(super) fn compute_gradients(&mut self, seed: u64) {
        self.state.found.gradients.seed = seed;
        self.requested.measured.gradients = None;
    }

    /// What is there of the gradients stays.
    pub(super) fn cancel_gradients(&mut self) {
        self.engine.cancel_gradients();
        self.state.found.gradients.is_running = false;
    }

    /// What the channels of an earlier layer add is computed while it is looked at, for the run that the classifiers view is about.
    pub(super) fn follow_attribution(&mut self) {
        let state = &self.state;
        let (shown, layer, class, minus) = match self.staging.awaits_channel {
            // The lesson asks about the answer.
            true => {
                let Some(shown) = state.shown() else { return };
                (shown, AttributedLayer::Module4d, shown.report.main().best(), None)
            }
            false => {
                let is_seen = state.view == View::Classifiers(ClassifiersTab::EVIDENCE);
                let source = state.source();
                let (Some(shown), Some(class)) = (state.shown_as(source), state.class_at(source)) else { return };
                if !is_seen || state.study.attributed == AttributedLayer::Last {
                    return;
                }
                let minus = state.minus_at(source).filter(|&minus| minus != class);
                (shown, state.study.attributed, class, minus)
            }
        };
        let wanted = (shown.report.id, layer, class, minus);
        if self.requested.measured.attribution == Some(wanted) {
            return;
        }
        self.requested.measured.attribution = Some(wanted);
        let report = Arc::clone(&shown.report);
        let muted = shown.off().clone();
        self.engine.attribute(Arc::clone(shown.run()), (report, muted), layer.layer_name(), class, minus);
    }

    /// Two photos are compared as soon as both ran.
    pub(super) fn follow_similarity(&mut self) {
        // Of two networks the channels of one are not those of the other.
        let second = self.state.second().filter(|_| !self.state.compares_networks());
        let (Some(a), Some(b)) = (self.state.report(), second) else {
            self.requested.measured.similarity = None;
            return;
        };
        let wanted = [a.id, b.report.id];
        if self.requested.measured.similarity == Some(wanted) {
            return;
        }
        self.engine.compare(a.clone(), b.report.clone());
        self.requested.measured.similarity = Some(wanted);
    }
}
