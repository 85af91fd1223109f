//! Damaged photos by the thousand for the decoders that read phones' files: no panic, no more memory than the limit.
//!
//! The big run: `cargo test --release imaging::damaged_photos -- --ignored`, 100,000 files for each decoder.

use inception_lens::imaging::read;

use super::bytes;
use crate::mutate::{Random, Seed, alone, survive, survive_damage};

const MADE: &str = "tests/fixtures/field/made";
/// Damaged files for each decoder in the suite, and in the big run.
const FEW: u64 = 1_000;
const MANY: u64 = 100_000;

const AVIF: [&str; 9] = [
    "420.avif",
    "422.avif",
    "444.avif",
    "grey.avif",
    "alpha.avif",
    "lossless.avif",
    "ten.avif",
    "turned.avif",
    "grid.avif",
];
const HEIC: [&str; 7] = ["420.heic", "444.heic", "grey.heic", "alpha.heic", "ten.heic", "turned.heic", "grid.heic"];
const JPEG_XL: [&str; 5] = ["lossy.jxl", "lossless.jxl", "alpha.jxl", "grey.jxl", "container.jxl"];
const TIFF: [&str; 7] =
    ["twelve.tif", "palette4.tif", "planar.tif", "greyalpha.tif", "jpeg.tif", "pages.tif", "p3.tif"];
const PROFILES: [&str; 2] = ["p3.png", "p3.jpg"];

/// Reads `count` damaged files; every second one keeps its container and is damaged in its coded data alone, so that the
/// decoders get to work.  `name` is the test's own.
fn survives(name: &str, files: &[&str], count: u64) {
    alone(&format!("imaging::damaged_photos::{name}"), || {
        let files = files.iter().map(|file| bytes(&format!("{MADE}/{file}")));
        let files: Vec<Vec<u8>> = files.collect();
        // The boxes, directories or segments are at the start.
        let start = |file: &Vec<u8>| std::iter::once(0..file.len().min(600)).collect();
        let seed = |file: &Vec<u8>| Seed::new(file.clone(), start(file));
        let seeds: Vec<Seed> = files.iter().map(seed).collect();
        // Errors are as good as results.
        let look = |bytes: &[u8]| drop(read(bytes));
        survive(count / 2, &seeds, look);
        let coded = |number: u64| {
            let mut random = Random::new(number);
            let mut bytes = files[number as usize % files.len()].clone();
            let media = bytes.windows(4).position(|window| window == b"mdat");
            let start = media.map_or(bytes.len() / 8, |start| start + 4);
            for _ in 0..=random.below(8) {
                let at = start + random.below(bytes.len() - start);
                bytes[at] ^= 1 << random.below(8);
            }
            bytes
        };
        survive_damage(count / 2, coded, look);
    });
}

#[test]
fn avif_survives() {
    survives("avif_survives", &AVIF, FEW);
}

#[test]
#[ignore = "minutes: the big run"]
fn many_avif_survive() {
    survives("many_avif_survive", &AVIF, MANY);
}

#[test]
fn heic_survives() {
    survives("heic_survives", &HEIC, FEW);
}

#[test]
#[ignore = "minutes: the big run"]
fn many_heic_survive() {
    survives("many_heic_survive", &HEIC, MANY);
}

#[test]
fn jpeg_xl_survives() {
    survives("jpeg_xl_survives", &JPEG_XL, FEW);
}

#[test]
#[ignore = "minutes: the big run"]
fn many_jpeg_xl_survive() {
    survives("many_jpeg_xl_survive", &JPEG_XL, MANY);
}

#[test]
fn tiff_survives() {
    survives("tiff_survives", &TIFF, FEW);
}

#[test]
#[ignore = "minutes: the big run"]
fn many_tiff_survive() {
    survives("many_tiff_survive", &TIFF, MANY);
}

#[test]
fn profiles_survive() {
    survives("profiles_survive", &PROFILES, FEW);
}

#[test]
#[ignore = "minutes: the big run"]
fn many_profiles_survive() {
    survives("many_profiles_survive", &PROFILES, MANY);
}
