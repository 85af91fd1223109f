//! The live loop: the network follows the edits of a photo as fast as it runs.

use std::sync::{Arc, PoisonError};

use super::error::UserError;
use super::event::{Event, Told};
use super::key::{JobKey, Turn};
use super::lens::{Engine, WantedEdit};
use super::off::{Muted, interventions};
use super::results::{Edited, ForwardRun};
use super::{Context, Priority};
use crate::imaging::edit::Edits;
use crate::model::{ModelError, Run};

impl Engine {
    /// Runs the network on an edited photo; of many calls in a row the last one counts.
    ///
    /// A run that has begun is not given up, or a hand that never rests would see nothing; the job that waits behind it
    /// takes the newest edits when its turn comes.
    pub fn edit(&self, original: Arc<ForwardRun>, edits: Edits, muted: Muted) {
        let wanted = WantedEdit { original, edits, muted };
        // First the edits, then the question who takes them: a job that begins in between has them already.
        *self.live.lock().unwrap_or_else(PoisonError::into_inner) = Some(wanted);
        let Some(free) = Turn::ALL.map(JobKey::Edit).into_iter().find(|key| !self.scheduler.is_running(key)) else {
            return;
        };
        let live = Arc::clone(&self.live);
        self.scheduler.submit_once(Priority::Interactive, free, move |context| {
            let wanted = live.lock().unwrap_or_else(PoisonError::into_inner).take();
            if let Some(wanted) = wanted {
                run(context, wanted);
            }
        });
    }

    /// Forgets the edits that are being run.
    pub fn cancel_edit(&self) {
        *self.live.lock().unwrap_or_else(PoisonError::into_inner) = None;
        for turn in Turn::ALL {
            self.scheduler.cancel(&JobKey::Edit(turn));
        }
    }
}

fn run(context: &Context<'_, JobKey, Told>, wanted: WantedEdit) {
    match edited(context, wanted) {
        Ok(edited) => context.send(Ok(Event::Edited(Arc::new(edited)))),
        Err(ModelError::Cancelled) => {}
        Err(error) => context.send(Err(UserError::new(error))),
    }
}

fn edited(context: &Context<'_, JobKey, Told>, wanted: WantedEdit) -> Result<Edited, ModelError> {
    let WantedEdit { original, edits, muted } = wanted;
    let cancelled = || context.is_cancelled();
    let photo = Arc::new(original.photo.edited(&edits));
    let network = Arc::clone(&original.network);
    let whole = Run::new().cancel_when(&cancelled);
    let (trace, report) = network.run(&photo.prepared, whole)?;
    let muted = if muted.is_empty() {
        None
    } else {
        let resumed = interventions(Run::resume(&trace).cancel_when(&cancelled), &muted);
        let (_, silenced) = network.rerun(&trace, &report, resumed)?;
        Some((muted, Arc::new(silenced)))
    };
    let run = Arc::new(ForwardRun { network, photo, trace, report: Arc::new(report) });
    Ok(Edited { original, run, muted })
}
