namespace Agnt5.Execution;

/// <summary>
/// A durable call as the workflow's code makes it: each kind fills in what is its own about the way that all of them go (<see cref="DurableCall.Run"/>). Where the call is not recorded yet, it
/// opens an <see cref="OpenOperation{T}"/>, which fills in the rest of the way.
/// </summary>
/// <remarks>Calls are values, so that one that is replayed costs no object.</remarks>
/// <typeparam name="T">What the code gets.</typeparam>
internal interface IDurableCall<T>
{
    /// <summary>The method as the user called it, for messages.</summary>
    string Method { get; }

    /// <summary>What the user called the operation, for messages.</summary>
    string? Name { get; }

    /// <summary>Refuses arguments that nothing could be done with.</summary>
    /// <exception cref="ArgumentException">An argument is such a one.</exception>
    void Validate();

    /// <summary>Finds the key of the call's record, and sees to it that no other call has it.</summary>
    /// <exception cref="NonRetryableException">Another one has.</exception>
    void Claim();

    /// <summary>Looks the call up in the checkpoint.</summary>
    /// <returns>The recorded result or failure, which comes when its turn does (see <see cref="Deliveries"/>); <see langword="null"/> when there is none.</returns>
    /// <exception cref="NonRetryableException">The record cannot be read.</exception>
    Task<T>? Replay();

    /// <summary>Begins what is not recorded.</summary>
    /// <exception cref="NonRetryableException">It could not be recorded.</exception>
    Task<T> Open();
}
