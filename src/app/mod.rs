//! State, commands, persistence.

pub mod files;
