//! What goes over the line between a window and an engine elsewhere.

use serde::{Deserialize, Serialize};

use super::event::Told;
use super::key::JobKey;
use super::order::Order;
use super::request::{Delivery, RequestId};
use super::visualize::Wanted;
use crate::visualize::Recipe;

/// To the engine.
#[derive(Serialize, Deserialize)]
pub(super) enum ToEngine {
    /// Something is asked for; it takes the place of what was asked for under its key.
    Order(RequestId, Box<Order>),
    /// Nobody wants what was asked for under that key.
    Cancel(JobKey),
    /// These tiles of an atlas are wanted from now on.
    Want(Wanted, Vec<(usize, Recipe)>),
    /// Under these numbers nothing is spoken of any more.
    LetGo(Vec<u64>),
}

/// To the window.
#[derive(Serialize, Deserialize)]
pub(super) enum ToWindow {
    /// What a request gave.
    Delivery(RequestId, Delivery<Told>),
    /// Under these numbers nothing is known any more.
    Forgotten(Vec<u64>),
    /// A message could not be read: nothing can be relied on any more.
    NotUnderstood(String),
}
