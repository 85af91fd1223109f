//! What a run means, as plain data without tensors.
//!
//! * [`report`]: everything about one run, shared with the window as `Arc<Report>`;
//! * [`prediction`]: softmax and top-k of the three heads;
//! * [`temperature`]: the same softmax less or more certain, and how certain it should be;
//! * [`statistics`]: minimum, maximum, mean, deviation and share of zeros of every channel;
//! * [`class_names`]: the classes of the default weights in Korean;
//! * [`evidence`]: the exact class evidence behind a logit;
//! * [`logit`]: the same logit as a sum over cells and as a sum over channels;
//! * [`loss`]: what every head would pay in training;
//! * [`attribution`]: what each channel of an earlier layer adds to a logit;
//! * [`contribution`]: what each layer adds to a logit, and the biases behind it;
//! * [`heatmaps`]: which parts of a photo speak for a class, by eight methods, and which of them can be trusted;
//! * [`arithmetic`]: how one cell came to its value;
//! * [`naive`]: the naive module, live, as the linear equivalent of the trained branches;
//! * [`kernels`]: the weights of a layer as plain numbers;
//! * [`gradients`]: how strongly each part is told to change;
//! * [`similarity`]: where two photos part;
//! * [`nearest`](mod@nearest): which of many vectors are alike;
//! * [`values`]: the numbers of an activation, shared with the trace;
//! * [`peak`]: how fast this machine multiplies at its best.

pub mod arithmetic;
pub mod attribution;
pub mod class_names;
pub mod contribution;
pub mod evidence;
pub mod gradients;
pub mod heatmaps;
pub mod kernels;
pub mod logit;
pub mod loss;
pub mod naive;
pub mod nearest;
pub mod peak;
pub mod prediction;
pub mod report;
pub mod similarity;
pub mod statistics;
pub mod temperature;
pub mod values;

pub use arithmetic::{Arithmetic, Cell, Contribution, Explanation};
pub use attribution::Attribution;
pub use evidence::ClassEvidence;
pub use gradients::{GradientCurve, Initialisation, Spread};
pub use kernels::Kernels;
pub use logit::{ChannelShare, LogitSums};
pub use loss::{HeadLoss, TrainingLoss};
pub use naive::NaiveModule;
pub use prediction::{Exponentials, Prediction, Scores};
pub use report::{Activation, Report};
pub use statistics::Statistics;
pub use temperature::{Calibration, Temperature};
pub use values::Values;
