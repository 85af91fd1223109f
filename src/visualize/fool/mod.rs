//! Adversarial examples: the smallest change of a photo that changes the answer.
//!
//! One step by the sign of the gradient (FGSM: Goodfellow et al. 2015, Explaining and Harnessing Adversarial Examples), or several
//! shorter ones, each brought back to within epsilon of the photo (PGD: Madry et al. 2018, Towards Deep Learning Models Resistant to
//! Adversarial Attacks).  Pixels stay grey levels of 0 to 255, and what is handed out is rounded as a file would round it.
//!
//! | file | its job |
//! |---|---|
//! | `mod` | the stepper |
//! | `undo` | what a photo goes through on its way: what of it takes the change back |

mod undo;

use image::{Rgb, RgbImage};
use rand::Rng;

use super::canvas::Planes3;
use super::chance::Seeded;
use super::error::VisualizeError;
use super::provenance;
use super::subject::Subject;
use crate::model::{GoogLeNet, ModelError, Muted, Objective, Run};
use crate::spec::Head;

pub use undo::{NOISE, QUALITY, Undo};

/// The largest change that is tried, grey levels of 255.
pub const MOST: u8 = 16;

/// All steps together are so many times as long as epsilon (Madry et al.): the border can be reached from everywhere.
const REACH: f32 = 2.5;

/// The largest value of a pixel.
const WHITE: f32 = 255.0;

/// What the network is to answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
pub enum Goal {
    /// This class.
    Class(usize),
    /// Anything but what it answers.
    AnyOther,
}

/// How to fool it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
pub struct FoolRecipe {
    /// What it is to answer.
    pub goal: Goal,
    /// The most that any colour of any pixel changes, whole grey levels of 255, 1 to [`MOST`].
    pub epsilon: u8,
    /// Steps, from 1.
    pub steps: usize,
    /// Begins anywhere within epsilon of the photo, by this seed (Madry et al.), in place of at the photo.
    pub start: Option<u64>,
}

/// A photo that is changed step by step.
#[derive(Clone, Debug)]
pub struct Fooling {
    subject: Subject,
    muted: Muted,
    recipe: FoolRecipe,
    /// Width and height, pixels.
    size: [u32; 2],
    before: Planes3,
    now: Planes3,
    answer: Option<usize>,
    steps: usize,
}

impl Fooling {
    /// Begins with what the network sees of a photo, and with what is switched off.
    pub fn begin(subject: Subject, muted: Muted, seen: &RgbImage, recipe: FoolRecipe) -> Self {
        let before = [0, 1, 2].map(|color| seen.pixels().map(|pixel| f32::from(pixel.0[color])).collect::<Vec<f32>>());
        let size = seen.dimensions().into();
        let mut now = before.clone();
        if let Some(seed) = recipe.start.filter(|_| recipe.epsilon > 0) {
            let epsilon = f32::from(recipe.epsilon);
            let mut generator = Seeded(seed).generator(0, 0);
            for value in now.iter_mut().flatten() {
                *value = (*value + generator.random_range(-epsilon..=epsilon)).clamp(0.0, WHITE);
            }
        }
        Self { subject, muted, recipe, size, now, before, answer: None, steps: 0 }
    }

    /// The photo is known to be taken for this class.
    #[must_use]
    pub fn taken_for(self, class: usize) -> Self {
        Self { answer: Some(class), ..self }
    }

    /// Does one step.  `cancelled` is asked between the layers of the network; a step that was cancelled has not happened.
    ///
    /// # Errors
    /// Those of the network, [`VisualizeError::is_cancelled`] among them; a class that it does not have.
    pub fn step(&mut self, cancelled: &dyn Fn() -> bool) -> Result<(), VisualizeError> {
        if self.is_finished() {
            return Ok(());
        }
        let gradient = self.gradient(cancelled)?;
        let epsilon = f32::from(self.recipe.epsilon);
        let length = match self.recipe.steps {
            1 => epsilon,
            steps => REACH * epsilon / steps as f32,
        };
        // Down the loss of the class that is wanted, up that of the answer.
        let way = match self.recipe.goal {
            Goal::Class(_) => -length,
            Goal::AnyOther => length,
        };
        let planes = self.now.iter_mut().zip(&self.before).zip(&gradient);
        for ((now, before), gradient) in planes {
            for ((now, before), gradient) in now.iter_mut().zip(before).zip(gradient) {
                if *gradient != 0.0 {
                    let stepped = *now + way * gradient.signum();
                    *now = stepped.clamp((before - epsilon).max(0.0), (before + epsilon).min(WHITE));
                }
            }
        }
        self.steps += 1;
        Ok(())
    }

