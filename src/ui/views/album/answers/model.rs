//! The matrix and the diagram, worked out once a snapshot, head and order.

use std::collections::HashSet;

use crate::album::Album;
use crate::album::statistics::{
    Bin, ClassShares, Confusion, Over, Reliability, Row as Counted, class_shares, confusion, reliability,
};
use crate::locale::text::{class_text, tr, tr_with};
use crate::spec::Head;
use crate::state::{Row, RowOrder, Spot};
use crate::ui::kit::{MatrixCell, MatrixLine, MatrixRow};
use crate::ui::views::album::facts::folder_text;
use crate::ui::views::album::words::whole_percent;

/// From which probability on an answer is sure.
pub(super) const SURE: f32 = 0.9;

/// What was worked out.
pub(super) struct Model {
    /// Of what: snapshot, head, order.
    pub of: (u64, Head, RowOrder),
    /// The matrix's lines.
    pub lines: Vec<MatrixLine>,
    /// What each line is about; `None` for words between rows.
    pub rows: Vec<Option<Row>>,
    /// Names of the columns.
    pub columns: Vec<String>,
    /// Their classes.
    pub classes: Vec<usize>,
    /// The diagram over known photos, and over all.
    pub known: Reliability,
    pub all: Reliability,
    /// Sure answers and right ones among them, over known photos and over all.
    pub sure: [[usize; 2]; 2],
    /// The most frequent wrong answer, as a cell.
    pub most_confused: Option<MatrixCell>,
}

impl Model {
    /// `None` before any photo ran.
    pub(super) fn new(album: &Album, head: Head, order: RowOrder) -> Option<Self> {
        let confusion = confusion(album, head)?;
        let shares = class_shares(&confusion);
        let known: Vec<&Counted> = ordered(&confusion, order);
        // The class of a row stands in the column of the same place; what is only answered comes behind.
        let mut classes: Vec<usize> = known.iter().filter_map(|row| row.class).collect();
        let others: Vec<usize> = confusion.columns.iter().copied().filter(|class| !classes.contains(class)).collect();
        classes.extend(others);
        let (mut lines, mut rows) = (Vec::new(), Vec::new());
        let place_of = |class: usize| confusion.columns.iter().position(|&other| other == class);
        let places: Vec<usize> = classes.iter().filter_map(|&class| place_of(class)).collect();
        let row_of = |counted: &Counted, is_known: bool| {
            let own = counted.class.and_then(|class| classes.iter().position(|&other| other == class));
            let shares = own.and_then(|own| shares.get(places[own]));
            MatrixLine::Row(MatrixRow {
                name: counted
                    .class
                    .map_or_else(|| folder_text(&counted.label), |class| class_text(&album.classes[class]).to_owned()),
                count: counted.total().to_string(),
                ends: if is_known { ends(shares) } else { Vec::new() },
                own,
                cells: places.iter().map(|&place| counted.counts[place] as u32).collect(),
                is_strong: is_known,
            })
        };
        for counted in &known {
            lines.push(row_of(counted, true));
            rows.push(counted.class.map(Row::Class));
        }
        let unknown = confusion.unknown.iter().filter(|counted| counted.total() > 0);
        let unknown: Vec<&Counted> = unknown.collect();
        if !unknown.is_empty() {
            let values = [("count", unknown.len() as f64), ("classes", album.classes.len() as f64)];
            lines.push(MatrixLine::Rule(tr_with("album-matrix-unknown", &values)));
            rows.push(None);
        }
        for counted in unknown {
            lines.push(row_of(counted, false));
            rows.push(album.labels.iter().position(|label| *label == counted.label).map(Row::Folder));
        }
        let columns = classes.iter().map(|&class| class_text(&album.classes[class]).to_owned()).collect();
        let most_confused = confusion.most_confused().first().and_then(|pair| {
            let line = rows.iter().position(|row| *row == Some(Row::Class(pair.class)))?;
            Some([line, classes.iter().position(|&class| class == pair.answer)?])
        });
        Some(Self {
            of: (album.id, head, order),
            lines,
            rows,
            columns,
            classes,
            known: reliability(album, head, Over::Known),
            all: reliability(album, head, Over::All),
            sure: sure(album, head),
            most_confused,
        })
    }

    /// The cell of what is chosen.
    pub(super) fn cell_of(&self, spot: Spot) -> Option<MatrixCell> {
        let Spot::Cell { truth, answer } = spot else { return None };
        let line = self.rows.iter().position(|row| *row == Some(truth))?;
        Some([line, self.classes.iter().position(|&class| class == answer)?])
    }

    /// What a cell is about.
    pub(super) fn spot_of(&self, [line, column]: MatrixCell) -> Option<Spot> {
        Some(Spot::Cell { truth: (*self.rows.get(line)?)?, answer: *self.classes.get(column)? })
    }

