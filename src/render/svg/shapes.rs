//! Rectangles, circles, lines, paths, curves.

use egui::epaint::{
    CircleShape, ColorMode, CubicBezierShape, EllipseShape, PathShape, PathStroke, QuadraticBezierShape, RectShape,
    TessellationOptions, Tessellator,
};
use egui::{Color32, CornerRadius, Mesh, Pos2, Rect, Shape, Stroke, StrokeKind, pos2};

use super::Document;
use super::write::{Number, Paint, Pen, Point};

impl Document<'_> {
    pub(super) fn shape(&mut self, shape: &Shape) {
        match shape {
            Shape::Noop | Shape::Callback(_) => {}
            Shape::Vec(shapes) => shapes.iter().for_each(|shape| self.shape(shape)),
            Shape::Circle(circle) => self.circle(circle),
            Shape::Ellipse(ellipse) => self.ellipse(ellipse),
            Shape::LineSegment { points: [from, to], stroke } => self.line(*from, *to, *stroke),
            Shape::Path(path) => self.path(path),
            Shape::Rect(rect) => self.rect(rect),
            Shape::Text(text) => self.text(text),
            Shape::Mesh(mesh) => self.mesh(mesh),
            Shape::QuadraticBezier(curve) => self.quadratic(curve),
            Shape::CubicBezier(curve) => self.cubic(curve),
            Shape::Band(_) => self.triangles(shape),
        }
    }

    /// What SVG has no element for, as triangles.
    fn triangles(&mut self, shape: &Shape) {
        let options = TessellationOptions { feathering: false, ..Default::default() };
        let mut mesh = Mesh::default();
        Tessellator::new(1.0, options, [1, 1], Vec::new()).tessellate_shape(shape.clone(), &mut mesh);
        self.mesh(&mesh);
    }

    fn circle(&mut self, circle: &CircleShape) {
        let CircleShape { center, radius, fill, stroke } = circle;
        let (x, y, radius) = (Number(center.x), Number(center.y), Number(*radius));
        let (fill, pen) = (Paint("fill", *fill), Pen(*stroke));
        self.put(format_args!("<circle cx=\"{x}\" cy=\"{y}\" r=\"{radius}\"{fill}{pen}/>\n"));
    }

    fn ellipse(&mut self, ellipse: &EllipseShape) {
        let (center, radius) = (ellipse.center, ellipse.radius);
        let turn = turned(ellipse.angle, center);
        let [x, y, across, down] = [center.x, center.y, radius.x, radius.y].map(Number);
        let (fill, pen) = (Paint("fill", ellipse.fill), Pen(ellipse.stroke));
        self.put(format_args!("<ellipse cx=\"{x}\" cy=\"{y}\" rx=\"{across}\" ry=\"{down}\"{fill}{pen}{turn}/>\n"));
    }

    fn line(&mut self, from: Pos2, to: Pos2, stroke: Stroke) {
        if stroke.is_empty() {
            return;
        }
        let [x1, y1, x2, y2] = [from.x, from.y, to.x, to.y].map(Number);
        let pen = Pen(stroke);
        self.put(format_args!("<line x1=\"{x1}\" y1=\"{y1}\" x2=\"{x2}\" y2=\"{y2}\"{pen}/>\n"));
    }

    fn path(&mut self, path: &PathShape) {
        let Some(stroke) = solid(&path.stroke) else {
            return self.triangles(&Shape::Path(path.clone()));
        };
        let (Some(first), true) = (path.points.first(), path.points.len() >= 2) else { return };
        let mut way = format!("M{}", Point(*first));
        for point in &path.points[1..] {
            way.push_str(&format!("L{}", Point(*point)));
        }
        if path.closed {
            way.push('Z');
        }
        self.way(&way, path.fill, stroke);
    }

    /// A way of an SVG path with a fill and a line.
    pub(super) fn way(&mut self, way: &str, fill: Color32, stroke: Stroke) {
        let (fill, pen) = (Paint("fill", fill), Pen(stroke));
        self.put(format_args!("<path d=\"{way}\"{fill}{pen}/>\n"));
    }

    fn quadratic(&mut self, curve: &QuadraticBezierShape) {
        let Some(stroke) = solid(&curve.stroke) else {
            return self.triangles(&Shape::QuadraticBezier(curve.clone()));
        };
        let [from, bend, to] = curve.points.map(Point);
        let end = if curve.closed { "Z" } else { "" };
        self.way(&format!("M{from}Q{bend} {to}{end}"), curve.fill, stroke);
    }

    fn cubic(&mut self, curve: &CubicBezierShape) {
        let Some(stroke) = solid(&curve.stroke) else {
            return self.triangles(&Shape::CubicBezier(curve.clone()));
        };
        let [from, leave, arrive, to] = curve.points.map(Point);
        let end = if curve.closed { "Z" } else { "" };
        self.way(&format!("M{from}C{leave} {arrive} {to}{end}"), curve.fill, stroke);
    }

    fn rect(&mut self, shape: &RectShape) {
        if shape.blur_width > 0.0 {
            return;
        }
        if let Some(brush) = &shape.brush {
            let corners = (shape.corner_radius != CornerRadius::ZERO).then_some(shape.corner_radius);
            self.picture(brush.fill_texture_id, shape.rect, brush.uv, shape.fill, corners);
        } else {
            self.plain_rect(shape.rect, shape.corner_radius, shape.fill, Stroke::NONE, shape.angle);
        }
        if !shape.stroke.is_empty() {
            let half = shape.stroke.width / 2.0;
            let out = match shape.stroke_kind {
                StrokeKind::Inside => -half,
                StrokeKind::Middle => 0.0,
                StrokeKind::Outside => half,
            };
            let round = |radius: u8| (f32::from(radius) + if radius > 0 { out } else { 0.0 }).max(0.0);
            let CornerRadius { nw, ne, sw, se } = shape.corner_radius;
            let corners = [nw, ne, se, sw].map(round);
            self.rounded(shape.rect.expand(out), corners, Color32::TRANSPARENT, shape.stroke, shape.angle);
        }
    }

    fn plain_rect(&mut self, rect: Rect, corners: CornerRadius, fill: Color32, stroke: Stroke, angle: f32) {
        if fill == Color32::TRANSPARENT && stroke.is_empty() {
            return;
        }
        let CornerRadius { nw, ne, sw, se } = corners;
        self.rounded(rect, [nw, ne, se, sw].map(f32::from), fill, stroke, angle);
    }

    /// A rectangle; its corners' radii clockwise from the top left.
    fn rounded(&mut self, rect: Rect, corners: [f32; 4], fill: Color32, stroke: Stroke, angle: f32) {
        if rect.is_negative() {
            return;
        }
        let (turn, most) = (turned(angle, rect.center()), rect.size().min_elem() / 2.0);
        let corners = corners.map(|radius| radius.min(most));
        let (fill, pen) = (Paint("fill", fill), Pen(stroke));
        if corners.iter().all(|radius| *radius == corners[0]) {
            let [x, y, width, height] = [rect.left(), rect.top(), rect.width(), rect.height()].map(Number);
            let round = if corners[0] > 0.0 { format!(" rx=\"{}\"", Number(corners[0])) } else { String::new() };
            self.put(format_args!(
                "<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\"{round}{fill}{pen}{turn}/>\n"
            ));
        } else {
            let way = rounded_way(rect, corners);
            self.put(format_args!("<path d=\"{way}\"{fill}{pen}{turn}/>\n"));
        }
    }
}

