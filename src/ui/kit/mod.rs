//! The parts views are made of.  Each is size, allocate, interact, paint; none keeps state of its own; what a person
//! chose is returned, never written.

mod arrows;
pub mod button;
pub mod card;
pub mod chart_keys;
pub mod color_bar;
mod deeper;
mod focus;
pub mod heatmap_tile;
pub mod icons;
pub mod matrix;
mod menu;
pub mod nav_rail;
pub(in crate::ui) mod paint;
pub mod pipe;
pub mod plot;
pub mod probability_bar;
pub mod segmented;
pub mod slider;
mod stepper;
pub mod switch;
pub mod tile_grid;
pub mod toast;
pub mod tooltip;

pub use arrows::{arrows_pressed, arrows_pressed_with, cell_after, grid_step, lock_arrows};
pub use button::Button;
pub use card::Card;
pub use chart_keys::{ChartKeys, chart_keys};
pub use color_bar::ColorBar;
pub use deeper::{enter_pressed, goes_deeper};
pub use focus::{focus_ring, scroll_to_focus};
pub use heatmap_tile::HeatmapTile;
pub use icons::{Icon, paint_icon, paint_logo};
pub use matrix::{Matrix, MatrixCell, MatrixLine, MatrixRow};
pub use menu::menu;
pub use nav_rail::{NavItem, nav_rail};
pub use pipe::{Knot, paint_pipe};
pub use plot::{plain_plot, plot};
pub use probability_bar::ProbabilityBar;
pub use segmented::Segmented;
pub use slider::slider;
pub use stepper::stepper;
pub use switch::switch;
pub use tile_grid::{Tile, TileGrid, TileGridOutput, Tiling};
pub use toast::{Toast, ToastAction, ToastKind, toasts};
pub use tooltip::{tooltip, tooltip_of, why_disabled};
