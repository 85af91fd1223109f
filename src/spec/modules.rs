//! How the modules are built.

/// Which modules the network is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, serde::Serialize, serde::Deserialize)]
pub enum Modules {
    /// Fig. 2b: with 1x1 reductions.
    #[default]
    Reduced,
    /// Fig. 2a, each module on the input the trained network gives it.
    Naive,
    /// Fig. 2a, stacked: each module on the grown output of the one before (hypothetical; nobody trained it).
    NaiveStacked,
    /// Fig. 2b with the 5x5 as two 3x3 (Szegedy et al. 2016, arXiv 1512.00567, figure 5): the first keeps the reduction's
    /// channels, the second makes the 5x5's (nobody trained it here).
    Factorised,
}
