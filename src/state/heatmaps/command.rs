//! What a person can ask of heatmaps.

use super::HeatmapWishes;
use crate::analysis::heatmaps::PixelBox;

/// One wish.
#[derive(Clone, Debug, PartialEq)]
pub enum HeatmapCommand {
    /// Another question, another way, another order.
    Change(HeatmapWishes),
    /// Draw a box around what decides on the photo, or take it away.
    Box(Option<PixelBox>),
    /// Stop where it is.
    Stop,
    /// Go on with it.
    GoOn,
    /// Compute all of it again.
    Again,
}
