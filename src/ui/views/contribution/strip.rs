//! The equation of a layer: what its maps add, what the biases behind it add, and that both are the logit.

use egui::{Align2, Id, Rect, Role, Sense, Shape, Stroke, Ui, WidgetInfo, pos2, vec2};

use super::{HUES, branch_name, short_name};
use crate::analysis::contribution::{Contributions, LayerContribution};
use crate::locale::format::{fixed, percent, signed};
use crate::locale::text::{class_text, tr, tr_with};
use crate::spec::MODULES;
use crate::state::{Command, State, View};
use crate::ui::kit::focus_ring;
use crate::ui::kit::paint::{first_that_fits, spoken, text, text_within};
use crate::ui::style::{Hue, TextRole, Theme, Weight, size};

/// Shows all of it; the headline leaves `taken` points at its right.
pub(super) fn strip(
    ui: &mut Ui,
    (rect, taken): (Rect, f32),
    state: &State,
    (all, layer): (&Contributions, &LayerContribution),
    theme: &Theme,
    commands: &mut Vec<Command>,
) {
    let head = rect.with_max_y(rect.top() + 34.0);
    headline(ui, head.with_max_x(rect.right() - taken), state, layer, theme);
    let foot = rect.with_min_y(rect.bottom() - 56.0);
    let middle = Rect::from_min_max(pos2(rect.left(), head.bottom() + 4.0), pos2(rect.right(), foot.top() - 6.0));
    let depth_left = match layer.branches {
        Some(branches) => {
            let bars = middle.with_max_x(middle.left() + middle.width() * 0.42);
            branch_bars(ui, bars, layer, branches, theme);
            bars.right() + size::SPACE_24
        }
        None => middle.left(),
    };
    by_depth(ui, middle.with_min_x(depth_left), state, all, (layer, theme), commands);
    equation(ui, foot, state, layer, theme);
}

/// The explained class: "cat", "cat − dog".
fn class(state: &State) -> String {
    let label = |class: usize| state.labels().get(class).map_or("", |label| class_text(label)).to_owned();
    let class = state.class().map_or_else(String::new, label);
    match state.contribution_question().and_then(|(_, question)| question.minus) {
        Some(minus) => format!("{class} − {}", label(minus)),
        None => class,
    }
}

/// "4d: 1×1 argues for “cat” (+0.44), 5×5 against (−0.12)".
fn headline(ui: &Ui, rect: Rect, state: &State, layer: &LayerContribution, theme: &Theme) {
    let name = short_name(&layer.layer).to_owned();
    let class = class(state);
    let sum = signed(layer.sum, 2);
    let whole =
        tr_with("contribution-headline-sum", &[("layer", name.clone()), ("class", class.clone()), ("sum", sum)]);
    let words = match layer.branches {
        None => [whole.clone(), whole],
        Some(branches) => {
            let order = |most: bool| {
                (0..4).max_by(|&one: &usize, &other: &usize| match most {
                    true => branches[one].total_cmp(&branches[other]),
                    false => branches[other].total_cmp(&branches[one]),
                })
            };
            let (most, least) = (order(true).unwrap_or(0), order(false).unwrap_or(0));
            let values = [
                ("layer", name),
                ("class", class),
                ("for", branch_name(most)),
                ("plus", signed(branches[most], 2)),
                ("against", branch_name(least)),
                ("minus", signed(branches[least], 2)),
            ];
            let key = match (branches[most] > 0.0, branches[least] < 0.0) {
                (true, true) => "contribution-headline",
                (true, false) => "contribution-headline-for",
                (false, _) => "contribution-headline-against",
            };
            [tr_with(key, &values), whole]
        }
    };
    let words = first_that_fits(ui.painter(), words, rect.width(), TextRole::StageNumber);
    spoken(ui, rect, Role::Heading, &words);
    text_within(ui.painter(), rect.left_center(), rect.width(), &words, TextRole::StageNumber, theme.hi);
}

/// The hue of a sign; the sign is written too.
fn sign_hue(value: f64) -> Hue {
    if value >= 0.0 { Hue::Positive } else { Hue::Negative }
}