    /// The photos that are chosen.
    pub(super) fn photos(&self, album: &Album, spot: Spot) -> Vec<usize> {
        match spot {
            Spot::Bin(bin) => self.all.bins.get(bin).map(|bin| bin.photos.clone()).unwrap_or_default(),
            Spot::Cell { truth, answer } => {
                let head = self.of.1;
                let ran = album.ran().filter(|(_, photo)| {
                    let is_answer = photo.answer(head).is_some_and(|answers| answers.best().class == answer);
                    is_answer && truth.holds(photo)
                });
                ran.map(|(position, _)| position).collect()
            }
        }
    }

    /// The cells in which the photos of a bin are.
    pub(super) fn cells_of(&self, album: &Album, bin: &Bin) -> HashSet<MatrixCell> {
        let head = self.of.1;
        let cell = |&position: &usize| {
            let photo = &album.photos[position];
            let answer = photo.answer(head)?.best().class;
            let holds = |row: &Option<Row>| row.is_some_and(|row| row.holds(photo));
            let line = self.rows.iter().position(holds)?;
            Some([line, self.classes.iter().position(|&class| class == answer)?])
        };
        bin.photos.iter().filter_map(cell).collect()
    }

    /// "airplane, answered parachute: 2 photos, 25% of the row".
    pub(super) fn sentence(&self, [line, column]: MatrixCell) -> String {
        let Some(MatrixLine::Row(row)) = self.lines.get(line) else { return String::new() };
        let total = row.cells.iter().sum::<u32>().max(1);
        let count = row.cells.get(column).copied().unwrap_or_default();
        let share = whole_percent(f64::from(count) / f64::from(total));
        let values = [
            ("label", row.name.clone()),
            ("answer", self.columns[column].clone()),
            ("count", count.to_string()),
            ("share", share),
        ];
        tr_with("album-cell", &values)
    }
}

/// Precision, recall and F1 as they stand behind a row.
fn ends(shares: Option<&ClassShares>) -> Vec<String> {
    let words = |share: Option<f64>| share.map_or_else(|| "–".to_owned(), whole_percent);
    let of = |pick: fn(&ClassShares) -> Option<f64>| words(shares.and_then(pick));
    vec![of(|shares| shares.precision), of(|shares| shares.f1), of(|shares| shares.recall)]
}

/// The names above them.
pub(super) fn end_names() -> [String; 3] {
    ["album-precision", "album-f1", "album-recall"].map(tr)
}

/// Sure answers, and right ones among them: over known photos, and over all.
fn sure(album: &Album, head: Head) -> [[usize; 2]; 2] {
    let mut counts = [[0; 2]; 2];
    for (_, photo) in album.ran() {
        let Some(answer) = photo.answer(head).filter(|answer| answer.best().probability > SURE) else { continue };
        let right = usize::from(answer.is_right() == Some(true));
        if photo.known().is_some() {
            counts[0][0] += 1;
            counts[0][1] += right;
        }
        counts[1][0] += 1;
        counts[1][1] += right;
    }
    counts
}

/// Known rows in the chosen order.
fn ordered(confusion: &Confusion, order: RowOrder) -> Vec<&Counted> {
    let mut rows: Vec<&Counted> = confusion.known.iter().filter(|row| row.total() > 0).collect();
    let right = |row: &Counted| {
        let own = row.class.and_then(|class| confusion.columns.iter().position(|&column| column == class));
        own.map_or(0, |own| row.counts[own]) as f64 / row.total().max(1) as f64
    };
    rows.sort_by_key(|row| std::cmp::Reverse(row.total()));
    match order {
        RowOrder::Size => rows,
        RowOrder::Accuracy => {
            rows.sort_by(|one, other| right(one).total_cmp(&right(other)));
            rows
        }
        RowOrder::Similar => chained(rows),
    }
}

/// From the first row on always the most alike of those that are left.
fn chained(mut left: Vec<&Counted>) -> Vec<&Counted> {
    let mut rows: Vec<&Counted> = Vec::with_capacity(left.len());
    while !left.is_empty() {
        let next = match rows.last() {
            None => 0,
            Some(last) => {
                let alike = |place: &usize| cosine(&last.counts, &left[*place].counts);
                // The first of equals.
                (0..left.len())
                    .reduce(|best, place| if alike(&place) > alike(&best) { place } else { best })
                    .unwrap_or(0)
            }
        };
        rows.push(left.remove(next));
    }
    rows
}

fn cosine(one: &[usize], other: &[usize]) -> f64 {
    let dot = |one: &[usize], other: &[usize]| one.iter().zip(other).map(|(a, b)| (a * b) as f64).sum::<f64>();
    dot(one, other) / (dot(one, one) * dot(other, other)).sqrt().max(1.0)
}
