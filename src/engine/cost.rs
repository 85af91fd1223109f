//! Background jobs of the cost view: all naive modules beside the trained ones, and the machine's own peak.

use std::collections::HashMap;
use std::sync::Arc;

use super::explore::{ForwardRun, fail};
use super::lens::{Engine, Event};
use super::{Key, Priority, Progress};
use crate::analysis::Report;
use crate::analysis::naive::NaiveRun;
use crate::analysis::peak::Peak;
use crate::model::ModelError;
use crate::spec::MODULES;

/// All naive modules are being timed.
pub const MODULE_TIMES: Key = Key::new("module-times");
/// The machine's peak is being measured.
pub const PEAK: Key = Key::new("peak");

/// Runs of every module, both ways.
const MODULE_RUNS: usize = 5;
/// Measurements of the peak; the best stays.
const PEAK_RUNS: usize = 7;

/// How long a module takes with and without its reductions, on the same input, in the same job.
#[derive(Clone, Debug, PartialEq)]
pub struct ModuleTimes {
    /// Index into [`MODULES`].
    pub module: usize,
    /// By activation name, milliseconds, median of [`Self::runs`].
    pub naive_ms: HashMap<String, f64>,
    /// The same for the trained module.
    pub reduced_ms: HashMap<String, f64>,
    /// Runs behind the medians; both sides ran in turn.
    pub runs: usize,
}

impl ModuleTimes {
    /// Milliseconds of the whole naive module, and of the whole reduced one: sums over their stages.
    pub fn totals_ms(&self) -> [f64; 2] {
        [&self.naive_ms, &self.reduced_ms].map(|times| times.values().sum())
    }
}

impl From<&NaiveRun> for ModuleTimes {
    fn from(naive: &NaiveRun) -> Self {
        let [naive_ms, reduced_ms] = naive.times_ms();
        Self { module: naive.module(), naive_ms, reduced_ms, runs: naive.runs() }
    }
}

impl Engine {
    /// Times all nine modules naive and reduced on the activations of a report, a pass of one module a chunk.
    pub fn module_times(&self, run: Arc<ForwardRun>, report: Arc<Report>) {
        let mut module = 0;
        let mut naive: Option<NaiveRun> = None;
        self.scheduler.submit(Priority::Background, MODULE_TIMES, move |context| {
            let model = &run.network.model;
            let mut pass = || -> Result<Progress, ModelError> {
                let timed = match &mut naive {
                    Some(timed) => timed,
                    empty => empty.insert(NaiveRun::new(model, report.clone(), module)?),
                };
                timed.pass(model)?;
                if timed.runs() == MODULE_RUNS {
                    let times = ModuleTimes::from(&*timed);
                    context.send(Event::ModuleTimes(Arc::new(times)));
                    naive = None;
                    module += 1;
                }
                Ok(if module < MODULES.len() { Progress::Again } else { Progress::Done })
            };
            pass().unwrap_or_else(|error| fail(context, error))
        });
    }

    /// Measures the machine's peak, once a chunk; every event is better than the one before.
    pub fn measure_peak(&self) {
        let mut best: Option<Peak> = None;
        self.scheduler.submit(Priority::Background, PEAK, move |context| {
            let Some(peak) = Peak::again(best, &|| context.should_yield()) else {
                return Progress::Again;
            };
            best = Some(peak);
            context.send(Event::Peak(peak));
            if peak.runs < PEAK_RUNS { Progress::Again } else { Progress::Done }
        });
    }
}
