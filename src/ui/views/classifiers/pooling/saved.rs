//! What averaging first saves: weights of the last layer.

use egui::{Align2, Rect, Role, Ui, vec2};

use crate::locale::format::{grouped, times_fewer};
use crate::locale::text::{tr, tr_with};
use crate::spec::Head;
use crate::ui::kit::paint::{first_that_fits, spoken};
use crate::ui::kit::{Area, right_of, write, write_fitted};
use crate::ui::style::{TextRole, size};
use crate::ui::views::classifiers::class_query::Board;
use crate::ui::views::classifiers::maps::LAST_MODULE;

/// Shows both counts and their ratio; computed from the network on screen.
pub(super) fn saved(ui: &Ui, rect: Rect, board: &Board<'_, '_>) {
    let theme = board.look.theme;
    let network = &board.subject.run.report.network;
    let logits = network.layer(Head::Main.logits_name());
    let (Some(maps), Some(last)) = (network.layer(LAST_MODULE), logits) else {
        return;
    };
    let classes = last.output.len();
    let averaged = last.weights();
    let flattened = maps.output.len() * classes;
    let times = times_fewer(flattened as f64 / averaged as f64);
    let painter = ui.painter();
    painter.rect_filled(rect, size::RADIUS_CARD, theme.bg3);
    let inner = rect.shrink2(vec2(14.0, 0.0));
    let big = write(painter, inner, Align2::LEFT_CENTER, &times, TextRole::StageNumber, theme.hi);
    let values = [
        ("averaged", grouped(averaged as u64)),
        ("flattened", grouped(flattened as u64)),
        ("channels", maps.output.channels().to_string()),
        ("cells", (maps.output.side() * maps.output.side()).to_string()),
        ("classes", classes.to_string()),
    ];
    let room = right_of(inner, big, size::SPACE_16).middle_row(60.0);
    let flattened =
        [tr_with("classifiers-saved-flattened", &values), tr_with("classifiers-saved-flattened-short", &values)];
    let flattened = first_that_fits(painter, flattened, room.width(), TextRole::Caption);
    let averaged = tr_with("classifiers-saved-averaged", &values);
    let lines = [
        (tr("classifiers-saved"), TextRole::BodyStrong, theme.hi),
        (averaged, TextRole::Caption, theme.mid),
        (flattened, TextRole::Caption, theme.mid),
    ];
    for (line, (words, role, ink)) in lines.iter().enumerate() {
        write_fitted(painter, room.row(line, 20.0), Align2::LEFT_CENTER, words, *role, *ink);
    }
    let name = lines.map(|(words, ..)| words).join(". ");
    spoken(ui, rect, Role::Label, &format!("{times} {name}"));
}
