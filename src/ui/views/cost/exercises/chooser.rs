//! Presets, random modules, modules of one's own.

use egui::{Align, Layout, RichText, Ui, vec2};

use super::scene::{Choice, ExercisesScene, NUMBERS};
use super::table::part_name;
use super::verdict;
use crate::export::exercises::Module;
use crate::locale::text::{tr, tr_with};
use crate::spec::Part;
use crate::ui::kit::{Button, Field, Segmented};
use crate::ui::style::{TextRole, Theme, is_projected, size};

/// Chooses the task; a random one is drawn anew beside it.  Before a class the buttons of the table stand there too.
pub(super) fn chooser(ui: &mut Ui, theme: &Theme, scene: &mut ExercisesScene) {
    let names = ["exercise-preset-reduction", "exercise-preset-course", "exercise-random", "exercise-own"].map(tr);
    let choices = [
        (Choice::Reduction, &*names[0]),
        (Choice::Course, &*names[1]),
        (Choice::Random, &*names[2]),
        (Choice::Own, &*names[3]),
    ];
    let row = vec2(ui.available_width(), size::CONTROL_HEIGHT);
    ui.allocate_ui_with_layout(row, Layout::left_to_right(Align::Center), |ui| {
        let name = tr("exercise-choice");
        let control = Segmented::new(&name, &choices, scene.choice).padding(size::SPACE_12);
        if let Some(choice) = control.show(ui, theme).inner {
            scene.choose(choice);
        }
        if scene.choice == Choice::Random && ui.add(Button::plain(theme, &tr("exercise-another"))).clicked() {
            scene.another();
        }
        if is_projected() {
            verdict::buttons(ui, theme, scene);
        }
    });
}

/// Names of the numbers that describe a module.
fn names() -> [String; NUMBERS] {
    let part = part_name;
    [
        tr("exercise-own-channels"),
        tr("exercise-own-side"),
        part(Part::Conv1x1),
        part(Part::Conv3x3Reduce),
        part(Part::Conv3x3),
        part(Part::Conv5x5Reduce),
        part(Part::Conv5x5),
        part(Part::PoolProjection),
    ]
}

/// The own module's numbers, and what is wrong with one.
pub(super) fn fields(ui: &mut Ui, theme: &Theme, scene: &mut ExercisesScene) {
    let names = names();
    let width = ui.available_width() / NUMBERS as f32 - size::SPACE_8;
    let mut wrong = None;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = size::SPACE_8;
        for (index, name) in names.iter().enumerate() {
            let is_good = scene.own_number(index).is_some();
            ui.vertical(|ui| {
                ui.set_width(width);
                ui.spacing_mut().item_spacing.y = 2.0;
                let caption = RichText::new(name).font(TextRole::Tick.font()).color(theme.low);
                ui.add(egui::Label::new(caption).truncate());
                let spoken = tr_with("exercise-own-field", &[("name", name.as_str())]);
                let ink = if is_good { theme.hi } else { theme.err };
                if Field::new(theme, &spoken, &mut scene.own[index]).ink(ink).show(ui, width).changed() {
                    scene.follow_own();
                }
            });
            if scene.own_number(index).is_none() {
                wrong = wrong.or(Some(index));
            }
        }
    });
    if let Some(index) = wrong {
        let values = [("name", names[index].clone()), ("most", Module::MOST[index].to_string())];
        let words = RichText::new(tr_with("exercise-own-wrong", &values));
        ui.label(words.font(TextRole::Caption.font()).color(theme.err));
    }
}
