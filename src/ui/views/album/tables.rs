//! An album's numbers as rows.

use serde_json::{Value, json};

use crate::album::statistics::confusion;
use crate::album::{Album, Answer, Depth, Photo};
use crate::export::{AlbumSource, NoTable, Source, Table};
use crate::spec::Head;

fn album(source: &Source) -> Result<&AlbumSource, NoTable> {
    source.album.as_ref().ok_or(NoTable::NoAlbum)
}

/// Every photo with what each head answers.
pub(super) fn photos(source: &Source) -> Result<Table, NoTable> {
    let album = &album(source)?.album;
    let row = |photo: &Photo| {
        let mut row = vec![json!(photo.path), json!(album.label(photo)), json!(known(album, photo))];
        for head in Head::ALL {
            let best = photo.answer(head).map(Answer::best);
            row.push(json!(best.and_then(|best| album.classes.get(best.class))));
            row.push(json!(best.map(|best| best.probability)));
        }
        row.push(json!(photo.is_right()));
        row
    };
    Ok(Table {
        columns: &[
            "photo",
            "folder",
            "class",
            "aux1",
            "aux1_probability",
            "aux2",
            "aux2_probability",
            "main",
            "main_probability",
            "right",
        ],
        rows: album.photos.iter().map(|photo| row(photo)).collect(),
    })
}

/// Every cell of each head's confusion matrix that holds a photo.
pub(super) fn answers(source: &Source) -> Result<Table, NoTable> {
    let album = &album(source)?.album;
    let mut rows = Vec::new();
    for head in Head::ALL {
        let Some(counted) = confusion(album, head) else { continue };
        let known = counted.known.iter().map(|row| (row, true));
        for (row, is_known) in known.chain(counted.unknown.iter().map(|row| (row, false))) {
            for (&class, &count) in counted.columns.iter().zip(&row.counts).filter(|(_, count)| **count > 0) {
                let share = count as f64 / row.total() as f64;
                rows.push(vec![
                    json!(head.key()),
                    json!(row.label),
                    json!(is_known),
                    json!(album.classes.get(class)),
                    json!(count),
                    json!(share),
                ]);
            }
        }
    }
    Ok(Table { columns: &["head", "label", "known", "answer", "photos", "share"], rows })
}

/// Where each photo lies at each depth, and which five are nearest.
pub(super) fn map(source: &Source) -> Result<Table, NoTable> {
    let source = album(source)?;
    let album = &source.album;
    let path = |position: Option<&usize>| position.map(|&position| album.photos[position].path.as_str());
    let mut rows: Vec<Vec<Value>> = Vec::new();
    for depth in Depth::ALL {
        let (layout, near) = source.placed(depth)?;
        for (&position, [x, y]) in layout.photos.iter().zip(&layout.positions) {
            let photo = &album.photos[position];
            let place = near.photos.binary_search(&position).ok();
            let nearest = place.and_then(|place| near.nearest.get(place));
            let mut row = vec![json!(depth.key()), json!(photo.path), json!(album.label(photo)), json!(x), json!(y)];
            row.extend((0..5).map(|rank| json!(path(nearest.and_then(|nearest| nearest.get(rank))))));
            rows.push(row);
        }
    }
    Ok(Table {
        columns: &[
            "depth",
            "photo",
            "folder",
            "x",
            "y",
            "nearest_1",
            "nearest_2",
            "nearest_3",
            "nearest_4",
            "nearest_5",
        ],
        rows,
    })
}

fn known<'a>(album: &'a Album, photo: &Photo) -> Option<&'a str> {
    album.classes.get(photo.known()?).map(String::as_str)
}
