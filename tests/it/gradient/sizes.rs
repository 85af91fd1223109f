//! Tests of sizes.
