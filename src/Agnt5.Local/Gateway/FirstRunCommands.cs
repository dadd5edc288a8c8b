using Agnt5.Generated;
using Agnt5.Hosting;
using Agnt5.Protocol;

namespace Agnt5.Local.Gateway;

/// <summary>The commands of the guide, in the words of the shell that a developer most likely has.</summary>
/// <param name="url">Where the gateway is.</param>
/// <param name="component">The component to run.</param>
/// <param name="catalog">Its catalog.</param>
internal sealed class FirstRunCommands(string url, ComponentDescriptor component, ComponentCatalog catalog)
{
    private const string PowerShell = "PowerShell";

    /// <summary>The shell that the commands are for.</summary>
    public static string Shell => InvokeCommand.Shell;

    private static bool IsForPowerShell => Shell == PowerShell;

    /// <summary>Starts a run, and shows its end or what it waits for.</summary>
    public string Start => Post($"/v1/{component.Type.ToWireName()}s/{component.Name}/run", ExampleInput.Of(component, catalog));

    /// <summary>Approves, and skips the sleep behind the question.</summary>
    public string Answer => Post("/v1/workflows/resume/last", """{"user_response":"approve","skip_sleep":true}""");

    /// <summary>Puts the key into a variable; <see langword="null"/> where it is in no file and nobody configured it.</summary>
    public static string? HeaderOf(LocalAgnt5Service local) => (local.KeyFile, IsForPowerShell) switch
    {
        ({ } file, false) => $"""KEY="X-API-KEY: $(cat '{file.Replace("'", "'\\''", StringComparison.Ordinal)}')" """.TrimEnd(),
        ({ } file, true) => $$"""$key = @{ 'X-API-KEY' = Get-Content -LiteralPath '{{file.Replace("'", "''", StringComparison.Ordinal)}}' }""",
        (null, _) when !local.HasConfiguredKey => null,
        (null, false) => "KEY='X-API-KEY: the key that you configured'",
        (null, true) => "$key = @{ 'X-API-KEY' = 'the key that you configured' }",
    };

    private string Post(string path, string json) => IsForPowerShell
        ? $"(Invoke-WebRequest {url}{path} -UseBasicParsing -Method Post -Headers $key -Body '{json.Replace("'", "''", StringComparison.Ordinal)}').Content"
        : $"""curl -s -w '\n' {url}{path} -H "$KEY" -d '{json.Replace("'", "'\\''", StringComparison.Ordinal)}'""";
}
