using Agnt5.Local.Dispatch;
using Agnt5.Local.Payloads;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Agnt5.Local.Hosting;

/// <summary>What an engine is made of. <see cref="LocalAgnt5Options"/> become these.</summary>
internal sealed record EngineSettings
{
    public TimeProvider Time { get; init; } = TimeProvider.System;

    public ILoggerFactory Loggers { get; init; } = NullLoggerFactory.Instance;

    public EngineMachines Machines { get; init; } = EngineMachines.Real;

    /// <summary>Where uploaded outputs lie.</summary>
    public IPayloadStore Payloads { get; init; } = new MemoryPayloadStore();

    /// <summary>What stands between the engine and each endpoint. A test listens there.</summary>
    public Func<IEndpointConnection, IEndpointConnection> Around { get; init; } = static connection => connection;

    /// <summary>The most slices on their way at once. More wait in line, by priority.</summary>
    public int MaxSlices { get; init; } = 64;

    /// <summary>The most commands that wait for the loop. More are refused with <see cref="EngineErrorCodes.Busy"/>.</summary>
    public int MaxWaitingCommands { get; init; } = 10_000;

    /// <summary>Whether a question or a signal that nobody answers in time invokes the run once more instead of failing it.</summary>
    public bool InvokesOnWaitTimeout { get; init; }

    /// <summary>Whether a response's <c>timeout_ms</c> wakes the run.</summary>
    public bool WakesBesideWaits { get; init; }
}
