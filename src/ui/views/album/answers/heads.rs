//! The three heads: does depth help?

use egui::{Align2, Rect, Role, Ui, pos2, vec2};

use super::Parts;
use crate::album::statistics::HeadShares;
use crate::locale::text::{tr, tr_with};
use crate::spec::Head;
use crate::ui::kit::paint::{card_ground, paragraph, spoken, text_within};
use crate::ui::style::{TextRole, is_projected, size};
use crate::ui::views::album::tile::bar;
use crate::ui::views::album::within;
use crate::ui::views::album::words::whole_percent;
use crate::ui::views::classifiers::{hangs_on, head_hue, head_name};

/// The card.
pub(super) fn card(ui: &mut Ui, rect: Rect, parts: Parts<'_>) {
    let (shown, facts) = (parts.shown, parts.shown.facts);
    let theme = shown.theme;
    card_ground(ui.painter(), rect, theme);
    let inner = rect.shrink(size::CARD_PADDING - 4.0);
    let known = tr_with("album-known-photos", &[("count", facts.known_photos() as f64)]);
    let place = pos2(inner.right(), inner.top() + 10.0);
    let number = ui.painter().text(place, Align2::RIGHT_CENTER, known, TextRole::Caption.font(), theme.low);
    let title = tr_with("album-heads", &[("count", facts.heads.len() as f64)]);
    let room = number.left() - inner.left() - size::SPACE_8;
    text_within(ui.painter(), pos2(inner.left(), inner.top() + 10.0), room, &title, TextRole::CardTitle, theme.hi);
    let pitch = if is_projected() { 96.0 } else { 50.0 };
    let mut top = inner.top() + 32.0;
    for shares in &facts.heads {
        let row = Rect::from_min_size(pos2(inner.left(), top), vec2(inner.width(), pitch));
        head(ui, row, parts, shares);
        top += pitch;
    }
    let words = Rect::from_min_max(pos2(inner.left(), top + 2.0), inner.max);
    within(ui, words, |ui| paragraph(ui, &sentence(&facts.heads), TextRole::Caption, theme.mid));
}

fn head(ui: &Ui, row: Rect, parts: Parts<'_>, shares: &HeadShares) {
    let theme = parts.shown.theme;
    let painter = ui.painter();
    let hue = head_hue(shares.head);
    let middle = row.top() + 12.0;
    let name = head_name(shares.head);
    let font = TextRole::Name.font();
    let title = painter.text(pos2(row.left(), middle), Align2::LEFT_CENTER, &name, font, theme.hue(hue).text);
    let network = parts.shown.state.network();
    let depth = network.and_then(|network| Some((hangs_on(network, shares.head)?.1, network.depth())));
    let depth = depth.map(|(depth, all)| tr_with("album-depth-of", &[("depth", depth as f64), ("all", all as f64)]));
    let share = |right: usize| right as f64 / shares.known.max(1) as f64;
    let (top1, top5) = (whole_percent(share(shares.top1)), whole_percent(share(shares.top5)));
    let number =
        painter.text(pos2(row.right(), middle), Align2::RIGHT_CENTER, &top1, TextRole::CardTitle.font(), theme.hi);
    let five = tr_with("album-top5", &[("share", &*top5)]);
    let place = pos2(number.left() - size::SPACE_8, middle);
    let five_rect = painter.text(place, Align2::RIGHT_CENTER, &five, TextRole::Tick.font(), theme.low);
    let depth = depth.unwrap_or_default();
    let left = title.right() + size::SPACE_8;
    let room = five_rect.left() - left - size::SPACE_4;
    text_within(painter, pos2(left, middle), room, &depth, TextRole::Tick, theme.low);
    let below = pos2(row.left(), row.top() + row.height() * 0.45);
    bar(painter, Rect::from_min_size(below, vec2(row.width(), 10.0)), share(shares.top1) as f32, hue, theme);
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
