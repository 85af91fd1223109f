//! Where everything stands: measured from the mock-up at 1440x900, squeezed for smaller windows.

use egui::{Rect, Vec2, vec2};

use crate::ui::kit::Area;
use crate::ui::style::{caption_room, size};

/// Points a channel, wherever there is room for it.
const POINTS_A_CHANNEL: f32 = 0.20;
/// The least room between the pipes of two lanes, points.
const LEAST_GAP: f32 = 6.0;

/// The rows of the view.
pub(super) struct Areas {
    /// Name, switches and module picker.
    pub title: Rect,
    /// One line under the title.
    pub note: Rect,
    /// The four lanes.
    pub diagram: Rect,
    /// The bottom row.
    pub cards: Rect,
}

impl Areas {
    /// The smallest canvas everything fits on.
    pub const SMALLEST: Vec2 = vec2(950.0, 560.0);

    /// The smallest canvas a single panel fits on.
    pub const SMALLEST_PANEL: Vec2 = vec2(950.0, 330.0);

    /// All of a canvas below the title for the diagram, or for one of the cards.
    pub fn one_panel(canvas: Rect) -> Self {
        let whole = Self::new(canvas);
        Self {
            diagram: whole.diagram.with_max_y(canvas.bottom()),
            cards: canvas.with_min_y(whole.note.top() + size::SPACE_12),
            ..whole
        }
    }

    /// Shares a canvas out.
    pub fn new(canvas: Rect) -> Self {
        let growth = ((canvas.height() - 592.0) / 196.0).clamp(0.0, 1.3);
        let cards = 180.0 + 72.0 * growth;
        Self {
            title: canvas.without_top(-2.0).top_part(36.0),
            note: canvas.without_top(36.0).top_part(18.0),
            diagram: canvas.without_top(62.0).without_bottom(cards + 14.0 + 6.0 * growth),
            cards: canvas.bottom_part(cards),
        }
    }
}

/// How much room each part of the diagram takes from left to right, points.
#[derive(Clone, Copy)]
struct Measures {
    margin: f32,
    input_tile: f32,
    input_pipe: f32,
    splitter: f32,
    first_pipe: f32,
    box_width: f32,
    second_pipe: f32,
    fan: f32,
    concat: f32,
    labels: f32,
    output_pipe: f32,
    output_tile: f32,
}

impl Measures {
    /// The mock-up.
    const WIDE: Self = Self {
        margin: 12.0,
        input_tile: 90.0,
        input_pipe: 38.0,
        splitter: 14.0,
        first_pipe: 90.0,
        box_width: 252.0,
        second_pipe: 112.0,
        fan: 151.0,
        concat: 20.0,
        labels: 107.0,
        output_pipe: 60.0,
        output_tile: 114.0,
    };
    /// The smallest window.
    const NARROW: Self = Self {
        margin: 2.0,
        input_tile: 66.0,
        input_pipe: 22.0,
        splitter: 12.0,
        first_pipe: 46.0,
        box_width: 234.0,
        second_pipe: 48.0,
        fan: 76.0,
        concat: 18.0,
        labels: 106.0,
        output_pipe: 24.0,
        output_tile: 78.0,
    };
    /// One of two beside each other.
    const HALF: Self = Self {
        margin: 2.0,
        input_tile: 52.0,
        input_pipe: 18.0,
        splitter: 10.0,
        first_pipe: 40.0,
        box_width: 158.0,
        second_pipe: 40.0,
        fan: 56.0,
        concat: 16.0,
        labels: 98.0,
        output_pipe: 0.0,
        output_tile: 0.0,
    };
    /// One of two in the smallest window.
    const HALF_NARROW: Self = Self {
        margin: 0.0,
        input_tile: 44.0,
        input_pipe: 10.0,
        splitter: 8.0,
        first_pipe: 32.0,
        box_width: 104.0,
        second_pipe: 30.0,
        fan: 36.0,
        concat: 14.0,
        labels: 96.0,
        output_pipe: 0.0,
        output_tile: 0.0,
    };

    fn total(&self) -> f32 {
        let boxes = 2.0 * self.box_width;
        let pipes = self.input_pipe + self.first_pipe + self.second_pipe + self.fan;
        let ends = self.output_pipe + self.output_tile;
        2.0 * self.margin + self.input_tile + self.splitter + boxes + pipes + self.concat + self.labels + ends
    }

    fn between(small: Self, large: Self, width: f32) -> Self {
        let share = (width - small.total()) / (large.total() - small.total());
        let share = share.clamp(0.0, 1.0);
        let mix = |small: f32, large: f32| (small + (large - small) * share).round();
        let mut mixed = Self {
            margin: mix(small.margin, large.margin),
            input_tile: mix(small.input_tile, large.input_tile),
            input_pipe: mix(small.input_pipe, large.input_pipe),
            splitter: mix(small.splitter, large.splitter),
            first_pipe: mix(small.first_pipe, large.first_pipe),
            box_width: mix(small.box_width, large.box_width),
            second_pipe: mix(small.second_pipe, large.second_pipe),
            fan: mix(small.fan, large.fan),
            concat: mix(small.concat, large.concat),
            labels: mix(small.labels, large.labels),
            output_pipe: mix(small.output_pipe, large.output_pipe),
            output_tile: mix(small.output_tile, large.output_tile),
        };
        // What is left over gives the labels the room of larger text, and makes the pipes longer.
        let spare = (width - mixed.total()).max(0.0);
        let wider = (caption_room(mixed.labels) - mixed.labels).min(spare).floor();
        mixed.labels += wider;
        let spare = spare - wider;
        mixed.first_pipe += (spare * 0.2).floor();
        mixed.second_pipe += (spare * 0.4).floor();
        mixed.fan += (spare * 0.4).floor();
        mixed
    }
}

