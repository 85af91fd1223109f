//! What takes the change back: the changed photo after something that happens to photos, and noise in place of the change.

use egui::{Align2, Color32, Rect, Role, Stroke, StrokeKind, TextureOptions, Ui};

use super::page::Page;
use super::words::{self, Verdict};
use crate::locale::format::percent;
use crate::locale::text::{class_text, tr};
use crate::ui::kit::paint::{framed_picture, spoken};
use crate::ui::kit::{Area, Lines, write, write_fitted};
use crate::ui::look::{Look, photo_image};
use crate::ui::style::{Hue, TextRole, size};
use crate::visualize::fool::Undo;

/// Things that are tried.
const COUNT: usize = Undo::ALL.len() + 1;
/// Height of the title, points.
const TITLE: f32 = 26.0;
/// The least width of three texts beside one another, points.
const ROW: f32 = 420.0;
/// Between two cards, points.
const GAP: f32 = 8.0;

/// Shows a card for each.
pub(super) fn treatments(ui: &mut Ui, rect: Rect, page: &Page<'_>, look: &mut Look<'_>) {
    let mut room = rect;
    let title = room.take_top(TITLE).without_bottom(4.0);
    write_fitted(ui.painter(), title, Align2::LEFT_CENTER, &tr("fool-treatments"), TextRole::CardTitle, look.theme.hi);
    if let Some(words) = words::together(page) {
        let lines = Lines::new(ui.painter(), &words, TextRole::Caption, look.theme.mid, room.width());
        let place = room.take_top(lines.height());
        lines.show(ui, place);
        room.take_top(GAP);
    }
    for (place, card) in room.rows::<COUNT>(GAP).into_iter().enumerate() {
        self::card(ui, card, Undo::ALL.get(place).copied(), (page, place), look);
    }
}

fn card(ui: &Ui, rect: Rect, by: Option<Undo>, (page, place): (&Page<'_>, usize), look: &mut Look<'_>) {
    let theme = look.theme;
    let border = Stroke::new(size::hairline(), theme.line);
    ui.painter().rect(rect, size::RADIUS_CARD, theme.bg2, border, StrokeKind::Inside);
    let side = (rect.height() - 12.0).min(rect.width() * 0.36);
    let mut room = rect.without_left(6.0).without_right(8.0);
    let picture = room.take_left(side).square(Align2::CENTER_CENTER, side);
    room.take_left(10.0);
    let title = words::treatment(by, page);
    let roles = [TextRole::Caption, TextRole::Name, TextRole::StatusStrong];
    let [over, at, under] = places(room, roles.map(|role| ui.fonts_mut(|fonts| fonts.row_height(&role.font()))));
    let write_at = |place: Rect, words: &str, role: TextRole, ink: Color32| {
        write_fitted(ui.painter(), place, Align2::LEFT_CENTER, words, role, ink);
    };
    write_at(over, &title, TextRole::Caption, theme.mid);
    let treated = page.fooled.filter(|_| page.is_current).and_then(|fooled| Some((fooled, fooled.treated.get(place)?)));
    let Some((fooled, treated)) = treated else {
        ui.painter().rect_filled(picture, size::RADIUS_TILE, theme.bg3);
        let words = if page.wishes.epsilon == 0 || page.asked.is_answer() { "–" } else { "…" };
        write(ui.painter(), at, Align2::LEFT_CENTER, words, TextRole::Name, theme.low);
        return;
    };
    let key = ("fool-treated", fooled.report, fooled.recipe, place);
    let texture = look.textures.get(ui.ctx(), key, TextureOptions::LINEAR, || photo_image(&treated.picture));
    framed_picture(ui.painter(), texture.id(), picture, theme);
    let best = treated.scores.best();
    let label = class_text(&page.report.labels[best]);
    let share = percent(f64::from(treated.scores.probabilities[best]));
    let answer = format!("{label} {share}");
    write_at(at, &answer, TextRole::Name, theme.hi);
    let verdict = Verdict::of(treated, fooled);
    let ink = match verdict {
        Verdict::Back | Verdict::Stays => theme.hue(Hue::Conv3x3).text,
        Verdict::Still | Verdict::Third | Verdict::Changes => theme.hue(Hue::Positive).text,
        Verdict::Unclear => theme.mid,
    };
    let words = verdict.words();
    write_at(under, &words, TextRole::StatusStrong, ink);
    spoken(ui, rect, Role::Label, &format!("{title}: {answer}, {words}"));
}

/// Places of three lines of those heights.
fn places(room: Rect, heights: [f32; 3]) -> [Rect; 3] {
    let height: f32 = heights.iter().sum();
    // Where three have no room and the card is wide, they stand beside one another.
    if height > room.height() && room.width() > ROW {
        let part = |[left, width]: [f32; 2]| room.without_left(left * room.width()).left_part(width * room.width());
        return [[0.0, 0.36], [0.38, 0.3], [0.7, 0.3]].map(part);
    }
    let mut block = room.middle_row(height);
    heights.map(|height| block.take_top(height))
}
