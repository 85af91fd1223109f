//! What is on screen, put aside for a file.

use std::sync::Arc;

use super::export_job::ExportJob;
use super::lesson_input::LessonInput;
use crate::album::Place;
use crate::app::app::App;
use crate::state::Take;

impl App {
    /// What is known behind what is on screen, as far as it is asked for; `None` where there is nothing yet, and for a view that has to
    /// be laid out first.
    pub(super) fn parcel(&mut self, take: Take) -> Option<ExportJob> {
        match take {
            Take::Picture | Take::FigureSvg | Take::FigurePng => None,
            Take::Made => self.state.made().map(ExportJob::Made),
            Take::MadeTable => self.state.made_rows().map(ExportJob::MadeTable),
            Take::Trail => self.state.trail_rows().map(ExportJob::Trail),
            Take::LayerTable => self.state.sheet().map(ExportJob::Table),
            Take::LayerArray => self.state.array().map(ExportJob::Array),
            Take::Scene => Some(ExportJob::Scene(Box::new(self.scene_job("", false)))),
            // It has a button of its own, beside what was taught.
            Take::Taught => None,
            Take::Lesson(kind) => {
                // The lesson is about the photo as it was opened.
                let run = self.state.session.first.opened()?.run();
                let photo = &run.photo;
                let subject = LessonInput {
                    network: Arc::clone(&run.network),
                    name: photo.name.clone(),
                    origin: photo.origin(),
                    language: self.state.settings.language,
                    fit: photo.fit,
                    album: self.state.album.place.clone().unwrap_or(Place::BuiltIn),
                    album_cache: self.album.cache.clone(),
                    pace: self.state.pace,
                };
                Some(ExportJob::Lesson(Box::new(subject), kind))
            }
        }
    }
}
