namespace Agnt5.Client.Tests.Harness;

/// <summary>A call that a scripted gateway got.</summary>
/// <param name="Name">Method and path.</param>
internal sealed record RecordedCall(string Name, string Query, IReadOnlyDictionary<string, string> Headers, string Body);
