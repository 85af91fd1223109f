//! How each method makes its map, one pass at a time.

use std::collections::HashSet;

use super::cell_maps::{evidence, grad_cam};
use super::error::HeatmapError;
use super::low_pass::low_pass;
use super::map::Map;
use super::method::{Grain, Method, Noise, Settings, patch_places};
use super::quadrature::gauss_legendre;
use super::question::Question;
use super::samples::{baseline, noisy, occluded, places};
use super::subject::Subject;
use crate::model::{GoogLeNet, Objective, Planes, Relus};
use crate::platform::clock::Stopwatch;

crate::wire::once::contents!(Heatmap);

/// A map and what it cost.
#[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Heatmap {
    /// How it was made.
    pub method: Method,
    /// The map.
    pub map: Map,
    /// Passes through the network, forward and back.
    pub passes: usize,
    /// Wall time, milliseconds.
    pub duration_ms: f64,
}

/// A map being made.
#[derive(Clone, Debug)]
pub struct Making {
    question: Question,
    method: Method,
    settings: Settings,
    objective: Objective,
    needed: HashSet<String>,
    /// Samples done.
    done: usize,
    passes: usize,
    duration_ms: f64,
    work: Work,
}

/// What the samples come to.
#[derive(Clone, Debug)]
enum Work {
    /// A map of cells: there is one sample.
    Cells(Option<Map>),
    /// Logits: of the photo, then with the patch at each place.
    Logits(Vec<f64>),
    /// Gradients that add up; position from the baseline to the photo and weight of each sample.
    Pixels { points: Vec<(f64, f64)>, baseline: Option<Planes>, sum: Vec<f64> },
}

impl Making {
    /// Nothing is run yet.
    ///
    /// # Errors
    /// The network has no such head or class, the method has nothing to say about the head, or the noise does not fit.
    pub fn new(
        subject: &Subject,
        question: Question,
        method: Method,
        settings: &Settings,
    ) -> Result<Self, HeatmapError> {
        question.check(&subject.model)?;
        if !method.goes_with(question.head) {
            return Err(HeatmapError::NoExactEvidence(question.head));
        }
        let numbers = subject.input.values.len();
        let one = || vec![(1.0, 1.0)];
        let pixels = |points, baseline| Work::Pixels { points, baseline, sum: vec![0.0; numbers] };
        let work = match method {
            Method::Evidence | Method::GradCam => Work::Cells(None),
            Method::Occlusion => Work::Logits(Vec::new()),
            Method::Gradient | Method::GradientXInput | Method::GuidedBackpropagation => pixels(one(), None),
            Method::SmoothGrad => {
                let count = match &settings.noise {
                    Noise::Seeded(_) => settings.effort.smoothgrad_samples,
                    Noise::Given(samples) if samples.iter().any(|sample| sample.len() != numbers) => 0,
                    Noise::Given(samples) => samples.len(),
                };
                if count == 0 {
                    return Err(HeatmapError::Noise { wanted: numbers });
                }
                pixels(vec![(1.0, 1.0 / count as f64); count], None)
            }
            Method::IntegratedGradients => {
                pixels(gauss_legendre(settings.effort.integration_steps), Some(baseline(subject, settings.baseline)))
            }
        };
        let objective = question.objective();
        let needed = subject.model.needs(&objective)?;
        let settings = settings.clone();
        Ok(Self { question, method, settings, objective, needed, done: 0, passes: 0, duration_ms: 0.0, work })
    }

    /// Samples, and how many of them are done.
    pub fn progress(&self, subject: &Subject) -> (usize, usize) {
        let total = match &self.work {
            Work::Cells(_) => 1,
            Work::Logits(_) => 1 + places(subject, self.settings.effort.patch_step_px).len(),
            Work::Pixels { points, .. } => points.len(),
        };
        (self.done, total)
    }

