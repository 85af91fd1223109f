//! The trays two by two, the card of one more, and below them what is kept and how to forget it.

use egui::{Align, Align2, Rect, ScrollArea, Ui, vec2};

use super::GAP;
use super::Parts;
use super::add;
use super::scene::TeachScene;
use super::tray;
use crate::locale::text::{tr, tr_with};
use crate::state::{Command, TeachCommand, TrayTarget};
use crate::teach::MOST_CLASSES;
use crate::ui::kit::paint::spoken;
use crate::ui::kit::{Area, Button, from_right, within, write_fitted};
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
    let mut place = rect;
    let foot = place.take_bottom(foot).without_top(size::SPACE_8);
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
                ui.scroll_to_rect(whole.bottom_part(0.0), Some(Align::Max));
            }
            let mut rest = whole;
            let places = (0..rows).flat_map(|row| {
                let cards = rest.take_top(height(row)).columns::<2>(GAP);
                rest.take_top(GAP);
                cards
            });
            for (number, card) in places.enumerate() {
                let seen = card.intersect(place);
                match all.get(number) {
                    Some(of) => {
                        scene.targets.push((seen, TrayTarget::Tray(of.number)));
                        tray::tray(ui, card, parts, of, scene, look, commands);
                    }
                    None if has_room && number == all.len() => {
                        scene.targets.push((seen, TrayTarget::New));
                        add::card(ui, card, parts, scene, commands);
                    }
                    None => {}
                }
            }
        });
    });
    // Beside the trays photos go into the one that was touched last.
    let active = parts.teach().active.map_or(TrayTarget::New, TrayTarget::Tray);
    scene.targets.push((rect, active));
    footer(ui, foot, parts, note.as_deref(), commands);
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
        let line = rect.top_part(caption_room(16.0));
        write_fitted(&painter, line, Align2::LEFT_CENTER, note, TextRole::Caption, theme.hi);
        spoken(ui, line, egui::Role::Label, note);
    }
    let row = rect.bottom_part(size::CONTROL_HEIGHT);
    let left = from_right(ui, row, |ui| {
        let has_photos = !parts.teach().trays.all.is_empty();
        let button = ui.add_enabled(has_photos, Button::plain(theme, &tr("teach-forget")));
        if button.clicked() {
            commands.push(Command::Teach(TeachCommand::Forget));
        }
        button.rect.left()
    });
    let keeps = tr(if parts.teach().keeps { "teach-kept" } else { "teach-kept-nowhere" });
    let room = row.with_max_x(left - size::SPACE_12);
    let words = [tr("teach-stays"), keeps];
    let lines = room.middle_row(caption_room(32.0)).rows::<2>(0.0);
    for (words, line) in words.iter().zip(lines) {
        write_fitted(&painter, line, Align2::LEFT_CENTER, words, TextRole::Caption, theme.mid);
    }
    spoken(ui, room, egui::Role::Label, &words.join(" "));
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
