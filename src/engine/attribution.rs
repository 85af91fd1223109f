//! What the channels of a layer add to a logit: one pass forward, one back.

use std::sync::Arc;

use super::Context;
use super::event::{Event, Told};
use super::failed::fail;
use super::key::JobKey;
use super::lens::Engine;
use super::off::{Muted, interventions};
use super::order::Order;
use super::results::ForwardRun;
use crate::analysis::{Attribution, Report};
use crate::model::{ModelError, Run};

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
    context: &Context<'_, JobKey, Told>,
    run: &ForwardRun,
    (report, muted): (&Report, &Muted),
    layer: &str,
    class: usize,
    minus: Option<usize>,
) {
    let cancelled = || context.is_cancelled();
    let result = match run.trace.get("input") {
        Some(input) => input.tensor().map_err(ModelError::from).and_then(|input| {
            let whole = interventions(Run::new(), muted).cancel_when(&cancelled);
            Attribution::of(&run.network.model, &input, whole, report, layer, class, minus)
        }),
        None => Err(ModelError::UnknownName { name: "input".to_owned() }),
    };
    match result {
        Ok(attribution) => context.send(Ok(Event::Attribution(Arc::new(attribution)))),
        Err(ModelError::Cancelled) => {}
        Err(error) => {
            fail(context, error);
        }
    }
}
