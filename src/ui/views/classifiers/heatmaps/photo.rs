//! The photo, the map that is looked at over it, and the box.

use egui::{Align2, Rect, RichText, TextureOptions, Ui};

use super::maps::{self, Of, Shown};
use super::page::Page;
use super::region::region;
use crate::locale::format::percent;
use crate::locale::text::{tr, tr_with};
use crate::state::{Command, HeatmapCommand};
use crate::ui::kit::paint::framed_picture;
use crate::ui::kit::{Area, from_right, write, write_fitted};
use crate::ui::look::photo_image;
use crate::ui::style::{TextRole, size};
use crate::ui::views::classifiers::class_query::Board;

/// Height of the line below.
const LINE: f32 = 24.0;

/// Shows them, and a line about the box.
pub(super) fn photo(ui: &mut Ui, rect: Rect, page: &Page<'_>, board: &mut Board<'_, '_>) {
    let side = rect.width().min(rect.height() - LINE);
    let square = rect.square(Align2::LEFT_TOP, side);
    let made = page.wishes.selected.and_then(|method| page.row(method)?.map.as_ref());
    match made {
        Some(made) => {
            let shown = Shown { asked: &page.asked, made, of: Of::Trained, run: page.run };
            maps::paint(ui, square, &shown, true, board);
        }
        None => {
            let key = ("heatmap-photo", page.run.photo.id);
            let texture = board
                .look
                .textures
                .get(ui.ctx(), key, TextureOptions::LINEAR, || photo_image(&page.run.photo.prepared.pixels));
            framed_picture(ui.painter(), texture.id(), square, board.look.theme);
        }
    }
    region(ui, square, page.region, board);
    below(ui, square.beneath(0.0, LINE), page, board);
}

/// "Your box 48% of the photo", and the way to take it away; or what to do.
fn below(ui: &mut Ui, rect: Rect, page: &Page<'_>, board: &mut Board<'_, '_>) {
    let theme = board.look.theme;
    let Some(region) = page.region else {
        let words = tr("heatmaps-draw");
        write_fitted(ui.painter(), rect, Align2::LEFT_CENTER, &words, TextRole::Caption, theme.mid);
        return;
    };
    let clear = RichText::new(tr("heatmaps-clear-box")).font(TextRole::Caption.font()).color(theme.hi);
    let link = from_right(ui, rect, |ui| ui.link(clear));
    if link.clicked() {
        board.commands.push(Command::Heatmaps(HeatmapCommand::Box(None)));
    }
    let words = tr_with("heatmaps-your-box", &[("share", percent(region.share()))]);
    let room = rect.with_max_x(link.rect.left() - size::SPACE_8);
    write_fitted(ui.painter(), room, Align2::LEFT_CENTER, &words, TextRole::StatusStrong, theme.hi);
}

/// A small text at the top right of a chart.
pub(super) fn corner(ui: &Ui, rect: Rect, words: &str, board: &Board<'_, '_>) {
    write(ui.painter(), rect.top_part(16.0), Align2::RIGHT_CENTER, words, TextRole::Status, board.look.theme.low);
}
