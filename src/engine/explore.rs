//! Jobs about a result that is on screen: explain a cell, mute channels, run a naive module.

use std::sync::Arc;

use super::error::UserError;
use super::event::Event;
use super::key::JobKey;
use super::lens::Engine;
use super::off::{Muted, interventions};
use super::order::Order;
use super::origin::Origin;
use super::photo::Photo;
use super::pipeline::LoadedNetwork;
use super::results::{BranchAlbum, BranchTrials, ForwardRun, MutedRun};
use super::source::PhotoSource;
use super::steps::{JobContext, each, steps};
use super::{Priority, Progress, off};
use crate::analysis::arithmetic::Cell;
use crate::analysis::naive::NaiveRun;
use crate::analysis::{Kernels, Report, Scores, arithmetic};
use crate::model::{Intervention, ModelError, Objective, Run};
use crate::spec::{Head, MODULES};

/// Branches of a module.
const BRANCHES: usize = 4;
/// Runs of a naive module and its trained one, for the medians.
const NAIVE_RUNS: usize = 5;

impl Engine {
    /// Explains a cell of a report of this run (the run itself, or one with muted channels).
    pub fn explain(&self, run: Arc<ForwardRun>, report: Arc<Report>, cell: Cell) {
        self.submit(Order::Explain { run, report, cell });
    }

    /// Fetches the weights of a layer.
    pub fn kernels(&self, network: Arc<LoadedNetwork>, layer: String) {
        self.submit(Order::Kernels { network, layer });
    }

    /// Runs a naive module beside the trained one: a first result at once, then more runs for better medians.
    pub fn naive(&self, run: Arc<ForwardRun>, report: Arc<Report>, module: usize, priority: Priority) {
        self.submit(Order::Naive { run, report, module, priority });
    }

    /// Forgets the naive module that is being run.
    pub fn cancel_naive(&self) {
        self.cancel(&JobKey::Naive);
    }

    /// Runs the network again from the first muted layer on.
    pub fn mute(&self, run: Arc<ForwardRun>, muted: Muted) {
        self.submit(Order::Mute { run, muted });
    }

    /// Forgets the run with muted channels.
    pub fn cancel_mute(&self) {
        self.cancel(&JobKey::Mute);
    }

    /// Switches each branch of a module off, alone, in the whole run; an event a branch.
    pub fn branches(&self, run: Arc<ForwardRun>, module: usize) {
        self.submit(Order::Branches { run, module });
    }

    /// The same on the photos of an album, a photo a chunk, while nothing else is to be done; a photo that cannot be read is passed
    /// over.  `album` comes back with what is found.
    pub fn branches_in_album(&self, network: Arc<LoadedNetwork>, module: usize, album: u64, photos: Vec<PhotoSource>) {
        self.submit(Order::BranchAlbum { network, module, album, photos });
    }

    /// Forgets the branches that are being switched off one by one.
    pub fn cancel_branches(&self) {
        self.cancel(&JobKey::Branches);
        self.cancel(&JobKey::BranchAlbum);
    }

    /// Mutes the channels of a layer one by one and reports how far the logit of `class` drops, a channel a chunk.
    pub fn contributions(&self, run: Arc<ForwardRun>, layer: String, class: usize) {
        self.submit(Order::Contributions { run, layer, class });
    }

    /// Forgets the contributions that are being computed.
    pub fn cancel_contributions(&self) {
        self.cancel(&JobKey::Contributions);
    }
}

pub(super) fn explain(context: &JobContext<'_>, run: &ForwardRun, report: &Report, cell: &Cell) {
    if let Some(explanation) = arithmetic::explain(&run.network.model, report, cell) {
        context.send(Ok(Event::Explanation(Arc::new(explanation))));
    }
}

pub(super) fn kernels(context: &JobContext<'_>, network: &LoadedNetwork, layer: &str) {
    if let Some(kernels) = Kernels::of(&network.model, layer) {
        context.send(Ok(Event::Kernels(Arc::new(kernels))));
    }
}

pub(super) fn naive(
    run: Arc<ForwardRun>,
    report: Arc<Report>,
    module: usize,
) -> impl FnMut(&JobContext<'_>) -> Progress {
    let mut naive: Option<NaiveRun> = None;
    steps(move |context| {
        let model = &run.network.model;
        let naive = match &mut naive {
            Some(naive) => naive,
            empty => empty.insert(NaiveRun::new(model, report.clone(), module)?),
        };
        naive.pass(model)?;
        context.send(Ok(Event::Naive(Arc::new(naive.result()?))));
        Ok::<_, ModelError>(if naive.runs() < NAIVE_RUNS { Progress::Again } else { Progress::Done })
    })
}

pub(super) fn mute(context: &JobContext<'_>, run: &Arc<ForwardRun>, muted: &Muted) {
    let cancelled = || context.is_cancelled();
    let resumed = Run::resume(&run.trace).cancel_when(&cancelled);
    let resumed = interventions(resumed, muted);
    let told = run.network.rerun(&run.trace, &run.report, resumed).map(|(_, report)| {
        let (run, muted, report) = (Arc::clone(run), muted.clone(), Arc::new(report));
        Event::Muted(Arc::new(MutedRun { run, muted, report }))
    });
    context.send(told.map_err(UserError::new));
}

