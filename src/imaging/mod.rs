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
//! | `limits` | how large a picture may be |
//! | `animation` | animated GIF, WebP and PNG, frame by frame |
//! | `stored` | a picture as its file stores it, and as it is shown |
//! | `header` | the size a file claims, read before any decoder runs |
//! | `common`, `jpeg`, `tiff`, `heic`, `avif`, `jpeg_xl` | one decoder each, as its file stores the pixels |
//! | `av1`, `isobmff` | the frame inside an AVIF file, and the boxes around it |
//! | `color_profile` | other colour spaces to sRGB |
//! | `error` | what can be wrong with a file, in a sentence for its owner |
//! | `notes` | what to know about a picture that did open |
//! | `preprocess` | photo to the square the network sees, and that square to numbers |
//! | `resample` | resizing that agrees with Pillow |
//! | `colormap` | a number in 0..=1 to a colour |
//! | `range` | which numbers a colour bar spans |
//! | `heatmap` | values to coloured pixels |
//! | `average` | fewer cells: averages values, never colours |
//! | `mosaic` | all channels of a layer in one texture |
//! | `patterns` | generated test pictures |
//! | `edit` | a photo changed before the network sees it |
//! | `largest` | the largest picture that is decoded |
//!
//! Nothing here knows about the network, the window or the disk.

pub mod animation;
mod av1;
mod average;
mod avif;
mod color_profile;
mod colormap;
mod common;
mod decode;
pub mod edit;
mod error;
mod format;
mod header;
mod heatmap;
mod heic;
mod isobmff;
mod jpeg;
mod jpeg_xl;
mod largest;
mod limits;
mod mosaic;
mod notes;
mod patterns;
mod preprocess;
mod range;
mod resample;
mod stored;
mod tiff;

pub use average::average_down;
pub use colormap::{Background, Colormap, NOT_A_NUMBER_COLOR, Sequential};
pub use decode::{decode, read};
pub use error::ImagingError;
pub use format::{FIRST_BYTES, begins_picture, is_named_picture};
pub use heatmap::{OVERLAY_OPACITY, colorize, overlay};
pub use largest::MAX_DECODED_BYTES;
pub use largest::MAX_FILE_BYTES;
pub use largest::MAX_SIDE;
pub use mosaic::{Atlas, MAX_TEXTURE_SIDE, RangeRule, TileRect, atlas_columns, build_atlas};
pub use notes::{PictureNote, four_digits};
pub use patterns::{PATTERN_SIDE, Pattern};
pub use preprocess::{
    Affine, BAR_COLOR, Fit, Geometry, LongSide, PhotoRect, Prepared, at_network_size, prepare, to_tensor,
};
pub use range::{Range, SHARED_PERCENTILE};
pub use resample::Filter;
pub use stored::Picture;
