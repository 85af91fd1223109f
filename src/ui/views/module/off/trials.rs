//! Each branch of the module alone, switched off: more work is not more weight in the answer.

use egui::{Align2, Rect, Stroke, Ui, pos2, vec2};

use super::super::facts::HUES;
use super::spoken_place;
use crate::analysis::{Report, Scores};
use crate::engine::{BranchAlbum, BranchTrials};
use crate::locale::format::{fixed, percent, signed};
use crate::locale::text::{tr, tr_with};
use crate::spec::{Head, MODULES};
use crate::state::Spoiler;
use crate::ui::kit::paint::{card_ground, text, text_within};
use crate::ui::style::{Hue, TextRole, Theme, size};
use crate::ui::views::classifiers::{hangs_on, head_name};
use crate::ui::views::module::show::Show;

/// Shows the card.
pub(super) fn card(ui: &mut Ui, show: &Show<'_>, rect: Rect) {
    let theme = show.theme;
    card_ground(ui.painter(), rect, theme);
    let inner = rect.shrink2(vec2(size::CARD_PADDING, 10.0));
    let module = MODULES[show.facts.module].name;
    let title = tr_with("module-off-trials", &[("module", module)]);
    let middle = pos2(inner.left(), inner.top() + 12.0);
    text_within(ui.painter(), middle, inner.width(), &title, TextRole::CardTitle, theme.hi);
    let Some((whole, trials)) = known(show) else {
        let place = pos2(inner.left(), inner.center().y);
        text_within(ui.painter(), place, inner.width(), &tr("module-off-trying"), TextRole::Body, theme.low);
        return;
    };
    let heads = heads(show, whole);
    let album = show.state.branch_album(show.facts.module).filter(|album| album.done > 0);
    let is_covered = show.state.is_covered(Spoiler::BranchTrials);
    let album = album.filter(|_| !is_covered);
    let columns = Columns::new(inner, heads.len() + usize::from(album.is_some()));
    let top = inner.top() + 26.0;
    words(ui, &columns, top, &heads, theme);
    if let (Some(album), Some(right)) = (album, columns.heads.last()) {
        same(ui, inner, top, *right, album, theme);
    }
    let strip = inner.with_min_y(inner.bottom() - 30.0);
    let body = top + 20.0..=strip.top() - 4.0;
    let height = ((body.end() - body.start()) / 4.0).min(32.0);
    for branch in 0..4 {
        let y = body.start() + height * branch as f32;
        let slot = Rect::from_min_size(pos2(inner.left(), y), vec2(inner.width(), height));
        row(ui, slot, show, (branch, &columns, &heads), (whole, trials));
    }
    conclusion(ui, strip, show, (whole, trials));
}

/// For how many photos of the album the answer stays without each branch.
fn same(ui: &Ui, rect: Rect, top: f32, right: f32, album: &BranchAlbum, theme: &Theme) {
    let words = tr_with("module-off-same-answer", &[("count", album.done as f64)]);
    text(ui.painter(), pos2(right, top + 8.0), Align2::RIGHT_CENTER, &words, TextRole::Status, theme.low);
    let body = top + 20.0..=rect.bottom() - 34.0;
    let height = ((body.end() - body.start()) / 4.0).min(32.0);
    for (branch, same) in album.same.iter().enumerate() {
        let y = body.start() + height * (branch as f32 + 0.5);
        let share = format!("{}%", fixed(100.0 * *same as f64 / album.done as f64, 0));
        text(ui.painter(), pos2(right, y), Align2::RIGHT_CENTER, &share, TextRole::Body, theme.hi);
        let place = Rect::from_min_max(pos2(right - 60.0, y - 8.0), pos2(right, y + 8.0));
        spoken_place(ui, place, &format!("{words}: {share}"));
    }
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

/// Right edges of the columns.
struct Columns {
    name: f32,
    bar: [f32; 2],
    work: f32,
    heads: Vec<f32>,
}

impl Columns {
    fn new(rect: Rect, heads: usize) -> Self {
        let left = rect.left() + 14.0;
        let name = left + rect.width() * 0.13;
        let work = rect.left() + rect.width() * 0.38;
        let each = (rect.right() - work) / heads as f32;
        let heads = (1..=heads).map(|place| work + each * place as f32).collect();
        Self { name, bar: [name + 6.0, work - 44.0], work, heads }
    }
}

fn words(ui: &Ui, columns: &Columns, top: f32, heads: &[Head], theme: &Theme) {
    let middle = top + 8.0;
    let place = pos2(columns.work, middle);
    text(ui.painter(), place, Align2::RIGHT_CENTER, &tr("module-off-work"), TextRole::Status, theme.low);
    for (head, right) in heads.iter().zip(&columns.heads) {
        let place = pos2(*right, middle);
        text(ui.painter(), place, Align2::RIGHT_CENTER, &head_name(*head), TextRole::Status, theme.low);
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
    let y = rect.center().y;
    let hue = theme.hue(HUES[branch]).fill;
    painter.rect_filled(Rect::from_min_size(pos2(rect.left(), y - 8.0), vec2(4.0, 16.0)), 0.0, hue);
    let name = &show.facts.branch_names[branch];
    let left = rect.left() + 12.0;
    text_within(painter, pos2(left, y), columns.name - left, name, TextRole::Name, theme.hi);
    let share = work(show, branch);
    let [from, to] = columns.bar;
    if to - from > 20.0 {
        let bar = Rect::from_min_size(pos2(from, y - 5.0), vec2(((to - from) * share as f32).max(2.0), 10.0));
        painter.rect_filled(bar, size::RADIUS_BAR, hue);
    }
    let percentage = format!("{}%", fixed(100.0 * share, 0));
    text(painter, pos2(columns.work, y), Align2::RIGHT_CENTER, &percentage, TextRole::Body, theme.hi);
    let class = class(show, whole);
    let mut spoken = vec![format!("{name}: {percentage}")];
    for (head, right) in heads.iter().zip(&columns.heads) {
        let before = share_of(&whole.scores, *head, class);
        let is_covered = show.state.is_covered(Spoiler::BranchTrials);
        if is_covered {
            text(painter, pos2(*right, y), Align2::RIGHT_CENTER, "?", TextRole::BodyStrong, theme.low);
            continue;
        }
        let after = trials.without.get(branch).and_then(|scores| share_of(scores, *head, class));
        let (Some(before), Some(after)) = (before, after) else { continue };
        let change = signed(100.0 * (after - before), 1);
        let ink = theme.hue(if after >= before { Hue::Positive } else { Hue::Negative }).text;
        let shown = text(painter, pos2(*right, y), Align2::RIGHT_CENTER, &change, TextRole::BodyStrong, ink);
        let place = pos2(shown.left().min(right - 46.0) - 8.0, y);
        text(painter, place, Align2::RIGHT_CENTER, &percent(after), TextRole::Body, theme.hi);
        spoken.push(format!("{} {} ({change})", head_name(*head), percent(after)));
    }
    spoken_place(ui, rect, &spoken.join(", "));
    painter.hline(rect.x_range(), rect.bottom(), Stroke::new(size::hairline(), theme.line));
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
    spoken_place(ui, rect, &words);
    text_within(
        ui.painter(),
        rect.left_center() + vec2(4.0, 0.0),
        rect.width() - 8.0,
        &words,
        TextRole::BodyStrong,
        theme.hi,
    );
}
