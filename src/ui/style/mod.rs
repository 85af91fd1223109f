//! The one place where colours, sizes and fonts are decided: by meaning, never by the widget that uses them.
//!
//! Hue belongs to the network, never to the interface: buttons, selection and focus are [`Theme::hi`] and [`Theme::inv`].

mod egui_style;
mod font_texture;
mod fonts;
mod legibility;
pub mod size;
mod tokens;
mod typography;

pub use egui_style::apply;
pub use font_texture::FontTexture;
pub use fonts::fonts;
pub use legibility::{Legibility, caption_room, grown, is_projected, legibility, set_legibility, smallest_texts};
pub use tokens::{Hue, HueColors, Theme};
pub use typography::{TextRole, Weight};
