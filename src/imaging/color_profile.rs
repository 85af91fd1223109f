//! Colours of other spaces (Display P3, Adobe RGB, …) to sRGB, which the networks were trained on.

use std::panic::{AssertUnwindSafe, catch_unwind};

use image::RgbImage;
use moxcms::{
    CicpColorPrimaries, CicpProfile, ColorProfile, DataColorSpace, Layout, MatrixCoefficients, TransferCharacteristics,
    TransformOptions,
};

use super::notes::PictureNote;

/// Profiles beyond this size are no photo's; in bytes.
const MAX_PROFILE_BYTES: usize = 8_000_000;

/// What a file says about its colours.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Profile {
    /// An ICC profile.
    Icc(Vec<u8>),
    /// Primaries and transfer by the numbers of ITU-T H.273.
    Coded {
        /// 1: BT.709 as sRGB, 9: BT.2020, 12: Display P3.
        primaries: u16,
        /// 16: PQ, 18: HLG, both high dynamic range; the others are taken as sRGB's.
        transfer: u16,
    },
}

/// Converts to sRGB in place; a profile of anything but RGB is passed over, since the decoder has converted by then.
///
/// The note tells where that was not possible.
pub(super) fn to_srgb(pixels: &mut RgbImage, profile: &Profile) -> Option<PictureNote> {
    match profile {
        Profile::Icc(bytes) if bytes.len() > MAX_PROFILE_BYTES => Some(PictureNote::ProfileUnreadable),
        Profile::Icc(bytes) => {
            let convert = || {
                let source = ColorProfile::new_from_slice(bytes).ok()?;
                match source.color_space {
                    DataColorSpace::Rgb => convert(pixels, &source),
                    _ => Some(()),
                }
            };
            // A hostile profile says nothing against the picture itself.
            let done = catch_unwind(AssertUnwindSafe(convert)).ok().flatten();
            done.is_none().then_some(PictureNote::ProfileUnreadable)
        }
        Profile::Coded { transfer: 16 | 18, .. } => Some(PictureNote::HighDynamicRange),
        Profile::Coded { primaries, .. } => {
            let color_primaries = match primaries {
                9 => CicpColorPrimaries::Bt2020,
                11 => CicpColorPrimaries::Smpte431,
                12 => CicpColorPrimaries::Smpte432,
                _ => return None,
            };
            let source = ColorProfile::new_from_cicp(CicpProfile {
                color_primaries,
                transfer_characteristics: TransferCharacteristics::Srgb,
                matrix_coefficients: MatrixCoefficients::Identity,
                full_range: true,
            });
            let done = convert(pixels, &source);
            done.is_none().then_some(PictureNote::ProfileUnreadable)
        }
    }
}

/// `None` where no conversion can be made of the profile.
fn convert(pixels: &mut RgbImage, source: &ColorProfile) -> Option<()> {
    let target = ColorProfile::new_srgb();
    let options = TransformOptions::default();
    let transform = source.create_transform_8bit(Layout::Rgb, &target, Layout::Rgb, options).ok()?;
    let probes = probe_colors();
    let mut probed = vec![0; probes.len()];
    transform.transform(&probes, &mut probed).ok()?;
    if probes.iter().zip(&probed).all(|(before, after)| before.abs_diff(*after) <= 1) {
        // This is sRGB by another name; rounding would only blur it.
        return Some(());
    }
    let mut row = vec![0; 3 * pixels.width() as usize];
    for stored in pixels.chunks_exact_mut(row.len().max(1)) {
        transform.transform(stored, &mut row).ok()?;
        stored.copy_from_slice(&row);
    }
    Some(())
}

/// Corners, edges and inside of the colour cube, in RGB.
fn probe_colors() -> Vec<u8> {
    const LEVELS: [u8; 5] = [0, 64, 128, 192, 255];
    let mut colors = Vec::new();
    for red in LEVELS {
        for green in LEVELS {
            colors.extend(LEVELS.iter().flat_map(|blue| [red, green, *blue]));
        }
    }
    colors
}
