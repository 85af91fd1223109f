//! Two networks on one photo: how alike they are at each depth, how far their weights are apart, what they answer.
//!
//! | file | its job |
//! |---|---|
//! | `curve` | similarity by depth, with that of two random networks |
//! | `strip` | the same below the map of the network |
//! | `words` | what follows from the numbers, in sentences |

mod curve;
mod strip;
mod words;

pub use curve::curve;
pub(in crate::ui) use strip::said;
pub use strip::{Controls, controls, strip};
pub use words::{answers, classes, depth_name, missing_layer, results, title};
