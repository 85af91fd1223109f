//! Two photos: the bar that says which is shown, the menu that opens the second, and what every view needs to show both
//! on one scale.
//!
//! | file | its job |
//! |---|---|
//! | `bar` | both photos with their predictions, "A, B, both, A − B", swap, close |
//! | `menu` | opens the second photo |
//! | `pair` | both activations of a layer and the numbers their colours span |
//! | `words` | what the photos are called |
//! | `similarity_curve` | the cosine of both, layer by layer: a curve |

mod bar;
mod menu;
mod pair;
pub mod similarity_curve;
mod words;

pub use bar::{CompareScene, bar};
pub use menu::menu;
pub use pair::{mark, mean_range, pair, scale_of_means, shared_mean_range};
pub use words::{difference, is_alone, marks, name_at, name_of_a, name_of_b, name_of_first, network_name, numbers};

use egui::Color32;

use crate::state::{Comparison, State};

/// Whether both photos are shown beside each other.
pub fn shows_both(state: &State) -> bool {
    state.comparison == Comparison::Both && state.is_comparing()
}

/// The letters that mark what belongs to the first photo and to the second, wherever both are shown.
pub const LETTERS: [&str; 2] = ["A", "B"];

/// White on a dark plate, so that it is read over any picture.
const PLATE: Color32 = Color32::from_rgba_premultiplied(0, 0, 0, 190);
