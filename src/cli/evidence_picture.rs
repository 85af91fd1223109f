//! A map over the grey photo, with a colour bar.

use image::imageops::{self, FilterType};
use image::{Rgb, RgbImage};

use super::digits;
use crate::analysis::heatmaps::Map;
use crate::imaging::{Background, Colormap, Range, Sequential, colorize, overlay};

/// Side of the photo in the picture, pixels: four for each the network saw, 128 for each of 7 cells.
pub const SIDE: u32 = 896;
/// Height of the strip with the colour bar, pixels.
pub const STRIP: u32 = 88;

const SIGNED: Colormap = Colormap::Diverging(Background::Dark);
const UNSIGNED: Colormap = Colormap::Sequential(Sequential::Magma);
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
    with_bar(photo, &Map { height: side, width: side, values: cells.to_vec() }, Range::symmetric(cells), SIGNED)
}

/// The same for any map; one that is nowhere below 0 goes from black at 0 upwards.  Of many cells the few that outshine all
/// others share the bar's end.
pub fn draw_map(photo: &RgbImage, map: &Map, is_signed: bool) -> RgbImage {
    let (range, colormap) = scale(map, is_signed);
    with_bar(photo, map, range, colormap)
}

/// The map alone over the grey photo, so many pixels along a side.
pub fn over_photo(photo: &RgbImage, map: &Map, is_signed: bool, side: u32) -> RgbImage {
    let (range, colormap) = scale(map, is_signed);
    let mut picture = RgbImage::new(side, side);
    paint_map(&mut picture, side, photo, map, &overlay(&map.values, range, colormap));
    picture
}

/// What the colours mean.
fn scale(map: &Map, is_signed: bool) -> (Range, Colormap) {
    (Range::of_heatmap(&map.values, is_signed), if is_signed { SIGNED } else { UNSIGNED })
}

fn with_bar(photo: &RgbImage, map: &Map, range: Range, colormap: Colormap) -> RgbImage {
    let mut picture = RgbImage::from_pixel(SIDE, SIDE + STRIP, STRIP_COLOR);
    paint_map(&mut picture, SIDE, photo, map, &overlay(&map.values, range, colormap));
    draw_bar(&mut picture, range, colormap);
    picture
}

fn paint_map(picture: &mut RgbImage, side: u32, photo: &RgbImage, map: &Map, colors: &[[u8; 4]]) {
    let grey = imageops::grayscale(&imageops::resize(photo, side, side, FilterType::CatmullRom));
    let cell = |position: u32, count: usize| position as usize * count / side as usize;
    for (x, y, grey) in grey.enumerate_pixels() {
        let [red, green, blue, alpha] = colors[cell(y, map.height) * map.width + cell(x, map.width)].map(u32::from);
        let below = u32::from(grey.0[0]);
        let mix = |above: u32| ((above * alpha + below * (255 - alpha) + 127) / 255) as u8;
        picture.put_pixel(x, y, Rgb([mix(red), mix(green), mix(blue)]));
    }
}

fn draw_bar(picture: &mut RgbImage, range: Range, colormap: Colormap) {
    let width = SIDE - 2 * MARGIN;
    let step = (range.max() - range.min()) / (width - 1) as f32;
    let values: Vec<f32> = (0..width).map(|x| range.min() + step * x as f32).collect();
    for (x, [red, green, blue, _]) in (MARGIN..).zip(colorize(&values, range, colormap)) {
        for y in 0..BAR[1] {
            picture.put_pixel(x, SIDE + BAR[0] + y, Rgb([red, green, blue]));
        }
    }
    let top = SIDE + BAR[0] + BAR[1] + 10;
    let mut write = |text: &str, left: u32| digits::draw(picture, [left, top], text, TEXT_SCALE, TEXT_COLOR);
    let text_width = |text: &str| digits::width(text, TEXT_SCALE);
    let highest = label(range.max());
    if range.min() < 0.0 {
        write(&label(range.min()), MARGIN);
        write("0", (SIDE - text_width("0")) / 2);
    } else {
        write("0", MARGIN);
    }
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
