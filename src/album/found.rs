//! What an index answers, as plain numbers.

use half::f16;

use super::segment::widened;

/// The strongest cell of a channel on a photo.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Peak {
    /// The photo.
    pub photo: usize,
    /// The channel's largest value there, after ReLU; exact to 2^-16 of itself.
    pub value: f32,
    /// Row and column of the first cell that has it.
    pub cell: [usize; 2],
}

/// A photo that fires a channel.
pub type Example = Peak;

/// What a channel adds to a class's logit on a photo.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Useful {
    /// The photo.
    pub photo: usize,
    /// `w x mean`: the class's weight of the channel of 5b times the mean of its map.
    pub value: f32,
}

/// Mean of every channel of a layer on every photo that has run.
#[derive(Clone, Debug, PartialEq)]
pub struct Means {
    /// The photos, in order.
    pub photos: Vec<usize>,
    /// Number of channels.
    pub channels: usize,
    /// `[photos, channels]`, as kept: 11 bits of precision.
    pub values: Vec<f16>,
}

impl Peak {
    pub(super) fn new(photo: usize, value: f32, cell: u16, side: usize) -> Self {
        let cell = usize::from(cell);
        Self { photo, value, cell: [cell / side, cell % side] }
    }
}

impl Means {
    pub(super) fn new(channels: usize, rows: Vec<(usize, Vec<f16>)>) -> Self {
        let (photos, rows): (Vec<_>, Vec<_>) = rows.into_iter().unzip();
        Self { photos, channels, values: rows.concat() }
    }

    /// One photo's, in single precision; `row` counts [`Self::photos`].
    ///
    /// # Panics
    /// For a row that is not there.
    pub fn row(&self, row: usize) -> Vec<f32> {
        widened(&self.values[row * self.channels..][..self.channels])
    }
}
