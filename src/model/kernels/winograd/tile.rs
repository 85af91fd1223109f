//! Sizes of tiles.

use crate::spec::Window;

/// Outputs a tile has along a side.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tile {
    /// 2 x 2, from 4 x 4 cells for a 3x3 filter and from 6 x 6 for a 5x5 one.
    Two,
    /// 3 x 3 from 6 x 6, for a 4x4 filter: the way back through a 7x7 convolution of stride 2.
    Three,
    /// 4 x 4 from 6 x 6, for a 3x3 filter.
    Four,
}

impl Tile {
    /// Whether a convolution can be computed like this.
    pub fn applies(self, window: Window) -> bool {
        window.stride == 1
            && match self {
                Self::Two => window.kernel == 3 || window.kernel == 5,
                Self::Three => window.kernel == 4,
                Self::Four => window.kernel == 3,
            }
    }

    pub(super) const fn outputs(self) -> usize {
        match self {
            Self::Two => 2,
            Self::Three => 3,
            Self::Four => 4,
        }
    }
}
