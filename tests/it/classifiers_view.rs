//! The classifiers view, as a person meets it.

mod pictures;
