//! Runs a source and keeps its latest frame.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::channel;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::{Frame, FrameSource, LiveError, Open, Step, Stop};
use crate::platform::clock::Deadline;
use crate::platform::threads;

/// Frames that are decoded at once to catch up, where there are no threads.
const CATCH_UP: usize = 4;

/// How far a source is.
#[derive(Clone, Debug, PartialEq)]
pub enum Phase {
    /// It is being opened.
    Opening,
    /// Frames come.
    Playing,
    /// None come for the moment, for that reason; it is tried again.
    Waiting(LiveError),
    /// No more will come.
    Ended,
    /// No more will come, for that reason.
    Failed(LiveError),
}

/// A frame and its number, from 1, counting all that the source gave.
#[derive(Clone, Debug)]
pub struct Numbered {
    /// Its number.
    pub number: u64,
    /// The frame.
    pub frame: Frame,
}

struct Shared {
    /// The latest frame that nobody has taken.
    latest: Option<Frame>,
    /// Frames so far.
    count: u64,
    phase: Phase,
}

impl Shared {
    fn new() -> Self {
        Self { latest: None, count: 0, phase: Phase::Opening }
    }

    /// Takes in what the source says; whether it is over.
    fn take(&mut self, step: Step) -> bool {
        match step {
            Step::Frame(frame) => {
                self.count += 1;
                self.latest = Some(frame);
                self.phase = Phase::Playing;
            }
            Step::Waiting(reason) => self.phase = Phase::Waiting(reason),
            Step::Ended => self.phase = Phase::Ended,
            Step::Failed(error) => self.phase = Phase::Failed(error),
        }
        matches!(self.phase, Phase::Ended | Phase::Failed(_))
    }

    fn numbered(&mut self) -> Option<Numbered> {
        let frame = self.latest.take()?;
        Some(Numbered { number: self.count, frame })
    }
}

/// A source that is asked for its frames when somebody looks, where there are no threads.
struct Here {
    open: Option<Open>,
    source: Option<Box<dyn FrameSource>>,
    shared: Shared,
    /// When the next frame is due, seconds; nobody has looked yet without.
    due_seconds: Option<f64>,
}

enum Mode {
    /// On a thread of its own.
    Beside(Arc<Mutex<Shared>>),
    Here(Box<Here>),
}

/// A source that runs; it ends when this is dropped.
pub struct Player {
    stop: Stop,
    mode: Mode,
}

fn lock(shared: &Mutex<Shared>) -> MutexGuard<'_, Shared> {
    shared.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Player {
    /// On a thread of its own, which calls `wake` whenever there is something new; without threads as [`Self::here`].
    pub fn beside(open: Open, wake: Arc<dyn Fn() + Send + Sync>) -> Self {
        let stop = Stop::default();
        let shared = Arc::new(Mutex::new(Shared::new()));
        let (theirs, stops) = (Arc::clone(&shared), stop.clone());
        // The source is handed over only once somebody is there to take it.
        let (sender, receiver) = channel::<Open>();
        let thread = threads::start("live", move || {
            if let Ok(open) = receiver.recv() {
                play(open, &theirs, &stops, &*wake);
            }
        });
        match thread {
            Ok(_) => {
                // Whoever takes it waits for it, so it arrives.
                let _ = sender.send(open);
                Self { stop, mode: Mode::Beside(shared) }
            }
            Err(_) => Self::here(open),
        }
    }

    /// On the thread that looks: frames are made when they are asked for.
    pub fn here(open: Open) -> Self {
        let here = Here { open: Some(open), source: None, shared: Shared::new(), due_seconds: None };
        Self { stop: Stop::default(), mode: Mode::Here(Box::new(here)) }
    }

    /// The latest frame, if it is new.  Frames before it that nobody took are gone: its number tells how many.
    pub fn latest(&mut self, now_seconds: f64) -> Option<Numbered> {
        match &mut self.mode {
            Mode::Beside(shared) => lock(shared).numbered(),
            Mode::Here(here) => {
                here.catch_up(now_seconds, &self.stop);
                here.shared.numbered()
            }
        }
    }

    /// The next frame, whenever it is due: nothing is dropped.  `None` where there is none yet, or no more.
    pub fn next_frame(&mut self) -> Option<Numbered> {
        match &mut self.mode {
            Mode::Beside(shared) => lock(shared).numbered(),
            Mode::Here(here) => {
                here.step(&self.stop);
                here.shared.numbered()
            }
        }
    }

    /// How far it is.
    pub fn phase(&self) -> Phase {
        match &self.mode {
            Mode::Beside(shared) => lock(shared).phase.clone(),
            Mode::Here(here) => here.shared.phase.clone(),
        }
    }

    /// How many frames the source gave so far.
    pub fn count(&self) -> u64 {
        match &self.mode {
            Mode::Beside(shared) => lock(shared).count,
            Mode::Here(here) => here.shared.count,
        }
    }

    /// When to look again, seconds: where nobody is woken.  `None` where somebody is, or nothing more comes.
    pub fn due_seconds(&self) -> Option<f64> {
        match &self.mode {
            Mode::Here(here) if !here.is_over() => Some(here.due_seconds.unwrap_or(0.0)),
            Mode::Here(_) | Mode::Beside(_) => None,
        }
    }
}

