//! The lesson: cards, each a scene in which a class guesses and a reveal that shows the answer.
//!
//! | file | its job |
//! |---|---|
//! | `steps` | the lesson goes on and back: the window is put into the state of a card |
//! | `staging` | what a card still has to do to the photo, or has done |
//! | `photo` | samples that a card opens, and the class's own photo coming back |

mod photo;
pub(super) mod staging;
mod steps;
