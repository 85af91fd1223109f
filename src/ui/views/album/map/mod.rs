//! Photos in a plane.

use egui::{Rect, Ui};

use super::AlbumScene;
use super::context::AlbumContext;
use crate::app::Command;
use crate::ui::look::Look;

/// Pan and zoom.
#[derive(Default)]
pub(super) struct MapScene {}

pub(super) fn headline(_shown: &AlbumContext<'_>) -> Option<[String; 2]> {
    None
}

pub(super) fn map(
    _ui: &mut Ui,
    _rect: Rect,
    _shown: &AlbumContext<'_>,
    _scene: &mut AlbumScene,
    _look: &mut Look<'_>,
    _commands: &mut Vec<Command>,
) {
}
