using System.Text;
using Agnt5.Local.Engine.Runs;
using Agnt5.Local.Hosting;
using Agnt5.Local.Hosting.Runs;

namespace Agnt5.LocalCrash;

/// <summary>Does what a line of the input asks for: a number, a word and its arguments. The answer is a line with the same number.</summary>
internal sealed class Commands(LocalEngine engine, TextWriter output)
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(5);

    public async Task DoAsync(string line)
    {
        var parts = line.Split(' ');
        string answer;
        try
        {
            answer = "ok " + await AnswerAsync(parts[1], parts[2], parts.Length > 3 ? parts[3] : "").ConfigureAwait(false);
        }
        catch (EngineException exception)
        {
            answer = $"refused {exception.Code}";
        }

        lock (output)
            output.WriteLine($"{parts[0]} {answer}");
    }

    private async Task<string> AnswerAsync(string word, string name, string argument) => word switch
    {
        "submit" => (await engine.SubmitAsync(Request(name, argument)).ConfigureAwait(false)).Run.Spec.RunId,
        "answer" => RunStatus.Of((await engine.AnswerAsync(name, argument).ConfigureAwait(false)).Phase),
        "signal" => (await engine.SignalAsync(name, "paid", Encoding.UTF8.GetBytes($"\"{argument}\"")).ConfigureAwait(false)).SignalId,
        "cancel" => RunStatus.Of((await engine.CancelAsync(name).ConfigureAwait(false)).Phase),
        "wait" => await WaitAsync(name).ConfigureAwait(false),
        _ => throw new ArgumentException($"There is no command {word}."),
    };

    private static RunRequest Request(string component, string key) => new()
    {
        ComponentType = component == "crash_flaky" ? "function" : "workflow",
        ComponentName = component,
        Input = Encoding.UTF8.GetBytes($$"""{"key":"{{key}}"}"""),
        IdempotencyKey = key,
    };

    /// <summary>Waits until a run has ended, or somebody outside must do something.</summary>
    private async Task<string> WaitAsync(string runId)
    {
        while (true)
        {
            var run = await engine.WaitAsync(runId, RunStop.EndedOrPaused).ConfigureAwait(false);
            if (run.HasEnded)
                return RunStatus.Of(run.Phase);
            if (run.Pause is QuestionPause)
                return "question";
            if (run.Pause is SignalPause)
                return "signal";
            await Task.Delay(BetweenLooks).ConfigureAwait(false);
        }
    }
}
