//! Multinomial logistic regression on standardised rows: `mean log-loss + 0.03 / 2 |W|^2`, the bias free (scikit-learn's
//! `LogisticRegression` with `C = 1 / (0.03 n)`), by L-BFGS (Liu and Nocedal 1989; `argmin`).

use std::cell::RefCell;

use argmin::core::{CostFunction, Error, Executor, Gradient, State as _};
use argmin::solver::linesearch::MoreThuenteLineSearch;
use argmin::solver::quasinewton::LBFGS;
use rayon::prelude::*;

use super::error::TeachError;
use super::standard::Standard;
use super::trays::MOST_CLASSES;

/// What the squares of the weights cost, on the standardised averages.
pub const PENALTY: f64 = 0.03;

/// Steps whose changes L-BFGS remembers.
const MEMORY: usize = 10;
/// More steps than any fit takes.
const MOST_STEPS: u64 = 1000;
/// The longest gradient that a fit may end at, should rounding stop it early: its weights are then within 0.003 of the optimum.
const ROUGHEST: f64 = 1e-4;
/// Rows that are multiplied at once, so that the weights are read from memory less often.
const BLOCK: usize = 4;
/// Rows of a task for one thread.
const TASK: usize = 48;

/// What was fitted, on the standardised rows.
#[derive(Clone, Debug, PartialEq)]
pub struct Fit {
    /// `[width, lanes]`, the bias last: `[width + 1, lanes]`.
    parameters: Vec<f64>,
    /// Numbers a row of the parameters: at least the number of classes.
    lanes: usize,
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
        let width = self.parameters.len() / self.lanes - 1;
        let at = |row: usize| self.parameters[row * self.lanes + class];
        ((0..width).map(at).collect(), at(width))
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
        let mut scores = vec![0.0; self.lanes];
        let parameters = self.parameters.chunks_exact(self.lanes);
        for (value, weights) in self.standard.apply(row).chain([1.0]).zip(parameters) {
            scores.iter_mut().zip(weights).for_each(|(score, weight)| *score += value * weight);
        }
        let scores = &mut scores[..self.classes];
        let most = scores.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        scores.iter_mut().for_each(|score| *score = (*score - most).exp());
        let sum: f64 = scores.iter().sum();
        scores.iter().map(|power| power / sum).collect()
    }
}

/// Fits rows of averages, each with its class; `tolerance` is the length of the gradient at which it is good enough.  It begins at 0,
/// or at another fit of the same classes and width.
///
/// # Errors
/// [`TeachError::NotFitted`].
pub fn fit(rows: &[(usize, &[f32])], classes: usize, tolerance: f64, start: Option<&Fit>) -> Result<Fit, TeachError> {
    match classes {
        0..=2 => fit_in::<2>(rows, classes, tolerance, start),
        3..=4 => fit_in::<4>(rows, classes, tolerance, start),
        5..=MOST_CLASSES => fit_in::<MOST_CLASSES>(rows, classes, tolerance, start),
        found => Err(TeachError::TooManyClasses { found }),
    }
}

fn fit_in<const LANES: usize>(
    rows: &[(usize, &[f32])],
    classes: usize,
    tolerance: f64,
    start: Option<&Fit>,
) -> Result<Fit, TeachError> {
    if rows.is_empty() {
        return Err(TeachError::TooFewClasses { found: 0 });
    }
    let failed = |error: Error| TeachError::NotFitted { cause: error.to_string() };
    let width = rows.first().map_or(0, |(_, row)| row.len());
    let standard = Standard::of(rows.iter().map(|(_, row)| *row), width);
    let loss = Loss::<LANES>::new(rows, &standard, classes);
    let start = start.filter(|fit| fit.lanes == LANES && fit.parameters.len() == (width + 1) * LANES);
    let parameters = start.map_or_else(|| vec![0.0; (width + 1) * LANES], |fit| fit.parameters.clone());
    let search = MoreThuenteLineSearch::<Vec<f64>, Vec<f64>, f64>::new();
    // The change of the loss says nothing: only where the gradient ends is the end.
    let solver: LBFGS<_, Vec<f64>, Vec<f64>, f64> = LBFGS::new(search, MEMORY);
    let solver = solver.with_tolerance_grad(tolerance).map_err(failed)?;
    let solver = solver.with_tolerance_cost(0.0).map_err(failed)?;
    let executor =
        Executor::new(loss, solver).timer(false).configure(|state| state.param(parameters).max_iters(MOST_STEPS));
    let mut ended = executor.run().map_err(failed)?;
    let steps = ended.state.get_iter();
    let parameters =
        ended.state.take_best_param().ok_or_else(|| TeachError::NotFitted { cause: "no step was made".to_owned() })?;
    if parameters.iter().any(|value| !value.is_finite()) {
        return Err(TeachError::NotFitted { cause: "it went beyond all numbers".to_owned() });
    }
    // A line search that ends early has taken the gradient with it.
    let loss = ended.problem.problem.as_ref();
    let gradient =
        loss.map_or(f64::INFINITY, |loss| loss.at(&parameters).1.iter().map(|part| part * part).sum::<f64>().sqrt());
    if gradient > ROUGHEST {
        return Err(TeachError::NotFitted { cause: "it did not settle".to_owned() });
    }
    Ok(Fit { parameters, lanes: LANES, classes, standard, steps, gradient })
}

