//! The six views.
//!
//! | folder | what it shows |
//! |---|---|
//! | `network` | all of GoogLeNet |
//! | `module` | the four branches of one module |
//! | `layer` | every channel of one activation |
//! | `classifiers` | three heads, the evidence, average pooling, gradients |
//! | `album` | a folder of photos: their answers, which of them are right, what lies near what |
//! | `cost` | arithmetic, parameters, memory and time; the lineage |

pub mod album;
pub mod classifiers;
pub mod cost;
pub mod layer;
pub mod module;
pub mod network;
