//! What a person sees.

pub mod format;
pub mod raster;
pub mod snapshot;
pub mod text;
pub mod theme;
pub mod widgets;
