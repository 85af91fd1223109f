//! How much is done for a study: all that the numbers need, or so little that everything is there at once.

use super::curve::RANDOM_ORDERS;
use super::method::{INTEGRATION_STEPS, PATCH_STEP_PX, SMOOTHGRAD_SAMPLES};
use super::random::RANDOM_NETWORKS;

/// Samples, networks and orders.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
pub struct Effort {
    /// How far the occluding patch moves from place to place, pixels.
    pub patch_step_px: usize,
    /// Noisy copies of SmoothGrad.
    pub smoothgrad_samples: usize,
    /// Points of integrated gradients.
    pub integration_steps: usize,
    /// Random networks that a map is compared with.
    pub networks: usize,
    /// Random orders that chance is judged by.
    pub orders: usize,
    /// Cells of a curve that change at once; divides all 49.
    pub cells_at_once: usize,
}

impl Effort {
    /// As published, and as every number that is told.
    pub const FULL: Self = Self {
        patch_step_px: PATCH_STEP_PX,
        smoothgrad_samples: SMOOTHGRAD_SAMPLES,
        integration_steps: INTEGRATION_STEPS,
        networks: RANDOM_NETWORKS,
        orders: RANDOM_ORDERS,
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
