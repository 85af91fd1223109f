//! The points of the curve, from the layers of the network.

use crate::locale::text::tr;
use crate::spec::{Head, Layer, MODULES, Network, Op, Place};
use crate::ui::style::Hue;
use crate::ui::views::layer::{full_name, hue, short_name};

/// One layer.
pub(super) struct Point {
    /// Its name in the network.
    pub layer: String,
    /// What a person calls it.
    pub name: String,
    /// The same in short: "4e", "conv2 1×1".
    pub short_name: String,
    /// Cosine of both activations, -1 to 1.
    pub cosine: f64,
    /// The hue of its branch.
    pub hue: Hue,
    /// Whether it lies on the main path: not inside a branch or an auxiliary head.
    pub is_main: bool,
}

/// Neighbours that belong together.
pub(super) struct Band {
    /// What they are called; empty where there is nothing to say.
    pub name: String,
    /// First point, and the one after the last.
    pub range: std::ops::Range<usize>,
}

/// All layers in the order of the network.
pub(super) struct Curve {
    /// One a layer.
    pub points: Vec<Point>,
    /// From left to right.
    pub bands: Vec<Band>,
    /// Places of the layers that compute something on the main path: pools, which make any two photos more alike, left
    /// out.
    computed: Vec<usize>,
}

impl Curve {
    /// `None` where there is not one cosine a layer.
    pub fn new(network: &Network, cosines: &[f64]) -> Option<Self> {
        if network.layers.len() != cosines.len() || cosines.is_empty() {
            return None;
        }
        let points = network.layers.iter().zip(cosines);
        let points: Vec<Point> = points
            .map(|(layer, &cosine)| Point {
                layer: layer.name.clone(),
                name: full_name(layer),
                short_name: short(layer),
                cosine,
                hue: hue(layer),
                is_main: is_main(layer),
            })
            .collect();
        let computed = |layer: &Layer| is_main(layer) && (layer.op.has_weights() || layer.op == Op::Concat);
        let places = network.layers.iter().enumerate();
        let computed: Vec<usize> = places.filter_map(|(place, layer)| computed(layer).then_some(place)).collect();
        Some(Self { points, bands: bands(network), computed })
    }

    /// The least alike of the layers that compute something on the main path.
    pub fn lowest(&self) -> &Point {
        let computed = self.computed.iter().map(|&place| &self.points[place]);
        computed.min_by(|a, b| a.cosine.total_cmp(&b.cosine)).unwrap_or(&self.points[0])
    }

    /// From which of these layers to the next the cosine falls most; `None` where it never falls.
    pub fn fall(&self) -> Option<[&Point; 2]> {
        let pairs = self.computed.windows(2).map(|pair| [&self.points[pair[0]], &self.points[pair[1]]]);
        let change = |[from, to]: &[&Point; 2]| to.cosine - from.cosine;
        pairs.min_by(|a, b| change(a).total_cmp(&change(b))).filter(|pair| change(pair) < 0.0)
    }

    /// The low end of the axis: a round number below all points, at most 0.
    pub fn floor(&self) -> f64 {
        let lowest = self.points.iter().map(|point| point.cosine);
        let lowest = lowest.fold(0.0, f64::min);
        (lowest * 5.0).floor() / 5.0
    }
}

fn short(layer: &Layer) -> String {
    match (layer.module_name(), layer.op) {
        (Some(module), Op::Concat) => module.to_owned(),
        (Some(module), _) => format!("{module} {}", short_name(layer)),
        (None, _) => short_name(layer),
    }
}

fn is_main(layer: &Layer) -> bool {
    match layer.place {
        Place::Stem | Place::Pool | Place::Head(Head::Main) => true,
        Place::Module { .. } => layer.op == Op::Concat,
        Place::Head(Head::Aux1 | Head::Aux2) => false,
    }
}

fn bands(network: &Network) -> Vec<Band> {
    let mut bands: Vec<Band> = Vec::new();
    for (place, layer) in network.layers.iter().enumerate() {
        let name = match layer.place {
            Place::Stem => tr("parting-stem"),
            Place::Module { module, .. } => MODULES[module].name.to_owned(),
            Place::Head(Head::Aux1) => tr("layer-head-aux1"),
            Place::Head(Head::Aux2) => tr("layer-head-aux2"),
            // The pools of the stem belong to it.
            Place::Pool if place < STEM => tr("parting-stem"),
            Place::Pool | Place::Head(Head::Main) => String::new(),
        };
        match bands.last_mut() {
            Some(band) if band.name == name => band.range.end = place + 1,
            _ => bands.push(Band { name, range: place..place + 1 }),
        }
    }
    bands
}

/// Everything before the first module, with and without normalisation, has fewer layers than this.
const STEM: usize = 9;
