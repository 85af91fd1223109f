//! Pictures made by optimisation: what a channel, a cell, a branch or a class looks for ("looks for"), DeepDream, photos that
//! fool the network, and photos rebuilt from a layer.
//!
//! All are steppers: begun with what is asked, advanced step by step, cancelled between layers of the network, looked at at any
//! time.  They know nothing of threads, windows and files.
//!
//! | file | its job |
//! |---|---|
//! | `subject` | the network that is asked |
//! | `recipe` | what is asked of it: of what, which way, from what, how large, how long |
//! | `painting` | the stepper: a picture that grows |
//! | `aim` | from what is asked to a number of the network |
//! | `canvas`, `fourier`, `color`, `adam` | the numbers behind a picture, and how they climb |
//! | `window`, `chance` | what the network sees of it at a step, and the random numbers |
//! | `diversity`, `likeness` | several pictures kept different; a picture kept near its photo |
//! | `curve` | what happened at every step |
//! | `provenance` | what a picture says about itself in its file |
//! | `store` | finished pictures on disk, by weights |
//! | `dream` | DeepDream, and sweeps of one setting |
//! | `fool` | adversarial examples, and what takes them back |
//! | `rebuild` | a photo rebuilt from what a layer knows of it |
//! | `error` | why there is no picture |

pub mod adam;
mod aim;
pub mod canvas;
pub mod chance;
pub mod color;
mod curve;
pub mod diversity;
pub mod dream;
mod error;
pub mod fool;
pub mod fourier;
mod likeness;
mod painting;
pub mod provenance;
pub mod rebuild;
mod recipe;
mod store;
mod subject;
pub mod window;

pub use curve::{Curve, Point};
pub use error::{Unfit, VisualizeError};
pub use painting::Painting;
pub use recipe::{DIVERSE, FINER_STEPS, PREVIEW_STEPS, Recipe, Sign, Start, Target};
pub use store::{Kept, Store, Stored};
pub use subject::Subject;
