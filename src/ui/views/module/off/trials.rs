//! Each branch of the module alone, switched off: more work is not more weight in the answer.

use egui::{Align2, Rect, Role, Ui, vec2};

use super::super::facts::HUES;
use crate::analysis::{Report, Scores};
use crate::engine::{BranchAlbum, BranchTrials};
use crate::locale::format::{fixed, percent, signed};
use crate::locale::text::{tr, tr_with};
use crate::spec::{Head, MODULES};
use crate::state::Spoiler;
use crate::ui::kit::paint::{card_ground, spoken};
use crate::ui::kit::{Area, NumberColumns, line_below, stripe, write, write_fitted};
use crate::ui::style::{Hue, TextRole, Theme, size};
use crate::ui::views::classifiers::{hangs_on, head_name};
use crate::ui::views::module::show::Show;

/// Shows the card.
pub(super) fn card(ui: &mut Ui, show: &Show<'_>, rect: Rect) {
    let theme = show.theme;
    card_ground(ui.painter(), rect, theme);
    let mut inner = rect.shrink2(vec2(size::CARD_PADDING, 10.0));
    let title = tr_with("module-off-trials", &[("module", MODULES[show.facts.module].name)]);
    let head = inner.top_part(24.0);
    write_fitted(ui.painter(), head, Align2::LEFT_CENTER, &title, TextRole::CardTitle, theme.hi);
    let Some((whole, trials)) = known(show) else {
        let words = tr("module-off-trying");
        write_fitted(ui.painter(), inner, Align2::LEFT_CENTER, &words, TextRole::Body, theme.low);
        return;
    };
    let heads = heads(show, whole);
    let album = show.state.branch_album(show.facts.module).filter(|album| album.done > 0);
    let album = album.filter(|_| !show.state.is_covered(Spoiler::BranchTrials));
    let columns = Columns::new(inner, heads.len() + usize::from(album.is_some()));
    inner.take_top(26.0);
    columns.words(ui, inner.take_top(20.0).top_part(16.0), &heads, album, theme);
    let strip = inner.take_bottom(30.0);
    inner.take_bottom(4.0);
    let height = (inner.height() / 4.0).min(32.0);
    for branch in 0..4 {
        let slot = inner.row(branch, height);
        row(ui, slot, show, (branch, &columns, &heads), (whole, trials));
        if let Some(album) = album {
            same(ui, columns.numbers.cell(slot, heads.len() + 1), album, branch, theme);
        }
    }
    conclusion(ui, strip, show, (whole, trials));
}

/// "same answer for 100 photos".
fn same_words(album: &BranchAlbum) -> String {
    tr_with("module-off-same-answer", &[("count", album.done as f64)])
}

/// For how many photos of the album the answer stays without a branch.
fn same(ui: &Ui, cell: Rect, album: &BranchAlbum, branch: usize, theme: &Theme) {
    let share = format!("{}%", fixed(100.0 * album.same[branch] as f64 / album.done as f64, 0));
    write(ui.painter(), cell, Align2::RIGHT_CENTER, &share, TextRole::Body, theme.hi);
    let place = cell.right_part(60.0).middle_row(16.0);
    spoken(ui, place, Role::Label, &format!("{}: {share}", same_words(album)));
}

/// The trials of this module in the run on screen.
fn known<'a>(show: &Show<'a>) -> Option<(&'a Report, &'a BranchTrials)> {
    let trials = show.state.found.branches.as_ref()?;
    let whole = show.state.unmuted().or_else(|| show.state.report())?;
    let whole = show.state.shown().map_or(whole, |shown| &shown.run().report);
    (trials.report == whole.id && trials.module == show.facts.module).then_some((&**whole, &**trials))
}

/// The class whose probability is watched.
fn class(show: &Show<'_>, whole: &Report) -> usize {
    show.state.study.class.unwrap_or_else(|| whole.main().best())
}

/// The next auxiliary head behind the module, and the main one.
fn heads(show: &Show<'_>, whole: &Report) -> Vec<Head> {
    let behind = |head: &Head| hangs_on(&whole.network, *head).is_some_and(|(module, _)| module >= show.facts.module);
    let next = [Head::Aux1, Head::Aux2].into_iter().find(|head| whole.head(*head).is_some() && behind(head));
    next.into_iter().chain([Head::Main]).collect()
}

/// Name and bar of a branch, and columns of numbers: its work, then one a head, then one for the album.
struct Columns {
    name: Rect,
    bar: Rect,
    numbers: NumberColumns,
}

impl Columns {
    fn new(rect: Rect, behind: usize) -> Self {
        let names = rect.left_part(14.0 + rect.width() * 0.13).without_left(12.0);
        let work = rect.width() * 0.38;
        // The work's column has no room of its own: its number ends where the bar's column does.
        let shares: Vec<f32> = [0.0].into_iter().chain(std::iter::repeat_n(1.0, behind)).collect();
        let bar = rect.left_part(work - 44.0).with_min_x(names.right() + 6.0);
        Self { name: names, bar, numbers: NumberColumns::new(rect, work, &shares) }
    }

