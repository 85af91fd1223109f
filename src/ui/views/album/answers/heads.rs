//! The three heads: does depth help?

use egui::{Align2, Rect, Role, Ui};

use super::Parts;
use crate::album::statistics::HeadShares;
use crate::locale::text::{tr, tr_with};
use crate::spec::Head;
use crate::ui::kit::paint::{card_ground, paragraph, spoken};
use crate::ui::kit::{Area, Row, left_of, right_of, share_bar, within, write, write_fitted};
use crate::ui::style::{TextRole, is_projected, size};
use crate::ui::views::album::words::whole_percent;
use crate::ui::views::classifiers::{hangs_on, head_hue, head_name};

/// The card.
pub(super) fn card(ui: &mut Ui, rect: Rect, parts: Parts<'_>) {
    let (shown, facts) = (parts.shown, parts.shown.facts);
    let theme = shown.theme;
    card_ground(ui.painter(), rect, theme);
    let mut rest = rect.shrink(size::CARD_PADDING - 4.0);
    let title = tr_with("album-heads", &[("count", facts.heads.len() as f64)]);
    let known = tr_with("album-known-photos", &[("count", facts.known_photos() as f64)]);
    Row::new(&title, TextRole::CardTitle, theme.hi)
        .number(&known, TextRole::Caption, theme.low)
        .paint(ui.painter(), rest.take_top(32.0).top_part(20.0));
    let pitch = if is_projected() { 96.0 } else { 50.0 };
    for shares in &facts.heads {
        head(ui, rest.take_top(pitch), parts, shares);
    }
    within(ui, rest.without_top(2.0), |ui| paragraph(ui, &sentence(&facts.heads), TextRole::Caption, theme.mid));
}

fn head(ui: &Ui, row: Rect, parts: Parts<'_>, shares: &HeadShares) {
    let theme = parts.shown.theme;
    let painter = ui.painter();
    let hue = head_hue(shares.head);
    let line = row.top_part(24.0);
    let name = head_name(shares.head);
    let title = write(painter, line, Align2::LEFT_CENTER, &name, TextRole::Name, theme.hue(hue).text);
    let network = parts.shown.state.network();
    let depth = network.and_then(|network| Some((hangs_on(network, shares.head)?.1, network.depth())));
    let depth = depth.map(|(depth, all)| tr_with("album-depth-of", &[("depth", depth as f64), ("all", all as f64)]));
    let share = |right: usize| right as f64 / shares.known.max(1) as f64;
    let (top1, top5) = (whole_percent(share(shares.top1)), whole_percent(share(shares.top5)));
    let number = write(painter, line, Align2::RIGHT_CENTER, &top1, TextRole::CardTitle, theme.hi);
    let five = tr_with("album-top5", &[("share", &*top5)]);
    let before = left_of(line, number, size::SPACE_8);
    let before = write(painter, before, Align2::RIGHT_CENTER, &five, TextRole::Tick, theme.low);
    let depth = depth.unwrap_or_default();
    let between = left_of(right_of(line, title, size::SPACE_8), before, size::SPACE_4);
    write_fitted(painter, between, Align2::LEFT_CENTER, &depth, TextRole::Tick, theme.low);
    let track = row.without_top(row.height() * 0.45).top_part(10.0);
    share_bar(painter, track, share(shares.top1) as f32, hue, theme);
    let values = [
        ("head", name),
        ("depth", depth),
        ("right", shares.top1.to_string()),
        ("known", shares.known.to_string()),
        ("share", top1),
        ("top5", top5),
    ];
    spoken(ui, row, Role::Label, &tr_with("album-head-sentence", &values));
}

/// What the numbers say about depth.
fn sentence(heads: &[HeadShares]) -> String {
    let main = heads.iter().find(|shares| shares.head == Head::Main);
    let aux = heads.iter().filter(|shares| shares.head != Head::Main).max_by_key(|shares| shares.top1);
    let (Some(main), Some(aux)) = (main, aux) else { return String::new() };
    if main.known == 0 {
        return tr("album-heads-none");
    }
    let more = main.top1 as isize - aux.top1 as isize;
    let values = [("count", more.unsigned_abs() as f64)];
    match more {
        1.. => tr_with("album-heads-deeper", &values),
        0 => tr("album-heads-same"),
        ..0 => tr_with("album-heads-shallower", &values),
    }
}
