//! The photo, the change, both together, and what the heads say of the first and the last.

use egui::{Align2, Color32, Rect, Role, TextureHandle, TextureOptions, Ui};
use image::RgbImage;

use super::areas::{BELOW, GAP};
use super::page::Page;
use crate::analysis::{ClassEvidence, Scores};
use crate::imaging::Range;
use crate::locale::format::{percent, signed};
use crate::locale::text::{class_text, tr, tr_with};
use crate::spec::Head;
use crate::ui::kit::paint::{framed_picture, rounded_picture, spoken};
use crate::ui::kit::{Area, grey_scale, plain_share_bar, width_of, write, write_fitted};
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
/// How many colours the scale of the evidence has.
const STEPS: usize = 24;

/// Shows them.
pub(super) fn pictures(ui: &mut Ui, rect: Rect, page: &Page<'_>, board: &mut Board<'_, '_>) {
    let places = rect.columns::<3>(GAP).map(|column| {
        let side = column.width().min(rect.height() - BELOW);
        (column.square(Align2::LEFT_TOP, side), column.without_top(side + 4.0).top_part(BELOW - 4.0))
    });
    let [(first, below_first), (middle, below_middle), (last, below_last)] = places;
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
    let painter = ui.painter();
    let ground = square.bottom_part(22.0);
    painter.rect_filled(ground, 0.0, theme.bg0.gamma_multiply(0.8));
    let colormap = colormap_of(board.subject.state, true);
    let bar = ground.without_left(ground.width() * 0.62).left_part(ground.width() * 0.2);
    for step in 0..STEPS {
        let [red, green, blue] = colormap.color(step as f32 / STEPS as f32);
        // A little wider, so that nothing is seen between two.
        let strip = bar.middle_row(8.0).column(step, bar.width() / STEPS as f32).without_right(-0.5);
        painter.rect_filled(strip, 0.0, Color32::from_rgb(red, green, blue));
    }
    let [low, high] = [range.min(), range.max()].map(|end| signed(f64::from(end), 1));
    let before = ground.with_max_x(bar.left() - 4.0);
    write(painter, before, Align2::RIGHT_CENTER, &low, TextRole::Tick, theme.hi);
    write(painter, bar.beside(4.0, 0.0), Align2::LEFT_CENTER, &high, TextRole::Tick, theme.hi);
    let label = class_text(&board.subject.run.report.labels[evidence.class]);
    let words = tr_with("fool-evidence-for", &[("class", label)]);
    let place = ground.without_left(6.0).left_part(ground.width() * 0.42);
    write_fitted(painter, place, Align2::LEFT_CENTER, &words, TextRole::Tick, theme.hi);
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
    let mut room = below;
    let title = room.take_top(NAME);
    let shown = write_fitted(ui.painter(), title, Align2::LEFT_CENTER, &name, TextRole::StatusStrong, theme.hi);
    spoken(ui, shown, Role::Label, &name);
    room.take_top(6.0);
    let bar = room.take_top(12.0).left_part(square.width());
    let end = 127.0 / f64::from(times);
    grey_scale(ui.painter(), bar, [signed(-end, 1), signed(end, 1)], tr("fool-no-change"), theme);
    let levels = room.without_top(20.0).top_part(18.0);
    write_fitted(ui.painter(), levels, Align2::LEFT_CENTER, &tr("fool-grey-levels"), TextRole::Tick, theme.low);
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
    let mut room = rect;
    write_fitted(painter, room.take_top(NAME), Align2::LEFT_CENTER, name, TextRole::StatusStrong, theme.hi);
    let width = |head: Head| width_of(painter, &head_name(head), TextRole::StatusStrong.font()) + size::SPACE_8;
    let names = Head::ALL.map(width).into_iter().fold(0.0, f32::max);
    for (row, head) in room.rows::<3>(0.0).into_iter().zip(Head::ALL) {
        let colors = theme.hue(head_hue(head));
        let title = head_name(head);
        write(painter, row, Align2::LEFT_CENTER, &title, TextRole::StatusStrong, colors.text);
        let right = row.without_left(names);
        let Some(said) = scores.iter().find(|scores| scores.head == head) else {
            let words = tr("classifiers-absent-why");
            write_fitted(painter, right, Align2::LEFT_CENTER, &words, TextRole::Tick, theme.low);
            continue;
        };
        let best = said.best();
        let share = said.probabilities[best];
        let label = class_text(&board.subject.run.report.labels[best]);
        let number = percent(f64::from(share));
        let shown = write(painter, right, Align2::RIGHT_CENTER, &number, TextRole::BodyStrong, theme.hi);
        let mut bar = right.without_right((shown.width() + 6.0).max(56.0));
        let class = bar.take_left(rect.width() * 0.32);
        write_fitted(painter, class, Align2::LEFT_CENTER, label, TextRole::Body, theme.hi);
        bar.take_left(6.0);
        if bar.width() > 12.0 {
            plain_share_bar(painter, bar.middle_row(8.0), share, colors.fill, None, theme);
        }
        let values = [("picture", name.to_owned()), ("head", title), ("class", label.to_owned()), ("share", number)];
        spoken(ui, row.middle_row(18.0), Role::Label, &tr_with("fool-answer", &values));
    }
}
