namespace Agnt5.Execution;

/// <summary>What a scheduler runs, besides code: the slice.</summary>
internal interface ISliceWork
{
    /// <summary>Called when every continuation has run, while nothing else of the slice can run.</summary>
    /// <returns>The next completion for the code, or <see langword="null"/> when it must wait for more.</returns>
    DurableOperation? OnQuiet();

    /// <summary>Told of an exception that no task carries, as an <c>async void</c> method throws it.</summary>
    void OnFault(Exception exception);
}
