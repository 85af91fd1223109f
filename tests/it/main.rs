//! One test binary: one module a capability.
#![allow(missing_docs, clippy::unwrap_used, reason = "tests fail by panicking")]

mod engine;
mod gallery;
mod golden;
mod imaging;
mod module_view;
mod raster;
mod spec;
mod theme;
mod widgets;
mod window;
