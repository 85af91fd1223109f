//! What is on screen as files to take home.
//!
//! | file | its job |
//! |---|---|
//! | `answers` | what the three classifiers say, as JSON has it |
//! | `table` | rows under named columns, as CSV or JSON, with their provenance |
//! | `source` | the runs that tables are made of |
//! | `album` | the album that tables are made of |
//! | `layers` | network, module and layer as tables |
//! | `classifiers` | heads, evidence, average pooling and gradients as tables |
//! | `heatmaps` | heatmaps, their verdicts and contributions as tables |
//! | `cost` | modules, layers, roofline and lineage as tables |
//! | `provenance` | where an exported file comes from |
//! | `png` | pictures that say where they come from |
//! | `pictures` | pictures that were made, and dreams |
//! | `npy` | an activation for NumPy |
//! | `trail` | answers to a moving source |
//! | `fool` | what a change of the photo makes the heads say |
//! | `exercises` | exercises about shapes and costs, with their answers and what common mistakes give, as HTML |
//! | `lesson` | handout, worksheet and answer key as HTML |

pub mod album;
pub mod answers;
pub mod classifiers;
pub mod cost;
pub mod exercises;
pub mod fool;
pub mod heatmaps;
pub mod layers;
pub mod lesson;
mod networks;
pub mod npy;
pub mod pictures;
pub mod png;
pub mod provenance;
pub mod source;
pub mod table;
pub mod trail;

pub use album::AlbumSource;
pub use source::{NoTable, Source};
pub use table::{CsvFile, Exported, Table};
