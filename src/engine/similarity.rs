//! Where the runs of two photos part.

use std::sync::Arc;

use super::event::Event;
use super::lens::Engine;
use super::order::Order;
use super::results::Similarity;
use super::steps::JobContext;
use crate::analysis::Report;
use crate::analysis::similarity::similarity;

impl Engine {
    /// Compares two runs of one network; nothing comes of runs of different networks.
    pub fn compare(&self, a: Arc<Report>, b: Arc<Report>) {
        self.submit(Order::Similarity { a, b });
    }
}

pub(super) fn compare(context: &JobContext<'_>, a: &Report, b: &Report) {
    if let Some(cosines) = similarity(a, b) {
        let reports = [a.id, b.id];
        context.send(Ok(Event::Similarity(Arc::new(Similarity { reports, cosines }))));
    }
}
