//! Which answers are right.

use egui::{Rect, Ui};

use super::AlbumScene;
use super::context::AlbumContext;
use crate::app::Command;
use crate::ui::look::Look;

/// What was worked out.
#[derive(Default)]
pub(super) struct AnswersScene {}

impl AnswersScene {
    /// Forgets what was worked out in another language.
    pub(super) fn forget_words(&mut self) {}
}

pub(super) fn headline(_shown: &AlbumContext<'_>) -> Option<[String; 2]> {
    None
}

pub(super) fn answers(
    _ui: &mut Ui,
    _rect: Rect,
    _shown: &AlbumContext<'_>,
    _scene: &mut AlbumScene,
    _look: &mut Look<'_>,
    _commands: &mut Vec<Command>,
) {
}
