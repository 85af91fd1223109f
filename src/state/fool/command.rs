//! What a person can ask of a fooled photo.

use super::FoolWishes;

/// One wish.
#[derive(Clone, Debug, PartialEq)]
pub enum FoolCommand {
    /// Another target, another size, another way.
    Change(FoolWishes),
    /// Begin somewhere else within the size.
    AnotherStart,
    /// Open the changed photo in all views, under that name.
    Open(String),
}