/// Where the parts of a diagram stand.
#[derive(Clone, Copy)]
pub(super) struct Diagram {
    /// All of it.
    pub rect: Rect,
    /// Points a channel: [`POINTS_A_CHANNEL`], or less where that many channels do not fit into a lane.
    pub scale: f32,
    /// Middle of each lane.
    pub rows: [f32; 4],
    /// Middle of it all.
    pub middle: f32,
    /// A stage.
    pub box_size: Vec2,
    /// The map that comes in.
    pub input_tile: Rect,
    /// Where the input is handed to all four lanes.
    pub splitter: Rect,
    /// Left edges of the two columns of stages.
    pub columns: [f32; 2],
    /// Left and right edge of the concat bar.
    pub concat: [f32; 2],
    /// Right edge of the concat's labels.
    pub labels_right: f32,
    /// Left and right edge of the pipe that goes out.
    pub output_pipe: [f32; 2],
    /// The map that goes out; without area where there is no room.
    pub output_tile: Rect,
}

impl Diagram {
    /// The diagram of a module that reads `input` channels, over all of `rect`.
    pub fn whole(rect: Rect, input: usize) -> Self {
        let measures = Measures::between(Measures::NARROW, Measures::WIDE, rect.width());
        Self::new(rect, input, &measures, 98.0)
    }

    /// One of two beside each other.
    pub fn half(rect: Rect, input: usize) -> Self {
        let measures = Measures::between(Measures::HALF_NARROW, Measures::HALF, rect.width());
        Self::new(rect, input, &measures, 78.0)
    }

    fn new(rect: Rect, input: usize, measures: &Measures, tallest_box: f32) -> Self {
        let gap = (10.0 + (rect.height() - 340.0) * 10.0 / 112.0).clamp(8.0, 20.0);
        let box_height = ((rect.height() - 3.0 * gap) / 4.0).min(tallest_box);
        let input = input.max(1) as f32;
        let tallest_pipe = (rect.height() - 3.0 * LEAST_GAP) / 4.0;
        let scale = POINTS_A_CHANNEL.min(tallest_pipe / input);
        // A lane is as tall as its box or its thickest pipe.
        let half = (scale * input).max(box_height) / 2.0;
        let pitch = (rect.height() - 2.0 * half) / 3.0;
        let rows = [0.0, 1.0, 2.0, 3.0].map(|lane| (rect.top() + half + pitch * lane).round());
        let middle = (rows[0] + rows[3]) / 2.0;
        let tile = |left: f32, side: f32| {
            let top = (middle - side / 2.0).round();
            Rect::from_x_y_ranges(left..=left + side, top..=top + side)
        };
        let input_tile = tile(rect.left() + measures.margin, measures.input_tile);
        let splitter_left = input_tile.right() + measures.input_pipe;
        let splitter =
            Rect::from_x_y_ranges(splitter_left..=splitter_left + measures.splitter, rows[0] - half..=rows[3] + half);
        let first_column = splitter.right() + measures.first_pipe;
        let second_column = first_column + measures.box_width + measures.second_pipe;
        let concat = second_column + measures.box_width + measures.fan;
        let labels_right = concat + measures.concat + measures.labels - 14.0;
        let output_pipe = concat + measures.concat + measures.labels;
        let output = output_pipe + measures.output_pipe;
        Self {
            rect,
            scale,
            rows,
            middle,
            box_size: vec2(measures.box_width, box_height),
            input_tile,
            splitter,
            columns: [first_column, second_column],
            concat: [concat, concat + measures.concat],
            labels_right,
            output_pipe: [output_pipe, output],
            output_tile: tile(output, measures.output_tile),
        }
    }

    /// The box of a stage.
    pub fn stage(&self, column: usize, branch: usize) -> Rect {
        let left = self.columns[column];
        self.lane(branch, [left, left + self.box_size.x], self.box_size.y)
    }

    /// A stretch of a lane between two edges, so high.
    pub fn lane(&self, branch: usize, [left, right]: [f32; 2], height: f32) -> Rect {
        let middle = self.rows[branch];
        Rect::from_x_y_ranges(left..=right, middle - height / 2.0..=middle + height / 2.0)
    }

    /// The same of what all lanes come from and lead to.
    pub fn trunk(&self, [left, right]: [f32; 2], height: f32) -> Rect {
        Rect::from_x_y_ranges(left..=right, self.middle - height / 2.0..=self.middle + height / 2.0)
    }

    /// Height of a pipe.
    pub fn height(&self, channels: f32) -> f32 {
        channels * self.scale
    }

    /// Whether the scale had to be made smaller than everywhere else.
    pub fn is_squeezed(&self) -> bool {
        self.scale < POINTS_A_CHANNEL - 1e-4
    }
}
