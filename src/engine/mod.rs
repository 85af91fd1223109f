//! Jobs in, events out: interactive work before background work, the latest request wins.
//!
//! [`Scheduler`] runs closures and hands back what they send.  It knows nothing of windows, networks or photos:
//! what an event is and how the window is woken are given to it.
//!
//! | file | its job |
//! |---|---|
//! | `request` | the words of the contract: priority, key, cancel flag, delivery |
//! | `queue` | which job is next, and which results are stale; no threads |
//! | `runner` | one chunk of one job: its context, its panic, its end |
//! | `scheduler` | the queue and the thread that empties it |
//! | [`pipeline`] | what jobs do: bytes to network, bytes to photo, photo to report |

pub mod pipeline;
mod queue;
mod request;
mod runner;
mod scheduler;

pub use pipeline::LoadedNetwork;
pub use request::{Cancel, Delivered, Delivery, Key, Priority, Progress, RequestId};
pub use runner::Context;
pub use scheduler::{Executor, Scheduler};
