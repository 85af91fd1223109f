//! Adam (Kingma and Ba 2015, arXiv 1412.6980, algorithm 1).

const BETA_1: f32 = 0.9;
const BETA_2: f32 = 0.999;
const EPSILON: f32 = 1e-8;

use crate::model::kernels::on_all_threads;

/// Parameters of a task; even, so that real and imaginary parts stay together.
const AT_ONCE: usize = 8192;

/// The moments of a set of parameters.
#[derive(Clone, Debug)]
pub struct Adam {
    rate: f32,
    steps: i32,
    means: Vec<f32>,
    squares: Vec<f32>,
}

impl Adam {
    /// For so many parameters.
    pub fn new(count: usize, rate: f32) -> Self {
        Self { rate, steps: 0, means: vec![0.0; count], squares: vec![0.0; count] }
    }

    /// One step *up* the gradient: `gradient_of` writes that of the parameters from an even place on.
    pub fn climb(&mut self, parameters: &mut [f32], gradient_of: impl Fn(usize, &[f32], &mut [f32]) + Sync) {
        self.steps += 1;
        let rate = self.rate / (1.0 - BETA_1.powi(self.steps));
        let unbias = 1.0 / (1.0 - BETA_2.powi(self.steps));
        let moments = self.means.chunks_mut(AT_ONCE).zip(self.squares.chunks_mut(AT_ONCE));
        let parts = parameters.chunks_mut(AT_ONCE).zip(moments).enumerate();
        let gradient_of = &gradient_of;
        on_all_threads(parts.map(|(index, (parameters, (means, squares)))| {
            move || {
                let mut gradient = vec![0.0; parameters.len()];
                gradient_of(index * AT_ONCE, parameters, &mut gradient);
                let moments = means.iter_mut().zip(squares);
                for ((parameter, gradient), (mean, square)) in parameters.iter_mut().zip(gradient).zip(moments) {
                    *mean += (1.0 - BETA_1) * (gradient - *mean);
                    *square += (1.0 - BETA_2) * (gradient * gradient - *square);
                    *parameter += rate * *mean / ((*square * unbias).sqrt() + EPSILON);
                }
            }
        }));
    }
}
