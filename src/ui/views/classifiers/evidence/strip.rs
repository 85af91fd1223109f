//! The strip with the equation, and the share of the class among all as a bar.

use std::sync::Arc;

use egui::text::{LayoutJob, TextFormat};
use egui::{Color32, Galley, Id, Rect, RichText, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use super::terms::{Term, exact, spoken_equation, terms};
use super::{EvidenceContext, warning};
use crate::locale::text::{class_text, tr, tr_with};
use crate::ui::kit::paint::{spoken, text_within};
use crate::ui::kit::{focus_ring, tooltip};
use crate::ui::style::{TextRole, Theme, Weight, legibility, size};
use crate::ui::views::classifiers::class_query::{Board, ClassQuery};
use crate::ui::views::classifiers::numbers::{head_hue, power};

/// Sizes of numbers and captions, the first that fits is taken.
const SIZES: [(f32, f32, f32); 4] = [(25.0, 13.0, 22.0), (21.0, 12.5, 14.0), (17.0, 12.0, 9.0), (15.0, 11.0, 6.0)];
/// Height of the bar at the lower edge.
const BAR: f32 = 6.0;
/// Classes named when the pointer rests on the strip.
const NAMED: usize = 5;

/// Shows the strip.
pub(super) fn strip(ui: &Ui, rect: Rect, shown: &EvidenceContext<'_>, board: &Board<'_, '_>) {
    let theme = board.look.theme;
    let subject = board.subject;
    let sums = shown.sums;
    let terms = terms(subject, sums);
    let wrong = warning(sums);
    let border = match wrong {
        Some(_) => Stroke::new(2.0, theme.err),
        None => Stroke::NONE,
    };
    ui.painter().rect(rect, size::RADIUS_CARD, theme.bg3, border, StrokeKind::Inside);
    let response = ui.interact(rect, Id::unique("equation"), Sense::focusable_noninteractive());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, ui.is_enabled(), spoken_equation(&terms)));
    focus_ring(ui, &response, size::RADIUS_CARD, theme);
    let inner = rect.shrink2(vec2(14.0, 6.0));
    let lower = BAR + 6.0;
    equation(ui, inner.with_max_y(inner.bottom() - lower), &terms, theme);
    let bar = Rect::from_min_max(pos2(inner.left(), inner.bottom() - BAR), inner.max);
    match wrong {
        Some(words) => {
            let place = pos2(inner.left(), inner.bottom() - 5.0);
            text_within(ui.painter(), place, inner.width(), &words, TextRole::StatusStrong, theme.err);
            spoken(ui, bar, Role::Label, &words);
        }
        None => shares(ui, bar, subject, theme),
    }
    tooltip(&response, theme, |ui| tip(ui, shown, board));
}

struct Laid {
    number: Arc<Galley>,
    caption: Arc<Galley>,
    before: Arc<Galley>,
}

impl Laid {
    fn new(ui: &Ui, term: &Term, points: f32, caption: f32, theme: &Theme) -> Self {
        let ink = term.hue.map_or(theme.hi, |hue| theme.hue(hue).text);
        let lay = |words: &str, font, ink| ui.painter().layout_no_wrap(words.to_owned(), font, ink);
        Self {
            number: lay(&term.number, Weight::SemiBold.size(points), ink),
            caption: ui.painter().layout_job(with_powers(&term.caption, caption, theme.mid)),
            before: lay(term.before, Weight::Regular.size(points * 0.9), theme.low),
        }
    }

    fn width(&self) -> f32 {
        self.number.size().x.max(self.caption.size().x)
    }
}

/// Size of a power beside that of its base.
const POWER: f32 = 0.8;

/// A caption in which what follows a `^`, up to a space or a sign, stands higher: e to the power of 4.95.
fn with_powers(words: &str, points: f32, ink: Color32) -> LayoutJob {
    let mut job = LayoutJob::default();
    // The power is the smaller one: it decides how small the caption may be.
    let points = points.max(legibility().smallest_text / POWER);
    let base = TextFormat::simple(Weight::Regular.size(points), ink);
    let raised =
        TextFormat { valign: egui::Align::TOP, ..TextFormat::simple(Weight::Regular.size(points * POWER), ink) };
    for (index, part) in words.split('^').enumerate() {
        let ends = |letter: char| matches!(letter, ' ' | ',' | ':');
        let end = match index {
            0 => 0,
            _ if part.starts_with('(') => part.find(')').map_or(part.len(), |end| end + 1),
            _ => part.find(ends).unwrap_or(part.len()),
        };
        job.append(&part[..end], 0.0, raised.clone());
        job.append(&part[end..], 0.0, base.clone());
    }
    job
}

