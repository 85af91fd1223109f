//! Runs that can be gone on from.

use std::sync::Arc;

use crate::analysis::Report;
use crate::engine::off::Muted;
use crate::engine::photo::Photo;
use crate::engine::pipeline::LoadedNetwork;
use crate::model::Trace;
use crate::wire::once;

/// A finished run with all that is needed to go on from it.
#[derive(serde::Serialize, serde::Deserialize)]
#[serde(from = "Crossing")]
pub struct ForwardRun {
    /// The network that ran.
    #[serde(with = "once")]
    pub network: Arc<LoadedNetwork>,
    /// The photo.
    #[serde(with = "once")]
    pub photo: Arc<Photo>,
    /// Every activation as a tensor, to resume from.
    #[serde(skip)]
    pub trace: Trace,
    /// The same as plain data.
    #[serde(with = "once")]
    pub report: Arc<Report>,
}

once::contents!(ForwardRun);

/// A run as it crosses: its trace is that of its report.
#[derive(serde::Deserialize)]
struct Crossing {
    #[serde(with = "once")]
    network: Arc<LoadedNetwork>,
    #[serde(with = "once")]
    photo: Arc<Photo>,
    #[serde(with = "once")]
    report: Arc<Report>,
}

impl From<Crossing> for ForwardRun {
    fn from(Crossing { network, photo, report }: Crossing) -> Self {
        Self { network, photo, trace: report.trace(), report }
    }
}

/// The run of an edited photo.
#[derive(serde::Serialize, serde::Deserialize)]
pub struct Edited {
    /// The run without edits that it came from.
    #[serde(with = "once")]
    pub original: Arc<ForwardRun>,
    /// The run of the edited photo; the edits are in its photo.
    #[serde(with = "once")]
    pub run: Arc<ForwardRun>,
    /// The same with muted channels, where there were any: which, and the report.
    #[serde(with = "once::beside")]
    pub muted: Option<(Muted, Arc<Report>)>,
}

/// The run of a frame.
#[derive(serde::Serialize, serde::Deserialize)]
pub struct Framed {
    /// The run with everything on.
    #[serde(with = "once")]
    pub run: Arc<ForwardRun>,
    /// The same with muted channels, where there were any: which, and the report.
    #[serde(with = "once::beside")]
    pub muted: Option<(Muted, Arc<Report>)>,
}

/// A run with something switched off.
#[derive(serde::Serialize, serde::Deserialize)]
pub struct MutedRun {
    /// The whole run that it came from.
    #[serde(with = "once")]
    pub run: Arc<ForwardRun>,
    /// What was switched off.
    pub muted: Muted,
    /// What came of it.
    #[serde(with = "once")]
    pub report: Arc<Report>,
}
