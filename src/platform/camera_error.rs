//! Why a camera gives no picture.

/// Why a camera does not see.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CameraError {
    /// The person, or the system, says no.
    Refused,
    /// There is none.
    Missing,
    /// Another program has it, or it was unplugged.
    Taken,
    /// Only a page that comes over a safe connection is given one.
    Unsafe,
}
