//! *Save scene* asks for a place to keep it.

use std::path::PathBuf;

use super::scene_job::SceneJob;
use crate::app::app::App;
use crate::state::{Key, Link};

impl App {
    /// What is on screen as a step, with what is told beside it.
    pub(in crate::app) fn scene_job(&self, text: &str, is_added: bool) -> SceneJob {
        let state = &self.state;
        let link = Link::of(state);
        let opened = state.session.first.opened().map(|shown| &shown.photo);
        let own = opened.filter(|_| link.get(Key::Photo).is_none());
        let photo = own.map(|photo| {
            let is_called =
                |path: &&PathBuf| path.file_name().is_some_and(|name| name.to_string_lossy() == *photo.name);
            let recent = state.settings.recent_photos.iter();
            let candidates = self.scenes.file.iter().chain(recent).chain(&self.opened).filter(is_called);
            (photo.origin(), candidates.cloned().collect())
        });
        let text = Some(text.trim().to_owned()).filter(|text| !text.is_empty());
        SceneJob { link: link.to_string(), text, photo, is_added }
    }

    /// Asks where the scene is to be written, or to which file it is to be added.
    pub(in crate::app) fn save_scene(&mut self, text: &str, is_added: bool) {
        self.send_home(crate::app::take_home::export_job::ExportJob::Scene(Box::new(self.scene_job(text, is_added))));
    }
}
