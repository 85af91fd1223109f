//! What takes the change back: the changed photo after something that happens to photos, and noise in place of the change.

use egui::{Align2, Rect, Role, Stroke, StrokeKind, TextureOptions, Ui, pos2, vec2};

use super::page::Page;
use super::words::{self, Verdict};
use crate::locale::format::percent;
use crate::locale::text::{class_text, tr};
use crate::ui::kit::paint::{framed_picture, spoken, text, text_within};
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
    let title = tr("fool-treatments");
    let place = pos2(rect.left(), rect.top() + TITLE / 2.0 - 2.0);
    text_within(ui.painter(), place, rect.width(), &title, TextRole::CardTitle, look.theme.hi);
    let mut top = rect.top() + TITLE;
    if let Some(words) = words::together(page) {
        let galley = ui.painter().layout(words.clone(), TextRole::Caption.font(), look.theme.mid, rect.width());
        let shown = Rect::from_min_size(pos2(rect.left(), top), galley.size());
        ui.painter().galley(shown.min, galley, look.theme.mid);
        spoken(ui, shown, Role::Label, &words);
        top = shown.bottom() + GAP;
    }
    let body = rect.with_min_y(top);
    let height = (body.height() - GAP * (COUNT - 1) as f32) / COUNT as f32;
    for place in 0..COUNT {
        let top = body.top() + place as f32 * (height + GAP);
        let card = Rect::from_min_size(pos2(body.left(), top), vec2(body.width(), height));
        self::card(ui, card, Undo::ALL.get(place).copied(), (page, place), look);
    }
}

fn card(ui: &Ui, rect: Rect, by: Option<Undo>, (page, place): (&Page<'_>, usize), look: &mut Look<'_>) {
    let theme = look.theme;
    let border = Stroke::new(size::hairline(), theme.line);
    ui.painter().rect(rect, size::RADIUS_CARD, theme.bg2, border, StrokeKind::Inside);
    let side = (rect.height() - 12.0).min(rect.width() * 0.36);
    let picture = Rect::from_min_size(pos2(rect.left() + 6.0, rect.center().y - side / 2.0), vec2(side, side));
    let left = picture.right() + 10.0;
    let room = rect.right() - left - 8.0;
    let title = words::treatment(by, page);
    // Three lines under one another, around the middle.
    let [above, middle, below] = [TextRole::Caption, TextRole::Name, TextRole::StatusStrong]
        .map(|role| ui.fonts_mut(|fonts| fonts.row_height(&role.font())));
    // Where three have no room and the card is wide, they stand beside one another.
    let is_low = above + middle + below > rect.height() && room > ROW;
    let y = if is_low { rect.center().y } else { rect.center().y + (above - below) / 2.0 };
    let [over, at, under] = match is_low {
        true => [0.0, 0.38, 0.7].map(|share| pos2(left + share * room, y)),
        false => [y - (above + middle) / 2.0, y, y + (middle + below) / 2.0].map(|y| pos2(left, y)),
    };
    let widths = if is_low { [0.36, 0.3, 0.3].map(|share| share * room) } else { [room; 3] };
    text_within(ui.painter(), over, widths[0], &title, TextRole::Caption, theme.mid);
    let treated = page.fooled.filter(|_| page.is_current).and_then(|fooled| Some((fooled, fooled.treated.get(place)?)));
    let Some((fooled, treated)) = treated else {
        ui.painter().rect_filled(picture, size::RADIUS_TILE, theme.bg3);
        let words =
            if page.wishes.epsilon == 0 || page.asked.is_answer() { "–".to_owned() } else { "…".to_owned() };
        text(ui.painter(), at, Align2::LEFT_CENTER, &words, TextRole::Name, theme.low);
        return;
    };
    let key = ("fool-treated", fooled.report, fooled.recipe, place);
    let texture = look.textures.get(ui.ctx(), key, TextureOptions::LINEAR, || photo_image(&treated.picture));
    framed_picture(ui.painter(), texture.id(), picture, theme);
    let best = treated.scores.best();
    let label = class_text(&page.report.labels[best]);
    let share = percent(f64::from(treated.scores.probabilities[best]));
    let answer = format!("{label} {share}");
    text_within(ui.painter(), at, widths[1], &answer, TextRole::Name, theme.hi);
    let verdict = Verdict::of(treated, fooled);
    let ink = match verdict {
        Verdict::Back | Verdict::Stays => theme.hue(Hue::Conv3x3).text,
        Verdict::Still | Verdict::Third | Verdict::Changes => theme.hue(Hue::Positive).text,
        Verdict::Unclear => theme.mid,
    };
    let words = verdict.words();
    text_within(ui.painter(), under, widths[2], &words, TextRole::StatusStrong, ink);
    spoken(ui, rect, Role::Label, &format!("{title}: {answer}, {words}"));
}
