//! Moving pictures: what is on, how fast, what was answered; freeze, mirror, close.
//!
//! | file | its job |
//! |---|---|
//! | `strip` | the bar above the view while a source is on |
//! | `trail` | the last answers as a row of bars |
//! | `menu` | the toolbar's menu that opens one |
//! | `question` | asks before pictures are fetched from a host that is not nearby |
//! | `words` | what is said about a source |

mod menu;
mod question;
mod strip;
mod trail;
mod words;

pub use menu::live_menu;
pub use question::question;
pub use strip::{keys, strip};
