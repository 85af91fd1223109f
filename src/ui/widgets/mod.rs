//! The parts views are made of.  Each is size, allocate, interact, paint; none keeps state of its own; what a person
//! chose is returned, never written.

pub mod button;
pub mod card;
pub mod chart_keys;
pub mod color_bar;
mod focus;
pub mod heatmap_tile;
pub mod icons;
pub mod nav_rail;
pub mod pipe;
pub mod probability_bar;
pub mod segmented;
pub mod switch;
pub mod toast;
pub mod tooltip;

pub use button::Button;
pub use card::Card;
pub use chart_keys::chart_keys;
pub use color_bar::ColorBar;
pub use focus::focus_ring;
pub use heatmap_tile::HeatmapTile;
pub use icons::{Icon, paint_icon, paint_logo};
pub use nav_rail::{NavItem, nav_rail};
pub use pipe::{Knot, paint_pipe};
pub use probability_bar::ProbabilityBar;
pub use segmented::Segmented;
pub use switch::switch;
pub use toast::{Toast, ToastAction, ToastKind, toasts};
pub use tooltip::tooltip;
