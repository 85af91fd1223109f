//! What a place does not have.

/// Why something is not done: the place we run in does not have it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a page in a browser cannot do this")]
pub struct NotHere;
