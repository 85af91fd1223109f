//! What jobs make, as plain data.
//!
//! | file | its job |
//! |---|---|
//! | `runs` | runs that can be gone on from |
//! | `without` | what is said without a part, and what each part adds |
//! | `compared` | two networks, two photos, two kinds of module |
//! | `heatmaps` | maps and what is said of them |
//! | `pictures` | pictures that are made |

mod compared;
mod heatmaps;
mod pictures;
mod runs;
mod without;

pub use compared::{ColourIndex, Depths, ModuleTimes, Similarity};
pub use heatmaps::{Cascaded, Looked, Studied};
pub use pictures::{Dreamt, Fooled, Painted, Rebuilt, Tile, Treated};
pub use runs::{Edited, ForwardRun, Framed, MutedRun};
pub use without::{BranchAlbum, BranchTrials, Contributed, Dropped, Position};
