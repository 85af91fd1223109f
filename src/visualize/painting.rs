//! The stepper: a picture that grows.

use std::sync::Arc;

use image::RgbImage;

use super::aim::{Aim, activation};
use super::canvas::{Canvas, Planes3};
use super::chance::{Chance, Seeded};
use super::curve::{Curve, Point};
use super::diversity::{self, Maps};
use super::error::{Unfit, VisualizeError};
use super::fourier::Fourier;
use super::likeness::Likeness;
use super::recipe::{DIVERSE, FINER_STEPS, Recipe, Sign, Start};
use super::subject::{Subject, picture_of};
use super::window::Sampling;
use crate::model::network::SIDES;
use crate::model::{GoogLeNet, Objective, Planes, Relus, Run, Trace};

/// Steps at which a gradient of zero opens the ReLUs.
const OPEN_STEPS: usize = 16;

/// The canvas reaches beyond the picture by a part of its size on each side: it is a quarter larger.
const MARGIN: usize = 8;

/// What the likeness of pictures made at once costs, in sizes of the layer's numbers.
const DIVERSITY: f32 = 4.0;

/// What leaving the photo costs, in the same unit.
const LIKENESS: f32 = 2.0;

/// A picture under way.  The same subject and recipe give the same picture after the same number of steps, however they were
/// divided, cancelled and resumed.
#[derive(Clone, Debug)]
pub struct Painting {
    subject: Subject,
    recipe: Recipe,
    aim: Aim,
    chance: Arc<dyn Chance>,
    canvases: Vec<Canvas>,
    likeness: Option<Likeness>,
    curve: Curve,
    /// Whether there ever was a gradient.
    has_started: bool,
}

/// What the network saw of one canvas at a step, and said.
struct View {
    picture: Planes3,
    sampling: Sampling,
    trace: Trace,
    /// What is climbed.
    parts: Vec<(Objective, f32)>,
}

impl Painting {
    /// Begins: the picture is still noise, or the photo.
    ///
    /// # Errors
    /// [`Unfit::Size`]; unknown layer, channel or class.
    pub fn begin(subject: Subject, recipe: Recipe) -> Result<Self, VisualizeError> {
        let chance = Arc::new(Seeded(recipe.seed));
        Self::begin_with(subject, recipe, chance)
    }

    /// The same with other random numbers than those of the seed.
    ///
    /// # Errors
    /// As [`Self::begin`].
    pub fn begin_with(subject: Subject, recipe: Recipe, chance: Arc<dyn Chance>) -> Result<Self, VisualizeError> {
        let size = recipe.size;
        if !SIDES.contains(&size) {
            return Err(Unfit::Size { size, least: *SIDES.start(), most: *SIDES.end() }.into());
        }
        let aim = Aim::new(&subject.model, &recipe.target)?;
        let margin = size / MARGIN;
        let fourier = Arc::new(Fourier::new(size + 2 * margin));
        let pictures = 0..recipe.count.clamp(1, DIVERSE);
        let (canvases, likeness) = match &recipe.start {
            Start::Noise => {
                let noise = |picture| chance.noise(picture, 2 * 3 * fourier.count());
                let canvases = pictures.map(|picture| Canvas::from_noise(Arc::clone(&fourier), noise(picture)));
                (canvases.collect(), None)
            }
            Start::Photo(photo) => {
                let photo = subject.canvas_of(photo, size, margin);
                let canvas = Canvas::from_photo(fourier, photo.clone());
                let likeness = Likeness::new(&subject.model, photo, aim.layer());
                (pictures.map(|_| canvas.clone()).collect(), Some(likeness))
            }
        };
        Ok(Self { subject, recipe, aim, chance, canvases, likeness, curve: Curve::default(), has_started: false })
    }

    /// Does one step.  `cancelled` is asked between the layers of the network; a step that was cancelled has not happened.
    ///
    /// # Errors
    /// [`Unfit::NoStart`]; those of the network, [`VisualizeError::is_cancelled`] among them.
    pub fn step(&mut self, cancelled: &dyn Fn() -> bool) -> Result<(), VisualizeError> {
        let views = (0..self.canvases.len()).map(|picture| self.view(picture, cancelled));
        let mut views = views.collect::<Result<Vec<_>, _>>()?;
        self.keep_apart(&mut views)?;
        let value = self.aim.value(&views[0].trace)?;
        let gradients = views.iter().map(|view| self.gradient(view));
        let gradients = gradients.collect::<Result<Vec<_>, _>>()?;
        let length = length(&gradients[0]);
        self.has_started |= length > 0.0;
        if !self.has_started && self.steps() + 1 >= OPEN_STEPS {
            return Err(Unfit::NoStart { of: self.aim.name().to_owned() }.into());
        }
        for ((canvas, view), gradient) in self.canvases.iter_mut().zip(&views).zip(&gradients) {
            let gradient = self.subject.input_backward(gradient);
            let gradient = gradient.each_ref().map(|plane| view.sampling.sample_backward(plane));
            canvas.climb(&view.picture, gradient);
        }
        self.curve.push(Point { value, gradient: length });
        Ok(())
    }

