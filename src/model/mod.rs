//! The traced forward pass.
