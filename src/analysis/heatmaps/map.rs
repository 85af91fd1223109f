//! A map over the photo.

use crate::spec::INPUT_SIDE;

/// Numbers over the photo, row by row: the more, the more a place speaks for the class.
#[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Map {
    /// Rows.
    pub height: usize,
    /// Columns.
    pub width: usize,
    /// `height * width` numbers.
    #[serde(with = "crate::wire::floats")]
    pub values: Vec<f32>,
}

/// A rectangle in pixels of the 224 x 224 that the network sees.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PixelBox {
    /// Left edge.
    pub x: f64,
    /// Top edge.
    pub y: f64,
    /// Width, more than 0.
    pub width: f64,
    /// Height, more than 0.
    pub height: f64,
}

impl PixelBox {
    /// Whether it covers some of the photo.
    pub fn is_on_photo(self) -> bool {
        self.share() > 0.0
    }

    /// Its share of the photo, 0 to 1: what a map that is the same everywhere would have inside.
    pub fn share(self) -> f64 {
        let side = INPUT_SIDE as f64;
        let along = |start: f64, length: f64| overlap([start, start + length], [0.0, side]) / side;
        along(self.x, self.width) * along(self.y, self.height)
    }

    /// Whether that pixel's centre lies inside.
    pub fn holds(self, [x, y]: [usize; 2]) -> bool {
        let (x, y) = (x as f64 + 0.5, y as f64 + 0.5);
        (self.x..self.x + self.width).contains(&x) && (self.y..self.y + self.height).contains(&y)
    }
}

impl Map {
    /// Means over `side` x `side` equal cells of what `value` makes of each number; where the map is coarser, its own cells are
    /// squares of equal numbers.
    pub fn cells(&self, side: usize, value: impl Fn(f32) -> f64) -> Vec<f64> {
        let weights = |length: usize| -> Vec<Parts> { (0..side).map(|cell| parts(cell, side, length)).collect() };
        let (rows, columns) = (weights(self.height), weights(self.width));
        let sum = |(row, column): (&Parts, &Parts)| {
            let line = |&(y, share): &(usize, f64)| {
                let cells = column.iter().map(|&(x, share)| share * value(self.values[y * self.width + x]));
                share * cells.sum::<f64>()
            };
            row.iter().map(line).sum::<f64>()
        };
        rows.iter().flat_map(|row| columns.iter().map(move |column| (row, column))).map(sum).collect()
    }

    /// Whether it is the same everywhere.
    pub fn is_flat(&self) -> bool {
        self.values.iter().all(|value| *value == self.values[0])
    }

    /// The pixel `[x, y]` of the 224 x 224 at the middle of what speaks most for the class, the first in reading order of equals;
    /// `None` where nothing speaks for it.
    pub fn strongest(&self) -> Option<[usize; 2]> {
        let mut best: Option<(usize, f32)> = None;
        for (index, &value) in self.values.iter().enumerate() {
            if value > best.map_or(0.0, |(_, most)| most) {
                best = Some((index, value));
            }
        }
        let (index, _) = best?;
        let middle = |place: usize, count: usize| (2 * place + 1) * INPUT_SIDE / (2 * count);
        Some([middle(index % self.width, self.width), middle(index / self.width, self.height)])
    }

    /// Of all that speaks for the class, the share inside a box, 0 to 1 (the "energy" of Wang et al. 2020, arXiv 1910.01279);
    /// `None` where nothing speaks for it.
    pub fn share_in(&self, region: PixelBox) -> Option<f64> {
        let side = INPUT_SIDE as f64;
        let along = |start: f64, length: f64, count: usize| -> Vec<f64> {
            let cell = side / count as f64;
            let part =
                |index: usize| overlap([start, start + length], [index as f64 * cell, (index + 1) as f64 * cell]);
            (0..count).map(|index| part(index) / cell).collect()
        };
        let rows = along(region.y, region.height, self.height);
        let columns = along(region.x, region.width, self.width);
        let (mut inside, mut all) = (0.0, 0.0);
        for (line, row) in self.values.chunks_exact(self.width).zip(&rows) {
            for (&value, column) in line.iter().zip(&columns) {
                let value = f64::from(value.max(0.0));
                all += value;
                inside += value * row * column;
            }
        }
        (all > 0.0).then(|| inside / all)
    }
}

/// Parts of a line, and each one's share of a piece of it.
type Parts = Vec<(usize, f64)>;

/// Which of `length` equal parts of a line the part `cell` of `count` equal ones covers, and each one's share of it.
fn parts(cell: usize, count: usize, length: usize) -> Parts {
    // In units in which both kinds of parts are whole numbers.
    let (start, end) = (cell * length, (cell + 1) * length);
    let covered = start / count..end.div_ceil(count);
    let share = |part: usize| (end.min((part + 1) * count) - start.max(part * count)) as f64 / length as f64;
    covered.map(|part| (part, share(part))).collect()
}

/// Length of what two pieces of a line have in common.
fn overlap([a, b]: [f64; 2], [c, d]: [f64; 2]) -> f64 {
    (b.min(d) - a.max(c)).max(0.0)
}
