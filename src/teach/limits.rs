//! How much can be taught at once.

/// Most classes.
pub const MOST_CLASSES: usize = 8;

/// Most photos of all classes together: their copies and averages stay within some 60 MB.
pub const MOST_PHOTOS: usize = 400;
