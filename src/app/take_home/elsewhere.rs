//! Files that take long are made where the engine is, should that be another instance of the program.

use serde::{Deserialize, Serialize};

use super::export_job::ExportJob;
use super::made::Made;
use super::numbers::Sheet;
use super::picture::Drawn;
use crate::engine::desk::{DeskNumber, DeskWork, Orders, Workplace};
use crate::engine::{Priority, Progress, UserError};
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
}

impl ExportOrder {
    /// What is made elsewhere; the job itself where that does not pay, or it needs the window's own files.
    pub(super) fn of(job: ExportJob) -> Result<Self, ExportJob> {
        match job {
            ExportJob::Picture(portrait) | ExportJob::FigurePng(portrait) => {
                Ok(Self::Drawn(Box::new(portrait.drawn())))
            }
            ExportJob::Made(made) => Ok(Self::Made(made)),
            ExportJob::Table(sheet) => Ok(Self::Table(sheet)),
            other @ (ExportJob::FigureSvg(_)
            | ExportJob::MadeTable(_)
            | ExportJob::Trail(_)
            | ExportJob::Array(_)
            | ExportJob::Scene(_)
            | ExportJob::Taught(_)
            | ExportJob::Lesson(..)) => Err(other),
        }
    }

    fn make(self) -> Result<Option<Exported>, UserError> {
        match self {
            Self::Drawn(drawn) => drawn.png().map(|png| Some(Exported::File(png))),
            Self::Made(made) => made.png().map(|png| Some(Exported::File(png))),
            Self::Table(sheet) => Ok(sheet.csv()?.map(Exported::Table)),
        }
    }
}

impl Orders for ExportOrder {
    /// There is one file at a time.
    type Key = ();
    type Event = Exported;

    fn key(&self) {}

    fn priority(&self) -> Priority {
        Priority::Interactive
    }

    fn work(self, _workplace: &Workplace) -> DeskWork<Self> {
        let mut order = Some(self);
        Box::new(move |context| {
            match order.take().map(Self::make) {
                Some(Ok(Some(exported))) => context.send(Ok(exported)),
                Some(Err(error)) => context.send(Err(error)),
                Some(Ok(None)) | None => {}
            }
            Progress::Done
        })
    }
}
