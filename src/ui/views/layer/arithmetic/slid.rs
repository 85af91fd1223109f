//! Where the sliding window is.

/// Where the window is, for one input channel of one cell.
#[derive(Clone, Debug, PartialEq)]
pub(in super::super) struct Sliding {
    /// Report, layer, channel, cell and input channel it belongs to.
    pub(super) of: Of,
    /// Products done since the beginning, rests counted too.
    pub(super) at: f32,
    pub(super) is_playing: bool,
}

pub(in crate::ui::views::layer) type Of = (u64, String, usize, (usize, usize), usize);
