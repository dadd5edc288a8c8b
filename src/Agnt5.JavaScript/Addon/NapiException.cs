namespace Agnt5.JavaScript.Addon;

/// <summary>A call of Node-API did not work.</summary>
/// <param name="function">The function.</param>
/// <param name="status">What it said.</param>
internal sealed class NapiException(string function, NapiStatus status) : Exception($"{function} answered with status {(int)status}.")
{
    /// <summary>Whether JavaScript has thrown, and waits to see it.</summary>
    public bool IsThrownByJavaScript => status == NapiStatus.PendingException;
}
