//! Naive and reduced beside each other, as in Fig. 2 of the paper.

use egui::{Align2, Rect, Stroke, Ui};

use super::diagram::diagram;
use super::layout::{Areas, Diagram};
use super::scales::scales;
use super::scene::Asked;
use super::scene::ModuleScene;
use super::show::Show;
use super::title;
use crate::locale::format::{grouped, ratio};
use crate::locale::text::{tr, tr_with};
use crate::state::Command;
use crate::ui::kit::{Area, right_of, write_fitted, write_sized};
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
    let [left, right] = whole.columns::<2>(GAP);
    let line = Stroke::new(size::hairline(), show.theme.line);
    ui.painter().vline(whole.center().x, whole.y_range(), line);
    for (panel, is_naive) in [(left, true), (right, false)] {
        let show = Show { is_naive, is_factorised: false, is_half: true, ..*show };
        heading(ui, &show, panel);
        let lanes = panel.with_min_y(areas.diagram.top() + 16.0);
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
    let font = Weight::SemiBold.size(16.0);
    let shown = write_sized(painter, panel.top_part(18.0), Align2::LEFT_CENTER, &name, font, theme.hi);
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
    let behind = right_of(panel.top_part(20.0), shown, size::SPACE_12);
    write_fitted(painter, behind, Align2::LEFT_CENTER, &parts.join("  ·  "), TextRole::Caption, theme.low);
    if show.is_naive {
        let key = match (show.state.is_comparing(), panel.width() > 560.0) {
            (true, _) => "module-linear-first",
            (false, true) => "module-linear-note",
            (false, false) => "module-linear-short",
        };
        let below = panel.without_top(caption_room(18.0)).top_part(18.0);
        write_fitted(painter, below, Align2::LEFT_CENTER, &tr(key), TextRole::Tick, theme.low);
    }
}