    /// The gradient of the cross-entropy with respect to red, green and blue.
    fn gradient(&mut self, cancelled: &dyn Fn() -> bool) -> Result<Planes3, VisualizeError> {
        let model = &self.subject.model;
        let mut seen = self.now.clone();
        seen.iter_mut().flatten().for_each(|pixel| *pixel /= WHITE);
        let [width, height] = self.size.map(|side| side as usize);
        let input = GoogLeNet::input_of_size(self.subject.input_values(&seen), height, width)?;
        let name = Head::Main.logits_name();
        let needs = model.needs(&Objective::Logit { head: Head::Main, class: 0 })?;
        let muted = self.muted.iter().filter(|(name, _)| needs.contains(*name));
        let muted = muted.map(|(name, channels)| (name.clone(), channels.clone())).collect();
        let trace = model.forward(&input, Run::new().mute(&muted).only(needs).cancel_when(cancelled))?;
        let mut loss = match trace.get(name) {
            Some(logits) => softmax(&logits.values.to_vec().map_err(ModelError::from)?),
            None => Vec::new(),
        };
        let answer = *self.answer.get_or_insert_with(|| largest(&loss));
        let class = match self.recipe.goal {
            Goal::Class(class) => class,
            Goal::AnyOther => answer,
        };
        // Of the cross-entropy with respect to the logits: probabilities less what is wanted.
        if let Some(wanted) = loss.get_mut(class) {
            *wanted -= 1.0;
        }
        let objective = Objective::Projection { name: name.to_owned(), weights: loss.into() };
        Ok(self.subject.input_backward(&model.gradient(&trace, &objective, "input")?))
    }

    /// What the network would see now: rounded to whole grey levels as in a file.
    pub fn seen(&self) -> RgbImage {
        let [width, height] = self.size;
        RgbImage::from_fn(width, height, |x, y| {
            let place = y as usize * width as usize + x as usize;
            Rgb(self.now.each_ref().map(|plane| plane[place].round() as u8))
        })
    }

    /// The largest change of any colour of any pixel as a file has it, grey levels.
    pub fn largest_change(&self) -> u8 {
        let planes = self.now.iter().flatten().zip(self.before.iter().flatten());
        planes.map(|(now, before)| (now.round() - before).abs() as u8).max().unwrap_or(0)
    }

    /// Whether all steps are done.
    pub fn is_finished(&self) -> bool {
        self.steps >= self.recipe.steps
    }

    /// Steps done.
    pub fn steps(&self) -> usize {
        self.steps
    }

    /// How to fool it.
    pub fn recipe(&self) -> FoolRecipe {
        self.recipe
    }

    /// What the picture says about itself in its file: `epsilon`, `steps`, `weights_sha256`.  What it is to be taken for is the
    /// caller's to say: classes have names there.
    pub fn provenance(&self) -> Vec<(&'static str, String)> {
        let mut facts = vec![("epsilon", self.recipe.epsilon.to_string()), ("steps", self.recipe.steps.to_string())];
        facts.extend(provenance::of_subject(&self.subject));
        facts
    }
}

/// Noise as large as the change: every colour of every pixel epsilon up or down, by the toss of a coin.
pub fn coin_noise(seen: &RgbImage, epsilon: u8, seed: u64) -> RgbImage {
    let mut generator = Seeded(seed).generator(0, 0);
    let mut noisy = seen.clone();
    for value in noisy.iter_mut() {
        *value = if generator.random() { value.saturating_add(epsilon) } else { value.saturating_sub(epsilon) };
    }
    noisy
}

/// A photo at the network's size with the part that it sees replaced; `corner` is where that part begins, and may lie outside.
pub fn put_back(photo: &RgbImage, seen: &RgbImage, corner: [i64; 2]) -> RgbImage {
    let mut whole = photo.clone();
    image::imageops::replace(&mut whole, seen, corner[0], corner[1]);
    whole
}

fn softmax(logits: &[f32]) -> Vec<f32> {
    let most = logits.iter().copied().fold(f32::NEG_INFINITY, f32::max);
    let powers: Vec<f32> = logits.iter().map(|logit| (logit - most).exp()).collect();
    let sum: f32 = powers.iter().sum();
    powers.into_iter().map(|power| power / sum).collect()
}

fn largest(values: &[f32]) -> usize {
    (0..values.len()).max_by(|&a, &b| values[a].total_cmp(&values[b]).then(b.cmp(&a))).unwrap_or(0)
}
