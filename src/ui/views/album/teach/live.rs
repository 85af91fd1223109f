//! The open photo with the exact evidence for the new answer, all classes, the sum behind the logit, and what the old head says.

use egui::{Align, Align2, Color32, Layout, Rect, TextureHandle, TextureOptions, Ui, UiBuilder, vec2};

use super::Parts;
use crate::imaging::Range;
use crate::locale::format::{percent, signed};
use crate::locale::photo_names::photo_text;
use crate::locale::text::{class_text, tr, tr_with};
use crate::state::{Command, TeachCommand};
use crate::teach::Said;
use crate::ui::kit::paint::{card_ground, paragraph, rounded_picture, spoken};
use crate::ui::kit::{Area, Button, ColorBar, Row, left_of, plain_share_bar, tooltip, within, write, write_fitted};
use crate::ui::look::{Look, colormap_of, photo_image};
use crate::ui::style::{Hue, TextRole, caption_room, size};
use crate::ui::views::classifiers::{color_function, evidence_numbers, overlay_image};

/// How dark the photo is below its map.
const SCRIM: f32 = 0.30;
/// Width of both buttons, points.
const BUTTONS: f32 = 312.0;
/// Height of a class's row, at most, points.
const ROW: f32 = 30.0;

/// Shows the card.
pub(super) fn card(ui: &mut Ui, rect: Rect, parts: Parts<'_>, look: &mut Look<'_>, commands: &mut Vec<Command>) {
    let theme = parts.theme;
    card_ground(ui.painter(), rect, theme);
    let mut inner = rect.shrink2(vec2(size::CARD_PADDING, 14.0));
    let title = inner.take_top(caption_room(24.0));
    inner.take_top(size::SPACE_8);
    let painter = ui.painter();
    let (name, photo) = (tr("teach-live"), caption(parts));
    let right = title.right_part(title.width() * 0.6);
    let right = write_fitted(painter, right, Align2::RIGHT_CENTER, &photo, TextRole::Caption, theme.low);
    let left = left_of(title, right, 8.0);
    write_fitted(painter, left, Align2::LEFT_CENTER, &name, TextRole::CardTitle, theme.hi);
    spoken(ui, title, egui::Role::Heading, &format!("{name}. {photo}"));
    match parts.state.taught_answer() {
        Some(said) => answered(ui, inner, parts, said, look, commands),
        None => waiting(ui, inner, parts),
    }
}

/// "schooner.jpg · in no tray".
fn caption(parts: Parts<'_>) -> String {
    let Some(shown) = parts.state.shown() else { return String::new() };
    let photo = photo_text(&shown.photo.name);
    let teach = parts.teach();
    let found = teach.open.as_ref().filter(|open| open.photo == shown.photo.id).and_then(|open| open.tray);
    match found.and_then(|tray| teach.trays.get(tray)) {
        Some(tray) => tr_with("teach-live-in", &[("photo", photo), ("name", tray.name.clone())]),
        None => tr_with("teach-live-in-none", &[("photo", photo)]),
    }
}

/// Why nothing is said yet, and what to do.
fn waiting(ui: &mut Ui, rect: Rect, parts: Parts<'_>) {
    let theme = parts.theme;
    let teach = parts.teach();
    let has_enough = teach.trays.taught().count() >= crate::teach::LEAST_CLASSES;
    let (first, second) = match (has_enough, &teach.failed, &teach.taught) {
        (false, ..) => (tr("teach-start"), tr("teach-start-body")),
        (true, Some(error), _) => (crate::locale::errors::error_text(error), String::new()),
        (true, None, None) => (tr("teach-waiting"), String::new()),
        (true, None, Some(_)) if parts.state.shown().is_none() => (tr("teach-live-none"), String::new()),
        (true, None, Some(_)) => (tr("teach-live-other-weights"), String::new()),
    };
    within(ui, rect.shrink2(vec2(0.0, size::SPACE_16)), |ui| {
        paragraph(ui, &first, TextRole::RowNumber, theme.hi);
        ui.add_space(size::SPACE_8);
        paragraph(ui, &second, TextRole::Body, theme.mid);
    });
}

