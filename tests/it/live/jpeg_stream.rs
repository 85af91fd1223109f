//! Pictures in a stream of bytes, by the markers of ITU-T T.81.

use std::io::Read;

use inception_lens::live::{JpegStream, MAX_BETWEEN_BYTES, MAX_JPEG_BYTES, StreamError};

use super::{jpeg, plain};

/// Hands out so many bytes at a time.
struct Drops<'a>(&'a [u8], usize);

impl Read for Drops<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        let count = self.1.min(self.0.len()).min(buffer.len());
        buffer[..count].copy_from_slice(&self.0[..count]);
        self.0 = &self.0[count..];
        Ok(count)
    }
}

fn pictures(bytes: &[u8], at_once: usize) -> Vec<Vec<u8>> {
    let mut stream = JpegStream::new(Drops(bytes, at_once));
    std::iter::from_fn(|| stream.next_picture().unwrap()).collect()
}

#[test]
fn pictures_come_out_as_they_went_in_whatever_is_between() {
    let all: Vec<Vec<u8>> = [20, 120, 220].map(|red| jpeg(&plain(red))).into();
    let plainly = all.concat();
    let multipart = all.iter().fold(b"preamble\r\n".to_vec(), |mut bytes, picture| {
        bytes.extend(
            format!("--frame\r\nContent-Type: image/jpeg\r\nContent-Length: {}\r\n\r\n", picture.len()).bytes(),
        );
        bytes.extend(picture);
        bytes.extend(b"\r\n");
        bytes
    });
    for at_once in [1, 7, 1 << 20] {
        assert_eq!(pictures(&plainly, at_once), all);
        assert_eq!(pictures(&multipart, at_once), all);
    }
    assert!(pictures(b"", 1).is_empty());
}

/// A photo of a camera holds a small JPEG of itself; it is no picture of the stream.
#[test]
fn a_thumbnail_inside_a_picture_is_no_picture() {
    let (small, large) = (jpeg(&plain(10)), jpeg(&plain(200)));
    let mut with = large[..2].to_vec();
    with.extend([0xff, 0xe1]);
    with.extend(((small.len() + 2) as u16).to_be_bytes());
    with.extend(&small);
    with.extend(&large[2..]);
    assert_eq!(pictures(&[with.clone(), large.clone()].concat(), 5), [with, large]);
}

#[test]
fn a_picture_that_is_cut_off_gives_way_to_the_next() {
    let (one, other) = (jpeg(&plain(60)), jpeg(&plain(160)));
    for cut in [3, 30, one.len() / 2, one.len() - 3] {
        let found = pictures(&[&one[..cut], b"\r\n--frame\r\n\r\n".as_slice(), &other, &other].concat(), 11);
        // What was cut off inside a segment may take the next one along.
        assert!(found.ends_with(std::slice::from_ref(&other)) && found.len() <= 3, "{cut}: {}", found.len());
    }
    assert!(pictures(&one[..one.len() - 1], 9).is_empty(), "no end, no picture");
}

#[test]
fn bytes_without_pictures_and_pictures_without_end_are_bounded() {
    let mut endless = JpegStream::new(std::io::repeat(b'x'));
    assert!(matches!(endless.next_picture(), Err(StreamError::NoPictures)));
    let begun = jpeg(&plain(60));
    let start = begun[..begun.len() - 2].to_vec();
    let mut endless = JpegStream::new(start.as_slice().chain(std::io::repeat(0)));
    assert!(matches!(endless.next_picture(), Err(StreamError::Endless)));
    let between = vec![0; MAX_BETWEEN_BYTES / 2];
    assert_eq!(
        pictures(&[between.clone(), begun.clone(), between, begun.clone()].concat(), 1 << 16),
        [begun.clone(), begun]
    );
    const { assert!(MAX_JPEG_BYTES > 10_000_000) };
}
