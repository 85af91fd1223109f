//! One run of the network: at every step it records, skips, intervenes, times and looks whether it should stop.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use candle_core::Tensor;

use super::error::{ModelError, StepError};
use super::trace::{Change, Trace, Traced};
use super::values::Values;
use crate::platform::clock::Stopwatch;

/// Channels that are 0, by layer.
pub type Muted = BTreeMap<String, BTreeSet<usize>>;

/// Something done to an activation right after it was computed.
#[derive(Clone, Debug)]
pub enum Intervention {
    /// These channels become 0.
    Mute(Vec<usize>),
    /// The whole activation becomes this tensor, of the same shape.
    Replace(Tensor),
    /// This tensor, of the same shape, is added: a variable that is 0 gets the activation's gradient.
    Add(Tensor),
}

/// A step that has just been done, for progress bars.
#[derive(Clone, Copy, Debug)]
pub struct StepReport<'a> {
    /// Name of the activation.
    pub name: &'a str,
    /// Steps done so far, this one included.
    pub done: usize,
}

/// An activation on its way through the network, and whether it differs from the run that is resumed.
#[derive(Clone, Debug)]
pub struct Value {
    traced: Traced,
    changed: bool,
    /// Nobody wants it: what it was to be made from, and nobody looks.
    is_left_out: bool,
}

/// The parameter of a forward pass.
#[derive(Default)]
pub struct Run<'a> {
    base: Option<&'a Trace>,
    interventions: HashMap<String, Vec<Intervention>>,
    wanted: Option<HashSet<String>>,
    /// Activations that the trace shall have; the others go once they have been read.
    kept: Option<HashSet<String>>,
    /// Names of the steps done.
    done: HashSet<String>,
    cancelled: Option<&'a dyn Fn() -> bool>,
    on_step: Option<&'a mut dyn FnMut(StepReport<'_>)>,
    trace: Trace,
}

impl<'a> Run<'a> {
    /// A full run.
    pub fn new() -> Self {
        Self::default()
    }

    /// A run that takes from `base` whatever has not changed since.
    ///
    /// `base` must come from the same network.
    pub fn resume(base: &'a Trace) -> Self {
        Self { base: Some(base), ..Self::default() }
    }

    /// Does `intervention` to the activation `name`, after those that were asked for before.
    #[must_use]
    pub fn intervene(mut self, name: &str, intervention: Intervention) -> Self {
        self.interventions.entry(name.to_owned()).or_default().push(intervention);
        self
    }

    /// With all these channels 0.
    #[must_use]
    pub fn mute(self, muted: &Muted) -> Self {
        muted.iter().fold(self, |run, (layer, channels)| {
            let channels = channels.iter().copied().collect();
            run.intervene(layer, Intervention::Mute(channels))
        })
    }

    /// Computes these activations and leaves out all others: what lies behind or beside them.
    ///
    /// With each of them must go everything it depends on ([`super::GoogLeNet::needs`]).
    #[must_use]
    pub fn only(mut self, names: HashSet<String>) -> Self {
        self.wanted = Some(names);
        self
    }

    /// Puts only these activations in the trace.  The others make room as soon as they have been read, and are looked at before:
    /// one that holds what is no number fails the run ([`ModelError::NotFinite`]).
    #[must_use]
    pub fn keep(mut self, names: HashSet<String>) -> Self {
        self.kept = Some(names);
        self
    }

    /// Whether the activation `name` is to be computed.
    pub(super) fn wants(&self, name: &str) -> bool {
        let wanted = self.wanted.as_ref();
        wanted.is_none_or(|wanted| wanted.contains(name))
    }

    /// Asks `cancelled` before every step.
    #[must_use]
    pub fn cancel_when(mut self, cancelled: &'a dyn Fn() -> bool) -> Self {
        self.cancelled = Some(cancelled);
        self
    }

