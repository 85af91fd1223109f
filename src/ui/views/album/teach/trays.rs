//! The trays two by two, the card of one more, and below them what is kept and how to forget it.

use egui::{Align, Layout, Rect, ScrollArea, Ui, pos2, vec2};

use super::GAP;
use super::Parts;
use super::add;
use super::scene::TeachScene;
use super::tray;
use crate::locale::text::{tr, tr_with};
use crate::state::{Command, TeachCommand, TrayTarget};
use crate::teach::{MOST_CLASSES, Tray};
use crate::ui::kit::paint::{spoken, text_within};
use crate::ui::kit::{Button, within};
use crate::ui::look::Look;
use crate::ui::style::{TextRole, caption_room, size};

/// A class is said to be much smaller than another from this ratio on.
const UNBALANCED: usize = 3;

/// Shows the trays; what does not fit scrolls.
pub(super) fn trays(
    ui: &mut Ui,
    rect: Rect,
    parts: Parts<'_>,
    scene: &mut TeachScene,
    look: &mut Look<'_>,
    commands: &mut Vec<Command>,
) {
    let note = unbalanced(parts);
    let line = caption_room(18.0);
    let foot = size::CONTROL_HEIGHT + size::SPACE_8 + if note.is_some() { line } else { 0.0 };
    let place = rect.with_max_y(rect.bottom() - foot);
    let all = &parts.teach().trays.all;
    within(ui, place, |ui| {
        let scroll = ScrollArea::vertical().id_salt("teach-trays").auto_shrink(false).animated(false);
        scroll.show(ui, |ui| {
            let bar = ui.spacing().scroll.bar_width + size::SPACE_4;
            let width = ((place.width() - GAP - bar) / 2.0).floor();
            let has_room = all.len() < MOST_CLASSES;
            let cards = all.len() + usize::from(has_room);
            let row = |row: usize| all.iter().skip(row * 2).take(2);
            let height = |of: usize| row(of).map(|tray| tray::height(tray, width)).fold(tray::LEAST, f32::max);
            let rows = cards.div_ceil(2);
            let total: f32 = (0..rows).map(|row| height(row) + GAP).sum();
            // All of the room at once: what is drawn in places of its own moves the cursor.
            let (whole, _) = ui.allocate_exact_size(vec2(2.0 * width + GAP, total), egui::Sense::hover());
            if is_one_more(ui, all.len()) {
                ui.scroll_to_rect(whole.with_min_y(whole.bottom()), Some(Align::Max));
            }
            let mut top = whole.top();
            for place_of in 0..rows {
                let inside: Vec<&Tray> = row(place_of).collect();
                let height = height(place_of);
                let rect = Rect::from_min_size(pos2(whole.left(), top), vec2(whole.width(), height));
                let row = place_of;
                for column in 0..2 {
                    let left = rect.left() + column as f32 * (width + GAP);
                    let card = Rect::from_min_size(pos2(left, rect.top()), vec2(width, height));
                    let seen = card.intersect(place);
                    match inside.get(column) {
                        Some(of) => {
                            scene.targets.push((seen, TrayTarget::Tray(of.number)));
                            tray::tray(ui, card, parts, of, scene, look, commands);
                        }
                        None if has_room && row * 2 + column == all.len() => {
                            scene.targets.push((seen, TrayTarget::New));
                            add::card(ui, card, parts, commands);
                        }
                        None => {}
                    }
                }
                top += height + GAP;
            }
        });
    });
    // Beside the trays photos go into the one that was touched last.
    let active = parts.teach().active.map_or(TrayTarget::New, TrayTarget::Tray);
    scene.targets.push((rect, active));
    let below = Rect::from_min_max(pos2(rect.left(), place.bottom() + size::SPACE_8), rect.max);
    footer(ui, below, parts, note.as_deref(), commands);
}

/// Whether there are more trays than in the frame before: the newest, and the card of one more, are scrolled into sight.
fn is_one_more(ui: &Ui, trays: usize) -> bool {
    let memory = egui::Id::unique("trays before");
    let before = ui.data_mut(|data| std::mem::replace(data.get_temp_mut_or(memory, trays), trays));
    trays > before
}

/// That all of it stays here, and how to forget it; above, what is wrong with the numbers of photos.
fn footer(ui: &mut Ui, rect: Rect, parts: Parts<'_>, note: Option<&str>, commands: &mut Vec<Command>) {
    let theme = parts.theme;
    let painter = ui.painter().clone();
    if let Some(note) = note {
        let place = pos2(rect.left(), rect.top() + caption_room(8.0));
        text_within(&painter, place, rect.width(), note, TextRole::Caption, theme.hi);
        spoken(ui, rect.with_max_y(rect.top() + caption_room(16.0)), egui::Role::Label, note);
    }
    let row = rect.with_min_y(rect.bottom() - size::CONTROL_HEIGHT);
    let layout = Layout::right_to_left(Align::Center);
    let left = ui.scope_builder(egui::UiBuilder::new().max_rect(row).layout(layout), |ui| {
        let has_photos = !parts.teach().trays.all.is_empty();
        let button = ui.add_enabled(has_photos, Button::plain(theme, &tr("teach-forget")));
        if button.clicked() {
            commands.push(Command::Teach(TeachCommand::Forget));
        }
        button.rect.left()
    });
    let keeps = tr(if parts.teach().is_kept { "teach-kept" } else { "teach-kept-nowhere" });
    let room = left.inner - row.left() - size::SPACE_12;
    let words = [tr("teach-stays"), keeps];
    let middle = row.center().y;
    for (words, y) in words.iter().zip([middle - caption_room(8.0), middle + caption_room(8.0)]) {
        text_within(&painter, pos2(row.left(), y), room, words, TextRole::Caption, theme.mid);
    }
    spoken(ui, row.with_max_x(left.inner - size::SPACE_12), egui::Role::Label, &words.join(" "));
}

/// That one class has many more photos than another.
fn unbalanced(parts: Parts<'_>) -> Option<String> {
    let trays = &parts.teach().trays;
    let large = trays.taught().max_by_key(|tray| tray.photos.len())?;
    let small = trays.taught().min_by_key(|tray| tray.photos.len())?;
    let (most, least) = (large.photos.len(), small.photos.len());
    let values = [
        ("large", large.name.clone()),
        ("most", most.to_string()),
        ("small", small.name.clone()),
        ("least", least.to_string()),
    ];
    (most >= least * UNBALANCED).then(|| tr_with("teach-unbalanced", &values))
}
