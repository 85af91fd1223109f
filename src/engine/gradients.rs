//! The gradient curves: loaded and fresh weights, one after the other, in the background; Gaussian ones as a slider asks.

use std::sync::Arc;

use super::event::{Event, Told};
use super::failed::fail;
use super::key::JobKey;
use super::lens::Engine;
use super::off::{Muted, interventions};
use super::order::Order;
use super::results::ForwardRun;
use super::{Context, Progress};
use crate::analysis::gradients::curve;
use crate::analysis::{Initialisation, Spread};
use crate::model::{ModelError, Run};

impl Engine {
    /// Computes a curve for each kind of weights, with `class` taken for true and all that off; an event a curve.
    pub fn gradients(&self, run: Arc<ForwardRun>, muted: Muted, class: usize, seed: u64) {
        self.submit(Order::Gradients { run, muted, class, seed });
    }

    /// Computes the curve of fresh weights with that spread: somebody holds a slider and waits.  A newer one takes its place.
    pub fn gaussian_gradients(&self, run: Arc<ForwardRun>, muted: Muted, class: usize, seed: u64, spread: Spread) {
        self.submit(Order::GaussianGradients { run, muted, class, seed, spread });
    }

    /// Forgets the gradients that are being computed.
    pub fn cancel_gradients(&self) {
        self.cancel(&JobKey::Gradients);
    }
}

pub(super) fn all(
    run: Arc<ForwardRun>,
    muted: Muted,
    class: usize,
    seed: u64,
) -> impl FnMut(&Context<'_, JobKey, Told>) -> Progress {
    curves(run, muted, Initialisation::ALL.to_vec(), class, seed)
}

pub(super) fn gaussian(
    run: Arc<ForwardRun>,
    muted: Muted,
    class: usize,
    seed: u64,
    spread: Spread,
) -> impl FnMut(&Context<'_, JobKey, Told>) -> Progress {
    curves(run, muted, vec![Initialisation::Gaussian(spread)], class, seed)
}

fn curves(
    run: Arc<ForwardRun>,
    muted: Muted,
    wanted: Vec<Initialisation>,
    class: usize,
    seed: u64,
) -> impl FnMut(&Context<'_, JobKey, Told>) -> Progress {
    let mut left = wanted.into_iter().peekable();
    move |context| {
        let Some(&initialisation) = left.peek() else {
            return Progress::Done;
        };
        let cancelled = || context.should_yield();
        let result = match run.trace.get("input") {
            Some(input) => input.tensor().map_err(ModelError::from).and_then(|input| {
                let model = &run.network.model;
                let whole = interventions(Run::new(), &muted);
                curve(model, &input, initialisation, seed, class, whole, &cancelled)
            }),
            None => Err(ModelError::UnknownName { name: "input".to_owned() }),
        };
        match result {
            Ok(curve) => {
                context.send(Ok(Event::Gradients(Arc::new(curve))));
                left.next();
                Progress::Again
            }
            // Something more urgent came between: the same curve again.
            Err(ModelError::Cancelled) => Progress::Again,
            Err(error) => fail(context, error),
        }
    }
}
