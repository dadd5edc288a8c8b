using System.Text.Json;
using Agnt5.Cli.Input;

namespace Agnt5.Cli.Commands.Smoke;

/// <summary>A component that a check invokes, and the input that it gets.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Input">The input.</param>
internal sealed record SmokeTarget(string Name, JsonElement Input)
{
    /// <summary>How it is given, for descriptions.</summary>
    public const string Form = "name=json";

    /// <summary>Reads <c>name=json</c>. Without JSON the input is an empty object.</summary>
    /// <exception cref="CliException">It is no JSON.</exception>
    public static async Task<SmokeTarget> ReadAsync(string argument, string option, CancellationToken cancellationToken)
    {
        var parts = argument.Split('=', 2);
        return new(parts[0], await JsonArgument.ReadAsync(parts is [_, var json] ? json : "{}", option, cancellationToken).ConfigureAwait(false));
    }
}
