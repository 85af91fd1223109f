//! The camera of this computer, where the program was built with the feature `camera`; else there is none: a photo taken with the
//! system's own program is opened as a file.

#[cfg(all(feature = "camera", target_os = "linux"))]
mod linux;
#[cfg(all(feature = "camera", target_os = "linux"))]
pub use linux::{Camera, open};

#[cfg(not(all(feature = "camera", target_os = "linux")))]
mod none;
#[cfg(not(all(feature = "camera", target_os = "linux")))]
pub use none::{Camera, open};

/// Whether there is code for a camera here.
pub const IS_HERE: bool = cfg!(all(feature = "camera", target_os = "linux"));
