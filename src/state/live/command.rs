//! What is asked of a moving source.

/// One wish.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LiveCommand {
    /// Ask for a folder to watch.
    ChooseFolder,
    /// Open the stream at an address, as a person types it; another host than one nearby is asked about first.
    Connect(String),
    /// Open the stream that was asked about, or do not.
    Confirm(bool),
    /// Look through the camera.
    Camera,
    /// Keep the frame on screen, or go on.
    Freeze(bool),
    /// Swap left and right, or do not.
    Mirror(bool),
    /// Close the source; the frame on screen stays as a photo.
    Close,
}
