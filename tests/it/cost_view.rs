//! The cost view, drawn and used.

mod pictures;
