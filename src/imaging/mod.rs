//! From file bytes to network input, and from activations to pictures.
//!
//! ```text
//! file bytes -> decode -> photo -> prepare -> Prepared { pixels, window } -> to_tensor -> [3, 224, 224] f32
//! activations [C, H, W] -> Range -> colorize | overlay | build_atlas -> RGBA
//! ```
//!
//! | file | its one job |
//! |---|---|
//! | `decode` | untrusted bytes to an upright, opaque RGB photo |
//! | `format` | which picture format the first bytes announce |
//! | `header` | the size a file claims, read before any decoder runs |
//! | `error` | what can be wrong with a file, in a sentence for its owner |
//! | `preprocess` | photo to the square the network sees, and that square to numbers |
//! | `resample` | resizing that agrees with Pillow |
//! | `colormap` | a number in 0..=1 to a colour |
//! | `range` | which numbers a colour bar spans |
//! | `heatmap` | values to coloured pixels |
//! | `average` | fewer cells: averages values, never colours |
//! | `mosaic` | all channels of a layer in one texture |
//! | `patterns` | generated test pictures |
//! | `edit` | a photo changed before the network sees it |
//!
//! Nothing here knows about the network, the window or the disk.

mod average;
mod colormap;
mod decode;
pub mod edit;
mod error;
mod format;
mod header;
mod heatmap;
mod mosaic;
mod patterns;
mod preprocess;
mod range;
mod resample;

pub use average::average_down;
pub use colormap::{Background, Colormap, NOT_A_NUMBER_COLOR, Sequential};
pub use decode::{MAX_DECODED_BYTES, MAX_FILE_BYTES, MAX_SIDE, decode};
pub use error::ImagingError;
pub use heatmap::{OVERLAY_OPACITY, colorize, overlay};
pub use mosaic::{Atlas, MAX_TEXTURE_SIDE, RangeRule, TileRect, atlas_columns, build_atlas};
pub use patterns::{PATTERN_SIDE, Pattern};
pub use preprocess::{
    Affine, BAR_COLOR, Fit, Geometry, LongSide, PhotoRect, Prepared, prepare, to_tensor,
};
pub use range::{Range, SHARED_PERCENTILE};
pub use resample::Filter;
