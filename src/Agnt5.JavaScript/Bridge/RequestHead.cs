namespace Agnt5.JavaScript.Bridge;

/// <summary>What is known of a request before its body.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The path, relative to where the handler is mounted, without the query.</param>
/// <param name="Headers">The headers.</param>
/// <param name="Context">The number of its context, or 0 for none.</param>
/// <param name="ContentLength">The declared length of the body.</param>
internal readonly record struct RequestHead(string Method, string Path, RequestHeaders Headers, int Context, long? ContentLength);
