using System.Diagnostics.CodeAnalysis;

namespace Agnt5.Protocol;

/// <summary>A value, or the failure that answers the request instead. There is one way to read it, so that neither is taken for the other.</summary>
internal readonly struct Result<T>
    where T : class
{
    private readonly T? _value;
    private readonly Failure? _failure;

    private Result(T? value, Failure? failure) => (_value, _failure) = (value, failure);

    public static implicit operator Result<T>(T value) => new(value, failure: null);

    public static implicit operator Result<T>(Failure failure) => new(value: null, failure);

    /// <summary>Reads the result.</summary>
    /// <param name="value">The value.</param>
    /// <param name="failure">The failure.</param>
    /// <returns>Whether there is a value.</returns>
    /// <exception cref="InvalidOperationException">The result is a default value, which has neither.</exception>
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