    /// Lets the network see a canvas.
    fn view(&self, picture: usize, cancelled: &dyn Fn() -> bool) -> Result<View, VisualizeError> {
        let (canvas, size) = (&self.canvases[picture], self.recipe.size);
        let reach = (canvas.side() - size) as f32 / 2.0;
        let sampling = Sampling::new(self.chance.window(picture, self.steps(), reach), canvas.side(), size);
        let planes = canvas.picture();
        let seen = planes.each_ref().map(|plane| sampling.sample(plane));
        let Subject { model, .. } = &self.subject;
        let input = GoogLeNet::input_of_size(self.subject.input_values(&seen), size, size)?;
        let mut needs = model.needs(&self.aim.objective([1, 1]))?;
        if self.canvases.len() > 1 {
            let layer = self.aim.layer().to_owned();
            needs.extend(model.needs(&Objective::Energy { name: layer, before_relu: false })?);
        }
        let trace = model.forward(&input, Run::new().only(needs).cancel_when(cancelled))?;
        let sign = match self.recipe.sign {
            Sign::Maximise => 1.0,
            Sign::Minimise => -1.0,
        };
        let mut parts = vec![(self.aim.objective(self.aim.sides(&trace)?), sign)];
        if let Some(likeness) = &self.likeness {
            let weights = likeness.gradient(&self.subject, &sampling, &trace, cancelled)?;
            let cost = -LIKENESS * self.aim.unit(&trace)?;
            parts.push((Objective::Projection { name: likeness.layer().to_owned(), weights: weights.into() }, cost));
        }
        Ok(View { picture: planes, sampling, trace, parts })
    }

    /// Where there are several pictures, what they have in common is climbed down.
    fn keep_apart(&self, views: &mut [View]) -> Result<(), VisualizeError> {
        if views.len() < 2 {
            return Ok(());
        }
        let layer = self.aim.layer();
        let mut maps = Vec::with_capacity(views.len());
        for view in views.iter() {
            let values = activation(&view.trace, layer)?;
            maps.push((values.channels(), values.to_vec().map_err(crate::model::ModelError::from)?));
        }
        let maps: Vec<Maps<'_>> = maps.iter().map(|(channels, values)| Maps { channels: *channels, values }).collect();
        for (view, weights) in views.iter_mut().zip(diversity::gradients(&maps)) {
            let cost = -DIVERSITY * self.aim.unit(&view.trace)?;
            view.parts.push((Objective::Projection { name: layer.to_owned(), weights: weights.into() }, cost));
        }
        Ok(())
    }

    /// The gradient of what is climbed with respect to what the network received; at the first steps, where it is zero, through all
    /// ReLUs.
    fn gradient(&self, view: &View) -> Result<Planes, VisualizeError> {
        let objective = Objective::Weighted(view.parts.clone());
        let through = |relus| {
            let gradients = self.subject.model.gradients_through(&view.trace, &objective, &["input"], relus)?.pop();
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

    /// Steps done.
    pub fn steps(&self) -> usize {
        self.curve.points().len()
    }

    /// Whether more steps would change little: the gradient has become flat, or there were 2,560 steps.
    pub fn is_finished(&self) -> bool {
        self.steps() >= FINER_STEPS || self.curve.is_flat()
    }

    /// The picture as it is now, `size` x `size`: the middle of the canvas.  The first one where there are several.
    pub fn picture(&self) -> RgbImage {
        self.middle(&self.canvases[0])
    }

    /// All of them.
    pub fn pictures(&self) -> Vec<RgbImage> {
        self.canvases.iter().map(|canvas| self.middle(canvas)).collect()
    }

    fn middle(&self, canvas: &Canvas) -> RgbImage {
        let size = self.recipe.size;
        picture_of(&canvas.picture(), canvas.side(), size / MARGIN, size)
    }

    /// What happened so far.
    pub fn curve(&self) -> &Curve {
        &self.curve
    }

    /// What was asked.
    pub fn recipe(&self) -> &Recipe {
        &self.recipe
    }

    /// Whom.
    pub fn subject(&self) -> &Subject {
        &self.subject
    }
}

fn length(gradient: &Planes) -> f32 {
    let squares = gradient.values.iter().map(|&value| f64::from(value).powi(2));
    squares.sum::<f64>().sqrt() as f32
}
