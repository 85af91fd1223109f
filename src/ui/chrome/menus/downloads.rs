//! Public weights: what they are, and a button that fetches them.

use egui::{Align, Layout, RichText, Sense, Ui, WidgetInfo, vec2};

use super::{caption, heading};
use crate::locale::format::{megabytes, megabytes_of};
use crate::locale::text::{tr, tr_with};
use crate::state::{Command, Download, Downloads, Offer};
use crate::ui::kit::{Area, Button, width_of};
use crate::ui::style::{TextRole, Theme, size};

/// Height of the bar, points.
const BAR: f32 = 8.0;
/// Height of the line with the bar, points.
const LINE: f32 = 18.0;
/// Height of a row with its two lines, points.
const ROW: f32 = 44.0;

/// One row for each.
pub fn offers(ui: &mut Ui, downloads: &Downloads, theme: &Theme, commands: &mut Vec<Command>) {
    for (index, offer) in downloads.offers.iter().enumerate() {
        let running = downloads.running.as_ref().filter(|running| running.offer == index);
        let is_free = downloads.running.is_none();
        let width = ui.available_width();
        ui.allocate_ui_with_layout(vec2(width, ROW), Layout::right_to_left(Align::Center), |ui| {
            button(ui, index, offer, running.is_some(), is_free, theme, commands);
            ui.add_space(size::SPACE_12);
            let left = vec2(ui.available_width(), ROW);
            let top_down = Layout::top_down(Align::Min).with_main_align(Align::Center);
            ui.allocate_ui_with_layout(left, top_down, |ui| {
                ui.spacing_mut().item_spacing.y = size::SPACE_4;
                about(ui, offer, running, theme);
            });
        });
    }
}

/// Download, open, or cancel.
fn button(
    ui: &mut Ui,
    index: usize,
    offer: &Offer,
    is_running: bool,
    is_free: bool,
    theme: &Theme,
    commands: &mut Vec<Command>,
) {
    let title = [("title", offer.file.title)];
    let (label, spoken, command) = match (is_running, offer.is_here) {
        (true, _) => (tr("download-cancel"), tr_with("download-cancel-name", &title), Command::CancelDownload),
        (false, true) => (tr("download-open"), tr_with("download-open-name", &title), Command::FetchWeights(index)),
        (false, false) => (tr("download"), tr_with("download-name", &title), Command::FetchWeights(index)),
    };
    let button = Button::plain(theme, &label).named(&spoken);
    if ui.add_enabled(is_running || is_free, button).clicked() {
        commands.push(command);
        if !is_running && offer.is_here {
            ui.close();
        }
    }
}

fn about(ui: &mut Ui, offer: &Offer, running: Option<&Download>, theme: &Theme) {
    let file = &offer.file;
    heading(ui, theme, file.title);
    match running {
        None => {
            let size = megabytes(file.size.bytes());
            let words = [&*size, file.format.word(), file.license];
            caption(ui, theme, &words.join(" · "));
        }
        Some(download) => bar(ui, download, theme),
    }
}

/// The bar, and "12.3 of 53.5 MB" after it.
fn bar(ui: &mut Ui, download: &Download, theme: &Theme) {
    let text = megabytes_of(download.done_bytes, download.total_bytes);
    // As high as the caption in its place, so that nothing moves.
    ui.spacing_mut().interact_size.y = LINE;
    ui.horizontal(|ui| {
        let words = width_of(ui.painter(), &text, TextRole::Caption.font());
        let width = ui.available_width() - words.max(110.0) - size::SPACE_12;
        let (rect, response) = ui.allocate_exact_size(vec2(width, LINE), Sense::hover());
        response.widget_info(|| {
            let name = tr_with("download-progress", &[("progress", &*text)]);
            WidgetInfo::labeled(egui::Role::ProgressIndicator, true, name)
        });
        let track = rect.middle_row(BAR);
        ui.painter().rect_filled(track, size::RADIUS_BAR, theme.bg3);
        ui.painter().rect_filled(track.share(download.share()), size::RADIUS_BAR, theme.hi);
        ui.label(RichText::new(&text).font(TextRole::Caption.font()).color(theme.mid));
    });
}
