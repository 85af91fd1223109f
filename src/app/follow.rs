//! The engine follows the selection: what is looked at and not yet there is asked for, what is no longer looked at is
//! dropped.

use std::sync::Arc;

use super::app::App;
use crate::album::spread;
use crate::analysis::{Cell, Report};
use crate::engine::{ForwardRun, Priority};
use crate::session::{Contributions, Naive};
use crate::spec::Modules;
use crate::state::{AlbumRun, Sort, View};

impl App {
    /// Asks for what the selection needs.
    pub(super) fn follow(&mut self) {
        self.follow_stage();
        self.follow_awaited_network();
        self.state.session.follow(&self.engine, self.state.settings.fit);
        self.follow_comparison();
        self.follow_album();
        self.follow_teach();
        let Some(shown) = self.state.shown() else { return };
        let (run, report) = (Arc::clone(shown.run()), Arc::clone(&shown.report));
        self.forget_pictures_of_another_network(&run.network);
        if self.state.is_playing() {
            return self.follow_moving(&run, &report);
        }
        self.introduce(&report);
        self.follow_cell();
        self.follow_layer(&run);
        self.follow_module(&run, &report);
        self.follow_contributions(&run);
        self.follow_branches(&run);
        self.follow_contribution();
        self.follow_times(&run);
        self.follow_gradients(&run);
        self.follow_attribution();
        self.follow_calibration();
        self.follow_heatmaps();
        self.follow_fool();
        self.follow_similarity();
        self.follow_depths();
        self.follow_looks_for(&run);
        self.follow_dreams(&run);
        self.follow_rebuilds(&run);
    }

    /// The first look at a layer begins with its strongest channel and that channel's strongest cell.
    pub(super) fn introduce(&mut self, report: &Report) {
        let selection = &mut self.state.selection;
        if self.state.view != View::Layer || selection.channel.is_some() || self.staging.awaits_channel {
            return;
        }
        let Some(activation) = report.activation(&selection.layer) else {
            return;
        };
        let means: Vec<f32> = activation.statistics.iter().map(|channel| channel.mean).collect();
        if let Some(channel) = largest(&means) {
            let side = activation.shape.side();
            selection.channel = Some(channel);
            selection.cell = largest(&activation.channel(channel)).map(|cell| (cell / side, cell % side));
        }
    }

    pub(super) fn follow_cell(&mut self) {
        // Of B its own arithmetic: the second photo's, or that of the first before edits or before channels were muted.
        let Some(view) = self.state.shown_as(self.state.source()) else { return };
        let (run, report) = (Arc::clone(view.run()), Arc::clone(&view.report));
        let selection = &self.state.selection;
        let cell = match (selection.channel, selection.cell) {
            (Some(channel), Some((row, column))) => Some(Cell { layer: selection.layer.clone(), channel, row, column }),
            (None, _) | (Some(_), None) => None,
        };
        let wanted = cell.map(|cell| (report.id, cell));
        if self.requested.explanation != wanted {
            if let Some((_, cell)) = &wanted {
                self.engine.explain(run, report, cell.clone());
            }
            self.requested.explanation = wanted;
        }
    }

    pub(super) fn follow_layer(&mut self, run: &Arc<ForwardRun>) {
        let state = &self.state;
        let is_wanted = matches!(state.view, View::Layer | View::Module(_))
            && state.selected_layer().is_some_and(|layer| layer.op.has_weights());
        // Of two networks the weights of the one that is looked at.
        let network = state.shown_as(state.source()).map_or(&run.network, |view| &view.run().network).clone();
        let wanted = is_wanted.then(|| (state.selection.layer.clone(), network.sha256.clone()));
        if wanted.is_some() && self.requested.kernels != wanted {
            self.engine.kernels(network, self.state.selection.layer.clone());
            self.requested.kernels = wanted;
        }
    }

    pub(super) fn follow_module(&mut self, run: &Arc<ForwardRun>, report: &Arc<Report>) {
        let is_naive = matches!(self.state.modules, Modules::Naive | Modules::NaiveStacked);
        let wanted = match self.state.view {
            // What nobody looks at would only take time from the frames.
            View::Module(_) if self.state.is_playing() && !is_naive => None,
            View::Module(module) => Some((report.id, module)),
            View::Network | View::Layer | View::Classifiers(_) | View::Cost(_) | View::Album(_) => None,
        };
        if self.requested.naive == wanted {
            return;
        }
        match wanted {
            Some((_, module)) => {
                let priority = match self.state.modules {
                    Modules::Reduced | Modules::Factorised => Priority::Background,
                    Modules::Naive | Modules::NaiveStacked => Priority::Interactive,
                };
                self.state.session.naive = Naive::Running { module };
                self.engine.naive(run.clone(), report.clone(), module, priority);
            }
            None => {
                self.engine.cancel_naive();
                self.state.session.naive = Naive::Idle;
            }
        }
        self.requested.naive = wanted;
    }

    fn follow_contributions(&mut self, run: &Arc<ForwardRun>) {
        let state = &mut self.state;
        let is_wanted = state.view == View::Layer && state.settings.sort == Sort::Contribution;
        let wanted = is_wanted.then(|| (run.report.id, state.selection.layer.clone()));
        if self.requested.contributions == wanted {
            return;
        }
        match &wanted {
            Some((id, layer)) => {
                let class = run.report.main().best();
                let channels = run.report.activation(layer).map_or(0, |map| map.shape.channels());
                state.found.contributions = Some(Arc::new(Contributions {
                    report: *id,
                    layer: layer.clone(),
                    class,
                    drops: vec![None; channels],
                }));
                self.engine.contributions(run.clone(), layer.clone(), class);
            }
            None => self.engine.cancel_contributions(),
        }
        self.requested.contributions = wanted;
    }

    /// What each branch alone does is asked where something is off: that is when it is looked at.
    fn follow_branches(&mut self, run: &Arc<ForwardRun>) {
        let state = &self.state;
        let wanted = match state.view {
            View::Module(module) if state.shows_branches() => Some((run.report.id, module)),
            View::Module(_) | View::Network | View::Layer | View::Classifiers(_) | View::Cost(_) | View::Album(_) => {
                None
            }
        };
        self.follow_branches_in_album(run, wanted.map(|(_, module)| module));
        if self.requested.branches == wanted {
            return;
        }
        match wanted {
            Some((_, module)) => self.engine.branches(run.clone(), module),
            None => {
                self.requested.branch_album = None;
                self.engine.cancel_branches();
            }
        }
        self.requested.branches = wanted;
    }

    /// The same on the photos of the album, once all of them have run.
    fn follow_branches_in_album(&mut self, run: &Arc<ForwardRun>, module: Option<usize>) {
        let album = &self.state.album;
        let (Some(module), AlbumRun::Complete(_), Some(index)) = (module, &album.run, &album.index) else { return };
        let wanted = (run.network.sha256.clone(), album.number, module);
        if self.requested.branch_album.as_ref() == Some(&wanted) {
            return;
        }
        let photos = album.album.as_ref().map_or(0, |album| album.photos.len());
        let sources = spread(photos, self.state.pace.album).filter_map(|photo| index.source(photo)).collect();
        self.engine.branches_in_album(run.network.clone(), module, album.number, sources);
        self.requested.branch_album = Some(wanted);
    }
}

/// Position of the largest value, the first of equals.
fn largest(values: &[f32]) -> Option<usize> {
    (0..values.len()).reduce(|best, index| if values[index] > values[best] { index } else { best })
}
