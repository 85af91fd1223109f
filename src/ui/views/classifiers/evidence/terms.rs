//! The equation below the evidence, as words and numbers.

use super::super::class_query::ClassQuery;
use super::super::numbers::{head_hue, short};
use crate::analysis::LogitSums;
use crate::locale::agree::powers::{Odds, Share};
use crate::locale::agree::sum_decimals;
use crate::locale::format::{fixed, signed, times_of};
use crate::locale::text::{tr, tr_with};
use crate::spec::Head;
use crate::ui::style::Hue;

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
pub(super) fn terms(subject: &ClassQuery<'_>, sums: &LogitSums) -> Vec<Term> {
    let parts = [sums.logit - sums.bias, sums.bias];
    let (decimals, rest) = if subject.minus.is_some() {
        odds(subject, sums, parts)
    } else if subject.is_difference {
        (sum_decimals(&parts, 2), two_photos(subject))
    } else {
        softmax(subject, sums, parts)
    };
    let mut terms = to_the_logit(subject, sums, decimals);
    terms.extend(rest);
    terms
}

/// Evidence + bias = logit.
fn to_the_logit(subject: &ClassQuery<'_>, sums: &LogitSums, decimals: usize) -> Vec<Term> {
    let is_difference = subject.minus.is_some() || subject.is_difference;
    let keys = if is_difference {
        ["classifiers-evidence-difference", "classifiers-bias-difference", "classifiers-logit-difference"]
    } else {
        ["classifiers-sum-evidence", "classifiers-bias", "classifiers-logit"]
    };
    let [evidence, bias, logit] = keys.map(tr);
    let sign = if sums.bias < 0.0 { "−" } else { "+" };
    vec![
        Term::new("", fixed(sums.logit - sums.bias, decimals), evidence),
        Term::new(sign, fixed(sums.bias.abs(), decimals), bias),
        Term::new("=", fixed(sums.logit, decimals), logit),
    ]
}

/// e^logit, its share of the sum over all classes; and the decimals of all logits.
fn softmax(subject: &ClassQuery<'_>, sums: &LogitSums, parts: [f64; 2]) -> (usize, Vec<Term>) {
    let scores = subject.run.report.main();
    let Some(powers) = scores.exponentials(subject.class) else {
        return (sum_decimals(&parts, 2), Vec::new());
    };
    let share = Share::new(&parts, powers.shift, powers.sum);
    let logit = fixed(sums.logit, share.decimals);
    let classes = subject.classes().to_string();
    let exponent = if powers.shift == 0.0 {
        tr_with("classifiers-power", &[("logit", &*logit)])
    } else {
        let most = fixed(powers.shift, share.decimals);
        let values = [("logit", &*logit), ("most", &*most)];
        tr_with("classifiers-power-shifted", &values)
    };
    let terms = vec![
        Term::new("→", share.power, exponent),
        Term::new("÷", share.sum, tr_with("classifiers-power-sum", &[("count", &*classes)])),
        Term::new("=", share.share, tr("softmax-word")).result(),
    ];
    (share.decimals, terms)
}

/// e^difference: how many times as likely one class is as the other, and both probabilities; and the decimals of the logits.
fn odds(subject: &ClassQuery<'_>, sums: &LogitSums, parts: [f64; 2]) -> (usize, Vec<Term>) {
    let scores = subject.run.report.main();
    let classes = [Some(subject.class), subject.minus];
    // With two photos these are the odds of odds: no shares lead to them.
    let shares = match (subject.is_difference, classes) {
        (false, [Some(class), Some(minus)]) => scores.loss(class).zip(scores.loss(minus)),
        _ => None,
    };
    let odds = Odds::new(&parts, shares.map(|(class, minus)| [-class, -minus]));
    let exponent = tr_with("classifiers-power", &[("logit", &*fixed(sums.logit, odds.decimals))]);
    let times = times_of(&odds.odds);
    let Some(shares) = odds.shares else {
        let caption = tr("classifiers-odds-photos");
        return (odds.decimals, vec![Term::new("→", times, format!("{exponent}: {caption}")).result()]);
    };
    let mut terms = vec![Term::new("→", times, tr_with("classifiers-odds", &[("power", &*exponent)])).result()];
    for ((class, before), share) in classes.into_iter().flatten().zip(["=", "÷"]).zip(shares) {
        terms.push(Term::new(before, share, short(subject.label(class), 14)));
    }
    (odds.decimals, terms)
}

/// The probabilities of both photos, and by how much they differ.
fn two_photos(subject: &ClassQuery<'_>) -> Vec<Term> {
    let Some(other) = subject.other else {
        return Vec::new();
    };
    let Some(class) = subject.in_other(subject.class) else {
        return Vec::new();
    };
    let share = |scores: &crate::analysis::Scores, class: usize| {
        scores.probabilities.get(class).map_or(0.0, |&share| f64::from(share))
    };
    let [first, second] =
        [share(subject.run.report.main(), subject.class), share(other.report.main(), class)].map(|share| share * 100.0);
    let decimals = sum_decimals(&[first, -second], 1);
    let percent = |share| format!("{}%", fixed(share, decimals));
    let difference = tr_with("classifiers-points", &[("value", &*signed(first - second, decimals))]);
    vec![
        Term::new("→", percent(first), tr("classifiers-first")),
        Term::new("−", percent(second), tr("classifiers-second")),
        Term::new("=", difference, tr("softmax-word")).result(),
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
