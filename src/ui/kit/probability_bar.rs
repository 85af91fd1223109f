//! A class, its probability, and a bar.

use egui::text::{LayoutJob, TextFormat};
use egui::{Align2, Color32, FontId, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use super::focus_ring;
use crate::locale::format::percent;
use crate::locale::text::tr_with;
use crate::ui::style::{Hue, TextRole, Theme, Weight, size};

/// How a bar is laid out.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Layout {
    /// The first prediction: big type, a thick bar below.
    Large,
    /// A row of a list, a thin bar below.
    Small,
    /// A row of a list, the bar between label and number.
    Inline,
}

/// One class with its probability: the label at the left, the percentage at the right, a bar in a hue.
pub struct ProbabilityBar<'a> {
    label: &'a str,
    share: f32,
    hue: Hue,
    layout: Layout,
    is_strong: bool,
    is_clickable: bool,
}

/// Where the parts go and how they look, in points.
struct Measures {
    height: f32,
    bar: Rect,
    text_middle: f32,
    label_font: FontId,
    /// Whether a long label is set smaller.
    shrinks: bool,
    number_font: FontId,
}

impl<'a> ProbabilityBar<'a> {
    /// Width of the label's and of the number's column where the bar is between them.
    const INLINE_COLUMNS: [f32; 2] = [118.0, 62.0];

    fn new(label: &'a str, share: f32, hue: Hue, layout: Layout) -> Self {
        Self { label, share, hue, layout, is_strong: layout == Layout::Large, is_clickable: false }
    }

    /// The first prediction, in big type.  `share` is 0 to 1.
    #[must_use]
    pub fn large(label: &'a str, share: f32, hue: Hue) -> Self {
        Self::new(label, share, hue, Layout::Large)
    }

    /// A row with the bar below the text.
    #[must_use]
    pub fn small(label: &'a str, share: f32, hue: Hue) -> Self {
        Self::new(label, share, hue, Layout::Small)
    }

    /// A row with the bar between label and number.
    #[must_use]
    pub fn inline(label: &'a str, share: f32, hue: Hue) -> Self {
        Self::new(label, share, hue, Layout::Inline)
    }

    /// Bold text and the full hue: the class under study.
    #[must_use]
    pub fn strong(mut self, is_strong: bool) -> Self {
        self.is_strong |= is_strong;
        self
    }

    /// Lets it be clicked and focused.
    #[must_use]
    pub fn clickable(mut self) -> Self {
        self.is_clickable = true;
        self
    }

    /// Shows the bar over the whole available width.
    pub fn show(self, ui: &mut Ui, theme: &Theme) -> Response {
        let width = ui.available_width();
        let measures = self.measures(width);
        let (sense, least_height) =
            if self.is_clickable { (Sense::click(), size::HIT_TARGET) } else { (Sense::hover(), 0.0) };
        let wanted = vec2(width, measures.height.max(least_height));
        let (rect, response) = ui.allocate_exact_size(wanted, sense);
        response.widget_info(|| {
            let share = percent(f64::from(self.share));
            let values = [("label", self.label.to_owned()), ("share", share)];
            let role = if self.is_clickable { Role::Button } else { Role::Meter };
            WidgetInfo::labeled(role, ui.is_enabled(), tr_with("share-name", &values))
        });
        if ui.is_rect_visible(rect) {
            self.paint(ui, rect, &measures, response.hovered() && self.is_clickable, theme);
            focus_ring(ui, &response, size::RADIUS_TILE, theme);
        }
        response
    }

    /// Sizes for a given width; the bar's rectangle is relative to the widget's top left corner.
    fn measures(&self, width: f32) -> Measures {
        let row_font = if self.is_strong { TextRole::Name.font() } else { Weight::Regular.size(15.0) };
        let below = |top: f32, height: f32| Rect::from_min_size(pos2(0.0, top), vec2(width, height));
        match self.layout {
            Layout::Large => Measures {
                height: 52.0,
                bar: below(40.0, 10.0),
                text_middle: 17.0,
                label_font: TextRole::BigNumber.font(),
                shrinks: true,
                number_font: TextRole::RowNumber.font(),
            },
            Layout::Small => Measures {
                height: 30.0,
                bar: below(22.0, 6.0),
                text_middle: 11.0,
                label_font: row_font.clone(),
                shrinks: false,
                number_font: row_font,
            },
            Layout::Inline => {
                let [label, number] = Self::INLINE_COLUMNS;
                let room = (width - label - number).max(24.0);
                Measures {
                    height: 33.0,
                    bar: Rect::from_min_size(pos2(label, 7.5), vec2(room, 18.0)),
                    text_middle: 16.5,
                    label_font: row_font.clone(),
                    shrinks: false,
                    number_font: row_font,
                }
            }
        }
    }

    fn paint(&self, ui: &Ui, rect: Rect, measures: &Measures, is_hovered: bool, theme: &Theme) {
        let ink = if self.is_strong || is_hovered { theme.hi } else { theme.mid };
        let middle = rect.top() + measures.text_middle;
        let number = ui.painter().text(
            pos2(rect.right(), middle),
            Align2::RIGHT_CENTER,
            percent(f64::from(self.share)),
            measures.number_font.clone(),
            ink,
        );
        let room = match self.layout {
            Layout::Inline => measures.bar.left() - size::SPACE_8,
            Layout::Large | Layout::Small => number.left() - rect.left() - size::SPACE_12,
        };
        paint_label(ui, pos2(rect.left(), middle), self.label, measures, room, ink);

        let bar = measures.bar.translate(rect.min.to_vec2());
        let radius = size::RADIUS_BAR.max(bar.height() / 4.0).min(3.0);
        ui.painter().rect_filled(bar, radius, theme.bar_track);
        let mut filled = bar;
        // Even the smallest share stays visible.
        filled.set_width((bar.width() * self.share.clamp(0.0, 1.0)).max(bar.height().min(6.0)));
        let hue = theme.hue(self.hue);
        let is_full = self.is_strong || self.layout == Layout::Inline;
        let fill = hue.fill.gamma_multiply(if is_full { 1.0 } else { 0.72 });
        let outline = match theme.outline(self.hue) {
            outline if is_full => outline,
            _ => Stroke::NONE,
        };
        ui.painter().rect(filled, radius, fill, outline, StrokeKind::Inside);
    }
}

/// A label too long for its room is set smaller, down to this share of its size.
const LEAST_LABEL: f32 = 0.55;

/// The label: smaller where its room is short, cut off with an ellipsis where that is not enough.
fn paint_label(ui: &Ui, left_middle: egui::Pos2, label: &str, measures: &Measures, room: f32, ink: Color32) {
    let room = room.max(0.0);
    let mut font = measures.label_font.clone();
    if measures.shrinks {
        // Measured without being laid out: that would draw letters in a size that nobody uses.
        let whole: f32 = ui.fonts_mut(|fonts| label.chars().map(|letter| fonts.glyph_width(&font, letter)).sum());
        if whole > room {
            // Whole half points, so that labels share their letters.
            font.size = (2.0 * font.size * (room / whole).max(LEAST_LABEL)).floor() / 2.0;
        }
    }
    let mut job = LayoutJob::single_section(label.to_owned(), TextFormat::simple(font, ink));
    job.wrap.max_width = room;
    job.wrap.max_rows = 1;
    job.wrap.break_anywhere = true;
    let galley = ui.painter().layout_job(job);
    let top = left_middle.y - galley.size().y / 2.0;
    ui.painter().galley(pos2(left_middle.x, top), galley, ink);
}
