//! The fit against scikit-learn: `tests/fixtures/teach/make_teach.py` says how its numbers were made.

use serde::Deserialize;

use inception_lens::teach::{Fit, PENALTY, ROWS, fit};

use crate::synthetic::noise;

#[derive(Deserialize)]
struct Case {
    photos: Vec<usize>,
    width: usize,
    step: usize,
    weights: Vec<Vec<f64>>,
    bias: Vec<f64>,
    folded: Vec<Vec<f64>>,
    folded_bias: Vec<f64>,
    chances: Vec<Vec<f64>>,
    left_out: Vec<Option<(usize, f64)>>,
}

/// The rows of a case, with the class and the photo of each.
fn rows(case: &Case) -> Vec<(usize, usize, Vec<f32>)> {
    let (width, classes) = (case.width, case.photos.len());
    let of_photo = case.photos.iter().enumerate().flat_map(|(class, count)| std::iter::repeat_n(class, *count));
    let of_photo: Vec<usize> = of_photo.collect();
    let row = |index: usize| {
        let photo = index / ROWS;
        let class = of_photo[photo];
        let value = |channel: usize| {
            let own = f64::from(noise(12, (photo * width + channel) as u64));
            let signal = if channel % classes == class { 0.4 } else { 0.0 };
            let value = f64::from(noise(11, (index * width + channel) as u64)) + own + signal;
            if channel == 5 { 0.25 } else { value as f32 }
        };
        (class, photo, (0..width).map(value).collect())
    };
    (0..of_photo.len() * ROWS).map(row).collect()
}

fn fitted(rows: &[(usize, usize, Vec<f32>)], classes: usize, without: Option<usize>, start: Option<&Fit>) -> Fit {
    let rows = rows.iter().filter(|(_, photo, _)| Some(*photo) != without);
    let rows: Vec<(usize, &[f32])> = rows.map(|(class, _, row)| (*class, &row[..])).collect();
    fit(&rows, classes, 1e-6, start).unwrap()
}

fn cases() -> Vec<Case> {
    serde_json::from_str(include_str!("../../fixtures/teach/teach.json")).unwrap()
}

fn near(found: f64, wanted: f64, tolerance: f64, what: &str) {
    assert!((found - wanted).abs() < tolerance, "{what}: {found} instead of {wanted}");
}

#[test]
fn weights_and_answers_are_scikit_learns() {
    for case in cases() {
        let (rows, classes) = (rows(&case), case.photos.len());
        let fit = fitted(&rows, classes, None, None);
        assert!(fit.gradient < 1e-6 || fit.gradient / PENALTY < 1e-4, "the gradient ends at {}", fit.gradient);
        for class in 0..classes {
            let what = format!("{:?}, class {class}", case.photos);
            let ((weights, bias), (folded, folded_bias)) = (fit.standardised(class), fit.folded(class));
            assert_eq!(weights.len(), case.width);
            near(bias, case.bias[class], 1e-3, &what);
            near(folded_bias, case.folded_bias[class], 1e-3, &what);
            for (place, channel) in (0..case.width).step_by(case.step).enumerate() {
                near(weights[channel], case.weights[class][place], 1e-3, &what);
                near(folded[channel], case.folded[class][place], 1e-3, &what);
            }
        }
        for (photo, wanted) in case.chances.iter().enumerate() {
            let found = fit.probabilities(&rows[photo * ROWS].2);
            for (found, wanted) in found.iter().zip(wanted) {
                near(*found, *wanted, 1e-3, &format!("{:?}, photo {photo}", case.photos));
            }
        }
    }
}

#[test]
fn photos_left_out_are_answered_as_by_scikit_learn_wherever_the_fit_begins() {
    for case in cases() {
        let (rows, classes) = (rows(&case), case.photos.len());
        let all = fitted(&rows, classes, None, None);
        for (photo, wanted) in case.left_out.iter().enumerate() {
            let Some((answer, chance)) = wanted else { continue };
            for start in [None, Some(&all)] {
                let found = fitted(&rows, classes, Some(photo), start).probabilities(&rows[photo * ROWS].2);
                near(found[*answer], *chance, 1e-3, &format!("{:?}, photo {photo} left out", case.photos));
                assert!(found.iter().all(|other| *other <= found[*answer] + 1e-3));
            }
        }
    }
}

/// The folded weights give the same logits: standardisation is in them.
#[test]
fn a_folded_head_is_linear() {
    let case = cases().remove(0);
    let rows = rows(&case);
    let fit = fitted(&rows, 3, None, None);
    for (_, _, row) in &rows {
        let logit = |class: usize| {
            let (weights, bias) = fit.folded(class);
            bias + weights.iter().zip(row).map(|(weight, value)| weight * f64::from(*value)).sum::<f64>()
        };
        let powers: Vec<f64> = (0..3).map(|class| logit(class).exp()).collect();
        let sum: f64 = powers.iter().sum();
        for (power, wanted) in powers.iter().zip(fit.probabilities(row)) {
            near(power / sum, wanted, 1e-6, "a probability");
        }
    }
}
