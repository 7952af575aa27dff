public import Market

extension SignalKind {
    /// The signals whose weight decisions may move, and the only ones; the one place that says so.
    ///
    /// They speak of the work: what is asked and what is offered for it. The others speak of the
    /// person: `language` of where somebody comes from, `place` of where they live, `balance` of
    /// what they have given and received. Nobody is to be judged by these because of who was
    /// accepted before, so they keep the weight that the job file gives them, whatever people
    /// decide.
    ///
    /// Price is among the first since it is a term of the work; like any signal, it can only move
    /// where the job file lets it count at all.
    public static let learnable: [SignalKind] = [.skills, .meaning, .words, .dates, .price]
}
