//! The window the network sees, moved, zoomed and turned.

use image::{Rgb, RgbImage, imageops};

use super::super::preprocess::{BAR_COLOR, PhotoRect, Prepared};
use super::super::resample::{Axis, resample};
use super::Unedited;

/// The least and the largest zoom.
pub const ZOOM: [f32; 2] = [0.5, 4.0];
/// The largest rotation either way, degrees.
pub const ROTATION_DEGREES: f32 = 180.0;

/// Where the window lies, relative to the one without any change.
#[derive(Clone, Copy, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Framing {
    /// How far the window's centre moved, photo pixels, right and down.
    pub shift: [f32; 2],
    /// How much larger things look, see [`ZOOM`]; the window is smaller by it.
    pub zoom: f32,
    /// How far the picture turns clockwise about the window's centre, degrees, up to [`ROTATION_DEGREES`] either way.
    pub rotation_degrees: f32,
}

impl Default for Framing {
    fn default() -> Self {
        Self { shift: [0.0; 2], zoom: 1.0, rotation_degrees: 0.0 }
    }
}

impl Framing {
    pub(super) fn clamped(self) -> Self {
        let finite = |value: f32, otherwise: f32| {
            if value.is_finite() { value } else { otherwise }
        };
        Self {
            shift: self.shift.map(|shift| finite(shift, 0.0)),
            zoom: finite(self.zoom, 1.0).clamp(ZOOM[0], ZOOM[1]),
            rotation_degrees: finite(self.rotation_degrees, 0.0).clamp(-ROTATION_DEGREES, ROTATION_DEGREES),
        }
    }

    /// The window before it turns, photo pixels.  Its centre stays inside the photo, however far it is moved.
    pub fn window(&self, photo_size: [u32; 2], unmoved: PhotoRect) -> PhotoRect {
        let along = |start: f32, length: f32, shift: f32, photo: u32| {
            let centre = (start + length / 2.0 + shift).clamp(0.0, photo as f32);
            let length = length / self.zoom;
            (centre - length / 2.0, length)
        };
        let [photo_width, photo_height] = photo_size;
        let (x, width) = along(unmoved.x, unmoved.width, self.shift[0], photo_width);
        let (y, height) = along(unmoved.y, unmoved.height, self.shift[1], photo_height);
        PhotoRect { x, y, width, height }
    }

    /// The framing after the picture was drawn along by `[right, down]` pixels of the input; the window's centre stays
    /// inside the photo.  `side` is that of the input.
    #[must_use]
    pub fn dragged(mut self, photo_size: [u32; 2], unmoved: PhotoRect, side: u32, along: [f32; 2]) -> Self {
        let window = self.window(photo_size, unmoved);
        let [right, down] = source(along, self.rotation_degrees.to_radians());
        let pixels = [window.width, window.height].map(|length| length / side as f32);
        let starts = [unmoved.x + unmoved.width / 2.0, unmoved.y + unmoved.height / 2.0];
        let centres =
            [window.x + window.width / 2.0 - right * pixels[0], window.y + window.height / 2.0 - down * pixels[1]];
        for axis in 0..2 {
            let centre = centres[axis].clamp(0.0, photo_size[axis] as f32);
            self.shift[axis] = centre - starts[axis];
        }
        self
    }

    /// The framing after the window was moved over the photo by `[right, down]` photo pixels.  It stays inside the photo where it
    /// fits; where it is larger than the photo it stays as it is.
    #[must_use]
    pub fn moved(mut self, photo_size: [u32; 2], unmoved: PhotoRect, by: [f32; 2]) -> Self {
        let window = self.window(photo_size, unmoved);
        let starts = [unmoved.x + unmoved.width / 2.0, unmoved.y + unmoved.height / 2.0];
        for (axis, (start, length)) in [(window.x, window.width), (window.y, window.height)].into_iter().enumerate() {
            let free = photo_size[axis] as f32 - length;
            if free > 0.0 {
                let start = (start + by[axis]).clamp(0.0, free);
                self.shift[axis] = start + length / 2.0 - starts[axis];
            }
        }
        self
    }

    /// The framing zoomed by `factor`, with what lies at `place` (pixels of the input, from its centre) kept there.
    #[must_use]
    pub fn zoomed(self, photo_size: [u32; 2], unmoved: PhotoRect, side: u32, place: [f32; 2], factor: f32) -> Self {
        let zoom = (self.zoom * factor).clamp(ZOOM[0], ZOOM[1]);
        let away = 1.0 - zoom / self.zoom;
        Self { zoom, ..self }.dragged(photo_size, unmoved, side, place.map(|from| from * away))
    }

