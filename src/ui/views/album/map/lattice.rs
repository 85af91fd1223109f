//! A place for each photo so that none overlap: photos go to the nearest free cell of a lattice, those in the middle first.

use egui::{Vec2, vec2};

use crate::album::placement::Layout;

/// Side of a photo where all of the map is seen, points.
pub(super) const SIDE: f32 = 28.0;
/// How full the lattice may be.
const FULL: f32 = 0.72;

/// Photos on the cells of a lattice.
pub(super) struct Lattice {
    /// Side of a cell in a canvas of the size that was asked for, points.
    pub cell: f32,
    /// For each photo of the layout, the middle of its cell from the canvas's corner, points.
    pub places: Vec<Vec2>,
}

impl Lattice {
    /// Places the photos of a layout on a canvas of that size.
    pub(super) fn new(layout: &Layout, canvas: Vec2) -> Self {
        let count = layout.positions.len();
        let roomy = (canvas.x * canvas.y * FULL / count.max(1) as f32).sqrt();
        let cell = roomy.clamp(2.0, SIDE + 1.0);
        let columns = (canvas.x / cell).floor().max(1.0) as isize;
        let rows = (canvas.y / cell).floor().max(1.0) as isize;
        let wished = wishes(layout, [columns, rows]);
        let mut order: Vec<usize> = (0..count).collect();
        let from_middle = |&photo: &usize| {
            let (x, y) = (wished[photo].x - columns as f32 / 2.0, wished[photo].y - rows as f32 / 2.0);
            x * x + y * y
        };
        order.sort_by(|one, other| from_middle(one).total_cmp(&from_middle(other)));
        let mut is_taken = vec![false; (columns * rows) as usize];
        let mut places = vec![Vec2::ZERO; count];
        for photo in order {
            let [column, row] = nearest_free(wished[photo], [columns, rows], &is_taken);
            is_taken[(row * columns + column) as usize] = true;
            places[photo] = vec2(column as f32 + 0.5, row as f32 + 0.5) * cell;
        }
        let used = vec2(columns as f32, rows as f32) * cell;
        let margin = (canvas - used) / 2.0;
        places.iter_mut().for_each(|place| *place += margin);
        Self { cell, places }
    }
}

/// Where each photo would lie in cells, the outermost ones at the borders.
fn wishes(layout: &Layout, [columns, rows]: [isize; 2]) -> Vec<Vec2> {
    let extent = |axis: usize| {
        let values = layout.positions.iter().map(|position| position[axis]);
        let (least, most) =
            values.fold((f32::MAX, f32::MIN), |(least, most), value| (least.min(value), most.max(value)));
        (least, (most - least).max(1e-6))
    };
    let (left, width) = extent(0);
    let (top, height) = extent(1);
    let cells = vec2(columns as f32 - 1.0, rows as f32 - 1.0);
    let wish = |position: &[f32; 2]| vec2((position[0] - left) / width, (position[1] - top) / height) * cells;
    layout.positions.iter().map(wish).collect()
}

/// The free cell nearest to a wish, by rings around it; there is always one.
fn nearest_free(wish: Vec2, [columns, rows]: [isize; 2], is_taken: &[bool]) -> [isize; 2] {
    let middle = [wish.x.round() as isize, wish.y.round() as isize];
    let mut best: Option<(f32, [isize; 2])> = None;
    for radius in 0..columns.max(rows) {
        // A cell of a wider ring is no nearer than its radius less a half.
        if best.is_some_and(|(distance, _)| distance < (radius as f32 - 0.5).powi(2)) {
            break;
        }
        for down in -radius..=radius {
            let is_edge = down.abs() == radius;
            let step = if is_edge { 1 } else { (2 * radius).max(1) };
            let mut right = -radius;
            while right <= radius {
                let cell = [middle[0] + right, middle[1] + down];
                right += step;
                let is_inside = (0..columns).contains(&cell[0]) && (0..rows).contains(&cell[1]);
                if !is_inside || is_taken[(cell[1] * columns + cell[0]) as usize] {
                    continue;
                }
                let distance = (cell[0] as f32 - wish.x).powi(2) + (cell[1] as f32 - wish.y).powi(2);
                if best.is_none_or(|(least, _)| distance < least) {
                    best = Some((distance, cell));
                }
            }
        }
    }
    best.map_or([0, 0], |(_, cell)| cell)
}
