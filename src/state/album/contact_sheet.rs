//! All photos of an album as one small picture, so that a map draws any number of them at once.

use image::RgbImage;

use crate::album::{AlbumError, Depth, Index};

/// Side of a photo on the sheet, pixels: as kept for comparing pixels.
const SIDE: usize = 32;

/// Small pictures side by side, row by row.
#[derive(serde::Serialize, serde::Deserialize)]
pub struct ContactSheet {
    /// Positions in the album, in the order of the sheet.
    pub photos: Vec<usize>,
    /// Photos in a row.
    pub columns: usize,
    /// The pixels.
    #[serde(with = "crate::wire::picture")]
    pub pixels: RgbImage,
}

impl ContactSheet {
    /// Of all photos that have run.  Reads files.
    ///
    /// # Errors
    /// [`AlbumError::Store`].
    pub(crate) fn new(index: &Index) -> Result<Self, AlbumError> {
        let pictures = index.vectors(Depth::Pixels)?;
        let photos = pictures.photos.clone();
        let columns = (photos.len() as f64).sqrt().ceil().max(1.0) as usize;
        let rows = photos.len().div_ceil(columns).max(1);
        let mut pixels = RgbImage::new((columns * SIDE) as u32, (rows * SIDE) as u32);
        for place in 0..photos.len() {
            let values = pictures.row(place);
            let corner = [place % columns * SIDE, place / columns * SIDE];
            for (pixel, color) in values.chunks_exact(3).enumerate() {
                let at = [corner[0] + pixel % SIDE, corner[1] + pixel / SIDE];
                let color = [color[0], color[1], color[2]].map(|value| value as u8);
                pixels.put_pixel(at[0] as u32, at[1] as u32, image::Rgb(color));
            }
        }
        Ok(Self { photos, columns, pixels })
    }

    /// Where a photo is on the sheet, as shares of its width and height: left, top, right, bottom.
    pub fn part(&self, place: usize) -> [f32; 4] {
        let [width, height] = [self.pixels.width() as f32, self.pixels.height() as f32];
        let corner = [place % self.columns * SIDE, place / self.columns * SIDE].map(|side| side as f32);
        // Half a pixel inside, so that no neighbour shines through.
        let (near, far) = (0.5, SIDE as f32 - 0.5);
        [(corner[0] + near) / width, (corner[1] + near) / height, (corner[0] + far) / width, (corner[1] + far) / height]
    }
}