    /// Cuts the window out of the copy: resized to the network's scale as the whole photo was, then, if it turns, bilinear.  What lies
    /// outside the photo is [`BAR_COLOR`].
    pub(super) fn cut(&self, photo: &Unedited<'_>) -> Prepared {
        let side = photo.prepared.pixels.width();
        let window = self.window(photo.photo_size, photo.prepared.window);
        let turn = self.rotation_degrees.to_radians();
        let pixels = if turn == 0.0 {
            upright(photo, window, side, side)
        } else {
            // Large enough for every corner of the turned square, and a pixel more for the interpolation.
            let reach = f64::from(side) * f64::from(turn.sin().abs() + turn.cos().abs());
            let margin = ((reach - f64::from(side)) / 2.0).max(0.0).ceil() as u32 + 1;
            turned(&upright(photo, window, side, side + 2 * margin), turn, side)
        };
        Prepared { pixels, window, filter: photo.prepared.filter }
    }
}

/// A square of `wanted` pixels around the window's centre, at the scale at which the window itself has `side` pixels.
fn upright(photo: &Unedited<'_>, window: PhotoRect, side: u32, wanted: u32) -> RgbImage {
    let mut pixels = RgbImage::from_pixel(wanted, wanted, Rgb(BAR_COLOR));
    let (width, height) = photo.copy.dimensions();
    let margin = f64::from(wanted - side) / 2.0;
    let [photo_width, photo_height] = photo.photo_size;
    let along = |copy: u32, photo: u32, start: f32, length: f32| {
        let scale = f64::from(copy) / f64::from(photo.max(1));
        let step = f64::from(length) * scale / f64::from(side);
        inside(copy, step, f64::from(start) * scale / step - margin, wanted)
    };
    let horizontal = along(width, photo_width, window.x, window.width);
    let vertical = along(height, photo_height, window.y, window.height);
    if let (Some((left, horizontal)), Some((top, vertical))) = (horizontal, vertical) {
        let part = resample(photo.copy, photo.prepared.filter, horizontal, vertical);
        imageops::replace(&mut pixels, &part, left.into(), top.into());
    }
    pixels
}

/// Of `wanted` pixels from `first` on, those whose centre lies inside the photo: how many are left out before them, and
/// the axis; `None` where there are none.
fn inside(photo_len: u32, step: f64, first: f64, wanted: u32) -> Option<(u32, Axis)> {
    let is_inside = |index: &u32| {
        let centre = (first + f64::from(*index) + 0.5) * step;
        (0.0..f64::from(photo_len)).contains(&centre)
    };
    let start = (0..wanted).find(is_inside)?;
    let count = (start..wanted).take_while(is_inside).count() as u32;
    let axis = Axis { photo_len, step, first: first + f64::from(start), count };
    Some((start, axis))
}

/// The middle `side` by `side` pixels of a square after the picture turned clockwise by `turn` radians.
fn turned(square: &RgbImage, turn: f32, side: u32) -> RgbImage {
    let middle = side as f32 / 2.0;
    let offset = square.width() as f32 / 2.0 - 0.5;
    RgbImage::from_fn(side, side, |x, y| {
        let place = [x as f32 + 0.5 - middle, y as f32 + 0.5 - middle];
        let [right, down] = source(place, turn);
        bilinear(square, offset + right, offset + down)
    })
}

/// Where in the upright picture that lies, from its centre, which is at `place` after a turn clockwise by `turn` radians.
fn source([right, down]: [f32; 2], turn: f32) -> [f32; 2] {
    let (sine, cosine) = turn.sin_cos();
    [cosine * right + sine * down, cosine * down - sine * right]
}

fn bilinear(square: &RgbImage, x: f32, y: f32) -> Rgb<u8> {
    let last = square.width() - 2;
    let (left, top) = ((x as u32).min(last), (y as u32).min(last));
    let (right_share, bottom_share) = (x - left as f32, y - top as f32);
    let pixel = |right: u32, down: u32| square.get_pixel(left + right, top + down).0;
    let corners = [pixel(0, 0), pixel(1, 0), pixel(0, 1), pixel(1, 1)];
    Rgb(std::array::from_fn(|channel| {
        let [a, b, c, d] = corners.map(|corner| f32::from(corner[channel]));
        let (above, below) = (a + (b - a) * right_share, c + (d - c) * right_share);
        (above + (below - above) * bottom_share).round() as u8
    }))
}
