//! Multinomial logistic regression on standardised rows: `mean log-loss + 0.03 / 2 |W|^2`, the bias free (scikit-learn's
//! `LogisticRegression` with `C = 1 / (0.03 n)`), by L-BFGS (Liu and Nocedal 1989; `argmin`).

use std::cell::RefCell;

use argmin::core::{CostFunction, Error, Executor, Gradient, State as _};
use argmin::solver::linesearch::MoreThuenteLineSearch;
use argmin::solver::quasinewton::LBFGS;
use rayon::prelude::*;

use super::conditioner::Conditioner;
use super::error::TeachError;
use super::limits::MOST_CLASSES;
use super::standard::Standard;
use crate::model::kernels::InstructionSet;
use crate::model::kernels::rows::{AT_ONCE, COLUMNS, add_rows, scores};

/// What the squares of the weights cost, on the standardised averages.
pub const PENALTY: f64 = 0.03;

/// Steps whose changes L-BFGS remembers.
const MEMORY: usize = 10;
/// More steps than any fit takes.
const MOST_STEPS: u64 = 1000;
/// The longest gradient that a fit may end at, should rounding stop it early: its weights are then within 0.003 of the optimum.
const ROUGHEST: f64 = 1e-4;
/// One of so many rows is looked at for steep directions: those of one photo are alike.
const SAMPLED: usize = 3;
/// Tasks for threads: few, since the sums of each are added up by one.
const TASKS: usize = 8;

/// What was fitted, on the standardised rows.
#[derive(Clone, Debug, PartialEq)]
pub struct Fit {
    /// `[classes, width]`, then the biases.
    parameters: Vec<f64>,
    /// Classes.
    pub classes: usize,
    pub(super) standard: Standard,
    /// Steps it took.
    pub steps: u64,
    /// What is left of the gradient: the distance to the optimum is at most this over the penalty.
    pub gradient: f64,
}

impl Fit {
    /// The weights of a class on the standardised averages, and its bias.
    pub fn standardised(&self, class: usize) -> (Vec<f64>, f64) {
        let (weights, biases) = self.parameters.split_at(self.parameters.len() - self.classes);
        let width = weights.len() / self.classes;
        (weights[class * width..][..self.standard.mean.len()].to_vec(), biases[class])
    }

    /// The same on the averages as they are: weights over deviations, and what the means then take from the bias.
    pub fn folded(&self, class: usize) -> (Vec<f64>, f64) {
        let (mut weights, mut bias) = self.standardised(class);
        for (weight, (mean, deviation)) in
            weights.iter_mut().zip(self.standard.mean.iter().zip(&self.standard.deviation))
        {
            *weight /= deviation;
            bias -= *weight * mean;
        }
        (weights, bias)
    }

    /// Probabilities of the classes for a row of averages.
    pub fn probabilities(&self, row: &[f32]) -> Vec<f64> {
        let row: Vec<f64> = self.standard.apply(row).collect();
        let score = |class| {
            let (weights, bias) = self.standardised(class);
            weights.iter().zip(&row).fold(bias, |sum, (weight, value)| sum + weight * value)
        };
        let mut scores: Vec<f64> = (0..self.classes).map(score).collect();
        let most = scores.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        scores.iter_mut().for_each(|score| *score = (*score - most).exp());
        let sum: f64 = scores.iter().sum();
        scores.iter().map(|power| power / sum).collect()
    }
}

