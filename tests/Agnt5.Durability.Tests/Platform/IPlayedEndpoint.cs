using System.Text.Json.Nodes;

namespace Agnt5.Durability.Tests.Platform;

/// <summary>The endpoint that AGNT5 is played against: in this process, or served by a host.</summary>
internal interface IPlayedEndpoint
{
    /// <summary>When the endpoint's next timer fires, in true Unix ms, or <see langword="null"/> when none is set.</summary>
    long? NextTimerMs { get; }

    /// <summary>Sends an invoke, which begins a slice.</summary>
    /// <returns>The status and the body of the response; the status is 0 when the caller hung up and so gets none.</returns>
    Task<(int Status, ReadOnlyMemory<byte> Body)> InvokeAsync(JsonObject request, CancellationToken caller);

    /// <summary>Waits until everything that was started has come to rest.</summary>
    void Rest();

    /// <summary>Waits although the endpoint seems to rest, because nothing can move it any more.</summary>
    void RestOnceMore();

    /// <summary>Moves the endpoint's clock to a true time.</summary>
    void AdvanceTo(long trueMs);
}
