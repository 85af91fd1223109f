//! What is needed to make a file: held while a person looks for a place to put it, then sent to the porter's thread.

use std::path::Path;
use std::sync::Arc;

use super::lesson_input::{LessonInput, MakePaper};
use super::made::{Made, Rows};
use super::numbers::{Array, Sheet};
use super::picture::Portrait;
use crate::app::scenes::scene_job::SceneJob;
use crate::engine::{LoadedNetwork, UserError};
use crate::export::Exported;
use crate::state::{Paper, Take};
use crate::teach::{Card, Head, weights_file};

/// Everything a file is made of; nothing in it changes with the window any more.
pub enum ExportJob {
    /// The view.
    Picture(Box<Portrait>),
    /// The figure of the view, as SVG.
    FigureSvg(Box<Portrait>),
    /// The figure of the view, as pixels.
    FigurePng(Box<Portrait>),
    /// A picture that was made, or a dream.
    Made(Made),
    /// Its numbers.
    MadeTable(Rows),
    /// The last answers to a moving source.
    Trail(Rows),
    /// A layer as rows.
    Table(Sheet),
    /// A layer as numbers.
    Array(Array),
    /// What is on screen as a scene.
    Scene(Box<SceneJob>),
    /// Weights with a taught last layer, and what they say of themselves.
    Taught(Box<(Arc<LoadedNetwork>, Head, Card)>),
    /// The lesson.
    Lesson(Box<LessonInput>, Paper),
}

impl ExportJob {
    /// What it was asked for as.
    pub fn take(&self) -> Take {
        match self {
            Self::Picture(_) => Take::Picture,
            Self::FigureSvg(_) => Take::FigureSvg,
            Self::FigurePng(_) => Take::FigurePng,
            Self::Made(_) => Take::Made,
            Self::MadeTable(_) => Take::MadeTable,
            Self::Trail(_) => Take::Trail,
            Self::Table(_) => Take::LayerTable,
            Self::Array(_) => Take::LayerArray,
            Self::Scene(_) => Take::Scene,
            Self::Taught(_) => Take::Taught,
            Self::Lesson(_, paper) => Take::Lesson(*paper),
        }
    }

    /// Gets a little more of it ready to be made data of; whether all of it is.
    pub fn get_ready(&mut self) -> bool {
        match self {
            Self::Picture(portrait) | Self::FigurePng(portrait) => portrait.get_ready(),
            Self::FigureSvg(_)
            | Self::Made(_)
            | Self::MadeTable(_)
            | Self::Trail(_)
            | Self::Table(_)
            | Self::Array(_)
            | Self::Scene(_)
            | Self::Taught(_)
            | Self::Lesson(..) => true,
        }
    }

    /// Whether it changes a file that is there.
    pub fn is_added(&self) -> bool {
        matches!(self, Self::Scene(scene) if scene.is_added)
    }

    /// What is to be written at `path`; `None` when it is wanted no more.  `on_page` hears how many pages are done, of how many.
    ///
    /// # Errors
    /// The photo could not be run, or the picture not be encoded.
    pub fn make(
        self,
        path: &Path,
        paper: MakePaper,
        on_page: &mut dyn FnMut(usize, usize),
        is_cancelled: &dyn Fn() -> bool,
    ) -> Result<Option<Exported>, UserError> {
        match self {
            Self::Picture(portrait) | Self::FigurePng(portrait) => portrait.png().map(|png| Some(Exported::File(png))),
            Self::FigureSvg(portrait) => Ok(Some(Exported::File(portrait.svg()))),
            Self::Table(sheet) => Ok(sheet.csv()?.map(Exported::Table)),
            Self::Array(array) => Ok(Some(Exported::File(array.npy()))),
            Self::Made(made) => made.png().map(|png| Some(Exported::File(png))),
            Self::MadeTable(rows) | Self::Trail(rows) => rows.csv().map(|rows| Some(Exported::Table(rows))),
            Self::Scene(scene) => {
                let made = scene.file(path)?;
                Ok(Some(if made.has_photo { Exported::File(made.bytes) } else { Exported::Part(made.bytes) }))
            }
            Self::Taught(taught) => {
                let (network, head, card) = *taught;
                let file = weights_file(&network, &head, &card).map_err(UserError::new)?;
                Ok(Some(Exported::File(file)))
            }
            Self::Lesson(subject, kind) => {
                let page = paper(&subject, kind, on_page, is_cancelled)?;
                Ok(page.map(|page| Exported::File(page.into_bytes())))
            }
        }
    }
}
