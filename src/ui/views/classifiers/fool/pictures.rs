//! The photo, the change, both together, and what the heads say of the first and the last.

use egui::{Align2, Color32, Rect, Role, TextureHandle, TextureOptions, Ui, pos2, vec2};
use image::RgbImage;

use super::areas::{BELOW, GAP};
use super::page::Page;
use crate::analysis::{ClassEvidence, Scores};
use crate::imaging::Range;
use crate::locale::format::{percent, signed};
use crate::locale::text::{class_text, tr, tr_with};
use crate::spec::Head;
use crate::ui::kit::grey_scale;
use crate::ui::kit::paint::{framed_picture, rounded_picture, spoken, text, text_within};
use crate::ui::look::{Look, color_image, colormap_of, photo_image};
use crate::ui::style::{TextRole, size};
use crate::ui::views::classifiers::class_query::Board;
use crate::ui::views::classifiers::numbers::{head_hue, head_name};

/// How much the change is enlarged, at most.
const TIMES: u8 = 20;
/// Grey, for no change.
const GREY: i16 = 128;
/// How opaque the evidence is.
const OPACITY: f32 = 0.6;
/// Height of what stands directly below a picture.
const NAME: f32 = 20.0;

/// Shows them.
pub(super) fn pictures(ui: &mut Ui, rect: Rect, page: &Page<'_>, board: &mut Board<'_, '_>) {
    let side = ((rect.width() - 2.0 * GAP) / 3.0).min(rect.height() - BELOW);
    let width = (rect.width() - 2.0 * GAP) / 3.0;
    let place = |column: f32| {
        let left = rect.left() + column * (width + GAP);
        let square = Rect::from_min_size(pos2(left, rect.top()), vec2(side, side));
        (square, Rect::from_min_size(pos2(left, square.bottom() + 4.0), vec2(width, BELOW - 4.0)))
    };
    let seen = &page.photo.prepared.pixels;
    let look = &mut *board.look;
    let key = ("colours", page.photo.id);
    let before = look.textures.get(ui.ctx(), key, TextureOptions::LINEAR, || photo_image(seen));
    let after = match page.fooled {
        Some(fooled) => {
            let key = ("fooled", fooled.report, fooled.recipe);
            look.textures.get(ui.ctx(), key, TextureOptions::LINEAR, || photo_image(&fooled.seen))
        }
        None => before.clone(),
    };
    let dim = if page.is_current { Color32::WHITE } else { Color32::WHITE.gamma_multiply(0.6) };
    let (first, below_first) = place(0.0);
    let (middle, below_middle) = place(1.0);
    let (last, below_last) = place(2.0);
    let evidence_before = page.report.evidence(page.asked.answer);
    let evidence_after = match page.fooled {
        Some(fooled) => fooled.evidence.clone(),
        None => evidence_before.clone(),
    };
    // One scale for both, so that they can be compared.
    let range = shared_range(&evidence_before, &evidence_after);
    let shown = [(first, &before, &evidence_before), (last, &after, &evidence_after)];
    for (place, (square, texture, evidence)) in shown.into_iter().enumerate() {
        rounded_picture(ui.painter(), texture.id(), square, if place == 0 { Color32::WHITE } else { dim });
        let is_hovered = ui.rect_contains_pointer(square);
        if (page.wishes.shows_evidence || is_hovered)
            && let (Some(evidence), Some(range)) = (evidence, range)
        {
            let map = evidence_texture(ui, evidence, range, (page, place), board);
            rounded_picture(ui.painter(), map.id(), square, Color32::WHITE.gamma_multiply(OPACITY));
            evidence_scale(ui, square, evidence, range, board);
        }
    }
    change(ui, (middle, below_middle), page, board.look);
    answers(ui, below_first, &tr("fool-photo"), &page.report.scores, board);
    let scores = page.fooled.map_or(&page.report.scores, |fooled| &fooled.scores);
    answers(ui, below_last, &tr("fool-changed"), scores, board);
}

