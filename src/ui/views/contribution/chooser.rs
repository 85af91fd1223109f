//! Mean activation, or contribution to a class.

use egui::{Rect, Ui, Vec2, vec2};

use crate::app::{Arrangement, Command, State};
use crate::locale::text::{class_text, tr, tr_with};
use crate::ui::kit::Segmented;
use crate::ui::style::{Theme, size};

/// Shows the switch; `is_narrow`: in fewer words.
pub(in crate::ui::views) fn chooser(
    ui: &mut Ui,
    state: &State,
    is_narrow: bool,
    theme: &Theme,
    commands: &mut Vec<Command>,
) {
    let label = state.class().and_then(|class| state.labels().get(class)).map_or("", |label| class_text(label));
    let short: String = label.chars().take(14).collect();
    let (mean, contribution) = match is_narrow {
        true => (tr("contribution-mean-short"), tr("contribution-short")),
        false => (tr("contribution-mean"), tr_with("contribution-to", &[("class", short)])),
    };
    let choices = [(false, &*mean), (true, &*contribution)];
    let name = tr("contribution-show");
    let control = Segmented::new(&name, &choices, state.arrangement.contribution).padding(10.0);
    if let Some(contribution) = control.show(ui, theme).inner {
        commands.push(Command::Arrange(Arrangement { contribution, ..state.arrangement }));
    }
}

/// Which of the two cards is shown, at the top right of it.
pub(super) fn card_choice(ui: &mut Ui, rect: Rect, channels: &mut bool, theme: &Theme) {
    let place = Rect::from_min_size(rect.right_top() + Vec2::new(-226.0, 6.0), vec2(220.0, size::CONTROL_HEIGHT));
    let [equation, strongest] = [tr("contribution-equation"), tr("contribution-channels")];
    let choices = [(false, &*equation), (true, &*strongest)];
    let name = tr("contribution-card");
    crate::ui::kit::within(ui, place, |ui| {
        let chosen = Segmented::new(&name, &choices, *channels).padding(6.0).width(place.width());
        *channels = chosen.show(ui, theme).inner.unwrap_or(*channels);
    });
}