/// A bar for each branch, from 0 in the middle.
fn branch_bars(ui: &Ui, rect: Rect, layer: &LayerContribution, branches: [f64; 4], theme: &Theme) {
    let most = branches.iter().fold(f64::MIN_POSITIVE, |most, value| most.max(value.abs()));
    let height = (rect.height() / 4.0).min(26.0);
    let shares = layer.shares().unwrap_or_default();
    for (branch, value) in branches.into_iter().enumerate() {
        let top = rect.top() + height * branch as f32;
        let slot = Rect::from_min_size(pos2(rect.left(), top), vec2(rect.width(), height));
        let y = slot.center().y;
        let stripe = Rect::from_min_size(pos2(slot.left(), y - 7.0), vec2(4.0, 14.0));
        let painter = ui.painter();
        painter.rect_filled(stripe, 0.0, theme.hue(HUES[branch]).fill);
        let name = branch_name(branch);
        text_within(painter, pos2(slot.left() + 12.0, y), 54.0, &name, TextRole::Name, theme.hi);
        let number = signed(value, 3);
        let ink = theme.hue(sign_hue(value));
        let right = text(painter, slot.right_center(), Align2::RIGHT_CENTER, &number, TextRole::Name, theme.hi);
        let track = Rect::from_min_max(
            pos2(slot.left() + 70.0, y - 6.0),
            pos2(right.left().min(slot.right() - 58.0) - 8.0, y + 6.0),
        );
        let zero = track.center().x;
        painter.vline(zero, track.y_range(), Stroke::new(size::hairline(), theme.line2));
        let reach = track.width() / 2.0 * (value / most) as f32;
        let bar = Rect::from_x_y_ranges(zero.min(zero + reach)..=zero.max(zero + reach), track.y_range());
        painter.rect_filled(bar, size::RADIUS_BAR, ink.fill);
        let values = [("branch", name), ("value", number), ("share", share_words(shares[branch]))];
        spoken(ui, slot, Role::Label, &tr_with("contribution-branch", &values));
    }
}

/// "+45%".
pub(super) fn share_words(share: f64) -> String {
    format!("{}%", signed(100.0 * share, 0))
}

/// What the maps of every layer carry of the logit; the rest (dashed) is left to the biases behind them.
fn by_depth(
    ui: &mut Ui,
    rect: Rect,
    state: &State,
    all: &Contributions,
    (shown, theme): (&LayerContribution, &Theme),
    commands: &mut Vec<Command>,
) {
    let painter = ui.painter().clone();
    let title = tr("contribution-by-depth");
    let hint = tr("contribution-by-depth-hint");
    let top = rect.top() + 8.0;
    let named = text_within(&painter, pos2(rect.left(), top), rect.width(), &title, TextRole::StatusStrong, theme.hi);
    let room = rect.right() - named.right() - 12.0;
    if painter.layout_no_wrap(hint.clone(), TextRole::Status.font(), theme.low).size().x < room {
        text(&painter, pos2(rect.right(), top), Align2::RIGHT_CENTER, &hint, TextRole::Status, theme.low);
    }
    let chart =
        Rect::from_min_max(pos2(rect.left() + 34.0, rect.top() + 20.0), pos2(rect.right(), rect.bottom() - 16.0));
    let sums = || all.layers.iter().map(|layer| layer.sum as f32).chain([all.logit as f32, 0.0]);
    let (low, high) = sums().fold((0.0_f32, 0.0_f32), |(low, high), value| (low.min(value), high.max(value)));
    let span = (high - low).max(f32::MIN_POSITIVE);
    let y_of = |value: f32| chart.bottom() - chart.height() * (value - low) / span;
    painter.hline(chart.x_range(), y_of(0.0), Stroke::new(size::hairline(), theme.line2));
    painter.hline(chart.x_range(), y_of(all.logit as f32), Stroke::new(1.5, theme.hue(Hue::Classifier).fill));
    for (value, words) in [(0.0, "0".to_owned()), (all.logit as f32, fixed(all.logit, 2))] {
        text(&painter, pos2(chart.left() - 4.0, y_of(value)), Align2::RIGHT_CENTER, &words, TextRole::Tick, theme.low);
    }
    let width = chart.width() / all.layers.len().max(1) as f32;
    for (place, layer) in all.layers.iter().enumerate() {
        let left = chart.left() + width * place as f32;
        let slot = Rect::from_min_max(pos2(left, rect.top() + 20.0), pos2(left + width, rect.bottom()));
        let name = short_name(&layer.layer);
        let is_shown = layer.layer == shown.layer;
        let response = ui.interact(slot, Id::unique(("contribution-depth", &layer.layer)), Sense::click());
        let values = [
            ("layer", name.to_owned()),
            ("sum", signed(layer.sum, 2)),
            ("remainder", signed(layer.remainder, 2)),
            ("logit", signed(layer.logit, 2)),
        ];
        let key = if layer.is_exact { "contribution-layer" } else { "contribution-layer-inexact" };
        let words = tr_with(key, &values);
        response.widget_info(|| WidgetInfo::selected(Role::Button, ui.is_enabled(), is_shown, &words));
        let bar = Rect::from_x_y_ranges(left + width * 0.2..=left + width * 0.8, {
            let (one, other) = (y_of(0.0), y_of(layer.sum as f32));
            one.min(other)..=one.max(other)
        });
        painter.rect_filled(bar, 1.0, theme.hue(sign_hue(layer.sum)).fill);
        let edges =
            [bar.left(), bar.right()].map(|x| [pos2(x, y_of(layer.sum as f32)), pos2(x, y_of(all.logit as f32))]);
        for edge in edges {
            painter.extend(Shape::dashed_line(&edge, Stroke::new(1.0, theme.low), 2.0, 3.0));
        }
        let (role, ink) = match is_shown {
            true => (TextRole::StatusStrong, theme.hi),
            false => (TextRole::Tick, theme.low),
        };
        // Of the stem the first is named, the others numbered.
        let shown_name = if place > 0 { name.trim_start_matches("conv") } else { name };
        text(&painter, pos2(left + width / 2.0, rect.bottom() - 7.0), Align2::CENTER_CENTER, shown_name, role, ink);
        focus_ring(ui, &response, size::RADIUS_TILE, theme);
        if response.clicked() {
            select(state, &layer.layer, commands);
        }
    }
}

