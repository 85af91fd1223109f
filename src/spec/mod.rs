//! GoogLeNet as data.
