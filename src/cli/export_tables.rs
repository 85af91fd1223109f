//! Which numbers belong to which view.

use std::path::Path;
use std::sync::Arc;

use anyhow::{Context as _, Result, anyhow, bail};

use super::export::ViewExport;
use super::load;
use super::view::View;
use crate::analysis::evidence::find_class;
use crate::analysis::naive::NaiveRun;
use crate::analysis::peak::Peak;
use crate::analysis::{GradientCurve, Initialisation, Report, gradients};
use crate::app::{ClassifiersTab, CostTab};
use crate::engine::{LoadedNetwork, ModuleTimes, Timings};
use crate::export::Table;
use crate::imaging::Prepared;
use crate::model::{Run, Trace};
use crate::spec::MODULES;

/// Runs behind every median, and measurements of the peak.
const RUNS: usize = 5;

/// Seed of the fresh weights behind exported gradients.
const SEED: u64 = 1;

/// One photo, or two, after the run, and the questions asked about it.
pub(super) struct Source {
    /// The network.
    pub network: LoadedNetwork,
    prepared: Prepared,
    trace: Trace,
    /// The run.
    pub report: Arc<Report>,
    second: Option<Report>,
    class: usize,
    minus: Option<usize>,
    true_label: usize,
    /// What is switched off.
    pub off: load::Off,
}

impl Source {
    /// Runs the network on what was asked for.
    ///
    /// # Errors
    /// Weights, a photo or a class are bad.
    pub fn load(subject: ViewExport<'_>) -> Result<Self> {
        let network = load::network(&subject.options.weights)?;
        let off = load::off(&subject.options.off, &network)?;
        let run = |path: &Path, run: Run<'_>| -> Result<(Prepared, Trace, Report)> {
            let photo = load::photo(path).map_err(|error| load::about(path, error))?;
            let prepared = network.prepare_own(&photo);
            let (trace, report) = network.run(&prepared, run)?;
            Ok((prepared, trace, report))
        };
        // As in the window, what is switched off is switched off for the first photo alone.
        let (prepared, trace, report) = run(subject.image, off.run())?;
        let second = subject.options.second.as_deref();
        let second = second.map(|path| run(path, Run::new())).transpose()?;
        let find = |asked: &Option<String>| {
            let asked = asked.as_deref();
            asked.map(|asked| find_class(asked, &network.labels)).transpose()
        };
        let best = report.main().best();
        Ok(Self {
            class: find(&subject.options.study.class)?.unwrap_or(best),
            minus: find(&subject.options.study.minus)?,
            true_label: find(&subject.options.study.true_label)?.unwrap_or(best),
            second: second.map(|(_, _, report)| report),
            network,
            off,
            prepared,
            trace,
            report: Arc::new(report),
        })
    }

    /// The class that is explained and the one it is held against.
    pub fn study_facts(&self) -> Vec<(&'static str, String)> {
        let label = |class: usize| self.network.labels[class].clone();
        let mut facts = vec![("class", label(self.class))];
        facts.extend(self.minus.map(|minus| ("minus", label(minus))));
        facts
    }

    fn gradients(&self) -> Result<Vec<GradientCurve>> {
        let input = self
            .trace
            .get("input")
            .ok_or_else(|| anyhow!("The run did not keep its input; export another view, or report this."))?;
        let input = input.tensor()?;
        let curve = |initialisation| {
            let (model, class, run) = (&self.network.model, self.true_label, self.off.run());
            gradients::curve(model, &input, initialisation, SEED, class, run, &|| false)
        };
        Ok(Initialisation::ALL.into_iter().map(curve).collect::<Result<_, _>>()?)
    }
}

/// The numbers of a view.
///
/// # Errors
/// This network has no such layer, or two photos cannot be compared there.
pub(super) fn table(subject: ViewExport<'_>, source: &Source) -> Result<Table> {
    let report = &*source.report;
    match subject.view {
        View::Network(_) => match &source.second {
            None => Ok(Table::of_layers(report)),
            Some(second) => {
                Table::of_similarity(report, second).ok_or_else(|| anyhow!("These photos did not run on one network."))
            }
        },
        View::Module(module, _) => Ok(Table::of_module(&source.network, Arc::clone(&source.report), *module)?),
        View::Layer(name, _) => Table::of_cells(report, source.second.as_ref(), name)
            .ok_or_else(|| anyhow!("This network has no layer {name}; `inception-lens inspect` lists them.")),
        View::Classifiers(tab) => classifiers(*tab, source),
        View::Cost(tab) => cost(*tab, source),
        View::Tour { .. } | View::Paper(_) => bail!("The tour has no numbers of its own."),
    }
}

fn classifiers(tab: ClassifiersTab, source: &Source) -> Result<Table> {
    let report = &source.report;
    let unknown = || anyhow!("This network has no evidence for that class.");
    let evidence = |class: usize| report.evidence(class).ok_or_else(unknown);
    match tab {
        ClassifiersTab::Evidence => {
            let of_class = evidence(source.class)?;
            Ok(Table::of_evidence(&match source.minus {
                None => of_class,
                Some(minus) => of_class.minus(&evidence(minus)?),
            }))
        }
        ClassifiersTab::Pooling => Table::of_pooling(report, source.class, source.minus).ok_or_else(unknown),
        ClassifiersTab::Heads => Ok(Table::of_heads(report)),
        ClassifiersTab::Gradients => Ok(Table::of_gradients(&source.gradients()?, &source.network.labels)),
    }
}

fn cost(tab: CostTab, source: &Source) -> Result<Table> {
    let network = &source.report.network;
    match tab {
        CostTab::Lineage => Ok(Table::of_lineage()),
        CostTab::Modules => {
            let times: Vec<ModuleTimes> =
                (0..MODULES.len()).map(|module| module_times(source, module)).collect::<Result<_>>()?;
            Ok(Table::of_modules(network, &times))
        }
        CostTab::Layers | CostTab::Roofline => {
            let mut timings = Timings::default();
            for _ in 0..RUNS {
                timings.add(&source.network.trace(&source.prepared, Run::new())?);
            }
            let peak = (0..RUNS).fold(None, |best, _| Peak::again(best, &|| false));
            let peak = peak.context("the machine's peak was not measured")?;
            Ok(Table::of_roofline(network, &timings, peak))
        }
    }
}

fn module_times(source: &Source, module: usize) -> Result<ModuleTimes> {
    let model = &source.network.model;
    let mut naive = NaiveRun::new(model, Arc::clone(&source.report), module)?;
    for _ in 0..RUNS {
        naive.pass(model)?;
    }
    Ok(ModuleTimes::from(&naive))
}
