//! One of the two photos: what is asked for is kept apart from what has been run, so that no order of events loses the one
//! for the other.
//!
//! ```text
//! ask(source) --> asked --.
//! network in use ---------+--> an order, given to the engine whenever it is another one than the last --> opened --.
//! fit in the settings ----'                                                                                        |
//! edit(edits), mute(channels) --> wanted ---------------------------------------> likewise --> edited, muted --> shown
//! ```
//!
//! Nobody runs a photo "again": whatever changes, [`Session::follow`](super::Session::follow) compares what is wanted with
//! what was ordered.

use std::sync::Arc;

use image::RgbImage;

use super::asked::{Asking, Ordered};
use super::runs::{RunView, Runs};
use crate::engine::{
    Edited, Engine, ForwardRun, Framed, LoadedNetwork, Muted, MutedRun, Origin, Photo, PhotoSource, RequestId, Side,
    UserError, off,
};
use crate::imaging::Fit;
use crate::imaging::edit::Edits;

/// How far a slot is with the photo that is asked for.
#[derive(Clone, Debug, Default)]
pub enum PhotoProgress {
    /// No photo was asked for.
    #[default]
    Idle,
    /// It waits for weights, is being read, or is being run.
    Running {
        /// Steps done.
        done: usize,
        /// Steps in all; 0 until known.
        total: usize,
    },
    /// It is on screen.
    Done,
    /// It failed, and nothing else is still to come; what was on screen before it stays.
    Failed(UserError),
}

/// What the run on screen lacks of what is wanted, and the engine was told.
#[derive(Clone, PartialEq)]
enum Change {
    /// Edits of the run of that number.
    Edit { opened: u64, edits: Edits },
    /// Something switched off in the run of that number.
    Mute { whole: u64, muted: Muted },
}

/// A place for a photo.
#[derive(Clone, Default)]
pub struct Slot {
    asking: Asking,
    progress: PhotoProgress,
    /// What has run; what is on screen is the last of it.
    runs: Option<Runs>,
    /// What is to be done to the photo; the run on screen may be a few steps behind.
    edits: Edits,
    /// What is to be switched off; the run on screen may be a step behind.
    muted: Muted,
    /// What is being run to catch up.
    catching_up: Option<Change>,
    /// A frame is asked for and has not run; the one on screen is as good as new.
    awaits_frame: bool,
    /// Identity of the other slot's photo that this one has too.
    mirrored: Option<u64>,
    /// Whether what is asked for is what a network sees, and not a photo it is cut from.
    is_cut: bool,
}

impl Slot {
    /// A slot with a photo on screen that nobody has to run, for views by themselves.
    pub fn showing(run: Arc<ForwardRun>) -> Self {
        Self { progress: PhotoProgress::Done, runs: Some(Runs::new(run)), ..Self::default() }
    }

    /// A slot whose photo is being run, `done` of `total` steps, for views by themselves.
    pub fn running(done: usize, total: usize) -> Self {
        Self { progress: PhotoProgress::Running { done, total }, ..Self::default() }
    }

    /// The result on screen: that of the photo asked for, or the one before it.
    pub fn shown(&self) -> Option<&RunView> {
        self.runs.as_ref().map(Runs::shown)
    }

    /// The photo as it was opened, while the one on screen is edited.
    pub fn unedited(&self) -> Option<&RunView> {
        self.runs.as_ref()?.unedited()
    }

    /// The photo as it was opened; that on screen where it is not edited.
    pub fn opened(&self) -> Option<&RunView> {
        self.runs.as_ref().map(Runs::opened)
    }

    /// The run on screen before something was switched off, while something is.
    pub fn unmuted(&self) -> Option<&RunView> {
        self.runs.as_ref()?.unmuted()
    }

    /// What is to be done to the photo.
    pub fn edits(&self) -> &Edits {
        &self.edits
    }

    /// What is to be switched off: channels by layer.
    pub fn muted(&self) -> &Muted {
        &self.muted
    }

    /// How far it is with the photo that is asked for.
    pub fn progress(&self) -> &PhotoProgress {
        &self.progress
    }

    /// Whether the photo asked for is still to come.
    pub fn is_running(&self) -> bool {
        matches!(self.progress, PhotoProgress::Running { .. })
    }

    /// Whether a frame is still to come, or what is switched off in the one on screen.
    pub fn awaits_frame(&self) -> bool {
        self.awaits_frame || self.runs.as_ref().is_some_and(|runs| self.lacking(runs).is_some())
    }

