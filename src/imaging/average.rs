//! Fewer cells: averages values, never colours, so that a small picture tells the truth.

/// Shrinks a map so that its longer side has at most `max_side` cells (0 counts as 1).
///
/// Every new cell is the mean of the area it covers, cells on a border by their share, so the mean
/// of the map stays.  Returns values, height, width; a map that fits comes back unchanged.
///
/// # Panics
/// If `values` does not hold `height * width` numbers.
pub fn average_down(values: &[f32], height: usize, width: usize, max_side: usize) -> (Vec<f32>, usize, usize) {
    assert_eq!(values.len(), height * width, "a map of {height} x {width} has that many values");
    let averager = Averager::new(height, width, max_side);
    let (out_height, out_width) = averager.size();
    (averager.apply(values), out_height, out_width)
}

/// The size `(height, width)` that [`average_down`] gives.
pub(super) fn averaged_size(height: usize, width: usize, max_side: usize) -> (usize, usize) {
    let (longer, max_side) = (height.max(width), max_side.max(1));
    if longer <= max_side {
        return (height, width);
    }
    let scale = max_side as f64 / longer as f64;
    let shrunk = |side: usize| {
        if side == 0 { 0 } else { ((side as f64 * scale).round() as usize).max(1) }
    };
    (shrunk(height), shrunk(width))
}

/// Averages many maps of one size: the spans are worked out once.
pub(super) struct Averager {
    /// `None` where maps fit as they are.
    spans: Option<(Vec<Span>, Vec<Span>)>,
    size: (usize, usize),
    width: usize,
}

impl Averager {
    /// For maps of `height` x `width`, to at most `max_side` cells a side.
    pub fn new(height: usize, width: usize, max_side: usize) -> Self {
        let size = averaged_size(height, width, max_side);
        let shrinks = size != (height, width);
        Self { spans: shrinks.then(|| (spans(height, size.0), spans(width, size.1))), size, width }
    }

    /// Height and width of the result.
    pub fn size(&self) -> (usize, usize) {
        self.size
    }

    /// The averaged map.
    pub fn apply(&self, values: &[f32]) -> Vec<f32> {
        let Some((rows, columns)) = &self.spans else {
            return values.to_vec();
        };
        let mut averaged = Vec::with_capacity(rows.len() * columns.len());
        let mut row_sums = vec![0.0_f32; self.width];
        for row in rows {
            row_sums.fill(0.0);
            let lines = values[row.start * self.width..].chunks_exact(self.width);
            for (line, &share) in lines.zip(&row.shares) {
                for (sum, &value) in row_sums.iter_mut().zip(line) {
                    *sum += value * share;
                }
            }
            averaged.extend(columns.iter().map(|column| {
                let cells = row_sums[column.start..].iter().zip(&column.shares);
                cells.map(|(sum, share)| sum * share).sum::<f32>()
            }));
        }
        averaged
    }
}

/// The cells that one new cell covers, and each one's share of it; shares sum to 1.
struct Span {
    start: usize,
    shares: Vec<f32>,
}

fn spans(from: usize, to: usize) -> Vec<Span> {
    let step = from as f64 / to as f64;
    (0..to)
        .map(|index| {
            let (low, high) = (index as f64 * step, (index + 1) as f64 * step);
            let start = low as usize;
            let end = (high.ceil() as usize).clamp(start + 1, from);
            let covered = |cell: usize| (high.min((cell + 1) as f64) - low.max(cell as f64)).max(0.0);
            let shares = (start..end).map(|cell| (covered(cell) / step) as f32).collect();
            Span { start, shares }
        })
        .collect()
}
