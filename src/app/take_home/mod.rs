//! What a person takes home: a picture of the view, numbers of a layer, the lesson on paper.
//!
//! ```text
//! menu -> Command::TakeHome -> parcel (what is on screen now) -> dialog -> thread: make, write -> message
//! ```
//!
//! | file | its job |
//! |---|---|
//! | `mod` | what there is to take, and which file it becomes |
//! | `names` | names proposed for files |
//! | `export_job` | what is needed to make a file, held until its name is chosen |
//! | `picture` | the view at twice its size, and its figure alone |
//! | `made` | pictures that were made, and dreams |
//! | `numbers` | the selected layer as CSV or for NumPy |
//! | `lesson` | all cards of the lesson, then the page |
//! | `lesson_renderer` | goes through the cards with an app of its own, which no window shows |
//! | `cards` | what the heads answered, and the cards' texts |
//! | `exercises` | exercises in words |
//! | `glossary`, `words` | terms of the lesson, and what the pages say themselves |
//! | `export_worker` | the thread that makes and writes |
//! | `elsewhere` | what is made where the engine is, in a page |

mod cards;
mod elsewhere;
mod exercises;
mod export_job;
mod export_worker;
mod glossary;
mod lesson;
mod lesson_renderer;
mod made;
mod names;
mod numbers;
mod picture;
mod words;

use std::path::{Path, PathBuf};

use super::app::App;
use super::files::{is_same_file, provenance_path};
use super::messages::{MessageKind, MessageText};
use crate::engine::UserError;

pub(super) use elsewhere::{EXPORTS, ExportOrder};
pub use exercises::{answer_text, exercise_pages, note_text, task_text};
pub(super) use export_job::ExportJob;
pub(super) use export_worker::ExportWorker;
use lesson::PaperMaker;
pub use lesson::{LessonInput, Paper, paper};

/// Something to take home.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Take {
    /// This view as it is, twice its size.
    Picture,
    /// The figure of the view alone, its text as text.
    FigureSvg,
    /// The figure of the view alone, large enough for print.
    FigurePng,
    /// The picture that was made, or the dream, with what it shows in its file.
    Made,
    /// The numbers behind it.
    MadeTable,
    /// The selected layer as a table.
    LayerTable,
    /// The selected layer for NumPy.
    LayerArray,
    /// The last answers to a moving source.
    Trail,
    /// What is on screen as a scene file.
    Scene,
    /// Weights with a taught last layer.
    Taught,
    /// The lesson on paper.
    Lesson(Paper),
}

impl Take {
    /// In the order of the menu.
    pub const ALL: [Self; 10] = [
        Self::Picture,
        Self::FigureSvg,
        Self::FigurePng,
        Self::Made,
        Self::MadeTable,
        Self::LayerTable,
        Self::LayerArray,
        Self::Lesson(Paper::Handout),
        Self::Lesson(Paper::Worksheet),
        Self::Lesson(Paper::Answers),
    ];

    /// The end of its file's name.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Picture | Self::FigurePng | Self::Made => "png",
            Self::FigureSvg => "svg",
            Self::LayerTable | Self::MadeTable | Self::Trail => "csv",
            Self::LayerArray => "npy",
            Self::Scene => "json",
            Self::Taught => "safetensors",
            Self::Lesson(_) => "html",
        }
    }
}

/// What is being made and written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ExportProgress {
    /// What it is.
    pub take: Take,
    /// Pages done.
    pub done: usize,
    /// Pages in all; 0 where there is only one thing to do.
    pub total: usize,
}

impl App {
    /// Keeps what is on screen and asks where to write it.
    pub(super) fn take_home(&mut self, take: Take, ctx: &egui::Context) {
        if self.state.taking_home.is_none()
            && let Some(parcel) = self.parcel(take, ctx)
        {
            self.send_home(parcel);
        }
    }

    /// Asks where to write it, or which file it is to be added to.
    pub(super) fn send_home(&mut self, parcel: ExportJob) {
        if self.state.taking_home.is_some() {
            return;
        }
        let (take, is_added) = (parcel.take(), parcel.is_added());
        let name = self.proposed_name(take);
        self.next_parcel += 1;
        self.parcel = Some((self.next_parcel, parcel));
        let answer = self.picked.0.clone();
        match is_added {
            true => self.chooser.scene(self.next_parcel, answer),
            false => self.chooser.save(&name, take.extension(), self.next_parcel, answer),
        }
    }

    /// The dialog was answered; without a path it was sent away.
    pub(super) fn take_home_to(&mut self, request: u64, path: Option<PathBuf>) {
        let asked = self.parcel.take_if(|(asked, _)| *asked == request);
        let (Some((_, parcel)), Some(path)) = (asked, path) else {
            return;
        };
        let (take, is_added) = (parcel.take(), parcel.is_added());
        let path = with_extension(path, take.extension());
        let written = [&path, &provenance_path(&path)];
        let is_opened = self.opened.iter().any(|opened| written.iter().any(|path| is_same_file(opened, path)));
        self.state.taking_home = Some(ExportProgress { take, done: 0, total: 0 });
        self.porter.start(parcel, path, is_opened && !is_added);
    }

    /// Stops what is being made; nothing is written.
    pub(super) fn cancel_take_home(&mut self) {
        self.porter.stop();
        self.state.taking_home = None;
    }

    /// Takes in how far the porter is, and what became of it.
    pub(super) fn take_porter(&mut self, now_seconds: f64) {
        let Some(taking) = &mut self.state.taking_home else {
            return;
        };
        let take = taking.take;
        (taking.done, taking.total) = self.porter.progress();
        let Some(ended) = self.porter.ended() else {
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
