//! One test binary: one module a capability.
#![allow(missing_docs, clippy::unwrap_used, reason = "tests fail by panicking")]

mod app;
mod bad_input;
mod classifiers_view;
mod cli;
mod compare;
mod dependencies;
mod engine;
mod explore;
mod gallery;
mod golden;
mod gradients;
mod imaging;
mod layer_view;
mod model;
mod module_view;
mod network_view;
mod raster;
mod spec;
mod synthetic;
mod theme;
mod weights;
mod widgets;
mod window;
