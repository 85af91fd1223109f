//! The photo rebuilt from what a layer knows of it: from the one that is looked at, and from others beside it.

use std::sync::Arc;

use super::Progress;
use super::event::Event;
use super::key::JobKey;
use super::lens::Engine;
use super::off::names;
use super::order::Order;
use super::orders::RebuildOrder;
use super::results::Rebuilt;
use super::steps::{JobContext, go_on, one_by_one, steps};
use crate::visualize::VisualizeError;
use crate::visualize::rebuild::{Rebuilding, correlations};

/// Steps after which the picture is held against the photo.
const HELD: usize = 32;

impl Engine {
    /// Rebuilds a photo, or goes on with it: a step a chunk, an event a step.
    pub fn rebuild(&self, order: RebuildOrder) {
        self.submit(Order::Rebuild(order));
    }

    /// Stops it; what there is of it can be gone on with.
    pub fn cancel_rebuild(&self) {
        self.cancel(&JobKey::Rebuild);
    }

    /// Rebuilds it several times, one after the other, while nothing else is to be done.
    pub fn rebuilds(&self, orders: Vec<RebuildOrder>) {
        self.submit(Order::Rebuilds(orders));
    }

    /// Stops them; those that are done stay.
    pub fn cancel_rebuilds(&self) {
        self.cancel(&JobKey::Rebuilds);
    }
}

pub(super) fn rebuild(order: RebuildOrder) -> impl FnMut(&JobContext<'_>) -> Progress {
    steps(move |context| advance(context, &order))
}

/// Of one that fails nothing comes; the next is made all the same.
pub(super) fn rebuilds(orders: Vec<RebuildOrder>) -> impl FnMut(&JobContext<'_>) -> Progress {
    one_by_one(orders, |context, order| go_on(context, advance(context, order)))
}

fn advance(context: &JobContext<'_>, order: &RebuildOrder) -> Result<Progress, VisualizeError> {
    let mut studio = order.studio.open();
    let rebuilding = match studio.as_mut() {
        Some(rebuilding) => rebuilding,
        None => {
            let (subject, muted) = (order.network.subject(), order.muted.clone());
            studio.insert(Rebuilding::begin(subject, muted, &order.seen, order.recipe.clone())?)
        }
    };
    let cancelled = || context.should_yield();
    if rebuilding.steps() < order.steps {
        rebuilding.step(&cancelled)?;
    }
    let steps = rebuilding.steps();
    let is_finished = steps >= order.steps;
    let picture = rebuilding.picture();
    let (mut errors, mut read_errors) = (rebuilding.errors().to_vec(), rebuilding.read_errors().to_vec());
    if is_finished {
        let (error, read) = rebuilding.errors_now(&cancelled)?;
        errors.push(error);
        read_errors.extend(read);
    }
    let is_held = is_finished || steps.is_multiple_of(HELD);
    let mut facts = rebuilding.provenance(errors.last().copied());
    let off = names(&order.muted, &order.network.network);
    if !off.is_empty() {
        facts.push(("off", off.join(", ")));
    }
    let rebuilt = Rebuilt {
        recipe: order.recipe.clone(),
        correlations: is_held.then(|| correlations(&order.seen, &picture)),
        picture: Arc::new(picture),
        errors,
        read_errors,
        steps,
        is_finished,
        facts,
    };
    context.send(Ok(Event::Rebuilt(order.studio.clone(), Arc::new(rebuilt))));
    Ok(if is_finished { Progress::Done } else { Progress::Again })
}
