//! No album yet, or none that can be shown: an invitation, or what happened.

use egui::{Align, Align2, Layout, Rect, Stroke, StrokeKind, Ui, UiBuilder, Vec2, vec2};

use crate::locale::errors::error_text;
use crate::locale::text::tr;
use crate::state::{AlbumCommand, AlbumRun, Command, State};
use crate::ui::kit::paint::paragraph;
use crate::ui::kit::{Area, Button, from_left, why_disabled, width_of};
use crate::ui::style::{TextRole, Theme, size};

/// Size of the drop zone, points.
const ZONE: Vec2 = vec2(720.0, 240.0);

/// Shows the drop zone.
pub(super) fn empty(ui: &mut Ui, rect: Rect, state: &State, theme: &Theme, commands: &mut Vec<Command>) {
    let zone = rect.translate(vec2(0.0, -60.0)).place(Align2::CENTER_CENTER, ZONE.min(rect.size()));
    let border = Stroke::new(size::stroke_focus(), theme.line2);
    ui.painter().rect(zone, size::RADIUS_LESSON, theme.bg1, border, StrokeKind::Inside);
    let (title, body) = match &state.album.run {
        AlbumRun::Listing | AlbumRun::Running(_) => (tr("album-listing"), tr("album-listing-body")),
        AlbumRun::Failed(error) => (tr("album-failed"), error_text(error)),
        AlbumRun::Closed | AlbumRun::Paused(_) | AlbumRun::Complete(_) if !state.abilities.has_folders => {
            (tr("album-empty"), tr("album-folders-not-here"))
        }
        AlbumRun::Closed | AlbumRun::Paused(_) | AlbumRun::Complete(_) => (tr("album-empty"), tr("album-empty-body")),
    };
    let inner = zone.shrink(size::SPACE_24);
    let buttons = 2.0 * size::CONTROL_HEIGHT;
    ui.scope_builder(UiBuilder::new().max_rect(inner).layout(Layout::top_down(Align::Center)), |ui| {
        ui.add_space(size::SPACE_16);
        let title = egui::RichText::new(title).font(TextRole::ViewTitle.font()).color(theme.hi);
        ui.add(egui::Label::new(title).wrap());
        ui.add_space(size::SPACE_8);
        paragraph(ui, &body, TextRole::Body, theme.mid);
    });
    let names = [tr("album-built-in"), tr("album-open-folder")];
    let row = inner.bottom_part(buttons);
    from_left(ui, row, |ui| {
        let widths = names.each_ref().map(|name| width_of(ui.painter(), name, TextRole::Button.font()) + 30.0);
        let total: f32 = widths.iter().sum::<f32>() + size::SPACE_12;
        ui.add_space(((row.width() - total) / 2.0).max(0.0));
        ui.spacing_mut().item_spacing.x = size::SPACE_12;
        let say = tr("album-empty-built-in");
        if ui.add(Button::primary(theme, &names[0]).named(&say)).clicked() {
            commands.push(Command::Album(AlbumCommand::OpenBuiltIn));
        }
        folder_button(ui, state, &names[1], &tr("album-empty-folder"), theme, commands);
    });
}

/// Opens a folder; where there are none it rests and says why.
pub(super) fn folder_button(
    ui: &mut Ui,
    state: &State,
    label: &str,
    name: &str,
    theme: &Theme,
    commands: &mut Vec<Command>,
) {
    let button = ui.add_enabled(state.abilities.has_folders, Button::plain(theme, label).named(name));
    why_disabled(&button, theme, &tr("album-folders-not-here"));
    if button.clicked() {
        commands.push(Command::Album(AlbumCommand::ChooseFolder));
    }
}
