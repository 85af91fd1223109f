//! What a run means, as plain data without tensors.
//!
//! * [`report`]: everything about one run, shared with the window as `Arc<Report>`;
//! * [`prediction`]: softmax and top-k of the three heads;
//! * [`statistics`]: minimum, maximum, mean, deviation and share of zeros of every channel;
//! * [`evidence`]: the exact class evidence behind a logit.

pub mod evidence;
pub mod prediction;
pub mod report;
pub mod statistics;

pub use evidence::ClassEvidence;
pub use prediction::{Prediction, Scores};
pub use report::{Activation, Report};
pub use statistics::Statistics;
