//! Jobs in, events out.
