"""An embedding server that misbehaves from a request on.

Address: http://127.0.0.1:PORT/TRIAL/BEHAVIOUR/FROM/TIMES/v1: the first FROM - 1 requests of a trial are
answered well, the next TIMES as BEHAVIOUR says, the others well again. Prints its port, that of a server
whose certificate nobody knows, then the trial of each answer that is wrong. Ends with its standard input.
"""

import json
import os
import ssl
import subprocess
import sys
import tempfile
import threading
import time
import zlib
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

DIMENSION = 16
counts = {}
lock = threading.Lock()


def vector(text):
    """Numbers that depend on the words of a text alone."""
    values = [0.01] * DIMENSION
    for word in text.lower().split():
        values[zlib.crc32(word.encode()) % DIMENSION] += 1
    return values


def good(texts):
    return [
        {"object": "embedding", "index": i, "embedding": vector(t)} for i, t in enumerate(texts)
    ]


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *arguments):
        pass

    def answer(self, status, body, headers=(), kind="application/json", length=None):
        data = body if isinstance(body, bytes) else json.dumps(body).encode()
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(data) if length is None else length))
        for name, value in headers:
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(data)

    def raw(self, data):
        """Bytes as they are, and the end of the connection."""
        self.close_connection = True
        self.wfile.write(data)

    def do_POST(self):
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        trial, behaviour, first, times = self.path.split("/")[1:5]
        with lock:
            counts[trial] = counts.get(trial, 0) + 1
            count = counts[trial]
        texts = json.loads(body)["input"]
        if int(first) <= count < int(first) + int(times):
            with lock:
                print(trial, flush=True)
            getattr(self, behaviour)(texts)
        else:
            self.answer(200, {"data": good(texts)})

    def late(self, texts):
        time.sleep(5)
        self.answer(200, {"data": good(texts)})

    def silent(self, texts):
        time.sleep(120)

    def closes(self, texts):
        self.close_connection = True
        self.connection.close()

    def breaks_off(self, texts):
        self.close_connection = True
        self.answer(200, b'{"data": [', length=10_000)

    def busy(self, texts):
        self.answer(429, {"error": {"message": "slow down"}}, [("Retry-After", "0")])

    def come_back(self, texts):
        self.answer(429, {"error": {"message": "later"}}, [("Retry-After", "1e300")])

    def broken(self, texts):
        self.answer(500, {"error": {"message": "out of \u0007 memory"}})

    def refuses(self, texts):
        self.answer(400, b"<html>\xff\xfe no", kind="text/html")

    def redirects(self, texts):
        self.answer(302, {}, [("Location", "http://127.0.0.1:1/elsewhere")])

    def in_circles(self, texts):
        self.answer(307, {}, [("Location", self.path)])

    def endless(self, texts):
        self.send_response(200)
        self.end_headers()
        while True:
            self.wfile.write(b" " * 65536)

    def endless_head(self, texts):
        self.send_response(200)
        self.flush_headers()
        while True:
            self.wfile.write(b"X-More: " + b"x" * 1000 + b"\r\n")

    def drips(self, texts):
        self.send_response(200)
        self.send_header("Content-Length", "10000")
        self.end_headers()
        for _ in range(10000):
            self.wfile.write(b" ")
            time.sleep(0.05)

    def drips_head(self, texts):
        for byte in b"HTTP/1.1 200 OK\r\nX-Slow: " + b"x" * 5000:
            self.wfile.write(bytes([byte]))
            time.sleep(0.05)

    def no_json(self, texts):
        self.answer(200, b"<html>Welcome</html>", kind="text/html")

    def half_json(self, texts):
        self.answer(200, json.dumps({"data": good(texts)}).encode()[:-7])

    def other_json(self, texts):
        self.answer(200, [[None, {"data": 1}], "data", 1e400])

    def deep_json(self, texts):
        self.answer(200, b'{"data":' + b"[" * 200_000 + b"]" * 200_000 + b"}")

    def no_text(self, texts):
        self.answer(200, b'{"data": [{"index": 0, "embedding": "\xc3\x28\\ud800"}]}')

    def empty(self, texts):
        self.answer(200, b"")

    def fewer(self, texts):
        self.answer(200, {"data": good(texts)[:-1]})

    def more(self, texts):
        self.answer(200, {"data": good(texts + ["more"])})

    def same_index(self, texts):
        self.answer(200, {"data": [row | {"index": 0} for row in good(texts + ["x"])[1:]]})

    def far_index(self, texts):
        self.answer(200, {"data": [row | {"index": row["index"] + 2**62} for row in good(texts)]})

    def negative_index(self, texts):
        self.answer(200, {"data": [row | {"index": -1 - row["index"]} for row in good(texts)]})

    def with_numbers(self, number, texts):
        text = json.dumps({"data": good(texts)}).replace("0.01", number)
        self.answer(200, text.encode())

    def not_a_number(self, texts):
        self.with_numbers("NaN", texts)

    def infinite(self, texts):
        self.with_numbers("-Infinity", texts)

    def beyond_double(self, texts):
        self.with_numbers("1e999", texts)

    def beyond_float(self, texts):
        self.with_numbers("1e300", texts)

    def nulls(self, texts):
        self.with_numbers("null", texts)

    def strings(self, texts):
        self.with_numbers('"0.1"', texts)

    def zeros(self, texts):
        rows = [row | {"embedding": [0] * DIMENSION} for row in good(texts)]
        self.answer(200, {"data": rows})

    def wider(self, texts):
        rows = [row | {"embedding": row["embedding"] + [1]} for row in good(texts)]
        self.answer(200, {"data": rows})

    def no_numbers(self, texts):
        self.answer(200, {"data": [row | {"embedding": []} for row in good(texts)]})

    def ragged(self, texts):
        rows = good(texts)
        rows[-1]["embedding"] = rows[-1]["embedding"][:3]
        self.answer(200, {"data": rows})

    def other_type(self, texts):
        self.answer(200, {"data": good(texts)}, kind="image/png; charset=\x01")

    def chunk_garbage(self, texts):
        self.raw(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nZZ\r\nnonsense\r\n")

    def huge_chunk(self, texts):
        self.raw(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFF\r\n{")

    def no_http(self, texts):
        self.raw(b"\x00\x01\x02SSH-2.0-OpenSSH\r\n\r\n")

    def odd_length(self, texts):
        self.raw(b"HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\n{}")

    def huge_length(self, texts):
        self.raw(b"HTTP/1.1 200 OK\r\nContent-Length: 99999999999999999999\r\n\r\n{}")

    def false_gzip(self, texts):
        self.answer(200, {"data": good(texts)}, [("Content-Encoding", "gzip")])

    def status_999(self, texts):
        self.raw(b"HTTP/1.1 999 What\r\nContent-Length: 0\r\n\r\n")

    def no_content(self, texts):
        self.raw(b"HTTP/1.1 204 No Content\r\n\r\n")


class Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request, client_address):
        pass  # a client that hangs up is what is wanted


def secure(server):
    with tempfile.NamedTemporaryFile() as file:
        subprocess.run(
            ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1", "-batch"]
            + ["-subj", "/CN=elsewhere.example.org", "-keyout", file.name, "-out", file.name + "c"],
            check=True,
            capture_output=True,
        )
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(file.name + "c", file.name)
        os.remove(file.name + "c")
    server.socket = context.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)


servers = [Server(("127.0.0.1", 0), Handler) for _ in range(2)]
secure(servers[1])
for server in servers:
    threading.Thread(target=server.serve_forever, daemon=True).start()
print(*[server.server_address[1] for server in servers], flush=True)
sys.stdin.read()
os._exit(0)