/// What both maps of evidence span.
fn shared_range(one: &Option<ClassEvidence>, other: &Option<ClassEvidence>) -> Option<Range> {
    let values: Vec<f32> = [one, other].into_iter().flatten().flat_map(|evidence| &evidence.map).copied().collect();
    (!values.is_empty()).then(|| Range::of_heatmap(&values, true))
}

fn evidence_texture(
    ui: &Ui,
    evidence: &ClassEvidence,
    range: Range,
    (page, place): (&Page<'_>, usize),
    board: &mut Board<'_, '_>,
) -> TextureHandle {
    let colormap = colormap_of(board.subject.state, true);
    let recipe = page.fooled.map(|fooled| fooled.recipe);
    let key = ("fool-evidence", page.asked.report, recipe, place, colormap);
    board.look.textures.get(ui.ctx(), key, TextureOptions::LINEAR, || {
        color_image(&evidence.map, [evidence.side, evidence.side], range, colormap)
    })
}

/// Whose evidence it is, and what the colours mean, over the lower edge of the picture.
fn evidence_scale(ui: &Ui, square: Rect, evidence: &ClassEvidence, range: Range, board: &Board<'_, '_>) {
    let theme = board.look.theme;
    let ground = square.with_min_y(square.bottom() - 22.0);
    ui.painter().rect_filled(ground, 0.0, theme.bg0.gamma_multiply(0.8));
    let colormap = colormap_of(board.subject.state, true);
    let bar =
        Rect::from_center_size(ground.center() + vec2(square.width() * 0.22, 0.0), vec2(square.width() * 0.2, 8.0));
    let steps = 24;
    for step in 0..steps {
        let share = step as f32 / steps as f32;
        let left = bar.left() + bar.width() * share;
        let strip = Rect::from_min_size(pos2(left, bar.top()), vec2(bar.width() / steps as f32 + 0.5, bar.height()));
        let [red, green, blue] = colormap.color(share);
        ui.painter().rect_filled(strip, 0.0, Color32::from_rgb(red, green, blue));
    }
    let ends = [signed(f64::from(range.min()), 1), signed(f64::from(range.max()), 1)];
    let middle = ground.center().y;
    text(ui.painter(), pos2(bar.left() - 4.0, middle), Align2::RIGHT_CENTER, &ends[0], TextRole::Tick, theme.hi);
    text(ui.painter(), pos2(bar.right() + 4.0, middle), Align2::LEFT_CENTER, &ends[1], TextRole::Tick, theme.hi);
    let label = class_text(&board.subject.run.report.labels[evidence.class]);
    let words = tr_with("fool-evidence-for", &[("class", label)]);
    let place = pos2(ground.left() + 6.0, middle);
    text_within(ui.painter(), place, square.width() * 0.42, &words, TextRole::Tick, theme.hi);
}

/// The change alone, enlarged: grey where there is none, and what the grey levels mean.
fn change(ui: &Ui, (square, below): (Rect, Rect), page: &Page<'_>, look: &mut Look<'_>) {
    let theme = look.theme;
    let largest = page.fooled.map_or(0, |fooled| fooled.largest_change).max(1);
    // As much as fits between black and white.
    let times = TIMES.min(127 / largest);
    let texture = match page.fooled {
        Some(fooled) => {
            let key = ("fool-change", fooled.report, fooled.recipe);
            look.textures.get(ui.ctx(), key, TextureOptions::NEAREST, || {
                photo_image(&difference(&page.photo.prepared.pixels, &fooled.seen, times))
            })
        }
        None => look.textures.get(ui.ctx(), "fool-no-change", TextureOptions::NEAREST, || {
            photo_image(&RgbImage::from_pixel(1, 1, image::Rgb([GREY as u8; 3])))
        }),
    };
    framed_picture(ui.painter(), texture.id(), square, theme);
    let name = tr_with("fool-change", &[("times", times.to_string())]);
    let shown = text_within(
        ui.painter(),
        pos2(below.left(), below.top() + NAME / 2.0),
        below.width(),
        &name,
        TextRole::StatusStrong,
        theme.hi,
    );
    spoken(ui, shown, Role::Label, &name);
    let bar = Rect::from_min_size(pos2(below.left(), below.top() + NAME + 6.0), vec2(square.width(), 12.0));
    let end = 127.0 / f64::from(times);
    grey_scale(ui.painter(), bar, [signed(-end, 1), signed(end, 1)], tr("fool-no-change"), theme);
    let words = tr("fool-grey-levels");
    let place = pos2(below.left(), bar.bottom() + 29.0);
    text_within(ui.painter(), place, below.width(), &words, TextRole::Tick, theme.low);
}

/// How far every colour of every pixel is from what it was, enlarged, around grey.
fn difference(before: &RgbImage, after: &RgbImage, times: u8) -> RgbImage {
    let mut change = after.clone();
    for (value, before) in change.iter_mut().zip(before.iter()) {
        let difference = i16::from(*value) - i16::from(*before);
        *value = (GREY + difference * i16::from(times)).clamp(0, 255) as u8;
    }
    change
}

/// The name of a picture, and what the three heads say of it.
fn answers(ui: &Ui, rect: Rect, name: &str, scores: &[Scores], board: &Board<'_, '_>) {
    let theme = board.look.theme;
    let painter = ui.painter();
    let at = |row: usize| rect.top() + NAME / 2.0 + row as f32 * (rect.height() - NAME) / 3.0;
    text_within(painter, pos2(rect.left(), at(0)), rect.width(), name, TextRole::StatusStrong, theme.hi);
    let width =
        |words: String| painter.layout_no_wrap(words, TextRole::StatusStrong.font(), theme.hi).size().x + size::SPACE_8;
    let names = Head::ALL.map(head_name).map(width).into_iter().fold(0.0, f32::max);
    for (row, head) in Head::ALL.into_iter().enumerate() {
        let y = at(row + 1) - 1.0;
        let colors = theme.hue(head_hue(head));
        let title = head_name(head);
        text(painter, pos2(rect.left(), y), Align2::LEFT_CENTER, &title, TextRole::StatusStrong, colors.text);
        let Some(said) = scores.iter().find(|scores| scores.head == head) else {
            let words = tr("classifiers-absent-why");
            text_within(painter, pos2(rect.left() + names, y), rect.width() - names, &words, TextRole::Tick, theme.low);
            continue;
        };
        let best = said.best();
        let share = said.probabilities[best];
        let label = class_text(&board.subject.run.report.labels[best]);
        let number = percent(f64::from(share));
        let shown = text(painter, pos2(rect.right(), y), Align2::RIGHT_CENTER, &number, TextRole::BodyStrong, theme.hi);
        let room = rect.width() * 0.32;
        text_within(painter, pos2(rect.left() + names, y), room, label, TextRole::Body, theme.hi);
        let bar = Rect::from_min_max(
            pos2(rect.left() + names + room + 6.0, y - 4.0),
            pos2((rect.right() - 56.0).min(shown.left() - 6.0), y + 4.0),
        );
        if bar.width() > 12.0 {
            painter.rect_filled(bar, size::RADIUS_BAR, theme.bar_track);
            painter.rect_filled(bar.with_max_x(bar.left() + bar.width() * share), size::RADIUS_BAR, colors.fill);
        }
        let values = [("picture", name.to_owned()), ("head", title), ("class", label.to_owned()), ("share", number)];
        let row = Rect::from_min_max(pos2(rect.left(), y - 9.0), pos2(rect.right(), y + 9.0));
        spoken(ui, row, Role::Label, &tr_with("fool-answer", &values));
    }
}
