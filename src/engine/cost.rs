//! Background jobs of the cost view: all naive modules beside the trained ones, and the machine's own peak.

use std::sync::Arc;

use super::Progress;
use super::event::Event;
use super::lens::Engine;
use super::order::Order;
use super::results::{ForwardRun, ModuleTimes};
use super::steps::{JobContext, steps};
use crate::analysis::Report;
use crate::analysis::naive::NaiveRun;
use crate::analysis::peak::Peak;
use crate::model::ModelError;
use crate::spec::MODULES;

/// Runs of every module, both ways.
const MODULE_RUNS: usize = 5;
/// Measurements of the peak; the best stays.
const PEAK_RUNS: usize = 7;

impl Engine {
    /// Times all nine modules naive and reduced on the activations of a report, a pass of one module a chunk.
    pub fn module_times(&self, run: Arc<ForwardRun>, report: Arc<Report>) {
        self.submit(Order::ModuleTimes { run, report });
    }

    /// Measures the machine's peak, once a chunk; every event is better than the one before.
    pub fn measure_peak(&self) {
        self.submit(Order::Peak);
    }
}

pub(super) fn module_times(run: Arc<ForwardRun>, report: Arc<Report>) -> impl FnMut(&JobContext<'_>) -> Progress {
    let mut module = 0;
    let mut naive: Option<NaiveRun> = None;
    steps(move |context| {
        let model = &run.network.model;
        let timed = match &mut naive {
            Some(timed) => timed,
            empty => empty.insert(NaiveRun::new(model, report.clone(), module)?),
        };
        timed.pass(model)?;
        if timed.runs() == MODULE_RUNS {
            let times = ModuleTimes::from(&*timed);
            context.send(Ok(Event::ModuleTimes(Arc::new(times))));
            naive = None;
            module += 1;
        }
        Ok::<_, ModelError>(if module < MODULES.len() { Progress::Again } else { Progress::Done })
    })
}

pub(super) fn peak() -> impl FnMut(&JobContext<'_>) -> Progress {
    let mut best: Option<Peak> = None;
    move |context| {
        let Some(peak) = Peak::again(best, &|| context.should_yield()) else {
            return Progress::Again;
        };
        best = Some(peak);
        context.send(Ok(Event::Peak(peak)));
        if peak.runs < PEAK_RUNS { Progress::Again } else { Progress::Done }
    }
}
