"""A web server on loopback that behaves as the first part of a path says.

GET /requests tells every POST so far, GET /waiting answers once one hangs. `--certificate FILE` makes it
speak TLS, `--secret whsec_…` is what signatures are held against. Prints its port, then a line for each
request that hangs, and ends when its standard input is closed.
"""

import argparse
import base64
import hashlib
import hmac
import json
import os
import ssl
import sys
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

parser = argparse.ArgumentParser()
parser.add_argument("--certificate")
parser.add_argument("--secret", default="")
options = parser.parse_args()

requests = []
lock = threading.Lock()
waiting = threading.Event()


def is_signed(headers, body):
    """After the text of Standard Webhooks 1.0.0."""
    key = base64.b64decode(options.secret.removeprefix("whsec_"))
    content = ".".join([headers.get("webhook-id", ""), headers.get("webhook-timestamp", ""), body])
    code = base64.b64encode(hmac.new(key, content.encode(), hashlib.sha256).digest()).decode()
    return headers.get("webhook-signature") == "v1," + code


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *arguments):
        pass

    def answer(self, status, body="", headers=()):
        data = body.encode()
        self.send_response(status)
        self.send_header("Content-Length", str(len(data)))
        for name, value in headers:
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(data)

    def do_GET(self):
        if self.path == "/waiting":
            waiting.wait()
            self.answer(200)
        else:
            with lock:
                self.answer(200, json.dumps(requests))

    def do_POST(self):
        body = self.rfile.read(int(self.headers.get("Content-Length", 0))).decode()
        headers = {name.lower(): value for name, value in self.headers.items()}
        with lock:
            requests.append(
                {
                    "path": self.path,
                    "headers": headers,
                    "body": body,
                    "isSigned": is_signed(headers, body),
                    "isRecent": abs(time.time() - int(headers.get("webhook-timestamp", 0))) < 300,
                    "peer": self.client_address[1],
                }
            )
            count = sum(request["path"] == self.path for request in requests)
        behaviour = self.path.split("/")[1].split("?")[0]
        if behaviour == "ok":
            self.answer(200, "thank you", [("X-Said", " well ")])
        elif behaviour == "busy":
            self.answer(503 if count <= 2 else 200)
        elif behaviour == "slow-down":
            self.answer(429 if count <= 1 else 204, headers=[("Retry-After", "0")])
        elif behaviour == "come-back":
            self.answer(429, headers=[("Retry-After", "3600")])
        elif behaviour == "broken":
            self.answer(500, "out of memory")
        elif behaviour == "wrong":
            self.answer(400, "cannot read " + body + json.dumps(headers))
        elif behaviour == "redirect":
            self.answer(302, headers=[("Location", "/ok/there")])
        elif behaviour == "breaks-off" and count <= 1:
            self.close_connection = True
            self.connection.close()
        elif behaviour == "breaks-off":
            self.answer(200)
        elif behaviour == "endless":
            self.send_response(200)
            self.end_headers()
            while True:
                self.wfile.write(b"x" * 65536)
        elif behaviour == "endless-head":
            self.send_response(200)
            self.flush_headers()
            while True:
                self.wfile.write(b"X-More: " + b"x" * 1000 + b"\r\n")
        elif behaviour == "vectors" and count <= 1:
            vectors = [{"embedding": [1, 2, 3]} for _ in json.loads(body)["input"]]
            self.answer(200, json.dumps({"data": vectors}))
        elif behaviour in ("hang", "vectors"):
            waiting.set()
            print("hanging", flush=True)
            time.sleep(600)
        elif behaviour == "drip":
            self.send_response(200)
            self.send_header("Content-Length", "10000")
            self.end_headers()
            for _ in range(6000):
                self.wfile.write(b" ")
                self.wfile.flush()
                time.sleep(0.1)
        else:
            self.answer(404, "no such behaviour")


class Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request, client_address):
        pass  # a client that hangs up is what some tests want


server = Server(("127.0.0.1", 0), Handler)
if options.certificate:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(options.certificate)
    server.socket = context.wrap_socket(server.socket, server_side=True)
threading.Thread(target=server.serve_forever, daemon=True).start()
print(server.server_address[1], flush=True)
sys.stdin.read()
os._exit(0)
