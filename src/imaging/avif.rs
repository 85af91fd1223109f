//! AVIF: a photo coded in AV1, one picture or a grid of them, with or without alpha.

use heic_decoder::{AlphaPlane, ChromaSampling, ColorInfo, DecodedImage};
use image::{DynamicImage, RgbaImage, imageops};

use super::av1;
use super::color_profile::Profile;
use super::error::ImagingError;
use super::format::Format;
use super::heic::to_picture;
use super::isobmff::{Items, Reader};
use super::limits::{check_pixels, check_size};
use super::stored::Stored;

const FORMAT: Format = Format::Avif;

/// Bytes a pixel takes in what comes out: colours and alpha.
const BYTES_PER_PIXEL: u64 = 4;

/// What a file calls a second picture that is the transparency of the first.
const ALPHA: [&[u8]; 2] = [b"urn:mpeg:mpegB:cicp:systems:auxiliary:alpha", b"urn:mpeg:hevc:2015:auxid:1"];

/// Decodes the main picture; turned and cropped as the file says.
pub(super) fn decode(bytes: &[u8]) -> Result<Stored, ImagingError> {
    let items = Items::read(bytes).ok_or_else(|| damaged("its list of parts contradicts itself"))?;
    let is_alpha = |item: &u32| {
        let kind = items.property(*item, b"auxC").and_then(|body| body.get(4..));
        kind.is_some_and(|kind| ALPHA.iter().any(|name| kind.starts_with(name)))
    };
    let alpha = items.referring(*b"auxl", items.primary).find(is_alpha);
    let premultiplied = alpha.is_some_and(|alpha| items.referred(b"prem", items.primary).contains(&alpha));
    let color = items.color(items.primary);
    let mut picture = items.decode(items.primary, color.coded)?;
    if let Some(alpha) = alpha {
        let alpha = items.decode(alpha, None)?.into_luma8();
        if alpha.dimensions() != (picture.width(), picture.height()) {
            return Err(unsupported("transparency of another size than the picture"));
        }
        let mut layered = picture.into_rgba8();
        for (pixel, alpha) in layered.pixels_mut().zip(alpha.pixels()) {
            pixel[3] = alpha[0];
        }
        picture = layered.into();
    }
    let picture = items.turn(picture)?;
    Ok(Stored { premultiplied, profile: color.profile(), ..Stored::new(picture) })
}

/// What the container says about an item's colours.
struct Color {
    icc: Option<Vec<u8>>,
    coded: Option<ColorInfo>,
}

impl Color {
    fn profile(self) -> Option<Profile> {
        match (self.icc, self.coded) {
            (Some(icc), _) => Some(Profile::Icc(icc)),
            (None, Some(color)) => {
                Some(Profile::Coded { primaries: color.color_primaries, transfer: color.transfer_characteristics })
            }
            (None, None) => None,
        }
    }
}

impl Items<'_> {
    fn color(&self, item: u32) -> Color {
        let mut color = Color { icc: None, coded: None };
        for (_, body) in self.properties(item).iter().filter(|(kind, _)| kind == b"colr") {
            match body.split_at_checked(4) {
                Some((b"prof" | b"rICC", icc)) => color.icc = Some(icc.to_vec()),
                Some((b"nclx", coded)) => color.coded = coded_color(coded),
                _ => {}
            }
        }
        color
    }

    /// Width and height by the container, pixels.
    fn size(&self, item: u32) -> Result<[u32; 2], ImagingError> {
        let read = || {
            let mut reader = Reader::new(self.property(item, b"ispe")?);
            reader.number(4)?;
            Some([reader.number(4)? as u32, reader.number(4)? as u32])
        };
        read().ok_or_else(|| damaged("its size is missing"))
    }

    /// One picture or a grid of them.
    fn decode(&self, item: u32, color: Option<ColorInfo>) -> Result<DynamicImage, ImagingError> {
        let [width, height] = self.size(item)?;
        check_size(FORMAT, width.into(), height.into(), BYTES_PER_PIXEL)?;
        match self.kind(item) {
            Some(kind) if kind == *b"av01" => self.decode_coded(item, color),
            Some(kind) if kind == *b"grid" => self.decode_grid(item, color),
            _ => Err(unsupported("a main picture that is not coded in AV1")),
        }
    }

    fn decode_coded(&self, item: u32, color: Option<ColorInfo>) -> Result<DynamicImage, ImagingError> {
        let data = self.data(item).filter(|data| !data.is_empty());
        let data = data.ok_or_else(|| damaged("its data is missing"))?;
        let [width, height] = self.size(item)?;
        let frame = av1::decode(data, width.saturating_mul(height))?;
        if frame.size != [width as usize, height as usize] {
            return Err(damaged("its size contradicts itself"));
        }
        Ok(to_picture(FORMAT, &planes(frame, color))?.0)
    }

    /// ISO/IEC 23008-12, 6.6.2.3: tiles in rows, of one size, cut at the right and below.
    fn decode_grid(&self, item: u32, color: Option<ColorInfo>) -> Result<DynamicImage, ImagingError> {
        let tiles = self.referred(b"dimg", item);
        let read = || {
            let data = self.data(item)?;
            let mut reader = Reader::new(&data);
            let wide = if reader.number(2)? & 1 == 0 { 2 } else { 4 };
            let [rows, columns] = [reader.number(1)? + 1, reader.number(1)? + 1];
            let size = [reader.number(wide)? as u32, reader.number(wide)? as u32];
            (rows * columns == tiles.len() as u64 && Ok(size) == self.size(item)).then_some((columns as usize, size))
        };
        let (columns, [width, height]) = read().ok_or_else(|| damaged("its grid contradicts itself"))?;
        let tile_size = self.size(tiles[0])?;
        let [tile_width, tile_height] = tile_size.map(u64::from);
        check_pixels(FORMAT, (tile_width * tile_height).saturating_mul(tiles.len() as u64), BYTES_PER_PIXEL)?;
        let mut whole = RgbaImage::new(width, height);
        for (index, tile) in tiles.iter().enumerate() {
            if self.size(*tile)? != tile_size || self.kind(*tile) != Some(*b"av01") {
                return Err(damaged("its grid contradicts itself"));
            }
            let color = color.or(self.color(*tile).coded);
            let pixels = self.decode_coded(*tile, color)?.into_rgba8();
            let (x, y) = ((index % columns) as u64 * tile_width, (index / columns) as u64 * tile_height);
            imageops::replace(&mut whole, &pixels, x as i64, y as i64);
        }
        Ok(DynamicImage::from(whole).into_rgb8().into())
    }

    /// Cuts, turns and mirrors as the main item's properties say, in their order.
    fn turn(&self, mut picture: DynamicImage) -> Result<DynamicImage, ImagingError> {
        for (kind, body) in self.properties(self.primary) {
            let value = body.first().copied().unwrap_or(0);
            picture = match (kind, value & 3) {
                (b"clap", _) => clean_aperture(&picture, body).ok_or_else(|| damaged("its crop lies outside"))?,
                // Turns are against the clock.
                (b"irot", 1) => picture.rotate270(),
                (b"irot", 2) => picture.rotate180(),
                (b"irot", 3) => picture.rotate90(),
                (b"imir", 0 | 2) => picture.flipv(),
                (b"imir", _) => picture.fliph(),
                _ => picture,
            };
        }
        Ok(picture)
    }
}

