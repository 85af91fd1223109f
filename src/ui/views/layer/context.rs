//! What every part of the view draws from.

use super::layer_model::LayerModel;
use crate::locale::text::class_text;
use crate::session::{Map, RunView, Source};
use crate::spec::Layer;
use crate::state::{LayerPane, State, can_dream, can_look_for, can_rebuild};
use crate::ui::chrome::compare::{LETTERS, marks};

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

/// One of the photos that are shown.
pub(super) struct Side<'a> {
    /// Its letter, where both are shown.
    pub letter: Option<&'static str>,
    /// Photo and report.
    pub shown: &'a RunView,
    /// Its activation.
    pub map: &'a Map,
    /// By channel: whether it says next to nothing.
    pub silent: &'a [bool],
}

/// The selection with everything it names.
pub(super) struct LayerContext<'a> {
    /// The whole state.
    pub state: &'a State,
    /// Photo and report; the first's where both are shown.
    pub shown: &'a RunView,
    /// Those of the second, where both are shown.
    pub other: Option<&'a RunView>,
    /// The selected layer.
    pub layer: &'a Layer,
    /// Its activation, ready to be drawn.
    pub subject: &'a LayerModel,
    /// What of it is looked at.
    pub focus: Focus,
}

impl<'a> LayerContext<'a> {
    /// What fills the large area: a layer without weights has no kernels, and not all look for something, dream, or hold a photo.
    pub fn pane(&self) -> LayerPane {
        match self.state.arrangement.pane {
            LayerPane::Kernels if !self.layer.op.has_weights() => LayerPane::Activations,
            LayerPane::LooksFor if !can_look_for(self.layer) => LayerPane::Activations,
            LayerPane::Dream if !can_dream(self.layer) => LayerPane::Activations,
            LayerPane::Rebuild if !can_rebuild(self.layer) => LayerPane::Activations,
            pane @ (LayerPane::Activations
            | LayerPane::Kernels
            | LayerPane::LooksFor
            | LayerPane::Dream
            | LayerPane::Rebuild) => pane,
        }
    }

    /// The selection; `None` where there is nothing to show yet.
    pub fn new(state: &'a State, [shown, other]: [Option<&'a RunView>; 2], subject: &'a LayerModel) -> Option<Self> {
        let shown = shown?;
        let layer = shown.report.network.layer(&state.selection.layer)?;
        let channels = subject.map.activation.shape.channels();
        let first = subject.order.first().copied().unwrap_or(0);
        let selected = state.selection.channel.filter(|&channel| channel < channels);
        let side = subject.side();
        let cell = state.selection.cell.filter(|&(row, column)| selected.is_some() && row < side && column < side);
        let channel = selected.unwrap_or(first);
        let focus = Focus { channel, cell, hovered: None, strongest: subject.strongest(channel) };
        Some(Self { state, shown, other: other.filter(|_| subject.other.is_some()), layer, subject, focus })
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
        matches!(self.state.source(), Source::A | Source::B)
    }

    /// What is drawn of every channel: one map, or one of each photo.
    pub fn sides(&self) -> impl Iterator<Item = Side<'_>> {
        let subject = self.subject;
        let is_both = self.other.is_some();
        let first = Side {
            letter: is_both.then_some(LETTERS[0]),
            shown: self.shown,
            map: &subject.map,
            silent: &subject.silent,
        };
        let second = self.other.zip(subject.other.as_ref());
        let second = second.map(|(shown, other)| Side {
            letter: Some(LETTERS[1]),
            shown,
            map: &other.map,
            silent: &other.silent,
        });
        std::iter::once(first).chain(second)
    }

    /// Whether a person took a channel away from a map: muting is done to the first photo.
    pub fn is_muted_in(&self, map: &Map, channel: usize) -> bool {
        map.key.source == Source::A && self.subject.muted[channel]
    }

    /// The mark of the photo whose arithmetic and histogram are shown, where two are compared.
    pub fn mark(&self) -> Option<String> {
        let [a, b] = marks(self.state);
        let mark = match self.state.source() {
            Source::A => a,
            Source::B => b,
            Source::AMinusB | Source::Linear | Source::AMinusLinear => return None,
        };
        self.subject.pair.as_ref().map(|_| mark)
    }

    /// The same without what the pointer is over: for all that stays with the selected cell.
    pub fn pinned(&self) -> Self {
        let focus = Focus { hovered: None, ..self.focus };
        Self { focus, ..*self }
    }

    /// The class a logit stands for.
    pub fn class_of(&self, channel: usize) -> Option<&str> {
        let is_logits = matches!(self.layer.op, crate::spec::Op::Linear { relu: false });
        let labels = &self.shown.report.labels;
        is_logits.then(|| labels.get(channel).map(|label| class_text(label)))?
    }
}
