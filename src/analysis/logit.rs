//! What a logit of the main classifier is made of, number by number.
//!
//! Average pooling and the last layer are linear, so the same logit is the bias plus a sum over the cells of the last
//! maps, or the bias plus a sum over their channels.

use super::report::Report;

/// What one channel adds: `product = weight * mean`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ChannelShare {
    /// The last layer's weight for the class, or the difference of two classes' weights.
    pub weight: f64,
    /// Mean of the channel's map: what global average pooling passes on.
    pub mean: f64,
    /// What the channel adds to the logit.
    pub product: f64,
}

/// A logit, or the difference of two, taken apart in both ways.
#[derive(Clone, Debug, PartialEq)]
pub struct LogitSums {
    /// Height and width of the maps: 7.
    pub side: usize,
    /// What each cell adds, `[side * side]` row-major: the evidence map divided by the number of cells.
    pub cells: Vec<f64>,
    /// What each channel adds, `[channels]`.
    pub channels: Vec<ChannelShare>,
    /// Channels by what they add, most first.
    pub order: Vec<usize>,
    /// The class's bias, or the difference of two.
    pub bias: f64,
    /// The logit that the network computed, or the difference of two.
    pub logit: f64,
}

/// Largest error of a sum, for each unit of its size, that single precision accounts for.
const TOLERANCE: f64 = 1e-4;

impl LogitSums {
    /// The logit of `class`, less that of `minus` where one is given: "why this and not that?".
    ///
    /// `None` for a class that the network does not have.
    pub fn of(report: &Report, class: usize, minus: Option<usize>) -> Option<Self> {
        let maps = report.activation("inception5b")?;
        let means = report.activation("avgpool")?;
        let classifier = report.classifier();
        let logits = &report.main().logits;
        let (_, mut bias) = classifier.row(class)?;
        let mut logit = f64::from(*logits.get(class)?);
        let mut weights: Vec<f64> = Vec::with_capacity(means.values().len());
        weights.extend(classifier.row(class)?.0.iter().map(|&weight| f64::from(weight)));
        if let Some(minus) = minus {
            let (other, other_bias) = classifier.row(minus)?;
            for (weight, &other) in weights.iter_mut().zip(other) {
                *weight -= f64::from(other);
            }
            bias -= other_bias;
            logit -= f64::from(*logits.get(minus)?);
        }
        let side = maps.shape.side();
        let area = side * side;
        let mut cells = vec![0.0_f64; area];
        for (map, weight) in maps.values().chunks_exact(area).zip(&weights) {
            for (cell, &value) in cells.iter_mut().zip(map) {
                *cell += weight * f64::from(value) / area as f64;
            }
        }
        let share = |(weight, &mean): (f64, &f32)| ChannelShare {
            weight,
            mean: f64::from(mean),
            product: weight * f64::from(mean),
        };
        let channels: Vec<ChannelShare> = weights.into_iter().zip(&*means.values()).map(share).collect();
        Some(Self { side, cells, order: by_product(&channels), channels, bias, logit })
    }

    /// The same logit for two photos, subtracted: the weights are the same, so every share is a difference and the bias is 0.
    ///
    /// `None` when the shapes differ.
    pub fn minus(&self, other: &Self) -> Option<Self> {
        if self.side != other.side || self.channels.len() != other.channels.len() {
            return None;
        }
        let pairs = self.channels.iter().zip(&other.channels);
        let channels: Vec<ChannelShare> = pairs
            .map(|(a, b)| ChannelShare { weight: a.weight, mean: a.mean - b.mean, product: a.product - b.product })
            .collect();
        let cells = self.cells.iter().zip(&other.cells).map(|(a, b)| a - b);
        Some(Self {
            side: self.side,
            cells: cells.collect(),
            order: by_product(&channels),
            channels,
            bias: self.bias - other.bias,
            logit: self.logit - other.logit,
        })
    }

    /// Sum over the cells.
    pub fn cell_sum(&self) -> f64 {
        self.cells.iter().sum()
    }

    /// Sum over the channels.
    pub fn channel_sum(&self) -> f64 {
        self.channels.iter().map(|channel| channel.product).sum()
    }

    /// Channels that add something, and what they add together.
    pub fn channels_for(&self) -> (usize, f64) {
        count_and_sum(self.channels.iter().map(|channel| channel.product).filter(|&product| product > 0.0))
    }

    /// Channels that take something away, and what they take together: a negative number.
    pub fn channels_against(&self) -> (usize, f64) {
        count_and_sum(self.channels.iter().map(|channel| channel.product).filter(|&product| product < 0.0))
    }

    /// The largest distance between the sum over the cells, the sum over the channels, and the logit less the bias.
    pub fn disagreement(&self) -> f64 {
        let wanted = self.logit - self.bias;
        let (cells, channels) = (self.cell_sum(), self.channel_sum());
        (cells - wanted).abs().max((channels - wanted).abs()).max((cells - channels).abs())
    }

    /// Whether all three agree to 1e-4 of their size.
    pub fn is_exact(&self) -> bool {
        let size = (self.logit - self.bias).abs().max(self.channels_for().1);
        self.disagreement() <= TOLERANCE * size.max(1.0)
    }
}

fn by_product(channels: &[ChannelShare]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..channels.len()).collect();
    order.sort_by(|&a, &b| channels[b].product.total_cmp(&channels[a].product));
    order
}

fn count_and_sum(values: impl Iterator<Item = f64>) -> (usize, f64) {
    values.fold((0, 0.0), |(count, sum), value| (count + 1, sum + value))
}
