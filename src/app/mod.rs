//! State, commands, persistence.