/// The `nclx` colour box after its kind.
fn coded_color(body: &[u8]) -> Option<ColorInfo> {
    let mut reader = Reader::new(body);
    let mut code = || Some(reader.number(2)? as u16);
    let (color_primaries, transfer_characteristics, matrix_coefficients) = (code()?, code()?, code()?);
    let full_range = reader.number(1)? & 0x80 != 0;
    Some(ColorInfo { color_primaries, transfer_characteristics, matrix_coefficients, full_range })
}

/// The middle of a picture, moved: width, height, right and down as fractions of 32-bit numbers.
fn clean_aperture(picture: &DynamicImage, body: &[u8]) -> Option<DynamicImage> {
    let mut reader = Reader::new(body);
    let mut fraction = || {
        let (above, below) = (reader.number(4)? as u32, reader.number(4)? as u32);
        (below != 0).then(|| f64::from(above.cast_signed()) / f64::from(below.cast_signed()))
    };
    let (width, height, right, down) = (fraction()?, fraction()?, fraction()?, fraction()?);
    let place = |side: u32, length: f64, offset: f64| {
        let start = offset + (f64::from(side) - length) / 2.0;
        let is_inside = length >= 1.0 && start >= 0.0 && start + length <= f64::from(side);
        is_inside.then_some((start.floor() as u32, length.floor() as u32))
    };
    let (x, width) = place(picture.width(), width, right)?;
    let (y, height) = place(picture.height(), height, down)?;
    Some(picture.crop_imm(x, y, width, height))
}

/// AV1's planes for the conversion to RGB that HEIC has too.
fn planes(frame: av1::Frame, color: Option<ColorInfo>) -> DecodedImage {
    let [sub_x, sub_y] = frame.subsampling;
    let centre = |sub: u32| if sub == 2 { 0.5 } else { 0.0 };
    let [y, cb, cr] = frame.planes;
    DecodedImage {
        alpha: None::<AlphaPlane>,
        width: frame.size[0],
        height: frame.size[1],
        bit_depth_luma: frame.bits,
        bit_depth_chroma: frame.bits,
        chroma_format_idc: frame.layout,
        color_info: Some(color.unwrap_or(frame.color)),
        chroma_sampling: ChromaSampling {
            sub_x,
            sub_y,
            origin_x: if frame.layout == 1 { centre(sub_x) } else { 0.0 },
            origin_y: centre(sub_y),
        },
        y,
        cb,
        cr,
        cb_width: frame.chroma_size[0],
        cb_height: frame.chroma_size[1],
        metadata: Default::default(),
    }
}

fn damaged(cause: &str) -> ImagingError {
    ImagingError::Damaged { format: FORMAT.name(), cause: cause.to_owned() }
}

fn unsupported(cause: &str) -> ImagingError {
    ImagingError::UnsupportedVariant { format: FORMAT.name(), cause: cause.to_owned() }
}
