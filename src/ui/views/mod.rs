//! The five views.
//!
//! | folder | what it shows |
//! |---|---|
//! | `network` | all of GoogLeNet |
//! | `module` | the four branches of one module |
//! | `layer` | every channel of one activation |
//! | `classifiers` | three heads, the evidence, average pooling, gradients |
//! | `cost` | arithmetic, parameters, memory and time; the lineage |

pub mod classifiers;
pub mod cost;
pub mod layer;
pub mod module;
pub mod network;
