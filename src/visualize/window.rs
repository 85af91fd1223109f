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
    places: Vec<Place>,
}

/// Four pixels of the canvas, those outside with weight 0.
#[derive(Clone, Copy, Debug)]
struct Place {
    pixels: [u32; 4],
    weights: [f32; 4],
}

impl Sampling {
    /// The pixels of a window of `size` x `size` on a canvas of `canvas` x `canvas`.
    pub fn new(window: Window, canvas: usize, size: usize) -> Self {
        let (sin, cos) = window.angle.sin_cos();
        let step = [cos / window.scale, sin / window.scale];
        let half = (size as f32 - 1.0) / 2.0;
        let middle = (canvas as f32 - 1.0) / 2.0;
        let mut places = Vec::with_capacity(size * size);
        for row in 0..size {
            for column in 0..size {
                let (x, y) = (column as f32 - half, row as f32 - half);
                let at_x = middle + window.shift[0] + step[0] * x - step[1] * y;
                let at_y = middle + window.shift[1] + step[1] * x + step[0] * y;
                places.push(Place::at(at_x, at_y, canvas));
            }
        }
        Self { canvas, size, places }
    }

    /// Pixels of a side of the window.
    pub fn size(&self) -> usize {
        self.size
    }

    /// What the window shows of a plane; outside it is [`GREY`].
    pub fn sample(&self, plane: &[f32]) -> Vec<f32> {
        let pixel = |place: &Place| {
            let four = place.pixels.iter().zip(place.weights);
            four.fold(GREY, |sum, (&pixel, weight)| sum + weight * (plane[pixel as usize] - GREY))
        };
        self.places.iter().map(pixel).collect()
    }

    /// From the gradient of what the window shows to that of the plane.
    pub fn sample_backward(&self, gradient: &[f32]) -> Vec<f32> {
        let mut plane = vec![0.0; self.canvas * self.canvas];
        for (place, gradient) in self.places.iter().zip(gradient) {
            for (&pixel, weight) in place.pixels.iter().zip(place.weights) {
                plane[pixel as usize] += weight * gradient;
            }
        }
        plane
    }
}

impl Place {
    fn at(x: f32, y: f32, canvas: usize) -> Self {
        let (left, top) = (x.floor(), y.floor());
        let (right, below) = (x - left, y - top);
        let (left, top) = (left as i32, top as i32);
        let rows = [(top, 1.0 - below), (top + 1, below)];
        let columns = [(left, 1.0 - right), (left + 1, right)];
        let inside = |place: i32| (0..canvas as i32).contains(&place);
        let mut found = Self { pixels: [0; 4], weights: [0.0; 4] };
        for index in 0..4 {
            let ((row, down), (column, across)) = (rows[index / 2], columns[index % 2]);
            if inside(row) && inside(column) {
                found.pixels[index] = row as u32 * canvas as u32 + column as u32;
                found.weights[index] = down * across;
            }
        }
        found
    }
}
