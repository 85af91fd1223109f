//! What has run of a photo: as it was opened, edited, and with something switched off.

use std::sync::Arc;

use crate::analysis::Report;
use crate::engine::{Edited, ForwardRun, Muted, MutedRun, Photo};

/// A photo and what the network made of it.
#[derive(Clone)]
pub struct RunView {
    /// The photo.
    pub photo: Arc<Photo>,
    /// The run.
    pub report: Arc<Report>,
    /// What can be gone on from: the same run, or the one before something was switched off.
    run: Arc<ForwardRun>,
    off: Muted,
}

impl RunView {
    /// A run in which nothing is switched off.
    pub fn new(run: Arc<ForwardRun>) -> Self {
        Self { photo: Arc::clone(&run.photo), report: Arc::clone(&run.report), run, off: Muted::default() }
    }

    /// The run to go on from; in it nothing is switched off.
    pub fn run(&self) -> &Arc<ForwardRun> {
        &self.run
    }

    /// What is switched off in the report.
    pub fn off(&self) -> &Muted {
        &self.off
    }

    /// The same with something switched off.
    fn muted(&self, off: Muted, report: Arc<Report>) -> Self {
        Self { report, off, ..self.clone() }
    }
}

/// The runs of one photo, each made from the one before.
#[derive(Clone)]
pub(super) struct Runs {
    opened: RunView,
    edited: Option<RunView>,
    muted: Option<RunView>,
}

impl Runs {
    /// The photo was opened and ran.
    pub fn new(run: Arc<ForwardRun>) -> Self {
        Self { opened: RunView::new(run), edited: None, muted: None }
    }

    /// As it was opened.
    pub fn opened(&self) -> &RunView {
        &self.opened
    }

    /// What is on screen.
    pub fn shown(&self) -> &RunView {
        self.muted.as_ref().unwrap_or_else(|| self.whole())
    }

    /// With all edits and nothing switched off.
    fn whole(&self) -> &RunView {
        self.edited.as_ref().unwrap_or(&self.opened)
    }

    /// Before edits, where there are any.
    pub fn unedited(&self) -> Option<&RunView> {
        self.edited.as_ref().map(|_| &self.opened)
    }

    /// Before something was switched off, where something is.
    pub fn unmuted(&self) -> Option<&RunView> {
        self.muted.as_ref().map(|_| self.whole())
    }

    /// Whether it is what is on screen that has just that switched off.
    pub fn has_muted(&self, muted: &Muted) -> bool {
        match &self.muted {
            Some(view) => view.off() == muted,
            None => muted.is_empty(),
        }
    }

    /// Back to the photo as it was opened, with nothing switched off.
    pub fn forget_edits(&mut self) {
        if self.edited.take().is_some() {
            self.muted = None;
        }
    }

    /// Back to the run with nothing switched off.
    pub fn forget_muted(&mut self) {
        self.muted = None;
    }

    /// The edited photo ran; `false` where it is another photo's run.  What was switched off in it counts if it is what is
    /// `wanted` now.
    pub fn take_edited(&mut self, edited: &Edited, wanted: &Muted) -> bool {
        let is_ours = Arc::ptr_eq(self.opened.run(), &edited.original);
        if is_ours {
            let view = RunView::new(Arc::clone(&edited.run));
            let muted = edited.muted.as_ref().filter(|(muted, _)| muted == wanted);
            self.muted = muted.map(|(muted, report)| view.muted(muted.clone(), Arc::clone(report)));
            self.edited = Some(view);
        }
        is_ours
    }

    /// With something switched off it said that.
    pub fn mute(&mut self, muted: Muted, report: Arc<Report>) {
        self.muted = Some(self.whole().muted(muted, report));
    }

    /// It ran with something switched off; `false` where it is another run's.
    pub fn take_muted(&mut self, ran: &MutedRun) -> bool {
        let is_ours = Arc::ptr_eq(self.whole().run(), &ran.run);
        if is_ours {
            self.muted = Some(self.whole().muted(ran.muted.clone(), Arc::clone(&ran.report)));
        }
        is_ours
    }
}
