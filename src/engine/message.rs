//! What goes over the line between a window and an engine elsewhere.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::event::Told;
use super::key::JobKey;
use super::order::Order;
use super::orders::Wanted;
use super::receiver::DeskNumber;
use super::request::{Delivery, RequestId};
use crate::analysis::Activation;
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
    /// Something is asked of a desk.
    Desk(DeskNumber, ToDesk),
}

/// To a desk, in its own words.
#[derive(Serialize, Deserialize)]
pub(super) enum ToDesk {
    /// An order under its key.
    Order {
        id: RequestId,
        #[serde(with = "crate::wire::bytes")]
        key: Vec<u8>,
        #[serde(with = "crate::wire::bytes")]
        order: Vec<u8>,
    },
    /// Nobody wants what was asked for under that key.
    Cancel(#[serde(with = "crate::wire::bytes")] Vec<u8>),
}

/// To the window.
#[derive(Serialize, Deserialize)]
pub(super) enum ToWindow {
    /// What a request gave.
    Delivery(RequestId, Delivery<Told>),
    /// What a request to a desk gave, in the desk's own words.
    Desk {
        desk: DeskNumber,
        id: RequestId,
        #[serde(with = "crate::wire::bytes")]
        delivery: Vec<u8>,
    },
    /// Under these numbers nothing is known any more.
    Forgotten(Vec<u64>),
    /// A message could not be read: nothing can be relied on any more.
    NotUnderstood(String),
    /// A part of what the next delivery speaks of: so that no message is so large that the window stands still while it is read.
    Ahead(#[serde(with = "crate::wire::once::list")] Vec<Arc<Activation>>),
}
