//! High frequencies out of maps of pixels: max pooling makes them, the network's reasons do not (Muzellec et al. 2023, arXiv
//! 2307.09591).

use realfft::RealFftPlanner;
use rustfft::FftPlanner;
use rustfft::num_complex::Complex;

use super::map::Map;

/// The map with each of its frequencies times `exp(-f² / 2 deviation²)`, frequency and deviation in cycles a photo.
pub fn low_pass(map: &Map, deviation: f64) -> Map {
    let Map { height, width, ref values } = *map;
    let mut rows = RealFftPlanner::<f64>::new();
    let (forward, inverse) = (rows.plan_fft_forward(width), rows.plan_fft_inverse(width));
    let count = width / 2 + 1;
    let mut spectrum = vec![Complex::default(); height * count];
    let mut row: Vec<f64> = vec![0.0; width];
    for (line, into) in values.chunks_exact(width).zip(spectrum.chunks_exact_mut(count)) {
        row.iter_mut().zip(line).for_each(|(to, &from)| *to = f64::from(from));
        forward.process(&mut row, into).expect("the lengths are the plan's");
    }
    filter_columns(&mut spectrum, height, count, deviation);
    let mut filtered = Vec::with_capacity(values.len());
    let scale = (height * width) as f64;
    for line in spectrum.chunks_exact_mut(count) {
        // Their imaginary parts are rounding errors; the inverse wants none.
        line[0].im = 0.0;
        if width.is_multiple_of(2) {
            line[count - 1].im = 0.0;
        }
        inverse.process(line, &mut row).expect("the lengths are the plan's");
        filtered.extend(row.iter().map(|value| (value / scale) as f32));
    }
    Map { height, width, values: filtered }
}

/// Along each column there and back, with the filter between.
fn filter_columns(spectrum: &mut [Complex<f64>], height: usize, count: usize, deviation: f64) {
    let mut columns = FftPlanner::<f64>::new();
    let (forward, inverse) = (columns.plan_fft_forward(height), columns.plan_fft_inverse(height));
    let mut column = vec![Complex::default(); height];
    for x in 0..count {
        let cells = || (0..height).map(|y| y * count + x);
        column.iter_mut().zip(cells()).for_each(|(to, from)| *to = spectrum[from]);
        forward.process(&mut column);
        for (y, value) in column.iter_mut().enumerate() {
            let square = (x * x + y.min(height - y).pow(2)) as f64;
            *value *= (-square / (2.0 * deviation * deviation)).exp();
        }
        inverse.process(&mut column);
        column.iter().zip(cells()).for_each(|(from, to)| spectrum[to] = *from);
    }
}
