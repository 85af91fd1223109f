//! Public weights from the web: what there is, what is here already, and how far a download is.

use crate::weights::public::PublicFile;

/// Weights that may be fetched.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Offer {
    /// What it is.
    pub file: PublicFile,
    /// Whether it is in the user's folder already; its hash has not been looked at.
    pub is_here: bool,
}

/// The download that is under way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Download {
    /// Index into [`Downloads::offers`].
    pub offer: usize,
    /// Bytes on the disk.
    pub done_bytes: u64,
    /// Bytes in all.
    pub total_bytes: u64,
}

impl Download {
    /// How much of it is done, 0 to 1.
    pub fn share(&self) -> f32 {
        (self.done_bytes as f64 / self.total_bytes.max(1) as f64).min(1.0) as f32
    }
}

/// What is on screen about public weights.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Downloads {
    /// What may be fetched.
    pub offers: Vec<Offer>,
    /// What is being fetched.
    pub running: Option<Download>,
}

impl Downloads {
    /// The file that is being fetched.
    pub fn running_file(&self) -> Option<(&PublicFile, &Download)> {
        let download = self.running.as_ref()?;
        Some((&self.offers.get(download.offer)?.file, download))
    }
}
