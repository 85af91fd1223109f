//! The application: commands that change the state, and the window around it.
//!
//! ```text
//! events of the engine --.
//!                         >-- State --> ui draws it --> Vec<Command> --> commands are carried out --.
//! files, drops, paste  --'      ^                                                                   |
//!                               '-------------------------------------------------------------------'
//! ```
//!
//! What is on screen is plain data in `state`, which knows nothing of what is here; a file that carries commands out is mostly named
//! as the one there that says what they are about.
//!
//! | file | its job |
//! |---|---|
//! | `app` | holds it all together |
//! | `parts` | what of it belongs together |
//! | `start` | how it begins |
//! | `first` | opens what the program was started with |
//! | `frame` | from frame to frame; `eframe::App` |
//! | `outside` | what the page around the window asks of it |
//! | `view_word` | views in the words of the command line |
//! | `messages` | something is said at the bottom right |
//! | `apply` | commands change the state |
//! | `album` | a folder of photos: its jobs |
//! | `events` | what the engine has to tell changes the state |
//! | `opening` | photos and weights, from wherever they come |
//! | `downloader`, `downloads` | public weights from the web |
//! | `recent` | weights files and photos of before |
//! | `remembered` | what was said about weights files is kept |
//! | `follow` | what the selection needs is asked of the engine |
//! | `requested` | what was last asked for |
//! | `compare` | the second photo comes, goes, and changes places with the first |
//! | `second_network` | so does the second network |
//! | `depths` | how alike both see an album is asked for |
//! | `edit` | the photo changed live: edits, undo |
//! | `occlude` | the occlusion map is made |
//! | `contribute` | what every layer adds to the logit under study is asked for |
//! | `looks_for` | what channels and classes look for: pictures, atlas, names |
//! | `fool` | the photo is changed to be taken for something else |
//! | `heatmaps` | eight heatmaps of the photo, and which of them can be trusted |
//! | `dream`, `rebuild` | dreams of the photo; the photo from what layers know of it |
//! | `measured` | times, peak, gradients and the comparison of two photos are asked for |
//! | `running` | what becomes of the rest when a run is over; muting |
//! | `scenes` | what is on screen as a line of text, and back |
//! | `tour` | the lesson goes from card to card |
//! | `demo` | the lesson plays by itself |
//! | `projector` | the window in front of a class |
//! | `teach` | classes of one's own: photos in trays, a last layer taught on them |
//! | `take_home` | pictures, numbers and the lesson on paper, as files |
//! | `live` | moving sources: the latest frame runs, every view follows |
//! | `camera` | a photo from the camera |
//! | `history` | back and forward |
//! | `desks` | what is asked for beside the engine's own jobs |
//! | `chooser` | file dialogs, and how to read what was chosen |
//! | `desktop` | drops and pasted things: what comes from outside the window |
//! | `clipboard`, `paste` | what is on the clipboard, and its keys |
//! | `gallery` | the photos and patterns that come with the program |
//! | `files` | what paths mean, and the files that belong to weights |
//! | `launch` | opens the window, or draws what it would show |

mod album;
#[expect(clippy::module_inception, reason = "the file holds the type `App` and is named after it")]
mod app;
mod apply;
mod camera;
mod chooser;
mod clipboard;
mod compare;
mod contribute;
mod demo;
mod depths;
mod desks;
mod desktop;
mod downloader;
mod downloads;
mod dream;
mod edit;
mod events;
pub mod files;
mod first;
mod follow;
mod fool;
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
mod outside;
mod parts;
mod paste;
mod projector;
mod rebuild;
mod recent;
mod remembered;
mod requested;
mod running;
mod scenes;
mod second_network;
mod start;
mod take_home;
mod teach;
mod tour;
pub mod view_word;

pub use app::App;
pub use chooser::{Chooser, Picked};
pub use clipboard::{Clipboard, Held};
pub use desks::with_desks;
pub use outside::Outcome;
pub use take_home::lesson::paper;
pub use take_home::lesson_input::LessonInput;
