import Testing
import Text

struct ConceptNameTests {
    @Test func aDoubleNameIsKnownByBothOfItsForms() {
        #expect(
            ConceptName.forms(of: "Opérateur / Opératrice géomètre-topographe") == [
                "operateur operatrice geometre topographe", "operateur geometre topographe",
                "operatrice geometre topographe",
            ])
        #expect(
            ConceptName.forms(of: "directeur technique/directrice technique")
                .isSuperset(of: ["directeur technique", "directrice technique"]))
        #expect(
            ConceptName.forms(of: "Directeur / Directrice d’achats")
                .isSuperset(of: ["directeur d achats", "directrice d achats"]))
    }

    @Test func caseAccentsAndApostrophesMakeNoDifference() {
        #expect(ConceptName.forms(of: "DIRECTRICE D'ACHATS") == ["directrice d achats"])
        #expect(ConceptName.forms(of: "Ingénieur C++ / C#").contains("ingenieur c++ c#"))
        #expect(ConceptName.forms(of: "Achats / Ventes") == ["achats ventes"])
        #expect(ConceptName.forms(of: " – ").isEmpty)
        #expect(ConceptName.forms(of: "").isEmpty)
    }
}
