using System.CommandLine;

namespace Agnt5.Cli.Connections;

/// <summary>Further headers of requests to an endpoint, whose values are in variables: a host in front of the endpoint may want them.</summary>
internal static class EndpointHeaders
{
    /// <summary>The headers, each with the name of its variable.</summary>
    public static Option<string[]> Variables { get; } = new("--invoke-header-env")
    {
        Description = "A further header of each request, with the variable that holds its value. Repeat it for more.",
        HelpName = "header=name",
    };

    public static void AddTo(Command command)
    {
        command.Options.Add(Variables);
        command.Validators.Add(static result =>
        {
            if (result.GetValue(Variables) is { } headers && headers.Any(static header => header.IndexOf('=', StringComparison.Ordinal) is < 1))
                result.AddError("--invoke-header-env is written as header=NAME.");
        });
    }

    /// <exception cref="CliException">A variable is not set.</exception>
    public static IReadOnlyDictionary<string, string> Read(ParseResult parsed)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var pair in (parsed.GetValue(Variables) ?? []).Select(static header => header.Split('=', 2)))
            headers[pair[0]] = SecretOptions.FromVariable(pair[1]);
        return headers;
    }
}
