//! A file of before, in a menu.

use std::path::Path;

use egui::{Label, RichText, Ui};

use crate::locale::text::tr_with;
use crate::ui::kit::{Button, tooltip};
use crate::ui::style::{TextRole, Theme};

/// The file's name, its folder after it where there is room, the whole path on hover; whether it was clicked.
///
/// `spoken` is the key of what a screen reader says, with the file's name in it.
pub(super) fn recent_file(ui: &mut Ui, path: &Path, spoken: &str, theme: &Theme) -> bool {
    let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy();
    let folder = path.parent().unwrap_or(Path::new("")).display().to_string();
    let row = ui.horizontal(|ui| {
        let spoken = tr_with(spoken, &[("name", &*name)]);
        let button = ui.add(Button::plain(theme, &name).named(&spoken));
        let folder = RichText::new(folder).font(TextRole::Caption.font());
        ui.add(Label::new(folder.color(theme.low)).truncate());
        button
    });
    tooltip(&row.inner, theme, |ui| {
        ui.label(RichText::new(path.display().to_string()).color(theme.hi));
    });
    row.inner.clicked()
}
