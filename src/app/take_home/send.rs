//! Asks where to put a file, has it made, and says what became of it.

use std::path::{Path, PathBuf};

use super::export_job::ExportJob;
use super::picture::Purpose;
use crate::app::app::App;
use crate::app::files::provenance_path;
use crate::engine::UserError;
use crate::platform::files::is_same_file;
use crate::state::{ExportProgress, MessageKind, MessageText, Take};

impl App {
    /// Keeps what is on screen and asks where to write it.
    pub(in crate::app) fn take_home(&mut self, take: Take, ctx: &egui::Context) {
        if self.state.taking_home.is_some() || self.exports.layout.is_some() {
            return;
        }
        match take {
            Take::Picture => self.begin_layout(Purpose::Picture, ctx),
            Take::FigureSvg => self.begin_layout(Purpose::FigureSvg, ctx),
            Take::FigurePng => self.begin_layout(Purpose::FigurePng, ctx),
            Take::Made
            | Take::MadeTable
            | Take::LayerTable
            | Take::LayerArray
            | Take::Trail
            | Take::Scene
            | Take::Taught
            | Take::Lesson(_) => {
                if let Some(parcel) = self.parcel(take) {
                    self.send_home(parcel);
                }
            }
        }
    }

    /// Asks where to write it, or which file it is to be added to.
    pub(in crate::app) fn send_home(&mut self, parcel: ExportJob) {
        if self.state.taking_home.is_some() {
            return;
        }
        let (take, is_added) = (parcel.take(), parcel.is_added());
        let name = self.state.proposed_name(take);
        self.exports.next += 1;
        self.exports.parcel = Some((self.exports.next, parcel));
        let answer = self.picked.0.clone();
        match is_added {
            true => self.chooser.scene(self.exports.next, answer),
            false => self.chooser.save(&name, take.extension(), self.exports.next, answer),
        }
    }

    /// The dialog was answered; without a path it was sent away.
    pub(in crate::app) fn take_home_to(&mut self, request: u64, path: Option<PathBuf>) {
        let asked = self.exports.parcel.take_if(|(asked, _)| *asked == request);
        let (Some((_, parcel)), Some(path)) = (asked, path) else {
            return;
        };
        let (take, is_added) = (parcel.take(), parcel.is_added());
        let path = with_extension(path, take.extension());
        let written = [&path, &provenance_path(&path)];
        let is_opened = self.opened.iter().any(|opened| written.iter().any(|path| is_same_file(opened, path)));
        self.state.taking_home = Some(ExportProgress { take, done: 0, total: 0 });
        self.exports.worker.start(parcel, path, is_opened && !is_added);
    }

    /// Stops what is being made; nothing is written.
    pub(in crate::app) fn cancel_take_home(&mut self) {
        self.exports.worker.stop();
        self.state.taking_home = None;
    }

    /// Takes in how far the porter is, and what became of it.
    pub(in crate::app) fn take_porter(&mut self, now_seconds: f64) {
        let Some(taking) = &mut self.state.taking_home else {
            return;
        };
        let take = taking.take;
        (taking.done, taking.total) = self.exports.worker.progress();
        let Some(ended) = self.exports.worker.ended() else {
            return;
        };
        self.cancel_take_home();
        match ended {
            Ok(written) => {
                let values = vec![("path", written.path.display().to_string())];
                let key = match (written.is_whole, take) {
                    (true, _) => "home-written",
                    (false, Take::Scene) => "scene-written-without-photo",
                    (false, _) => "home-written-alone",
                };
                let saying = MessageText::Sentence(key, values);
                self.say(MessageKind::Note, saying, now_seconds);
            }
            Err(error) => self.say_failed(error, now_seconds),
        }
    }

    fn say_failed(&mut self, error: UserError, now_seconds: f64) {
        self.say(MessageKind::Error, MessageText::Failed(error), now_seconds);
    }
}

/// A name without an ending gets its own, unless that is the name of another file.
fn with_extension(path: PathBuf, extension: &str) -> PathBuf {
    let whole = path.with_extension(extension);
    match path.extension() {
        None if !Path::exists(&whole) => whole,
        _ => path,
    }
}
