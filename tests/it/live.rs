//! Moving sources: animations, streams, folders; addresses; frames of memory.

mod address;
mod animation;
mod command_line;
mod folder;
mod http;
mod jpeg_stream;
mod player;
mod trail;

use std::io::Cursor;
use std::sync::Arc;
use std::time::{Duration, Instant};

use image::codecs::gif::{GifEncoder, Repeat};
use image::{Delay, Frame, ImageFormat, Rgb, RgbImage};
use inception_lens::live::{Numbered, Open, Phase, Player};

/// How long a test waits for something that comes by itself; it fails thereafter.
const PATIENCE: Duration = Duration::from_secs(60);

pub fn fixture(name: &str) -> std::path::PathBuf {
    std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/live").join(name)
}

/// A plain picture: the red of `number`.
pub fn plain(number: u8) -> RgbImage {
    RgbImage::from_pixel(32, 24, Rgb([number, 90, 160]))
}

pub fn jpeg(picture: &RgbImage) -> Vec<u8> {
    let mut bytes = Vec::new();
    picture.write_to(&mut Cursor::new(&mut bytes), ImageFormat::Jpeg).unwrap();
    bytes
}

/// An animated GIF: one plain picture after the other, 20 ms each.
pub fn gif(pictures: impl IntoIterator<Item = RgbImage>) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = GifEncoder::new_with_speed(&mut bytes, 30);
    encoder.set_repeat(Repeat::Infinite).unwrap();
    for picture in pictures {
        let picture = image::DynamicImage::from(picture).into_rgba8();
        encoder.encode_frame(Frame::from_parts(picture, 0, 0, Delay::from_numer_denom_ms(20, 1))).unwrap();
    }
    drop(encoder);
    bytes
}

/// A player on a thread of its own, which wakes nobody.
pub fn play(open: Open) -> Player {
    Player::beside(open, Arc::new(|| {}))
}

/// The next frame.
pub fn next(player: &mut Player) -> Numbered {
    until(player, |player| player.latest(0.0))
}

/// Waits for something.
pub fn until<T>(player: &mut Player, mut look: impl FnMut(&mut Player) -> Option<T>) -> T {
    let start = Instant::now();
    loop {
        if let Some(found) = look(player) {
            return found;
        }
        assert!(start.elapsed() < PATIENCE, "{:?}", player.phase());
        std::thread::sleep(Duration::from_millis(1));
    }
}

/// Waits until it is over.
pub fn end(player: &mut Player) -> Phase {
    until(player, |player| Some(player.phase()).filter(|phase| matches!(phase, Phase::Ended | Phase::Failed(_))))
}

/// The red of a frame's middle.
pub fn red(frame: &Numbered) -> u8 {
    let pixels = &frame.frame.pixels;
    pixels.get_pixel(pixels.width() / 2, pixels.height() / 2).0[0]
}

/// JPEG changes colours a little.
pub fn is_about(value: u8, wanted: u8) -> bool {
    value.abs_diff(wanted) <= 6
}
