//! DeepDream (Mordvintsev et al. 2015): a photo changed so that a layer finds more of what it already finds.
//!
//! Energy (mean of the squares) of a layer, or the mean of one channel, climbed at several sizes (octaves) from the smallest, with
//! the details that shrinking lost put back at each.  It follows what is muted: the network runs as it does on screen.
//!
//! | file | its job |
//! |---|---|
//! | `octaves` | the sizes of a dream |
//! | `resize` | planes of numbers at another size |
//! | `sweep` | the same dream with one setting swept |

mod octaves;
pub mod resize;
mod sweep;

use image::{Rgb, RgbImage};
use rand::Rng;

use super::aim::{Aim, find};
use super::canvas::Planes3;
use super::chance::Seeded;
use super::error::{Unfit, VisualizeError};
use super::provenance;
use super::recipe::Target;
use super::subject::Subject;
use crate::model::{GoogLeNet, ModelError, Muted, Objective, Run};
use crate::spec::{Op, Shape};
use octaves::{resize_all, sizes, whole_size};

pub use octaves::{LONGEST, OCTAVE};
pub use sweep::{DEPTHS, OCTAVES, STRENGTHS, Sweep, contact_sheet};

/// How far a step shifts the picture at most, pixels.
const JITTER: i32 = 32;

/// Mean change of a step at strength 1, grey levels of 255.
const STEP: f32 = 1.5;

/// The largest value of a pixel.
const WHITE: f32 = 255.0;

/// How to dream.
#[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct DreamRecipe {
    /// The layer, conv1 to inception5b.
    pub layer: String,
    /// One channel of it; the whole layer without.
    pub channel: Option<usize>,
    /// Sizes, from 1; at most as many as leave the network enough to see ([`Dream::octaves`]).
    pub octaves: usize,
    /// Steps at each size.
    pub steps: usize,
    /// 1 is the usual length of a step: 1.5 grey levels of 255 on average.
    pub strength: f32,
    /// Which jitter.
    pub seed: u64,
}

impl DreamRecipe {
    /// Four octaves of ten steps at strength 1.
    pub fn of(layer: &str, channel: Option<usize>) -> Self {
        Self { layer: layer.to_owned(), channel, octaves: 4, steps: 10, strength: 1.0, seed: 0 }
    }

    fn target(&self) -> Target {
        let layer = self.layer.clone();
        match self.channel {
            Some(channel) => Target::Channel { layer, channel },
            None => Target::Layer { layer },
        }
    }
}

/// How far a dream is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct DreamProgress {
    /// The octave under way, from 1 (the smallest size).
    pub octave: usize,
    /// Octaves altogether.
    pub octaves: usize,
    /// Steps done in it.
    pub step: usize,
    /// Steps of each octave.
    pub steps: usize,
}

/// A dream under way.
#[derive(Clone, Debug)]
pub struct Dream {
    subject: Subject,
    muted: Muted,
    recipe: DreamRecipe,
    objective: Objective,
    /// The photo at its whole size, 0 to 255.
    photo: Planes3,
    /// Width and height of each octave, the smallest first.
    sizes: Vec<[u32; 2]>,
    octave: usize,
    step: usize,
    /// At the size of the octave, 0 to 255.
    picture: Planes3,
}

impl Dream {
    /// Begins on a photo of any size; it is made smaller if its longer side has more than 640 pixels, and larger if its shorter one
    /// has fewer than 96.
    ///
    /// # Errors
    /// [`Unfit::Photo`] for a photo too long and narrow; unknown layer or channel; a layer without maps.
    pub fn begin(
        subject: Subject,
        muted: Muted,
        photo: &RgbImage,
        recipe: DreamRecipe,
    ) -> Result<Self, VisualizeError> {
        let network = subject.model.structure();
        let layer = find(&network, &recipe.layer)?;
        if layer.op == Op::Input || matches!(layer.output, Shape::Vector(_)) {
            return Err(Unfit::NoMaps { name: layer.name.clone() }.into());
        }
        let objective = Aim::new(&subject.model, &recipe.target())?.objective([1, 1]);
        let (width, height) = photo.dimensions();
        let whole = whole_size([width, height])?;
        let sizes = sizes(whole, recipe.octaves);
        let planes = [0, 1, 2].map(|color| photo.pixels().map(|pixel| f32::from(pixel.0[color])).collect());
        let photo = resize_all(&planes, [width, height], whole);
        let picture = resize_all(&photo, whole, sizes[0]);
        let mut dream = Self { subject, muted, recipe, objective, photo, sizes, octave: 0, step: 0, picture };
        dream.enlarge();
        Ok(dream)
    }

