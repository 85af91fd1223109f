//! Columns of numbers that end at one edge each, with their heads above.

use egui::{Align2, Color32, Painter, Rect};

use super::write::{write, write_fitted};
use crate::ui::style::TextRole;

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

    /// Writes a row: its name, fitted, and its numbers at the right edges of their columns.
    pub fn write(&self, painter: &Painter, row: Rect, name: &str, numbers: &[&str], role: TextRole, ink: Color32) {
        write_fitted(painter, self.name(row), Align2::LEFT_CENTER, name, role, ink);
        for (column, number) in numbers.iter().enumerate() {
            write(painter, self.cell(row, column), Align2::RIGHT_CENTER, number, role, ink);
        }
    }
}
