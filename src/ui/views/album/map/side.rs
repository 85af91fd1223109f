//! Which of the cards is shown where there is room for one.

/// Which of the cards is shown where there is room for one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub(super) enum Side {
    #[default]
    Map,
    Curve,
    Near,
}
