//! Tests of raster.
