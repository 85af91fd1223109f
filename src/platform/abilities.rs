//! What the place we run in has, and another may not have.

pub use super::here::ABILITIES;

/// What a view asks before it offers something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Abilities {
    /// Folders of photos can be opened.
    pub has_folders: bool,
    /// Weights are fetched from other hosts by their name.
    pub fetches_weights: bool,
    /// The presenter can have a window of their own.
    pub has_second_window: bool,
    /// Folders are watched, and streams of pictures come from other computers or a pipe.
    pub has_streams: bool,
    /// A camera can be asked for.
    pub has_camera: bool,
}
