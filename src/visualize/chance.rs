//! The random numbers of a picture.

use std::f32::consts::PI;
use std::fmt::Debug;

use rand::rngs::StdRng;
use rand::{Rng, SeedableRng};
use rand_distr::{Distribution, Normal};

use super::canvas::NOISE;
use super::window::Window;

/// Where they come from.  The same question has the same answer, whatever was asked before.
pub trait Chance: Debug + Send + Sync {
    /// So many numbers that a picture begins with, their spread [`NOISE`]; `picture` counts those made at once.
    fn noise(&self, picture: usize, count: usize) -> Vec<f32>;

    /// What the network sees at a step, its middle at most `reach` pixels from the canvas's in both directions.
    fn window(&self, picture: usize, step: usize, reach: f32) -> Window;
}

/// Largest turn, radians.
const TURN: f32 = 10.0 / 180.0 * PI;

/// Largest enlargement; the smallest is as far below 1.
const ENLARGEMENT: f32 = 0.1;

/// Random numbers from a seed.
#[derive(Clone, Copy, Debug)]
pub struct Seeded(pub u64);

impl Seeded {
    pub(super) fn generator(self, picture: usize, what: u64) -> StdRng {
        let mut seed = [0; 32];
        let numbers = [self.0, picture as u64, what];
        for (bytes, number) in seed.chunks_exact_mut(8).zip(numbers) {
            bytes.copy_from_slice(&number.to_le_bytes());
        }
        StdRng::from_seed(seed)
    }
}

impl Chance for Seeded {
    fn noise(&self, picture: usize, count: usize) -> Vec<f32> {
        let normal = Normal::new(0.0, NOISE).expect("a spread is finite and positive");
        normal.sample_iter(self.generator(picture, 0)).take(count).collect()
    }

    fn window(&self, picture: usize, step: usize, reach: f32) -> Window {
        let mut generator = self.generator(picture, step as u64 + 1);
        let mut between = |most: f32| generator.random_range(-most..=most);
        Window { shift: [between(reach), between(reach)], angle: between(TURN), scale: 1.0 + between(ENLARGEMENT) }
    }
}
