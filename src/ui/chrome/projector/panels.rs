//! The line that says which panel of the view is shown.

use egui::{Align, Layout, RichText, Sense, Ui, WidgetInfo, vec2};

use crate::locale::text::tr;
use crate::state::{Command, State};
use crate::ui::kit;
use crate::ui::style::{TextRole, Theme, size};

/// A dot for each panel and the name of the one that is shown.
pub fn footer(ui: &mut Ui, state: &State, names: &[&str], theme: &Theme, commands: &mut Vec<Command>) {
    let Some(shown) = state.panel(names.len()) else {
        return;
    };
    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
        ui.add_space(size::SPACE_16);
        ui.spacing_mut().item_spacing.x = 0.0;
        for (panel, name) in names.iter().enumerate().rev() {
            dot(ui, theme, &tr(name), panel == shown, || {
                commands.push(Command::ShowPanel(panel));
            });
        }
        ui.add_space(size::SPACE_8);
        let font = TextRole::Caption.font();
        let name = RichText::new(tr(names[shown])).font(font);
        ui.label(name.color(theme.mid));
    });
}

fn dot(ui: &mut Ui, theme: &Theme, name: &str, is_shown: bool, choose: impl FnOnce()) {
    let (rect, response) = ui.allocate_exact_size(vec2(24.0, ui.available_height()), Sense::click());
    response.widget_info(|| WidgetInfo::selected(egui::Role::Button, ui.is_enabled(), is_shown, name));
    let color = match is_shown || response.hovered() {
        true => theme.hi,
        false => theme.line2,
    };
    ui.painter().circle_filled(rect.center(), 6.0, color);
    kit::focus_ring(ui, &response, 6.0, theme);
    if response.clicked() {
        choose();
    }
}
