//! Jobs in, events out: interactive work before background work, the latest request wins.
//!
//! The engine takes bytes and a name, never a path, and it does not know egui: how the window is woken is given to it.
//!
//! | file | its job |
//! |---|---|
//! | `key` | what there is to do |
//! | `event` | what jobs have to tell |
//! | `results` | what jobs make, as plain data |
//! | `source` | photos and weights to be opened |
//! | `order` | what the engine is asked for, as data; the job is made of it |
//! | `lens` | the engine as the app knows it: load weights, open a photo, measure |
//! | `explore` | jobs about a result on screen: explain, mute, naive |
//! | `cost` | jobs of the cost view: all modules timed, the machine's peak |
//! | `gradients` | the gradient curves |
//! | `contribution` | what every layer adds to a logit, and what is really lost without |
//! | `attribution` | what the channels of an earlier layer add to a logit |
//! | `heatmaps` | eight methods on one question, and a cascade of random networks |
//! | `frame` | a frame of a moving source |
//! | `depths` | two networks over an album: how alike they see it, how far their weights are apart |
//! | `edit` | the live loop: the network follows the edits of a photo |
//! | `occlusion` | a patch over the photo, place by place |
//! | `similarity` | where the runs of two photos part |
//! | `visualize` | pictures of what something looks for: one, and the atlas of a layer |
//! | `colour` | how much colour matters to each channel |
//! | `dream` | the photo dreams |
//! | `fool` | the photo is changed to be taken for something else |
//! | `look` | a photo looked at for itself, beside the one on screen |
//! | `studio` | work that outlives its job |
//! | `off` | what is switched off: channels and branches, by name |
//! | `lazy_model` | a network's layers, where another instance runs them |
//! | `pipeline` | weights in use, and the one way from a photo to a report |
//! | `photo` | a decoded photo and what the network sees of it |
//! | `timings` | medians of several runs |
//! | `message`, `far`, `served` | the engine in another instance of the program: what goes over the line, and its two ends |
//! | `far_state` | what the window's end knows |
//! | `desk`, `served_desk` | jobs of others, with keys and events of their own, done where the engine is |
//! | `cause` | what an error's sentence is made of, as it crosses |
//! | `error` | what a person reads |
//! | `scheduler` | the queue and the thread that empties it |
//! | `request` | the words of its contract: priority, key, cancel flag, delivery |
//! | `queue` | which job is next, and which results are stale; no threads |
//! | `urgency` | whether a person waits for it |
//! | `runner` | one chunk of one job: its context, its panic, its end |
//! | `steps` | how a job of many steps goes on, and what becomes of one that fails |
//! | `newest` | the newest edits of a photo: those of before are never run |
//! | `orders` | what jobs of several files are asked for, as data |
//! | `origin` | where a photo came from |
//! | `receiver` | who hears what comes back from an engine elsewhere, desk by desk |
//! | `work` | the one place where an order becomes a job |

mod attribution;
mod cause;
mod colour;
mod contribution;
mod cost;
mod depths;
pub mod desk;
mod dream;
mod edit;
mod error;
mod event;
mod explore;
mod far;
mod far_state;
mod fool;
mod frame;
mod gradients;
mod heatmaps;
mod key;
mod lazy_model;
mod lens;
mod look;
mod message;
mod newest;
mod occlusion;
pub mod off;
mod order;
mod orders;
mod origin;
mod photo;
pub mod pipeline;
mod queue;
mod rebuild;
mod receiver;
mod request;
mod results;
mod runner;
mod scheduler;
mod served;
mod served_desk;
mod similarity;
mod source;
mod steps;
mod studio;
mod timings;
mod urgency;
mod visualize;
mod work;

pub use crate::model::ModelError;
pub use contribution::TESTED;
pub use depths::BASELINE_SEEDS;
pub use depths::MOST_DEPTH_PHOTOS;
pub use depths::measure_depths;
pub use error::UserError;
pub use event::{Event, PhotoEvent, Told};
pub use far::{Answers, EngineLost};
pub use key::{JobKey, Side, Turn};
pub use lens::Engine;
pub use occlusion::{CELL_PX, GRID, PATCHES_PX, patch};
pub use off::{Muted, OffError, Switch};
pub use orders::AtlasOrder;
pub use orders::CascadeOrder;
pub use orders::DepthsOrder;
pub use orders::DreamOrder;
pub use orders::FoolOrder;
pub use orders::FrameOrder;
pub use orders::PaintOrder;
pub use orders::RebuildOrder;
pub use orders::StudyOrder;
pub use orders::Wanted;
pub use origin::Origin;
pub use photo::Photo;
pub use pipeline::LoadedNetwork;
pub use request::{Cancel, Delivered, Delivery, Key, Priority, Progress, RequestId};
pub use results::{
    BranchAlbum, BranchTrials, Cascaded, ColourIndex, Contributed, Depths, Dreamt, Dropped, Edited, Fooled, ForwardRun,
    Framed, Looked, ModuleTimes, MutedRun, Painted, Position, Rebuilt, Similarity, Studied, Tile, Treated,
};
pub use runner::Context;
pub use scheduler::{Executor, Scheduler};
pub use served::Served;
pub use source::{PhotoSource, Read, ReadWeights, WeightsSource};
pub use studio::Studio;
pub use timings::Timings;
pub use urgency::Urgency;
