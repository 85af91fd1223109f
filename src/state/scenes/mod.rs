//! Scenes: what is on screen as one line of text, and files of such lines that are a teacher's own lesson.
//!
//! | file | its job |
//! |---|---|
//! | `link` | keys and values in one line |
//! | `file` | scene files |
//! | `script` | where scenes come from, and how far a lesson is |

pub(crate) mod file;
pub(crate) mod link;
pub(crate) mod script;

pub use file::{MAX_BYTES, SceneError, SceneFile, ScenePhoto, SceneStep};
pub use link::{Key, Link};
pub use script::{Played, Script};
