//! What similarities by depth, and changes of weights by layer, say together.

use super::heatmaps::spearman;

/// From this rank correlation of similarity with depth on it rises, from its opposite on it falls.
const TREND: f64 = 0.5;

/// Similarities that lie closer together are nearly equal.
const EQUAL: f64 = 0.05;

/// Where similarity goes with depth.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trend {
    /// Deeper is less alike.
    Falls,
    /// Deeper is more alike.
    Rises,
    /// Neither.
    Neither,
}

/// The depths of the largest and the smallest similarity.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct DepthEnds {
    /// Largest: position and similarity.
    pub alike: (usize, f64),
    /// Smallest.
    pub apart: (usize, f64),
    /// What similarity does with depth.
    pub trend: Trend,
}

impl DepthEnds {
    /// Of similarities in the order of the depths; `None` without any.
    pub fn of(similarity: &[Option<f64>]) -> Option<Self> {
        let known = || similarity.iter().enumerate().filter_map(|(depth, value)| Some((depth, (*value)?)));
        let alike = known().reduce(|best, next| if next.1 > best.1 { next } else { best })?;
        let apart = known().reduce(|best, next| if next.1 < best.1 { next } else { best })?;
        let (depths, values): (Vec<f64>, Vec<f64>) = known().map(|(depth, value)| (depth as f64, value)).unzip();
        let trend = match spearman(&depths, &values) {
            Some(rank) if rank <= -TREND => Trend::Falls,
            Some(rank) if rank >= TREND => Trend::Rises,
            Some(_) | None => Trend::Neither,
        };
        Some(Self { alike, apart, trend })
    }

    /// Whether all depths are nearly as alike.
    pub fn is_flat(&self) -> bool {
        self.alike.1 - self.apart.1 <= EQUAL
    }
}

/// Which layers moved.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Moved<'a> {
    /// None.
    Nothing,
    /// The last of them alone.
    Last,
    /// So many from the first on did not; this one moved most, by that relative change.
    Most {
        /// Layers that did not move.
        still: usize,
        /// Its name.
        layer: &'a str,
        /// Length of the difference over the length of the first network's.
        by: f64,
    },
}

impl<'a> Moved<'a> {
    /// Of all layers with weights on the way to the answer, in the order of computation; `None` where shapes differ, or without any.
    pub fn of(layers: &'a [(String, Option<f64>)]) -> Option<Self> {
        let is_main = |(name, _): &&(String, Option<f64>)| !name.starts_with("aux");
        let changes: Vec<(&str, f64)> =
            layers.iter().filter(is_main).map(|(name, change)| Some((&**name, (*change)?))).collect::<Option<_>>()?;
        let (_, before) = changes.split_last()?;
        let still = changes.iter().take_while(|(_, change)| *change == 0.0).count();
        let most = changes.iter().reduce(|most, next| if next.1 > most.1 { next } else { most })?;
        Some(match still {
            _ if still == changes.len() => Self::Nothing,
            _ if still == before.len() => Self::Last,
            _ => Self::Most { still, layer: most.0, by: most.1 },
        })
    }
}
