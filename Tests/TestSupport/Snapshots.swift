public import Foundation

/// Folder of the package, from which shipped files are read.
public let packageRoot = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

/// A file of the package as text.
public func packageText(_ path: String) throws -> String {
    try String(contentsOf: packageRoot.appending(path: path), encoding: .utf8)
}

/// Compares a text with the file `Snapshots/<name>` beside the test; with `ENTREMISE_RECORD=1` in
/// the environment writes it instead.
///
/// - Returns: Nil where they are the same, or where they differ: the first line that does.
public func difference(
    of text: String, fromSnapshot name: String, besideTest file: String = #filePath
) throws -> String? {
    let snapshot = URL(filePath: file).deletingLastPathComponent()
        .appending(path: "Snapshots").appending(path: name)
    if ProcessInfo.processInfo.environment["ENTREMISE_RECORD"] == "1" {
        try Data(text.utf8).write(to: snapshot)
        return nil
    }
    // Bytes, since reading as text drops a byte order mark.
    guard let data = try? Data(contentsOf: snapshot) else {
        return "no file Snapshots/\(name); ENTREMISE_RECORD=1 swift test writes it"
    }
    if data == Data(text.utf8) { return nil }
    let recorded = String(decoding: data, as: UTF8.self)
    let old = recorded.split(separator: "\n", omittingEmptySubsequences: false)
    let new = text.split(separator: "\n", omittingEmptySubsequences: false)
    let line = zip(old, new).enumerated().first { $0.element.0 != $0.element.1 }
    guard let line else { return "Snapshots/\(name): \(old.count) lines, now \(new.count)" }
    return "Snapshots/\(name), line \(line.offset + 1): \(line.element.0) → \(line.element.1)"
}

/// Runs a Python script with a text on its standard input.
///
/// - Returns: What it printed, and whether it ended well.
public func python(_ script: String, input: String) throws -> (output: String, succeeded: Bool) {
    let file = FileManager.default.temporaryDirectory
        .appending(path: "entremise-python-\(UUID().uuidString)")
    try Data(input.utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3", "-c", script]
    process.standardInput = try FileHandle(forReadingFrom: file)
    let output = Pipe()
    process.standardOutput = output
    process.standardError = output
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (String(decoding: data, as: UTF8.self), process.terminationStatus == 0)
}

/// What is wrong with an HTML page, a line each; empty for a sound one.
///
/// Python's `html.parser` reads it; tags must nest and close, ids be unique, links lead to an id of
/// the page or to the sheet of a bid beside it, headings skip no level, and nothing be loaded from
/// elsewhere.
public func faultsOfHTML(_ page: String) throws -> String {
    let script = """
        import html.parser, re, sys
        text = sys.stdin.read()
        faults, ids, links, stack, levels = [], [], [], [], []
        VOID = {"meta", "br", "input", "hr", "img", "link"}
        class Reader(html.parser.HTMLParser):
            def handle_starttag(self, tag, attributes):
                names = [name for name, _ in attributes]
                if len(names) != len(set(names)):
                    faults.append(f"{tag}: attribute twice, line {self.getpos()[0]}")
                for name, value in attributes:
                    if name == "id": ids.append(value)
                    # A page of the platform, which learns nothing of where its reader came from.
                    isPage = re.match("https?://", value or "", re.I) and \
                        dict(attributes).get("rel") == "noopener noreferrer"
                    if name == "href" and not isPage: links.append(value)
                    if name == "src" or name.startswith("on"):
                        faults.append(f"{tag} {name}, line {self.getpos()[0]}")
                if tag in ("script", "link", "iframe", "object", "img"):
                    faults.append(f"{tag}, line {self.getpos()[0]}")
                if tag == "html" and not dict(attributes).get("lang"):
                    faults.append("html without lang")
                if re.fullmatch("h[1-6]", tag): levels.append(int(tag[1]))
                if tag in ("p", "ul", "ol", "div", "table", "section") and "p" in stack:
                    faults.append(f"{tag} within p, line {self.getpos()[0]}")
                if tag not in VOID: stack.append(tag)
            def handle_endtag(self, tag):
                if tag in VOID: faults.append(f"/{tag}")
                elif not stack or stack.pop() != tag:
                    faults.append(f"/{tag} does not close the last tag, line {self.getpos()[0]}")
            def unknown_decl(self, data): faults.append(data)
        reader = Reader(convert_charrefs=True)
        reader.feed(text)
        reader.close()
        if stack: faults.append(f"left open: {stack}")
        if len(ids) != len(set(ids)): faults.append("an id twice")
        for link in links:
            inside = link.startswith("#") and link[1:] in ids
            if not inside and not re.fullmatch(r"bid-[0-9]+[.](fr|en)[.]html", link):
                faults.append(f"link to {link}")
        if levels and (levels[0] != 1): faults.append(f"first heading is h{levels[0]}")
        for one, other in zip(levels, levels[1:]):
            if other > one + 1: faults.append(f"h{one} then h{other}")
        if not text.startswith("<!DOCTYPE html>"): faults.append("no doctype")
        own = re.sub('<a href="https?://[^"]*" rel="noopener noreferrer"', "<a", text)
        for word in ("://", "@import", "url("):
            if word in own: faults.append(word)
        print("\\n".join(faults), end="")
        """
    let result = try python(script, input: page)
    return result.succeeded ? result.output : "python3: " + result.output
}
