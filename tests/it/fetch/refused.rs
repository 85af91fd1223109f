//! What never becomes a file: nothing is left behind, and the sentence says what to do.

use std::net::TcpListener;

use inception_lens::fetch::FetchError;
use inception_lens::weights::public::Size;

use super::{Stage, bytes, published};
use crate::http_server::{Server, head, promise, whole};

#[test]
fn wrong_bytes_are_removed() {
    let (bytes, wrong) = (bytes(20, 40_000), bytes(21, 40_000));
    let server = Server::of(wrong);
    let mut stage = Stage::with(&server, &bytes);
    let sentence = stage.sentence();
    assert!(sentence.starts_with("What 127.0.0.1 sent is not the test file (its SHA-256 begins with "), "{sentence}");
    stage.holds(&[]);
}

#[test]
fn another_size_is_refused_before_anything_is_written() {
    let bytes = bytes(22, 40_000);
    let server = Server::of(b"<html>Please log in</html>".to_vec());
    let mut stage = Stage::with(&server, &bytes);
    let sentence = stage.sentence();
    assert!(sentence.contains("a file of 26 bytes in place of the test file, which has 40000"), "{sentence}");
    assert!(stage.seen.is_empty());
    stage.holds(&[]);
}

#[test]
fn more_bytes_than_the_file_can_have_are_not_taken() {
    let bytes = bytes(23, 40_000);
    // Without a length, so that only counting helps.
    let endless = Server::start(|_, stream| {
        head(stream, "200 OK", &[]);
        while std::io::Write::write_all(stream, &[0; 10_000]).is_ok() {}
    });
    let mut stage = Stage::with(&endless, &bytes);
    stage.file.size = Size::About { bytes: 1_900_000, at_most: 2_000_000 };
    let sentence = stage.sentence();
    assert!(sentence.starts_with("127.0.0.1 sends more than the 2.0 MB that the test file can have;"), "{sentence}");
    assert!(stage.seen.iter().all(|seen| seen.done_bytes <= 2_000_000));
    stage.holds(&[]);
    // With a length it is known before the first byte.
    let large = Server::start(|_, stream| promise(stream, 2_000_001));
    stage.file.url = large.url("/net.bin").leak();
    stage.seen.clear();
    assert!(matches!(stage.run(), Err(FetchError::TooLarge { .. })));
    assert!(stage.seen.is_empty());
    stage.holds(&[]);
}

#[test]
fn a_missing_file_and_a_server_in_trouble_give_their_status() {
    for status in ["404 Not Found", "403 Forbidden", "503 Service Unavailable"] {
        let server = Server::start(move |_, stream| head(stream, status, &[]));
        let mut stage = Stage::with(&server, &bytes(24, 1000));
        let sentence = stage.sentence();
        let url = stage.file.url;
        let number = &status[..3];
        assert_eq!(
            sentence,
            format!(
                "127.0.0.1 does not send {url} (HTTP status {number}); try again later, or give another address: `inception-lens weights fetch test --from URL`."
            )
        );
        stage.holds(&[]);
    }
}

#[test]
fn redirects_without_end_are_given_up() {
    let server = Server::start(|request, stream| {
        let to = ("Location", format!("{}x", request.path));
        head(stream, "301 Moved Permanently", &[to]);
    });
    let mut stage = Stage::with(&server, &bytes(25, 1000));
    let sentence = stage.sentence();
    assert!(sentence.starts_with("127.0.0.1 leads from one address to the next without end"), "{sentence}");
    assert!(server.requests().len() < 10);
    stage.holds(&[]);
}

#[test]
fn nobody_listens() {
    let port = {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        listener.local_addr().unwrap().port()
    };
    let url = format!("http://127.0.0.1:{port}/net.bin");
    let mut stage = Stage::new(published(&bytes(26, 1000), &url));
    assert_eq!(
        stage.sentence(),
        format!(
            "127.0.0.1 cannot be reached (connection refused); check the internet connection and try again, or fetch {url} on another computer and open the file."
        )
    );
    stage.holds(&[]);
}

#[test]
fn nobody_has_that_name() {
    // RFC 2606: this name is never given to anybody.
    let url = "http://weights.invalid/net.bin";
    let mut stage = Stage::new(published(&bytes(27, 1000), url));
    let error = stage.run().unwrap_err();
    assert!(matches!(error, FetchError::Unreachable { .. } | FetchError::Silent { .. }), "{error}");
    stage.holds(&[]);
}

#[test]
fn a_server_that_never_answers_is_given_up() {
    let (done, wait) = std::sync::mpsc::channel::<()>();
    let wait = std::sync::Mutex::new(wait);
    let server = Server::start(move |_, _| {
        let _ = wait.lock().unwrap().recv();
    });
    let mut stage = Stage::with(&server, &bytes(28, 1000)).impatient();
    assert!(matches!(stage.run(), Err(FetchError::Silent { .. })));
    stage.holds(&[]);
    drop(done);
}

#[test]
fn answers_that_are_no_http_and_no_https_are_said_to_be_that() {
    let babble = Server::start(|_, stream| {
        let _ = std::io::Write::write_all(stream, b"220 mail.example.org ESMTP\r\n\r\n");
    });
    let mut stage = Stage::with(&babble, &bytes(29, 1000));
    let error = stage.run().unwrap_err();
    assert!(matches!(error, FetchError::Nonsense { .. }), "{error}");
    stage.file.url = babble.url("/net.bin").replace("http:", "https:").leak();
    let error = stage.run().unwrap_err();
    assert!(matches!(error, FetchError::Insecure { .. } | FetchError::Unreachable { .. }), "{error}");
    for url in ["ftp://example.org/net.bin", "net.bin", "http://", "http://a b/", ""] {
        stage.file.url = url;
        let error = stage.run().unwrap_err();
        assert!(matches!(error, FetchError::BadAddress { .. }), "{url}: {error}");
    }
    stage.holds(&[]);
}

#[test]
fn a_folder_that_cannot_be_written_is_named() {
    let bytes = bytes(30, 1000);
    let server = Server::of(bytes.clone());
    let stage = Stage::with(&server, &bytes);
    stage.put("file", b"");
    let fetch = inception_lens::fetch::Fetch {
        file: &stage.file,
        from: None,
        folder: &stage.folder.path().join("file/weights"),
        patience: stage.patience,
        cancel: stage.cancel.clone(),
    };
    let sentence = fetch.run(&mut |_| {}).unwrap_err().to_string();
    assert!(sentence.contains("file/weights cannot be written (not a directory); choose another folder"), "{sentence}");
    assert!(server.requests().is_empty());
    // A folder where the file should be.
    std::fs::create_dir(stage.folder.path().join("net.bin")).unwrap();
    let fetch = inception_lens::fetch::Fetch { folder: stage.folder.path(), ..fetch };
    let error = fetch.run(&mut |_| {}).unwrap_err();
    assert!(matches!(error, FetchError::Unwritable { .. }), "{error}");
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_said_to_be_full() {
    let bytes = bytes(31, 200_000);
    let server = Server::start({
        let bytes = bytes.clone();
        move |_, stream| whole(stream, &bytes)
    });
    let mut stage = Stage::with(&server, &bytes);
    // Every write to it fails as on a full disk.
    std::os::unix::fs::symlink("/dev/full", stage.folder.path().join("net.bin.part")).unwrap();
    let folder = stage.folder.path().display().to_string();
    assert_eq!(
        stage.sentence(),
        format!("The disk is full: the test file needs 0.2 MB in {folder}; make room there, then try again.")
    );
    stage.holds(&[]);
}
