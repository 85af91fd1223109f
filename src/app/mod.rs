//! The application: plain-data state, commands that change it, and the window around it.
//!
//! ```text
//! events of the engine --.
//!                         >-- State --> ui draws it --> Vec<Command> --> commands are carried out --.
//! files, drops, paste  --'      ^                                                                   |
//!                               '-------------------------------------------------------------------'
//! ```
//!
//! | file | its job |
//! |---|---|
//! | `app` | holds it all together |
//! | `frame` | from frame to frame; `eframe::App` |
//! | `state` | what is on screen |
//! | `found` | what jobs have made of what is looked at |
//! | `view` | what there is to look at |
//! | `outside` | what the page around the window asks of it |
//! | `view_word` | the same in the words of the command line |
//! | `panel_key` | where a panel stands |
//! | `messages` | what is said at the bottom right |
//! | `command` | what a person can ask for |
//! | `apply` | commands change the state |
//! | `album` | a folder of photos: what is shown of it, its jobs |
//! | `events` | what the engine has to tell changes the state |
//! | `options` | what the program was started with |
//! | `opening` | photos and weights, from wherever they come |
//! | `downloads` | public weights from the web |
//! | `recent` | weights files and photos of before |
//! | `remembered` | what was said about weights files, known by their bytes |
//! | `follow` | what the selection needs is asked of the engine |
//! | `compare` | the second photo, and which of the two is shown |
//! | `second_network` | the second network: a second set of weights on the same photo |
//! | `depths` | how alike both see an album, and how far their weights are apart |
//! | `edit` | the photo changed live: edits, undo, the run before them |
//! | `occlude` | the occlusion map |
//! | `contribute` | what every layer adds to the logit under study |
//! | `study` | which class is explained, and the gradients |
//! | `looks_for` | what channels and classes look for: pictures, atlas, names |
//! | `fool` | the photo is changed to be taken for something else |
//! | `heatmaps` | eight heatmaps of the photo, and which of them can be trusted |
//! | `dream` | dreams of the photo |
//! | `measured` | the same for times, peak, gradients and the comparison of two photos |
//! | `running` | what becomes of the rest when a run is over; muting |
//! | `scenes` | what is on screen as a line of text, and files of such lines: a lesson of one's own |
//! | `tour` | the lesson: cards, what the window shows at each, numbers in their texts |
//! | `demo` | the lesson plays by itself |
//! | `projector` | the window in front of a class |
//! | `teach` | classes of one's own: photos in trays, a last layer taught on them |
//! | `take_home` | pictures, numbers and the lesson on paper, as files |
//! | `live` | moving sources: the latest frame runs, every view follows |
//! | `history` | back and forward |
//! | `desks` | what is asked for beside the engine's own jobs |
//! | `desktop` | drops, paste, file dialogs: what comes from outside the window |
//! | `clipboard` | the keys of the clipboard; what a paste finds that egui does not read |
//! | `gallery` | the photos and patterns that come with the program |
//! | `settings` | what is remembered |
//! | `files` | what paths mean, and the files that belong to weights |
//! | `launch` | opens the window, or draws what it would show |

mod album;
#[expect(clippy::module_inception, reason = "the file holds the type `App` and is named after it")]
mod app;
mod apply;
mod camera;
mod clipboard;
mod command;
mod compare;
mod contribute;
mod demo;
mod depths;
mod desks;
mod desktop;
mod downloads;
mod dream;
mod edit;
mod events;
pub mod files;
mod follow;
mod fool;
mod found;
mod frame;
mod gallery;
mod heatmaps;
mod history;
pub mod launch;
mod live;
mod looks_for;
mod measured;
mod messages;
mod occlude;
mod opening;
mod options;
mod outside;
mod panel_key;
mod projector;
mod rebuild;
mod recent;
mod remembered;
mod running;
mod scenes;
mod second_network;
mod settings;
mod state;
mod study;
mod take_home;
mod teach;
mod tour;
mod view;
pub mod view_word;

pub use crate::platform::network::FetchError;
pub use crate::session::{
    Before, Contributions, Differences, Map, MapKey, Maps, Naive, NetworkState, PhotoProgress, RunView, SecondNetwork,
    Session, Slot, Source,
};
pub use album::{
    AlbumChoices, AlbumCommand, AlbumRun, AlbumState, Attribution, ContactSheet, Filter, GUESSED_PHOTOS, GuessCommand,
    Guessing, Help, Helped, PhotoOrder, Placed, Placing, RememberedAlbum, Ring, Row, RowOrder, Spot, Thumbnails, Turn,
    attributions, fisher,
};
pub use app::App;
pub use camera::{CameraCommand, Viewfinder};
pub use clipboard::{Clipboard, Held};
pub use command::Command;
pub use compare::Comparison;
pub use demo::Demo;
pub use desks::with_desks;
pub use desktop::{Chooser, Picked};
pub use downloads::{Download, Downloads, Offer};
pub use dream::{
    DEPTHS, DreamCommand, DreamWishes, Dreams, Entry, LESSON_DREAMS, STRENGTHS, STRIP, can_dream, dream_photo,
};
pub use edit::Editing;
pub use fool::{Fool, FoolAsked, FoolCommand, FoolEntry, FoolWishes, SIZES as FOOL_SIZES, TEN as FOOL_STEPS};
pub use found::Found;
pub use heatmaps::{
    CascadeEntry, HeatmapChart, HeatmapCommand, HeatmapWishes, Heatmaps, MethodOrder, StudyAsked, StudyEntry,
    last_before,
};
pub use live::{Live, LiveCommand, LiveSource};
pub use looks_for::{
    Asked, Atlas, AtlasKey, Basis, Beginning, ChannelName, Example, Examples, LARGEST_PATCH, LooksFor, Making,
    Objective, Pace, Photos, Picture, PictureCommand, Question, Quiz, QuizCommand, Score, StrongestPhotos, TileKind,
    TileOrder, TileState, Useful, Wishes, can_look_for, head_of, patch, target_of,
};
pub use messages::{Message, MessageKind, MessageText};
pub use occlude::Occlusion;
pub use options::Options;
pub use outside::Outcome;
pub use panel_key::PanelKey;
pub use projector::Projector;
pub use rebuild::{
    LESSON_REDUCTION, Left, Loss, REBUILD_DEPTHS, REBUILD_STEPS, REBUILD_STRIP, RebuildCommand, RebuildEntry,
    RebuildWishes, Rebuilds, UNSURE, can_rebuild, loss,
};
pub use remembered::Remembered;
pub use scenes::{
    Key, Link, MAX_BYTES as MAX_SCENE_BYTES, Played, SceneError, SceneFile, ScenePhoto, SceneStep, Script,
};
pub use second_network::OtherWeights;
pub use settings::{NaiveInput, Normalisation, Settings, Sort, ThemeChoice, Unit};
pub use state::{Sample, Selection, State};
pub use study::{AttributedLayer, Gradients, Study};
pub use take_home::{
    ExportProgress, LessonInput, Paper, Take, answer_text, exercise_pages, note_text, paper, task_text,
};
pub use teach::{Shortcut, Stuck, Taught, TeachCommand, TeachState, TrayTarget};
pub use tour::{
    AskedChannel, CARDS, Card, Compared, Guess, GuessQuestion, Guesses, Spoiler, Stage, StagePhoto, TIMES, Tour,
    compared, heads_variant, placeholders, question, text_key, times_at, times_in_words,
};
pub use view::{AlbumTab, Arrangement, ClassifiersTab, CostTab, Detail, LayerColumn, LayerPane, ModuleTool, View};
