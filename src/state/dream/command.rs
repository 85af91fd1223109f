//! What a person can ask of dreams.

use super::DreamWishes;

/// One wish.
#[derive(Clone, Debug, PartialEq)]
pub enum DreamCommand {
    /// Dream differently.
    Change(DreamWishes),
    /// Stop the dream where it is.
    Stop,
    /// Go on with it, or try again.
    GoOn,
    /// Open the dream in all views, under that name.
    Open(String),
}
