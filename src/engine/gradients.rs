//! The gradient curves: loaded and fresh weights, one after the other, in the background; Gaussian ones as a slider asks.

use std::sync::Arc;

use super::event::Event;
use super::explore::fail;
use super::key::JobKey;
use super::lens::Engine;
use super::off::{Muted, interventions};
use super::results::ForwardRun;
use super::{Priority, Progress};
use crate::analysis::gradients::curve;
use crate::analysis::{Initialisation, Spread};
use crate::model::{ModelError, Run};

impl Engine {
    /// Computes a curve for each kind of weights, with `class` taken for true and all that off; an event a curve.
    pub fn gradients(&self, run: Arc<ForwardRun>, muted: Muted, class: usize, seed: u64) {
        self.curves(JobKey::Gradients, Priority::Background, (run, muted), Initialisation::ALL.to_vec(), class, seed);
    }

    /// Computes the curve of fresh weights with that spread: somebody holds a slider and waits.  A newer one takes its place.
    pub fn gaussian_gradients(&self, run: Arc<ForwardRun>, muted: Muted, class: usize, seed: u64, spread: Spread) {
        let wanted = vec![Initialisation::Gaussian(spread)];
        self.curves(JobKey::GaussianGradients, Priority::Interactive, (run, muted), wanted, class, seed);
    }

    fn curves(
        &self,
        key: JobKey,
        priority: Priority,
        (run, muted): (Arc<ForwardRun>, Muted),
        wanted: Vec<Initialisation>,
        class: usize,
        seed: u64,
    ) {
        let mut left = wanted.into_iter().peekable();
        self.scheduler.submit(priority, key, move |context| {
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
        });
    }

    /// Forgets the gradients that are being computed.
    pub fn cancel_gradients(&self) {
        self.scheduler.cancel(&JobKey::Gradients);
    }
}
