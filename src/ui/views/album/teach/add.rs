//! A class more: photos dropped here, a folder of the album, the open photo, or an empty one.

use egui::{Align, Align2, Layout, PopupCloseBehavior, Rect, Stroke, Ui, vec2};

use super::scene::TeachScene;
use super::{Parts, from_album};
use crate::locale::text::{tr, tr_with};
use crate::state::{Command, TeachCommand, TrayTarget};
use crate::teach::MOST_CLASSES;
use crate::ui::kit::paint::{dashes, spoken};
use crate::ui::kit::{Area, Button, Icon, menu, within, write_fitted};
use crate::ui::style::{TextRole, size};

/// Shows the card.
pub(super) fn card(ui: &mut Ui, rect: Rect, parts: Parts<'_>, scene: &mut TeachScene, commands: &mut Vec<Command>) {
    let theme = parts.theme;
    let mut shapes = Vec::new();
    dashes(rect.shrink(1.0), Stroke::new(size::stroke_focus(), theme.line2), 7.0, 5.0, &mut shapes);
    ui.painter().extend(shapes);
    let mut inner = rect.shrink(14.0);
    let buttons = inner.take_bottom(2.0 * (size::CONTROL_HEIGHT + size::SPACE_8));
    let hint = tr_with("teach-add-class-hint", &[("most", MOST_CLASSES as f64)]);
    let above = inner.without_bottom(size::SPACE_8);
    let place = write_fitted(ui.painter(), above, Align2::CENTER_CENTER, &hint, TextRole::Caption, theme.low);
    spoken(ui, place, egui::Role::Label, &hint);
    within(ui, buttons, |ui| {
        ui.with_layout(Layout::top_down(Align::Center), |ui| {
            ui.spacing_mut().item_spacing.y = size::SPACE_8;
            let width = inner.width().min(230.0);
            let words = tr("teach-from-album");
            let name = tr("teach-from-album-name");
            let button = ui.add(Button::plain(theme, &words).named(&name).opens_menu().width(width));
            let outside = PopupCloseBehavior::CloseOnClickOutside;
            menu(&button).close_behavior(outside).show(|ui| from_album::list(ui, parts, scene, commands));
            let words = tr("teach-add-class");
            let button = ui.add(Button::plain(theme, &words).with_icon(Icon::Plus).opens_menu().width(width));
            menu(&button).layout(Layout::top_down(Align::Min)).show(|ui| {
                ui.set_width(240.0);
                ui.spacing_mut().item_spacing = vec2(size::SPACE_8, size::SPACE_8);
                let has_photo = parts.state.shown().is_some();
                if ui.add_enabled(has_photo, Button::plain(theme, &tr("teach-add-class-open"))).clicked() {
                    commands.push(Command::Teach(TeachCommand::AddOpen(TrayTarget::New)));
                    ui.close();
                }
                if ui.add(Button::plain(theme, &tr("teach-add-class-empty"))).clicked() {
                    commands.push(Command::Teach(TeachCommand::AddTray));
                    ui.close();
                }
            });
        });
    });
}