    /// Does one step.  `cancelled` is asked between the layers of the network; a step that was cancelled has not happened.
    ///
    /// # Errors
    /// Those of the network, [`VisualizeError::is_cancelled`] among them.
    pub fn step(&mut self, cancelled: &dyn Fn() -> bool) -> Result<(), VisualizeError> {
        if self.is_finished() {
            return Ok(());
        }
        let mut generator = Seeded(self.recipe.seed).generator(self.octave, self.step as u64);
        let mut shift = || generator.random_range(-JITTER..=JITTER);
        let shift = [shift(), shift()];
        let size = self.sizes[self.octave];
        let seen = self.picture.each_ref().map(|plane| rolled(plane, size, shift));
        let gradient = self.gradient(seen, size, cancelled)?;
        let gradient = gradient.each_ref().map(|plane| rolled(plane, size, shift.map(|shift| -shift)));
        let count = (3 * gradient[0].len()) as f32;
        let mean = gradient.iter().flatten().map(|value| value.abs()).sum::<f32>() / count;
        // Where nothing fires there is no way up.
        let length = if mean > 0.0 { self.recipe.strength * STEP / mean } else { 0.0 };
        for (pixel, gradient) in self.picture.iter_mut().flatten().zip(gradient.iter().flatten()) {
            *pixel = (*pixel + length * gradient).clamp(0.0, WHITE);
        }
        self.step += 1;
        self.enlarge();
        Ok(())
    }

    /// The gradient of what is climbed with respect to red, green and blue.
    fn gradient(
        &self,
        mut seen: Planes3,
        [width, height]: [u32; 2],
        cancelled: &dyn Fn() -> bool,
    ) -> Result<Planes3, ModelError> {
        let model = &self.subject.model;
        seen.iter_mut().flatten().for_each(|pixel| *pixel /= WHITE);
        let input = GoogLeNet::input_of_size(self.subject.input_values(&seen), height as usize, width as usize)?;
        let needs = model.needs(&self.objective)?;
        let muted = self.muted.iter().filter(|(name, _)| needs.contains(*name));
        let muted = muted.map(|(name, channels)| (name.clone(), channels.clone())).collect();
        let run = Run::new().mute(&muted).only(needs).cancel_when(cancelled);
        let trace = model.forward(&input, run)?;
        Ok(self.subject.input_backward(&model.gradient(&trace, &self.objective, "input")?))
    }

    /// At the end of an octave: to the next size, with the photo's own details there and what was dreamt so far on top.
    fn enlarge(&mut self) {
        while self.step >= self.recipe.steps && self.octave + 1 < self.sizes.len() {
            let (size, next) = (self.sizes[self.octave], self.sizes[self.octave + 1]);
            let before = self.photo_at(size);
            let mut dreamt = self.picture.clone();
            for (dreamt, before) in dreamt.iter_mut().flatten().zip(before.iter().flatten()) {
                *dreamt -= before;
            }
            let dreamt = resize_all(&dreamt, size, next);
            self.picture = self.photo_at(next);
            for (pixel, dreamt) in self.picture.iter_mut().flatten().zip(dreamt.iter().flatten()) {
                *pixel = (*pixel + dreamt).clamp(0.0, WHITE);
            }
            self.octave += 1;
            self.step = 0;
        }
    }

    fn photo_at(&self, size: [u32; 2]) -> Planes3 {
        resize_all(&self.photo, self.sizes[self.sizes.len() - 1], size)
    }

    /// How far it is.
    pub fn progress(&self) -> DreamProgress {
        DreamProgress { octave: self.octave + 1, octaves: self.sizes.len(), step: self.step, steps: self.recipe.steps }
    }

    /// Width and height of each octave, pixels, the smallest first.
    pub fn octaves(&self) -> &[[u32; 2]] {
        &self.sizes
    }

    /// Whether all steps are done.
    pub fn is_finished(&self) -> bool {
        self.octave + 1 == self.sizes.len() && self.step >= self.recipe.steps
    }

    /// The dream as it is now, at the size of the octave under way.
    pub fn picture(&self) -> RgbImage {
        let [width, height] = self.sizes[self.octave];
        RgbImage::from_fn(width, height, |x, y| {
            let place = y as usize * width as usize + x as usize;
            Rgb(self.picture.each_ref().map(|plane| plane[place].round() as u8))
        })
    }

    /// How to dream.
    pub fn recipe(&self) -> &DreamRecipe {
        &self.recipe
    }

    /// What the picture says about itself in its file: `of`, `octaves`, `steps`, `strength`, `seed`, `size`, `weights_sha256`.
    /// What is off is the caller's to say ([`crate::export::provenance::off`]).
    pub fn provenance(&self) -> Vec<(&'static str, String)> {
        let [width, height] = self.sizes[self.octave];
        let mut facts = vec![
            ("of", self.recipe.target().words(&[])),
            ("octaves", self.sizes.len().to_string()),
            ("steps", self.recipe.steps.to_string()),
            ("strength", self.recipe.strength.to_string()),
            ("seed", self.recipe.seed.to_string()),
            ("size", format!("{width}x{height}")),
        ];
        facts.extend(provenance::of_subject(&self.subject));
        facts
    }
}

/// A plane shifted to the right and down; what leaves on one side comes back on the other.
fn rolled(plane: &[f32], [width, height]: [u32; 2], [right, down]: [i32; 2]) -> Vec<f32> {
    let (width, height) = (width as usize, height as usize);
    let right = right.rem_euclid(width as i32) as usize;
    let down = down.rem_euclid(height as i32) as usize;
    let mut result = Vec::with_capacity(plane.len());
    for row in 0..height {
        let source = &plane[(row + height - down) % height * width..][..width];
        result.extend_from_slice(&source[width - right..]);
        result.extend_from_slice(&source[..width - right]);
    }
    result
}
