//! Little-endian numbers of any width to f32.

use half::slice::HalfFloatSliceExt;

/// How a file stores floating-point numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Number {
    /// IEEE half, 2 bytes.
    F16,
    /// The upper half of an f32, 2 bytes.
    Bf16,
    /// Single, 4 bytes.
    F32,
    /// Double, 8 bytes; what an f32 cannot hold becomes infinite and is found by the check.
    F64,
}

impl Number {
    /// Bytes of one number.
    pub const fn bytes(self) -> usize {
        match self {
            Self::F16 | Self::Bf16 => 2,
            Self::F32 => 4,
            Self::F64 => 8,
        }
    }

    /// All whole numbers in `data` as f32.
    pub fn widen(self, data: &[u8]) -> Vec<f32> {
        match self {
            Self::F16 => {
                let halves: Vec<half::f16> = words(data).map(half::f16::from_le_bytes).collect();
                let mut wide = vec![0.0; halves.len()];
                halves.convert_to_f32_slice(&mut wide);
                wide
            }
            Self::Bf16 => words(data).map(|word| half::bf16::from_le_bytes(word).to_f32()).collect(),
            Self::F32 => words(data).map(f32::from_le_bytes).collect(),
            Self::F64 => words(data).map(|word| f64::from_le_bytes(word) as f32).collect(),
        }
    }

    /// The number at that place of `data`; 0 beyond its end.
    pub fn at(self, data: &[u8], place: usize) -> f32 {
        let word = data.get(place * self.bytes()..).unwrap_or_default();
        match self {
            Self::F16 => first(word).map_or(0.0, |word| half::f16::from_le_bytes(word).to_f32()),
            Self::Bf16 => first(word).map_or(0.0, |word| half::bf16::from_le_bytes(word).to_f32()),
            Self::F32 => first(word).map_or(0.0, f32::from_le_bytes),
            Self::F64 => first(word).map_or(0.0, |word| f64::from_le_bytes(word) as f32),
        }
    }
}

/// The first `N` bytes.
fn first<const N: usize>(data: &[u8]) -> Option<[u8; N]> {
    data.first_chunk().copied()
}

/// The bytes in words of `N`.
fn words<const N: usize>(data: &[u8]) -> impl Iterator<Item = [u8; N]> {
    data.as_chunks::<N>().0.iter().copied()
}
