//! One test binary: one module a capability.
#![allow(missing_docs, clippy::unwrap_used, reason = "tests fail by panicking")]

mod app;
mod bad_input;
mod classifiers_view;
mod cli;
mod compare;
mod cost_view;
mod dependencies;
mod engine;
mod explore;
mod fetch;
mod fidelity;
mod gallery;
mod golden;
mod gradients;
mod http_server;
mod imaging;
mod layer_view;
mod model;
mod module_view;
mod mutate;
mod mutation;
mod network_view;
mod protobuf;
mod pytorch;
mod raster;
mod spec;
mod synthetic;
mod theme;
mod torch_file;
mod weights;
mod weights_caffe;
mod weights_menu;
mod weights_onnx;
mod widgets;
mod window;