impl Drop for Player {
    fn drop(&mut self) {
        self.stop.set();
    }
}

impl Here {
    fn is_over(&self) -> bool {
        matches!(self.shared.phase, Phase::Ended | Phase::Failed(_))
    }

    fn catch_up(&mut self, now_seconds: f64, stop: &Stop) {
        let mut due = self.due_seconds.unwrap_or(now_seconds);
        let mut last = 0.0;
        for _ in 0..CATCH_UP {
            if due > now_seconds || self.is_over() {
                break;
            }
            let Some(shown_for) = self.step(stop) else { break };
            due += shown_for;
            last = shown_for;
        }
        // A window that stood still does not run after its frames.
        self.due_seconds = Some(if due > now_seconds { due } else { now_seconds + last });
    }

    /// Asks for the next frame; how long it is shown, seconds.
    fn step(&mut self, stop: &Stop) -> Option<f64> {
        if let Some(open) = self.open.take() {
            match guarded(|| open(stop)) {
                Ok(source) => self.source = Some(source),
                Err(error) => {
                    self.shared.take(Step::Failed(error));
                }
            }
        }
        let source = self.source.as_mut()?;
        let step = guarded(|| Ok(source.next_frame(stop))).unwrap_or_else(Step::Failed);
        if self.shared.take(step) {
            self.source = None;
        }
        self.shared.latest.as_ref().map(|frame| frame.shown_for.as_secs_f64())
    }
}

/// A panic, which would be our own mistake, ends the source and nothing else.
fn guarded<T>(work: impl FnOnce() -> Result<T, LiveError>) -> Result<T, LiveError> {
    catch_unwind(AssertUnwindSafe(work)).unwrap_or(Err(LiveError::Panicked))
}

/// The thread: opens the source and asks it for one frame after the other until it ends or is not wanted any more.
fn play(open: Open, shared: &Mutex<Shared>, stop: &Stop, wake: &(dyn Fn() + Send + Sync)) {
    let played = guarded(|| {
        let mut source = open(stop)?;
        let mut due = Deadline::after(std::time::Duration::ZERO);
        while !stop.is_set() {
            let step = source.next_frame(stop);
            if let Step::Frame(frame) = &step {
                let next = frame.shown_for;
                // It is decoded before it is due.
                if stop.wait(due.left()) {
                    break;
                }
                due = Deadline::after(next);
            }
            let is_over = !stop.is_set() && lock(shared).take(step);
            wake();
            if is_over {
                break;
            }
        }
        Ok(())
    });
    if let Err(error) = played {
        lock(shared).take(Step::Failed(error));
        wake();
    }
}
