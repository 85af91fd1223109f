//! What a photo is to a head: the averages of every channel, of the photo itself and of five other views of it.

use image::RgbImage;
use image::imageops::{crop_imm, flip_horizontal};

use super::error::TeachError;
use crate::engine::LoadedNetwork;
use crate::engine::pipeline::geometry;
use crate::imaging::{Fit, Geometry, PhotoRect, Prepared, prepare};
use crate::model::Run;
use crate::spec::{INPUT_SIDE, Network};

/// Rows of a photo: itself, its mirror, its four corners.
pub const ROWS: usize = 6;

/// Side of a corner, pixels of the square that the network sees: six sevenths of it.
const CORNER: u32 = INPUT_SIDE as u32 / 7 * 6;

/// The depth whose averages a head reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default, serde::Serialize, serde::Deserialize)]
pub enum TaughtDepth {
    /// Behind module 3b.
    Module3b,
    /// Behind 4a.
    Module4a,
    /// Behind 4d.
    Module4d,
    /// Behind 5b: the averages that the last layer reads; the only depth that can be saved.
    #[default]
    Module5b,
}

impl TaughtDepth {
    /// From shallow to deep.
    pub const ALL: [Self; 4] = [Self::Module3b, Self::Module4a, Self::Module4d, Self::Module5b];

    /// Its module, as the paper calls it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Module3b => "3b",
            Self::Module4a => "4a",
            Self::Module4d => "4d",
            Self::Module5b => "5b",
        }
    }

    /// The traced activation.
    pub const fn layer(self) -> &'static str {
        match self {
            Self::Module3b => "inception3b",
            Self::Module4a => "inception4a",
            Self::Module4d => "inception4d",
            Self::Module5b => "avgpool",
        }
    }

    /// Its place in [`Self::ALL`].
    pub const fn index(self) -> usize {
        self as usize
    }
}

/// Averages of the six views of a photo, at four depths, by one network.
#[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Features {
    /// Channels of each depth.
    widths: [usize; 4],
    /// Depth after depth, `[6, channels]` row-major: the photo, its mirror, its four corners.
    #[serde(with = "crate::wire::floats")]
    values: Vec<f32>,
}

crate::wire::once::contents!(Features);

impl Features {
    /// Of rows by depth, each `[6, channels]`.
    pub(super) fn new(depths: [Vec<f32>; 4]) -> Self {
        let widths = depths.each_ref().map(|rows| rows.len() / ROWS);
        Self { widths, values: depths.concat() }
    }

    /// Channels at a depth.
    pub fn width(&self, depth: TaughtDepth) -> usize {
        self.widths[depth.index()]
    }

    /// All six rows at a depth, `[6, channels]` row-major.
    pub fn rows(&self, depth: TaughtDepth) -> &[f32] {
        let before: usize = self.widths[..depth.index()].iter().sum();
        &self.values[before * ROWS..][..self.width(depth) * ROWS]
    }

    /// The photo itself at a depth, `[channels]`.
    pub fn own(&self, depth: TaughtDepth) -> &[f32] {
        &self.rows(depth)[..self.width(depth)]
    }

    /// As bytes to be kept: widths, then values.
    pub(super) fn to_bytes(&self) -> Vec<u8> {
        let widths = self.widths.iter().flat_map(|&width| (width as u32).to_le_bytes());
        widths.chain(self.values.iter().flat_map(|value| value.to_le_bytes())).collect()
    }

    /// What [`Self::to_bytes`] made; `None` for other bytes.
    pub(super) fn of_bytes(bytes: &[u8]) -> Option<Self> {
        let (head, rest) = bytes.split_at_checked(16)?;
        let mut widths = [0; 4];
        for (width, bytes) in widths.iter_mut().zip(head.chunks_exact(4)) {
            *width = u32::from_le_bytes(bytes.try_into().ok()?) as usize;
        }
        let count = widths.iter().try_fold(0_usize, |sum, width| sum.checked_add(*width))?.checked_mul(ROWS)?;
        if rest.len() != count.checked_mul(4)? {
            return None;
        }
        let values = rest.chunks_exact(4).filter_map(|bytes| Some(f32::from_le_bytes(bytes.try_into().ok()?)));
        let values: Vec<f32> = values.collect();
        values.iter().all(|value| value.is_finite()).then_some(Self { widths, values })
    }
}

/// The six views of what the network sees of a photo: itself, its mirror, and its four corners enlarged.
pub fn views(seen: &RgbImage, network: &LoadedNetwork) -> [RgbImage; ROWS] {
    let side = INPUT_SIDE as u32;
    let geometry = Geometry { short_side: side, crop: side, ..geometry(&network.topology.preprocessing) };
    let far = side - CORNER;
    let corner = |x: u32, y: u32| {
        let cut = crop_imm(seen, x, y, CORNER, CORNER).to_image();
        prepare(&cut, Fit::Stretch, geometry).pixels
    };
    [seen.clone(), flip_horizontal(seen), corner(0, 0), corner(far, 0), corner(0, far), corner(far, far)]
}

/// Runs the six views of a photo, up to the averages; nothing is muted.  `stop` is asked before every step.
///
/// # Errors
/// [`TeachError::Run`]; [`TeachError::Stopped`].
pub fn features(network: &LoadedNetwork, photo: &RgbImage, stop: &dyn Fn() -> bool) -> Result<Features, TeachError> {
    let prepared = network.prepare_own(photo);
    let views = views(&prepared.pixels, network);
    let needed = needed(&network.network);
    let wanted = TaughtDepth::ALL.map(|depth| depth.layer().to_owned());
    let mut depths: [Vec<f32>; 4] = Default::default();
    for pixels in views {
        let view = Prepared { pixels, window: PhotoRect::default(), filter: prepared.filter };
        let run = Run::new().only(needed.iter().cloned().collect()).keep(wanted.clone().into()).cancel_when(stop);
        let trace = network.trace(&view, run)?;
        for (depth, rows) in TaughtDepth::ALL.into_iter().zip(&mut depths) {
            let lost = || TeachError::Run { cause: format!("there is no {}", depth.layer()) };
            let traced = trace.get(depth.layer()).ok_or_else(lost)?;
            let (sums, cells) = traced.values.maxima().map_err(|error| TeachError::Run { cause: error.to_string() })?;
            rows.extend(sums.iter().map(|channel| (channel.sum / cells as f64) as f32));
        }
    }
    match depths.iter().flatten().all(|value| value.is_finite()) {
        true => Ok(Features::new(depths)),
        false => Err(TeachError::Run { cause: "the weights give numbers that are none".to_owned() }),
    }
}

/// The layers that the averages need: all but the heads.
fn needed(network: &Network) -> Vec<String> {
    let mut is_needed = vec![false; network.layers.len()];
    for (index, layer) in network.layers.iter().enumerate().rev() {
        is_needed[index] |= layer.name == TaughtDepth::Module5b.layer();
        if is_needed[index] {
            layer.inputs.iter().for_each(|&input| is_needed[input] = true);
        }
    }
    let layers = network.layers.iter().zip(is_needed);
    layers.filter(|(_, is_needed)| *is_needed).map(|(layer, _)| layer.name.clone()).collect()
}
