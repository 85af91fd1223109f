//! One test binary: one module a capability.
#![allow(missing_docs, clippy::unwrap_used, reason = "tests fail by panicking")]

mod engine;
mod gallery;
mod imaging;
mod raster;
mod theme;
mod widgets;
