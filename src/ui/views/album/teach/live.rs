//! The open photo with the exact evidence for the new answer, all classes, the sum behind the logit, and what the old head says.

use egui::{Align, Align2, Color32, Layout, Rect, TextureHandle, TextureOptions, Ui, UiBuilder, pos2, vec2};

use super::Parts;
use crate::imaging::Range;
use crate::locale::format::{percent, signed};
use crate::locale::photo_names::photo_text;
use crate::locale::text::{class_text, tr, tr_with};
use crate::state::{Command, TeachCommand};
use crate::teach::Said;
use crate::ui::kit::paint::{card_ground, fitted, paragraph, rounded_picture, spoken, text, text_within};
use crate::ui::kit::{Button, ColorBar, tooltip, within};
use crate::ui::look::{Look, colormap_of, photo_image};
use crate::ui::style::{Hue, TextRole, Weight, caption_room, size};
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
    let inner = rect.shrink2(vec2(size::CARD_PADDING, 14.0));
    let title = inner.with_max_y(inner.top() + caption_room(24.0));
    let painter = ui.painter().clone();
    let name = tr("teach-live");
    let right = fitted(&painter, &caption(parts), TextRole::Caption.font(), theme.low, title.width() * 0.6);
    let place = Align2::RIGHT_CENTER.anchor_size(title.right_center(), right.size());
    painter.galley(place.min, right, theme.low);
    text_within(&painter, title.left_center(), place.left() - title.left() - 8.0, &name, TextRole::CardTitle, theme.hi);
    spoken(ui, title, egui::Role::Heading, &format!("{name}. {}", caption(parts)));
    let below = inner.with_min_y(title.bottom() + size::SPACE_8);
    match parts.state.taught_answer() {
        Some(said) => answered(ui, below, parts, said, look, commands),
        None => waiting(ui, below, parts),
    }
}

