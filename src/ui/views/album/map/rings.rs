//! Which photos stand out, and the names beside their groups.

use egui::{Align2, Rect, Stroke, StrokeKind, Ui, Vec2, vec2};

use crate::album::{Photo, Truth};
use crate::state::Ring;
use crate::ui::kit::Area;
use crate::ui::style::{TextRole, size};
use crate::ui::views::album::context::AlbumContext;

/// Names that are written at most.
const MOST: usize = 16;
/// How near its photos lie to their middle for a group to have a name, as a share of the map's diagonal.
const COMPACT: f32 = 0.13;

/// Whether a photo has a ring.
pub(super) fn has_ring(ring: Ring, photo: &Photo) -> bool {
    match ring {
        Ring::Known => matches!(photo.truth, Truth::Known(_)),
        Ring::Label(row) => row.holds(photo),
        Ring::None => false,
    }
}

/// A group with its name, and where its photos lie on the fitted map.
pub(super) struct Group {
    name: String,
    /// The middle of its topmost photo.
    top: Vec2,
    count: usize,
}

/// The groups of what has rings, the largest first; only those whose photos lie together.
pub(super) fn groups(shown: &AlbumContext<'_>, photos: &[usize], places: &[Vec2], canvas: Vec2) -> Vec<Group> {
    let mut groups = Vec::new();
    for row in shown.facts.rows() {
        let is_meant = match shown.choices().ring {
            Ring::Known => row.right.is_some(),
            Ring::Label(chosen) => row.row == chosen,
            Ring::None => false,
        };
        if !is_meant {
            continue;
        }
        let members = photos
            .iter()
            .zip(places)
            .filter(|(photo, _)| shown.photo(**photo).is_some_and(|photo| row.row.holds(photo)));
        let mut members: Vec<Vec2> = members.map(|(_, &place)| place).collect();
        if members.len() < 2 {
            continue;
        }
        let middle = members.iter().fold(Vec2::ZERO, |sum, place| sum + *place) / members.len() as f32;
        let mut distances: Vec<f32> = members.iter().map(|place| (*place - middle).length()).collect();
        distances.sort_by(f32::total_cmp);
        if distances[distances.len() / 2] > COMPACT * canvas.length() {
            continue;
        }
        // Of those near the middle the topmost.
        members.retain(|place| (*place - middle).length() <= COMPACT * canvas.length());
        let top = members.into_iter().min_by(|one, other| one.y.total_cmp(&other.y)).unwrap_or(middle);
        groups.push(Group { name: row.name.clone(), top, count: row.count });
    }
    groups.sort_by_key(|group| std::cmp::Reverse(group.count));
    groups
}

/// Writes the names, each above its topmost photo, as far as they touch neither each other nor the legend.
pub(super) fn names(
    ui: &Ui,
    shown: &AlbumContext<'_>,
    groups: &[Group],
    to_screen: &dyn Fn(Vec2) -> Rect,
    legend: Option<Rect>,
) {
    let theme = shown.theme;
    let painter = ui.painter();
    let mut taken: Vec<Rect> = legend.into_iter().collect();
    for group in groups {
        if taken.len() == MOST {
            return;
        }
        let photo = to_screen(group.top);
        let name = painter.layout_no_wrap(group.name.clone(), TextRole::StatusStrong.font(), theme.hi);
        let count = painter.layout_no_wrap(group.count.to_string(), TextRole::Status.font(), theme.low);
        let wanted = vec2(name.size().x + count.size().x + 18.0, name.size().y + 6.0);
        let pill = Rect::from_center_size(photo.center_top() - vec2(0.0, wanted.y / 2.0 + 3.0), wanted);
        let clip = ui.clip_rect();
        let is_inside = clip.contains_rect(pill);
        if !is_inside || taken.iter().any(|other| other.expand(3.0).intersects(pill)) {
            continue;
        }
        let border = Stroke::new(size::hairline(), theme.line2);
        painter.rect(pill, size::RADIUS_TILE, theme.bg1, border, StrokeKind::Inside);
        let inner = pill.shrink2(vec2(7.0, 3.0));
        painter.galley(inner.place(Align2::LEFT_TOP, name.size()).min, name, theme.hi);
        painter.galley(inner.place(Align2::RIGHT_TOP, count.size()).min, count, theme.low);
        taken.push(pill);
    }
}