    /// One sample more: a pass of `model` (the subject's, or one that has learned nothing), and one back where the method
    /// wants gradients.  The map, once that was the last.
    ///
    /// # Errors
    /// [`crate::model::ModelError::Cancelled`]: nothing is lost, the sample can be done again; other [`crate::model::ModelError`]s.
    pub fn advance(
        &mut self,
        subject: &Subject,
        model: &GoogLeNet,
        cancelled: &dyn Fn() -> bool,
    ) -> Result<Option<Heatmap>, HeatmapError> {
        let start = Stopwatch::start();
        let values = self.sample(subject);
        let trace = subject.run(model, &values, &self.needed, cancelled)?;
        let mut passes = 1;
        match &mut self.work {
            Work::Logits(logits) => logits.push(self.question.logit(&trace)?),
            Work::Cells(map) => {
                *map = Some(if self.method == Method::Evidence {
                    evidence(model, &trace, &self.objective)?
                } else {
                    grad_cam(model, &trace, &self.objective, &self.settings.module(self.question.head))?
                });
                passes += 1;
            }
            Work::Pixels { points, sum, .. } => {
                let is_guided = self.method == Method::GuidedBackpropagation;
                let relus = if is_guided { Relus::Guided } else { Relus::Exact };
                let gradient = model.gradients_through(&trace, &self.objective, &["input"], relus)?.pop();
                let gradient = gradient.expect("there is a gradient for each activation");
                let weight = points[self.done].1;
                sum.iter_mut().zip(gradient.values).for_each(|(sum, value)| *sum += weight * f64::from(value));
                passes += 1;
            }
        }
        self.done += 1;
        self.passes += passes;
        let (done, total) = self.progress(subject);
        let map = (done == total).then(|| self.map(subject));
        self.duration_ms += start.milliseconds();
        let (method, passes, duration_ms) = (self.method, self.passes, self.duration_ms);
        Ok(map.map(|map| Heatmap { method, map, passes, duration_ms }))
    }

    /// What goes into the network next.
    fn sample(&self, subject: &Subject) -> Vec<f32> {
        let input = &subject.input;
        match (&self.work, self.method, self.done) {
            (Work::Logits(_), _, done @ 1..) => {
                occluded(subject, places(subject, self.settings.effort.patch_step_px)[done - 1])
            }
            (Work::Pixels { points, baseline: Some(baseline), .. }, _, done) => {
                let part = points[done].0 as f32;
                let pairs = baseline.values.iter().zip(&input.values);
                pairs.map(|(from, to)| from + part * (to - from)).collect()
            }
            (Work::Pixels { .. }, Method::SmoothGrad, done) => match &self.settings.noise {
                Noise::Given(samples) => input.values.iter().zip(&samples[done]).map(|(x, noise)| x + noise).collect(),
                Noise::Seeded(seed) => noisy(&input.values, *seed, done as u64),
            },
            (Work::Logits(_) | Work::Cells(_) | Work::Pixels { .. }, ..) => input.values.clone(),
        }
    }

    /// What all samples come to.
    fn map(&self, subject: &Subject) -> Map {
        let Planes { height, width, .. } = subject.input;
        let map = match &self.work {
            Work::Cells(map) => map.clone().unwrap_or(Map { height: 0, width: 0, values: Vec::new() }),
            Work::Logits(logits) => Map {
                height: patch_places(height, self.settings.effort.patch_step_px),
                width: patch_places(width, self.settings.effort.patch_step_px),
                values: logits[1..].iter().map(|logit| (logits[0] - logit) as f32).collect(),
            },
            Work::Pixels { baseline, sum, .. } => {
                let area = height * width;
                let number = |index: usize| match (self.method, baseline) {
                    (Method::GradientXInput, _) => sum[index] * f64::from(subject.input.values[index]),
                    (Method::IntegratedGradients, Some(baseline)) => {
                        sum[index] * (f64::from(subject.input.values[index]) - f64::from(baseline.values[index]))
                    }
                    _ => sum[index].abs(),
                };
                let colors = |pixel: usize| (0..subject.input.channels).map(move |color| number(color * area + pixel));
                let value = |pixel| match self.method.is_signed() {
                    true => colors(pixel).sum::<f64>(),
                    false => colors(pixel).fold(0.0, f64::max),
                };
                Map { height, width, values: (0..area).map(|pixel| value(pixel) as f32).collect() }
            }
        };
        match self.settings.low_pass.filter(|_| self.method.grain() == Grain::Pixel) {
            Some(deviation) => low_pass(&map, deviation),
            None => map,
        }
    }
}

/// A map, all at once; `on_sample` is called with samples done and their number.
///
/// # Errors
/// As [`Making::new`] and [`Making::advance`].
pub fn heatmap(
    subject: &Subject,
    question: Question,
    method: Method,
    settings: &Settings,
    cancelled: &dyn Fn() -> bool,
    on_sample: &mut dyn FnMut(usize, usize),
) -> Result<Heatmap, HeatmapError> {
    let mut making = Making::new(subject, question, method, settings)?;
    loop {
        let map = making.advance(subject, &subject.model, cancelled)?;
        let (done, total) = making.progress(subject);
        on_sample(done, total);
        if let Some(map) = map {
            return Ok(map);
        }
    }
}
