//! Why kernels are odd: a 3x3 window has a cell in its middle, a 4x4 window has a corner there.

use egui::{Color32, Mesh, Painter, Pos2, Rect, Shape, Stroke, StrokeKind, Ui, Vec2, pos2, vec2};

use super::super::paint;
use super::super::scales::short_bar;
use super::super::tiles::Tile;
use super::walk::Walk;
use crate::locale::indices;
use crate::locale::text::{tr, tr_with};
use crate::state::{Card, Command, Guess, Spoiler};
use crate::ui::kit::{guess_mark, point_at};
use crate::ui::style::{Hue, TextRole, caption_room, grown, is_projected, size};
use crate::ui::views::module::show::Show;

/// Cells of the neighbourhood that is shown, on each side of the chosen one.
const REACH: i64 = 3;

/// Shows the map to choose a cell in, and both windows over that cell.
pub(super) fn show(
    ui: &mut Ui,
    show: &Show<'_>,
    area: Rect,
    tile: Option<&Tile>,
    walk: &mut Walk,
    commands: &mut Vec<Command>,
) {
    let painter = ui.painter().clone();
    // Three pictures and the words beside two of them; where all that does not fit, the words lie below.
    let is_low = 3.0 * area.height() + 2.0 * WORDS + 4.0 * GAP <= area.width();
    let side = match is_low {
        true => area.height(),
        false => {
            let widest = (area.width() - 2.0 * GAP) / 3.0;
            let below = [3, 4].map(|kernel| words_height(&painter, widest, keys(kernel, false)));
            widest.min(area.height() - GAP - below[0].max(below[1])).floor()
        }
    };
    let picker = Rect::from_min_size(area.min, Vec2::splat(side - caption_room(18.0)));
    super::cell_picker(ui, show, picker, tile, walk);
    if let Some(tile) = tile {
        let place = pos2(picker.left(), picker.bottom() + 4.0);
        let row = Rect::from_min_size(place, vec2(picker.width(), caption_room(14.0)));
        short_bar(&painter, show, row, tile.range, tile.signed);
    }
    let left = picker.right() + GAP;
    let half = (area.right() - left - GAP) / 2.0;
    for (index, kernel) in [3, 4].into_iter().enumerate() {
        let corner = pos2(left + (half + GAP) * index as f32, area.top());
        let grid = Rect::from_min_size(corner, Vec2::splat(side));
        neighbourhood(&painter, show, grid, tile, walk.cell());
        let is_asked = kernel == 4 && show.state.is_covered(Spoiler::WindowMiddle);
        window(&painter, show, grid, kernel, !is_asked);
        if kernel == 4 {
            point(ui, show, grid, is_asked, commands);
        }
        let words = match is_low {
            true => Rect::from_x_y_ranges(grid.right() + 18.0..=grid.left() + half, area.y_range()),
            false => Rect::from_x_y_ranges(grid.left()..=grid.left() + half, grid.bottom() + GAP..=area.bottom()),
        };
        let fits = || words_height(&painter, words.width(), keys(kernel, is_asked)) <= words.height();
        let room = if grown(words.size(), LAID_OUT_FOR, fits) { words.size() } else { LAID_OUT_FOR };
        grown(room, LAID_OUT_FOR, || explain(&painter, show, words, kernel, (is_asked, !is_low)));
    }
}

/// Between pictures, and the width of the words beside one, points.
const GAP: f32 = 24.0;
const WORDS: f32 = 130.0;
/// The size that the words below a picture are laid out for, points.
const LAID_OUT_FOR: Vec2 = vec2(220.0, 90.0);

/// The cells around the chosen one; those outside the map are padding.
fn neighbourhood(painter: &Painter, show: &Show<'_>, grid: Rect, tile: Option<&Tile>, (row, column): (usize, usize)) {
    let theme = show.theme;
    let count = 2 * REACH + 1;
    let cell = grid.width() / count as f32;
    let side = show.facts.side as i64;
    painter.rect_filled(grid, 0.0, theme.bg3);
    if let Some(tile) = tile {
        let mut mesh = Mesh::with_texture(tile.texture.id());
        for index in 0..count * count {
            let (down, right) = (index / count - REACH, index % count - REACH);
            let (y, x) = (row as i64 + down, column as i64 + right);
            if (0..side).contains(&x) && (0..side).contains(&y) {
                let corner = grid.center() + (vec2(right as f32, down as f32) - Vec2::splat(0.5)) * cell;
                let middle = (pos2(x as f32, y as f32) + Vec2::splat(0.5)).to_vec2() / side as f32;
                let uv = Rect::from_min_max(middle.to_pos2(), middle.to_pos2());
                mesh.add_rect_with_uv(Rect::from_min_size(corner, Vec2::splat(cell)), uv, Color32::WHITE);
            }
        }
        painter.add(Shape::mesh(mesh));
    }
    let line = Stroke::new(size::hairline(), theme.bg0.gamma_multiply(0.6));
    for index in 0..=count {
        let offset = cell * index as f32;
        painter.vline(grid.left() + offset, grid.y_range(), line);
        painter.hline(grid.x_range(), grid.top() + offset, line);
    }
}

