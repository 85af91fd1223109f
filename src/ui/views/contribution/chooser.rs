//! Mean activation, or contribution to a class.

use egui::{Align2, Rect, Ui, vec2};

use crate::locale::text::{class_text, tr, tr_with};
use crate::state::{Arrangement, Command, State};
use crate::ui::kit::{Area, Segmented, within};
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

/// What a card shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::ui::views) enum Card {
    /// What everything adds is the logit; beside it the channels.
    #[default]
    Equation,
    /// The strongest channels.
    Channels,
    /// What was predicted to be lost without them against what is.
    Linear,
}

/// Width of three choices, points.
pub(super) const THREE: f32 = 300.0;

/// Which of three cards is shown, at the top right of it.
pub(super) fn of_three(ui: &mut Ui, rect: Rect, card: &mut Card, theme: &Theme) {
    let place = rect.shrink(6.0).place(Align2::RIGHT_TOP, vec2(THREE, size::CONTROL_HEIGHT));
    let [equation, strongest, linear] =
        [tr("contribution-equation"), tr("contribution-channels-short"), tr("contribution-linear")];
    let choices = [(Card::Equation, &*equation), (Card::Channels, &*strongest), (Card::Linear, &*linear)];
    *card = chosen(ui, place, &choices, *card, theme);
}

/// Whether the card beside the equation shows the strongest channels of a layer or how well they foretell; over its whole width.
pub(super) fn of_two(ui: &mut Ui, rect: Rect, layer: &str, card: &mut Card, theme: &Theme) {
    let place = rect.top_part(size::CONTROL_HEIGHT);
    let [strongest, linear] = [tr_with("contribution-strongest", &[("layer", layer)]), tr("contribution-linear")];
    let choices = [(Card::Channels, &*strongest), (Card::Linear, &*linear)];
    let shown = if *card == Card::Linear { Card::Linear } else { Card::Channels };
    let chosen = chosen(ui, place, &choices, shown, theme);
    if chosen != shown {
        *card = chosen;
    }
}

fn chosen(ui: &mut Ui, place: Rect, choices: &[(Card, &str)], shown: Card, theme: &Theme) -> Card {
    let name = tr("contribution-card");
    within(ui, place, |ui| {
        let control = Segmented::new(&name, choices, shown).padding(6.0).width(place.width());
        control.show(ui, theme).inner.unwrap_or(shown)
    })
}
