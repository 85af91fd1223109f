//! Feature inversion: a photo rebuilt from what a layer knows of it.
//!
//! A picture is grown from noise until its activations at the layer are the photo's (Mahendran and Vedaldi 2015, Understanding Deep
//! Image Representations by Inverting Them).  What is climbed down is the relative error itself, the length of the difference over
//! the length of the photo's: its square falls more slowly, since Adam remembers how steep that was at first.  The picture is
//! parametrised as everywhere here (`canvas`), only with less of fine patterns at first, without random transforms and without a larger canvas.
//!
//! | file | its job |
//! |---|---|
//! | `mod` | the stepper |
//! | `parts` | how much of the photo's outlines, fine patterns and colours came back |

mod parts;

use std::sync::Arc;

use image::RgbImage;

use super::aim::{activation, check, find, owner};
use super::canvas::{Canvas, Planes3};
use super::chance::{Chance, Seeded};
use super::error::{Unfit, VisualizeError};
use super::fourier::Fourier;
use super::provenance;
use super::subject::{Subject, picture_of};
use crate::model::kernels::on_all_threads;
use crate::model::network::SIDES;
use crate::model::{GoogLeNet, ModelError, Muted, Objective, Planes, Relus, Run, Trace};
use crate::spec::{Layer, Op, Part, Place};

pub use parts::{FADED, KEPT, PhotoPart, correlations};

/// Steps unless somebody asks for more.
pub const STEPS: usize = 256;

/// Above this relative error the activations are not met yet: what is missing in the picture may be lost, or not yet found.
pub const UNSURE: f32 = 0.3;

/// The power of the frequency by which coefficients are divided: photos have less of fine patterns than the usual 1 gives them, and what
/// is met is one.  Of the nine samples, after 256 steps at 3a, the largest error is 0.145 so and 0.168 with 1.
const FALL: f32 = 1.25;

/// Steps at which a gradient of zero opens the ReLUs.
const OPEN_STEPS: usize = 16;

/// The largest value of a pixel.
const WHITE: f32 = 255.0;

/// What the photo is rebuilt from.
#[derive(Clone, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
pub struct RebuildRecipe {
    /// The layer by its traced name, or a branch of a module by that of the branch.
    pub layer: String,
    /// One channel of it; `None` for all.
    pub channel: Option<usize>,
    /// Which noise it grows from.
    pub seed: u64,
}

impl RebuildRecipe {
    /// The usual one, from seed 0.
    pub fn of(layer: &str, channel: Option<usize>) -> Self {
        Self { layer: layer.to_owned(), channel, seed: 0 }
    }
}

/// Whether a photo can be rebuilt from a layer: it holds maps of what the photo became.
pub fn can_rebuild(layer: &Layer) -> bool {
    layer.output.side() > 1 && !matches!(layer.op, Op::Input) && !matches!(layer.place, Place::Head(_))
}

/// Whether a layer is a 1x1 convolution before the 3x3 or the 5x5, so that it can be asked what it throws away.
pub fn is_reduction(layer: &Layer) -> bool {
    matches!(layer.place, Place::Module { part: Part::Conv3x3Reduce | Part::Conv5x5Reduce, .. })
}

/// A picture under way.  The same subject, photo and recipe give the same picture after the same number of steps, however they were
/// divided, cancelled and resumed.
#[derive(Clone, Debug)]
pub struct Rebuilding {
    subject: Subject,
    muted: Muted,
    recipe: RebuildRecipe,
    /// What the picture is to reproduce.
    wanted: Wanted,
    /// What a reduction reads, to measure what it threw away; what is asked for is the same otherwise.
    read: Option<Wanted>,
    canvas: Canvas,
    photo: RgbImage,
    errors: Vec<f32>,
    read_errors: Vec<f32>,
    /// Of the last step, by activation; its memory serves the next one.
    gradient: Vec<f32>,
    has_started: bool,
}

