namespace Agnt5.Execution;

/// <summary>
/// A durable call of the workflow's code. Each kind of call implements its part of the common sequence (<see cref="DurableCall.Run"/>). A call that is not recorded yet opens an
/// <see cref="OpenOperation{T}"/>, which implements the rest.
/// </summary>
/// <remarks>Calls are structs, so a replayed call allocates no object.</remarks>
/// <typeparam name="T">The type of the result that the code gets.</typeparam>
internal interface IDurableCall<T>
{
    /// <summary>The method that the user called, for messages.</summary>
    string Method { get; }

    /// <summary>The user's name of the operation, for messages.</summary>
    string? Name { get; }

    /// <summary>Checks the arguments.</summary>
    /// <exception cref="ArgumentException">An argument is invalid.</exception>
    void Validate();

    /// <summary>Finds the key of the call's record, and makes sure that no other call uses it.</summary>
    /// <exception cref="NonRetryableException">Another call uses the key.</exception>
    void Claim();

    /// <summary>Looks the call up in the checkpoint.</summary>
    /// <returns>The recorded result or failure, delivered when its turn comes (see <see cref="Deliveries"/>); <see langword="null"/> when nothing is recorded.</returns>
    /// <exception cref="NonRetryableException">The record cannot be read.</exception>
    Task<T>? Replay();

    /// <summary>Begins the operation of a call that is not recorded.</summary>
    /// <exception cref="NonRetryableException">The operation could not be recorded.</exception>
    Task<T> Open();
}
