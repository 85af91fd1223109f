//! What follows from the numbers, in sentences; of each group the first that holds (`lesson-text-2.md`, Fool it).

use super::page::{Page, other_than};
use crate::engine::{Fooled, Treated};
use crate::locale::format::percent;
use crate::locale::text::{class_text, tr, tr_with};
use crate::spec::Head;
use crate::visualize::fool::{Goal, MOST, QUALITY, Undo};

fn label(page: &Page<'_>, class: usize) -> String {
    class_text(&page.report.labels[class]).to_owned()
}

fn share(probabilities: &[f32], class: usize) -> String {
    percent(f64::from(probabilities.get(class).copied().unwrap_or(0.0)))
}

/// What came of it.
pub(super) fn result(page: &Page<'_>) -> String {
    if page.asked.is_answer() {
        return tr("fool-choose-another");
    }
    let Some(fooled) = page.fooled else { return tr("fool-nothing-changed") };
    let (answer, before, now) = (page.asked.answer, page.report.main(), page.now());
    let best = now.best();
    let known = page.entry.map(|entry| &entry.known[..]).unwrap_or_default();
    let first = known.iter().flatten().find(|fooled| fooled.is_fooled());
    let mut values = vec![
        ("change", fooled.largest_change.to_string()),
        ("eps", fooled.recipe.epsilon.to_string()),
        ("most", MOST.to_string()),
        ("label", label(page, answer)),
        ("before", share(&before.probabilities, answer)),
        ("left", share(&now.probabilities, answer)),
        ("new", label(page, best)),
        ("after", share(&now.probabilities, best)),
    ];
    if let Goal::Class(target) = page.asked.goal {
        values.push(("target", label(page, target)));
        values.push(("target-before", share(&before.probabilities, target)));
        values.push(("target-after", share(&now.probabilities, target)));
        return match (best == target, best == answer) {
            (true, _) => tr_with("fool-target-reached", &values),
            (false, false) => tr_with("fool-missed", &values),
            (false, true) => tr_with("fool-not-yet", &values),
        };
    }
    if best != answer {
        return tr_with("fool-any-reached", &values);
    }
    match first {
        Some(first) => {
            values.push(("least", first.recipe.epsilon.to_string()));
            tr_with("fool-otherwise", &values)
        }
        None if page.is_complete() => {
            let last = known.last().and_then(|last| last.as_ref()).and_then(|last| last.main());
            let near = last.and_then(|last| Some((other_than(last, answer)?, last)));
            if let Some((near, last)) = near {
                values.push(("near", label(page, near)));
                values.push(("near-share", share(&last.probabilities, near)));
            }
            tr_with("fool-otherwise-none", &values)
        }
        None => tr_with("fool-not-yet", &values),
    }
}

/// Whether the auxiliary heads follow; nothing where it is not fooled, or the file has none.
pub(super) fn heads(page: &Page<'_>) -> Option<String> {
    let fooled = page.fooled.filter(|fooled| fooled.is_fooled())?;
    let best = |scores: &[crate::analysis::Scores], head: Head| {
        scores.iter().find(|scores| scores.head == head).map(crate::analysis::Scores::best)
    };
    let heads = [Head::Aux1, Head::Aux2];
    let pairs = heads.map(|head| Some((best(&page.report.scores, head)?, best(&fooled.scores, head)?)));
    let pairs: Vec<_> = pairs.into_iter().flatten().collect();
    let followed = pairs.iter().filter(|(before, now)| before != now).count();
    match (pairs.len(), followed) {
        (0, _) => None,
        (_, 0) => Some(tr("fool-heads-otherwise")),
        (heads, followed) => {
            Some(tr_with("fool-heads", &[("followed", followed.to_string()), ("heads", heads.to_string())]))
        }
    }
}

