//! The photo beside two others, for the lesson: one carries the change, one noise of the same size, and nothing says which.

use egui::{Color32, Rect, Role, TextureOptions, Ui, pos2, vec2};

use super::areas::GAP;
use super::page::Page;
use crate::locale::format::percent;
use crate::locale::text::{class_text, tr};
use crate::ui::chrome::compare::LETTERS;
use crate::ui::kit::paint::{rounded_picture, spoken, text_within};
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
    let row = rect.with_max_y(rect.top() + HEADING);
    text_within(ui.painter(), row.left_center(), row.width(), &title, TextRole::BigNumber, theme.hi);
    spoken(ui, row, Role::Heading, &title);
    let width = (rect.width() - 2.0 * GAP) / 3.0;
    let side = width.min(rect.height() - HEADING - BELOW).max(24.0);
    let square = |column: f32| {
        let corner = pos2(rect.left() + column * (side + GAP), row.bottom());
        Rect::from_min_size(corner, vec2(side, side))
    };
    let noise = page.fooled.and_then(|fooled| fooled.treated.iter().find(|treated| treated.by.is_none()));
    let noise_first = board.subject.state.noise_is_first();
    let look = &mut *board.look;
    let mut show = |place: usize, words: &str| {
        let square = square(place as f32);
        let texture = match (place, page.fooled, noise) {
            (0, ..) => {
                let key = ("colours", page.photo.id);
                Some(
                    look.textures
                        .get(ui.ctx(), key, TextureOptions::LINEAR, || photo_image(&page.photo.prepared.pixels)),
                )
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
        let below = pos2(square.left(), square.bottom() + BELOW / 2.0 - 8.0);
        text_within(ui.painter(), below, square.width(), words, TextRole::Name, look.theme.hi);
    };
    let main = page.report.main();
    let label = class_text(&page.report.labels[page.asked.answer]);
    let share = percent(f64::from(main.probabilities[page.asked.answer]));
    show(0, &format!("{}: {label} {share}", tr("fool-photo")));
    show(1, LETTERS[0]);
    show(2, LETTERS[1]);
}
