//! The bar at the bottom: what the machine did, and what a person could do next.

use egui::{Align, Layout, RichText, Ui, vec2};

use crate::locale::format::{compact, megabytes, megabytes_of, milliseconds};
use crate::locale::glossary::Term;
use crate::locale::layer_names::stage_text;
use crate::locale::photo_names::photo_text;
use crate::locale::text::{tr, tr_with};
use crate::session::{NetworkState, PhotoProgress};
use crate::state::{Command, State};
use crate::ui::chrome::menus::progress_text;
use crate::ui::chrome::off;
use crate::ui::chrome::shell::separator;
use crate::ui::kit::term;
use crate::ui::style::{TextRole, Theme, size};
use crate::ui::views::panel_on_screen;

/// Shows the status bar.
pub fn status_bar(ui: &mut Ui, state: &State, theme: &Theme, commands: &mut Vec<Command>) {
    ui.spacing_mut().item_spacing.x = size::SPACE_12;
    ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
        ui.add_space(size::RAIL_WIDTH + size::SPACE_4);
        off::chips_below(ui, state, theme, commands);
        let (color, text) = activity(state, theme);
        let (dot, _) = ui.allocate_exact_size(vec2(8.0, 8.0), egui::Sense::hover());
        ui.painter().circle_filled(dot.center(), 4.0, color);
        let font = TextRole::StatusStrong.font();
        ui.label(RichText::new(text).font(font).color(theme.hi));
        let mut last = None;
        for fact in facts(state) {
            separator(ui, theme.line2, 12.0);
            last = Some(ui.label(RichText::new(fact).font(TextRole::Status.font()).color(theme.low)).rect);
        }
        if let Some(macs) = last {
            term(ui, macs, Term::Mac, theme);
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.add_space(size::SPACE_16);
            let hint = match state.tour {
                Some(_) => tr("hint-lesson"),
                None => tr(panel_on_screen(state).hint),
            };
            // A hint that does not fit is left out rather than cut off.
            let font = TextRole::Status.font();
            let hint = ui.painter().layout_no_wrap(hint, font, theme.low);
            if hint.size().x <= ui.available_width() {
                ui.label(hint);
            }
        });
    });
}

fn activity(state: &State, theme: &Theme) -> (egui::Color32, String) {
    if let NetworkState::Loading { name, size_bytes, .. } = &state.session.network {
        return (theme.low, reading(name, *size_bytes));
    }
    if let Some((file, download)) = state.downloads.running_file() {
        let progress = megabytes_of(download.done_bytes, download.total_bytes);
        let values = [("name", file.title), ("progress", &*progress)];
        return (theme.low, tr_with("status-downloading", &values));
    }
    if let Some(progress) = progress_text(state) {
        return (theme.low, progress);
    }
    match state.session.first.progress() {
        PhotoProgress::Idle => (theme.low, tr("status-idle")),
        PhotoProgress::Running { done, .. } => {
            let layers = state.loaded().map(|loaded| &loaded.network.layers);
            match layers.and_then(|layers| layers.get(*done)) {
                Some(layer) if *done > 0 => {
                    let step = layer.module_name().map_or_else(|| stage_text(layer), str::to_owned);
                    (theme.low, tr_with("status-running", &[("step", &*step)]))
                }
                _ => {
                    let name = photo_text(state.session.first.name());
                    (theme.low, tr_with("status-loading", &[("name", &*name)]))
                }
            }
        }
        PhotoProgress::Done => {
            let time = state.report().map_or(0.0, |report| report.forward_ms);
            let time = milliseconds(time);
            (theme.ok, tr_with("status-forward", &[("time", &*time)]))
        }
        PhotoProgress::Failed(_) => (theme.err, tr("status-failed")),
    }
}

/// "Reading net.safetensors · 53.5 MB…"
fn reading(name: &str, size_bytes: Option<u64>) -> String {
    let name = match size_bytes {
        Some(bytes) => format!("{name} · {}", megabytes(bytes)),
        None => name.to_owned(),
    };
    tr_with("status-loading", &[("name", &*name)])
}

fn facts(state: &State) -> Vec<String> {
    let Some(loaded) = state.loaded() else {
        return Vec::new();
    };
    let totals = loaded.network.totals();
    let threads = state.threads as f64;
    let params = compact(totals.params as f64);
    let macs = compact(totals.macs as f64);
    vec![
        tr_with("status-threads", &[("count", threads)]),
        "f32".to_owned(),
        "224 × 224 × 3".to_owned(),
        tr_with("status-params", &[("count", &*params)]),
        tr_with("status-macs", &[("count", &*macs)]),
    ]
}
