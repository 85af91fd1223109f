//! The picture being painted: pixels, the clip rectangle, and how a colour lands on a pixel.

use egui::Color32;

/// A colour in work: red, green, blue, alpha, premultiplied, gamma space, each 0 to 255.
pub type Shade = [f32; 4];

/// The same colour as the floating-point numbers the blending works with.
pub fn shade_of(color: Color32) -> Shade {
    color.to_array().map(f32::from)
}

/// A rectangle of whole pixels; right and bottom are outside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PixelRect {
    pub left: usize,
    pub top: usize,
    pub right: usize,
    pub bottom: usize,
}

impl PixelRect {
    /// Whether it holds no pixel.
    pub fn is_empty(self) -> bool {
        self.left >= self.right || self.top >= self.bottom
    }
}

/// Pixels with premultiplied alpha, row after row, and the part of them that may be painted on.
pub struct Canvas {
    width: usize,
    height: usize,
    pixels: Vec<[u8; 4]>,
    clip: PixelRect,
}

impl Canvas {
    /// A canvas filled with `background`, with no clipping.
    pub fn new([width, height]: [usize; 2], background: Color32) -> Self {
        Self {
            width,
            height,
            pixels: vec![background.to_array(); width * height],
            clip: PixelRect { left: 0, top: 0, right: width, bottom: height },
        }
    }

    /// Restricts painting to `clip`, which must lie inside the picture.
    pub fn set_clip(&mut self, clip: PixelRect) {
        debug_assert!(clip.right <= self.width && clip.bottom <= self.height);
        self.clip = clip;
    }

    /// The part that may be painted on.
    pub fn clip(&self) -> PixelRect {
        self.clip
    }

    /// The pixels of row `y` from `left` up to `right`, both inside the clip rectangle.
    pub fn span(&mut self, y: usize, left: usize, right: usize) -> &mut [[u8; 4]] {
        let start = y * self.width;
        &mut self.pixels[start + left..start + right]
    }

    /// The finished picture.
    pub fn into_image(self) -> image::RgbaImage {
        let size = (self.width as u32, self.height as u32);
        image::RgbaImage::from_raw(size.0, size.1, self.pixels.into_flattened())
            .expect("there are width times height pixels of four bytes")
    }
}

/// Puts one colour over one pixel.
#[inline]
pub fn blend(pixel: &mut [u8; 4], source: Shade) {
    let keep = 1.0 - source[3] * (1.0 / 255.0);
    for (channel, source) in pixel.iter_mut().zip(source) {
        // The cast saturates, so a colour that is a hair outside its range is harmless.
        *channel = (source + f32::from(*channel) * keep + 0.5) as u8;
    }
}

/// Puts one colour over a run of pixels.
#[inline]
pub fn blend_run(run: &mut [[u8; 4]], source: Shade) {
    if source[3] >= 255.0 {
        run.fill(source.map(|channel| (channel + 0.5) as u8));
    } else if source != [0.0; 4] {
        for pixel in run {
            blend(pixel, source);
        }
    }
}
