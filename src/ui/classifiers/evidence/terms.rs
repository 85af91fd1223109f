//! The equation below the evidence, as words and numbers.

use super::super::numbers::{head_hue, points, power, short};
use super::super::subject::Subject;
use crate::analysis::LogitSums;
use crate::spec::Head;
use crate::ui::agree::sum_decimals;
use crate::ui::format::{fixed, percent, times_of};
use crate::ui::text::{tr, tr_with};
use crate::ui::theme::Hue;

/// A number with what it is, and the sign before it.
pub(super) struct Term {
    /// "+", "=", "→"; empty before the first.
    pub before: &'static str,
    /// The number.
    pub number: String,
    /// What it is.
    pub caption: String,
    /// The hue of a result; absent for a step on the way.
    pub hue: Option<Hue>,
}

impl Term {
    fn new(before: &'static str, number: String, caption: String) -> Self {
        Self { before, number, caption, hue: None }
    }

    fn result(mut self) -> Self {
        self.hue = Some(head_hue(Head::Main));
        self
    }
}

/// From the evidence to the logit, and from there to a probability or to odds.
pub(super) fn terms(subject: &Subject<'_>, sums: &LogitSums) -> Vec<Term> {
    let mut terms = to_the_logit(subject, sums);
    if subject.minus.is_some() {
        terms.extend(odds(subject, sums));
    } else if subject.is_difference {
        terms.extend(two_photos(subject));
    } else {
        terms.extend(softmax(subject, sums));
    }
    terms
}

/// Evidence + bias = logit.
fn to_the_logit(subject: &Subject<'_>, sums: &LogitSums) -> Vec<Term> {
    let is_difference = subject.minus.is_some() || subject.is_difference;
    let keys = if is_difference {
        ["classifiers-evidence-difference", "classifiers-bias-difference", "classifiers-logit-difference"]
    } else {
        ["classifiers-sum-evidence", "classifiers-bias", "classifiers-logit"]
    };
    let [evidence, bias, logit] = keys.map(tr);
    let sign = if sums.bias < 0.0 { "−" } else { "+" };
    let decimals = sum_decimals(&[sums.logit - sums.bias, sums.bias], 2);
    vec![
        Term::new("", fixed(sums.logit - sums.bias, decimals), evidence),
        Term::new(sign, fixed(sums.bias.abs(), decimals), bias),
        Term::new("=", fixed(sums.logit, decimals), logit),
    ]
}

/// e^logit, its share of the sum over all classes.
fn softmax(subject: &Subject<'_>, sums: &LogitSums) -> Vec<Term> {
    let scores = subject.run.report.main();
    let Some(powers) = scores.exponentials(subject.class) else {
        return Vec::new();
    };
    let logit = fixed(sums.logit, 2);
    let classes = subject.classes().to_string();
    let exponent = if powers.shift == 0.0 {
        tr_with("classifiers-power", &[("logit", &*logit)])
    } else {
        let most = fixed(powers.shift, 2);
        let values = [("logit", &*logit), ("most", &*most)];
        tr_with("classifiers-power-shifted", &values)
    };
    let share = f64::from(scores.probabilities[subject.class]);
    vec![
        Term::new("→", power(powers.power), exponent),
        Term::new("÷", power(powers.sum), tr_with("classifiers-power-sum", &[("count", &*classes)])),
        Term::new("=", percent(share), tr("softmax-word")).result(),
    ]
}

/// e^difference: how many times as likely one class is as the other, and both probabilities.
fn odds(subject: &Subject<'_>, sums: &LogitSums) -> Vec<Term> {
    let logit = fixed(sums.logit, 2);
    let exponent = tr_with("classifiers-power", &[("logit", &*logit)]);
    let times = power(sums.logit.exp());
    if subject.is_difference {
        let caption = tr("classifiers-odds-photos");
        return vec![Term::new("→", times_of(&times), format!("{exponent}: {caption}")).result()];
    }
    let shares = &subject.run.report.main().probabilities;
    let mut terms =
        vec![Term::new("→", times_of(&times), tr_with("classifiers-odds", &[("power", &*exponent)])).result()];
    let classes = [Some(subject.class), subject.minus];
    for (class, before) in classes.into_iter().flatten().zip(["=", "÷"]) {
        let share = percent(f64::from(shares[class]));
        terms.push(Term::new(before, share, short(subject.label(class), 14)));
    }
    terms
}

/// The probabilities of both photos, and by how much they differ.
fn two_photos(subject: &Subject<'_>) -> Vec<Term> {
    let Some(other) = subject.other else {
        return Vec::new();
    };
    let share = |scores: &crate::analysis::Scores| {
        scores.probabilities.get(subject.class).map_or(0.0, |&share| f64::from(share))
    };
    let [first, second] = [share(subject.run.report.main()), share(other.report.main())];
    vec![
        Term::new("→", percent(first), tr("classifiers-first")),
        Term::new("−", percent(second), tr("classifiers-second")),
        Term::new("=", points(first - second), tr("softmax-word")).result(),
    ]
}

/// The whole equation with five decimals: `2.91074 + 0.18021 = 3.09095`.
pub(super) fn exact(sums: &LogitSums) -> String {
    let sign = if sums.bias < 0.0 { "−" } else { "+" };
    let values = [
        ("cells", fixed(sums.cell_sum(), 5)),
        ("channels", fixed(sums.channel_sum(), 5)),
        ("sign", sign.to_owned()),
        ("bias", fixed(sums.bias.abs(), 5)),
        ("logit", fixed(sums.logit, 5)),
    ];
    tr_with("classifiers-exact-sum", &values)
}

/// The equation as it is read out: `2.91 + 0.18 = 3.09 → 21.98 ÷ 26.42 = 83.2%`.
pub(super) fn spoken_equation(terms: &[Term]) -> String {
    let words = terms.iter().map(|term| {
        let number = &term.number;
        match term.before {
            "" => number.clone(),
            before => format!("{before} {number}"),
        }
    });
    words.collect::<Vec<_>>().join(" ")
}
