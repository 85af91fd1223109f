//! The layer in view, worked out once: which channels in which order, on which scale.

use std::collections::BTreeSet;

use crate::analysis::{Activation, Statistics};
use crate::imaging::{Colormap, Range, RangeRule};
use crate::session::{Contributions, Map, MapKey, Source};
use crate::state::{Normalisation, Sort, State};

/// A channel is silent where fewer of its cells are active, 0 to 1.
const SILENT_SHARE: f32 = 0.01;
/// A channel is silent where its maximum is below this share of the layer's scale.
const SILENT_HEIGHT: f32 = 0.08;

/// What the order and the colours depend on.
#[derive(Clone, PartialEq)]
pub(super) struct Key {
    pub(super) map: MapKey,
    /// Both activations where two are compared.
    pub(super) pair: Option<[MapKey; 2]>,
    /// Whether both are shown.
    pub(super) is_both: bool,
    pub(super) sort: Sort,
    pub(super) normalisation: Normalisation,
    pub(super) hide_silent: bool,
    pub(super) colormap: Colormap,
    /// Contributions known so far.
    pub(super) known: usize,
    pub(super) muted: BTreeSet<usize>,
}

/// An activation ready to be shown as a mosaic.  Where two photos are compared, order and scale are the same for both, so
/// that flipping from one to the other changes nothing but the values.
pub(super) struct LayerModel {
    pub(super) key: Key,
    /// The activation; the first photo's where both are shown.
    pub map: Map,
    /// The activations of A and B where two are compared.
    pub pair: Option<[Map; 2]>,
    /// That of B, where both are shown.
    pub other: Option<Other>,
    /// Channels that are shown, first to last.
    pub order: Vec<usize>,
    /// By channel: whether it says next to nothing on this photo.
    pub silent: Vec<bool>,
    /// By channel: whether a person muted it.
    pub muted: Vec<bool>,
    /// By channel: what the order goes by (the mean for the order by index).
    pub measure: Vec<f32>,
    /// The least (or 0) and the largest of these numbers; of both photos where two are compared.
    pub measure_ends: [f32; 2],
    /// Numbers at the ends of the colours, where all maps share them.
    pub range: Range,
    /// The same of each channel, where these do not share them and two photos are compared.
    ranges: Vec<Range>,
    /// The colours.
    pub colormap: Colormap,
    /// Whether every map has a scale of its own.
    pub is_per_map: bool,
}

/// The second photo beside the first.
pub(super) struct Other {
    /// Its activation.
    pub map: Map,
    /// As for the first.
    pub silent: Vec<bool>,
    /// As for the first.
    pub measure: Vec<f32>,
}

impl LayerModel {
    /// Muted channels.
    pub fn muted_count(&self) -> usize {
        count(&self.muted)
    }

    /// Cells a side; 1 for a vector.
    pub fn side(&self) -> usize {
        self.map.activation.shape.side()
    }

    /// The value of a cell.
    pub fn value(&self, channel: usize, cell: (usize, usize)) -> f32 {
        value_in(&self.map, channel, cell)
    }

    /// The scale of one channel.
    pub fn range_of(&self, channel: usize) -> Range {
        if !self.is_per_map {
            return self.range;
        }
        match self.ranges.get(channel) {
            Some(range) => *range,
            None => Range::per_map(&self.map.activation.channel(channel), self.colormap),
        }
    }

    /// How the mosaic's colours are scaled.
    pub fn rule(&self) -> RangeRule<'_> {
        match (self.is_per_map, self.ranges.is_empty()) {
            (false, _) => RangeRule::Shared(self.range),
            (true, true) => RangeRule::PerChannel,
            (true, false) => RangeRule::Given(&self.ranges),
        }
    }

    /// What the colours of a map of this subject depend on, for the key of its texture.
    pub fn pixels_key(&self, map: &Map) -> (MapKey, Option<[MapKey; 2]>, Normalisation, Colormap) {
        let key = &self.key;
        (map.key, key.pair, key.normalisation, key.colormap)
    }

    /// Row and column of the largest value of a channel (in absolute value if signed); the first of equals.
    pub fn strongest(&self, channel: usize) -> (usize, usize) {
        let cells = self.map.activation.channel(channel);
        let height = |value: f32| if self.map.signed { value.abs() } else { value };
        let best = (0..cells.len())
            .reduce(|best, index| if height(cells[index]) > height(cells[best]) { index } else { best })
            .unwrap_or(0);
        (best / self.side(), best % self.side())
    }
}

/// The contributions of the selected layer's channels, as far as they belong to what is on screen.
pub(super) fn contributions(state: &State) -> Option<&Contributions> {
    let known = state.found.contributions.as_deref()?;
    let is_shown = |id: u64| id == known.report;
    let fits = state.report().is_some_and(|report| is_shown(report.id))
        || state.unmuted().is_some_and(|report| is_shown(report.id));
    (fits && known.layer == state.selection.layer).then_some(known)
}

