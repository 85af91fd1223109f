//! re_rav1d's decoder: its settings, its picture as ours, its errors.

use std::panic::{AssertUnwindSafe, catch_unwind};

use heic_decoder::ColorInfo;
use re_rav1d::dav1d::pixel::{MatrixCoefficients, YUVRange};
use re_rav1d::dav1d::{Decoder, Error, Picture, PixelLayout, PlanarImageComponent, Settings};

use super::super::error::ImagingError;
use super::super::format::Format;
use super::Frame;

/// How often the decoder may ask for more before it has to have a picture.
const ATTEMPTS: usize = 8;

/// As the function of the same name above.
pub fn decode(data: Vec<u8>, max_pixels: u32) -> Result<Frame, ImagingError> {
    let mut settings = Settings::new();
    // One thread, no frame in advance: a still picture, and nothing to wait for.
    settings.set_n_threads(1);
    settings.set_max_frame_delay(1);
    settings.set_all_layers(false);
    settings.set_frame_size_limit(max_pixels);
    let mut decoder = Decoder::with_settings(&settings).map_err(explain)?;
    match decoder.send_data(data, None, None, None) {
        Ok(()) | Err(Error::Again) => {}
        Err(error) => return Err(explain(error)),
    }
    for _ in 0..ATTEMPTS {
        match decoder.get_picture() {
            Ok(picture) => return Ok(read(&picture)),
            Err(Error::Again) => {}
            Err(error) => return Err(explain(error)),
        }
        match decoder.send_pending_data() {
            Ok(()) | Err(Error::Again) => {}
            Err(error) => return Err(explain(error)),
        }
    }
    Err(explain(Error::InvalidArgument))
}

fn read(picture: &Picture) -> Frame {
    let size = [picture.width() as usize, picture.height() as usize];
    let (layout, subsampling) = match picture.pixel_layout() {
        PixelLayout::I400 => (0, [1, 1]),
        PixelLayout::I420 => (1, [2, 2]),
        PixelLayout::I422 => (2, [2, 1]),
        PixelLayout::I444 => (3, [1, 1]),
    };
    let chroma_size = match layout {
        0 => [0, 0],
        _ => [0, 1].map(|axis| size[axis].div_ceil(subsampling[axis] as usize)),
    };
    let plane = |component, size| samples(picture, component, size);
    let chroma = |component| {
        if layout == 0 { Vec::new() } else { plane(component, chroma_size) }
    };
    Frame {
        size,
        chroma_size,
        subsampling,
        layout,
        bits: picture.bit_depth() as u32,
        color: color(picture),
        planes: [
            plane(PlanarImageComponent::Y, size),
            chroma(PlanarImageComponent::U),
            chroma(PlanarImageComponent::V),
        ],
    }
}

/// One plane without the padding of its rows.
fn samples(picture: &Picture, component: PlanarImageComponent, [width, height]: [usize; 2]) -> Vec<i32> {
    let stride = picture.stride(component) as usize;
    let plane = picture.plane(component);
    let rows = plane.chunks(stride).take(height);
    if picture.bit_depth() == 8 {
        return rows.flat_map(|row| row.iter().take(width).map(|sample| i32::from(*sample))).collect();
    }
    let wide = |pair: &[u8]| i32::from(u16::from_ne_bytes([pair[0], pair[1]]));
    rows.flat_map(|row| row.chunks_exact(2).take(width).map(wide)).collect()
}

/// BT.601, as AVIF's readers take what is not said.
const UNSAID: ColorInfo =
    ColorInfo { color_primaries: 2, transfer_characteristics: 2, matrix_coefficients: 6, full_range: true };

fn color(picture: &Picture) -> ColorInfo {
    // The port panics at a number that the standard reserves.
    let coefficients = catch_unwind(AssertUnwindSafe(|| picture.matrix_coefficients()));
    let matrix_coefficients = match coefficients {
        Ok(MatrixCoefficients::Identity) => 0,
        Ok(MatrixCoefficients::BT709) => 1,
        Ok(MatrixCoefficients::BT470M) => 4,
        Ok(MatrixCoefficients::ST240M) => 7,
        Ok(MatrixCoefficients::BT2020NonConstantLuminance) => 9,
        Ok(_) | Err(_) => UNSAID.matrix_coefficients,
    };
    ColorInfo { matrix_coefficients, full_range: picture.color_range() == YUVRange::Full, ..UNSAID }
}

fn explain(error: Error) -> ImagingError {
    let format = Format::Avif.name();
    match error {
        Error::UnsupportedBitstream => ImagingError::UnsupportedVariant {
            format,
            cause: "an AV1 profile that its decoder does not know".to_owned(),
        },
        _ => ImagingError::Damaged { format, cause: "its AV1 data contradicts itself".to_owned() },
    }
}
