//! Inception Lens: look inside GoogLeNet (Szegedy et al. 2014, arXiv 1409.4842) while it looks at your photo.
//!
//! The map, and who may use whom:
//!
//! | module | what it holds | uses |
//! |---|---|---|
//! | [`spec`] | GoogLeNet as data: Table 1, topologies; derived shapes, parameters, MACs, receptive fields | nothing of ours |
//! | [`imaging`] | decode, preprocess, colormaps, heatmaps, mosaics | nothing of ours |
//! | [`weights`] | read a weights file, check it against the spec | spec |
//! | [`fetch`] | a public weights file from the web, resumed and checked | weights::public |
//! | [`model`] | spec + weights -> the traced forward pass | spec, weights |
//! | [`analysis`] | reports: predictions, class evidence, channel statistics | spec, model |
//! | [`visualize`] | pictures made by optimisation, DeepDream | model, spec, imaging |
//! | [`engine`] | jobs in, events out; interactive before background; cancel | model, weights, analysis, imaging, visualize |
//! | [`album`] | a folder of photos as one network sees it: store, statistics, placement | engine's parts, analysis, imaging, platform |
//! | [`teach`] | one's own classes: photos in trays, a last layer fitted on their averages, the file of it | engine's parts, analysis, imaging, platform |
//! | [`export`] | views as tables, pictures and their provenance | engine, analysis, spec |
//! | [`session`] | what is open, as plain data: weights, two photos; everything else is derived | engine, analysis |
//! | [`app`] | selection, commands, persistence | session, engine, export, fetch |
//! | [`locale`] | words and numbers in the chosen language | app's words, spec |
//! | [`render`] | pictures without a window | nothing of ours |
//! | [`ui`] | views, chrome, kit, style | app state, locale, spec, imaging |
//! | [`platform`] | where we run: files, threads, clock, dialogs, network, the window of the system | fetch, weights' formats |
//! | `page` | what a page in a browser calls | app, platform |
//! | [`wire`] | how data crosses to another instance of the program, shared things once; named by whoever has such data | nothing of ours |
//! | [`cli`] | one file a subcommand | engine's parts; `render` for pictures |
//!
//! candle lives in `model`, `weights` and `analysis`, nowhere else.
//!
//! Without the feature `desktop` there is no `cli` and no `fetch`, and all else compiles for `wasm32-unknown-unknown`.

pub mod album;
pub mod analysis;
pub mod app;
#[cfg(feature = "desktop")]
pub mod cli;
pub mod engine;
pub mod export;
#[cfg(feature = "desktop")]
pub mod fetch;
pub mod imaging;
pub mod locale;
pub mod model;
#[cfg(not(feature = "desktop"))]
pub mod page;
pub mod platform;
pub mod render;
pub mod session;
pub mod spec;
pub mod teach;
pub mod ui;
pub mod visualize;
pub mod weights;
pub mod wire;
