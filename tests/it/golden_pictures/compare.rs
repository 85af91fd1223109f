//! A picture held against the one that was last looked at.

use image::RgbImage;

use super::root;

/// A channel that differs by more counts as another colour: palettes round, and so do other instruction sets.
const ANOTHER_COLOUR: u8 = 40;
/// Pixels of another colour that a picture may have, as a share of all.
pub const MAY_DIFFER: f64 = 0.001;

/// The picture in at most 256 colours of its own, as a PNG file.
pub fn encode(picture: &RgbImage) -> Vec<u8> {
    let pixels: Vec<u8> = picture.pixels().flat_map(|pixel| [pixel[0], pixel[1], pixel[2], 255]).collect();
    let palette = color_quant::NeuQuant::new(1, 256, &pixels);
    let indices: Vec<u8> = pixels.chunks_exact(4).map(|pixel| palette.index_of(pixel) as u8).collect();
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, picture.width(), picture.height());
    encoder.set_color(png::ColorType::Indexed);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_palette(palette.color_map_rgb());
    encoder.set_compression(png::Compression::High);
    encoder.set_filter(png::Filter::NoFilter);
    let mut writer = encoder.write_header().unwrap();
    writer.write_image_data(&indices).unwrap();
    writer.finish().unwrap();
    bytes
}

/// Pixels of another colour, and a picture that shows them in red over the grey of what was drawn.
pub fn differences(golden: &RgbImage, found: &RgbImage) -> (usize, RgbImage) {
    let mut shown = found.clone();
    let mut count = 0;
    for (x, y, pixel) in shown.enumerate_pixels_mut() {
        let other = golden.get_pixel(x, y);
        if (0..3).any(|channel| pixel[channel].abs_diff(other[channel]) > ANOTHER_COLOUR) {
            count += 1;
            *pixel = image::Rgb([255, 0, 0]);
        } else {
            let grey = pixel.0.iter().map(|&value| u32::from(value)).sum::<u32>() / 6;
            *pixel = image::Rgb([grey as u8; 3]);
        }
    }
    (count, shown)
}

/// What is wrong with a picture of that name, if anything; updates it where that is asked for.
pub fn check(name: &str, found: &RgbImage) -> Option<String> {
    let path = root("tests/golden").join(name);
    let golden = std::fs::read(&path).ok().map(|bytes| image::load_from_memory(&bytes).unwrap().into_rgb8());
    let is_alike = |golden: &RgbImage| {
        let pixels = f64::from(found.width() * found.height());
        golden.dimensions() == found.dimensions() && differences(golden, found).0 as f64 <= MAY_DIFFER * pixels
    };
    if golden.as_ref().is_some_and(is_alike) {
        return None;
    }
    if std::env::var_os("UPDATE_SNAPSHOTS").is_some() {
        std::fs::write(&path, encode(found)).unwrap();
        return None;
    }
    let folder = root("target/golden-differences");
    std::fs::create_dir_all(&folder).unwrap();
    found.save(folder.join(name)).unwrap();
    let Some(golden) = golden.filter(|golden| golden.dimensions() == found.dimensions()) else {
        return Some(format!("{name}: no golden picture of this size"));
    };
    let (count, shown) = differences(&golden, found);
    shown.save(folder.join(format!("difference-{name}"))).unwrap();
    Some(format!("{name}: {count} pixels differ"))
}
