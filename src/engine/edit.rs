//! The live loop: the network follows the edits of a photo as fast as it runs.

use std::sync::{Arc, Mutex, PoisonError};

use super::error::UserError;
use super::explore::ForwardRun;
use super::lens::{Engine, Event};
use super::off::{Muted, interventions};
use super::{Context, Key, Priority};
use crate::analysis::Report;
use crate::imaging::edit::Edits;
use crate::model::{ModelError, Run};

/// The edited photo is being run.  Of the two keys one runs while the other waits.
pub const EDIT: [Key; 2] = [Key::new("edit"), Key::new("edit-next")];

/// The run of an edited photo.
pub struct Edited {
    /// The run without edits that it came from.
    pub original: Arc<ForwardRun>,
    /// The run of the edited photo; the edits are in its photo.
    pub run: Arc<ForwardRun>,
    /// The same with muted channels, where there were any: which, and the report.
    pub muted: Option<(Muted, Arc<Report>)>,
}

/// What is to be run next.
pub(super) struct Wanted {
    original: Arc<ForwardRun>,
    edits: Edits,
    muted: Muted,
}

/// The newest edits that no job has taken yet.
pub(super) type Live = Arc<Mutex<Option<Wanted>>>;

impl Engine {
    /// Runs the network on an edited photo; of many calls in a row the last one counts.
    ///
    /// A run that has begun is not given up, or a hand that never rests would see nothing; the job that waits behind it
    /// takes the newest edits when its turn comes.
    pub fn edit(&self, original: Arc<ForwardRun>, edits: Edits, muted: Muted) {
        let wanted = Wanted { original, edits, muted };
        // First the edits, then the question who takes them: a job that begins in between has them already.
        *self.live.lock().unwrap_or_else(PoisonError::into_inner) = Some(wanted);
        let Some(free) = EDIT.into_iter().find(|key| !self.scheduler.is_running(key)) else {
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
        for key in &EDIT {
            self.scheduler.cancel(key);
        }
    }
}

fn run(context: &Context<'_, Event>, wanted: Wanted) {
    match edited(context, wanted) {
        Ok(edited) => context.send(Event::Edited(Arc::new(edited))),
        Err(ModelError::Cancelled) => {}
        Err(error) => context.send(Event::Failed(UserError::new(error))),
    }
}

fn edited(context: &Context<'_, Event>, wanted: Wanted) -> Result<Edited, ModelError> {
    let Wanted { original, edits, muted } = wanted;
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
