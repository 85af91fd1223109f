//! Spec and weights become a network that runs, with every activation traced.
//!
//! Start at [`network`]: the forward pass reads like the paper.  Its two parameters:
//!
//! * [`run`]: what happens at each step (record, skip what has not changed, intervene, cancel, time);
//! * [`operators`]: which arithmetic, `Fast` ([`kernels`]) or `Reference` ([`mod@reference`]: plain candle, differentiable), both by
//!   the same layer types ([`layers`]).
//!
//! `inception` and `aux_head` are its parts, `loader` takes their layers out of the weights.  `batch` takes the steps, for one run or for those of several photos side by side.
//!
//! `backward` goes the same list of layers from its end: the gradient of an [`objective`] with respect to any activation.
//! [`fresh`] is the network before any training, for gradients.
//!
//! candle's documentation: <https://docs.rs/candle-core>.

mod aux_head;
mod backward;
mod batch;
pub mod error;
pub mod fresh;
mod inception;
pub mod kernels;
pub mod layers;
mod loader;
pub mod local_response_norm;
pub mod network;
pub mod objective;
pub mod operators;
pub mod planes;
pub mod reference;
pub mod run;
pub mod trace;
pub mod values;

pub use error::ModelError;
pub use error::ObjectiveError;
pub use network::GoogLeNet;
pub use objective::Objective;
pub use objective::Over;
pub use objective::Relus;
pub use operators::Operators;
pub use planes::Planes;
pub use run::{Intervention, Muted, Run, StepReport};
pub use trace::{Change, Trace, Traced};
pub use values::Values;
