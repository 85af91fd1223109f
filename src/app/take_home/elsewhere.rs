//! Files that take long are made where the engine is, should that be another instance of the program.

use std::cell::RefCell;

use serde::{Deserialize, Serialize};

use super::export_job::ExportJob;
use super::made::Made;
use super::numbers::Sheet;
use super::picture::Drawn;
use super::{LessonInput, Paper, PaperMaker};
use crate::album::Place;
use crate::engine::desk::{DeskNumber, DeskTold, DeskWork, Orders, Workplace};
use crate::engine::{Context, Priority, Progress, UserError};
use crate::export::Exported;

/// Where files are made.
pub(in crate::app) const EXPORTS: DeskNumber = DeskNumber(4);

/// Everything a file is made of, as data.
#[derive(Serialize, Deserialize)]
pub(in crate::app) enum ExportOrder {
    /// A view or a figure, as pixels.
    Drawn(Box<Drawn>),
    /// A picture that was made, or a dream.
    Made(Made),
    /// A layer as rows.
    Table(Sheet),
    /// The lesson.
    Lesson(Box<LessonInput>, Paper),
}

/// What is told of a file.
#[derive(Serialize, Deserialize)]
pub(in crate::app) enum ExportTold {
    /// Pages done, and pages in all.
    Pages(usize, usize),
    /// It is made.
    Made(Exported),
}

impl ExportOrder {
    /// Whether a job is done elsewhere: not where that does not pay, or it needs the window's own files.
    pub(super) fn takes(job: &ExportJob) -> bool {
        match job {
            ExportJob::Picture(_)
            | ExportJob::FigurePng(_)
            | ExportJob::Made(_)
            | ExportJob::Table(_)
            | ExportJob::Lesson(..) => true,
            ExportJob::FigureSvg(_)
            | ExportJob::MadeTable(_)
            | ExportJob::Trail(_)
            | ExportJob::Array(_)
            | ExportJob::Scene(_)
            | ExportJob::Taught(_) => false,
        }
    }

    /// The job as data; `None` for one that is not done elsewhere ([`Self::takes`]).
    pub(super) fn of(job: ExportJob) -> Option<Self> {
        Some(match job {
            ExportJob::Picture(portrait) | ExportJob::FigurePng(portrait) => Self::Drawn(Box::new(portrait.drawn())),
            ExportJob::Made(made) => Self::Made(made),
            ExportJob::Table(sheet) => Self::Table(sheet),
            ExportJob::Lesson(subject, kind) => Self::Lesson(subject, kind),
            ExportJob::FigureSvg(_)
            | ExportJob::MadeTable(_)
            | ExportJob::Trail(_)
            | ExportJob::Array(_)
            | ExportJob::Scene(_)
            | ExportJob::Taught(_) => return None,
        })
    }

    /// Whether it asks the photos that come with the program.
    pub(super) fn needs_album(&self) -> bool {
        matches!(self, Self::Lesson(subject, _) if subject.album == Place::BuiltIn)
    }
}

/// Makes a file at once; `None` if it is wanted no more.
fn at_once(make: impl FnOnce() -> Result<Option<Exported>, UserError> + Send + 'static) -> DeskWork<ExportOrder> {
    let mut make = Some(make);
    Box::new(move |context| {
        match make.take().map(|make| make()) {
            Some(Ok(Some(exported))) => context.send(Ok(ExportTold::Made(exported))),
            Some(Err(error)) => context.send(Err(error)),
            Some(Ok(None)) | None => {}
        }
        Progress::Done
    })
}

thread_local! {
    /// The page under way: there is one at a time, and what draws it stays in its thread.
    static PAGE: RefCell<Option<PaperMaker>> = const { RefCell::new(None) };
}

/// While it is there a page is wanted.
struct Wanted;

impl Drop for Wanted {
    fn drop(&mut self) {
        // The thread may be ending, and its page with it.
        let _ = PAGE.try_with(|page| page.take());
    }
}

/// Makes a page, a step a chunk: whatever else is asked for meanwhile has its turn.
fn step_by_step(subject: LessonInput, kind: Paper) -> DeskWork<ExportOrder> {
    let (mut subject, wanted) = (Some(subject), Wanted);
    Box::new(move |context| {
        // It lives as long as the work does.
        let _ = &wanted;
        let step = PAGE.with_borrow_mut(|page| next_step(subject.take(), page, kind, context));
        step.unwrap_or_else(|error| {
            context.send(Err(error));
            Progress::Done
        })
    })
}

/// Begins with a subject, or goes on.
fn next_step(
    subject: Option<LessonInput>,
    page: &mut Option<PaperMaker>,
    kind: Paper,
    context: &Context<'_, (), DeskTold<ExportOrder>>,
) -> Result<Progress, UserError> {
    if let Some(subject) = subject {
        *page = Some(PaperMaker::begin(subject, kind)?);
    }
    let Some(maker) = page else { return Ok(Progress::Done) };
    let (done, total) = maker.progress();
    context.send(Ok(ExportTold::Pages(done, total)));
    let Some(page) = maker.advance()? else { return Ok(Progress::Again) };
    context.send(Ok(ExportTold::Made(Exported::File(page.into_bytes()))));
    Ok(Progress::Done)
}

impl Orders for ExportOrder {
    /// There is one file at a time.
    type Key = ();
    type Event = ExportTold;

    fn key(&self) {}

    fn priority(&self) -> Priority {
        match self {
            Self::Drawn(_) | Self::Made(_) | Self::Table(_) => Priority::Interactive,
            // It takes minutes.
            Self::Lesson(..) => Priority::Background,
        }
    }

    fn work(self, _workplace: &Workplace) -> DeskWork<Self> {
        match self {
            Self::Drawn(drawn) => at_once(move || drawn.png().map(|png| Some(Exported::File(png)))),
            Self::Made(made) => at_once(move || made.png().map(|png| Some(Exported::File(png)))),
            Self::Table(sheet) => at_once(move || Ok(sheet.csv()?.map(Exported::Table))),
            Self::Lesson(subject, kind) => step_by_step(*subject, kind),
        }
    }
}
