//! What ends half-way: it goes on from there, or begins anew.

use std::io::Write as _;
use std::sync::{Arc, Mutex, mpsc};

use inception_lens::fetch::{FetchError, Fetched};

use super::{Stage, bytes};
use crate::http_server::{Server, head, promise, rest, whole};

#[test]
fn a_cut_off_download_goes_on_from_where_it_was() {
    let bytes = bytes(10, 1_000_000);
    let sent = bytes.clone();
    let server = Server::start(move |request, stream| match request.start {
        None => {
            promise(stream, sent.len());
            stream.write_all(&sent[..400_000]).unwrap();
        }
        Some(start) => rest(stream, &sent, start),
    });
    let mut stage = Stage::with(&server, &bytes);
    let sentence = stage.sentence();
    assert_eq!(
        sentence,
        "The connection to 127.0.0.1 broke off after 0.4 of 1.0 MB; try again, the download goes on from there."
    );
    stage.holds(&[("net.bin.part", &bytes[..400_000])]);
    assert!(matches!(stage.run(), Ok(Fetched::Downloaded(_))));
    stage.holds(&[("net.bin", &bytes)]);
    assert_eq!(server.starts(), [None, Some(400_000)]);
    assert!(stage.seen.iter().all(|seen| seen.total_bytes == 1_000_000));
}

#[test]
fn a_server_that_does_not_say_how_much_and_stops_early_is_cut_off_too() {
    let bytes = bytes(11, 10_000);
    let sent = bytes.clone();
    let server = Server::start(move |_, stream| {
        head(stream, "200 OK", &[]);
        stream.write_all(&sent[..9_999]).unwrap();
    });
    let mut stage = Stage::with(&server, &bytes);
    assert!(matches!(stage.run(), Err(FetchError::CutOff { .. })));
    stage.holds(&[("net.bin.part", &bytes[..9_999])]);
}

#[test]
fn a_server_without_ranges_sends_everything_again() {
    let bytes = bytes(12, 80_000);
    let sent = bytes.clone();
    let server = Server::start(move |_, stream| whole(stream, &sent));
    let mut stage = Stage::with(&server, &bytes);
    stage.put("net.bin.part", &bytes[..30_000]);
    assert!(matches!(stage.run(), Ok(Fetched::Downloaded(_))));
    stage.holds(&[("net.bin", &bytes)]);
    assert_eq!(server.starts(), [Some(30_000)]);
}

#[test]
fn a_part_of_another_file_is_found_by_the_hash_and_thrown_away() {
    let (bytes, other) = (bytes(13, 80_000), bytes(14, 80_000));
    let server = Server::of(bytes.clone());
    let mut stage = Stage::with(&server, &bytes);
    stage.put("net.bin.part", &other[..30_000]);
    assert!(matches!(stage.run(), Ok(Fetched::Downloaded(_))));
    stage.holds(&[("net.bin", &bytes)]);
    assert_eq!(server.starts(), [Some(30_000), None]);
}

#[test]
fn a_part_as_long_as_the_file_is_checked_and_a_longer_one_thrown_away() {
    let bytes = bytes(15, 80_000);
    let server = Server::of(bytes.clone());
    let mut stage = Stage::with(&server, &bytes);
    stage.put("net.bin.part", &bytes);
    assert!(matches!(stage.run(), Ok(Fetched::Downloaded(_))));
    stage.holds(&[("net.bin", &bytes)]);
    assert_eq!(server.starts(), [Some(80_000)], "nothing was missing");

    std::fs::remove_file(stage.folder.path().join("net.bin")).unwrap();
    stage.put("net.bin.part", &[&bytes[..], b"!"].concat());
    assert!(matches!(stage.run(), Ok(Fetched::Downloaded(_))));
    stage.holds(&[("net.bin", &bytes)]);
    assert_eq!(server.starts()[1..], [Some(80_001), None]);
}

#[test]
fn a_file_that_changed_its_size_is_not_glued_to_the_old_part() {
    let bytes = bytes(16, 80_000);
    let server = Server::of(bytes[..70_000].to_vec());
    let mut stage = Stage::with(&server, &bytes);
    stage.put("net.bin.part", &bytes[..30_000]);
    let sentence = stage.sentence();
    assert!(
        sentence.starts_with("127.0.0.1 has a file of 70000 bytes in place of the test file, which has 80000;"),
        "{sentence}"
    );
    stage.holds(&[("net.bin.part", &bytes[..30_000])]);
}

