//! What a person sees: views take the state and a list of commands; they never change anything but the list and their
//! own scene (pan, zoom, scroll).
//!
//! | file | what it shows |
//! |---|---|
//! | `shell` | the frame around every view: toolbar, rail, status bar, messages |
//! | `toolbar`, `menus`, `status_bar` | its parts |
//! | `left_column` | the photo with its crop, and the prediction |
//! | `known_classes` | what the weights know |
//! | `network` | all of GoogLeNet |
//! | `module` | the four branches of one module |
//! | `layer` | every channel of one activation |
//! | `classifiers` | three heads, the evidence, average pooling, gradients |
//! | `compare` | two photos beside each other |
//! | `edit` | the photo changed live, and the occlusion map, beside every view |
//! | `cost` | arithmetic, parameters, memory and time; the lineage |
//! | `off` | what is switched off: the chip in every view |
//! | `tour` | the card of the lesson |
//! | `projector` | the window in front of a class |
//! | `help` | the sheet of all keys |
//! | `empty` | no photo yet |
//! | `widgets` | the parts views are made of |
//! | `theme` | colours, sizes and fonts |
//! | `text`, `format`, `agree`, `indices`, `large_numbers`, `layer_names`, `photo_names`, `errors` | words and numbers in the chosen language |
//! | `textures` | pixels once |
//! | `raster`, `snapshot` | pictures without a window |

pub mod agree;
pub mod classifiers;
pub mod compare;
pub mod cost;
pub mod edit;
pub mod empty;
pub mod errors;
pub mod format;
pub mod help;
pub mod indices;
pub mod known_classes;
pub mod large_numbers;
pub mod layer;
pub mod layer_names;
pub mod left_column;
pub mod look;
pub mod menus;
pub mod module;
pub mod network;
pub mod off;
pub mod photo_names;
pub mod projector;
pub mod raster;
pub mod shell;
pub mod snapshot;
pub mod status_bar;
pub mod text;
pub mod textures;
pub mod theme;
pub mod toolbar;
pub mod tour;
pub mod widgets;

pub use look::{Look, theme_of};
pub use shell::{Scene, draw};