/// Whether one step would do; nothing where it is not fooled, or the other way is not known yet.
pub(super) fn steps(page: &Page<'_>) -> Option<String> {
    let fooled = page.fooled.filter(|fooled| page.is_current && fooled.is_fooled())?;
    let (asked, epsilon) = (page.asked, fooled.recipe.epsilon);
    if asked.steps == 1 {
        return Some(tr("fool-steps-otherwise"));
    }
    let once = page.once?.known.get(usize::from(epsilon))?.as_ref()?;
    Some(match once.is_fooled() {
        true => tr("fool-steps-otherwise"),
        false => tr_with("fool-steps-needed", &[("steps", asked.steps.to_string())]),
    })
}

/// What random noise of the same size does, once it was tried.
pub(super) fn noise(page: &Page<'_>) -> Option<String> {
    let fooled = page.fooled.filter(|_| page.is_current)?;
    let noise = fooled.treated.iter().find(|treated| treated.by.is_none())?;
    let best = noise.scores.best();
    let values = [
        ("label", label(page, fooled.answer)),
        ("share", share(&noise.scores.probabilities, fooled.answer)),
        ("noise-label", label(page, best)),
        ("noise-share", share(&noise.scores.probabilities, best)),
    ];
    Some(match (best == fooled.answer, fooled.is_fooled()) {
        (false, _) => tr_with("fool-noise-otherwise", &values),
        (true, true) => tr_with("fool-noise-same", &values),
        (true, false) => tr_with("fool-noise-neither", &values),
    })
}

/// What happens to the photo.
pub(super) fn treatment(by: Option<Undo>, page: &Page<'_>) -> String {
    match by {
        Some(Undo::Jpeg) => tr_with("fool-jpeg", &[("quality", QUALITY.to_string())]),
        Some(Undo::Noise) => tr("fool-noise"),
        Some(Undo::Shift) => tr("fool-shift"),
        Some(Undo::Crop) => tr("fool-crop"),
        None => tr_with("fool-coin", &[("size", page.wishes.epsilon.to_string())]),
    }
}

/// What a treatment comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    /// It changes the answer of the untouched photo too.
    Unclear,
    /// The old answer is back.
    Back,
    /// It is fooled as before.
    Still,
    /// Neither the old answer nor the fooled one.
    Third,
    /// Noise in place of the change: the answer stays.
    Stays,
    /// Noise alone changes it.
    Changes,
}

impl Verdict {
    /// By the answers.
    pub fn of(treated: &Treated, fooled: &Fooled) -> Self {
        let now = treated.scores.best();
        match treated.by {
            None if now == fooled.answer => Self::Stays,
            None => Self::Changes,
            Some(_) if treated.untouched != fooled.answer => Self::Unclear,
            Some(_) if now == fooled.answer => Self::Back,
            Some(_) if fooled.main().is_some_and(|main| main.best() == now) => Self::Still,
            Some(_) => Self::Third,
        }
    }

    /// In words.
    pub fn words(self) -> String {
        tr(match self {
            Self::Unclear => "fool-undo-unclear",
            Self::Back => "fool-back",
            Self::Still => "fool-still",
            Self::Third => "fool-third",
            Self::Stays => "fool-stays",
            Self::Changes => "fool-coin-changes",
        })
    }
}

/// How many bring the old answer back; nothing before all were tried, and where it is not fooled.
pub(super) fn together(page: &Page<'_>) -> Option<String> {
    let fooled = page.fooled.filter(|fooled| page.is_current && fooled.is_fooled())?;
    let undos = fooled.treated.iter().filter(|treated| treated.by.is_some());
    let verdicts: Vec<Verdict> = undos.map(|treated| Verdict::of(treated, fooled)).collect();
    if verdicts.len() < Undo::ALL.len() {
        return None;
    }
    let clear = verdicts.iter().filter(|&&verdict| verdict != Verdict::Unclear).count();
    let back = verdicts.iter().filter(|&&verdict| verdict == Verdict::Back).count();
    match back {
        0 => Some(tr("fool-undone-otherwise")),
        back => Some(tr_with("fool-undone", &[("undone", back.to_string()), ("treatments", clear.to_string())])),
    }
}
