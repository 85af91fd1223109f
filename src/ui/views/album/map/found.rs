//! Photos where they are now: which is under the pointer, what a screen reader is told, the walk by keyboard, the one that has a card.

use egui::{Align2, Id, Modifiers, Rect, Role, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, vec2};

use super::closer;
use super::controls::ring_stroke;
use super::scene::{Camera, Laid};
use crate::locale::text::tr;
use crate::state::{AlbumCommand, Command};
use crate::ui::kit::{Area, Tag, arrows_pressed_with, enter_pressed};
use crate::ui::style::{TextRole, size};
use crate::ui::views::album::context::AlbumContext;

/// Photos that a screen reader is told of one by one.
pub(super) const SPOKEN: usize = 600;

/// What has the keyboard while it walks over the map.
pub(super) fn map_id() -> Id {
    Id::unique("album-map")
}

/// Photos where they are now.
pub(super) struct Found<'a> {
    /// Which photos, by which layout.
    pub laid: &'a Laid,
    /// Where each of them is now, on the fitted map.
    pub places: &'a [Vec2],
    /// How that map lies on screen.
    pub camera: Camera,
}

impl Found<'_> {
    pub fn rect_of(&self, photo: usize) -> Option<Rect> {
        let place = self.laid.photos.iter().position(|&other| other == photo)?;
        Some(self.camera.rect(self.places[place]))
    }

    pub fn under_pointer(&self, ui: &Ui, response: &egui::Response) -> Option<usize> {
        let at = response.hover_pos().filter(|at| ui.clip_rect().contains(*at))?;
        let place = (0..self.places.len()).find(|&place| self.camera.rect(self.places[place]).contains(at))?;
        Some(self.laid.photos[place])
    }

    /// Each photo in sight by its own name, where they are not too many.
    pub fn speak(&self, ui: &Ui, shown: &AlbumContext<'_>, in_sight: &[usize], commands: &mut Vec<Command>) {
        if in_sight.len() > SPOKEN {
            return;
        }
        for &place in in_sight {
            let photo = self.laid.photos[place];
            let rect = self.camera.rect(self.places[place]);
            // The pointer asks the map itself.
            let response = ui.interact(rect, map_id().with(photo), Sense::hover());
            let is_selected = shown.choices().selected == Some(photo);
            response.widget_info(|| {
                WidgetInfo::selected(Role::Button, ui.is_enabled(), is_selected, shown.sentence(photo))
            });
            let asks = |request: &egui::accesskit::ActionRequest| request.action == egui::accesskit::Action::Click;
            if ui.input(|input| input.accesskit_action_requests(response.id, egui::accesskit::Action::Click).any(asks))
            {
                commands.push(Command::Album(AlbumCommand::Select(Some(photo))));
            }
        }
    }

    /// With Shift the arrows walk from photo to photo; Enter opens.
    pub fn walk(&self, ui: &Ui, response: &egui::Response, shown: &AlbumContext<'_>, commands: &mut Vec<Command>) {
        if !response.has_focus() && ui.memory(|memory| memory.focused().is_some()) {
            return;
        }
        let selected = shown.choices().selected.filter(|&photo| self.rect_of(photo).is_some());
        if response.has_focus() && enter_pressed(ui) {
            commands.extend(selected.map(|photo| Command::Album(AlbumCommand::OpenPhoto(photo))));
        }
        let [right, down] = arrows_pressed_with(ui, Modifiers::SHIFT);
        if [right, down] == [0, 0] {
            return;
        }
        let toward = vec2(right as f32, down as f32).normalized();
        let from = selected.and_then(|photo| self.rect_of(photo));
        let Some(from) = from else {
            commands.extend(self.laid.photos.first().map(|&photo| Command::Album(AlbumCommand::Select(Some(photo)))));
            return;
        };
        let next = (0..self.places.len()).filter_map(|place| {
            let away = self.camera.rect(self.places[place]).center() - from.center();
            let along = away.dot(toward);
            // In that direction rather than beside it.
            (along > 1.0 && along >= 0.7 * away.length()).then_some((away.length(), self.laid.photos[place]))
        });
        let next = next.min_by(|one, other| one.0.total_cmp(&other.0));
        commands.extend(next.map(|(_, photo)| Command::Album(AlbumCommand::Select(Some(photo)))));
    }

    /// The open photo has a thick ring and a name.
    pub fn mark_open(&self, ui: &Ui, shown: &AlbumContext<'_>) {
        let Some(rect) = shown.state.album.opened.and_then(|photo| self.rect_of(photo)) else { return };
        let theme = shown.theme;
        ui.painter().rect_stroke(rect.expand(1.0), 4.0, ring_stroke(theme, true), StrokeKind::Outside);
        let tag = Tag::new(ui.painter(), &tr("album-map-open"), (TextRole::StatusStrong, theme.hi), [7.0, 3.0]);
        let above = rect.expand(18.0).top_part(0.0).place(Align2::CENTER_CENTER, tag.size());
        tag.paint(ui.painter(), above, theme.bg1, Stroke::new(size::hairline(), theme.line2));
    }

    /// Which photo has a card: the one under the pointer; without one the selected one, with what can be done with it.  On the
    /// way from the selected photo to its card the pointer may pass others.
    pub fn card_of(&self, ui: &Ui, shown: &AlbumContext<'_>, hovered: Option<usize>) -> Option<CloserCard> {
        let selected = shown.choices().selected.and_then(|photo| self.card(ui, photo, true));
        let on_its_way = |card: &CloserCard| {
            let pointer = ui.input(|input| input.pointer.hover_pos());
            pointer.is_some_and(|pointer| card.at.union(card.rect).expand(size::SPACE_8).contains(pointer))
        };
        let hovered =
            hovered.filter(|&photo| selected.is_none_or(|selected| selected.photo != photo && !on_its_way(&selected)));
        hovered.and_then(|photo| self.card(ui, photo, false)).or(selected)
    }

    fn card(&self, ui: &Ui, photo: usize, acts: bool) -> Option<CloserCard> {
        let at = self.rect_of(photo).filter(|at| at.intersects(ui.clip_rect()))?;
        Some(CloserCard { photo, at, rect: closer::place(ui.clip_rect(), at, acts), acts })
    }
}

/// A photo on the map with its card.
#[derive(Clone, Copy)]
pub(super) struct CloserCard {
    pub photo: usize,
    /// Where it lies on the map.
    pub at: Rect,
    /// Where its card lies.
    pub rect: Rect,
    /// Whether the card offers what can be done with it.
    pub acts: bool,
}
