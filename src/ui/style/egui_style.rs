//! The theme as an egui style, for egui's own widgets.

use egui::style::{Selection, WidgetVisuals, Widgets};
use egui::{Color32, Context, CornerRadius, Margin, Shadow, Stroke, Style, TextStyle, Visuals, vec2};

use super::{TextRole, Theme, size};

/// Makes egui's own widgets look like ours.  Cheap enough to call whenever the theme changes; fonts are installed apart
/// from it, with `ctx.set_fonts(fonts())`.
///
/// What it cannot say: a focused text field takes the colour of selected text for its border, so draw
/// [`crate::ui::kit::focus_ring`] around it.
pub fn apply(ctx: &Context, theme: &Theme) {
    ctx.set_theme(if theme.dark { egui::Theme::Dark } else { egui::Theme::Light });
    ctx.all_styles_mut(|style| restyle(style, theme));
}

fn restyle(style: &mut Style, theme: &Theme) {
    style.text_styles = [
        (TextStyle::Small, TextRole::Caption.font()),
        (TextStyle::Body, TextRole::Body.font()),
        (TextStyle::Button, TextRole::Button.font()),
        (TextStyle::Heading, TextRole::ViewTitle.font()),
        (TextStyle::Monospace, TextRole::Body.font()),
    ]
    .into();
    style.animation_time = 0.08;
    style.interaction.selectable_labels = false;
    style.interaction.tooltip_delay = 0.25;
    let spacing = &mut style.spacing;
    spacing.item_spacing = vec2(size::SPACE_8, size::SPACE_8);
    spacing.button_padding = vec2(size::SPACE_12, 6.0);
    spacing.interact_size = vec2(size::HIT_TARGET, size::HIT_TARGET);
    spacing.menu_margin = Margin::same(size::SPACE_8 as i8);
    spacing.window_margin = Margin::same(size::SPACE_12 as i8);
    style.visuals = visuals(theme);
}

fn visuals(theme: &Theme) -> Visuals {
    let base = if theme.dark { Visuals::dark() } else { Visuals::light() };
    Visuals {
        override_text_color: None,
        weak_text_color: Some(theme.low),
        widgets: widgets(theme),
        selection: Selection { bg_fill: theme.hi, stroke: Stroke::new(size::stroke_focus(), theme.inv) },
        hyperlink_color: theme.hi,
        faint_bg_color: theme.bg2,
        extreme_bg_color: theme.bg0,
        code_bg_color: theme.bg3,
        warn_fg_color: theme.err,
        error_fg_color: theme.err,
        window_corner_radius: radius(size::RADIUS_CARD),
        window_shadow: Shadow::NONE,
        window_fill: theme.bg2,
        window_stroke: Stroke::new(size::hairline(), theme.line2),
        menu_corner_radius: radius(size::RADIUS_CARD),
        panel_fill: theme.bg0,
        popup_shadow: Shadow::NONE,
        striped: false,
        interact_cursor: Some(egui::CursorIcon::PointingHand),
        ..base
    }
}

fn widgets(theme: &Theme) -> Widgets {
    let hairline = |color| Stroke::new(size::hairline(), color);
    let look = |fill: Color32, border: Stroke, text: Color32| WidgetVisuals {
        // Rails of sliders and boxes of check marks lie on cards, so they are never as light as these.
        bg_fill: theme.bg3,
        weak_bg_fill: fill,
        bg_stroke: border,
        corner_radius: radius(size::RADIUS_BUTTON),
        fg_stroke: hairline(text),
        expansion: 0.0,
    };
    // egui draws what has the focus like what is pressed, so that state carries the ring.
    let ring = Stroke::new(size::stroke_focus(), theme.hi);
    Widgets {
        noninteractive: look(theme.bg1, hairline(theme.line), theme.mid),
        inactive: look(theme.bg2, hairline(theme.line), theme.hi),
        hovered: look(theme.bg3, hairline(theme.line2), theme.hi),
        active: look(theme.bg3, ring, theme.hi),
        open: look(theme.bg3, hairline(theme.line2), theme.hi),
    }
}

fn radius(points: f32) -> CornerRadius {
    CornerRadius::same(points as u8)
}
