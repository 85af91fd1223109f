//! Everything a mouse does has a key.
