//! Files that take long are made where the engine is, should that be another instance of the program.

use std::cell::RefCell;

use super::lesson::PaperMaker;
use super::lesson_input::LessonInput;
use super::order::{ExportOrder, ExportTold};
use crate::engine::desk::{DeskTold, DeskWork, Orders, Workplace};
use crate::engine::{Context, Priority, Progress, UserError};
use crate::export::Exported;
use crate::state::Paper;

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
