//! Shapes that do not fit.

use thiserror::Error;

/// Why a kernel cannot run on what it was given.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
pub enum ShapeError {
    /// Another number of values than the shape says.
    #[error("{wanted:?} numbers were expected, there are {found}")]
    Values {
        /// The shape.
        wanted: Vec<usize>,
        /// How many there are.
        found: usize,
    },
    /// Another number of channels.
    #[error("{wanted} channels were expected, there are {found}")]
    Channels {
        /// How many there should be.
        wanted: usize,
        /// How many there are.
        found: usize,
    },
    /// Maps of another size.
    #[error("maps of {wanted:?} cells were expected, they have {found:?}")]
    Sides {
        /// Height and width they should have.
        wanted: (usize, usize),
        /// Height and width they have.
        found: (usize, usize),
    },
    /// A window that fits nowhere.
    #[error("a window of {kernel} x {kernel} cells, stride {stride}, does not fit maps of {found:?} cells")]
    Window {
        /// Side of the window.
        kernel: usize,
        /// Step between two windows.
        stride: usize,
        /// Height and width of the maps.
        found: (usize, usize),
    },
}
