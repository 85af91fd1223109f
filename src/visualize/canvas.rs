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
        colors.unmix(&mut photo);
        let coefficients: Vec<Coefficient> = photo.iter().flat_map(|plane| fourier.coefficients(plane)).collect();
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
        let mut planes = [0, 1, 2].map(|direction| self.fourier.plane(&self.coefficients(direction)));
        self.colors.mix(&mut planes);
        for value in planes.iter_mut().flatten() {
            *value = 1.0 / (1.0 + (-*value).exp());
        }
        planes
    }

    fn coefficients(&self, direction: usize) -> Vec<Coefficient> {
        let count = self.fourier.count();
        match &self.spectrum {
            Spectrum::Free { numbers, scale } => {
                let (pairs, _) = numbers[2 * direction * count..][..2 * count].as_chunks();
                pairs.iter().zip(scale).map(|(&[re, im], scale)| Coefficient::new(re * scale, im * scale)).collect()
            }
            Spectrum::Phases { phases, magnitudes } => {
                let all = direction * count..(direction + 1) * count;
                let pairs = magnitudes[all.clone()].iter().zip(&phases[all]);
                pairs.map(|(&magnitude, &phase)| Coefficient::from_polar(magnitude, phase)).collect()
            }
        }
    }

    /// One step of Adam up the `gradient` of `picture`, which is [`Self::picture`] of now.
    pub fn climb(&mut self, picture: &Planes3, mut gradient: Planes3) {
        for (gradient, picture) in gradient.iter_mut().zip(picture) {
            gradient.iter_mut().zip(picture).for_each(|(gradient, pixel)| *gradient *= pixel * (1.0 - pixel));
        }
        self.colors.mix_backward(&mut gradient);
        let planes = gradient.iter().map(|plane| self.fourier.gradient(plane));
        match &mut self.spectrum {
            Spectrum::Free { numbers, scale } => {
                let mut gradient = Vec::with_capacity(numbers.len());
                for plane in planes {
                    for (number, scale) in plane.iter().zip(&*scale) {
                        gradient.extend([number.re * scale, number.im * scale]);
                    }
                }
                self.adam.climb(numbers, &gradient);
            }
            Spectrum::Phases { phases, magnitudes } => {
                let numbers = phases.iter().zip(&*magnitudes).zip(planes.flatten());
                let turned = |((&phase, &magnitude), number): ((&f32, &f32), Coefficient)| {
                    let (sin, cos) = phase.sin_cos();
                    magnitude * (number.im * cos - number.re * sin)
                };
                let gradient: Vec<f32> = numbers.map(turned).collect();
                self.adam.climb(phases, &gradient);
            }
        }
    }
}
