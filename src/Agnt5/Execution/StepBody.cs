using System.Text.Json.Serialization.Metadata;
using Agnt5.Generated;
using Agnt5.Json;
using Agnt5.Json.Reading;
using Agnt5.Primitives;

namespace Agnt5.Execution;

/// <summary>The body of a step. It also writes the result for the checkpoint and reads it back.</summary>
internal readonly struct StepBody<T>
{
    // As the user gave it: to wrap it would cost each replayed call two objects for a body that does not run.
    private readonly Delegate _body;
    private readonly Form _form;
    private readonly JsonTypeInfo<T>? _resultType;

    public StepBody(Func<CancellationToken, Task<T>> body, JsonTypeInfo<T> resultType) => (_body, _form, _resultType) = (body, Form.Result, resultType);

    public StepBody(Func<Task<T>> body, JsonTypeInfo<T> resultType) => (_body, _form, _resultType) = (body, Form.ResultWithoutToken, resultType);

    public StepBody(Func<T> body, JsonTypeInfo<T> resultType) => (_body, _form, _resultType) = (body, Form.SynchronousResult, resultType);

    /// <summary>A step without a result, for which <see langword="null"/> is recorded.</summary>
    public StepBody(Func<CancellationToken, Task> body) => (_body, _form) = (body, Form.NoResult);

    /// <inheritdoc cref="StepBody{T}(Func{CancellationToken, Task})"/>
    public StepBody(Func<Task> body) => (_body, _form) = (body, Form.NoResultWithoutToken);

    /// <inheritdoc cref="StepBody{T}(Func{CancellationToken, Task})"/>
    public StepBody(Action body) => (_body, _form) = (body, Form.SynchronousNoResult);

    private enum Form
    {
        Result,
        ResultWithoutToken,
        SynchronousResult,
        NoResult,
        NoResultWithoutToken,
        SynchronousNoResult,
    }

    /// <summary>The reason why no result can be written as JSON, or <see langword="null"/> when results can be written.</summary>
    public string? Problem => _resultType is null ? null : Subtypes.ProblemOf(_resultType);

    public Task<T> RunAsync(CancellationToken cancellationToken) => _form switch
    {
        Form.Result => ((Func<CancellationToken, Task<T>>)_body)(cancellationToken),
        Form.ResultWithoutToken => ((Func<Task<T>>)_body)(),
        Form.SynchronousResult => Task.FromResult(((Func<T>)_body)()),
        _ => RunWithoutResultAsync(cancellationToken),
    };

    /// <summary>Reads a recorded result.</summary>
    public T Read(ReadOnlySpan<byte> recorded) => _resultType is null ? default! : RecordedJson.Read(recorded, _resultType);

    /// <summary>The error of a recorded result that does not bind.</summary>
    /// <param name="key">The step's key.</param>
    /// <param name="recorded">The record.</param>
    /// <param name="failure">The exception of <see cref="Read"/>.</param>
    public NonRetryableException DoesNotBind(string key, ReadOnlySpan<byte> recorded, Exception failure)
    {
        var problems = BindingProblems.Describe(recorded, _resultType!, failure, DocumentDemands.Recorded);
        // Without the cause, whose text may repeat the record.
        return new NonRetryableException(
            $"The recorded result of step '{key}' does not bind to {typeof(T)}: {problems}. Deploy code that reads the recorded result, or start a new run.");
    }

    /// <param name="value">The result.</param>
    /// <param name="shownKey">The step's key as the user knows it, for the message.</param>
    /// <param name="depth">How deep the record may nest.</param>
    /// <exception cref="NonRetryableException">The result could not be replayed.</exception>
    public byte[] Write(T value, string shownKey, JsonDepth depth)
    {
        if (_resultType is null)
            return RecordedValues.Null;

        byte[] json;
        try
        {
            json = BoundJson.Write(value, _resultType);
        }
        catch (Exception exception)
        {
            throw new NonRetryableException($"The result of step '{shownKey}' cannot be written as JSON, so it could not be replayed: {UnwritableException.ProblemOf(exception)}.", exception);
        }

        // A shorter text cannot open and close so many levels.
        if (json.Length > 2 * depth.LevelsOfRecords && depth.ProblemOfRecord(json) is { } problem)
        {
            var advice = problem == JsonDepth.TooCostly ? "or a smaller one" : "or raise MaxJsonDepth";
            throw new NonRetryableException($"The result of step '{shownKey}' {problem}, so no request could bring it back. Return a flatter value, {advice}.");
        }

        if (JsonNesting.IsTooDeepToRead(json, _resultType))
        {
            throw new NonRetryableException(
                $"The result of step '{shownKey}' nests values of its types deeper than {GeneratedJson.TypedDepth} levels, so it could not be read back. Return a flatter value.");
        }

        return json;
    }

    private async Task<T> RunWithoutResultAsync(CancellationToken cancellationToken)
    {
        if (_form == Form.NoResult)
            await ((Func<CancellationToken, Task>)_body)(cancellationToken).ConfigureAwait(false);
        else if (_form == Form.NoResultWithoutToken)
            await ((Func<Task>)_body)().ConfigureAwait(false);
        else
            ((Action)_body)();
        return default!;
    }
}
