//! The thread that makes a file and writes it: one at a time.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, TryRecvError, channel};
use std::sync::{Arc, Mutex, PoisonError};

use super::export_job::ExportJob;
use super::lesson_input::MakePaper;
use super::order::{EXPORTS, ExportOrder, ExportTold};
use crate::app::files::write_exported;
use crate::engine::desk::Desk;
use crate::engine::{Delivery, Engine, Executor, UserError};
use crate::locale::text::{language, set_language};
use crate::platform;
use crate::platform::files::FileError;
use crate::platform::threads;

/// A file that was written.
pub struct Written {
    /// Where.
    pub path: PathBuf,
    /// Whether all of it is there: a table's provenance needs a place beside it.
    pub is_whole: bool,
}

/// What was written, or why it could not be.
type Ending = Result<Written, UserError>;

/// Makes files and writes them, away from the window's thread.
pub struct ExportWorker {
    wake: Arc<dyn Fn() + Send + Sync>,
    /// Makes the lesson on paper.
    paper: MakePaper,
    running: Option<Running>,
    /// Where the engine is elsewhere, what takes long is made there.
    desk: Option<Desk<ExportOrder>>,
    /// The file that is being made there.
    awaited: Option<Awaited>,
}

/// A file that is being made elsewhere.
struct Awaited {
    /// Where it goes.
    path: PathBuf,
    /// What is still to be sent.
    left: Option<Left>,
    /// Pages done, and pages in all.
    progress: (usize, usize),
}

/// A job on its way elsewhere.  To lay out, to make data of it and to send it each take a good part of a frame: each has one of its own.
enum Left {
    /// It is laid out.
    Job(ExportJob),
    /// It is data; it may wait for the photos that come with the program.
    Order(ExportOrder),
}

struct Running {
    is_cancelled: Arc<AtomicBool>,
    /// Pages done, and pages in all.
    progress: Arc<Mutex<(usize, usize)>>,
    ending: Receiver<Ending>,
}

impl Drop for Running {
    fn drop(&mut self) {
        self.is_cancelled.store(true, Ordering::Relaxed);
    }
}

impl ExportWorker {
    /// `wake` is called from any thread when there is something to look at.
    pub fn new(engine: &Engine, wake: Arc<dyn Fn() + Send + Sync>, paper: MakePaper) -> Self {
        let desk = engine.is_far().then(|| engine.desk(EXPORTS, Executor::Inline, &wake));
        Self { wake, paper, running: None, desk, awaited: None }
    }

    /// Makes a parcel's file at `path`; what was under way is stopped.  A file that is open is left as it is.
    pub fn start(&mut self, parcel: ExportJob, path: PathBuf, is_opened: bool) {
        self.stop();
        if self.desk.is_some() && !is_opened && ExportOrder::takes(&parcel) {
            self.awaited = Some(Awaited { path, left: Some(Left::Job(parcel)), progress: (0, 0) });
            return (self.wake)();
        }
        let (sender, ending) = channel();
        let progress = Arc::new(Mutex::new((0, 0)));
        let is_cancelled = Arc::new(AtomicBool::new(false));
        self.running =
            Some(Running { is_cancelled: Arc::clone(&is_cancelled), progress: Arc::clone(&progress), ending });
        let (wake, paper, spoken) = (Arc::clone(&self.wake), self.paper, language());
        threads::start_or_run("export", move || {
            set_language(spoken);
            let on_page = |done, total| {
                *progress.lock().unwrap_or_else(PoisonError::into_inner) = (done, total);
                wake();
            };
            let cancelled = || is_cancelled.load(Ordering::Relaxed);
            let work = AssertUnwindSafe(|| carry(parcel, path, is_opened, paper, on_page, &cancelled));
            let ended = catch_unwind(work)
                .unwrap_or_else(|_| Some(Err(UserError::panicked("a file to take home was not made"))));
            if let Some(ended) = ended {
                // Nobody listens any more when it was cancelled.
                let _ = sender.send(ended);
            }
            wake();
        });
    }

    /// Stops what is under way before the next page.
    pub fn stop(&mut self) {
        self.running = None;
        if self.awaited.take().is_some()
            && let Some(desk) = &self.desk
        {
            desk.cancel(());
        }
    }

    /// Pages done, and pages in all; 0 where it is not known.
    pub fn progress(&self) -> (usize, usize) {
        if let Some(awaited) = &self.awaited {
            return awaited.progress;
        }
        self.running.as_ref().map_or((0, 0), |running| *running.progress.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// How it ended, once it did.
    pub fn ended(&mut self) -> Option<Ending> {
        if let Some(ended) = self.ended_elsewhere() {
            return Some(ended);
        }
        match self.running.as_ref()?.ending.try_recv() {
            Ok(ended) => Some(ended),
            Err(TryRecvError::Empty) => None,
            Err(TryRecvError::Disconnected) => Some(Err(UserError::panicked("the thread that writes is gone"))),
        }
    }
}

impl ExportWorker {
    /// How it ended where it is made elsewhere, once it did.
    fn ended_elsewhere(&mut self) -> Option<Ending> {
        let (desk, awaited) = (self.desk.as_ref()?, self.awaited.as_mut()?);
        awaited.go_on(desk, &*self.wake);
        let ended = desk.drain().into_iter().find_map(|delivered| match delivered.delivery {
            Delivery::Event(Ok(ExportTold::Pages(done, total))) => {
                awaited.progress = (done, total);
                None
            }
            Delivery::Event(Ok(ExportTold::Made(exported))) => {
                let path = &awaited.path;
                let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy();
                let written = write_exported(path, &exported).map_err(|error| UserError::about(&name, error));
                Some(written.map(|is_whole| Written { path: path.clone(), is_whole }))
            }
            Delivery::Event(Err(error)) => Some(Err(error)),
            Delivery::Finished | Delivery::Panicked(_) => {
                Some(Err(UserError::panicked("a file to take home was not made")))
            }
        })?;
        self.awaited = None;
        Some(ended)
    }
}

impl Awaited {
    /// Takes the next step, in every frame: makes data of the job, then sends it as soon as the photos are here that it needs.
    fn go_on(&mut self, desk: &Desk<ExportOrder>, wake: &dyn Fn()) {
        match self.left.take() {
            Some(Left::Job(mut job)) => {
                let is_ready = job.get_ready();
                self.left = if is_ready { ExportOrder::of(job).map(Left::Order) } else { Some(Left::Job(job)) };
                wake();
            }
            Some(Left::Order(order)) if order.needs_album() && platform::album::photos().is_none() => {
                platform::album::bring();
                self.left = Some(Left::Order(order));
            }
            Some(Left::Order(order)) => desk.submit(order),
            None => {}
        }
    }
}

/// Makes and writes; `None` if it is wanted no more.
fn carry(
    parcel: ExportJob,
    path: PathBuf,
    is_opened: bool,
    paper: MakePaper,
    mut on_page: impl FnMut(usize, usize),
    is_cancelled: &dyn Fn() -> bool,
) -> Option<Ending> {
    let name = path.file_name().unwrap_or(path.as_os_str());
    let about = |error| UserError::about(&name.to_string_lossy(), error);
    if is_opened {
        return Some(Err(about(FileError::Opened)));
    }
    let exported = match parcel.make(&path, paper, &mut on_page, is_cancelled) {
        Ok(exported) => exported?,
        Err(error) => return Some(Err(error)),
    };
    if is_cancelled() {
        return None;
    }
    let written = write_exported(&path, &exported).map_err(about);
    Some(written.map(|is_whole| Written { path, is_whole }))
}
