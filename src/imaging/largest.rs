//! The largest picture that is decoded.

/// Largest width or height that is loaded, in pixels.
pub const MAX_SIDE: u32 = 20_000;

/// Largest decoded picture that is loaded, in bytes as its file stores pixels (3 a pixel for plain
/// colour, 8 for 16 bits with alpha).  Decoding may need about three times this for a moment.
pub const MAX_DECODED_BYTES: u64 = 400_000_000;

/// Largest file that is loaded, in bytes.
pub const MAX_FILE_BYTES: u64 = 256_000_000;