    /// Calls `on_step` after every step.
    #[must_use]
    pub fn on_step(mut self, on_step: &'a mut dyn FnMut(StepReport<'_>)) -> Self {
        self.on_step = Some(on_step);
        self
    }

    /// The trace, once the forward pass is over.
    ///
    /// # Errors
    /// An intervention named an activation that the network does not have.
    pub fn finish(self) -> Result<Trace, ModelError> {
        match self.interventions.keys().find(|&name| !self.done.contains(name)) {
            Some(name) => Err(ModelError::UnknownName { name: name.clone() }),
            None => Ok(self.trace),
        }
    }

    /// The first step: the preprocessed photo itself.
    pub(super) fn input(&mut self, tensor: &Tensor) -> Result<Value, ModelError> {
        let same = self.base.and_then(|base| base.get("input"));
        let same = same.is_some_and(|base| match &base.values {
            Values::Tensor(base) => base.id() == tensor.id(),
            Values::Maps(_) => false,
        });
        self.step_all("input", same, || Ok(tensor.clone().into()))
    }

    /// What need not be computed from `x`: a stand-in where nobody wants it, or what the resumed run has.
    pub(super) fn known(&self, name: &str, x: &Value) -> Option<Value> {
        self.left_out(name, x).or_else(|| self.kept(name, !x.changed))
    }

    /// A stand-in for an activation that nobody wants.
    fn left_out(&self, name: &str, x: &Value) -> Option<Value> {
        (!self.wants(name)).then(|| Value { is_left_out: true, ..x.clone() })
    }

    /// The step that puts branches one after the other.
    pub(super) fn concat(&mut self, name: &str, branches: &[&Value]) -> Result<Value, ModelError> {
        if let Some(value) = self.left_out(name, branches[0]) {
            return Ok(value);
        }
        let unchanged = branches.iter().all(|branch| !branch.changed);
        let parts: Vec<&Values> = branches.iter().map(|branch| &branch.traced.values).collect();
        let value = self.made(name, unchanged, || Values::concat(&parts))?;
        // Its numbers are the branches', which were looked at.
        self.push(&value);
        Ok(value)
    }

    /// Puts a value in the trace; in the network's order.
    ///
    /// # Errors
    /// It is not kept and holds what is no number.
    pub(super) fn record(&mut self, value: &Value) -> Result<(), ModelError> {
        if value.is_left_out {
            return Ok(());
        }
        let traced = &value.traced;
        if !self.keeps(&traced.name) && !traced.values.is_finite()? {
            return Err(ModelError::NotFinite { name: traced.name.clone() });
        }
        self.push(value);
        Ok(())
    }

    fn keeps(&self, name: &str) -> bool {
        self.kept.as_ref().is_none_or(|kept| kept.contains(name))
    }

    fn push(&mut self, value: &Value) {
        let traced = &value.traced;
        self.done.insert(traced.name.clone());
        if self.keeps(&traced.name) {
            self.trace.push(traced.clone());
        }
        if let Some(on_step) = &mut self.on_step {
            on_step(StepReport { name: &traced.name, done: self.done.len() });
        }
    }

    fn step_all(
        &mut self,
        name: &str,
        unchanged: bool,
        compute: impl FnOnce() -> Result<Values, StepError>,
    ) -> Result<Value, ModelError> {
        let value = self.made(name, unchanged, compute)?;
        self.record(&value)?;
        Ok(value)
    }

    /// What the resumed run has, or `compute` makes.
    fn made(
        &self,
        name: &str,
        unchanged: bool,
        compute: impl FnOnce() -> Result<Values, StepError>,
    ) -> Result<Value, ModelError> {
        self.check_cancelled()?;
        let mut value = match self.kept(name, unchanged) {
            Some(value) => value,
            None => {
                let start = Stopwatch::start();
                let values = compute().map_err(|source| ModelError::Step { name: name.to_owned(), source })?;
                Value::computed(name, values, start.milliseconds())
            }
        };
        self.intervene_in(&mut value)?;
        Ok(value)
    }

    pub(super) fn check_cancelled(&self) -> Result<(), ModelError> {
        match self.cancelled {
            Some(cancelled) if cancelled() => Err(ModelError::Cancelled),
            _ => Ok(()),
        }
    }

    /// What the resumed run has under that name, if it is still true.
    fn kept(&self, name: &str, unchanged: bool) -> Option<Value> {
        let base = self.base.and_then(|base| base.get(name))?;
        (unchanged && base.change == Change::None).then(|| Value {
            traced: Traced { computed: false, ..base.clone() },
            changed: false,
            is_left_out: false,
        })
    }

    /// Does the intervention asked for under the value's name; to a stand-in nothing is done.
    pub(super) fn intervene_in(&self, value: &mut Value) -> Result<(), ModelError> {
        if value.is_left_out {
            return Ok(());
        }
        for intervention in self.interventions.get(&value.traced.name).into_iter().flatten() {
            value.traced.values = intervention.apply(&value.traced.name, &value.traced.values)?;
            let change = std::mem::take(&mut value.traced.change);
            value.traced.change = change.and(intervention);
            value.changed = true;
        }
        Ok(())
    }
}

impl Value {
    /// Its numbers; of a stand-in those of what it was to be made from.
    pub(super) fn values(&self) -> &Values {
        &self.traced.values
    }

    pub(super) fn computed(name: &str, values: Values, duration_ms: f64) -> Self {
        Self {
            traced: Traced { name: name.to_owned(), values, duration_ms, computed: true, change: Change::None },
            changed: true,
            is_left_out: false,
        }
    }
}

impl Change {
    /// What is done altogether when `intervention` comes after it.
    fn and(self, intervention: &Intervention) -> Self {
        match (self, intervention) {
            (Self::None, Intervention::Mute(channels)) => Self::Muted(channels.clone()),
            (Self::Muted(before), Intervention::Mute(channels)) => Self::Muted([&before[..], channels].concat()),
            (Self::Other, Intervention::Mute(_)) | (_, Intervention::Replace(_) | Intervention::Add(_)) => Self::Other,
        }
    }
}

impl Intervention {
    fn apply(&self, name: &str, values: &Values) -> Result<Values, ModelError> {
        let impossible = |cause: String| ModelError::Intervention { name: name.to_owned(), cause };
        let failed = |source: StepError| ModelError::Step { name: name.to_owned(), source };
        match self {
            Self::Replace(other) if other.dims() == values.dims() => values.like(other.clone()).map_err(failed),
            Self::Add(other) if other.dims() == values.dims() => {
                values.like((values.tensor()? + other)?).map_err(failed)
            }
            Self::Replace(other) | Self::Add(other) => {
                Err(impossible(format!("it is {:?}, the replacement {:?}", values.dims(), other.dims())))
            }
            Self::Mute(channels) => {
                let count = values.channels();
                if let Some(channel) = channels.iter().find(|&&channel| channel >= count) {
                    return Err(impossible(format!("it has {count} channels, there is no channel {channel}")));
                }
                values.without(channels).map_err(failed)
            }
        }
    }
}
