namespace Agnt5.Mcp;

/// <summary>A result that is too large for the answer of a call, as a resource that the client can read.</summary>
/// <param name="Uri">Its address (<see cref="ResultUri"/>).</param>
/// <param name="Tool">The name by which clients know the tool.</param>
/// <param name="Text">The text that a model reads, as UTF-8.</param>
internal sealed record LargeResult(string Uri, string Tool, byte[] Text);
