//! The strip with the equation, and the share of the class among all as a bar.

use std::sync::Arc;

use egui::text::{LayoutJob, TextFormat};
use egui::{Align2, Color32, Galley, Id, Rect, RichText, Role, Sense, Stroke, StrokeKind, Ui, vec2};

use super::terms::{Term, exact, spoken_equation, terms};
use super::{EvidenceContext, warning};
use crate::locale::text::{class_text, tr, tr_with};
use crate::ui::kit::paint::spoken;
use crate::ui::kit::{Area, Pressable, tooltip, write_fitted};
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
    let response = Pressable::new(Id::unique("equation"))
        .role(Role::Label)
        .sense(Sense::focusable_noninteractive())
        .radius(size::RADIUS_CARD)
        .show(ui, rect, theme, || spoken_equation(&terms));
    let inner = rect.shrink2(vec2(14.0, 6.0));
    equation(ui, inner.without_bottom(BAR + 6.0), &terms, theme);
    let bar = inner.bottom_part(BAR);
    match wrong {
        Some(words) => {
            let line = inner.bottom_part(10.0);
            write_fitted(ui.painter(), line, Align2::LEFT_CENTER, &words, TextRole::StatusStrong, theme.err);
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
        let place = rect.row(index, height).middle_column(width(line, gap).min(rect.width()));
        terms_of(ui, place, line, gap);
    }
}

/// Terms up to the logit: the sum of the evidence, the bias, and their sum.
const LOGIT: usize = 3;

/// Paints a line of terms: the numbers above, their captions below them.
fn terms_of(ui: &Ui, mut room: Rect, laid: &[Laid], gap: f32) {
    let painter = ui.painter();
    let numbers = room.height() * 0.64;
    let captions = laid.first().map_or(14.0, |term| term.caption.size().y);
    let write = |galley: &Arc<Galley>, room: Rect| {
        painter.galley(room.place(Align2::CENTER_CENTER, galley.size()).min, galley.clone(), Color32::PLACEHOLDER);
    };
    for term in laid {
        let width = term.before.size().x;
        if width > 0.0 {
            write(&term.before, room.take_left(width).top_part(numbers));
            room.take_left(gap);
        }
        let column = room.take_left(term.width());
        write(&term.number, column.top_part(numbers));
        write(&term.caption, column.bottom_part(captions));
        room.take_left(gap);
    }
}

/// All classes side by side, as wide as their probabilities; the class under study in colour.
fn shares(ui: &Ui, rect: Rect, subject: &ClassQuery<'_>, theme: &Theme) {
    let scores = subject.run.report.main();
    let painter = ui.painter();
    painter.rect_filled(rect, 2.0, theme.line2);
    let mut rest = rect;
    let mut draw = |class: usize, fill: Color32| {
        let width = rect.width() * scores.probabilities[class];
        if width >= 1.0 {
            painter.rect_filled(rest.take_left(width).without_right(1.0), 1.0, fill);
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
