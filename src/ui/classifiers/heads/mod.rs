//! stub
use super::subject::Board;
use egui::{Rect, Ui};
pub(super) fn heads(_ui: &mut Ui, _content: Rect, _board: &mut Board<'_, '_>) {}
