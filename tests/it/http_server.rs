//! A web server on this computer for one test: it answers as badly as the test wants.

use std::io::{BufRead, BufReader, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};

/// What a client asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    pub path: String,
    /// First byte asked for, by `Range: bytes=N-`.
    pub start: Option<usize>,
}

/// Writes an answer; the connection is closed when it returns.
type Handler = dyn Fn(&Request, &mut TcpStream) + Send + Sync;

/// Ends with the test.
pub struct Server {
    address: SocketAddr,
    requests: Arc<Mutex<Vec<Request>>>,
    is_over: Arc<AtomicBool>,
}

impl Server {
    pub fn start(handler: impl Fn(&Request, &mut TcpStream) + Send + Sync + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let server =
            Self { address: listener.local_addr().unwrap(), requests: Arc::default(), is_over: Arc::default() };
        let (requests, is_over) = (server.requests.clone(), server.is_over.clone());
        let handler: Arc<Handler> = Arc::new(handler);
        std::thread::spawn(move || {
            for stream in listener.incoming() {
                if is_over.load(Ordering::SeqCst) {
                    return;
                }
                let (requests, handler) = (requests.clone(), handler.clone());
                std::thread::spawn(move || {
                    let mut stream = stream.unwrap();
                    // A client that has gone away sends no request.
                    if let Some(request) = read(&stream) {
                        requests.lock().unwrap().push(request.clone());
                        handler(&request, &mut stream);
                    }
                });
            }
        });
        server
    }

    /// Gives everybody the same file, from where they want it.
    pub fn of(bytes: Vec<u8>) -> Self {
        Self::start(move |request, stream| match request.start {
            None => whole(stream, &bytes),
            Some(start) => rest(stream, &bytes, start),
        })
    }

    /// The address of a path that begins with a slash.
    pub fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.address)
    }

    /// What was asked for until now.
    pub fn requests(&self) -> Vec<Request> {
        self.requests.lock().unwrap().clone()
    }

    /// The first byte of every request until now.
    pub fn starts(&self) -> Vec<Option<usize>> {
        let requests = self.requests();
        requests.iter().map(|request| request.start).collect()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.is_over.store(true, Ordering::SeqCst);
        // Wakes the thread that accepts.
        let _ = TcpStream::connect(self.address);
    }
}

fn read(stream: &TcpStream) -> Option<Request> {
    let mut lines = BufReader::new(stream).lines().map_while(Result::ok);
    let first = lines.next()?;
    let path = first.strip_prefix("GET ")?.split(' ').next()?.to_owned();
    let mut start = None;
    for line in lines.take_while(|line| !line.is_empty()) {
        let line = line.to_lowercase();
        if let Some(range) = line.strip_prefix("range: bytes=") {
            start = Some(range.strip_suffix('-').unwrap().parse().unwrap());
        }
    }
    Some(Request { path, start })
}

/// Status and headers.  A client that has gone away is no failure of the test.
pub fn head(stream: &mut TcpStream, status: &str, headers: &[(&str, String)]) {
    let mut text = format!("HTTP/1.1 {status}\r\nConnection: close\r\n");
    for (name, value) in headers {
        text += &format!("{name}: {value}\r\n");
    }
    let _ = stream.write_all((text + "\r\n").as_bytes());
}

/// 200 with the length and all bytes.
pub fn whole(stream: &mut TcpStream, bytes: &[u8]) {
    promise(stream, bytes.len());
    let _ = stream.write_all(bytes);
}

/// 200 with a length; the bytes are still to come.
pub fn promise(stream: &mut TcpStream, length: usize) {
    head(stream, "200 OK", &[("Content-Length", length.to_string())]);
}

/// 206 with the bytes from `start` on, or 416 when there are none.
pub fn rest(stream: &mut TcpStream, bytes: &[u8], start: usize) {
    let length = bytes.len();
    if start >= length {
        let range = ("Content-Range", format!("bytes */{length}"));
        return head(stream, "416 Range Not Satisfiable", &[range]);
    }
    let headers = [
        ("Content-Length", (length - start).to_string()),
        ("Content-Range", format!("bytes {start}-{}/{length}", length - 1)),
    ];
    head(stream, "206 Partial Content", &headers);
    let _ = stream.write_all(&bytes[start..]);
}