fn answered(ui: &mut Ui, rect: Rect, parts: Parts<'_>, said: &Said, look: &mut Look<'_>, commands: &mut Vec<Command>) {
    let bar = caption_room(20.0) + 44.0;
    let side = (rect.height() - bar).min(rect.width() * 0.46).max(80.0);
    let mut right = rect;
    let mut left = right.take_left(side);
    right.take_left(size::SPACE_24);
    evidence(ui, left.take_top(side), parts, said, look);
    scale(ui, left.without_top(6.0), parts, said);
    // Beside each other where they have room.
    let is_roomy = right.width() >= caption_room(BUTTONS);
    let rows = if is_roomy { 1.0 } else { 2.0 };
    let row = right.take_bottom(rows * size::CONTROL_HEIGHT + (rows - 1.0) * size::SPACE_8);
    numbers(ui, right.without_bottom(size::SPACE_12), parts, said);
    let layout = if is_roomy { Layout::left_to_right(Align::Center) } else { Layout::top_down(Align::Min) };
    ui.scope_builder(UiBuilder::new().max_rect(row).layout(layout), |ui| {
        ui.spacing_mut().item_spacing = vec2(size::SPACE_8, size::SPACE_8);
        let has_current = parts.teach().current().is_some();
        if ui.add_enabled(has_current, Button::primary(look.theme, &tr("teach-save"))).clicked() {
            commands.push(Command::Teach(TeachCommand::Save));
        }
        let button = ui.add_enabled(has_current, Button::plain(look.theme, &tr("teach-use")));
        tooltip(&button, look.theme, |ui| {
            ui.label(egui::RichText::new(tr("teach-use-hint")).color(look.theme.hi));
        });
        if button.clicked() {
            commands.push(Command::Teach(TeachCommand::Use));
        }
    });
}

/// The photo in grey, the evidence over it, a number a cell.
fn evidence(ui: &Ui, rect: Rect, parts: Parts<'_>, said: &Said, look: &mut Look<'_>) {
    let Some(shown) = parts.state.shown() else { return };
    let shares = said.evidence.shares();
    let range = Range::symmetric(&shares);
    let revision = parts.teach().taught.as_ref().map_or(0, |taught| taught.revision);
    let photo = look.textures.get(ui.ctx(), ("teach grey", shown.photo.id), TextureOptions::LINEAR, || {
        let grey = image::imageops::grayscale(&shown.photo.prepared.pixels);
        egui::ColorImage::from_gray([grey.width() as usize, grey.height() as usize], grey.as_raw())
    });
    let colormap = colormap_of(parts.state, true);
    let key = ("teach evidence", said.report, revision, parts.theme.dark);
    let map = look
        .textures
        .get(ui.ctx(), key, TextureOptions::NEAREST, || overlay_image(&shares, said.evidence.side, range, colormap));
    over(ui, rect, &photo, &map, parts);
    let cells: Vec<f64> = shares.iter().map(|&share| f64::from(share)).collect();
    if said.evidence.side <= 7 {
        evidence_numbers(ui, rect, said.evidence.side, &cells, true);
    }
    let name = parts.class(said.evidence.class);
    let values = [("name", name), ("photo", photo_text(&shown.photo.name)), ("cells", cells.len().to_string())];
    spoken(ui, rect, egui::Role::Image, &tr_with("teach-live-picture", &values));
}

/// A photo, darker, with a map over it.
pub(super) fn over(ui: &Ui, rect: Rect, photo: &TextureHandle, map: &TextureHandle, parts: Parts<'_>) {
    let painter = ui.painter();
    rounded_picture(painter, photo.id(), rect, Color32::WHITE);
    painter.rect_filled(rect, size::RADIUS_TILE, parts.theme.scrim.gamma_multiply(SCRIM));
    rounded_picture(painter, map.id(), rect, Color32::WHITE.gamma_multiply(0.85));
    let border = egui::Stroke::new(size::hairline(), parts.theme.line2);
    painter.rect_stroke(rect, size::RADIUS_TILE, border, egui::StrokeKind::Outside);
}

fn scale(ui: &mut Ui, rect: Rect, parts: Parts<'_>, said: &Said) {
    let range = Range::symmetric(&said.evidence.shares());
    let colormap = colormap_of(parts.state, true);
    within(ui, rect, |ui| {
        let label = tr("teach-live-scale");
        let color = color_function(colormap);
        ColorBar::new(&label, [range.min(), range.max()], &color).ticks(3).width(rect.width()).show(ui, parts.theme);
    });
}

/// The answer in large type, all classes, the sum, the old answer.
fn numbers(ui: &Ui, rect: Rect, parts: Parts<'_>, said: &Said) {
    let theme = parts.theme;
    let mut rest = rect;
    let head = rest.take_top(caption_room(40.0));
    let best = said.evidence.class;
    let (name, share) = (parts.class(best), percent(said.probabilities[best].into()));
    Row::new(&name, TextRole::BigNumber, theme.hi)
        .number(&share, TextRole::BigNumber, theme.hi)
        .paint(ui.painter(), head);
    spoken(ui, head, egui::Role::Label, &tr_with("teach-live-answer", &[("name", name), ("share", share)]));

    let sum = caption_room(52.0);
    let old = caption_room(48.0);
    // What the old head says gives way first where it is low.
    let three = caption_room(19.0) * said.order.len().min(3) as f32;
    let has_old = rest.height() >= three + sum + old + 20.0;
    let old = has_old.then(|| rest.take_bottom(old + 8.0).without_top(8.0));
    let sum = rest.take_bottom(sum);
    classes(ui, rest.without_top(4.0).without_bottom(8.0), parts, said);
    sum_strip(ui, sum, parts, said);
    if let Some(old) = old {
        old_answer(ui, old, parts);
    }
}

