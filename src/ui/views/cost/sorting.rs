//! The order of a table's rows.

use super::row::Row;

/// What the rows are ordered by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Sorting {
    /// A column of numbers; `None`: as the network computes them.
    pub column: Option<usize>,
    /// Smallest first, or the last layer first.
    pub is_reversed: bool,
}

impl Sorting {
    /// By the largest number of a column.
    pub fn largest_first(column: usize) -> Self {
        Self { column: Some(column), is_reversed: false }
    }

    /// After a click on a head: another column begins with its largest, the same one is turned round.
    pub fn clicked(self, column: Option<usize>) -> Self {
        Self { is_reversed: self.column == column && !self.is_reversed, column }
    }

    /// Positions of the rows in this order; rows without a number come last.
    pub fn order(self, rows: &[Row]) -> Vec<usize> {
        let mut order: Vec<usize> = (0..rows.len()).collect();
        let Some(column) = self.column else {
            if self.is_reversed {
                order.reverse();
            }
            return order;
        };
        let value = |index: usize| rows[index].values.get(column).copied().flatten();
        order.sort_by(|&a, &b| match (value(a), value(b)) {
            (Some(a), Some(b)) if self.is_reversed => a.total_cmp(&b),
            (Some(a), Some(b)) => b.total_cmp(&a),
            (a, b) => b.is_some().cmp(&a.is_some()),
        });
        order
    }
}
