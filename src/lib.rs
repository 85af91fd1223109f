//! Inception Lens: look inside GoogLeNet (Szegedy et al. 2014, arXiv 1409.4842) while it looks at your photo.
//!
//! The map, and who may use whom:
//!
//! | module | what it holds | uses |
//! |---|---|---|
//! | [`spec`] | GoogLeNet as data: Table 1, topologies; derived shapes, parameters, MACs, receptive fields | nothing of ours |
//! | [`imaging`] | decode, preprocess, colormaps, heatmaps, mosaics | nothing of ours |
//! | [`weights`] | read a weights file, check it against the spec | spec, platform for the one inside |
//! | [`fetch`] | a public weights file from the web, resumed and checked | weights::public |
//! | [`model`] | spec + weights -> the traced forward pass | spec, weights |
//! | [`analysis`] | reports: predictions, class evidence, channel statistics | spec, model |
//! | [`visualize`] | pictures made by optimisation, DeepDream | model, spec, imaging |
//! | [`engine`] | jobs in, events out; interactive before background; cancel | model, weights, analysis, imaging, visualize |
//! | [`album`] | a folder of photos as one network sees it: store, statistics, placement | engine's parts, analysis, imaging, platform |
//! | [`live`] | moving sources: animations, streams of JPEGs; latest frame wins; a trail of answers | imaging, platform |
//! | [`teach`] | one's own classes: photos in trays, a last layer fitted on their averages, the file of it | engine's parts, analysis, imaging, platform |
//! | [`export`] | views as tables, pictures and their provenance | engine, analysis, spec |
//! | [`session`] | what is open, as plain data: weights, two photos; everything else is derived | engine, analysis |
//! | [`state`] | what is on screen, as plain data: session, view, selection; what a person can ask for | session, engine, locale |
//! | [`locale`] | words and numbers in the chosen language | errors of all that fails, spec |
//! | [`render`] | pictures without a window | nothing of ours |
//! | [`ui`] | views, chrome, kit, style | state, locale, spec, imaging |
//! | [`app`] | commands are carried out, the engine follows what is looked at, persistence | state, ui, engine, export, fetch |
//! | [`platform`] | where we run: files, threads, clock, dialogs, network, the window of the system | fetch, weights' formats |
//! | `page` | what a page in a browser calls | app, platform |
//! | [`wire`] | how data crosses to another instance of the program, shared things once; named by whoever has such data | nothing of ours |
//! | [`cli`] | one file a subcommand | engine's parts; `render` for pictures |
//!
//! # From a photo to a number
//!
//! The way of the data is the way to read the crate: [`spec`] holds Table 1 of the paper and what follows from it, [`weights`] reads a
//! file and checks it against that, [`model`] runs it and keeps every activation, [`analysis`] says what they mean.
//!
//! ```
//! use inception_lens::engine::pipeline::{LoadedNetwork, read_photo};
//! use inception_lens::model::Run;
//! use inception_lens::spec::{Network, Topology};
//!
//! // spec: the network as data, without a single weight.
//! let paper = Network::new(Topology::PAPER, 1000);
//! assert_eq!(paper.layer("inception3a").unwrap().output.channels(), 256);
//!
//! // weights and model: those inside the program, checked against the spec.
//! let network = LoadedNetwork::load_default()?;
//! let photo = read_photo(include_bytes!("../assets/samples/cat.png"))?;
//! let (trace, report) = network.run(&network.prepare_own(&photo.pixels), Run::new())?;
//!
//! // analysis: what the main head believes, and the exact evidence for it.
//! let class = report.main().best();
//! let evidence = report.evidence(class).unwrap();
//! assert!((f64::from(evidence.bias) + evidence.mean() - f64::from(evidence.logit)).abs() < 1e-3);
//! assert_eq!(trace.get("inception5b").unwrap().values.dims(), [1, 1024, 7, 7]);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! `examples/` has three programs to begin from: `classify`, `heatmap` and `dream`.
//!
//! candle lives in `model`, `weights` and `analysis`, nowhere else.
//!
//! Without the feature `desktop` there is no `cli` and no `fetch`, and all else compiles for `wasm32-unknown-unknown`.

// Files and messages are written as numbers lie in memory.
#[cfg(target_endian = "big")]
compile_error!("numbers are written as they lie in memory, which has to be little-endian");

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
pub mod live;
pub mod locale;
pub mod model;
#[cfg(not(feature = "desktop"))]
pub mod page;
pub mod platform;
pub mod render;
pub mod session;
pub mod spec;
pub mod state;
pub mod teach;
pub mod ui;
pub mod visualize;
pub mod weights;
pub mod wire;
