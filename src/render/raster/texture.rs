//! A texture and how it is sampled.

use egui::epaint::textures::{TextureFilter, TextureOptions, TextureWrapMode};
use egui::epaint::{ImageData, ImageDelta};
use egui::{Color32, Rect};

use super::canvas::{Shade, shade_of};

/// Texels with premultiplied alpha, row after row.
#[derive(Clone, serde::Serialize, serde::Deserialize)]
pub struct Texture {
    width: usize,
    height: usize,
    #[serde(with = "crate::wire::plain")]
    texels: Vec<Color32>,
    options: TextureOptions,
}

impl Texture {
    /// The texture a delta describes as a whole.  A part of a texture nobody has seen counts as the whole.
    pub fn new(delta: &ImageDelta) -> Self {
        let ImageData::Color(image) = &delta.image;
        Self { width: image.width(), height: image.height(), texels: image.pixels.clone(), options: delta.options }
    }

    /// Writes the delta's image over the texels from `corner` (`[x, y]`) on; what would fall outside is dropped.
    pub fn replace_part(&mut self, [left, top]: [usize; 2], delta: &ImageDelta) {
        let ImageData::Color(image) = &delta.image;
        self.options = delta.options;
        let columns = image.width().min(self.width.saturating_sub(left));
        let rows = image.height().min(self.height.saturating_sub(top));
        for row in 0..rows {
            let from = row * image.width();
            let to = (top + row) * self.width + left;
            self.texels[to..to + columns].copy_from_slice(&image.pixels[from..from + columns]);
        }
    }

    /// Width and height in texels.
    pub fn size(&self) -> [f32; 2] {
        [self.width as f32, self.height as f32]
    }

    /// Whether texels run into one another where they are larger than pixels.
    pub fn is_soft_when_larger(&self) -> bool {
        self.options.magnification == TextureFilter::Linear
    }

    /// The texels of a part (corners from 0 to 1, left and right or top and bottom may have changed places), multiplied by
    /// `tint`; not premultiplied.
    pub fn part(&self, uv: Rect, tint: Color32) -> image::RgbaImage {
        let edge =
            |share: f32, length: usize| (f64::from(share) * length as f64).round().clamp(0.0, length as f64) as usize;
        let along = |from: f32, to: f32, length: usize| {
            let (from, to) = (edge(from, length), edge(to, length));
            let first = from.min(to).min(length.saturating_sub(1));
            (first, from.abs_diff(to).max(1).min(length - first), from > to)
        };
        let (left, width, is_mirrored) = along(uv.min.x, uv.max.x, self.width);
        let (top, height, is_upturned) = along(uv.min.y, uv.max.y, self.height);
        image::RgbaImage::from_fn(width as u32, height as u32, |x, y| {
            let (x, y) = (x as usize, y as usize);
            let column = left + if is_mirrored { width - 1 - x } else { x };
            let row = top + if is_upturned { height - 1 - y } else { y };
            let texel = self.texels.get(row * self.width + column).copied().unwrap_or(Color32::TRANSPARENT);
            image::Rgba((texel * tint).to_srgba_unmultiplied())
        })
    }

    /// The filter for a place where one pixel covers `texels_per_pixel` texels.
    pub fn filter(&self, texels_per_pixel: f32) -> TextureFilter {
        if texels_per_pixel > 1.0 { self.options.minification } else { self.options.magnification }
    }

    /// The texels of row `y` from column `left` on, if `count` of them are there.
    pub fn row(&self, y: i64, left: i64, count: usize) -> Option<&[Color32]> {
        let (y, left) = (usize::try_from(y).ok()?, usize::try_from(left).ok()?);
        if y >= self.height || left + count > self.width {
            return None;
        }
        let start = y * self.width + left;
        self.texels.get(start..start + count)
    }

    /// The colour at `[x, y]`, measured in texels from the top left corner, each channel 0 to 255.
    pub fn sample(&self, [x, y]: [f32; 2], filter: TextureFilter) -> Shade {
        match filter {
            TextureFilter::Nearest => shade_of(self.texel(x.floor() as i64, y.floor() as i64)),
            TextureFilter::Linear => self.sample_linear(x - 0.5, y - 0.5),
        }
    }

    fn sample_linear(&self, x: f32, y: f32) -> Shade {
        let (column, row) = (x.floor(), y.floor());
        let (across, down) = (x - column, y - row);
        let (column, row) = (column as i64, row as i64);
        let corner = |dx: i64, dy: i64| shade_of(self.texel(column.saturating_add(dx), row.saturating_add(dy)));
        let (top_left, top_right) = (corner(0, 0), corner(1, 0));
        let (bottom_left, bottom_right) = (corner(0, 1), corner(1, 1));
        std::array::from_fn(|channel| {
            let top = top_left[channel] + (top_right[channel] - top_left[channel]) * across;
            let bottom = bottom_left[channel] + (bottom_right[channel] - bottom_left[channel]) * across;
            top + (bottom - top) * down
        })
    }

    fn texel(&self, x: i64, y: i64) -> Color32 {
        let column = wrap(x, self.width, self.options.wrap_mode);
        let row = wrap(y, self.height, self.options.wrap_mode);
        self.texels.get(row * self.width + column).copied().unwrap_or(Color32::TRANSPARENT)
    }
}

/// Which of `length` texels stands for position `index`.
fn wrap(index: i64, length: usize, mode: TextureWrapMode) -> usize {
    let length = (length as i64).max(1);
    let wrapped = match mode {
        TextureWrapMode::ClampToEdge => index.clamp(0, length - 1),
        TextureWrapMode::Repeat => index.rem_euclid(length),
        TextureWrapMode::MirroredRepeat => {
            let place = index.rem_euclid(2 * length);
            place.min(2 * length - 1 - place)
        }
    };
    wrapped as usize
}
