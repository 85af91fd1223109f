//! The photos in a folder.
