//! Spec and weights become a network that runs, with every activation traced.
//!
//! Start at [`network`]: the forward pass reads like the paper.  Its two parameters:
//!
//! * [`run`]: what happens at each step (record, skip what has not changed, intervene, cancel, time);
//! * [`operators`]: which arithmetic, `Fast` ([`kernels`]) or `Reference` ([`reference`]: plain candle, differentiable), both by
//!   the same layer types ([`layers`]).
//!
//! [`fresh`] is the network before any training, for gradients.
//!
//! candle's documentation: <https://docs.rs/candle-core>.

pub mod error;
pub mod fresh;
pub mod kernels;
pub mod layers;
pub mod local_response_norm;
pub mod network;
pub mod operators;
pub mod reference;
pub mod run;
pub mod trace;
pub mod values;

pub use error::ModelError;
pub use network::GoogLeNet;
pub use operators::Operators;
pub use run::{Intervention, Run, StepReport};
pub use trace::{Trace, Traced};
pub use values::Values;
