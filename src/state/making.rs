//! How far something made step by step is.

use crate::engine::UserError;

/// How far something made step by step is.
#[derive(Clone, Debug, Default)]
pub enum Making {
    /// Not asked for.
    #[default]
    Idle,
    /// On its way.
    Running,
    /// Stopped where it was; it can go on.
    Stopped,
    /// Done.
    Done,
    /// Nothing comes of it.
    Failed(UserError),
}