/// A rectangle with corners of its own, clockwise from the top left.
fn rounded_way(rect: Rect, [nw, ne, se, sw]: [f32; 4]) -> String {
    let Rect { min, max } = rect;
    let arc = |radius: f32, to: Pos2| format!("A{0},{0} 0 0 1 {1}", Number(radius), Point(to));
    format!(
        "M{}L{}{}L{}{}L{}{}L{}{}Z",
        Point(pos2(min.x + nw, min.y)),
        Point(pos2(max.x - ne, min.y)),
        arc(ne, pos2(max.x, min.y + ne)),
        Point(pos2(max.x, max.y - se)),
        arc(se, pos2(max.x - se, max.y)),
        Point(pos2(min.x + sw, max.y)),
        arc(sw, pos2(min.x, max.y - sw)),
        Point(pos2(min.x, min.y + nw)),
        arc(nw, pos2(min.x + nw, min.y)),
    )
}

/// A line of one colour; `None` where the colour changes along it.
fn solid(stroke: &PathStroke) -> Option<Stroke> {
    match &stroke.color {
        ColorMode::Solid(color) => Some(Stroke::new(stroke.width, *color)),
        ColorMode::UV(_) => None,
    }
}

/// A turn clockwise about a place, as an attribute.
pub(super) fn turned(radians: f32, about: Pos2) -> String {
    if radians == 0.0 {
        return String::new();
    }
    let degrees = Number(radians.to_degrees());
    format!(" transform=\"rotate({degrees} {} {})\"", Number(about.x), Number(about.y))
}
