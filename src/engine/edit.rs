//! The live loop: the network follows the edits of a photo as fast as it runs.

use std::sync::Arc;

use super::error::UserError;
use super::event::Event;
use super::key::{JobKey, Turn};
use super::lens::{Engine, Place};
use super::newest::{Live, WantedEdit};
use super::off::{Muted, interventions};
use super::order::Order;
use super::photo::Photo;
use super::pipeline::LoadedNetwork;
use super::results::{Edited, ForwardRun};
use super::steps::JobContext;
use crate::analysis::Report;
use crate::imaging::edit::Edits;
use crate::model::{ModelError, Run};

impl Engine {
    /// Runs the network on an edited photo; of many calls in a row the last one counts.
    ///
    /// A run that has begun is not given up, or a hand that never rests would see nothing; the job that waits behind it
    /// takes the newest edits when its turn comes.
    pub fn edit(&self, original: Arc<ForwardRun>, edits: Edits, muted: Muted) {
        let wanted = WantedEdit { original, edits, muted };
        match &self.place {
            Place::Here { scheduler, live } => {
                // First the edits, then the question who takes them: a job that begins in between has them already.
                live.set(Some(wanted));
                let free = Turn::ALL.into_iter().find(|&turn| !scheduler.is_running(&JobKey::Edit(turn)));
                if let Some(turn) = free {
                    self.submit(Order::Edit { turn, newest: live.clone() });
                }
            }
            Place::Far(far) => far.edit(wanted),
        }
    }

    /// Forgets the edits that are being run.
    pub fn cancel_edit(&self) {
        match &self.place {
            Place::Here { live, .. } => live.set(None),
            Place::Far(far) => far.forget_edit(),
        }
        for turn in Turn::ALL {
            self.cancel(&JobKey::Edit(turn));
        }
    }
}

pub(super) fn run_newest(context: &JobContext<'_>, newest: &Live) {
    if let Some(wanted) = newest.take() {
        run(context, wanted);
    }
}

fn run(context: &JobContext<'_>, wanted: WantedEdit) {
    let told = edited(context, wanted).map(|edited| Event::Edited(Arc::new(edited)));
    context.send(told.map_err(UserError::new));
}

fn edited(context: &JobContext<'_>, wanted: WantedEdit) -> Result<Edited, ModelError> {
    let WantedEdit { original, edits, muted } = wanted;
    let photo = Arc::new(original.photo.edited(&edits));
    let (run, muted) = run_quietly(context, Arc::clone(&original.network), photo, muted)?;
    Ok(Edited { original, run, muted })
}

/// A photo's run, and what is switched off with what the network says without it.
type RunAndMuted = (Arc<ForwardRun>, Option<(Muted, Arc<Report>)>);

/// Runs a photo, and beside it the network with that switched off, where anything is; its steps are not told.
///
/// # Errors
/// As a forward pass; [`ModelError::Cancelled`].
pub(super) fn run_quietly(
    context: &JobContext<'_>,
    network: Arc<LoadedNetwork>,
    photo: Arc<Photo>,
    muted: Muted,
) -> Result<RunAndMuted, ModelError> {
    let cancelled = || context.is_cancelled();
    let (trace, report) = network.run(&photo.prepared, Run::new().cancel_when(&cancelled))?;
    let muted = if muted.is_empty() {
        None
    } else {
        let resumed = interventions(Run::resume(&trace).cancel_when(&cancelled), &muted);
        let (_, silenced) = network.rerun(&trace, &report, resumed)?;
        Some((muted, Arc::new(silenced)))
    };
    Ok((Arc::new(ForwardRun { network, photo, trace, report: Arc::new(report) }), muted))
}
