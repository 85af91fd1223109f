//! The parts that panels are laid out, written and drawn with.

use std::cell::Cell;
use std::rc::Rc;

use egui::{Align2, Id, Key, Rect, Sense, pos2, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use inception_lens::ui::kit::{Area, Axes, Lines, NumberColumns, Pressable, Row, write, write_fitted};
use inception_lens::ui::style::{TextRole, Theme};

use crate::widgets::install;

fn area() -> Rect {
    Rect::from_min_max(pos2(10.0, 20.0), pos2(110.0, 80.0))
}

/// Runs once over 400 × 200 points.
fn once(show: impl Fn(&mut egui::Ui) + 'static) -> Harness<'static> {
    Harness::builder().with_size(vec2(400.0, 200.0)).with_context_setup(|ctx| install(ctx, true)).build_ui(show)
}

#[test]
fn strips_and_what_is_left_make_up_the_whole() {
    let whole = area();
    for (strip, rest) in [
        (whole.top_part(15.0), whole.without_top(15.0)),
        (whole.bottom_part(15.0), whole.without_bottom(15.0)),
        (whole.left_part(15.0), whole.without_left(15.0)),
        (whole.right_part(15.0), whole.without_right(15.0)),
    ] {
        assert_eq!(strip.union(rest), whole);
        assert_eq!(strip.area() + rest.area(), whole.area());
        assert_eq!(strip.width().min(strip.height()), 15.0);
    }
    let mut left = whole;
    let taken = [left.take_top(5.0), left.take_left(6.0), left.take_bottom(7.0), left.take_right(8.0)];
    assert_eq!(left, Rect::from_min_max(pos2(16.0, 25.0), pos2(102.0, 73.0)));
    let sum: f32 = taken.iter().map(Rect::area).sum();
    assert!((sum + left.area() - whole.area()).abs() < 1e-3);
}

#[test]
fn rows_and_columns_share_the_whole_with_gaps_between_them() {
    let [first, second, third] = area().columns::<3>(5.0);
    assert_eq!([first.left(), third.right()], [10.0, 110.0]);
    assert_eq!([second.left() - first.right(), third.left() - second.right()], [5.0, 5.0]);
    let [upper, lower] = area().rows::<2>(4.0);
    assert_eq!([upper.height(), lower.height()], [28.0, 28.0]);
    assert_eq!(lower.bottom(), 80.0);
    assert_eq!(area().row(2, 10.0), Rect::from_min_size(pos2(10.0, 40.0), vec2(100.0, 10.0)));
    assert_eq!(area().column(2, 10.0), Rect::from_min_size(pos2(30.0, 20.0), vec2(10.0, 60.0)));
    assert_eq!(area().beneath(3.0, 10.0), Rect::from_min_size(pos2(10.0, 83.0), vec2(100.0, 10.0)));
    assert_eq!(area().beside(3.0, 10.0), Rect::from_min_size(pos2(113.0, 20.0), vec2(10.0, 60.0)));
    assert_eq!(area().square(Align2::RIGHT_CENTER, 20.0), Rect::from_min_size(pos2(90.0, 40.0), vec2(20.0, 20.0)));
    assert_eq!(area().share(1.5), area());
    assert_eq!(area().share(0.25).right(), 35.0);
}

#[test]
fn a_value_and_its_place_in_a_chart_are_each_others_way_back() {
    let axes = Axes::new(area(), [0.0, 16.0], [-1.0, 1.0]);
    assert_eq!(axes.at(0.0, -1.0), area().left_bottom());
    assert_eq!(axes.at(16.0, 1.0), area().right_top());
    assert_eq!(axes.at(8.0, 0.0), area().center());
    for value in [0.0, 3.0, 16.0] {
        assert_eq!(axes.x_at(axes.at(value, 0.5)), value);
    }
    assert_eq!(axes.x_at(pos2(-500.0, 0.0)), 0.0, "beside the chart its edge counts");
    let of_one_value = Axes::new(area(), [3.0, 3.0], [0.0, 0.0]);
    assert_eq!(of_one_value.at(3.0, 0.0), area().left_bottom(), "a chart of one value has a place for it");
}

#[test]
fn numbers_stand_in_columns_that_end_where_the_table_ends() {
    let columns = NumberColumns::new(area(), 40.0, &[1.0, 2.0]);
    let row = area().row(1, 10.0);
    assert_eq!(columns.count(), 2);
    assert_eq!(columns.name(row), row.left_part(40.0));
    assert_eq!(columns.cell(row, 0).x_range(), egui::Rangef::new(50.0, 70.0));
    assert_eq!(columns.cell(row, 1).x_range(), egui::Rangef::new(70.0, 110.0));
}

#[test]
fn words_of_a_row_end_before_its_number_and_a_caption_gives_way() {
    let places = Rc::new(Cell::new(None));
    let seen = Rc::clone(&places);
    let harness = once(move |ui| {
        let (theme, painter) = (Theme::dark(), ui.painter());
        let narrow = area().top_part(20.0);
        let row = Row::new("multiplications of all layers", TextRole::Body, theme.mid);
        let numbered = row.number("1.58 G", TextRole::Body, theme.hi).show(ui, narrow);
        let captioned = row.caption("of the network", TextRole::Caption, theme.low).paint(painter, narrow);
        let wide = row.caption("of the network", TextRole::Caption, theme.low).paint(painter, ui.max_rect());
        seen.set(Some((numbered, captioned, wide)));
    });
    let (numbered, captioned, wide) = places.get().unwrap();
    assert!((numbered.number.right() - 110.0).abs() < 1.0);
    assert!(numbered.words.right() <= numbered.number.left() - 8.0);
    assert_eq!(captioned.number.width(), 0.0, "there is no room for it");
    assert!(captioned.words.right() <= 110.0);
    assert!(wide.number.width() > 20.0);
    harness.get_by_label("multiplications of all layers 1.58 G");
}

#[test]
fn words_stand_at_the_edge_that_is_asked_for() {
    let places = Rc::new(Cell::new(None));
    let seen = Rc::clone(&places);
    let harness = once(move |ui| {
        let (theme, painter) = (Theme::dark(), ui.painter().clone());
        let right = write(&painter, area(), Align2::RIGHT_CENTER, "0.26", TextRole::Body, theme.hi);
        let long = "the average of the seven by seven cells";
        let fitted = write_fitted(&painter, area(), Align2::CENTER_TOP, long, TextRole::Body, theme.hi);
        let room = area().width();
        let lines = Lines::new(&painter, long, TextRole::Body, theme.mid, room);
        let all = (lines.count(), lines.height());
        let below = lines.show(ui, area());
        let cut = Lines::at_most(&painter, long, (TextRole::Body, theme.mid), room, 1).count();
        let middle = Lines::centered(&painter, long, TextRole::Body, theme.mid, room).paint(
            &painter,
            area(),
            Align2::CENTER_CENTER,
        );
        seen.set(Some((right, fitted, all, below, cut, middle)));
    });
    let (right, fitted, (count, height), below, cut, middle) = places.get().unwrap();
    assert!((right.right() - area().right()).abs() < 1.0 && (right.center().y - area().center().y).abs() < 1.0);
    assert!(fitted.width() <= area().width() && fitted.top() == area().top());
    assert!(count > 1 && cut == 1);
    assert_eq!((below.min, below.height()), (area().min, height));
    assert!((middle.center() - area().center()).length() < 1.0);
    harness.get_by_label("the average of the seven by seven cells");
}

#[test]
fn a_place_is_pressed_by_pointer_and_keyboard_and_says_whether_it_is_chosen() {
    let presses = Rc::new(Cell::new(0));
    let seen = Rc::clone(&presses);
    let mut harness = once(move |ui| {
        let theme = Theme::dark();
        let pressed = Pressable::new(Id::unique("pressed")).chosen(seen.get() > 0).hints(&["what it does"]);
        if pressed.show(ui, area(), &theme, || "channel 7".to_owned()).clicked() {
            seen.set(seen.get() + 1);
        }
        let passive = Pressable::new(Id::unique("passive")).sense(Sense::CLICK);
        passive.show(ui, area().beside(10.0, 40.0), &theme, || "cell 3".to_owned());
    });
    let toggled = |harness: &Harness<'_>| harness.get_by_label("channel 7").accesskit_node().toggled();
    assert_eq!(toggled(&harness), Some(egui::accesskit::Toggled::False));
    harness.get_by_label("channel 7").click();
    harness.run();
    assert_eq!(toggled(&harness), Some(egui::accesskit::Toggled::True));
    harness.key_press(Key::Tab);
    harness.run();
    harness.key_press(Key::Enter);
    harness.run();
    assert_eq!(presses.get(), 2);
    harness.get_by_label("what it does");
    harness.key_press(Key::Tab);
    harness.run();
    assert!(!harness.get_by_label("cell 3").is_focused(), "the Tab key passes it by");
}
