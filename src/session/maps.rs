//! Activations by name, wherever they come from: views ask here, never for a report.

use std::cell::RefCell;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::analysis::{Activation, NaiveModule, Report};
use crate::spec::Op;

/// Where a map comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub enum Source {
    /// The photo.
    #[default]
    A,
    /// The second photo, or the photo before it was changed.
    B,
    /// The first minus the second.
    AMinusB,
    /// The naive module's linear equivalent, on the photo.
    Linear,
    /// The trained branch minus its linear equivalent.
    AMinusLinear,
}

/// Tells one map from every other: textures are keyed by it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct MapKey {
    /// Where from.
    pub source: Source,
    /// Identities of the reports involved; 0 for none.
    pub reports: [u64; 2],
    /// Index of the layer in its network.
    pub layer: usize,
}

/// An activation ready to be drawn.
#[derive(Clone, Debug)]
pub struct Map {
    /// Its identity.
    pub key: MapKey,
    /// Its numbers.
    pub activation: Arc<Activation>,
    /// Whether it can be negative: then it wants a diverging colormap.
    pub signed: bool,
}

/// Differences that are kept.
const KEPT: usize = 8;

/// Differences that were asked for lately.
#[derive(Clone, Default)]
pub struct Differences(RefCell<Vec<Map>>);

impl Differences {
    /// Forgets them.
    pub(super) fn clear(&mut self) {
        self.0.get_mut().clear();
    }
}

/// The reports on screen, as a session derives them.
#[derive(Clone, Copy)]
pub struct Maps<'a> {
    pub(super) a: Option<&'a Arc<Report>>,
    pub(super) b: Option<&'a Arc<Report>>,
    pub(super) naive: Option<&'a Arc<NaiveModule>>,
    pub(super) differences: &'a Differences,
}

impl<'a> Maps<'a> {
    /// The report behind a source; the difference has none.
    pub fn report(&self, source: Source) -> Option<&'a Arc<Report>> {
        match source {
            Source::A => self.a,
            Source::B => self.b,
            Source::AMinusB | Source::Linear | Source::AMinusLinear => None,
        }
    }

    /// Name of the layer that a map shows; `None` once its report is gone.
    pub fn name(&self, map: &Map) -> Option<String> {
        let source = match map.key.source {
            Source::B => Source::B,
            Source::A | Source::AMinusB | Source::Linear | Source::AMinusLinear => Source::A,
        };
        let layers = &self.report(source)?.network.layers;
        Some(layers.get(map.key.layer)?.name.clone())
    }

    /// The activations of A and B where these can lie side by side: of one shape, and of the same classes where they are of classes.
    pub fn pair(&self, name: &str) -> Option<[Map; 2]> {
        let (a, b) = (self.get(Source::A, name)?, self.get(Source::B, name)?);
        let is_of_classes = matches!(self.a?.network.layer(name)?.op, Op::Linear { relu: false });
        let have_same_classes = !is_of_classes || self.a?.labels == self.b?.labels;
        (a.activation.shape == b.activation.shape && have_same_classes).then_some([a, b])
    }

    /// The activation `name`; `None` where it was not computed.
    pub fn get(&self, source: Source, name: &str) -> Option<Map> {
        match source {
            Source::A | Source::B => {
                let report = self.report(source)?;
                let layer = report.network.index(name)?;
                Some(Map {
                    key: MapKey { source, reports: [report.id, 0], layer },
                    activation: report.activation(name)?.clone(),
                    signed: report.network.layers[layer].is_signed(),
                })
            }
            Source::AMinusB => self.difference(name),
            Source::Linear | Source::AMinusLinear => self.linear(source, name),
        }
    }

    fn linear(&self, source: Source, name: &str) -> Option<Map> {
        let naive = self.naive?;
        let is_difference = source == Source::AMinusLinear;
        let activations = if is_difference { &naive.differences } else { &naive.activations };
        Some(Map {
            key: MapKey { source, reports: [naive.report, 0], layer: self.report(Source::A)?.network.index(name)? },
            activation: activations.get(name)?.clone(),
            signed: is_difference,
        })
    }

    fn difference(&self, name: &str) -> Option<Map> {
        let [a, b] = self.pair(name)?;
        let key = MapKey { source: Source::AMinusB, reports: [a.key.reports[0], b.key.reports[0]], layer: a.key.layer };
        let mut kept = self.differences.0.borrow_mut();
        if let Some(map) = kept.iter().find(|map| map.key == key) {
            return Some(map.clone());
        }
        let map = Map { key, activation: Arc::new(a.activation.minus(&b.activation)?), signed: true };
        kept.retain(|map| map.key.reports == key.reports);
        kept.truncate(KEPT - 1);
        kept.insert(0, map.clone());
        Some(map)
    }
}
