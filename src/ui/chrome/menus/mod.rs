//! The toolbar's menus.
//!
//! | file | its job |
//! |---|---|
//! | `samples` | photos and test patterns |
//! | `weights` | the weights in use, and where to take others from |
//! | `weights_card` | what was loaded, and how it differs from the paper |
//! | `weights_compare` | other weights beside those in use |
//! | `weights_findings` | what shapes cannot tell about it, as switches |
//! | `downloads` | public weights, with the download that is under way |
//! | `take_home` | pictures, numbers and the lesson on paper, as files |
//! | `recent_file` | a file of before |
//! | `settings` | what is remembered |

mod downloads;
mod recent_file;
mod samples;
mod settings;
mod take_home;
mod weights;
mod weights_card;
mod weights_compare;
mod weights_findings;

use egui::{RichText, Ui};

pub use samples::{COLUMNS, THUMBNAIL, gallery, gallery_entry, samples_menu};
pub use settings::settings_menu;
pub use take_home::{progress_text, take_home_menu};
pub use weights::weights_menu;
pub use weights_compare::{weights_compare, wishes as comparison_wishes};

use crate::ui::style::{TextRole, Theme, size};

/// Most height a menu takes: what is between the bars.
fn most_height(ui: &Ui) -> f32 {
    ui.ctx().content_rect().height() - size::TOOLBAR_HEIGHT - size::STATUS_HEIGHT - 40.0
}

pub(super) fn heading(ui: &mut Ui, theme: &Theme, text: &str) {
    ui.label(RichText::new(text).font(TextRole::Name.font()).color(theme.hi));
}

pub(super) fn caption(ui: &mut Ui, theme: &Theme, text: &str) {
    ui.label(RichText::new(text).font(TextRole::Caption.font()).color(theme.low));
}
