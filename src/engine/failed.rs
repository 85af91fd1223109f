//! A job that failed says why.

use super::error::UserError;
use super::event::Told;
use super::key::JobKey;
use super::{Context, Progress};
use crate::model::ModelError;

/// Says what went wrong and ends the job.
pub(super) fn fail(context: &Context<'_, JobKey, Told>, error: ModelError) -> Progress {
    context.send(Err(UserError::new(error)));
    Progress::Done
}
