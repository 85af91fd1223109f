//! The layer in view, worked out once: which channels in which order, on which scale.

use std::collections::BTreeSet;
use std::rc::Rc;

use super::scene::LayerScene;
use crate::analysis::{Activation, Statistics};
use crate::app::{Contributions, Map, MapKey, Normalisation, Sort, State};
use crate::imaging::{Colormap, Range, RangeRule};
use crate::ui::look::colormap_of;

/// A channel is silent where fewer of its cells are active, 0 to 1.
const SILENT_SHARE: f32 = 0.01;
/// A channel is silent where its maximum is below this share of the layer's scale.
const SILENT_HEIGHT: f32 = 0.08;

/// What the order and the colours depend on.
#[derive(Clone, PartialEq)]
struct Key {
    map: MapKey,
    sort: Sort,
    normalisation: Normalisation,
    hide_silent: bool,
    colormap: Colormap,
    /// Contributions known so far.
    known: usize,
    muted: BTreeSet<usize>,
}

/// An activation ready to be shown as a mosaic.
pub(super) struct Subject {
    key: Key,
    /// The activation.
    pub map: Map,
    /// Channels that are shown, first to last.
    pub order: Vec<usize>,
    /// By channel: whether it says next to nothing on this photo.
    pub silent: Vec<bool>,
    /// By channel: whether a person muted it.
    pub muted: Vec<bool>,
    /// By channel: what the order goes by (the mean for the order by index).
    pub measure: Vec<f32>,
    /// Numbers at the ends of the colours, where all maps share them.
    pub range: Range,
    /// The colours.
    pub colormap: Colormap,
    /// Whether every map has a scale of its own.
    pub is_per_map: bool,
}

impl Subject {
    /// Silent channels.
    pub fn silent_count(&self) -> usize {
        self.silent.iter().filter(|&&silent| silent).count()
    }

    /// Muted channels.
    pub fn muted_count(&self) -> usize {
        self.muted.iter().filter(|&&muted| muted).count()
    }

    /// Cells a side; 1 for a vector.
    pub fn side(&self) -> usize {
        self.map.activation.shape.side()
    }

    /// The value of a cell.
    pub fn value(&self, channel: usize, (row, column): (usize, usize)) -> f32 {
        self.map.activation.channel(channel)[row * self.side() + column]
    }

    /// The scale of one channel.
    pub fn range_of(&self, channel: usize) -> Range {
        if self.is_per_map {
            Range::per_map(self.map.activation.channel(channel), self.colormap)
        } else {
            self.range
        }
    }

    /// How the mosaic's colours are scaled.
    pub fn rule(&self) -> RangeRule {
        if self.is_per_map {
            RangeRule::PerChannel
        } else {
            RangeRule::Shared(self.range)
        }
    }

    /// What the colours of the mosaic depend on, for the key of its texture.
    pub fn pixels_key(&self) -> (MapKey, Normalisation, Colormap) {
        (self.key.map, self.key.normalisation, self.key.colormap)
    }

    /// Row and column of the largest value of a channel (in absolute value if signed); the first of equals.
    pub fn strongest(&self, channel: usize) -> (usize, usize) {
        let cells = self.map.activation.channel(channel);
        let height = |value: f32| if self.map.signed { value.abs() } else { value };
        let best = (0..cells.len())
            .reduce(|best, index| {
                if height(cells[index]) > height(cells[best]) {
                    index
                } else {
                    best
                }
            })
            .unwrap_or(0);
        (best / self.side(), best % self.side())
    }
}

/// The contributions of the selected layer's channels, as far as they belong to what is on screen.
pub(super) fn contributions(state: &State) -> Option<&Contributions> {
    let known = state.contributions.as_deref()?;
    let is_shown = |id: u64| id == known.report;
    let fits = state.report().is_some_and(|report| is_shown(report.id))
        || state
            .unmuted
            .as_ref()
            .is_some_and(|report| is_shown(report.id));
    (fits && known.layer == state.selection.layer).then_some(known)
}

