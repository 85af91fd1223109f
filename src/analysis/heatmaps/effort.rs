//! How much is done for a study: all that the numbers need, or so little that everything is there at once.

/// Samples, networks and orders.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
pub struct Effort {
    /// How far the occluding patch moves from place to place, pixels.
    pub patch_step_px: usize,
    /// Noisy copies of SmoothGrad.
    pub smoothgrad_samples: usize,
    /// Points of integrated gradients between baseline and photo (Gauss-Legendre).
    pub integration_steps: usize,
    /// Random networks that a map is compared with: one alone varies too much.
    pub networks: usize,
    /// Random orders that chance is judged by.
    pub orders: usize,
    /// Cells of a curve that change at once; divides all 49.
    pub cells_at_once: usize,
}

impl Effort {
    /// As published, and as every number that is told.
    pub const FULL: Self = Self {
        patch_step_px: 16,
        smoothgrad_samples: 25,
        integration_steps: 50,
        networks: 3,
        orders: 8,
        cells_at_once: 1,
    };

    /// For pictures of the window in tests: everything is there, nothing of it is worth reading.
    pub const ROUGH: Self = Self {
        patch_step_px: 112,
        smoothgrad_samples: 1,
        integration_steps: 1,
        networks: 1,
        orders: 1,
        cells_at_once: 49,
    };
}

impl Default for Effort {
    fn default() -> Self {
        Self::FULL
    }
}
