//! Who hears what comes back from an engine elsewhere, desk by desk.

use super::error::UserError;
use super::request::RequestId;
use crate::wire::{Known, WireError};

/// Which desk.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct DeskNumber(pub u8);

/// The near end of a desk elsewhere, whatever its orders.
pub(super) trait Receiver: Send {
    /// Takes what a request gave.
    ///
    /// # Errors
    /// The bytes say nothing.
    fn take(&mut self, known: &mut Known, id: RequestId, delivery: &[u8]) -> Result<(), WireError>;
    /// Nothing comes of anything any more.
    fn lose(&mut self, error: &UserError);
    /// Whether nothing is under way.
    fn is_idle(&self) -> bool;
}
