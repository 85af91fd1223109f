//! Generated test pictures: simple stimuli whose effect on early layers can be predicted.

use image::{Rgb, RgbImage};
use serde::{Deserialize, Serialize};

/// Side of every generated picture, in pixels.
pub const PATTERN_SIDE: u32 = 256;

/// Colour patches along a side.
const PATCHES_PER_SIDE: u32 = 4;

/// Hues among the patches; the last row holds greys.
const HUE_PATCHES: u32 = PATCHES_PER_SIDE * (PATCHES_PER_SIDE - 1);

/// A picture made by rule.  Angles say which way the stripes or the edge run, in degrees
/// counter-clockwise from horizontal: 0 lies flat, 90 stands upright.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub enum Pattern {
    /// Grey stripes whose brightness follows a sine from black to white.
    Grating {
        /// The way the stripes run, in degrees.
        angle_degrees: f32,
        /// From one bright stripe to the next, in pixels; less than 2 counts as 2.
        period_px: f32,
    },
    /// Black and white squares.
    Checkerboard {
        /// Side of a square in pixels; 0 counts as 1.
        cell_px: u32,
    },
    /// Twelve pure hues, and four greys from black to white below.
    ColorPatches,
    /// One straight border through the middle between black and white, white above (left of it if
    /// upright); one pixel of transition.
    Edge {
        /// The way the border runs, in degrees.
        angle_degrees: f32,
    },
}

impl Pattern {
    /// A selection for a menu.
    pub const GALLERY: [Self; 10] = [
        Self::Grating { angle_degrees: 0.0, period_px: 16.0 },
        Self::Grating { angle_degrees: 45.0, period_px: 16.0 },
        Self::Grating { angle_degrees: 90.0, period_px: 16.0 },
        Self::Grating { angle_degrees: 135.0, period_px: 16.0 },
        Self::Grating { angle_degrees: 90.0, period_px: 6.0 },
        Self::Checkerboard { cell_px: 16 },
        Self::ColorPatches,
        Self::Edge { angle_degrees: 0.0 },
        Self::Edge { angle_degrees: 45.0 },
        Self::Edge { angle_degrees: 90.0 },
    ];

    /// The pattern's name for people, such as `Grating 45°, 16 px`.
    pub fn name(self) -> String {
        match self {
            Self::Grating { angle_degrees, period_px } => format!("Grating {angle_degrees}°, {period_px} px"),
            Self::Checkerboard { cell_px } => format!("Checkerboard, {cell_px} px"),
            Self::ColorPatches => "Color patches".to_owned(),
            Self::Edge { angle_degrees } => format!("Edge {angle_degrees}°"),
        }
    }

    /// The pattern of that [name](Self::name), if it is one.
    pub fn named(name: &str) -> Option<Self> {
        let degrees = |text: &str| text.strip_suffix('°')?.parse().ok();
        if name == Self::ColorPatches.name() {
            return Some(Self::ColorPatches);
        }
        if let Some(angle) = name.strip_prefix("Edge ") {
            let angle_degrees = degrees(angle)?;
            return Some(Self::Edge { angle_degrees });
        }
        let (kind, pixels) = name.strip_suffix(" px")?.split_once(", ")?;
        if kind == "Checkerboard" {
            let cell_px = pixels.parse().ok()?;
            return Some(Self::Checkerboard { cell_px });
        }
        Some(Self::Grating { angle_degrees: degrees(kind.strip_prefix("Grating ")?)?, period_px: pixels.parse().ok()? })
    }

    /// The picture, [`PATTERN_SIDE`] pixels square.
    pub fn draw(self) -> RgbImage {
        RgbImage::from_fn(PATTERN_SIDE, PATTERN_SIDE, |x, y| Rgb(self.pixel(x, y)))
    }

    fn pixel(self, x: u32, y: u32) -> [u8; 3] {
        match self {
            Self::Grating { angle_degrees, period_px } => {
                let turns = across(angle_degrees, x, y) / period_px.max(2.0);
                grey(0.5 + 0.5 * (turns * std::f32::consts::TAU).cos())
            }
            Self::Checkerboard { cell_px } => {
                let cell = cell_px.max(1);
                grey(if (x / cell + y / cell).is_multiple_of(2) { 1.0 } else { 0.0 })
            }
            Self::ColorPatches => {
                let patch = PATTERN_SIDE / PATCHES_PER_SIDE;
                patch_color(y / patch * PATCHES_PER_SIDE + x / patch)
            }
            Self::Edge { angle_degrees } => grey(0.5 + across(angle_degrees, x, y)),
        }
    }
}

/// Distance of a pixel's centre from the line through the middle that runs at `angle_degrees`, in
/// pixels; positive above it.
fn across(angle_degrees: f32, x: u32, y: u32) -> f32 {
    let (sine, cosine) = angle_degrees.to_radians().sin_cos();
    let middle = PATTERN_SIDE as f32 / 2.0;
    let right = x as f32 + 0.5 - middle;
    let up = middle - (y as f32 + 0.5);
    up * cosine - right * sine
}

fn grey(brightness: f32) -> [u8; 3] {
    [(brightness.clamp(0.0, 1.0) * 255.0).round() as u8; 3]
}

/// Patches are counted row by row: hues around the circle from red, then greys.
fn patch_color(index: u32) -> [u8; 3] {
    if index >= HUE_PATCHES {
        return grey((index - HUE_PATCHES) as f32 / (PATCHES_PER_SIDE - 1) as f32);
    }
    let hue = index as f32 / HUE_PATCHES as f32 * 6.0;
    // Each primary is full within a sixth of the circle and gone two sixths away.
    [0.0, 2.0, 4.0].map(|primary| {
        let distance = (hue - primary).abs().min(6.0 - (hue - primary).abs());
        grey(2.0 - distance)[0]
    })
}
