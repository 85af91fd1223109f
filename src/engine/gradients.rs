//! The gradient curves: loaded and fresh weights, one after the other, in the background; Gaussian ones as a slider asks.

use std::sync::Arc;

use super::Progress;
use super::event::Event;
use super::key::JobKey;
use super::lens::Engine;
use super::off::{Muted, interventions};
use super::order::Order;
use super::results::ForwardRun;
use super::steps::{JobContext, each};
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
) -> impl FnMut(&JobContext<'_>) -> Progress {
    curves(run, muted, Initialisation::ALL.to_vec(), class, seed)
}

pub(super) fn gaussian(
    run: Arc<ForwardRun>,
    muted: Muted,
    class: usize,
    seed: u64,
    spread: Spread,
) -> impl FnMut(&JobContext<'_>) -> Progress {
    curves(run, muted, vec![Initialisation::Gaussian(spread)], class, seed)
}

fn curves(
    run: Arc<ForwardRun>,
    muted: Muted,
    wanted: Vec<Initialisation>,
    class: usize,
    seed: u64,
) -> impl FnMut(&JobContext<'_>) -> Progress {
    each(wanted, move |context, &initialisation| {
        let whole = interventions(Run::new(), &muted);
        let (model, input) = (&run.network.model, run.trace.input()?);
        let curve = curve(model, &input, initialisation, seed, class, whole, &|| context.should_yield())?;
        context.send(Ok(Event::Gradients(Arc::new(curve))));
        Ok::<_, ModelError>(())
    })
}
