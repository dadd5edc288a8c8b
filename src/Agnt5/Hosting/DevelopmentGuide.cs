using Agnt5.Generated;
using Agnt5.Hosting;
using Agnt5.Protocol;

namespace Agnt5;

/// <summary>What a developer wants to know after the first start: what is served, and a command that calls it.</summary>
public static class DevelopmentGuide
{
    /// <summary>Prints the guide: a command for PowerShell on Windows and where PowerShell started the program, for bash elsewhere. No secret is ever shown.</summary>
    /// <param name="address">Where the endpoint is mounted, as a program on this machine reaches it: <c>http://127.0.0.1:8787</c>.</param>
    /// <param name="catalog">The components.</param>
    /// <param name="options">The endpoint's options.</param>
    /// <param name="secretFile">What <see cref="DevelopmentSecret.MakeIfMissing"/> returned: the command reads the secret from this file.</param>
    /// <param name="output">Where it goes, for example <see cref="Console.Out"/>.</param>
    public static void Print(Uri address, ComponentCatalog catalog, ServerlessOptions options, string? secretFile, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(address);
        ArgumentNullException.ThrowIfNull(catalog);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(output);
        // Written at once: the lines of others, who write from other threads, must not stand inside of the command.
        using var text = new StringWriter { NewLine = output.NewLine };
        Write(text, address.AbsoluteUri.TrimEnd('/'), catalog, options, secretFile);
        output.Write(text.ToString().ReplaceLineEndings(output.NewLine));
    }

    private static void Write(StringWriter output, string url, ComponentCatalog catalog, ServerlessOptions options, string? secretFile)
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

        var isLocked = !options.HasSigningSecret && !options.AllowUnsigned;
        if (secretFile is not null || isLocked)
        {
            output.WriteLine();
            output.WriteLine(secretFile is not null
                ? $"No signing secret is configured, so this project has one for Development alone. It is kept in {secretFile}: delete the file for another one."
                : $"No signing secret is configured{(options.SecretProblem is { } problem ? $", and {problem}" : "")}: set AGNT5_SERVERLESS_SIGNING_SECRET and start again.");
        }

        if (isLocked)
            return;

        output.WriteLine();
        output.WriteLine($"Try it from another terminal, in {InvokeCommand.Shell}:");
        output.WriteLine();
        output.WriteLine(InvokeCommand.For(url, ExampleBody(catalog), secretFile, options.HasSigningSecret ? "the signing secret that you configured" : "unsigned"));
        output.WriteLine();
        output.WriteLine("Once it is deployed behind HTTPS, register it: agnt5 serverless sync https://YOUR-HOST --provider http --signing-secret-env AGNT5_SERVERLESS_SIGNING_SECRET");
        output.WriteLine();
    }

    private static string ExampleBody(ComponentCatalog catalog)
    {
        var component = First(ComponentType.Agent) ?? First(ComponentType.Workflow) ?? catalog.Components[0];
        return $$"""{"component_type":"{{component.Type.ToWireName()}}","component_name":"{{component.Name}}","input":{{ExampleInput.Of(component, catalog)}}}""";

        ComponentDescriptor? First(ComponentType type) => catalog.Components.FirstOrDefault(component => component.Type == type);
    }
}
