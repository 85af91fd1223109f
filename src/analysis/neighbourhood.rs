//! A window that slides over what lies around a cell, and the order in which its products come.

use crate::spec::Window;

/// Positions of the window on each side of the cell.
const REACH: usize = 1;
/// Time between two positions, in products.
const REST: usize = 2;

/// What slides over what.
#[derive(Clone, Debug, PartialEq)]
pub struct Neighbourhood {
    values: Vec<f32>,
    side: usize,
    /// The first of its rows and columns in the input; negative in the padding.
    first: [i64; 2],
    visited: Vec<(usize, usize)>,
    window: Window,
}

impl Neighbourhood {
    /// Around an output cell: all that the window reads there and one position further on each side.
    ///
    /// `input` is one channel, `[side * side]`; `outputs` the side of the output.
    pub fn new(input: &[f32], side: usize, (row, column): (usize, usize), window: Window, outputs: usize) -> Self {
        let visits = |cell: usize| cell.saturating_sub(REACH)..(cell + REACH + 1).min(outputs);
        let visited = visits(row).flat_map(|row| visits(column).map(move |column| (row, column))).collect();
        let first =
            [row, column].map(|cell| (cell as i64 - REACH as i64) * window.stride as i64 - window.padding as i64);
        let count = 2 * REACH * window.stride + window.kernel;
        let at = |row: i64, column: i64| {
            let is_inside = (0..side as i64).contains(&row) && (0..side as i64).contains(&column);
            if is_inside { input[row as usize * side + column as usize] } else { 0.0 }
        };
        let values = (0..count * count)
            .map(|index| at(first[0] + (index / count) as i64, first[1] + (index % count) as i64))
            .collect();
        Self { values, side: count, first, visited, window }
    }

    /// Values of the input, `[side, side]`; 0 outside the map.
    pub fn values(&self) -> &[f32] {
        &self.values
    }

    /// Its side, cells.
    pub fn side(&self) -> usize {
        self.side
    }

    /// The window.
    pub fn window(&self) -> Window {
        self.window
    }

    /// Cells of the output that the window visits, in the order of reading.
    pub fn visited(&self) -> &[(usize, usize)] {
        &self.visited
    }

    /// Row and column of the window's first cell within the neighbourhood.
    pub fn corner(&self, (row, column): (usize, usize)) -> [usize; 2] {
        let within = |cell: usize, first: i64| {
            let start = (cell * self.window.stride) as i64 - self.window.padding as i64;
            (start - first).max(0) as usize
        };
        [within(row, self.first[0]), within(column, self.first[1])]
    }

    /// What the window reads at an output cell, row-major.
    pub fn read(&self, cell: (usize, usize)) -> Vec<f32> {
        let [top, left] = self.corner(cell);
        let kernel = self.window.kernel;
        (0..kernel * kernel)
            .map(|index| self.values[(top + index / kernel) * self.side + left + index % kernel])
            .collect()
    }
}

/// How a window goes its way, in products: all of a position, a rest, all of the next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Course {
    /// Products of a position.
    pub products: usize,
    /// Positions.
    pub positions: usize,
}

impl Course {
    fn each(&self) -> f32 {
        (self.products + REST) as f32
    }

    /// When all is done.
    pub fn end(&self) -> f32 {
        self.positions as f32 * self.each()
    }

    /// Where it is at a time: the position, the products in its sum, and how far the next one has flown, 0 to 1.
    pub fn place(&self, at: f32) -> (usize, usize, f32) {
        let position = ((at / self.each()) as usize).min(self.positions.saturating_sub(1));
        let within = at - position as f32 * self.each();
        let done = (within as usize).min(self.products);
        (position, done, if done < self.products { within.fract() } else { 0.0 })
    }

    /// The time with one product more; after the last one of a position the first of the next.
    pub fn next(&self, at: f32) -> f32 {
        let within = at % self.each();
        let next = match within < self.products as f32 {
            true => at.floor() + 1.0,
            false => ((at / self.each()).floor() + 1.0) * self.each() + 1.0,
        };
        next.min(self.end())
    }
}
