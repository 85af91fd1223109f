//! The README's moving picture: the lesson as it plays by itself, a step a frame.

use std::fs::{self, File};
use std::io::BufReader;
use std::path::Path;

use anyhow::{Context, ensure};
use gif::{Encoder, Frame, Repeat};

use crate::program::Program;

/// Where it goes.
const OUT: &str = "assets/screenshots/demo.gif";
/// Steps of the lesson, from 1, that say something without a word: scenes and answers of the first seven cards.
const STEPS: std::ops::RangeInclusive<usize> = 1..=14;
/// Points of a frame.
const SIZE: &str = "1100x700";
/// How long a frame stays, hundredths of a second.
const DELAY: u16 = 250;
/// The largest file that a README may ask for, bytes.
const LARGEST: u64 = 4_000_000;

/// Draws it, or nothing where other pictures are asked for.
///
/// # Errors
/// A step cannot be drawn, or the file is larger than a README may ask for.
pub fn draw(program: &Program, only: Option<&str>) -> anyhow::Result<()> {
    if only.is_some_and(|letters| !"demo".contains(letters)) {
        return Ok(());
    }
    let folder = program.path("target/demo");
    fs::create_dir_all(&folder)?;
    let mut frames = Vec::new();
    for step in STEPS {
        let file = folder.join(format!("{step}.png"));
        let name = file.to_str().context("the project's folder has a name in Unicode")?;
        let number = step.to_string();
        let photo = "assets/samples/cat.png";
        let shape = ["--size", SIZE, "--lang", "en", "--theme", "dark", "--screenshot", name];
        program.run(&[&[photo, "--demo", "--step", &number][..], &shape].concat())?;
        frames.push(pixels(&file)?);
    }
    let out = program.path(OUT);
    write(&out, frames)?;
    let bytes = fs::metadata(&out)?.len();
    ensure!(bytes <= LARGEST, "{OUT} has {bytes} bytes, more than {LARGEST}");
    println!("{OUT}");
    Ok(())
}

/// A PNG's pixels, RGBA, with width and height.
fn pixels(file: &Path) -> anyhow::Result<(Vec<u8>, [u16; 2])> {
    let mut decoder = png::Decoder::new(BufReader::new(File::open(file)?));
    decoder.set_transformations(png::Transformations::ALPHA | png::Transformations::STRIP_16);
    let mut reader = decoder.read_info()?;
    let mut pixels = vec![0; reader.output_buffer_size().context("a screenshot fits into memory")?];
    let info = reader.next_frame(&mut pixels)?;
    pixels.truncate(info.buffer_size());
    Ok((pixels, [u16::try_from(info.width)?, u16::try_from(info.height)?]))
}

/// Frames one after the other, again and again.
fn write(out: &Path, frames: Vec<(Vec<u8>, [u16; 2])>) -> anyhow::Result<()> {
    let [width, height] = frames.first().context("the lesson has steps")?.1;
    let mut encoder = Encoder::new(File::create(out)?, width, height, &[])?;
    encoder.set_repeat(Repeat::Infinite)?;
    for (mut pixels, [width, height]) in frames {
        let mut frame = Frame::from_rgba_speed(width, height, &mut pixels, 10);
        frame.delay = DELAY;
        encoder.write_frame(&frame)?;
    }
    Ok(())
}
