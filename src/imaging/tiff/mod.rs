//! TIFF and BigTIFF: the picture of the file that is no preview, whatever kind of numbers it has.
//!
//! The `tiff` crate unpacks the numbers.  It reads neither palettes nor pictures below the main ones, so it is shown the chosen
//! picture as the first one, and a palette's indices as grey.

mod directory;
mod page;
mod samples;

use std::error::Error;
use std::io::{Cursor, ErrorKind};

use image::metadata::Orientation;
use image::{DynamicImage, RgbaImage};
use tiff::TiffError;
use tiff::decoder::{BufferLayoutPreference, Decoder, DecodingResult, Limits};

use self::directory::{Directory, File, tag};
use self::page::{Colors, Page};
use super::color_profile::Profile;
use super::error::ImagingError;
use super::format::Format;
use super::largest::MAX_DECODED_BYTES;
use super::largest::MAX_FILE_BYTES;
use super::limits::check_size;
use super::notes::PictureNote;
use super::stored::{Stored, one_line};

const FORMAT: Format = Format::Tiff;

/// Decodes the file's picture, upright.
pub(super) fn decode(bytes: &[u8]) -> Result<Stored, ImagingError> {
    let file = File::new(bytes);
    let pages = page::pages(file);
    let Some((page, unread)) = page::choose(&pages) else {
        return Err(no_pages(bytes));
    };
    check_size(FORMAT, page.size[0].into(), page.size[1].into(), 1)?;
    let colors =
        page.colors.clone().map_err(|cause| ImagingError::UnsupportedVariant { format: FORMAT.name(), cause })?;
    let mut stored = read(file, page, colors)?;
    if let Some(Page { size, colors: Err(cause), .. }) = unread {
        let (largest, shown, cause) = (*size, page.size, cause.clone());
        stored.notes.push(PictureNote::SmallerPicture { largest, shown, cause });
    }
    Ok(stored)
}

/// Why a file has no picture: it may just be cut off.
fn no_pages(bytes: &[u8]) -> ImagingError {
    match Decoder::new(Cursor::new(bytes)) {
        Err(error) => explain(error),
        Ok(_) => damaged("it holds no picture"),
    }
}

fn read(file: File<'_>, page: &Page, colors: Colors) -> Result<Stored, ImagingError> {
    let directory = &page.directory;
    // Grey for indices; RGB for YCbCr, which the decoder would take for halved.
    let shown_as = match colors {
        Colors::Palette => Some(1),
        Colors::YCbCr => Some(2),
        Colors::Grey | Colors::Rgb | Colors::Cmyk => None,
    };
    let photometric = file.number_of(directory, tag::PHOTOMETRIC).unwrap_or(1) as u16;
    let rewritten = file.rewritten(directory, tag::PHOTOMETRIC, shown_as.unwrap_or(photometric));
    let limits = {
        let mut limits = Limits::default();
        limits.decoding_buffer_size = MAX_DECODED_BYTES as usize;
        limits.intermediate_buffer_size = MAX_DECODED_BYTES as usize;
        limits.ifd_value_size = MAX_FILE_BYTES as usize;
        limits
    };
    let mut decoder = Decoder::new(Cursor::new(rewritten)).map_err(explain)?.with_limits(limits);
    let samples = file.number_of(directory, tag::SAMPLES_PER_PIXEL).unwrap_or(1) as usize;
    let bits = file.number_of(directory, tag::BITS_PER_SAMPLE).unwrap_or(1);
    let [width, height] = page.size;
    let row_bytes = (u64::from(width) * bits * samples as u64).div_ceil(8);
    check_size(FORMAT, width.into(), height.into(), row_bytes.div_ceil(u64::from(width)))?;
    if samples < colors.samples() {
        return Err(damaged("its colours are incomplete"));
    }
    let mut numbers = DecodingResult::U8(Vec::new());
    let layout = decoder.read_image_to_buffer(&mut numbers).map_err(explain)?;
    drop(decoder);
    let unpacked = if bits < 8 { unpack(numbers, &layout, page.size, bits, colors) } else { numbers };
    let grid =
        Grid { width, height, samples, plane: layout.plane_stride.map(|stride| stride.get() * 8 / bits as usize) };
    let planes = grid.plane.filter(|_| layout.planes > 1);
    let grid = Grid { plane: planes, ..grid };
    let (levels, note) = match colors {
        Colors::Palette => (palette_levels(unpacked, bits, &file.numbers_of_palette(directory))?, None),
        Colors::Grey | Colors::Rgb | Colors::Cmyk | Colors::YCbCr => {
            samples::levels(unpacked, |index| grid.sample(index) < colors.samples())
        }
    };
    let extra = file.number_of(directory, tag::EXTRA_SAMPLES);
    // A fourth number that is not explained is opacity, as most programs mean it.
    let alpha = matches!(extra, None | Some(1 | 2)) && samples == colors.samples() + 1;
    let picture = grid.picture(&levels, colors, alpha).ok_or_else(|| damaged("its pixels are incomplete"))?;
    let orientation = file.number_of(directory, tag::ORIENTATION).and_then(|value| Orientation::from_exif(value as u8));
    Ok(Stored {
        premultiplied: extra == Some(1),
        orientation: orientation.unwrap_or(Orientation::NoTransforms),
        profile: file.bytes_of(directory, tag::ICC_PROFILE).map(|icc| Profile::Icc(icc.to_vec())),
        notes: note.into_iter().collect(),
        ..Stored::new(picture)
    })
}

