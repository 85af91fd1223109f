//! The picture of the photos that fire a channel: what the network saw, the strongest cell's field, the value.

use std::ops::Range;

use image::imageops;
use image::{Rgb, RgbImage};

use super::digits;
use crate::spec::{INPUT_SIDE, ReceptiveField};

const COLUMNS: u32 = 3;
const SIDE: u32 = INPUT_SIDE as u32;
/// Around and between the photos, pixels.
const GAP: u32 = 16;
/// Below each photo, for its value.
const STRIP: u32 = 32;
/// Pixels a dot of the numbers.
const TEXT_SCALE: u32 = 2;
/// Width of the lines around a field.
const LINE: u32 = 2;

const GROUND: Rgb<u8> = Rgb([0x12, 0x16, 0x1C]);
const TEXT: Rgb<u8> = Rgb([0xE6, 0xEA, 0xF0]);

/// A photo of the sheet.
pub struct Tile {
    /// What the network saw.
    pub pixels: RgbImage,
    /// The strongest cell's value.
    pub value: f32,
    /// Its row and column.
    pub cell: [usize; 2],
}

/// Draws the photos in rows of three, strongest first; what the cell cannot see is darker, and a small square stands where it is.
pub fn draw(tiles: &[Tile], field: ReceptiveField) -> RgbImage {
    let rows = (tiles.len() as u32).div_ceil(COLUMNS).max(1);
    let pitch = [SIDE + GAP, SIDE + STRIP + GAP];
    let mut sheet = RgbImage::from_pixel(GAP + COLUMNS * pitch[0], GAP + rows * pitch[1], GROUND);
    for (index, tile) in (0..).zip(tiles) {
        let (left, top) = (GAP + index % COLUMNS * pitch[0], GAP + index / COLUMNS * pitch[1]);
        imageops::replace(&mut sheet, &lit(tile, field), left.into(), top.into());
        let text = format!("{:.2}", tile.value);
        digits::draw(&mut sheet, [left, top + SIDE + GAP / 2], &text, TEXT_SCALE, TEXT);
    }
    sheet
}

/// The photo with the field of its strongest cell in full light and a line around it, and one around the pixels that are the cell's
/// own.
fn lit(tile: &Tile, field: ReceptiveField) -> RgbImage {
    let own = ReceptiveField { size: field.stride, ..field };
    let (rows, columns) = (clipped(field, tile.cell[0]), clipped(field, tile.cell[1]));
    let (own_rows, own_columns) = (clipped(own, tile.cell[0]), clipped(own, tile.cell[1]));
    let near_end = |range: &Range<u32>, at: u32| at < range.start + LINE || at + LINE >= range.end;
    let is_on_line = |rows: &Range<u32>, columns: &Range<u32>, x: u32, y: u32| {
        rows.contains(&y) && columns.contains(&x) && (near_end(rows, y) || near_end(columns, x))
    };
    let mut picture = tile.pixels.clone();
    for (x, y, pixel) in picture.enumerate_pixels_mut() {
        let is_inside = rows.contains(&y) && columns.contains(&x);
        if !is_inside {
            *pixel = Rgb(pixel.0.map(|value| value / 3));
        } else if is_on_line(&rows, &columns, x, y) || is_on_line(&own_rows, &own_columns, x, y) {
            *pixel = TEXT;
        }
    }
    picture
}

/// Pixels of the photo that a cell sees along one axis.
fn clipped(field: ReceptiveField, cell: usize) -> Range<u32> {
    let pixels = field.pixels(cell);
    let clip = |pixel: i64| pixel.clamp(0, SIDE.into()) as u32;
    clip(pixels.start)..clip(pixels.end)
}
