//! Heads, evidence, average pooling and gradients as rows.

use serde_json::json;

use super::Table;
use crate::analysis::{ClassEvidence, GradientCurve, Initialisation, LogitSums, Report};

impl Table {
    /// What every head says about every class, the most probable first; `loss` is the cross-entropy if that class were the
    /// true one.
    pub fn of_heads(report: &Report) -> Self {
        let classes = report.labels.len();
        let rows = report.scores.iter().flat_map(|scores| {
            let ranked = scores.top(classes, &report.labels).into_iter().enumerate();
            ranked.map(move |(place, class)| {
                vec![
                    json!(scores.head.key()),
                    json!(place + 1),
                    json!(class.index),
                    json!(class.label),
                    json!(class.logit),
                    json!(class.probability),
                    json!(scores.loss(class.index)),
                    json!(scores.entropy_bits()),
                ]
            })
        });
        Self {
            columns: &["head", "rank", "index", "label", "logit", "probability", "loss", "head_entropy_bits"],
            rows: rows.collect(),
        }
    }

    /// The 49 cells of a class's evidence: E, whose mean and the bias make the logit, and the share E / 49, whose sum does.
    pub fn of_evidence(evidence: &ClassEvidence) -> Self {
        let cells = evidence.map.iter().zip(evidence.shares()).enumerate();
        let row = |(index, (value, share)): (usize, (&f32, f32))| {
            vec![json!(index / evidence.side), json!(index % evidence.side), json!(value), json!(share)]
        };
        Self { columns: &["row", "column", "evidence", "share"], rows: cells.map(row).collect() }
    }

    /// What every channel of the last module adds to the logit of a class, or to its lead over another; the largest first.
    ///
    /// `None` for a class the network does not have.
    pub fn of_pooling(report: &Report, class: usize, minus: Option<usize>) -> Option<Self> {
        let sums = LogitSums::of(report, class, minus)?;
        let rows = sums.order.iter().map(|&channel| {
            let share = &sums.channels[channel];
            vec![json!(channel), json!(share.mean), json!(share.weight), json!(share.product)]
        });
        Some(Self { columns: &["channel", "mean", "weight", "product"], rows: rows.collect() })
    }

    /// Norms of the loss's gradient along the network, a row a point of every curve.
    pub fn of_gradients(curves: &[GradientCurve], labels: &[String]) -> Self {
        let rows = curves.iter().flat_map(|curve| {
            let points = curve.points.iter();
            points.map(|(name, main, total)| {
                vec![
                    json!(initialisation(curve.initialisation)),
                    json!(curve.seed),
                    json!(labels.get(curve.class)),
                    json!(name),
                    json!(main),
                    json!(total),
                    json!(curve.main_loss),
                    json!(curve.total_loss),
                ]
            })
        });
        Self {
            columns: &[
                "weights",
                "seed",
                "true_label",
                "activation",
                "norm_main_loss",
                "norm_total_loss",
                "main_loss",
                "total_loss",
            ],
            rows: rows.collect(),
        }
    }
}

/// Whose weights, as one word.
fn initialisation(initialisation: Initialisation) -> String {
    match initialisation {
        Initialisation::Loaded => "loaded".to_owned(),
        Initialisation::Fresh => "fresh".to_owned(),
        Initialisation::FreshBatchNorm => "fresh-batch-norm".to_owned(),
        Initialisation::Gaussian(spread) => format!("gaussian-{}", spread.value()),
    }
}
