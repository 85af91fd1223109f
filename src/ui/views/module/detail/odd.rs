//! Why kernels are odd: a 3x3 window has a cell in its middle, a 4x4 window has a corner there.

use egui::{Align2, Color32, Mesh, Painter, Pos2, Rect, Shape, Stroke, StrokeKind, Ui, Vec2, vec2};

use super::super::paint;
use super::super::scales::short_bar;
use super::super::tiles::Tile;
use super::walk::Walk;
use crate::locale::indices;
use crate::locale::text::{tr, tr_with};
use crate::state::{Card, Command, Guess, Spoiler};
use crate::ui::kit::{Area, Lines, cell_in, guess_mark, point_at, right_of};
use crate::ui::style::{Hue, TextRole, caption_room, grown, is_projected, size};
use crate::ui::views::module::show::Show;

/// Cells of the neighbourhood that is shown, on each side of the chosen one.
const REACH: usize = 3;
/// Cells of a row of it.
const CELLS: usize = 2 * REACH + 1;

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
    let picker = area.square(Align2::LEFT_TOP, side - caption_room(18.0));
    super::cell_picker(ui, show, picker, tile, walk);
    if let Some(tile) = tile {
        short_bar(&painter, show, picker.beneath(4.0, caption_room(14.0)), tile.range, tile.signed);
    }
    let halves = right_of(area, picker, GAP).columns::<2>(GAP);
    for (half, kernel) in halves.into_iter().zip([3, 4]) {
        let grid = half.square(Align2::LEFT_TOP, side);
        neighbourhood(&painter, show, grid, tile, walk.cell());
        let is_asked = kernel == 4 && show.state.is_covered(Spoiler::WindowMiddle);
        window(&painter, show, grid, kernel, !is_asked);
        if kernel == 4 {
            point(ui, show, grid, is_asked, commands);
        }
        let words = match is_low {
            true => right_of(half, grid, 18.0),
            false => half.with_min_y(grid.bottom() + GAP),
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
    let cell = grid.width() / CELLS as f32;
    let side = show.facts.side;
    painter.rect_filled(grid, 0.0, theme.bg3);
    if let Some(tile) = tile {
        let mut mesh = Mesh::with_texture(tile.texture.id());
        for index in 0..CELLS * CELLS {
            let (down, right) = (index / CELLS, index % CELLS);
            // Cells outside of the map have no place in it.
            let within = |middle: usize, offset: usize| (middle + offset).checked_sub(REACH).filter(|&at| at < side);
            if let (Some(y), Some(x)) = (within(row, down), within(column, right)) {
                let middle = (vec2(x as f32, y as f32) + Vec2::splat(0.5)) / side as f32;
                let uv = Rect::from_pos(middle.to_pos2());
                mesh.add_rect_with_uv(cell_in(grid, index, CELLS, Vec2::splat(cell)), uv, Color32::WHITE);
            }
        }
        painter.add(Shape::mesh(mesh));
    }
    let line = Stroke::new(size::hairline(), theme.bg0.gamma_multiply(0.6));
    for index in 0..=CELLS {
        let place = grid.row(index, cell).column(index, cell);
        painter.vline(place.left(), grid.y_range(), line);
        painter.hline(grid.x_range(), place.top(), line);
    }
}

/// Where a window lies over the neighbourhood.
fn place_of(grid: Rect, kernel: usize) -> Rect {
    let cell = grid.width() / CELLS as f32;
    // With as much padding before as after where that is possible: for an even window one side has one cell more.
    let before = (REACH - (kernel - 1) / 2) as f32 * cell;
    grid.without_left(before).without_top(before).square(Align2::LEFT_TOP, cell * kernel as f32)
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
fn window(painter: &Painter, show: &Show<'_>, grid: Rect, kernel: usize, is_told: bool) {
    let theme = show.theme;
    let window = place_of(grid, kernel);
    let cell = window.width() / kernel as f32;
    let chosen = grid.square(Align2::CENTER_CENTER, cell);
    let hue = if kernel % 2 == 1 { Hue::Conv3x3 } else { Hue::Pool };
    let fill = theme.hue(hue).fill;
    painter.rect_stroke(window, 2.0, Stroke::new(5.0, theme.scrim), StrokeKind::Middle);
    painter.rect_stroke(window, 2.0, Stroke::new(3.0, fill), StrokeKind::Middle);
    if !is_told {
        return;
    }
    paint::dashed(painter, chosen, Stroke::new(1.5, Color32::WHITE), [5.0, 4.0]);
    cross(painter, window.center(), cell * 0.32, fill, theme.scrim);
}

fn cross(painter: &Painter, center: Pos2, reach: f32, ink: Color32, shadow: Color32) {
    for (width, color) in [(5.5, shadow), (2.5, ink)] {
        let pen = Stroke::new(width, color);
        for way in [Vec2::X, Vec2::Y] {
            painter.line_segment([center - reach * way, center + reach * way], pen);
        }
    }
}

/// What is said of a window: its title, and why.
fn keys(kernel: usize, is_asked: bool) -> [&'static str; 2] {
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
    let height = |key: &str, role| Lines::new(painter, &tr(key), role, Color32::PLACEHOLDER, width).height();
    height(title, TextRole::Name) + BETWEEN + height(body, TextRole::Caption)
}

fn explain(painter: &Painter, show: &Show<'_>, area: Rect, kernel: usize, (is_asked, is_below): (bool, bool)) {
    let theme = show.theme;
    let [title, body] = keys(kernel, is_asked).map(tr);
    let title = Lines::new(painter, &title, TextRole::Name, theme.hi, area.width());
    let title = title.paint(painter, area, Align2::LEFT_TOP);
    let place = area.without_top(title.height() + BETWEEN);
    if is_projected() && !is_below {
        // The lesson's card says the rest.
        return;
    }
    let lay_out = |role| Lines::new(painter, &body, role, theme.mid, place.width());
    let lines = lay_out(TextRole::Caption);
    if is_below && lines.height() > place.height() {
        return;
    }
    let lines = if area.height() < 150.0 { lay_out(TextRole::Tick) } else { lines };
    lines.paint(painter, place, Align2::LEFT_TOP);
}
