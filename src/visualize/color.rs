//! Colours in which the numbers of a picture are independent of one another.
//!
//! Photos' red, green and blue rise and fall together.  Optimised one by one they give rainbows; mixed by the square root of photos'
//! covariance, a step in one of three directions is a step that photos make too (Olah et al. 2017, "Feature Visualization").

/// Square root of the covariance of red, green and blue over ImageNet, as in Lucid (`lucid/optvis/param/color.py`): a column a
/// direction.
///
/// That of the built-in album is nearly the same ([[0.271, 0.119, 0.030], [0.288, 0.001, -0.059], [0.290, -0.112, 0.031]], each photo
/// counted once); pictures made with it are a little noisier in their colours, so Lucid's stays.
pub const IMAGENET: [[f32; 3]; 3] = [[0.26, 0.09, 0.02], [0.27, 0.00, -0.05], [0.27, -0.09, 0.03]];

/// A mixture of three directions into red, green and blue.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Colors {
    mix: [[f32; 3]; 3],
}

impl Colors {
    /// From the square root of a covariance, scaled so that its longest column has length 1.
    pub fn of(root: [[f32; 3]; 3]) -> Self {
        let length = |column: usize| root.iter().map(|row| row[column] * row[column]).sum::<f32>().sqrt();
        let longest = (0..3).map(length).fold(f32::MIN_POSITIVE, f32::max);
        Self { mix: root.map(|row| row.map(|value| value / longest)) }
    }

    /// Equally many numbers of three directions become red, green and blue.
    pub fn mix(&self, numbers: [&mut [f32]; 3]) {
        apply(self.mix, numbers);
    }

    /// From the gradient of red, green and blue to that of the directions.
    pub fn mix_backward(&self, numbers: [&mut [f32]; 3]) {
        let m = self.mix;
        apply([0, 1, 2].map(|row| [0, 1, 2].map(|column| m[column][row])), numbers);
    }

    /// Red, green and blue become the directions that [`Self::mix`] makes them of.
    pub fn unmix(&self, numbers: [&mut [f32]; 3]) {
        apply(inverse(self.mix), numbers);
    }
}

fn apply(matrix: [[f32; 3]; 3], [a, b, c]: [&mut [f32]; 3]) {
    for ((a, b), c) in a.iter_mut().zip(b).zip(c) {
        let (x, y, z) = (*a, *b, *c);
        [*a, *b, *c] = matrix.map(|row| row[0] * x + row[1] * y + row[2] * z);
    }
}

/// By cofactors; the matrices here are far from singular.
fn inverse(m: [[f32; 3]; 3]) -> [[f32; 3]; 3] {
    let cofactor = |row: usize, column: usize| {
        let (a, b) = ((row + 1) % 3, (row + 2) % 3);
        let (c, d) = ((column + 1) % 3, (column + 2) % 3);
        m[a][c] * m[b][d] - m[a][d] * m[b][c]
    };
    let determinant: f32 = (0..3).map(|column| m[0][column] * cofactor(0, column)).sum();
    [0, 1, 2].map(|row| [0, 1, 2].map(|column| cofactor(column, row) / determinant))
}