/// Fits rows of averages, each with its class; `tolerance` is the length of the gradient, in the coordinates of `conditioner`, at which
/// it is good enough: that of the weights, [`Fit::gradient`], is some times as long.  It begins at 0, or at another fit of the same
/// classes and width.
///
/// # Errors
/// [`TeachError::NotFitted`].
pub fn fit(rows: &[(usize, &[f32])], classes: usize, tolerance: f64, start: Option<&Fit>) -> Result<Fit, TeachError> {
    if classes > MOST_CLASSES {
        return Err(TeachError::TooManyClasses { found: classes });
    }
    if rows.is_empty() {
        return Err(TeachError::TooFewClasses { found: 0 });
    }
    let failed = |error: Error| TeachError::NotFitted { cause: error.to_string() };
    let width = rows.first().map_or(0, |(_, row)| row.len());
    let standard = Standard::of(rows.iter().map(|(_, row)| *row), width);
    let loss = Loss::new(rows, &standard, classes);
    let count = loss.rows.parameters();
    let start = start.filter(|fit| fit.classes == classes && fit.parameters.len() == count);
    let mut parameters = start.map_or_else(|| vec![0.0; count], |fit| fit.parameters.clone());
    loss.each_class(&mut parameters, Conditioner::coordinates);
    let search = MoreThuenteLineSearch::<Vec<f64>, Vec<f64>, f64>::new();
    // The change of the loss says nothing: only where the gradient ends is the end.
    let solver: LBFGS<_, Vec<f64>, Vec<f64>, f64> = LBFGS::new(search, MEMORY);
    let solver = solver.with_tolerance_grad(tolerance).map_err(failed)?;
    let solver = solver.with_tolerance_cost(0.0).map_err(failed)?;
    let executor =
        Executor::new(loss, solver).timer(false).configure(|state| state.param(parameters).max_iters(MOST_STEPS));
    let mut ended = executor.run().map_err(failed)?;
    let steps = ended.state.get_iter();
    let mut parameters =
        ended.state.take_best_param().ok_or_else(|| TeachError::NotFitted { cause: "no step was made".to_owned() })?;
    if parameters.iter().any(|value| !value.is_finite()) {
        return Err(TeachError::NotFitted { cause: "it went beyond all numbers".to_owned() });
    }
    // A line search that ends early has taken the gradient with it.
    let gradient = ended.problem.problem.as_ref().map_or(f64::INFINITY, |loss| {
        loss.each_class(&mut parameters, Conditioner::weights);
        loss.rows.loss(&parameters).1.iter().map(|part| part * part).sum::<f64>().sqrt()
    });
    if gradient > ROUGHEST {
        return Err(TeachError::NotFitted { cause: "it did not settle".to_owned() });
    }
    Ok(Fit { parameters, classes, standard, steps, gradient })
}

/// The loss in coordinates of its own, and what it was last.
struct Loss {
    rows: Rows,
    conditioner: Conditioner,
    /// Loss and gradient are asked for one after the other.
    last: RefCell<Option<Last>>,
}

/// Parameters with their loss and its gradient.
struct Last {
    parameters: Vec<f64>,
    loss: f64,
    gradient: Vec<f64>,
}

/// Standardised rows with their classes.
struct Rows {
    /// `[n, width]`.
    values: Vec<f32>,
    targets: Vec<usize>,
    /// Numbers a row, 0 behind its own so that they fill whole pieces.
    width: usize,
    classes: usize,
}

impl Loss {
    fn new(rows: &[(usize, &[f32])], standard: &Standard, classes: usize) -> Self {
        let sample = Rows::every(SAMPLED, rows, standard, classes);
        let covariance = |vectors: &[f64]| sample.covariance(vectors);
        let conditioner = Conditioner::new(sample.width, rows.len(), PENALTY, covariance);
        Self { rows: Rows::every(1, rows, standard, classes), conditioner, last: RefCell::default() }
    }

    /// Changes the weights of each class.
    fn each_class(&self, parameters: &mut [f64], change: impl Fn(&Conditioner, &mut [f64]) + Sync) {
        let conditioner = &self.conditioner;
        let weights = &mut parameters[..self.rows.width * self.rows.classes];
        weights.par_chunks_exact_mut(self.rows.width).for_each(|class| change(conditioner, class));
    }

    fn at(&self, parameters: &[f64]) -> (f64, Vec<f64>) {
        if let Some(last) = &*self.last.borrow()
            && last.parameters == parameters
        {
            return (last.loss, last.gradient.clone());
        }
        let mut weights = parameters.to_vec();
        self.each_class(&mut weights, Conditioner::weights);
        let (loss, mut gradient) = self.rows.loss(&weights);
        self.each_class(&mut gradient, Conditioner::gradient);
        *self.last.borrow_mut() = Some(Last { parameters: parameters.to_vec(), loss, gradient: gradient.clone() });
        (loss, gradient)
    }
}

impl Rows {
    /// Every such row, standardised.
    fn every(step: usize, rows: &[(usize, &[f32])], standard: &Standard, classes: usize) -> Self {
        let width = standard.mean.len().next_multiple_of(COLUMNS);
        let chosen = rows.iter().step_by(step);
        let mut values = vec![0.0; chosen.len() * width];
        for (place, (_, row)) in values.chunks_exact_mut(width).zip(chosen.clone()) {
            place.iter_mut().zip(standard.apply(row)).for_each(|(place, value)| *place = value as f32);
        }
        Self { values, targets: chosen.map(|(class, _)| *class).collect(), width, classes }
    }

    /// How many numbers are fitted.
    fn parameters(&self) -> usize {
        (self.width + 1) * self.classes
    }

