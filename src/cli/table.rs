//! Columns that line up, and numbers that people read.

/// Which side of its column a cell clings to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Align {
    /// Words.
    Left,
    /// Numbers.
    Right,
}

/// Rows as text, two spaces before the first column and between columns, a newline after each row.
pub fn align(columns: &[Align], rows: &[impl AsRef<[String]>]) -> String {
    let cells = |column: usize| rows.iter().map(move |row| width(&row.as_ref()[column]));
    let widths: Vec<usize> = (0..columns.len()).map(|column| cells(column).max().unwrap_or(0)).collect();
    let mut text = String::new();
    for row in rows {
        let mut line = String::new();
        for (cell, (align, width_wanted)) in row.as_ref().iter().zip(columns.iter().zip(&widths)) {
            let space = " ".repeat(width_wanted - width(cell));
            line.push_str("  ");
            match align {
                Align::Left => line.extend([cell.as_str(), &space]),
                Align::Right => line.extend([space.as_str(), cell]),
            }
        }
        text.push_str(line.trim_end());
        text.push('\n');
    }
    text
}

/// Terminal cells of a text: Korean, Chinese and Japanese letters take two.
fn width(text: &str) -> usize {
    let is_wide = |letter: char| {
        matches!(letter, '\u{1100}'..='\u{115f}' | '\u{2e80}'..='\u{a4cf}' | '\u{ac00}'..='\u{d7a3}'
            | '\u{f900}'..='\u{faff}' | '\u{ff00}'..='\u{ff60}')
    };
    text.chars().map(|letter| if is_wide(letter) { 2 } else { 1 }).sum()
}

/// 1582671872 as "1,582,671,872".
pub fn thousands(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}
