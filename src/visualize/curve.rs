//! What happened at every step.

/// Steps that the gradient's length is averaged over.
const SMOOTH: usize = 256;

/// By which part it may still change from one average to the next.
const FLAT: f32 = 0.02;

/// One step of a picture.
#[derive(Clone, Copy, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Point {
    /// What the network said of the picture of this step (jittered, turned and scaled), of the first one where there are several:
    /// the strongest cell of the channel, as traced after its activation function, in the units of the album's maxima; for a
    /// cell that cell; for a class its logit; for a layer the mean of its squares.
    pub value: f32,
    /// Length of the gradient with respect to what the network received.
    pub gradient: f32,
}

/// All steps so far; the first is that of the picture before any change.
#[derive(Clone, Debug, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Curve {
    points: Vec<Point>,
}

impl Curve {
    /// In order.
    pub fn points(&self) -> &[Point] {
        &self.points
    }

    /// The last value.
    pub fn last(&self) -> Option<f32> {
        self.points.last().map(|point| point.value)
    }

    pub(super) fn of(points: Vec<Point>) -> Self {
        Self { points }
    }

    pub(super) fn push(&mut self, point: Point) {
        self.points.push(point);
    }

    /// Whether the smoothed length of the gradient no longer changes: a finer picture is done.
    pub fn is_flat(&self) -> bool {
        let mean = |points: &[Point]| points.iter().map(|point| point.gradient).sum::<f32>() / points.len() as f32;
        let Some(before) = self.points.len().checked_sub(2 * SMOOTH).map(|first| &self.points[first..]) else {
            return false;
        };
        let (before, after) = before.split_at(SMOOTH);
        let (before, after) = (mean(before), mean(after));
        (after - before).abs() <= FLAT * before
    }
}
