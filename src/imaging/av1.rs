//! One frame of AV1, by a Rust port of dav1d without its assembly.
//!
//! The port does not compile for a browser: there a photo in AVIF is refused, and why is said.

use heic_decoder::ColorInfo;

use super::error::ImagingError;

#[cfg(not(target_arch = "wasm32"))]
mod dav1d;

/// A decoded frame: luma and, unless it is grey, two chroma planes.
pub(super) struct Frame {
    /// Width and height, pixels.
    pub(super) size: [usize; 2],
    /// Width and height of a chroma plane.
    pub(super) chroma_size: [usize; 2],
    /// Pixels of luma for one of chroma, across and down.
    pub(super) subsampling: [u32; 2],
    /// 0: grey, 1: 4:2:0, 2: 4:2:2, 3: 4:4:4.
    pub(super) layout: u32,
    /// Bits of a sample: 8, 10 or 12.
    pub(super) bits: u32,
    /// Matrix and range by the sequence header, for files whose container does not say.
    pub(super) color: ColorInfo,
    /// Samples, row by row.
    pub(super) planes: [Vec<i32>; 3],
}

/// Decodes the first frame of `data`, refused by its header beyond `max_pixels`.
#[cfg(not(target_arch = "wasm32"))]
pub(super) fn decode(data: Vec<u8>, max_pixels: u32) -> Result<Frame, ImagingError> {
    dav1d::decode(data, max_pixels)
}

/// Refuses, since there is no decoder.
#[cfg(target_arch = "wasm32")]
pub(super) fn decode(_data: Vec<u8>, _max_pixels: u32) -> Result<Frame, ImagingError> {
    let cause = "AV1, which is not decoded in a browser".to_owned();
    Err(ImagingError::UnsupportedVariant { format: super::format::Format::Avif.name(), cause })
}
