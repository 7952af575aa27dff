"""Stands between a client and PostgreSQL on Unix sockets, and strikes at the n-th message that a client
sends.

database_proxy.py FOLDER SOCKET listens in FOLDER as a server on port 6543 does. Each line of standard
input is a command, answered by a line:

  arm N ACTION MOMENT   counts anew; ACTION is a signal's number, cut or none; MOMENT is before (the
                        message is not passed on first) or after (it is)
  count                 says how many messages there were, and 1 where it struck

Counted are the messages that make the server do something. Ends with its standard input.
"""

import os
import socket
import struct
import sys
import threading

CANCEL, COUNTED = 80877102, b"QSdcfF"
folder, upstream = sys.argv[1:]


class State:
    lock = threading.Lock()
    sent, at, action, moment, struck = 0, 0, "none", "before", 0


def is_due():
    with State.lock:
        State.sent += 1
        due = State.action != "none" and State.sent == State.at
        if due:
            State.struck = 1
        return due


def shut(*sockets):
    for one in sockets:
        try:
            one.shutdown(socket.SHUT_RDWR)
        except OSError:
            pass


def strike(client, server):
    """Does what was asked; true where the connection ends with it."""
    if State.action == "cut":
        shut(client, server)
        return True
    pid = struct.unpack("3i", client.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, 12))[0]
    os.kill(pid, int(State.action))
    return False


def messages(client):
    """Each message that the client sends, and whether it is counted."""
    buffer, is_started = b"", False
    while True:
        while True:
            head = 1 if is_started else 0
            if len(buffer) < head + 4:
                break
            length = head + struct.unpack("!i", buffer[head : head + 4])[0]
            if len(buffer) < length:
                break
            message, buffer = buffer[:length], buffer[length:]
            if is_started:
                yield message, message[:1] in COUNTED
            else:
                is_started = True
                yield message, struct.unpack("!i", message[4:8])[0] != CANCEL
        data = client.recv(1 << 20)
        if not data:
            return
        buffer += data


def copy(source, target):
    try:
        while data := source.recv(1 << 20):
            target.sendall(data)
    except OSError:
        pass
    shut(source, target)


def serve(client):
    server = socket.socket(socket.AF_UNIX)
    try:
        server.connect(upstream)
        threading.Thread(target=copy, args=(server, client), daemon=True).start()
        for message, is_counted in messages(client):
            due = is_counted and is_due()
            if due and State.moment == "before" and strike(client, server):
                break
            server.sendall(message)
            if due and State.moment == "after" and strike(client, server):
                break
    except OSError:
        pass
    shut(client, server)


def accept(listener):
    while True:
        client, _ = listener.accept()
        threading.Thread(target=serve, args=(client,), daemon=True).start()


listener = socket.socket(socket.AF_UNIX)
listener.bind(os.path.join(folder, ".s.PGSQL.6543"))
listener.listen(64)
threading.Thread(target=accept, args=(listener,), daemon=True).start()
print("ready", flush=True)
for line in sys.stdin:
    words = line.split()
    with State.lock:
        if words[0] == "arm":
            State.sent, State.struck = 0, 0
            State.at, State.action, State.moment = int(words[1]), words[2], words[3]
        answer = f"{State.sent} {State.struck}"
    print(answer, flush=True)
os._exit(0)
