//! What goes into the network in place of the photo.

use rand::SeedableRng;
use rand::rngs::StdRng;
use rand_distr::{Distribution, StandardNormal};

use super::blur::gaussian_blur;
use super::method::{BLUR_PX, Baseline, PATCH_PX, SMOOTHGRAD_NOISE, patch_places};
use super::subject::Subject;
use crate::model::Planes;

/// Where integrated gradients begin, of the input's shape.
pub fn baseline(subject: &Subject, baseline: Baseline) -> Planes {
    let input = &subject.input;
    match baseline {
        Baseline::Blurred => gaussian_blur(input, BLUR_PX),
        Baseline::Black => {
            let colors = subject.palette.black.iter();
            let values = colors.flat_map(|&color| std::iter::repeat_n(color, input.area())).collect();
            Planes { values, ..*input }
        }
    }
}

/// Top left corners of the patch, `[x, y]`, row by row, `step` pixels apart; some lie outside.
pub(super) fn places(subject: &Subject, step: usize) -> Vec<[isize; 2]> {
    let corner = |place: usize| (place * step + step / 2) as isize - (PATCH_PX / 2) as isize;
    let (rows, columns) = (patch_places(subject.input.height, step), patch_places(subject.input.width, step));
    (0..rows).flat_map(|row| (0..columns).map(move |column| [corner(column), corner(row)])).collect()
}

/// The input with the patch there.
pub(super) fn occluded(subject: &Subject, [x, y]: [isize; 2]) -> Vec<f32> {
    let Planes { height, width, .. } = subject.input;
    let mut values = subject.input.values.clone();
    let within = |start: isize, side: usize| {
        let end = (start + PATCH_PX as isize).clamp(0, side as isize);
        start.max(0) as usize..end as usize
    };
    for (plane, grey) in values.chunks_exact_mut(height * width).zip(subject.palette.grey) {
        for row in within(y, height) {
            plane[row * width..][within(x, width)].fill(grey);
        }
    }
    values
}

/// The input with normal noise.
pub(super) fn noisy(input: &[f32], seed: u64, sample: u64) -> Vec<f32> {
    let (least, most) =
        input.iter().fold((f32::INFINITY, f32::NEG_INFINITY), |(least, most), &x| (least.min(x), most.max(x)));
    let deviation = SMOOTHGRAD_NOISE * (most - least);
    let random = StdRng::seed_from_u64(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15).wrapping_add(sample));
    let noise = Distribution::<f32>::sample_iter(StandardNormal, random);
    input.iter().zip(noise).map(|(x, noise)| x + deviation * noise).collect()
}