/// Where a window lies over the neighbourhood.
fn place_of(grid: Rect, kernel: i64) -> Rect {
    let cell = grid.width() / (2 * REACH + 1) as f32;
    let chosen = Rect::from_center_size(grid.center(), Vec2::splat(cell));
    // With as much padding before as after where that is possible: for an even window one side has one cell more.
    let before = (kernel - 1) / 2;
    let corner = chosen.min - Vec2::splat(cell * before as f32);
    Rect::from_min_size(corner, Vec2::splat(cell * kernel as f32))
}

/// The class points at the middle of the even window; where it pointed is marked, in the answer too.
fn point(ui: &Ui, show: &Show<'_>, grid: Rect, is_asked: bool, commands: &mut Vec<Command>) {
    let window = place_of(grid, 4);
    let is_here = show.state.tour.is_some_and(|tour| Card::at(tour.card) == Card::ReceptiveFields);
    let guessed = show.state.guessed_cell(Card::ReceptiveFields).filter(|_| is_here);
    if !is_asked {
        return guess_mark(ui.painter(), window, 4, guessed);
    }
    let name = |[row, column]: [usize; 2]| tr_with("module-window-cell", &[("cell", indices::cell((row, column)))]);
    if let Some(cell) = point_at(ui, window, 4, guessed, &name, show.theme) {
        commands.push(Command::Guess(Guess::Cell(cell)));
    }
}

/// The window, and where its middle may be told that, and the cell its result is written to.
fn window(painter: &Painter, show: &Show<'_>, grid: Rect, kernel: i64, is_told: bool) {
    let theme = show.theme;
    let window = place_of(grid, kernel);
    let cell = window.width() / kernel as f32;
    let chosen = Rect::from_center_size(grid.center(), Vec2::splat(cell));
    let hue = if kernel % 2 == 1 { Hue::Conv3x3 } else { Hue::Pool };
    let fill = theme.hue(hue).fill;
    painter.rect_stroke(window, 2.0, Stroke::new(5.0, theme.scrim), StrokeKind::Middle);
    painter.rect_stroke(window, 2.0, Stroke::new(3.0, fill), StrokeKind::Middle);
    if !is_told {
        return;
    }
    paint::dashed(painter, chosen, Stroke::new(1.5, Color32::WHITE));
    cross(painter, window.center(), cell * 0.32, fill, theme.scrim);
}

fn cross(painter: &Painter, center: Pos2, reach: f32, ink: Color32, shadow: Color32) {
    for (width, color) in [(5.5, shadow), (2.5, ink)] {
        let pen = Stroke::new(width, color);
        painter.line_segment([center - vec2(reach, 0.0), center + vec2(reach, 0.0)], pen);
        painter.line_segment([center - vec2(0.0, reach), center + vec2(0.0, reach)], pen);
    }
}

/// What is said of a window: its title, and why.
fn keys(kernel: i64, is_asked: bool) -> [&'static str; 2] {
    match kernel {
        _ if is_asked => ["module-even-asked", "module-even-point"],
        3 => ["module-odd-title", "module-odd-body"],
        _ => ["module-even-title", "module-even-body"],
    }
}

/// Between a title and its words, points.
const BETWEEN: f32 = 4.0;

/// Height of title and words on lines so wide.
fn words_height(painter: &Painter, width: f32, [title, body]: [&str; 2]) -> f32 {
    let height = |key: &str, role: TextRole| painter.layout(tr(key), role.font(), Color32::PLACEHOLDER, width).size().y;
    height(title, TextRole::Name) + BETWEEN + height(body, TextRole::Caption)
}

fn explain(painter: &Painter, show: &Show<'_>, area: Rect, kernel: i64, (is_asked, is_below): (bool, bool)) {
    let theme = show.theme;
    let keys = keys(kernel, is_asked);
    let ink = (TextRole::Name.font(), theme.hi);
    let title = paint::paragraph(painter, area, &tr(keys[0]), ink);
    let body = area.with_min_y(area.top() + title + BETWEEN);
    if is_projected() && !is_below {
        // The lesson's card says the rest.
        return;
    }
    let ink = (TextRole::Caption.font(), theme.mid);
    let needed = painter.layout(tr(keys[1]), ink.0.clone(), ink.1, body.width()).size().y;
    if is_below && needed > body.height() {
        return;
    }
    let font = if area.height() < 150.0 { TextRole::Tick.font() } else { TextRole::Caption.font() };
    paint::paragraph(painter, body, &tr(keys[1]), (font, theme.mid));
}