/// Looks at another layer; in the module view at another module.
fn select(state: &State, layer: &str, commands: &mut Vec<Command>) {
    commands.push(Command::SelectLayer(layer.to_owned()));
    let module = MODULES.iter().position(|module| module.layer_name() == layer);
    if let (View::Module(_), Some(module)) = (state.view, module) {
        commands.push(Command::Show(View::Module(module)));
    }
}

/// "+0.286 + 4.667 = 4.953 → 90.4%"; where it must not hold, that it does not.
fn equation(ui: &Ui, rect: Rect, state: &State, layer: &LayerContribution, theme: &Theme) {
    let painter = ui.painter();
    painter.rect_filled(rect.expand2(vec2(6.0, 0.0)), size::RADIUS_TILE, theme.bg3);
    // The logit first, the rest with as many decimals.
    let [sum, remainder, logit] = [layer.sum, layer.remainder, layer.logit].map(|value| fixed(value, 3));
    let name = short_name(&layer.layer).to_owned();
    if !layer.is_exact {
        let values = [("layer", name), ("sum", sum), ("remainder", remainder), ("logit", logit)];
        let words = tr_with("contribution-inexact", &values);
        spoken(ui, rect, Role::Label, &words);
        let galley = painter.layout(words, TextRole::Body.font(), theme.hi, rect.width());
        painter.galley(pos2(rect.left(), rect.center().y - galley.size().y / 2.0), galley, theme.hi);
        return;
    }
    let share = state.contribution_question().and_then(|(shown, question)| match question.minus {
        Some(_) => None,
        None => shown.report.main().probabilities.get(question.class).map(|share| f64::from(*share)),
    });
    let parts = [
        (sum.clone(), tr("contribution-sum"), theme.hue(sign_hue(layer.sum)).text),
        (remainder.clone(), tr_with("contribution-remainder", &[("layer", name)]), theme.hi),
        (logit.clone(), tr_with("contribution-logit", &[("class", class(state))]), theme.hi),
        (share.map_or_else(String::new, percent), "softmax".to_owned(), theme.hue(Hue::Classifier).text),
    ];
    let count = if share.is_some() { 4 } else { 3 };
    let width = rect.width() / count as f32;
    for (place, (number, caption, ink)) in parts.into_iter().take(count).enumerate() {
        let middle = rect.left() + width * (place as f32 + 0.5);
        let font = Weight::SemiBold.size(20.0);
        painter.text(pos2(middle, rect.top() + 18.0), Align2::CENTER_CENTER, number, font, ink);
        let room = width - 12.0;
        let galley = painter.layout_no_wrap(caption.clone(), TextRole::Status.font(), theme.mid);
        let left = middle - galley.size().x.min(room) / 2.0;
        text_within(painter, pos2(left, rect.bottom() - 14.0), room, &caption, TextRole::Status, theme.mid);
        let sign = ["+", "=", "→"].get(place).filter(|_| place + 1 < count);
        if let Some(sign) = sign {
            let at = pos2(rect.left() + width * (place as f32 + 1.0), rect.top() + 18.0);
            text(painter, at, Align2::CENTER_CENTER, sign, TextRole::CardTitle, theme.mid);
        }
    }
    let words = format!("{sum} + {remainder} = {logit}");
    spoken(ui, rect, Role::Label, &words);
}
