//! The photos of all trays as numbers to learn from.

use std::sync::Arc;

use super::error::TeachError;
use super::features::{Features, ROWS, TaughtDepth};
use super::head::Head;
use super::limits::MOST_CLASSES;
use super::regression::{Fit, fit};

/// The length of the gradient at which a head is fitted, in the coordinates of the fit; how near its weights then are to the optimum
/// follows from `Fit::gradient`.
const TOLERANCE: f64 = 1e-6;

/// A photo to learn from.
#[derive(Clone, Debug, serde::Serialize, serde::Deserialize)]
pub struct Pupil {
    /// Its class.
    pub class: usize,
    /// Its averages.
    #[serde(with = "crate::wire::once")]
    pub features: Arc<Features>,
}

/// Photos of several classes.
#[derive(Clone, Debug, serde::Serialize, serde::Deserialize)]
pub struct Lesson {
    /// Names of the classes.
    #[serde(with = "crate::wire::once")]
    pub labels: Arc<[String]>,
    /// Photos, class after class.
    pub pupils: Vec<Pupil>,
}

impl Lesson {
    /// Whether it can be taught.
    ///
    /// # Errors
    /// [`TeachError::TooFewClasses`], [`TeachError::TooManyClasses`], [`TeachError::SameName`].
    pub fn check(&self) -> Result<(), TeachError> {
        let found = self.labels.len();
        let taught = (0..found).filter(|&class| self.count(class) > 0).count();
        if found > MOST_CLASSES {
            return Err(TeachError::TooManyClasses { found });
        }
        if taught < 2 || taught < found {
            return Err(TeachError::TooFewClasses { found: taught });
        }
        let twice = self.labels.iter().enumerate().find(|(place, name)| self.labels[..*place].contains(name));
        match twice {
            Some((_, name)) => Err(TeachError::SameName { name: name.clone() }),
            None => Ok(()),
        }
    }

    /// Photos of a class.
    pub fn count(&self, class: usize) -> usize {
        self.pupils.iter().filter(|pupil| pupil.class == class).count()
    }

    /// Fits a head on the averages of a depth, from nothing.
    ///
    /// # Errors
    /// As [`Self::check`]; [`TeachError::NotFitted`].
    pub fn fit(&self, depth: TaughtDepth) -> Result<Fit, TeachError> {
        self.check()?;
        fit(&self.rows(depth, None), self.labels.len(), TOLERANCE, None)
    }

    /// The fit on the last averages as a last layer.
    pub fn head(&self, fit: &Fit) -> Head {
        Head::new(fit, Arc::clone(&self.labels))
    }

    /// All rows with their classes, less those of one photo.
    pub(super) fn rows(&self, depth: TaughtDepth, without: Option<usize>) -> Vec<(usize, &[f32])> {
        let pupils = self.pupils.iter().enumerate().filter(|(place, _)| Some(*place) != without);
        let mut rows = Vec::with_capacity(self.pupils.len() * ROWS);
        for (_, pupil) in pupils {
            let width = pupil.features.width(depth).max(1);
            rows.extend(pupil.features.rows(depth).chunks_exact(width).map(|row| (pupil.class, row)));
        }
        rows
    }
}
