//! Pictures without a window.
//!
//! | file | its job |
//! |---|---|
//! | `raster` | egui's triangles to pixels, on the CPU |
//! | `svg` | egui's shapes as an SVG document |
//! | `snapshot` | an egui context off screen: laid out, drawn, read |

pub mod raster;
pub mod snapshot;
mod svg;
