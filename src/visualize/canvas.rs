//! The picture behind the numbers that are optimised: Fourier coefficients, decorrelated colours, sigmoid.
//!
//! Lucid's parametrisation (`lucid/optvis/param`): coefficients divided by their frequency, so that all sizes of pattern cost the
//! same, mixed into colours, and pressed between 0 and 1.

use std::sync::Arc;

use super::adam::Adam;
use super::color::{Colors, IMAGENET};
use super::fourier::{Coefficient, Fourier};

/// Three planes, row-major.
pub type Planes3 = [Vec<f32>; 3];

/// Spread of the coefficients that a picture begins with.
pub const NOISE: f32 = 0.01;

/// What Lucid divides the planes by.
const DAMPING: f32 = 0.25;

/// Rate of Adam.
const RATE: f32 = 0.05;

/// How near to 0 and 1 a photo's pixels may come before the sigmoid is undone.
const MARGIN: f32 = 0.02;

/// A square picture that can be climbed.
#[derive(Clone, Debug)]
pub struct Canvas {
    fourier: Arc<Fourier>,
    colors: Colors,
    spectrum: Spectrum,
    adam: Adam,
}

/// What is optimised, direction of colour after direction of colour.
#[derive(Clone, Debug)]
enum Spectrum {
    /// Real and imaginary parts, times `scale` the coefficients.
    Free { numbers: Vec<f32>, scale: Vec<f32> },
    /// Phases, in radians; the magnitudes stay a photo's.
    Phases { phases: Vec<f32>, magnitudes: Vec<f32> },
}

impl Canvas {
    /// From `2 * 3 * count` numbers of noise (real and imaginary part, coefficient after coefficient, direction after direction;
    /// their spread is to be [`NOISE`]).
    pub fn from_noise(fourier: Arc<Fourier>, noise: Vec<f32>) -> Self {
        Self::falling(fourier, noise, 1.0)
    }

    /// The same with coefficients divided by that power of their frequency: the higher, the less of fine patterns.
    pub fn falling(fourier: Arc<Fourier>, noise: Vec<f32>, power: f32) -> Self {
        let side = fourier.side() as f32;
        let scale = |frequency: f32| side * DAMPING / frequency.max(1.0 / side).powf(power);
        let scale = fourier.frequencies().into_iter().map(scale).collect();
        let adam = Adam::new(noise.len(), RATE);
        Self { fourier, colors: Colors::of(IMAGENET), spectrum: Spectrum::Free { numbers: noise, scale }, adam }
    }

    /// Red, green and blue of a photo, 0 to 1, whose phases alone can change.
    pub fn from_photo(fourier: Arc<Fourier>, mut photo: Planes3) -> Self {
        let colors = Colors::of(IMAGENET);
        for value in photo.iter_mut().flatten() {
            let pixel = value.clamp(MARGIN, 1.0 - MARGIN);
            *value = (pixel / (1.0 - pixel)).ln();
        }
        colors.unmix(photo.each_mut().map(|plane| &mut plane[..]));
        let coefficients = fourier.coefficients(photo, |_, _| {});
        let phases = coefficients.iter().map(|number| number.arg()).collect();
        let magnitudes = coefficients.iter().map(|number| number.norm()).collect();
        let adam = Adam::new(coefficients.len(), RATE);
        Self { fourier, colors, spectrum: Spectrum::Phases { phases, magnitudes }, adam }
    }

    /// Pixels of a side.
    pub fn side(&self) -> usize {
        self.fourier.side()
    }

    /// Red, green and blue, 0 to 1.
    pub fn picture(&self) -> Planes3 {
        let count = self.fourier.count();
        let coefficients = |direction: usize, first: usize, into: &mut [Coefficient]| {
            let first = direction * count + first;
            match &self.spectrum {
                Spectrum::Free { numbers, scale } => {
                    let (pairs, _) = numbers[2 * first..].as_chunks();
                    for ((into, &[re, im]), scale) in into.iter_mut().zip(pairs).zip(&scale[first % count..]) {
                        *into = Coefficient::new(re * scale, im * scale);
                    }
                }
                Spectrum::Phases { phases, magnitudes } => {
                    let pairs = magnitudes[first..].iter().zip(&phases[first..]);
                    for (into, (&magnitude, &phase)) in into.iter_mut().zip(pairs) {
                        *into = Coefficient::from_polar(magnitude, phase);
                    }
                }
            }
        };
        self.fourier.planes(coefficients, |mut row: [&mut [f32]; 3]| {
            self.colors.mix(row.each_mut().map(|line| &mut line[..]));
            for value in row.into_iter().flatten() {
                *value = 1.0 / (1.0 + (-*value).exp());
            }
        })
    }

    /// One step of Adam up the `gradient` of `picture`, which is [`Self::picture`] of now.
    pub fn climb(&mut self, picture: &Planes3, gradient: Planes3) {
        let side = self.side();
        let planes = self.fourier.gradients(gradient, |y, mut row| {
            for (line, picture) in row.iter_mut().zip(picture) {
                line.iter_mut().zip(&picture[y * side..]).for_each(|(value, pixel)| *value *= pixel * (1.0 - pixel));
            }
            self.colors.mix_backward(row);
        });
        match &mut self.spectrum {
            Spectrum::Free { numbers, scale } => self.adam.climb(numbers, |first, _, gradient| {
                let first = first / 2;
                // Of every direction the same again.
                let scale = scale[first % scale.len()..].iter().chain(scale.iter().cycle());
                let (pairs, _) = gradient.as_chunks_mut();
                for ((pair, number), scale) in pairs.iter_mut().zip(&planes[first..]).zip(scale) {
                    *pair = [number.re * scale, number.im * scale];
                }
            }),
            Spectrum::Phases { phases, magnitudes } => self.adam.climb(phases, |first, phases, gradient| {
                let numbers = magnitudes[first..].iter().zip(&planes[first..]);
                for ((gradient, phase), (magnitude, number)) in gradient.iter_mut().zip(phases).zip(numbers) {
                    let (sin, cos) = phase.sin_cos();
                    *gradient = magnitude * (number.im * cos - number.re * sin);
                }
            }),
        }
    }
}