    /// Whether a photo or a frame is still to come.
    fn is_pending(&self) -> bool {
        self.awaits_frame || self.is_running()
    }

    /// Whether there is a photo, or soon will be.
    pub fn is_open(&self) -> bool {
        !self.asking.is_empty() || self.runs.is_some()
    }

    /// Name of the photo that is asked for.
    pub fn name(&self) -> &str {
        self.source().map_or("", PhotoSource::name)
    }

    /// The photo that is asked for, as it can be asked for again.
    pub fn source(&self) -> Option<&PhotoSource> {
        self.asking.source()
    }

    /// From now on this photo is wanted; the one on screen stays until it is there.
    pub fn ask(&mut self, source: PhotoSource) {
        self.asking.ask(source, self.is_running());
        self.awaits_frame = false;
        self.progress = PhotoProgress::Running { done: 0, total: 0 };
    }

    /// From now on this frame of a moving source is wanted, in place of any other; the one on screen stays until it is there, and is
    /// no worse for that.
    pub fn ask_frame(&mut self, name: String, pixels: Arc<RgbImage>, is_mirrored: bool) {
        self.asking.ask_frame(name, pixels, is_mirrored);
        self.awaits_frame = true;
        self.progress = match self.runs {
            Some(_) => PhotoProgress::Done,
            None => PhotoProgress::Running { done: 0, total: 0 },
        };
    }

    /// From now on what is on screen in `other` is wanted here too, in another network: the photo, or what is left of it after edits.
    pub(super) fn mirror(&mut self, other: &Self, network: &LoadedNetwork) {
        let Some(photo) = other.shown().map(|view| &view.photo) else { return };
        if self.mirrored == Some(photo.id) {
            return;
        }
        self.mirrored = Some(photo.id);
        self.is_cut = !photo.edits.is_none();
        let origin = match self.is_cut {
            true => Origin::Pixels(Arc::new(network.framed(&photo.prepared.pixels))),
            false => photo.origin(),
        };
        self.ask(PhotoSource::Ready { name: photo.name.clone(), origin });
    }

    /// Whether what is asked for is what a network sees, and not a photo it is cut from.
    pub(super) fn is_cut(&self) -> bool {
        self.is_cut
    }

    /// From now on that is to be done to the photo; without any edits the run before them is on screen at once.
    pub fn edit(&mut self, edits: Edits) {
        self.edits = edits;
        if let Some(runs) = self.runs.as_mut().filter(|_| self.edits.is_none()) {
            runs.forget_edits();
        }
    }

    /// From now on that is to be switched off; without anything the run before is on screen at once.
    pub fn mute(&mut self, muted: Muted) {
        self.muted = muted;
        if let Some(runs) = self.runs.as_mut().filter(|_| self.muted.is_empty()) {
            runs.forget_muted();
        }
    }

    /// Back to the photo as it was opened in a network that is whole.
    pub fn forget_changes(&mut self) {
        self.mute(Muted::new());
        self.edit(Edits::default());
    }

    /// What is in one place goes to the other.  What is being run to catch up stays: the engine does that for the first place.
    pub(super) fn swap(&mut self, other: &mut Self) {
        std::mem::swap(self, other);
        std::mem::swap(&mut self.catching_up, &mut other.catching_up);
    }

    /// Orders the photo that is asked for, unless just that was ordered.
    pub(super) fn follow_photo(&mut self, side: Side, network: &Arc<LoadedNetwork>, fit: Option<Fit>, engine: &Engine) {
        match self.asking.order(side, network, fit, &self.muted, engine) {
            Some(Ordered::Photo) => self.progress = PhotoProgress::Running { done: 0, total: 0 },
            Some(Ordered::Frame) => self.awaits_frame = true,
            None => {}
        }
    }

    /// Orders what the run on screen lacks of what is wanted, unless just that was ordered.
    ///
    /// While a photo is on its way nothing of the one before is run: whatever comes of it is compared anew.
    pub(super) fn follow_changes(&mut self, engine: &Engine) {
        let runs = self.runs.as_ref().filter(|_| !self.is_pending());
        let wanted = runs.and_then(|runs| self.lacking(runs));
        if wanted == self.catching_up {
            return;
        }
        if matches!(self.catching_up, Some(Change::Edit { .. })) && !matches!(wanted, Some(Change::Edit { .. })) {
            engine.cancel_edit();
        }
        if matches!(self.catching_up, Some(Change::Mute { .. })) {
            engine.cancel_mute();
        }
        match (&wanted, runs) {
            (Some(Change::Edit { edits, .. }), Some(runs)) => {
                engine.edit(Arc::clone(runs.opened().run()), edits.clone(), self.muted.clone());
            }
            (Some(Change::Mute { muted, .. }), Some(runs)) => {
                engine.mute(Arc::clone(runs.shown().run()), muted.clone());
            }
            (None, _) | (Some(_), None) => {}
        }
        self.catching_up = wanted;
    }

