/// Bounds on one need's scores from 8-bit products.
///
/// With the candidates' centre *m*, the need *n* = *g m* + *n′* where *n′* = *t p* + *e*, and a
/// candidate *c* = *m* + *c′* where *c′* = *s q* + *r*,
///
///     n·c = n·m + g (m·c′) + t s (p·q) + n′·r + e·(s q),
///
/// so that by Cauchy and Schwarz what is left out, the last two, is at most ‖n′‖ ‖r‖ + ‖e‖ ‖s q‖.
/// (*n′*·*c′* = *n′*·*r* + *n′*·(*s q*), and *n′* = *t p* + *e*.) The rounding of the numbers that
/// this is reckoned in, and of the exact score, adds at most
/// (2⁻²² + (*d* + 16) · 2⁻⁵⁰) ‖n‖ (‖c‖ + ‖m‖).
struct EightBitBound {
    /// *t*.
    private(set) var scale = 0.0
    /// *g*.
    private(set) var share = 0.0
    /// *n*·*m*.
    private(set) var withCentre = 0.0
    /// ‖n′‖.
    private(set) var restLength = 0.0
    /// ‖e‖.
    private(set) var lost = 0.0
    /// ‖p‖.
    private(set) var kept = 0.0
    /// *t*, or for a need that is all centre, whose products are zero, some scale that will do.
    private var unit = 0.0
    private var rounding = 0.0
    private var centreLength = 0.0

    /// No bound: for needs that none is taken for.
    init() {}

    /// Lengths must not be below the true ones.
    init(
        scale: Double, share: Double, withCentre: Double, length: Double, restLength: Double,
        lost: Double, kept: Double, dimension: Int, centreLength: Double
    ) {
        self.scale = scale
        self.share = share
        self.withCentre = withCentre
        self.restLength = restLength
        self.lost = lost
        self.kept = kept
        self.centreLength = centreLength
        unit = scale > 0 ? scale : length * 0x1p-30
        rounding = (0x1p-22 + Double(dimension + 16) * 0x1p-50) * length
    }

    /// The score that a product stands for.
    @inline(__always)
    func score(_ product: Int32, scale other: Float, alongCentre: Float) -> Double {
        withCentre + share * Double(alongCentre) + scale * Double(other) * Double(product)
    }

    /// How far the exact score may lie from it.
    @inline(__always)
    func error(residual: Float, quantisedLength: Float, length: Float) -> Double {
        restLength * Double(residual) + lost * Double(quantisedLength)
            + rounding * (Double(length) + centreLength)
    }

    /// What `product × scale + residualWeight × residual + centreWeight × alongCentre`, reckoned in
    /// floats, reaches for every candidate of a tile whose score may pass `floor`.
    ///
    /// The float arithmetic of the left side errs by less than 2⁻²¹ of its largest terms.
    func coarse(floor: Double, _ tile: TileBounds) -> Kernels.Coarse {
        guard floor.isFinite, unit > 0 else {
            return Kernels.Coarse(residualWeight: 0, centreWeight: 0, threshold: -.infinity)
        }
        let residualWeight = Rows.above(restLength / unit)
        let centreWeight = Float(share / unit)
        let widest =
            lost * Double(tile.quantisedLength)
            + rounding * (Double(tile.length) + centreLength)
        let terms =
            kept * Double(tile.quantisedLength) + Double(residualWeight) * Double(tile.residual)
            + Double(abs(centreWeight)) * Double(tile.alongCentre)
        let threshold = (floor - withCentre - widest) / unit - 0x1p-21 * terms
        return Kernels.Coarse(
            residualWeight: residualWeight, centreWeight: centreWeight,
            threshold: TileSearch.below(threshold))
    }
}
