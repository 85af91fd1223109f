//! What every part of the view draws from.

use super::subject::Subject;
use crate::app::{Shown, Source, State};
use crate::spec::Layer;
use crate::ui::text::class_text;

/// The channel and cell in view.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Focus {
    /// The selected channel, or the first one where none is.
    pub channel: usize,
    /// The selected cell, row and column.
    pub cell: Option<(usize, usize)>,
    /// The cell under the pointer.
    pub hovered: Option<(usize, usize)>,
    /// Row and column of the channel's largest value.
    pub strongest: (usize, usize),
}

impl Focus {
    /// The cell whose receptive field is drawn: hovered, selected, or the strongest.
    pub fn shown_cell(&self) -> (usize, usize) {
        self.hovered.or(self.cell).unwrap_or(self.strongest)
    }
}

/// The selection with everything it names.
pub(super) struct Seen<'a> {
    /// The whole state.
    pub state: &'a State,
    /// Photo and report.
    pub shown: &'a Shown,
    /// The selected layer.
    pub layer: &'a Layer,
    /// Its activation, ready to be drawn.
    pub subject: &'a Subject,
    /// What of it is looked at.
    pub focus: Focus,
}

impl<'a> Seen<'a> {
    /// The selection; `None` where there is nothing to show yet.
    pub fn new(state: &'a State, shown: &'a Shown, subject: &'a Subject) -> Option<Self> {
        let layer = shown.report.network.layer(&state.selection.layer)?;
        let channels = subject.map.activation.shape.channels();
        let first = subject.order.first().copied().unwrap_or(0);
        let selected = state
            .selection
            .channel
            .filter(|&channel| channel < channels);
        let side = subject.side();
        let cell = state
            .selection
            .cell
            .filter(|&(row, column)| selected.is_some() && row < side && column < side);
        let channel = selected.unwrap_or(first);
        let focus = Focus {
            channel,
            cell,
            hovered: None,
            strongest: subject.strongest(channel),
        };
        Some(Self {
            state,
            shown,
            layer,
            subject,
            focus,
        })
    }

    /// Whether the layer is a vector: bars instead of maps.
    pub fn is_vector(&self) -> bool {
        self.subject.side() == 1
    }

    /// Whether nothing may move by itself.
    pub fn is_still(&self) -> bool {
        self.state.still || self.state.settings.reduce_motion
    }

    /// Whether the values are the network's own, so that their arithmetic can be shown.
    pub fn is_traced(&self) -> bool {
        self.state.source() == Source::A
    }

    /// The class a logit stands for.
    pub fn class_of(&self, channel: usize) -> Option<&str> {
        let is_logits = matches!(self.layer.op, crate::spec::Op::Linear { relu: false });
        let labels = &self.shown.report.labels;
        is_logits.then(|| labels.get(channel).map(|label| class_text(label)))?
    }
}
