//! The photo is fooled.
//!
//! | file | its job |
//! |---|---|
//! | `command` | commands change what is wanted |
//! | `follow` | the engine follows what is looked at |

mod command;
mod follow;
