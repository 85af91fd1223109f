//! Why the auxiliary heads exist: how strongly each part of the network is told to change.

use egui::{RichText, ScrollArea, Ui};

use crate::analysis::Initialisation;
use crate::app::{Command, State};
use crate::ui::look::Look;
use crate::ui::text::{tr, tr_with};
use crate::ui::theme::TextRole;
use crate::ui::widgets::Button;

/// What is hovered.
#[derive(Default)]
pub struct GradientsScene {}

/// Draws the tab: norms of the loss's gradient, a row an activation, two columns a kind of weights.
pub fn gradients(
    ui: &mut Ui,
    state: &State,
    _scene: &mut GradientsScene,
    look: &mut Look<'_>,
    commands: &mut Vec<Command>,
) {
    let gradients = &state.gradients;
    let say = |ui: &mut Ui, text: String, color| {
        let font = TextRole::Caption.font();
        ui.label(RichText::new(text).font(font).color(color));
    };
    ui.horizontal(|ui| {
        let done = gradients.curves.len() as f64;
        let status = tr_with(
            "gradients-status",
            &[("done", done), ("seed", gradients.seed as f64)],
        );
        say(ui, status, look.theme.mid);
        if gradients.is_running {
            if ui
                .add(Button::plain(look.theme, &tr("gradients-cancel")))
                .clicked()
            {
                commands.push(Command::CancelGradients);
            }
        } else if ui
            .add(Button::plain(look.theme, &tr("gradients-again")))
            .clicked()
        {
            commands.push(Command::ComputeGradients(gradients.seed + 1));
        }
    });
    ScrollArea::both().show(ui, |ui| {
        egui::Grid::new("gradients").striped(true).show(ui, |ui| {
            say(ui, tr("gradients-norm"), look.theme.low);
            for curve in &gradients.curves {
                let name = match curve.initialisation {
                    Initialisation::Loaded => tr("gradients-loaded"),
                    Initialisation::Fresh => tr("gradients-fresh"),
                    Initialisation::FreshBatchNorm => tr("gradients-fresh-norm"),
                };
                say(
                    ui,
                    format!("{name}: {}", tr("gradients-main")),
                    look.theme.hi,
                );
                say(ui, tr("gradients-total"), look.theme.hi);
            }
            ui.end_row();
            let names = gradients.curves.first().map(|curve| &curve.points);
            for (row, (name, ..)) in names.into_iter().flatten().enumerate() {
                say(ui, name.clone(), look.theme.mid);
                for (_, main, total) in gradients.curves.iter().filter_map(|c| c.points.get(row)) {
                    say(ui, format!("{main:.2e}"), look.theme.mid);
                    say(ui, format!("{total:.2e}"), look.theme.mid);
                }
                ui.end_row();
            }
        });
    });
}