    /// The heads of the columns.
    fn words(&self, ui: &Ui, row: Rect, heads: &[Head], album: Option<&BranchAlbum>, theme: &Theme) {
        let heads = heads.iter().map(|head| head_name(*head));
        let words = [tr("module-off-work")].into_iter().chain(heads).chain(album.map(same_words));
        for (column, words) in words.enumerate() {
            let cell = self.numbers.cell(row, column);
            write(ui.painter(), cell, Align2::RIGHT_CENTER, &words, TextRole::Status, theme.low);
        }
    }
}

/// Share of the module's multiplications, 0 to 1.
pub(super) fn work(show: &Show<'_>, branch: usize) -> f64 {
    let reduced = &show.facts.reduced;
    let macs =
        |of: usize| -> u64 { reduced.stages.iter().filter(|stage| stage.branch() == of).map(|stage| stage.macs).sum() };
    let all: u64 = (0..4).map(macs).sum();
    macs(branch) as f64 / all.max(1) as f64
}

fn share_of(scores: &[Scores], head: Head, class: usize) -> Option<f64> {
    let scores = scores.iter().find(|scores| scores.head == head)?;
    Some(f64::from(scores.probabilities[class]))
}

fn row(
    ui: &Ui,
    rect: Rect,
    show: &Show<'_>,
    (branch, columns, heads): (usize, &Columns, &[Head]),
    (whole, trials): (&Report, &BranchTrials),
) {
    let theme = show.theme;
    let painter = ui.painter();
    if show.is_off(branch) {
        painter.rect_filled(rect.expand2(vec2(6.0, -1.0)), size::RADIUS_TILE, theme.bg3);
    }
    stripe(painter, rect, 16.0, HUES[branch], theme);
    let name = &show.facts.branch_names[branch];
    let of_row = |column: Rect| Rect::from_x_y_ranges(column.x_range(), rect.y_range());
    write_fitted(painter, of_row(columns.name), Align2::LEFT_CENTER, name, TextRole::Name, theme.hi);
    let share = work(show, branch);
    let track = of_row(columns.bar).middle_row(10.0);
    if track.width() > 20.0 {
        let bar = track.left_part((track.width() * share as f32).max(2.0));
        painter.rect_filled(bar, size::RADIUS_BAR, theme.hue(HUES[branch]).fill);
    }
    let percentage = format!("{}%", fixed(100.0 * share, 0));
    let cell = |column: usize| columns.numbers.cell(rect, column);
    write(painter, cell(0), Align2::RIGHT_CENTER, &percentage, TextRole::Body, theme.hi);
    let class = class(show, whole);
    let mut said = vec![format!("{name}: {percentage}")];
    for (place, head) in heads.iter().enumerate() {
        let cell = cell(place + 1);
        let before = share_of(&whole.scores, *head, class);
        let is_covered = show.state.is_covered(Spoiler::BranchTrials);
        if is_covered {
            write(painter, cell, Align2::RIGHT_CENTER, "?", TextRole::BodyStrong, theme.low);
            continue;
        }
        let after = trials.without.get(branch).and_then(|scores| share_of(scores, *head, class));
        let (Some(before), Some(after)) = (before, after) else { continue };
        let change = signed(100.0 * (after - before), 1);
        let ink = theme.hue(if after >= before { Hue::Positive } else { Hue::Negative }).text;
        let shown = write(painter, cell, Align2::RIGHT_CENTER, &change, TextRole::BodyStrong, ink);
        let before_it = cell.without_right(shown.width().max(46.0) + 8.0);
        write(painter, before_it, Align2::RIGHT_CENTER, &percent(after), TextRole::Body, theme.hi);
        said.push(format!("{} {} ({change})", head_name(*head), percent(after)));
    }
    spoken(ui, rect, Role::Label, &said.join(", "));
    line_below(painter, rect, theme.line);
}

/// The branch that the main head misses most, and the one that multiplies most.
fn conclusion(ui: &Ui, rect: Rect, show: &Show<'_>, (whole, trials): (&Report, &BranchTrials)) {
    let theme = show.theme;
    if trials.without.len() < 4 || show.state.is_covered(Spoiler::BranchTrials) {
        return;
    }
    let class = class(show, whole);
    let Some(before) = share_of(&whole.scores, Head::Main, class) else { return };
    let change = |branch: &usize| {
        share_of(&trials.without[*branch], Head::Main, class).map_or(0.0, |after| (after - before).abs())
    };
    let missed = (0..4).max_by(|one, other| change(one).total_cmp(&change(other))).unwrap_or(0);
    let busiest = (0..4).max_by(|one, other| work(show, *one).total_cmp(&work(show, *other))).unwrap_or(0);
    let key = if missed == busiest { "module-off-same" } else { "module-off-other" };
    let values = [("branch", show.facts.branch_names[missed].clone()), ("share", fixed(100.0 * work(show, missed), 0))];
    let words = tr_with(key, &values);
    ui.painter().rect_filled(rect.expand2(vec2(6.0, 0.0)), size::RADIUS_TILE, theme.bg3);
    spoken(ui, rect, Role::Label, &words);
    let inner = rect.shrink2(vec2(4.0, 0.0));
    write_fitted(ui.painter(), inner, Align2::LEFT_CENTER, &words, TextRole::BodyStrong, theme.hi);
}
