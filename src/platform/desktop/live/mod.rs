//! Moving sources of a window of the system.
//!
//! | file | its job |
//! |---|---|
//! | `address` | which addresses are streams, and which are local |
//! | `http` | a stream by its address |
//! | `folder` | a watched folder |
//! | `input` | the standard input |

mod address;
mod folder;
mod http;
mod input;

pub use address::address;
pub use folder::folder;
pub use http::stream;
pub use input::standard_input;
