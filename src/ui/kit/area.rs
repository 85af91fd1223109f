//! Rectangles out of rectangles: a panel says what stands where by strips, rows and columns, not by coordinates.

use egui::{Align2, Rect, Vec2, vec2};

/// What a panel makes of the room it has; all lengths in points.
///
/// Strips lie inside a rectangle however long they are asked for, if it has no less than nothing of them.
pub trait Area: Copy {
    /// A strip along the upper edge.
    #[must_use]
    fn top_part(self, height: f32) -> Rect;
    /// A strip along the lower edge.
    #[must_use]
    fn bottom_part(self, height: f32) -> Rect;
    /// A strip along the left edge.
    #[must_use]
    fn left_part(self, width: f32) -> Rect;
    /// A strip along the right edge.
    #[must_use]
    fn right_part(self, width: f32) -> Rect;
    /// What is below a strip along the upper edge.
    #[must_use]
    fn without_top(self, height: f32) -> Rect;
    /// What is above a strip along the lower edge.
    #[must_use]
    fn without_bottom(self, height: f32) -> Rect;
    /// What is right of a strip along the left edge.
    #[must_use]
    fn without_left(self, width: f32) -> Rect;
    /// What is left of a strip along the right edge.
    #[must_use]
    fn without_right(self, width: f32) -> Rect;
    /// Takes a strip off the upper edge: what is left of `self` is what lies below it.
    fn take_top(&mut self, height: f32) -> Rect;
    /// Takes a strip off the lower edge.
    fn take_bottom(&mut self, height: f32) -> Rect;
    /// Takes a strip off the left edge.
    fn take_left(&mut self, width: f32) -> Rect;
    /// Takes a strip off the right edge.
    fn take_right(&mut self, width: f32) -> Rect;
    /// The row with number `place` of rows of one height below each other, which may reach beyond the lower edge.
    #[must_use]
    fn row(self, place: usize, height: f32) -> Rect;
    /// The column with number `place` of columns of one width beside each other, which may reach beyond the right edge.
    #[must_use]
    fn column(self, place: usize, width: f32) -> Rect;
    /// So many rows of one height over the whole rectangle.
    #[must_use]
    fn rows<const COUNT: usize>(self, gap: f32) -> [Rect; COUNT];
    /// So many columns of one width over the whole rectangle.
    #[must_use]
    fn columns<const COUNT: usize>(self, gap: f32) -> [Rect; COUNT];
    /// A strip of that height across the middle.
    #[must_use]
    fn middle_row(self, height: f32) -> Rect;
    /// A strip of that width down the middle.
    #[must_use]
    fn middle_column(self, width: f32) -> Rect;
    /// What is below, as high as asked and as wide as this.
    #[must_use]
    fn beneath(self, gap: f32, height: f32) -> Rect;
    /// What is right of this, as wide as asked and as high as this.
    #[must_use]
    fn beside(self, gap: f32, width: f32) -> Rect;
    /// A rectangle of that size in a corner, at an edge or in the middle of this one.
    #[must_use]
    fn place(self, anchor: Align2, size: Vec2) -> Rect;
    /// A square in a corner, at an edge or in the middle.
    #[must_use]
    fn square(self, anchor: Align2, side: f32) -> Rect;
    /// The left share of it, 0 to 1.
    #[must_use]
    fn share(self, share: f32) -> Rect;
}

impl Area for Rect {
    fn top_part(self, height: f32) -> Rect {
        self.with_max_y(self.top() + height)
    }

    fn bottom_part(self, height: f32) -> Rect {
        self.with_min_y(self.bottom() - height)
    }

    fn left_part(self, width: f32) -> Rect {
        self.with_max_x(self.left() + width)
    }

    fn right_part(self, width: f32) -> Rect {
        self.with_min_x(self.right() - width)
    }

    fn without_top(self, height: f32) -> Rect {
        self.with_min_y(self.top() + height)
    }

    fn without_bottom(self, height: f32) -> Rect {
        self.with_max_y(self.bottom() - height)
    }

    fn without_left(self, width: f32) -> Rect {
        self.with_min_x(self.left() + width)
    }

    fn without_right(self, width: f32) -> Rect {
        self.with_max_x(self.right() - width)
    }

    fn take_top(&mut self, height: f32) -> Rect {
        let strip = self.top_part(height);
        *self = self.without_top(height);
        strip
    }

    fn take_bottom(&mut self, height: f32) -> Rect {
        let strip = self.bottom_part(height);
        *self = self.without_bottom(height);
        strip
    }

    fn take_left(&mut self, width: f32) -> Rect {
        let strip = self.left_part(width);
        *self = self.without_left(width);
        strip
    }

    fn take_right(&mut self, width: f32) -> Rect {
        let strip = self.right_part(width);
        *self = self.without_right(width);
        strip
    }

    fn row(self, place: usize, height: f32) -> Rect {
        self.top_part(height).translate(vec2(0.0, height * place as f32))
    }

    fn column(self, place: usize, width: f32) -> Rect {
        self.left_part(width).translate(vec2(width * place as f32, 0.0))
    }

    fn rows<const COUNT: usize>(self, gap: f32) -> [Rect; COUNT] {
        let height = (self.height() - gap * (COUNT as f32 - 1.0)) / COUNT as f32;
        std::array::from_fn(|place| self.row(place, height).translate(vec2(0.0, gap * place as f32)))
    }

    fn columns<const COUNT: usize>(self, gap: f32) -> [Rect; COUNT] {
        let width = (self.width() - gap * (COUNT as f32 - 1.0)) / COUNT as f32;
        std::array::from_fn(|place| self.column(place, width).translate(vec2(gap * place as f32, 0.0)))
    }

    fn middle_row(self, height: f32) -> Rect {
        Self::from_center_size(self.center(), vec2(self.width(), height))
    }

    fn middle_column(self, width: f32) -> Rect {
        Self::from_center_size(self.center(), vec2(width, self.height()))
    }

    fn beneath(self, gap: f32, height: f32) -> Rect {
        let top = self.bottom() + gap;
        Self::from_x_y_ranges(self.x_range(), top..=top + height)
    }

    fn beside(self, gap: f32, width: f32) -> Rect {
        let left = self.right() + gap;
        Self::from_x_y_ranges(left..=left + width, self.y_range())
    }

    fn place(self, anchor: Align2, size: Vec2) -> Rect {
        anchor.anchor_size(anchor.pos_in_rect(&self), size)
    }

    fn square(self, anchor: Align2, side: f32) -> Rect {
        self.place(anchor, Vec2::splat(side))
    }

    fn share(self, share: f32) -> Rect {
        self.left_part(self.width() * share.clamp(0.0, 1.0))
    }
}
