//! What is known of each method, and what follows from it.

use std::sync::Arc;

use super::agreement::Spread;
use super::curve::Curve;
use super::making::Heatmap;
use super::map::PixelBox;
use super::method::Method;
use super::question::Question;
use super::verdict::Verdict;

/// What one method has come to so far.
#[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Row {
    /// The method.
    pub method: Method,
    /// Its map.
    #[serde(with = "crate::wire::once::optional")]
    pub map: Option<Arc<Heatmap>>,
    /// The same by random networks.
    #[serde(with = "crate::wire::once::list")]
    pub random: Vec<Arc<Heatmap>>,
    /// Rank correlation of both, over the random networks: 0 learned, 1 the same without learning.
    pub agreement: Option<Spread>,
    /// Pixel `[x, y]` that speaks most for the class.
    pub strongest: Option<[usize; 2]>,
    /// Whether it lies in the box.
    pub strongest_in_box: Option<bool>,
    /// Share of what speaks for the class inside the box.
    pub in_box: Option<f64>,
    /// Strongest cells go first: a small area is good.
    pub deletion: Option<Curve>,
    /// Strongest cells come first: a large area is good.
    pub insertion: Option<Curve>,
    /// What can be said, once all of it is there.
    pub verdict: Option<Verdict>,
    /// Why there is no map, or nothing to judge in it.
    pub failed: Option<String>,
}

/// What random orders give.
#[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Chance {
    /// Deletion in each order; backwards it is the insertion of the opposite order, which is as random.
    pub curves: Vec<Curve>,
    /// Their areas, for deletion and insertion alike.
    pub area: Spread,
}

/// A table of all methods, as far as it is known.
#[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Table {
    /// What is explained.
    pub question: Question,
    /// In the order of [`Method::ALL`].
    pub rows: Vec<Row>,
    /// What random orders give, once all are there.
    pub chance: Option<Chance>,
    /// Agreement of each method with each, in the order of the rows; `None` where a map is missing or the same everywhere.
    pub between: Vec<Vec<Option<f64>>>,
}

impl Row {
    pub(super) fn new(method: Method) -> Self {
        Self {
            method,
            map: None,
            random: Vec::new(),
            agreement: None,
            strongest: None,
            strongest_in_box: None,
            in_box: None,
            deletion: None,
            insertion: None,
            verdict: None,
            failed: None,
        }
    }

    /// What follows from map, box and curves; `networks`: how many random ones it is compared with.
    pub(super) fn judge(&mut self, region: Option<PixelBox>, chance: Option<Spread>, networks: usize) {
        self.look_into(region);
        if self.map.is_none() {
            return;
        }
        let is_compared = self.random.len() == networks;
        if let (Some(deletion), Some(insertion), Some(chance), true) =
            (&self.deletion, &self.insertion, chance, is_compared)
        {
            self.verdict = Some(Verdict::of(self.agreement, [deletion.area(), insertion.area()], chance));
        }
    }

    /// What of the map lies in the box.
    fn look_into(&mut self, region: Option<PixelBox>) {
        let Some(made) = &self.map else {
            return;
        };
        self.strongest = made.map.strongest();
        self.strongest_in_box = region.and_then(|region| Some(region.holds(self.strongest?)));
        self.in_box = region.and_then(|region| made.map.share_in(region));
    }
}

impl Table {
    /// The same with another box, or none.
    #[must_use]
    pub fn with_box(mut self, region: Option<PixelBox>) -> Self {
        self.rows.iter_mut().for_each(|row| row.look_into(region));
        self
    }

    /// The row of a method.
    pub fn row(&self, method: Method) -> Option<&Row> {
        self.rows.iter().find(|row| row.method == method)
    }
}
