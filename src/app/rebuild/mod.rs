//! The photo rebuilt from what layers know of it.
//!
//! | file | its job |
//! |---|---|
//! | `command` | commands change what is wanted |
//! | `follow` | the engine follows what is looked at |

mod command;
mod follow;
