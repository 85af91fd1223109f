//! By the names a screen reader says.
