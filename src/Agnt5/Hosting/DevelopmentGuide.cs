using Agnt5.Generated;
using Agnt5.Hosting;
using Agnt5.Protocol;

namespace Agnt5;

/// <summary>What a developer wants to know after the first start: what is served, and a command that calls it.</summary>
public static class DevelopmentGuide
{
    /// <summary>Prints the guide. A configured secret is never shown.</summary>
    /// <param name="address">Where the endpoint is mounted, as a program on this machine reaches it: <c>http://127.0.0.1:8787</c>.</param>
    /// <param name="catalog">The components.</param>
    /// <param name="options">The endpoint's options.</param>
    /// <param name="madeSecret">What <see cref="DevelopmentSecret.MakeIfMissing"/> returned: it is shown.</param>
    /// <param name="output">Where it goes, for example <see cref="Console.Out"/>.</param>
    public static void Print(Uri address, ComponentCatalog catalog, ServerlessOptions options, string? madeSecret, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(address);
        ArgumentNullException.ThrowIfNull(catalog);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(output);
        // Written at once: the lines of a console logger, which writes from another thread, must not stand inside of the command.
        using var text = new StringWriter { NewLine = output.NewLine };
        Write(text, address.AbsoluteUri.TrimEnd('/'), catalog, options, madeSecret);
        output.Write(text.ToString());
    }

    private static void Write(StringWriter output, string url, ComponentCatalog catalog, ServerlessOptions options, string? madeSecret)
    {
        output.WriteLine();
        output.WriteLine($"AGNT5 endpoint at {url}");
        output.WriteLine($"  manifest  {url}{ProtocolRoutes.ManifestPath}");
        foreach (var component in catalog.Components)
            output.WriteLine($"  {component.Type.ToWireName(),-9} {component.Name}");
        if (catalog.Components.Count == 0)
        {
            output.WriteLine("  no components yet: mark a method with [Workflow], [Function], [Tool] or [Agent]");
            return;
        }

        if (madeSecret is not null)
        {
            output.WriteLine();
            output.WriteLine("No signing secret is configured, so one was made for this run, which only Development does.");
        }

        output.WriteLine();
        output.WriteLine("Try it from another terminal:");
        output.WriteLine();
        output.WriteLine(InvokeSnippet(url, catalog, madeSecret is not null ? $"'{madeSecret}'" : SecretVariable(options)));
        output.WriteLine();
        output.WriteLine("Once it is deployed behind HTTPS, register it: agnt5 serverless sync https://YOUR-HOST --provider http --signing-secret-env AGNT5_SERVERLESS_SIGNING_SECRET");
        output.WriteLine();
    }

    private static string SecretVariable(ServerlessOptions options) =>
        options.HasSigningSecret ? "'the signing secret that you configured'" : "unsigned";

    private static string InvokeSnippet(string url, ComponentCatalog catalog, string secret)
    {
        var component = First(ComponentType.Agent) ?? First(ComponentType.Workflow) ?? catalog.Components[0];
        var body = $$"""{"component_type":"{{component.Type.ToWireName()}}","component_name":"{{component.Name}}","input":{{ExampleInput.Of(component, catalog)}}}""";
        return $"""
              SECRET={secret}
              BODY='{body.Replace("'", "'\\''", StringComparison.Ordinal)}'
              TIME=$(date +%s)000
              MAC=$(printf '%s' "$TIME.try-1:0.$BODY" | openssl dgst -sha256 -hmac "$SECRET" | sed 's/^.* //')
              curl -s {url}{ProtocolRoutes.InvokePath} -H 'Content-Type: application/json' \
                -H 'X-AGNT5-Signature-Version: workerless-hmac-sha256.v1' -H "X-AGNT5-Timestamp: $TIME" \
                -H 'X-AGNT5-Attempt-ID: try-1:0' -H "X-AGNT5-Signature: sha256=$MAC" --data-binary "$BODY"
            """;

        ComponentDescriptor? First(ComponentType type) => catalog.Components.FirstOrDefault(component => component.Type == type);
    }
}
