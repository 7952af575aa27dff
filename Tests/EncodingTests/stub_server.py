"""An embedding server on loopback that behaves badly on demand.

Address: http://127.0.0.1:PORT/BEHAVIOUR/v1. With `late-` before it, the first request is answered
well. GET /waiting answers once a request hangs. Prints its port, and ends when its standard input is
closed.
"""

import json
import os
import sys
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

counts = {}
lock = threading.Lock()
waiting = threading.Event()


def vector(text, dimension=4):
    return [len(text), 1.0, 2.0, 2.0, 1.0, 1.0][:dimension]


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *arguments):
        pass

    def answer(self, status, body, headers=()):
        data = body.encode() if isinstance(body, str) else json.dumps(body).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(data)))
        for name, value in headers:
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(data)

    def rows(self, texts, dimension=4):
        return [
            {"object": "embedding", "index": i, "embedding": vector(t, dimension)}
            for i, t in enumerate(texts)
        ]

    def do_GET(self):
        waiting.wait()
        self.answer(200, "waiting")

    def do_POST(self):
        behaviour = self.path.split("/")[1]
        with lock:
            counts[behaviour] = counts.get(behaviour, 0) + 1
            count = counts[behaviour]
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        request = json.loads(body)
        texts = request["input"]
        rows = self.rows(texts)
        if behaviour.startswith("late-"):
            if count == 1:
                return self.answer(200, {"data": rows})
            behaviour = behaviour[len("late-"):]
            count -= 1
        if not self.path.endswith("/v1/embeddings") or request["encoding_format"] != "float":
            self.answer(404, "no such route")
        elif behaviour == "good":
            self.answer(200, {"data": rows})
        elif behaviour == "backwards":
            self.answer(200, {"data": rows[::-1]})
        elif behaviour == "busy":
            if count <= 2:
                self.answer(429, {"error": {"message": "slow down"}}, [("Retry-After", "0")])
            else:
                self.answer(200, {"data": rows})
        elif behaviour == "always-busy":
            self.answer(429, {"error": {"message": "slow down."}})
        elif behaviour == "broken":
            self.answer(500, {"error": {"message": "out of memory"}})
        elif behaviour == "breaks-off":
            if count <= 1:
                self.close_connection = True
                self.connection.close()
            else:
                self.answer(200, {"data": rows})
        elif behaviour == "nan":
            rows[-1]["embedding"][2] = float("nan")
            self.answer(200, {"data": rows})
        elif behaviour == "huge":
            rows[-1]["embedding"][2] = 1e300
            self.answer(200, {"data": rows})
        elif behaviour == "null":
            rows[-1]["embedding"][2] = None
            self.answer(200, {"data": rows})
        elif behaviour == "zeros":
            rows[-1]["embedding"] = [0.0] * 4
            self.answer(200, {"data": rows})
        elif behaviour == "wider":
            self.answer(200, {"data": self.rows(texts, 5)})
        elif behaviour == "fewer":
            self.answer(200, {"data": rows[:-1]})
        elif behaviour == "same-index":
            for row in rows:
                row["index"] = 0
            self.answer(200, {"data": rows})
        elif behaviour == "page":
            self.answer(200, "<html>Welcome to the router</html>")
        elif behaviour == "no-route":
            self.answer(404, {"error": {"message": "model not found"}})
        elif behaviour == "echo":
            self.answer(400, {"error": {"message": "cannot read " + texts[0]}})
        elif behaviour == "key":
            given = self.headers.get("Authorization", "")
            if given == "Bearer right":
                self.answer(200, {"data": rows})
            else:
                self.answer(401, {"error": {"message": "wrong key: " + given}})
        elif behaviour == "redirect":
            self.answer(302, "", [("Location", "/good/v1/embeddings")])
        elif behaviour == "hang":
            waiting.set()
            time.sleep(600)
        elif behaviour == "endless":
            self.send_response(200)
            self.end_headers()
            while True:
                self.wfile.write(b" " * 65536)
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
threading.Thread(target=server.serve_forever, daemon=True).start()
print(server.server_address[1], flush=True)
sys.stdin.read()
os._exit(0)
