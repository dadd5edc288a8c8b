namespace Agnt5.Shared;

/// <summary>The input that AGNT5's gateway gives to a run that an event or webhook starts (protocol section 4).</summary>
internal static class GatewayEnvelope
{
    /// <summary>The path to the payload of an event in the input.</summary>
    public const string Payload = "input.event.data";

    private static readonly InputValue Number = new(InputValueKind.Scalar, "long");
    private static readonly InputValue Bool = new(InputValueKind.Scalar, "bool");

    private static readonly InputValue Body = InputValue.Text with
    {
        Note = "it is the raw text that the sender signed, so no key reaches into it: take 'integration_id', 'event_type', 'idempotency_key' or 'source' next to it",
    };

    // Members that are useful as keys come first: messages list only the first few.
    private static readonly InputValue Delivery = new(InputValueKind.Object, "the webhook's delivery")
    {
        Members =
        [
            InputMember.Of("integration_id", InputValue.Text),
            InputMember.Of("event_type", InputValue.Text),
            InputMember.Of("idempotency_key", InputValue.Text),
            InputMember.Of("source", InputValue.Text),
            InputMember.Of("timestamp", Number),
            InputMember.Of("headers", new(InputValueKind.Map, "a dictionary") { Entry = static () => InputValue.Text }),
            InputMember.Of("body", Body),
            InputMember.Of("_webhook", Bool),
        ],
        Note = "the payload is raw text in 'body', so no key reaches into it",
    };

    /// <summary>The input of a run that an event starts.</summary>
    /// <param name="payload">The payload's type that the workflow takes.</param>
    public static InputValue OfEvent(InputValue payload) => Of(payload);

    /// <summary>The input of a run that a webhook starts.</summary>
    public static InputValue OfWebhook() => Of(Delivery);

    private static InputValue Of(InputValue data) => new(InputValueKind.Object, "the gateway's envelope")
    {
        Members =
        [
            InputMember.Of("event", new(InputValueKind.Object, "the event")
            {
                Members =
                [
                    InputMember.Of("data", data),
                    InputMember.Of("id", InputValue.Text),
                    InputMember.Of("name", InputValue.Text),
                    InputMember.Of("source", InputValue.Text),
                    InputMember.Of("timestamp_ns", Number),
                ],
            }),
            InputMember.Of("deployment_id", InputValue.Text),
            InputMember.Of("target_kind", InputValue.Text),
            InputMember.Of("target_ref", InputValue.Text),
        ],
    };
}