/// The value of a cell of an activation.
pub(super) fn value_in(map: &Map, channel: usize, (row, column): (usize, usize)) -> f32 {
    map.activation.channel(channel)[row * map.activation.shape.side() + column]
}

fn count(flags: &[bool]) -> usize {
    flags.iter().filter(|&&flag| flag).count()
}

pub(super) fn make(key: Key, map: Map, pair: Option<[Map; 2]>, known: Option<&Contributions>) -> LayerModel {
    let channels = map.activation.shape.channels();
    // What shares the scale: both photos, or the difference alone.
    let scaled: Vec<&Map> = match &pair {
        Some([a, b]) if map.key.source != Source::AMinusB => vec![a, b],
        _ => vec![&map],
    };
    let range = whole_range(&scaled, key.colormap);
    let silent_in = |map: &Map| -> Vec<bool> { silence(map, range, &key.muted) };
    let measure_in = |map: &Map| measure(&map.activation, key.sort, known);
    // The order is the first photo's, whichever is shown.
    let first = pair.as_ref().map_or(&map, |[a, _]| a);
    let (leading, silent) = (measure_in(first), silent_in(&map));
    let shown: Vec<Vec<bool>> = scaled.iter().map(|map| silent_in(map)).collect();
    let is_hidden = |channel: usize| key.hide_silent && shown.iter().all(|silent| silent[channel]);
    let order = order(&leading, key.sort, (0..channels).filter(|&c| !is_hidden(c)));
    let measures: Vec<Vec<f32>> = scaled.iter().map(|map| measure_in(map)).collect();
    let other = pair.as_ref().filter(|_| key.is_both).map(|[_, b]| Other {
        silent: silent_in(b),
        measure: measure_in(b),
        map: b.clone(),
    });
    LayerModel {
        is_per_map: key.normalisation == Normalisation::PerMap,
        ranges: match (key.normalisation, scaled.len()) {
            (Normalisation::PerMap, 2) => own_ranges(&scaled, channels, key.colormap),
            (Normalisation::PerMap | Normalisation::Shared | Normalisation::Symmetric, _) => Vec::new(),
        },
        colormap: key.colormap,
        order,
        silent,
        muted: (0..channels).map(|channel| key.muted.contains(&channel)).collect(),
        measure: measure_in(&map),
        measure_ends: ends(&measures),
        range,
        other,
        map,
        pair,
        key,
    }
}

/// The range of all values of one or two activations.
fn whole_range(maps: &[&Map], colormap: Colormap) -> Range {
    let of = |values: &[f32]| match colormap.is_diverging() {
        true => Range::symmetric(values),
        false => Range::shared(values),
    };
    match maps {
        [map] => of(&map.activation.values()),
        maps => {
            let values = maps.iter().map(|map| map.activation.values().to_vec());
            of(&values.collect::<Vec<_>>().concat())
        }
    }
}

/// The range of each channel, over both activations.
fn own_ranges(maps: &[&Map], channels: usize, colormap: Colormap) -> Vec<Range> {
    (0..channels)
        .map(|channel| {
            let values = maps.iter().map(|map| map.activation.channel(channel).to_vec());
            Range::per_map(&values.collect::<Vec<_>>().concat(), colormap)
        })
        .collect()
}

/// By channel: whether it is silent, and not because somebody muted it.
fn silence(map: &Map, range: Range, muted: &BTreeSet<usize>) -> Vec<bool> {
    let activation = &map.activation;
    let is_muted = |channel| map.key.source == Source::A && muted.contains(&channel);
    let channels = activation.statistics.iter().enumerate();
    channels.map(|(index, channel)| !map.signed && !is_muted(index) && is_silent(channel, activation, range)).collect()
}

fn order(measure: &[f32], sort: Sort, channels: impl Iterator<Item = usize>) -> Vec<usize> {
    let mut order: Vec<usize> = channels.collect();
    match sort {
        Sort::Index => {}
        Sort::Zeros => order.sort_by(|&a, &b| measure[a].total_cmp(&measure[b])),
        Sort::Mean | Sort::Max | Sort::Contribution => order.sort_by(|&a, &b| descending(measure[a], measure[b])),
    }
    order
}

/// The least of some numbers (0 if none is below) and the largest.
fn ends(measures: &[Vec<f32>]) -> [f32; 2] {
    let known = || {
        let all = measures.iter().flatten().copied();
        all.filter(|value| value.is_finite())
    };
    [known().fold(0.0, f32::min), known().fold(0.0, f32::max)]
}

/// Active in next to no cell, or barely (design, section 10).
fn is_silent(channel: &Statistics, activation: &Activation, range: Range) -> bool {
    activation.shape.side() > 1 && (1.0 - channel.zeros < SILENT_SHARE || channel.max < SILENT_HEIGHT * range.max())
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
