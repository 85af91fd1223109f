//! Moving sources on screen: the engine takes the latest frame whenever it is free, and every view follows.
//!
//! ```text
//! start --> Player or camera --> take_live (each frame of the window) --> the first photo's slot --> engine --> take_framed --> trail
//! ```
//!
//! A frame is no photo that was opened: no step to go back, nothing kept on the disk, nothing measured beside it.  What takes longer
//! than a frame rests until the picture is frozen.
//!
//! | file | its job |
//! |---|---|
//! | `run` | the source that is open |
//! | `command` | commands begin, freeze and end it |
//! | `follow` | the latest frame goes to the engine; its answer comes back |
//! | `rest` | what rests while frames come |

mod command;
mod follow;
mod rest;
pub(super) mod run;
