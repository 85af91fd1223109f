//! How a job of many steps goes on: from step to step, from order to order, and what becomes of a step that fails.

use std::error::Error;

use super::error::UserError;
use super::event::Told;
use super::key::JobKey;
use super::{Context, Progress};
use crate::analysis::heatmaps::HeatmapError;
use crate::model::ModelError;
use crate::visualize::VisualizeError;

/// What a job of the engine sees while one of its chunks runs.
pub(super) type JobContext<'a> = Context<'a, JobKey, Told>;

/// Why a step came to nothing.
pub(super) trait StepError: Error + Send + Sync + 'static {
    /// Whether it only stopped because it was asked to, so that it can be done again.
    fn is_cancelled(&self) -> bool;
}

impl StepError for ModelError {
    fn is_cancelled(&self) -> bool {
        matches!(self, Self::Cancelled)
    }
}

impl StepError for VisualizeError {
    fn is_cancelled(&self) -> bool {
        VisualizeError::is_cancelled(self)
    }
}

impl StepError for HeatmapError {
    fn is_cancelled(&self) -> bool {
        HeatmapError::is_cancelled(self)
    }
}

/// As the step says.  One that made way for something more urgent is done again; after one that failed, which is told, nothing is.
pub(super) fn go_on(context: &JobContext<'_>, step: Result<Progress, impl StepError>) -> Progress {
    match step {
        Ok(progress) => progress,
        Err(error) if error.is_cancelled() => Progress::Again,
        Err(error) => {
            context.send(Err(UserError::new(error)));
            Progress::Done
        }
    }
}

/// A step a chunk.
pub(super) fn steps<E: StepError>(
    mut step: impl FnMut(&JobContext<'_>) -> Result<Progress, E>,
) -> impl FnMut(&JobContext<'_>) -> Progress {
    move |context| go_on(context, step(context))
}

/// Orders one after the other, a step a chunk: the next once a step says that its order is done.
pub(super) fn one_by_one<T>(
    orders: impl IntoIterator<Item = T>,
    step: impl Fn(&JobContext<'_>, &T) -> Progress,
) -> impl FnMut(&JobContext<'_>) -> Progress {
    let mut left = orders.into_iter().peekable();
    move |context| {
        let Some(order) = left.peek() else { return Progress::Done };
        if step(context, order) == Progress::Done {
            left.next();
        }
        Progress::Again
    }
}

/// Items one after the other, one a chunk; with one that fails the job ends.
pub(super) fn each<T, E: StepError>(
    items: impl IntoIterator<Item = T>,
    mut of_one: impl FnMut(&JobContext<'_>, &T) -> Result<(), E>,
) -> impl FnMut(&JobContext<'_>) -> Progress {
    let mut left = items.into_iter().peekable();
    steps(move |context| {
        let Some(item) = left.peek() else { return Ok(Progress::Done) };
        of_one(context, item)?;
        left.next();
        Ok::<_, E>(Progress::Again)
    })
}
