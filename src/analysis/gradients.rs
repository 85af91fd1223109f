//! Why the auxiliary heads exist: how strongly each part of the network is told to change.
//!
//! The norm of dLoss/dActivation, with the loss of the main classifier alone and with both auxiliary heads (section 5: weight
//! 0.3).

use std::borrow::Cow;

use candle_core::Tensor;

use super::prediction::Scores;
use crate::model::{GoogLeNet, ModelError, Objective, ObjectiveError, Run, Trace};
use crate::spec::{DEPTHS, Head};

/// Whose weights are differentiated.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
pub enum Initialisation {
    /// Those in use, trained.
    Loaded,
    /// Freshly drawn, without normalisation.
    Fresh,
    /// Freshly drawn, batch normalisation with the statistics of the photo itself.
    FreshBatchNorm,
    /// Freshly drawn with one standard deviation for all layers, without normalisation.
    Gaussian(Spread),
}

/// A standard deviation of fresh weights: one of [`Spread::STOPS`], in ten-thousandths.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
pub struct Spread(u32);

impl Spread {
    /// From gradients that vanish to gradients that explode, in ten-thousandths.
    pub const STOPS: [u32; 16] = [25, 35, 50, 70, 100, 140, 200, 280, 400, 480, 560, 680, 800, 1000, 1200, 1600];
    /// 0.01, as usual in 2012.
    pub const USUAL: Self = Self(100);

    /// The stop at a place, the last for a number that is too large.
    pub fn at(stop: usize) -> Self {
        Self(Self::STOPS[stop.min(Self::STOPS.len() - 1)])
    }

    /// Its place among the stops.
    pub fn stop(self) -> usize {
        Self::STOPS.iter().position(|stop| *stop == self.0).unwrap_or(0)
    }

    /// The standard deviation.
    pub fn value(self) -> f32 {
        self.0 as f32 / 10_000.0
    }
}

impl Initialisation {
    /// Those that are always computed, in their order; of Gaussian ones one is chosen.
    pub const ALL: [Self; 3] = [Self::Loaded, Self::Fresh, Self::FreshBatchNorm];
}

/// Gradient norms along the network for one set of weights.
#[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct GradientCurve {
    /// Whose weights.
    pub initialisation: Initialisation,
    /// Seed of fresh weights.
    pub seed: u64,
    /// The class that is taken for true.
    pub class: usize,
    /// Loss of the main classifier alone, natural logarithm.
    pub main_loss: f64,
    /// Main loss + 0.3 (aux1 + aux2).
    pub total_loss: f64,
    /// Activation, Euclidean norm of dLoss/dActivation for the main loss, and for the total loss.
    pub points: Vec<(String, f64, f64)>,
}

/// The activations whose gradients are shown: the stem's convolutions and every module.
pub fn points() -> Vec<String> {
    DEPTHS.map(str::to_owned).into()
}

/// Computes a curve for a preprocessed photo, `[1, 3, 224, 224]`.
///
/// `run` is a whole run in which something may be switched off.  An activation's gradient is that of what is read of it, so
/// channels that are off have one too.
///
/// # Errors
/// [`ModelError::Cancelled`], or a step failed.
pub fn curve<'a>(
    model: &GoogLeNet,
    input: &Tensor,
    initialisation: Initialisation,
    seed: u64,
    class: usize,
    run: Run<'a>,
    cancelled: &'a dyn Fn() -> bool,
) -> Result<GradientCurve, ModelError> {
    let model = match initialisation {
        Initialisation::Loaded => Cow::Borrowed(model),
        Initialisation::Fresh => Cow::Owned(model.fresh(seed, false)?),
        Initialisation::FreshBatchNorm => Cow::Owned(model.fresh(seed, true)?),
        Initialisation::Gaussian(spread) => Cow::Owned(model.fresh_spread(seed, spread.value())?),
    };
    let trace = model.forward(input, run.cancel_when(cancelled))?;
    let main = HeadGradient::of(&trace, Head::Main, class)?;
    let main = main.ok_or_else(|| ModelError::UnknownName { name: Head::Main.logits_name().to_owned() })?;
    let mut heads = vec![main];
    for head in [Head::Aux1, Head::Aux2] {
        heads.extend(HeadGradient::of(&trace, head, class)?);
    }
    let names = points();
    let norms = |heads: &[HeadGradient]| -> Result<Vec<f64>, ModelError> {
        if cancelled() {
            return Err(ModelError::Cancelled);
        }
        let objective = Objective::Weighted(heads.iter().flat_map(HeadGradient::parts).collect());
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        let gradients = model.gradients(&trace, &objective, &names)?;
        Ok(gradients.iter().map(|gradient| norm(&gradient.values)).collect())
    };
    let (for_main, for_total) = (norms(&heads[..1])?, norms(&heads)?);
    let pairs = for_main.into_iter().zip(for_total);
    Ok(GradientCurve {
        initialisation,
        seed,
        class,
        main_loss: heads[0].loss,
        total_loss: heads.iter().map(|head| head.head.loss_weight() * head.loss).sum(),
        points: names.into_iter().zip(pairs).map(|(name, (main, total))| (name, main, total)).collect(),
    })
}

/// The loss of a head, and how it changes with each of its logits.
struct HeadGradient {
    head: Head,
    loss: f64,
    /// Probability less what it should be, by class.
    slopes: Vec<f64>,
}

impl HeadGradient {
    /// `None` where the network has no such head.
    fn of(trace: &Trace, head: Head, class: usize) -> Result<Option<Self>, ModelError> {
        let name = head.logits_name();
        let Some(logits) = trace.get(name) else {
            return Ok(None);
        };
        let scores = Scores::new(head, logits.values.to_vec()?);
        let Some(loss) = scores.loss(class) else {
            let (name, channels) = (name.to_owned(), scores.logits.len());
            return Err(ObjectiveError::NoChannel { name, channels, channel: class }.into());
        };
        let mut slopes: Vec<f64> = scores.probabilities.iter().copied().map(f64::from).collect();
        slopes[class] = 0.0;
        // All add up to 0; 1 less a probability that is almost 1 would have no digits left.
        slopes[class] = -slopes.iter().sum::<f64>();
        Ok(Some(Self { head, loss, slopes }))
    }

    /// The sum of logits that has the gradient of the head's part in the total loss.
    fn parts(&self) -> impl Iterator<Item = (Objective, f32)> {
        let weight = self.head.loss_weight();
        let slopes = self.slopes.iter().enumerate();
        slopes.map(move |(class, slope)| (Objective::Logit { head: self.head, class }, (weight * slope) as f32))
    }
}

/// Euclidean.
fn norm(values: &[f32]) -> f64 {
    values.iter().map(|&value| f64::from(value).powi(2)).sum::<f64>().sqrt()
}
