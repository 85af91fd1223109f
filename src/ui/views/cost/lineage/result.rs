//! What a network reached in the contest.

use egui::{Align2, Rect, Ui};

use super::row::{NetworkRow, is_low};
use crate::locale::format::fixed;
use crate::locale::text::{tr, tr_with};
use crate::ui::kit::{Area, write, write_fitted};
use crate::ui::style::TextRole;
use crate::ui::views::cost::context::CostContext;

impl NetworkRow<'_> {
    pub(super) fn result(&self, ui: &Ui, rect: Rect, shown: &CostContext<'_>) {
        let (theme, painter) = (shown.theme, ui.painter());
        let (first, second, third) = self.result_words();
        let ink = if self.network.hypothetical { self.quiet(shown) } else { theme.hi };
        let number = write(painter, rect, Align2::LEFT_CENTER, &first, TextRole::StageNumber, ink);
        if is_low(rect) {
            return;
        }
        let [above, below] = rect.without_left(86.0_f32.max(number.width() + 12.0)).rows::<2>(2.0);
        write_fitted(painter, above, Align2::LEFT_BOTTOM, &second, TextRole::Caption, theme.mid);
        write_fitted(painter, below, Align2::LEFT_TOP, &third, TextRole::Caption, self.quiet(shown));
    }

    /// The error, what kind of entry it was, who says so.
    pub(super) fn result_words(&self) -> (String, String, String) {
        match &self.network.contest {
            Some(contest) => {
                // As many decimals as the paper prints.
                let tenths = contest.top5_error_percent * 10.0;
                let decimals = if (tenths - tenths.round()).abs() > 0.05 { 2 } else { 1 };
                let error = fixed(contest.top5_error_percent, decimals);
                let values = [("networks", contest.networks as f64)];
                (format!("{error}%"), tr_with("cost-ensemble", &values), contest.source.to_owned())
            }
            None if self.network.hypothetical => ("–".to_owned(), tr("cost-hypothetical"), tr("cost-no-result")),
            None => ("–".to_owned(), tr("cost-no-contest"), tr("cost-no-contest-source")),
        }
    }
}
