//! Tests of refused.
