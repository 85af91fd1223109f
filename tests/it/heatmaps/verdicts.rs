//! Verdicts are given only where a difference is larger than its spread.

use inception_lens::analysis::heatmaps::{AgainstChance, Learned, Spread, Verdict};

fn spread(mean: f64, deviation: f64) -> Spread {
    Spread { mean, deviation, count: 3 }
}

#[test]
fn by_rule() {
    let chance = spread(0.3, 0.05);
    for (agreement, areas, learned, deletion, insertion) in [
        (Some(spread(0.2, 0.1)), [0.2, 0.4], Learned::Changes, AgainstChance::Better, AgainstChance::Better),
        (Some(spread(0.45, 0.1)), [0.26, 0.34], Learned::Unclear, AgainstChance::Unclear, AgainstChance::Unclear),
        (Some(spread(0.8, 0.1)), [0.4, 0.2], Learned::Stays, AgainstChance::Worse, AgainstChance::Worse),
        (None, [0.3, 0.3], Learned::Unclear, AgainstChance::Unclear, AgainstChance::Unclear),
    ] {
        let verdict = Verdict::of(agreement, areas, chance);
        assert_eq!(verdict, Verdict { learned, deletion, insertion });
    }
}

#[test]
fn in_words() {
    let words = |agreement, areas| Verdict::of(Some(agreement), areas, spread(0.3, 0.05)).words();
    assert_eq!(
        words(spread(0.9, 0.05), [0.1, 0.3]),
        "stays much the same without learning; deletes better than a random order; inserts no better or worse than a random order"
    );
    assert_eq!(words(spread(0.5, 0.3), [0.3, 0.3]), "cannot tell on this photo");
}
