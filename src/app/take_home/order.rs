//! What is to be made where the engine is.

use serde::{Deserialize, Serialize};

use super::export_job::ExportJob;
use super::lesson_input::LessonInput;
use super::made::Made;
use super::numbers::Sheet;
use super::picture::Drawn;
use crate::album::Place;
use crate::engine::desk::DeskNumber;
use crate::export::Exported;
use crate::state::Paper;

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
