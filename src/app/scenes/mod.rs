//! Scenes: what is on screen as one line of text, and files of such lines that are a teacher's own lesson.
//!
//! ```text
//! state -> Link -> "view=layer&layer=inception4d&channel=12&photo=cat&lang=ko" -> Link -> Wish -> state
//!                  file: steps of a line, a text, a photo each -> Script -> Played
//! ```
//!
//! | file | its job |
//! |---|---|
//! | `link` | keys and values in one line |
//! | `copy` | a line to the clipboard |
//! | `save` | the screen as a file, or as one more step of one |
//! | `edits` | what is done to a photo, in words |
//! | `of_state` | the screen as a line |
//! | `wish` | what a line asks for; panels come from the list of the views |
//! | `file` | scene files |
//! | `script` | where scenes come from, and how far a lesson is |
//! | `play` | shows a scene: at once what can be, the rest when network and photo are there |

mod copy;
mod edits;
mod file;
mod link;
mod of_state;
mod play;
mod save;
mod script;
mod wish;

pub use file::{MAX_BYTES, SceneError, SceneFile, ScenePhoto, SceneStep};
pub use link::{Key, Link};
pub(super) use play::Scenes;
pub(super) use save::SceneJob;
pub use script::{Played, Script};
