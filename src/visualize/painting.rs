//! The stepper: a picture that grows.

use image::RgbImage;

use super::curve::Curve;
use super::error::VisualizeError;
use super::recipe::Recipe;
use super::subject::Subject;

/// A picture under way.  The same subject and recipe give the same picture after the same number of steps, however they were
/// divided, cancelled and resumed.
#[derive(Clone, Debug)]
pub struct Painting {
    curve: Curve,
}

impl Painting {
    /// Begins: the picture is still noise, or the photo.
    ///
    /// # Errors
    /// [`VisualizeError::Size`]; unknown layer, channel or class.
    pub fn begin(subject: Subject, recipe: Recipe) -> Result<Self, VisualizeError> {
        let _ = (subject, recipe);
        todo!()
    }

    /// Does one step.  `cancelled` is asked between the layers of the network; a step that was cancelled has not happened.
    ///
    /// # Errors
    /// [`VisualizeError::NoStart`]; those of the network, [`VisualizeError::is_cancelled`] among them.
    pub fn step(&mut self, cancelled: &dyn Fn() -> bool) -> Result<(), VisualizeError> {
        let _ = cancelled;
        todo!()
    }

    /// Does so many steps more.
    ///
    /// # Errors
    /// As [`Self::step`]; the steps before it are done.
    pub fn advance(&mut self, steps: usize, cancelled: &dyn Fn() -> bool) -> Result<(), VisualizeError> {
        (0..steps).try_for_each(|_| self.step(cancelled))
    }

    /// Steps done.
    pub fn steps(&self) -> usize {
        self.curve.points().len()
    }

    /// Whether more steps would change little: the gradient has become flat, or there were 2,560 steps.
    pub fn is_finished(&self) -> bool {
        todo!()
    }

    /// The picture as it is now, `size` x `size`: the middle of the canvas.  The first one where there are several.
    pub fn picture(&self) -> RgbImage {
        todo!()
    }

    /// All of them.
    pub fn pictures(&self) -> Vec<RgbImage> {
        todo!()
    }

    /// What happened so far.
    pub fn curve(&self) -> &Curve {
        &self.curve
    }

    /// What was asked.
    pub fn recipe(&self) -> &Recipe {
        todo!()
    }

    /// Whom.
    pub fn subject(&self) -> &Subject {
        todo!()
    }
}