/// The terms side by side, as large as they fit.
fn equation(ui: &Ui, rect: Rect, terms: &[Term], theme: &Theme) {
    let lay = |(points, caption, _): (f32, f32, f32)| -> Vec<Laid> {
        let terms = terms.iter();
        terms.map(|term| Laid::new(ui, term, points, caption, theme)).collect()
    };
    let width = |laid: &[Laid], gap: f32| -> f32 {
        let terms = laid.iter().map(|term| term.width() + term.before.size().x);
        terms.sum::<f32>() + (2 * laid.len() - 2) as f32 * gap
    };
    let mut chosen = (lay(SIZES[0]), SIZES[0].2);
    let is_low = rect.height() < 44.0;
    for sizes in SIZES.into_iter().skip(usize::from(is_low)) {
        chosen = (lay(sizes), sizes.2);
        if width(&chosen.0, sizes.2) <= rect.width() {
            break;
        }
    }
    let (laid, gap) = chosen;
    // What is too wide for a line has two: up to the logit, and what becomes of it.
    let is_broken = width(&laid, gap) > rect.width() && laid.len() > LOGIT;
    let lines = if is_broken { vec![&laid[..LOGIT], &laid[LOGIT..]] } else { vec![&laid[..]] };
    let height = rect.height() / lines.len() as f32;
    for (index, line) in lines.into_iter().enumerate() {
        let place = rect.with_min_y(rect.top() + height * index as f32);
        let left = rect.center().x - width(line, gap).min(rect.width()) / 2.0;
        terms_of(ui, place.with_max_y(place.top() + height), left, line, gap);
    }
}

/// Terms up to the logit: the sum of the evidence, the bias, and their sum.
const LOGIT: usize = 3;

/// Paints a line of terms from `x` on.
fn terms_of(ui: &Ui, rect: Rect, mut x: f32, laid: &[Laid], gap: f32) {
    let painter = ui.painter();
    let number_middle = rect.top() + rect.height() * 0.32;
    let caption_middle = rect.bottom() - laid.first().map_or(7.0, |term| term.caption.size().y / 2.0);
    for term in laid {
        let size = term.before.size();
        if size.x > 0.0 {
            let place = pos2(x, number_middle - size.y / 2.0);
            painter.galley(place, term.before.clone(), Color32::PLACEHOLDER);
            x += size.x + gap;
        }
        let width = term.width();
        for (galley, middle) in [(&term.number, number_middle), (&term.caption, caption_middle)] {
            let left = x + (width - galley.size().x) / 2.0;
            let place = pos2(left, middle - galley.size().y / 2.0);
            painter.galley(place, galley.clone(), Color32::PLACEHOLDER);
        }
        x += width + gap;
    }
}

/// All classes side by side, as wide as their probabilities; the class under study in colour.
fn shares(ui: &Ui, rect: Rect, subject: &ClassQuery<'_>, theme: &Theme) {
    let scores = subject.run.report.main();
    let painter = ui.painter();
    painter.rect_filled(rect, 2.0, theme.line2);
    let mut left = rect.left();
    let mut draw = |class: usize, fill: Color32| {
        let width = rect.width() * scores.probabilities[class];
        if width >= 1.0 {
            let part = Rect::from_min_size(pos2(left, rect.top()), vec2(width - 1.0, rect.height()));
            painter.rect_filled(part, 1.0, fill);
            left += width;
        }
    };
    draw(subject.class, theme.hue(head_hue(crate::spec::Head::Main)).fill);
    if let Some(minus) = subject.minus {
        draw(minus, theme.hi);
    }
    for class in scores.top(NAMED * 4, &subject.run.report.labels) {
        if class.index != subject.class && Some(class.index) != subject.minus {
            draw(class.index, theme.low);
        }
    }
}

/// The sums with all their digits, and the powers of the most probable classes.
fn tip(ui: &mut Ui, shown: &EvidenceContext<'_>, board: &Board<'_, '_>) {
    let theme = board.look.theme;
    let report = board.subject.run.report;
    ui.set_max_width(460.0);
    ui.label(RichText::new(exact(shown.sums)).color(theme.hi));
    let tops = report.main().top(NAMED, &report.labels);
    let powers = tops.iter().filter_map(|class| {
        let powers = report.main().exponentials(class.index)?;
        Some(format!("{} {}", class_text(&class.label), power(powers.power)))
    });
    let mut words = powers.collect::<Vec<_>>().join(" + ");
    if report.labels.len() > NAMED {
        words.push_str(" + …");
    }
    let sum = report.main().exponentials(board.subject.class).map_or(0.0, |powers| powers.sum);
    let values = [("terms", words), ("sum", power(sum))];
    ui.label(RichText::new(tr_with("classifiers-power-terms", &values)).color(theme.mid));
    ui.label(RichText::new(tr("classifiers-sizes-tip")).color(theme.mid));
}
