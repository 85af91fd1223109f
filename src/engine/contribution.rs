//! What every layer adds to a logit, and what is really lost without branches and channels.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::sync::Arc;

use super::Progress;
use super::error::UserError;
use super::event::Event;
use super::key::JobKey;
use super::lens::Engine;
use super::off::{Muted, interventions};
use super::order::Order;
use super::results::{Contributed, Dropped, ForwardRun};
use super::steps::{JobContext, steps};
use crate::analysis::contribution::{BRANCHES, Contributions, LayerContribution, drop};
use crate::analysis::heatmaps::Question;
use crate::model::{ModelError, Run, Trace};
use crate::spec::Network;

/// Channels of a layer whose contribution is tested.
pub const TESTED: usize = 5;

/// The run with all that off, from the first layer that it changes.
fn trace<'a>(run: &'a ForwardRun, muted: &Muted, cancelled: &dyn Fn() -> bool) -> Result<Cow<'a, Trace>, ModelError> {
    if muted.is_empty() {
        return Ok(Cow::Borrowed(&run.trace));
    }
    let input = run.trace.input()?;
    let resumed = interventions(Run::resume(&run.trace).cancel_when(cancelled), muted);
    Ok(Cow::Owned(run.network.model.forward(&input, resumed)?))
}

/// What is switched off to test a layer: each branch of a module, then the strongest channels one by one.
fn tests(layer: &LayerContribution, network: &Network) -> Vec<BTreeSet<usize>> {
    let inputs = network.layer(&layer.layer).map(|layer| layer.inputs.as_slice()).unwrap_or_default();
    let mut sets = Vec::new();
    if layer.branches.is_some() {
        let mut first = 0;
        for &branch in inputs.iter().take(BRANCHES) {
            let count = network.layers[branch].output.channels();
            sets.push((first..first + count).collect());
            first += count;
        }
    }
    sets.extend(layer.strongest().into_iter().take(TESTED).map(|channel| BTreeSet::from([channel])));
    sets
}

impl Engine {
    /// What every layer adds to the logit in question, in a report of this run: the run itself, or one with all that off.
    pub fn contribute(&self, run: Arc<ForwardRun>, (report, muted): (u64, Muted), question: Question) {
        self.submit(Order::Contribution { run, report, muted, question });
    }

    /// What is really lost without each branch of a layer and without each of its strongest channels, one a chunk.
    pub fn drops(&self, run: Arc<ForwardRun>, muted: Muted, contributed: Arc<Contributed>, layer: String) {
        self.submit(Order::Drops { run, muted, contributed, layer });
    }

    /// Forgets both.
    pub fn cancel_contribution(&self) {
        self.cancel(&JobKey::Contribution);
        self.cancel(&JobKey::Drops);
    }
}

pub(super) fn contribute(context: &JobContext<'_>, run: &ForwardRun, report: u64, muted: &Muted, question: Question) {
    let cancelled = || context.is_cancelled();
    let found = trace(run, muted, &cancelled).and_then(|trace| Contributions::of(&run.network.model, &trace, question));
    let told = found.map(|contributions| Event::Contributed(Arc::new(Contributed::new(report, contributions))));
    context.send(told.map_err(UserError::new));
}

pub(super) fn drops(
    run: Arc<ForwardRun>,
    muted: Muted,
    contributed: Arc<Contributed>,
    layer: String,
) -> impl FnMut(&JobContext<'_>) -> Progress {
    let mut found = Vec::new();
    let mut kept: Option<Trace> = None;
    steps(move |context| {
        let contributions = &contributed.contributions;
        let Some(contribution) = contributions.layer(&layer) else { return Ok(Progress::Done) };
        let sets = tests(contribution, &run.network.network);
        let Some(channels) = sets.get(found.len()) else { return Ok(Progress::Done) };
        let cancelled = || context.should_yield();
        let trace = match &kept {
            Some(trace) => trace,
            None => kept.insert(trace(&run, &muted, &cancelled)?.into_owned()),
        };
        let (report, question) = (contributed.report, contributions.question);
        found.push(drop(&run.network.model, trace, &muted, question, contribution, channels, &cancelled)?);
        let dropped = Dropped { report, question, layer: layer.clone(), drops: found.clone() };
        context.send(Ok(Event::Dropped(Arc::new(dropped))));
        Ok::<_, ModelError>(if found.len() == sets.len() { Progress::Done } else { Progress::Again })
    })
}
