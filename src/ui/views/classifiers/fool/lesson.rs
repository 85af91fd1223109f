//! The photo beside two others, for the lesson: one carries the change, one noise of the same size, and nothing says which.

use egui::{Align2, Color32, Rect, Role, TextureOptions, Ui};

use super::areas::GAP;
use super::page::Page;
use crate::locale::format::percent;
use crate::locale::text::{class_text, tr};
use crate::ui::chrome::compare::LETTERS;
use crate::ui::kit::paint::{rounded_picture, spoken};
use crate::ui::kit::{Area, write_fitted};
use crate::ui::look::photo_image;
use crate::ui::style::{TextRole, size};
use crate::ui::views::classifiers::class_query::Board;

/// Height of the question over the pictures, and of what stands below them, points.
const HEADING: f32 = 48.0;
const BELOW: f32 = 54.0;

/// Shows the three.
pub(super) fn three(ui: &Ui, rect: Rect, page: &Page<'_>, board: &mut Board<'_, '_>) {
    let theme = board.look.theme;
    let title = tr("fool-lesson-title");
    let mut room = rect;
    let row = room.take_top(HEADING);
    write_fitted(ui.painter(), row, Align2::LEFT_CENTER, &title, TextRole::BigNumber, theme.hi);
    spoken(ui, row, Role::Heading, &title);
    let width = (room.width() - 2.0 * GAP) / 3.0;
    let side = width.min(room.height() - BELOW).max(24.0);
    let noise = page.fooled.and_then(|fooled| fooled.treated.iter().find(|treated| treated.by.is_none()));
    let noise_first = board.subject.state.noise_is_first();
    let look = &mut *board.look;
    let mut show = |place: usize, words: &str| {
        let square = room.column(place, side + GAP).square(Align2::LEFT_TOP, side);
        let texture = match (place, page.fooled, noise) {
            (0, ..) => {
                let (key, pixels) = (("colours", page.photo.id), &page.photo.prepared.pixels);
                Some(look.textures.get(ui.ctx(), key, TextureOptions::LINEAR, || photo_image(pixels)))
            }
            (place, Some(fooled), Some(noise)) => {
                let is_noise = (place == 1) == noise_first;
                let key = ("fool-lesson", fooled.report, fooled.recipe, is_noise);
                let pixels = if is_noise { &noise.picture } else { &fooled.seen };
                Some(look.textures.get(ui.ctx(), key, TextureOptions::LINEAR, || photo_image(pixels)))
            }
            (_, _, _) => None,
        };
        match texture {
            Some(texture) => rounded_picture(ui.painter(), texture.id(), square, Color32::WHITE),
            None => {
                ui.painter().rect_filled(square, size::RADIUS_TILE, look.theme.bar_track);
            }
        }
        spoken(ui, square, Role::Image, words);
        let below = square.beneath(0.0, BELOW - 16.0);
        write_fitted(ui.painter(), below, Align2::LEFT_CENTER, words, TextRole::Name, look.theme.hi);
    };
    let main = page.report.main();
    let label = class_text(&page.report.labels[page.asked.answer]);
    let share = percent(f64::from(main.probabilities[page.asked.answer]));
    show(0, &format!("{}: {label} {share}", tr("fool-photo")));
    show(1, LETTERS[0]);
    show(2, LETTERS[1]);
}
