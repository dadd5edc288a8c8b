using System.Globalization;
using System.Text.Json;
using Agnt5.Local.Engine.Runs;
using Agnt5.Testing.Json;
using Agnt5.Testing.Recording;

namespace Agnt5.Testing.Exploring.Scripts;

/// <summary>The world around one run: what is left of its script. It decides how a paused run goes on.</summary>
/// <param name="script">The script.</param>
/// <param name="payloads">The payloads of its signals as JSON text, in order.</param>
/// <param name="clock">The clock, which moves to when the run goes on.</param>
internal sealed class ScriptedWorld(Script script, IReadOnlyList<string> payloads, ExploreClock clock)
{
    private readonly int[] _failuresLeft = [.. script.Failures.Select(static failure => failure.Times)];
    private readonly bool[] _sent = new bool[script.Signals.Count];

    /// <summary>How many failures of each plan are left. What a slice took whose answer is lost is given back.</summary>
    public IReadOnlyList<int> FailuresLeft
    {
        get => _failuresLeft.Length == 0 ? _failuresLeft : [.. _failuresLeft];
        set
        {
            for (var i = 0; i < _failuresLeft.Length; i++)
                _failuresLeft[i] = value[i];
        }
    }

    /// <summary>Takes the failure of an attempt, or returns <see langword="null"/> when it may go on.</summary>
    public Exception? TakeFailure(string key)
    {
        for (var i = 0; i < _failuresLeft.Length; i++)
        {
            if (_failuresLeft[i] > 0 && StepPlans.Means(script.Failures[i].Step, key))
            {
                _failuresLeft[i]--;
                return script.Failures[i].Failure;
            }
        }

        return null;
    }

    /// <summary>Moves the clock to when a paused run goes on.</summary>
    /// <returns>How it goes on.</returns>
    public WakeUp WaitFor(Pause pause)
    {
        switch (pause)
        {
            case TimerPause timer:
                clock.MoveTo(timer.ReadyAtMs);
                return new WakeUp("wakes up");
            case QuestionPause question:
                return Answer(question) is { } answer
                    ? new WakeUp($"is answered {answer}", ("user_response", answer), ("pause_index", question.PauseIndex.ToString(CultureInfo.InvariantCulture)))
                    : TimeOut(pause) ?? WakeUp.Never($"Nobody answers '{question.Question}'. Add an answer to the options: options.Answer(\"{question.Question}\", \"…\").");
            case SignalPause signal:
                return Send(signal.SignalName) is { } payload
                    ? new WakeUp($"gets {signal.SignalName} {payload}", ("signal_name", signal.SignalName), ("waiting_step", signal.WaitingStep), ("signal_payload", payload))
                    : TimeOut(pause) ?? WakeUp.Never($"Nobody sends the signal {signal.SignalName}. Add it to the options: options.Signal(\"{signal.SignalName}\", payload).");
            default:
                return new WakeUp("goes on");
        }
    }

    private string? Answer(QuestionPause question)
    {
        if (script.Answers.TryGetValue(question.Question, out var answer))
            return answer;
        return question.InputType switch
        {
            "approval" => "approve",
            "select" => FirstOption(question),
            "multiselect" => FirstOption(question) is { } option ? JsonSerializer.Serialize([option], AnswerJson.Default.StringArray) : null,
            _ => question.Skippable ? "__skipped__" : null,
        };
    }

    private static string? FirstOption(QuestionPause question) => TestJson.Parse(question.Options).EnumerateArray().Select(static option => option.Text("id")).FirstOrDefault();

    private string? Send(string name)
    {
        for (var i = 0; i < _sent.Length; i++)
        {
            if (!_sent[i] && script.Signals[i].Name == name)
            {
                _sent[i] = true;
                return payloads[i];
            }
        }

        return null;
    }

    // A wait that runs out fails the run, as on AGNT5. A timer beside it wakes the run.
    private WakeUp? TimeOut(Pause pause)
    {
        if (pause.BesideAtMs is { } beside && !(pause.TimesOutAtMs <= beside))
        {
            clock.MoveTo(beside);
            return new WakeUp("wakes up beside its wait");
        }

        if (pause.TimesOutAtMs is null)
            return null;
        return new WakeUp("waits in vain") { TimesOut = true };
    }
}
