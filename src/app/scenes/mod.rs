//! Scenes on their way to the screen and from it.
//!
//! ```text
//! state -> Link -> "view=layer&layer=inception4d&channel=12&photo=cat&lang=ko" -> Link -> Wish -> state
//!                  file: steps of a line, a text, a photo each -> Script -> Played
//! ```
//!
//! | file | its job |
//! |---|---|
//! | `copy` | a line to the clipboard |
//! | `scene_job` | the screen as a file, or as one more step of one |
//! | `save` | asks for a place to keep it |
//! | `edits` | what is done to a photo, in words |
//! | `of_state` | the screen as a line |
//! | `wish` | what a line asks for; panels come from the list of the views |
//! | `pending` | what is still to be shown |
//! | `play` | shows a scene: at once what can be, the rest when network and photo are there |

mod copy;
mod edits;
mod of_state;
pub(super) mod pending;
mod play;
mod save;
pub(super) mod scene_job;
mod wish;
