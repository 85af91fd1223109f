//! What the channels of a layer add to a logit: one pass forward, one back.

use std::sync::Arc;

use super::error::UserError;
use super::event::Event;
use super::lens::Engine;
use super::off::{Muted, interventions};
use super::order::Order;
use super::results::ForwardRun;
use super::steps::JobContext;
use crate::analysis::{Attribution, Report};
use crate::model::Run;

impl Engine {
    /// Computes what each channel of `layer` adds to the logit of `class`, less that of `minus`, in a report of this run: the run
    /// itself, or one with all that off.
    pub fn attribute(
        &self,
        run: Arc<ForwardRun>,
        (report, muted): (Arc<Report>, Muted),
        layer: &str,
        class: usize,
        minus: Option<usize>,
    ) {
        self.submit(Order::Attribution { run, report, muted, layer: layer.to_owned(), class, minus });
    }
}

pub(super) fn attribute(
    context: &JobContext<'_>,
    run: &ForwardRun,
    (report, muted): (&Report, &Muted),
    layer: &str,
    class: usize,
    minus: Option<usize>,
) {
    let cancelled = || context.is_cancelled();
    let found = run.trace.input().and_then(|input| {
        let whole = interventions(Run::new(), muted).cancel_when(&cancelled);
        Attribution::of(&run.network.model, &input, whole, report, layer, class, minus)
    });
    let told = found.map(|attribution| Event::Attribution(Arc::new(attribution)));
    context.send(told.map_err(UserError::new));
}
