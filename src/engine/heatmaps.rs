//! Heatmaps by eight methods and all that is needed to judge them; one of them while the network becomes random.

use std::sync::Arc;

use super::Progress;
use super::event::Event;
use super::key::JobKey;
use super::lens::Engine;
use super::order::Order;
use super::orders::{CascadeOrder, StudyOrder};
use super::results::{Cascaded, Studied};
use super::steps::{JobContext, steps};
use super::studio::Studio;
use crate::analysis::heatmaps::random::network_seed;
use crate::analysis::heatmaps::{Cascade, HeatmapError, Study};

/// Maps that a person waits for: those of one pass each.
const AWAITED: usize = 5;
/// Samples after which it is said how far it is, though there is nothing new to be seen.
const SAID: usize = 8;

impl Engine {
    /// Begins a study, or goes on with it, a sample a chunk.  With `is_awaited` the first maps come before all background work,
    /// and the job ends with them.
    pub fn study(&self, order: StudyOrder, is_awaited: bool) {
        self.submit(Order::Heatmaps { study: order, is_awaited });
    }

    /// Stops it; what there is of it can be gone on with.
    pub fn cancel_study(&self) {
        self.cancel(&JobKey::Heatmaps);
    }

    /// Makes the network random from the logits downward, a sample a chunk, an event a step.
    pub fn cascade(&self, order: CascadeOrder) {
        self.submit(Order::Cascade(order));
    }

    /// Stops it.
    pub fn cancel_cascade(&self) {
        self.cancel(&JobKey::Cascade);
    }
}

pub(super) fn study(order: StudyOrder, is_awaited: bool) -> impl FnMut(&JobContext<'_>) -> Progress {
    let at_work = AtWork { studio: order.studio.clone(), rest: Study::rest };
    steps(move |context| {
        let _ = &at_work;
        advance(context, &order, is_awaited)
    })
}

pub(super) fn cascade(order: CascadeOrder) -> impl FnMut(&JobContext<'_>) -> Progress {
    let at_work = AtWork { studio: order.studio.clone(), rest: Cascade::rest };
    steps(move |context| {
        let _ = &at_work;
        randomise(context, &order)
    })
}

/// For as long as a job has it, somebody works at a piece of work; then it rests.
struct AtWork<T> {
    studio: Studio<T>,
    rest: fn(&mut T),
}

impl<T> Drop for AtWork<T> {
    fn drop(&mut self) {
        if let Some(work) = self.studio.open().as_mut() {
            (self.rest)(work);
        }
    }
}

fn advance(context: &JobContext<'_>, order: &StudyOrder, is_awaited: bool) -> Result<Progress, HeatmapError> {
    let mut studio = order.studio.open();
    let study = match studio.as_mut() {
        Some(study) => study,
        None => studio.insert(Study::new(order.subject(), order.question, order.settings.clone(), order.seed)?),
    };
    let progress = study.advance(&|| context.should_yield())?;
    if progress.is_news || progress.is_done || progress.done.is_multiple_of(SAID) {
        let table = (progress.is_news || progress.is_done).then(|| Arc::new(study.table(None)));
        context.send(Ok(Event::Studied(order.studio.clone(), Studied { table, progress })));
    }
    if progress.is_done {
        // Its numbers may go, and its network.
        *studio = None;
    }
    let is_over = progress.is_done || is_awaited && progress.done >= AWAITED;
    Ok(if is_over { Progress::Done } else { Progress::Again })
}

/// Makes one more part random, a sample a chunk.
fn randomise(context: &JobContext<'_>, order: &CascadeOrder) -> Result<Progress, HeatmapError> {
    let mut studio = order.studio.open();
    let cascade = studio.get_or_insert_with(|| {
        let StudyOrder { question, settings, seed, .. } = &order.of;
        let trained = (order.method, order.trained.clone());
        Cascade::new(order.of.subject(), *question, trained, settings.clone(), network_seed(*seed, 0))
    });
    if cascade.advance(&|| context.should_yield())? {
        let steps = cascade.steps().iter().map(|step| (step.part.clone(), step.agreement)).collect();
        let cascaded = Cascaded { steps, total: cascade.total() };
        context.send(Ok(Event::Cascaded(order.studio.clone(), Arc::new(cascaded))));
    }
    if cascade.steps().len() < cascade.total() {
        return Ok(Progress::Again);
    }
    *studio = None;
    Ok(Progress::Done)
}
