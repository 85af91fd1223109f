//! An album: a folder of photos, or the photos inside the program, and what one network makes of them.
//!
//! ```text
//! Place -> list -> Index::open (what the store knows) -> Index::run (the rest, one photo a thread) -> Arc<Album>, queries
//! ```
//!
//! [`Album`] is plain data, a snapshot to draw: its photos, what is true of them, what the heads say.  [`Index`] makes it and
//! answers what is too large to be kept in memory: examples, maxima, means, small pictures.  Everything of an index belongs to one
//! network, never muted and never naive; for other weights another index is opened.
//!
//! | file | its job |
//! |---|---|
//! | `place`, `listing` | which folder, and the photos in it |
//! | `snapshot`, `photo`, `answers` | the album as plain data |
//! | `label` | names of folders to classes |
//! | `layers` | the layers whose channels are kept |
//! | `index`, `run` | what is known of the photos, and the rest of them run |
//! | `shared`, `state` | what never changes while an index is open, and what does |
//! | `workers` | one photo a thread |
//! | `record` | a photo's run, as far as it is kept |
//! | `segment`, `store`, `compact` | records as bytes, and where these are kept |
//! | `crossing` | an index whose photos run in another instance of the program |
//! | `queries`, `found`, `strongest` | examples, maxima, means, small pictures |
//! | `useful` | what a channel adds to an answer |
//! | `statistics` | confusion, shares right, reliability: of an album's data alone |
//! | `neighbours` | which photos are alike at a depth |
//! | `placement` | photos in a plane: PCA, t-SNE, Procrustes |
//! | `sources` | where the photos inside the program are from |
//! | `spread` | some photos in place of all |
//! | `error` | what a person reads |

mod answers;
mod compact;
pub mod crossing;
mod error;
mod found;
mod index;
mod label;
mod layers;
mod listing;
pub mod neighbours;
mod photo;
mod place;
pub mod placement;
mod queries;
mod record;
mod run;
mod segment;
mod shared;
mod snapshot;
mod sources;
mod spread;
mod state;
pub mod statistics;
mod store;
mod strongest;
mod useful;
mod workers;

pub use error::AlbumError;
pub use found::{Example, Means, Peak, Useful};
pub use index::{Index, Outcome, Progress};
pub use label::find_class;
pub use layers::{AlbumLayer, LAYERS};
pub use neighbours::{Depth, Neighbours};
pub use photo::{Answer, Guess, Photo, State, TrueClass, Truth};
pub use place::Place;
pub use snapshot::{Album, Note};
pub use sources::{Source, sources};
pub use spread::spread;
pub use store::MOST_BYTES;