/// One number a byte from rows of 1, 2 or 4 bits each; grey is spread over black to white.
fn unpack(
    numbers: DecodingResult,
    layout: &BufferLayoutPreference,
    [width, height]: [u32; 2],
    bits: u64,
    colors: Colors,
) -> DecodingResult {
    let DecodingResult::U8(packed) = numbers else {
        return numbers;
    };
    let row_bytes = layout.row_stride.map_or(1, |stride| stride.get());
    let white = (1_u8 << bits) - 1;
    let scale = if colors == Colors::Palette { 1 } else { 255 / white };
    let mut levels = Vec::with_capacity(width as usize * height as usize);
    for row in packed.chunks(row_bytes).take(height as usize) {
        let count = (width as usize).min(row.len() * 8 / bits as usize);
        levels.extend((0..count).map(|x| {
            let bit = x * bits as usize;
            let shift = 8 - bits as usize - bit % 8;
            ((row[bit / 8] >> shift) & white) * scale
        }));
    }
    DecodingResult::U8(levels)
}

impl File<'_> {
    /// The palette: all reds, all greens, all blues, 16 bits each.
    fn numbers_of_palette(&self, directory: &Directory) -> Vec<u64> {
        self.numbers(directory, tag::COLOR_MAP)
    }
}

/// Three levels for each index.
fn palette_levels(indices: DecodingResult, bits: u64, palette: &[u64]) -> Result<Vec<u8>, ImagingError> {
    let DecodingResult::U8(indices) = indices else {
        return Err(ImagingError::UnsupportedVariant {
            format: FORMAT.name(),
            cause: format!("a palette of {bits} bits"),
        });
    };
    let entries = palette.len() / 3;
    if entries == 0 {
        return Err(damaged("its palette is missing"));
    }
    // Some programs write 8 bits where the format has 16.
    let shift = if palette.iter().any(|value| *value > 255) { 8 } else { 0 };
    let level = |color: usize, index: u8| {
        let value = palette.get(color * entries + usize::from(index).min(entries - 1));
        value.map_or(0, |value| (value >> shift) as u8)
    };
    Ok(indices.iter().flat_map(|index| [0, 1, 2].map(|color| level(color, *index))).collect())
}

/// Where the numbers of a pixel are.
struct Grid {
    width: u32,
    height: u32,
    /// Numbers of a pixel.
    samples: usize,
    /// Numbers of a plane, where each sample has a plane of its own.
    plane: Option<usize>,
}

impl Grid {
    /// Which sample of its pixel a number is.
    fn sample(&self, index: usize) -> usize {
        match self.plane {
            Some(plane) => index / plane.max(1),
            None => index % self.samples,
        }
    }

    /// RGB with alpha, opaque where the file has none.
    fn picture(&self, levels: &[u8], colors: Colors, alpha: bool) -> Option<DynamicImage> {
        // A palette's levels are colours already.
        let (samples, own) = match colors {
            Colors::Palette => (3, 3),
            Colors::Grey | Colors::Rgb | Colors::Cmyk | Colors::YCbCr => (self.samples, colors.samples()),
        };
        let level = |pixel: usize, sample: usize| match self.plane {
            Some(plane) => levels.get(sample * plane + pixel).copied(),
            None => levels.get(pixel * samples + sample).copied(),
        };
        let count = self.width as usize * self.height as usize;
        let mut pixels = Vec::with_capacity(4 * count);
        for pixel in 0..count {
            let value = |sample| level(pixel, sample);
            let rgb = match colors {
                Colors::Grey => [value(0)?; 3],
                Colors::Rgb | Colors::Palette => [value(0)?, value(1)?, value(2)?],
                Colors::Cmyk => from_cmyk([value(0)?, value(1)?, value(2)?, value(3)?]),
                Colors::YCbCr => from_ycbcr([value(0)?, value(1)?, value(2)?]),
            };
            pixels.extend(rgb);
            pixels.push(if alpha { value(own)? } else { 255 });
        }
        let layered = DynamicImage::from(RgbaImage::from_raw(self.width, self.height, pixels)?);
        Some(if alpha { layered } else { layered.into_rgb8().into() })
    }
}

/// Ink on white, without a profile.
fn from_cmyk([cyan, magenta, yellow, black]: [u8; 4]) -> [u8; 3] {
    let light = |ink: u8| {
        let product = u32::from(255 - ink) * u32::from(255 - black);
        ((product + 127) / 255) as u8
    };
    [light(cyan), light(magenta), light(yellow)]
}

/// ITU-R BT.601, full range, as JFIF.
fn from_ycbcr([luma, blue, red]: [u8; 3]) -> [u8; 3] {
    let [luma, blue, red] = [f32::from(luma), f32::from(blue) - 128.0, f32::from(red) - 128.0];
    let rgb = [luma + 1.402 * red, luma - 0.344_136 * blue - 0.714_136 * red, luma + 1.772 * blue];
    rgb.map(|value| value.round() as u8)
}

fn damaged(cause: &str) -> ImagingError {
    ImagingError::Damaged { format: FORMAT.name(), cause: cause.to_owned() }
}

fn explain(error: TiffError) -> ImagingError {
    let format = FORMAT.name();
    let ends_early = |error: &std::io::Error| error.kind() == ErrorKind::UnexpectedEof;
    match &error {
        TiffError::IoError(io) if ends_early(io) => ImagingError::Truncated { format },
        TiffError::UnsupportedError(cause) => {
            ImagingError::UnsupportedVariant { format, cause: one_line(cause as &dyn Error) }
        }
        TiffError::LimitsExceeded => damaged("its parts are larger than a picture may be"),
        _ => ImagingError::Damaged { format, cause: one_line(&error) },
    }
}