/// The photo's activations somewhere.
#[derive(Clone, Debug)]
struct Wanted {
    /// The activation.
    name: String,
    /// The channel of it that counts, or all.
    channel: Option<usize>,
    /// The photo's, row-major.
    values: Arc<[f32]>,
    /// Sum of the squares of those that count.
    square: f64,
}

impl Rebuilding {
    /// Begins with noise.  `seen` is what the network sees of the photo, a square; what is switched off is off for both pictures.
    ///
    /// # Errors
    /// [`Unfit::Size`], [`Unfit::NothingThere`]; unknown layer or channel; those of the network.
    pub fn begin(
        subject: Subject,
        muted: Muted,
        seen: &RgbImage,
        recipe: RebuildRecipe,
    ) -> Result<Self, VisualizeError> {
        let chance = Seeded(recipe.seed);
        Self::begin_with(subject, muted, seen, recipe, &chance)
    }

    /// The same from other noise than that of the seed.
    ///
    /// # Errors
    /// As [`Self::begin`].
    pub fn begin_with(
        subject: Subject,
        muted: Muted,
        seen: &RgbImage,
        recipe: RebuildRecipe,
        chance: &dyn Chance,
    ) -> Result<Self, VisualizeError> {
        let size = seen.width() as usize;
        if !SIDES.contains(&size) || seen.width() != seen.height() {
            return Err(Unfit::Size { size, least: *SIDES.start(), most: *SIDES.end() }.into());
        }
        let network = subject.model.structure();
        let layer = find(&network, &recipe.layer)?;
        if !can_rebuild(layer) {
            return Err(Unfit::NothingToRebuild { name: layer.name.clone() }.into());
        }
        let (layer, channel) = match recipe.channel {
            None => (layer, None),
            Some(channel) => {
                check(layer, channel)?;
                let (layer, channel) = owner(&network, layer, channel);
                (layer, Some(channel))
            }
        };
        let fourier = Arc::new(Fourier::new(size));
        let noise = chance.noise(0, 2 * 3 * fourier.count());
        let planes = [0, 1, 2].map(|color| seen.pixels().map(|pixel| f32::from(pixel.0[color]) / WHITE).collect());
        let trace = run(&subject, &muted, &planes, &layer.name, &|| false)?;
        let wanted = Wanted::new(&trace, &layer.name, channel)?;
        if wanted.square <= 0.0 {
            return Err(Unfit::NothingThere { of: words(&recipe) }.into());
        }
        let read = match layer.inputs.first().filter(|_| is_reduction(layer)) {
            Some(&input) => Some(Wanted::new(&trace, &network.layers[input].name, None)?),
            None => None,
        };
        let canvas = Canvas::falling(fourier, noise, FALL);
        let (errors, read_errors, gradient) = (Vec::new(), Vec::new(), Vec::new());
        let photo = seen.clone();
        let has_started = false;
        Ok(Self { subject, muted, recipe, wanted, read, canvas, photo, errors, read_errors, gradient, has_started })
    }

    /// Does one step.  `cancelled` is asked between the layers of the network; a step that was cancelled has not happened.
    ///
    /// # Errors
    /// [`Unfit::NoStart`]; those of the network, [`VisualizeError::is_cancelled`] among them.
    pub fn step(&mut self, cancelled: &dyn Fn() -> bool) -> Result<(), VisualizeError> {
        let planes = self.canvas.picture();
        let trace = run(&self.subject, &self.muted, &planes, &self.wanted.name, cancelled)?;
        let error = self.wanted.compare(&trace, &mut self.gradient)?;
        let read = self.read.as_ref().map(|read| read.error(&trace)).transpose()?;
        let objective = Objective::Projection { name: self.wanted.name.clone(), weights: self.gradient[..].into() };
        let gradient = self.gradient(&trace, &objective)?;
        self.has_started |= gradient.values.iter().any(|&value| value != 0.0);
        if !self.has_started && self.steps() + 1 >= OPEN_STEPS {
            return Err(Unfit::NoStart { of: words(&self.recipe) }.into());
        }
        self.canvas.climb(&planes, self.subject.input_backward(&gradient));
        self.errors.push(error);
        self.read_errors.extend(read);
        Ok(())
    }