    /// The loss and its gradient.
    fn loss(&self, parameters: &[f64]) -> (f64, Vec<f64>) {
        let weights = self.width * self.classes;
        let count = self.targets.len() as f64;
        let (mut loss, mut gradient) =
            self.sums(parameters.len(), |rows, targets, gradient| self.block(rows, targets, parameters, gradient));
        loss /= count;
        gradient.iter_mut().for_each(|sum| *sum /= count);
        // The bias is free.
        for (sum, weight) in gradient[..weights].iter_mut().zip(parameters) {
            *sum += PENALTY * weight;
            loss += PENALTY / 2.0 * weight * weight;
        }
        (loss, gradient)
    }

    /// Some vectors, one after the other, times the covariance of the rows.
    fn covariance(&self, vectors: &[f64]) -> Vec<f64> {
        let (_, mut products) = self.sums(vectors.len(), |rows, targets, products| {
            let four = self.four(rows, targets.len());
            let mut factors = scores(InstructionSet::best(), four, vectors);
            factors.iter_mut().for_each(|factors| factors[targets.len()..].fill(0.0));
            add_rows(InstructionSet::best(), four, &factors, products);
            0.0
        });
        products.iter_mut().for_each(|product| *product /= self.targets.len() as f64);
        products
    }

    /// Adds up what `of_block` gives, and what it adds to so many sums, over up to four rows at a time with their classes.
    fn sums(&self, count: usize, of_block: impl Fn(&[f32], &[usize], &mut [f64]) -> f64 + Sync) -> (f64, Vec<f64>) {
        let each = self.targets.len().div_ceil(TASKS).next_multiple_of(AT_ONCE);
        let tasks = self.values.par_chunks(each * self.width).zip(self.targets.par_chunks(each));
        let parts: Vec<_> = tasks
            .map(|(rows, targets)| {
                let (mut total, mut sums) = (0.0, vec![0.0; count]);
                for (rows, targets) in rows.chunks(AT_ONCE * self.width).zip(targets.chunks(AT_ONCE)) {
                    total += of_block(rows, targets, &mut sums);
                }
                (total, sums)
            })
            .collect();
        // In the order of the tasks, whichever thread is first: the same numbers every time.
        let (mut total, mut sums) = (0.0, vec![0.0; count]);
        for (part, of_part) in parts {
            total += part;
            sums.iter_mut().zip(of_part).for_each(|(sum, part)| *sum += part);
        }
        (total, sums)
    }

    /// Up to four rows; the last stands in for those that are missing, of which nothing may count.
    fn four<'a>(&self, rows: &'a [f32], count: usize) -> [&'a [f32]; AT_ONCE] {
        std::array::from_fn(|index| &rows[index.min(count - 1) * self.width..][..self.width])
    }

    /// Adds the gradient of up to four rows; gives their losses' sum.
    fn block(&self, rows: &[f32], targets: &[usize], parameters: &[f64], gradient: &mut [f64]) -> f64 {
        let set = InstructionSet::best();
        let (weights, biases) = parameters.split_at(self.width * self.classes);
        let four = self.four(rows, targets.len());
        let scores = scores(set, four, weights);
        let mut errors = vec![[0.0; AT_ONCE]; self.classes];
        let mut loss = 0.0;
        for (row, &target) in targets.iter().enumerate() {
            let scores: Vec<f64> = scores.iter().zip(biases).map(|(scores, bias)| scores[row] + bias).collect();
            let most = scores.iter().copied().fold(f64::NEG_INFINITY, f64::max);
            let sum: f64 = scores.iter().map(|score| (score - most).exp()).sum();
            loss += sum.ln() + most - scores[target];
            for (errors, score) in errors.iter_mut().zip(&scores) {
                errors[row] = (score - most).exp() / sum;
            }
            errors[target][row] -= 1.0;
        }
        let (of_weights, of_biases) = gradient.split_at_mut(self.width * self.classes);
        add_rows(set, four, &errors, of_weights);
        of_biases.iter_mut().zip(&errors).for_each(|(sum, errors)| *sum += errors.iter().sum::<f64>());
        loss
    }
}

impl CostFunction for Loss {
    type Param = Vec<f64>;
    type Output = f64;

    fn cost(&self, parameters: &Self::Param) -> Result<f64, Error> {
        Ok(self.at(parameters).0)
    }
}

impl Gradient for Loss {
    type Param = Vec<f64>;
    type Gradient = Vec<f64>;

    fn gradient(&self, parameters: &Self::Param) -> Result<Self::Gradient, Error> {
        Ok(self.at(parameters).1)
    }
}
