using System.Text.Json;
using Agnt5.Generated;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Agnt5.AspNetCore;

/// <summary>What a developer wants to know after the first start: what is served, and a command that calls it.</summary>
internal static class DevelopmentGuide
{
    public static void Print(WebApplication app, TextWriter output)
    {
        var address = app.Urls.First()
            .Replace("://0.0.0.0", "://127.0.0.1", StringComparison.Ordinal)
            .Replace("://[::]", "://127.0.0.1", StringComparison.Ordinal);
        var catalog = app.Services.GetRequiredService<ComponentCatalog>();

        output.WriteLine();
        output.WriteLine($"AGNT5 endpoint at {address}");
        output.WriteLine($"  manifest  {address}{ServerlessEndpoint.ManifestPath}");
        foreach (var component in catalog.Components)
            output.WriteLine($"  {Word(component.Type),-9} {component.Name}");
        if (catalog.Components.Count == 0)
        {
            output.WriteLine("  no components yet: mark a method with [Workflow], [Function], [Tool] or [Agent]");
            return;
        }

        var made = app.Services.GetRequiredService<DevelopmentSecret>().Value;
        if (made is not null)
        {
            output.WriteLine();
            output.WriteLine("No signing secret is configured, so one was made for this run, which only Development does.");
        }

        output.WriteLine();
        output.WriteLine("Try it from another terminal:");
        output.WriteLine();
        var options = app.Services.GetRequiredService<IOptions<ServerlessOptions>>().Value;
        output.WriteLine(InvokeSnippet(address, catalog, made is not null ? $"'{made}'" : SecretVariable(options)));
        output.WriteLine();
        output.WriteLine("Once it is deployed behind HTTPS, register it: agnt5 serverless sync https://YOUR-HOST --provider http --signing-secret-env AGNT5_SERVERLESS_SIGNING_SECRET");
        output.WriteLine();
    }

    // A configured secret is never shown.
    private static string SecretVariable(ServerlessOptions options) =>
        options.HasSigningSecret ? "'the signing secret that you configured'" : "unsigned";

    private static string InvokeSnippet(string address, ComponentCatalog catalog, string secret)
    {
        var component = First(ComponentType.Agent) ?? First(ComponentType.Workflow) ?? catalog.Components[0];
        var body = $$"""{"component_type":"{{Word(component.Type)}}","component_name":"{{component.Name}}","input":{{ExampleInput.Of(component, catalog)}}}""";
        return $"""
              SECRET={secret}
              BODY='{body.Replace("'", "'\\''", StringComparison.Ordinal)}'
              TIME=$(date +%s)000
              MAC=$(printf '%s' "$TIME.try-1:0.$BODY" | openssl dgst -sha256 -hmac "$SECRET" | sed 's/^.* //')
              curl -s {address}{ServerlessEndpoint.InvokePath} -H 'Content-Type: application/json' \
                -H 'X-AGNT5-Signature-Version: workerless-hmac-sha256.v1' -H "X-AGNT5-Timestamp: $TIME" \
                -H 'X-AGNT5-Attempt-ID: try-1:0' -H "X-AGNT5-Signature: sha256=$MAC" --data-binary "$BODY"
            """;

        ComponentDescriptor? First(ComponentType type) => catalog.Components.FirstOrDefault(component => component.Type == type);
    }

    private static string Word(ComponentType type) => JsonNamingPolicy.SnakeCaseLower.ConvertName(type.ToString());
}