    /// The gradient with respect to what the network received; at the first steps, where it is zero, through all ReLUs.
    fn gradient(&self, trace: &Trace, objective: &Objective) -> Result<Planes, VisualizeError> {
        let through = |relus| {
            let gradients = self.subject.model.gradients_through(trace, objective, &["input"], relus)?.pop();
            Ok::<_, VisualizeError>(gradients.expect("there is a gradient for each activation"))
        };
        let gradient = through(Relus::Exact)?;
        let is_zero = self.steps() < OPEN_STEPS && gradient.values.iter().all(|&value| value == 0.0);
        if is_zero { through(Relus::Open) } else { Ok(gradient) }
    }

    /// Does so many steps more.
    ///
    /// # Errors
    /// As [`Self::step`]; the steps before it are done.
    pub fn advance(&mut self, steps: usize, cancelled: &dyn Fn() -> bool) -> Result<(), VisualizeError> {
        (0..steps).try_for_each(|_| self.step(cancelled))
    }

    /// What the relative errors are now, of the picture as it is after all steps: that of what is met and, of a reduction, that of
    /// what the reduction reads.
    ///
    /// # Errors
    /// Those of the network.
    pub fn errors_now(&self, cancelled: &dyn Fn() -> bool) -> Result<(f32, Option<f32>), VisualizeError> {
        let trace = run(&self.subject, &self.muted, &self.canvas.picture(), &self.wanted.name, cancelled)?;
        let read = self.read.as_ref().map(|read| read.error(&trace)).transpose()?;
        Ok((self.wanted.error(&trace)?, read))
    }

    /// Steps done.
    pub fn steps(&self) -> usize {
        self.errors.len()
    }

    /// The relative error before each step: length of the difference of the activations over the length of the photo's.
    pub fn errors(&self) -> &[f32] {
        &self.errors
    }

    /// Of a reduction the same of what it reads; of other layers none.
    pub fn read_errors(&self) -> &[f32] {
        &self.read_errors
    }

    /// The picture as it is now.
    pub fn picture(&self) -> RgbImage {
        let side = self.canvas.side();
        picture_of(&self.canvas.picture(), side, 0, side)
    }

    /// The photo as the network sees it.
    pub fn photo(&self) -> &RgbImage {
        &self.photo
    }

    /// What was asked.
    pub fn recipe(&self) -> &RebuildRecipe {
        &self.recipe
    }

    /// What the picture says about itself in its file: `rebuilt_from`, `steps`, `seed`, `relative_error` where it is known,
    /// `weights_sha256`.
    pub fn provenance(&self, error: Option<f32>) -> Vec<(&'static str, String)> {
        let mut facts = vec![
            ("rebuilt_from", words(&self.recipe)),
            ("steps", self.steps().to_string()),
            ("seed", self.recipe.seed.to_string()),
        ];
        facts.extend(error.map(|error| ("relative_error", format!("{error:.4}"))));
        facts.extend(provenance::of_subject(&self.subject));
        facts
    }
}

/// "inception3a", "inception3a:17": what the command line calls it.
fn words(recipe: &RebuildRecipe) -> String {
    match recipe.channel {
        None => recipe.layer.clone(),
        Some(channel) => format!("{}:{channel}", recipe.layer),
    }
}

