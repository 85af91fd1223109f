//! The map of class evidence over the grey photo, with a colour bar.

use image::imageops::{self, FilterType};
use image::{Rgb, RgbImage};

use super::digits;
use crate::imaging::{Background, Colormap, Range, colorize, overlay};

/// Side of the photo in the picture, pixels: four for each the network saw, 128 for each of 7 cells.
pub const SIDE: u32 = 896;
/// Height of the strip with the colour bar, pixels.
pub const STRIP: u32 = 88;

const COLORMAP: Colormap = Colormap::Diverging(Background::Dark);
const STRIP_COLOR: Rgb<u8> = Rgb([0x12, 0x16, 0x1C]);
const TEXT_COLOR: Rgb<u8> = Rgb([0xE6, 0xEA, 0xF0]);
/// Left and right of the bar, pixels.
const MARGIN: u32 = 24;
/// Top and height of the bar within the strip, pixels.
const BAR: [u32; 2] = [16, 28];
/// Pixels a dot of the numbers.
const TEXT_SCALE: u32 = 3;

/// Draws `cells` (`[side, side]`, row-major, signed) as squares over `photo`; below them the bar from the strongest
/// value against to the strongest for, 0 in the middle.  `SIDE` wide, `SIDE + STRIP` high.
pub fn draw(photo: &RgbImage, cells: &[f32], side: usize) -> RgbImage {
    let range = Range::symmetric(cells);
    let mut picture = RgbImage::from_pixel(SIDE, SIDE + STRIP, STRIP_COLOR);
    draw_map(&mut picture, photo, &overlay(cells, range, COLORMAP), side);
    draw_bar(&mut picture, range);
    picture
}

fn draw_map(picture: &mut RgbImage, photo: &RgbImage, colors: &[[u8; 4]], side: usize) {
    let grey = imageops::grayscale(&imageops::resize(photo, SIDE, SIDE, FilterType::CatmullRom));
    let cell = |position: u32| position as usize * side / SIDE as usize;
    for (x, y, grey) in grey.enumerate_pixels() {
        let [red, green, blue, alpha] = colors[cell(y) * side + cell(x)].map(u32::from);
        let below = u32::from(grey.0[0]);
        let mix = |above: u32| ((above * alpha + below * (255 - alpha) + 127) / 255) as u8;
        picture.put_pixel(x, y, Rgb([mix(red), mix(green), mix(blue)]));
    }
}

fn draw_bar(picture: &mut RgbImage, range: Range) {
    let width = SIDE - 2 * MARGIN;
    let step = (range.max() - range.min()) / (width - 1) as f32;
    let values: Vec<f32> = (0..width).map(|x| range.min() + step * x as f32).collect();
    for (x, [red, green, blue, _]) in (MARGIN..).zip(colorize(&values, range, COLORMAP)) {
        for y in 0..BAR[1] {
            picture.put_pixel(x, SIDE + BAR[0] + y, Rgb([red, green, blue]));
        }
    }
    let top = SIDE + BAR[0] + BAR[1] + 10;
    let mut write = |text: &str, left: u32| digits::draw(picture, [left, top], text, TEXT_SCALE, TEXT_COLOR);
    let text_width = |text: &str| digits::width(text, TEXT_SCALE);
    let (lowest, highest) = (label(range.min()), label(range.max()));
    write(&lowest, MARGIN);
    write("0", (SIDE - text_width("0")) / 2);
    write(&highest, SIDE - MARGIN - text_width(&highest));
}

/// A signed number of three digits or so, in the letters there are.
fn label(value: f32) -> String {
    match value.abs() {
        size if !(1e-3..1e5).contains(&size) => format!("{value:+.1e}"),
        size if size >= 100.0 => format!("{value:+.0}"),
        size if size >= 1.0 => format!("{value:+.2}"),
        _ => format!("{value:+.3}"),
    }
}
