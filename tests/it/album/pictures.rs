//! Pictures made by a formula: the twin of `picture` in `tests/fixtures/album/make_album.py`.

use std::path::Path;

use image::{Rgb, RgbImage};

/// How many the fixture knows.
pub const COUNT: u32 = 24;

/// 232 x 232 pixels: the network sees their centre as it is.
pub fn picture(index: u32) -> RgbImage {
    RgbImage::from_fn(232, 232, |x, y| {
        let red = x * (index % 5 + 1) + y * (index % 7) + ((x * y) >> (index % 4 + 2)) + 13 * index;
        let square = |side: u32| side.abs_diff(116).pow(2);
        let green = ((square(x) + square(y)) >> (index % 6 + 2)) + 7 * index;
        let blue = ((x >> (index % 5)) ^ (y >> (index % 4))) * (3 * index + 5);
        Rgb([red, green, blue].map(|value| (value & 255) as u8))
    })
}

/// Name of a picture in an album: in folders "cat", "Dogs" and "thing", and in none.
pub fn path(index: u32) -> String {
    match index % 4 {
        0 => format!("cat/{index:02}.png"),
        1 => format!("Dogs/{index:02}.png"),
        2 => format!("thing/{index:02}.png"),
        _ => format!("{index:02}.png"),
    }
}

/// Writes pictures into a folder.
pub fn write(folder: &Path, indices: impl IntoIterator<Item = u32>) {
    for index in indices {
        let path = folder.join(path(index));
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        picture(index).save(path).unwrap();
    }
}
