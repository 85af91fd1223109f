//! Columns of numbers that end at one edge each, with their heads above.

use egui::Rect;

/// Where the columns of a table lie: the names' at the left, then numbers, each ending at its right edge.
#[derive(Clone, Debug, PartialEq)]
pub struct NumberColumns {
    /// Left edge of the names, and right edges of the names and of every column of numbers, points.
    edges: Vec<f32>,
}

impl NumberColumns {
    /// Columns over a table's width: the names have `names` points, the rest is shared out by `shares`.
    #[must_use]
    pub fn new(table: Rect, names: f32, shares: &[f32]) -> Self {
        let all: f32 = shares.iter().sum();
        let room = table.width() - names;
        let mut before = 0.0;
        let numbers = shares.iter().map(|share| {
            before += share;
            table.left() + names + room * before / all
        });
        Self { edges: [table.left(), table.left() + names].into_iter().chain(numbers).collect() }
    }

    /// How many columns of numbers there are.
    #[must_use]
    pub fn count(&self) -> usize {
        self.edges.len() - 2
    }

    /// Where the name of a row lies.
    #[must_use]
    pub fn name(&self, row: Rect) -> Rect {
        Rect::from_x_y_ranges(self.edges[0]..=self.edges[1], row.y_range())
    }

    /// Where a number of a row lies.
    #[must_use]
    pub fn cell(&self, row: Rect, column: usize) -> Rect {
        Rect::from_x_y_ranges(self.edges[column + 1]..=self.edges[column + 2], row.y_range())
    }
}
