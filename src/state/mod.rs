//! What is on screen, as plain data: what is open, looked at, wanted and known; and what a person can ask for.
//!
//! `app` changes it, `ui` draws it; neither is known here.
//!
//! | file | what it says |
//! |---|---|
//! | `state` | all of it |
//! | `found` | what jobs have made of what is looked at |
//! | `view` | what there is to look at |
//! | `panel_key` | where a panel stands |
//! | `messages` | what is said at the bottom right |
//! | `command` | what a person can ask for |
//! | `options` | what the program was started with |
//! | `settings` | what is remembered |
//! | `remembered` | what was said about weights files, known by their bytes |
//! | `history` | places to go back and forward to |
//! | `downloads` | public weights from the web |
//! | `compare` | which of two photos is shown |
//! | `second_network` | a second set of weights on the same photo |
//! | `depths` | how alike both see an album, and how far their weights are apart |
//! | `edit` | how the photo is changed, and the steps to undo |
//! | `occlude` | the occlusion map |
//! | `contribute` | what every layer adds to the logit under study |
//! | `study` | which class is explained, and the gradients |
//! | `album` | a folder of photos, and what is chosen to be seen of it |
//! | `looks_for` | what channels and classes look for: pictures, atlas, names |
//! | `fool` | the photo is changed to be taken for something else |
//! | `heatmaps` | eight heatmaps of the photo, and which of them can be trusted |
//! | `dream`, `rebuild` | dreams of the photo; the photo from what layers know of it |
//! | `making`, `pace` | how far something made step by step is, and how many steps are done |
//! | `shelf` | pictures of both kinds, as far as they are |
//! | `teach` | classes of one's own |
//! | `camera`, `live` | what the camera sees; moving sources |
//! | `scenes` | what is on screen as a line of text, and files of such lines |
//! | `tour` | the lesson: cards, what the window shows at each, numbers in their texts |
//! | `demo` | the lesson plays by itself |
//! | `projector` | the window in front of a class |
//! | `take_home` | what can be taken home as a file |
//! | `answers` | short answers about what is on screen |

pub(crate) mod album;
pub(crate) mod answers;
pub(crate) mod camera;
pub(crate) mod command;
pub(crate) mod compare;
pub(crate) mod contribute;
pub(crate) mod demo;
pub(crate) mod depths;
pub(crate) mod downloads;
pub(crate) mod dream;
pub(crate) mod edit;
pub(crate) mod fool;
pub(crate) mod found;
pub(crate) mod heatmaps;
pub(crate) mod history;
pub(crate) mod live;
pub(crate) mod looks_for;
pub(crate) mod making;
pub(crate) mod messages;
pub(crate) mod occlude;
pub(crate) mod options;
pub(crate) mod pace;
pub(crate) mod panel_key;
pub(crate) mod projector;
pub(crate) mod rebuild;
pub(crate) mod remembered;
pub(crate) mod scenes;
pub(crate) mod second_network;
pub(crate) mod settings;
pub(crate) mod shelf;
#[expect(clippy::module_inception, reason = "the file holds the type `State` and is named after it")]
pub(crate) mod state;
pub(crate) mod study;
pub(crate) mod take_home;
pub(crate) mod teach;
pub(crate) mod tour;
pub(crate) mod view;

pub use album::{
    AlbumChoices, AlbumCommand, AlbumRun, AlbumState, Attribution, ContactSheet, Filter, GUESSED_PHOTOS, GuessCommand,
    Guessing, Help, Helped, PhotoOrder, Placed, Placing, RememberedAlbum, Ring, Row, RowOrder, Spot, Thumbnails, Turn,
    attributions, fisher,
};
pub use camera::{CameraCommand, Viewfinder};
pub use command::Command;
pub use compare::Comparison;
pub use demo::Demo;
pub use downloads::{Download, Downloads, Offer};
pub use dream::{DEPTHS, DreamCommand, DreamWishes, Dreams, LESSON_DREAMS, STRENGTHS, STRIP, can_dream, dream_photo};
pub use edit::Editing;
pub use fool::{Fool, FoolAsked, FoolCommand, FoolEntry, FoolWishes, SIZES as FOOL_SIZES, TEN as FOOL_STEPS};
pub use found::Found;
pub use heatmaps::{
    CascadeEntry, HeatmapChart, HeatmapCommand, HeatmapWishes, Heatmaps, MethodOrder, StudyAsked, StudyEntry,
};
pub use live::{Live, LiveCommand, LiveSource};
pub use looks_for::{
    Asked, Atlas, AtlasKey, Basis, Beginning, ChannelName, Example, Examples, LARGEST_PATCH, LooksFor, Objective,
    Photos, Picture, PictureCommand, Question, Quiz, QuizCommand, Score, StrongestPhotos, TileKind, TileOrder,
    TileState, Useful, Wishes, can_look_for, head_of, patch, target_of,
};
pub use making::Making;
pub use messages::{Message, MessageKind, MessageText};
pub use occlude::Occlusion;
pub use options::Options;
pub use pace::Pace;
pub use panel_key::PanelKey;
pub use projector::Projector;
pub use rebuild::{
    LESSON_REDUCTION, Left, Loss, REBUILD_DEPTHS, REBUILD_STEPS, REBUILD_STRIP, RebuildCommand, RebuildWishes,
    Rebuilds, UNSURE, can_rebuild, loss,
};
pub use remembered::Remembered;
pub use scenes::{
    Key, Link, MAX_BYTES as MAX_SCENE_BYTES, Played, SceneError, SceneFile, ScenePhoto, SceneStep, Script,
};
pub use second_network::OtherWeights;
pub use settings::{NaiveInput, Normalisation, Settings, Sort, ThemeChoice, Unit};
pub use shelf::{Entry, Made, Shelf};
pub use state::{Sample, Selection, State};
pub use study::{AttributedLayer, Gradients, Study};
pub use take_home::{ExportProgress, Paper, Take};
pub use teach::{Shortcut, Stuck, Taught, TeachCommand, TeachState, TrayTarget};
pub use tour::{
    AskedChannel, CARDS, Card, Compared, Guess, GuessQuestion, Guesses, Spoiler, Stage, StagePhoto, TIMES, Tour,
    compared, heads_variant, placeholders, question, text_key, times_at, times_in_words,
};
pub use view::{AlbumTab, Arrangement, ClassifiersTab, CostTab, Detail, LayerColumn, LayerPane, ModuleTool, View};