/// The loss, and what it was last.
struct Loss<const LANES: usize> {
    rows: Rows,
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
    width: usize,
    classes: usize,
}

impl<const LANES: usize> Loss<LANES> {
    fn new(rows: &[(usize, &[f32])], standard: &Standard, classes: usize) -> Self {
        let width = standard.mean.len();
        let standardised = rows.iter().flat_map(|(_, row)| standard.apply(row).map(|value| value as f32));
        let rows = Rows {
            values: standardised.collect(),
            targets: rows.iter().map(|(class, _)| *class).collect(),
            width,
            classes,
        };
        Self { rows, last: RefCell::default() }
    }

    fn at(&self, parameters: &[f64]) -> (f64, Vec<f64>) {
        if let Some(last) = &*self.last.borrow()
            && last.parameters == parameters
        {
            return (last.loss, last.gradient.clone());
        }
        let (loss, gradient) = self.rows.loss::<LANES>(parameters);
        *self.last.borrow_mut() = Some(Last { parameters: parameters.to_vec(), loss, gradient: gradient.clone() });
        (loss, gradient)
    }
}

impl Rows {
    /// The loss and its gradient.
    fn loss<const LANES: usize>(&self, parameters: &[f64]) -> (f64, Vec<f64>) {
        let (weights, _) = parameters.as_chunks::<LANES>();
        let count = self.targets.len() as f64;
        let tasks = self.values.par_chunks(TASK * self.width).zip(self.targets.par_chunks(TASK));
        let zero = || (0.0, vec![[0.0; LANES]; self.width + 1]);
        // Added up in the order of the tasks, whichever thread is first: the same numbers every time.
        let parts: Vec<_> = tasks
            .map(|(rows, targets)| {
                let (mut loss, mut gradient) = zero();
                for (rows, targets) in rows.chunks(BLOCK * self.width).zip(targets.chunks(BLOCK)) {
                    loss += self.block(rows, targets, weights, &mut gradient);
                }
                (loss, gradient)
            })
            .collect();
        let (mut loss, mut gradient) = zero();
        for (part, of_part) in parts {
            loss += part;
            for (sum, part) in gradient.iter_mut().zip(of_part) {
                sum.iter_mut().zip(part).for_each(|(sum, part)| *sum += part);
            }
        }
        loss /= count;
        // The bias is free.
        for (sum, weights) in gradient.iter_mut().zip(&weights[..self.width]) {
            for (sum, weight) in sum.iter_mut().zip(weights) {
                *sum = *sum / count + PENALTY * weight;
                loss += PENALTY / 2.0 * weight * weight;
            }
        }
        gradient[self.width].iter_mut().for_each(|sum| *sum /= count);
        (loss, gradient.into_iter().flatten().collect())
    }

    /// Adds the gradient of up to four rows; gives their losses' sum.
    fn block<const LANES: usize>(
        &self,
        rows: &[f32],
        targets: &[usize],
        weights: &[[f64; LANES]],
        gradient: &mut [[f64; LANES]],
    ) -> f64 {
        let width = self.width;
        let row = |index: usize| &rows[index.min(targets.len() - 1) * width..][..width];
        let four: [&[f32]; BLOCK] = std::array::from_fn(row);
        let mut scores = [weights[width]; BLOCK];
        for (place, weights) in weights[..width].iter().enumerate() {
            for (scores, row) in scores.iter_mut().zip(four) {
                let value = f64::from(row[place]);
                scores.iter_mut().zip(weights).for_each(|(score, weight)| *score += value * weight);
            }
        }
        let mut loss = 0.0;
        let mut errors = [[0.0; LANES]; BLOCK];
        for ((errors, scores), &target) in errors.iter_mut().zip(&scores).zip(targets) {
            let scores = &scores[..self.classes];
            let most = scores.iter().copied().fold(f64::NEG_INFINITY, f64::max);
            let sum: f64 = scores.iter().map(|score| (score - most).exp()).sum();
            loss += sum.ln() + most - scores[target];
            for (error, score) in errors.iter_mut().zip(scores) {
                *error = (score - most).exp() / sum;
            }
            errors[target] -= 1.0;
        }
        for (place, sums) in gradient[..width].iter_mut().enumerate() {
            for (errors, row) in errors.iter().zip(four) {
                let value = f64::from(row[place]);
                sums.iter_mut().zip(errors).for_each(|(sum, error)| *sum += value * error);
            }
        }
        for errors in &errors {
            gradient[width].iter_mut().zip(errors).for_each(|(sum, error)| *sum += error);
        }
        loss
    }
}

impl<const LANES: usize> CostFunction for Loss<LANES> {
    type Param = Vec<f64>;
    type Output = f64;

    fn cost(&self, parameters: &Self::Param) -> Result<f64, Error> {
        Ok(self.at(parameters).0)
    }
}

impl<const LANES: usize> Gradient for Loss<LANES> {
    type Param = Vec<f64>;
    type Gradient = Vec<f64>;

    fn gradient(&self, parameters: &Self::Param) -> Result<Self::Gradient, Error> {
        Ok(self.at(parameters).1)
    }
}
