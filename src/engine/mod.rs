//! Jobs in, events out: interactive work before background work, the latest request wins.
//!
//! The engine takes bytes and a name, never a path, and it does not know egui: how the window is woken is given to it.
//!
//! | file | its job |
//! |---|---|
//! | `lens` | the engine as the app knows it: load weights, open a photo, measure |
//! | `explore` | jobs about a result on screen: explain, mute, naive |
//! | `cost` | jobs of the cost view: all modules timed, the machine's peak |
//! | `gradients` | the gradient curves |
//! | `edit` | the live loop: the network follows the edits of a photo |
//! | `occlusion` | a patch over the photo, place by place |
//! | `second` | a second photo, and where the two part |
//! | `off` | what is switched off: channels and branches, by name |
//! | `pipeline` | weights in use, and the one way from a photo to a report |
//! | `photo` | a decoded photo and what the network sees of it |
//! | `timings` | medians of several runs |
//! | `error` | what a person reads |
//! | `scheduler` | the queue and the thread that empties it |
//! | `request` | the words of its contract: priority, key, cancel flag, delivery |
//! | `queue` | which job is next, and which results are stale; no threads |
//! | `runner` | one chunk of one job: its context, its panic, its end |

mod cost;
mod edit;
mod error;
mod explore;
mod gradients;
mod lens;
mod occlusion;
pub mod off;
mod photo;
pub mod pipeline;
mod queue;
mod request;
mod runner;
mod scheduler;
mod second;
mod timings;

pub use crate::model::ModelError;
pub use cost::{MODULE_TIMES, ModuleTimes, PEAK};
pub use edit::{EDIT, Edited};
pub use error::UserError;
pub use explore::{CONTRIBUTIONS, EXPLAIN, ForwardRun, KERNELS, MUTE, NAIVE};
pub use gradients::GRADIENTS;
pub use lens::{Engine, Event, PHOTO, PhotoSource, Read, ReadWeights, THUMBNAILS, TIMINGS, WEIGHTS, WeightsSource};
pub use occlusion::{CELL_PX, GRID, OCCLUSION, PATCHES_PX, Position, patch};
pub use off::{Muted, OffError, Switch};
pub use photo::{Origin, Photo};
pub use pipeline::LoadedNetwork;
pub use request::{Cancel, Delivered, Delivery, Key, Priority, Progress, RequestId};
pub use runner::Context;
pub use scheduler::{Executor, Scheduler};
pub use second::{SECOND, SIMILARITY, Similarity};
pub use timings::Timings;
