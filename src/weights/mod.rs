//! Weights files: read, recognise, check against the spec.