/// Lets the network see planes of 0 to 1, as far as that layer.
fn run(
    subject: &Subject,
    muted: &Muted,
    planes: &Planes3,
    layer: &str,
    cancelled: &dyn Fn() -> bool,
) -> Result<Trace, ModelError> {
    let model = &subject.model;
    let side = (planes[0].len() as f64).sqrt() as usize;
    let input = GoogLeNet::input_of_size(subject.input_values(planes), side, side)?;
    let needs = model.needs(&Objective::Energy { name: layer.to_owned(), before_relu: false })?;
    let muted = muted.iter().filter(|(name, _)| needs.contains(*name));
    let muted = muted.map(|(name, channels)| (name.clone(), channels.clone())).collect();
    model.forward(&input, Run::new().mute(&muted).only(needs).cancel_when(cancelled))
}

impl Wanted {
    fn new(trace: &Trace, name: &str, channel: Option<usize>) -> Result<Self, ModelError> {
        let values = activation(trace, name)?.to_vec()?;
        let mut wanted = Self { name: name.to_owned(), channel, values: values.into(), square: 0.0 };
        let counted = wanted.counted(activation(trace, name)?.channels());
        wanted.square = wanted.values[counted].iter().map(|&value| f64::from(value).powi(2)).sum();
        Ok(wanted)
    }

    /// The places of the values that count.
    fn counted(&self, channels: usize) -> std::ops::Range<usize> {
        let area = self.values.len() / channels.max(1);
        self.channel.map_or(0..self.values.len(), |channel| channel * area..(channel + 1) * area)
    }

    /// Length of the difference over the length of the photo's.
    fn error(&self, trace: &Trace) -> Result<f32, ModelError> {
        let values = activation(trace, &self.name)?;
        let counted = self.counted(values.channels());
        Ok(self.relative(&values.to_vec()?[counted.clone()], &self.values[counted]))
    }

    fn relative(&self, found: &[f32], wanted: &[f32]) -> f32 {
        (squared_distance(found, wanted) / self.square).sqrt() as f32
    }

    /// The same; `gradient` becomes, by activation, what to climb so that it falls.
    fn compare(&self, trace: &Trace, gradient: &mut Vec<f32>) -> Result<f32, ModelError> {
        let values = activation(trace, &self.name)?;
        let counted = self.counted(values.channels());
        values.write(gradient)?;
        let found = &mut gradient[..];
        let error = self.relative(&found[counted.clone()], &self.values[counted.clone()]);
        // The way back from a length; where nothing differs there is none.
        let scale = if error > 0.0 { -1.0 / (f64::from(error) * self.square) as f32 } else { 0.0 };
        found[..counted.start].fill(0.0);
        found[counted.end..].fill(0.0);
        let parts = found[counted.clone()].chunks_mut(AT_ONCE).zip(self.values[counted].chunks(AT_ONCE));
        on_all_threads(parts.map(|(found, wanted)| {
            move || found.iter_mut().zip(wanted).for_each(|(found, wanted)| *found = scale * (*found - wanted))
        }));
        Ok(error)
    }
}

/// Numbers that a task compares.
const AT_ONCE: usize = 16384;

/// Sums that are added up side by side, so that none waits for the one before.
const SIDE_BY_SIDE: usize = 16;

/// Sum of the squares of the differences, the same bit for bit whatever the number of threads.
fn squared_distance(found: &[f32], wanted: &[f32]) -> f64 {
    let mut sums = vec![0.0; found.len().div_ceil(AT_ONCE)];
    let parts = found.chunks(AT_ONCE).zip(wanted.chunks(AT_ONCE));
    on_all_threads(sums.iter_mut().zip(parts).map(|(sum, (found, wanted))| {
        move || {
            let mut sums = [0.0; SIDE_BY_SIDE];
            for (found, wanted) in found.chunks(SIDE_BY_SIDE).zip(wanted.chunks(SIDE_BY_SIDE)) {
                for (sum, (found, wanted)) in sums.iter_mut().zip(found.iter().zip(wanted)) {
                    *sum += f64::from(found - wanted).powi(2);
                }
            }
            *sum = sums.iter().sum();
        }
    }));
    sums.iter().sum()
}
