//! The photo changed live, and the occlusion map, as a person uses them.

mod crop;
mod live;
mod occlusion;
mod pictures;
mod pixels;
mod use_by_label;
