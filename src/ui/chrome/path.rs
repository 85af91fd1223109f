//! The way in: network, module, layer, channel, cell; one click leads to any step of it, back or further in.

use egui::{Align, Frame, Layout, Margin, Panel, Ui};

use crate::locale::indices::{self, Numbered};
use crate::locale::layer_names::stage_text;
use crate::locale::text::{tr, tr_with};
use crate::spec::{InceptionModule, MODULES};
use crate::state::{Arrangement, Command, LayerColumn, LayerPane, State, View};
use crate::ui::kit::{Icon, focus_ring, paint_icon};
use crate::ui::style::{TextRole, Theme, size};

/// Height of the row, points.
const HEIGHT: f32 = 26.0;

/// One step of the way.
struct Step {
    words: String,
    /// What leads there.
    commands: Vec<Command>,
    /// Whether it is what is looked at now.
    is_here: bool,
}

/// Whether the way stands above the view that is on screen.
pub fn is_shown(state: &State) -> bool {
    let is_inside = matches!(state.view, View::Network | View::Module(_) | View::Layer);
    is_inside && !state.projector.is_on && !state.is_lesson()
}

/// Shows the way as far as something is selected.
pub fn path(ui: &mut Ui, state: &State, theme: &Theme, commands: &mut Vec<Command>) {
    if !is_shown(state) {
        return;
    }
    let frame = Frame::new().fill(theme.bg0).inner_margin(Margin::symmetric(size::SPACE_16 as i8, 0));
    Panel::top("path").exact_size(HEIGHT).frame(frame).show_separator_line(false).show(ui, |ui| {
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            ui.spacing_mut().item_spacing.x = size::SPACE_4;
            let steps = steps(state);
            let here = steps.iter().position(|step| step.is_here).unwrap_or(steps.len());
            for (place, step) in steps.into_iter().enumerate() {
                if place > 0 {
                    let (rect, _) = ui.allocate_exact_size(egui::vec2(12.0, HEIGHT), egui::Sense::hover());
                    paint_icon(ui.painter(), Icon::ChevronRight, rect.center(), theme.low);
                }
                if crumb(ui, &step, place > here, theme) {
                    commands.extend(step.commands);
                }
            }
        });
    });
}

/// One step as a word that can be clicked; whether it was.  The keyboard goes further in by Enter, wherever it is, and back by
/// these words.
fn crumb(ui: &mut Ui, step: &Step, is_further_in: bool, theme: &Theme) -> bool {
    let role = if step.is_here { TextRole::StatusStrong } else { TextRole::Status };
    let ink = if step.is_here { theme.hi } else { theme.mid };
    let sense = if is_further_in { egui::Sense::CLICK } else { egui::Sense::click() };
    let galley = ui.painter().layout_no_wrap(step.words.clone(), role.font(), ink);
    let (rect, response) = ui.allocate_exact_size(galley.size(), sense);
    ui.painter().galley(rect.min, galley, ink);
    response.widget_info(|| {
        let name = tr_with("path-step", &[("place", &*step.words)]);
        egui::WidgetInfo::selected(egui::Role::Link, ui.is_enabled(), step.is_here, name)
    });
    focus_ring(ui, &response, size::RADIUS_TILE, theme);
    if response.hovered() {
        let line = egui::Stroke::new(size::hairline(), theme.mid);
        ui.painter().hline(response.rect.x_range(), response.rect.bottom() - 1.0, line);
    }
    response.on_hover_cursor(egui::CursorIcon::PointingHand).clicked()
}

/// The whole network first, then as far in as something is selected.
fn steps(state: &State) -> Vec<Step> {
    let show = |view: View| vec![Command::Show(view)];
    let mut steps =
        vec![Step { words: tr("view-network"), commands: show(View::Network), is_here: state.view == View::Network }];
    let Some(layer) = state.selected_layer() else { return steps };
    let of_layer = layer.module_name().and_then(InceptionModule::find);
    let module = match state.view {
        View::Module(module) => Some(module),
        View::Network | View::Layer | View::Classifiers(_) | View::Cost(_) | View::Album(_) => of_layer,
    };
    if let Some(module) = module {
        steps.push(Step {
            words: tr_with("module-title", &[("name", MODULES[module].name)]),
            commands: show(View::Module(module)),
            is_here: state.view == View::Module(module),
        });
    }
    // What is selected elsewhere is not further in.
    if module != of_layer {
        return steps;
    }
    let is_layer = state.view == View::Layer;
    let selection = &state.selection;
    let column = |column| {
        let arrangement = Arrangement { pane: LayerPane::Activations, column, ..state.arrangement };
        vec![Command::Arrange(arrangement), Command::Show(View::Layer)]
    };
    steps.push(Step {
        words: stage_text(layer),
        commands: [column(LayerColumn::Channel), vec![Command::SelectChannel(None)]].concat(),
        is_here: is_layer && selection.channel.is_none(),
    });
    let Some(channel) = selection.channel else { return steps };
    steps.push(Step {
        words: Numbered::Channel.at(channel),
        commands: [column(LayerColumn::Channel), vec![Command::SelectCell(None)]].concat(),
        is_here: is_layer && selection.cell.is_none(),
    });
    if let Some((row, cell)) = selection.cell {
        steps.push(Step { words: indices::cell((row, cell)), commands: column(LayerColumn::Cell), is_here: is_layer });
    }
    steps
}
