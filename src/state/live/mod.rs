//! Moving sources, as far as they are on screen.
//!
//! | file | what it says |
//! |---|---|
//! | `source` | what may move, and how it is opened |
//! | `command` | what is asked for |
//! | `rest` | what rests while frames come |

mod command;
mod rest;
mod source;

use crate::live::{Phase, Rate, Trail};

pub use command::LiveCommand;
pub use source::LiveSource;

/// A moving source that is on screen.
#[derive(Clone, Debug)]
pub struct Live {
    /// What it is.
    pub source: LiveSource,
    /// How far it is.
    pub phase: Phase,
    /// Whether the frame on screen stays.
    pub is_frozen: bool,
    /// Whether left and right are swapped, for the network too.
    pub is_mirrored: bool,
    /// Frames that the network has seen.
    pub shown: u64,
    /// Frames that gave way to later ones.
    pub dropped: u64,
    /// The last answers.
    pub trail: Trail,
    /// Frames that a finished picture still waits for.
    pub frames_left: u64,
    pub(crate) rate: Rate,
}

impl Live {
    pub(crate) fn new(source: LiveSource) -> Self {
        Self {
            source,
            is_mirrored: false,
            phase: Phase::Opening,
            is_frozen: false,
            shown: 0,
            dropped: 0,
            trail: Trail::default(),
            frames_left: 0,
            rate: Rate::default(),
        }
    }

    /// Frames that ran in a second, over the last two; `None` before there are two.
    pub fn frames_per_second(&self) -> Option<f64> {
        self.rate.per_second()
    }

    /// Whether more frames may come.
    pub fn is_on(&self) -> bool {
        !matches!(self.phase, Phase::Ended | Phase::Failed(_))
    }
}
