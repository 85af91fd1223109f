//! What a person should know about a picture that did open.

/// Something about a decoded picture that its pixels do not show.
#[derive(Clone, Debug, PartialEq, thiserror::Error, serde::Serialize, serde::Deserialize)]
pub enum PictureNote {
    /// Numbers that are no 8- or 16-bit colours, or beyond 0 to 1, were spread over black to white.
    #[error("its numbers run from {} to {}; they are shown as black to white", four_digits(*.low), four_digits(*.high))]
    ScaledByRange {
        /// The smallest number, shown as black.
        low: f64,
        /// The largest number, shown as white.
        high: f64,
    },
    /// Floating-point numbers inside the usual 0 to 1.
    #[error("its numbers are fractions from {} to {}; 0 is shown as black, 1 as white", four_digits(*.low), four_digits(*.high))]
    Fractions {
        /// The smallest number.
        low: f64,
        /// The largest number.
        high: f64,
    },
    /// Numbers of 16 bits of which only the lower ones are used.
    #[error("its 16-bit numbers use {bits} bits only; {bits} bits are shown as black to white")]
    FewerBits {
        /// Bits that are used.
        bits: u32,
    },
    /// The file stops right after the last pixel.
    #[error("its end marker is missing; the picture itself is whole")]
    NoEndMarker,
    /// The decoder had to go over something that is no picture data.
    #[error("it is damaged; it is shown as far as it can be read, and parts may be wrong")]
    PartlyDamaged,
    /// The largest picture of the file is of a kind that is not read, so the next smaller one is shown.
    #[error(
        "its largest picture ({} × {}) cannot be read ({cause}); the one of {} × {} pixels is shown",
        .largest[0], .largest[1], .shown[0], .shown[1]
    )]
    SmallerPicture {
        /// Width and height of the largest, in pixels.
        largest: [u32; 2],
        /// Width and height of the one that is shown, in pixels.
        shown: [u32; 2],
        /// Why the largest cannot be read.
        cause: String,
    },
    /// The colour profile contradicts itself.
    #[error("its colour profile cannot be read; its colours are taken as sRGB")]
    ProfileUnreadable,
    /// Brightness beyond white, which is shown as it is stored.
    #[error("it is a high dynamic range picture; its colours are shown without tone mapping")]
    HighDynamicRange,
}

/// Rounded to four significant digits, enough to recognise a range by.
pub fn four_digits(number: f64) -> f64 {
    format!("{number:.3e}").parse().unwrap_or(number)
}