/// The selected activation, worked out anew only when something it depends on has changed.
pub(super) fn subject(state: &State, scene: &mut LayerScene) -> Option<Rc<Subject>> {
    let map = state.maps.get(state.source(), &state.selection.layer)?;
    let settings = &state.settings;
    let is_diverging = map.signed || settings.normalisation == Normalisation::Symmetric;
    let known = contributions(state);
    let muted = state.muted.get(&state.selection.layer);
    let key = Key {
        map: map.key,
        sort: settings.sort,
        normalisation: settings.normalisation,
        hide_silent: settings.hide_silent,
        colormap: colormap_of(state, is_diverging),
        known: match settings.sort {
            Sort::Contribution => known.map_or(0, Contributions::done),
            Sort::Index | Sort::Mean | Sort::Max | Sort::Zeros => 0,
        },
        muted: muted.cloned().unwrap_or_default(),
    };
    if let Some(kept) = scene.subject.as_ref().filter(|kept| kept.key == key) {
        return Some(kept.clone());
    }
    let made = Rc::new(make(key, map, known));
    scene.subject = Some(made.clone());
    Some(made)
}

fn make(key: Key, map: Map, known: Option<&Contributions>) -> Subject {
    let activation = &map.activation;
    let channels = activation.shape.channels();
    let range = if key.colormap.is_diverging() {
        Range::symmetric(&activation.values)
    } else {
        Range::shared(&activation.values)
    };
    let silent: Vec<bool> = activation
        .statistics
        .iter()
        .enumerate()
        .map(|(index, channel)| {
            !map.signed && !key.muted.contains(&index) && is_silent(channel, activation, range)
        })
        .collect();
    let muted: Vec<bool> = (0..channels)
        .map(|channel| key.muted.contains(&channel))
        .collect();
    let measure = measure(activation, key.sort, known);
    let mut order: Vec<usize> = (0..channels)
        .filter(|&channel| !key.hide_silent || !silent[channel])
        .collect();
    match key.sort {
        Sort::Index => {}
        Sort::Zeros => order.sort_by(|&a, &b| measure[a].total_cmp(&measure[b])),
        Sort::Mean | Sort::Max | Sort::Contribution => {
            order.sort_by(|&a, &b| descending(measure[a], measure[b]))
        }
    }
    Subject {
        is_per_map: key.normalisation == Normalisation::PerMap,
        colormap: key.colormap,
        order,
        silent,
        muted,
        measure,
        range,
        map,
        key,
    }
}

/// Active in next to no cell, or barely (design, section 10).
fn is_silent(channel: &Statistics, activation: &Activation, range: Range) -> bool {
    activation.shape.side() > 1
        && (1.0 - channel.zeros < SILENT_SHARE || channel.max < SILENT_HEIGHT * range.max())
}

/// What the channels are ordered by; not a number where it is not known yet.
fn measure(activation: &Activation, sort: Sort, known: Option<&Contributions>) -> Vec<f32> {
    let of = |value: fn(&Statistics) -> f32| activation.statistics.iter().map(value).collect();
    match sort {
        Sort::Index | Sort::Mean => of(|channel| channel.mean),
        Sort::Max => of(|channel| channel.max),
        Sort::Zeros => of(|channel| channel.zeros),
        Sort::Contribution => (0..activation.shape.channels())
            .map(|channel| {
                let drop = known.and_then(|known| *known.drops.get(channel)?);
                drop.unwrap_or(f32::NAN)
            })
            .collect(),
    }
}

/// Largest first, unknown last.
fn descending(a: f32, b: f32) -> std::cmp::Ordering {
    match (a.is_nan(), b.is_nan()) {
        (false, false) => b.total_cmp(&a),
        (a_unknown, b_unknown) => a_unknown.cmp(&b_unknown),
    }
}
