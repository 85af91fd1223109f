//! Pictures without a window.
//!
//! | file | its job |
//! |---|---|
//! | `raster` | egui's triangles to pixels, on the CPU |
//! | `svg` | egui's shapes as an SVG document |
//! | `drawing` | what is still to be painted, as data |
//! | `snapshot` | an egui context off screen: laid out, drawn, read |

pub mod drawing;
pub mod raster;
pub mod snapshot;
mod svg;