#[test]
fn a_server_that_falls_silent_is_not_waited_for_for_ever() {
    let bytes = bytes(17, 80_000);
    let sent = bytes.clone();
    let (done, wait) = mpsc::channel::<()>();
    let wait = Mutex::new(wait);
    let server = Server::start(move |request, stream| match request.start {
        None => {
            promise(stream, sent.len());
            stream.write_all(&sent[..30_000]).unwrap();
            let _ = wait.lock().unwrap().recv();
        }
        Some(start) => rest(stream, &sent, start),
    });
    let mut stage = Stage::with(&server, &bytes).impatient();
    assert!(matches!(stage.run(), Err(FetchError::Stalled { .. })));
    stage.holds(&[("net.bin.part", &bytes[..30_000])]);
    drop(done);
    assert!(matches!(stage.run(), Ok(Fetched::Downloaded(_))));
    stage.holds(&[("net.bin", &bytes)]);
}

#[test]
fn a_download_that_waits_for_the_network_can_be_cancelled_and_goes_on_later() {
    let bytes = bytes(18, 80_000);
    let sent = bytes.clone();
    let (done, wait) = mpsc::channel::<()>();
    let wait = Mutex::new(wait);
    let server = Server::start(move |request, stream| match request.start {
        None => {
            promise(stream, sent.len());
            stream.write_all(&sent[..30_000]).unwrap();
            let _ = wait.lock().unwrap().recv();
        }
        Some(start) => rest(stream, &sent, start),
    });
    let mut stage = Stage::with(&server, &bytes);
    // Nothing else ends this download.
    stage.patience.silence = std::time::Duration::from_secs(600);
    let cancel = stage.cancel.clone();
    let (arrived, has_arrived) = mpsc::channel();
    let canceller = std::thread::spawn(move || {
        has_arrived.recv().unwrap();
        cancel.cancel();
    });
    let result = stage.run_watched(|progress| {
        if progress.done_bytes == 30_000 {
            arrived.send(()).unwrap();
        }
    });
    canceller.join().unwrap();
    drop(done);
    assert_eq!(result, Err(FetchError::Cancelled));
    stage.holds(&[("net.bin.part", &bytes[..30_000])]);
    // Cancelled once is cancelled for good; another download goes on.
    assert_eq!(stage.run(), Err(FetchError::Cancelled));
    stage.cancel = inception_lens::fetch::Cancel::new();
    assert!(matches!(stage.run(), Ok(Fetched::Downloaded(_))));
    stage.holds(&[("net.bin", &bytes)]);
}

#[test]
fn two_downloads_of_one_file_do_not_write_over_each_other() {
    let bytes = bytes(19, 80_000);
    let sent = bytes.clone();
    let (second_is_over, wait) = mpsc::channel::<()>();
    let wait = Mutex::new(wait);
    let server = Server::start(move |request, stream| match request.start {
        None => {
            promise(stream, sent.len());
            stream.write_all(&sent[..30_000]).unwrap();
            let _ = wait.lock().unwrap().recv();
            stream.write_all(&sent[30_000..]).unwrap();
        }
        Some(start) => rest(stream, &sent, start),
    });
    let mut first = Stage::with(&server, &bytes);
    let file = first.file;
    let folder = first.folder.path().to_owned();
    let second = Arc::new(Mutex::new(None));
    let result = first.run_watched(|progress| {
        if progress.done_bytes == 30_000 {
            let fetch = inception_lens::fetch::Fetch {
                file: &file,
                from: None,
                folder: &folder,
                patience: Default::default(),
                cancel: Default::default(),
            };
            *second.lock().unwrap() = Some(fetch.run(&mut |_| {}));
            second_is_over.send(()).unwrap();
        }
    });
    assert!(matches!(result, Ok(Fetched::Downloaded(_))), "{result:?}");
    let second = second.lock().unwrap().take().unwrap();
    let sentence = second.unwrap_err().to_string();
    assert_eq!(sentence, "Another Inception Lens is downloading net.bin at this moment; wait until it is done.");
    first.holds(&[("net.bin", &bytes)]);
}
