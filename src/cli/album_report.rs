//! `album report`: how often the classifiers are right, what is taken for what, which photos look alike.

use anyhow::Result;
use serde::{Serialize, Serializer};

use super::album::{self, Unreadable};
use super::album_arguments::AlbumReportArguments;
use super::table::{Align, align};
use super::{Outcome, load, output};
use crate::album::neighbours::{neighbours, same_label};
use crate::album::statistics::{ClassShares, Confusion, Over, Row, class_shares, confusion, head_shares, reliability};
use crate::album::{Album, Depth, Index};
use crate::export::{Exported, Table, provenance};
use crate::platform::files::check_folder;
use crate::spec::Head;

/// How many pairs people read.
const PAIRS: usize = 5;

#[derive(Serialize)]
struct Report {
    photos: usize,
    known: usize,
    heads: Ordered<HeadEntry>,
    /// Classes that are true of a known photo or the answer to one.
    labels: Vec<String>,
    /// Rows: true, columns: answered.
    confusion: Vec<Vec<usize>>,
    neighbours: Ordered<Option<f64>>,
    unreadable: Vec<Unreadable>,
}

/// Shares from 0 to 1; `null` where nothing is known.
#[derive(Serialize)]
struct HeadEntry {
    top1: Option<f64>,
    top5: Option<f64>,
    ece: Option<f64>,
}

/// A JSON object whose keys keep their order.
struct Ordered<T>(Vec<(&'static str, T)>);

impl<T: Serialize> Serialize for Ordered<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(key, value)| (key, value)))
    }
}

/// Runs what has not run, and counts.
///
/// # Errors
/// As [`album::run_all`]; the file cannot be written.
pub fn run(arguments: &AlbumReportArguments) -> Result<Outcome> {
    if let Some(out) = &arguments.out {
        check_folder(out).map_err(|error| load::about(out, error))?;
    }
    let index = album::run_all(arguments.folder.as_ref(), &arguments.run)?;
    let album = index.album();
    let matrix = confusion(&album, Head::Main);
    if let Some(out) = &arguments.out {
        let facts = provenance::of(index.network());
        let exported = Exported::Table(table(&album, matrix.as_ref()).csv(&facts)?);
        output::write(out, &exported)?;
    }
    if arguments.out.is_some() && !arguments.json {
        return Ok(Outcome::Done);
    }
    let report = Report::new(&index, &album, matrix.as_ref())?;
    match arguments.json {
        true => output::print_json(&report)?,
        false => output::print(&report.text(&album, matrix.as_ref()))?,
    }
    Ok(Outcome::Done)
}

impl Report {
    fn new(index: &Index, album: &Album, matrix: Option<&Confusion>) -> Result<Self> {
        let heads = head_shares(album).into_iter().map(|shares| {
            let share = |part: usize| (shares.known > 0).then(|| part as f64 / shares.known as f64);
            let ece = reliability(album, shares.head, Over::Known).ece;
            (shares.head.key(), HeadEntry { top1: share(shares.top1), top5: share(shares.top5), ece })
        });
        let alike = Depth::ALL.into_iter().map(|depth| {
            let vectors = index.vectors(depth)?;
            Ok((depth.key(), same_label(album, &neighbours(&vectors)).all))
        });
        let classes = matrix.map(known_classes).unwrap_or_default();
        let count = |class: usize, answer: usize| matrix.map_or(0, |matrix| matrix.count(class, answer));
        let row = |&class: &usize| classes.iter().map(|&answer| count(class, answer)).collect();
        Ok(Self {
            photos: album.ran().count(),
            known: album.ran().filter(|(_, photo)| photo.known().is_some()).count(),
            heads: Ordered(heads.collect()),
            labels: classes.iter().map(|&class| album.classes[class].clone()).collect(),
            confusion: classes.iter().map(row).collect(),
            neighbours: Ordered(alike.collect::<Result<_>>()?),
            unreadable: album::unreadable(album),
        })
    }

    /// For people.
    fn text(&self, album: &Album, matrix: Option<&Confusion>) -> String {
        let mut text = format!("{} photos, {} of them of classes these weights know\n", self.photos, self.known);
        let percent = |share: Option<f64>| share.map_or("-".to_owned(), |share| format!("{:.1} %", share * 100.0));
        let mut rows = vec![["head", "right", "among five", "calibration error"].map(str::to_owned)];
        for (head, HeadEntry { top1, top5, ece }) in &self.heads.0 {
            rows.push([(*head).to_owned(), percent(*top1), percent(*top5), percent(*ece)]);
        }
        text += &align(&[Align::Left, Align::Right, Align::Right, Align::Right], &rows);
        let pairs = matrix.map(Confusion::most_confused).unwrap_or_default();
        if !pairs.is_empty() {
            text += "most confused\n";
        }
        let rows = pairs.iter().take(PAIRS).map(|pair| {
            let label = |class: usize| output::plain(&album.classes[class]);
            [label(pair.class), format!("taken for {}", label(pair.answer)), pair.count.to_string()]
        });
        text += &align(&[Align::Left, Align::Left, Align::Right], &rows.collect::<Vec<_>>());
        text += "of the five nearest photos, with the same label\n";
        let rows = self.neighbours.0.iter().map(|(depth, share)| [(*depth).to_owned(), percent(*share)]);
        text += &align(&[Align::Left, Align::Right], &rows.collect::<Vec<_>>());
        if !self.unreadable.is_empty() {
            text += "cannot be read, and left out\n";
            text += &album::unreadable_lines(&self.unreadable);
        }
        text
    }
}

/// Classes that are true of a known photo or the answer to one.
fn known_classes(matrix: &Confusion) -> Vec<usize> {
    let is_there =
        |column: usize, class: usize| matrix.known.iter().any(|row| row.class == Some(class) || row.counts[column] > 0);
    let columns = matrix.columns.iter().enumerate();
    columns.filter(|&(column, &class)| is_there(column, class)).map(|(_, &class)| class).collect()
}

/// One row a label: known classes, then folders that these weights do not know.
fn table(album: &Album, matrix: Option<&Confusion>) -> Table {
    let shares = matrix.map(class_shares).unwrap_or_default();
    let row = |matrix: &Confusion, row: &Row| {
        let shares: Option<&ClassShares> = shares.iter().find(|shares| Some(shares.class) == row.class);
        let most = (0..row.counts.len()).rev().max_by_key(|&column| row.counts[column]);
        let answer = most.map(|column| (&album.classes[matrix.columns[column]], row.counts[column]));
        vec![
            row.label.clone().into(),
            row.class.is_some().into(),
            row.total().into(),
            shares.map(|shares| shares.right).into(),
            shares.and_then(|shares| shares.precision).into(),
            shares.and_then(|shares| shares.recall).into(),
            shares.and_then(|shares| shares.f1).into(),
            answer.map(|(label, _)| label.clone()).into(),
            answer.map(|(_, count)| count).into(),
        ]
    };
    let rows =
        matrix.map(|matrix| matrix.known.iter().chain(&matrix.unknown).map(|found| row(matrix, found)).collect());
    Table {
        columns: &[
            "label",
            "known",
            "photos",
            "right",
            "precision",
            "recall",
            "f1",
            "most_frequent_answer",
            "photos_with_that_answer",
        ],
        rows: rows.unwrap_or_default(),
    }
}