    fn lacking(&self, runs: &Runs) -> Option<Change> {
        if runs.shown().photo.edits != self.edits {
            Some(Change::Edit { opened: runs.opened().report.id, edits: self.edits.clone() })
        } else if !runs.has_muted(&self.muted) {
            Some(Change::Mute { whole: runs.shown().run().report.id, muted: self.muted.clone() })
        } else {
            None
        }
    }

    /// Whether what is wanted is on screen.
    pub fn is_caught_up(&self) -> bool {
        !self.is_running() && self.runs.as_ref().is_none_or(|runs| self.lacking(runs).is_none())
    }

    /// A change came to nothing: what is on screen is what is wanted.
    pub fn fail_change(&mut self) {
        if let Some(shown) = self.shown() {
            (self.edits, self.muted) = (shown.photo.edits.clone(), shown.off().clone());
        }
        self.catching_up = None;
    }

    /// Whether results of that number are awaited.
    pub fn awaits(&self, request: RequestId) -> bool {
        self.asking.awaits(request)
    }

    /// The photo was read: it is not read again, whatever becomes of its file.
    pub fn take_decoded(&mut self, photo: Arc<Photo>) {
        self.asking.take_decoded(photo);
    }

    /// The photo that is awaited, once it was read: it can be made ready to be drawn.
    pub fn decoded(&self) -> Option<&Photo> {
        self.asking.decoded()
    }

    /// A step of its run is done.
    pub fn step(&mut self, done: usize, total: usize) {
        if self.is_running() {
            self.progress = PhotoProgress::Running { done, total };
        }
    }

    /// The photo asked for ran: what is switched off stays so as far as its network has it, edits where it is the picture
    /// of before.  Returns whether it is another picture.
    pub fn finish(&mut self, run: Arc<ForwardRun>) -> bool {
        let is_new = !self.opened().is_some_and(|before| before.photo.is_same_picture(&run.photo));
        if is_new {
            self.edits = Edits::default();
        }
        self.muted = off::possible(&self.muted, &run.report.network);
        self.runs = Some(Runs::new(run));
        self.asking.finish();
        self.awaits_frame = false;
        self.progress = PhotoProgress::Done;
        is_new
    }

    /// The frame asked for ran; what is switched off in it counts if it is what is wanted now.
    pub fn finish_frame(&mut self, framed: &Framed) -> bool {
        let is_new = self.finish(Arc::clone(&framed.run));
        if let (Some(runs), Some((muted, report))) = (&mut self.runs, &framed.muted)
            && *muted == self.muted
        {
            runs.mute(muted.clone(), Arc::clone(report));
        }
        is_new
    }

    /// The edited photo ran; returns whether that is still wanted.  It may be a few edits behind.
    pub fn take_edited(&mut self, edited: &Edited) -> bool {
        let is_wanted = !self.is_pending() && !self.edits.is_none();
        let is_taken = is_wanted && self.runs.as_mut().is_some_and(|runs| runs.take_edited(edited, &self.muted));
        if is_taken {
            self.progress = PhotoProgress::Done;
        }
        is_taken
    }

    /// The photo on screen ran with something switched off, which may not be wanted any more.
    pub fn take_muted(&mut self, ran: &MutedRun) {
        let is_wanted = ran.muted == self.muted;
        let is_taken = is_wanted && self.runs.as_mut().is_some_and(|runs| runs.take_muted(ran));
        if is_taken && !self.is_running() {
            self.progress = PhotoProgress::Done;
        }
    }

    /// The photo asked for is not wanted any more: the one on screen is.
    pub fn give_up(&mut self) {
        self.asking.give_up();
        self.awaits_frame = false;
        self.progress = match self.runs {
            Some(_) => PhotoProgress::Done,
            None => PhotoProgress::Idle,
        };
    }

    /// The photo asked for cannot be had: the one asked for before it, if that has not run yet, else the one on screen.
    pub fn fail(&mut self, error: UserError) {
        self.asking.fail();
        self.awaits_frame = false;
        self.progress = PhotoProgress::Running { done: 0, total: 0 };
        if self.asking.is_empty() {
            self.give_up();
            self.progress = PhotoProgress::Failed(error);
        }
    }
}
