using System.CommandLine;
using System.Net.Http.Headers;
using System.Text.Json;
using Agnt5.Cli.Connections;
using Agnt5.Cli.Input;
using Agnt5.Cli.Output;
using Agnt5.Local.Engine.Triggers;

namespace Agnt5.Cli.Commands.Webhook;

/// <summary><c>dotnet agnt5 webhook</c>: signs a delivery as its provider would, and sends it.</summary>
internal static class WebhookCommand
{
    private static readonly Argument<string> Source = new("source") { Description = "The provider: standard, sentry, stripe, github or slack." };
    private static readonly Argument<string> Integration = new("integration") { Description = "The integration's id." };
    private static readonly Option<string?> Event = new("--event") { Description = "What happened, for example issues.opened. Default: what the body says.", HelpName = "type" };
    private static readonly Option<string?> Body = new("--body") { Description = $"The body, sent as it is: {JsonArgument.Forms}. Default: the least that says what happened.", HelpName = "json" };
    private static readonly Option<string?> Id = new("--id") { Description = "The delivery's id. One with the same id counts once. Default: a new one.", HelpName = "text" };
    private static readonly Option<bool> Add = new("--add") { Description = "First adds the integration to the local AGNT5, with the same secret." };

    public static Command Create()
    {
        var command = new Command("webhook", "Signs a sample delivery of a provider's webhook, and sends it.") { Source, Integration, Event, Body, Id, Add };
        SecretOptions.AddTo(command);
        GatewayOptions.AddTo(command);
        command.Validators.Add(static result =>
        {
            if (result.GetValue(Source) is { } source && WebhookSource.Find(source) is null)
                result.AddError($"There is no source '{source}'. Give standard, sentry, stripe, github or slack.");
            if (result.GetValue(Event) is null && (result.GetValue(Body) is null || result.GetValue(Source) is "github" or "sentry"))
                result.AddError("Say what happened with --event, for example --event issues.opened.");
        });
        command.SetAction(SendAsync);
        return command;
    }

    private static async Task<int> SendAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var source = WebhookSource.Find(parsed.GetRequiredValue(Source))!;
        var integration = parsed.GetRequiredValue(Integration);
        var secret = SecretOptions.Read(parsed)
            ?? throw new CliException(ExitCodes.Usage, "SECRET_MISSING", "A webhook is signed with the integration's secret. Name its variable with --secret-env, or its file with --secret-file.");
        var body = parsed.GetValue(Body) is { } given ? await TextArgument.ReadAsync(given, "--body", cancellationToken).ConfigureAwait(false) : null;
        var delivery = WebhookDelivery.Sign(source, secret, parsed.GetValue(Event), body, parsed.GetValue(Id) ?? $"evt_{Guid.NewGuid():N}", TimeProvider.System.GetUtcNow());

        using var routes = GatewayOptions.ConnectLocally(parsed);
        if (parsed.GetValue(Add))
            await routes.PostAsync("/v1/integrations", Integrate, cancellationToken).ConfigureAwait(false);
        var request = new HttpRequestMessage(HttpMethod.Post, $"/v1/events/{source.Name}/{Uri.EscapeDataString(integration)}") { Content = new ByteArrayContent(delivery.Body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        foreach (var (name, value) in delivery.Headers)
            request.Headers.TryAddWithoutValidation(name, value);
        var receipt = await routes.SendAsync(request, cancellationToken).ConfigureAwait(false);
        ReceiptOutput.Write(
            CommandOutput.Of(parsed),
            receipt.Text("event_id") ?? "",
            receipt.Text("event_name") ?? "",
            receipt.Member("duplicate").ValueKind == JsonValueKind.True,
            [.. receipt.Items("run_ids").Select(static id => id.GetString() ?? "")]);
        return ExitCodes.Success;

        void Integrate(Utf8JsonWriter json)
        {
            json.WriteString("source"u8, source.Name);
            json.WriteString("integration_id"u8, integration);
            json.WriteString("secret"u8, secret);
        }
    }
}
