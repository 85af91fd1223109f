//! A layout turned, mirrored and stretched to lie over another.

use super::Layout;

/// `layout` turned, perhaps mirrored, so that the photos it shares with `before` lie as near to their old places as they can
/// (orthogonal Procrustes; the size stays).
pub fn fitted(_layout: &Layout, _before: &Layout) -> Layout {
    todo!()
}
