//! What a person sees.
pub mod widgets;
