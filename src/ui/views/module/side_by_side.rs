//! Naive and reduced beside each other, as in Fig. 2 of the paper.

use egui::{Align2, Rect, Stroke, Ui, pos2};

use super::diagram::diagram;
use super::layout::{Areas, Diagram};
use super::paint;
use super::scales::scales;
use super::scene::Asked;
use super::scene::ModuleScene;
use super::show::Show;
use super::title;
use crate::locale::format::{grouped, ratio};
use crate::locale::text::{tr, tr_with};
use crate::state::Command;
use crate::ui::look::Look;
use crate::ui::style::{TextRole, Weight, caption_room, is_projected, size};

/// Between the two modules, points.
const GAP: f32 = 32.0;

/// Shows both modules where otherwise one is.
pub(super) fn panels(
    ui: &mut Ui,
    show: &Show<'_>,
    areas: &Areas,
    scene: &mut ModuleScene,
    look: &mut Look<'_>,
    (commands, asked): (&mut Vec<Command>, &mut Asked),
) {
    let whole = areas.note.union(areas.diagram);
    let width = (whole.width() - GAP) / 2.0;
    let left = whole.with_max_x(whole.left() + width);
    let right = whole.with_min_x(whole.right() - width);
    let line = Stroke::new(size::hairline(), show.theme.line);
    ui.painter().vline(whole.center().x, whole.y_range(), line);
    for (panel, is_naive) in [(left, true), (right, false)] {
        let show = Show { is_naive, is_factorised: false, is_half: true, ..*show };
        heading(ui, &show, panel);
        let lanes = Rect::from_min_max(pos2(panel.left(), areas.diagram.top() + 16.0), panel.max);
        let at = Diagram::half(lanes, show.facts.reduced.input);
        let pictures = (&mut scene.tiles, &mut *look);
        let focus = diagram(ui, &show, &at, pictures, (commands, asked));
        scales(ui, &show, &at, focus.as_ref(), commands);
    }
}

/// Which figure it is, and what it comes to.
fn heading(ui: &Ui, show: &Show<'_>, panel: Rect) {
    let (theme, painter) = (show.theme, ui.painter());
    let version = show.version();
    let name = tr(if show.is_naive { "module-figure-naive" } else { "module-figure-reduced" });
    let place = panel.left_top() + egui::vec2(0.0, 9.0);
    let font = Weight::SemiBold.size(16.0);
    let shown = painter.text(place, Align2::LEFT_CENTER, name, font, theme.hi);
    let words = if show.is_naive {
        let times = ratio(version.macs as f64 / show.facts.reduced.macs as f64);
        tr_with("module-figure-cost-naive", &[("macs", super::stage::macs_text(version.macs)), ("times", times)])
    } else {
        tr_with("module-figure-cost", &[("macs", super::stage::macs_text(version.macs))])
    };
    let mut parts = vec![words];
    if panel.width() > 560.0 {
        let channels = grouped(version.output() as u64);
        parts.insert(0, tr_with("module-figure-channels", &[("count", channels)]));
    }
    if !is_projected() {
        parts.extend(show.runs().map(title::runs_text));
    }
    let left = shown.right() + size::SPACE_12;
    let ink = (TextRole::Caption.font(), theme.low);
    let place = pos2(left, place.y + 1.0);
    let room = panel.right() - left;
    paint::line(painter, place, Align2::LEFT_CENTER, &parts.join("  ·  "), ink, room);
    if show.is_naive {
        let place = panel.left_top() + egui::vec2(0.0, 9.0 + caption_room(18.0));
        let key = match (show.state.is_comparing(), panel.width() > 560.0) {
            (true, _) => "module-linear-first",
            (false, true) => "module-linear-note",
            (false, false) => "module-linear-short",
        };
        let ink = (TextRole::Tick.font(), theme.low);
        paint::line(painter, place, Align2::LEFT_CENTER, &tr(key), ink, panel.width());
    }
}
