//! DeepDream on the photo: the one that is looked at, and others beside it.

use std::sync::Arc;

use image::RgbImage;

use super::Progress;
use super::event::Event;
use super::key::JobKey;
use super::lens::Engine;
use super::off::names;
use super::order::Order;
use super::orders::DreamOrder;
use super::results::Dreamt;
use super::steps::{JobContext, go_on, one_by_one, steps};
use crate::analysis::Scores;
use crate::model::{ModelError, Run};
use crate::visualize::VisualizeError;
use crate::visualize::dream::Dream;

/// Steps after which the network is asked what it says.
const ASKED: usize = 5;

impl Engine {
    /// Dreams, or goes on with it: a step a chunk, an event a step.  What is done is not gone on with.
    pub fn dream(&self, order: DreamOrder) {
        self.submit(Order::Dream(order));
    }

    /// Stops the dream; what there is of it can be gone on with.
    pub fn cancel_dream(&self) {
        self.cancel(&JobKey::Dream);
    }

    /// Dreams several dreams, one after the other, while nothing else is to be done.
    pub fn dreams(&self, orders: Vec<DreamOrder>) {
        self.submit(Order::Dreams(orders));
    }

    /// Stops them; those that are done stay.
    pub fn cancel_dreams(&self) {
        self.cancel(&JobKey::Dreams);
    }
}

pub(super) fn dream(order: DreamOrder) -> impl FnMut(&JobContext<'_>) -> Progress {
    steps(move |context| advance(context, &order))
}

/// Of one that fails nothing comes; the next is made all the same.
pub(super) fn dreams(orders: Vec<DreamOrder>) -> impl FnMut(&JobContext<'_>) -> Progress {
    one_by_one(orders, |context, order| go_on(context, advance(context, order)))
}

fn advance(context: &JobContext<'_>, order: &DreamOrder) -> Result<Progress, VisualizeError> {
    let mut studio = order.studio.open();
    let dream = match studio.as_mut() {
        Some(dream) => dream,
        None => {
            let subject = order.network.subject();
            let begun = Dream::begin(subject, order.muted.clone(), &order.photo, order.recipe.clone())?;
            studio.insert(begun)
        }
    };
    let cancelled = || context.should_yield();
    if !dream.is_finished() {
        dream.step(&cancelled)?;
    }
    // What is said in between may be left out; what is said of the whole may not.
    let picture = Arc::new(dream.picture());
    let is_finished = dream.is_finished();
    let progress = dream.progress();
    let steps = progress.octave.saturating_sub(1) * progress.steps + progress.step;
    let scores = match is_finished || steps.is_multiple_of(ASKED) {
        true if is_finished => Some(Arc::new(scores(order, &picture, &cancelled)?)),
        true => scores(order, &picture, &cancelled).ok().map(Arc::new),
        false => None,
    };
    let dreamt = Dreamt {
        recipe: order.recipe.clone(),
        picture,
        progress,
        octaves: dream.octaves().to_vec(),
        is_finished,
        scores,
        facts: facts(order, dream),
    };
    if is_finished {
        // Its numbers may go.
        *studio = None;
    }
    context.send(Ok(Event::Dreamt(order.studio.clone(), Arc::new(dreamt))));
    Ok(if is_finished { Progress::Done } else { Progress::Again })
}

/// What the picture says about itself in its file; what is switched off among that.
fn facts(order: &DreamOrder, dream: &Dream) -> Vec<(&'static str, String)> {
    let mut facts = dream.provenance();
    let off = names(&order.muted, &order.network.network);
    if !off.is_empty() && facts.iter().all(|(key, _)| *key != "off") {
        facts.push(("off", off.join(", ")));
    }
    facts
}

/// What the heads say of the dream, with the same things switched off.
fn scores(order: &DreamOrder, picture: &RgbImage, cancelled: &dyn Fn() -> bool) -> Result<Vec<Scores>, ModelError> {
    let prepared = order.network.prepare_own(picture);
    let run = Run::new().mute(&order.muted).cancel_when(cancelled);
    Ok(order.network.scores(&prepared, run)?.0)
}
