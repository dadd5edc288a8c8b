using System.Diagnostics.CodeAnalysis;

namespace Agnt5.Protocol;

/// <summary>What was asked for, or the failure that answers the request in its place. It is read in one way, so that neither is taken for the other.</summary>
internal readonly struct Result<T>
    where T : class
{
    private readonly T? _value;
    private readonly Failure? _failure;

    private Result(T? value, Failure? failure) => (_value, _failure) = (value, failure);

    public static implicit operator Result<T>(T value) => new(value, failure: null);

    public static implicit operator Result<T>(Failure failure) => new(value: null, failure);

    /// <summary>Reads the result.</summary>
    /// <param name="value">What was asked for.</param>
    /// <param name="failure">Why there is none.</param>
    /// <returns>Whether there is a value.</returns>
    /// <exception cref="InvalidOperationException">Nobody made the result: it is a default.</exception>
    public bool TryGet([NotNullWhen(true)] out T? value, [NotNullWhen(false)] out Failure? failure)
    {
        value = _value;
        failure = null;
        if (value is not null)
            return true;

        failure = _failure ?? throw new InvalidOperationException("There is neither a value nor a failure.");
        return false;
    }
}
