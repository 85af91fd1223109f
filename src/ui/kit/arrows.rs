//! Arrow keys within a control that has the focus.

use egui::{EventFilter, Id, Key, Modifiers, Ui};

/// Keeps the arrow keys for the control `id` that has the focus; egui would walk to its neighbours with them.
pub fn lock_arrows(ui: &Ui, id: Id) {
    let filter = EventFilter { horizontal_arrows: true, vertical_arrows: true, ..Default::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
    ui.data_mut(|data| data.insert_temp(locked_for(), id));
}

/// Whether a control keeps the arrow keys: then they lead nowhere else in the view.
pub fn arrows_are_locked(ui: &Ui) -> bool {
    let kept_for = ui.data(|data| data.get_temp::<Id>(locked_for()));
    kept_for.is_some() && ui.memory(|memory| memory.focused()) == kept_for
}

fn locked_for() -> Id {
    Id::unique("arrows-locked-for")
}

/// Where the arrow keys pressed now lead, right and down, a step each; what was pressed is used up.
pub fn arrows_pressed(ui: &Ui) -> [isize; 2] {
    arrows_pressed_with(ui, Modifiers::NONE)
}

/// The same with modifier keys held.
pub fn arrows_pressed_with(ui: &Ui, modifiers: Modifiers) -> [isize; 2] {
    ui.input_mut(|input| {
        let mut count = |key| input.count_and_consume_key(modifiers, key) as isize;
        [count(Key::ArrowRight) - count(Key::ArrowLeft), count(Key::ArrowDown) - count(Key::ArrowUp)]
    })
}

/// The cell that a step leads to from `cell`, in a grid of `columns` by `rows` cells; nobody falls off its edge.
pub fn cell_after(cell: usize, [right, down]: [isize; 2], [columns, rows]: [usize; 2]) -> usize {
    let within =
        |place: usize, step: isize, count: usize| place.saturating_add_signed(step).min(count.saturating_sub(1));
    let columns = columns.max(1);
    within(cell / columns, down, rows) * columns + within(cell % columns, right, columns)
}

/// Where arrows, Page Up and Page Down, Home and End lead from the selected tile of a grid of `count` tiles with so many
/// columns and rows in sight; `None` where nothing was pressed that leads elsewhere.
pub fn grid_step(ui: &Ui, now: Option<usize>, count: usize, [columns, rows]: [usize; 2]) -> Option<usize> {
    let [right, down] = arrows_pressed(ui);
    let [mut pages, mut ends] = [0, 0];
    ui.input_mut(|input| {
        let mut times = |key| input.count_and_consume_key(Modifiers::NONE, key) as isize;
        pages = times(Key::PageDown) - times(Key::PageUp);
        ends = times(Key::End) - times(Key::Home);
    });
    let (last, columns) = (count.checked_sub(1)?, columns.max(1));
    let Some(now) = now else {
        return ([right, down, pages, ends] != [0; 4]).then_some(0);
    };
    let next = match ends {
        1.. => last,
        0 => {
            let (row, column) = (now / columns, now % columns);
            let row = row.saturating_add_signed(down + pages * rows as isize).min(last / columns);
            // From the end of a row to the next row; below the last full row lies the last tile.
            (row * columns + column).saturating_add_signed(right).min(last)
        }
        ..0 => 0,
    };
    (next != now).then_some(next)
}
