//! A word with its explanation: a dotted line below it, what it means on hover, and a place in the sheet of words.

use egui::{Context, CursorIcon, Id, Rect, Response, RichText, Role, Sense, Ui, WidgetInfo, pos2};

use super::tooltip;
use crate::locale::glossary::Term;
use crate::locale::text::tr_with;
use crate::ui::style::{TextRole, Theme};

/// Widest explanation, points.
const WIDEST: f32 = 340.0;

/// Terms of this frame, and of the one before.
#[derive(Clone, Default)]
struct Seen {
    frame: u64,
    now: Vec<Term>,
    before: Vec<Term>,
    hovered: Option<(u64, Term)>,
}

fn seen_id() -> Id {
    Id::unique("terms-on-screen")
}

fn with_seen<R>(ctx: &Context, action: impl FnOnce(&mut Seen) -> R) -> R {
    let frame = ctx.cumulative_frame_nr();
    ctx.data_mut(|data| {
        let seen = data.get_temp_mut_or_default::<Seen>(seen_id());
        if seen.frame != frame {
            seen.frame = frame;
            seen.before = std::mem::take(&mut seen.now);
        }
        action(seen)
    })
}

/// The terms that stood on screen in the frame before, each once.
pub(in crate::ui) fn terms_on_screen(ctx: &Context) -> Vec<Term> {
    let mut terms = with_seen(ctx, |seen| seen.before.clone());
    terms.sort_unstable();
    terms.dedup();
    terms
}

/// The term that the pointer rests on.
pub(in crate::ui) fn hovered_term(ctx: &Context) -> Option<Term> {
    let frame = ctx.cumulative_frame_nr();
    let hovered = with_seen(ctx, |seen| seen.hovered);
    hovered.filter(|(at, _)| at + 1 >= frame).map(|(_, term)| term)
}

/// Explains the word painted in `rect`.
pub(in crate::ui) fn term(ui: &Ui, rect: Rect, term: Term, theme: &Theme) -> Response {
    let entry = term.entry();
    let id = ui.scope_id().with(("term", term, rect.left().to_bits(), rect.top().to_bits()));
    let response = ui.interact(rect, id, Sense::hover()).on_hover_cursor(CursorIcon::Help);
    response.widget_info(|| {
        let name = tr_with("term-name", &[("term", entry.word())]);
        WidgetInfo::labeled(Role::Term, ui.is_enabled(), name)
    });
    response.ctx.accesskit_node_builder(response.id, |node| node.set_description(entry.meaning()));
    let is_hovered = response.hovered();
    dots(ui, rect, if is_hovered { theme.hi } else { theme.line2 });
    with_seen(ui.ctx(), |seen| {
        seen.now.push(term);
        if is_hovered {
            seen.hovered = Some((seen.frame, term));
        }
    });
    tooltip(&response, theme, |ui| explanation(ui, term, theme));
    response
}

/// The word and what it means.
fn explanation(ui: &mut Ui, term: Term, theme: &Theme) {
    let entry = term.entry();
    ui.set_max_width(WIDEST);
    ui.label(RichText::new(entry.word()).font(TextRole::BodyStrong.font()).color(theme.hi));
    ui.label(RichText::new(entry.meaning()).font(TextRole::Body.font()).color(theme.mid));
}

/// What a choice of a [`super::Segmented`] says on hover.
pub(in crate::ui) fn term_hint(term: Term) -> String {
    let entry = term.entry();
    format!("{}: {}", entry.word(), entry.meaning())
}

fn dots(ui: &Ui, rect: Rect, color: egui::Color32) {
    let y = rect.bottom() - 0.5;
    let line = [pos2(rect.left(), y), pos2(rect.right(), y)];
    ui.painter().extend(egui::Shape::dotted_line(&line, color, 3.0, 0.75));
}
