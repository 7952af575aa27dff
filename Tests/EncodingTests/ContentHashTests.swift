import Encoding
import Hashing
import Testing
import Text

struct ContentHashTests {
    @Test func `Spelt alike, texts have one hash, and it is the text's SHA-256`() {
        #expect(contentHash(of: prepared("L’ÉTÉ ")) == contentHash(of: prepared("l'e\u{301}té")))
        #expect(
            contentHash(of: "abc").description
                == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    }
}
