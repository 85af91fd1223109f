//! What a person moved among answers.

use super::model::Model;

/// What was worked out, and which bin is pointed at.
#[derive(Default)]
pub(in crate::ui::views::album) struct AnswersScene {
    pub(super) model: Option<Model>,
    /// The bin under the pointer in the last frame.
    pub(super) bin: Option<usize>,
}

impl AnswersScene {
    /// Forgets what was worked out in another language.
    pub(in crate::ui::views::album) fn forget_words(&mut self) {
        self.model = None;
    }
}
