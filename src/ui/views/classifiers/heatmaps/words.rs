//! Names of methods, and sentences that follow from the numbers by rule.

use super::page::Page;
use crate::analysis::heatmaps::method::PATCH_PX;
use crate::analysis::heatmaps::{AgainstChance, Curve, Learned, Method, Row, Verdict};
use crate::locale::format::{fixed, percent};
pub(super) use crate::locale::method_names::method_text as method_name;
use crate::locale::text::{tr, tr_with};
use crate::spec::MODULES;

/// "32 px patch", "at 5b".
pub(super) fn method_detail(method: Method, page: &Page<'_>) -> String {
    let effort = page.asked.settings().effort;
    let counted = |key: &str, count: usize| tr_with(key, &[("count", count as f64)]);
    match method {
        Method::Evidence => tr("heatmap-evidence-detail"),
        Method::Occlusion => counted("heatmap-occlusion-detail", PATCH_PX),
        Method::GradCam => {
            let last = page.asked.question.head.after();
            let module = page.wishes.at.map_or(last, |module| MODULES[module].name);
            tr_with("heatmap-grad-cam-detail", &[("module", module)])
        }
        Method::Gradient => tr("heatmap-gradient-detail"),
        Method::GradientXInput => tr("heatmap-gradient-x-input-detail"),
        Method::SmoothGrad => counted("heatmap-smoothgrad-detail", effort.smoothgrad_samples),
        Method::IntegratedGradients => counted("heatmap-integrated-detail", effort.integration_steps),
        Method::GuidedBackpropagation => tr("heatmap-guided-detail"),
    }
}

/// "Learned", "Not learned", "Cannot tell".
pub(super) fn learned_word(learned: Learned) -> String {
    tr(match learned {
        Learned::Changes => "heatmaps-learned",
        Learned::Stays => "heatmaps-not-learned",
        Learned::Unclear => "heatmaps-unclear",
    })
}

/// What both curves say.
pub(super) fn curves_word(verdict: Verdict) -> String {
    use AgainstChance::{Better, Unclear, Worse};
    tr(match (verdict.deletion, verdict.insertion) {
        (Better, Better) => "heatmaps-both-better",
        (Better, Unclear) => "heatmaps-deletion-better",
        (Unclear, Better) => "heatmaps-insertion-better",
        (Better, Worse) => "heatmaps-insertion-worse",
        (Worse, Better) => "heatmaps-deletion-worse",
        (Worse, Worse | Unclear) | (Unclear, Worse) => "heatmaps-worse",
        (Unclear, Unclear) => "heatmaps-no-better",
    })
}

/// What follows for all methods.
pub(super) fn headline(page: &Page<'_>) -> String {
    let verdicts = page.verdicts();
    if verdicts.is_empty() {
        return tr("heatmaps-none-clear");
    }
    let in_box = |row: &Row| row.in_box;
    let best = verdicts.iter().filter(|(row, _)| in_box(row).is_some());
    let best = best
        .max_by(|(one, _), (other, _)| in_box(one).unwrap_or_default().total_cmp(&in_box(other).unwrap_or_default()));
    if let Some((row, verdict)) = best {
        let key = match verdict.learned {
            Learned::Stays => "heatmaps-box-stays",
            Learned::Changes => "heatmaps-box-changes",
            Learned::Unclear => "heatmaps-box-unclear",
        };
        return tr_with(key, &[("method", method_name(row.method))]);
    }
    let stays = page.learned(Learned::Stays);
    let changes = page.learned(Learned::Changes);
    let all = verdicts.len() as f64;
    match (stays.len(), changes.len()) {
        (0, 0) => tr("heatmaps-none-clear"),
        (0, count) if count == verdicts.len() => tr("heatmaps-all-change"),
        (0, count) => tr_with("heatmaps-some-change", &[("count", count as f64), ("all", all)]),
        (1, _) => tr_with("heatmaps-one-stays", &[("method", method_name(stays[0]))]),
        (count, _) => tr_with("heatmaps-some-stay", &[("count", count as f64), ("all", all)]),
    }
}

/// A line about one method, from its numbers.
pub(super) fn method_line(row: &Row, page: &Page<'_>) -> String {
    let name = method_name(row.method);
    if row.failed.is_some() {
        return tr_with("heatmaps-failed", &[("method", name)]);
    }
    let mut parts = Vec::new();
    if let Some(agreement) = row.agreement {
        let key = match Learned::of(Some(agreement)) {
            Learned::Changes => "heatmaps-line-changes",
            Learned::Stays => "heatmaps-line-stays",
            Learned::Unclear => "heatmaps-line-unclear",
        };
        let values = [
            ("method", name.clone()),
            ("agreement", fixed(agreement.mean, 2)),
            ("spread", fixed(agreement.deviation, 2)),
        ];
        parts.push(tr_with(key, &values));
    }
    let chance = page.table().and_then(|table| table.chance.as_ref());
    if let (Some(deletion), Some(insertion), Some(chance)) = (&row.deletion, &row.insertion, chance) {
        let values = [
            ("deletion", fixed(deletion.area(), 2)),
            ("insertion", fixed(insertion.area(), 2)),
            ("chance", fixed(chance.area.mean, 2)),
            ("spread", fixed(chance.area.deviation, 2)),
        ];
        parts.push(tr_with("heatmaps-line-curves", &values));
    }
    if let (Some(share), Some(region)) = (row.in_box, page.region) {
        let values = [("share", percent(share)), ("chance", percent(region.share()))];
        parts.push(tr_with("heatmaps-line-box", &values));
    }
    match parts.is_empty() {
        true => tr_with("heatmaps-line-waiting", &[("method", name)]),
        false => parts.join(" "),
    }
}

/// What is said of a column to a screen reader.
pub(super) fn column_words(method: Method, page: &Page<'_>) -> String {
    let name = method_name(method);
    if page.is_covered {
        return tr_with("heatmaps-column-covered", &[("method", name)]);
    }
    let Some(row) = page.row(method).filter(|row| row.map.is_some() || row.failed.is_some()) else {
        return tr_with("heatmaps-column-waiting", &[("method", name)]);
    };
    let dash = || "–".to_owned();
    let area = |curve: &Option<Curve>| curve.as_ref().map_or_else(dash, |curve| fixed(curve.area(), 2));
    let values = [
        ("method", name),
        ("agreement", row.agreement.map_or_else(dash, |agreement| fixed(agreement.mean, 2))),
        ("box", row.in_box.map_or_else(dash, percent)),
        ("deletion", area(&row.deletion)),
        ("insertion", area(&row.insertion)),
        ("verdict", row.verdict.map_or_else(dash, |verdict| learned_word(verdict.learned))),
    ];
    tr_with("heatmaps-column", &values)
}
