//! What is around every view.
//!
//! | file | what it shows |
//! |---|---|
//! | `shell` | the frame: toolbar, rail, status bar, messages |
//! | `toolbar`, `menus`, `status_bar` | its parts |
//! | `left_column` | the photo with its crop, and the prediction |
//! | `crop` | the frame on the photo, drawn along by hand |
//! | `known_classes` | what the weights know |
//! | `compare` | two photos beside each other |
//! | `edit` | the photo changed live, and the occlusion map, beside every view |
//! | `off` | what is switched off: the chip in every view |
//! | `tour` | the card of the lesson |
//! | `projector` | the window in front of a class |
//! | `help` | the sheet of all keys |
//! | `path` | the way in: network, module, layer, channel, cell |
//! | `empty` | no photo yet |

pub mod camera;
pub mod compare;
pub mod crop;
pub mod edit;
pub mod empty;
pub mod help;
pub mod known_classes;
pub mod left_column;
pub mod live;
pub mod menus;
pub mod networks;
pub mod off;
pub mod path;
pub mod projector;
pub mod shell;
pub mod status_bar;
pub mod toolbar;
pub mod tour;
