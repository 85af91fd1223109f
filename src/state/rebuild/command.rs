//! What a person can ask of rebuilt photos.

use super::RebuildWishes;

/// One wish.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RebuildCommand {
    /// Rebuild differently.
    Change(RebuildWishes),
    /// Stop where it is.
    Stop,
    /// Go on with it, try again, or do as many steps more.
    GoOn,
}
