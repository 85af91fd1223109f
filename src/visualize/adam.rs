//! Adam (Kingma and Ba 2015, arXiv 1412.6980, algorithm 1).

const BETA_1: f32 = 0.9;
const BETA_2: f32 = 0.999;
const EPSILON: f32 = 1e-8;

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

    /// One step *up* the gradient.
    pub fn climb(&mut self, parameters: &mut [f32], gradient: &[f32]) {
        self.steps += 1;
        let rate = self.rate / (1.0 - BETA_1.powi(self.steps));
        let unbias = 1.0 / (1.0 - BETA_2.powi(self.steps));
        let moments = self.means.iter_mut().zip(&mut self.squares);
        for ((parameter, gradient), (mean, square)) in parameters.iter_mut().zip(gradient).zip(moments) {
            *mean += (1.0 - BETA_1) * (gradient - *mean);
            *square += (1.0 - BETA_2) * (gradient * gradient - *square);
            *parameter += rate * *mean / ((*square * unbias).sqrt() + EPSILON);
        }
    }
}
