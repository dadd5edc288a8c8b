using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Agnt5.Local.Engine.Triggers;
using static Agnt5.Local.Tests.Triggers.SignedRequest;

namespace Agnt5.Local.Tests.Triggers;

public sealed class WebhookTests
{
    private const string Body = """{"id":"evt_1","type":"payment_intent.succeeded","action":"opened","event_id":"Ev1","event":{"type":"app_mention"},"note":"Zoë \u0022"}""";

    private static readonly string[] Names = ["standard", "sentry", "stripe", "github", "slack"];

    public static TheoryData<string> Sources => [.. Names];

    [Theory]
    [InlineData("standard", "standard.order.created", "msg_1")]
    [InlineData("sentry", "sentry.issue.opened", "req_1")]
    [InlineData("stripe", "stripe.payment_intent.succeeded", "evt_1")]
    [InlineData("github", "github.issues.opened", "guid-1")]
    [InlineData("slack", "slack.app_mention", "Ev1")]
    public void A_webhook_that_its_provider_signed_becomes_an_event(string source, string name, string deliveryId)
    {
        var accepted = Accept(source.ToUpperInvariant(), Of(source, Body));

        Assert.Equal((name, deliveryId), (accepted.EventName, accepted.DeliveryId));
    }

    [Theory]
    [MemberData(nameof(Sources))]
    public void A_workflow_gets_the_text_that_the_provider_signed(string source)
    {
        var accepted = Accept(source, Of(source, Body).With("authorization", "Bearer x").With("cookie", "x").With("x-api-key", "x"));

        using var delivery = JsonDocument.Parse(accepted.Delivery);
        var root = delivery.RootElement;
        Assert.True(root.GetProperty("_webhook").GetBoolean());
        Assert.Equal((source, "int-1", Body), (root.GetProperty("source").GetString(), root.GetProperty("integration_id").GetString(), root.GetProperty("body").GetString()));
        Assert.Equal(accepted.EventName, $"{source}.{root.GetProperty("event_type").GetString()}");
        Assert.Equal(NowSeconds, root.GetProperty("timestamp").GetInt64());
        Assert.Equal(source != "slack", root.TryGetProperty("idempotency_key", out _));
        Assert.Contains(root.GetProperty("headers").EnumerateObject(), header => header.Name.Contains("signature", StringComparison.Ordinal));
        Assert.DoesNotContain(root.GetProperty("headers").EnumerateObject(), static header => header.Name is "authorization" or "cookie" or "x-api-key");
    }

    [Fact]
    public void A_delivery_is_the_data_of_its_event()
    {
        var accepted = Accept("github", Of("github", Body));
        var happened = new PublishedEvent { EventId = "evt_x", Name = accepted.EventName, Source = "github", TimestampNs = 1, Data = accepted.Delivery };

        using var envelope = JsonDocument.Parse(EventEnvelopeWriter.Write(happened, EventTarget.Environment("production"), "dep_1"));

        var sent = envelope.RootElement.GetProperty("event");
        Assert.Equal("github.issues.opened", sent.GetProperty("name").GetString());
        Assert.Equal("guid-1", sent.GetProperty("data").GetProperty("idempotency_key").GetString());
    }

    [Theory]
    [MemberData(nameof(Sources))]
    public void A_webhook_that_another_signed_starts_nothing(string source)
    {
        Assert.Equal((401, "WEBHOOK_SIGNATURE_INVALID"), Refuse(source, Of(source, Body, secret: "another")));
        Assert.Equal((401, "WEBHOOK_SIGNATURE_INVALID"), Refuse(source, Of(source, Body) with { Body = Encoding.UTF8.GetBytes(Body + " ") }));
    }

    [Theory]
    [MemberData(nameof(Sources))]
    public void A_webhook_that_nobody_signed_starts_nothing(string source)
    {
        var signed = Of(source, Body);
        var header = signed.Headers.Keys.Single(static name => name.Contains("signature", StringComparison.Ordinal));

        Assert.Equal((401, "WEBHOOK_SIGNATURE_MISSING"), Refuse(source, signed.With(header, null)));
        Assert.Equal((401, "WEBHOOK_SIGNATURE_MISSING"), Refuse(source, signed.With(header, "  ")));
        Assert.Equal(401, Refuse(source, signed.With(header, "nonsense")).Status);
        Assert.Equal(401, Refuse(source, signed.With(header, string.Join(' ', Enumerable.Repeat("v1,AAAA", 10_000)))).Status);
        Assert.Equal(401, Refuse(source, signed.With(header, signed.Headers[header][..^1])).Status);
    }

    [Theory]
    [InlineData("standard")]
    [InlineData("stripe")]
    [InlineData("slack")]
    public void A_webhook_that_somebody_kept_starts_nothing_later(string source)
    {
        Assert.IsType<WebhookAccepted>(Receive(source, Of(source, Body, seconds: NowSeconds - 300)));
        Assert.IsType<WebhookAccepted>(Receive(source, Of(source, Body, seconds: NowSeconds + 300)));
        Assert.Equal((401, "WEBHOOK_SIGNATURE_EXPIRED"), Refuse(source, Of(source, Body, seconds: NowSeconds - 301)));
        Assert.Equal((401, "WEBHOOK_SIGNATURE_EXPIRED"), Refuse(source, Of(source, Body, seconds: NowSeconds + 301)));
        Assert.Equal((401, "WEBHOOK_SIGNATURE_EXPIRED"), Refuse(source, Of(source, Body, seconds: 0)));
        Assert.Equal((401, "WEBHOOK_TIMESTAMP_INVALID"), Refuse(source, Of(source, Body, seconds: -1)));
        Assert.Equal((401, "WEBHOOK_TIMESTAMP_INVALID"), Refuse(source, Of(source, Body, seconds: long.MaxValue)));
    }

