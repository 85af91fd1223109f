//! Where we run: the one folder that knows it.
//!
//! | file | its job |
//! |---|---|
//! | `clock` | how long something took |

pub mod clock;
