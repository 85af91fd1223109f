//! What the network sees of the canvas at one step: a square cut at random, turned and scaled a little.

/// A square of the canvas.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Window {
    /// How far its middle lies right of and below the canvas's, pixels.
    pub shift: [f32; 2],
    /// By how much what it shows is turned, radians.
    pub angle: f32,
    /// By how much it is enlarged.
    pub scale: f32,
}

impl Window {
    /// The middle as it is.
    pub const MIDDLE: Self = Self { shift: [0.0; 2], angle: 0.0, scale: 1.0 };
}

/// What lies around the canvas.
pub const GREY: f32 = 0.5;

/// The pixels of a canvas that make those of a window: four each, with their weights (bilinear).
#[derive(Clone, Debug)]
pub struct Sampling {
    canvas: usize,
    size: usize,
    /// For each pixel of the window the upper left of the four, and where between them it lies; `None` all outside the canvas.
    places: Vec<Place>,
}

#[derive(Clone, Copy, Debug)]
struct Place {
    /// Row and column of the upper left pixel; from -1.
    corner: [i32; 2],
    /// Of upper left, upper right, lower left, lower right; 0 for what is outside.
    weights: [f32; 4],
}

impl Sampling {
    /// The pixels of a window of `size` x `size` on a canvas of `canvas` x `canvas`.
    pub fn new(window: Window, canvas: usize, size: usize) -> Self {
        let (sin, cos) = window.angle.sin_cos();
        let step = [cos / window.scale, sin / window.scale];
        let half = (size as f32 - 1.0) / 2.0;
        let middle = (canvas as f32 - 1.0) / 2.0;
        let place = |(row, column): (usize, usize)| {
            let (x, y) = (column as f32 - half, row as f32 - half);
            let at_x = middle + window.shift[0] + step[0] * x - step[1] * y;
            let at_y = middle + window.shift[1] + step[1] * x + step[0] * y;
            Place::at(at_x, at_y, canvas)
        };
        let places = (0..size).flat_map(|row| (0..size).map(move |column| (row, column))).map(place).collect();
        Self { canvas, size, places }
    }

    /// Pixels of a side of the window.
    pub fn size(&self) -> usize {
        self.size
    }

    /// What the window shows of a plane; outside it is [`GREY`].
    pub fn sample(&self, plane: &[f32]) -> Vec<f32> {
        let pixel = |place: &Place| {
            let mut sum = GREY;
            for (index, weight) in place.pixels(self.canvas) {
                sum += weight * (plane[index] - GREY);
            }
            sum
        };
        self.places.iter().map(pixel).collect()
    }

    /// From the gradient of what the window shows to that of the plane.
    pub fn sample_backward(&self, gradient: &[f32]) -> Vec<f32> {
        let mut plane = vec![0.0; self.canvas * self.canvas];
        for (place, gradient) in self.places.iter().zip(gradient) {
            for (index, weight) in place.pixels(self.canvas) {
                plane[index] += weight * gradient;
            }
        }
        plane
    }
}

impl Place {
    fn at(x: f32, y: f32, canvas: usize) -> Self {
        let (left, top) = (x.floor(), y.floor());
        let (right, below) = (x - left, y - top);
        let corner = [top as i32, left as i32];
        let last = canvas as i32 - 1;
        let rows = [(corner[0], 1.0 - below), (corner[0] + 1, below)];
        let columns = [(corner[1], 1.0 - right), (corner[1] + 1, right)];
        let inside = |place: i32| (0..=last).contains(&place);
        let mut weights = [0.0; 4];
        for (index, weight) in weights.iter_mut().enumerate() {
            let ((row, down), (column, across)) = (rows[index / 2], columns[index % 2]);
            if inside(row) && inside(column) {
                *weight = down * across;
            }
        }
        Self { corner, weights }
    }

    /// Those of the four that are inside, with their weights.
    fn pixels(&self, canvas: usize) -> impl Iterator<Item = (usize, f32)> {
        let [row, column] = self.corner;
        (0..4).filter_map(move |index| {
            let weight = self.weights[index];
            let (row, column) = (row + (index / 2) as i32, column + (index % 2) as i32);
            (weight != 0.0).then(|| (row as usize * canvas + column as usize, weight))
        })
    }
}
