//! The photo with the evidence, or with the map of one channel.

use egui::{Align2, Rect, Role, TextureHandle, TextureOptions, Ui};

use super::cells::{self, Cells};
use super::{EvidenceContext, cells_shown, why_main_only};
use crate::analysis::LogitSums;
use crate::imaging::{Colormap, Range};
use crate::locale::format::{decimals_for, fixed, signed};
use crate::locale::text::{tr, tr_with};
use crate::ui::chrome::compare::{LETTERS, is_alone, name_at};
use crate::ui::kit::paint::spoken;
use crate::ui::kit::{Area, ColorBar, tooltip, within, write, write_fitted};
use crate::ui::look::colormap_of;
use crate::ui::style::{TextRole, size};
use crate::ui::views::classifiers::class_query::{Board, Run};
use crate::ui::views::classifiers::maps::{ChannelMaps, LAST_MODULE, color_function, overlay_image, scale};
use crate::ui::views::classifiers::numbers::share;
use crate::ui::views::classifiers::photo::photo_with_map;
use crate::ui::views::classifiers::scene::Over;

/// Shows one photo or two beside each other, on one scale, and the scale below.
pub(super) fn pictures(ui: &mut Ui, [rect, bar]: [Rect; 2], shown: &EvidenceContext<'_>, board: &mut Board<'_, '_>) {
    let subject = board.subject;
    let is_channel = board.scene.hovered.is_some() || board.scene.over == Over::Channel;
    let over = board.scene.over;
    let range = evidence_range(shown, over);
    let mut runs = vec![(subject.run, shown.sums)];
    if let (Some(other), Some(sums)) = (subject.other, shown.other) {
        runs.push((other, sums));
    }
    let side = rect.height();
    let are_two = runs.len() > 1;
    for (place, (run, sums)) in runs.into_iter().enumerate() {
        let square = rect.column(place, side + size::SPACE_12).left_part(side);
        let source = if subject.is_difference { subject.source() } else { run.source };
        let map = if is_channel {
            ChannelMaps::get(board, source, LAST_MODULE).map(|maps| maps.overlay(ui, board.look, shown.channel))
        } else {
            Some(evidence_texture(ui, run, sums, range, board))
        };
        let Some(map) = map else { continue };
        if are_two {
            let theme = board.look.theme;
            let below = square.beneath(0.0, 24.0);
            let name = &caption_of(place, run, sums, board);
            write_fitted(ui.painter(), below, Align2::LEFT_CENTER, name, TextRole::Caption, theme.mid);
        }
        photo_with_map(ui, square, run, &map, board.scene.opacity, board.look);
        let cells = Cells {
            sums,
            run,
            source,
            channel: is_channel.then_some(shown.channel),
            place,
            letter: are_two.then(|| LETTERS[place]),
        };
        cells::cells(ui, square, &cells, board);
    }
    if is_channel {
        channel_bar(ui, bar, shown, board);
    } else {
        evidence_bar(ui, bar, range, board);
    }
}

/// What stands below one of two photos: its name; of one photo that was changed, which it is and what it adds up to.
fn caption_of(place: usize, run: Run<'_>, sums: &LogitSums, board: &Board<'_, '_>) -> String {
    let state = board.subject.state;
    if !is_alone(state) || state.original().is_none() {
        return name_at(state, run.source);
    }
    let is_moved = state.tour.is_some_and(|tour| tour.stage().moves_crop);
    let key = match (place, is_moved) {
        (0, true) => "classifiers-shifted",
        (0, false) => "classifiers-edited",
        (_, _) => "classifiers-before",
    };
    tr_with(key, &[("logit", fixed(sums.logit, 2))])
}

/// As far below 0 as above it, for both photos.
fn evidence_range(shown: &EvidenceContext<'_>, over: Over) -> Range {
    let mut values = cells_shown(shown.sums, over);
    if let Some(other) = shown.other {
        values.extend(cells_shown(other, over));
    }
    let values: Vec<f32> = values.into_iter().map(|value| value as f32).collect();
    Range::symmetric(&values)
}

fn evidence_texture(ui: &Ui, run: Run<'_>, sums: &LogitSums, range: Range, board: &mut Board<'_, '_>) -> TextureHandle {
    let subject = board.subject;
    let colormap: Colormap = colormap_of(subject.state, true);
    let over = board.scene.over;
    let less = subject.other.filter(|_| subject.is_difference);
    let key = (
        "evidence",
        [run.report.id, less.map_or(0, |less| less.report.id)],
        (subject.class, subject.minus),
        range.max().to_bits(),
        (colormap, over == Over::Relative),
    );
    let textures = &mut board.look.textures;
    textures.get(ui.ctx(), key, TextureOptions::NEAREST, || {
        let values: Vec<f32> = cells_shown(sums, over).into_iter().map(|cell| cell as f32).collect();
        overlay_image(&values, sums.side, range, colormap)
    })
}

/// The signed scale: against at the left, for at the right.
fn evidence_bar(ui: &mut Ui, rect: Rect, range: Range, board: &Board<'_, '_>) {
    let theme = board.look.theme;
    let color_at = color_function(colormap_of(board.subject.state, true));
    let most = f64::from(range.max());
    let decimals = decimals_for(most).max(2);
    let keys = match board.scene.over {
        Over::Relative => ["classifiers-bar-below", "classifiers-bar-above"],
        Over::Evidence | Over::Channel => ["classifiers-bar-against", "classifiers-bar-for"],
    };
    let ends = [-most, most].map(|value| signed(value, decimals));
    let ends = [0, 1].map(|end| tr_with(keys[end], &[("value", &*ends[end])]));
    let bar = ColorBar::new("", [range.min(), range.max()], &color_at).ends(&ends[0], &ends[1]);
    let response = within(ui, rect, |ui| bar.show(ui, theme));
    let middle = match board.scene.over {
        Over::Relative => tr("classifiers-bar-mean"),
        Over::Evidence | Over::Channel => "0".to_owned(),
    };
    write(ui.painter(), rect.without_top(19.0), Align2::CENTER_TOP, &middle, TextRole::Tick, theme.low);
    tooltip(&response, theme, |ui| {
        ui.set_max_width(380.0);
        ui.label(egui::RichText::new(tr("classifiers-bar-tip")).color(theme.hi));
        ui.label(egui::RichText::new(why_main_only()).color(theme.mid));
    });
}

/// The scale of the channel's map, and which channel it is.
fn channel_bar(ui: &mut Ui, rect: Rect, shown: &EvidenceContext<'_>, board: &Board<'_, '_>) {
    scale(ui, rect, (shown.maps.range, shown.maps.colormap), 3, board.look.theme);
    let channel = shown.channel.to_string();
    let product = share(shown.sums.channels[shown.channel].product);
    let values = [("channel", &*channel), ("product", &*product)];
    let name = tr_with("classifiers-channel-over", &values);
    spoken(ui, rect, Role::Label, &name);
}