/// The most probable classes, as many as have room.
fn classes(ui: &Ui, rect: Rect, parts: Parts<'_>, said: &Said) {
    let theme = parts.theme;
    let painter = ui.painter();
    let least = caption_room(19.0);
    let count = said.order.len();
    let fit = ((rect.height() / least).floor() as usize).clamp(1, count);
    // The last row says how many are left out.
    let shown = if fit < count { fit.saturating_sub(1).max(1) } else { count };
    let lines = if shown < count { shown + 1 } else { shown };
    let height = (rect.height() / lines as f32).clamp(least, caption_room(ROW).max(least));
    let names = rect.width() * 0.34;
    let numbers = 62.0_f32.max(rect.width() * 0.2);
    for (row, &class) in said.order.iter().take(shown).enumerate() {
        let line = rect.row(row, height);
        let probability = said.probabilities[class];
        let (name, share) = (parts.class(class), percent(probability.into()));
        let (role, ink) = if row == 0 { (TextRole::BodyStrong, theme.hi) } else { (TextRole::Body, theme.mid) };
        write_fitted(painter, line.left_part(names - 8.0), Align2::LEFT_CENTER, &name, role, ink);
        write(painter, line, Align2::RIGHT_CENTER, &share, role, ink);
        let track = line.without_left(names).without_right(numbers).middle_row(8.0);
        // A point of it is always seen.
        let seen = probability.max(1.0 / track.width());
        plain_share_bar(painter, track, seen, theme.hue(Hue::Classifier).fill, None, theme);
        let values = [("name", name), ("share", share)];
        spoken(ui, line, egui::Role::Label, &tr_with("teach-live-class", &values));
    }
    if shown < count {
        let words = tr_with("teach-live-more", &[("count", (count - shown) as f64)]);
        write_fitted(painter, rect.row(shown, height), Align2::LEFT_CENTER, &words, TextRole::Caption, theme.low);
    }
}

/// "+2.34 + +2.28 = +4.62".
fn sum_strip(ui: &Ui, rect: Rect, parts: Parts<'_>, said: &Said) {
    let theme = parts.theme;
    let painter = ui.painter();
    painter.rect_filled(rect, size::RADIUS_BUTTON, theme.bg3);
    let evidence = &said.evidence;
    let cells = evidence.map.len().to_string();
    let numbers = [evidence.mean(), f64::from(evidence.bias), f64::from(evidence.logit)].map(|value| signed(value, 2));
    let names = [tr_with("teach-live-cells", &[("cells", &*cells)]), tr("teach-live-bias"), tr("teach-live-logit")];
    let upper = rect.without_bottom(caption_room(20.0)).columns::<3>(0.0);
    let lower = rect.without_top(caption_room(26.0)).columns::<3>(0.0);
    let term = |cell: Rect, words: &str, role: TextRole, ink: Color32| {
        write_fitted(painter, cell.shrink2(vec2(11.0, 0.0)), Align2::CENTER_CENTER, words, role, ink);
    };
    for (place, (number, name)) in numbers.iter().zip(&names).enumerate() {
        term(upper[place], number, TextRole::RowNumber, theme.hi);
        term(lower[place], name, TextRole::Caption, theme.mid);
    }
    for (sign, cell) in ["+", "="].into_iter().zip(&upper[1..]) {
        write(painter, cell.left_part(0.0), Align2::CENTER_CENTER, sign, TextRole::Name, theme.mid);
    }
    let [sum, bias, logit] = numbers;
    let values = [("cells", cells), ("sum", sum), ("bias", bias), ("logit", logit)];
    spoken(ui, rect, egui::Role::Label, &tr_with("teach-live-sum", &values));
}

/// What the head in use says.
fn old_answer(ui: &Ui, rect: Rect, parts: Parts<'_>) {
    let theme = parts.theme;
    let state = parts.state;
    let Some(report) = state.unmuted().or_else(|| state.report()) else { return };
    let main = report.main();
    let best = main.best();
    let painter = ui.painter();
    let words = tr_with("teach-live-old", &[("count", report.labels.len() as f64)]);
    let first = rect.top_part(caption_room(18.0));
    write_fitted(painter, first, Align2::LEFT_CENTER, &words, TextRole::Caption, theme.low);
    let share = percent(main.probabilities[best].into());
    let name = class_text(&report.labels[best]);
    Row::new(name, TextRole::Name, theme.hue(Hue::Classifier).text)
        .number(&share, TextRole::Name, theme.mid)
        .paint(painter, first.beneath(caption_room(1.0), caption_room(20.0)));
    let values = [("name", name.to_owned()), ("share", share)];
    spoken(ui, rect, egui::Role::Label, &tr_with("teach-live-old-says", &values));
}

/// A picture as pixels for a texture.
pub(super) fn seen_texture(
    ui: &Ui,
    key: (&'static str, u64, u64),
    pixels: &image::RgbImage,
    look: &mut Look<'_>,
) -> TextureHandle {
    look.textures.get(ui.ctx(), key, TextureOptions::LINEAR, || photo_image(pixels))
}
