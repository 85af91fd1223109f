//! The panel in which the photo is changed live, docked at the left of every view.
//!
//! | file | its job |
//! |---|---|
//! | `scene` | tool, brush, tab: what no other view needs to know |
//! | `keys` | the keyboard |
//! | `canvas` | the photo as the network sees it, large: painted on, moved, zoomed |
//! | `top_predictions` | the first three predictions, against those before the edits, and how fast the network follows |
//! | `tools` | brush, sliders, switches, back to the original |
//! | `rows` | a slider, a switch, a line of text |
//! | `occlusion` | the occlusion map and the class evidence beside it |
//! | `map` | the occlusion map itself |

mod canvas;
mod keys;
mod map;
mod occlusion;
mod rows;
mod scene;
mod tools;
mod top_predictions;

use egui::{Align, Layout, Margin, Rect, ScrollArea, Ui, vec2};

use crate::locale::text::tr;
use crate::state::{Command, State};
use crate::ui::kit::{Area, Button, Icon, Segmented, within};
use crate::ui::look::Look;
use crate::ui::style::{Theme, caption_room, size};
use scene::Tab;

pub use keys::keys;
pub use scene::EditScene;

/// The picture takes no more than this share of the panel's height, and no less than so many points.
const PICTURE: (f32, f32) = (0.36, 180.0);

/// Height of the bar of an occlusion map's colours, with its words and a gap, points.
const OCCLUSION_BAR: f32 = 70.0;

/// Shows the panel.
pub fn panel(ui: &mut Ui, state: &State, scene: &mut EditScene, look: &mut Look<'_>, commands: &mut Vec<Command>) {
    let height = ui.available_height();
    ScrollArea::vertical().id_salt("editor").auto_shrink(false).show(ui, |ui| {
        let frame = egui::Frame::new().inner_margin(Margin::same(size::SPACE_16 as i8));
        frame.show(ui, |ui| {
            ui.spacing_mut().item_spacing = vec2(size::SPACE_8, size::SPACE_8);
            heading(ui, state, scene, look.theme, commands);
            let side = ui.available_width().min((height * PICTURE.0).max(PICTURE.1));
            match scene.tab {
                Tab::Edit => {
                    canvas::canvas(ui, side, state, scene, look, commands);
                    top_predictions::top_predictions(ui, state, look.theme);
                    tools::tools(ui, state, scene, look.theme, commands);
                }
                Tab::Occlusion => {
                    occlusion::occlusion(ui, side, state, scene, look, commands);
                }
            }
        });
    });
}

/// The same over all of the canvas before a class: the photo, and beside it what is believed of it and the tools.
pub fn wide(ui: &mut Ui, state: &State, scene: &mut EditScene, look: &mut Look<'_>, commands: &mut Vec<Command>) {
    let room = ui.available_rect_before_wrap();
    let side = (room.width() * 0.5).min(room.height() - size::SPACE_36);
    let halves = |side: f32| [room.left_part(side), room.without_left(side + size::SPACE_24)];
    let column = |ui: &mut Ui, rect: Rect, add: &mut dyn FnMut(&mut Ui)| {
        within(ui, rect, |ui| {
            ScrollArea::vertical().id_salt(rect.left() as i32).auto_shrink(false).show(ui, |ui| {
                ui.spacing_mut().item_spacing = vec2(size::SPACE_8, size::SPACE_8);
                add(ui);
            });
        });
    };
    match scene.tab {
        Tab::Edit => {
            let [left, right] = halves(side);
            column(ui, left, &mut |ui| {
                canvas::canvas(ui, side, state, scene, look, commands);
            });
            column(ui, right, &mut |ui| {
                heading(ui, state, scene, look.theme, commands);
                top_predictions::top_predictions(ui, state, look.theme);
                tools::tools(ui, state, scene, look.theme, commands);
            });
        }
        Tab::Occlusion => {
            // Below the map lies the bar of its colours.
            let side = side.min(room.height() - caption_room(OCCLUSION_BAR));
            let [left, right] = halves(side);
            column(ui, left, &mut |ui| {
                occlusion::picture(ui, side, state, scene, look, commands);
            });
            column(ui, right, &mut |ui| {
                heading(ui, state, scene, look.theme, commands);
                occlusion::beside_map(ui, state, scene, look, commands);
            });
        }
    }
}

/// What the panel shows, undo and redo.
fn heading(ui: &mut Ui, state: &State, scene: &mut EditScene, theme: &Theme, commands: &mut Vec<Command>) {
    let row = vec2(ui.available_width(), size::CONTROL_HEIGHT);
    ui.allocate_ui_with_layout(row, Layout::left_to_right(Align::Center), |ui| {
        let (edit, occlusion) = (tr("edit-tab-edit"), tr("edit-tab-occlusion"));
        let choices = [(Tab::Edit, &*edit), (Tab::Occlusion, &*occlusion)];
        let name = tr("edit-tabs");
        let control = Segmented::new(&name, &choices, scene.tab).padding(size::SPACE_12);
        if let Some(tab) = control.show(ui, theme).inner {
            scene.tab = tab;
        }
        let editing = &state.editing;
        let buttons = [
            (Icon::Redo, tr("edit-redo"), editing.can_redo(), Command::Redo),
            (Icon::Undo, tr("edit-undo"), editing.can_undo(), Command::Undo),
        ];
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            for (icon, name, is_enabled, command) in buttons {
                let button = Button::icon(theme, icon, &name);
                if ui.add_enabled(is_enabled, button).clicked() {
                    commands.push(command);
                }
            }
        });
    });
}