    [Fact]
    public void A_secret_of_the_standard_may_be_base64_as_its_providers_show_it()
    {
        var key = Enumerable.Range(1, 24).Select(static value => (byte)value).ToArray();
        var request = Of("standard", Body).With("webhook-signature", "v1," + Convert.ToBase64String(Mac(key, $"msg_1.{NowSeconds}.{Body}")));

        Assert.IsType<WebhookAccepted>(WebhookIntake.Receive("standard", request, "whsec_" + Convert.ToBase64String(key), NowMs));
    }

    [Fact]
    public void While_a_secret_is_changed_either_signature_counts()
    {
        var standard = Of("standard", Body);
        Assert.IsType<WebhookAccepted>(Receive("standard", standard.With("webhook-signature", "v1,AAAA v2,x " + standard.Headers["webhook-signature"])));

        var other = Hex("old", $"{NowSeconds}.{Body}");
        Assert.IsType<WebhookAccepted>(Receive("stripe", Request(Body, ("stripe-signature", $"t={NowSeconds}, v1={other}, v1={Hex(Secret, $"{NowSeconds}.{Body}")}"))));
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    public void An_integration_without_a_secret_trusts_nobody(string secret) =>
        Assert.Equal("WEBHOOK_SECRET_REQUIRED", Assert.IsType<WebhookRefused>(WebhookIntake.Receive("github", Of("github", Body, secret: " "), secret, NowMs)).Code);

    [Fact]
    public void A_source_that_nobody_knows_is_named_in_the_error()
    {
        var refused = Assert.IsType<WebhookRefused>(Receive("gitlab", Of("github", Body)));

        Assert.Equal((404, "WEBHOOK_SOURCE_UNKNOWN", "There is no webhook source 'gitlab': use 'standard', 'sentry', 'stripe', 'github' or 'slack'."), (refused.Status, refused.Code, refused.Message));
    }

    [Fact]
    public void A_push_has_no_action_and_is_an_event_all_the_same() => Assert.Equal("github.issues", Accept("github", Of("github", "{}")).EventName);

    [Theory]
    [InlineData("stripe", "{}")]
    [InlineData("stripe", """{"type":7}""")]
    [InlineData("stripe", """{"type":"\ud800"}""")]
    [InlineData("stripe", """{"type":"a\u0000b"}""")]
    [InlineData("slack", "payload=%7B%7D")]
    [InlineData("slack", "")]
    [InlineData("slack", """{"event":[],"type":" "}""")]
    public void A_webhook_that_does_not_say_what_happened_starts_nothing(string source, string body) => Assert.Equal((400, "WEBHOOK_EVENT_MISSING"), Refuse(source, Of(source, body)));

    [Fact]
    public void A_body_that_is_no_text_starts_nothing()
    {
        byte[] body = [0x7b, 0xff, 0x7d];
        var signature = Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), body));
        var request = Request("", ("x-github-event", "push"), ("x-hub-signature-256", $"sha256={signature}")) with { Body = body };

        Assert.Equal((400, "WEBHOOK_BODY_INVALID"), Refuse("github", request));
    }

    [Fact]
    public void No_request_makes_the_intake_throw()
    {
        string[] texts = ["", ",", "t=", "t=1,v1=", "v1,", "v1,=", "sha256=", "v0=zz", "\ud800", new('9', 400), new(',', 100_000), "t=9999999999999999999,v1=00", "\0"];
        string[] names =
        [
            "webhook-id", "webhook-timestamp", "webhook-signature", "webhook-event", "sentry-hook-signature", "sentry-hook-resource", "stripe-signature", "x-hub-signature-256", "x-github-event",
            "x-slack-signature", "x-slack-request-timestamp",
        ];
        for (var seed = 0; seed < 3_000; seed++)
        {
            var random = new Random(seed);
            var source = Names[random.Next(Names.Length)];
            var request = Of(source, random.Next(2) == 0 ? Body : texts[random.Next(texts.Length)]);
            for (var i = random.Next(4); i > 0; i--)
                request = request.With(names[random.Next(names.Length)], random.Next(4) == 0 ? null : texts[random.Next(texts.Length)]);

            Assert.NotNull(WebhookIntake.Receive(source, request, Secret, random.Next(3) == 0 ? random.NextInt64(long.MinValue, long.MaxValue) : NowMs));
        }
    }

    private static WebhookResult Receive(string source, WebhookRequest request) => WebhookIntake.Receive(source, request, $" {Secret} ", NowMs);

    private static WebhookAccepted Accept(string source, WebhookRequest request) => Assert.IsType<WebhookAccepted>(Receive(source, request));

    private static (int Status, string Code) Refuse(string source, WebhookRequest request)
    {
        var refused = Assert.IsType<WebhookRefused>(Receive(source, request));
        Assert.DoesNotContain(Secret, refused.Message, StringComparison.Ordinal);
        return (refused.Status, refused.Code);
    }
}
