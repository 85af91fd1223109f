//! What a person sees: views take the state and a list of commands; they never change anything but the list and their
//! own scene (pan, zoom, scroll).
//!
//! | folder | what it holds |
//! |---|---|
//! | `views` | the six views, a folder each |
//! | `chrome` | what is around every view: toolbar, rail, menus, projector, lesson, two photos, editor |
//! | `kit` | the parts views are made of |
//! | `style` | colours, sizes and fonts |
//! | `shortcuts` | every key, in one table |
//! | `cx` | what every panel is drawn with |
//! | `look`, `textures` | how activations become pixels, once |

pub mod chrome;
pub mod cx;
pub mod kit;
pub mod look;
pub mod shortcuts;
pub mod style;
pub mod textures;
pub mod views;

pub use chrome::shell::{Scene, draw, figure_on_screen};
pub use look::{Look, theme_of};
