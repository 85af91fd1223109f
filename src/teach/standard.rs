//! Mean 0 and deviation 1, channel by channel (scikit-learn's `StandardScaler`).

/// What is subtracted and divided by.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Standard {
    /// Mean of every channel.
    pub mean: Vec<f64>,
    /// Its deviation over all rows (divided by their number); 1 where a channel never changes.
    pub deviation: Vec<f64>,
}

impl Standard {
    /// Of rows `[n, width]`; `width` is that of each.
    pub fn of<'a>(rows: impl Iterator<Item = &'a [f32]> + Clone, width: usize) -> Self {
        let count = rows.clone().count().max(1) as f64;
        let mut mean = vec![0.0_f64; width];
        for row in rows.clone() {
            mean.iter_mut().zip(row).for_each(|(sum, &value)| *sum += f64::from(value));
        }
        mean.iter_mut().for_each(|sum| *sum /= count);
        let mut squares = vec![0.0_f64; width];
        for row in rows {
            for ((sum, mean), &value) in squares.iter_mut().zip(&mean).zip(row) {
                *sum += (f64::from(value) - mean).powi(2);
            }
        }
        let deviation = squares.into_iter().zip(&mean).map(|(sum, mean)| {
            let variance = sum / count;
            // A channel that only differs by rounding does not change (scikit-learn's own bound).
            let bound = 10.0 * count * f64::EPSILON * mean.powi(2).max(f64::EPSILON);
            if variance > bound { variance.sqrt() } else { 1.0 }
        });
        Self { deviation: deviation.collect(), mean }
    }

    /// A row with mean and deviation taken out.
    pub fn apply<'a>(&'a self, row: &'a [f32]) -> impl Iterator<Item = f64> + 'a {
        let both = self.mean.iter().zip(&self.deviation);
        row.iter().zip(both).map(|(&value, (mean, deviation))| (f64::from(value) - mean) / deviation)
    }
}
