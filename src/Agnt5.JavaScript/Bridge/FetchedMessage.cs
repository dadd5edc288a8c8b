namespace Agnt5.JavaScript.Bridge;

/// <summary>What the host's <c>fetch</c> brought.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Headers">The headers (<see cref="HeaderLines"/>).</param>
/// <param name="Body">The body, decoded.</param>
internal sealed record FetchedMessage(int Status, string Headers, byte[] Body);
