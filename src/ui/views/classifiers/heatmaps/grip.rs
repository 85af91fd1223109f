//! What is held of a box while it is drawn.

/// What the pointer holds.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::ui::views::classifiers) enum Grip {
    /// A corner or an edge: the one that stays, and which of both coordinates move.
    Edges {
        /// The corner that stays, pixels.
        from: [f64; 2],
        /// The other one.
        to: [f64; 2],
        /// Which coordinates follow the pointer.
        moves: [bool; 2],
    },
    /// All of it, held so far from its corner.
    Whole {
        /// From the left top to the pointer, pixels.
        held: [f64; 2],
        /// Width and height.
        size: [f64; 2],
    },
}
