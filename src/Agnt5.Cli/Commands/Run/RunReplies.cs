using System.Text.Json;
using Agnt5.Cli.Input;

namespace Agnt5.Cli.Commands.Run;

/// <summary>What the command line has to say to a run: answers in order, and signals by name in order.</summary>
internal sealed class RunReplies
{
    private readonly Queue<string> _answers;
    private readonly List<(string Name, JsonElement Payload)> _signals;

    private RunReplies(Queue<string> answers, List<(string Name, JsonElement Payload)> signals) => (_answers, _signals) = (answers, signals);

    /// <summary>What nobody asked for yet, in words, or <see langword="null"/>.</summary>
    public string? Unused => (_answers.Count, _signals.Count) switch
    {
        (0, 0) => null,
        (var answers, 0) => $"{answers} of the answers nobody asked for",
        (0, var signals) => $"{signals} of the signals nobody waited for",
        var (answers, signals) => $"{answers} of the answers and {signals} of the signals nobody wanted",
    };

    /// <exception cref="CliException">A payload is no JSON.</exception>
    public static async Task<RunReplies> ReadAsync(IEnumerable<string> answers, IEnumerable<string> signals, CancellationToken cancellationToken)
    {
        List<(string, JsonElement)> sent = [];
        foreach (var signal in signals)
        {
            var (name, payload) = signal.IndexOf('=', StringComparison.Ordinal) is var at and >= 0 ? (signal[..at], signal[(at + 1)..]) : (signal, "{}");
            if (name.Length == 0)
                throw new CliException(ExitCodes.Usage, "SIGNAL_INVALID", "--signal has no name. Write it as name=JSON.");
            sent.Add((name, await JsonArgument.ReadAsync(payload, $"--signal {name}", cancellationToken).ConfigureAwait(false)));
        }

        return new(new(answers), sent);
    }

    public bool TryTakeAnswer(out string answer) => _answers.TryDequeue(out answer!);

    public bool TryTakeSignal(string name, out JsonElement payload)
    {
        var at = _signals.FindIndex(signal => signal.Name == name);
        payload = at < 0 ? default : _signals[at].Payload;
        if (at >= 0)
            _signals.RemoveAt(at);
        return at >= 0;
    }
}