pub(super) fn branches(run: Arc<ForwardRun>, module: usize) -> impl FnMut(&JobContext<'_>) -> Progress {
    let mut trials = BranchTrials { report: run.report.id, module, without: Vec::new() };
    each(0..BRANCHES, move |context, &branch| {
        trials.without.push(scores_without(&run, module, branch, &|| context.should_yield())?);
        context.send(Ok(Event::Branches(Arc::new(trials.clone()))));
        Ok::<_, ModelError>(())
    })
}

pub(super) fn branches_in_album(
    network: Arc<LoadedNetwork>,
    module: usize,
    album: u64,
    photos: Vec<PhotoSource>,
) -> impl FnMut(&JobContext<'_>) -> Progress {
    let weights = network.sha256.clone();
    let mut found = BranchAlbum { album, weights, module, done: 0, same: [0; BRANCHES] };
    each(photos, move |context, source| {
        // Nothing is known of a photo that cannot be read, so it is in no count.
        let same = same_answers(&network, source, module, &|| context.should_yield())?;
        if let Some(same) = same {
            found.done += 1;
            found.same.iter_mut().zip(same).for_each(|(sum, same)| *sum += usize::from(same));
            context.send(Ok(Event::BranchAlbum(Arc::new(found.clone()))));
        }
        Ok::<_, ModelError>(())
    })
}

pub(super) fn contributions(
    run: Arc<ForwardRun>,
    layer: String,
    class: usize,
) -> impl FnMut(&JobContext<'_>) -> Progress {
    let channels = run.report.activation(&layer).map_or(0, |activation| activation.shape.channels());
    each(0..channels, move |context, &channel| {
        let logit = logit_without(&run, &layer, channel, class, &|| context.should_yield())?;
        let drop = run.report.main().logits[class] - logit;
        context.send(Ok(Event::Contribution { channel, drop }));
        Ok::<_, ModelError>(())
    })
}

/// Whether the main answer to a photo stays without each branch; `None` where the photo cannot be read.
fn same_answers(
    network: &Arc<LoadedNetwork>,
    source: &PhotoSource,
    module: usize,
    cancelled: &dyn Fn() -> bool,
) -> Result<Option<[bool; BRANCHES]>, ModelError> {
    let origin = match source {
        PhotoSource::File { read, .. } => read().map(|bytes| Origin::Encoded(bytes.into())),
        PhotoSource::Ready { origin, .. } => Ok(origin.clone()),
    };
    let photo = origin.and_then(|origin| Photo::new(source.name().to_owned(), origin, network.own_fit(), network));
    let Ok(photo) = photo else { return Ok(None) };
    let (trace, report) = network.run(&photo.prepared, Run::new().cancel_when(cancelled))?;
    let answer = report.main().best();
    let (network, photo, report) = (Arc::clone(network), Arc::new(photo), Arc::new(report));
    let run = ForwardRun { network, photo, trace, report };
    let mut same = [false; BRANCHES];
    for (branch, same) in same.iter_mut().enumerate() {
        let scores = scores_without(&run, module, branch, cancelled)?;
        *same = scores.iter().any(|scores| scores.head == Head::Main && scores.best() == answer);
    }
    Ok(Some(same))
}

/// What the heads say without one branch.
fn scores_without(
    run: &ForwardRun,
    module: usize,
    branch: usize,
    cancelled: &dyn Fn() -> bool,
) -> Result<Vec<Scores>, ModelError> {
    let switch = off::branch(&MODULES[module], branch);
    let muted = off::muted(&[switch], &run.network.network).unwrap_or_default();
    let input = run.trace.input()?;
    let resumed = interventions(Run::resume(&run.trace).cancel_when(cancelled), &muted);
    let trace = run.network.model.forward(&input, resumed)?;
    let mut scores = Vec::new();
    for head in run.report.scores.iter().map(|scores| scores.head) {
        if let Some(logits) = trace.get(head.logits_name()) {
            scores.push(Scores::new(head, logits.values.to_vec()?));
        }
    }
    Ok(scores)
}

/// The main logit of `class` when one channel of `layer` is muted.
fn logit_without(
    run: &ForwardRun,
    layer: &str,
    channel: usize,
    class: usize,
    cancelled: &dyn Fn() -> bool,
) -> Result<f32, ModelError> {
    let logits = Head::Main.logits_name();
    let unknown = || ModelError::UnknownName { name: logits.to_owned() };
    // A channel that is silent anyway changes nothing, and so does one of a layer beside the way to the main classifier.
    let needed = run.network.model.needs(&Objective::Logit { head: Head::Main, class })?;
    let silent = run.report.activation(layer).is_some_and(|activation| activation.statistics[channel].is_silent());
    if silent || !needed.contains(layer) {
        return Ok(run.report.main().logits[class]);
    }
    let resumed = Run::resume(&run.trace).only(needed).cancel_when(cancelled);
    let resumed = resumed.intervene(layer, Intervention::Mute(vec![channel]));
    let trace = run.network.model.forward(&run.trace.input()?, resumed)?;
    let values: Vec<f32> = trace.get(logits).ok_or_else(unknown)?.values.to_vec()?;
    Ok(values[class])
}
