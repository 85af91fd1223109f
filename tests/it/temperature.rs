//! Softmax at a temperature, and the one by which a network is right as often as it is sure.

use egui_kittest::kittest::Queryable as _;
use inception_lens::analysis::{Calibration, Scores, Temperature};
use inception_lens::locale::format::{fixed, percent};
use inception_lens::spec::Head;
use inception_lens::state::{AlbumCommand, ClassifiersTab, Command, Options, Pace, View};

use crate::app::{open, sample, settle};
use crate::small_album::small_album;

/// Logits by formula; three photos of four show what the largest logit says, the fourth the second.
fn photos(scale: f64) -> Vec<(Vec<f32>, usize)> {
    let photo = |i: usize| {
        let logit = |c: usize| scale * (0.7 * (i * c) as f64 + 1.3 * c as f64 + 0.2 * i as f64).sin();
        let logits: Vec<f32> = (0..6).map(|c| logit(c) as f32).collect();
        let mut order: Vec<usize> = (0..6).collect();
        order.sort_by(|&one, &other| logits[other].total_cmp(&logits[one]));
        let class = order[usize::from(i.is_multiple_of(4))];
        (logits, class)
    };
    (0..40).map(photo).collect()
}

/// SciPy's `minimize_scalar` (bounded) over the same loss gives these temperatures and losses at 1 and there.
#[test]
fn the_calibrated_temperature_is_scipys() {
    let known = [
        (20.0, 3.075_581_6, [1.056_575_22, 0.731_584_60]),
        (8.0, 1.230_232_5, [0.739_991_94, 0.731_584_56]),
        (4.0, 0.615_116_2, [0.772_725_43, 0.731_584_56]),
        // Its valley lies below the lowest temperature there is.
        (1.0, 0.2, [1.226_882_91, 0.743_962_52]),
    ];
    for (scale, temperature, losses) in known {
        let found = Calibration::of(&photos(scale)).unwrap();
        assert!((f64::from(found.temperature.value()) - temperature).abs() <= 0.005_001, "{scale}: {found:?}");
        assert!((found.losses[0] - losses[0]).abs() < 1e-6, "{scale}: {found:?}");
        // At the nearest hundredth the valley is flat.
        assert!((found.losses[1] - losses[1]).abs() < 1e-4, "{scale}: {found:?}");
        assert_eq!(found.photos, 40);
    }
    assert_eq!(Calibration::of(&[]), None);
}

#[test]
fn the_order_stays_and_the_certainty_does_not() {
    let scores = Scores::new(Head::Main, vec![2.0, 0.5, -1.0, 4.0]);
    assert_eq!(scores.at(Temperature::ONE), scores);
    let before = |temperature: f32| scores.at(Temperature::new(temperature));
    let [cold, hot] = [before(0.2), before(5.0)];
    // exp(4 / 5) / sum of exp(logit / 5), by hand.
    let powers = [0.4_f64, 0.1, -0.2, 0.8].map(f64::exp);
    let expected = powers.map(|power| power / powers.iter().sum::<f64>());
    assert!(
        hot.probabilities.iter().zip(expected).all(|(&share, expected)| (f64::from(share) - expected).abs() < 1e-6)
    );
    assert!(cold.entropy_bits() < scores.entropy_bits() && scores.entropy_bits() < hot.entropy_bits());
    for other in [&cold, &hot] {
        assert_eq!(other.logits, scores.logits);
        assert!((0..4).all(|class| other.rank(class) == scores.rank(class)));
    }
}

#[test]
fn the_cards_follow_and_an_album_says_which() {
    let view = View::Classifiers(ClassifiersTab::EVIDENCE);
    let mut harness = open(Options { image: sample("cat.png"), view, pace: Pace::short(1), ..Default::default() });
    harness.state_mut().apply(Command::SetTemperature(Temperature::new(5.0)), 0.0);
    settle(&mut harness);
    let report = harness.state().state().report().unwrap().clone();
    let hot = report.main().at(Temperature::new(5.0));
    let share = percent(f64::from(hot.probabilities[hot.best()]));
    harness.get_by_label_contains(&format!("cat in main: {share}"));
    // Back to 1 from the menu; without an album there is nothing to calibrate by.
    let menu =
        |temperature: f32| format!("Temperature {}: 1 again, or as calibrated", fixed(f64::from(temperature), 2));
    harness.get_by_label(&menu(5.0)).click();
    harness.run_steps(3);
    harness.get_by_label("1, as trained").click();
    settle(&mut harness);
    assert_eq!(harness.state().state().study.temperature, Temperature::ONE);
    harness.state_mut().apply(Command::Album(AlbumCommand::OpenFolder(small_album().into())), 0.0);
    settle(&mut harness);
    let (_, found) = harness.state().state().found.calibration.unwrap();
    let found = found.unwrap();
    assert_eq!(found.photos, 8, "apples, cups and dogs; pyramids are unknown to these weights");
    assert!(found.losses[1] <= found.losses[0] + 1e-9);
    harness.get_by_label(&menu(1.0)).click();
    harness.run_steps(3);
    harness
        .get_by_label("Only 8 photos of known classes: too few to fit a temperature. Open an album with at least 50.");
}
