namespace Agnt5.Local;

/// <summary>What happens to a run whose question or signal nobody answers within its timeout (protocol section 5, <c>wait_timeout_ms</c>).</summary>
public enum WaitTimeouts
{
    /// <summary>The run fails with <c>WAIT_TIMEOUT</c>, and its code is not invoked again. So does AGNT5.</summary>
    Fail,

    /// <summary>The run is invoked once more, so that code behind <c>WaitTimeoutException</c> runs. AGNT5 does not do that: use it to try that code out.</summary>
    Invoke,
}
