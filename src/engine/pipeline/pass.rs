//! The network runs.

use std::sync::Arc;

use super::{LoadedNetwork, palette};
use crate::analysis::{Report, Scores, heatmaps};
use crate::imaging::Prepared;
use crate::model::{GoogLeNet, ModelError, Muted, Planes, Run, Trace};
use crate::platform::clock::Stopwatch;
use crate::spec::Head;
use crate::visualize::Subject;

impl LoadedNetwork {
    /// This network as pictures are made with it.
    pub fn subject(&self) -> Subject {
        Subject::new(GoogLeNet::clone(&self.model), self.topology.preprocessing, self.sha256.clone())
    }

    /// This network and a prepared photo as heatmaps explain them, with these channels off.
    pub fn explained(&self, prepared: &Prepared, muted: &Muted) -> heatmaps::Subject {
        let (width, height) = prepared.pixels.dimensions();
        let values = self.input_values(prepared);
        heatmaps::Subject {
            model: GoogLeNet::clone(&self.model),
            input: Planes { channels: 3, height: height as usize, width: width as usize, values },
            muted: muted.clone(),
            palette: palette(&self.topology.preprocessing),
        }
    }

    /// Runs the network on a prepared photo.
    ///
    /// # Errors
    /// [`ModelError`]; [`ModelError::Cancelled`] when `run` was asked to stop.
    pub fn run(&self, prepared: &Prepared, run: Run<'_>) -> Result<(Trace, Report), ModelError> {
        self.run_values(&self.input_values(prepared), run)
    }

    /// What the classifiers say about a prepared photo, and the milliseconds of the forward pass: no report is made.
    ///
    /// # Errors
    /// As [`Self::run`].
    pub fn scores(&self, prepared: &Prepared, run: Run<'_>) -> Result<(Vec<Scores>, f64), ModelError> {
        let all = self.scores_all(&[prepared], vec![run])?;
        Ok(all.into_iter().next().expect("there is an answer for each run"))
    }

    /// The same of several photos at once, a run each; the milliseconds are each one's share.
    ///
    /// # Errors
    /// As [`Self::run`], of the first photo that has one: nothing is said of the others.
    pub fn scores_all(
        &self,
        prepared: &[&Prepared],
        runs: Vec<Run<'_>>,
    ) -> Result<Vec<(Vec<Scores>, f64)>, ModelError> {
        let inputs = prepared.iter().map(|prepared| GoogLeNet::input(&self.input_values(prepared)));
        let inputs = inputs.collect::<Result<Vec<_>, _>>()?;
        let logits = Head::ALL.map(|head| head.logits_name().to_owned());
        let runs = runs.into_iter().map(|run| run.keep(logits.clone().into())).collect();
        let start = Stopwatch::start();
        let traces = self.model.forward_all(&inputs, runs)?;
        let share_ms = start.milliseconds() / inputs.len().max(1) as f64;
        let answers = traces.iter().map(|trace| {
            trace.check_finite()?;
            Ok((Scores::of(trace)?, share_ms))
        });
        answers.collect()
    }

    /// Runs the network on a prepared photo for the times alone: no report is made.
    ///
    /// # Errors
    /// As [`Self::run`].
    pub fn trace(&self, prepared: &Prepared, run: Run<'_>) -> Result<Trace, ModelError> {
        let input = GoogLeNet::input(&self.input_values(prepared))?;
        self.model.forward(&input, run)
    }

    /// Runs the network on `[3, 224, 224]` numbers, handed to conv1 as they are.
    ///
    /// # Errors
    /// As [`Self::run`]; [`ModelError::InputShape`] for another number of values.
    pub fn run_values(&self, values: &[f32], run: Run<'_>) -> Result<(Trace, Report), ModelError> {
        let input = GoogLeNet::input(values)?;
        self.timed(None, |model| model.forward(&input, run))
    }

    /// Runs the network on the input of an earlier trace; with [`Run::resume`] of that trace only what an intervention
    /// changes is computed.
    ///
    /// # Errors
    /// As [`Self::run`].
    pub fn rerun(&self, base: &Trace, base_report: &Report, run: Run<'_>) -> Result<(Trace, Report), ModelError> {
        let input = base.input()?;
        self.timed(Some(base_report), |model| model.forward(&input, run))
    }

    fn timed(
        &self,
        base: Option<&Report>,
        pass: impl FnOnce(&GoogLeNet) -> Result<Trace, ModelError>,
    ) -> Result<(Trace, Report), ModelError> {
        let start = Stopwatch::start();
        let trace = pass(&self.model)?;
        let forward_ms = start.milliseconds();
        let (network, labels) = (Arc::clone(&self.network), Arc::clone(&self.labels));
        let report = Report::new(network, labels, &self.classifier, &trace, forward_ms, base)?;
        Ok((trace, report))
    }
}