/// "schooner.jpg · in no tray".
fn caption(parts: Parts<'_>) -> String {
    let Some(shown) = parts.state.shown() else { return String::new() };
    let trays = &parts.teach().trays.all;
    let name = &shown.photo.name;
    let photo = photo_text(name);
    // By its name: a photo opened from a tray is the tray's copy.
    let of = trays.iter().find(|tray| tray.photos.iter().any(|photo| photo.name == *name));
    match of {
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
    let picture = Rect::from_min_size(rect.min, vec2(side, side));
    evidence(ui, picture, parts, said, look);
    scale(
        ui,
        Rect::from_min_max(picture.left_bottom() + vec2(0.0, 6.0), pos2(picture.right(), rect.bottom())),
        parts,
        said,
    );
    let right = rect.with_min_x(picture.right() + size::SPACE_24);
    // Beside each other where they have room.
    let is_roomy = right.width() >= caption_room(BUTTONS);
    let rows = if is_roomy { 1.0 } else { 2.0 };
    let buttons = rows * size::CONTROL_HEIGHT + (rows - 1.0) * size::SPACE_8;
    numbers(ui, right.with_max_y(right.bottom() - buttons - size::SPACE_12), parts, said);
    let row = right.with_min_y(right.bottom() - buttons);
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
fn numbers(ui: &mut Ui, rect: Rect, parts: Parts<'_>, said: &Said) {
    let theme = parts.theme;
    let painter = ui.painter().clone();
    let best = said.evidence.class;
    let head = rect.with_max_y(rect.top() + caption_room(40.0));
    let share = percent(said.probabilities[best].into());
    let font = Weight::SemiBold.size(28.0);
    let number = painter.text(head.right_center(), Align2::RIGHT_CENTER, &share, font.clone(), theme.hi);
    let room = number.left() - head.left() - size::SPACE_12;
    let galley = fitted(&painter, &parts.class(best), font, theme.hi, room);
    let place = Align2::LEFT_CENTER.anchor_size(head.left_center(), galley.size());
    painter.galley(place.min, galley, theme.hi);
    spoken(
        ui,
        head,
        egui::Role::Label,
        &tr_with("teach-live-answer", &[("name", parts.class(best)), ("share", share)]),
    );

    let sum = caption_room(52.0);
    // What the old head says gives way first where it is low.
    let three = caption_room(19.0) * said.order.len().min(3) as f32;
    let has_old = rect.height() >= head.height() + three + sum + caption_room(48.0) + 20.0;
    let old = if has_old { caption_room(48.0) } else { -8.0 };
    let rows = Rect::from_min_max(
        pos2(rect.left(), head.bottom() + 4.0),
        pos2(rect.right(), rect.bottom() - old - sum - 16.0),
    );
    classes(ui, rows, parts, said);
    let box_ = Rect::from_min_size(pos2(rect.left(), rows.bottom() + 8.0), vec2(rect.width(), sum));
    sum_strip(ui, box_, parts, said);
    let place = Rect::from_min_max(pos2(rect.left(), box_.bottom() + 8.0), rect.max);
    if has_old {
        old_answer(ui, place, parts);
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
    let columns = [rect.width() * 0.34, 62.0_f32.max(rect.width() * 0.2)];
    for (row, &class) in said.order.iter().take(shown).enumerate() {
        let line = Rect::from_min_size(pos2(rect.left(), rect.top() + row as f32 * height), vec2(rect.width(), height));
        let share = said.probabilities[class];
        let (role, ink) = if row == 0 { (TextRole::BodyStrong, theme.hi) } else { (TextRole::Body, theme.mid) };
        let name = parts.class(class);
        text_within(painter, line.left_center(), columns[0] - 8.0, &name, role, ink);
        text(painter, line.right_center(), Align2::RIGHT_CENTER, &percent(share.into()), role, ink);
        let bar = Rect::from_min_max(
            pos2(line.left() + columns[0], line.center().y - 4.0),
            pos2(line.right() - columns[1], line.center().y + 4.0),
        );
        painter.rect_filled(bar, size::RADIUS_BAR, theme.bar_track);
        let filled = bar.with_max_x(bar.left() + (bar.width() * share).max(1.0));
        painter.rect_filled(filled, size::RADIUS_BAR, theme.hue(Hue::Classifier).fill);
        let values = [("name", name), ("share", percent(share.into()))];
        spoken(ui, line, egui::Role::Label, &tr_with("teach-live-class", &values));
    }
    if shown < count {
        let y = rect.top() + (shown as f32 + 0.5) * height;
        let words = tr_with("teach-live-more", &[("count", (count - shown) as f64)]);
        text_within(painter, pos2(rect.left(), y), rect.width(), &words, TextRole::Caption, theme.low);
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
    let third = rect.width() / 3.0;
    for (place, (number, name)) in numbers.iter().zip(&names).enumerate() {
        let x = rect.left() + third * (place as f32 + 0.5);
        let line = |y: f32, words: &str, role: TextRole, ink| {
            let galley = fitted(painter, words, role.font(), ink, third - 22.0);
            let at = Align2::CENTER_CENTER.anchor_size(pos2(x, rect.center().y + y), galley.size());
            painter.galley(at.min, galley, ink);
        };
        line(-caption_room(10.0), number, TextRole::RowNumber, theme.hi);
        line(caption_room(13.0), name, TextRole::Caption, theme.mid);
        if place > 0 {
            let sign = ["+", "="][place - 1];
            let at = pos2(rect.left() + third * place as f32, rect.center().y - caption_room(10.0));
            text(painter, at, Align2::CENTER_CENTER, sign, TextRole::Name, theme.mid);
        }
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
    let first = pos2(rect.left(), rect.top() + caption_room(9.0));
    text_within(painter, first, rect.width(), &words, TextRole::Caption, theme.low);
    let y = first.y + caption_room(20.0);
    let share = percent(main.probabilities[best].into());
    let ink = theme.hue(Hue::Classifier).text;
    let number = text(painter, pos2(rect.right(), y), Align2::RIGHT_CENTER, &share, TextRole::Name, theme.mid);
    let name = class_text(&report.labels[best]);
    text_within(painter, pos2(rect.left(), y), number.left() - rect.left() - 8.0, name, TextRole::Name, ink);
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
