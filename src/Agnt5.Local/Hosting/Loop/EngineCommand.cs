namespace Agnt5.Local.Hosting.Loop;

/// <summary>A caller's wish. The caller gets the answer once it is durable.</summary>
/// <param name="apply">
/// What is to be done. It checks first and changes after: what it has changed before it throws an <see cref="EngineException"/> stays.
/// </param>
internal sealed class EngineCommand<T>(Func<Transaction, T> apply) : EngineWork
{
    private readonly TaskCompletionSource<T> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T _result = default!;

    public Task<T> Done => _done.Task;

    public override bool IsCommand => true;

    public override void Apply(Transaction transaction) => _result = apply(transaction);

    public override void Committed() => _done.TrySetResult(_result);

    public override bool Failed(Exception why)
    {
        _done.TrySetException(why as EngineException ?? new EngineException(
            EngineErrorKind.Internal, EngineErrorCodes.Bug, "The engine could not do this because of an error of its own. Its log has the reason; please report it.", why));
        return false;
    }
}
