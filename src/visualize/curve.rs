//! What happened at every step.

/// One step of a picture.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    /// What the network said of the picture of this step (jittered, turned and scaled), of the first one where there are several:
    /// the strongest cell of the channel, as traced after its activation function, in the units of the album's maxima; for a
    /// cell that cell; for a class its logit; for a layer the mean of its squares.
    pub value: f32,
    /// Length of the gradient with respect to what the network received.
    pub gradient: f32,
}

/// All steps so far; the first is that of the picture before any change.
#[derive(Clone, Debug, Default, PartialEq)]
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

    /// Whether the smoothed length of the gradient no longer changes: a finer picture is done.
    pub fn is_flat(&self) -> bool {
        todo!()
    }
}
