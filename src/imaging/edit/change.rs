//! One change of what is done to a photo.  Changes are small and follow one another, so that none of several in a row is lost.

use super::brush::Dab;
use super::{Edits, PhotoRect};

/// One movement of a control or of the hand.
#[derive(Clone, Debug, PartialEq)]
pub enum Change {
    /// The brush touches, the latest touch last.
    Paint(Vec<Dab>),
    /// The picture as it is seen is drawn along, pixels of the input, right and down.
    Drag([f32; 2]),
    /// The window moves over the photo, photo pixels, right and down; it does not leave the photo.
    MoveWindow([f32; 2]),
    /// The window goes back to where it was when the photo was opened.
    CentreWindow,
    /// The picture as it is seen grows by `factor`; what lies at `place` stays there.
    Zoom {
        /// Pixels of the input, from its centre.
        place: [f32; 2],
        /// Above 1: larger.
        factor: f32,
    },
    /// [`super::Framing::zoom`].
    SetZoom(f32),
    /// [`super::Framing::rotation_degrees`].
    SetRotation(f32),
    /// [`Edits::brightness`].
    SetBrightness(f32),
    /// [`Edits::contrast`].
    SetContrast(f32),
    /// [`Edits::blur_px`].
    SetBlur(f32),
    /// [`Edits::noise`].
    SetNoise(f32),
    /// [`Edits::mirror`].
    SetMirror(bool),
    /// [`Edits::greyscale`].
    SetGreyscale(bool),
}

/// The photo that is changed, as far as changes depend on it.
#[derive(Clone, Copy, Debug)]
pub struct Uncut {
    /// Width and height of the photo, pixels.
    pub size: [u32; 2],
    /// What the network sees of it without any change.
    pub window: PhotoRect,
    /// Side of the network's input, pixels.
    pub side: u32,
}

impl Edits {
    /// Makes one change.
    pub fn change(&mut self, change: Change, photo: Uncut) {
        let Uncut { size, window, side } = photo;
        // In a mirrored picture right is left.
        let seen = if self.mirror { -1.0 } else { 1.0 };
        let framing = &mut self.framing;
        match change {
            Change::Paint(dabs) => dabs.into_iter().for_each(|dab| self.paint(dab)),
            Change::Drag([right, down]) => {
                *framing = framing.dragged(size, window, side, [right * seen, down]);
            }
            Change::MoveWindow(by) => *framing = framing.moved(size, window, by),
            Change::CentreWindow => framing.shift = [0.0; 2],
            Change::Zoom { place: [right, down], factor } => {
                *framing = framing.zoomed(size, window, side, [right * seen, down], factor);
            }
            Change::SetZoom(zoom) => framing.zoom = zoom,
            Change::SetRotation(degrees) => framing.rotation_degrees = degrees,
            Change::SetBrightness(brightness) => self.brightness = brightness,
            Change::SetContrast(contrast) => self.contrast = contrast,
            Change::SetBlur(blur_px) => self.blur_px = blur_px,
            Change::SetNoise(noise) => self.noise = noise,
            Change::SetMirror(on) => self.mirror = on,
            Change::SetGreyscale(on) => self.greyscale = on,
        }
    }
}
