internal import Foundation
internal import HTTP
internal import Logging
internal import Settings
internal import Webhook

extension Application {
    /// Where runs are told of; nil where the configuration names nobody.
    var webhook: WebhookEndpoint? {
        guard let address = configuration.publish.webhook.flatMap({ HTTPAddress($0.revealed) })
        else { return nil }
        return WebhookEndpoint(
            address: address,
            secret: configuration.publish.webhookSecret.flatMap { WebhookSecret($0.revealed) },
            sender: "entremise/\(Program.version)")
    }

    /// Tells the webhook of a run whose results are written, if there is one.
    ///
    /// The run stands whatever comes of it: where the message is not taken, the log says why.
    func tellWebhook(of summary: RunSummary, _ job: JobFile) async {
        guard let webhook,
            let event = RunCompleted(summary, of: job, configuration, at: Date())
        else { return }
        do {
            let message = try event.message()
            try await cancellation.cancelling { _ = try await webhook.deliver(message) }
        } catch {
            let reason =
                error is Cancelled
                ? "the program was asked to stop before \(webhook.address.origin) took it"
                : "\(error)"
            logger.warning(
                "The webhook was not told of a run",
                metadata: [
                    "job": "\(summary.job)", "run.id": "\(event.data.run)", "reason": "\(reason)",
                ])
        }
    }
}
