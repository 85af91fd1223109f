//! Tests of imaging.
